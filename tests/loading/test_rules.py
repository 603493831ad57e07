"""What a rule names and takes must fit the evidence of its criterion."""

import pytest

C01 = "chung/C01.toml"
RULE = """\
[version.rule]
kind = "per_incident"
count = "incidents"
per = 0.25
at_least = 0
"""
REASONS = """\
"rule.per" = "Kế hoạch không nêu mức trừ."
"rule.at_least" = "Kế hoạch không nêu mức dưới cùng."
"""
EVIDENCE = """\
[evidence.incidents]
type = "count"
label.vi = "Số vụ việc"
"""
LEVELS = """\
[evidence.incidents]
type = "level"
label.vi = "Mức"
options = [{ id = "a", label.vi = "A" }, { id = "b", label.vi = "B" }]
"""
MEMBERS = LEVELS.replace('"level"', '"members"')
EXAMPLE = 'given = { incidents = 1 }\nexpect = { outcome = "scored", share = 0.75 }'
MISSING = 'given = {}\nexpect = { outcome = "unknown" }'


def spoilt(folder, rule, evidence=EVIDENCE, more=""):
    """Load a criterion with another rule, every parameter of it assumed."""
    keys = [line.split(" = ")[0] for line in rule.splitlines()[2:]]
    reasons = "".join(f'"rule.{key}" = "Giả định."\n' for key in keys)
    for old, new in (
        (RULE, rule),
        (REASONS, reasons),
        (EVIDENCE, evidence + more),
        (EXAMPLE, MISSING),
    ):
        folder.edit(C01, old, new)
    folder.edit("vb-1/thang.toml", "at_least = 1", "at_least = 1 ")
    return [one for one in folder.faults() if one.place.file.endswith(C01)]


@pytest.mark.parametrize(
    ("evidence", "rule", "strange"),
    [
        (LEVELS, 'levels = [{ id = "a", share = 1 }]', "b"),
        (LEVELS, 'levels = [{ id = "a", share = 1 }, { id = "c", share = 0 }]', "b, c"),
        (
            MEMBERS,
            'members = ["a", "c"]\nsteps = [{ missing = 0, share = 1 }]',
            "c",
        ),
    ],
)
def test_answers_and_ids_of_a_rule_must_agree(folder, evidence, rule, strange):
    kind = "levels" if evidence == LEVELS else "k_of_n"
    text = f'[version.rule]\nkind = "{kind}"\nfact = "incidents"\n{rule}\n'

    faults = spoilt(folder, text, evidence)

    assert [("DV-L017", strange)] == [
        (one.code, dict(one.data)["seen"]) for one in faults
    ]


def test_a_part_is_no_whole_of_itself(folder):
    text = (
        '[version.rule]\nkind = "proportion"\npart = "incidents"\n'
        'whole = "incidents"\non_zero = "full"\n'
    )

    faults = spoilt(folder, text)

    assert ["DV-L006"] == [one.code for one in faults]


@pytest.mark.parametrize(
    "rule",
    [
        'kind = "levels"\nfact = "incidents"\nlevels = [{ id = 2, share = 1 }]',
        'kind = "k_of_n"\nfact = "incidents"\nmembers = "ab"\nsteps = [{ missing = 0, share = 1 }]',
        'kind = "k_of_n"\nfact = "incidents"\nmembers = ["a"]\nsteps = [{ missing = 0, share = 1 }, { missing = 1.5, share = 0 }]',
        'kind = "survey"\nmetric = ["m"]\nvalue = "rate"\nsample = "incidents"\nout_of = 1\nmin_sample = 30\non_small_sample = "unknown"',
        'kind = "survey"\nmetric = "m"\nvalue = "rate"\nsample = "incidents"\nout_of = 1\nmin_sample = 30.5\non_small_sample = "unknown"',
        'kind = "proportion"\npart = "rate"\nwhole = "incidents"\non_zero = "full"\ntarget = 1.5',
        'kind = "proportion"\npart = "rate"\nwhole = "incidents"\non_zero = "full"\nround = 0',
        'kind = "bands"\npart = "rate"\nwhole = "incidents"\non_zero = "full"\nbands = [{ at_least = 2, share = 1 }, { at_least = 0, share = 0 }]',
        'kind = "all_or_nothing"\npart = "rate"\nwhole = "incidents"\non_zero = "full"\ntarget = 2',
    ],
)
def test_a_parameter_that_cannot_be_meant_is_refused(folder, rule):
    rate = '[evidence.rate]\ntype = "count"\nlabel.vi = "Tử số"\n'

    faults = spoilt(folder, f"[version.rule]\n{rule}\n", more=rate)

    assert ["DV-L009"] == [one.code for one in faults]

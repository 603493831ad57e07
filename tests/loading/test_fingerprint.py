"""The hash of a pack changes with everything that decides a score, and nothing else."""

import datetime as dt

import attrs
import pytest

from danvan_eval.errors import FaultError
from danvan_eval.loading import load_catalogue
from danvan_eval.periods import Period

C01, THANG, VB1 = "chung/C01.toml", "vb-1/thang.toml", "vb-1/instrument.toml"
REGULATION = "../quy-che.toml"
YEAR = Period.year(2024)

THANG_CAP = 'when = { evidence = "chung/C01.incidents"'

DECIDING = {
    "a share": (C01, "at_least = 0", "at_least = 0.1"),
    "a date of a version": (C01, "to = 2024-12-31", "to = 2025-12-31"),
    "the words of a citation": (C01, "không để xảy ra", "không để"),
    "the place of a citation": (C01, 'locus = "II.1"', 'locus = "II.2"'),
    "a reason": (C01, "Kế hoạch không nêu mức trừ.", "Chưa ai quyết định."),
    "a maximum": (THANG, "from = 8", "from = 8.5"),
    "a condition": (THANG, "at_least = 1 }", "at_least = 2 }"),
    "a date of the scheme": (THANG, "to = 2024-12-31", 'to = "open"'),
    "the number of an instrument": (VB1, 'number = "unknown"', 'number = "1/KH"'),
    "whether a text was seen": (VB1, "seen-whole", "seen-in-part"),
    "an adopted number": (REGULATION, "= 0.5", "= 0.4"),
    "a confirmed path": (REGULATION, '["group"]', '["group", "grade"]'),
    "an article": (REGULATION, "Điều 5", "Điều 6"),
    "the day of a regulation": (REGULATION, "2024-01-15", "2024-01-16"),
    "the number of a regulation": (REGULATION, "01/QC-BV", "02/QC-BV"),
}
LOOKING = {
    "cap": (THANG_CAP, THANG_CAP.replace("C01", "C02")),
    "bonus": (
        "\n[assumed]\n",
        """
[[bonus]]
id = "thuong"
label.vi = "Thưởng"
evidence = "chung/C02.incidents"
per = 1
at_most = 2
[assumed]
"bonus" = "Giả định."
""",
    ),
}
BESIDE = {
    "a comment": (C01, "per = 0.25", "per = 0.25  # một phần tư"),
    "another way of writing": (C01, "per = 0.25", "per = 0.250"),
    "an example": (C01, "share = 0.75", 'because = "per_incident.lost"'),
    "the day an instrument was looked at": (VB1, "2026-11-21", "2026-12-21"),
}


def sha256(folder, **settings):
    return folder.load(**settings).pack("vb-1/thang", YEAR).sha256


@pytest.mark.parametrize("what", DECIDING)
def test_what_decides_a_score_changes_the_hash(folder, what):
    folder.overlay()
    before = sha256(folder)

    folder.edit(*DECIDING[what])

    assert before != sha256(folder)


@pytest.mark.parametrize("what", BESIDE)
def test_what_decides_nothing_leaves_the_hash(folder, what):
    folder.overlay()
    before = sha256(folder)

    folder.edit(*BESIDE[what])

    assert before == sha256(folder)


def test_a_regulation_changes_the_hash_even_where_it_only_confirms(folder):
    before = sha256(folder)

    folder.overlay(
        'schema = 1\n[regulation]\nnumber = "1"\ntitle.vi = "Quy chế"\nissuer = "BV"\n'
        'signed_on = 2024-01-15\n[[adopt]]\ntarget = "vb-1/thang"\narticle = "Điều 1"\n'
        'confirms = ["group"]\n'
    )

    assert before != sha256(folder)


def test_reading_no_examples_leaves_the_hash(folder):
    assert sha256(folder) == sha256(folder, examples=False)


def test_the_order_and_the_number_of_folders_leave_the_hash(
    folder, another_folder, bare
):
    other = another_folder()
    for name in (C01, VB1):
        (other.path / name).unlink()
    before = sha256(folder)
    (folder.path / THANG).unlink()

    one = load_catalogue(folder.path, other.path, registry=bare)
    two = load_catalogue(other.path, folder.path, registry=bare)

    assert before == one.pack("vb-1/thang", YEAR).sha256
    assert before == two.pack("vb-1/thang", YEAR).sha256
    assert list(one.data) == list(two.data)


def test_the_order_of_keys_and_of_tables_of_one_kind_leaves_what_is_scored(folder):
    before = sha256(folder)
    folder.edit(C01, "per = 0.25\nat_least = 0\n", "at_least = 0\nper = 0.25\n")

    assert before == sha256(folder)


def test_a_plugin_changes_the_hash(folder, bare):
    registry = attrs.evolve(bare, brought_by={"streak": "danvan-streak 1.0"})
    other = load_catalogue(folder.path, registry=registry)

    assert sha256(folder) != other.pack("vb-1/thang", YEAR).sha256


def test_a_criterion_nobody_counts_leaves_the_hash(folder):
    before = sha256(folder)
    text = (folder.path / C01).read_text("utf-8")
    folder.write("chung/C02.toml", text.replace("chung/C01", "chung/C02"))

    assert before == sha256(folder)


@pytest.mark.parametrize("what", ["bonus", "cap"])
@pytest.mark.parametrize("new", ["may_decline = false", "at_most = 5"])
def test_a_criterion_that_is_only_looked_at_decides_too(folder, what, new):
    """What its field takes or refuses says whether the condition is open."""
    text = (folder.path / C01).read_text("utf-8").replace("chung/C01", "chung/C02")
    text = text.replace('type = "count"', 'type = "count"\nmay_decline = true')
    folder.write("chung/C02.toml", text)
    folder.edit(THANG, *LOOKING[what])
    before = sha256(folder)

    folder.write("chung/C02.toml", text.replace("may_decline = true", new))

    assert before != sha256(folder)


def test_another_version_in_force_changes_the_hash(folder):
    text = (folder.path / C01).read_text("utf-8")
    start, end = text.index("[[version]]"), text.index("[[example]]")
    first = text[start:end].replace("to = 2024-12-31", "to = 2024-06-30")
    second = text[start:end].replace("from = 2024-01-01", "from = 2024-07-01")
    second = second.replace("per = 0.25", "per = 0.5")
    example = text[end:].replace("share = 0.75", "share = 0.5")
    folder.write(C01, text[:start] + first + second + example)
    loaded = folder.load()
    halves = [
        loaded.pack("vb-1/thang", Period(dt.date(2024, one, 1), dt.date(2024, two, 30)))
        for one, two in ((1, 6), (7, 9), (10, 11))
    ]
    prints = [one.sha256 for one in halves]

    assert prints[0] != prints[1] == prints[2]


def test_a_scheme_there_is_none_of_is_refused_naming_those_there_are(folder):
    with pytest.raises(FaultError) as caught:
        folder.load().pack("vb-1/bang", YEAR)

    assert caught.value.fault.code == "DV-R010"
    assert dict(caught.value.fault.data) == {
        "seen": "vb-1/bang",
        "allowed": "vb-1/thang",
    }


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        ((THANG, "from = 2024-01-01", "from = 2023-01-01"), "DV-R003"),
        (
            (
                C01,
                "from = 2024-01-01\nto = 2024-12-31",
                "from = 2024-01-01\nto = 2024-06-30",
            ),
            "DV-R004",
        ),
    ],
)
def test_a_day_without_a_rule_is_refused(folder, edit, code):
    folder.edit(*edit)
    year = YEAR if code == "DV-R004" else Period.year(2025)

    with pytest.raises(FaultError) as caught:
        folder.load().pack("vb-1/thang", year)

    assert caught.value.fault.code == code
    assert caught.value.fault.text("en") != caught.value.fault.text("vi")

"""A hospital's own regulation decides numbers; the shipped files stay as they are."""

from fractions import Fraction

import pytest

from danvan_eval.periods import Period

C01, THANG = "chung/C01.toml", "vb-1/thang.toml"
REGULATION = "../quy-che.toml"
SAYS_RULE = "Điều 4, 01/QC-BV – Quy chế mẫu (HƯ CẤU, chỉ để minh họa)"


def number(folder):
    return folder.load().criteria["chung/C01"].versions[0].parts[0].rule.per


def bases(folder):
    catalogue = folder.load()
    return {
        **catalogue.criteria["chung/C01"].versions[0].bases,
        **catalogue.schemes["vb-1/thang"].bases,
    }


def second(folder, adopt, number="02/QC-BV"):
    folder.overlay(
        f'schema = 1\n[regulation]\nnumber = "{number}"\ntitle.vi = "Quy chế sau"\n'
        f'issuer = "BV"\nsigned_on = 2024-06-01\n{adopt}',
        "quy-che-sau.toml",
    )


def test_an_adopted_number_is_used_and_rests_on_its_article(folder):
    folder.overlay()

    assert Fraction(1, 2) == number(folder)
    assert bases(folder)["rule.per"].kind == "adopted"
    assert bases(folder)["rule.per"].says == SAYS_RULE


def test_a_confirmed_number_is_adopted_as_it_is(folder):
    folder.overlay()

    found = bases(folder)

    assert found["group.nen-nep.criterion.chung/C01.max_points"].kind == "adopted"
    assert found["group.nen-nep.max_points"].says.startswith("Điều 5, 01/QC-BV")
    assert found["grade.tot.from"].kind == "assumed"


def test_a_regulation_without_the_word_fictitious_is_not_called_so(folder):
    folder.overlay()
    folder.edit(REGULATION, "fictitious = true\n", "")

    assert bases(folder)["rule.per"].says == "Điều 4, 01/QC-BV – Quy chế mẫu"


def test_a_pack_names_the_regulations_it_stands_on(folder):
    folder.overlay()
    second(folder, "")

    pack = folder.load().pack("vb-1/thang", Period.year(2024))

    assert pack.adopted == (
        "01/QC-BV – Quy chế mẫu (HƯ CẤU, chỉ để minh họa)",
        "02/QC-BV – Quy chế sau",
    )


def test_adopting_leaves_the_files_untouched(folder):
    before = {file: file.read_bytes() for file in folder.path.rglob("*.toml")}
    folder.overlay()
    folder.load()

    assert before == {file: file.read_bytes() for file in folder.path.rglob("*.toml")}


def test_paths_need_no_quotation_marks(folder):
    folder.overlay()
    folder.edit(REGULATION, '{ "rule.per" = 0.5 }', "{ rule.per = 0.5 }")

    assert Fraction(1, 2) == number(folder)


def test_a_point_deep_in_a_scheme_is_found_by_the_ids_on_the_way(folder):
    second(
        folder,
        '[[adopt]]\ntarget = "vb-1/thang"\narticle = "Điều 2"\n'
        'numbers = { "grade.tot.from" = 9, "cap.co-vu-viec.when.at_least" = 2 }\n',
    )

    scheme = folder.load().schemes["vb-1/thang"]

    assert scheme.grades[0].from_ == 9
    assert scheme.caps[0].when.at_least == 2
    assert scheme.bases["cap.co-vu-viec.when.at_least"].kind == "adopted"
    assert scheme.bases["cap.co-vu-viec.grade"].kind == "assumed"


def test_sums_are_checked_again_with_the_adopted_numbers(folder):
    second(
        folder,
        '[[adopt]]\ntarget = "vb-1/thang"\narticle = "Điều 2"\n'
        'numbers = { "group.nen-nep.max_points" = 12 }\n',
    )

    faults = folder.faults()

    assert [fault.code for fault in faults] == ["DV-L041"]
    assert dict(faults[0].data) == {"seen": "10", "allowed": "12"}
    assert faults[0].place.file == "catalogue/vb-1/thang.toml (quy-che-sau.toml)"


def test_sums_that_are_adopted_together_fit(folder):
    second(
        folder,
        '[[adopt]]\ntarget = "vb-1/thang"\narticle = "Điều 2"\n'
        'numbers = { "group.nen-nep.max_points" = 12, max_points = 12, '
        '"group.nen-nep.criterion.chung/C01.max_points" = 12 }\n',
    )

    assert folder.load().schemes["vb-1/thang"].max_points == 12


def test_the_regulation_decided_last_counts(folder):
    folder.overlay()
    second(
        folder,
        '[[adopt]]\ntarget = "chung/C01@vb-1/unit"\narticle = "Điều 9"\n'
        'numbers = { "rule.per" = "1/3" }\n'
        '[[adopt]]\ntarget = "vb-1/thang"\narticle = "Điều 8"\nconfirms = ["group.nen-nep"]\n',
    )

    assert Fraction(1, 3) == number(folder)
    assert bases(folder)["rule.per"].says == "Điều 9, 02/QC-BV – Quy chế sau"
    assert bases(folder)["group.nen-nep.max_points"].says.startswith("Điều 8, 02")


def test_within_one_regulation_the_more_exact_path_names_the_article(folder):
    second(
        folder,
        '[[adopt]]\ntarget = "vb-1/thang"\narticle = "Điều 3"\n'
        'numbers = { "grade.tot.from" = 9 }\n'
        '[[adopt]]\ntarget = "vb-1/thang"\narticle = "Điều 2"\nconfirms = ["grade"]\n',
    )

    found = bases(folder)

    assert found["grade.tot.from"].says.startswith("Điều 3,")
    assert found["grade.dat.from"].says.startswith("Điều 2,")


@pytest.mark.parametrize(
    ("adopt", "key"),
    [
        ('numbers = { "rule.each" = 1 }', "adopt[1].numbers"),
        ('numbers = { "count" = 1 }', "adopt[1].numbers"),
        ('confirms = ["rule.each"]', "adopt[1].confirms"),
        ('confirms = ["title"]', "adopt[1].confirms"),
    ],
)
def test_a_path_that_is_no_number_of_the_criterion_is_refused(folder, adopt, key):
    second(
        folder,
        f'[[adopt]]\ntarget = "chung/C01@vb-1/unit"\narticle = "Điều 1"\n{adopt}\n',
    )

    fault = folder.fault()

    assert (fault.code, fault.place.file) == ("DV-L070", "quy-che-sau.toml")
    assert key == fault.place.key


@pytest.mark.parametrize(
    "adopt",
    [
        "numbers = { title.vi = 'Khác' }",
        "numbers = { instrument = 'vb-2', 'block.lam-sang.label.vi' = 'Khác' }",
        'confirms = ["label"]',
        'confirms = ["group.nen-nep.criterion.chung/C01.max"]',
        "numbers = { 'group.nen-nep.label.vi.max' = 1 }",
    ],
)
def test_a_path_that_is_no_number_of_the_scheme_is_refused(folder, adopt):
    second(folder, f'[[adopt]]\ntarget = "vb-1/thang"\narticle = "Điều 1"\n{adopt}\n')

    assert {fault.code for fault in folder.faults()} <= {"DV-L070", "DV-L007"}


@pytest.mark.parametrize(
    ("target", "near"),
    [
        ("chung/C01", "chung/C01@vb-1/unit"),
        ("chung/C01@vb-1/person", "chung/C01@vb-1/unit"),
        ("chung/C02@vb-1/unit", "chung/C01@vb-1/unit"),
        ("vb-1/thang@vb-1/unit", "vb-1/thang"),
        ("vb-1/instrument", "vb-1/thang"),
    ],
)
def test_a_regulation_for_nothing_there_is_is_refused_naming_what_is_near(
    folder, target, near
):
    second(folder, f'[[adopt]]\ntarget = "{target}"\narticle = "Điều 1"\n')

    fault = folder.fault()

    assert (fault.code, fault.place.file) == ("DV-L007", "quy-che-sau.toml")
    assert dict(fault.data)["seen"] == target
    assert near in dict(fault.data)["allowed"]


def test_an_adopted_value_of_the_wrong_kind_names_both_files(folder):
    second(
        folder,
        '[[adopt]]\ntarget = "vb-1/thang"\narticle = "Điều 2"\n'
        'numbers = { excluded = "ignore" }\n',
    )

    fault = folder.fault()

    assert fault.code == "DV-L004"
    assert fault.place.file == "catalogue/vb-1/thang.toml (quy-che-sau.toml)"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('number = "01/QC-BV"\n', "", "DV-L003"),
        ("signed_on = 2024-01-15", 'signed_on = "unknown"', "DV-L004"),
        ('article = "Điều 4"', 'article = ""', "DV-L004"),
        ('numbers = { "rule.per" = 0.5 }', "numbers = 0.5", "DV-L004"),
        ('confirms = ["group"]', "confirms = [1]", "DV-L004"),
        ("fictitious = true", "fictive = true", "DV-L001"),
        ('[[adopt]]\ntarget = "vb-1', '[[adopts]]\ntarget = "vb-1', "DV-L001"),
    ],
)
def test_a_mistake_of_the_regulation_is_named_in_the_regulation(folder, old, new, code):
    folder.overlay()
    folder.edit(REGULATION, old, new)

    fault = folder.fault()

    assert (code, "quy-che.toml") == (fault.code, fault.place.file)


def test_all_versions_of_a_variant_take_the_adopted_number(folder):
    text = (folder.path / C01).read_text("utf-8")
    version = text[text.index("[[version]]") : text.index("[[example]]")]
    later = version.replace("2024-01-01", "2025-01-01").replace("12-31", "12-30")
    folder.append(C01, later.replace("to = 2024", "to = 2025"))
    folder.overlay()

    versions = folder.load().criteria["chung/C01"].versions

    assert [one.parts[0].rule.per for one in versions] == [Fraction(1, 2)] * 2

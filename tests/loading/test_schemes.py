"""What a scheme says beyond its sums must hold together too."""

import pytest

C01, THANG = "chung/C01.toml", "vb-1/thang.toml"
LEAF = '[[group.criterion]]\nid = "chung/C01"\nmax_points = 10\n'
QUOTA = """
[[quota]]
id = "ty-le"
grade = "tot"
ratio = "20%"
base = "rated"
scope = "block"
rounding = "floor"
minimum = 0
beyond = "dat"
[assumed]
"quota" = "Giả định."
"bonus" = "Giả định."
"""
BONUS = """
[[bonus]]
id = "thuong"
label.vi = "Thưởng"
evidence = "chung/C01.incidents"
per = 1
at_most = 2
double = true
"""


BELOW_50 = "{ criterion = 'chung/C01', share_below = 50 }"


OWN_REASONS = ("clamp", "floor", "reading")


def spoilt(folder, old, new):
    """Load a scheme with a quota and a bonus after one change."""
    text = (folder.path / THANG).read_text("utf-8")
    text = text.replace("[assumed]\n", BONUS + QUOTA)
    assert text.count(old) == 1
    reasons = [f'"{key}" = "Giả định."\n' for key in OWN_REASONS if key in new]
    text = text.replace(old, new) + "".join(reasons)
    folder.write(THANG, text)
    return folder.fault()


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ('"20%"', '"120%"', '"120%"'),
        ('base = "rated"', 'base = "all"', '"all"'),
        ('base = "rated"', "base = 5", "5"),
        ("minimum = 0", "minimum = -1", "-1"),
        ("minimum = 0", "minimum = 0.5", "0.5"),
        ("per = 1", "per = -1", "-1"),
        ("at_most = 2", "at_most = 0", "0"),
        ('"chung/C01.incidents"\nper', '"incidents"\nper', '"incidents"'),
        (LEAF, LEAF.replace("10", "0"), "0"),
        (LEAF, f"{LEAF}only = 1\n", "1"),
        ("max_points = 10\nexcluded", "max_points = -10\nexcluded", "-10"),
        ('{ evidence = "chung/C01.incidents", at_least = 1 }', BELOW_50, "50"),
        ('base = "rated"', "base = { grades = [] }", "[]"),
        ("[[bonus]]", "[clamp]\nat_least = 5\nat_most = 5\n[[bonus]]", "5"),
        ("[[bonus]]", "[clamp]\nbonus_at_most = -5\n[[bonus]]", "-5"),
    ],
)
def test_a_number_out_of_its_range_is_refused(folder, old, new, seen):
    fault = spoilt(folder, old, new)

    assert (fault.code, dict(fault.data)["seen"]) == ("DV-L004", seen)


@pytest.mark.parametrize(
    "steps",
    [
        "{ at_least = 1, points = 10 }",
        "{ at_least = 0, points = 10 }, { at_least = 0, points = 5 }",
        "{ at_least = 1, points = 5 }, { at_least = 0, points = 10 }",
        "{ at_least = 1, points = 9 }, { at_least = 0, points = 0 }",
        "{ at_least = 2, points = 10 }, { at_least = 0, points = 0 }",
        "{ at_least = 1, points = 10 }, { at_least = 0, points = -5 }",
    ],
)
def test_steps_fall_from_the_maximum_and_start_at_nothing(folder, steps):
    fault = spoilt(folder, LEAF, f"{LEAF}steps = [{steps}]\n")

    assert fault.code == "DV-L040"
    assert fault.place.key == "group[1].criterion[1].steps"


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("{ group = 'nen-nep', at_least = 1 }", "DV-L015"),
        ("{ evidence = 'chung/C01.incidents', share_below = 1 }", "DV-L015"),
        ("{ group = 'nen-nep', criterion = 'chung/C01', share_below = 1 }", "DV-L015"),
        ("{}", "DV-L015"),
        ("{ evidence = 'chung/C01.incidents', is = 1 }", "DV-L004"),
        ("{ group = 'khac', share_below = 1 }", "DV-L007"),
        ("{ criterion = 'chung/C09', share_below = 1 }", "DV-L007"),
        ("{ evidence = 'chung/C01.cases', at_least = 1 }", "DV-L007"),
        ("{ evidence = 'chung/C01.incidents', is = true }", "DV-L018"),
        ("{ evidence = 'chung/C01.incidents', is = 'nhieu' }", "DV-L018"),
        ("{ group = '', share_below = 1 }", "DV-L004"),
        ("1", "DV-L004"),
    ],
)
def test_a_condition_looks_at_one_thing_there_is_in_one_way(folder, when, code):
    old = '{ evidence = "chung/C01.incidents", at_least = 1 }'

    assert spoilt(folder, old, when).code == code


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('grade = "tot"\nratio', 'grade = "kha"\nratio'),
        ('beyond = "dat"', 'beyond = "kha"'),
        ('base = "rated"', 'base = { grades = ["kha"] }'),
        ('style = "competition"', 'style = "dense"\ntie_break = [{ group = "khac" }]'),
        (LEAF, LEAF.replace("C01", "C09")),
    ],
)
def test_a_name_that_points_at_nothing_is_refused(folder, old, new):
    if old == LEAF:
        folder.edit(THANG, LEAF, new)
        codes = {fault.code for fault in folder.faults()}
    else:
        codes = {spoilt(folder, old, new).code}

    assert codes == {"DV-L007"}


def test_a_tie_break_names_a_group_or_a_criterion_and_not_both(folder):
    both = 'tie_break = [{ group = "nen-nep", criterion = "chung/C01" }]'
    fault = spoilt(folder, 'style = "competition"', f'style = "dense"\n{both}')

    assert dict(fault.data) == {"key": "group | criterion | by"}


def test_a_criterion_counts_once(folder):
    half = LEAF.replace("10", "5")
    fault = spoilt(folder, LEAF, half + half)

    assert (fault.code, dict(fault.data)) == ("DV-L006", {"seen": "chung/C01"})
    assert fault.place.key == "group[1].criterion[2].id"


def test_a_criterion_does_not_count_in_two_groups_either(folder):
    group = f'[[group]]\nid = "nua"\nlabel.vi = "Nữa"\nmax_points = 10\n{LEAF}'
    folder.edit(THANG, "\n[[cap]]", f"{group}\n[[cap]]")
    folder.edit(THANG, "max_points = 10\nexcluded", "max_points = 20\nexcluded")

    fault = folder.fault()

    assert (fault.code, fault.place.key) == ("DV-L006", "group[2].criterion[1].id")


def test_a_group_may_hold_more_than_its_maximum_only_where_it_says_so(folder):
    more = LEAF.replace("10", "15")
    folder.edit(THANG, LEAF, more)

    assert folder.fault().code == "DV-L041"

    folder.edit(THANG, more, f"clamped = true\n{more}")

    assert folder.load().schemes["vb-1/thang"].groups[0].clamped


def test_a_weighted_mean_needs_no_sum(folder):
    folder.edit(THANG, 'aggregate = "sum"', 'aggregate = "weighted_mean"')
    folder.edit(THANG, "max_points = 10\nexcluded", "max_points = 100\nexcluded")

    assert folder.load().schemes["vb-1/thang"].max_points == 100


def test_a_drop_goes_down_at_least_one_grade(folder):
    drop = '[[drop]]\nid = "ha"\ngrades = 0\nreason.vi = "Có."\n'
    when = (
        'when = { group = "nen-nep", share_below = 0.5 }\n[assumed]\n"drop" = "Có."\n'
    )
    folder.edit(THANG, "[assumed]\n", drop + when)

    assert dict(folder.fault().data) == {"seen": "0", "allowed": "≥ 1"}


def test_an_example_may_only_name_traits_there_are(folder):
    folder.edit(C01, 'name = "một vụ"', 'name = "một vụ"\ntraits = ["khoa-noi"]')

    fault = folder.fault()

    assert (fault.code, dict(fault.data)["seen"]) == ("DV-L007", "khoa-noi")


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("at_most = 2\ndouble = true", "at_most = 2", "DV-L019", "bonus[1].evidence"),
        ('beyond = "dat"', 'beyond = "tot"', "DV-L007", "quota[1].beyond"),
        ("at_most = 2\n", "", "DV-L003", "bonus[1]"),
    ],
)
def test_what_can_only_mislead_is_refused(folder, old, new, code, key):
    fault = spoilt(folder, old, new)

    assert (code, key) == (fault.code, fault.place.key)


def test_a_floor_under_the_lowest_grade_is_refused(folder):
    floor = '[[floor]]\nid = "san"\ngrade = "dat"\nevery = 0.5\n[[bonus]]'

    fault = spoilt(folder, "[[bonus]]", floor)

    assert ("DV-L007", "floor[1].grade") == (fault.code, fault.place.key)


def test_steps_are_not_rounded_as_well(folder):
    steps = "steps = [{ at_least = 1, points = 10 }, { at_least = 0, points = 0 }]"
    both = f'{LEAF}{steps}\nround = {{ step = 1, mode = "down" }}\n'

    fault = spoilt(folder, LEAF, both)

    assert ("DV-L004", "group[1].criterion[1].round") == (fault.code, fault.place.key)


def test_a_bonus_inside_the_maximum_needs_its_own_limit(folder):
    inside = "[clamp]\nbonus_inside = true\n[[bonus]]"

    fault = spoilt(folder, "[[bonus]]", inside)

    assert ("DV-L003", "bonus_at_most") == (fault.code, dict(fault.data)["key"])


def test_a_file_in_the_wrong_place_is_named(folder):
    folder.write("C09.toml", "schema = 1")

    fault = folder.fault()

    assert ("DV-L022", "C09.toml") == (fault.code, fault.place.file)


def test_a_reading_that_no_criterion_knows_is_refused(folder):
    fault = spoilt(
        folder, 'compare = "points"\n', 'compare = "points"\nreading = "x"\n'
    )

    assert ("DV-L007", "reading") == (fault.code, fault.place.key)

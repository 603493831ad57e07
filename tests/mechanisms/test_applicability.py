"""3B: what does not apply, what stands in a denominator, who is rated at all."""

import datetime as dt
from fractions import Fraction

import pytest

from danvan_eval import score
from danvan_eval.errors import PackError, Place
from danvan_eval.evidence import MISSING
from danvan_eval.outcomes import Outcome
from danvan_eval.periods import Period
from danvan_eval.points import shown
from danvan_eval.testing.building import NOT_APPLICABLE
from danvan_eval.workspace.petitions import Petition, fold
from danvan_eval.workspace.service import absent_days, service_days
from danvan_eval.workspace.staff import Leave, Stint
from mechanisms.writing import codes, ranked, seen, shares

ON_TIME = """
on_time = { type = "count", label.vi = "Giải quyết đúng hạn" }
due = { type = "count", label.vi = "Đến hạn" }
"""
RATIO = """
kind = "proportion"
part = "on_time"
whole = "due"
"""
GRADES = """
[[grade]]
id = "xs"
label.vi = "Xuất sắc"
from = 90
[[grade]]
id = "tot"
label.vi = "Tốt"
from = 70
[[grade]]
id = "yeu"
label.vi = "Yếu"
from = 0
"""


def test_no_event_gives_full_points_only_when_it_is_said(book):
    """M24, R5 «không có phản ánh, kiến nghị … được tính 02 điểm»."""
    one = book.one(2, ON_TIME, RATIO + 'on_zero = "full"')

    assert 2 == seen(one(on_time=0, due=0))
    # an empty cell claims nothing, and one answered of none received is refused
    assert [0, 2] == seen(one(on_time=MISSING, due=MISSING))
    contradiction = one(on_time=1, due=0).finding
    assert Outcome.INVALID is contradiction.outcome


THREE = """
[[group]]
id = "nhom"
label.vi = "Nhóm"
max_points = 100
criterion = [
  { id = "chung/A", max_points = 10 },
  { id = "chung/B", max_points = 5 },
  { id = "chung/C", max_points = 85 },
]
"""


def test_what_was_not_assigned_leaves_and_the_rest_is_renormalised(book):
    """M25, R9: 13 of 15 assigned points = 86,67 %; the rest was not assigned."""
    earned = shares({"A": "0.9", "B": "0.8", "C": NOT_APPLICABLE})  # 9 + 4
    exact = score(book.pack(THREE + GRADES), earned)
    digits = 'round = { step = 0.01, mode = "half_up" }\n'
    rounded = score(book.pack(digits + THREE + GRADES), earned)

    assert Fraction(1300, 15) == exact.total
    assert "86,66" == shown(exact.total)  # a print is cut; 86,67 is a declared rounding
    assert Fraction("86.67") == rounded.total


def test_where_nothing_applies_there_is_neither_nought_nor_a_hundred(book):
    """M25: «không đủ cơ sở xếp loại» is an outcome and a list of its own."""
    pack = book.pack(THREE + GRADES)
    ranking = ranked(pack, shares(dict.fromkeys("ABC", NOT_APPLICABLE)))
    (row,) = ranking.block("khoi").not_ranked

    assert Outcome.NOT_APPLICABLE is row.sheet.outcome
    assert (None, None, ()) == (row.sheet.total, row.sheet.grade, row.sheet.grades)
    assert "nothing_applies" == row.why


def test_full_and_excluded_rank_the_same_facts_differently(book):
    """M24 against M25: «no event» as 10 full points, or as 10 points that leave.

    Nothing in A and 72 of 90 in B: 82 of 100 with full points, 80 without A.
    """
    text = """
        [[group]]
        id = "nhom"
        label.vi = "Nhóm"
        max_points = 100
        criterion = [
          { id = "chung/A", max_points = 10 },
          { id = "chung/B", max_points = 90 },
        ]
    """
    told = shares({"B": "0.8"})
    none = {**told.evidence, "chung/A": {"on_time": 0, "due": 0}}
    totals, reasons = [], []
    for choice in ("full", "not_applicable"):
        book.criterion("chung/A", ON_TIME, f'{RATIO}on_zero = "{choice}"')
        sheet = score(book.pack(text), book.of(none))
        totals.append(sheet.total)
        reasons.append(sheet.line("chung/A").finding.reason)

    assert [82, 80] == totals
    assert ["proportion.zero_full", "proportion.zero_not_applicable"] == reasons


def test_without_a_survey_the_rest_is_brought_to_a_hundred_before_the_grade(book):
    """M26, R6 Hà Nội: 70 points and a survey of 30; 63 of 70 are 90 of 100."""
    book.criterion(
        "chung/B",
        """
        value = { type = "percent", label.vi = "Tỷ lệ hài lòng" }
        sample = { type = "count", label.vi = "Số phiếu" }
        """,
        """
        kind = "survey"
        metric = "tỷ lệ hài lòng chung"
        value = "value"
        sample = "sample"
        out_of = 1
        min_sample = 30
        on_small_sample = "not_applicable"
        """,
    )
    pack = book.pack(
        """
        [[group]]
        id = "nhom"
        label.vi = "Nhóm"
        max_points = 100
        criterion = [
          { id = "chung/A", max_points = 70 },
          { id = "chung/B", max_points = 30 },
        ]
        """
        + GRADES
    )
    rest = shares({"A": "0.9"}).evidence
    without = score(pack, book.of({**rest, "chung/B": {"sample": 0}}))
    poor = {"sample": 40, "value": Fraction(1, 2)}
    surveyed = score(pack, book.of({**rest, "chung/B": poor}))

    # by 63 points alone it would be «yeu»
    assert (90, "xs") == (without.total, without.grade)
    assert (63 + 15, "tot") == (surveyed.total, surveyed.grade)


def petition(id_, due, settled=None, passed_on=None):
    received = dt.date(2024, 1, 2)
    return Petition(id_, "K01", "proposal", received, due, settled, passed_on, Place())


def test_the_denominator_leaves_out_what_is_not_yet_due_and_names_it(book):
    """M27, R1 II.4.b: «mẫu số chỉ tính kiến nghị đã đến thời hạn»; each left out has its id.

    Two fell due, one of them settled in time; A3 is due next year (a plan of several
    years ends in its last), A4 was passed on: 1/2, not 1/4.
    """
    in_time = dt.date(2024, 5, 1)
    register = [
        petition("A1", in_time, settled=in_time),
        petition("A2", in_time, settled=dt.date(2024, 6, 1)),
        petition("A3", dt.date(2026, 5, 1)),
        petition("A4", in_time, passed_on=dt.date(2024, 1, 5)),
    ]
    folded = fold(register, ["K01"], Period.year(2024))
    told = folded.units["K01"]
    one = book.one(2, ON_TIME, RATIO + 'on_zero = "full"')

    counted = {"on_time": told["proposal_on_time"], "due": told["proposal_due"]}
    assert 1 == seen(one(**counted))
    left_out = {dict(note.data)["seen"] for note in folded.excluded}
    assert {"A3", "A4"} == left_out


def test_an_approved_case_is_excused_and_not_missed(book):
    """M27: «khách quan đã được chấp thuận bằng văn bản»: 10, of which 1 is excused."""
    one = book.one(
        2,
        """
        due = { type = "count", label.vi = "Đến hạn" }
        done = { type = "count", label.vi = "Đã giải quyết" }
        excused = { type = "count", label.vi = "Được chấp thuận" }
        """,
        """
        kind = "per_shortfall"
        expected = "due"
        done = "done"
        excused = "excused"
        per = 0.5
        on_zero = "full"
        """,
    )

    assert [2, 1] == [seen(one(due=10, done=9, excused=n)) for n in (1, 0)]


@pytest.mark.parametrize(
    ("on_zero", "points"),
    [("zero", 0), ("full", 3), ("not_applicable", [0, 0]), ("error", [0, 3])],
)
def test_nothing_over_nothing_is_settled_criterion_by_criterion(book, on_zero, points):
    """M28: R4 makes 0/0 nothing, R5 gives the full 3 points."""
    one = book.one(3, ON_TIME, f'{RATIO}on_zero = "{on_zero}"')

    assert points == seen(one(on_time=0, due=0))


def test_what_nothing_over_nothing_means_cannot_be_left_unsaid(book):
    """M28: there is no default."""
    with pytest.raises(PackError) as caught:
        book.one(3, ON_TIME, RATIO)

    assert "DV-L003" in codes(caught)


ONE = """
[[group]]
id = "nhom"
label.vi = "Nhóm"
max_points = 100
criterion = [{ id = "chung/A", max_points = 100 }]
"""


def refused(name, compared):
    return f"""
    [[not_eligible]]
    id = "{name}"
    when = {{ evidence = "subject.{name}", {compared} }}
    reason.vi = "Không đánh giá."
    """


def person(book, **facts):
    evidence = {**shares({"A": 1}).evidence, "subject": facts}
    return book.of(evidence, code="N1")


@pytest.mark.parametrize(
    ("days", "percent", "eligible"),
    [
        (182, 1, "not_eligible"),
        (183, 1, "eligible"),
        (366, Fraction("0.4999"), "not_eligible"),
        (366, Fraction(1, 2), "eligible"),
        (MISSING, 1, "unknown"),
        (MISSING, Fraction(1, 3), "not_eligible"),
    ],
)
def test_under_six_months_or_half_the_days_there_is_no_rating(
    people, days, percent, eligible
):
    """M29, R2 Đ11.1 «dưới 06 tháng», R12 «dưới 50%»; 183 days is our six months of 366.

    «Dưới» leaves the edge in: exactly half the days is rated.
    """
    rules = refused("service_days", "below = 183") + refused(
        "worked_percent", 'below = "50%"'
    )
    sheet = score(
        people.pack(ONE + rules),
        person(people, service_days=days, worked_percent=percent),
    )

    assert eligible == sheet.eligibility
    assert 100 == sheet.total  # the score is shown all the same


@pytest.mark.parametrize(
    ("absent", "eligible"), [(39, "eligible"), (40, "not_eligible")]
)
def test_forty_days_of_absence_close_the_door(people, absent, eligible):
    """M30, R11: «nghỉ từ 40 ngày» whatever the reason, except maternity."""
    pack = people.pack(ONE + refused("absent_days", "at_least = 40"))

    assert eligible == score(pack, person(people, absent_days=absent)).eligibility


def away(kind, first, last):
    return Leave("N1", kind, Period(dt.date(2024, *first), dt.date(2024, *last)))


@pytest.mark.parametrize(
    ("sick_until", "days", "eligible"),
    [((8, 8), 39, "eligible"), ((8, 9), 40, "not_eligible")],
)
def test_maternity_closes_no_door_and_loses_no_time(people, sick_until, days, eligible):
    """M30, R11, R2 Đ11.2: 182 days of maternity, then sick from 1 July on."""
    year = Period.year(2024)
    stint = Stint("K1", "vien-chuc", head=False, period=year, place=Place())
    # a day of both is maternity: the sickness counts from 1 July to 8 or 9 August
    leaves = [
        away("thai-san", (1, 1), (6, 30)),
        away("om-dau", (6, 20), sick_until),
    ]
    facts = {
        "service_days": service_days([stint], leaves, year),
        "absent_days": absent_days([stint], leaves, year),
    }
    rules = refused("absent_days", "at_least = 40") + refused(
        "service_days", "below = 183"
    )

    assert {"service_days": 366, "absent_days": days} == facts
    sheet = score(people.pack(ONE + rules), person(people, **facts))
    assert eligible == sheet.eligibility


RUBRICS = """
[[group]]
id = "chung"
label.vi = "Chung"
max_points = 50
criterion = [{ id = "chung/A", max_points = 50 }]
[[group]]
id = "rieng"
label.vi = "Riêng"
max_points = 100
criterion = [
  { id = "chung/B", max_points = 50, only = ["lam-sang"] },
  { id = "chung/C", max_points = 50, only = ["chuc-nang"] },
]
"""


@pytest.mark.parametrize(
    ("traits", "total", "of"),
    [
        ({"lam-sang"}, 25 + 50, 100),
        ({"chuc-nang"}, 25 + 0, 100),
        ({"can-lam-sang"}, 25, 50),
    ],
)
def test_each_kind_of_department_has_a_rubric_of_its_own(book, traits, total, of):
    """M31, R9 «cụm»: wards are scored by A and B, offices by A and C."""
    pack = book.pack(f'excluded = "reduce"\n{RUBRICS}')
    sheet = score(pack, shares({"A": "0.5", "B": 1, "C": 0}, traits=traits))

    assert (total, of) == (sheet.total, sheet.out_of)


def test_a_criterion_itself_may_apply_to_some_kinds_only(book):
    """M31: written at the criterion instead of at the scheme."""
    book.criterion(
        "chung/B",
        'met = { type = "flag", label.vi = "Đạt" }',
        """
        kind = "yes_no"
        fact = "met"
        """,
        more='applies = { any = ["lam-sang"] }',
    )
    text = ONE.replace(
        "max_points = 100 }", 'max_points = 60 }, { id = "chung/B", max_points = 40 }'
    )
    sheet = score(book.pack(text), shares({"A": "0.5"}, traits={"chuc-nang"}))

    assert (50, 100) == (sheet.total, sheet.out_of)

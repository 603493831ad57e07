"""3D: what is added and taken outside the groups (M42–M50)."""

import datetime as dt
from fractions import Fraction

import pytest

from danvan_eval import score
from danvan_eval.errors import PackError
from danvan_eval.evidence import MISSING
from mechanisms.writing import codes, ranked, seen, shares

BASE = """
[[group]]
id = "nhom"
label.vi = "Nhóm"
max_points = {points}
criterion = [{{ id = "chung/A", max_points = {points} }}]
"""
GRADES = """
[[grade]]
id = "htxs"
label.vi = "Hoàn thành xuất sắc"
from = 90
[[grade]]
id = "kht"
label.vi = "Không hoàn thành"
from = 0
"""
BONUS = """
[[bonus]]
id = "thuong"
label.vi = "Thưởng"
evidence = "chung/A.events"
per = {per}
at_most = {at_most}
"""
HUNDRED = BASE.format(points=100)
NINETY = BASE.format(points=90)


def total(pack, share, events=0):
    return score(pack, shares({"A": share}, events={"A": events})).total


@pytest.mark.parametrize(
    ("scale", "limits", "events", "points"),
    [
        # R1: thưởng ≤ 10, tổng ≤ 110
        (100, "bonus_at_most = 10\nat_most = 110", 2, 108),
        (100, "bonus_at_most = 10\nat_most = 110", 9, 110),
        # the 1000 points of R7 are 950 and a bonus of 50
        (950, "bonus_at_most = 50\nat_most = 1000", 2, 990),
        (950, "bonus_at_most = 50\nat_most = 1000", 3, 1000),
    ],
)
def test_a_bonus_on_top_stops_at_its_cap(book, scale, limits, events, points):
    """M42, R1 and R7; what each one earns is ours."""
    per = {100: 4, 950: 20}[scale]
    text = BASE.format(points=scale) + BONUS.format(per=per, at_most=per * 20)

    assert points == total(book.pack(f"{text}\n[clamp]\n{limits}"), 1, events)


@pytest.mark.parametrize(
    ("share", "events", "points", "grade"),
    [
        ("1", 0, "90", "htxs"),  # exactly 90, without a bonus
        ("0.999", 0, "89.91", "kht"),
        ("0.95", 1, "90.5", "htxs"),  # 85,5 + 5
        ("1", 9, "100", "htxs"),
    ],
)
def test_a_bonus_inside_the_hundred_is_needed_for_it(
    book, share, events, points, grade
):
    """M43, R3: 100 including 10 of bonus, 5 each."""
    pack = book.pack(
        f"""
        max_points = 100
        {NINETY}
        {GRADES}
        {BONUS.format(per=5, at_most=50)}
        [clamp]
        bonus_inside = true
        bonus_at_most = 10
        """
    )
    sheet = score(pack, shares({"A": share}, events={"A": events}))

    assert (Fraction(points), 100) == (sheet.total, sheet.out_of)
    assert grade == sheet.grade


FLAGS = """
city = { type = "flag", label.vi = "Cờ thi đua thành phố" }
state = { type = "flag", label.vi = "Cờ Chính phủ" }
"""
DONE = """
kind = "yes_no"
fact = "city"
"""


def flag(id_, field, points, *, table="bonus", holds="true"):
    return f"""
    [[{table}]]
    id = "{id_}"
    label.vi = "{id_}"
    when = {{ evidence = "chung/co.{field}", is = {holds} }}
    points = {points}
    """


def test_an_uncapped_bonus_passes_the_hundred(book):
    """M44, R8: 97 + 10 (Cờ thành phố) = 107; +15 for the Cờ Chính phủ.

    Compared by percent, 107 of 100 is still more than all: the scale has no end.
    """
    book.criterion("chung/co", FLAGS, DONE)
    pack = book.pack(
        f"""
        compare = "percent"
        {HUNDRED}
        {flag("co-thanh-pho", "city", 10)}
        {flag("co-chinh-phu", "state", 15)}
        """
    )

    def dossier(code, share, *, city):
        evidence = shares({"A": share}).evidence
        held = {"city": city, "state": False}
        return book.of({**evidence, "chung/co": held}, code)

    listed = ranked(
        pack, dossier("K1", 1, city=False), dossier("K2", "0.97", city=True)
    )

    rows = listed.block("khoi").ranked
    told = [(row.sheet.subject.code, row.sheet.total, row.rank) for row in rows]
    assert [("K2", 107, 1), ("K1", 100, 2)] == told


NINE = {
    "late_cases": (1, 5),
    "late_reports": (1, 5),
    "head": (10, 10),
    "staff": (5, 10),
}


@pytest.mark.parametrize(
    ("seen_of", "left"),
    [
        ({"late_cases": 3}, 97),
        ({"late_cases": 7}, 95),  # 7, held at 5
        ({"late_reports": 3, "staff": 1}, 92),
        ({"staff": 3}, 90),  # 15, held at 10
        # 5 + 3 + 10 + 10 are 28, held at 20 by the whole group
        ({"late_cases": 7, "late_reports": 3, "head": 1, "staff": 3}, 80),
    ],
)
def test_each_deduction_has_a_cap_and_their_sum_another(book, seen_of, left):
    """M45, R1 IX: −1 cap 5, −1 cap 5, −10, −5 cap 10; all of them cap 20."""
    fields = [f'{name} = {{ type = "count", label.vi = "{name}" }}' for name in NINE]
    book.criterion(
        "chung/IX",
        "\n".join(fields),
        """
        kind = "per_incident"
        count = "late_cases"
        per = 1
        at_least = 0
        """,
    )
    taken = [
        f"""
        [[deduction]]
        id = "{name}"
        label.vi = "{name}"
        evidence = "chung/IX.{name}"
        per = {per}
        at_most = {at_most}
        """
        for name, (per, at_most) in NINE.items()
    ]
    pack = book.pack(HUNDRED + "".join(taken) + "[clamp]\ndeduction_at_most = 20")
    counts = {**dict.fromkeys(NINE, 0), **seen_of}
    evidence = {**shares({"A": 1}).evidence, "chung/IX": counts}

    assert left == score(pack, book.of(evidence)).total


def test_one_limit_is_written_once(book):
    """M45: «cột ghi −5, lời ghi tối đa trừ 10» cannot be written; there is one field."""
    book.pack(HUNDRED + BONUS.format(per=5, at_most=5))
    file = book.path / "qd" / "thang.toml"
    once, twice = "at_most = 5", "at_most = 5\nat_most = 10"
    file.write_text(file.read_text("utf-8").replace(once, twice), "utf-8")

    with pytest.raises(PackError) as caught:
        book.load()

    assert ["DV-L005"] == codes(caught)


NOT_DONE = """
[[group]]
id = "nhom"
label.vi = "Nhóm"
max_points = 100
criterion = [
  { id = "chung/viec", max_points = 3 },
  { id = "chung/A", max_points = 97 },
]
[[deduction]]
id = "khong-lam"
label.vi = "Không thực hiện"
when = { criterion = "chung/viec", share_below = 1 }
points = 0.25
"""


@pytest.mark.parametrize(("done", "left"), [(True, "100"), (False, "96.75")])
def test_not_done_is_nothing_and_a_deduction_as_well(book, done, left):
    """M46, R5: a missing duty is 0 of its 3 points and a further −0,25."""
    book.criterion(
        "chung/viec",
        'done = { type = "flag", label.vi = "Đã làm" }',
        """
        kind = "yes_no"
        fact = "done"
        """,
    )
    evidence = {**shares({"A": 1}).evidence, "chung/viec": {"done": done}}

    assert Fraction(left) == score(book.pack(NOT_DONE), book.of(evidence)).total


SENT = """
sent = { type = "date", label.vi = "Ngày nộp phiếu tự chấm" }
off = { type = "dates", label.vi = "Ngày nghỉ riêng" }
never = { type = "flag", label.vi = "Không nộp" }
"""
BY_DAY = """
kind = "timeliness"
fact = "sent"
due = 2024-12-10
inclusive = true
days = "calendar"
days_off = "off"
per_day = {per_day}
never = "never"
"""


@pytest.mark.parametrize(
    ("day", "left"),
    [(10, "100"), (11, "95.75"), (14, "95"), (31, "95")],
)
def test_a_self_score_handed_in_late_is_deducted_by_itself(book, day, left):
    """M47, R4: nobody enters the deduction, the day of handing in does it.

    1 point for the day, a quarter less each day; and 4 more for being late at all.
    """
    book.criterion("chung/viec", SENT, BY_DAY.format(per_day="0.25"))
    text = NOT_DONE.replace("= 3 ", "= 1 ").replace("= 97 ", "= 99 ")
    pack = book.pack(text.replace("0.25", "4"))
    sent = {"sent": dt.date(2024, 12, day), "off": frozenset(), "never": False}
    evidence = {**shares({"A": 1}).evidence, "chung/viec": sent}

    assert Fraction(left) == score(pack, book.of(evidence)).total


@pytest.mark.parametrize(
    ("sent", "never", "points"),
    [
        (dt.date(2024, 12, 10), False, "2"),
        (dt.date(2024, 12, 11), False, "1.75"),
        (dt.date(2024, 12, 17), False, "0.25"),
        (dt.date(2024, 12, 18), False, "0"),
        (dt.date(2024, 12, 19), False, "0"),  # −0,25, held at 0
        (MISSING, True, "0"),
    ],
)
def test_each_day_late_costs_and_never_is_nothing(book, sent, never, points):
    """M48: −0,25 a day, of 2 points (ours); floor 0; never handed in → 0."""
    one = book.one(2, SENT, BY_DAY.format(per_day="0.125"))
    told = {"sent": sent, "off": frozenset(), "never": never}

    assert Fraction(points) == one(**told).points
    assert [0, 2] == seen(one(**{**told, "sent": MISSING, "never": False}))


@pytest.mark.parametrize(
    ("launched", "low", "high"),
    [(True, 1000, 1000), (False, 992, 992), (MISSING, 992, 1000)],
)
def test_an_emulation_that_was_not_launched_costs_eight_of_a_thousand(
    book, launched, low, high
):
    """M49, R7: −8 for not launching or registering; unanswered is not «no»."""
    book.criterion("chung/co", FLAGS, DONE)
    taken = flag("thi-dua", "city", 8, table="deduction", holds="false")
    pack = book.pack(BASE.format(points=1000) + taken)
    evidence = {**shares({"A": 1}).evidence, "chung/co": {"city": launched}}

    sheet = score(pack, book.of(evidence))

    assert (low, high) == (sheet.low, sheet.high)


@pytest.mark.parametrize(
    ("clamp", "least", "most"),
    [
        ("", -5, 120),  # R10: negatives allowed, nothing holds the sum
        ("[clamp]\nat_least = 0\nat_most = 110", 0, 110),  # R1: clamp(0, 110)
    ],
)
def test_the_total_has_the_floor_and_the_ceiling_that_are_declared(
    book, clamp, least, most
):
    """M50: 15 − 20 and 100 + 20; a negative total has the lowest grade."""
    extras = BONUS.format(per=20, at_most=20)
    taken = extras.replace("bonus", "deduction").replace("A.events", "B.events")
    text = HUNDRED.replace(
        "points = 100 }", 'points = 50 }, { id = "chung/B", max_points = 50 }'
    )
    pack = book.pack(text + GRADES + extras + taken + clamp)

    low = score(pack, shares({"A": "0.3", "B": 0}, events={"B": 1}))
    high = score(pack, shares({"A": 1, "B": 1}, events={"A": 1}))

    assert (least, "kht") == (low.total, low.grade)
    assert (most, "htxs") == (high.total, high.grade)

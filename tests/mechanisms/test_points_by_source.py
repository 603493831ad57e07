"""3A: days, sets, averages, changes, surveys, appraisers, products (M09–M23)."""

import datetime as dt
from fractions import Fraction

import pytest

from danvan_eval import score
from danvan_eval.errors import PackError
from danvan_eval.evidence import MISSING, OneOf
from danvan_eval.outcomes import Outcome
from mechanisms.writing import codes, seen, shares

RATIO = """
done = { type = "count", label.vi = "Đã làm" }
all = { type = "count", label.vi = "Tổng số" }
"""
AS_IT_IS = """
kind = "proportion"
part = "done"
whole = "all"
on_zero = "not_applicable"
"""


@pytest.mark.parametrize(
    ("sent", "points"),
    [
        (dt.date(2024, 12, 24), 1),
        (dt.date(2024, 12, 25), Fraction(1, 2)),  # «trước ngày 25» leaves the 24th
        # late by the 25th, 26th, 27th, 30th and 31st: five working days
        (dt.date(2024, 12, 31), Fraction(1, 2)),
        (dt.date(2025, 1, 1), Fraction(1, 2)),  # a holiday adds no working day
        (dt.date(2025, 1, 2), 0),  # the sixth
    ],
)
def test_before_a_day_leaves_it_out_and_five_working_days_leave_weekends_out(
    book, sent, points
):
    """M09, R1 VI.2.b «05 ngày làm việc», «trước ngày 25/12»; 1 / 0,5 / 0 is ours."""
    one = book.one(
        1,
        """
        sent = { type = "date", label.vi = "Ngày gửi" }
        off = { type = "dates", label.vi = "Ngày nghỉ riêng" }
        never = { type = "flag", label.vi = "Không gửi" }
        """,
        """
        kind = "timeliness"
        fact = "sent"
        due = 2024-12-25
        inclusive = false
        days = "working"
        days_off = "off"
        late = [{ within = 5, share = 0.5 }]
        never = "never"
        """,
    )
    nothing = frozenset()

    assert points == one(sent=sent, off=nothing, never=False).points
    assert 0 == one(sent=MISSING, off=nothing, never=True).points
    assert [0, 1] == seen(one(sent=MISSING, off=nothing, never=False))


def test_members_of_a_set_have_names_and_not_only_a_number(book):
    """M10, R1 II.2.a: all 4 → 4; missing 1 → 2,5; 2 → 1; 3 and more → 0."""
    members = '"ke-hoach", "phan-cong", "bao-cao", "bien-ban"'
    one = book.one(
        4,
        'held = { type = "members", label.vi = "Hồ sơ có" }',
        f"""
        kind = "k_of_n"
        fact = "held"
        members = [{members}]
        steps = [
          {{ missing = 0, share = 1 }},
          {{ missing = 1, share = 0.625 }},
          {{ missing = 2, share = 0.25 }},
          {{ missing = 3, share = 0 }},
        ]
        """,
    )
    all_four = members.replace('"', "").split(", ")
    points = [one(held=frozenset(all_four[n:])).points for n in range(5)]

    assert [4, Fraction("2.5"), 1, 0, 0] == points
    lacking = dict(one(held=frozenset(all_four[1:])).finding.facts)["lacking"]
    assert ("ke-hoach",) == lacking
    # four of anything are not the four
    other = one(held=frozenset([*all_four[1:], "khac"]))
    assert Outcome.INVALID is other.finding.outcome


@pytest.mark.parametrize(
    ("on_zero", "outcome", "points"),
    [
        ("not_applicable", Outcome.NOT_APPLICABLE, [0, 0]),
        ("full", Outcome.SCORED, 10),
        ("zero", Outcome.SCORED, 0),
        ("error", Outcome.INVALID, [0, 10]),
    ],
)
def test_events_are_averaged_and_none_of_them_is_not_nothing_over_nothing(
    book, on_zero, outcome, points
):
    """M11, R4 «bình quân các cuộc»: 5, 4 and 3 of 5 each are 12/15, 8 of 10 points."""
    one = book.one(
        10,
        """
        total = { type = "amount", label.vi = "Tổng điểm các cuộc", at_least = 0 }
        events = { type = "count", label.vi = "Số cuộc" }
        """,
        f"""
        kind = "average"
        total = "total"
        events = "events"
        out_of = 5
        on_zero = "{on_zero}"
        """,
    )
    none = one(total=Fraction(0), events=0)

    assert 8 == one(total=Fraction(5 + 4 + 3), events=3).points
    assert (outcome, points) == (none.finding.outcome, seen(none))


INDEX = """
[[version.part]]
id = "{name}"
title.vi = "Chỉ số {name}"
weight = 0.5
[version.part.rule]
kind = "change"
value = "{name}"
previous = "{name}_before"
better = "higher"
steps = [{{ at_least = 0.01, share = 1 }}]
"""


@pytest.mark.parametrize(
    ("par", "sipas", "points"),
    [("80.01", "70", "1.5"), ("80", "70", "0"), ("85", "71", "3"), ("79", "71", "1.5")],
)
def test_every_index_that_rose_gains(book, par, sipas, points):
    """M12, R1 V.3.a: 1,5 per index that rose; two indices, from 80 and from 70."""
    names = ("par", "sipas")
    fields = [f"{one}{when}" for one in names for when in ("", "_before")]
    one = book.one(
        3,
        "\n".join(
            f'{id_} = {{ type = "amount", label.vi = "{id_}" }}' for id_ in fields
        ),
        "".join(INDEX.format(name=name) for name in names),
    )
    values = {"par": par, "par_before": 80, "sipas": sipas, "sipas_before": 70}
    told = {name: Fraction(value) for name, value in values.items()}

    assert Fraction(points) == one(**told).points
    assert one(**{**told, "par_before": MISSING}).points is None


@pytest.mark.parametrize(("place", "points"), [(7, 1), (8, 0), (10, 0), (12, 0)])
@pytest.mark.parametrize(
    ("on_first", "first"), [("not_applicable", [0, 0]), ("full", 1), ("zero", 0)]
)
def test_rising_three_places_gains_and_a_first_year_follows_what_is_declared(
    book, place, points, on_first, first
):
    """M12, R1 VIII.3: a rise of 3 places or more is 1 point; last year tenth."""
    one = book.one(
        1,
        """
        place = { type = "count", label.vi = "Thứ hạng" }
        before = { type = "count", label.vi = "Thứ hạng năm trước" }
        first = { type = "flag", label.vi = "Năm đầu xếp hạng" }
        """,
        f"""
        kind = "change"
        value = "place"
        previous = "before"
        better = "lower"
        steps = [{{ at_least = 3, share = 1 }}]
        first = "first"
        on_first = "{on_first}"
        """,
    )

    assert points == seen(one(place=place, before=10, first=False))
    assert first == seen(one(place=place, before=MISSING, first=True))


SURVEY = """
kind = "survey"
metric = "tỷ lệ hài lòng chung: số câu mức 4 và 5 trên tổng số câu có trả lời"
value = "value"
sample = "sample"
out_of = 1
min_sample = 30
on_small_sample = "{follows}"
"""
ASKED = """
value = { type = "percent", label.vi = "Tỷ lệ hài lòng chung" }
sample = { type = "count", label.vi = "Số phiếu" }
"""


@pytest.mark.parametrize(
    ("follows", "points"),
    [("unknown", [0, Fraction("31.5")]), ("not_applicable", [0, 0])],
)
def test_a_survey_counts_by_its_named_metric_from_a_least_sample_on(
    book, follows, points
):
    """M16, R6: the survey is worth 31,5 of 100; 88 % of 31,5 are 27,72."""
    one = book.one("31.5", ASKED, SURVEY.format(follows=follows))
    share = Fraction("0.88")

    assert Fraction("27.72") == one(value=share, sample=30).points
    assert points == seen(one(value=share, sample=29))
    nameless = SURVEY.format(follows=follows).replace("metric", "# metric")
    with pytest.raises(PackError) as caught:
        book.one("31.5", ASKED, nameless)
    assert "DV-L003" in codes(caught)


def test_answers_not_used_stand_in_no_denominator(book):
    """M16, formula 2: of 50 questions 6 «không sử dụng», 33 at 4 or 5: 33/44, not 33/50."""
    one = book.one("31.5", RATIO, AS_IT_IS)

    assert Fraction("23.625") == one(done=33, all=50 - 6).points


def test_an_imported_result_needs_the_document_it_stands_in(book):
    """M17, R6 TTCP B.1.2 takes the PAR index: 87,5 of 100; the 4 points are ours."""
    one = book.one(
        4,
        """
        value = { type = "amount", label.vi = "Chỉ số CCHC" }
        source = { type = "text", label.vi = "Số, ngày, phiên bản" }
        """,
        """
        kind = "imported"
        value = "value"
        source = "source"
        out_of = 100
        """,
    )
    value = Fraction("87.5")

    assert Fraction("3.5") == one(value=value, source="221/QĐ-UBND, 2018").points
    assert [0, 4] == seen(one(value=value, source=MISSING))
    blank = one(value=value, source=" ").finding
    assert ["DV-E208"] == [fault.code for fault in blank.faults]


def test_an_appraiser_gives_any_score_and_says_why(book):
    """M18, R9 «chấm thẳng»: any value up to 10; without the reason it settles nothing."""
    one = book.one(
        10,
        """
        score = { type = "amount", label.vi = "Điểm thẩm định" }
        reason = { type = "text", label.vi = "Ai, ngày nào, vì sao" }
        """,
        """
        kind = "direct"
        score = "score"
        reason = "reason"
        out_of = 10
        """,
    )
    why = "Đoàn thẩm định, 09/12/2024: đủ minh chứng"
    given = one(score=Fraction("7.3"), reason=why)

    assert Fraction("7.3") == given.points
    assert why == dict(given.finding.facts)["why"]
    for unsaid, code in ((" ", "DV-E206"), (MISSING, None)):
        bare = one(score=Fraction("7.3"), reason=unsaid)
        assert ([0, 10], code) == (
            seen(bare),
            next((fault.code for fault in bare.finding.faults), None),
        )


def test_what_is_reserved_for_the_superior_is_open_until_the_appraisal(book):
    """M21, P7: 90 by the unit itself and 10 by the superior; «87» alone is no 87/100."""
    pack = book.pack("""
        [[group]]
        id = "tu-cham"
        label.vi = "Tự chấm"
        max_points = 90
        criterion = [{ id = "chung/A", max_points = 90 }]
        [[group]]
        id = "cap-tren"
        label.vi = "Cấp trên đánh giá"
        max_points = 10
        criterion = [{ id = "chung/B", max_points = 10 }]
    """)
    # 87 of 90 are 29/30; nine tenths from the superior are 9 more
    before = score(pack, shares({"A": "29/30", "B": None}))
    after = score(pack, shares({"A": "29/30", "B": "0.9"}))

    own = next(step for step in before.steps if step.about == "tu-cham")
    assert (87, 90) == (own.low, dict(own.facts)["max_points"])
    assert before.total is None
    assert (87, 97, 100) == (before.low, before.high, before.out_of)
    assert (96, 100) == (after.total, after.out_of)


def test_urging_in_writing_lifts_by_one_band(book):
    """M22, R1 III.2.b: below 80 % but urged counts as 80–<90; 2 / 1 / 0 are ours."""
    one = book.one(
        2,
        RATIO + 'urged = { type = "flag", label.vi = "Có văn bản đôn đốc" }',
        """
        kind = "bands"
        part = "done"
        whole = "all"
        on_zero = "not_applicable"
        urged = "urged"
        urged_to = "80%"
        bands = [
          { at_least = "90%", share = 1 },
          { at_least = "80%", share = 0.5 },
          { at_least = 0, share = 0 },
        ]
        """,
    )

    assert [1, 0] == [seen(one(done=79, all=100, urged=yes)) for yes in (True, False)]
    # 85 % is 80–<90 % whether urged or not: R1 lifts nothing to the top
    assert [1, 1] == [seen(one(done=85, all=100, urged=yes)) for yes in (True, False)]
    # the document is asked for wherever it could matter, and only there
    assert [0, 1] == seen(one(done=79, all=100, urged=MISSING))
    assert 2 == seen(one(done=90, all=100, urged=MISSING))


def test_every_product_pays_for_its_own_failures_only(book):
    """M23, R2 Đ14: −25 % of that product per failure, of 70 points.

    Ten products, one failed once, one five times: 0,25 and 1 are lost, 8,75 of 10
    are left; 70 × 7/8 = 61,25. On the sum six failures would cost 1,5.
    """
    names = ("products", "once", "twice", "thrice", "more")
    one = book.one(
        70,
        "\n".join(f'{id_} = {{ type = "count", label.vi = "{id_}" }}' for id_ in names),
        "\n".join(f'{id_} = "{id_}"' for id_ in names)
        + """
        kind = "per_product"
        per = 0.25
        on_zero = "not_applicable"
        """,
    )
    none = dict.fromkeys(names, 0) | {"products": 10}

    assert Fraction("61.25") == one(**{**none, "once": 1, "more": 1}).points
    # a cause still being verified leaves the failure open: 70, or 70 × 39/40
    pending = one(**{**none, "once": OneOf((0, 1), "pending")})
    assert [Fraction("68.25"), 70] == seen(pending)

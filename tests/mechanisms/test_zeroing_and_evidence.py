"""3C: zeroing, overlap, and which evidence counts (M33–M41)."""

from fractions import Fraction

import pytest

from danvan_eval import score
from danvan_eval.errors import PackError
from danvan_eval.evidence import MISSING, OneOf
from mechanisms.writing import codes, seen, shares

TWO = """
[[group]]
id = "nhom"
label.vi = "Nhóm"
max_points = 100
criterion = [
  { id = "chung/A", max_points = 40 },
  { id = "chung/B", max_points = 60 },
]
[[grade]]
id = "xs"
label.vi = "Xuất sắc"
from = 90
[[grade]]
id = "tot"
label.vi = "Tốt"
from = 80
[[grade]]
id = "kha"
label.vi = "Khá"
from = 65
[[grade]]
id = "tb"
label.vi = "Trung bình"
from = 50
[[grade]]
id = "yeu"
label.vi = "Yếu"
from = 0
"""
PARTS = """
[[version.part]]
id = "nghi-quyet"
title.vi = "Nghị quyết"
weight = 0.5
zeroes = true
[version.part.rule]
kind = "levels"
fact = "level"
levels = [
  { id = "du", share = 1 },
  { id = "cham", share = 0.5 },
  { id = "trai-luat", share = 0 },
]
[[version.part]]
id = "trien-khai"
title.vi = "Triển khai"
weight = 0.5
[version.part.rule]
kind = "yes_no"
fact = "done"
"""


@pytest.mark.parametrize(
    ("level", "done", "points"),
    [
        ("du", True, 3),
        ("cham", True, Fraction("2.25")),
        ("trai-luat", True, 0),  # the sibling's 1,5 go with it
        ("trai-luat", MISSING, 0),
        (MISSING, True, [0, 3]),
    ],
)
def test_a_level_takes_the_whole_criterion_with_it(book, level, done, points):
    """M33, R1 I.1.a «zeroItem»; 3 points in two halves are ours."""
    options = ", ".join(
        f'{{ id = "{one}", label.vi = "{one}" }}' for one in ("du", "cham", "trai-luat")
    )
    one = book.one(
        3,
        f"""
        level = {{ type = "level", label.vi = "Mức", options = [{options}] }}
        done = {{ type = "flag", label.vi = "Đã triển khai" }}
        """,
        PARTS,
    )

    assert points == seen(one(level=level, done=done))


def test_a_condition_takes_a_criterion_and_leaves_its_sibling(book):
    """M33, R1 I.6.a, as a condition of the scheme: zero beats what the parts earned."""
    pack = book.pack(
        TWO
        + """
        [[zero]]
        id = "sai-pham"
        criterion = "chung/A"
        when = { evidence = "chung/A.events", at_least = 1 }
        reason.vi = "Có sai phạm thì không tính điểm tiêu chí."
        """
    )

    sheet = score(pack, shares({"A": 1, "B": 1}, events={"A": 1}))

    assert [0, 60] == [line.points for line in sheet.lines]


LEVEL = """
got = { type = "members", label.vi = "Cấp công nhận", options = [
  { id = "co-so", label.vi = "Cơ sở" },
  { id = "huyen", label.vi = "Huyện" },
  { id = "tinh", label.vi = "Tỉnh" } ] }
"""


@pytest.mark.parametrize(
    ("got", "points"),
    [
        (["co-so", "huyen", "tinh"], 3),
        (["co-so", "huyen"], 2),
        (["co-so"], 1),
        ([], 0),
    ],
)
def test_only_the_highest_of_the_levels_counts(book, got, points):
    """M34, R1 VIII.2 «chỉ tính mức cao nhất»; 1 / 2 / 3 points, added they were 6."""
    one = book.one(
        3,
        LEVEL,
        """
        kind = "best_level"
        fact = "got"
        levels = [
          { id = "tinh", share = 1 },
          { id = "huyen", share = "2/3" },
          { id = "co-so", share = "1/3" },
        ]
        """,
    )

    assert points == seen(one(got=frozenset(got)))


@pytest.mark.parametrize(
    "written",
    [
        'evidence = "chung/A.events"\nper = 2\nat_most = 2',
        'when = { evidence = "chung/A.events", at_least = 1 }\npoints = 2',
    ],
)
def test_what_happens_again_is_counted_once_a_year(book, written):
    """M35, R1 VIII.1 «chỉ tính 01 lần»; the 2 points are ours."""
    pack = book.pack(
        f"""
        {TWO}
        [[bonus]]
        id = "thuong"
        label.vi = "Được biểu dương"
        {written}
        """
    )
    totals = [
        score(pack, shares({"A": 1, "B": 0}, events={"A": n})).total for n in (0, 1, 5)
    ]

    assert [40, 42, 42] == totals


COUNT = 'n = { type = "count", label.vi = "Số mô hình" }'
PER = """
kind = "per_count"
count = "n"
per = 0.5
at_most = 1
"""
MODELS = """
[[group]]
id = "nhom"
label.vi = "Nhóm"
max_points = 5
criterion = [{ id = "chung/V1", max_points = 5 }]
"""
AGAIN = """
[[bonus]]
id = "mo-hinh"
label.vi = "Mô hình"
evidence = "chung/V1.n"
per = 1
at_most = 3
"""


def test_a_fact_scored_in_one_group_earns_nothing_in_another(book):
    """M36, R1 V.2 / VIII «chấm tại nhóm VIII, không tính lại»: refused when loaded."""
    book.criterion("chung/V1", COUNT, PER)

    with pytest.raises(PackError) as caught:
        book.pack(MODELS + AGAIN)

    assert ["DV-L019"] == codes(caught)


def test_one_criterion_stands_in_one_group(book):
    """M36: the same criterion under two groups is refused as well."""
    book.criterion("chung/V1", COUNT, PER)

    with pytest.raises(PackError) as caught:
        book.pack(MODELS + MODELS.replace('"nhom"', '"nhom-2"'))

    assert ["DV-L006"] == codes(caught)


def test_a_deliberate_double_effect_is_written_down(book):
    """M37, R1 I.3.a with IX.1 «đồng thời bị trừ điểm tại nhóm IX»: −0,5 and −1 each."""
    book.criterion(
        "chung/I3",
        'n = { type = "count", label.vi = "Số đơn quá hạn" }',
        """
        kind = "per_incident"
        count = "n"
        per = 0.25
        at_least = 0
        """,
    )
    group = MODELS.replace("V1", "I3").replace("= 5", "= 2")
    taken = AGAIN.replace("bonus", "deduction").replace("V1", "I3")

    with pytest.raises(PackError) as caught:
        book.pack(group + taken)
    assert ["DV-L019"] == codes(caught)
    pack = book.pack(f"{group}{taken}double = true")
    # 2 − 0,5 and 1 more: 0,5
    assert Fraction("0.5") == score(pack, book.of({"chung/I3": {"n": 1}})).total


def test_a_double_effect_that_is_none_is_refused(book):
    """M37: ``double`` on what nothing else scores is a reason for nothing."""
    double = AGAIN.replace("chung/V1.n", "chung/A.events") + "double = true"

    with pytest.raises(PackError) as caught:
        book.pack(TWO + double)

    assert ["DV-L011"] == codes(caught)


CONDITIONS = ("chua-co", "van-ban", "sau-thang", "bao-cao", "cong-nhan")


@pytest.mark.parametrize("lacking", [None, *CONDITIONS])
def test_a_model_counts_when_all_five_conditions_hold(book, lacking):
    """M38, R1 V.1.a: 2,5 for a new model with 5 of 5; one short is nothing."""
    one = book.one(
        "2.5",
        'held = { type = "members", label.vi = "Điều kiện", proof.vi = "Số, ngày" }',
        f"""
        kind = "k_of_n"
        fact = "held"
        members = {list(CONDITIONS)}
        steps = [{{ missing = 0, share = 1 }}, {{ missing = 1, share = 0 }}]
        """,
    )
    line = one(held=frozenset(CONDITIONS) - {lacking})

    assert (0 if lacking else Fraction("2.5")) == line.points
    assert not lacking or (lacking,) == dict(line.finding.facts)["lacking"]


PAPERS = """
[[version.part]]
id = "ho-so"
title.vi = "Hồ sơ"
weight = 0.5
zeroes = true
[version.part.rule]
kind = "k_of_n"
fact = "papers"
members = ["so", "ngay", "tep"]
steps = [{ missing = 0, share = 1 }, { missing = 1, share = 0 }]
[[version.part]]
id = "sang-kien"
title.vi = "Sáng kiến"
weight = 0.5
[version.part.rule]
kind = "yes_no"
fact = "recognised"
"""


@pytest.mark.parametrize(
    ("papers", "recognised", "points"),
    [
        (["so", "ngay", "tep"], True, 5),
        (["so", "ngay"], True, 0),
        (MISSING, True, [0, 5]),
    ],
)
def test_an_initiative_counts_with_its_number_date_and_file(
    book, papers, recognised, points
):
    """M39, R4: +5 for a recognised initiative, all three papers required."""
    one = book.one(
        5,
        """
        papers = { type = "members", label.vi = "Giấy tờ" }
        recognised = { type = "flag", label.vi = "Được công nhận" }
        """,
        PAPERS,
    )
    held = papers if papers is MISSING else frozenset(papers)

    assert points == seen(one(papers=held, recognised=recognised))


@pytest.mark.parametrize(
    ("founded", "low", "high"),
    [
        (0, 100, 100),  # «sai», «rút», and nothing received
        (1, 95, 95),  # «đúng», and «đúng một phần»
        (OneOf((0, 1), "pending"), 95, 100),  # «tiếp nhận», «đang xác minh»
    ],
)
def test_a_complaint_counts_when_it_is_found_to_be_true(book, founded, low, high):
    """M40, Agribank D-13, R1 IX.4 −5; R2 Đ9: verified before the grade is decided."""
    pack = book.pack(
        TWO
        + """
        [[deduction]]
        id = "khieu-kien"
        label.vi = "Khiếu kiện đông người, xác định có trách nhiệm"
        evidence = "chung/A.events"
        per = 5
        at_most = 5
        """
    )
    sheet = score(pack, shares({"A": 1, "B": 1}, events={"A": founded}))

    assert (low, high, low == high) == (sheet.low, sheet.high, sheet.complete)


FALSE = """
[[zero]]
id = "sai-su-that"
criterion = "chung/A"
when = { evidence = "chung/A.events", at_least = 1 }
reason.vi = "Minh chứng không đúng sự thật."
[[deduction]]
id = "sai-su-that"
label.vi = "Minh chứng không đúng sự thật"
evidence = "chung/A.events"
per = 5
at_most = 5
[[drop]]
id = "sai-su-that"
grades = 1
when = { evidence = "chung/A.events", at_least = 1 }
reason.vi = "Minh chứng không đúng sự thật."
[[lowest]]
id = "tai-pham"
when = { evidence = "chung/B.events", at_least = 1 }
reason.vi = "Tái phạm so với năm trước."
"""


@pytest.mark.parametrize(
    ("now", "again", "total", "grades"),
    [
        (0, 0, 100, ["xs"]),
        (1, 0, 85, ["kha"]),  # 90 − 5 is «tot», one lower is «kha»
        (1, 1, 85, ["yeu"]),
        (1, None, 85, ["kha", "yeu"]),  # last year's result is needed
    ],
)
def test_false_evidence_zeroes_deducts_and_lowers(book, now, again, total, grades):
    """M41, R1 IX.8/9: −5, that criterion 0, one grade lower; a repeat is the lowest.

    A is worth 10 and B 90. Repeats are counted by ``chung/B.events``.
    """
    ten = TWO.replace("= 40", "= 10").replace("= 60", "= 90")
    pack = book.pack(ten + FALSE)
    events = {"A": now, "B": again}

    sheet = score(pack, shares({"A": 1, "B": 1}, events=events))

    assert (total, total) == (sheet.low, sheet.high)
    assert grades == list(sheet.grades)

"""3I: rounding, assumed numbers, and readings that are chosen (M92–M94)."""

from fractions import Fraction

import pytest

from danvan_eval import explain, load_catalogue, score
from danvan_eval.errors import PackError
from mechanisms.grading import TWO, scale
from mechanisms.writing import BARE, YEAR, codes, shares

THIRDS = """
[[group]]
id = "nhom"
label.vi = "Nhóm"
max_points = 100
criterion = [
  {{ id = "chung/A", max_points = 10{leaf} }},
  {{ id = "chung/B", max_points = 90{leaf} }},
]
"""
LEAF = ', round = {{ step = {}, mode = "{}" }}'
WHOLE = 'round = {{ step = {}, mode = "{}" }}\n'


@pytest.mark.parametrize(
    ("leaf", "whole", "total"),
    [
        # A is 2/3 of 10 = 6,666…, B is 83,328; 89,994666… in all
        ("", "", "20/3 + 83.328"),
        ("", WHOLE.format("0.01", "half_up"), "89.99"),  # R4, R9: two digits
        ("", WHOLE.format("0.1", "half_up"), "90"),
        ("", WHOLE.format("0.1", "down"), "89.9"),
        (LEAF.format("0.25", "half_up"), "", "90"),  # R1: 6,75 + 83,25
        (LEAF.format("0.25", "down"), "", "89.75"),  # 6,5 + 83,25
    ],
)
def test_points_are_rounded_where_and_how_it_is_written_and_nowhere_else(
    book, leaf, whole, total
):
    """M92: R1 on each line to 0,25; R4 and R9 on the total to two digits."""
    pack = book.pack(whole + THIRDS.format(leaf=leaf) + scale("R2"))
    sheet = score(pack, shares({"A": "2/3", "B": Fraction("83.328") / 90}))
    expected = sum(Fraction(one) for one in total.split(" + "))

    assert expected == sheet.total
    assert ("htxs" if total == "90" else "htt") == sheet.grade


def test_a_number_without_a_basis_is_refused(book):
    """M93: every number is cited, adopted, or assumed with its reason."""
    book.pack(TWO)
    file = book.path / "qd" / "thang.toml"
    text = file.read_text("utf-8").replace('"group" =', '"nothing" =')
    file.write_text(text, encoding="utf-8")

    with pytest.raises(PackError) as caught:
        book.load()

    assert {"DV-L011", "DV-L012"} == set(codes(caught))


ADOPTION = """
schema = 1
[regulation]
number = "01/QC-BV"
title.vi = "Quy chế thử"
issuer = "Bệnh viện thử"
signed_on = 2024-01-15
[[adopt]]
target = "qd/thang"
article = "Điều 5"
confirms = ["group"]
[[adopt]]
target = "chung/B@qd/unit"
article = "Điều 4"
confirms = ["rule", "from", "to"]
"""


def test_every_result_says_how_much_of_it_is_assumed(book, tmp_path):
    """M93: in the share of the maxima, on each line, and in the explanation."""
    pack = book.pack(TWO)
    file = tmp_path / "quy-che.toml"
    file.write_text(ADOPTION, encoding="utf-8")
    loaded = load_catalogue(book.path, overlays=[file], registry=BARE)
    adopted = loaded.pack("qd/thang", YEAR)
    seen = shares({"A": 1, "B": 1})

    before, after = score(pack, seen), score(adopted, seen)

    # B is worth 10 of 100, and no longer assumed
    assert (1, Fraction(9, 10)) == (before.assumed, after.assumed)
    assert ["assumed", "adopted"] == [line.basis for line in after.lines]
    assert "Số của ví dụ." in explain(adopted, after, "chung/A")
    assert "Điều 4" in explain(adopted, after, "chung/B")


RATIO = """
done = { type = "count", label.vi = "Đã học" }
all = { type = "count", label.vi = "Tổng số" }
"""
LITERAL = """
kind = "all_or_nothing"
part = "done"
whole = "all"
target = 1
on_zero = "not_applicable"
"""
BY_STEPS = """
kind = "bands"
part = "done"
whole = "all"
on_zero = "not_applicable"
bands = [
  { at_least = 1, share = 1 },
  { at_least = 0.9, share = 0.5 },
  { at_least = 0, share = 0 },
]
"""


@pytest.mark.parametrize(("reading", "points"), [("a", 0), ("b", Fraction("1.5"))])
def test_an_open_wording_is_scored_by_the_reading_that_is_chosen(book, reading, points):
    """M94: «100% viên chức» to the letter, or by the steps of R1; 29 of 30, 3 points."""
    book.criterion("chung/C01", RATIO, LITERAL, BY_STEPS)
    pack = book.pack(f"""
        reading = "{reading}"
        [[group]]
        id = "nhom"
        label.vi = "Nhóm"
        max_points = 3
        criterion = [{{ id = "chung/C01", max_points = 3 }}]
    """)

    sheet = score(pack, book.of({"chung/C01": {"done": 29, "all": 30}}))

    assert points == sheet.lines[0].points


def test_an_open_wording_cannot_be_scored_by_no_reading(book):
    """M94: a scheme that chooses none of the readings is refused."""
    book.criterion("chung/C01", RATIO, LITERAL, BY_STEPS)

    with pytest.raises(PackError) as caught:
        book.pack("""
            [[group]]
            id = "nhom"
            label.vi = "Nhóm"
            max_points = 3
            criterion = [{ id = "chung/C01", max_points = 3 }]
        """)

    assert ["DV-L014"] == codes(caught)

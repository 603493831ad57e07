"""What one criterion finds: missing, alternatives, contradictions, parts."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.evidence import MISSING, Declined
from danvan_eval.judging import mean_bounds
from danvan_eval.kinds.k_of_n import KOfN
from danvan_eval.kinds.per_count import PerCount
from danvan_eval.kinds.per_shortfall import PerShortfall
from danvan_eval.outcomes import Outcome
from danvan_eval.ratios import ON_ZERO
from danvan_eval.rule import Bounds
from danvan_eval.testing.building import criterion, field, part, unreadable
from helpers.judging import BANDS, HALF, codes, counts, found, ratio, survey, yes_no

SHORTFALL = PerShortfall(
    expected="lich", done="da_tiep", excused="hoan", per="0.25", on_zero="full"
)


def declinable_counts():
    return st.one_of(st.just(Declined()), st.integers(0, 6))


def beside_a_sibling(on_zero):
    """A ratio whose figures may be declined, and a yes or no that zeroes."""
    return criterion(
        "A",
        part(attrs.evolve(BANDS, on_zero=on_zero), "a", HALF),
        yes_no("b", HALF, zeroes=True),
        fields=(*counts("du", "tong", may_decline=True), field("b", "flag")),
    )


def holds(open_, settled):
    """Whether *settled* is one of the things that *open_* may still become."""
    if settled.outcome is Outcome.NOT_APPLICABLE:
        return open_.removable
    return open_.low <= settled.low <= settled.high <= open_.high


class TestMissing:
    def test_what_is_missing_is_named_and_is_not_zero(self):
        finding = found(ratio(), tong=12)

        assert (Outcome.UNKNOWN, 0, 1) == (finding.outcome, finding.low, finding.high)
        assert ("du",) == finding.missing
        assert finding.share is None

    def test_what_changes_nothing_is_not_asked_for(self):
        made = criterion(
            "A",
            part(PerCount(count="mo_hinh", per=0, at_most=1), "", 1),
            fields=counts("mo_hinh"),
        )

        assert (Outcome.SCORED, "settled") == (found(made).outcome, found(made).reason)

    def test_a_contradiction_among_what_is_known_is_invalid_at_once(self):
        """Seven of five, and nobody counted the excused: no full points."""
        made = criterion(
            "A",
            part(SHORTFALL, "", 1),
            fields=counts("lich", "da_tiep", "hoan"),
        )
        finding = found(made, lich=5, da_tiep=7)

        assert (Outcome.INVALID, ["DV-E203"]) == (finding.outcome, codes(finding))

    def test_a_field_that_may_be_declined_keeps_the_criterion_removable(self):
        assert found(ratio(may_decline=True), tong=12).removable
        assert not found(ratio(), tong=12).removable


class TestDeclined:
    def test_a_declined_figure_takes_the_criterion_out(self):
        finding = found(ratio(may_decline=True), du=Declined(), tong=12)

        assert (Outcome.NOT_APPLICABLE, "declined") == (finding.outcome, finding.reason)

    def test_nobody_declines_a_figure_that_must_be_given(self):
        """«Không áp dụng» in the cell is no way round a criterion."""
        finding = found(ratio(), du=Declined(), tong=12)

        assert (Outcome.INVALID, ["DV-E201"]) == (finding.outcome, codes(finding))


class TestWrongValues:
    @pytest.mark.parametrize(
        ("value", "code"),
        [
            (-1, "DV-E202"),
            (True, "DV-E201"),
            (Fraction(9), "DV-E201"),
            ("9", "DV-E201"),
            (dt.date(2024, 1, 9), "DV-E201"),
            (frozenset(), "DV-E201"),
            (9.0, "DV-E201"),
            (None, "DV-E201"),
        ],
    )
    def test_a_value_of_another_type_or_range_is_invalid_and_counts_as_missing(
        self, value, code
    ):
        finding = found(ratio(), du=value, tong=12)

        assert (Outcome.INVALID, [code], ("du",)) == (
            finding.outcome,
            codes(finding),
            finding.missing,
        )

    @pytest.mark.parametrize("type_", ["dates", "members", "level", "date", "flag"])
    @pytest.mark.parametrize("value", [0.5, None, 3, dt.datetime(2024, 1, 1)])  # noqa: DTZ001
    def test_no_field_takes_a_stranger_or_a_time_of_day(self, type_, value):
        assert field("x", type_).check(value).code == "DV-E201"

    def test_a_part_above_its_whole_is_invalid_and_leaves_everything_open(self):
        finding = found(ratio(), du=13, tong=12)

        assert (Outcome.INVALID, ["DV-E203"]) == (finding.outcome, codes(finding))
        assert (0, 1, True) == (finding.low, finding.high, finding.removable)

    @pytest.mark.parametrize(
        ("limits", "value", "allowed"),
        [
            ({}, Fraction("1.03"), "0…1"),
            ({}, Fraction("-0.01"), "0…1"),
            ({"may_exceed": True}, Fraction(-1), "≥ 0"),
            ({"at_least": Fraction(1, 2)}, Fraction("0.4"), "0.5…1"),
            ({"at_most": Fraction(2)}, Fraction("2.1"), "0…2"),
        ],
    )
    def test_a_percentage_outside_its_limits_is_refused(self, limits, value, allowed):
        refusal = field("ty_le", "percent", **limits).check(value)

        assert ("DV-E202", allowed) == (refusal.code, dict(refusal.data)["allowed"])

    @pytest.mark.parametrize(
        ("limits", "value"),
        [
            ({}, Fraction(1)),
            ({}, 0),
            ({"may_exceed": True}, Fraction("1.7")),
            ({"at_most": Fraction(2)}, 2),
        ],
    )
    def test_a_percentage_on_its_limits_is_taken(self, limits, value):
        assert field("ty_le", "percent", **limits).check(value) is None

    @given(
        wrong=st.tuples(st.integers(0, 6), st.integers(0, 6)),
        mended=st.tuples(declinable_counts(), declinable_counts()),
        on_zero=st.sampled_from(ON_ZERO),
        sibling=st.sampled_from([MISSING, True, False]),
    )
    def test_what_is_wrong_leaves_open_all_that_it_can_be_mended_to(
        self, wrong, mended, on_zero, sibling
    ):
        made = beside_a_sibling(on_zero)
        told = dict(zip(("du", "tong"), wrong, strict=True))
        finding = found(made, **told, b=sibling)
        right = found(made, **dict(zip(told, mended, strict=True)), b=sibling)
        if codes(finding) and not codes(right):
            assert holds(finding, right)

    def test_a_zeroed_criterion_may_still_turn_out_not_to_apply(self):
        """Declining the figures that contradict each other takes all of it out."""
        finding = found(beside_a_sibling("error"), du=5, tong=3, b=False)

        assert (Outcome.INVALID, ["DV-E203"], True) == (
            finding.outcome,
            codes(finding),
            finding.removable,
        )

    def test_a_contradiction_is_told_beside_an_unreadable_cell(self):
        made = criterion(
            "A", part(SHORTFALL, "", 1), fields=counts("lich", "da_tiep", "hoan")
        )
        finding = found(made, lich=5, da_tiep=7, hoan=unreadable())

        assert ["DV-E101", "DV-E203"] == codes(finding)

    def test_every_fault_is_told_at_once(self):
        finding = found(ratio(), du=-1, tong=unreadable())

        assert ["DV-E202", "DV-E101"] == codes(finding)

    def test_an_unreadable_metric_of_too_small_a_sample_may_yet_not_apply(self):
        finding = found(survey(), chi_so=unreadable(), phieu=3)

        assert (Outcome.INVALID, True) == (finding.outcome, finding.removable)


def composite(*parts):
    fields = tuple(field(one.rule.fact, "flag") for one in parts)
    return criterion("A", *parts, fields=fields)


class TestParts:
    def test_parts_add_up_by_weight(self):
        made = composite(yes_no("a", "0.7"), yes_no("b", "0.3"))

        assert Fraction(7, 10) == found(made, a=True, b=False).share

    def test_a_part_that_zeroes_beats_its_siblings(self):
        made = composite(yes_no("a", "0.1", zeroes=True), yes_no("b", "0.9"))

        assert found(made, a=False, b=True).share == 0
        assert (
            Fraction(9, 10) == found(composite(*no_zero(made)), b=True, a=False).share
        )

    def test_a_part_that_zeroes_settles_the_criterion_while_siblings_are_missing(self):
        made = composite(yes_no("a", "0.1", zeroes=True), yes_no("b", "0.9"))

        assert found(made, a=False).share == 0

    def test_a_zeroed_criterion_still_tells_what_is_wrong_beside_it(self):
        made = composite(yes_no("a", "0.1", zeroes=True), yes_no("b", "0.9"))

        assert ["DV-E101"] == codes(found(made, a=False, b=unreadable()))

    def test_a_part_that_may_yet_zero_opens_the_interval_down_to_nothing(self):
        made = composite(yes_no("a", "0.1", zeroes=True), yes_no("b", "0.9"))
        finding = found(made, b=True)

        assert (0, 1) == (finding.low, finding.high)

    def test_a_part_that_does_not_apply_leaves_its_weight_to_the_others(self):
        made = criterion(
            "A",
            part(BANDS, "a", "0.5"),
            yes_no("b", "0.2"),
            yes_no("c", "0.3"),
            fields=(*counts("du", "tong"), field("b", "flag"), field("c", "flag")),
        )
        finding = found(made, du=0, tong=0, b=True, c=False)

        assert (Fraction(2, 5), "parts.rescaled") == (finding.share, finding.reason)

    def test_a_criterion_of_which_no_part_applies_does_not_apply(self):
        halves = [part(BANDS, id_, HALF) for id_ in "ab"]
        made = criterion("A", *halves, fields=counts("du", "tong"))

        assert found(made, du=0, tong=0).outcome is Outcome.NOT_APPLICABLE


def no_zero(made):
    return [attrs.evolve(one, zeroes=False) for one in made.versions[0].parts]


class TestBoundsOfMeans:
    def test_a_member_that_may_leave_is_kept_only_where_it_moves_the_mean(self):
        members = [
            (HALF, HALF, HALF, False),
            (HALF, Fraction(0), Fraction(1), True),
        ]

        assert Bounds(Fraction(1, 4), Fraction(3, 4)) == mean_bounds(members)

    def test_where_all_may_leave_the_whole_may(self):
        members = [(HALF, Fraction(0), HALF, True), (HALF, HALF, Fraction(1), True)]

        assert Bounds(0, 1, removable=True) == mean_bounds(members)


def test_a_member_list_of_the_wrong_people_is_refused_by_its_field_first():
    rule = KOfN(fact="co", members=("pho",), steps=[{"missing": 0, "share": 1}])
    options = tuple((name, field(name, "text").label) for name in ("pho", "truong"))
    made = criterion(
        "A", part(rule, "", 1), fields=(field("co", "members", options=options),)
    )

    assert ["DV-E205"] == codes(found(made, co=frozenset({"khach"})))

"""One dossier in, one sheet out: what is open, in which order, and what is refused."""

import datetime as dt
from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.errors import FaultError
from danvan_eval.evidence import MISSING, OneOf, Waiver
from danvan_eval.kinds.yes_no import YesNo
from danvan_eval.outcomes import Outcome
from danvan_eval.packs import pack_of
from danvan_eval.periods import Period
from danvan_eval.points import Rounding
from danvan_eval.scheme import (
    Cap,
    Drop,
    Effect,
    EvidenceRef,
    Floor,
    Limits,
    Scheme,
    When,
    Zero,
)
from danvan_eval.scoring import score
from danvan_eval.subjects import Subject
from danvan_eval.terms import Text
from danvan_eval.testing.building import (
    NOT_APPLICABLE,
    YEAR,
    criterion,
    dossier,
    events,
    field,
    group,
    pack,
    part,
    scheme,
    shelf,
    unreadable,
)
from danvan_eval.testing.strategies import shares
from danvan_eval.trace import Stage
from helpers.scoring import ALL, TWO, codes, extra, sheet_of

WHY = Text("theo quy chế")
NEXT_YEAR = dt.date(2025, 6, 30)


class TestMissing:
    def test_nothing_entered_is_no_score_at_all(self):
        sheet = score(pack(scheme(TWO)), dossier({}))

        assert (None, None, 0, 100) == (sheet.total, sheet.grade, sheet.low, sheet.high)
        assert 4 == len(sheet.grades)

    def test_a_missing_figure_leaves_an_interval_and_its_name(self):
        sheet = sheet_of({"A": 1, "B": 1})

        assert (None, 80, 100) == (sheet.total, sheet.low, sheet.high)
        assert (("C", "score"), ("C", "reason")) == sheet.missing

    def test_a_true_zero_is_a_score(self):
        sheet = sheet_of(dict.fromkeys("ABC", 0))

        assert (0, "kem") == (sheet.total, sheet.grade)

    def test_a_condition_that_is_open_names_the_figure_it_waits_for(self):
        zero = Zero("khong", events("A", 1), WHY, "A")
        sheet = sheet_of(ALL, scheme(TWO, zeros=(zero,)), events={"A": MISSING})

        assert (Outcome.UNKNOWN, (("A", "events"),)) == (sheet.outcome, sheet.missing)
        assert (40, 100) == (sheet.low, sheet.high)

    def test_an_interval_counts_a_clamped_group_once(self):
        """Twenty points held at ten weigh ten, whatever may leave beside them."""
        made = scheme((group("mot", {"A": 10, "B": 10}, at_most=10), *groups(C=10)))
        sheet = sheet_of({"A": 1, "B": 1}, made)

        assert (10, 20) == (sheet.low, sheet.high)

    def test_in_a_reduced_total_what_may_leave_takes_no_more_than_itself_along(self):
        made = scheme(
            (group("mot", {"A": 10, "B": 10}, at_most=10),), excluded="reduce"
        )
        sheet = sheet_of({"A": OneOf((1, Fraction(1, 2)), "pending"), "B": 1}, made)

        assert (10, 10) == (sheet.low, sheet.high)


def groups(**maxima):
    return tuple(group(id_, {id_: points}) for id_, points in maxima.items())


class TestZeroing:
    def zeroed(self, *zeros, **told):
        return sheet_of(ALL, scheme(TWO, zeros=zeros), **told)

    def test_a_zeroed_criterion_keeps_its_maximum_and_loses_its_points(self):
        sheet = self.zeroed(Zero("khong", events("C", 1), WHY, "A"), events={"C": 1})

        assert (40, 0, 60) == (
            sheet.total,
            sheet.line("A").low,
            sheet.line("A").max_points,
        )

    def test_what_does_not_apply_is_not_zeroed(self):
        made = scheme(TWO, zeros=(Zero("khong", events("A", 1), WHY, "A"),))
        sheet = sheet_of({**ALL, "A": NOT_APPLICABLE}, made, events={"A": 1})

        assert 100 == sheet.total

    def test_what_may_yet_not_apply_is_not_settled_by_zeroing_it(self):
        made = scheme(TWO, zeros=(Zero("khong", events("A", 1), WHY, "A"),))
        sheet = sheet_of({"B": 1, "C": 1}, made, events={"A": 1})

        assert (None, 40, 100) == (sheet.total, sheet.low, sheet.high)

    def test_an_open_zero_names_the_figure_it_waits_for_even_where_that_was_struck(
        self,
    ):
        """A waits for the share of B, and B itself is at nothing whatever it was."""
        share_of_b = When(criterion="B", share_below=Fraction(1, 2))
        zeros = (
            Zero("cho", share_of_b, WHY, "A"),
            Zero("ro", events("C", 1), WHY, "B"),
        )
        fields = (field("co", "flag"), field("events", "count"))
        asked = criterion("B", part(YesNo(fact="co"), "", 1), fields=fields)
        told = dossier({"A": 1, "C": 1}, events={"C": 1})
        sheet = score(pack(scheme(TWO, zeros=zeros), asked), told)

        assert (20, 80) == (sheet.low, sheet.high)
        assert (("B", "co"),) == sheet.missing

    @given(share=shares(), seen=st.sampled_from([MISSING, OneOf((0, 1), "pending")]))
    def test_an_open_zero_leaves_a_total_where_there_is_nothing_to_take(
        self, share, seen
    ):
        made = scheme(TWO, zeros=(Zero("khong", events("C", 1), WHY, "A"),))
        sheet = sheet_of({**ALL, "A": share}, made, events={"C": seen})

        assert (None if share else 40) == sheet.total

    @pytest.mark.parametrize("backwards", [False, True])
    def test_a_second_condition_still_open_does_not_reopen_a_zero(self, backwards):
        zeros = [
            Zero("ro", events("C", 1), WHY, "A"),
            Zero("chua-ro", events("B", 1), WHY, "A"),
        ]
        told = {"C": 1, "B": MISSING}
        sheet = self.zeroed(*(zeros[::-1] if backwards else zeros), events=told)

        assert 40 == sheet.total


class TestMemory:
    """What was judged before is remembered, and never taken for something else."""

    @pytest.mark.parametrize("order", [(True, 1), (1, True)])
    def test_a_yes_is_not_taken_for_a_one_that_was_seen_before(self, order):
        made = pack(scheme({"nhom": {"A": 10}}), two_questions())
        found = {
            type(value): score(made, dossier({}, evidence=answers(value))).total
            for value in order
        }

        assert {bool: 10, int: None} == found

    @pytest.mark.parametrize("order", [(True, 1), (1, True)])
    def test_an_alternative_is_not_taken_for_one_that_looks_alike(self, order):
        made = pack(scheme({"nhom": {"A": 10}}), two_questions())
        outcomes = {}
        for value in order:
            seen = answers(OneOf((value,), "pending"))
            sheet = score(made, dossier({}, evidence=seen))
            outcomes[type(value)] = sheet.outcome

        assert {bool: Outcome.SCORED, int: Outcome.INVALID} == outcomes


def two_questions():
    parts = [part(YesNo(fact=id_), id_, "1/2") for id_ in ("a", "b")]
    return criterion("A", *parts, fields=(field("a", "flag"), field("b", "flag")))


def answers(first):
    return {"A": {"a": first, "b": True}}


class TestWaivers:
    def waived(self, until=NEXT_YEAR, **shares):
        waiver = Waiver(share=1, reason="bão", by="Hội đồng", until=until)
        told = dossier({**ALL, **shares}, waivers={"A": waiver})
        return score(pack(scheme(TWO)), told)

    def test_a_waiver_gives_a_second_number_and_never_changes_the_first(self):
        sheet = self.waived(A=0)

        assert (40, 100, Outcome.WAIVED) == (
            sheet.total,
            sheet.with_waivers,
            sheet.outcome,
        )
        assert "kem" == sheet.grade

    def test_a_waiver_never_lowers_the_second_number(self):
        waiver = Waiver(share=0, reason="bão", by="Hội đồng", until=NEXT_YEAR)
        sheet = score(pack(scheme(TWO)), dossier(ALL, waivers={"A": waiver}))

        assert 100 == sheet.with_waivers

    def test_a_waiver_that_ended_before_the_period_did_is_none(self):
        sheet = self.waived(until=dt.date(2024, 12, 30), A=0)

        assert (40, None) == (sheet.total, sheet.with_waivers)

    @pytest.mark.parametrize("share", ["1.01", "-0.1"])
    def test_a_waiver_grants_no_more_than_the_maximum(self, share):
        with pytest.raises(ValueError, match="share"):
            Waiver(share=share, reason="bão", by="Hội đồng", until=NEXT_YEAR)

    def test_a_dossier_does_not_change_when_the_dict_it_was_made_of_does(self):
        waivers = {}
        made = dossier(ALL, waivers=waivers)
        waivers["A"] = Waiver(share=1, reason="bão", by="Hội đồng", until=NEXT_YEAR)

        assert MappingProxyType({}) == made.waivers


class TestEligibility:
    def days(self, days):
        short = Effect("moi", below_180(), WHY)
        made = scheme(TWO, not_eligible=(short,))
        told = dossier(ALL)
        facts = {
            **told.evidence,
            "subject": {} if days is None else {"service_days": days},
        }
        return score(pack(made), dossier(ALL, evidence=facts))

    @pytest.mark.parametrize(
        ("days", "answer"),
        [(179, "not_eligible"), (180, "eligible"), (None, "unknown"), ("x", "unknown")],
    )
    def test_whether_somebody_is_rated_is_yes_no_or_not_yet_known(self, days, answer):
        assert answer == self.days(days).eligibility

    def test_eligibility_touches_no_points(self):
        assert [100, 100] == [self.days(days).total for days in (1, 200)]


def below_180():
    return When(evidence=EvidenceRef("subject", "service_days"), below=Fraction(180))


class TestOrder:
    def test_the_evaluation_passes_its_stages_in_the_declared_order(self):
        """eligibility → zeroing → groups → re-scaling → bonus → deduction → clamp
        → rounding → bands → floors → caps → drops → forced lowest.

        Nobody here is a head, whose grade has one stage more.
        """
        hit = events("B", 1)
        made = scheme(
            {"mot": {"A": 60, "B": 20, "D": 10}, "hai": {"C": 10}},
            not_eligible=(Effect("ngoai", hit, WHY),),
            zeros=(Zero("khong", hit, WHY, "C"),),
            bonuses=(extra("thuong", 30, 60, "B"),),
            deductions=(extra("tru", "0.3", 1, "B"),),
            limits=Limits(at_most=Fraction("98.7")),
            round=Rounding("0.5", "half_up"),
            floors=(Floor("liet", "xuat-sac", Fraction(1, 2)),),
            caps=(Cap("tran", hit, WHY, "tot"),),
            drops=(Drop("ha", hit, WHY),),
            lowest=(Effect("cuoi", hit, WHY),),
        )
        shares = {"A": 1, "B": 1, "C": 1, "D": NOT_APPLICABLE}
        sheet = sheet_of(shares, made, events={"B": 1})
        passed = list(dict.fromkeys(step.stage for step in sheet.steps))

        assert [one for one in Stage if one is not Stage.HEAD] == passed
        assert ("not_eligible", ("kem",)) == (sheet.eligibility, sheet.grades)
        assert sheet.grade is None

    def test_a_bonus_comes_before_the_clamp_and_a_deduction_after_the_bonus(self):
        made = scheme(
            TWO,
            bonuses=(extra("thuong", 10, 10),),
            deductions=(extra("tru", 4, 4),),
            limits=Limits(at_most=Fraction(100)),
        )

        assert 100 == sheet_of(ALL, made, events={"A": 1}).total


class TestRefusals:
    def refusal(self, made, **told):
        with pytest.raises(FaultError) as caught:
            score(made, dossier(ALL, **told))
        return caught.value.fault.code

    def test_a_template_is_filled_in_before_it_is_scored(self):
        template = Scheme(
            id="mau",
            title=WHY,
            instrument="thu-nghiem",
            subject="unit",
            label=WHY,
            period=YEAR,
            template=True,
        )
        made = pack_of(template, shelf(), YEAR, sha256="0")

        assert "DV-R001" == self.refusal(made)

    def test_a_person_is_not_scored_by_a_scheme_for_departments(self):
        subject = Subject("person", "V01")

        assert "DV-R002" == self.refusal(pack(scheme(TWO)), subject=subject)

    def test_another_period_than_the_packs_is_refused(self):
        period = Period.year(2023)

        assert "DV-R005" == self.refusal(pack(scheme(TWO)), period=period)

    def test_a_scheme_out_of_force_is_refused_when_the_pack_is_made(self):
        with pytest.raises(FaultError) as caught:
            pack(scheme(TWO), period=Period.year(2025))

        assert "DV-R003" == caught.value.fault.code

    def test_a_bad_cell_is_a_value_and_no_exception(self):
        sheet = sheet_of({**ALL, "A": unreadable()})

        assert (Outcome.INVALID, ["DV-E101"]) == (sheet.outcome, codes(sheet))

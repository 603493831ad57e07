"""Who stands where, who shares a place, who waits, and who is not ranked at all."""

from fractions import Fraction

import attrs
import pytest

from danvan_eval.errors import FaultError
from danvan_eval.evidence import MISSING
from danvan_eval.kinds.bands import Bands
from danvan_eval.ranking import rank
from danvan_eval.scheme import Cap, Effect, EvidenceRef, Quota, TieBreak, When
from danvan_eval.scoring import score
from danvan_eval.subjects import Subject
from danvan_eval.terms import Text
from danvan_eval.testing.building import (
    GRADES,
    NOT_APPLICABLE,
    criterion,
    dossier,
    events,
    field,
    grades,
    pack,
    part,
    scheme,
)

WHY = Text("theo quy chế")
BEST, GOOD, *_ = GRADES
MAXIMA = {"mot": {"A": 50}, "hai": {"B": 50}}


def ranked(shares, given=None, **told):
    """Rank departments K1, K2, … with the shares of A and B."""
    made = pack(given or scheme(MAXIMA, **told))
    sheets = [
        score(made, dossier({"A": a, "B": b}, code=f"K{nth}"))
        for nth, (a, b) in enumerate(shares, 1)
    ]
    return rank(made, sheets)


def totals(*points, **told):
    return ranked(
        [(Fraction(one) / 100, Fraction(one) / 100) for one in points], **told
    )


def places(ranking):
    rows = [row for block in ranking.blocks for row in block.ranked]
    return {row.sheet.subject.code: row.rank for row in rows}


def possible(ranking):
    rows = [
        row
        for block in ranking.blocks
        for row in (*block.ranked, *block.not_ranked)
        if row.possible
    ]
    return {row.sheet.subject.code: row.possible for row in rows}


class TestPlaces:
    def test_equals_share_a_rank_and_the_next_place_is_left_out(self):
        assert {"K1": 1, "K2": 2, "K3": 2, "K4": 4} == places(totals(90, 80, 80, 70))

    def test_dense_places_leave_nothing_out(self):
        dense = totals(90, 80, 80, 70, rank_style="dense")

        assert {"K1": 1, "K2": 2, "K3": 2, "K4": 3} == places(dense)

    def test_three_at_forty_stand_before_one_at_thirty_nine(self):
        assert {"K1": 4, "K2": 1, "K3": 1, "K4": 1} == places(totals(39, 40, 40, 40))

    def test_the_best_two_of_dense_ranks_two_one_one_come_first(self):
        """The third is never put before the best: D7."""
        assert {"K1": 2, "K2": 1, "K3": 1} == places(
            totals(60, 70, 70, rank_style="dense")
        )

    def test_a_tenth_and_two_tenths_tie_with_three_tenths(self):
        """In binary floats the first would win."""
        made = pack(scheme({"nhom": {"A": 1, "B": 1, "C": 1}}))
        rows = [{"A": "0.1", "B": "0.2", "C": 0}, {"A": 0, "B": 0, "C": "0.3"}]
        sheets = [
            score(made, dossier(one, code=f"K{nth}")) for nth, one in enumerate(rows)
        ]

        assert [1, 1] == list(places(rank(made, sheets)).values())

    def test_a_list_of_one_has_a_first_place(self):
        (block,) = totals(50).blocks

        assert ({"K1": 1}, False) == (places(totals(50)), block.spread)

    def test_an_empty_block_is_an_empty_list(self):
        (block,) = totals().blocks

        assert ((), ()) == (block.ranked, block.not_ranked)

    def test_ties_are_marked(self):
        (block,) = totals(90, 80, 80).blocks

        assert [False, True, True] == [row.tied for row in block.ranked]

    def test_totals_out_of_different_maxima_are_compared_as_exact_shares(self):
        """30 of 50 is less than 61 of 100, though 59,999… would print the same."""
        shares = [("0.6", NOT_APPLICABLE), ("0.61", "0.61"), ("0.6", "0.6")]
        by_share = ranked(shares, excluded="reduce", compare="percent")
        by_points = ranked(shares, excluded="reduce")

        assert {"K1": 2, "K2": 1, "K3": 2} == places(by_share)
        assert {"K1": 3, "K2": 1, "K3": 2} == places(by_points)


class TestTieBreaks:
    chain = (TieBreak(group="mot"), TieBreak(criterion="B"))

    def test_the_chain_is_tried_in_its_order(self):
        shares = [("0.6", "0.8"), ("0.8", "0.6"), ("0.7", "0.7")]

        assert {"K1": 3, "K2": 1, "K3": 2} == places(
            ranked(shares, tie_breaks=self.chain)
        )

    def test_who_is_equal_in_everything_stays_equal(self):
        shares = [("0.6", "0.8"), ("0.6", "0.8")]

        assert {"K1": 1, "K2": 1} == places(ranked(shares, tie_breaks=self.chain))

    def test_what_does_not_apply_counts_as_the_subjects_own_share(self):
        """Re-scaled, 70 % of one half is as good as 70 % of both."""
        shares = [(NOT_APPLICABLE, "0.7"), ("0.7", "0.7"), ("0.6", "0.8")]

        assert {"K1": 1, "K2": 1, "K3": 3} == places(
            ranked(shares, tie_breaks=self.chain)
        )


class TestNotRanked:
    def test_the_five_reasons_are_five_lists(self):
        hit = Effect("ngoai", events("A", 1), WHY)
        made = pack(scheme(MAXIMA, not_eligible=(hit,)))
        full = {"A": 1, "B": 1}
        told = {
            "incomplete": dossier({"A": 1}),
            "not_eligible": dossier(full, events={"A": 1}),
            "not_submitted": dossier({}, state="not_submitted"),
            "empty": dossier({}, state="empty"),
            "nothing_applies": dossier(dict.fromkeys("AB", NOT_APPLICABLE)),
            "ranked": dossier(full),
        }
        sheets = [
            score(made, attrs.evolve(one, subject=Subject("unit", why, block="khoi")))
            for why, one in told.items()
        ]
        (block,) = rank(made, sheets).blocks
        found = {row.sheet.subject.code: row.why for row in block.not_ranked}

        assert {why: why for why in told if why != "ranked"} == found
        assert ["ranked"] == [row.sheet.subject.code for row in block.ranked]

    def test_who_did_not_submit_is_not_who_scored_nothing(self):
        made = pack(scheme(MAXIMA))
        silent = dossier({}, code="K1", state="not_submitted")
        zero = dossier({"A": 0, "B": 0}, code="K2")

        assert {"K2": 1} == places(rank(made, [score(made, silent), score(made, zero)]))

    def test_nothing_applicable_and_an_open_bonus_stop_nobody_elses_list(self):
        told = {"excluded": "reduce", "compare": "percent"}
        shares = [(NOT_APPLICABLE, NOT_APPLICABLE), (1, 1)]

        assert {"K2": 1} == places(ranked(shares, **told))


class TestPossibleRanks:
    def test_who_is_incomplete_has_the_ranks_its_interval_allows(self):
        """From 40 to 90: before or behind 80 and 50, equal to 90."""
        ranking = ranked([("0.8", 1), ("0.8", "0.8"), ("0.5", "0.5"), ("0.8", None)])

        assert {"K1": (1, 2), "K2": (2, 3), "K3": (3, 4), "K4": (1, 4)} == possible(
            ranking
        )

    def test_who_may_turn_out_not_eligible_takes_no_place_for_certain(self):
        young = EvidenceRef("subject", "service_days")
        rule = Effect("moi", When(evidence=young, below=Fraction(180)), WHY)
        made = pack(scheme(MAXIMA, not_eligible=(rule,)))
        sheets = []
        for code, share, days in (("K1", 1, MISSING), ("K2", "0.5", 300)):
            told = dossier({"A": share, "B": share}, code=code)
            seen = {**told.evidence, "subject": {"service_days": days}}
            sheets.append(score(made, attrs.evolve(told, evidence=seen)))

        assert {"K1": (1, 1), "K2": (1, 2)} == possible(rank(made, sheets))

    def test_who_may_mend_a_contradiction_to_nothing_applies_takes_no_place(self):
        """Nothing else of K1 applies, and its two figures may yet be declined."""
        bands = Bands(
            part="du",
            whole="tong",
            bands=[{"at_least": "0.9", "share": 1}, {"at_least": 0, "share": "0.5"}],
            on_zero="full",
        )
        fields = [field(name, "count", may_decline=True) for name in ("du", "tong")]
        asked = criterion("A", part(bands, "", 1), fields=tuple(fields))
        made = pack(scheme({"mot": {"A": 10}, "hai": {"B": 10}}), asked)

        def sheet(code, b, part_, whole):
            told = dossier({"B": b}, code=code)
            figures = {"du": part_, "tong": whole}
            evidence = {**told.evidence, "A": figures}
            return score(made, attrs.evolve(told, evidence=evidence))

        wrong, mended = sheet("K1", 0, 5, 3), sheet("K1", 0, NOT_APPLICABLE, 3)
        alone = sheet("K1", NOT_APPLICABLE, 5, 3)

        assert wrong.low <= mended.total <= wrong.high
        assert {"K1": (1, 1), "K2": (1, 2)} == possible(
            rank(made, [alone, sheet("K2", 0, 0, 3)])
        )

    def test_a_newcomer_equal_to_somebody_adds_no_dense_place(self):
        """K3 will have 90 to 100, and 90 is taken: the third may stay second."""
        made = scheme({"mot": {"A": 90}, "hai": {"B": 10}}, rank_style="dense")
        shares = [("0.9", "0.9"), ("0.8", "0.8"), (1, None)]

        assert (2, 3) == possible(ranked(shares, made))["K2"]

    def test_equals_count_as_one_place_before_somebody_who_is_incomplete(self):
        """Two at 90 are one dense place: who reaches 85 at most may be second."""
        made = scheme({"mot": {"A": 80}, "hai": {"B": 20}}, rank_style="dense")
        shares = [("0.9", "0.9"), ("0.9", "0.9"), ("0.5", None)]

        assert (2, 2) == possible(ranked(shares, made))["K3"]


class TestBlocks:
    def test_each_block_has_its_own_list_in_the_order_of_the_scheme(self):
        blocks = (("hai", Text("Khối hai")), ("mot", Text("Khối một")))
        made = pack(scheme(MAXIMA, blocks=blocks))
        sheets = [
            score(
                made,
                dossier({"A": 1, "B": 1}, subject=Subject("unit", code, block=block)),
            )
            for code, block in (("K1", "mot"), ("K2", "hai"), ("K3", "mot"))
        ]
        ranking = rank(made, sheets)

        assert ["hai", "mot"] == [block.block for block in ranking.blocks]
        assert {"K1": 1, "K2": 1, "K3": 1} == places(ranking)
        with pytest.raises(KeyError):
            ranking.block("ba")


class TestQuotasOfARanking:
    quota = Quota("q", BEST, Fraction(1, 2), "block", "down", 0, GOOD)
    same = grades({BEST: 0})

    def test_who_stands_beyond_the_quota_is_proposed_the_next_grade(self):
        told = {"quotas": (self.quota,)}
        (block,) = totals(99, 95, 92, 91, **told).blocks
        proposed = {row.sheet.subject.code: row.proposed for row in block.ranked}

        assert {"K1": BEST, "K2": BEST, "K3": GOOD, "K4": GOOD} == proposed
        assert [BEST] * 4 == [row.sheet.grade for row in block.ranked]

    def test_who_is_incomplete_and_may_reach_the_grade_is_waiting(self):
        (block,) = ranked(
            [(1, 1), (1, None), ("0.1", None)], quotas=(self.quota,)
        ).blocks

        assert ("K2",) == block.quotas[0].waiting

    def test_an_open_grade_is_waiting_too_and_is_not_for_the_council(self):
        """The total stands, but a cap is still open: nothing to decide, something to learn."""
        caps = (Cap("tran", events("A", 1), WHY, GOOD),)
        made = pack(scheme(MAXIMA, caps=caps, quotas=(self.quota,)))
        sheets = [
            score(made, dossier({"A": 1, "B": 1}, code=code, events={"A": seen}))
            for code, seen in (("K1", MISSING), ("K2", 0), ("K3", 1))
        ]
        (block,) = rank(made, sheets).blocks
        allocation = block.quotas[0]

        assert (("K1",), (), ("K2",)) == (
            allocation.waiting,
            allocation.contested,
            allocation.granted,
        )

    def two_quotas(self, *shares, base=(), file_order=1, **told):
        top, next_ = (
            attrs.evolve(
                Quota(id_, grade, Fraction(1, 4), "block", "down", 0, beyond), **more
            )
            for id_, grade, beyond, more in (
                ("mot", BEST, GOOD, {}),
                ("hai", GOOD, "dat", {"base_grades": base, **told}),
            )
        )
        listed = (top, next_)[::file_order]
        (block,) = totals(*shares, quotas=listed).blocks
        proposed = {row.sheet.subject.code: row.proposed for row in block.ranked}
        return proposed, block.quotas

    @pytest.mark.parametrize("file_order", [1, -1])
    def test_the_best_grade_is_shared_out_first_whatever_the_file_says(
        self, file_order
    ):
        """Who stands beyond the first quota is one more for the next."""
        proposed, _ = self.two_quotas(95, 94, 93, 80, file_order=file_order)

        assert {"K1": BEST, "K2": GOOD, "K3": "dat", "K4": "dat"} == proposed

    def test_a_slot_is_held_back_for_whoever_loses_the_better_grade(self):
        proposed, (best, good) = self.two_quotas(95, 95, 80, 75)

        assert {"K1": None, "K2": None, "K3": "dat", "K4": "dat"} == proposed
        assert (("K1", "K2"), 1) == (best.contested, best.left)
        assert ((), 1, ("K1", "K2")) == (good.granted, good.held, good.waiting)

    def test_where_no_slot_is_left_whoever_loses_passes_on(self):
        _, (_, good) = self.two_quotas(95, 95, 80, 75, base=("kem",))

        assert ((), 0, ("K1", "K2")) == (good.waiting, good.held, good.passing)

    def test_who_waits_for_people_inside_the_base_counts_in_it(self):
        proposed, (_, good) = self.two_quotas(
            95, 95, 80, 75, base=(BEST, GOOD), ratio=Fraction(1, 2)
        )

        assert (4, 2, 1, ("K3",)) == (good.base, good.slots, good.held, good.granted)
        assert {"K1": None, "K2": None, "K3": GOOD, "K4": "dat"} == proposed

    def test_who_may_leave_the_base_by_a_decision_leaves_the_rest_to_people(self):
        """Of K1 and K2 one or the other will have the grade that is counted."""
        proposed, (_, good) = self.two_quotas(
            95, 95, 80, 75, base=(GOOD,), ratio=Fraction(1, 2)
        )

        assert (2, 1, True) == (good.base, good.slots, good.depends)
        assert {"K1": None, "K2": None, "K3": None, "K4": "dat"} == proposed

    def test_who_is_incomplete_may_come_to_the_next_grade_by_the_quota(self):
        best = attrs.evolve(self.quota, ratio=Fraction(0))
        good = attrs.evolve(best, id="hai", grade=GOOD, beyond="dat")
        (block,) = ranked([("0.95", 1), (1, None)], quotas=(best, good)).blocks

        assert [("K2",), ("K2",)] == [one.waiting for one in block.quotas]

    def test_a_quota_over_all_blocks_is_told_once(self):
        ranking = totals(99, 95, quotas=(attrs.evolve(self.quota, scope="all"),))

        assert (1, ()) == (len(ranking.quotas), ranking.blocks[0].quotas)


class TestRefusals:
    def refusal(self, made, sheets):
        with pytest.raises(FaultError) as caught:
            rank(made, sheets)
        return caught.value.fault.code

    def sheet(self, made, **told):
        return score(made, dossier({"A": 1, "B": 1}, **told))

    def test_a_sheet_of_other_rules_is_refused(self):
        made = pack(scheme(MAXIMA))
        other = attrs.evolve(self.sheet(made), pack="1" * 64)

        assert "DV-R006" == self.refusal(made, [other])

    def test_a_code_that_stands_twice_is_refused(self):
        made = pack(scheme(MAXIMA))

        assert "DV-R007" == self.refusal(made, [self.sheet(made)] * 2)

    def test_a_block_the_scheme_does_not_have_is_refused_and_not_made_up(self):
        made = pack(scheme(MAXIMA))
        stranger = self.sheet(made, subject=Subject("unit", "K1", block="la"))

        assert "DV-R008" == self.refusal(made, [stranger])

    def test_different_maxima_are_not_compared_where_the_scheme_refuses_to(self):
        told = {"excluded": "reduce", "compare": "refuse"}
        with pytest.raises(FaultError) as caught:
            ranked([(1, NOT_APPLICABLE), (1, 1)], **told)

        assert "DV-R009" == caught.value.fault.code

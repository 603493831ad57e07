"""Each award track proposes by its own facts, by the plan's words or an adopted article."""

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest

from danvan_eval.citations import quote_stands_in
from danvan_eval.consequences.proposal import Standing
from danvan_eval.consequences.reach import INTERNAL
from danvan_eval.consequences.track_facts import (
    TRACKS,
    AtLeast,
    Criteria,
    Grades,
    SheetFact,
    Slots,
    Spoken,
    TrackRules,
)
from danvan_eval.consequences.tracks import NO_PLAN
from danvan_eval.decisions.answers import Condition, Truth
from danvan_eval.decisions.classification import Hold
from danvan_eval.terms import Text
from helpers.tracks import (
    ONE,
    OWN,
    TEAM,
    TWO,
    example,
    flags,
    model,
    of,
    plan,
    proposed,
    told,
    without_models,
)

TEXTS = Path(__file__).parents[1] / "texts"
PLANS = ("bvn-ld-2025", "kt-bvdk-2024")
PROPOSED, NOT_MET = Standing.PROPOSED, Standing.NOT_MET
NOT_ENOUGH = Standing.NOT_ENOUGH_DATA
REWARDED = TrackRules(rewards=dict.fromkeys(TRACKS, OWN))


@pytest.mark.parametrize("id_", PLANS)
def test_every_quotation_of_a_plan_stands_in_its_text(id_):
    text = (TEXTS / f"{id_}.txt").read_text(encoding="utf-8")

    for clause in plan(id_).clauses.values():
        assert clause.mark == "T"
        assert quote_stands_in(clause.quote, text), clause.id


class TestModels:
    """«nhân rộng mô hình “Dân vận khéo” của tập thể hoặc cá nhân» (2025, II.1)."""

    @pytest.mark.parametrize(
        ("stage", "expected"),
        [
            ("dang-ky", NOT_MET),
            ("trien-khai", NOT_MET),
            ("cong-nhan", PROPOSED),
            ("nhan-rong", PROPOSED),
        ],
    )
    def test_a_recognised_model_speaks_for_its_collective(self, stage, expected):
        found = of(proposed(model(stage=stage)), TEAM)

        assert expected is found.standing
        assert "track" == found.use
        assert "bvn-ld-2025" == found.law

    def test_whose_only_model_is_registered_is_told_how_far_it_has_come(self):
        found = of(proposed(model(stage="dang-ky", on="")), TEAM)

        assert ["MODEL"] == flags(found)
        assert "MH-01: đã đăng ký" in told(found)

    def test_collective_or_person_are_two_tracks_and_each_counts_its_own(self):
        found = proposed(model(people=["NV0001"]))

        assert PROPOSED is of(found, TEAM, "K01").standing
        assert PROPOSED is of(found, ONE, "NV0001").standing
        assert of(found, ONE, "NV0002") is None
        assert of(found, TEAM, "K02") is None

    def test_a_model_of_two_departments_speaks_for_both_and_says_so(self):
        found = proposed(model(units=("K01", "K02")))

        assert "chung của K01, K02" in told(of(found, TEAM, "K01"))
        assert PROPOSED is of(found, TEAM, "K02").standing

    def test_field_day_and_places_are_told(self):
        spread = model(stage="nhan-rong", field="xã hội", places=2)

        assert "lĩnh vực xã hội, ngày 03/09/2025, 2 nơi" in told(
            of(proposed(spread), TEAM)
        )

    @pytest.mark.parametrize("on", ["2024-12-31", "2025-12-11"])
    def test_recognised_before_the_year_or_after_the_proposal_is_not_yet_one(self, on):
        assert NOT_MET is of(proposed(model(on=on)), TEAM).standing

    def test_recognised_without_a_day_is_not_known(self):
        found = of(proposed(model(on="")), TEAM)

        assert NOT_ENOUGH is found.standing
        assert ("models.recognised_on",) == found.missing

    def test_without_a_register_no_department_is_known_to_have_none(self):
        found = of(without_models(), TEAM, "K02")

        assert NOT_ENOUGH is found.standing
        assert ("models",) == found.missing

    def test_an_empty_register_says_that_nobody_has_any(self):
        assert of(proposed(), TEAM, "K02") is None

    def test_a_row_that_cannot_be_read_leaves_those_open_whom_it_names(self):
        found = proposed(model(stage="dang-ky"), unclear=frozenset({"K01", "K02"}))

        assert NOT_ENOUGH is of(found, TEAM, "K01").standing
        assert NOT_ENOUGH is of(found, TEAM, "K02").standing
        assert of(found, TEAM, "K03") is None

    def test_what_cannot_be_read_takes_nothing_from_what_is_there(self):
        found = of(proposed(model(), unclear=frozenset({"K01"})), TEAM)

        assert PROPOSED is found.standing

    def test_a_number_of_models_is_asked_for_only_where_it_was_adopted(self):
        rules = TrackRules(recognised=TWO)

        one = of(proposed(model(), adopted=rules), TEAM)
        two = of(proposed(model(), model("MH-02"), adopted=rules), TEAM)

        assert (NOT_MET, PROPOSED) == (one.standing, two.standing)
        assert OWN in one.conditions[1].required.vi

    @pytest.mark.parametrize(
        ("places", "expected"), [(None, NOT_ENOUGH), (0, NOT_MET), (1, PROPOSED)]
    )
    def test_an_adopted_demand_to_spread_counts_places(self, places, expected):
        rules = TrackRules(replicated=AtLeast(1, OWN))
        one = model(stage="nhan-rong", places=places)

        assert expected is of(proposed(one, adopted=rules), TEAM).standing

    def test_a_document_that_is_lacking_is_told_and_changes_nothing(self):
        found = of(proposed(model(lacking=("Báo cáo hiệu quả",))), TEAM)

        assert PROPOSED is found.standing
        assert "còn thiếu: Báo cáo hiệu quả" in told(found)


class TestWhereThePlanDoesNotReach:
    """Kon Tum 2024 speaks of the movement and of no award; 2026 has no plan at hand."""

    def test_kon_tum_says_internal_use_and_asks_for_the_hospitals_article(self):
        found = of(
            proposed(model(on="2024-09-03"), year=2024, by=plan("kt-bvdk-2024")), TEAM
        )

        assert NOT_ENOUGH is found.standing
        assert ("adopted.rewards",) == found.missing
        assert INTERNAL.vi == found.flags[-1].says.vi
        assert "áp dụng nội bộ, kế hoạch không quy định" == INTERNAL.vi

    def test_kon_tum_with_an_article_proposes_and_still_says_internal_use(self):
        found = of(
            proposed(
                model(on="2024-09-03"),
                year=2024,
                by=plan("kt-bvdk-2024"),
                adopted=REWARDED,
            ),
            TEAM,
        )

        assert PROPOSED is found.standing
        assert OWN == found.conditions[0].clause
        assert "INTERNAL" in flags(found)

    def test_the_plan_of_2025_does_not_reach_2026(self):
        found = of(proposed(model(on="2026-09-03"), year=2026), TEAM)

        assert NOT_ENOUGH is found.standing
        assert "INTERNAL" in flags(found)
        assert "" == found.law

    def test_without_any_plan_the_adopted_article_is_the_ground(self):
        found = of(proposed(model(), by=NO_PLAN, adopted=REWARDED), TEAM)

        assert PROPOSED is found.standing
        assert {OWN, ""} == {one.clause for one in found.conditions}

    @pytest.mark.parametrize("track", [TEAM, "dien-hinh"])
    def test_the_plan_of_2025_reaches_models_and_typical_examples(self, track):
        found = of(proposed(model(), examples=(example("K01"),)), track)

        assert "plan-reward" == found.conditions[0].clause
        assert "INTERNAL" not in flags(found)


class TestDemocracy:
    """«Triển khai thực hiện tốt quy chế dân chủ» (2025, II.2): no award is named."""

    GOOD = Spoken("K01", "danvan/C07", Text("công khai 10/10"), met=True)
    BAD = Spoken("K01", "danvan/C08", Text("đối thoại 0/1"), met=False)
    RULES = TrackRules(
        rewards={"dan-chu": OWN}, democracy=Criteria(("danvan/C07",), OWN)
    )

    def test_without_an_adopted_standard_nothing_can_be_asked_and_facts_are_told(self):
        found = of(proposed(democracy=(self.GOOD,)), "dan-chu")

        assert NOT_ENOUGH is found.standing
        assert ("adopted.rewards", "adopted.democracy") == found.missing
        assert "danvan/C07; công khai 10/10" in told(found)
        assert "INTERNAL" in flags(found)

    def test_an_adopted_standard_asks_for_its_criteria_and_no_others(self):
        found = of(
            proposed(democracy=(self.GOOD, self.BAD), adopted=self.RULES), "dan-chu"
        )

        assert PROPOSED is found.standing
        assert 2 == flags(found).count("FACT")

    def test_a_criterion_that_was_not_met_keeps_the_proposal_back(self):
        rules = TrackRules(
            rewards={"dan-chu": OWN},
            democracy=Criteria(("danvan/C07", "danvan/C08"), OWN),
        )

        found = of(proposed(democracy=(self.GOOD, self.BAD), adopted=rules), "dan-chu")

        assert NOT_MET is found.standing

    def test_a_criterion_nobody_has_seen_is_not_known(self):
        found = of(proposed(democracy=(self.BAD,), adopted=self.RULES), "dan-chu")

        assert NOT_ENOUGH is found.standing
        assert ("democracy",) == found.missing


class TestDanVanOfTheUnit:
    """«kịp thời biểu dương, khen thưởng các tập thể và cá nhân điển hình» (2025, II.2)."""

    SHEET = SheetFact("K01", "Tốt", Text("62% điểm tối đa dựa trên giả định"), 2, 8)
    RULES = TrackRules(grades=Grades(frozenset({"Tốt", "Xuất sắc"}), OWN))

    def test_grade_and_rank_are_facts_with_what_they_assume(self):
        found = of(proposed(sheets=(self.SHEET,)), "dan-van")

        assert "Tốt, hạng 2/8; 62% điểm tối đa dựa trên giả định" in told(found)

    def test_without_an_adopted_grade_no_sheet_is_good_enough_by_itself(self):
        found = of(proposed(sheets=(self.SHEET,)), "dan-van")

        assert NOT_ENOUGH is found.standing
        assert ("adopted.grades",) == found.missing
        assert found.conditions[1].silent

    @pytest.mark.parametrize(
        ("grade", "expected"),
        [("Tốt", PROPOSED), ("Khá", NOT_MET), ("", NOT_ENOUGH)],
    )
    def test_an_adopted_grade_is_asked_for(self, grade, expected):
        sheet = SheetFact("K01", grade, Text("không có giả định"))

        found = of(proposed(sheets=(sheet,), adopted=self.RULES), "dan-van")

        assert expected is found.standing

    def test_while_the_grade_is_open_that_is_what_is_told(self):
        sheet = SheetFact("K01", "", Text("không có giả định"))

        assert "chưa có mức" in told(of(proposed(sheets=(sheet,)), "dan-van"))

    def test_who_leads_the_sheets_is_not_thereby_a_dan_van_kheo_collective(self):
        first = SheetFact("K02", "Xuất sắc", Text("–"), 1, 8)

        found = proposed(model(), sheets=(first,), adopted=self.RULES)

        assert of(found, TEAM, "K02") is None
        assert of(found, "dan-van", "K01") is None


class TestTypical:
    """«Phát hiện, bồi dưỡng, xây dựng những nhân tố mới, điển hình mới» (2025, II.1)."""

    def test_a_person_named_by_a_document_is_proposed_with_what_they_did(self):
        done = example(done_on=dt.date(2025, 9, 20))

        found = of(proposed(examples=(done,)), "dien-hinh", "NV0001")

        assert PROPOSED is found.standing
        assert "trả lại tài sản" in told(found)
        assert "việc ngày 20/09/2025" in told(found)
        assert "15/TTr-K01, đề xuất ngày 02/10/2025" in told(found)

    @pytest.mark.parametrize("done", ["2025-01-02", "2025-10-01"])
    def test_timely_has_no_number_of_days_and_none_is_invented(self, done):
        found = of(
            proposed(examples=(example(done_on=dt.date.fromisoformat(done)),)),
            "dien-hinh",
            "NV0001",
        )

        assert PROPOSED is found.standing
        assert "TIMELY" in flags(found)

    @pytest.mark.parametrize(
        ("document", "on", "missing"),
        [
            ("", "2025-10-02", "examples.document"),
            ("15/TTr", "", "examples.proposed_on"),
        ],
    )
    def test_without_a_document_or_its_day_it_is_not_known(self, document, on, missing):
        found = of(
            proposed(examples=(example("K01", document, on),)), "dien-hinh", "K01"
        )

        assert NOT_ENOUGH is found.standing
        assert (missing,) == found.missing

    def test_a_document_of_a_later_day_is_not_there_yet(self):
        later = example(proposed="2025-12-11")

        assert (
            NOT_MET is of(proposed(examples=(later,)), "dien-hinh", "NV0001").standing
        )

    def test_named_twice_is_one_proposal_with_both_facts(self):
        twice = (example(), example(document="16/TTr"))

        found = of(proposed(examples=twice), "dien-hinh", "NV0001")

        assert 2 == flags(found).count("EXAMPLE")


class TestSlots:
    RULES = TrackRules(slots={TEAM: Slots(Fraction(3, 20), 13, "down", OWN)})

    def test_an_adopted_share_takes_nobody_out_and_leaves_the_choice_to_people(self):
        found = proposed(model(), model("MH-02", units=("K02",)), adopted=self.RULES)

        teams = [of(found, TEAM, code) for code in ("K01", "K02")]
        assert [PROPOSED, PROPOSED] == [one.standing for one in teams]
        assert all("SLOTS" in flags(one) for one in teams)
        assert "2 đề xuất cho 1 suất" in told(teams[0])

    def test_as_many_as_there_are_slots_is_nothing_to_choose(self):
        assert "SLOTS" not in flags(of(proposed(model(), adopted=self.RULES), TEAM))

    def test_a_share_of_one_track_says_nothing_of_another(self):
        found = proposed(
            model(people=["NV0001"]),
            model("MH-02", units=("K02",), people=["NV0002"]),
            adopted=self.RULES,
        )

        assert "SLOTS" not in flags(of(found, ONE, "NV0001"))


class TestHoldsAndExclusions:
    def test_a_hold_stops_the_submission_and_changes_nothing_else(self):
        hold = Hold("x", Text("đang xác minh"))

        found = of(proposed(model(), holds={"K01": (hold,)}), TEAM)

        assert PROPOSED is found.standing
        assert not found.ready

    def test_who_is_excluded_is_not_considered(self):
        out = Condition("x", Truth.TRUE, Text("kỷ luật"), Text("có"))

        found = of(proposed(model(), exclusions={"K01": (out,)}), TEAM)

        assert Standing.NOT_CONSIDERED is found.standing

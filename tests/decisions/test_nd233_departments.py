"""On what ground is a department classified, who recognises it, what holds it back?"""

import attrs
import pytest

from danvan_eval.decisions.choices import Regulation
from helpers.deciding import (
    choices,
    classified_unit,
    conclusion,
    hospital,
    outcome,
)
from helpers.deciding_2026 import (
    ward,
)


def of(one, **more):
    return outcome(classified_unit(one, **more))


class TestDepartments:
    """«là các đơn vị thuộc».

    NĐ 233, Điều 3 khoản 2; Điều 7 names constituent units in khoản 8 alone, the
    share of the best level.
    """

    def test_a_department_is_classified_by_analogy(self):
        found = classified_unit(ward())

        assert "tương tự Điều 7" == found.basis.vi

    def test_a_regulation_that_repeats_the_article_is_named_instead(self):
        own = attrs.evolve(choices().regulation, repeats_article_7="Điều 5")
        found = classified_unit(ward(), chosen=choices(regulation=own))

        assert "Điều 7, theo Điều 5, 01/QC (HƯ CẤU, chỉ để minh họa)" == found.basis.vi

    def test_an_adopted_regulation_is_not_called_fictitious(self):
        own = Regulation(
            "01/QC", choices().regulation.issued_on, repeats_article_7="Điều 5"
        )
        found = classified_unit(ward(), chosen=choices(regulation=own))

        assert "Điều 7, theo Điều 5, 01/QC" == found.basis.vi

    def test_the_article_is_written_for_the_hospital(self):
        assert "Điều 7" == classified_unit(hospital()).basis.vi

    def test_the_level_is_the_same_by_analogy_and_by_regulation(self):
        own = attrs.evolve(choices().regulation, repeats_article_7="Điều 5")
        repeated = classified_unit(ward(80), chosen=choices(regulation=own))

        assert repeated.verdict == classified_unit(ward(80)).verdict


class TestWhoRecognises:
    """«Người đứng đầu đơn vị sự nghiệp công lập công nhận kết quả đánh giá».

    NĐ 233, Điều 8 khoản 8, Điều 9 khoản 2.
    """

    def test_the_head_of_a_department_proposes_and_the_director_recognises(self):
        roles = classified_unit(ward()).roles

        assert ("trưởng khoa/phòng", "giám đốc") == (
            roles.scores.vi,
            roles.classifies.vi,
        )

    def test_the_director_proposes_and_the_superior_body_recognises(self):
        roles = classified_unit(hospital()).roles

        assert ("giám đốc", "cơ quan quản lý cấp trên") == (
            roles.scores.vi,
            roles.classifies.vi,
        )


class TestVerifiedFirst:
    """«xác minh trước khi quyết định xếp loại».

    NĐ 233, Điều 9 khoản 2 điểm c.
    """

    def test_a_complaint_holds_the_decision_and_changes_no_suggestion(self):
        open_ = (conclusion("complaint", "verifying", "DT-07"),)
        found = classified_unit(ward(conclusions=open_))

        assert classified_unit(ward()).verdict == found.verdict
        assert ["nd233-d9-k2-c"] == [one.clause for one in found.holds]
        assert "đang xác minh trước khi quyết định: DT-07" == found.holds[0].says.vi

    def test_who_is_held_cannot_be_put_before_the_authority(self):
        open_ = (conclusion("complaint", "verifying"),)

        assert classified_unit(ward()).ready
        assert not classified_unit(ward(conclusions=open_)).ready

    @pytest.mark.parametrize("state", ["concluded", "unfounded"])
    def test_once_it_is_verified_nothing_is_held(self, state):
        done = (conclusion("complaint", state),)

        assert () == classified_unit(ward(conclusions=done)).holds

"""How many may be proposed, and who comes first among equals?

Luật 06/2022/QH15, Điều 23 [Q]; Nghị định 152/2025/NĐ-CP, Điều 4 khoản 6 [T]: texts
not at hand.
"""

import pytest

from danvan_eval.consequences.adopted import Adopted, check
from danvan_eval.consequences.equal_merit import Equal, among_equals, fighters_quota
from danvan_eval.errors import FaultError
from danvan_eval.subjects import Subject
from helpers.titles import HTT, HTXS, NEW, OLD, career, laws, proposed


def hospital(workers, fighters):
    """Return proposals for so many Advanced Workers, some of them Fighters too."""
    return [
        each
        for nth in range(workers)
        for each in proposed(
            career(code=f"N{nth:02}", level=HTXS if nth < fighters else HTT)
        ).values()
    ]


class TestShareOfFighters:
    def test_case_23_without_an_adopted_share_nobody_is_cut(self):
        found = fighters_quota(hospital(40, 9))

        assert (40, 9, None, 0) == (
            found.base,
            len(found.candidates),
            found.most,
            found.over,
        )

    def test_case_23_fifteen_percent_is_six_where_it_was_adopted(self):
        rule = {"cstdcs_quota": Adopted("Điều 7, 31/QĐ-BVM", "15%")}

        found = fighters_quota(hospital(40, 9), rule)

        assert (6, 3, "Điều 7, 31/QĐ-BVM") == (found.most, found.over, found.article)

    def test_the_share_is_never_rounded_up(self):
        rule = {"cstdcs_quota": Adopted("Điều 7, 31/QĐ-BVM", "15%")}

        assert 1 == fighters_quota(hospital(13, 5), rule).most


class TestAdoptedRules:
    @pytest.mark.parametrize(
        ("name", "number", "code"),
        [
            ("cstdcs_qouta", None, "DV-D100"),
            ("cstdcs_quota", None, "DV-D101"),
            ("cstdcs_quota", "115%", "DV-D101"),
            ("votes", 0, "DV-D101"),
            ("giay_khen", 0, "DV-D101"),
            ("least_months", 13, "DV-D101"),
        ],
    )
    def test_a_rule_that_cannot_be_is_refused(self, name, number, code):
        with pytest.raises(FaultError) as caught:
            check({name: Adopted("Điều 1", number)})

        assert code == caught.value.fault.code

    def test_a_rule_without_an_article_cannot_be_written(self):
        with pytest.raises(ValueError, match="article"):
            Adopted("")

    def test_no_binary_number_gets_in(self):
        with pytest.raises(TypeError):
            Adopted("Điều 7", 0.15)


class TestAmongEquals:
    def people(self):
        told = {"A": False, "B": True, "C": None, "D": True}
        return [Equal(Subject("person", code), woman) for code, woman in told.items()]

    def codes(self, found):
        return tuple(
            "".join(one.code for one in part)
            for part in (found.first, found.others, found.open)
        )

    def test_the_women_come_first_on_a_list_of_commendation(self):
        found = among_equals(laws()[NEW], "commendation", self.people())

        assert ("BD", "A", "C") == self.codes(found)

    @pytest.mark.parametrize(
        ("women", "members", "expected"),
        [
            (7, 10, ("K", "", "")),
            (6, 10, ("", "K", "")),
            (None, 10, ("", "", "K")),
            (0, 0, ("", "", "K")),
        ],
    )
    def test_a_collective_counts_by_its_share_of_women(self, women, members, expected):
        one = Equal(Subject("unit", "K"), women=women, members=members)

        assert expected == self.codes(among_equals(laws()[NEW], "commendation", [one]))

    @pytest.mark.parametrize("use", ["quality", "title", "salary", "appointment"])
    def test_on_any_other_list_it_is_refused(self, use):
        with pytest.raises(FaultError) as caught:
            among_equals(laws()[NEW], use, self.people())

        assert "DV-D103" == caught.value.fault.code

    def test_under_a_law_that_does_not_say_it_nobody_is_first(self):
        found = among_equals(laws()[OLD], "commendation", self.people())

        assert ("", "ABCD", "") == self.codes(found)

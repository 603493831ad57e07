"""The personal register: one row a person, one column a figure, nobody guessed."""

import pytest

from danvan_eval.evidence import MISSING, OneOf, Unreadable
from danvan_eval.workspace.counting import MOST_OPEN

REGISTER = "so-theo-doi/ca-nhan.csv"


def register(answers, header="C02.done"):
    return [["Mã nhân sự", header], *([code, one] for code, one in answers.items())]


@pytest.fixture
def answered(small):
    """Return a hospital where all but B have done their work."""
    small[REGISTER] = register({"A": "có", "B": "không", "C": "x", "D": "có", "E": "1"})
    return small


def counts(ask, workspace, name="done_count"):
    return {
        code: ask.seen(workspace, code, "C02", name)
        for code in ("K1", "K2", "P1", "BVT")
    }


class TestPeople:
    @pytest.mark.parametrize(
        "header", ["C02.done", "c02.done", "danvan/C02.done", "Có việc dân vận đã làm"]
    )
    def test_a_figure_is_known_by_code_or_label(self, made_up, small, ask, header):
        small[REGISTER] = register({"A": "có", "B": "không"}, header)
        workspace = made_up(small)

        assert ask.seen(workspace, "A", "C02", "done") is True
        assert ask.seen(workspace, "B", "C02", "done") is False

    def test_an_empty_cell_and_a_person_without_a_row_are_missing(
        self, made_up, small, ask
    ):
        small[REGISTER] = register({"A": ""})
        workspace = made_up(small)

        assert ask.seen(workspace, "A", "C02", "done") is MISSING
        assert ask.seen(workspace, "B", "C02", "done") is MISSING

    def test_a_cell_is_read_by_the_strict_grammar(self, made_up, small, ask):
        small[REGISTER] = register({"A": "đã làm"})
        workspace = made_up(small)

        assert isinstance(ask.seen(workspace, "A", "C02", "done"), Unreadable)
        assert ask.codes(workspace.faults).count("DV-E141") == 1

    def test_an_unknown_column_is_reported(self, made_up, answered, ask):
        for row in answered[REGISTER]:
            row.append("C02.dnoe")

        assert {"seen": "C02.dnoe"} in ask.said(made_up(answered).faults, "DV-F114")

    def test_an_unknown_person_is_a_fault(self, made_up, answered, ask):
        answered[REGISTER].append(["X", "có"])

        assert "DV-S103" in ask.codes(made_up(answered).faults)

    def test_two_rows_that_differ_settle_nothing(self, made_up, answered, ask):
        answered[REGISTER].append(["A", "không"])
        workspace = made_up(answered)

        assert ask.codes(workspace.faults).count("DV-S210") == 2
        assert isinstance(ask.seen(workspace, "A", "C02", "done"), Unreadable)
        assert counts(ask, workspace)["K1"] == OneOf((1, 2), "pending")

    def test_two_rows_alike_are_noted_and_count_once(self, made_up, answered, ask):
        answered[REGISTER].append(["A", "yes"])
        workspace = made_up(answered)

        assert ask.codes(workspace.excluded).count("DV-S309") == 1
        assert counts(ask, workspace)["K1"] == 2

    def test_without_a_register_that_is_said_once(self, made_up, small, ask):
        workspace = made_up(small)
        absent = [str(one.place) for one in workspace.faults if one.code == "DV-S216"]

        assert absent.count("so-theo-doi/ca-nhan.csv") == 1
        assert ask.seen(workspace, "A", "C02", "done") is None


class TestCounting:
    def test_who_answers_yes_counts_where_he_works_on_the_last_day(
        self, made_up, answered, ask
    ):
        workspace = made_up(answered)

        assert counts(ask, workspace) == {"K1": 2, "K2": 1, "P1": 1, "BVT": 4}
        assert counts(ask, workspace, "headcount") == {
            "K1": 3,
            "K2": 1,
            "P1": 1,
            "BVT": 5,
        }

    def test_who_has_not_answered_leaves_the_number_open(self, made_up, answered, ask):
        answered[REGISTER][2][1] = ""
        workspace = made_up(answered)

        assert counts(ask, workspace) == {
            "K1": OneOf((2, 3), "pending"),
            "K2": 1,
            "P1": 1,
            "BVT": OneOf((4, 5), "pending"),
        }
        assert ask.said(workspace.faults, "DV-S219") == [
            {"seen": "danvan/C02.done_count", "count": "1", "people": "B"}
        ]

    def test_an_answer_that_cannot_be_read_leaves_it_open_as_well(
        self, made_up, answered, ask
    ):
        answered[REGISTER][2][1] = "?"

        assert counts(ask, made_up(answered))["K1"] == OneOf((2, 3), "pending")

    def test_too_many_open_answers_leave_it_missing(self, made_up, answered, ask):
        people = [f"N{nth:03}" for nth in range(MOST_OPEN)]
        answered["nhan-su.csv"] += [
            [code, "K1", "viên chức", "", "", ""] for code in people
        ]
        workspace = made_up(answered)

        assert counts(ask, workspace)["K1"] is MISSING
        assert counts(ask, workspace)["K2"] == 1
        assert counts(ask, workspace)["BVT"] is MISSING

    def test_a_spoilt_row_of_the_staff_list_spoils_the_number(
        self, made_up, answered, ask
    ):
        answered["nhan-su.csv"].append(["F", "K1", "không rõ", "", "", ""])
        workspace = made_up(answered)
        spoilt = [
            code
            for code, one in counts(ask, workspace).items()
            if isinstance(one, Unreadable)
        ]

        assert spoilt == ["K1", "BVT"]
        assert counts(ask, workspace, "headcount")["K2"] == 1

    def test_a_number_of_people_is_not_taken_from_a_sheet(self, made_up, answered, ask):
        answered["phieu/K1.csv"].append(["K1", "danvan/C02", "done_count", "30"])
        workspace = made_up(answered)

        assert counts(ask, workspace)["K1"] == 2
        assert {"seen": "danvan/C02.done_count"} in ask.said(
            workspace.faults, "DV-S204"
        )

    def test_without_a_staff_list_nobody_is_counted(self, made_up, answered, ask):
        del answered["nhan-su.csv"]

        assert set(counts(ask, made_up(answered), "headcount").values()) == {None}

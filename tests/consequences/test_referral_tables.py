"""What a table of findings says, cell by cell, and what its slips leave unknown."""

import pytest

from danvan_eval.consequences.finding import Earlier, Happened
from danvan_eval.tables.writing import Sheet, write_table
from danvan_eval.workspace.fields import Codes
from danvan_eval.workspace.files import Files
from danvan_eval.workspace.following.referrals import (
    COLUMNS,
    FILE,
    read_referrals,
)
from danvan_eval.workspace.yearly.register import Reading
from helpers.referring import day

HEADERS = {one.id: one.headers[0] for one in COLUMNS[FILE]}
WHOLE = {
    "case": "KL-07",
    "person": "N01",
    "act": "hách dịch, cửa quyền",
    "state": "đã kết luận có",
    "concluded": "16/06/2025",
    "by": "giải quyết khiếu nại",
    "acted": "07/05/2025",
    "ended": "07/05/2025",
    "found": "27/05/2025",
    "opened": "20/06/2025",
    "post": "không",
    "reminded": "chưa",
    "first": "có",
    "later": "không có",
    "situation": "không có",
    "exclusion": "không có",
    "exemption": "không có",
    "unlimited": "không có",
    "aggravating": "bao che; đối phó, cản trở",
    "mitigating": "không có",
}
PEOPLE = Codes(people=frozenset({"N01", "N02"}))
OFFICIALS = {"N01": True, "N02": False}


def row(**other):
    """Return a row with every fact known, but for *other*."""
    return WHOLE | other


@pytest.fixture
def read(tmp_path):
    """Write a table of rows and read it: what was found, and the faults by code."""

    def written(*rows, ending="csv", columns=HEADERS):
        path = tmp_path / f"{FILE}.{ending}"
        path.parent.mkdir(parents=True)
        cells = [[one.get(id_, "") for id_ in columns] for one in rows]
        write_table(path, Sheet([HEADERS[id_] for id_ in columns], cells))
        files = Files(tmp_path)
        found = read_referrals(Reading(files, PEOPLE), OFFICIALS)
        return found, [(one.code, one.place.key) for one in files.faults]

    return written


def only(found):
    """Return the only finding that was brought."""
    ((one,),) = found.by_person.values()
    return one


class TestAWholeRow:
    """A row that says everything gives every fact."""

    @pytest.mark.parametrize("ending", ["csv", "xlsx"])
    def test_says_each_fact_with_its_day(self, read, ending):
        found, faults = read(row(), ending=ending)
        one = only(found).finding

        assert [] == faults
        assert ("KL-07", "N01", "overbearing", "concluded") == (
            one.case,
            one.person,
            one.act,
            one.state,
        )
        assert (day("2025-05-07"), day("2025-05-07")) == (one.act_on, one.ended_on)
        assert (True, False, True) == (one.official, one.manages, one.first)
        assert Happened(known=False) == one.reminded
        assert ((), ()) == (one.later_acts, one.situations)
        assert day("2025-06-20") == only(found).opened_on

    def test_names_what_is_there_and_denies_the_rest_of_the_group(self, read):
        one = only(read(row())[0]).finding

        assert {"covered_up", "obstructed"} == {
            name for name, there in one.aggravating.items() if there
        }
        assert {False} == set(one.mitigating.values())

    def test_an_earlier_decision_comes_with_its_day_of_effect(self, read):
        told = {"first": "không", "earlier": "12/QĐ", "effective": "02/01/2025"}
        one = only(read(row(**told, same="có"))[0]).finding

        assert Earlier(day("2025-01-02"), True, "12/QĐ") == one.earlier

    def test_a_situation_lasts_where_it_has_no_last_day(self, read):
        told = {"situation": "thai sản, con dưới 12 tháng", "since": "01/06/2025"}
        (one,) = only(read(row(**told, lifted="không"))[0]).finding.situations

        assert ("maternity", None, False) == (one.kind, one.until, one.lifted)

    def test_an_end_that_cannot_be_found_is_said_in_words(self, read):
        one = only(read(row(ended="không xác định"))[0]).finding

        assert (None, False) == (one.ended_on, one.end_known)

    def test_a_reminder_has_its_day(self, read):
        one = only(read(row(reminded="05/02/2025"))[0]).finding

        assert Happened.day(day("2025-02-05")) == one.reminded


class TestWhatIsNotSaid:
    """An empty cell is a fact that is not known, and never a no."""

    def test_an_almost_empty_row_knows_nothing_and_is_no_fault(self, read):
        least = {name: WHOLE[name] for name in ("case", "person", "act", "state")}
        found, faults = read(least | {"state": "đang xác minh"})
        one = only(found).finding

        assert [] == faults
        assert (None, None, None) == (one.first, one.manages, one.situations)
        assert Happened() == one.reminded
        assert {None} == set(one.exclusion.values())

    def test_columns_may_be_left_out(self, read):
        needed = ("case", "person", "act", "state", "concluded")
        found, faults = read(row(), columns=needed)

        assert [] == faults
        assert only(found).finding.later_acts is None

    def test_without_a_table_nothing_is_known(self, tmp_path):
        found = read_referrals(Reading(Files(tmp_path), PEOPLE), {})

        assert (False, {}) == (found.there, dict(found.by_person))

    def test_a_table_without_rows_says_that_there_is_none(self, read):
        found, _ = read()

        assert found.there
        assert found.clear("N01")


class TestSlips:
    """A slip is pointed out, and what it spoils is not known."""

    @pytest.mark.parametrize(
        ("told", "fault", "fact"),
        [
            ({"concluded": ""}, "DV-D200", "concluded_on"),
            ({"state": "đang xác minh"}, "DV-D201", "state"),
            (
                {"earlier": "12/QĐ", "effective": "02/01/2025", "same": "có"},
                "DV-D202",
                "first",
            ),
            ({"situation": "bệnh hiểm nghèo, nội trú"}, "DV-D203", "situations"),
            ({"earlier": "12/QĐ"}, "DV-D204", "earlier"),
            ({"ended": "06/05/2025"}, "DV-S208", "ended_on"),
            ({"concluded": "06/05/2025"}, "DV-S208", "concluded_on"),
            ({"found": "06/05/2025"}, "DV-S208", "found_on"),
            ({"acted": "31/02/2025"}, "DV-E132", "act_on"),
            ({"mitigating": "trẻ tuổi"}, "DV-E205", None),
        ],
    )
    def test_is_pointed_out_and_leaves_one_fact_unknown(self, read, told, fault, fact):
        found, faults = read(row(**told))
        one = only(found).finding

        assert [fault] == [code for code, _ in faults]
        assert fact is None or getattr(one, fact) is None

    @pytest.mark.parametrize("told", [{"act": "thô lỗ"}, {"act": ""}])
    def test_a_row_without_its_act_is_open_for_that_person_alone(self, read, told):
        found, _ = read(row(**told), row(case="KL-08", person="N02"))

        assert ["N02"] == list(found.by_person)
        assert (False, True) == (found.clear("N01"), found.clear("N02"))

    def test_a_row_about_nobody_on_the_list_may_be_about_anybody(self, read):
        found, _ = read(row(person="N77"))

        assert not found.clear("N02")

    def test_two_rows_that_contradict_each_other_settle_nothing(self, read):
        found, faults = read(row(), row(acted="08/05/2025", ended="08/05/2025"))

        assert ({}, False) == (dict(found.by_person), found.clear("N01"))
        assert {"DV-S210"} == {code for code, _ in faults}

    def test_the_same_row_twice_is_one(self, read):
        assert only(read(row(), row())[0])

    def test_one_case_may_hold_several_acts(self, read):
        found, _ = read(row(), row(act="xúc phạm danh dự, nhân phẩm"))

        assert 2 == len(found.by_person["N01"])


def test_no_column_asks_who_complained():
    told = " ".join(HEADERS.values()).casefold()

    assert "người khiếu nại" not in told
    assert "người tố cáo" not in told
    assert "họ tên" not in told

"""Whose row in a list cannot be read stays in sight, and may pass the others."""

import pytest

from danvan_eval.cli import main
from danvan_eval.evidence import MISSING
from danvan_eval.explaining import explain
from danvan_eval.ranking import rank
from danvan_eval.records import dump_run, load_run
from danvan_eval.runs import run
from danvan_eval.scoring import score


@pytest.fixture
def whole(small):
    """Return a hospital where both clinical departments have all their figures."""
    small["phieu/K1.csv"] = form("K1", 12, 11)
    small["phieu/K2.csv"] = form("K2", 12, 12)
    small["so-theo-doi/vu-viec.csv"] = small["so-theo-doi/vu-viec.csv"][:1]
    small["so-theo-doi/ca-nhan.csv"] = [
        ["Mã nhân sự", "C02.done"],
        *([code, "có"] for code in "ABCDE"),
    ]
    return small


def form(unit, scheduled, held):
    head = ["Mã đơn vị", "Mã tiêu chí", "Mã số liệu", "Giá trị"]
    figures = {"scheduled": scheduled, "held": held}
    return [head, *([unit, "danvan/C05", name, one] for name, one in figures.items())]


def ranked(workspace, kind="unit"):
    pack = workspace.pack(kind)
    sheets = [score(pack, one) for one in workspace.dossiers(kind)]
    return rank(pack, sheets)


def told(ranking):
    """Return every possible rank, the reasons, and who has no block."""
    spans = {
        row.sheet.subject.code: row.possible
        for block in ranking.blocks
        for row in (*block.ranked, *block.not_ranked)
    }
    whys = {row.sheet.subject.code: row.why for row in ranking.not_ranked}
    return spans, whys, [one.sheet.subject.code for one in ranking.unplaced]


class TestDepartments:
    def test_everybody_has_a_rank_before(self, made_up, whole):
        spans, whys, _ = told(ranked(made_up(whole)))

        assert spans == {"K2": (1, 1), "K1": (2, 2), "P1": (1, 1)}
        assert whys == {}

    @pytest.mark.parametrize(
        "row",
        [
            ["K3", "Khoa Nhi", "lam-sang", "nhi"],
            ["K3", "Khoa Nhi", "lam-sang", ""],
            ["K3", "Khoa NguyÔn Tr·i", "lam-sang", "lam-sang"],
            ["K3", "Khoa Nhi", "lam-sang", "lam-sang", "thừa"],
        ],
    )
    def test_it_stands_under_its_block_where_that_can_be_told(
        self, made_up, whole, row
    ):
        whole["don-vi.csv"].append(row)
        spans, whys, unplaced = told(ranked(made_up(whole)))

        assert spans == {"K2": (1, 2), "K1": (2, 3), "P1": (1, 1), "K3": (1, 3)}
        assert whys == {"K3": "unlisted"}
        assert unplaced == []

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            (["K3", "Khoa Nhi", "Khối nội", "lam-sang"], "K3"),
            (["K3", "Khoa Nhi", "", "lam-sang"], "K3"),
            (["K3", "Khoa", " Nhi", "lam-sang", "lam-sang"], "K3"),
            (["", "Khoa Nhi", "?", "lam-sang"], "don-vi.csv:5"),
        ],
    )
    def test_otherwise_it_may_pass_everybody(self, made_up, whole, row, code):
        whole["don-vi.csv"].append(row)
        spans, whys, unplaced = told(ranked(made_up(whole)))

        assert spans == {"K2": (1, 2), "K1": (2, 3), "P1": (1, 2)}
        assert whys == {code: "unlisted"}
        assert unplaced == [code]

    def test_a_code_that_stands_twice_stays_where_both_rows_stand(self, made_up, whole):
        whole["don-vi.csv"].append(["K1", "Khoa Nội 2", "lam-sang", "lam-sang"])
        spans, whys, _ = told(ranked(made_up(whole)))

        assert whys == {"K1": "unlisted"}
        assert spans == {"K2": (1, 2), "K1": (1, 2), "P1": (1, 1)}

    def test_a_row_with_its_number_only_is_a_department_a_total_is_none(
        self, made_up, whole
    ):
        whole["don-vi.csv"] += [["K7", "", "", ""], ["Tổng cộng", "4", "", ""]]

        assert told(ranked(made_up(whole)))[1] == {"K7": "unlisted"}

    def test_the_fault_is_told_once_and_the_explanation_names_it(self, made_up, whole):
        whole["don-vi.csv"].append(["K3", "Khoa Nhi", "lam-sang", "nhi"])
        workspace = made_up(whole)
        pack = workspace.pack("unit")
        made = run("BV", [(pack, workspace.units)], workspace.faults)
        words = explain(pack, made.sheet("K3"))

        assert [one.code for one in made.faults].count("DV-E205") == 1
        assert "DV-E205" in words
        assert explain(pack, made.sheet("K3"), "danvan/C12")
        assert load_run(dump_run(made)) == made

    def test_it_is_on_the_print_and_in_the_files(self, made_up, whole, capsys):
        whole["don-vi.csv"].append(["K3", "Khoa Nhi", "?", "lam-sang"])
        folder = made_up(whole).folder
        main(["rank", str(folder)])
        out = capsys.readouterr().out
        rows = (folder / "ket-qua" / "xep-hang-unit.csv").read_text("utf-8-sig")

        line = next(one for one in out.splitlines() if one.lstrip().startswith("K3"))
        assert "dòng trong danh sách không đọc được" in line
        assert "DV-E205" in line
        assert ";;K3;Khoa Nhi;;;dòng trong danh sách không đọc được;DV-E205" in rows


class TestPeople:
    @pytest.mark.parametrize(
        ("row", "unplaced"),
        [
            (["N10", "", "viên chức", "", "", ""], []),
            (["N10", "K99", "viên chức", "", "", ""], []),
            (["N10", "K1", "?", "", "", ""], ["N10"]),
            (["N10", "K1", "viên chức", "?", "", ""], ["N10"]),
            (["", "K1", "viên chức", "", "", ""], []),
        ],
    )
    def test_who_is_left_out_stands_among_those_without_rank(
        self, made_up, whole, row, unplaced
    ):
        whole["nhan-su.csv"].append(row)
        _, whys, told_unplaced = told(ranked(made_up(whole), "person"))

        assert whys == {row[0] or "nhan-su.csv:8": "unlisted"}
        assert told_unplaced == unplaced

    def test_rows_of_one_time_name_their_block(self, made_up, whole):
        whole["nhan-su.csv"].append(["B", "K2", "viên chức", "", "", ""])
        ranking = ranked(made_up(whole), "person")

        assert told(ranking)[1] == {"B": "unlisted"}
        assert told(ranking)[2] == []

    def test_nothing_is_known_of_them(self, made_up, whole, ask):
        whole["nhan-su.csv"].append(["N10", "", "viên chức", "", "", ""])
        seen = ask.seen(made_up(whole), "N10", "C02", "done")

        assert seen in (None, MISSING)


@pytest.mark.parametrize("name", ["don-vi.csv", "nhan-su.csv"])
def test_the_order_of_the_rows_decides_nothing(made_up, whole, name):
    whole["don-vi.csv"] += [
        ["K1", "Khoa Nội 2", "chuc-nang", "lam-sang"],
        ["K3", "Khoa Nhi", "?", "lam-sang"],
    ]
    whole["nhan-su.csv"] += [["N10", "", "viên chức", "", "", ""]]
    before = ranked(made_up(whole)), ranked(made_up(whole), "person")
    whole[name] = [whole[name][0], *whole[name][:0:-1]]
    after = ranked(made_up(whole)), ranked(made_up(whole), "person")

    assert list(map(told, after)) == list(map(told, before))

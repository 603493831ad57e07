"""The hospital rates itself: by its own sheet, its departments' sums, its registers."""

import pytest

from danvan_eval.cli import main
from danvan_eval.errors import FaultError
from danvan_eval.evidence import MISSING, Declined, OneOf, Unreadable
from danvan_eval.ranking import rank
from danvan_eval.scoring import score
from danvan_eval.workspace.hospital import added

FORM = ["Mã đơn vị", "Mã tiêu chí", "Mã số liệu", "Giá trị"]
OWN = "phieu/BENH-VIEN.csv"


def sheet(code, scheduled, held):
    return [
        FORM,
        [code, "danvan/C05", "scheduled", scheduled],
        [code, "danvan/C05", "held", held],
    ]


@pytest.fixture
def whole(small):
    """Return a hospital whose departments and hospital handed in everything."""
    small["phieu/K1.csv"] = sheet("K1", "12", "11")
    small["phieu/K2.csv"] = sheet("K2", "6", "6")
    small[OWN] = [FORM, ["BVT", "danvan/C04", "issued", "có"]]
    return small


def sums(ask, workspace):
    return [ask.seen(workspace, "BVT", "C05", name) for name in ("scheduled", "held")]


def complete(whole):
    """Fill in what is still open."""
    whole["so-theo-doi/ca-nhan.csv"] = [
        ["Mã nhân sự", "C02.done"],
        *([code, "có"] for code in "ABCDE"),
    ]
    whole["so-theo-doi/vu-viec.csv"] = whole["so-theo-doi/vu-viec.csv"][:2]
    whole[OWN].append(["BVT", "danvan/C22", "substantiated", "0"])
    return whole


class TestItsDossier:
    def test_there_is_one_in_the_one_block_of_its_scheme(self, made_up, whole):
        workspace = made_up(whole)
        (own,) = workspace.dossiers("hospital")

        assert workspace.hospital_dossiers == (own,)
        assert (own.subject.kind, own.subject.code) == ("hospital", "BVT")
        assert (own.subject.name, own.subject.block) == ("Bệnh viện Thử", "benh-vien")
        assert own.state == "submitted"

    def test_it_is_ranked_as_a_block_of_one(self, made_up, whole):
        workspace = made_up(complete(whole))
        pack = workspace.pack("hospital")
        (own,) = workspace.hospital_dossiers
        (block,) = rank(pack, [score(pack, own)]).blocks

        assert [(row.rank, row.sheet.grade) for row in block.ranked] == [(1, "dat")]

    def test_without_a_scheme_there_is_none(self, made_up, whole):
        del whole[OWN]

        assert made_up(whole, kinds=("unit",)).dossiers("hospital") == ()

    def test_a_department_with_its_code_is_refused(self, made_up, whole):
        whole["don-vi.csv"].append(["BVT", "Khoa Thử", "lam-sang", "lam-sang"])
        with pytest.raises(FaultError) as found:
            made_up(whole)

        assert found.value.fault.code == "DV-S220"


class TestItsSheet:
    def test_its_own_figures_stand_on_it(self, made_up, whole, ask):
        assert ask.seen(made_up(whole), "BVT", "C04", "issued") is True

    def test_a_sheet_that_is_not_there_is_said(self, made_up, whole, ask):
        del whole[OWN]
        workspace = made_up(whole)

        assert ask.dossier(workspace, "BVT").state == "not_submitted"
        assert {"seen": "BVT"} in ask.said(workspace.faults, "DV-S108")

    def test_a_file_that_cannot_be_read_spoils_what_it_would_say(
        self, made_up, whole, ask
    ):
        whole[OWN] = "chỉ có chữ\n"
        workspace = made_up(whole)

        assert isinstance(ask.seen(workspace, "BVT", "C04", "issued"), Unreadable)
        assert sums(ask, workspace) == [18, 17]

    def test_a_sum_written_there_is_not_used(self, made_up, whole, ask):
        whole[OWN].append(["BVT", "danvan/C05", "held", "99"])
        workspace = made_up(whole)

        assert sums(ask, workspace) == [18, 17]
        assert ask.said(workspace.faults, "DV-S204") == [{"seen": "danvan/C05.held"}]

    def test_a_figure_no_department_is_asked_for_stands_there(
        self, made_up, whole, ask
    ):
        whole[OWN].append(["BVT", "danvan/C05", "held", "99"])
        workspace = made_up(whole, kinds=("hospital",))

        assert ask.seen(workspace, "BVT", "C05", "held") == 99


class TestSums:
    def test_departments_whom_it_concerns_are_added_up(self, made_up, whole, ask):
        whole["phieu/P1.csv"] = sheet("P1", "100", "1")

        assert sums(ask, made_up(whole)) == [18, 17]

    def test_a_missing_figure_leaves_the_sum_missing(self, made_up, whole, ask):
        whole["phieu/K2.csv"] = sheet("K2", "6", "")

        assert sums(ask, made_up(whole)) == [18, MISSING]

    def test_a_department_that_sent_nothing_leaves_the_sum_missing(
        self, made_up, whole, ask
    ):
        del whole["phieu/K2.csv"]

        assert sums(ask, made_up(whole)) == [MISSING, MISSING]

    def test_a_figure_that_cannot_be_read_leaves_none(self, made_up, whole, ask):
        whole["phieu/K2.csv"] = sheet("K2", "6", "sáu")
        scheduled, held = sums(ask, made_up(whole))

        assert scheduled == 18
        assert held.fault.place.file == "phieu/K2.csv"

    def test_a_department_that_declined_adds_nothing(self, made_up, whole, ask):
        whole["phieu/K2.csv"] = sheet("K2", "không áp dụng", "không áp dụng")

        assert sums(ask, made_up(whole)) == [12, 11]

    def test_a_department_that_cannot_be_read_leaves_no_sum(self, made_up, whole, ask):
        whole["don-vi.csv"].append(["K3", "Khoa Nhi", "lam-sang", ""])

        assert all(isinstance(one, Unreadable) for one in sums(ask, made_up(whole)))

    @pytest.mark.parametrize(
        ("values", "total"),
        [
            ([], 0),
            ([0, 0], 0),
            ([Declined(), Declined()], Declined()),
            ([1, OneOf((0, 1), "pending")], OneOf((1, 2), "pending")),
            (
                [OneOf((0, 2), "pending"), OneOf((0, 1), "disputed")],
                OneOf((0, 1, 2, 3), "disputed"),
            ),
            ([OneOf(tuple(range(40)), "pending")] * 2, MISSING),
            ([OneOf((0, 1), "pending"), MISSING], MISSING),
            ([True, 1], MISSING),
        ],
    )
    def test_open_figures_leave_every_sum_they_can_make(self, values, total):
        assert added(values) == total


class TestRegisters:
    def test_a_shared_model_counts_once(self, made_up, whole, ask):
        workspace = made_up(whole)

        for name in ("recognised", "replicated"):
            assert ask.seen(workspace, "BVT", "C14", name) == 1
            assert ask.seen(workspace, "K1", "C14", name) == 1
            assert ask.seen(workspace, "K2", "C14", name) == 1

    def test_a_model_that_cannot_be_read_spoils_the_number(self, made_up, whole, ask):
        row = list(whole["so-theo-doi/mo-hinh.csv"][1])
        whole["so-theo-doi/mo-hinh.csv"].append(["M2", "K9", *row[2:]])

        seen = ask.seen(made_up(whole), "BVT", "C14", "recognised")
        assert isinstance(seen, Unreadable)

    def test_without_registers_nothing_is_known(self, made_up, whole, ask):
        for name in [one for one in whole if one.startswith("so-theo-doi/")]:
            del whole[name]
        workspace = made_up(whole)

        assert ask.seen(workspace, "BVT", "C14", "recognised") is None
        assert ask.seen(workspace, "BVT", "C12", "substantiated") is None
        assert ask.seen(workspace, "BVT", "C02", "done_count") is MISSING
        assert ask.seen(workspace, "BVT", "C02", "headcount") == 5


class TestCommands:
    @pytest.fixture
    def call(self, made_up, whole, capsys):
        workspace = made_up(complete(whole))

        def call(*words):
            code = main([str(one) for one in words])
            return code, capsys.readouterr().out

        return workspace.folder, call

    def test_rank_prints_its_total_and_grade_and_leaves_files(self, call):
        folder, run = call
        code, out = run("rank", folder)
        block = out.partition("benh-vien: 1 / 1")[2].split("\n\n")[0]
        table = (folder / "ket-qua" / "xep-hang-hospital.csv").read_text("utf-8-sig")

        assert code == 0
        assert "BVT" in block
        assert "Đạt" in block
        assert "BVT;Bệnh viện Thử;" in table

    def test_score_and_explain_take_its_code(self, call):
        folder, run = call

        for words in (("score", folder, "BVT"), ("explain", "BVT", folder)):
            code, out = run(*words)
            assert code == 0
            assert "17 trên 18" in out

    def test_check_reads_it(self, call):
        folder, run = call

        assert run("check", folder)[0] == 0

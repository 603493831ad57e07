"""A report closes before the year does: what comes later has a stated home."""

import json
from types import SimpleNamespace

import pytest

from danvan_eval import load_run
from danvan_eval.cli import main
from danvan_eval.errors import FaultError, PackError
from danvan_eval.evidence import OneOf
from danvan_eval.workspace import read_workspace

THIS = 'cut_off = 2024-11-10\nafter_cut_off = "this_period"\n'
NEXT = THIS.replace("this", "next")
EVENTS, STUDY = "so-theo-doi/vu-viec.csv", "so-theo-doi/hoc-tap.csv"
CASES, MODELS = "so-theo-doi/don-thu.csv", "so-theo-doi/mo-hinh.csv"


def event(case, day, concluded, kind="thái độ phục vụ"):
    return [case, "D", "K2", day, kind, "đúng", concluded]


@pytest.fixture
def late(small):
    """Return a hospital with an incident on each side of the cut-off day."""
    small[EVENTS] = [
        small[EVENTS][0],
        event("V1", "10/11/2024", "10/11/2024"),
        event("V2", "11/11/2024", "12/11/2024"),
    ]
    return small


def incidents(ask, workspace):
    return ask.seen(workspace, "K2", "C12", "substantiated")


class TestTheRegisters:
    def test_a_provisional_reading_stops_at_the_cut_off_day(self, made_up, late, ask):
        workspace = made_up(late, cut_off=THIS, provisional=True)

        assert str(workspace.provisional) == "2024-11-10"
        assert incidents(ask, workspace) == 1
        assert ask.said(workspace.excluded, "DV-S317") == [
            {"seen": "V2", "day": "11/11/2024", "cut_off": "10/11/2024"}
        ]

    def test_a_final_reading_counts_the_whole_period(self, made_up, late, ask):
        workspace = made_up(late, cut_off=THIS)

        assert workspace.provisional is None
        assert incidents(ask, workspace) == 2
        assert not {"DV-S317", "DV-S318"} & set(ask.codes(workspace.excluded))

    def test_what_is_later_is_left_to_the_next_period_where_that_is_said(
        self, made_up, late, ask
    ):
        workspace = made_up(late, cut_off=NEXT)

        assert incidents(ask, workspace) == 1
        assert [one["seen"] for one in ask.said(workspace.excluded, "DV-S318")] == [
            "V2"
        ]

    @pytest.mark.parametrize(("provisional", "number"), [(True, None), (False, 1)])
    def test_a_later_conclusion_is_not_known_yet(
        self, made_up, late, ask, *, provisional, number
    ):
        late[EVENTS] = [late[EVENTS][0], event("V1", "01/11/2024", "20/11/2024")]
        workspace = made_up(late, cut_off=NEXT, provisional=provisional)

        assert incidents(ask, workspace) == (number or OneOf((0, 1), "pending"))

    def test_rows_that_contradict_each_other_across_the_day_stay_together(
        self, made_up, late, ask
    ):
        late[EVENTS].append(event("V1", "11/11/2024", "12/11/2024"))
        workspace = made_up(late, cut_off=NEXT)

        assert ask.codes(workspace.faults).count("DV-S210") == 2

    def test_every_register_stops(self, read, small, ask):
        small["danvan.toml"] = small["danvan.toml"].replace(
            "to = 2024-12-31\n", f"to = 2024-12-31\n{THIS}"
        )
        small[STUDY].append(["E", "ct-33; qd-324-tu", "11/11/2024"])
        small[CASES].append(["9", "K1", "tố cáo", "01/11/2024", "12/11/2024", ""])
        small[MODELS].append(["M2", *small[MODELS][1][1:8], "13/11/2024", "công nhận"])
        small[MODELS][2].append("")
        final, early = read(small), read(small, provisional=True)
        late = {"E, 11/11/2024", "9", "M2"}

        for code, criterion, name, seen in (
            ("E", "C01", "documents", (frozenset(), {"ct-33", "qd-324-tu"})),
            ("K1", "C07", "denunciation_due", (0, 1)),
            ("K1", "C14", "recognised", (1, 2)),
        ):
            both = [ask.seen(one, code, criterion, name) for one in (early, final)]
            assert tuple(both) == seen
        assert late == {one["seen"] for one in ask.said(early.excluded, "DV-S317")} - {
            "V2"
        }

    def test_the_order_of_the_rows_decides_nothing(self, made_up, late):
        before = made_up(late, cut_off=THIS, provisional=True)
        for name in (EVENTS, STUDY, CASES, MODELS):
            late[name] = [late[name][0], *late[name][:0:-1]]

        after = made_up(late, cut_off=THIS, provisional=True)
        assert after.units == before.units
        assert after.hospital_dossiers == before.hospital_dossiers


class TestTheSettings:
    @pytest.mark.parametrize(
        ("words", "code"),
        [
            ("cut_off = 2024-11-10\n", "DV-L003"),
            ('after_cut_off = "this_period"\n', "DV-L003"),
            (THIS.replace("this_period", "never"), "DV-L004"),
            (THIS.replace("2024-11-10", "2025-01-01"), "DV-L004"),
            (THIS.replace("2024-11-10", '"10/11"'), "DV-L004"),
        ],
    )
    def test_a_cut_off_day_needs_a_home_for_what_is_later(
        self, made_up, small, ask, *, words, code
    ):
        with pytest.raises(PackError) as found:
            made_up(small, cut_off=words)

        assert code in ask.codes(found.value.faults)

    def test_without_a_day_nothing_is_provisional(self, made_up, small):
        with pytest.raises(FaultError) as found:
            made_up(small, provisional=True)

        assert found.value.fault.code == "DV-R020"


class TestTheCommand:
    @pytest.fixture
    def done(self, made_up, late, capsys):
        """Rank provisionally, then finally since that; return what was printed."""
        late["phieu/K1.csv"][3][3] = late["phieu/K1.csv"][1][3]
        late["phieu/K2.csv"] += [
            ["K2", "danvan/C05", "scheduled", "6"],
            ["K2", "danvan/C05", "held", "6"],
        ]
        late["so-theo-doi/ca-nhan.csv"] = [
            ["Mã nhân sự", "C02.done"],
            *([code, "có"] for code in "ABCDE"),
        ]
        folder = made_up(late, cut_off=THIS).folder
        told = {}
        before = folder / "ket-qua-tam" / "ket-qua.json"
        for name, words in {
            "early": ["--provisional"],
            "final": ["--since", before],
            "same": ["--provisional", "--since", before],
        }.items():
            code = main([str(one) for one in ("rank", folder, *words)])
            told[name] = (code, capsys.readouterr().out)
        return SimpleNamespace(folder=folder, before=before, **told)

    def test_a_provisional_run_says_so_everywhere(self, done):
        early = load_run(done.before.read_text("utf-8"))
        final = load_run((done.folder / "ket-qua" / "ket-qua.json").read_text("utf-8"))
        data = json.loads(done.before.read_text("utf-8"))

        assert "TẠM TÍNH: sổ theo dõi chỉ tính đến hết ngày 10/11/2024" in done.early[1]
        assert "TẠM TÍNH" not in done.final[1]
        assert str(early.provisional) == data["run"]["provisional"] == "2024-11-10"
        assert final.provisional is None
        assert early.fingerprint != final.fingerprint

    def test_a_final_run_prints_and_writes_who_changed(self, done):
        told = done.final[1].partition("Thay đổi so với lần trước: ")[2]
        rows = (done.folder / "ket-qua" / "thay-doi.csv").read_text("utf-8-sig")

        assert done.final[0] == 0
        assert {row.split(";")[1] for row in rows.splitlines()[1:]} == {
            "BVT",
            "D",
            "K2",
        }
        assert "K2" in told.split("\n\n")[0]
        assert "K1" not in told.split("\n\n")[0]

    def test_a_run_that_changes_nothing_says_so(self, done):
        assert "Không ai thay đổi." in done.same[1]

    @pytest.mark.parametrize(
        ("spoil", "code"),
        [
            (lambda _: None, "DV-F101"),
            (lambda text: text.replace('"K2"', '"K3"', 1)[:-9], "DV-R021"),
            (lambda _: "{}", "DV-R021"),
            (lambda _: '{"schema_version": 1, "run": {}}', "DV-R021"),
            (lambda text: text.replace("2024-11-10", "2024-11-09"), "DV-R021"),
        ],
    )
    def test_an_earlier_result_that_cannot_be_trusted_is_refused(
        self, done, capsys, spoil, code
    ):
        other = done.folder / "truoc.json"
        text = spoil(done.before.read_text("utf-8"))
        if text is not None:
            other.write_text(text, "utf-8")

        assert main(["rank", str(done.folder), "--since", str(other)]) == 2
        assert code in capsys.readouterr().err

    def test_a_result_of_another_hospital_is_refused(self, done, capsys):
        settings = done.folder / "danvan.toml"
        text = settings.read_text("utf-8").replace("Bệnh viện Thử", "Bệnh viện Khác")
        settings.write_text(text, "utf-8")

        assert main(["rank", str(done.folder), "--since", str(done.before)]) == 2
        assert "DV-R022" in capsys.readouterr().err
        assert read_workspace(done.folder).hospital == "Bệnh viện Khác"

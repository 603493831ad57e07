"""Registers become evidence by rules that can be named; what is left out is listed."""

import pytest

from danvan_eval.evidence import OneOf, Unreadable

STUDY, CASES = "so-theo-doi/hoc-tap.csv", "so-theo-doi/don-thu.csv"
ATTITUDE = "thái độ phục vụ"
EVENTS, MODELS = "so-theo-doi/vu-viec.csv", "so-theo-doi/mo-hinh.csv"


def test_a_misnamed_register_is_pointed_out(read, small, ask):
    small["so-theo-doi/don_thu.csv"] = "Số hồ sơ\n"
    workspace = read(small)

    assert [str(one.place) for one in workspace.faults if one.code == "DV-S213"] == [
        "so-theo-doi/don_thu.csv"
    ]
    assert ask.seen(workspace, "K1", "C07", "complaint_due") == 2


class TestStudy:
    def test_the_plan_says_which_documents(self, read, small, ask):
        workspace = read(small)

        assert ask.seen(workspace, "A", "C01", "documents") == {"ct-33", "qd-324-tu"}
        assert ask.seen(workspace, "B", "C01", "documents") == {"ct-33", "qd-324-tu"}
        assert ask.seen(workspace, "D", "C01", "documents") == {"ct-33"}
        assert ask.seen(workspace, "E", "C01", "documents") == frozenset()

    def test_only_whom_the_criterion_covers_is_counted(self, read, small, ask):
        workspace = read(small)
        counted = [
            [ask.seen(workspace, unit, "C01", name) for unit in ("K1", "K2", "P1")]
            for name in ("in_scope", "studied_all")
        ]

        assert counted == [[2, 1, 1], [2, 0, 0]]

    def test_what_the_plan_does_not_ask_for_is_noted(self, read, small, ask):
        small[STUDY] += [
            ["E", "kh-8999; ct-33", "05/03/2024"],
            ["E", "qd-324-tu", "05/03/2023"],
        ]
        workspace = read(small)

        assert ask.seen(workspace, "E", "C01", "documents") == {"ct-33"}
        assert ask.said(workspace.excluded, "DV-S305") == [
            {"seen": "E", "documents": "kh-8999"}
        ]
        assert ask.said(workspace.excluded, "DV-S304") == [
            {"seen": "E", "day": "05/03/2023"}
        ]

    def test_an_unknown_person_is_a_fault(self, read, small, ask):
        small[STUDY].append(["AA", "ct-33", "05/03/2024"])

        assert "DV-S103" in ask.codes(read(small).faults)

    @pytest.mark.parametrize(
        "row",
        [["E", "ct-34", "05/03/2024"], ["E", "ct-33", ""], ["E", "", "05/03/2024"]],
    )
    def test_an_unclear_row_spoils_the_person_and_the_department(
        self, read, small, ask, row
    ):
        small[STUDY].append(row)
        workspace = read(small)

        assert isinstance(ask.seen(workspace, "E", "C01", "documents"), Unreadable)
        assert isinstance(ask.seen(workspace, "K2", "C01", "studied_all"), Unreadable)
        assert ask.seen(workspace, "K2", "C01", "in_scope") == 1
        assert ask.seen(workspace, "K1", "C01", "studied_all") == 2

    def test_an_unclear_row_of_who_studied_all_anyway_spoils_nothing(
        self, read, small, ask
    ):
        small[STUDY].append(["A", "ct-33", "?"])

        assert ask.seen(read(small), "K1", "C01", "studied_all") == 2

    def test_without_a_register_the_scope_is_known_all_the_same(self, read, small, ask):
        del small[STUDY]
        workspace = read(small)

        assert ask.seen(workspace, "K1", "C01", "in_scope") == 2
        assert ask.seen(workspace, "K1", "C01", "studied_all") is None


class TestPetitions:
    def test_due_and_on_time_by_kind(self, read, small, ask):
        workspace = read(small)
        seen = ask.dossier(workspace, "K1").seen("danvan/C07")

        assert (seen["complaint_due"], seen["complaint_on_time"]) == (2, 1)
        assert {value for name, value in seen.items() if "complaint" not in name} == {0}

    def test_not_yet_due_is_listed_by_number(self, read, small, ask):
        workspace = read(small)

        assert ask.said(workspace.excluded, "DV-S301") == [
            {"seen": "3", "day": "20/01/2025"}
        ]
        assert ask.seen(workspace, "K2", "C07", "feedback_due") == 0

    def test_a_case_of_an_earlier_period_or_passed_on_is_listed(self, read, small, ask):
        small[CASES][0].append("Ngày chuyển đi")
        small[CASES] += [
            ["4", "K2", "tố cáo", "01/12/2023", "31/12/2023", "", ""],
            ["5", "K2", "tố cáo", "01/05/2024", "31/05/2024", "", "06/05/2024"],
        ]
        for row in small[CASES][1:4]:
            row.append("")
        workspace = read(small)

        assert ask.said(workspace.excluded, "DV-S302")[0]["seen"] == "4"
        assert ask.said(workspace.excluded, "DV-S303")[0]["seen"] == "5"
        assert ask.seen(workspace, "K2", "C07", "denunciation_due") == 0

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            (["4", "K2", "tố cáo", "01/05/2024", "01/04/2024", ""], "DV-S208"),
            (["4", "K2", "tố cáo", "01/05/2024", "", ""], "DV-S201"),
            (["4", "K2", "tố cáo", "?", "31/05/2024", ""], "DV-E131"),
        ],
    )
    def test_an_unclear_case_spoils_its_kind_only(self, read, small, ask, row, code):
        small[CASES].append(row)
        workspace = read(small)

        assert code in ask.codes(workspace.faults)
        seen = ask.dossier(workspace, "K2").seen("danvan/C07")
        spoilt = {name for name, one in seen.items() if isinstance(one, Unreadable)}
        assert spoilt == {"denunciation_due", "denunciation_on_time"}

    def test_a_case_of_an_unclear_kind_spoils_all_kinds(self, read, small, ask):
        small[CASES].append(["4", "K2", "đơn", "01/05/2024", "31/05/2024", ""])
        seen = ask.dossier(read(small), "K2").seen("danvan/C07")

        assert all(isinstance(one, Unreadable) for one in seen.values())

    def test_a_number_used_for_two_cases_settles_neither(self, read, small, ask):
        small[CASES].append(["1", "K2", "tố cáo", "01/05/2024", "31/05/2024", ""])
        workspace = read(small)

        assert ask.codes(workspace.faults).count("DV-S210") == 2
        assert isinstance(ask.seen(workspace, "K1", "C07", "complaint_due"), Unreadable)
        assert isinstance(
            ask.seen(workspace, "K2", "C07", "denunciation_due"), Unreadable
        )

    def test_a_case_of_an_unknown_department_is_a_fault(self, read, small, ask):
        small[CASES].append(["4", "K7", "tố cáo", "01/05/2024", "31/05/2024", ""])

        assert "DV-S103" in ask.codes(read(small).faults)

    def test_no_complainant_is_ever_read(self, read, small):
        for row, name in zip(
            small[CASES], ["Người gửi", "Tên 1", "Tên 2", "Tên 3"], strict=True
        ):
            row.append(name)
        workspace = read(small)
        told = repr((workspace.units, workspace.people, workspace.excluded))

        assert "Tên" not in told
        assert all("Tên" not in str(one) for one in workspace.faults)


class TestIncidents:
    def test_it_counts_on_the_person_and_where_it_happened(self, read, small, ask):
        workspace = read(small)

        assert ask.seen(workspace, "D", "C12", "substantiated") == 1
        assert ask.seen(workspace, "K2", "C12", "substantiated") == 1
        assert ask.seen(workspace, "P1", "C12", "substantiated") == 0

    def test_what_is_verified_leaves_the_count_open(self, read, small, ask):
        workspace = read(small)

        assert ask.seen(workspace, "K1", "C12", "substantiated") == OneOf(
            (0, 1), "pending"
        )
        assert ask.seen(workspace, "B", "C12", "substantiated") == OneOf(
            (0, 1), "pending"
        )
        assert ask.said(workspace.excluded, "DV-S308")[0]["seen"] == "V2"

    def test_two_open_cases_leave_every_number_between_open(self, read, small, ask):
        small[EVENTS] += [
            ["V3", "B", "K1", "02/12/2024", ATTITUDE, "tiếp nhận", ""],
            ["V4", "B", "K1", "03/12/2024", ATTITUDE, "đúng", "09/12/2024"],
        ]
        workspace = read(small)
        open_ = OneOf((1, 2, 3), "pending")

        assert ask.seen(workspace, "K1", "C12", "substantiated") == open_
        assert ask.seen(workspace, "B", "C12", "substantiated") == open_

    def test_one_case_about_two_people_counts_once_for_the_department(
        self, read, small, ask
    ):
        small[EVENTS].append(
            ["V1", "E", "K2", "01/02/2024", ATTITUDE, "sai", "01/03/2024"]
        )
        workspace = read(small)

        assert ask.seen(workspace, "K2", "C12", "substantiated") == 1
        assert ask.seen(workspace, "D", "C12", "substantiated") == 1
        assert ask.seen(workspace, "E", "C12", "substantiated") == 0

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            (["V3", "E", "K2", "01/02/2024", ATTITUDE, "đúng", ""], "DV-S209"),
            (
                ["V3", "E", "K2", "01/02/2024", ATTITUDE, "tiếp nhận", "01/03/2024"],
                "DV-S209",
            ),
            (
                ["V3", "E", "K2", "01/02/2024", ATTITUDE, "đúng", "31/01/2024"],
                "DV-S208",
            ),
            (
                ["V3", "E", "K2", "01/02/2024", ATTITUDE, "có lỗi", "01/03/2024"],
                "DV-E205",
            ),
            (["V3", "E", "K2", "", ATTITUDE, "đúng", "01/03/2024"], "DV-S201"),
        ],
    )
    def test_an_unclear_case_spoils_whom_it_names(self, read, small, ask, row, code):
        small[EVENTS].append(row)
        workspace = read(small)

        assert ask.codes(workspace.faults).count(code) == 1
        assert isinstance(ask.seen(workspace, "E", "C12", "substantiated"), Unreadable)
        assert isinstance(ask.seen(workspace, "K2", "C12", "substantiated"), Unreadable)
        assert ask.seen(workspace, "P1", "C12", "substantiated") == 0

    def test_rows_that_disagree_on_the_place_settle_nothing(self, read, small, ask):
        small[EVENTS].append(
            ["V1", "E", "K1", "01/02/2024", ATTITUDE, "đúng", "01/03/2024"]
        )
        workspace = read(small)

        assert ask.codes(workspace.faults).count("DV-S210") == 2
        for code in ("K1", "K2", "D", "E"):
            seen = ask.seen(workspace, code, "C12", "substantiated")
            assert isinstance(seen, Unreadable)

    def test_an_unknown_person_leaves_the_departments_count(self, read, small, ask):
        small[EVENTS].append(
            ["V3", "X", "K2", "01/02/2024", ATTITUDE, "đúng", "01/03/2024"]
        )
        workspace = read(small)

        assert "DV-S103" in ask.codes(workspace.faults)
        assert ask.seen(workspace, "K2", "C12", "substantiated") == 2

    @pytest.mark.parametrize(
        ("state", "day", "code"),
        [
            ("sai", "01/02/2024", "DV-S307"),
            ("rút", "01/02/2024", "DV-S307"),
            ("đúng", "01/02/2023", "DV-S306"),
        ],
    )
    def test_what_does_not_count_is_listed(self, read, small, ask, *, state, day, code):
        small[EVENTS].append(["V3", "", "P1", day, ATTITUDE, state, "01/03/2024"])
        workspace = read(small)

        assert ask.said(workspace.excluded, code)[0]["seen"] == "V3"
        assert ask.seen(workspace, "P1", "C12", "substantiated") == 0


class TestModels:
    def change(self, small, column, value):
        small[MODELS][1][small[MODELS][0].index(column)] = value

    def test_a_shared_model_counts_for_each(self, read, small, ask):
        workspace = read(small)

        for code in ("K1", "K2", "A"):
            assert ask.seen(workspace, code, "C14", "recognised") == 1
            assert ask.seen(workspace, code, "C14", "replicated") == 1
        assert ask.seen(workspace, "B", "C14", "recognised") == 0

    @pytest.mark.parametrize(
        ("column", "value", "lacking"),
        [
            ("Báo cáo hiệu quả", "", "Báo cáo hiệu quả"),
            ("Báo cáo hiệu quả", "x", "Báo cáo hiệu quả"),
            ("Mới trong kỳ", "không", "Mới trong kỳ"),
            ("Ngày công nhận", "", "Ngày công nhận"),
            ("Giai đoạn", "triển khai", "Giai đoạn «công nhận»"),
        ],
    )
    def test_a_condition_is_met_by_a_document_only(
        self, read, small, ask, *, column, value, lacking
    ):
        self.change(small, column, value)
        workspace = read(small)

        assert ask.seen(workspace, "K1", "C14", "recognised") == 0
        assert ask.said(workspace.excluded, "DV-S310") == [
            {"seen": "M1", "lacking": lacking}
        ]

    def test_it_is_new_in_the_period_of_its_recognition(self, read, small, ask):
        self.change(small, "Ngày công nhận", "20/12/2023")
        workspace = read(small)

        assert ask.seen(workspace, "K1", "C14", "recognised") == 0
        assert ask.seen(workspace, "K1", "C14", "replicated") == 1
        assert ask.said(workspace.excluded, "DV-S311")[0]["seen"] == "M1"

    def test_taken_up_elsewhere_needs_places(self, read, small, ask):
        self.change(small, "Nơi nhân rộng", "")
        workspace = read(small)

        assert ask.seen(workspace, "K1", "C14", "replicated") == 0
        assert ask.codes(workspace.excluded).count("DV-S315") == 1

    @pytest.mark.parametrize(
        ("stage", "en"), [("công nhận", "recognised"), ("đăng ký", "registered")]
    )
    def test_places_of_a_stage_before_are_not_dropped_in_silence(
        self, read, small, ask, *, stage, en
    ):
        self.change(small, "Giai đoạn", stage)
        self.change(small, "Nơi nhân rộng", "3")
        workspace = read(small)

        assert ask.seen(workspace, "K1", "C14", "replicated") == 0
        assert ask.said(workspace.excluded, "DV-S319") == [
            {"seen": "M1", "count": "3", "stage": stage, "stage_en": en}
        ]

    def test_no_place_of_a_stage_before_is_no_remark(self, read, small, ask):
        self.change(small, "Giai đoạn", "công nhận")
        self.change(small, "Nơi nhân rộng", "0")

        assert "DV-S319" not in ask.codes(read(small).excluded)

    @pytest.mark.parametrize(
        ("column", "value", "code"),
        [
            ("Giai đoạn", "xong", "DV-E205"),
            ("Nơi nhân rộng", "nhiều", "DV-E101"),
        ],
    )
    def test_an_unclear_row_spoils_whom_it_names(
        self, read, small, ask, *, column, value, code
    ):
        self.change(small, column, value)
        workspace = read(small)

        assert code in ask.codes(workspace.faults)
        for one in ("K1", "K2", "A"):
            assert isinstance(ask.seen(workspace, one, "C14", "recognised"), Unreadable)
        assert ask.seen(workspace, "P1", "C14", "recognised") == 0

    def test_an_unknown_person_leaves_the_departments_count(self, read, small, ask):
        self.change(small, "Mã nhân sự", "A; X")
        workspace = read(small)

        assert "DV-S103" in ask.codes(workspace.faults)
        assert ask.seen(workspace, "K1", "C14", "recognised") == 1

    def test_one_number_for_two_models_settles_neither(self, read, small, ask):
        other = list(small[MODELS][1])
        other[1], other[2] = "P1", "B"
        small[MODELS].append(other)
        workspace = read(small)

        for one in ("K1", "P1", "A", "B"):
            assert isinstance(ask.seen(workspace, one, "C14", "recognised"), Unreadable)

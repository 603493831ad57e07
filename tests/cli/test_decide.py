"""``danvan-eval decide`` on real folders: what it says, leaves behind, and refuses."""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from helpers.proposing import (
    BALLOTS,
    COUNCIL,
    HEADS,
    MEMBERS,
    SETTINGS,
    SHARE,
    hospital,
    problems,
    rows_of,
    table,
)
from helpers.years import folder

HERE = Path(__file__).parents[2]
EXAMPLE = HERE / "examples" / "benh-vien-nhi-mau"
FIGURES = "so-lieu-tieu-chi.csv"
FILES = {
    *("de-xuat.json", "de-xuat.csv", "de-xuat.xlsx"),
    *("chuyen-xem-xet.csv", "nghia-vu.csv", "van-de.csv"),
    *("trinh-hoi-dong.csv", "tien-thuong.csv", FIGURES),
}


def results(path):
    return {one.name: one.read_bytes() for one in path.iterdir()}


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """Return a copy of the example hospital of 2025, decided once."""
    from danvan_eval.cli import main

    target = tmp_path_factory.mktemp("benh-vien") / "mau"
    shutil.copytree(EXAMPLE, target, ignore=shutil.ignore_patterns("ket-qua*"))
    assert 0 == main(["decide", str(target)])
    return target


class TestTheExample:
    def test_nine_files_are_left(self, example):
        assert FILES == set(results(example / "ket-qua-de-xuat"))

    def test_the_json_holds_everybody_and_its_fingerprint(self, example):
        text = (example / "ket-qua-de-xuat" / "de-xuat.json").read_text("utf-8")
        data = json.loads(text)
        codes = [one["subject"]["code"] for one in data["proposals"]["subjects"]]
        listed = {row[0] for row in table(example / "don-vi.csv")[1:]}
        assert (True, len(codes)) == (listed <= set(codes), len(set(codes)))
        assert {64} == {len(data[key]) for key in ("digest", "fingerprint")}

    def test_the_json_of_a_dossier_tells_the_dates_of_each_salary_step(self, example):
        text = (example / "ket-qua-de-xuat" / "de-xuat.json").read_text("utf-8")
        steps = [
            one
            for found in json.loads(text)["proposals"]["subjects"]
            for line in found["lines"]
            for one in line["proposals"]
            if one["id"] in {"regular_step", "early_step"}
        ]
        assert {"early_step", "regular_step"} == {one["id"] for one in steps}
        assert all({"due", "prolongation", "time"} <= set(one) for one in steps)

    def test_figures_of_criteria_say_what_they_count_and_what_does_not_follow(
        self, example
    ):
        left = example / "ket-qua-de-xuat"
        rows = {tuple(row[:2]): row[2:] for row in table(left / FIGURES)[1:]}
        data = json.loads((left / "de-xuat.json").read_text("utf-8"))
        told = {
            (one["criterion"], one["figure"]): str(one["count"])
            for one in data["proposals"]["figures"]
        }
        assert rows["danvan/C05", "held"][0] == told["danvan/C05", "held"] == "18"
        assert rows["danvan/C21", "items_due"][0] == "chưa rõ"
        assert ("danvan/C21", "items_due") not in told
        assert rows["danvan/C30", "items_posted"][0] == ""
        assert all(says for _, says in rows.values())

    def test_the_workbook_says_that_people_decide(self, example):
        sheet = load_workbook(example / "ket-qua-de-xuat" / "de-xuat.xlsx").active
        words = [str(one) for row in sheet.values for one in row if one is not None]
        assert any("người có thẩm quyền quyết định" in word for word in words)

    def test_findings_stand_in_the_table_of_referrals_and_in_no_other(self, example):
        left = example / "ket-qua-de-xuat"
        cases = {row[2] for row in table(left / "chuyen-xem-xet.csv")[1:]}
        given = {
            row[0] for row in table(example / "de-xuat" / "chuyen-xem-xet.csv")[1:]
        }
        assert given == cases
        for path in {*left.glob("*.csv")} - {left / "chuyen-xem-xet.csv"}:
            text = path.read_text("utf-8-sig")
            assert [] == [case for case in cases if case in text]
        book = load_workbook(left / "de-xuat.xlsx").active
        words = " ".join(str(one) for row in book.values for one in row)
        assert [] == [case for case in cases if case in words]

    def test_no_proposal_is_one_of_discipline(self, example):
        left = example / "ket-qua-de-xuat"
        rows = table(left / "de-xuat.csv")[1:]
        assert {"Thi đua", "Khen thưởng", "Nâng lương", "Đề bạt"} == {
            row[3] for row in rows
        }
        forms = ("khiển trách", "cảnh cáo", "cách chức", "buộc thôi việc")
        assert [] == [one for one in forms for row in rows if one in row[4].casefold()]
        data = json.loads((left / "de-xuat.json").read_text("utf-8"))
        lines = [
            line
            for one in data["proposals"]["subjects"]
            for line in one["lines"]
            if line["use"] == "discipline"
        ]
        assert [] == [line for line in lines if line["proposals"] or line["grounds"]]


class TestBeginning:
    def bare(self, path):
        folder(path)
        return path

    def test_a_hospital_without_the_folder_is_told_how_to_begin(self, call, tmp_path):
        for language in ("vi", "en"):
            code, out, err = call("decide", self.bare(tmp_path), "--lang", language)
            assert (2, "") == (code, out)
            assert err.startswith("de-xuat/de-xuat.toml: DV-D002")
            assert "--init" in err

    def test_it_begins_with_settings_and_a_template_of_every_table(
        self, call, tmp_path
    ):
        code, out, err = call("decide", self.bare(tmp_path), "--init")
        assert (0, "", True) == (code, err, "de-xuat/mau/thi-dua.csv" in out)
        made = {one.stem for one in (tmp_path / "de-xuat" / "mau").iterdir()}
        assert set(HEADS) == made

    def test_what_it_made_is_listed_as_json_too(self, call, tmp_path):
        _, out, _ = call("decide", self.bare(tmp_path), "--init", "--json")
        assert len(HEADS) + 1 == len(json.loads(out))

    def test_what_it_began_with_can_be_decided_at_once(self, call, tmp_path):
        call("decide", self.bare(tmp_path), "--init")
        code, _, err = call("decide", tmp_path)
        assert (0, "") == (code, err)
        assert [["de-xuat", "DV-D005"]] == problems(tmp_path)
        assert 1 == call("decide", tmp_path, "--strict")[0]

    def test_a_second_beginning_overwrites_nothing(self, call, tmp_path):
        call("decide", self.bare(tmp_path), "--init")
        settings = tmp_path / "de-xuat" / "de-xuat.toml"
        settings.write_text(SETTINGS, "utf-8")
        code, _, err = call("decide", tmp_path, "--init")
        assert (2, True) == (code, "DV-S215" in err)
        assert SETTINGS == settings.read_text("utf-8")

    def test_settings_that_were_lost_are_made_again_beside_the_tables(
        self, call, tmp_path
    ):
        call("decide", self.bare(tmp_path), "--init")
        own = tmp_path / "de-xuat" / "mau" / "luong.csv"
        own.write_text("Mã nhân sự", "utf-8")
        (tmp_path / "de-xuat" / "de-xuat.toml").unlink()
        _, out, _ = call("decide", tmp_path, "--init", "--json")
        assert [tmp_path / "de-xuat" / "de-xuat.toml"] == list(
            map(Path, json.loads(out))
        )
        assert "Mã nhân sự" == own.read_text("utf-8")


class TestWhoIsAskedFor:
    @pytest.mark.parametrize("code", ["B", "K1", "BVT"])
    def test_a_person_a_department_and_the_hospital_are_told(
        self, call, tmp_path, code
    ):
        hospital(tmp_path)
        for language, word in [("vi", "Kỷ luật"), ("en", "Discipline")]:
            done, out, err = call("decide", tmp_path, code, "--lang", language)
            assert (0, "", True) == (done, err, word in out)
        assert [] == list(tmp_path.glob("ket-qua-de-xuat*"))

    def test_one_person_is_told_as_json(self, call, tmp_path):
        _, out, _ = call("decide", hospital(tmp_path), "B", "--json")
        found = json.loads(out)
        assert ("B", 6) == (found["subject"]["code"], len(found["lines"]))

    def test_an_unknown_code_is_refused_in_both_languages(self, call, tmp_path):
        hospital(tmp_path)
        for language in ("vi", "en"):
            code, out, err = call("decide", tmp_path, "ZZ", "--lang", language)
            assert (2, "", True) == (code, out, err.startswith("ZZ: DV-R011"))

    def test_one_person_is_not_told_without_the_problems(self, call, tmp_path):
        hospital(tmp_path, {"thi-dua": None})
        code, out, _ = call("decide", tmp_path, "B", "--lang", "en", "--strict")
        assert (1, True) == (code, "The folder has 1 problems" in out)


class TestReadings:
    def found(self, call, path, reading, more):
        settings = f"{SETTINGS}[readings]\n{reading}\n" if reading else SETTINGS
        _, out, _ = call(
            "decide", hospital(path, more, settings=settings), "B", "--json"
        )
        return {one["use"]: one["proposals"] for one in json.loads(out)["lines"]}

    def test_how_sickness_is_read_reaches_salary(self, call, tmp_path):
        step = {"person": "B", "grade": "cao đẳng trở lên", "began": "01/07/2023"}
        ill = {"person": "B", "kind": "ốm đau"}
        ill |= {"from": "01/01/2024", "to": "31/08/2024"}
        step |= {"fulfilled": "2023; 2024; 2025; 2026"}
        more = {
            "luong": rows_of("luong", step),
            "luong-thoi-gian": rows_of("luong-thoi-gian", ill),
        }
        seen = []
        for name, reading in [
            ("none", ""),
            ("excess", 'sick_over = "excess"'),
            ("whole", 'sick_over = "whole"'),
        ]:
            (step,) = self.found(call, tmp_path / name, reading, more)["salary"]
            lost = step["conditions"][1]["seen"]["vi"].rpartition("+")[2]
            seen.append((lost, step["conditions"][1]["missing"]))
        open_ = ["reading.sick_over"]
        assert [("2–8", open_), ("2", []), ("8", [])] == seen

    def test_how_the_last_day_of_a_bar_is_read_reaches_appointment(
        self, call, tmp_path
    ):
        past = {"person": "B", "act": "HV-1", "side": "hành chính"}
        past |= {"form": "khiển trách", "effective": "31/12/2025"}
        more = {
            "bo-nhiem": rows_of("bo-nhiem", {"person": "B", "higher": "có"}),
            "ky-luat-da-qua": rows_of("ky-luat-da-qua", past),
        }
        barred = []
        for name, reading in [
            ("none", ""),
            ("day", 'bar_ends = "day"'),
            ("eve", 'bar_ends = "eve"'),
        ]:
            (one,) = self.found(call, tmp_path / name, reading, more)["appointment"]
            missing = {fact for part in one["exclusions"] for fact in part["missing"]}
            missing |= {fact for part in one["conditions"] for fact in part["missing"]}
            barred.append("reading.bar_ends" in missing)
        assert [True, False, False] == barred


class TestTheSameBytes:
    def test_two_runs_leave_the_same_bytes(self, call, tmp_path):
        hospital(tmp_path / "x")
        for name in ("a", "b"):
            call("decide", tmp_path / "x", "--out", tmp_path / name)
        assert results(tmp_path / "a") == results(tmp_path / "b")

    def test_the_order_of_rows_changes_no_byte(self, call, tmp_path):
        people = [{"person": code, "registered": "có"} for code in "ABCDG"]
        steps = [
            {"person": code, "grade": "cao đẳng trở lên", "began": f"01/0{n}/2023"}
            for n, code in enumerate("ABCDG", 1)
        ]
        told = {
            "thi-dua": people,
            "luong": steps,
            "hoi-dong": MEMBERS,
            "phieu-bau": [BALLOTS, BALLOTS | {"code": "D"}],
        }
        found = []
        for seed in (1, 2, 3):
            random.seed(seed)
            mixed = {
                name: rows_of(name, *random.sample(rows, len(rows)))
                for name, rows in told.items()
            }
            path = tmp_path / str(seed)
            hospital(path, mixed, settings=SETTINGS + COUNCIL + SHARE)
            assert 0 == call("decide", path, "--strict")[0]
            found.append(results(path / "ket-qua-de-xuat"))
        assert [found[0]] * 2 == found[1:]

    def test_a_workbook_says_the_same_as_a_text_file(self, call, tmp_path):
        row = {"person": "B", "grade": "cao đẳng trở lên", "began": "01/07/2023"}
        plain, book = (
            hospital(tmp_path / name, {"luong": rows_of("luong", row)})
            for name in ("plain", "book")
        )
        sheet = Workbook()
        for cells in rows_of("luong", row):
            sheet.active.append(cells)
        sheet.save(book / "de-xuat" / "luong.xlsx")
        (book / "de-xuat" / "luong.csv").unlink()
        runs = [call("decide", one, "--json")[1] for one in (plain, book)]
        assert runs[0] == runs[1]


class TestPrinting:
    def test_the_json_printed_is_the_file(self, call, tmp_path):
        _, out, _ = call("decide", hospital(tmp_path), "--json")
        file = tmp_path / "ket-qua-de-xuat" / "de-xuat.json"
        assert out == file.read_text("utf-8")

    def test_english_has_no_vietnamese_headings(self, call, tmp_path):
        _, out, _ = call("decide", hospital(tmp_path), "--lang", "en")
        words = ("Đề xuất", "Việc", "Tình trạng", "Vấn đề", "chưa")
        assert [] == [word for word in words if word in out]

    @pytest.mark.parametrize("encoding", ["ascii", "cp1258"])
    def test_a_console_of_few_letters_gets_all_of_it(self, tmp_path, encoding):
        hospital(tmp_path)
        command = [sys.executable, "-m", "danvan_eval", "decide", str(tmp_path)]
        env = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        done = subprocess.run(command, env=env, capture_output=True, check=False)
        assert (0, b"") == (done.returncode, done.stderr)
        assert "de-xuat.json" in done.stdout.decode(encoding)

    def test_a_year_without_a_law_of_salaries_is_told_with_its_settings(
        self, call, tmp_path
    ):
        hospital(tmp_path, settings=SETTINGS.replace("2026", "2019"))
        code, _, err = call("decide", tmp_path)
        assert (2, 4) == (code, err.count("DV-D004"))

"""Decisions that were entered, and what the hospital chose: each mistake by code."""

import pytest

from danvan_eval import FaultError, Level, PackError
from helpers.folders import codes
from helpers.years import RECORDS, SETTINGS, person, read, unit


class TestDecisions:
    def test_a_decision_is_beside_whom_it_is_about(self, tmp_path):
        rows = [
            RECORDS,
            ["B", "2025", "không hoàn thành", "9/QĐ", "20/12/2025", "giám đốc", ""],
        ]
        (one,) = person(read(tmp_path, {"quyet-dinh.csv": rows}), "B").records
        assert (2025, Level.KHTNV, "9/QĐ") == (one.year, one.level, one.number)

    def test_who_has_no_power_over_the_post_decides_nothing(self, tmp_path):
        rows = [RECORDS, ["A", "2026", "tốt", "9/QĐ", "02/12/2026", "cấp trên", ""]]
        found = read(tmp_path, {"quyet-dinh.csv": rows})
        assert ["DV-C009"] == codes(found.faults)
        assert () == person(found, "A").records

    def test_the_hospitals_own_level_is_for_the_superior_body(self, tmp_path):
        rows = [
            RECORDS,
            ["BVT", "2026", "xuất sắc", "9/QĐ", "02/12/2026", "giám đốc", ""],
        ]
        found = read(tmp_path, {"quyet-dinh.csv": rows})
        assert ["DV-C009"] == codes(found.faults)
        assert () == unit(found, "BVT").records

    def test_two_decisions_of_one_year_must_say_which_replaces_which(self, tmp_path):
        first = ["B", "2026", "tốt", "9/QĐ", "02/12/2026", "giám đốc", ""]
        second = ["B", "2026", "hoàn thành", "10/QĐ", "20/12/2026", "giám đốc", ""]
        found = read(tmp_path / "a", {"quyet-dinh.csv": [RECORDS, first, second]})
        assert ["DV-C012"] == codes(found.faults)
        second = [*second[:-1], "9/QĐ"]
        found = read(tmp_path / "b", {"quyet-dinh.csv": [RECORDS, first, second]})
        assert () == found.faults

    def test_what_replaces_a_decision_nobody_knows_is_pointed_out(self, tmp_path):
        row = ["B", "2026", "tốt", "9/QĐ", "02/12/2026", "giám đốc", "8/QĐ"]
        found = read(tmp_path, {"quyet-dinh.csv": [RECORDS, row]})
        assert ["DV-C013"] == codes(found.faults)


class TestSettings:
    def test_without_settings_there_is_no_classification(self, tmp_path):
        scheme = 'unit = "kt-bvdk-2024/khoa-phong"\n'
        more = {
            "xep-loai.toml": None,
            "danvan.toml": SETTINGS.format(year=2024) + scheme,
            "don-vi.csv": None,
        }
        with pytest.raises(FaultError) as caught:
            read(tmp_path, more)
        assert "DV-C001" == caught.value.fault.code

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ('[readings]\nresult_criteria = "both"', "DV-L004"),
            ('[readings]\nresult = "tasks"', "DV-L001"),
            ('[quota]\ngroups = "none"', "DV-L003"),
            ('[quota]\nreading = "C"\ngroups = "none"', "DV-L004"),
            ('[quota]\nreading = "A"\ngroups = "none"\nexempt = ["K1"]', "DV-L003"),
            ('[quota]\nreading = "A"\ngroups = "none"\norder = "dan_van"', "DV-L003"),
            (
                '[quota]\nreading = "A"\ngroups = "unit"\npools = [["a"], ["a"]]',
                "DV-L004",
            ),
            ('[[dan_van]]\nitem = "x"\npoints = 1\narticle = "1"', "DV-L004"),
            (
                '[[dan_van]]\nitem = "nd233-pl1-k2-dd"\npoints = 31\narticle = "1"',
                "DV-L004",
            ),
            ('[[dan_van]]\nitem = "nd233-pl1-k2-dd"\npoints = 5', "DV-L003"),
            ('[departments]\nsource = "recorded"', "DV-L003"),
            (
                '[departments]\nsource = "dan-van"\narticle = "1"\nlevels = {tot = "hay"}',
                "DV-L004",
            ),
            ("[evaluation2]\n", "DV-L001"),
        ],
    )
    def test_every_mistake_of_the_settings_has_its_code_and_line(
        self, tmp_path, line, code
    ):
        text = f"schema = 1\n[evaluation]\ndecided_on = 2026-12-01\n{line}\n"
        with pytest.raises(PackError) as caught:
            read(tmp_path, {"xep-loai.toml": text})
        assert [code] == codes(caught.value.faults)
        assert 4 <= caught.value.faults[0].place.line

"""``de-xuat.toml``: every mistake is refused by its code, at its line and key."""

import datetime as dt
from fractions import Fraction

import pytest

from danvan_eval.errors import FaultError, PackError
from danvan_eval.loading.laws import load_laws
from danvan_eval.workspace.following.settings import read_settings

LAWS = load_laws()
DAYS = """\
schema = 1
[days]
titles = 2025-12-20
salary = 2025-12-31
appointment = 2025-12-31
duties = 2026-04-15
council = 2025-12-18
"""
BEHIND = len(DAYS.splitlines())
RULE = '[[adopted]]\nrule = "{}"\narticle = "Điều 8"\nnumber = {}\n'
SHARE = '[[share]]\naward = "{}"\nratio = "{}"\narticle = "Điều 10"\nbase = "members"\n'


def read(folder, text, year=2025):
    (folder / "de-xuat").mkdir(exist_ok=True)
    (folder / "de-xuat" / "de-xuat.toml").write_text(text, "utf-8")
    return read_settings(folder, LAWS, year)


def refused(folder, text, year=2025):
    """Return code, line and key of every fault of the settings."""
    with pytest.raises(PackError) as error:
        read(folder, text, year)
    assert {"de-xuat/de-xuat.toml"} == {one.place.file for one in error.value.faults}
    return [(one.code, one.place.line, one.place.key) for one in error.value.faults]


def words(folder, text, language):
    with pytest.raises(PackError) as error:
        read(folder, text)
    return [one.text(language) for one in error.value.faults]


class TestWhatIsTaken:
    def test_days_alone_are_enough_and_nothing_is_adopted(self, tmp_path):
        found = read(tmp_path, DAYS)
        assert dt.date(2025, 12, 20) == found.received_on
        assert dt.date(2025, 12, 18) == found.voted_on
        assert (None, None, None) == (found.payroll, found.conduct, found.order)
        assert ({}, {}, {}) == (
            dict(found.adopted),
            dict(found.shares),
            dict(found.readings),
        )

    def test_a_council_that_does_not_meet_has_no_day(self, tmp_path):
        found = read(tmp_path, DAYS.partition("council")[0])
        assert found.voted_on is None

    def test_readings_of_every_family_of_laws_are_taken(self, tmp_path):
        chosen = {
            "last_day_off": "next",
            "half_year": "after",
            "sick_over": "whole",
            "bar_ends": "eve",
        }
        lines = "".join(f'{id_} = "{answer}"\n' for id_, answer in chosen.items())
        assert chosen == dict(read(tmp_path, f"{DAYS}[readings]\n{lines}").readings)

    def test_titles_and_tracks_may_have_a_share_of_votes(self, tmp_path):
        text = DAYS + SHARE.format("ldtt", "70%") + SHARE.format("dan-chu", "2/3")
        found = read(tmp_path, text).shares
        ratios = {award: one.ratio for award, one in found.items()}
        assert {"ldtt": Fraction(7, 10), "dan-chu": Fraction(2, 3)} == ratios


class TestDays:
    def test_without_a_file_the_way_to_begin_is_named(self, tmp_path):
        with pytest.raises(FaultError) as error:
            read_settings(tmp_path, LAWS, 2025)
        assert "DV-D002" == error.value.fault.code
        assert "--init" in error.value.fault.text("en")

    def test_no_day_has_a_default(self, tmp_path):
        assert [
            ("DV-L003", 2, f"days.{name}")
            for name in ("appointment", "duties", "salary", "titles")
        ] == refused(tmp_path, "schema = 1\n[days]\n")

    @pytest.mark.parametrize("day", ["2019-12-20", "2030-12-20", "2024-12-20"])
    def test_a_day_of_another_year_is_a_slip(self, tmp_path, day):
        text = DAYS.replace("2025-12-20", day)
        assert [("DV-D004", 3, "days.titles")] == refused(tmp_path, text)

    @pytest.mark.parametrize(
        ("key", "line", "year"),
        [("titles", 3, 2019), ("salary", 4, 2019), ("appointment", 5, 2019)],
    )
    def test_a_day_before_any_law_names_its_key(self, tmp_path, key, line, year):
        text = DAYS.replace("2025", str(year)).replace("2026", str(year + 1))
        assert ("DV-D003", line, f"days.{key}") in refused(tmp_path, text, year)

    def test_a_council_of_2030_is_told_with_its_key(self, tmp_path):
        text = DAYS.replace("2025", "2030").replace("2026", "2031")
        assert [("DV-D003", 7, "days.council")] == refused(tmp_path, text, 2030)

    def test_what_a_day_chooses_from_is_named_in_both_languages(self, tmp_path):
        text = DAYS.replace("council = 2025-12-18", "council = 2027-06-18")
        for language, about in [("vi", "hội đồng thi đua"), ("en", "councils")]:
            with pytest.raises(PackError) as error:
                read(tmp_path, text, 2026)
            told = error.value.faults[-1].text(language)
            assert (True, True) == (about in told, "hd-2026" in told)

    @pytest.mark.parametrize(
        "written", ['"20/12/2025"', "2025-12-20T10:00:00", "10:00:00", "20251220"]
    )
    def test_what_is_no_day_is_refused(self, tmp_path, written):
        text = DAYS.replace("2025-12-20", written)
        assert [("DV-L004", 3, "days.titles")] == refused(tmp_path, text)

    def test_a_slip_in_a_key_is_compared_with_every_key_there_is(self, tmp_path):
        text = DAYS.replace("council", "counsil") + "[reading]\n"
        assert [
            ("DV-L001", 7, "days.counsil"),
            ("DV-L001", 8, "reading"),
        ] == refused(tmp_path, text)
        told = words(tmp_path, text, "en")
        assert ("council" in told[0], "“readings”" in told[1]) == (True, True)


MISTAKES = {
    "payroll below one": ("payroll = 0\n" + DAYS, [("DV-L004", 1, "payroll")]),
    "payroll that is none": ("payroll = true\n" + DAYS, [("DV-L004", 1, "payroll")]),
    "scope": ('scope = "half"\n' + DAYS, [("DV-L004", 1, "scope")]),
    "schema": (DAYS.replace("schema = 1", "schema = 2"), [("DV-L004", 1, "schema")]),
    "reading nobody knows": (
        DAYS + '[readings]\nlast_day_of = "next"\n',
        [("DV-L001", BEHIND + 2, "readings.last_day_of")],
    ),
    "answer nobody knows": (
        DAYS + '[readings]\nsick_over = "half"\nbar_ends = 1\n',
        [
            ("DV-L004", BEHIND + 2, "readings.sick_over"),
            ("DV-L004", BEHIND + 3, "readings.bar_ends"),
        ],
    ),
    "award nobody knows": (
        DAYS + SHARE.format("ldt", "70%"),
        [("DV-L004", BEHIND + 2, "share[1].award")],
    ),
    "share above all": (
        DAYS + SHARE.format("ldtt", "170%"),
        [("DV-L004", BEHIND + 3, "share[1].ratio")],
    ),
    "share of nobody": (
        DAYS + SHARE.format("ldtt", "70%").replace("members", "all"),
        [("DV-L004", BEHIND + 5, "share[1].base")],
    ),
    "share twice": (
        DAYS + SHARE.format("ldtt", "70%") * 2,
        [("DV-L006", BEHIND + 7, "share[2].award")],
    ),
    "rule nobody knows": (
        DAYS + RULE.format("giay_khn", 1).replace("number = 1\n", ""),
        [("DV-L004", BEHIND + 2, "adopted[1].rule")],
    ),
    "rule twice": (
        DAYS + RULE.format("giay_khen", 1) * 2,
        [("DV-L006", BEHIND + 6, "adopted[2].rule")],
    ),
    "months beyond a year": (
        DAYS + RULE.format("least_months", 13),
        [("DV-L004", BEHIND + 4, "adopted[1].number")],
    ),
    "quota of nothing": (
        DAYS + RULE.format("cstdcs_quota", 0),
        [("DV-L004", BEHIND + 4, "adopted[1].number")],
    ),
    "number where none stands": (
        DAYS + RULE.format("registration", 1),
        [("DV-L001", BEHIND + 4, "adopted[1].number")],
    ),
    "rule without an article": (
        DAYS + RULE.format("giay_khen", 1).replace("Điều 8", " "),
        [("DV-L004", BEHIND + 3, "adopted[1].article")],
    ),
    "kind of achievement twice": (
        DAYS + '[early_steps]\narticle = "Điều 9"\norder = ["a", "b", "a"]\n',
        [("DV-D306", BEHIND + 3, "early_steps.order")],
    ),
    "order of numbers": (
        DAYS + '[early_steps]\narticle = "Điều 9"\norder = [1]\n',
        [("DV-L004", BEHIND + 3, "early_steps.order")],
    ),
    "track nobody knows": (
        DAYS + '[[track]]\ntrack = "dan-vn"\narticle = "Điều 9"\n',
        [("DV-L004", BEHIND + 2, "track[1].track")],
    ),
    "regulation with a time": (
        DAYS + '[[regulation]]\nnumber = "1"\nissued_on = 2025-01-01T07:00:00\n',
        [("DV-L004", BEHIND + 3, "regulation[1].issued_on")],
    ),
    "conduct without a day": (
        DAYS + '[conduct]\nnumber = "1"\n',
        [("DV-L003", BEHIND + 1, "conduct.issued_on")],
    ),
    "a table that is none": ("conduct = 3\n" + DAYS, [("DV-L004", 1, "conduct")]),
    "a list that is none": ("adopted = 3\n" + DAYS, [("DV-L004", 1, "adopted")]),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_refused_at_its_line(tmp_path, name):
    text, expected = MISTAKES[name]
    assert expected == refused(tmp_path, text)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_in_both_languages(tmp_path, name):
    text, expected = MISTAKES[name]
    pairs = zip(words(tmp_path, text, "vi"), words(tmp_path, text, "en"), strict=True)
    assert [True] * len(expected) == [vi != en for vi, en in pairs]


def test_mistakes_are_told_all_at_once(tmp_path):
    text = DAYS.replace("2025-12-20", "2019-12-20") + SHARE.format("ldt", "7")
    assert [
        ("DV-D004", 3, "days.titles"),
        ("DV-L004", BEHIND + 2, "share[1].award"),
        ("DV-L004", BEHIND + 3, "share[1].ratio"),
    ] == refused(tmp_path, text)


@pytest.mark.parametrize("text", ["days = [", "titles = 2025-02-30", "\x00", "'"])
def test_a_file_that_is_no_toml_is_refused(tmp_path, text):
    with pytest.raises(FaultError) as error:
        read(tmp_path, text)
    found = error.value.fault
    assert ("DV-L005", "de-xuat/de-xuat.toml") == (found.code, found.place.file)

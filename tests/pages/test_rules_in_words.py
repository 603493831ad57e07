"""Every way of scoring is told in a sentence that a head of department can check."""

import datetime as dt
from fractions import Fraction
from typing import ClassVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.kinds import BUILT_IN
from danvan_eval.kinds.bands import Bands
from danvan_eval.kinds.change import Change
from danvan_eval.kinds.k_of_n import KOfN
from danvan_eval.kinds.per_incident import PerIncident
from danvan_eval.kinds.proportion import Proportion
from danvan_eval.kinds.timeliness import Timeliness
from danvan_eval.pages.rules import TELL, Telling
from danvan_eval.pages.voice import Voice
from danvan_eval.rule import evidence_read, reads, share_of_maximum
from danvan_eval.terms import Text
from danvan_eval.testing.building import field
from danvan_eval.testing.strategies import fields_for, rules

KINDS = [kind.kind for kind in BUILT_IN]
FALLBACK = ("Chấm theo cách", "Scored by")


def told(rule, *, alone=True, language="vi", **evidence):
    fields = {one.name: one for one in fields_for(rule)} | evidence
    return Telling(Voice(language), fields, alone).rule(rule)


def test_no_built_in_kind_is_left_to_the_fallback():
    assert sorted(KINDS) == sorted(TELL)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
def test_every_built_in_kind_names_its_figures_in_a_sentence(kind, language, data):
    rule = data.draw(rules(kind))

    sentence = told(rule, language=language)

    assert not sentence.startswith(FALLBACK)
    assert not set("{}") & set(sentence)
    assert "Fraction" not in sentence
    silent = {"days_off"} if getattr(rule, "days", "") == "calendar" else set()
    for name in set(evidence_read(rule)) - silent:
        assert f"«{name}»" in sentence or f"“{name}”" in sentence


RATIO = {"part": "part", "whole": "whole"}
STEPS = [{"at_least": 1, "share": 1}, {"at_least": "90%", "share": "1/2"}]
BANDS = [*STEPS, {"at_least": 0, "share": 0}]


def test_bands_are_told_from_the_top_down():
    rule = Bands(**RATIO, bands=BANDS, on_zero="full")

    assert (
        "Lấy «part» chia cho «whole». Tỷ lệ đủ 100%: trọn điểm; từ 90% đến dưới 100%:"
        " 50% điểm; dưới 90%: 0 điểm. Khi «whole» bằng 0: trọn điểm."
    ) == told(rule)


def test_a_limit_of_urging_is_told():
    rule = Bands(
        **RATIO, bands=BANDS, on_zero="full", urged="urged", urged_to=Fraction(9, 10)
    )

    assert "Không nâng lên trên bậc bắt đầu từ 90%." in told(rule)


@pytest.mark.parametrize(
    ("on_zero", "alone", "then"),
    [
        ("not_applicable", True, "tiêu chí không áp dụng."),
        ("not_applicable", False, "phần này không áp dụng, các phần còn lại chia lại"),
        ("zero", True, "bằng 0: 0 điểm."),
        ("error", True, "số liệu bị coi là sai."),
    ],
)
def test_a_whole_of_zero_is_told_by_the_declared_choice(on_zero, alone, then):
    assert then in told(Proportion(**RATIO, on_zero=on_zero), alone=alone)


def test_a_target_a_rounding_and_an_excess_are_told():
    rounding = {"step": "0.05", "mode": "down"}
    more = {"target": "85%", "round": rounding, "may_exceed": True}

    sentence = told(Proportion(**RATIO, on_zero="zero", **more))

    assert "từ 85% trở lên được trọn điểm" in sentence
    assert "làm tròn xuống theo bậc 5%." in sentence
    assert "«part» được phép lớn hơn «whole»" in sentence


def timeliness(**more):
    told_of = {"inclusive": True, "days": "calendar", "days_off": "off", **more}
    return Timeliness(fact="sent", due=dt.date(2024, 11, 10), **told_of)


def test_the_due_day_is_told_with_its_words():
    assert "chậm nhất ngày 10/11/2024" in told(timeliness(late=[]))
    assert "trước ngày 10/11/2024" in told(timeliness(late=[], inclusive=False))
    assert "trễ: 0 điểm" in told(timeliness(late=[]))


def test_late_steps_working_days_and_the_price_of_a_day_are_told():
    late = [{"within": 5, "share": "1/2"}]

    sentence = told(timeliness(late=late, days="working"))

    assert "trễ đến 5 ngày làm việc: 50% điểm; trễ hơn nữa: 0 điểm." in sentence
    assert "không kể thứ bảy, chủ nhật, ngày lễ và «off»" in sentence
    assert "mỗi ngày lịch trễ bị trừ 10% điểm" in told(timeliness(per_day="10%"))


def test_what_is_lacking_is_told_up_to_nothing_there():
    steps = [(0, 1), (1, "3/4"), (2, "1/2"), (4, 0)]
    rule = KOfN(
        fact="plan",
        members=["a", "b", "c", "d"],
        steps=[{"missing": lack, "share": share} for lack, share in steps],
    )
    options = tuple((one, Text(f"việc {one}")) for one in "abcd")

    assert (
        "«plan» phải có: việc a; việc b; việc c; việc d. Đủ cả 4 mục: trọn điểm; thiếu 1"
        " mục: 75% điểm; thiếu 2 đến 3 mục: 50% điểm; không có mục nào: 0 điểm."
    ) == told(rule, plan=field("plan", "members", options=options))


def test_an_incident_is_counted_in_its_unit():
    rule = PerIncident(count="seen", per="1/4", at_least=0)
    unit = field("seen", "count", unit=Text("vụ", "incidents"))

    sentence = "«seen»: mỗi vụ bị trừ 25% điểm, thấp nhất còn 0 điểm."
    assert sentence in told(rule, seen=unit)


@pytest.mark.parametrize(
    ("now", "gain", "loss"),
    [
        (field("now", "percent"), "50 điểm phần trăm", "100 điểm phần trăm"),
        (field("now", "count", unit=Text("buổi")), "0,5 buổi", "1 buổi"),
    ],
    ids=["percent", "count"],
)
def test_a_gain_is_told_in_the_measure_of_the_figure(now, gain, loss):
    steps = [("1/2", 1), (0, "1/2"), (-1, "1/4")]
    rule = Change(
        value="now",
        previous="before",
        better="lower",
        steps=[{"at_least": by, "share": share} for by, share in steps],
    )

    assert (
        "So «now» với «before»; số thấp hơn là tốt hơn. Xét lần lượt: tốt lên từ"
        f" {gain}: trọn điểm; bằng kỳ trước hoặc tốt hơn: 50% điểm; kém đi không quá"
        f" {loss}: 25% điểm; còn lại: 0 điểm."
    ) == told(rule, now=now)


@attrs.frozen(kw_only=True)
class Stranger:
    """A kind of a plugin."""

    kind: ClassVar[str] = "stranger"
    fact: str = reads()
    per: Fraction = share_of_maximum()
    steps: tuple[Fraction, ...] = (Fraction(1, 2), Fraction(1, 3))


def test_a_kind_of_a_plugin_is_told_by_all_its_parameters():
    fact = field("streak", "count")
    rule = Stranger(fact="streak", per="12.5%")

    sentence = Telling(Voice(), {"streak": fact}).rule(rule)

    assert (
        "Chấm theo cách «stranger»: điều được hỏi: «streak»; mức tính mỗi đơn vị: 12,5%;"
        " các bậc điểm: 0,5; 0,33 (= 1/3)."
    ) == sentence

"""How a referral reads: facts with days, clauses with their places, who decides."""

import pytest

from danvan_eval.consequences.referral_text import tell_no_ground, tell_referral
from danvan_eval.loading.laws import load_laws
from helpers.referring import NEW, OLD, earlier, finding, referred

OLD_ACT = {"act_on": "2021-03-01", "ended_on": "2021-03-01"}


def told(one, language="vi", **how):
    """Return what is said of a finding that is referred."""
    found = referred(one, **how)
    return tell_referral(found, load_laws()[found.law], language)


def test_each_class_of_limitation_is_told_with_its_days_and_place():
    text = told(finding(NEW, concluded_on="2026-08-01", **OLD_ACT))

    assert "60 tháng, đã hết (từ 01/03/2021, muộn nhất đến 01/03/2026" in text
    assert "120 tháng, còn (từ 01/03/2021, muộn nhất đến 01/03/2031" in text
    assert "Nghị định 234/2026/NĐ-CP, Điều 5 khoản 3 điểm a [T]" in text


def test_the_law_is_named_with_the_day_that_chose_it():
    text = told(finding(OLD), opened="2025-06-20")

    assert "[kl-2023]: 20/06/2025, ngày mở hồ sơ xem xét" in text


def test_a_clause_is_quoted_where_its_text_was_read():
    assert "«hách dịch, cửa quyền hoặc gây khó khăn" in told(finding(OLD))


def test_the_other_decree_is_shown_beside_it_and_where_they_differ():
    text = told(finding(OLD, act_on="2026-05-04"), opened="2026-07-15")

    assert "Đối chiếu với:" in text
    assert "[kl-2023]: 04/05/2026, ngày xảy ra hành vi" in text
    assert "Hai bộ trả lời khác nhau về:\n  - thời hiệu" in text


def test_an_earlier_decision_stands_there_as_it_was_entered():
    one = finding(OLD, first=False, earlier=earlier("2024-12-01"))

    assert "quyết định trước: 12/QĐ-BVT, hiệu lực 01/12/2024" in told(one)
    assert "Cần người xác nhận căn cứ" in told(one)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("vi", "do người có thẩm quyền xem xét, quyết định"),
        ("en", "decided by those who have the authority"),
    ],
)
def test_who_decides_is_said_before_anything_else(language, expected):
    second = told(finding(), language).splitlines()[1]

    assert expected in second


def test_what_is_missing_is_named_as_readers_know_it():
    text = told(finding(found_on=None, manages=None))

    assert "  - Ngày phát hiện\n" in text
    assert "  - Có giữ chức vụ quản lý không\n" in text


def test_why_there_is_none_is_told_with_what_failed():
    text = tell_no_ground(referred(finding(act="procedure")))

    assert "không điều khoản nào đủ điều kiện ban đầu" in text
    assert "[không] đã được nhắc nhở bằng văn bản trước đó" in text

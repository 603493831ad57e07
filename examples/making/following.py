"""What does a made-up hospital bring for the consequences of its year?"""

from collections.abc import Iterator
from typing import Final

from danvan_eval.tables.writing import Sheet

from . import (
    following_council,
    following_duties,
    following_referral,
    following_salary,
    following_titles,
)
from .plan import Hospital
from .staff import Staff

PARTS: Final = (
    following_titles,
    following_salary,
    following_referral,
    following_council,
    following_duties,
)
FOLDER: Final = "de-xuat"
ADOPTED: Final = """
[[adopted]]
rule = "giay_khen"
article = "Điều 8, {number}"
number = 1

[early_steps]
article = "Điều 9, {number}"
order = ["Huân chương Lao động", "Chiến sĩ thi đua cấp tỉnh", "Chiến sĩ thi đua cơ sở"]
"""
AWARDS: Final = (
    *("ldtt", "cstdcs", "cstd-bo-tinh", "cstd-toan-quoc", "bang-khen-bo-tinh"),
    *("ttldtt", "ttldxs", "dan-van-kheo-tap-the", "dan-van-kheo-ca-nhan", "dien-hinh"),
)
SHARES: Final = """
[[share]]
award = "{award}"
ratio = "70%"
article = "Điều 10, {number}"
base = "members"
"""
SETTINGS: Final = """\
# Bệnh viện hư cấu, chỉ để minh họa. Xem README.md.

schema = 1
payroll = {payroll}
scope = "whole"

[days]
titles = {year}-12-20
salary = {year}-12-31
appointment = {year}-12-31
duties = {after}-04-15
council = {year}-12-18
decision = {year}-12-25

[conduct]
number = "05/QĐ-{code}"
issued_on = {year}-02-15
"""


def tables(plan: Hospital, staff: Staff) -> Iterator[tuple[str, Sheet]]:
    """Yield every table of ``de-xuat/``."""
    for part in PARTS:
        yield from part.tables(plan, staff)


def settings(plan: Hospital, staff: Staff) -> str:
    """Return ``de-xuat.toml``."""
    number = f"61/QĐ-{plan.code} (HƯ CẤU)"
    text = SETTINGS.format(
        payroll=sum(bool(one.now) for one in staff.people),
        year=plan.year,
        after=plan.year + 1,
        code=plan.code,
    )
    text += ADOPTED.format(number=number)
    return text + "".join(SHARES.format(award=one, number=number) for one in AWARDS)

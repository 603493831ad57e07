"""Which rules may be set side by side, and where do their numbers come from?

A number in a sentence is named by clause and parameter and filled in from there.
"""

import re
from typing import Final

import attrs

from ..decisions.choosing import DEADLINE, TRANSITION, Loaded
from ..decisions.clauses import Regime
from ..terms import Text
from .numbers import written
from .same_case import cited
from .voice import beside

PLACE: Final = re.compile(r"\{([\w-]+)/(\w+)\}")
"""How a number is named in a sentence: clause and parameter."""
ABSENT: Final = Text("bộ này không có", "not in this regime")


@attrs.frozen
class Said:
    """A sentence on clauses, for the regimes that have all of them.

    Numbers are named in it as ``{clause/parameter}`` and filled in from the clause.
    """

    clauses: tuple[str, ...]
    says: Text


@attrs.frozen
class Aspect:
    """One thing to compare: the first sentence whose clauses a regime has."""

    title: Text
    said: tuple[Said, ...]
    absent: Text = ABSENT

    def cell(self, loaded: Loaded) -> str:
        """Say it of one regime, with the places of its clauses."""
        law = loaded.law
        for one in self.said:
            if all(map(law.has, one.clauses)):
                told = Text(filled(law, one.says.vi), filled(law, one.says.en))
                return f"{beside(told)}<br>{cited(law, *one.clauses)}"
        return beside(self.absent)


def filled(law: Regime, sentence: str) -> str:
    """Return a sentence with the numbers of the clauses it names."""
    return PLACE.sub(lambda at: written(at[2], law.number(at[1], at[2])), sentence)


ASPECTS: Final = (
    Aspect(
        Text("thang", "scale"),
        (
            Said(
                (
                    "nd233-d10",
                    "nd233-d11",
                    "nd233-d12-k1",
                    "nd233-d12-k2",
                    "nd233-d12-k3",
                ),
                Text(
                    "{nd233-d10/most} + {nd233-d11/most} điểm; xuất sắc từ"
                    " {nd233-d12-k1/from}, tốt từ {nd233-d12-k2/from}, hoàn thành từ"
                    " {nd233-d12-k3/from}",
                    "{nd233-d10/most} + {nd233-d11/most} points; HTXS from"
                    " {nd233-d12-k1/from}, HTT from {nd233-d12-k2/from}, HTNV from"
                    " {nd233-d12-k3/from}",
                ),
            ),
            Said(
                ("nd90-d3", "nd90-d12-k1-a", "nd90-d12-k1-b"),
                Text(
                    "không có điểm: mỗi mức một loạt điều kiện, phải đạt tất cả",
                    "no points: each level has conditions, all of which must be met",
                ),
            ),
        ),
    ),
    Aspect(
        Text("vượt mức để cá nhân xuất sắc", "exceeded tasks for a person's HTXS"),
        (
            Said(
                ("nd90-d12-k1-b", "nd90-d12-k2-c"),
                Text(
                    "ít nhất {nd90-d12-k1-b/exceeded} nhiệm vụ; quản lý: ít nhất"
                    " {nd90-d12-k2-c/exceeded} chỉ tiêu của đơn vị, lĩnh vực",
                    "at least {nd90-d12-k1-b/exceeded} of tasks; managers: at least"
                    " {nd90-d12-k2-c/exceeded} of the targets of unit or field",
                ),
            ),
            Said(
                ("nd233-d12-k1",),
                Text("không đòi, chỉ theo điểm", "not asked, points alone"),
            ),
        ),
    ),
    Aspect(
        Text("khoa, phòng", "departments"),
        (
            Said(
                ("nd233-d2-k1-dd", "nd233-d7-k1", "nd233-d7-k1-a"),
                Text(
                    "được xếp loại; xuất sắc từ {nd233-d7-k1/from} điểm, mọi nhiệm vụ đúng"
                    " hạn, ít nhất {nd233-d7-k1-a/exceeded} vượt mức",
                    "classified; HTXS from {nd233-d7-k1/from} points, every task in time, at"
                    " least {nd233-d7-k1-a/exceeded} exceeded",
                ),
            ),
        ),
        Text(
            "luật không xếp loại khoa, phòng; chỉ có mức nội bộ theo quy chế của bệnh viện",
            "departments are not classified by law; only by the hospital's own rule",
        ),
    ),
    Aspect(
        Text("hạn mức xuất sắc, cá nhân", "quota of HTXS, people"),
        (
            Said(
                ("nd233-d12-k6-a", "nd233-d12-k6-b"),
                Text(
                    "không quá {nd233-d12-k6-a/ratio} số hoàn thành tốt, trong đơn vị và"
                    " từng nhóm; đơn vị được công nhận xuất sắc: không quá"
                    " {nd233-d12-k6-b/ratio}",
                    "at most {nd233-d12-k6-a/ratio} of HTT, in the unit and in each group; a"
                    " unit recognised HTXS: at most {nd233-d12-k6-b/ratio}",
                ),
            ),
            Said(
                ("nd48-d2-k6", "hd21-ratio", "nd48-raised"),
                Text(
                    "không quá tỷ lệ của đảng viên, {hd21-ratio/ratio} số hoàn thành tốt; có"
                    " thể tới {nd48-raised/ratio}, điều này chỉ theo trí nhớ",
                    "no higher than the Party's, {hd21-ratio/ratio} of HTT; perhaps up to"
                    " {nd48-raised/ratio}, which is from memory only",
                ),
            ),
        ),
    ),
    Aspect(
        Text("hạn mức xuất sắc, khoa phòng", "quota of HTXS, departments"),
        (
            Said(
                ("nd233-d7-k7-a", "nd233-d7-k7-b", "nd233-d7-k7-c", "nd233-d7-k8"),
                Text(
                    "không quá {nd233-d7-k7-a/ratio}, nổi trội thì không quá"
                    " {nd233-d7-k7-b/ratio}; dưới {nd233-d7-k7-c/fewer_than} đơn vị: nhiều"
                    " nhất {nd233-d7-k7-c/most}",
                    "at most {nd233-d7-k7-a/ratio}, outstanding ones {nd233-d7-k7-b/ratio};"
                    " fewer than {nd233-d7-k7-c/fewer_than} units: at most"
                    " {nd233-d7-k7-c/most}",
                ),
            ),
        ),
    ),
    Aspect(
        Text("người đứng đầu", "heads"),
        (
            Said(
                ("nd233-d12-k7",),
                Text("không cao hơn đơn vị", "no higher than the unit"),
            ),
            Said(
                ("ld58-d41-k2-b",),
                Text(
                    "không cao hơn đơn vị trực tiếp phụ trách",
                    "no higher than the unit in direct charge",
                ),
            ),
        ),
    ),
    Aspect(
        Text("xếp loại trước ngày", "classified before"),
        (
            Said(
                ("nd233-d15-k1-b",),
                Text("{nd233-d15-k1-b/day}/{nd233-d15-k1-b/month}"),
            ),
            Said(("nd90-d20",), Text("{nd90-d20/day}/{nd90-d20/month}")),
        ),
    ),
    Aspect(
        Text("chuyển tiếp", "transition"),
        (
            Said(
                (DEADLINE, TRANSITION),
                Text(
                    f"quy chế ban hành chậm nhất {{{DEADLINE}/day}}/{{{DEADLINE}/month}}/"
                    f"{{{DEADLINE}/year}}; chưa có thì cá nhân theo bộ trước; ban hành muộn"
                    " thì phải chọn cách hiểu",
                    f"the regulation by {{{DEADLINE}/day}}/{{{DEADLINE}/month}}/"
                    f"{{{DEADLINE}/year}}; without it people are under the regime before;"
                    " a late one has two readings",
                ),
            ),
        ),
    ),
)

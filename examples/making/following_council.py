"""How did the council of a made-up hospital vote, and who was named as typical?

The draws come from a generator of their own, so that no other table changes.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from danvan_eval.consequences.ballots import COUNTS
from danvan_eval.tables.writing import Sheet
from danvan_eval.workspace.following import council as at
from danvan_eval.workspace.following import tracks

from .plan import Hospital, Row
from .staff import Staff

CHAIR, DEPUTY, SECRETARY = "chủ tịch", "phó chủ tịch", "thư ký"
STANDING, MEMBER = "ủy viên thường trực", "ủy viên"
YES, NO = "có", "không"
FIGHTER: Final = "Chiến sĩ thi đua cơ sở"
NATIONAL: Final = "Chiến sĩ thi đua toàn quốc"
FLAG: Final = "Cờ thi đua của Chính phủ"
EXCELLENT: Final = "Tập thể lao động xuất sắc"
TEAM, PERSON = "Tập thể «Dân vận khéo»", "Cá nhân «Dân vận khéo»"
TYPICAL: Final = "Điển hình trong công tác dân vận"
FIELDS: Final = ("xã hội", "văn hóa", "kinh tế")


@attrs.frozen
class Line:
    """The ballots on one candidate: how many voted, and how many not in favour.

    *candidate* is a code, or a place in a department («K01/0»). With *more* the
    counts do not add up; a count in *lacking* is left empty.
    """

    candidate: str
    award: str
    voters: int
    no: int = 0
    blank: int = 0
    invalid: int = 0
    more: int = 0
    lacking: frozenset[str] = frozenset()

    def row(self, code: str) -> Row:
        """Return the line as the counting team wrote it down."""
        valid = self.voters - self.invalid
        counts = {
            "issued": self.voters,
            "returned": self.voters,
            "valid": valid,
            "invalid": self.invalid,
            "yes": valid - self.no - self.blank + self.more,
            "no": self.no,
            "blank": self.blank,
        }
        cells = ("" if name in self.lacking else str(counts[name]) for name in COUNTS)
        return (code, self.award, *cells)


@attrs.frozen
class Session:
    """One council and what it voted on; people are told as in :class:`Line`."""

    chair: str
    deputy: str
    heads: Sequence[str]
    outside: Sequence[str]
    absent: frozenset[str] = frozenset()
    recused: Mapping[str, str] = attrs.field(factory=dict)
    unsaid: frozenset[str] = frozenset()
    lines: Sequence[Line] = ()
    opinions: Sequence[Row] = ()
    examples: Sequence[Row] = ()
    drawn: Sequence[str] = ()


SESSIONS: Final[Mapping[int, Session]] = {
    2024: Session(
        chair="NV0833",
        deputy="NV0832",
        heads=("P01/0", "P02/0", "K01/0", "K07/0", "K18/0"),
        outside=("CD-01", "DTN-01"),
        recused={"K07/0": "người thân: {K03/1}"},
        lines=[
            Line("K01/0", FIGHTER, 8),
            Line("K03/1", FIGHTER, 8, no=2),
            Line("K10/1", FIGHTER, 9, no=3),
            Line("K11/2", NATIONAL, 9),
            Line("K01", TEAM, 9, blank=1),
            Line("K07", TEAM, 9, no=1, invalid=1),
        ],
        opinions=[
            (
                *("K12", "xếp hạng dân vận", "hạng 4", "hạng 5"),
                "minh chứng của một mô hình nộp sau ngày chốt số liệu",
                *("Hội đồng TĐKT", "16/12/2024"),
            ),
        ],
        examples=[
            (
                *("K07/3", "vận động người bệnh giúp nhau trong thời gian nằm viện"),
                *("xã hội", "11/06/2024", "06/TTr-K07", "18/06/2024"),
            ),
        ],
        drawn=("K02/1", "K04/1", "K05/1"),
    ),
    2025: Session(
        chair="NV0279",
        deputy="NV0281",
        heads=("P01/0", "P02/0", "K01/0", "K03/0", "K06/0"),
        outside=("CD-01", "DTN-01"),
        absent=frozenset({"DTN-01"}),
        unsaid=frozenset({"K06/0"}),
        recused={"P02/0": "lý do khác: K10"},
        lines=[
            Line("K02/1", FIGHTER, 7, no=1),
            Line("K01/1", NATIONAL, 7),
            Line("K05", EXCELLENT, 7, lacking=frozenset({"yes"})),
            Line("K10", TEAM, 6),
            Line("K01/2", PERSON, 7, no=3),
            Line("K09/1", TYPICAL, 7),
        ],
        opinions=[
            (
                *("NV0278; NV0284", "Viên chức: P01", "", "chọn 2 trong 3 ngang nhau"),
                "kết quả thực hiện nhiệm vụ đột xuất theo báo cáo của đơn vị",
                *("Hội đồng TĐKT", "15/12/2025"),
            ),
            (
                "K08",
                "xếp hạng dân vận",
                "hạng 7",
                "hạng 6",
                "",
                "Giám đốc",
                "15/12/2025",
            ),
        ],
        examples=[
            (
                *("K09/1", "trả lại tài sản gia đình bệnh nhi để quên"),
                *("xã hội", "20/09/2025", "15/TTr-K09", "02/10/2025"),
            ),
            (
                *("K09/1", "hiến máu cứu bệnh nhi trong đêm"),
                *("xã hội", "05/11/2025", "19/TTr-K09", "06/11/2025"),
            ),
            ("K05", "lớp học làm cha mẹ mỗi tuần", "văn hóa", "", "", ""),
        ],
        drawn=("K03/1", "K06/1", "K07/1"),
    ),
    2026: Session(
        chair="NV0274",
        deputy="NV0276",
        heads=("P01/0", "P02/0", "K01/0", "K02/0", "K03/0", "K05/0"),
        outside=("CD-01", "DTN-01"),
        lines=[
            Line("K02/1", FIGHTER, 10, no=2),
            Line("K04/1", NATIONAL, 10, no=1),
            Line("K01", FLAG, 10, no=2),
            Line("K06/1", FIGHTER, 10, no=1, more=1),
            Line("K07/1", FIGHTER, 11),
        ],
        examples=[
            (
                *("K03", "tổ tư vấn nuôi con bằng sữa mẹ", "xã hội"),
                *("12/05/2026", "08/TTr-K03", "20/05/2026"),
            ),
        ],
    ),
}
"""The session of each year, with every situation once."""


def tables(plan: Hospital, staff: Staff) -> Iterator[tuple[str, Sheet]]:
    """Yield the tables of the council and of typical examples, by file name."""
    rng = random.Random(f"{plan.seed} {at.FOLDER}/hoi-dong")  # noqa: S311
    session = SESSIONS[plan.year]
    listed: Mapping[str, Sequence[Row]] = {
        at.MEMBERS: list(_members(session, staff)),
        at.BALLOTS: list(_ballots(session, staff, rng)),
        at.OPINIONS: [_coded(staff, row) for row in session.opinions],
        tracks.EXAMPLES: [
            *(_coded(staff, row) for row in session.examples),
            *_drawn(plan, session, staff, rng),
        ],
    }
    for name, columns in (at.COLUMNS | tracks.COLUMNS).items():
        heads = [column.headers[0] for column in columns]
        yield f"{name}.csv", Sheet(heads, listed[name])


def _members(session: Session, staff: Staff) -> Iterator[Row]:
    """Yield the members; the head of P01 is the standing one, that of P02 secretary."""
    roles = {
        session.chair: CHAIR,
        session.deputy: DEPUTY,
        "P01/0": STANDING,
        "P02/0": SECRETARY,
    }
    for told in (session.chair, session.deputy, *session.heads, *session.outside):
        present = NO if told in session.absent else YES
        declared = session.recused.get(told, NO)
        place = declared.partition("{")[2].rstrip("}")
        yield (
            _code(staff, told),
            roles.get(told, MEMBER),
            "" if told in session.unsaid else present,
            declared.replace(f"{{{place}}}", _code(staff, place))
            if place
            else declared,
        )


def _ballots(session: Session, staff: Staff, rng: random.Random) -> Iterator[Row]:
    for line in session.lines:
        yield line.row(_code(staff, line.candidate))
    voters = session.lines[2].voters
    for told in session.drawn:
        one = Line(told, FIGHTER, voters, no=rng.randrange(3), blank=rng.randrange(2))
        yield one.row(_code(staff, told))


def _drawn(
    plan: Hospital, session: Session, staff: Staff, rng: random.Random
) -> Iterator[Row]:
    """Yield a few more who were named as typical in the year."""
    for nth, told in enumerate(session.drawn, 1):
        code, unit = _code(staff, told), told.partition("/")[0]
        month = rng.randrange(2, 10)
        done = f"{rng.randrange(1, 20):02}/{month:02}/{plan.year}"
        yield (
            code,
            f"tình nguyện hướng dẫn người bệnh ngoài giờ, {nth} đợt",
            rng.choice(FIELDS),
            done,
            f"{20 + nth}/TTr-{unit}",
            f"{rng.randrange(20, 28):02}/{month:02}/{plan.year}",
        )


def _coded(staff: Staff, row: Row) -> Row:
    named = (one.strip() for one in row[0].split(";"))
    return ("; ".join(_code(staff, one) for one in named), *row[1:])


def _code(staff: Staff, told: str) -> str:
    """Return a code; that of somebody by their place in the list of a department."""
    unit, sign, place = told.partition("/")
    return staff.of(unit)[int(place)].code if sign else told

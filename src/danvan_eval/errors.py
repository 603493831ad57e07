"""In which ways can this library say no, and where does it point?"""

from collections.abc import Iterable

import attrs

from .terms import Language
from .wording import WORDING, Severity


@attrs.frozen
class Place:
    """Where something stands: a file, its sheet and cell, or its line and key."""

    file: str = ""
    sheet: str = ""
    cell: str = ""
    line: int = 0
    key: str = ""

    def __str__(self) -> str:
        """Write the place as people point: file:line, sheet, cell, key."""
        head = f"{self.file}:{self.line}" if self.line else self.file
        parts = (head, self.sheet, self.cell, self.key)
        return " · ".join(part for part in parts if part)


@attrs.frozen
class Fault:
    """One thing wrong with what was given; a value, not an exception.

    *code* is stable and stands in the table of codes; *data* fills the wording:
    what was seen, what is allowed, and whatever else the sentence names. What is
    said otherwise in English stands a second time, its name ending in ``_en``.
    """

    code: str = attrs.field()
    place: Place
    data: tuple[tuple[str, str], ...] = ()

    @code.validator
    def _known(self, _: object, code: str) -> None:
        if code not in WORDING:
            raise LookupError(f"no such fault code: {code}")

    @property
    def severity(self) -> Severity:
        """How much it stops: ``error`` the value, ``stop`` the file, ``warning`` none."""
        return WORDING[self.code].severity

    def text(self, language: Language = "vi") -> str:
        """Say what was seen, what is allowed and what to do, in one sentence or two."""
        wording = WORDING[self.code]
        data = dict(self.data)
        if language == "en":
            data |= {
                name.removesuffix("_en"): said
                for name, said in self.data
                if name.endswith("_en")
            }
        return f"{wording.says.in_(language)} {wording.do.in_(language)}".format(**data)

    def __str__(self) -> str:
        """Write place, code and Vietnamese wording on one line."""
        return f"{self.place}: {self.code} {self.text()}"


def fault(code: str, place: Place, **data: object) -> Fault:
    """Make a :class:`Fault`; every value in *data* becomes text.

    >>> print(fault("DV-L001", Place("a.toml", line=3), key="gruop", near="group"))
    a.toml:3: DV-L001 Khóa «gruop» không có trong định dạng. Gần nhất: «group».
    """
    words = tuple(sorted((name, str(value)) for name, value in data.items()))
    return Fault(code, place, words)


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Sort faults by place, then code, and drop exact repeats."""
    return tuple(
        sorted(
            set(faults),
            key=lambda one: (
                one.place.file,
                one.place.sheet,
                one.place.line,
                _cell_order(one.place.cell),
                one.place.key,
                one.code,
                one.data,
            ),
        )
    )


def _cell_order(cell: str) -> tuple[int, str]:
    letters = cell.rstrip("0123456789")
    digits = cell[len(letters) :]
    return (int(digits) if digits else 0, letters)


class DanvanError(Exception):
    """Anything this library raises on purpose."""


@attrs.define(eq=False)
class FaultError(DanvanError):
    """One fault of a rule pack or of a call, as an exception."""

    fault: Fault

    def __str__(self) -> str:
        """Say it as the fault does."""
        return str(self.fault)


class PackError(ExceptionGroup[FaultError]):
    """Every mistake of a rule pack (criteria, schemes, overlay) at once."""

    @classmethod
    def of(cls, faults: Iterable[Fault]) -> "PackError":
        """Wrap *faults*, in order, into one group."""
        listed = [FaultError(one) for one in in_order(faults)]
        return cls(f"{len(listed)} fault(s) in the rule pack", listed)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults as values, in order of place."""
        return tuple(
            one.fault for one in self.exceptions if isinstance(one, FaultError)
        )

    def __str__(self) -> str:
        """List every fault on its own line."""
        return "\n".join(str(one) for one in self.faults)


@attrs.define(eq=False)
class PluginError(DanvanError):
    """A plugin that is broken or collides with another; names both parties."""

    code: str
    plugin: str
    about: str
    other: str = ""

    def __str__(self) -> str:
        """Name the plugin, what is wrong, and the other party where there is one."""
        return fault(
            self.code, Place(self.plugin), about=self.about, other=self.other
        ).__str__()

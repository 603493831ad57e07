"""What do the conditions of all levels come to together?"""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final

import attrs

from ..terms import Text
from .answers import Condition, Truth, every, some
from .levels import ORDER, Level, best_first


class Status(Enum):
    """How far a suggestion goes; only the first names a level."""

    SUGGESTED = "suggested"
    NOT_ENOUGH_DATA = "not_enough_data"
    PEOPLE_DECIDE = "people_decide"
    AUTHORITY_DECIDES = "authority_decides"
    NEEDS_HUMAN_CONFIRMATION = "needs_human_confirmation"
    NOT_CLASSIFIED = "not_classified"


STATUSES: Final = {
    Status.SUGGESTED: Text("đề xuất", "suggested"),
    Status.NOT_ENOUGH_DATA: Text("chưa đủ dữ liệu", "not enough data"),
    Status.PEOPLE_DECIDE: Text(
        "người có thẩm quyền xem xét: văn bản không quy định",
        "people decide: the text is silent",
    ),
    Status.AUTHORITY_DECIDES: Text(
        "cấp có thẩm quyền quyết định", "the authority decides, as the text says"
    ),
    Status.NEEDS_HUMAN_CONFIRMATION: Text(
        "cần người xác nhận căn cứ", "the ground needs a person's confirmation"
    ),
    Status.NOT_CLASSIFIED: Text("không xếp loại", "not classified"),
}


@attrs.frozen
class Verdict:
    """A status and the levels still possible, best first; one when it is suggested."""

    status: Status
    possible: tuple[Level, ...] = attrs.field(converter=best_first)

    @property
    def level(self) -> Level | None:
        """The suggested level; None where there is none to suggest."""
        return self.possible[0] if self.status is Status.SUGGESTED else None

    def narrowed(self, levels: Iterable[Level]) -> "Verdict":
        """Return the verdict with other levels possible.

        When one level is left, more data or a decision could change nothing, so it
        is suggested.
        """
        left = best_first(levels)
        open_ = self.status in (Status.NOT_ENOUGH_DATA, Status.PEOPLE_DECIDE)
        status = Status.SUGGESTED if open_ and len(left) == 1 else self.status
        return Verdict(status, left)

    def at_most(self, levels: Iterable[Level]) -> "Verdict":
        """Return the verdict when nobody may stand above one of *levels*.

        Which of them it is may still be open.
        """
        tops = list(levels)
        reached = {own.no_better_than(top) for own in self.possible for top in tops}
        verdict = self.narrowed(reached)
        if self.status is Status.SUGGESTED and len(verdict.possible) > 1:
            return attrs.evolve(verdict, status=Status.NOT_ENOUGH_DATA)
        return verdict


NOT_CLASSIFIED: Final = Verdict(Status.NOT_CLASSIFIED, ())


@attrs.frozen
class Test:
    """What one level demands: all of its conditions, or for the lowest any of them."""

    level: Level
    conditions: tuple[Condition, ...]
    any_: bool = False

    @property
    def truth(self) -> Truth:
        """Whether the level is reached, or forced."""
        truths = [one.truth for one in self.conditions]
        return some(truths) if self.any_ else every(truths)

    @property
    def silent(self) -> bool:
        """Whether it is open only because the text does not say."""
        open_ = [one for one in self.conditions if one.truth is Truth.UNKNOWN]
        return bool(open_) and all(one.silent for one in open_)


def nested(levels: Sequence[Test], lowest: Test) -> Verdict:
    """Return the verdict where each level demands less than the one above it.

    *levels* stand best first. Who reaches none of them and is not forced to the
    lowest either falls into a gap of the text, between the last and the lowest:
    people decide, and nothing is downgraded silently.
    """
    if lowest.truth is Truth.TRUE:
        return Verdict(Status.SUGGESTED, [lowest.level])
    possible: list[Level] = []
    open_: list[Test] = []
    for test in levels:
        if test.truth is Truth.UNKNOWN:
            possible.append(test.level)
            open_.append(test)
        elif test.truth is Truth.TRUE:
            possible.append(test.level)
            break
    else:
        possible += [levels[-1].level, lowest.level]
    if lowest.truth is Truth.UNKNOWN:
        possible.append(lowest.level)
        open_.append(lowest)
    return _settled(possible, open_)


def banded(bands: Sequence[Test], lowest: Test) -> Verdict:
    """Return the verdict where points choose the level, and nothing else does."""
    if lowest.truth is Truth.TRUE:
        return Verdict(Status.SUGGESTED, [lowest.level])
    possible = [one.level for one in bands if one.truth is not Truth.FALSE]
    open_ = [one for one in bands if one.truth is Truth.UNKNOWN]
    if lowest.truth is Truth.UNKNOWN:
        possible.append(lowest.level)
        open_.append(lowest)
    return _settled(possible, open_)


def _settled(possible: Iterable[Level], open_: Sequence[Test]) -> Verdict:
    levels = best_first(possible)
    if len(levels) == 1:
        return Verdict(Status.SUGGESTED, levels)
    if open_ and not all(one.silent for one in open_):
        return Verdict(Status.NOT_ENOUGH_DATA, levels)
    return Verdict(Status.PEOPLE_DECIDE, levels)


def all_levels() -> tuple[Level, ...]:
    """Return every level: a text that leaves the choice open leaves all of it open."""
    return ORDER

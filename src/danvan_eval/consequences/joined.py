"""How do several conditions become one, where any of them, or all, are enough?"""

from collections.abc import Callable, Iterable

from ..decisions.answers import Condition, Truth, every, some
from ..terms import Text

AND = Text(" và ", " and ")
OR = Text(" hoặc ", " or ")


def any_of(first: Condition, *others: Condition) -> Condition:
    """Return one condition of several, any of which is enough."""
    return _joined((first, *others), some, OR)


def all_of(first: Condition, *others: Condition) -> Condition:
    """Return one condition of several, all of which are needed."""
    return _joined((first, *others), every, AND)


def _joined(
    parts: tuple[Condition, ...],
    together: Callable[[Iterable[Truth]], Truth],
    word: Text,
) -> Condition:
    truth = together(one.truth for one in parts)
    open_ = [one for one in parts if one.truth is Truth.UNKNOWN]
    is_open = truth is Truth.UNKNOWN
    missing = tuple(dict.fromkeys(name for one in open_ for name in one.missing))
    required = Text.both(
        lambda at: word.in_(at).join(o.required.in_(at) for o in parts)
    )
    seen = Text.both(lambda at: "; ".join(one.seen.in_(at) for one in parts))
    return Condition(
        parts[0].clause,
        truth,
        required,
        seen,
        missing if is_open else (),
        is_open and all(one.silent for one in open_),
    )

"""How many of the named members are there?"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, ClassVar

import attrs

from ..evidence import Values, names
from ..rule import (
    Bounds,
    Finding,
    Refusal,
    reads,
    refused,
    scored,
    share_of_maximum,
    whole_number,
)
from ..terms import Text


@attrs.frozen
class LackStep:
    """With so many members missing (or more, on the last step), this share."""

    missing: int = whole_number(0)
    share: Fraction = share_of_maximum()


def _members(listed: Iterable[str]) -> tuple[str, ...]:
    if isinstance(listed, str):
        raise TypeError(f"members: {listed!r} is one text, not a list of ids")
    return tuple(listed)


def _steps(tables: Iterable[Mapping[str, Any] | LackStep]) -> tuple[LackStep, ...]:
    return tuple(
        one if isinstance(one, LackStep) else LackStep(**one) for one in tables
    )


@attrs.frozen(kw_only=True)
class KOfN:
    """A set of named members, worth less the more are lacking ("đủ 4; thiếu 1; …").

    Steps are written from *missing* 0 on; the last one covers all that lack more.
    """

    kind: ClassVar[str] = "k_of_n"
    rises_with: ClassVar[tuple[str, ...]] = ("fact",)
    says: ClassVar[Mapping[str, Text]] = {
        "k_of_n.all": Text("Đủ {of} trên {of}.", "All {of} are there."),
        "k_of_n.lacking": Text(
            "Có {held} trên {of}, thiếu: {lacking}. Được {share:%} điểm tối đa.",
            "{held} of {of}, lacking: {lacking}. {share:%} of the maximum.",
        ),
    }
    fact: str = reads(answers="members")
    members: tuple[str, ...] = attrs.field(
        converter=_members,
        validator=attrs.validators.deep_iterable(
            attrs.validators.instance_of(str), attrs.validators.min_len(1)
        ),
        metadata={"means": "ids of the members"},
    )
    steps: tuple[LackStep, ...] = attrs.field(
        converter=_steps,
        validator=attrs.validators.min_len(1),
        metadata={"means": "tables of `missing` and `share`, from `missing = 0` on"},
    )

    def __attrs_post_init__(self) -> None:
        """Refuse steps that skip 0, go back, or reward what is lacking."""
        if len(set(self.members)) != len(self.members):
            raise ValueError("members: one is named twice")
        if self.steps[0].missing != 0:
            raise ValueError("steps: the first step must be missing = 0")
        for upper, lower in pairwise(self.steps):
            if lower.missing <= upper.missing or lower.share > upper.share:
                raise ValueError("steps: each must lack more and be worth no more")

    def find(self, values: Values) -> Finding | Refusal:
        """Return the share of the step that holds the number lacking."""
        held = names(values, self.fact)
        if strange := held - set(self.members):
            allowed = ", ".join(self.members)
            return refused("DV-E205", seen=", ".join(sorted(strange)), allowed=allowed)
        lacking = tuple(one for one in self.members if one not in held)
        share = self._worth(len(lacking))
        if not lacking:
            return scored(share, "k_of_n.all", ("of", len(self.members)))
        return scored(
            share,
            "k_of_n.lacking",
            ("held", len(held)),
            ("of", len(self.members)),
            ("lacking", lacking),
            ("share", share),
        )

    def _worth(self, lacking: int) -> Fraction:
        return [step for step in self.steps if step.missing <= lacking][-1].share

    def bounds(self, values: Values) -> Bounds:  # noqa: ARG002
        """Return none held to all held."""
        return Bounds(self._worth(len(self.members)), self._worth(0))

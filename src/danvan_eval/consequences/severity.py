"""Was a discipline a warning or more? The register of past decisions says by form."""

from collections.abc import Iterable
from typing import Final

import attrs

from .career import Career, Disciplined
from .pay import Form, Penalty

SEVERE: Final[frozenset[Form]] = frozenset({"warning", "removal", "dismissal"})


def with_forms(career: Career, penalties: Iterable[Penalty] | None) -> Career:
    """Return a career whose disciplines are as severe as their forms.

    A decision is found by its act and its side; whose form nobody named stays as the
    table of emulation has it.
    """
    forms = {(one.act, one.side): one.form for one in penalties or () if one.form}
    if not career.disciplines or not forms:
        return career

    def told(one: Disciplined) -> Disciplined:
        form = forms.get((one.decision.act, one.decision.side))
        return attrs.evolve(one, severe=form in SEVERE) if form else one

    return attrs.evolve(
        career, disciplines=tuple(told(one) for one in career.disciplines)
    )

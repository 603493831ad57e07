"""Is this file an instrument? If not, list every mistake."""

import datetime as dt
from typing import Final

from ..citations import TEXT_STATUSES, Instrument
from ..errors import Fault
from .source import Source
from .tables import Table

KINDS: Final = ("law", "decree", "decision", "directive", "plan", "internal")
UNKNOWN: Final = "unknown"
"""The literal word for what was not seen; an empty text is a mistake."""


def read_instrument(source: Source, id_: str) -> Instrument | list[Fault]:
    """Return the instrument in *source*, or the list of its faults.

    *id_* is the id that the file's folder demands.
    """
    table = Table(source, source.data, (), [])
    table.choice("schema", (1,))
    if (own := table.text("id")) != id_:
        table.note("DV-L002", "id", seen=own, allowed=id_)
    number, signed = table.text("number"), table.take("signed_on")
    if table.has("signed_on") and not (
        signed == UNKNOWN or isinstance(signed, dt.date)
    ):
        table.refuse("signed_on", '2018-05-04, "unknown"')
    effective = table.table("effective")
    effective.period()
    effective.choice("basis", ("stated", "assumed"))
    effective.close()
    read = Instrument(
        id=id_,
        number="" if number == UNKNOWN else number,
        title=table.label("title"),
        issuer=table.text("issuer"),
        kind=table.choice("kind", KINDS),
        jurisdiction=table.text("jurisdiction"),
        signed_on=signed if isinstance(signed, dt.date) else None,
        text_status=table.choice("text_status", TEXT_STATUSES),
        last_checked_on=table.day("last_checked_on"),
        missing_parts=table.strings("missing_parts", default=[]),
        text_sha256=table.text("text_sha256", ""),
    )
    table.strings("implements", default=[])
    table.strings("refers_to", default=[])
    table.words("notes", needed=False)
    table.close()
    return table.faults or read

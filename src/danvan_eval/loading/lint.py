"""Does every quotation stand in the text it is taken from?"""

from collections.abc import Iterator, Mapping

from ..citations import quote_stands_in
from ..errors import Fault, Place, fault, in_order
from . import Catalogue

Quotation = tuple[str, str, str, str]
"""File, what quotes there, instrument, words."""


def lint(catalogue: Catalogue, texts: Mapping[str, str]) -> tuple[Fault, ...]:
    """Compare the quotations of *catalogue* with *texts*, by instrument id.

    Quotations from instruments without a text here are passed over: nothing can
    be said about them. A text of an instrument that the catalogue does not know is
    a fault, since it would pass for a text without quotations.

    Returns:
        DV-L010 for every quotation that does not stand in its text, with the file
        and the id of the citation or the obligation; DV-L007 for an unknown instrument.
    """
    known = ", ".join(sorted(catalogue.instruments))
    faults = [
        fault("DV-L007", Place(key=id_), seen=id_, allowed=known)
        for id_ in texts
        if id_ not in catalogue.instruments
    ]
    for file, key, instrument, quote in _quotations(catalogue):
        if instrument in texts and not quote_stands_in(quote, texts[instrument]):
            place = Place(file, key=key)
            faults.append(fault("DV-L010", place, seen=quote, instrument=instrument))
    return in_order(faults)


def _quotations(catalogue: Catalogue) -> Iterator[Quotation]:
    """Yield every quotation there is, of criteria, of schemes, of coverage maps."""
    files = {id_: one.file for id_, one in catalogue.criteria.items()}
    files |= {id_: one.file for id_, one in catalogue.schemes.items()}
    for id_, file in files.items():
        for cite in catalogue.data[id_].get("cite", []):
            if cite.get("quote"):
                key = f"cite {cite['id']}"
                yield file, key, cite["instrument"], cite["quote"]
    for covered in catalogue.coverage.values():
        for one in covered.obligations:
            key = f"obligation {one.id}"
            yield covered.file, key, covered.instrument, one.quote

"""What is a finished classification, with the fingerprint of all it rests on?"""

from collections.abc import Mapping, Sequence

import attrs

from .canon import fingerprint
from .decisions.choosing import Loaded
from .decisions.clauses import Regime
from .decisions.hospital import Classified, Year
from .errors import Fault
from .records import SCHEMA_VERSION, digest_of, to_data, written
from .version import __version__


@attrs.frozen(eq=False)
class YearRun:
    """A classification of a hospital's year ("kết quả đề xuất xếp loại").

    *inputs* is the fingerprint of every fact and choice, *regimes* those that were
    applied, by id.
    """

    hospital: str
    found: Classified
    regimes: Mapping[str, Regime]
    inputs: str
    faults: tuple[Fault, ...] = ()
    library: str = __version__

    @classmethod
    def of(
        cls,
        hospital: str,
        year: Year,
        found: Classified,
        loaded: Sequence[Loaded],
        faults: Sequence[Fault] = (),
    ) -> "YearRun":
        """Put a run together; the order of people and units changes nothing."""
        used = {found.units_by, found.people_by}
        laws = {one.law.id: one.law for one in loaded if one.law.id in used}
        ordered = attrs.evolve(
            year,
            units=tuple(sorted(year.units, key=lambda one: one.subject.code)),
            people=tuple(sorted(year.people, key=lambda one: one.subject.code)),
        )
        return cls(hospital, found, laws, fingerprint(to_data(ordered)), tuple(faults))

    @property
    def fingerprint(self) -> str:
        """The fingerprint of regimes, inputs and library."""
        laws = [[id_, law.sha256] for id_, law in sorted(self.regimes.items())]
        return fingerprint([laws, self.inputs, self.library])

    def law(self, code: str) -> Regime:
        """Return the regime a subject was classified by."""
        return self.regimes[self.found.of(code).regime]


def dump_year(run: YearRun) -> str:
    """Write a classification as JSON text, ready to be compared byte by byte."""
    told = {
        "hospital": run.hospital,
        "library": run.library,
        "inputs": run.inputs,
        "regimes": {id_: law.sha256 for id_, law in run.regimes.items()},
        "classified": to_data(run.found),
        "faults": [to_data(one) for one in run.faults],
    }
    data = {
        "schema_version": SCHEMA_VERSION,
        "fingerprint": run.fingerprint,
        "digest": digest_of(told),
        "classification": told,
    }
    return f"{written(data)}\n"

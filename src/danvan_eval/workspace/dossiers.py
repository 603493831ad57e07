"""How does all that was read come together, subject by subject?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from ..errors import Fault, Place, fault
from ..evidence import Dossier, Observed
from ..subjects import Subject, SubjectKind
from ..tables.reading import Table
from . import hospital, personal, sheets
from .asked import SUBJECT, Asked, Wanted
from .counting import Crowd, counted
from .entries import Unlisted
from .files import FORMS
from .folding import Folded, Seen, bearable
from .service import Member
from .settings import Settings
from .staff import Staff
from .units import Units

DAYS_OFF: Final = "days_off"


@attrs.frozen
class Gathering:
    """All that was read of one folder; faults found on the way gather in *faults*.

    *wanted* says what each kind of subject that is rated is asked for; *tables* are
    the sheets that were handed in, *notes* remarks on who is counted where.
    """

    settings: Settings
    wanted: Mapping[SubjectKind, Wanted]
    units: Units
    staff: Staff
    members: Mapping[str, Member]
    folded: Sequence[Folded]
    personal: personal.Personal | None
    tables: Sequence[Table]
    notes: Sequence[Fault]
    faults: list[Fault] = attrs.field(factory=list)

    def of_units(self) -> tuple[Dossier, ...]:
        """Return the dossier of each department, by code."""
        if "unit" not in self.wanted:
            return ()
        handed = self._handed("unit", self.units.subjects)
        listed = [
            self._dossier(
                subject,
                handed[code],
                self._registers(code),
                self._counted(self.wanted["unit"], subject),
            )
            for code, subject in self.units.subjects.items()
        ]
        return self._with_unlisted(listed, self.units.unlisted)

    def of_people(self) -> tuple[Dossier, ...]:
        """Return the dossier of each person on the staff on the last day, by code."""
        if "person" not in self.wanted:
            return ()
        wanted = self.wanted["person"]
        asked = [
            one for one in wanted.all.values() if wanted.brought_by(one) == "sheet"
        ]
        own = self.personal
        written = personal.fold_people(own, asked, self.members) if own else []
        listed = [
            self._dossier(
                member.subject,
                sheets.Handed("submitted", {SUBJECT: member.facts}),
                *({one.criterion: one.people.get(code, {})} for one in self.folded),
                *({one.criterion: one.people[code]} for one in written),
            )
            for code, member in self.members.items()
        ]
        return self._with_unlisted(listed, self.staff.unlisted)

    def _with_unlisted(
        self, listed: Sequence[Dossier], unlisted: Iterable[Unlisted]
    ) -> tuple[Dossier, ...]:
        """Return the dossiers by code, with those whose row cannot be read."""
        others = [one.dossier(self.settings.period) for one in unlisted]
        return tuple(sorted((*listed, *others), key=lambda one: one.subject.code))

    def of_hospital(self, units: Sequence[Dossier]) -> tuple[Dossier, ...]:
        """Return the hospital's own dossier; *units* are those of its departments."""
        if "hospital" not in self.wanted:
            return ()
        wanted = self.wanted["hospital"]
        subject = hospital.hospital_subject(self.settings, wanted.pack, self.units)
        below = {one.subject.code: one.evidence for one in units} or {
            unit: _joined(self._registers(unit)) for unit in self.units.subjects
        }
        sums = wanted.of(subject.traits, "units")
        own = self._handed("hospital", {subject.code: subject})[subject.code]
        return (
            self._dossier(
                subject,
                own,
                *({one.criterion: one.hospital} for one in self.folded),
                hospital.summed(sums, self.wanted.get("unit"), self.units, below),
                self._counted(wanted, subject),
            ),
        )

    def _handed(
        self, kind: SubjectKind, subjects: Mapping[str, Subject]
    ) -> dict[str, sheets.Handed]:
        """Return what each of *subjects* handed in.

        Of whom nothing is asked on a sheet, nobody waits for one.
        """
        own = {hospital.SHEET: self.settings.code} if kind == "hospital" else {}
        rated = {self.settings.code} if "hospital" in self.wanted else set()
        wanted, known = self.wanted[kind], self.units.known | rated
        handed, faults = sheets.read_sheets(self.tables, subjects, known, wanted, own)
        self.faults.extend(faults)
        for code, subject in subjects.items():
            if not wanted.of(subject.traits, "sheet"):
                handed[code] = attrs.evolve(handed[code], state="submitted")
            elif handed[code].state == "not_submitted":
                self.faults.append(fault("DV-S108", Place(FORMS, key=code), seen=code))
        return handed

    def _registers(self, unit: str) -> dict[str, Seen]:
        return _joined(
            *({one.criterion: one.units.get(unit, {})} for one in self.folded)
        )

    def _counted(self, wanted: Wanted, subject: Subject) -> Mapping[str, Seen]:
        """Return the figures that are numbers of people; none without a staff list."""
        asked: list[Asked] = wanted.of(subject.traits, "people")
        if not asked or not self.members:
            return {}
        everybody = subject.kind == "hospital"
        crowd = Crowd(
            subject.code,
            [
                one
                for one in self.members.values()
                if everybody or one.unit == subject.code
            ],
            [one for one in self.staff.faults if one.severity == "error"]
            if everybody
            else self.staff.doubts_of(subject.code),
        )
        seen, open_ = counted(asked, crowd, self.personal)
        if not everybody or "unit" not in self.wanted:
            self.faults.extend(open_)
        return seen

    def _dossier(
        self, subject: Subject, own: sheets.Handed, *seen: Mapping[str, Seen]
    ) -> Dossier:
        days_off = (
            {one.criterion: {DAYS_OFF: self.settings.days_off}}
            for one in self.wanted[subject.kind].of(subject.traits, "hospital")
            if one.field.name == DAYS_OFF
        )
        evidence = {
            criterion: bearable(one)
            for criterion, one in _joined(own.evidence, *seen, *days_off).items()
        }
        period = self.settings.period
        return Dossier(subject, period, evidence, state=own.state, places=own.places)


def _joined(*seen: Mapping[str, Seen]) -> dict[str, Seen]:
    """Join evidence by criterion."""
    evidence: dict[str, dict[str, Observed]] = {}
    for one in seen:
        for criterion, values in one.items():
            if values:
                evidence.setdefault(criterion, {}).update(values)
    return dict(evidence)

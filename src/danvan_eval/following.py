"""What may follow from a hospital's year, subject by subject, out of all that is known?"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

import attrs

from .consequences.appointment import Candidacy, propose_appointment
from .consequences.career import Career, career_of
from .consequences.choosing import Laws
from .consequences.collective_facts import (
    CollectiveFacts,
    Member,
    collective_of,
    member_of,
)
from .consequences.collectives import propose_collective
from .consequences.dossier import Brought, Consequences, consequences_of
from .consequences.duties import check_duties
from .consequences.duty import Duty
from .consequences.early_step import NUMBER, EarlySteps, early_steps
from .consequences.money import Money
from .consequences.pay import Pay
from .consequences.proposal import Proposal, Standing
from .consequences.referral import NoGround, Referral, refer_all
from .consequences.rewards import reward_of
from .consequences.salary import Step, propose_step
from .consequences.severity import with_forms
from .consequences.titles import propose_titles
from .consequences.track_facts import TrackFacts
from .consequences.tracks import NO_PLAN, propose_tracks
from .decisions.classification import Classification, Flag
from .decisions.facts import Unit
from .decisions.hospital import Classified, Year
from .errors import Fault, in_order
from .following_council import Session, session_of
from .following_sheets import democracy, sheet_facts
from .ranking import Ranking
from .sheet import Sheet
from .subjects import SubjectKind
from .terms import Text
from .workspace import Workspace
from .workspace.following.reading import FollowingRead

ANYBODY: Final = ("ldtt", "ttldtt")
"""The titles that are held by nothing but what is pending."""
NOBODY_KNOWN: Final = Member("?")
AFTER: Final = "bang-khen-bo-tinh"
"""The commendation that nothing keeps out of but a discipline."""
By = Mapping[str, tuple[Proposal, ...]]
PLACES: Final = {
    "inside": Text("có trong số suất của năm", "inside the number of the year"),
    "tied": Text(
        "ngang nhau ở suất cuối: người có thẩm quyền chọn",
        "equal at the last place: people choose",
    ),
    "outside": Text("ngoài số suất của năm", "outside the number of the year"),
    "open": Text("chưa rõ còn suất hay không", "whether a place is left is open"),
}
"""Where somebody stands to the number of early steps of a year."""


@attrs.frozen(eq=False)
class Followed:
    """Everything that may follow: by subject, and for the hospital as a whole.

    *rewards* are the money of what can be put before the authority now, by code,
    where the hospital names the day it would be decided on.
    """

    dossiers: tuple[Consequences, ...]
    early: EarlySteps
    duties: tuple[Duty, ...]
    session: Session
    faults: tuple[Fault, ...]
    rewards: Mapping[str, Money] = attrs.field(factory=dict)

    def of(self, code: str) -> Consequences:
        """Return the six uses of a subject; KeyError when there is none."""
        for one in self.dossiers:
            if one.subject.code == code:
                return one
        raise KeyError(code)


@attrs.frozen(eq=False)
class Following:
    """Works out what may follow from what was classified, scored and read."""

    laws: Laws
    workspace: Workspace
    year: Year
    found: Classified
    sheets: Mapping[str, Sheet]
    rankings: Sequence[Ranking]
    read: FollowingRead

    def followed(self) -> Followed:
        """Return all of it; subjects by code, departments before people."""
        titles = {code: self._titles(one) for code, one in self._careers.items()}
        members = self._members(titles)
        collectives = {
            one.subject.code: self._collective(one, members)
            for one in (*self.year.units, self.year.hospital)
        }
        both = titles | collectives
        tracks = self._tracks(both)
        dossiers = [self._dossier(one, both, tracks) for one in self._found.values()]
        session = session_of(
            self.laws,
            self.found.worksheets,
            self.read.council,
            settings=self.read.settings,
            subjects={code: one.subject for code, one in self._found.items()},
            proposals=[*both.values(), *tracks.values()],
        )
        return Followed(
            tuple(dossiers),
            self._early,
            self._duties(),
            session,
            in_order((*self.read.faults, *session.faults)),
            self._rewards(dossiers),
        )

    @cached_property
    def _plans(self) -> Mapping[SubjectKind, str]:
        """The plan that reaches each kind of subject in the year; empty for none.

        It is the instrument of the scheme they are scored by, or that others are.
        """
        kinds: tuple[SubjectKind, ...] = ("unit", "person", "hospital")
        schemes = self.workspace.schemes
        own = {
            kind: self.workspace.catalogue.schemes[schemes[kind]].instrument
            for kind in kinds
            if kind in schemes
        }
        first = next(iter(own.values()), "")
        return {kind: self._in_force(own.get(kind, first)) for kind in kinds}

    def _in_force(self, plan: str) -> str:
        law, end = self.laws.get(plan), self.workspace.period.end
        return plan if law is None or any(end in days for days in law.in_force) else ""

    @cached_property
    def _found(self) -> Mapping[str, Classification]:
        """Every classification by code: departments, the hospital, people."""
        everybody = (*self.found.units, self.found.hospital, *self.found.people)
        return {one.subject.code: one for one in everybody}

    @cached_property
    def _careers(self) -> Mapping[str, Career]:
        """The career of everybody the tables of titles know, by code."""
        told, year, found = self.read.titles.people, self.year.year, {}
        for one in self.year.people:
            code, pay = one.subject.code, self.read.pay.get(one.subject.code)
            if code in told:
                stands = self._found[code].stands
                career = career_of(one, year, stands, told[code])
                found[code] = with_forms(career, pay.penalties if pay else None)
        return found

    def _titles(self, career: Career) -> tuple[Proposal, ...]:
        settings = self.read.settings
        return propose_titles(
            self.laws,
            career,
            received_on=settings.received_on,
            adopted=settings.adopted,
        )

    def _members(self, titles: By) -> Mapping[str, tuple[Member, ...]]:
        """Return what the people of each unit bring to it, on the last day.

        Whom a faulty row of the list may place there is a member of whom nothing is
        known.
        """
        received, staff = self.read.settings.received_on, self.workspace.lists.staff
        found: dict[str, list[Member]] = {}
        everybody: list[Member] = []
        for code, one in self._careers.items():
            member = member_of(one, titles[code], received)
            found.setdefault(one.subject.unit, []).append(member)
            everybody.append(member)
        members: dict[str, tuple[Member, ...]] = {}
        for unit in self.year.units:
            code = unit.subject.code
            rows = {str(fault.place) for fault in staff.doubts_of(code)}
            members[code] = (*found.get(code, ()), *[NOBODY_KNOWN] * len(rows))
        codes = [one.subject.code for one in staff.unlisted]
        more = [NOBODY_KNOWN for code in codes if code not in self._careers]
        return {**members, self.year.hospital.subject.code: (*everybody, *more)}

    def _collective(
        self, unit: Unit, members: Mapping[str, tuple[Member, ...]]
    ) -> tuple[Proposal, ...]:
        settings, code = self.read.settings, unit.subject.code
        told = self.read.titles.units.get(code, CollectiveFacts())
        stands = self._found[code].stands
        return propose_collective(
            self.laws,
            collective_of(unit, self.year.year, stands, members[code], told),
            received_on=settings.received_on,
            adopted=settings.adopted,
        )

    def _tracks(self, titles: By) -> By:
        """Return the proposals of every track by code.

        What holds a title holds them too, and after a discipline no achievement of
        that time counts for any commendation.
        """
        kept = [one for each in titles.values() for one in each]
        holds = {one.subject.code: one.holds for one in kept if one.id in ANYBODY}
        out = {one.subject.code: one.exclusions for one in kept if one.id == AFTER}
        settings, read = self.read.settings, self.read
        units = tuple(one.subject for one in self.year.units)
        facts = TrackFacts(
            settings.received_on,
            self.workspace.period,
            units,
            tuple(one.subject for one in self.year.people),
            read.models,
            read.unclear,
            tuple(democracy(units, self.sheets)) if self.sheets else None,
            tuple(sheet_facts(units, self.sheets, self.rankings))
            if self.sheets
            else None,
            read.examples,
            holds,
            out,
        )
        plan = self.laws.get(self._plans["unit"], NO_PLAN)
        found: dict[str, list[Proposal]] = {}
        for one in propose_tracks(facts, plan=plan, adopted=settings.tracks):
            found.setdefault(one.subject.code, []).append(one)
        return {code: tuple(listed) for code, listed in found.items()}

    def _dossier(self, found: Classification, titles: By, tracks: By) -> Consequences:
        code, kind = found.subject.code, found.subject.kind
        person = kind == "person"
        brought = Brought(
            found,
            self.sheets.get(code),
            titles.get(code),
            tracks.get(code),
            self._salary(code) if person else (),
            self._appointment(code) if person else (),
            self._referrals(code),
        )
        return consequences_of(
            found.subject,
            year=self.year.year,
            plan=self._plans[kind],
            scope=self.read.settings.scope,
            brought=brought,
        )

    def _salary(self, code: str) -> tuple[Proposal, ...] | None:
        pay = self.read.pay.get(code)
        if pay is None:
            return None
        early = self._early_of.get(code, ())
        if pay.employee is not False and pay.began is None and pay.grade is None:
            return early or None
        settings = self.read.settings
        step = propose_step(
            self.laws,
            pay,
            on=settings.step_on,
            readings=settings.readings,
            days_off=self.workspace.days_off,
        )
        return (step, *early)

    def _appointment(self, code: str) -> tuple[Proposal, ...] | None:
        if not self.read.candidacies:
            return None
        own = self._candidates.get(code, ())
        on, readings = self.read.settings.post_on, self.read.settings.readings
        return tuple(
            propose_appointment(self.laws, one, on=on, readings=readings) for one in own
        )

    @cached_property
    def _candidates(self) -> Mapping[str, tuple[Candidacy, ...]]:
        found: dict[str, tuple[Candidacy, ...]] = {}
        for one in self.read.candidacies:
            code = one.subject.code
            found[code] = (*found.get(code, ()), one)
        return found

    def _referrals(self, code: str) -> tuple[Referral | NoGround, ...] | None:
        findings = self.read.findings
        if not findings.there:
            return None
        own = findings.by_person.get(code, ())
        return refer_all(
            self.laws,
            [(one.finding, one.opened_on) for one in own],
            conduct=self.read.settings.conduct,
        )

    @cached_property
    def _early_of(self) -> Mapping[str, tuple[Step, ...]]:
        """The early step of everybody who was named, with their place, by code."""
        found = self._early
        where: dict[str, Text] = {
            code: says for name, says in PLACES.items() for code in getattr(found, name)
        }
        return {
            code: (_in_place(one, where.get(code)),)
            for one in found.proposals
            if (code := one.subject.code)
        }

    @cached_property
    def _early(self) -> EarlySteps:
        settings = self.read.settings
        named: list[Pay] = [one for one in self.read.pay.values() if one.achievements]
        return early_steps(
            self.laws,
            settings.payroll,
            named,
            year=self.year.year,
            adopted=settings.order,
            readings=settings.readings,
            days_off=self.workspace.days_off,
        )

    def _duties(self) -> tuple[Duty, ...]:
        return check_duties(
            self.laws,
            self.read.duties,
            days_off=self.workspace.days_off,
            as_of=self.read.settings.as_of,
        )

    def _rewards(self, dossiers: Iterable[Consequences]) -> Mapping[str, Money]:
        """Return the money of what can be put before the authority now, by code."""
        on = self.read.settings.awarded_on
        found = {
            one.subject.code: reward_of(self.laws, proposed(one), on)
            for one in (dossiers if on else ())
            if on
        }
        return {code: money for code, money in found.items() if money is not None}


def _in_place(step: Step, where: Text | None) -> Step:
    """Return an early step with where it stands to the number of the year."""
    if where is None:
        return step
    return attrs.evolve(step, flags=(*step.flags, Flag("PLACE", NUMBER, where)))


def proposed(found: Consequences) -> tuple[Proposal, ...]:
    """Return what can be proposed for a subject now, in the order of the uses."""
    return tuple(
        one
        for line in found.lines
        for one in line.proposals
        if one.standing is Standing.PROPOSED
    )

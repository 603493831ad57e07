"""What may follow from a hospital's year, subject by subject, out of all that is known?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from .consequences.appointment import propose_appointment
from .consequences.career import career_of
from .consequences.choosing import Laws, law_on
from .consequences.collective_facts import Member, collective_of, member_of
from .consequences.collectives import propose_collective
from .consequences.council import Vote, hold_vote
from .consequences.dossier import Brought, Consequences, consequences_of
from .consequences.duties import check_duties
from .consequences.duty import Duty
from .consequences.early_step import EarlySteps, early_steps
from .consequences.members import Motion
from .consequences.pay import Pay
from .consequences.proposal import Proposal, Standing
from .consequences.referral import NoGround, Referral, refer_all
from .consequences.salary import propose_step
from .consequences.titles import propose_titles
from .consequences.track_facts import SheetFact, Spoken, TrackFacts
from .consequences.tracks import NO_PLAN, propose_tracks
from .decisions.classification import Classification
from .decisions.facts import Person
from .decisions.hospital import Classified, Year
from .errors import Fault, Place, in_order
from .ranking import Ranking
from .sheet import Sheet
from .subjects import Subject
from .terms import Text
from .workspace import Workspace
from .workspace.following.council import BALLOTS
from .workspace.following.reading import FollowingRead
from .workspace.following.settings import FILE

DEMOCRACY: Final = ("danvan/C03", "danvan/C21", "danvan/C30", "danvan/C35")
"""The criteria whose figures speak for grassroots democracy in a department."""
By = Mapping[str, tuple[Proposal, ...]]


@attrs.frozen(eq=False)
class Followed:
    """Everything that may follow: by subject, and for the hospital as a whole.

    *vote* is the council's, None without one; *refused* are the reasons why its list
    of ballots could not be taken.
    """

    dossiers: tuple[Consequences, ...]
    early: EarlySteps
    duties: tuple[Duty, ...]
    vote: Vote | None
    faults: tuple[Fault, ...]

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
        titles = {one.subject.code: self._titles(one) for one in self.year.people}
        members = self._members(titles)
        collectives = {
            one.subject.code: self._collective(one.subject.code, members)
            for one in (*self.year.units, self.year.hospital)
        }
        tracks = self._tracks()
        everybody = (*self.found.units, self.found.hospital, *self.found.people)
        both = titles | collectives
        dossiers = [self._dossier(one, both, tracks) for one in everybody]
        vote, refused = self._vote([*both.values(), tuple(tracks)])
        return Followed(
            tuple(dossiers),
            self._early(),
            self._duties(),
            vote,
            in_order((*self.read.faults, *refused)),
        )

    @property
    def plan(self) -> str:
        """The instrument of the plan the departments are scored by; empty for none."""
        packs = [
            self.workspace.pack(kind).scheme.instrument
            for kind in ("unit", "person")
            if kind in self.workspace.schemes
        ]
        return packs[0] if packs else ""

    def _titles(self, person: Person) -> tuple[Proposal, ...]:
        settings = self.read.settings
        code = person.subject.code
        told = self.read.titles.people.get(code)
        if told is None:
            return ()
        stands = self.found.of(code).stands
        career = career_of(person, self.year.year, stands, told)
        return propose_titles(
            self.laws,
            career,
            received_on=settings.received_on,
            adopted=settings.adopted,
        )

    def _members(self, titles: By) -> Mapping[str, tuple[Member, ...]]:
        """Return what the people of each department bring to it."""
        found: dict[str, tuple[Member, ...]] = {}
        received = self.read.settings.received_on
        for person in self.year.people:
            code, unit = person.subject.code, person.subject.unit
            told = self.read.titles.people.get(code)
            if told is None:
                continue
            career = career_of(person, self.year.year, self.found.of(code).stands, told)
            one = member_of(career, titles[code], received)
            found[unit] = (*found.get(unit, ()), one)
        return found

    def _collective(
        self, code: str, members: Mapping[str, tuple[Member, ...]]
    ) -> tuple[Proposal, ...]:
        settings = self.read.settings
        told = self.read.titles.units.get(code)
        units = {one.subject.code: one for one in self.year.units}
        unit = units.get(code, self.year.hospital)
        if told is None:
            return ()
        own = members.get(code, ())
        if code == self.year.hospital.subject.code:
            own = tuple(one for each in members.values() for one in each)
        collective = collective_of(
            unit, self.year.year, self.found.of(code).stands, own, told
        )
        return propose_collective(
            self.laws,
            collective,
            received_on=settings.received_on,
            adopted=settings.adopted,
        )

    def _tracks(self) -> list[Proposal]:
        settings, read = self.read.settings, self.read
        facts = TrackFacts(
            settings.received_on,
            self.workspace.period,
            tuple(one.subject for one in self.year.units),
            tuple(one.subject for one in self.year.people),
            read.models,
            read.unclear,
            tuple(self._democracy()) if self.sheets else None,
            tuple(self._sheet_facts()) if self.sheets else None,
            read.examples,
        )
        plan = self.laws.get(self.plan, NO_PLAN)
        return list(propose_tracks(facts, plan=plan, adopted=settings.tracks))

    def _democracy(self) -> Iterable[Spoken]:
        for one in self.year.units:
            sheet = self.sheets.get(one.subject.code)
            for line in sheet.lines if sheet else ():
                if line.criterion in DEMOCRACY and line.max_points:
                    full = line.low == line.high == line.max_points
                    open_ = line.low != line.high
                    says = Text(f"{line.low}/{line.max_points}")
                    met = None if open_ else full
                    yield Spoken(one.subject.code, line.criterion, says, met)

    def _sheet_facts(self) -> Iterable[SheetFact]:
        ranks = {
            row.sheet.subject.code: (row.rank, len(block.ranked))
            for ranking in self.rankings
            for block in ranking.blocks
            for row in block.ranked
        }
        for one in self.year.units:
            sheet = self.sheets.get(one.subject.code)
            if sheet is not None:
                code = one.subject.code
                rank, of = ranks.get(code, (0, 0))
                share = f"{sheet.assumed * 100}%" if sheet.assumed else ""
                yield SheetFact(code, sheet.grade or "", Text(share), rank, of)

    def _dossier(
        self, found: Classification, titles: By, tracks: Sequence[Proposal]
    ) -> Consequences:
        code = found.subject.code
        own = tuple(one for one in tracks if one.subject.code == code)
        brought = Brought(
            found,
            self.sheets.get(code),
            titles.get(code),
            own,
            self._salary(code),
            self._appointment(code),
            self._referrals(code),
        )
        return consequences_of(
            found.subject,
            year=self.year.year,
            plan=self.plan,
            scope=self.read.settings.scope,
            brought=brought,
        )

    def _salary(self, code: str) -> tuple[Proposal, ...] | None:
        pay = self.read.pay.get(code)
        if pay is None or (pay.began is None and pay.grade is None):
            return None
        settings = self.read.settings
        step = propose_step(
            self.laws,
            pay,
            on=settings.step_on,
            readings=settings.readings,
            days_off=self.workspace.days_off,
        )
        return (step,)

    def _appointment(self, code: str) -> tuple[Proposal, ...] | None:
        own = [one for one in self.read.candidacies if one.subject.code == code]
        on, readings = self.read.settings.post_on, self.read.settings.readings
        found = tuple(
            propose_appointment(self.laws, one, on=on, readings=readings) for one in own
        )
        return found or None

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

    def _vote(
        self, proposals: Iterable[Sequence[Proposal]]
    ) -> tuple[Vote | None, tuple[Fault, ...]]:
        """Return the council's vote on what was proposed and balloted; None without."""
        read, settings = self.read.council, self.read.settings
        if read.council is None or settings.voted_on is None:
            return None, ()
        subjects: dict[str, Subject] = {
            one.subject.code: one.subject
            for one in (*self.found.units, self.found.hospital, *self.found.people)
        }
        labels = {one.id: one.label for each in proposals for one in each}
        motions = [
            Motion(subjects[one.candidate], one.award, labels[one.award])
            for one in read.ballots
            if one.candidate in subjects and one.award in labels
        ]
        vote = hold_vote(
            motions,
            read.ballots,
            council=read.council,
            law=law_on(self.laws, "hd", settings.voted_on),
            on=settings.voted_on,
            adopted=settings.shares,
        )
        if isinstance(vote, tuple):
            return None, tuple(_placed(one) for one in vote)
        return vote, ()


def _placed(wrong: Fault) -> Fault:
    """Return what is wrong with a vote where it is put right.

    An award without a share has it in the settings, whatever has no place in the
    list of ballots.
    """
    place = wrong.place
    if place.file:
        return wrong
    share = wrong.code == "DV-D410"
    place = Place(FILE if share else f"{BALLOTS}.csv", key=place.key)
    return attrs.evolve(wrong, place=place)


def proposed(found: Consequences) -> tuple[Proposal, ...]:
    """Return what can be proposed for a subject now, in the order of the uses."""
    return tuple(
        one
        for line in found.lines
        for one in line.proposals
        if one.standing is Standing.PROPOSED
    )

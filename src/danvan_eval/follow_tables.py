"""Which tables do the proposals of a year print, and which files do they leave?"""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs

from .consequences.dossier import Consequences
from .consequences.duty import DUTY_STANDINGS, DutyStanding
from .consequences.duty_feeds import FED, NOT_FED, feeds
from .consequences.proposal import STANDINGS, Proposal, Standing
from .consequences.referral import NoGround
from .consequences.referral_text import tell_referral
from .consequences.telling import named
from .follow_run import FollowRun, dump_follow
from .results import PROBLEMS, can_write_workbooks, problems
from .tables.text import Value
from .tables.writing import Sheet as Page
from .tables.writing import make_folder, table_bytes, write_together
from .terms import Language
from .wording.following import FOLLOWING

RUN: Final = "de-xuat.json"
SUBJECTS: Final = "de-xuat"
REFERRALS: Final = "chuyen-xem-xet.csv"
DUTIES: Final = "nghia-vu.csv"
FIGURES: Final = "so-lieu-tieu-chi.csv"
AGENDA: Final = "trinh-hoi-dong.csv"
REWARDS: Final = "tien-thuong.csv"
COLUMNS_OF: Final = {
    "ready": Standing.PROPOSED,
    "open": Standing.NOT_ENOUGH_DATA,
    "confirm": Standing.NEEDS_HUMAN_CONFIRMATION,
}
PRINTED: Final = 34


@attrs.frozen
class FollowPrintout:
    """Makes the tables of the proposals, in one language."""

    run: FollowRun
    language: Language = "vi"

    def say(self, key: str, **data: object) -> str:
        """Return a heading or a sentence."""
        return FOLLOWING[key].in_(self.language).format(**data)

    def subjects(self) -> Page:
        """Return every proposal of every subject, for those who decide."""
        heads = (
            *("code", "name", "unit", "use", "proposal", "standing", "law", "day"),
            *("why", "missing", "decides", "reach"),
        )
        rows = [row for one in self.run.followed.dossiers for row in self._rows(one)]
        return Page([self.say(head) for head in heads], rows, name=self.say("subjects"))

    def _rows(self, found: Consequences) -> Iterator[list[Value]]:
        subject, language = found.subject, self.language
        for line in found.lines:
            use, reach = line.label.in_(language), line.basis().in_(language)
            for one in line.proposals:
                yield [
                    subject.code,
                    subject.name,
                    subject.unit,
                    use,
                    one.label.in_(language),
                    self.standing(one),
                    one.law,
                    self._day(one.event),
                    "; ".join(dict.fromkeys(self._why(one))),
                    "; ".join(self._named(one.missing)),
                    one.decides.in_(language),
                    reach,
                ]

    def standing(self, one: Proposal) -> str:
        """Return how far a proposal goes; what is held says so."""
        words = STANDINGS[one.standing].in_(self.language)
        return f"{words} – {self.say('held').lower()}" if one.holds else words

    def _why(self, one: Proposal) -> Iterator[str]:
        language = self.language
        for hold in one.holds:
            yield hold.says.in_(language)
        for condition in one.failing:
            seen = condition.seen.in_(language)
            yield f"{condition.required.in_(language)}: {seen}"
        for flag in one.flags:
            yield flag.says.in_(language)

    def _named(self, names: Iterable[str]) -> list[str]:
        return [named(name).in_(self.language) for name in names]

    def _day(self, day: dt.date | None) -> str:
        if day is None:
            return ""
        return f"{day:%d/%m/%Y}" if self.language == "vi" else day.isoformat()

    def counts(self) -> Page:
        """Return how many proposals of each kind there are, and where they stand."""
        found: dict[str, list[Proposal]] = {}
        for dossier in self.run.followed.dossiers:
            for line in dossier.lines:
                for one in line.proposals:
                    found.setdefault(one.label.in_(self.language), []).append(one)
        heads = ("proposal", "ready", "held", "open", "confirm", "not_met")
        rows = [[label, *self._counted(each)] for label, each in found.items()]
        return Page([self.say(head) for head in heads], rows, name=self.say("counts"))

    def _counted(self, listed: list[Proposal]) -> list[Value]:
        held = [
            one for one in listed if one.holds and one.standing is Standing.PROPOSED
        ]
        by = {
            key: sum(one.standing is standing for one in listed)
            for key, standing in COLUMNS_OF.items()
        }
        rest = len(listed) - sum(by.values())
        return [by["ready"] - len(held), len(held), by["open"], by["confirm"], rest]

    def referrals(self) -> Page:
        """Return every finding: what is referred, or why nothing is."""
        heads = ("code", "unit", "case", "says")
        rows: list[list[Value]] = []
        for found in self.run.followed.dossiers:
            for one in found.line("discipline").referrals:
                if isinstance(one, NoGround):
                    case, says = one.case, one.says.in_(self.language)
                else:
                    law = self.run.laws[one.law]
                    case = one.finding.case
                    says = tell_referral(one, law, self.language)
                rows.append([found.subject.code, found.subject.unit, case, says])
        return Page(
            [self.say(head) for head in heads], rows, name=self.say("referrals")
        )

    def duties(self, *, brief: bool = False) -> Page:
        """Return the duties; *brief* leaves out what is met, or not asked."""
        heads = ("duty", "standing", "due", "done", "over", "law")
        quiet = (DutyStanding.MET, DutyStanding.NOT_ASKED)
        rows: list[list[Value]] = [
            [
                one.label.in_(self.language),
                DUTY_STANDINGS[one.standing].in_(self.language),
                self._day(one.due),
                self._day(one.done),
                one.over or "",
                one.law,
            ]
            for one in self.run.followed.duties
            if not (brief and one.standing in quiet)
        ]
        return Page([self.say(head) for head in heads], rows, name=self.say("duties"))

    def figures(self, *, brief: bool = False) -> Page:
        """Return the figures of criteria that duties give, for the score's dossiers.

        One that is not certain has no number; *brief* leaves out those that cannot
        follow from duties, whose reason is told.
        """
        heads = ("criterion", "figure", "count", "says")
        found = feeds(self.run.followed.duties)
        unknown = self.say("unknown")
        rows: list[list[Value]] = [
            [*figure, found.get(figure, unknown), what.in_(self.language)]
            for figure, (_, what) in FED.items()
        ]
        rows += [
            [*figure, "", reason.in_(self.language)]
            for figure, reason in ({} if brief else NOT_FED).items()
        ]
        return Page([self.say(head) for head in heads], rows, name=self.say("figures"))

    def votes(self) -> Page:
        """Return the outcome of every motion of the council."""
        heads = ("code", "proposal", "standing")
        vote = self.run.followed.session.vote
        rows: list[list[Value]] = [
            [
                one.motion.candidate.code,
                one.motion.label.in_(self.language),
                STANDINGS[one.standing].in_(self.language),
            ]
            for one in (vote.outcomes if vote else ())
        ]
        return Page([self.say(head) for head in heads], rows, name=self.say("votes"))

    def agenda(self) -> Page:
        """Return the contested lines of the quotas, each with what was chosen."""
        heads = ("item", "codes", "left", "tried", "chosen", "reason", "by")
        session, language = self.run.followed.session, self.language
        chosen = {one.before.vi: one for one in session.overrides}
        rows: list[list[Value]] = []
        for item in session.agenda:
            one = chosen.get(item.says.vi)
            rows.append(
                [
                    item.says.in_(language),
                    ", ".join(item.codes),
                    item.left,
                    item.tried.in_(language),
                    ", ".join(one.codes) if one else "",
                    one.reason if one else "",
                    one.by if one else "",
                ]
            )
        return Page([self.say(head) for head in heads], rows, name=self.say("agenda"))

    def rewards(self) -> Page:
        """Return the money of what can be put before the authority now, by code."""
        heads = ("code", "money", "reckoning")
        rows: list[list[Value]] = [
            [
                code,
                self.say("unknown") if money.total is None else money.total,
                "; ".join(one.says.in_(self.language) for one in money.shares),
            ]
            for code, money in self.run.followed.rewards.items()
        ]
        return Page([self.say(head) for head in heads], rows, name=self.say("rewards"))

    def early(self) -> str:
        """Return the sentence on early salary steps."""
        found = self.run.followed.early
        unknown = self.say("unknown")
        return self.say(
            "early",
            slots=unknown if found.slots is None else found.slots,
            rest=unknown if found.remainder is None else found.remainder,
            inside=", ".join(found.inside) or self.say("none"),
            tied=", ".join(found.tied) or self.say("none"),
            open=", ".join(found.open) or self.say("none"),
        )


def write_follow(folder: Path, run: FollowRun, language: Language = "vi") -> list[Path]:
    """Write the result files of the proposals, all together or none."""
    printout = FollowPrintout(run, language)
    make_folder(folder)
    tables = {
        f"{SUBJECTS}.csv": printout.subjects(),
        REFERRALS: printout.referrals(),
        DUTIES: printout.duties(),
        FIGURES: printout.figures(),
        AGENDA: printout.agenda(),
        REWARDS: printout.rewards(),
        PROBLEMS: problems(run.faults, language),
    }
    if can_write_workbooks():
        footer = printout.say("footer", run=run.fingerprint[:12], library=run.library)
        tables[f"{SUBJECTS}.xlsx"] = attrs.evolve(
            printout.subjects(),
            above=(run.hospital, printout.say("title", year=run.year)),
            below=(printout.say("proposes"), footer),
            widest=PRINTED,
        )
    files = {folder / RUN: dump_follow(run).encode()}
    files |= {
        folder / name: table_bytes(folder / name, page) for name, page in tables.items()
    }
    write_together(files)
    return list(files)

"""Who may be proposed in the award tracks of a plan, each track by itself?

The facts that speak for somebody stand beside the conditions. No track is weighed
against another, and no local number applies before an article has adopted it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.classification import Flag
from ..decisions.clauses import Regime
from ..quotas import slots
from ..subjects import Subject
from ..terms import Text
from .asking import UNSEEN, day_text
from .proposal import Proposal, Standing, standing_of
from .reach import INTERNAL
from .track_facts import (
    NOTHING_ADOPTED,
    TRACKS,
    AtLeast,
    Example,
    ModelFact,
    SheetFact,
    Spoken,
    Track,
    TrackFacts,
    TrackRules,
)
from .track_words import joined, told_example, told_facts, told_model, told_sheet

MODELS, TYPICAL = "plan-models", "plan-typical"
DEMOCRACY, REWARD = "plan-democracy", "plan-reward"
REWARDED: Final[frozenset[Track]] = frozenset(
    {"dan-van-kheo-tap-the", "dan-van-kheo-ca-nhan", "dan-van", "dien-hinh"}
)
"""The tracks that words on rewarding dân vận reach; democracy is not named there."""
DECIDES: Final = Text("Giám đốc bệnh viện", "the head of the hospital")
NO_PLAN: Final = Regime(
    id="",
    title=Text("không có kế hoạch", "no plan"),
    jurisdiction="",
    in_force=(),
    last_checked_on=dt.date(2026, 11, 23),
    instruments=MappingProxyType({}),
    clauses=MappingProxyType({}),
    items=MappingProxyType({}),
    readings=MappingProxyType({}),
    sha256="",
)
"""What stands for the plan where a hospital has none that was read."""


def propose_tracks(
    facts: TrackFacts, *, plan: Regime, adopted: TrackRules = NOTHING_ADOPTED
) -> tuple[Proposal, ...]:
    """Return the proposals of every track, track by track, by code.

    Args:
        facts: what is known of those who may be proposed.
        plan: the plan of the hospital; it reaches the years it is in force.
        adopted: what the hospital's own regulation says, with its articles.
    """
    making = _Making(facts, plan, adopted)
    units, people = _by_code(facts.units), _by_code(facts.people)
    found = [
        *making.models("dan-van-kheo-tap-the", units, lambda one: one.units),
        *making.models("dan-van-kheo-ca-nhan", people, lambda one: one.people),
        *making.democracy(units),
        *making.sheets(units),
        *making.examples(units | people),
    ]
    return tuple(_with_slots(found, adopted))


def _by_code(subjects: Iterable[Subject]) -> dict[str, Subject]:
    return {one.code: one for one in sorted(subjects, key=lambda one: one.code)}


@attrs.frozen
class _Making:
    """Makes the proposals of one hospital under one plan and its own rules."""

    facts: TrackFacts
    plan: Regime
    adopted: TrackRules

    @property
    def _in_force(self) -> bool:
        return any(self.facts.period.end in days for days in self.plan.in_force)

    def _clause(self, id_: str, article: str = "") -> str:
        """Return the clause of the plan in force, else the article that stands in."""
        return id_ if self._in_force and self.plan.has(id_) else article

    def _reaches(self, track: Track) -> bool:
        return track in REWARDED and bool(self._clause(REWARD))

    def models(
        self,
        track: Track,
        subjects: dict[str, Subject],
        whose: Callable[[ModelFact], frozenset[str]],
    ) -> Iterator[Proposal]:
        """Yield who built models, from the registered to those taken up elsewhere."""
        listed = self.facts.models
        every = track == "dan-van-kheo-tap-the" and listed is None
        for code, subject in subjects.items():
            own = [one for one in listed or () if code in whose(one)]
            if own or every or code in self.facts.unclear:
                clear = listed is not None and code not in self.facts.unclear
                yield self._proposal(
                    track,
                    subject,
                    self._of_models(own, clear=clear),
                    [
                        told_model(one, self._clause(MODELS))
                        for one in sorted(own, key=lambda one: one.id)
                    ],
                )

    def _of_models(self, own: list[ModelFact], *, clear: bool) -> list[Condition]:
        period, event = self.facts.period, self.facts.event
        recognised = [one.recognised(period, event) for one in own]
        what = Text(
            "mô hình được công nhận trong kỳ", "models recognised in the period"
        )
        least = self.adopted.recognised
        asked = [self._counted(what, recognised, least, "recognised_on", clear=clear)]
        if self.adopted.replicated is not None:
            what = Text("mô hình được nhân rộng", "models taken up elsewhere")
            spread = [one.spread for one in own]
            more = self.adopted.replicated
            asked.append(self._counted(what, spread, more, "places", clear=clear))
        return asked

    def _counted(
        self,
        what: Text,
        answers: list[bool | None],
        least: AtLeast | None,
        missing: str,
        *,
        clear: bool,
    ) -> Condition:
        """Ask whether there are enough; without an adopted number, whether any is.

        What cannot be read can only add to what is there.
        """
        sure, open_ = answers.count(True), answers.count(None)
        wanted = least.count if least else 1
        known = True if sure >= wanted else None
        if known is None and clear and sure + open_ < wanted:
            known = False
        required = Text.both(lambda at: f"{what.in_(at)}: {_wanted(least).in_(at)}")
        names = ([] if clear else ["models"]) + [f"models.{missing}"] * bool(open_)
        article = least.article if least else ""
        seen = Text(f"{sure}" if not open_ else f"{sure} … {sure + open_}")
        return _condition(self._clause(MODELS, article), known, required, seen, *names)

    def democracy(self, units: dict[str, Subject]) -> Iterator[Proposal]:
        """Yield the departments with facts on democracy at the grassroots."""
        listed = self.facts.democracy
        for code, subject in units.items():
            own = [one for one in listed or () if one.code == code]
            if own or listed is None:
                conditions = list(self._of_democracy(own))
                yield self._proposal(
                    "dan-chu",
                    subject,
                    conditions,
                    told_facts(own, self._clause(DEMOCRACY)),
                )

    def _of_democracy(self, own: list[Spoken]) -> Iterator[Condition]:
        """Ask for the criteria an article names; without one nothing can be asked."""
        rule = self.adopted.democracy
        if rule is None:
            yield self._nothing_to_ask(DEMOCRACY, "adopted.democracy")
            return
        for criterion in rule.criteria:
            facts = [one for one in own if one.criterion == criterion]
            known = _all_met(facts)
            says = joined(one.says for one in facts)
            yield _condition(
                self._clause(DEMOCRACY, rule.article),
                known,
                Text(f"{criterion} ({rule.article})"),
                says if facts else UNSEEN,
                "democracy",
            )

    def sheets(self, units: dict[str, Subject]) -> Iterator[Proposal]:
        """Yield the departments by their dân vận sheets; grade and rank are facts."""
        listed = self.facts.sheets
        for code, subject in units.items():
            own = next((one for one in listed or () if one.code == code), None)
            if own or listed is None:
                flags = [told_sheet(own, self._clause(REWARD))] if own else []
                yield self._proposal("dan-van", subject, [self._graded(own)], flags)

    def _graded(self, own: SheetFact | None) -> Condition:
        rule = self.adopted.grades
        if rule is None:
            return self._nothing_to_ask(REWARD, "adopted.grades")
        known = own.grade in rule.grades if own and own.grade else None
        asked = ", ".join(sorted(rule.grades))
        required = Text(f"mức {asked} ({rule.article})", f"{asked} ({rule.article})")
        seen = Text(own.grade) if own and own.grade else UNSEEN
        clause = self._clause(REWARD, rule.article)
        return _condition(clause, known, required, seen, "sheets")

    def examples(self, subjects: dict[str, Subject]) -> Iterator[Proposal]:
        """Yield who was named as typical by a document, with what they did."""
        named = Counter(one.code for one in self.facts.examples or ())
        for code in sorted(set(named) & set(subjects)):
            own = [one for one in self.facts.examples or () if one.code == code]
            flags = [told_example(one, self._clause(TYPICAL)) for one in own]
            if self._clause(REWARD):
                says = Text(
                    "«kịp thời» không có số ngày: không xét hạn",
                    "«kịp thời» names no number of days: no limit is applied",
                )
                flags.append(Flag("TIMELY", REWARD, says))
            documented = self._documented(own)
            yield self._proposal("dien-hinh", subjects[code], [documented], flags)

    def _documented(self, own: list[Example]) -> Condition:
        """Ask for one document with its day, by the day of the proposal."""
        known: list[bool | None] = [
            None
            if not one.document or one.proposed_on is None
            else one.proposed_on <= self.facts.event
            for one in own
        ]
        any_ = True if True in known else None if None in known else False
        required = Text(
            f"có văn bản đề xuất đến ngày {day_text(self.facts.event)}",
            f"a document proposes it by {day_text(self.facts.event)}",
        )
        lacking = ["examples.document"] * any(not one.document for one in own)
        lacking += ["examples.proposed_on"] * any(not one.proposed_on for one in own)
        papers = ", ".join(one.document for one in own if one.document)
        return _condition(
            self._clause(TYPICAL), any_, required, Text(papers or "–"), *lacking
        )

    def _nothing_to_ask(self, clause: str, missing: str) -> Condition:
        """Return the condition of a track whose standard nobody has set."""
        required = Text(
            "tiêu chuẩn do quy chế của bệnh viện quy định",
            "the standard is for the hospital's regulation to set",
        )
        seen = Text("chưa có quy định", "no rule adopted")
        return _condition(
            self._clause(clause), None, required, seen, missing, silent=True
        )

    def _grounded(self, track: Track) -> Condition:
        """Ask by what the track is rewarded: the plan's words, or an adopted article."""
        required = Text("căn cứ khen thưởng", "ground of the reward")
        if self._reaches(track):
            seen = Text(self.plan.clause(REWARD).locus)
            return _condition(REWARD, True, required, seen)
        article = self.adopted.rewards.get(track, "")
        if article:
            return _condition(article, True, required, Text(article))
        return _condition("", None, required, INTERNAL, "adopted.rewards", silent=True)

    def _proposal(
        self,
        track: Track,
        subject: Subject,
        conditions: list[Condition],
        flags: list[Flag],
    ) -> Proposal:
        asked = (self._grounded(track), *conditions)
        excluded = self.facts.exclusions.get(subject.code, ())
        internal = Flag("INTERNAL", "", INTERNAL)
        return Proposal(
            use="track",
            id=track,
            label=TRACKS[track],
            subject=subject,
            law=self.plan.id if self._in_force else "",
            event=self.facts.event,
            standing=standing_of(self.plan, asked, excluded),
            decides=DECIDES,
            conditions=asked,
            exclusions=excluded,
            holds=self.facts.holds.get(subject.code, ()),
            flags=(*flags, *(() if self._reaches(track) else (internal,))),
        )


def _condition(
    clause: str,
    known: bool | None,
    required: Text,
    seen: Text,
    *missing: str,
    silent: bool = False,
) -> Condition:
    truth = Truth.of(known)
    lacking = tuple(missing) if truth is Truth.UNKNOWN else ()
    return Condition(clause, truth, required, seen, lacking, silent)


def _wanted(least: AtLeast | None) -> Text:
    if least is None:
        return Text("có", "any")
    return Text(f"≥ {least.count} ({least.article})")


def _all_met(facts: list[Spoken]) -> bool | None:
    answers = [one.met for one in facts]
    if False in answers:
        return False
    return None if None in answers or not answers else True


def _with_slots(found: list[Proposal], adopted: TrackRules) -> Iterator[Proposal]:
    """Yield the proposals; where too many are met for an adopted share, people choose.

    Nobody is taken out, and nothing tells them apart.
    """
    met = Counter(one.id for one in found if one.standing is Standing.PROPOSED)
    flags: dict[str, Flag] = {}
    for track, rule in adopted.slots.items():
        allowed = slots(rule.ratio, rule.base, rule.rounding)
        if met[track] > allowed:
            says = Text(
                f"{met[track]} đề xuất cho {allowed} suất ({rule.article}): Hội đồng chọn",
                f"{met[track]} proposals for {allowed} slots ({rule.article}): the council chooses",
            )
            flags[track] = Flag("SLOTS", rule.article, says)
    for one in found:
        flag = flags.get(one.id)
        if flag and one.standing is Standing.PROPOSED:
            yield attrs.evolve(one, flags=(*one.flags, flag))
        else:
            yield one

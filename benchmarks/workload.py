"""Which rules and which subjects are measured, the same for every contestant?

Forty criteria in six groups: 16 proportions (points half-up to 0.01), 8 tier tables,
8 yes/no, 4 counts with a cap, 4 losses per incident; 2 bonuses, 2 deductions; one group
is clamped, some criteria do not apply to some, and totals are re-scaled over what does.
Five grades by thresholds, a floor, two caps, four blocks, two tie-breaks, a quota of 20 %.

Points are whole hundredths here; every contestant reads its numbers from this file, so
that no two of them can mean different rules.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

BLOCKS = ("lam-sang", "can-lam-sang", "chuc-nang", "ctxh")
GROUPS = "abcdef"
CLAMPED = {"f": 1800}
"""Groups that may give less than their criteria together, in hundredths."""

TIERS = ((Fraction(1), Fraction(1)), (Fraction("0.9"), Fraction("0.5")))
"""From this ratio on, this share of the maximum; nothing below the last."""

PER_COUNT, PER_INCIDENT = Fraction("0.2"), Fraction("0.2")
GRADES = (("a1", 90), ("a2", 80), ("a3", 65), ("a4", 50), ("a5", 0))
FLOOR = Fraction("0.2")
"""What the best grade demands of every criterion that applies."""

CAPS = (("K37.incidents", 3, "a2"), ("K40.incidents", 3, "a3"))
BONUSES = (("K33.extra", 50, 100), ("K34.extra", 100, 200))
DEDUCTIONS = (("K37.extra", 50, 200), ("K38.extra", 100, 300))
"""Evidence, hundredths of a point for each, hundredths at most."""

TIE_BREAK_CRITERION, TIE_BREAK_GROUP = "K40", "e"
QUOTA = ("a1", Fraction(1, 5), "a2")


@dataclass(frozen=True)
class Measure:
    """One criterion: how it is measured, in which group, for how many hundredths."""

    id: str
    kind: str
    group: str
    points: int
    only: frozenset[str] = frozenset()
    removable: bool = False

    @property
    def reads(self) -> tuple[str, ...]:
        """The figures it needs."""
        names = {
            "proportion": ("part", "whole"),
            "bands": ("part", "whole"),
            "yes_no": ("done",),
            "per_count": ("count",),
            "per_incident": ("incidents",),
        }
        return tuple(f"{self.id}.{name}" for name in names[self.kind])


def _measures() -> Iterator[Measure]:
    numbered = iter(range(1, 41))
    mix = (("proportion", 16, 300), ("bands", 8, 200), ("yes_no", 8, 200))
    for kind, count, points in (*mix, ("per_count", 4, 300), ("per_incident", 4, 250)):
        for nth in range(count):
            id_ = f"K{next(numbered):02d}"
            group = GROUPS[nth % 6] if kind in ("proportion", "bands") else "f"
            group = GROUPS[nth % 5] if kind == "yes_no" else group
            group = "e" if kind == "per_incident" else group
            yield Measure(id_, kind, group, points, _only(id_), id_ in ("K01", "K02"))


def _only(id_: str) -> frozenset[str]:
    """Return the blocks that K25 (a yes/no) is asked of; all others are asked of all."""
    return frozenset({"lam-sang", "can-lam-sang"}) if id_ == "K25" else frozenset()


MEASURES = tuple(_measures())
EXTRAS = tuple(ref for ref, _, _ in (*BONUSES, *DEDUCTIONS))
FIGURES = tuple(ref for one in MEASURES for ref in one.reads) + EXTRAS
GROUP_TOP = {
    group: min(
        sum(one.points for one in MEASURES if one.group == group),
        CLAMPED.get(group, 10**6),
    )
    for group in GROUPS
}


@dataclass(frozen=True)
class Case:
    """One subject: code, block, and its figures by ``criterion.name``."""

    code: str
    block: str
    figures: dict[str, int] = field(hash=False)


def cases(count: int, seed: int) -> list[Case]:
    """Return *count* random subjects; the same seed gives the same ones.

    Most do well, wholes are small and repeat, so that totals tie and thresholds are
    met exactly; a whole of zero takes a criterion away.
    """
    chance = random.Random(seed)  # noqa: S311
    return [
        Case(f"U{seed:04d}-{nth:05d}", chance.choice(BLOCKS), _figures(chance))
        for nth in range(count)
    ]


def _figures(chance: random.Random) -> dict[str, int]:
    diligence = chance.choice((0.6, 0.8, 0.9, 0.95, 1.0))
    figures: dict[str, int] = {}
    for one in MEASURES:
        if one.kind in ("proportion", "bands"):
            zero = one.removable and chance.random() < 0.1  # noqa: PLR2004
            whole = 0 if zero else chance.randint(4, 60)
            missed = sum(chance.random() > diligence for _ in range(whole))
            figures[f"{one.id}.whole"], figures[f"{one.id}.part"] = (
                whole,
                whole - missed,
            )
        elif one.kind == "yes_no":
            figures[one.reads[0]] = int(chance.random() < diligence)
        elif one.kind == "per_count":
            figures[one.reads[0]] = chance.randint(1, 6)
        else:
            figures[one.reads[0]] = sum(chance.random() > diligence for _ in range(6))
    for ref in EXTRAS:
        figures[ref] = chance.choice((0, 0, 0, 1, 2, 4))
    return figures


SCHEME = "do-toc-do/thang"
YEAR = 2024


def write_catalogue(folder: Path) -> Path:
    """Write the rules as a catalogue folder that `load_catalogue` reads."""
    place = folder / "do-toc-do"
    place.mkdir(parents=True)
    texts = {"instrument": _INSTRUMENT, "thang": _scheme_text()}
    texts |= {one.id: _criterion_text(one) for one in MEASURES}
    for name, text in texts.items():
        (place / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


_INSTRUMENT = """schema = 1
id = "do-toc-do"
number = "unknown"
title.vi = "Bộ quy tắc sinh ra để đo tốc độ (HƯ CẤU)"
issuer = "không có"
kind = "internal"
jurisdiction = "không có"
signed_on = "unknown"
effective = { from = 2024-01-01, to = 2024-12-31, basis = "assumed" }
text_status = "not-seen"
last_checked_on = 2024-01-01
"""

_VERSION = """
[[version]]
instrument = "do-toc-do"
subject = "unit"
from = 2024-01-01
to = 2024-12-31
applies = {{ any = [{only}] }}
[version.rule]
{rule}
[version.assumed]
"from" = "Để đo."
"to" = "Để đo."
"applies" = "Để đo."
"rule" = "Để đo."

[[example]]
name = "để đo"
instrument = "do-toc-do"
subject = "unit"
traits = ["lam-sang"]
as_of = 2024-12-31
{example}
"""

_EXAMPLES = {
    "proportion": "given = { part = 3, whole = 4 }\nexpect = { share = 0.75 }",
    "bands": "given = { part = 9, whole = 10 }\nexpect = { share = 0.5 }",
    "yes_no": "given = { done = true }\nexpect = { share = 1 }",
    "per_count": "given = { count = 2 }\nexpect = { share = 0.4 }",
    "per_incident": "given = { incidents = 1 }\nexpect = { share = 0.8 }",
}


def _criterion_text(one: Measure) -> str:
    zero = "not_applicable" if one.removable else "error"
    ratio = f'part = "part"\nwhole = "whole"\non_zero = "{zero}"'
    tiers = ", ".join(
        f"{{ at_least = {float(edge)}, share = {float(share)} }}"
        for edge, share in (*TIERS, (Fraction(0), Fraction(0)))
    )
    rule = {
        "proportion": ratio,
        "bands": f"{ratio}\nbands = [{tiers}]",
        "yes_no": 'fact = "done"',
        "per_count": f'count = "count"\nper = {float(PER_COUNT)}\nat_most = 1',
        "per_incident": f'count = "incidents"\nper = {float(PER_INCIDENT)}\nat_least = 0',
    }[one.kind]
    names = [ref.partition(".")[2] for ref in one.reads]
    names += ["extra"] * (f"{one.id}.extra" in EXTRAS)
    evidence = "".join(
        f'[evidence.{name}]\ntype = "{"flag" if name == "done" else "count"}"\n'
        f'label.vi = "{name}"\n'
        for name in names
    )
    only = ", ".join(f'"{trait}"' for trait in sorted(one.only))
    head = f'schema = 1\nid = "do-toc-do/{one.id}"\ntitle.vi = "Tiêu chí {one.id}"\n'
    version = _VERSION.format(
        only=only, rule=f'kind = "{one.kind}"\n{rule}', example=_EXAMPLES[one.kind]
    )
    return f"{head}{evidence}{version}"


def _scheme_text() -> str:
    lines = [_SCHEME_HEAD]
    lines += [f'[[block]]\nid = "{one}"\nlabel.vi = "{one}"' for one in BLOCKS]
    for group in GROUPS:
        top = _decimal(GROUP_TOP[group])
        lines.append(f'[[group]]\nid = "{group}"\nlabel.vi = "{group}"')
        lines.append(f"max_points = {top}")
        if group in CLAMPED:
            lines.append("clamped = true")
        lines += [_leaf_text(one) for one in MEASURES if one.group == group]
    for word, extras in (("bonus", BONUSES), ("deduction", DEDUCTIONS)):
        lines += [
            f'[[{word}]]\nid = "{word}-{nth}"\nlabel.vi = "{word} {nth}"\n'
            f'evidence = "do-toc-do/{ref}"\n'
            f"per = {_decimal(per)}\nat_most = {_decimal(most)}"
            for nth, (ref, per, most) in enumerate(extras)
        ]
    lines.append("[clamp]\nat_least = 0\nat_most = 100")
    lines += [
        f'[[grade]]\nid = "{id_}"\nlabel.vi = "{id_}"\nfrom = {from_}'
        for id_, from_ in GRADES
    ]
    lines.append(f'[[floor]]\nid = "liet"\ngrade = "a1"\nevery = {float(FLOOR)}')
    lines += [
        f'[[cap]]\nid = "cap-{nth}"\ngrade = "{grade}"\nreason.vi = "Để đo."\n'
        f'when = {{ evidence = "do-toc-do/{ref}", at_least = {least} }}'
        for nth, (ref, least, grade) in enumerate(CAPS)
    ]
    grade, ratio, beyond = QUOTA
    tail = _SCHEME_TAIL.format(grade=grade, ratio=float(ratio), beyond=beyond)
    return "\n".join([*lines, tail])


def _leaf_text(one: Measure) -> str:
    text = f'[[group.criterion]]\nid = "do-toc-do/{one.id}"'
    text += f"\nmax_points = {_decimal(one.points)}"
    if one.kind == "proportion":
        text += '\nround = { step = 0.01, mode = "half_up" }'
    return text


def _decimal(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}"


_SCHEME_HEAD = """schema = 1
id = "do-toc-do/thang"
title.vi = "Thang để đo tốc độ"
instrument = "do-toc-do"
subject = "unit"
label.vi = "chỉ để đo"
from = 2024-01-01
to = 2024-12-31
aggregate = "sum"
max_points = 100
excluded = "rescale"
compare = "points"
"""

_SCHEME_TAIL = """
[ranking]
style = "competition"
[[ranking.tie_break]]
criterion = "do-toc-do/K40"
[[ranking.tie_break]]
group = "e"
[[quota]]
id = "han-muc"
grade = "{grade}"
ratio = {ratio}
base = "rated"
scope = "block"
rounding = "floor"
minimum = 0
beyond = "{beyond}"
[assumed]
"from" = "Để đo."
"to" = "Để đo."
"subject" = "Để đo."
"aggregate" = "Để đo."
"max_points" = "Để đo."
"excluded" = "Để đo."
"compare" = "Để đo."
"block" = "Để đo."
"group" = "Để đo."
"bonus" = "Để đo."
"deduction" = "Để đo."
"clamp" = "Để đo."
"grade" = "Để đo."
"floor" = "Để đo."
"cap" = "Để đo."
"ranking" = "Để đo."
"quota" = "Để đo."
"""

"""A regulation as an author writes it: criteria and schemes in TOML, on disk.

A test writes what its mechanism is about; headings, dates and reasons, which every
file needs, are added here. Criteria of a scheme that no test wrote are judged
directly, out of 1, and count ``events``; they may be declined.
"""

import tomllib
from pathlib import Path

import attrs

from danvan_eval import Dossier, Period, Subject, rank, score
from danvan_eval.loading import load_catalogue
from danvan_eval.loading.schemes import WORDS
from danvan_eval.plugins import load_registry
from danvan_eval.testing.building import dossier

BARE = attrs.evolve(load_registry(entry_points=False), folders=())
YEAR = Period.year(2024)
INSTRUMENT = """\
schema = 1
id = "qd"
number = "1/QĐ"
title.vi = "Quy định thử"
issuer = "Bệnh viện thử"
kind = "plan"
jurisdiction = "Thử"
signed_on = 2024-01-01
effective = { from = 2024-01-01, to = "open", basis = "assumed" }
text_status = "not-seen"
last_checked_on = 2024-01-01
"""
CRITERION = """\
schema = 1
id = "{id}"
title.vi = "Tiêu chí {id}"
[evidence]
{evidence}
"""
VERSION = """
[[version]]
instrument = "qd"
subject = "{subject}"
from = 2024-01-01
to = "open"
{more}
{rule}
[version.assumed]
{assumed}
[[example]]
name = "phiếu trống"
instrument = "qd"
subject = "{subject}"
{reading}
expect = {{ outcome = "unknown" }}
"""
DIRECT = (
    """
score = { type = "amount", label.vi = "Điểm", may_decline = true }
reason = { type = "text", label.vi = "Lý do" }
events = { type = "count", label.vi = "Số lần" }
""",
    """
kind = "direct"
score = "score"
reason = "reason"
out_of = 1
""",
)
SCHEME = {
    "schema": "1",
    "id": '"qd/thang"',
    "title.vi": '"Thang thử"',
    "instrument": '"qd"',
    "subject": '"unit"',
    "label.vi": '"chấm điểm nội bộ"',
    "from": "2024-01-01",
    "to": '"open"',
    "aggregate": '"sum"',
    "excluded": '"rescale"',
    "compare": '"points"',
    "block": '[{ id = "khoi", label.vi = "Khối" }]',
    "ranking": '{ style = "competition" }',
    "grade": '[{ id = "dat", label.vi = "Đạt", from = 0 }]',
}
"""What a scheme says where the test does not."""


def reasons(keys):
    return "\n".join(f'"{key}" = "Số của ví dụ."' for key in keys)


@attrs.define
class Book:
    """A catalogue on disk that a test writes and scores by."""

    path: Path
    subject: str = "unit"

    def criterion(self, id_, evidence, *rules, more="", reading=""):
        """Write a criterion; several *rules* are readings, named in order ``a``, ``b``."""
        head = CRITERION.format(id=id_, evidence=evidence)
        named = [f'reading = "{one}"' for one in "ab"] if len(rules) > 1 else [reading]
        versions = [
            self._version(rule, more, name)
            for rule, name in zip(rules, named, strict=False)
        ]
        self._write(f"{id_}.toml", head + "".join(versions))

    def _version(self, rule, more, reading):
        composite = "[[version.part]]" in rule
        keys = ["from", "to", "part" if composite else "rule"]
        keys += [key for key in ("applies",) if key in more]
        return VERSION.format(
            subject=self.subject,
            more=f"{more}\n{reading}",
            rule=rule if composite else f"[version.rule]\n{rule}",
            assumed=reasons(keys),
            reading=reading,
        )

    def pack(self, text, id_="thang"):
        """Write a scheme of *text* and load it, with all that it names."""
        told = tomllib.loads(text)
        for group in told["group"]:
            for leaf in group["criterion"]:
                if not (self.path / f"{leaf['id']}.toml").exists():
                    self.criterion(leaf["id"], *DIRECT)
        given = {**SCHEME, "subject": f'"{self.subject}"', "id": f'"qd/{id_}"'}
        if "max_points" not in told:
            given["max_points"] = str(sum(one["max_points"] for one in told["group"]))
        head = [
            f"{key} = {value}"
            for key, value in given.items()
            if key.split(".")[0] not in told
        ]
        keys = (told.keys() | {key.split(".")[0] for key in given}) - WORDS
        assumed = reasons(sorted({*keys, "block"} - {"title", "label"}))
        self._write(
            f"qd/{id_}.toml", "\n".join([*head, text, "[assumed]", assumed, ""])
        )
        return self.load().pack(f"qd/{id_}", YEAR)

    def one(self, points, evidence, rule, *, leaf=""):
        """Return what scores one criterion worth *points*, from what was seen of it."""
        self.criterion("chung/C01", evidence, rule)
        pack = self.pack(f"""
            [[group]]
            id = "nhom"
            label.vi = "Nhóm"
            max_points = {points}
            [[group.criterion]]
            id = "chung/C01"
            max_points = {points}
            {leaf}
        """)
        return lambda **seen: score(pack, self.of({"chung/C01": seen})).lines[0]

    def of(self, evidence, code="K01", block="khoi", **more):
        """Return a dossier that holds the *evidence* and nothing else."""
        subject = Subject(self.subject, code, block=block, **more)
        return Dossier(subject, YEAR, evidence)

    def load(self):
        return load_catalogue(self.path, registry=BARE)

    def _write(self, name, text):
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def empty_book(folder, subject):
    """Return a catalogue that holds one instrument and nothing else."""
    (folder / "qd").mkdir(parents=True)
    (folder / "qd" / "instrument.toml").write_text(INSTRUMENT, encoding="utf-8")
    return Book(folder, subject)


def shares(given, code="K01", block="khoi", **more):
    """Return a dossier by the shares of criteria ``chung/A``, ``chung/B`` …"""
    events = {f"chung/{id_}": n for id_, n in more.pop("events", {}).items()}
    made = dossier({f"chung/{id_}": one for id_, one in given.items()}, events=events)
    subject = attrs.evolve(made.subject, code=code, block=block, **more)
    return attrs.evolve(made, subject=subject)


def ranked(pack, *dossiers):
    """Return the ranking of *dossiers* by *pack*."""
    return rank(pack, [score(pack, one) for one in dossiers])


def places(ranking, block="khoi"):
    """Return the rank of each code in *block*."""
    return {row.sheet.subject.code: row.rank for row in ranking.block(block).ranked}


def seen(line):
    """Return the points of *line*; while they are open, the least and the most."""
    return line.points if line.points is not None else [line.low, line.high]


def codes(error):
    """Return the codes of all faults an error carries."""
    return [one.code for one in error.value.faults]

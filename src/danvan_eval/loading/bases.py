"""What does every number of a file rest on: a clause, a regulation, an assumption?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..citations import Basis, Citation
from .source import Path_
from .tables import Table

REFERENCES = frozenset({"criterion", "group", "evidence"})
DUTY = "duty"
"""What a citation supports when it states the duty and no number of the file."""


def number_paths(
    data: Mapping[str, Any], words: frozenset[str], prefix: str = ""
) -> list[str]:
    """Return the dotted path of every value that needs a basis.

    Tables in lists go by their ``id``. Keys in *words* (labels, texts) need none,
    nor do plain references to a criterion, a group or an evidence.

    >>> number_paths({"max": 5, "grade": [{"id": "a", "from": 90}]}, frozenset({"id"}))
    ['max', 'grade.a.from']
    """
    paths: list[str] = []
    for key, value in data.items():
        if key in words or (key in REFERENCES and isinstance(value, str)):
            continue
        path = f"{prefix}{key}"
        if isinstance(value, Mapping):
            paths += number_paths(value, words, f"{path}.")
        elif isinstance(value, list) and all(isinstance(one, Mapping) for one in value):
            identified = [one for one in value if "id" in one]
            if value and len(identified) == len(value):
                for one in identified:
                    paths += number_paths(one, words, f"{path}.{one['id']}.")
            else:
                paths.append(path)
        else:
            paths.append(path)
    return paths


def trail(data: Mapping[str, Any], path: str) -> Path_:
    """Return the way a dotted path goes through *data*, as far as it goes.

    >>> trail({"grade": [{"id": "a"}, {"id": "b", "from": 0}]}, "grade.b.from")
    ('grade', 1, 'from')
    """
    here: Any = data
    way: list[str | int] = []
    for key in path.split("."):
        if isinstance(here, list):
            ids = [one.get("id") if isinstance(one, Mapping) else None for one in here]
            if key not in ids:
                break
            way.append(ids.index(key))
        elif isinstance(here, Mapping) and key in here:
            way.append(key)
        else:
            break
        here = here[way[-1]]
    return tuple(way)


def covers(prefix: str, path: str) -> bool:
    """Say whether *prefix* is *path* or a table above it."""
    return path == prefix or path.startswith(f"{prefix}.")


def bases_of(
    table: Table,
    paths: Mapping[str, bool],
    *,
    cites: Iterable[Citation],
    assumed: Mapping[str, str],
    adopted: Mapping[str, Basis],
) -> dict[str, Basis]:
    """Give every path its basis; note those without one and reasons for nothing.

    *paths* says of each path whether it must have a basis. Keys that are unknown or
    missing were named already and are passed over.

    A hospital's own regulation goes before the citation (the last one decided
    before earlier ones), and a citation before an assumption.
    """
    cited = [
        (support, Basis("cited", str(cite)))
        for cite in cites
        for support in cite.supports
    ]
    reasons = [
        (path, Basis("assumed", why))
        for path, why in sorted(assumed.items(), key=lambda one: -len(one[0]))
    ]
    ordered = [*reversed(list(adopted.items())), *cited, *reasons]
    refused = {word for one in table.faults for key, word in one.data if key == "key"}
    bases: dict[str, Basis] = {}
    for path, needed in paths.items():
        found = [basis for prefix, basis in ordered if covers(prefix, path)]
        if found:
            bases[path] = found[0]
        elif needed and not refused.intersection(path.split(".")):
            table.note("DV-L012", *trail(table.data, path), path=path)
    for prefix in assumed:
        known = any(covers(prefix, path) for path in paths)
        if not known and not refused.intersection(prefix.split(".")):
            table.note("DV-L011", "assumed", prefix, path=prefix)
    return bases


def check_supports(
    table: Table, cites: Sequence[Citation], paths: Mapping[str, Iterable[str]]
) -> None:
    """Refuse a citation that supports a path there is none of.

    *paths* are the paths each citation may speak of, by its id.
    """
    for nth, cite in enumerate(cites):
        for support in cite.supports:
            known = paths.get(cite.id, ())
            if support != DUTY and not any(covers(support, path) for path in known):
                table.note("DV-L011", "cite", nth, "supports", path=support)

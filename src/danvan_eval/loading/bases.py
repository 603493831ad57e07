"""What does every number of a file rest on: a clause, a regulation, an assumption?"""

from collections.abc import Iterable, Mapping
from typing import Any

from ..citations import Basis, Citation
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

    *paths* says of each path whether it must have a basis.

    A hospital's own regulation goes before the citation, and a citation before
    an assumption: the number used is the one last decided.
    """
    cited = [
        (support, Basis("cited", str(cite)))
        for cite in cites
        for support in cite.supports
    ]
    bases: dict[str, Basis] = {}
    for path, needed in paths.items():
        found = (
            [basis for prefix, basis in adopted.items() if covers(prefix, path)]
            + [basis for prefix, basis in cited if covers(prefix, path)]
            + [
                Basis("assumed", why)
                for key, why in assumed.items()
                if covers(key, path)
            ]
        )
        if found:
            bases[path] = found[0]
        elif needed:
            table.note("DV-L012", path.split(".")[0], path=path)
    for prefix in (*assumed, *adopted):
        if not any(covers(prefix, path) for path in paths):
            table.note("DV-L011", "assumed", path=prefix)
    return bases

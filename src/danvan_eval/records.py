"""How does a result leave as JSON, and how does it come back unchanged?

Scores are decimal strings ("9.5", or "2/3" where no decimal ends), dates are ISO,
texts are NFC. Reading back what was written gives an equal value.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any, Final, TypeVar, cast, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from .consequences.proposal import Proposal
from .points import exact, to_text
from .rule import Fact, Facts, Finding
from .runs import Run

SCHEMA_VERSION: Final = 1
T = TypeVar("T")


def to_data(value: object) -> Any:
    """Return *value* (a sheet, a ranking, a run) as plain JSON data."""
    return _converter().unstructure(value)


def from_data(data: Any, type_: type[T]) -> T:
    """Return the value of *type_* that :func:`to_data` wrote."""
    return _converter().structure(data, type_)


def dump_run(run: Run) -> str:
    """Write a run as JSON text: keys in order, ready to be compared byte by byte.

    The *fingerprint* stands for rules, inputs and library; the *digest* for every
    score, rank and name that is written.
    """
    told = to_data(run)
    data = {
        "schema_version": SCHEMA_VERSION,
        "fingerprint": run.fingerprint,
        "digest": digest_of(told),
        "run": told,
    }
    return f"{written(data)}\n"


def load_run(text: str) -> Run:
    """Read a run that :func:`dump_run` wrote.

    Raises:
        ValueError: for text that is no such file, for another schema version, or
            when the digest or the fingerprint written in the file is not that of
            what stands in it.
    """
    data = json.loads(text)
    if not isinstance(data, dict):
        raise ValueError(f"a run is a JSON object, not {type(data).__name__}")  # noqa: TRY004
    version = data.get("schema_version")
    if type(version) is not int or version != SCHEMA_VERSION:
        raise ValueError(f"schema_version {version!r} is not known")
    if data.get("digest") != digest_of(data.get("run")):
        raise ValueError("the digest is not that of the content")
    run = from_data(data["run"], Run)
    if data.get("fingerprint") != run.fingerprint:
        raise ValueError("the fingerprint is not that of the content")
    return run


def written(data: object) -> str:
    """Write plain data as one line of JSON, its keys in order."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(told: object) -> str:
    """Return the SHA-256 of what is told, as it is written."""
    return hashlib.sha256(written(told).encode()).hexdigest()


def _whole(
    converter: Converter, ways: dict[type, Callable[[Any], Any]], one: Proposal
) -> Any:
    """A proposal with the fields of its own kind: a salary step keeps its dates."""
    kind = type(one)
    if kind not in ways:
        ways[kind] = make_dict_unstructure_fn(kind, converter)
    return ways[kind](one)


@lru_cache(maxsize=1)
def _converter() -> Converter:
    attrs.resolve_types(Finding)
    converter = Converter(forbid_extra_keys=False)
    converter.register_unstructure_hook(Fraction, to_text)
    converter.register_structure_hook(Fraction, lambda text, _: exact(text))
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(
        dt.date, lambda text, _: dt.date.fromisoformat(text)
    )
    converter.register_unstructure_hook_func(_is_set, sorted)
    converter.register_unstructure_hook_func(
        lambda type_: type_ is Proposal, partial(_whole, converter, {})
    )
    converter.register_unstructure_hook_func(
        lambda type_: type_ == Facts,
        lambda facts: [[name, _told(fact)] for name, fact in facts],
    )
    converter.register_structure_hook_func(
        lambda type_: type_ == Facts,
        lambda data, _: tuple((name, _fact(told)) for name, told in data),
    )
    return converter


def _is_set(type_: Any) -> bool:
    return get_origin(type_) is frozenset


def _told(fact: Fact) -> dict[str, Any]:
    """Tag a fact, so that the number 9.5 and the text "9.5" stay apart."""
    if isinstance(fact, tuple):
        return {"names": list(fact)}
    if isinstance(fact, str):
        return {"text": fact}
    if isinstance(fact, dt.date):
        return {"date": fact.isoformat()}
    return {"number": to_text(Fraction(fact))}


def _fact(told: dict[str, Any]) -> Fact:
    if "names" in told:
        return tuple(told["names"])
    if "text" in told:
        return cast(str, told["text"])
    if "date" in told:
        return dt.date.fromisoformat(told["date"])
    number = exact(told["number"])
    return int(number) if number.denominator == 1 else number

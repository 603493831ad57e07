"""A plugin brings what it says, or is refused by name; nothing is skipped."""

import importlib.metadata
import types
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import attrs
import pytest

from danvan_eval import plugins
from danvan_eval.errors import PluginError
from danvan_eval.hooks import hookimpl
from danvan_eval.kinds import BUILT_IN
from danvan_eval.loading import load_catalogue
from danvan_eval.plugins import OURSELVES, load_registry
from danvan_eval.rule import Bounds, reads, scored, share_of_maximum
from danvan_eval.terms import Text

CRITERION = """\
schema = 1
id = "streak/C01"
title.vi = "Chuỗi tháng liên tục"
[evidence.months]
type = "count"
label.vi = "Số tháng"
[[version]]
instrument = "streak"
subject = "unit"
from = 2024-01-01
to = "open"
[version.rule]
kind = "streak"
months = "months"
each = 0.1
[version.assumed]
"from" = "Giả định."
"to" = "Giả định."
"rule.each" = "Giả định."
[[example]]
name = "ba tháng"
instrument = "streak"
subject = "unit"
given = { months = 3 }
expect = { share = 0.3 }
"""
INSTRUMENT = """\
schema = 1
id = "streak"
number = "unknown"
title.vi = "Văn bản mẫu"
issuer = "Bệnh viện mẫu"
kind = "internal"
jurisdiction = "Kon Tum"
signed_on = "unknown"
effective = { from = 2024-01-01, to = "open", basis = "assumed" }
text_status = "not-seen"
last_checked_on = 2026-11-21
"""


@attrs.frozen(kw_only=True)
class Streak:
    """A kind from outside, for tests."""

    kind: ClassVar[str] = "streak"
    says: ClassVar[Mapping[str, Text]] = {"streak.held": Text("Liên tục.")}
    months: str = reads()
    each: object = share_of_maximum()

    def find(self, values):
        return scored(min(values[self.months] * self.each, 1), "streak.held")

    def bounds(self, values):  # noqa: ARG002
        return Bounds()


@attrs.frozen(kw_only=True)
class AnotherYesNo(Streak):
    kind: ClassVar[str] = "yes_no"


class Plugin:
    plugin_name = "danvan-streak 1.0"

    @hookimpl
    def danvan_rule_kinds(self):
        return [Streak]


class SecondPlugin(Plugin):
    plugin_name = "danvan-series 2.0"


def brings(**members):
    """Make a plugin of hooks that give what they are told to give."""
    hooks = {
        name: hookimpl(lambda self, given=given: given)  # noqa: ARG005
        for name, given in members.items()
    }
    return type("Made", (), {"plugin_name": "made 0.1", **hooks})()


def refusal(*extra, **settings):
    with pytest.raises(PluginError) as caught:
        load_registry(*extra, **{"entry_points": False, **settings})
    return caught.value


def test_a_kind_registered_by_object_is_there_beside_the_built_in_ones():
    registry = load_registry(Plugin(), entry_points=False)

    assert registry.kinds["streak"] is Streak
    assert registry.brought_by["streak"] == "danvan-streak 1.0"
    assert registry.plugins == ("danvan-streak 1.0",)
    assert {kind.kind for kind in BUILT_IN} < set(registry.kinds)


def test_built_ins_come_through_the_same_hooks():
    bare = load_registry(entry_points=False, built_ins=False)
    full = load_registry(entry_points=False)

    assert (dict(bare.kinds), bare.folders) == ({}, ())
    assert set(full.brought_by.values()) == {OURSELVES}
    assert full.plugins == ()
    assert (full.folders[0] / "danvan").is_dir()


def test_a_module_is_a_plugin_too():
    module = types.ModuleType("danvan_streak")
    module.danvan_rule_kinds = hookimpl(lambda: [Streak])

    registry = load_registry(module, entry_points=False)

    assert registry.brought_by["streak"] == "danvan_streak"


def test_a_kind_and_a_catalogue_from_outside_are_used_like_the_built_in_ones(tmp_path):
    folder = tmp_path / "streak"
    folder.mkdir()
    (folder / "C01.toml").write_text(CRITERION, encoding="utf-8")
    (folder / "instrument.toml").write_text(INSTRUMENT, encoding="utf-8")
    series = brings(danvan_catalogues=[tmp_path])

    registry = load_registry(Plugin(), series, entry_points=False)
    catalogue = load_catalogue(registry=registry)

    assert isinstance(
        catalogue.criteria["streak/C01"].versions[0].parts[0].rule, Streak
    )
    assert catalogue.plugins == ("danvan-streak 1.0", "made 0.1")


def test_a_kind_that_two_plugins_bring_is_refused_naming_both():
    error = refusal(Plugin(), SecondPlugin())

    assert (error.code, error.plugin, error.other) == (
        "DV-P004",
        "danvan-series 2.0",
        "danvan-streak 1.0",
    )
    assert "danvan-series 2.0" in str(error)
    assert "danvan-streak 1.0" in str(error)


def test_a_kind_that_is_built_in_is_not_replaced():
    error = refusal(brings(danvan_rule_kinds=[AnotherYesNo]))

    assert (error.code, error.about, error.other) == ("DV-P004", "yes_no", OURSELVES)


def test_a_misspelt_hook_is_refused_by_its_name():
    error = refusal(brings(danvan_rule_kindz=[Streak]))

    assert (error.code, error.plugin, error.about) == (
        "DV-P002",
        "made 0.1",
        "danvan_rule_kindz",
    )


def test_a_misspelt_hook_that_calls_itself_optional_is_refused_too():
    class Shy:
        @hookimpl(optionalhook=True)
        def danvan_rule_kindz(self):
            return [Streak]

    assert refusal(Shy()).code == "DV-P002"


def test_a_forgotten_marker_is_refused_by_the_name_of_the_function():
    class Unmarked:
        def danvan_rule_kinds(self):
            return [Streak]

    error = refusal(Unmarked())

    assert (error.code, error.plugin, error.about) == (
        "DV-P003",
        "Unmarked",
        "danvan_rule_kinds",
    )


def test_a_list_where_a_hook_should_be_is_refused():
    class Listed:
        danvan_rule_kinds = (Streak,)

    assert refusal(Listed()).code == "DV-P003"


def test_a_module_that_imports_this_library_by_name_is_no_forgotten_marker():
    module = types.ModuleType("danvan_streak")
    module.danvan_eval = plugins
    module.danvan_rule_kinds = hookimpl(lambda: [Streak])

    assert "streak" in load_registry(module, entry_points=False).kinds


def test_a_hook_that_raises_is_refused_with_what_it_said():
    class Broken:
        @hookimpl
        def danvan_rule_kinds(self):
            raise OSError("no network here")

    error = refusal(Broken())

    assert (error.code, error.plugin) == ("DV-P001", "Broken")
    assert error.about == "danvan_rule_kinds: OSError: no network here"
    assert isinstance(error.__cause__, OSError)


def test_a_generator_that_raises_half_way_is_refused():
    class Half:
        @hookimpl
        def danvan_rule_kinds(self):
            yield Streak
            raise LookupError("second kind")

    assert refusal(Half()).about == "danvan_rule_kinds: LookupError: second kind"


@pytest.mark.parametrize("given", [None, 5, "streak"])
def test_a_hook_that_gives_no_list_is_refused(given):
    error = refusal(brings(danvan_rule_kinds=given))

    assert (error.code, error.plugin) == ("DV-P001", "made 0.1")
    assert error.about.startswith("danvan_rule_kinds: ")


def test_a_folder_that_is_no_path_is_refused():
    assert refusal(brings(danvan_catalogues=[5])).about == "danvan_catalogues: 5"


def test_a_hook_that_asks_for_more_than_there_is_is_refused():
    class Curious:
        @hookimpl
        def danvan_rule_kinds(self, config):
            return [config]

    error = refusal(Curious())

    assert (error.code, error.plugin) == ("DV-P001", "Curious")
    assert "config" in error.about
    assert "0x" not in error.about
    assert "\n" not in str(error)


def test_a_plugin_that_cannot_be_looked_at_is_refused():
    class Sulking:
        @property
        def danvan_rule_kinds(self):
            raise RuntimeError("not now")

    error = refusal(Sulking())

    assert (error.code, error.about) == ("DV-P001", "RuntimeError: not now")


def odd(without="", frozen=attrs.frozen, **more):
    """Make a kind that lacks something."""
    members = {
        "kind": "odd",
        "says": {},
        "find": lambda self, values: None,  # noqa: ARG005
        "bounds": lambda self, values: None,  # noqa: ARG005
        **more,
    }
    members.pop(without, None)
    return frozen(type("Odd", (), members))


@pytest.mark.parametrize(
    ("kind", "about"),
    [
        (odd(frozen=lambda kind: kind), "odd"),
        (odd(without="kind"), "Odd"),
        (odd(without="bounds"), "odd"),
        (odd(without="find"), "odd"),
        (odd(without="says"), "odd"),
        (odd(kind=5), "5"),
        (odd(kind=""), "Odd"),
        (Streak(months="months", each=1), "streak"),
        ("streak", "str"),
    ],
)
def test_what_is_no_rule_kind_is_refused(kind, about):
    error = refusal(brings(danvan_rule_kinds=[kind]))

    assert (error.code, error.plugin, error.about) == ("DV-P005", "made 0.1", about)


def test_a_plugin_given_twice_is_refused():
    plugin = Plugin()

    assert refusal(plugin, plugin).code == "DV-P001"
    assert refusal(Plugin(), Plugin()).about == "danvan-streak 1.0 × 2"


class Point:
    """An entry point of a distribution that is not there."""

    def __init__(self, name, plugin, dist=None):
        self.name, self.plugin, self.dist = name, plugin, dist

    def load(self):
        if isinstance(self.plugin, Exception):
            raise self.plugin
        return self.plugin


@pytest.fixture
def installed(monkeypatch):
    """Make these entry points the installed ones."""

    def install(*points):
        def entry_points(*, group):
            assert group == plugins.ENTRY_POINTS
            return points

        monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)

    return install


DIST = types.SimpleNamespace(name="danvan-streak", version="1.0")


def test_an_installed_plugin_is_named_with_its_version(installed):
    installed(Point("streak", Plugin(), DIST))

    assert load_registry().plugins == ("danvan-streak 1.0",)
    assert load_registry(entry_points=False).plugins == ()


def test_one_distribution_may_bring_two_plugins(installed):
    installed(
        Point("streak", Plugin(), DIST),
        Point("folders", brings(danvan_catalogues=[Path("nowhere")]), DIST),
    )

    assert load_registry().plugins == (
        "danvan-streak 1.0",
        "danvan-streak 1.0 (streak)",
    )


def test_an_installed_plugin_that_cannot_be_imported_is_refused(installed):
    installed(Point("streak", ImportError("no module named numpy"), DIST))

    error = refusal(entry_points=True)

    assert (error.code, error.plugin) == ("DV-P001", "danvan-streak 1.0")
    assert error.about == "ImportError: no module named numpy"


def test_the_order_of_installation_does_not_matter(installed):
    points = [Point("b", Plugin(), DIST), Point("a", brings(danvan_rule_kinds=[]))]
    installed(*points)
    one = load_registry()
    installed(*reversed(points))

    assert list(one.kinds.items()) == list(load_registry().kinds.items())
    assert dict(one.brought_by) == dict(load_registry().brought_by)


@pytest.mark.parametrize(
    "code", ["DV-P001", "DV-P002", "DV-P003", "DV-P004", "DV-P005", "DV-P006"]
)
def test_a_refusal_names_the_plugin_its_code_and_what_to_do(code):
    text = str(PluginError(code, "danvan-streak 1.0", "streak", "danvan-eval"))

    assert text.startswith(f"danvan-streak 1.0: {code} ")
    assert text.endswith(".")
    assert "{" not in text

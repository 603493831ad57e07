"""A plugin brings a regime of classification, or is refused by name."""

import attrs
import pytest

from danvan_eval.decisions.logic import BUILT_IN, EVAL_2026
from danvan_eval.errors import PluginError
from danvan_eval.hooks import hookimpl
from danvan_eval.kinds import BUILT_IN as KINDS
from danvan_eval.loading.regimes import load_regimes
from danvan_eval.plugins import OURSELVES, load_registry

OWN = attrs.evolve(EVAL_2026, id="eval-2026-bv")


class Regime:
    plugin_name = "danvan-regime 1.0"

    @hookimpl
    def danvan_regimes(self):
        return [OWN]


def brings(given):
    """Make a plugin of a hook that gives what it is told to give."""
    hook = hookimpl(lambda self: given)  # noqa: ARG005
    return type("Made", (), {"plugin_name": "made 0.1", "danvan_regimes": hook})()


def regimes_refused(*extra):
    registry = load_registry(*extra, entry_points=False)
    with pytest.raises(PluginError) as caught:
        registry.regimes  # noqa: B018
    return caught.value


def test_a_regime_of_a_plugin_is_there_beside_the_built_in_ones():
    registry = load_registry(Regime(), entry_points=False)

    assert [*(one.id for one in BUILT_IN), OWN.id] == list(registry.regimes)
    assert registry.regimes[OWN.id] is OWN


def test_a_regime_of_a_plugin_is_loaded_with_its_data_beside_the_others(tmp_path):
    file = tmp_path / "eval-2026-bv.toml"
    text = EVAL_2026.file.read_text("utf-8")
    file.write_text(text.replace('id = "eval-2026"', f'id = "{OWN.id}"'), "utf-8")
    brought = brings([attrs.evolve(OWN, file=file)])

    loaded = load_regimes(load_registry(brought, entry_points=False))

    laws = {one.law.id: one.law for one in loaded}
    assert {*(one.id for one in BUILT_IN), OWN.id} == set(laws)
    assert list(laws["eval-2026"].clauses) == list(laws[OWN.id].clauses)


def test_the_shipped_regimes_come_through_the_same_hook():
    bare = load_registry(Regime(), entry_points=False, built_ins=False)

    assert {OWN.id: OWN} == dict(bare.regimes)


def test_a_regime_that_two_plugins_bring_is_refused_naming_both():
    error = regimes_refused(Regime(), brings([OWN]))

    assert ("DV-P006", "eval-2026-bv") == (error.code, error.about)
    assert ("made 0.1", "danvan-regime 1.0") == (error.plugin, error.other)
    assert "made 0.1" in str(error)
    assert "danvan-regime 1.0" in str(error)


def test_a_regime_that_is_built_in_is_not_replaced_by_its_id():
    error = regimes_refused(brings([EVAL_2026]))

    assert ("DV-P006", "eval-2026", OURSELVES) == (error.code, error.about, error.other)


@pytest.mark.parametrize("given", ["eval-2026-bv", None, 5, EVAL_2026.person])
def test_what_is_no_regime_is_refused(given):
    error = regimes_refused(brings([given]))

    assert ("DV-P001", "made 0.1") == (error.code, error.plugin)
    assert error.about.startswith("danvan_regimes: ")


@pytest.mark.parametrize("given", [None, 5, "eval-2026-bv", OWN])
def test_a_hook_that_gives_no_list_of_regimes_is_refused(given):
    assert "DV-P001" == regimes_refused(brings(given)).code


def test_whoever_scores_only_is_not_stopped_by_a_broken_regime():
    registry = load_registry(brings([None]), entry_points=False)

    assert {kind.kind for kind in KINDS} == set(registry.kinds)

"""Decision 454 ships as a template: it can be read and filled in, not scored."""

import pytest

from danvan_eval.errors import FaultError
from danvan_eval.evidence import Dossier
from danvan_eval.loading import load_catalogue
from danvan_eval.periods import Period
from danvan_eval.plugins import load_registry
from danvan_eval.ranking import rank
from danvan_eval.scoring import score
from danvan_eval.subjects import Subject

MAU = "qd-454-2018/mau"
YEAR = Period.year(2024)


@pytest.fixture(scope="module")
def pack():
    return load_catalogue(registry=load_registry(entry_points=False)).pack(MAU, YEAR)


def refusal(call, *given):
    with pytest.raises(FaultError) as caught:
        call(*given)
    return caught.value.fault


def test_the_template_has_no_group_no_criterion_and_no_point(pack):
    scheme = pack.scheme

    assert scheme.template
    assert pack.leaves == scheme.groups == scheme.grades == scheme.quotas == ()
    assert scheme.max_points == 0
    assert {basis.kind for basis in scheme.bases.values()} == {"assumed"}


def test_the_template_says_in_both_languages_how_it_is_filled_in(pack):
    for language in ("vi", "en"):
        steps = pack.scheme.how.in_(language)

        assert all(f"({nth})" in steps for nth in range(1, 9))


def test_the_template_is_not_scored_and_the_refusal_says_how_to_fill_it(pack):
    hospital = Subject("hospital", "BV")

    fault = refusal(score, pack, Dossier(hospital, YEAR))

    assert fault.code == "DV-R001"
    assert fault.place.file == "criteria/qd-454-2018/mau.toml"
    assert pack.scheme.how.vi in fault.text("vi")
    assert "[[group]]" in fault.text("en")


def test_the_template_is_not_ranked_and_the_refusal_says_how_to_fill_it(pack):
    fault = refusal(rank, pack, [])

    assert fault.code == "DV-R001"
    assert pack.scheme.how.vi in fault.text("vi")


def test_the_template_has_no_pack_before_the_decision_was_signed():
    catalogue = load_catalogue(registry=load_registry(entry_points=False))

    assert refusal(catalogue.pack, MAU, Period.year(2017)).code == "DV-R003"
    assert catalogue.pack(MAU, Period.year(2018)).leaves == ()


def test_a_template_with_a_point_in_it_is_refused(folder):
    folder.edit(
        "vb-1/thang.toml", "schema = 1", 'schema = 1\ntemplate = true\nhow.vi = "…"'
    )

    codes = {fault.code for fault in folder.faults()}

    assert codes == {"DV-L001"}


def test_a_template_that_does_not_say_how_it_is_filled_in_is_refused(folder):
    folder.write(
        "vb-1/mau.toml",
        'schema = 1\nid = "vb-1/mau"\ntitle.vi = "Mẫu"\ninstrument = "vb-1"\n'
        'subject = "unit"\nlabel.vi = "mẫu"\nfrom = 2024-01-01\nto = "open"\n'
        'template = true\n[assumed]\n"from" = "Giả định."\n"to" = "Giả định."\n'
        '"subject" = "Giả định."\n',
    )

    fault = folder.fault()

    assert (fault.code, dict(fault.data)) == ("DV-L003", {"key": "how"})


def test_a_template_may_be_confirmed_by_a_regulation(folder):
    folder.write(
        "vb-1/mau.toml",
        'schema = 1\nid = "vb-1/mau"\ntitle.vi = "Mẫu"\ninstrument = "vb-1"\n'
        'subject = "unit"\nlabel.vi = "mẫu"\nfrom = 2024-01-01\nto = "open"\n'
        'template = true\nhow.vi = "Điền."\n[assumed]\n"from" = "Giả định."\n'
        '"to" = "Giả định."\n"subject" = "Giả định."\n',
    )
    folder.overlay(
        'schema = 1\n[regulation]\nnumber = "1"\ntitle.vi = "Quy chế"\nissuer = "BV"\n'
        'signed_on = 2024-01-15\n[[adopt]]\ntarget = "vb-1/mau"\narticle = "Điều 1"\n'
        'confirms = ["subject"]\n'
    )

    assert folder.load().schemes["vb-1/mau"].bases["subject"].kind == "adopted"

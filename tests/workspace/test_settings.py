"""A folder that cannot be used at all says everything that is wrong with it."""

import pytest

from danvan_eval.errors import FaultError, PackError


def refused(read, small, old, new, ask):
    small["danvan.toml"] = small["danvan.toml"].replace(old, new)
    with pytest.raises(PackError) as found:
        read(small)
    return ask.codes(found.value.faults)


def test_the_settings_come_out_as_written(read, small):
    workspace = read(small)

    assert (workspace.code, workspace.hospital) == ("BVT", "Bệnh viện Thử")
    assert str(workspace.period) == "2024-01-01/2024-12-31"
    assert dict(workspace.schemes) == {
        "unit": "kt-bvdk-2024/khoa-phong",
        "person": "kt-bvdk-2024/ca-nhan",
    }
    assert workspace.pack("unit").scheme.id == workspace.schemes["unit"]
    assert workspace.faults == workspace.faults[:0] or all(
        one.severity == "warning" for one in workspace.faults
    )


def test_a_folder_without_settings_is_refused(read):
    with pytest.raises(FaultError) as found:
        read({"don-vi.csv": "Mã đơn vị\n"})

    assert found.value.fault.code == "DV-S214"


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("days_off = [2024-04-29]\n", "", ["DV-L003"]),
        ("days_off = [2024-04-29]", 'days_off = ["29/4"]', ["DV-L004"]),
        ("criteria = []", "criteria = []\ncriterai = []", ["DV-L001"]),
        ('name = "Bệnh viện Thử"\n', "", ["DV-L003"]),
        ("to = 2024-12-31", 'to = "open"', ["DV-S217"]),
        ("to = 2024-12-31", "to = 2023-12-31", ["DV-L004"]),
        ("overlays = []", 'overlays = ["quy-che.toml"]', ["DV-F101"]),
    ],
)
def test_a_mistake_in_the_settings_is_named_by_its_line(
    read, small, ask, *, old, new, codes
):
    assert refused(read, small, old, new, ask) == codes


def test_all_mistakes_are_said_at_once(read, small, ask):
    small["danvan.toml"] = "schema = 2\n[hospital]\ncode = 3\n"
    codes = refused(read, small, "", "", ask)

    assert codes.count("DV-L003") >= 3
    assert codes.count("DV-L004") == 2


def test_broken_toml_is_refused(read, small):
    small["danvan.toml"] = "schema = \n"
    with pytest.raises(FaultError) as found:
        read(small)

    assert found.value.fault.code == "DV-L005"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('unit = "kt-bvdk-2024/khoa-phong"', 'unit = "kt-bvdk-2024/khoa"', "DV-R010"),
        (
            'unit = "kt-bvdk-2024/khoa-phong"',
            'unit = "kt-bvdk-2024/ca-nhan"',
            "DV-R002",
        ),
        ("to = 2024-12-31", "to = 2025-01-31", "DV-R003"),
    ],
)
def test_a_scheme_that_does_not_fit_is_refused(read, small, old, new, code):
    small["danvan.toml"] = small["danvan.toml"].replace(old, new)
    with pytest.raises(FaultError) as found:
        read(small)

    assert found.value.fault.code == code


def test_a_folder_may_rate_departments_only(read, small):
    text = small["danvan.toml"].replace('person = "kt-bvdk-2024/ca-nhan"\n', "")
    small["danvan.toml"] = text
    workspace = read(small)

    assert workspace.people == workspace.dossiers("person") == ()
    assert len(workspace.dossiers("unit")) == 3
    assert workspace.dossiers("hospital") == ()


def test_a_folder_has_to_rate_somebody(read, small, ask):
    head, _, _ = small["danvan.toml"].partition("[schemes]")
    small["danvan.toml"] = f"{head}[schemes]\n"

    assert refused(read, small, "", "", ask) == ["DV-S218"]


def test_regulations_apply_in_the_order_in_which_they_are_named(read, small, tmp_path):
    small["danvan.toml"] = small["danvan.toml"].replace(
        "overlays = []", 'overlays = ["quy-che.toml"]'
    )
    small["quy-che.toml"] = overlay("01/QC", "1")
    later = tmp_path / "sau.toml"
    later.write_text(overlay("02/QC", "2"), encoding="utf-8")
    workspace = read(small, overlays=[later])
    scheme = workspace.pack("unit").scheme

    assert [one.number for one in workspace.catalogue.overlays] == ["01/QC", "02/QC"]
    assert scheme.deductions[0].per == 2


def overlay(number, per):
    return f"""\
schema = 1
[regulation]
number = "{number}"
title.vi = "Quy chế thử"
issuer = "Bệnh viện Thử"
signed_on = 2024-01-02
fictitious = true
[[adopt]]
target = "kt-bvdk-2024/khoa-phong"
article = "Điều 1"
[adopt.numbers]
"deduction.phai-don-doc.per" = {per}
"""


def test_examples_are_read_only_when_asked_for(read, small):
    plain, whole = read(small), read(small, examples=True)

    assert not any(one.examples for one in plain.catalogue.criteria.values())
    assert any(one.examples for one in whole.catalogue.criteria.values())

"""A small catalogue made up for tests of folders: no shipped criterion is in it.

``danvan/C02`` counts people, ``danvan/C05`` is summed, ``danvan/C12`` and
``danvan/C19`` take incidents, ``danvan/C14`` models, ``danvan/C04`` is the
hospital's own.
"""

from pathlib import Path

import attrs

from danvan_eval.loading import load_catalogue
from danvan_eval.plugins import load_registry

INSTRUMENT = """\
schema = 1
id = "thu"
number = "1/KH"
title.vi = "Kế hoạch thử"
issuer = "Bệnh viện Thử"
kind = "plan"
jurisdiction = "Thử"
signed_on = 2024-01-01
effective = { from = 2024-01-01, to = "open", basis = "assumed" }
text_status = "seen-whole"
last_checked_on = 2024-01-01
"""
FIELDS = {
    "danvan/C02": """
[evidence.done]
type = "flag"
label.vi = "Có việc dân vận đã làm"
[evidence.done_count]
type = "count"
label.vi = "Số người đã làm"
counts = { of = ["vien-chuc", "nguoi-lao-dong"], figure = "done" }
[evidence.headcount]
type = "count"
label.vi = "Tổng số người"
counts = { of = ["vien-chuc", "nguoi-lao-dong"] }
""",
    "danvan/C04": """
[evidence.issued]
type = "flag"
label.vi = "Đã ban hành quy chế"
""",
    "danvan/C05": """
[evidence.scheduled]
type = "count"
label.vi = "Số buổi theo lịch"
sums = true
may_decline = true
[evidence.held]
type = "count"
label.vi = "Số buổi đã tiếp"
sums = true
may_decline = true
""",
    "danvan/C12": """
[evidence.substantiated]
type = "count"
label.vi = "Số vụ về thái độ"
source = "register"
""",
    "danvan/C14": """
[evidence.recognised]
type = "count"
label.vi = "Số mô hình"
source = "register"
[evidence.replicated]
type = "count"
label.vi = "Số mô hình nhân rộng"
source = "register"
""",
    "danvan/C19": """
[evidence.substantiated]
type = "count"
label.vi = "Số vụ về kỷ cương"
source = "register"
""",
    "danvan/C22": """
[evidence.substantiated]
type = "count"
label.vi = "Số vụ về tham nhũng"
""",
}
INCIDENTS = 'kind = "per_incident"\ncount = "substantiated"\nper = 0.5\nat_least = 0'
COUNTED = """\
kind = "proportion"
part = "done_count"
whole = "headcount"
on_zero = "not_applicable"
"""
HELD = COUNTED.replace("done_count", "held").replace("headcount", "scheduled")
MODELS = 'kind = "per_count"\ncount = "recognised"\nper = 0.5\nat_most = 1'
ISSUED = 'kind = "yes_no"\nfact = "issued"'
DONE = 'kind = "yes_no"\nfact = "done"'
RULES = {
    "danvan/C02": {"unit": COUNTED, "hospital": COUNTED, "person": DONE},
    "danvan/C04": {"hospital": ISSUED},
    "danvan/C05": {"unit": HELD, "hospital": HELD},
    "danvan/C12": dict.fromkeys(("unit", "person", "hospital"), INCIDENTS),
    "danvan/C14": {"unit": MODELS, "hospital": MODELS},
    "danvan/C19": dict.fromkeys(("unit", "person", "hospital"), INCIDENTS),
    "danvan/C22": {"hospital": INCIDENTS},
}
BLOCKS = {
    "unit": ("lam-sang", "can-lam-sang", "chuc-nang"),
    "person": ("vien-chuc", "nguoi-lao-dong", "nguoi-dung-dau"),
    "hospital": ("benh-vien",),
}
LABELS = {"lam-sang": "Khối lâm sàng"}
SCHEMES = {kind: f"thu/{kind}" for kind in BLOCKS}

SCHEME = """\
schema = 1
id = "{id}"
title.vi = "Thang {kind}"
instrument = "thu"
subject = "{kind}"
label.vi = "nội bộ"
from = 2024-01-01
to = "open"
aggregate = "sum"
max_points = {whole}
excluded = "rescale"
compare = "points"
{blocks}
[[group]]
id = "moi-viec"
label.vi = "Mọi việc"
max_points = {whole}
{leaves}
[clamp]
at_least = 0
at_most = {whole}
[[grade]]
id = "dat"
label.vi = "Đạt"
from = {half}
[[grade]]
id = "chua"
label.vi = "Chưa đạt"
from = 0
{more}
[ranking]
style = "competition"
[assumed]
"from" = "Thử."
"to" = "Thử."
"subject" = "Thử."
"aggregate" = "Thử."
"max_points" = "Thử."
"excluded" = "Thử."
"compare" = "Thử."
"group" = "Thử."
"clamp" = "Thử."
"grade" = "Thử."
"ranking" = "Thử."
"block" = "Thử."
{why}
"""


def version(kind, rule, *, clinical):
    applies = 'applies = { any = ["lam-sang"], none = [] }' if clinical else ""
    why = '"applies" = "Thử."' if clinical else ""
    return f"""
[[version]]
instrument = "thu"
subject = "{kind}"
from = 2024-01-01
to = "open"
{applies}
[version.rule]
{rule}
[version.assumed]
"from" = "Thử."
"to" = "Thử."
{why}
"rule" = "Thử."

[[example]]
name = "để sau"
instrument = "thu"
subject = "{kind}"
traits = []
as_of = 2024-12-31
given = {{}}
expect = {{ outcome = "unknown" }}
"""


def criterion(id_):
    versions = [
        version(kind, rule, clinical=(id_, kind) == ("danvan/C05", "unit"))
        for kind, rule in RULES[id_].items()
    ]
    head = f'schema = 1\nid = "{id_}"\ntitle.vi = "Tiêu chí {id_}"\n'
    return head + FIELDS[id_] + "".join(versions)


def scheme(kind, more=""):
    used = [id_ for id_, rules in RULES.items() if kind in rules]
    leaves = "".join(
        f'[[group.criterion]]\nid = "{id_}"\nmax_points = 10\n' for id_ in used
    )
    blocks = "".join(
        f'[[block]]\nid = "{one}"\nlabel.vi = "{LABELS.get(one, one)}"\n'
        for one in BLOCKS[kind]
    )
    whole = 10 * len(used)
    return SCHEME.format(
        id=SCHEMES[kind],
        kind=kind,
        whole=whole,
        half=whole // 2,
        blocks=blocks,
        leaves=leaves,
        more=more,
        why='"not_eligible" = "Thử."' if more else "",
    )


def catalogue(more=""):
    """Return the files of the catalogue; *more* goes into the scheme of people."""
    return {
        "thu/instrument.toml": INSTRUMENT,
        **{f"{id_}.toml": criterion(id_) for id_ in RULES},
        **{
            f"{SCHEMES[kind]}.toml": scheme(kind, more if kind == "person" else "")
            for kind in BLOCKS
        },
    }


def load_made_up(*folders, overlays=(), examples=False):
    """Load *folders* without the shipped criteria."""
    registry = attrs.evolve(load_registry(entry_points=False), folders=())
    return load_catalogue(
        *folders, overlays=overlays, examples=examples, registry=registry
    )


def write_catalogue(folder: Path, more=""):
    for name, text in catalogue(more).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder

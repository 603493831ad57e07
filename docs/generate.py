"""Write the pages that are printed from definitions: rules, codes, coverage, regimes, laws.

``python docs/generate.py`` writes them; a test fails while they are stale.
"""

import inspect
from pathlib import Path
from typing import Any

import attrs

from danvan_eval.coverage import LEVELS, STATUSES, Coverage, Obligation
from danvan_eval.kinds import BUILT_IN
from danvan_eval.loading import Catalogue, load_catalogue
from danvan_eval.loading.laws import load_laws
from danvan_eval.loading.regimes import load_regimes
from danvan_eval.pages.index import criteria_pages
from danvan_eval.pages.laws import law_pages
from danvan_eval.pages.regime_index import regime_pages
from danvan_eval.plugins import load_registry
from danvan_eval.rule import RuleKind
from danvan_eval.wording import WORDING

HERE = Path(__file__).parent
NOTE = "<!-- Printed by docs/generate.py from the definitions; edit those. -->"


def rule_kinds() -> str:
    """Return the page of rule kinds."""
    parts = [
        "# Rule kinds (cách chấm)",
        NOTE,
        "Each kind finds an exact share of the maximum, 0 to 1. Shares are written as"
        ' `1`, `0.5`, `"1/3"` or `"85%"`. A parameter without a default must be'
        " given: what «no event» means, for one, is a choice that only the author can"
        " make. Parameters that name evidence rest on nothing; every other needs a"
        " citation, an adopted regulation or the reason it is assumed.",
        "Which one do I need?",
        _index(),
        *(_kind(kind) for kind in BUILT_IN),
    ]
    return "\n\n".join(parts) + "\n"


def _index() -> str:
    rows = [f"| [`{k.kind}`](#{k.kind}) | {_first_line(k)} |" for k in BUILT_IN]
    return "\n".join(["| kind | in one sentence |", "|---|---|", *rows])


def _first_line(kind: RuleKind) -> str:
    return inspect.getdoc(kind).partition("\n")[0] if inspect.getdoc(kind) else ""


def _kind(kind: RuleKind) -> str:
    question = inspect.getdoc(inspect.getmodule(kind)) or ""
    fields: Any = attrs.fields(kind)
    rows = [f"| `{f.name}` | {_means(f)} | {_default(f)} |" for f in fields]
    table = ["| parameter | what it is | default |", "|---|---|---|", *rows]
    says = [f"- `{code}`: {text.vi} / {text.en}" for code, text in kind.says.items()]
    return "\n\n".join(
        [
            f"## {kind.kind}",
            f"*{question}*",
            inspect.getdoc(kind) or "",
            "\n".join(table),
            "It says:",
            "\n".join(says),
        ]
    )


def _means(field: Any) -> str:
    if field.metadata.get("reads"):
        return "names an evidence field"
    return str(field.metadata["means"])


def _default(field: Any) -> str:
    return (
        "**must be given**" if field.default is attrs.NOTHING else f"`{field.default}`"
    )


FAMILIES = {
    "DV-L": "Rule packs: a file of criteria, a scheme or an overlay cannot be loaded",
    "DV-P": "Plugins",
    "DV-E": "Values of the input",
    "DV-F": "Files and tables of the input",
    "DV-S": "Subjects and lists",
    "DV-C": "Facts of a year's classification",
    "DV-D": "Consequences: titles, referral, salary, appointment, duties",
    "DV-R": "Calls that cannot be carried out",
}
SEVERITIES = {"stop": "stops", "error": "value refused", "warning": "taken, listed"}


def error_codes() -> str:
    """Return the page of fault codes."""
    parts = [
        "# Fault codes (mã lỗi)",
        NOTE,
        "Codes are stable: programs may rely on them. Words may change. Names in braces"
        " are filled in with what was seen and what is allowed. Data faults are values"
        " in a result; faults of packs and calls are raised.",
    ]
    for family, title in FAMILIES.items():
        codes = sorted(code for code in WORDING if code.startswith(family))
        rows = [_code(code) for code in codes]
        head = ["| code | severity | Tiếng Việt | English |", "|---|---|---|---|"]
        parts += [f"## {family}: {title}", "\n".join([*head, *rows])]
    return "\n\n".join(parts) + "\n"


def _code(code: str) -> str:
    one = WORDING[code]
    cells = (f"{one.says.vi} {one.do.vi}", f"{one.says.en} {one.do.en}")
    told = " | ".join(cell.replace("|", "\\|") for cell in cells)
    return f"| {code} | {SEVERITIES[one.severity]} | {told} |"


def coverage() -> str:
    """Return the page that follows every obligation to what measures it."""
    catalogue = load_catalogue(registry=load_registry(entry_points=False))
    parts = [
        "# Đối chiếu nghĩa vụ · Coverage",
        NOTE,
        "Mỗi nghĩa vụ của hai kế hoạch đứng ở đây một lần: chấm bằng tiêu chí và số liệu"
        " nào, hoặc vì sao không chấm. Mục đích và nguyên tắc chung chỉ báo cáo, không"
        " bao giờ chấm. In ra màn hình: `danvan-eval coverage`.",
        "*Every obligation of the two plans stands here once: by which criterion and"
        " figures it is scored, or why it is not. Aims and principles are reported and"
        " never scored. On the screen: `danvan-eval coverage`.*",
        *(_covered(catalogue, one) for one in catalogue.coverage.values()),
    ]
    return "\n\n".join(parts) + "\n"


def _covered(catalogue: Catalogue, covered: Coverage) -> str:
    title = catalogue.instruments[covered.instrument].title
    parts = [f"## {covered.instrument}", f"{title.vi} · *{title.en}*"]
    if covered.obligations:
        counts = [
            f"| {STATUSES[status].vi} · *{STATUSES[status].en}* | {count} |"
            for status, count in covered.counts.items()
        ]
        total = f"| nghĩa vụ · *obligations* | {len(covered.obligations)} |"
        head = ["| trạng thái · *status* | số · *count* |", "|---|---|"]
        parts.append("\n".join([*head, *counts, total]))
        head = [
            "| mã · *id* | mục · *place* | câu trích · *quotation* | của ai · *whose* |"
            " trạng thái · *status* | đo bằng gì, hoặc vì sao không · *measured by, or why"
            " not* |",
            "|---|---|---|---|---|---|",
        ]
        parts.append("\n".join([*head, *map(_obligation, covered.obligations)]))
    unknowns = [
        f"- {one.locus}: {one.what.vi} · *{one.what.en}*" for one in covered.unknowns
    ]
    return "\n\n".join([*parts, "Chưa được xem · *Not seen*:", "\n".join(unknowns)])


def _obligation(one: Obligation) -> str:
    whose = ", ".join(LEVELS[level].label.vi for level in one.levels) or "–"
    figures = "<br>".join(f"`{figure}`" for figure in one.figures)
    same = f"= {one.same_as}" if one.same_as else ""
    why = f"{one.why.vi} · *{one.why.en}*" if one.why else ""
    becomes = "<br>".join(part for part in (figures, same, why) if part)
    status = STATUSES[one.status].vi
    return (
        f"| {one.id} | {one.locus} | «{one.quote}» | {whose} | {status} | {becomes} |"
    )


PAGES = {
    "rule-kinds.md": rule_kinds,
    "error-codes.md": error_codes,
    "coverage.md": coverage,
}


def criteria() -> dict[str, str]:
    """Return the page of every shipped criterion and their index, by file."""
    catalogue = load_catalogue(registry=load_registry(entry_points=False))
    return criteria_pages(catalogue.shelf)


def regimes() -> dict[str, str]:
    """Return the page of every shipped regime and their index, by file."""
    return regime_pages(load_regimes(load_registry(entry_points=False)))


def laws() -> dict[str, str]:
    """Return the page of every body of law of the consequences, by file."""
    return law_pages(load_laws())


FOLDERS = {"tieu-chi": criteria, "xep-loai": regimes, "de-xuat": laws}
"""The folders that hold printed pages and nothing else."""


def folder(name: str) -> dict[str, str]:
    """Return every page of a folder, by file."""
    return {file: f"{NOTE}\n\n{page}" for file, page in FOLDERS[name]().items()}


def write() -> None:
    """Write every page; that of a criterion, regime or law that is no more goes away."""
    pages = {HERE / name: page() for name, page in PAGES.items()}
    for name in FOLDERS:
        (HERE / name).mkdir(exist_ok=True)
        pages |= {HERE / name / file: text for file, text in folder(name).items()}
        for old in (HERE / name).glob("*.md"):
            if old not in pages:
                old.unlink()
    for file, text in pages.items():
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()

"""What does each command do? Call the library, print, and say how it went."""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

from ..changes import changes
from ..errors import Fault, FaultError, Place, fault
from ..evidence import Dossier
from ..explaining import explain as explained
from ..loading import load_catalogue
from ..packs import Pack
from ..records import dump_run, to_data
from ..results import Printout, leftovers, write_results
from ..runs import Run
from ..runs import run as make_run
from ..scoring import score as score_one
from ..sheet import Sheet
from ..tables.text import as_text
from ..tables.writing import Sheet as Page
from ..terms import SUBJECT_KINDS, Language
from ..wording.printing import WORDS
from ..workspace import Workspace, init_workspace, read_workspace
from ..workspace.settings import FILE as SETTINGS
from .output import say, say_made
from .since import earlier, print_changes, write_changes

__all__ = ["check", "explain", "init", "lint", "rank", "score"]

RESULTS = "ket-qua"
PROVISIONAL = "ket-qua-tam"
MOST_PROBLEMS = 40
MOST_ALIKE = 5
"""Of one code in one file so many are printed."""


def _opened(call: argparse.Namespace) -> Workspace:
    return read_workspace(call.folder, overlays=call.overlay)


def _packs(workspace: Workspace) -> dict[str, Pack]:
    return {
        scheme: workspace.catalogue.pack(scheme, workspace.period)
        for scheme in workspace.schemes.values()
    }


def _run(workspace: Workspace, packs: Mapping[str, Pack]) -> Run:
    if not packs:
        raise FaultError(fault("DV-S218", Place(SETTINGS)))
    for pack in packs.values():
        pack.refuse_template()
    work = [
        (packs[scheme], workspace.dossiers(kind))
        for kind, scheme in workspace.schemes.items()
    ]
    return make_run(workspace.hospital, work, workspace.faults, workspace.provisional)


def init(call: argparse.Namespace) -> int:
    """Make a new workspace."""
    files = init_workspace(
        call.folder, xlsx=call.xlsx, hospital=call.hospital, overlays=call.overlay
    )
    say_made(files, call)
    if not call.json:
        say(WORDS["begin"].in_(call.lang))
    return 0


def check(call: argparse.Namespace) -> int:
    """Read everything, report every problem, write nothing."""
    workspace = _opened(call)
    packs = _packs(workspace)
    ready = {name: pack for name, pack in packs.items() if not pack.scheme.template}
    work = [
        (ready[scheme], workspace.dossiers(kind))
        for kind, scheme in workspace.schemes.items()
        if scheme in ready
    ]
    faults = workspace.faults
    if work:
        faults = make_run(workspace.hospital, work, faults).faults
    if call.json:
        say(
            json.dumps(
                [_fault_data(one) for one in faults], ensure_ascii=False, indent=1
            )
        )
    else:
        print_problems(faults, call.lang)
        _print_notes(workspace.excluded, call.lang)
        for name in sorted(set(packs) - set(ready)):
            say(f"{name}: {WORDS['template'].in_(call.lang)}")
    return int(call.strict and bool(faults))


def score(call: argparse.Namespace) -> int:
    """Print the score sheet of one subject, or the totals of all."""
    workspace = _opened(call)
    packs = _packs(workspace)
    result = _run(workspace, packs)
    sheets = [_sheet(result, call.code)] if call.code else result.sheets
    if call.json:
        say(json.dumps([to_data(one) for one in sheets], ensure_ascii=False, indent=1))
    elif call.code:
        say(explained(packs[sheets[0].scheme], sheets[0], language=call.lang))
    else:
        _print_rankings(result, packs, call.lang, people=True)
    return _code(result, call)


def rank(call: argparse.Namespace) -> int:
    """Rank by block, print the lists, write the files."""
    before = earlier(call.since) if call.since else None
    workspace = read_workspace(
        call.folder, overlays=call.overlay, provisional=call.provisional
    )
    packs = _packs(workspace)
    result = _run(workspace, packs)
    changed = changes(before, result) if before else ()
    named = PROVISIONAL if call.provisional else RESULTS
    folder = call.out or call.folder / named
    removed = leftovers(folder, result)
    files = write_results(folder, result, packs, call.lang)
    if before:
        files.append(write_changes(folder, changed, packs, call.lang))
    if call.json:
        say(dump_run(result).rstrip())
        return _code(result, call)
    say(
        f"{result.hospital} · {result.period.start:%d/%m/%Y} – {result.period.end:%d/%m/%Y}"
    )
    if mark := result.mark(call.lang):
        say(mark)
    _print_rankings(result, packs, call.lang, people=call.people)
    if before:
        print_changes(changed, packs, call.lang)
    print_problems(result.faults, call.lang, most=MOST_PROBLEMS)
    if workspace.excluded:
        words = WORDS["see_excluded"].in_(call.lang)
        say(words.format(count=len(workspace.excluded), folder=call.folder))
    names = [file.name for file in files]
    told = {
        "fingerprint": {"fingerprint": result.fingerprint},
        "files": {"folder": folder, "names": ", ".join(names)},
    }
    if gone := [name for name in removed if name not in names]:
        told["removed"] = {"names": ", ".join(gone)}
    say("")
    for key, data in told.items():
        say(WORDS[key].in_(call.lang).format(**data))
    return _code(result, call)


def explain(call: argparse.Namespace) -> int:
    """Say why one subject has the score it has."""
    workspace = _opened(call)
    packs = _packs(workspace)
    sheet = _find(workspace, packs, call.code)
    pack = packs[sheet.scheme]
    criterion = _criterion(pack, call.criterion) if call.criterion else ""
    if call.json:
        data = to_data(sheet.line(criterion) if criterion else sheet)
        say(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        say(explained(pack, sheet, criterion, call.lang))
    line = sheet.line(criterion) if criterion else None
    faults = line.finding.faults if line else sheet.faults
    others = [] if line else _about(call.code, workspace, sheet)
    if others and not call.json:
        print_problems(others, call.lang)
    complete = line.finding.outcome.settled if line else sheet.complete
    return int(not complete or (call.strict and bool([*faults, *others])))


def lint(call: argparse.Namespace) -> int:
    """Load every criterion file; compare quotations with the given texts."""
    from ..loading.lint import lint as compare

    catalogue = load_catalogue(*call.folders, overlays=call.overlay)
    texts = {file.stem: _text(file) for file in call.text}
    faults = compare(catalogue, texts)
    if call.json:
        say(
            json.dumps(
                [_fault_data(one) for one in faults], ensure_ascii=False, indent=1
            )
        )
    else:
        print_problems(faults, call.lang)
        counts = (
            len(catalogue.criteria),
            len(catalogue.schemes),
            len(catalogue.instruments),
        )
        say(WORDS["linted"].in_(call.lang).format(*counts))
    return int(bool(faults))


def _text(file: Path) -> str:
    """Return what a text file holds, or say why it cannot be read."""
    place = Place(file.as_posix())
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise FaultError(fault("DV-F101", place)) from None
    except OSError:
        raise FaultError(fault("DV-F102", place)) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise FaultError(fault("DV-F108", place, line=line)) from None


def _find(workspace: Workspace, packs: Mapping[str, Pack], code: str) -> Sheet:
    for kind, scheme in workspace.schemes.items():
        for dossier in workspace.dossiers(kind):
            if dossier.subject.code == code:
                return score_one(
                    packs[scheme], dossier, _unit_of(workspace, packs, dossier)
                )
    raise _no_such(code)


def _about(code: str, workspace: Workspace, sheet: Sheet) -> list[Fault]:
    """Return what is wrong with one subject's own sheet, beside what its lines say."""
    return [
        one
        for one in workspace.faults
        if code in (one.place.key, PurePath(one.place.file).stem)
        and one not in sheet.faults
    ]


def _unit_of(
    workspace: Workspace, packs: Mapping[str, Pack], dossier: Dossier
) -> Sheet | None:
    """Return the sheet of the department a person works in, where it is rated."""
    scheme = workspace.schemes.get("unit")
    for one in workspace.dossiers("unit") if scheme else ():
        if scheme and one.subject.code == dossier.subject.unit:
            return score_one(packs[scheme], one)
    return None


def _sheet(result: Run, code: str) -> Sheet:
    try:
        return result.sheet(code)
    except KeyError:
        raise _no_such(code) from None


def _no_such(code: str) -> FaultError:
    return FaultError(fault("DV-R011", Place(key=code), seen=code))


def _criterion(pack: Pack, name: str) -> str:
    ids = [leaf.leaf.criterion for leaf in pack.leaves]
    found = [id_ for id_ in ids if name in (id_, id_.rpartition("/")[2])]
    if not found:
        allowed = ", ".join(ids)
        raise FaultError(fault("DV-R012", Place(key=name), seen=name, allowed=allowed))
    return found[0]


def _code(result: Run, call: argparse.Namespace) -> int:
    complete = any(sheet.complete for sheet in result.sheets)
    return int(not complete or (call.strict and bool(result.faults)))


def _fault_data(one: Fault) -> dict[str, object]:
    return {
        **to_data(one),
        "severity": one.severity,
        "vi": one.text("vi"),
        "en": one.text("en"),
    }


def _print_rankings(
    result: Run, packs: Mapping[str, Pack], language: Language, *, people: bool
) -> None:
    for ranking in result.rankings:
        printout = Printout(packs[ranking.scheme], ranking, language)
        scheme = printout.pack.scheme
        kind = SUBJECT_KINDS[scheme.subject].in_(language)
        say(f"\n{scheme.title.in_(language)} – {kind} ({scheme.label.in_(language)})")
        whole = people or scheme.subject != "person"
        for block in ranking.blocks:
            say(
                f"\n{printout.block_label(block)}: {len(block.ranked)} / "
                f"{len(block.ranked) + len(block.not_ranked)}"
            )
            if whole and block.ranked:
                _print_page(
                    printout.ranked(block), right=("rank", "total"), printout=printout
                )
            elif block.ranked:
                say(printout.counts(block))
        _print_unranked(printout, whole=whole)
        for sentence in printout.quotas():
            say(f"  • {sentence}")
        say(printout.rests())


def _print_unranked(printout: Printout, *, whole: bool) -> None:
    rest = printout.ranking.not_ranked
    if not rest:
        return
    say(f"\n{printout.say('not_ranked')}: {len(rest)}")
    if whole:
        page = printout.not_ranked(rest, short=True)
        _print_page(page, right=(), printout=printout)
    else:
        say(printout.reasons(rest))


def _print_page(page: Page, *, right: tuple[str, ...], printout: Printout) -> None:
    flush = [printout.say(one) for one in right]
    comma = printout.language == "vi"
    say(as_text(page.headers, page.rows, right=flush, comma=comma))


def print_problems(
    faults: Sequence[Fault], language: Language, *, most: int | None = None
) -> None:
    """Print faults one a line; of one code in one file, the first few and a count."""
    say(f"\n{WORDS['problems'].in_(language)}: {len(faults)}")
    lines = _lines(faults, language)
    for line, _ in lines[:most]:
        say(f"  {line}")
    if most is not None and len(lines) > most:
        left = sum(count for _, count in lines[most:])
        say(f"  {WORDS['more'].in_(language).format(count=left)}")


def _lines(faults: Sequence[Fault], language: Language) -> list[tuple[str, int]]:
    """Return the lines to print, each with the number of faults it stands for."""
    alike = Counter((one.place.file, one.code) for one in faults)
    seen: Counter[tuple[str, str]] = Counter()
    lines = []
    for one in faults:
        kind = file, code = one.place.file, one.code
        seen[kind] += 1
        if not file or seen[kind] <= MOST_ALIKE:
            lines.append((f"{one.place}: {code} {one.text(language)}", 1))
        elif seen[kind] == MOST_ALIKE + 1:
            told = {"file": file, "code": code, "count": alike[kind] - MOST_ALIKE}
            line = WORDS["alike"].in_(language).format(**told)
            lines.append((line, alike[kind] - MOST_ALIKE))
    return lines


def _print_notes(faults: Sequence[Fault], language: Language) -> None:
    say(f"\n{WORDS['excluded'].in_(language)}: {len(faults)}")
    for one in faults:
        say(f"  {one.place}: {one.code} {one.text(language)}")

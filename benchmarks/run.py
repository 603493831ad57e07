"""Measure danvan-eval beside its peers and print one table; nothing is written.

    python benchmarks/run.py            some minutes
    python benchmarks/run.py --quick    fewer rounds, to see that it runs

Needs the `dev` group (pandas). Every answer is compared with an exact oracle before its
time counts; a contestant that is wrong says of how many, and has its time in brackets.
"""

import csv
import os
import platform
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import by_pandas
import oracle
import ours
import pandas as pd
import plain
from timing import Ran, Row, child, interleaved, surroundings, timed
from workload import FIGURES, MEASURES, Case, cases, write_catalogue

import danvan_eval
from danvan_eval import Dossier, Pack, Sheet, points, rank, score

HERE = Path(__file__).resolve().parent
QUICK = "--quick" in sys.argv
ROUNDS, PROCESSES, IMPORTS = (2, 2, 3) if QUICK else (9, 9, 15)
BATCH, MANY = 50, 1000
READY = "from danvan_eval import explain, load_catalogue, rank, score"
MILLION, THOUSAND = 1e6, 1e3


def main() -> None:
    """Measure one thing after another."""
    cores = os.cpu_count()
    print(f"Python {platform.python_version()}, {platform.system()}, {cores} cores;")
    print(f"pandas {pd.__version__}, danvan-eval {danvan_eval.__version__}.")
    print("Medians over rounds, fastest and slowest beside; every answer compared.\n")
    for measure in (one_subject, a_thousand, imports, year_end):
        for row in measure():
            print(row, flush=True)
        print()


def one_subject() -> Iterator[Row]:
    """Forty criteria of one subject, µs each; fresh random subjects in every round."""
    rules = ours.catalogue()
    took: dict[str, list[float]] = {}
    wrong: dict[str, int] = {}
    notes: dict[str, str] = {}
    for nth in range(ROUNDS):
        batch = cases(BATCH, seed=1000 + nth)
        right = [oracle.explained(case).answer for case in batch]
        for name, (seconds, answers, note) in _contestants(rules, batch, nth).items():
            took.setdefault(name, []).append(seconds / len(batch) * MILLION)
            differ = sum(map(oracle.differs, answers, right))
            wrong[name] = wrong.get(name, 0) + differ
            notes[name] = note
    for name, times in took.items():
        many = BATCH * ROUNDS
        note = f"WRONG in {wrong[name]} of {many}" if wrong[name] else "equal"
        note += f"; {notes[name]}" * bool(notes[name])
        yield Row("one subject, 40 criteria", name, "µs", tuple(times), note)
    print("There is no path to the points alone: whoever wants only the total pays for")
    print("its reasons too, and the figures for «score only» are the ones above.")


Result = tuple[float, list[oracle.Answer], str]
"""Seconds, answers, and what there is to say about them."""


def _contestants(
    rules: danvan_eval.Catalogue, batch: Sequence[Case], seed: int
) -> dict[str, Result]:
    dossiers = [ours.dossier(case) for case in batch]
    pack = ours.pack(rules)
    for case in cases(MANY, seed=seed):
        score(pack, ours.dossier(case))
    return {
        "danvan-eval, explained, nothing remembered": _cold(rules, dossiers),
        "danvan-eval, explained, after 1,000 others": _warm(pack, dossiers),
        "danvan-eval, explained, same subjects again": _warm(pack, dossiers),
        **_peers(batch),
    }


def _peers(batch: Sequence[Case]) -> dict[str, Result]:
    seconds, told = timed(lambda: [oracle.explained(case) for case in batch])
    loop = seconds, [one.answer for one in told], "the oracle itself"
    seconds, scored = timed(lambda: [plain.exact(case) for case in batch])
    exact = seconds, [plain.answer(one) for one in scored], "no reasons"
    seconds, rough = timed(lambda: [plain.floats(case) for case in batch])
    answers = [oracle.loosely(total, grade) for total, grade in rough]
    return {
        "plain loop, Fraction, explained": loop,
        "written for these rules, whole numbers": exact,
        "written for these rules, floats": (seconds, answers, "no reasons"),
    }


def _warm(pack: Pack, dossiers: Sequence[Dossier]) -> Result:
    """Score with a pack that has seen others; say how many lines it remembered."""
    before = _remembered(pack)
    seconds, sheets = timed(lambda: _sheets(pack, dossiers))
    hits = _remembered(pack) - before
    asked = sum(
        line.finding.reason != "applies.not" for one in sheets for line in one.lines
    )
    return seconds, ours.answers(sheets), f"{100 * hits // asked} % remembered"


def _remembered(pack: Pack) -> int:
    return sum(leaf.line.cache_info().hits for leaf in pack.leaves)


def _cold(rules: danvan_eval.Catalogue, dossiers: Sequence[Dossier]) -> Result:
    """Score each subject with a pack of its own that has seen nobody before."""
    seconds, sheets = 0.0, []
    for dossier in dossiers:
        pack = ours.pack(rules)
        points.share.cache_clear()
        took, sheet = timed(lambda: score(pack, dossier))  # noqa: B023
        seconds += took
        sheets.append(sheet)
    return seconds, ours.answers(sheets), "a pack of its own each"


def a_thousand() -> Iterator[Row]:
    """A thousand subjects scored and ranked in four blocks, ms; inputs are at hand."""
    rules = ours.catalogue()
    took: dict[str, list[float]] = {}
    for nth in range(ROUNDS):
        batch = cases(MANY, seed=2000 + nth)
        right = [oracle.explained(case).answer for case in batch]
        places = oracle.ranked(batch, right)
        for name, work in _rankers(rules, batch).items():
            seconds, answer = timed(work)
            if answer() != places:
                raise AssertionError(f"{name} is wrong with seed {2000 + nth}")
            took.setdefault(name, []).append(seconds * THOUSAND)
    for name, times in took.items():
        yield Row("1,000 subjects ranked", name, "ms", tuple(times), "equal")


def _rankers(
    rules: danvan_eval.Catalogue, batch: Sequence[Case]
) -> dict[str, Callable[[], Callable[[], oracle.Places]]]:
    pack, dossiers = ours.pack(rules), [ours.dossier(case) for case in batch]
    points.share.cache_clear()
    table = pd.DataFrame(
        [{"code": one.code, "block": one.block, **one.figures} for one in batch]
    )

    def by_us() -> Callable[[], oracle.Places]:
        ranking = rank(pack, _sheets(pack, dossiers))
        return lambda: ours.places(ranking)

    def by_hand() -> Callable[[], oracle.Places]:
        places = plain.ranked(batch, [plain.exact(case) for case in batch])
        return lambda: places

    def by_fractions() -> Callable[[], oracle.Places]:
        answers = [oracle.explained(case).answer for case in batch]
        places = oracle.ranked(batch, answers)
        return lambda: places

    def in_pandas() -> Callable[[], oracle.Places]:
        rows = by_pandas.ranked(by_pandas.scored(table))
        return lambda: _places(rows)

    return {
        "danvan-eval, explained, nothing remembered": by_us,
        "plain loop, Fraction, explained": by_fractions,
        "written for these rules, whole numbers": by_hand,
        "pandas, whole numbers": in_pandas,
    }


def _sheets(pack: Pack, dossiers: Sequence[Dossier]) -> list[Sheet]:
    return [score(pack, dossier) for dossier in dossiers]


def _places(rows: pd.DataFrame) -> oracle.Places:
    told = zip(rows["code"], rows["rank"], rows["proposed"], strict=True)
    return {code: (int(place), grade or None) for code, place, grade in told}


def imports() -> Iterator[Row]:
    """Time to import, over that of the bare interpreter, in processes of their own.

    Without `site`, so that nothing an editable install brings counts as bare.
    """
    paths = [Path(danvan_eval.__file__).parents[1], sysconfig.get_path("purelib")]
    codes = {
        "bare": "pass",
        "attrs, pluggy": "import attrs, pluggy",
        "danvan_eval": "import danvan_eval",
        "all it takes to load, score, rank, explain": READY,
        "pandas": "import pandas",
    }
    with tempfile.TemporaryDirectory() as cache:
        joined = os.pathsep.join(map(str, paths))
        env = surroundings(Path(cache), PYTHONPATH=joined)

        def running(code: str) -> Callable[[], Ran]:
            return lambda: child([sys.executable, "-S", "-c", code], env)

        works = {name: running(code) for name, code in codes.items()}
        ran = interleaved(works, IMPORTS)
    bare = [one.seconds for one in ran["bare"]]
    for name in list(codes)[1:]:
        over = [
            (one.seconds - base) * THOUSAND
            for one, base in zip(ran[name], bare, strict=True)
        ]
        yield Row("import, over bare Python", name, "ms", tuple(over))


def year_end() -> Iterator[Row]:
    """From a cold start: 1,000 subjects, CSV in, ranked CSV out."""
    batch = cases(MANY, seed=3000)
    right = [oracle.explained(case).answer for case in batch]
    expected = _expected(batch, right)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        rules = str(write_catalogue(folder / "rules"))
        source, target = str(folder / "in.csv"), folder / "out.csv"
        _write(batch, source)
        env = surroundings(folder / "cache")
        scripts = {
            "danvan-eval, explained": ["year_end_ours.py", rules, source, str(target)],
            "pandas, whole numbers": ["year_end_pandas.py", source, str(target)],
            "bare interpreter": ["-c", "pass"],
        }

        def running(script: str, *words: str) -> Callable[[], Ran]:
            what = script if script == "-c" else str(HERE / script)

            def work() -> Ran:
                target.unlink(missing_ok=True)
                ran = child([sys.executable, what, *words], env)
                if target.exists() and _read(target) != expected:
                    raise AssertionError(f"{script} is wrong")
                return ran

            return work

        works = {name: running(*words) for name, words in scripts.items()}
        for name, ran in interleaved(works, PROCESSES).items():
            times = tuple(one.seconds * THOUSAND for one in ran)
            peak = max(one.mebibytes for one in ran)
            note = f"{peak:.0f} MiB at the peak"
            yield Row("year's end, 1,000 subjects", name, "ms", times, note)


def _write(batch: Sequence[Case], target: str) -> None:
    with open(target, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123
        out = csv.writer(file)
        out.writerow(["code", "block", *FIGURES])
        for case in batch:
            cells = [case.figures[ref] for ref in FIGURES]
            out.writerow([case.code, case.block, *cells])


def _read(target: Path) -> list[tuple[str, ...]]:
    with target.open(encoding="utf-8", newline="") as file:
        return sorted(tuple(row) for row in list(csv.reader(file))[1:])


def _expected(
    batch: Sequence[Case], right: Sequence[oracle.Answer]
) -> list[tuple[str, ...]]:
    places = oracle.ranked(batch, right)
    return sorted(
        (
            case.block,
            str(places[case.code][0]),
            case.code,
            points.shown(answer.total, comma=False),
            places[case.code][1] or "",
        )
        for case, answer in zip(batch, right, strict=True)
    )


if __name__ == "__main__":
    if len(MEASURES) != 40:  # noqa: PLR2004
        raise SystemExit("the workload has forty criteria")
    main()

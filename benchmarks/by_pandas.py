"""How would one write it in pandas, in whole numbers so that it is right?

The same function serves the year-end script and the measurement in one process. Totals
of different maxima are compared over their least common denominator, in int64.
"""

from math import lcm

import numpy as np
import pandas as pd
from workload import (
    BONUSES,
    CAPS,
    DEDUCTIONS,
    GRADES,
    GROUP_TOP,
    GROUPS,
    MEASURES,
    QUOTA,
    TIE_BREAK_CRITERION,
    TIE_BREAK_GROUP,
    Measure,
)

GRADE_IDS = [grade for grade, _ in GRADES]


def _points(one: Measure, table: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Return the hundredths of one criterion, and where it applies."""
    first, last, top = table[one.reads[0]], table[one.reads[-1]], one.points
    applies = table["block"].isin(one.only) if one.only else last >= 0
    if one.kind == "proportion":
        applies &= last > 0
        whole = last.where(applies, 1)
        return (2 * first * top + whole) // (2 * whole), applies
    if one.kind == "bands":
        half = np.where(10 * first >= 9 * last, top // 2, 0)
        return pd.Series(np.where(first == last, top, half), table.index), applies
    if one.kind == "yes_no":
        return first * top, applies
    if one.kind == "per_count":
        return (first * top // 5).clip(upper=top), applies
    return (top - first * top // 5).clip(lower=0), applies


def scored(table: pd.DataFrame) -> pd.DataFrame:
    """Return code, block, points of each line, total over maximum, grade, tie-breaks."""
    lines: dict[str, pd.Series] = {}
    sums = dict.fromkeys(GROUPS, 0)
    wholes = dict.fromkeys(GROUPS, 0)
    failed = pd.Series(data=False, index=table.index)
    for one in MEASURES:
        points, applies = _points(one, table)
        lines[one.id] = points.where(applies, -1)
        sums[one.group] += points.where(applies, 0)
        wholes[one.group] += applies * one.points
        failed |= applies & (5 * points < one.points)
    tops = {group: wholes[group].clip(upper=GROUP_TOP[group]) for group in GROUPS}
    maximum = sum(tops.values())
    base = sum(np.minimum(sums[group], tops[group]) for group in GROUPS)
    extra = sum((table[ref] * per).clip(upper=most) for ref, per, most in BONUSES)
    extra -= sum((table[ref] * per).clip(upper=most) for ref, per, most in DEDUCTIONS)
    total = (base * 10000 + extra * maximum).clip(lower=0)
    total = np.minimum(total, 10000 * maximum)
    at = sum((total < edge * 100 * maximum).astype("int64") for _, edge in GRADES)
    at = at.where(~((at == 0) & failed), 1)
    for ref, least, grade in CAPS:
        capped = at.clip(lower=GRADE_IDS.index(grade))
        at = at.where(table[ref] < least, capped)
    told = {"total": total, "maximum": maximum, "at": at}
    told |= {"key": lines[TIE_BREAK_CRITERION], "group_sum": sums[TIE_BREAK_GROUP]}
    return pd.DataFrame(
        {"code": table["code"], "block": table["block"], **lines, **told}
    )


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in order with rank and proposed grade (empty: people decide)."""
    common = lcm(*(int(one) for one in table["maximum"].unique()))
    standing = table["total"] * (common // table["maximum"])
    chain = ["block", "standing", "key", "group_sum"]
    rows = table.assign(standing=standing).sort_values(
        [*chain, "code"], ascending=[True, False, False, False, True]
    )
    equals = (rows[chain] != rows[chain].shift()).any(axis=1).cumsum()
    place = rows.groupby("block").cumcount() + 1
    rows["rank"] = place.groupby(equals).transform("min")
    best = rows["at"] == 0
    slots = rows.groupby("block")["code"].transform("size")
    slots = slots * QUOTA[1].numerator // QUOTA[1].denominator
    nth = best.groupby(rows["block"]).cumsum()
    last = nth.groupby(equals).transform("max")
    before = last - best.groupby(equals).transform("sum")
    proposed = pd.Series(np.array(GRADE_IDS)[rows["at"]], rows.index, dtype=object)
    beyond = np.where(before < slots, "", QUOTA[2])
    rows["proposed"] = np.where(best & (last > slots), beyond, proposed)
    return rows

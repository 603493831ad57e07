"""Cells as a reader meets them, and the code of the fault that comes of one."""

from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st

from danvan_eval.cells import Cell
from danvan_eval.errors import Fault, Place
from danvan_eval.suggestions import AMBIGUOUS


def decimals(min_value=-(10**9), max_value=10**9):
    return st.decimals(min_value, max_value, places=4).map(Fraction)


def settled(written):
    """Write a number so that it cannot be taken for a thousand."""
    assume(not AMBIGUOUS.fullmatch(written))
    return written


def code(found):
    assert isinstance(found, Fault), found
    assert found.place == PLACE
    assert found.text("vi") != found.text("en")
    return found.code


PLACE = Place("khoa-noi.xlsx", sheet="Nhập", cell="F17")


def cell(value, number_format="General", **more):
    return Cell(value, number_format, place=PLACE, **more)

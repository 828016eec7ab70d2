"""Raised and lowered signs of Unicode: x², ∫₀¹."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluxions.calculus.expr import Num
from fluxions.calculus.language.characters import SUBSCRIPTS, SUPERSCRIPTS
from fluxions.calculus.language.tokens import digit

if TYPE_CHECKING:
    from fluxions.calculus.language.scan import Scanner

_DIGITS = re.compile(r"[0-9]+")


def lowered(scanner: Scanner, text: str, at: int, end: int) -> int:
    """The lower bound of ∫₀¹."""
    stop = at
    while stop < end and text[stop] in SUBSCRIPTS:
        stop += 1
    lower = "".join(SUBSCRIPTS[each] for each in text[at:stop])
    scanner.add("op", "_", at, at + 1)
    scanner.add("open", "group", at, at)
    one_raised(scanner, lower, at, stop)
    scanner.add("close", "group", stop, stop)
    return stop


def superscript(scanner: Scanner, text: str, at: int, end: int) -> int:
    """Raised signs are an exponent in brackets."""
    stop = at
    while stop < end and text[stop] in SUPERSCRIPTS:
        stop += 1
    raised = "".join(SUPERSCRIPTS[each] for each in text[at:stop])
    scanner.add("op", "^", at, at + 1)
    scanner.add("open", "group", at, at)
    place = 0
    while place < len(raised):
        digits = _DIGITS.match(raised, place)
        size = digits.end() - place if digits else 1
        piece = raised[place : place + size]
        one_raised(scanner, piece, at + place, at + place + size)
        place += size
    scanner.add("close", "group", stop, stop)
    return stop


def one_raised(scanner: Scanner, piece: str, start: int, stop: int) -> None:
    """One piece of a raised exponent."""
    if digit(piece[0]):
        scanner.add("number", piece, start, stop, value=Num(int(piece)))
    elif piece in "()":
        scanner.add("open" if piece == "(" else "close", piece, start, stop)
    elif piece in "+-":
        scanner.add("op", piece, start, stop)
    else:
        scanner.add("name", piece, start, stop, scanner.lexicon.sort_of(piece, False))

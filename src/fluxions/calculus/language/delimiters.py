r"""LaTeX's brackets and bars: \left … \right, floor and ceiling, and a value at a point."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluxions.calculus.language.latex_commands import DELIMITERS
from fluxions.calculus.language.tokens import Unread

if TYPE_CHECKING:
    from fluxions.calculus.language.read_latex import _LatexScanner

_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.|$)", re.DOTALL)


def opens_bar(scanner: _LatexScanner) -> bool:
    """Would a bar here open?"""
    last = scanner.source.tokens[-1] if scanner.source.tokens else None
    return last is None or last.kind == "open" or last.kind == "op"


def side(scanner: _LatexScanner, at: int, stop: int, end: int) -> int:
    r"""\left and \right with their delimiter."""
    text = scanner.plain_text
    while stop < end and text[stop] == " ":
        stop += 1
    opening = text.startswith(r"\left", at)
    delimiter = text[stop : stop + 1] if stop < end else ""
    if opening:
        scanner.lefts.append(delimiter)
    elif (scanner.lefts.pop() if scanner.lefts else "") == ".":
        return value_at(scanner, at, stop, end)
    if delimiter == "." and opening:
        scanner.add("name", "at", at, stop, "operator")
        scanner.add("open", "(", stop, stop + 1)
        return stop + 1
    if delimiter in ("", "."):
        raise Unread("half-bracket", (at, min(end, stop + 1)), "A bracket is missing here.")
    return bracket(scanner, at, stop, opening)


def value_at(scanner: _LatexScanner, at: int, stop: int, end: int) -> int:
    r"""\left. f \right|_{x=a}: the value of f where x = a."""
    text = scanner.plain_text
    (start, close), after = (0, 0), stop
    if text.startswith("|_", stop):
        (start, close), after = scanner.argument(stop + 2, end)
    sign = text.find("=", start, close)
    if sign < 0:
        raise Unread("half-bracket", (at, max(after, stop)), "Write a value at a point as at(f, x, a).")
    comma = scanner.token("op", ",", start, start)
    scanner.later(
        at, [comma, (start, sign), comma, (sign + 1, close), scanner.token("close", ")", close, after)], False
    )
    return after


def bracket(scanner: _LatexScanner, start: int, at: int, opening: bool) -> int:
    """A bracket, a bar, or the signs of floor and ceiling."""
    text = scanner.plain_text
    found = _COMMAND.match(text, at) if text[at] == "\\" else None
    typed = found.group() if found else text[at]
    stop = found.end() if found else at + 1
    if typed not in DELIMITERS:
        raise Unread("unknown-command", (start, stop), "The command {command} is not read here.", command=typed)
    sign = DELIMITERS[typed]
    if sign in ("floor", "ceil"):
        if opening:
            scanner.add("name", sign, start, stop, "function")
        sign = "(" if opening else ")"
    scanner.depth += 1 if opening else -1
    scanner.add("open" if opening else "close", sign, start, stop)
    return stop

"""Logarithms with their base: log2(x), log_b(x)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxions.calculus.expr import Num
from fluxions.calculus.language.tokens import Choice, Doubt, Unread, after_space

if TYPE_CHECKING:
    from fluxions.calculus.language.scan import Scanner


def based_log(scanner: Scanner, name: str, at: int, stop: int, end: int) -> int:
    """log2 and log10; `log2x` may also be the logarithm of 2x."""
    rest = after_space(scanner.plain_text, stop, end)
    choice = Choice(at, "natural")
    if rest == stop and rest < end and scanner.plain_text[rest].isalpha():
        if choice in scanner.choices:
            scanner.add("name", "log", at, at + 3, "function")
            return at + 3
        scanner.source.doubts.append(
            Doubt("Read as the logarithm to this base. For ln write ln(…).", (at, stop), choice)
        )
    scanner.add("name", name, at, stop, "function")
    return stop


def log_with_base(scanner: Scanner, start: int, stop: int, end: int) -> int:
    """log_2, log_b: the base stands below."""
    base, after = scanner.subscript(scanner.plain_text, "log", stop, end)
    if not (base.isdecimal() or len(base) == 1 or base in scanner.lexicon.own):
        raise Unread("subscript", (start, after), "The base of a logarithm is a number or a symbol here: log(x, b).")
    value = Num(int(base)) if base.isdecimal() else None
    scanner.add("name", "log", start, after, "function", value)
    scanner.source.tokens[-1].variable = "" if value else base
    return after

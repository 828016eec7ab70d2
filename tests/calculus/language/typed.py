"""A text as people type it, and the same in the engine's spelling, which reads back to itself."""

from __future__ import annotations

from fluxions.calculus.language import ascii, read
from fluxions.calculus.language.reading import Kind, Reading
from fluxions.calculus.vocabulary import STANDARD, Vocabulary

DECLARED = Vocabulary(symbols=frozenset({"x"}))


def check(typed: str, want: Kind | None, printed: str, free: bool = False) -> None:
    found = read(typed, STANDARD if free else DECLARED, want=want)
    assert isinstance(found, Reading), found
    assert ascii(found.expr) == printed
    back = read(printed, STANDARD if free else DECLARED)
    assert isinstance(back, Reading), back
    assert ascii(back.expr) == printed

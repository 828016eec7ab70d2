"""Bars that the plain rule cannot pair: every pairing is tried, and one that reads is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fluxions.calculus.language.parts import Part
from fluxions.calculus.language.tokens import Choice, Doubt, Token, Unread

MOST_BARS = 8
_MESSAGE = "These bars can be read in two ways. Write abs( … ) to make it certain."


def paired(
    tokens: list[Token], choices: frozenset[Choice], run: Callable[[dict[int, bool]], tuple[Part, list[Doubt]]]
) -> tuple[Part, list[Doubt]] | None:
    """The reading under the first pairing that reads, with a note where another one reads too."""
    places = [token.start for token in tokens if token.kind == "bar"]
    if len(places) % 2 or not 4 <= len(places) <= MOST_BARS:
        return None
    found: list[tuple[Part, list[Doubt]]] = []
    for opens in _pairings(len(places)):
        try:
            part, doubts = run(dict(zip(places, opens, strict=True)))
        except Unread:
            continue
        if all(part.expr != other.expr for other, _ in found):
            found.append((part, doubts))
        if len(found) == 3:
            raise Unread("ambiguous-bars", (places[0], places[-1] + 1), _MESSAGE)
    if not found:
        return None
    choice = Choice(places[0], "bars")
    part, doubts = found[-1 if choice in choices else 0]
    more = [Doubt(_MESSAGE, (places[0], places[-1] + 1), choice)] if len(found) > 1 else []
    return part, [*doubts, *more]


def _pairings(count: int) -> Iterator[tuple[bool, ...]]:
    """All ways to open and close in balance, those with the least nesting first."""
    ways: list[tuple[bool, ...]] = [()]
    for _ in range(count):
        ways = [(*way, opens) for way in ways for opens in (False, True)]
        ways = [way for way in ways if 0 <= sum(1 if each else -1 for each in way) <= count // 2]
    return (way for way in ways if sum(way) * 2 == count)

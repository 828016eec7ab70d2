"""Statements about numbers: where they hold, and a point at which two of them part.

A statement is a relation, a condition made of relations, or a set, which is the statement that the variable is in it.
In one variable the line is cut at all places where a relation may change its truth; in several, along lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.answers.line import Line, all_true, guards
from fluxions.calculus.answers.windows import LINE, period, window
from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import And, Expr, Interval, Num, Or, Rel, Set, Sym, Union, num
from fluxions.calculus.numbers.balls import Undefined, holds
from fluxions.calculus.numbers.critical import nowhere, places
from fluxions.calculus.numbers.place import Place, Places
from fluxions.calculus.numbers.points import seeded_points
from fluxions.calculus.numbers.roots import Unsettled, Window
from fluxions.calculus.regions import Belongs, Intersection, SetBuilder, Without
from fluxions.calculus.trees import substituted, symbols

SPARE = Sym("the element")  # what the elements of sets stand for where nothing names it; no reader gives it
LINES = 5  # along each variable
VARIABLES = frozenset("x y z t u v w".split())  # other letters are parameters
NEAR: tuple[Window, ...] = tuple((Fraction(-k), Fraction(k)) for k in (5, 20))  # where a difference is looked for
BESIDE = Fraction(1, 997)
LIKED = tuple(Fraction(each) for each in ("3", "-2", "5", "-5", "10", "-10", "1/2", "-1/2", "20", "-20"))
SETS = (Interval, Union, Set, SetBuilder, Without, Intersection)
STATEMENTS = (*SETS, Rel, And, Or, Belongs)


@dataclass(frozen=True, slots=True)
class Apart:
    """A point at which one statement holds and the other does not; `edge` where they agree all around it."""

    at: tuple[tuple[str, Expr | str], ...]
    answer: bool
    edge: bool


@dataclass(frozen=True, slots=True)
class Agree:
    """They hold at the same points: `proved` where nothing can happen elsewhere, `seen` if they hold somewhere."""

    proved: bool
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Unsure:
    """Neither could be shown."""

    why: str


Found = Apart | Agree | Unsure


def compared(
    answer: Expr, expected: Expr, t: Sym, assume: Sequence[Expr], budget: Budget, known: frozenset[str] = frozenset()
) -> Found:
    """Do two statements hold at the same points? `t` is the variable that the elements of sets stand for.

    Letters that are neither in `known` nor usual for variables are parameters: statements that part for some values
    of them only are not told apart.
    """
    names = tuple(sorted(named(answer, t) | named(expected, t)))
    limits = tuple(each for each in assume if symbols(each) <= set(names))
    if len(names) <= 1:
        return _on_line(Line(answer, expected, t, Sym(names[0]) if names else t, limits, budget))
    found: list[Found] = []
    variables = VARIABLES | known | {t.name}
    for x in [each for each in names if each in variables] or names:
        for others, special in _draws([each for each in names if each != x], assume):
            put: dict[str, Expr] = {name: num(value) for name, value in others.items()}
            parts = [_put(each, put) for each in (answer, expected)]
            inside = tuple(substituted(each, put) for each in limits)
            seen = _on_line(Line(parts[0], parts[1], put.get(t.name, t), Sym(x), inside, budget, special))
            if isinstance(seen, Apart):
                seen = replace(seen, at=(*seen.at, *put.items()))
                if set(put) <= variables:
                    return seen
            if not special or isinstance(seen, Unsure):
                found.append(seen)
    return _together(found)


def _together(found: list[Found]) -> Found:
    """What many lines show; undecided where statements part for some values of the parameters only."""
    apart = next((each for each in found if isinstance(each, Apart)), None)
    agree = any(isinstance(each, Agree) and each.seen for each in found)
    if apart is not None:
        return Unsure("parameters") if agree else apart
    unsure = next((each for each in found if isinstance(each, Unsure)), None)
    if unsure is not None or not agree:
        return unsure or Unsure("never-true")
    return Agree(False)


def named(e: Expr, t: Sym) -> frozenset[str]:
    """The variables that a statement speaks of."""
    match e:
        case SetBuilder(x, condition, whole):
            inner = (symbols(condition) - {x.name}) | {t.name}
            return inner if whole is None else inner | named(whole, t)
        case Union(parts) | Intersection(parts) | And(parts) | Or(parts):
            return frozenset().union(*(named(each, t) for each in parts))
        case Without(whole, taken):
            return named(whole, t) | named(taken, t)
        case Interval() | Set():
            return symbols(e) | {t.name}
        case Belongs(element, within) if isinstance(element, Sym):
            return named(within, element)
    return symbols(e)


def _put(e: Expr, values: Mapping[str, Expr]) -> Expr:
    match e:
        case SetBuilder(x, condition, whole):
            rest = {name: value for name, value in values.items() if name != x.name}
            return SetBuilder(x, _put(condition, rest), None if whole is None else _put(whole, values))
    if isinstance(e, (And, Or, Union, Without, Intersection)):
        return e.rebuilt(tuple(_put(each, values) for each in e.children))
    return substituted(e, values)


def _draws(names: Sequence[str], assume: Sequence[Expr]) -> Iterator[tuple[Mapping[str, Fraction], bool]]:
    """Values for all variables but one that the assumptions allow; True for those of a special kind, all 0 or 1."""
    starts = (Fraction(1, 2), Fraction(2), Fraction(-1), Fraction(-1, 3))
    simple = [{name: k * (1 + Fraction(place, 4)) for place, name in enumerate(names)} for k in starts]
    about = [each for each in assume if symbols(each) <= set(names)]
    special = [dict.fromkeys(names, Fraction(k)) for k in (0, 1)]
    count = 0
    for point in (*simple, *seeded_points(tuple(names), 7)):
        if count < LINES and holds(about, point) is not False:
            count += 1
            yield point, False
    yield from ((point, True) for point in special if holds(about, point) is not False)


def _on_line(line: Line) -> Found:
    """Within the stretch where either can be true, or within one period; else a difference is only looked for."""
    both = (line.answer, line.expected)
    if line.lenient and any(isinstance(each, Rel) and nowhere(each) for each in both):
        return Agree(False, False)  # no point of the line counts
    about = list(dict.fromkeys(gap for each in (*both, *line.assume) for gap in guards(each, line.t)))
    stretch = window(both, line.assume, line.t, line.x)
    with suppress(Unsettled):
        return _cut(line, places(about, line.x, line.budget, stretch, isolate=False))
    early = _early(line)  # before zeros are looked for, which is dear
    if early is not None:
        return early
    with suppress(Unsettled):
        return _cut(line, places(about, line.x, line.budget, stretch))
    turn = period(about, line.x) if stretch == LINE else None
    return _within(line, about, turn) if turn is not None else _near(line, about)


def _within(line: Line, about: list[Expr], turn: Window) -> Found:
    """The truth of both in one period, which is that of all others."""
    try:
        return _cut(line, places(about, line.x, line.budget, turn))
    except Unsettled:
        return _sampled(line)


def _near(line: Line, about: list[Expr]) -> Found:
    """A difference not far from 0, of statements that have no end."""
    for stretch in NEAR:
        try:
            found = _cut(line, places(about, line.x, line.budget, stretch))
        except Unsettled:
            return _sampled(line)
        if not isinstance(found, Agree):
            return found
    return Unsure("endless")


def _early(line: Line) -> Apart | None:
    """A difference at one of some points that is one right beside it too, so that no end is at fault."""
    for at, _ in _points((), line.x, False):
        if (found := _parted_at(line, at)) is None:
            continue
        value = at.low
        beside = (Place(each, each, num(each)) for each in (value - BESIDE, value + BESIDE))
        if any(_parted_at(line, each) is not None for each in beside):
            return found
    return None


def _parted_at(line: Line, at: Place) -> Apart | None:
    """The place, where the truth of both is known and differs."""
    if line.assume and all_true([line.truth(each, at, line.t) for each in line.assume]) is not True:
        return None
    try:
        mine, right = (line.truth(each, at, line.t) for each in (line.answer, line.expected))
    except Undefined:
        return None
    return None if mine is None or right is None or mine == right else Apart(((line.x.name, _shown(at)),), mine, False)


def _sampled(line: Line) -> Found:
    """Where the zeros are not known, a difference may still be met."""
    found = _cut(line, Places((), False))
    return Unsure("zeros") if isinstance(found, Agree) else found


def _cut(line: Line, cut: Places) -> Found:
    """The truth of both in every cell and at every place."""
    both = (line.answer, line.expected)
    unsure = seen = False
    for at, edge in _points(cut.points, line.x, cut.complete):
        if line.assume and all_true([line.truth(each, at, line.t) for each in line.assume]) is not True:
            continue
        try:
            mine, right = (line.truth(each, at, line.t) for each in both)
        except Undefined:
            continue
        if mine is None or right is None:
            unsure = True
        elif mine != right:
            return Apart(((line.x.name, _shown(at)),), mine, edge)
        seen = seen or right is True
    return Unsure("truth") if unsure else Agree(cut.complete and _exactly(line, cut), seen)


def _exactly(line: Line, cut: Places) -> bool:
    """Was every zero decided exactly: at numbers with a formula, or of rational functions?"""
    if all(place.value is not None for place in cut.points):
        return True
    return all(plain is not None for _, plain, _ in line.gaps.values())


def cut_by(about: Sequence[Expr], x: Sym, budget: Budget) -> Iterator[tuple[Place, bool]]:
    """Points between all places where a guard may change its sign, and those places (True)."""
    cut = places(list(dict.fromkeys(about)), x, budget)
    return _points(cut.points, x, cut.complete)


def _shown(at: Place) -> Expr | str:
    """The coordinate for a witness: exact, or as a root near a decimal."""
    exact = at.rational
    if exact is None:
        return f"the root near {float((at.low + at.high) / 2):.5g}" if at.value is None else at.value
    places = next((k for k in range(16) if 10**k % exact.denominator == 0), 0)
    if exact.denominator < 1000 or not places:
        return num(exact)
    return Num(round(exact * 10**places), 10**places, places)


def _points(found: Sequence[Place], x: Sym, complete: bool) -> Iterator[tuple[Place, bool]]:
    """Points in every cell, then its ends; where something may be missed, others too."""
    inside = _inside(found)
    for value in inside if complete else [*inside, *LIKED, *(point[x.name] for point in _anywhere(x))]:
        yield Place(value, value, num(value)), False
    for place in sorted(found, key=lambda each: each.value is None):  # a known number is the better witness
        yield place, True


def _anywhere(x: Sym) -> Iterator[Mapping[str, Fraction]]:
    for phase in range(4):
        yield from seeded_points((x.name,), 7, phase=phase)


def _inside(found: Sequence[Place]) -> list[Fraction]:
    """A simple number in every cell."""
    if not found:
        return [Fraction(2), Fraction(0), Fraction(-1)]
    inside = [Fraction(found[0].low.__floor__() - 1), Fraction(found[-1].high.__ceil__() + 1)]
    inside += [simplest(left.high, right.low) for left, right in pairwise(found) if left.high < right.low]
    return inside


def simplest(low: Fraction, high: Fraction) -> Fraction:
    """The number with the smallest denominator strictly between two others."""
    middle = (low + high) / 2
    bits = 1
    while True:
        near = middle.limit_denominator(bits)
        if low < near < high:
            return near
        bits *= 2

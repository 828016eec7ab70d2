"""Systems solved by substitution: an equation in one unknown gives its values, a linear one gives a formula for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fluxions.calculus.answers.values import sign_at, sign_of
from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Expr, Sym
from fluxions.calculus.numbers.critical import places
from fluxions.calculus.numbers.linear import alone
from fluxions.calculus.numbers.roots import Unsettled
from fluxions.calculus.trees import substituted, symbols

MOST_BRANCHES = 32
Values = dict[str, Expr]


class Unfinished(Exception):
    """Not solved by substitution, or not by finitely many values."""


def solved(gaps: Sequence[Expr], names: Sequence[str], budget: Budget) -> tuple[Values, ...]:
    """All real values of the unknowns for which every difference is 0; raises Unfinished."""
    rest = []
    for gap in gaps:
        if symbols(gap):
            rest.append(gap)
            continue
        sign = sign_of(gap, budget)
        if sign is None:
            raise Unfinished
        if sign != "0":
            return ()
    if not names:
        if rest:
            raise Unfinished
        return ({},)
    return tuple(_branches(rest, names, budget))


def _branches(gaps: list[Expr], names: Sequence[str], budget: Budget) -> Iterator[Values]:
    """One unknown settled, and the others after it."""
    for i, gap in enumerate(gaps):
        if len(symbols(gap)) == 1:
            (name,) = symbols(gap)
            others = [*gaps[:i], *gaps[i + 1 :]]
            values = _roots(gap, Sym(name), budget)
            for value in values:
                yield from ({**each, name: value} for each in _after(others, name, value, names, budget))
            return
    for i, gap in enumerate(gaps):
        for name in names:
            formula = alone(gap, name)
            if formula is not None:
                others = [*gaps[:i], *gaps[i + 1 :]]
                for each in _after(others, name, formula, names, budget):
                    yield {**each, name: substituted(formula, each)}
                return
    raise Unfinished


def _after(gaps: list[Expr], name: str, value: Expr, names: Sequence[str], budget: Budget) -> tuple[Values, ...]:
    left = [substituted(gap, {name: value}) for gap in gaps]
    return solved(left, [each for each in names if each != name], budget)


def _roots(gap: Expr, x: Sym, budget: Budget) -> list[Expr]:
    """The real zeros of an expression in one variable, where all are known by a formula."""
    formula = alone(gap, x.name)
    if formula is not None:
        return [formula]
    try:
        cut = places([gap], x, budget, isolate=False)
    except Unsettled:
        raise Unfinished from None
    if not cut.complete or len(cut.points) > MOST_BRANCHES:
        raise Unfinished
    found = []
    for at in cut.points:
        sign = sign_at(gap, x, at, budget)
        if sign is None or (sign == "0" and at.value is None):
            raise Unfinished
        if sign == "0" and at.value is not None:
            found.append(at.value)
    return found


def without(gaps: Sequence[Expr], extra: Sequence[str]) -> tuple[Expr, ...] | None:
    """The differences after parameters are put in; None where one does not stand in them linearly."""
    left = list(gaps)
    for name in extra:
        i, formula = next(((i, found) for i, gap in enumerate(left) if (found := alone(gap, name))), (-1, None))
        if formula is None:
            return None
        left = [substituted(gap, {name: formula}) for gap in (*left[:i], *left[i + 1 :])]
    return tuple(left)

"""Every wrong answer that one mistake leads to, with its fingerprint: made once for a problem, then kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fluxions.calculus.budget import Budget, OutOfBudget
from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.closure import WrongAnswer, closure, closure_of_two
from fluxions.calculus.diagnosis.fingerprints import Fingerprint, alike, factor_between
from fluxions.calculus.diagnosis.matching import Matching, matching
from fluxions.calculus.expr import Const, Expr, Fn, Mul, Num
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.calculus.problem import Problem
from fluxions.calculus.shapes import fits
from fluxions.calculus.solve import strategy_with
from fluxions.calculus.trees import nodes, symbols
from fluxions.calculus.vocabulary import FUNCTIONS

ONE_MISTAKE = 100_000  # units of work, about as many microseconds; most tables take a tenth of it
TWO_MISTAKES = 40_000
MOST_PAIRS = 400
NO_VALUE = frozenset({Const("dne"), Const("inf")})
MOST_KEPT = 256  # tables of problems

Key = tuple[object, ...]
_KEPT: OrderedDict[Key, Predictions] = OrderedDict()  # a cache of facts, the least recently used given up first


@dataclass(frozen=True, slots=True)
class Prediction:
    """A wrong answer and what it looks like."""

    wrong: WrongAnswer
    seen: Fingerprint


@dataclass(frozen=True, slots=True)
class Predictions:
    """The table of one problem: what one mistake leads to, in the order of the steps."""

    derivation: Derivation
    matching: Matching
    rows: tuple[Prediction, ...]
    right: Fingerprint
    complete: bool  # within its budget

    def leading_to(self, answer: Expr) -> Iterator[WrongAnswer]:
        """The mistakes that lead to an answer which is not right: found by fingerprint, confirmed by its kind."""
        plain = self.matching.settled(answer)
        if plain is None:
            return
        seen = self.matching.sight.of(plain)
        for row in self.rows:
            if alike(row.seen, seen) and self.matching.same(row.wrong.answer, plain) and self.is_wrong(row):
                yield row.wrong

    def times(self, answer: Expr, factors: tuple[float, ...]) -> Iterator[tuple[WrongAnswer, float]]:
        """The mistakes whose answer is off by one of these factors besides."""
        plain = self.matching.settled(answer)
        if plain is None:
            return
        seen = self.matching.sight.of(plain)
        for row in self.rows:
            factor = factor_between(seen, row.seen)
            near = next((each for each in factors if factor is not None and abs(factor - each) < 1e-9), None)
            if near is not None and self.matching.same(_times(near, row.wrong.answer), plain) and self.is_wrong(row):
                yield row.wrong, near

    def is_wrong(self, row: Prediction) -> bool:
        """Is the predicted answer another than the right one? A mistake that cannot be seen is not told."""
        return not alike(row.seen, self.right) or not self.matching.same(self.derivation.answer, row.wrong.answer)


def _times(factor: float, e: Expr) -> Expr:
    return Mul((Num(Fraction(factor)), e))


def predictions(derivation: Derivation, problem: Problem, units: int = ONE_MISTAKE) -> Predictions:
    """The table of a problem, or of a line of it, from the cache where it was made before."""
    key = (derivation.task, derivation.answer, problem.given, problem.assume, problem.type, units)
    known = _KEPT.get(key)
    if known is None:
        known = _KEPT[key] = predicted(derivation, problem, units)
        if len(_KEPT) > MOST_KEPT:
            _KEPT.popitem(last=False)
    else:
        _KEPT.move_to_end(key)
    return known


def predicted(derivation: Derivation, problem: Problem, units: int = ONE_MISTAKE) -> Predictions:
    """The table, made anew."""
    how, budget = matching(derivation, problem), Budget(units)
    right = how.sight.of(derivation.answer)
    seen: dict[Expr, Fingerprint] = {}
    rows: list[Prediction] = []
    for each in one_mistake(derivation, problem, budget=budget):
        if each.answer not in seen:
            seen[each.answer] = how.sight.of(each.answer)
        if seen[each.answer].kind != "unseen" or right.kind == "unseen":  # else it is real nowhere that is looked at
            rows.append(Prediction(each, seen[each.answer]))
    return Predictions(derivation, how, tuple(rows), right, budget.spent <= units)


def one_mistake(
    derivation: Derivation,
    problem: Problem,
    misconceptions: Sequence[Misconception] = MISCONCEPTIONS,
    budget: Budget | None = None,
) -> Iterator[WrongAnswer]:
    """All answers of one mistake within its budget; none that cannot be written down."""
    strategy = strategy_with(problem.task, problem.given, assume=problem.assume)
    try:
        for each in closure(derivation, misconceptions, strategy, budget or Budget(ONE_MISTAKE)):
            if _can_be_meant(each.answer, derivation.answer, problem):
                yield each
    except OutOfBudget:
        return


def two_mistakes(derivation: Derivation, problem: Problem) -> Iterator[WrongAnswer]:
    """Answers of two mistakes, as many as the budget and MOST_PAIRS allow."""
    strategy = strategy_with(problem.task, problem.given, assume=problem.assume)
    found = 0
    try:
        for each in closure_of_two(derivation, MISCONCEPTIONS, strategy, Budget(TWO_MISTAKES)):
            if _can_be_meant(each.answer, derivation.answer, problem):
                yield each
                found += 1
            if found == MOST_PAIRS:
                return
    except OutOfBudget:
        return


def _can_be_meant(answer: Expr, right: Expr, problem: Problem) -> bool:
    """Is it something that can be written down: shapes that fit, no value that is not given, a formula for one?"""
    nothing = bool(symbols(right)) and not NO_VALUE.isdisjoint(nodes(answer)) and NO_VALUE.isdisjoint(nodes(right))
    return fits(answer) and not nothing and not (problem.given and unread(answer))


def unread(e: Expr) -> bool:
    """Does a named function still stand in e, whose value is to be read?"""
    return any(isinstance(each, Fn) and each.name.rstrip("'") not in FUNCTIONS for each in nodes(e))


__all__ = [
    "ONE_MISTAKE",
    "Prediction",
    "Predictions",
    "one_mistake",
    "predicted",
    "predictions",
    "two_mistakes",
    "unread",
]

"""Equal because the difference is constant: its derivative is 0, and it is 0 at one point of each interval.

This proves arctan x + arctan(1/x) = π/2 for x > 0. The line is cut where one of the sides may jump, bend, have a pole
or cease to be real; at the cuts themselves both are compared as numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.certificates import same_constant
from fluxions.calculus.equality.judgement import judged
from fluxions.calculus.expr import Add, Diff, Expr, Fn, Neg, Rel, Sym, num
from fluxions.calculus.numbers.balls import PROBE, Unclear, Undefined, holds, run, value_at
from fluxions.calculus.numbers.critical import bottoms, places
from fluxions.calculus.numbers.domain import edges, kinks
from fluxions.calculus.numbers.place import Place
from fluxions.calculus.numbers.roots import Unsettled
from fluxions.calculus.numbers.tape import NoTape, tape
from fluxions.calculus.trees import free_of, nodes, standing, substituted

# functions that are smooth but where `kinks`, `edges` and `bottoms` say
KNOWN = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan arccot sinh cosh tanh arsinh arcosh artanh sigmoid softplus relu "
    "gelu silu logit abs sign erf erfc Phi phi ln log min max".split()
)
SIMPLE = tuple(Fraction(each) for each in ("0", "1", "-1", "1/2", "-1/2", "2", "-2"))
MOST_CUTS = 12
ZERO = num(0)


def constant_difference(a: Expr, b: Expr, x: Sym, assume: Sequence[Expr], budget: Budget) -> bool:
    """Is a = b proved so wherever both are real and the assumptions hold?"""
    gap = Add((a, Neg(b)))
    if standing(gap) or any(isinstance(each, Fn) and not _known(each, x) for each in nodes(gap)):
        return False
    if not all(isinstance(each, Rel) for each in assume) or not judged(Diff(gap, x), ZERO, budget).identical:
        return False
    limits = (Add((each.left, Neg(each.right))) for each in assume if isinstance(each, Rel))
    guards = [each for each in (*kinks(gap), *edges(gap), *bottoms(gap), *limits) if not free_of(each, x)]
    try:
        cut = places(guards, x, budget, isolate=False).points if guards else ()
    except Unsettled:
        return False
    if len(cut) > MOST_CUTS or any(each.value is None for each in cut):
        return False
    return all(_same(a, b, x, inside, assume, budget) for inside in (*_cells(cut), *(_only(each) for each in cut)))


def _known(e: Fn, x: Sym) -> bool:
    """Is e smooth but where its guards say? A logarithm with a base that varies is not."""
    return e.name in KNOWN and all(free_of(base, x) for base in e.args[1:] if e.name == "log")


def _only(place: Place) -> tuple[Expr, ...]:
    return () if place.value is None else (place.value,)


def _cells(cut: Sequence[Place]) -> Iterator[tuple[Expr, ...]]:
    """Some simple numbers inside each of the intervals that the cuts leave."""
    ends = [None, *((place.low, place.high) for place in cut), None]
    for left, right in pairwise(ends):
        low, high = left[1] if left else None, right[0] if right else None
        inside = [each for each in SIMPLE if (low is None or each > low) and (high is None or each < high)]
        if low is not None and high is not None:
            inside.append((low + high) / 2)
        elif low is not None:
            inside.append(low + 1)
        elif high is not None:
            inside.append(high - 1)
        yield tuple(num(each) for each in inside)


def _same(a: Expr, b: Expr, x: Sym, points: Sequence[Expr], assume: Sequence[Expr], budget: Budget) -> bool:
    """Is a = b decided at one of some points of an interval, or is not both real in it, or is it not meant?"""
    for point in points:
        left, right, *conditions = (substituted(each, {x.name: point}) for each in (a, b, *assume))
        if holds(conditions, {}) is False:
            return True
        if any(value_at(each, {}, budget=budget) is None for each in (left, right)):
            return _absent(left) or _absent(right)
        if left == right or judged(left, right, budget).identical or same_constant(left, right, budget):
            return True
    return False


def _absent(e: Expr) -> bool:
    """Is it proved that a constant has no value?"""
    try:
        run(tape(e), {}, PROBE)
    except Undefined:
        return True
    except (Unclear, NoTape):
        return False
    return False

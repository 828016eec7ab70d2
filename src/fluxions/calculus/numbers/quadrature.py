"""Values of expressions in which definite integrals stand: rigorous where the function is analytic on a finite range.

Elsewhere (an infinite range, a singular end, an integral inside) the double exponential rule of Takahasi and Mori is
refined until two levels agree; their difference, fourfold, is the radius of the ball. None: no value that can be told,
as of an integral that does not converge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any

from flint import acb, arb

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import INF, At, Diff, Expr, Int, Neg, Sym
from fluxions.calculus.numbers.analytic import analytic_function
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, ball, outputs, precision
from fluxions.calculus.numbers.domain import cells, kinks
from fluxions.calculus.numbers.tape import NoTape, Tape, tape
from fluxions.calculus.trees import free_of, mapped, nodes, substituted, symbols

Place = Mapping[str, Ball]
Function = Callable[[Ball], Ball]
STEP = "integral "  # names that no reader gives
FURTHEST = 8  # of the parameter of the double exponential rule: x^(-0.9) at 0 is still carried to its end
SEEN, STRIDES, HALVINGS = 12, 201, 200  # the range in which kinks are known beforehand; steps of a longer one
NEGLIGIBLE = 4  # terms in a row
BEHIND = (*range(32), *range(32, 96, 2), *range(96, 320, 5), 500, 1000)  # a bump there would be met
CUTS = (16, 64, 256)  # where a fast decaying function may be cut off


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The relative error aimed at and the working precision, both in bits, and the finest step 2^-levels."""

    goal: int
    precision: int
    levels: int


FINE, INSIDE = Accuracy(36, 256, 7), Accuracy(26, 128, 5)


def value_with_integrals(e: Expr, at: Mapping[str, Fraction], budget: Budget, accuracy: Accuracy = FINE) -> Ball | None:
    """The value where the symbols have these values; None where there is none, or none that can be told."""
    with precision(accuracy.precision):
        try:
            return _value(e, {name: ball(value) for name, value in at.items()}, budget, accuracy)
        except (NoTape, Undefined, Unclear):
            return None


def has_integral(e: Expr) -> bool:
    """Does a definite integral stand in it?"""
    return any(isinstance(each, Int) for each in nodes(e))


def _value(e: Expr, at: Place, budget: Budget, accuracy: Accuracy) -> Ball:
    if not has_integral(e):
        return _plain(tape(e), at, budget)
    e = mapped(e, _taken_at)
    found: dict[Expr, str] = {}
    lifted = _lifted(e, found)
    inner = dict(at)
    for each, name in found.items():
        if isinstance(each, Diff):
            inner[name] = _slope(each, at, budget, accuracy)
        elif isinstance(each, Int):
            inner[name] = _integral(each, at, budget, accuracy)
    return _plain(tape(lifted), inner, budget)


def _plain(program: Tape, at: Place, budget: Budget) -> Ball:
    budget.spend(len(program.code) + len(program.leaves))
    return outputs(program, at)[0]


def _taken_at(e: Expr) -> Expr:
    return substituted(e.arg, {e.variable.name: e.point}) if isinstance(e, At) and has_integral(e.arg) else e


def _lifted(e: Expr, found: dict[Expr, str]) -> Expr:
    """The tree with a name in the place of each outermost integral, and of each derivative of one."""
    if isinstance(e, (Int, Diff)) and has_integral(e):
        return Sym(found.setdefault(e, f"{STEP}{len(found)}"))
    return e.rebuilt(tuple(_lifted(child, found) for child in e.children)) if e.children else e


def _slope(e: Diff, at: Place, budget: Budget, accuracy: Accuracy) -> Ball:
    """The slope by central differences of step 2⁻¹⁰ and 2⁻¹¹, extrapolated: an error of order 2⁻⁴⁰."""
    name = e.variable.name
    if name not in at:
        raise NoTape(name)

    def quotient(k: int) -> Ball:
        h = arb(2) ** -k
        ahead, behind = (_value(e.arg, {**at, name: at[name] + sign * h}, budget, accuracy) for sign in (1, -1))
        return (ahead - behind) / (2 * h)

    coarse, fine = quotient(10), quotient(11)
    best = (4 * fine - coarse) / 3
    return best + arb(0, abs(fine - coarse).upper() / 2**8)


def _integral(e: Int, at: Place, budget: Budget, accuracy: Accuracy) -> Ball:
    if e.low is None or e.high is None:
        raise NoTape("an integral without bounds")
    e, at = _hoisted(e, at, budget, accuracy)
    assert e.low is not None and e.high is not None
    low, high = (_end(each, at, budget, accuracy) for each in (e.low, e.high))
    if low is None and high is None and e.low == e.high:
        raise NoTape("an empty range at infinity")
    if _is_minus_infinity(e.high) or e.low == INF:
        return -_between(e, high, low, at, budget, accuracy, e.high, e.low)
    return _between(e, low, high, at, budget, accuracy, e.low, e.high)


def _hoisted(e: Int, at: Place, budget: Budget, accuracy: Accuracy) -> tuple[Int, Place]:
    """Integrals inside that do not depend on the variable are worked out once, before."""
    if not has_integral(e.arg):
        return e, at
    found: dict[Expr, str] = {}
    lifted = _constants_lifted(e.arg, e.variable, found)
    values = {name: _value(each, at, budget, accuracy) for each, name in found.items()}
    return Int(lifted, e.variable, e.low, e.high), {**at, **values}


def _constants_lifted(e: Expr, x: Sym, found: dict[Expr, str]) -> Expr:
    if isinstance(e, Int):
        return Sym(found.setdefault(e, f"{STEP}of {x.name} {len(found)}")) if free_of(e, x) else e
    return e.rebuilt(tuple(_constants_lifted(child, x, found) for child in e.children)) if e.children else e


def _end(e: Expr, at: Place, budget: Budget, accuracy: Accuracy) -> Ball | None:
    return None if e == INF or _is_minus_infinity(e) else _value(e, at, budget, accuracy)


def _is_minus_infinity(e: Expr | None) -> bool:
    return isinstance(e, Neg) and e.arg == INF


def _between(
    e: Int, low: Ball | None, high: Ball | None, at: Place, budget: Budget, accuracy: Accuracy, left: Expr, right: Expr
) -> Ball:
    f, x = e.arg, e.variable.name
    if low is not None and high is not None and not has_integral(f):
        found = _rigorous(f, x, low, high, at, budget, accuracy)
        if found is not None:
            return found
    program = None if has_integral(f) else tape(f)

    def function(u: Ball) -> Ball:
        place = {**at, x: u}
        return _value(f, place, budget, INSIDE) if program is None else _plain(program, place, budget)

    if program is not None and (low is None or high is None):
        found = _cut_off(function, f, x, low, high, at, budget, accuracy)
        if found is not None:
            return found
    aim = INSIDE if program is None else accuracy
    total = arb(0)
    for start, end in pairwise((low, *_breaks(f, x, low, high, budget), high)):
        total += _double_exponential(function, start, end, aim)
    return total


def _cut_off(
    function: Function,
    f: Expr,
    x: str,
    low: Ball | None,
    high: Ball | None,
    at: Place,
    budget: Budget,
    accuracy: Accuracy,
) -> Ball | None:
    """Rigorous up to a place behind which |x f(x)| is seen to be negligible; None where it dies out slowly."""
    limit = arb(2) ** -(accuracy.goal + 20)
    for far in CUTS:
        start, end = (arb(-far) if low is None else low), (arb(far) if high is None else high)
        behind = [start - step for step in BEHIND] if low is None else []
        behind += [end + step for step in BEHIND] if high is None else []
        if not start < end:
            continue
        try:
            left = _negligible(function, behind, limit)
        except (Undefined, Unclear):
            return None
        if left is not None:
            found = _rigorous(f, x, start, end, at, budget, accuracy)
            return None if found is None else found + arb(0, 2**10 * left)
    return None


def _negligible(function: Function, places: list[Ball], limit: Ball) -> Ball | None:
    """The greatest |u f(u)| of the places, or None once one of them is above the limit."""
    greatest = arb(0)
    for u in places:
        size = abs(function(u) * u)
        if not size < limit:
            return None
        greatest = greatest.max(size).upper()
    return greatest


def _breaks(f: Expr, x: str, low: Ball | None, high: Ball | None, budget: Budget) -> list[Ball]:
    """Where the function may change its formula inside the range, as far as that is seen."""
    guards = [each for each in kinks(f) if symbols(each) == {x}]
    if not guards:
        return []
    if low is not None and high is not None and not (low > -SEEN and high < SEEN):
        return sorted((p for guard in guards for p in _changes(guard, x, low, high, budget)), key=float)
    points = (ball(each[x]) for each in cells(guards, [x], budget).breaks)
    return [p for p in points if (low is None or p > low) and (high is None or p < high)]


def _changes(guard: Expr, x: str, low: Ball, high: Ball, budget: Budget) -> list[Ball]:
    """Where a guard changes its sign in a long range, as far as steps of a 200th show it."""
    program = tape(guard)
    places = [low + (high - low) * k / STRIDES for k in range(STRIDES + 1)]
    signs = [_plain(program, {x: place}, budget) > 0 for place in places]
    found = []
    for (start, end), (before, after) in zip(pairwise(places), pairwise(signs), strict=True):
        if before != after:
            for _ in range(HALVINGS):
                middle = ((start + end) / 2).mid()
                start, end = (middle, end) if (_plain(program, {x: middle}, budget) > 0) == before else (start, middle)
            found.append(start)
    inside = (high - low) / 2**20
    return [place for place in found if low + inside < place < high - inside]


def _rigorous(f: Expr, x: str, low: Ball, high: Ball, at: Place, budget: Budget, accuracy: Accuracy) -> Ball | None:
    """By Gauss–Legendre rules with proved error bounds; None where the function is not analytic enough for that."""
    program = tape(f)
    try:
        value = analytic_function(program, at, x)
    except NoTape:
        return None
    if not _is_real(program, x, low, high, at, budget) or _ends_badly(program, x, (low, high), at, budget):
        return None
    calls = 0

    def function(z: Any, analytic: bool) -> Any:
        nonlocal calls
        calls += 1
        return value(z, analytic)

    goal = arb(2) ** -(accuracy.goal + 12)
    most = 6000 if kinks(f) else 1500  # evaluations: each kink is closed in on
    found = acb.integral(function, acb(low), acb(high), rel_tol=goal, abs_tol=goal, eval_limit=most, depth_limit=100)
    budget.spend(calls * (len(program.code) + len(program.leaves)))
    exact_enough = found.is_finite() and found.real.rad() < arb(2) ** -accuracy.goal * (1 + abs(found.real.mid()))
    return found.real if exact_enough and found.imag.contains(0) else None


def _is_real(program: Tape, x: str, low: Ball, high: Ball, at: Place, budget: Budget) -> bool:
    """Has the function a real value at a few points inside? Complex balls would not notice √x·√x for x < 0."""
    for share in (Fraction(1, 97), Fraction(22, 71), Fraction(50, 83), Fraction(96, 97)):
        try:
            _plain(program, {**at, x: low + (high - low) * ball(share)}, budget)
        except Undefined:
            return False
        except Unclear:
            continue
    return True


def _ends_badly(program: Tape, x: str, ends: tuple[Ball, Ball], at: Place, budget: Budget) -> bool:
    """Has the function no value at an end of the range?"""
    for end in ends:
        try:
            _plain(program, {**at, x: end}, budget)
        except (Undefined, Unclear):
            return True
    return False


Node = tuple[Ball, Ball, Ball]  # distance from the left end, from the right end, weight: for a range of length 1


@lru_cache(maxsize=128)
def _finite_nodes(level: int, sign: int, bits: int) -> tuple[Node, ...]:
    """x = 1/(1 + exp(−π sinh t)) at the new values of t."""
    made = []
    with precision(bits):
        for place in _places(level, sign):
            t = ball(place)
            left, right = (1 / (1 + (turn * arb.pi() * t.sinh()).exp()) for turn in (-1, 1))
            made.append((left, right, left * right * arb.pi() * t.cosh()))
    return tuple(made)


@lru_cache(maxsize=128)
def _infinite_nodes(level: int, sign: int, bits: int, *, both: bool) -> tuple[Node, ...]:
    """x = exp(π/2 sinh t) for a half line, x = sinh(π/2 sinh t) for the whole line."""
    made = []
    with precision(bits):
        for place in _places(level, sign):
            t = ball(place)
            inner, speed = arb.pi() / 2 * t.sinh(), arb.pi() / 2 * t.cosh()
            x, weight = (inner.sinh(), inner.cosh()) if both else (inner.exp(), inner.exp())
            made.append((x, x, weight * speed))
    return tuple(made)


def _places(level: int, sign: int) -> tuple[Fraction, ...]:
    """The new values of t at a level, going outwards from 0 on one side."""
    if level == 0:
        return tuple(Fraction(sign * k, 2) for k in range(0 if sign > 0 else 1, 2 * FURTHEST + 1))
    return tuple(Fraction(sign * (2 * k + 1), 2 ** (level + 1)) for k in range(FURTHEST * 2**level))


def _terms(low: Ball | None, high: Ball | None, level: int, sign: int, bits: int) -> tuple[Node, ...]:
    if low is None or high is None:
        return _infinite_nodes(level, sign, bits, both=low is None and high is None)
    return _finite_nodes(level, sign, bits)


def _double_exponential(function: Function, low: Ball | None, high: Ball | None, accuracy: Accuracy) -> Ball:
    """∫ f over the range; raises Unclear where the levels do not agree or the ends do not die out."""
    total, size, before = arb(0), arb(0), None
    for level in range(accuracy.levels):
        for sign in (1, -1):
            terms = _one_side(function, low, high, level, sign, total, accuracy)
            total = sum(terms, total)
            size = sum(map(abs, terms), size)
        now = total / 2 ** (level + 1)
        if not now.is_finite():
            raise Unclear
        if (
            before is not None and level >= 2 and (accuracy is not FINE or size > arb(2) ** -16)
        ):  # its bulk may lie elsewhere
            gap = abs(now - before).upper()
            allowed = arb(2) ** -accuracy.goal * (arb(2) ** -8 + abs(now))
            if gap < allowed:
                return now + arb(0, 4 * gap + (allowed / 4).upper())  # the terms left out at the ends are smaller
        before = now
    raise Unclear


def _one_side(
    function: Function, low: Ball | None, high: Ball | None, level: int, sign: int, total: Ball, accuracy: Accuracy
) -> list[Ball]:
    """The new terms of one level on one side; the last of them must be negligible.

    So close to an end that the ball cannot be told from it, a negligible term may be the last one.
    """
    found: list[Ball] = []
    quiet, close = 0, arb(2) ** -(accuracy.precision * 2 // 3)
    limit = arb(2) ** -(accuracy.goal + 8)
    for k, (left, right, weight) in enumerate(_terms(low, high, level, sign, accuracy.precision)):
        try:
            term = function(_at(left, right, low, high, sign)) * weight * _length(low, high)
        except (Undefined, Unclear):
            if quiet and min(left, right) < close:
                return found
            raise
        if not term.is_finite():
            raise Unclear
        found.append(term)
        quiet = quiet + 1 if abs(term) < limit * (arb(2) ** -8 + abs(total)) else 0
        if quiet >= NEGLIGIBLE and k > 2 ** (level + 1):
            return found
    raise Unclear


def _length(low: Ball | None, high: Ball | None) -> Ball:
    return high - low if low is not None and high is not None else arb(1)


def _at(left: Ball, right: Ball, low: Ball | None, high: Ball | None, sign: int) -> Ball:
    """The point of the range; close to an end it is reckoned from that end."""
    if low is not None and high is not None:
        return high - right * (high - low) if sign > 0 else low + left * (high - low)
    if low is not None:
        return low + left
    return left if high is None else high - left


__all__ = ["FINE", "INSIDE", "Accuracy", "has_integral", "value_with_integrals"]

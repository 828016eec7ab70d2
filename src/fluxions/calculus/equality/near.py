"""Wrong, but by how little? The near-miss ladder: the first reason that is confirmed by `equal` is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from fluxions.calculus.budget import Budget, OutOfBudget
from fluxions.calculus.equality.near_case import SLOPE_BITS, Case, NearMiss
from fluxions.calculus.equality.near_partly import early, one_sign, whole
from fluxions.calculus.equality.near_parts import conjugate, letters, logarithm, one_term, power
from fluxions.calculus.equality.ratio import LARGEST, constant_among, ratio_of
from fluxions.calculus.expr import Add, Const, Diff, Div, Expr, Fn, Mul, Neg, Sym, num
from fluxions.calculus.numbers.balls import Ball, value_at
from fluxions.calculus.numbers.nearness import blurred, fractions_in
from fluxions.calculus.numbers.tape import NoTape, rational_value
from fluxions.calculus.trees import free_of, kinds, mapped, substituted, symbols
from fluxions.calculus.verdict import Text

TRIGONOMETRIC = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
MOST_TERMS = 6


def near_miss(
    answer: Expr,
    expected: Expr,
    *,
    given: Expr | None = None,
    assume: Sequence[Expr] = (),
    budget: Budget,
) -> NearMiss | None:
    """How a wrong answer is close to the right one; `given` is the function that the task began with."""
    case = Case(answer, expected, given, tuple(assume), budget)
    for rung in RUNGS:
        try:
            found = rung(case)
        except (OutOfBudget, NoTape):
            return None
        if found is not None:
            return found
    return None


def _spelled(case: Case) -> NearMiss | None:
    """The right formula in a variable of another name or case."""
    extra = symbols(case.answer) - symbols(case.expected)
    missing = symbols(case.expected) - symbols(case.answer)
    if len(extra) != 1 or len(missing) != 1:
        return None
    (typed,), (wanted,) = extra, missing
    if not case.same(substituted(case.answer, {typed: Sym(wanted)}), case.expected):
        return None
    slots = (("typed", typed), ("wanted", wanted))
    if typed.lower() == wanted.lower():
        sentence = "Capital and small letters differ: {wanted} is meant, not {typed}."
        return NearMiss("wrong-variable", Text(sentence, slots))
    return NearMiss("wrong-variable", Text("The variable is {wanted}, not {typed}.", slots))


def _given(case: Case) -> NearMiss | None:
    if case.given is not None and case.same(case.answer, case.given):
        return NearMiss("is-the-function", Text("This is the function itself."))
    return None


def _multiple(case: Case) -> NearMiss | None:
    ratio = _constant(case, ratio_of)
    if ratio is None or ratio in (0, 1) or not case.same(case.answer, Mul((num(ratio), case.expected))):
        return None
    if ratio == -1:
        return NearMiss("sign", Text("Only the sign is wrong."))
    if not symbols(case.expected) and (rational_value(case.expected) is not None or _simple(case.expected)):
        return None  # any two rationals have a rational ratio: it says nothing
    return NearMiss("constant-factor", Text("Your answer is {factor} times the right one.", (("factor", str(ratio)),)))


def _simple(e: Expr) -> bool:
    """Is the value of a constant a simple rational, as far as balls can tell?"""
    value = value_at(e, {})
    return value is not None and fractions_in(value, LARGEST) is not None


def _shifted(case: Case) -> NearMiss | None:
    if not symbols(case.expected):
        return None
    shift = _constant(case, lambda left, right: left - right)
    if shift is None or shift == 0 or not case.same(case.answer, Add((case.expected, num(shift)))):
        return None
    return NearMiss("additive-constant", Text("Your answer is off by the constant {shift}.", (("shift", str(shift)),)))


def _reciprocal(case: Case) -> NearMiss | None:
    if _constant(case, lambda left, right: left * right) != 1:
        return None
    if case.same(case.answer, Div(num(1), case.expected)):
        return NearMiss("reciprocal", Text("This is one over the right answer."))
    return None


def _degrees(case: Case) -> NearMiss | None:
    if symbols(case.expected):
        return None
    for tree, other in ((case.answer, case.expected), (case.expected, case.answer)):
        if TRIGONOMETRIC.isdisjoint(kinds(tree)):
            continue
        if case.same(mapped(tree, _in_degrees), other):
            return NearMiss("degrees", Text("Angles are in radians here, not in degrees."))
    return None


def _in_degrees(e: Expr) -> Expr:
    if isinstance(e, Fn) and e.name in TRIGONOMETRIC:
        return Fn(e.name, (Div(Mul((*e.args, Const("pi"))), num(180)),))
    return e


def _term(case: Case) -> NearMiss | None:
    """One term of the right sum with the other sign."""
    if not isinstance(case.expected, Add) or len(case.expected.terms) > MOST_TERMS:
        return None
    terms, values = case.expected.terms, case.terms(case.expected)
    for i, term in enumerate(terms):
        if (values is None or _turned(case, values[i])) and case.same(
            case.answer, Add((*terms[:i], Neg(term), *terms[i + 1 :]))
        ):
            return NearMiss("term-sign", Text("One term has the wrong sign."))
    return None


def _turned(case: Case, term: Ball) -> bool:
    """May one term have the other sign in the answer, going by the first point?"""
    return case.may_be(lambda left, right: right - left - 2 * term)


def _operator(case: Case) -> NearMiss | None:
    """The derivative instead of the function, or the other way round."""
    names = symbols(case.expected) | symbols(case.answer)
    if len(names) != 1:
        return None
    (name,) = names
    x, slopes = Sym(name), case.slopes()
    likely = slopes is None or case.may_be(lambda left, right: left - blurred(slopes[1], SLOPE_BITS))
    if likely and not free_of(case.expected, x) and case.same(case.answer, Diff(case.expected, x)):
        sentence = "This is the derivative of the right answer: one differentiation too many."
        return NearMiss("is-the-derivative", Text(sentence))
    likely = slopes is None or case.may_be(lambda left, right: right - blurred(slopes[0], SLOPE_BITS))
    if likely and not free_of(case.answer, x) and case.same(Diff(case.answer, x), case.expected):
        return NearMiss("is-the-antiderivative", Text("This is an antiderivative of the right answer."))
    return None


def _constant(case: Case, of: Callable[[Ball, Ball], Ball | None]) -> Fraction | None:
    first = case.first
    if first is not None and first.values is not None:
        seen = of(*first.values)
        if seen is not None and fractions_in(seen, LARGEST) is None:
            return None
    return constant_among(case.values(), of, bool(symbols(case.answer) | symbols(case.expected)))


RUNGS: tuple[Callable[[Case], NearMiss | None], ...] = (
    _spelled, _given, conjugate, _multiple, _term, _shifted, _reciprocal, _degrees, logarithm, one_sign, whole,
    _operator, early, one_term, power, letters,
)  # fmt: skip

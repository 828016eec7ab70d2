"""Definite integrals by an antiderivative between the bounds, and what bounds alone decide."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import INF, ONE, ZERO, Add, Div, Expr, Int, Limit, Mul, Neg, Operator, Sym, fn
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.ranges import order
from fluxions.calculus.rules.definite.singular import conditions, singular_points
from fluxions.calculus.trees import free_of, substituted, symbols

MINUS_INF = Neg(INF)


def finite(goal: Int) -> bool:
    """Is it a definite integral over a finite range?"""
    return goal.low is not None and not {goal.low, goal.high} & {INF, MINUS_INF}


def proper(goal: Int) -> bool:
    """Is the range finite and the function without singular points on it, as far as can be told?"""
    return finite(goal) and singular_points(goal) == ()


def no_width(node: Expr) -> Expr | Found | None:
    """From a to a there is nothing."""
    match node:
        case Int(_, _, low, high) if low is not None and low == high:
            return Found(ZERO, (("a", low),))
    return None


def bounds_exchanged(node: Expr) -> Expr | Found | None:
    """The integral from b back to a is minus that from a to b."""
    match node:
        case Int(f, x, low, high) if low is not None and high is not None:
            backwards = low == INF or high == MINUS_INF
            if backwards or (not symbols(low) | symbols(high) and order(low, high) > 0):
                return Found(Neg(Int(f, x, high, low)), (("a", low), ("b", high)))
    return None


def constant_function(node: Expr) -> Expr | Found | None:
    """∫ c dx from a to b is c(b − a)."""
    match node:
        case Int(c, x, low, high) if low is not None and high is not None and finite(node) and free_of(c, x):
            return Found(tidied(Mul((c, high - low))), (("c", c),))
    return None


def split_constant(f: Expr, x: Sym) -> tuple[Expr, Expr]:
    """(c, g) with f = c·g, c the factors without x."""
    match f:
        case Neg(u):
            inner, rest = split_constant(u, x)
            return tidied(Neg(inner)), rest
        case Mul(factors):
            parts = [split_constant(each, x) for each in factors]
            constants = [c for c, _ in parts if c != ONE]
            rests = [r for _, r in parts if r != ONE]
            return _product(constants), _product(rests)
        case Div(top, bottom):
            above, upper = split_constant(top, x)
            below, lower = split_constant(bottom, x)
            return (
                above if below == ONE else tidied(Div(above, below)),
                upper if lower == ONE else Div(upper, lower),
            )
    return (f, ONE) if free_of(f, x) else (ONE, f)


def _product(factors: list[Expr]) -> Expr:
    return ONE if not factors else factors[0] if len(factors) == 1 else tidied(Mul(tuple(factors)))


def fundamental_theorem(node: Expr) -> Expr | Found | None:
    """∫ f from a to b is [F] from a to b, for F' = f on the whole range."""
    match node:
        case Int(f, x, low, high) if low is not None and high is not None and proper(node):
            bracket = Operator("bracket", (Int(f, x), x, low, high))
            return Found(bracket, (("f", f), ("a", low), ("b", high)), conditions(node))
    return None


def bracket_evaluated(node: Expr) -> Expr | Found | None:
    """[F] from a to b is F(b) − F(a)."""
    match node:
        case Operator("bracket", (f, Sym() as x, low, high)):
            ends = (substituted(f, {x.name: high}), substituted(f, {x.name: low}))
            if any(not symbols(each) and value_at(each, {}) is None for each in ends):
                return None
            return Found(Add((ends[0], Neg(ends[1]))), (("a", low), ("b", high)))
    return None


def bracket_by_limits(node: Expr) -> Expr | Found | None:
    """Where F has no value at a bound, its limit from inside stands for it."""
    match node:
        case Operator("bracket", (f, Sym() as x, low, high)) if bracket_evaluated(node) is None:
            return Found(Limit(f, x, high, "-") - Limit(f, x, low, "+"), (("a", low), ("b", high)))
    return None


def sum_split(node: Expr) -> Expr | Found | None:
    """The integral of a sum is the sum of the integrals."""
    match node:
        case Int(Add(terms), x, low, high) if low is not None:
            return Add(tuple(_signed(term, x, low, high) for term in terms))
    return None


def _signed(term: Expr, x: Sym, low: Expr | None, high: Expr | None) -> Expr:
    return Neg(Int(term.arg, x, low, high)) if isinstance(term, Neg) else Int(term, x, low, high)


def average_value(node: Expr) -> Expr | Found | None:
    """The average of f from a to b is the integral over the width."""
    match node:
        case Operator("average", (f, Sym() as x, low, high)):
            return Found(Mul((Div(ONE, high - low), Int(f, x, low, high))), (("f", f), ("a", low), ("b", high)))
    return None


def area_between(node: Expr) -> Expr | Found | None:
    """The area between two graphs is the integral of their distance."""
    match node:
        case Operator("area", (f, g, Sym() as x, low, high)):
            return Found(Int(fn("abs", tidied(f - g)), x, low, high), (("f", f), ("g", g)))
    return None


BOUNDS = (
    Rule("constant-over-a-range", "definite-integral-properties",
         "The integral of a constant is the constant times the width of the range.", constant_function,
         "the area of a rectangle"),
    Rule("no-width", "definite-integral-properties", "From ${a}$ to ${a}$ there is nothing to add up.", no_width,
         "a range of width 0"),
    Rule("bounds-exchanged", "definite-integral-properties", "With the bounds exchanged the sign changes.",
         bounds_exchanged, "exchanging the bounds"),
)  # fmt: skip
BY_ANTIDERIVATIVE = (
    Rule("fundamental-theorem", "ftc-evaluation",
         "Find an antiderivative of ${f}$ and take it between ${a}$ and ${b}$.", fundamental_theorem,
         "the fundamental theorem of calculus"),
)  # fmt: skip
LINEAR = (
    Rule("sum-under-the-integral", "definite-integral-properties",
         "The integral of a sum is the sum of the integrals.", sum_split, "linearity of the integral"),
)  # fmt: skip
RULES = (
    Rule("bracket-evaluated", "ftc-evaluation",
         "Put in the upper bound ${b}$ and subtract the value at the lower bound ${a}$.", bracket_evaluated,
         "the value between the bounds"),
    Rule("bracket-by-limits", "improper-integrals",
         "The antiderivative has no value at a bound: take its limits at ${b}$ and at ${a}$ from inside the range.",
         bracket_by_limits, "limits at the bounds"),
    Rule("average-value", "area-average-value", "The average of ${f}$ is its integral over the width of the range.",
         average_value, "the average value"),
    Rule("area-between", "area-average-value",
         "The area between the graphs is the integral of the distance between ${f}$ and ${g}$.", area_between,
         "the area between two graphs"),
)  # fmt: skip

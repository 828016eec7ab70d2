"""Wrong ways with bounds: the bracket, substitution, areas, averages, and integrals that depend on their bounds."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    TWO,
    ZERO,
    Add,
    At,
    Diff,
    Div,
    Expr,
    Fn,
    Int,
    Mul,
    Neg,
    Operator,
    Sym,
)  # fmt: skip
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.rules.definite.fundamental import bounds_exchanged, finite
from fluxions.calculus.rules.definite.singular import singular_points, zeros
from fluxions.calculus.rules.integration.linearity import fresh
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.rules.integration.substitution import substitutions
from fluxions.calculus.trees import free_of, substituted, symbols


def lower_minus_upper(goal: Expr) -> Expr | None:
    """[F] from a to b taken for F(a) − F(b)."""
    match goal:
        case Operator("bracket", (f, Sym() as x, low, high)):
            return At(f, x, low) - At(f, x, high)
    return None


def upper_alone(goal: Expr) -> Expr | None:
    """[F] from a to b taken for F(b)."""
    match goal:
        case Operator("bracket", (f, Sym() as x, _, high)):
            return At(f, x, high)
    return None


def ends_added(goal: Expr) -> Expr | None:
    """[F] from a to b taken for F(b) + F(a)."""
    match goal:
        case Operator("bracket", (f, Sym() as x, low, high)):
            return At(f, x, high) + At(f, x, low)
    return None


def integrand_between(goal: Expr) -> Expr | None:
    """∫ f from a to b taken for f(b) − f(a)."""
    match goal:
        case Int(f, x, low, high) if low is not None and high is not None and finite(goal) and not free_of(f, x):
            return At(f, x, high) - At(f, x, low)
    return None


def old_bounds_kept(goal: Expr) -> Expr | None:
    """After a substitution the bounds of x are put in for u."""
    match goal:
        case Int(f, x, low, high) if low is not None and not f.stands and not free_of(f, x) and finite(goal):
            first = next(iter(substitutions(f, x)), None)
            if first is not None and first[0] != x:
                return Int(tidied(first[1]), fresh(f, x), low, high)
    return None


def product_of_definite(goal: Expr) -> Expr | None:
    """∫ f g from a to b taken for ∫ f · ∫ g."""
    match goal:
        case Int(Mul(factors), x, low, high) if low is not None and finite(goal):
            moving = [each for each in factors if not free_of(each, x)]
            if len(moving) == 2:
                constants = (each for each in factors if free_of(each, x))
                return Mul((*constants, *(Int(each, x, low, high) for each in moving)))
    return None


def straightened(goal: Expr) -> Expr | None:
    """The integral from b back to a taken for that from a to b."""
    if bounds_exchanged(goal) is None:
        return None
    match goal:
        case Int(f, x, low, high):
            return Int(f, x, high, low)
    return None


def area_for_integral(goal: Expr) -> Expr | None:
    """∫ f taken for the area ∫ |f|: what lies below the axis is counted as positive."""
    match goal:
        case Int(f, x, low, high) if low is not None and high is not None and symbols(f) == {x.name} and finite(goal):
            if symbols(low) | symbols(high) or not _plain(f, x):
                return None
            inside = [each for each in zeros(f, x, low, high) or () if _between(low, each, high)]
            ends = [low, *sorted(inside, key=_size), high]
            parts = [(_sign(f, x, a, b), Int(f, x, a, b)) for a, b in pairwise(ends)]
            if all(sign > 0 for sign, _ in parts):
                return None
            return Add(tuple(part if sign > 0 else Neg(part) for sign, part in parts)) if len(parts) > 1 else Neg(goal)
    return None


def _plain(f: Expr, x: Sym) -> bool:
    """Is f a polynomial, or the sine or cosine of x?"""
    return coefficients(f, x) is not None or (isinstance(f, Fn) and f.name in ("sin", "cos") and f.args == (x,))


def _size(e: Expr) -> float:
    """A number to sort by."""
    value = value_at(e, {})
    return float(value.mid()) if value is not None else 0.0


def _between(low: Expr, e: Expr, high: Expr) -> bool:
    return _size(low) < _size(e) < _size(high)


def _sign(f: Expr, x: Sym, a: Expr, b: Expr) -> int:
    """The sign of f half-way from a to b."""
    value = value_at(f, {x.name: Fraction((_size(a) + _size(b)) / 2)})
    return -1 if value is not None and value < 0 else 1


def bars_dropped(goal: Expr) -> Expr | None:
    """∫ |u| taken for ∫ u: the sign is not changed where u is negative."""
    match goal:
        case Int(Fn("abs", (u,)), x, low, high) if low is not None:
            return Int(u, x, low, high)
        case Operator("area", (f, g, Sym() as x, low, high)):
            return Int(tidied(f - g), x, low, high)
    return None


def not_averaged(goal: Expr) -> Expr | None:
    """The average taken for the integral."""
    match goal:
        case Operator("average", (f, Sym() as x, low, high)):
            return Int(f, x, low, high)
    return None


def ends_averaged(goal: Expr) -> Expr | None:
    """The average taken for (f(a) + f(b))/2."""
    match goal:
        case Operator("average", (f, Sym() as x, low, high)):
            return Div(At(f, x, low) + At(f, x, high), TWO)
    return None


def value_in_the_middle(goal: Expr) -> Expr | None:
    """The average taken for f((a + b)/2)."""
    match goal:
        case Operator("average", (f, Sym() as x, low, high)):
            return At(f, x, Div(low + high, TWO))
    return None


def averaged_over_upper_bound(goal: Expr) -> Expr | None:
    """The average taken for the integral over b, whatever a is."""
    match goal:
        case Operator("average", (f, Sym() as x, low, high)) if low != ZERO and high != ZERO:
            return Div(Int(f, x, low, high), high)
    return None


def singularity_ignored(goal: Expr) -> Expr | None:
    """∫ f from a to b taken for F(b) − F(a), though f has no value at a place between."""
    match goal:
        case Int(f, x, low, high) if low is not None and high is not None and finite(goal):
            places = () if f.stands or symbols(low) | symbols(high) else singular_points(goal)
            if places and not set(places) & {tidied(low), tidied(high)}:
                return Operator("bracket", (Int(f, x), x, low, high))
    return None


def bound_slope_lost(goal: Expr) -> Expr | None:
    """d/dx ∫ f(t) dt up to b(x) taken for f(b(x))."""
    match goal:
        case Diff(Int(f, t, low, high), x) if low is not None and free_of(f, x) and free_of(low, x):
            if high is not None and high != x and not free_of(high, x):
                return substituted(f, {t.name: high})
    return None


def constant_bound_subtracted(goal: Expr) -> Expr | None:
    """d/dx ∫ f(t) dt from a to b(x) taken for f(b(x)) b'(x) − f(a)."""
    match goal:
        case Diff(Int(f, t, low, high), x) if low is not None and free_of(f, x) and free_of(low, x):
            if high is not None and not free_of(high, x):
                slope = ONE if high == x else Diff(high, x)
                return Mul((substituted(f, {t.name: high}), slope)) - substituted(f, {t.name: low})
    return None


def lower_bound_sign_lost(goal: Expr) -> Expr | None:
    """d/dx ∫ f(t) dt from a(x) on taken with a plus."""
    match goal:
        case Diff(Int(f, t, low, high), x) if low is not None and high is not None and free_of(f, x):
            if not free_of(low, x) and free_of(high, x):
                value = substituted(f, {t.name: low})
                return value if low == x else Mul((value, Diff(low, x)))
    return None


def bounds_alone(goal: Expr) -> Expr | None:
    """d/dx ∫ f(x, t) dt with what the bounds bring alone."""
    match _leibniz(goal):
        case (f, t, _, high, x):
            value = substituted(f, {t.name: high})
            return value if high == x else Mul((value, Diff(high, x)))
    return None


def inside_alone(goal: Expr) -> Expr | None:
    """d/dx ∫ f(x, t) dt with the derivative under the sign alone, though a bound moves."""
    match _leibniz(goal):
        case (f, t, low, high, x):
            return Int(Diff(f, x), t, low, high)
    return None


def _leibniz(goal: Expr) -> tuple[Expr, Sym, Expr, Expr, Sym] | None:
    """(f, t, a, b, x) of d/dx ∫ f(x, t) dt from a fixed a to a moving b."""
    match goal:
        case Diff(Int(f, t, low, high), x) if low is not None and high is not None and not free_of(f, x):
            if free_of(low, x) and not free_of(high, x):
                return f, t, low, high, x
    return None


FTC, MOVING, UNDER = "ftc-evaluation", "ftc-accumulation", "differentiating-under-integral"
PROPERTIES, AREA = "definite-integral-properties", "area-average-value"
MISCONCEPTIONS = (
    Misconception("lower-minus-upper", FTC,
        "You subtracted the value at the upper bound from that at the lower. Take the upper one first: "
        "$F(b) - F(a)$.",
        lower_minus_upper, "The bounds in the wrong order", ("int(x^2, x, 1, 3)", "-26/3")),
    Misconception("upper-bound-alone", FTC,
        "You put in the upper bound and stopped. Subtract the value at the lower bound, also where that bound is 0.",
        upper_alone, "The lower bound was not put in", ("int(e^x, x, 0, 1)", "e")),
    Misconception("bounds-added", FTC,
        "You added the values at the two bounds. The integral is their difference: $F(b) - F(a)$.",
        ends_added, "The values at the bounds were added", ("int(x^2, x, 1, 3)", "28/3")),
    Misconception("integrand-between-bounds", FTC,
        "You put the bounds into the function itself. Find an antiderivative first, then take the difference of its "
        "values.",
        integrand_between, "No antiderivative before the bounds", ("int(x^2, x, 1, 3)", "8")),
    Misconception("singularity-ignored", "improper-integrals",
        "You put in the bounds although the function has no value at a place between them. Split the integral there "
        "and look at both limits.",
        singularity_ignored, "A place without a value was passed over", ("int(1/x^2, x, -1, 1)", "-2")),
    Misconception("old-bounds-kept", "u-substitution",
        "You kept the bounds of $x$ after substituting. They belong to $u$ now: put both into $u = g(x)$, or go back "
        "to $x$ first.",
        old_bounds_kept, "The bounds were not changed", ("int(2x*e^(x^2), x, 0, 2)", "e^2 - 1")),
    Misconception("product-of-definite-integrals", PROPERTIES,
        "You multiplied the integrals of the factors. Only sums split: find an antiderivative of the product.",
        product_of_definite, "A product of integrals", ("int(x*e^x, x, 0, 1)", "(e - 1)/2")),
    Misconception("reversed-bounds-straightened", PROPERTIES,
        "You put the bounds into their usual order. Exchanging them changes the sign of the integral.",
        straightened, "The sign of exchanged bounds", ("int(x^2, x, 2, 0)", "8/3")),
    Misconception("area-for-integral", PROPERTIES,
        "You counted what lies below the axis as positive. The integral takes it as negative; an area would need "
        "$|f|$.",
        area_for_integral, "The area instead of the integral", ("int(x^3, x, -1, 1)", "1/2")),
    Misconception("integral-for-area", AREA,
        "You integrated without the absolute value. Where the function is negative, or where the curves change places, "
        "the sign has to change: split there.",
        bars_dropped, "The integral instead of the area", ("area(x^3, 0, x, -1, 1)", "0")),
    Misconception("average-not-divided", AREA,
        "You gave the integral itself. The average divides it by the width of the range, $b - a$.",
        not_averaged, "The division by the width is missing", ("average(x^2, x, 0, 3)", "9")),
    Misconception("ends-averaged", AREA,
        "You averaged the two values at the ends. The average takes all values between: integrate and divide by the "
        "width.",
        ends_averaged, "The average of the ends", ("average(x^2, x, 0, 3)", "9/2")),
    Misconception("value-in-the-middle", AREA,
        "You took the value in the middle of the range. The average takes all values: integrate and divide by the "
        "width.",
        value_in_the_middle, "The value in the middle for the average", ("average(x^2, x, 0, 3)", "9/4")),
    Misconception("averaged-over-the-upper-bound", AREA,
        "You divided by the upper bound. Divide by the width of the range, $b - a$.",
        averaged_over_upper_bound, "Divided by the upper bound", ("average(x^2, x, 1, 3)", "26/9")),
    Misconception("bound-slope-lost", MOVING,
        "You put the bound into the integrand and left out its slope. The chain rule applies: multiply by the "
        "derivative of the bound.",
        bound_slope_lost, "The slope of the bound is missing", ("diff(int(sin(t^2), t, 0, x^2), x)", "sin(x^4)")),
    Misconception("constant-bound-subtracted", MOVING,
        "You subtracted the integrand at the fixed bound. A bound that does not move brings nothing to the derivative.",
        constant_bound_subtracted, "A term for the fixed bound", ("diff(int(e^t, t, 0, x), x)", "e^x - 1")),
    Misconception("lower-bound-sign-lost", MOVING,
        "You treated the lower bound like the upper. When it moves up, its part of the integral is taken away: its "
        "term has a minus.",
        lower_bound_sign_lost, "The sign of a moving lower bound", ("diff(int(t^2, t, x, 1), x)", "x^2")),
    Misconception("bounds-differentiated-alone", UNDER,
        "You differentiated by the bound alone. The integrand contains the variable too: add the integral of its "
        "derivative.",
        bounds_alone, "The derivative under the integral is missing",
        ("diff(int(sin(t)*x, t, 0, x), x)", "x*sin(x)")),
    Misconception("moving-bound-ignored", UNDER,
        "You differentiated under the integral alone. The bound moves as well: add the integrand at the bound times "
        "the slope of the bound, with a minus for a lower bound.",
        inside_alone, "The moving bound is missing", ("diff(int(sin(t)*x, t, 0, x), x)", "1 - cos(x)")),
)  # fmt: skip

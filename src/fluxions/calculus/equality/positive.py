"""What is greater than 0 for all real values of its letters, seen from its form alone."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.equality.expansion import polynomial
from fluxions.calculus.expr import PI, Add, Const, Div, E, Expr, Fn, Mul, Neg, Num, Pow, Root

POSITIVE = frozenset({"cosh", "sech", "sigmoid", "softplus", "phi", "Phi"})


def positive(e: Expr) -> bool:
    """Is e > 0 wherever it has a value?"""
    match e:
        case Num(value):
            return bool(value > 0)
        case Const():
            return e in (E, PI)
        case Pow(base, Num(n)) if n.numerator % 2 == 0:
            return n.denominator == 1 and positive(base)
        case Pow(base, _) | Root(base, _):
            return positive(base)
        case Fn(name, _):
            return name in POSITIVE
        case Mul(factors):
            return all(positive(each) for each in factors)
        case Div(u, v):
            return positive(u) and positive(v)
        case Add(terms):
            kept = any(positive(each) for each in terms) and all(not_negative(each) for each in terms)
            return kept or _no_real_root(e)
    return False


def not_negative(e: Expr) -> bool:
    """Is e >= 0 wherever it has a value?"""
    match e:
        case Num(value):
            return bool(value >= 0)
        case Pow(_, Num(n)) if n.denominator == 1 and n.numerator % 2 == 0 and n > 0:
            return True
        case Root(_, Num(n)) if n.numerator % 2 == 0:
            return True
        case Fn("abs" | "relu", _):
            return True
        case Mul(factors):
            return all(not_negative(each) for each in factors)
        case Div(u, v):
            return not_negative(u) and positive(v)
        case Add(terms):
            return all(not_negative(each) for each in terms)
        case Neg():
            return False
    return positive(e)


def _no_real_root(e: Expr) -> bool:
    """A quadratic in one letter with a positive leading coefficient and a negative discriminant."""
    found = polynomial(e)
    names = {name for key in found or {} for name, _ in key}
    if found is None or len(names) != 1:
        return False
    (name,) = names
    a, b, c = (found.get(key, Fraction(0)) for key in (((name, 2),), ((name, 1),), ()))
    return max(sum(n for _, n in key) for key in found) == 2 and a > 0 and b * b < 4 * a * c


__all__ = ["not_negative", "positive"]

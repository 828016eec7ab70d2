"""A term as a rational coefficient times the rest: −3x²/4 is (−3/4, x²)."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.expr import Div, Expr, Mul, Neg, Num


def coefficient(term: Expr) -> tuple[Fraction, Expr | None]:
    """The number in front of a term and what is left; None is left of a number."""
    match term:
        case Num(value):
            return value, None
        case Neg(arg):
            number, rest = coefficient(arg)
            return -number, rest
        case Mul(factors):
            return _of_product(factors)
        case Div(top, Num(value)) if value != 0:
            number, rest = coefficient(top)
            return number / value, rest
        case Div(top, bottom):
            number, rest = coefficient(top)
            return number, Div(Num(1) if rest is None else rest, bottom)
    return Fraction(1), term


def _of_product(factors: tuple[Expr, ...]) -> tuple[Fraction, Expr | None]:
    number, rest = Fraction(1), []
    for factor in factors:
        if isinstance(factor, (Num, Neg)):
            inner, left = coefficient(factor)
            number *= inner
            if left is not None:
                rest.append(left)
        else:
            rest.append(factor)
    if not rest:
        return number, None
    return number, rest[0] if len(rest) == 1 else Mul(tuple(rest))


def scaled(number: Fraction, rest: Expr | None) -> Expr:
    """number · rest, with the number in front and no needless 1."""
    if rest is None:
        return Num(number)
    if number == 1:
        return rest
    if number == -1:
        return Neg(rest)
    if isinstance(rest, Div):
        top = scaled(Fraction(number.numerator), None if rest.top == Num(1) else rest.top)
        bottom = rest.bottom if number.denominator == 1 else Mul((Num(number.denominator), *_factors(rest.bottom)))
        return Div(top, bottom)
    return Mul((Num(number), *_factors(rest)))


def _factors(e: Expr) -> tuple[Expr, ...]:
    return e.factors if isinstance(e, Mul) else (e,)

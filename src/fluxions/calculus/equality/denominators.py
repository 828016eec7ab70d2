"""A bracket with fractions in it over one denominator: e^x (x/2 − 1/4) = e^x (2x − 1)/4."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm

from fluxions.calculus.equality.coefficients import coefficient, scaled
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, Add, Div, Expr, Mul, Neg


def one_denominator(e: Expr) -> Expr:
    """The product with the fractions of its one bracket taken out; anything else as it is."""
    number, rest = coefficient(e)
    if rest is None:
        return e
    top, bottom = (rest.top, rest.bottom) if isinstance(rest, Div) else (rest, ONE)
    factors = top.factors if isinstance(top, Mul) else (top,)
    brackets = [each for each in factors if isinstance(each, Add)]
    if len(brackets) != 1 or (len(factors) == 1 and number == 1 and bottom == ONE):
        return e
    content, bracket = whole_bracket(brackets[0])
    if content == 1:
        return e
    others = tuple(bracket if each is brackets[0] else each for each in factors)
    scale = number * content
    above = scaled(Fraction(abs(scale.numerator)), others[0] if len(others) == 1 else Mul(others))
    below = scaled(Fraction(scale.denominator), None if bottom == ONE else bottom)
    written = above if below == ONE else Div(above, below)
    return written if scale > 0 else Neg(written)


def whole_bracket(bracket: Add) -> tuple[Fraction, Add]:
    """The bracket as a number times one whose coefficients are whole and share no factor."""
    parts = [coefficient(each) for each in bracket.terms]
    numbers = [number for number, _ in parts]
    content = Fraction(gcd(*(each.numerator for each in numbers)), lcm(*(each.denominator for each in numbers)))
    if content.denominator == 1 or content == 0:
        return Fraction(1), bracket
    terms = [(number / content, rest) for number, rest in parts]
    written = [
        scaled(number, rest) if i == 0 or number > 0 else Neg(scaled(-number, rest))
        for i, (number, rest) in enumerate(terms)
    ]
    return content, Add(tuple(written))


def numbers_multiplied_in(e: Expr) -> Expr:
    """A sum without a number in front of a bracket: a + (b − c)/3 is a + b/3 − c/3, and (2a + 4b)/2 is a + 2b."""
    if not isinstance(e, Add) and not _goes_in_whole(e):
        return e
    given = e.terms if isinstance(e, Add) else (e,)
    terms: list[tuple[Fraction, Expr | None]] = []
    for term in given:
        number, rest = coefficient(term)
        inner = [coefficient(each) for each in rest.terms] if isinstance(rest, Add) else [(Fraction(1), rest)]
        terms += [(number * own, each) for own, each in inner]
    if len(terms) == len(given):
        return e
    ordered = sorted(terms, key=lambda each: each[0] < 0)
    written = [scaled(n, rest) if i == 0 or n > 0 else Neg(scaled(-n, rest)) for i, (n, rest) in enumerate(ordered)]
    return tidied(Add(tuple(written)))


def _goes_in_whole(e: Expr) -> bool:
    """Is it a fraction before a bracket whose coefficients it makes whole numbers?"""
    number, rest = coefficient(e)
    if number.denominator == 1 or not isinstance(rest, Add):
        return False
    return all((number * coefficient(each)[0]).denominator == 1 for each in rest.terms)


__all__ = ["numbers_multiplied_in", "one_denominator", "whole_bracket"]

"""Sums of arrays: equal terms collected, what all terms share taken out, divisions by scalars below one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from fluxions.calculus.expr import ONE, Add, Div, E, Expr, Mul, Neg, Num, Pow
from fluxions.calculus.rules.matrix.build import UNIT, assembled, over, parts, power, product, scaled, transposed


def terms(e: Expr) -> tuple[Expr, ...]:
    """The terms of a sum, nested ones too."""
    match e:
        case Add(each):
            return tuple(inner for term in each for inner in terms(term))
        case Neg(Add(each)):
            return tuple(scaled(Fraction(-1), inner) for term in each for inner in terms(term))
    return (e,)


def total(each: Iterable[Expr]) -> Expr:
    """The sum with equal terms collected; the sum of nothing is 0."""
    counted: dict[Expr, Fraction] = {}
    for term in (inner for one in each for inner in terms(one)):
        number, scalars, word = parts(term)
        if number:
            key = assembled(UNIT, scalars, word)
            key = next((known for known in counted if equal_words(known, key)), key)
            counted[key] = counted.get(key, Fraction(0)) + number
    found = tuple(scaled(number, key) for key, number in counted.items() if number)
    if len(found) > 1 and isinstance(found[0], Neg):  # a sum begins without a sign where it can
        found = tuple(sorted(found, key=lambda term: isinstance(term, Neg)))
    return Num(0) if not found else found[0] if len(found) == 1 else Add(found)


def factored(each: Sequence[Expr]) -> Expr:
    """The sum with what all terms share taken out: scalars, and the first or the last matrix of every product."""
    found = [parts(term) for term in terms(total(each))]
    if len(found) < 2:
        return total(each)
    shared = [scalar for scalar in found[0][1] if all(scalar in scalars for _, scalars, _ in found[1:])]
    words = [word for _, _, word in found]
    long = all(len(word) > 1 for word in words)
    first = long and all(word[0] == words[0][0] for word in words)
    last = long and not first and all(word[-1] == words[0][-1] for word in words)
    if not (shared or first or last):
        return total(each)
    number = _shared_number([each for each, _, _ in found])
    left = [
        assembled(each / number, _without(scalars, shared), word[int(first) : len(word) - int(last)])
        for each, scalars, word in found
    ]
    ends = ((words[0][0],) if first else (), (words[0][-1],) if last else ())
    return scaled(number, product(*shared, *ends[0], below(factored(left)), *ends[1]))


def _shared_number(numbers: Sequence[Fraction]) -> Fraction:
    """The number that all terms have, or −1 where all are negative."""
    if len(set(numbers)) == 1:
        return numbers[0]
    return -UNIT if all(each < 0 for each in numbers) else UNIT


def signed(e: Expr) -> Expr:
    """A whole line: −(2A) as −2A."""
    match e:
        case Neg(Mul((Num(n), *rest))):
            return Mul((Num(-n), *rest))
        case Neg(Div(Mul((Num(n), *rest)), bottom)):
            return Div(Mul((Num(-n), *rest)), bottom)
    return e


def _without(scalars: Sequence[Expr], taken: Sequence[Expr]) -> tuple[Expr, ...]:
    left = list(scalars)
    for each in taken:
        left.remove(each)
    return tuple(left)


def below(e: Expr) -> Expr:
    """Factors 1/s written as a division by their product; powers of s above and below are counted together."""
    if isinstance(e, Add):
        return Add(tuple(below(each) for each in e.terms))
    number, scalars, word = parts(e)
    divisors = [each.bottom for each in scalars if isinstance(each, Div) and each.top == ONE]
    if not divisors:
        return e
    powers: dict[Expr, int] = {}
    for base, n in (_base_and_exponent(each) for bottom in divisors for each in parts(bottom)[1]):
        powers[base] = powers.get(base, 0) - n
    above: list[Expr] = []
    for each in scalars:
        base, n = _base_and_exponent(each)
        if base in powers:
            powers[base] += n
        elif not (isinstance(each, Div) and each.top == ONE):
            above.append(each)
    for bottom in divisors:
        number = number / parts(bottom)[0]
    above += [power(base, n) for base, n in powers.items() if n > 0]
    under = [power(base, -n) for base, n in powers.items() if n < 0]
    top = assembled(number, above, word)
    return over(top, product(*under)) if under else top


def _base_and_exponent(e: Expr) -> tuple[Expr, int]:
    """s³ is (s, 3)."""
    match e:
        case Pow(base, Num(n)) if base != E and n.denominator == 1:
            return base, int(n)
    return e, 1


def equal_words(a: Expr, b: Expr) -> bool:
    """Are they the same product: scalars in any order, a scalar word also transposed?"""
    if a == b:
        return True
    first, second = parts(a), parts(b)
    if first[2] != second[2] or len(first[1]) != len(second[1]):
        return False
    return sorted(map(repr, map(_settled, first[1]))) == sorted(map(repr, map(_settled, second[1])))


def _settled(e: Expr) -> Expr:
    """A scalar word in the one of its two directions that comes first; so is what a scalar function is taken of."""
    if isinstance(e, Mul):
        return min(e, transposed(e), key=repr)
    return e


__all__ = ["below", "factored", "signed", "terms", "total"]

"""Clean-ups that look into brackets: a common factor, multiplying out, fractions inside fractions; a part of TIDY.

The first two fire only where the result has fewer nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from math import gcd

from fluxions.calculus.equality.coefficients import coefficient, scaled
from fluxions.calculus.equality.expansion import multiplied_out
from fluxions.calculus.expr import ONE, TWO, Add, Const, Div, Expr, Fn, Mul, Neg, Num, Pow, Sym
from fluxions.calculus.trees import Likeness, alike, size

LARGEST = 200  # nodes of a sum that is looked at
Powers = dict[Likeness, tuple[Expr, Fraction]]  # a base -> as it is written, and its exponent


def multiply_out(e: Expr) -> Expr | None:
    """2(3x + 4) − 3(2x − 1) = 11, where that is shorter."""
    match e:
        case Add(terms) if any(_has_bracket(term) for term in terms) and size(e) <= LARGEST:
            after = multiplied_out(e)
            return after if after is not None and size(after) < size(e) else None
    return None


def _has_bracket(term: Expr) -> bool:
    match term:
        case Neg(u) | Div(u, _):
            return _has_bracket(u)
        case Mul(factors):
            return any(isinstance(each, Add) or _has_bracket(each) for each in factors)
        case Pow(Add(), Num(n)):
            return bool(0 < n <= 4)
    return False


def common_factor(e: Expr) -> Expr | None:
    """x eˣ + eˣ = eˣ(x + 1): a factor other than a symbol that all terms share, where that is shorter."""
    if not isinstance(e, Add):
        return None
    split = [coefficient(term) for term in e.terms]
    shared = _shared([rest for _, rest in split])
    if not shared or size(e) > LARGEST:
        return None
    numbers = [number for number, _ in split]
    outside = _common_number(numbers)
    inside = tuple(
        scaled(number / outside, _without(rest, shared)) for number, (_, rest) in zip(numbers, split, strict=True)
    )
    factors = tuple(_raised(base, n) for base, n in shared.values())
    after = scaled(outside, Mul((*factors, Add(inside))))
    return after if size(after) < size(e) else None


def _powers(rest: Expr | None) -> Powers:
    """The factors of a term above its fraction line, with their exponents."""
    top = rest.top if isinstance(rest, Div) else rest
    found: Powers = {}
    for each in () if top is None else top.factors if isinstance(top, Mul) else (top,):
        base, n = _base(each)
        key = Likeness(base)
        found[key] = (base, n + found[key][1] if key in found else n)
    return found


def _base(e: Expr) -> tuple[Expr, Fraction]:
    match e:
        case Pow(base, Num(n)) if n > 0:
            return base, n
    return e, Fraction(1)


def _shared(terms: list[Expr | None]) -> Powers:
    """The powers that all terms have; nothing where no more than symbols and numbers are shared."""
    shared = _powers(terms[0])
    for term in terms[1:]:
        if all(isinstance(base, (Sym, Const, Num)) for base, _ in shared.values()):
            return {}
        other = _powers(term)
        shared = {key: (base, min(n, other[key][1])) for key, (base, n) in shared.items() if key in other}
    return {} if all(isinstance(base, (Sym, Const, Num)) for base, _ in shared.values()) else shared


def _common_number(numbers: list[Fraction]) -> Fraction:
    if any(number.denominator != 1 for number in numbers):
        return Fraction(1)
    shared = reduce(gcd, (number.numerator for number in numbers))
    return Fraction(-shared if all(number < 0 for number in numbers) else shared)


def _without(rest: Expr | None, shared: Powers) -> Expr | None:
    """The term with the shared powers taken out; None where nothing is left of it."""
    if isinstance(rest, Div):
        return Div(_without(rest.top, shared) or ONE, rest.bottom)
    left = [_raised(base, n - shared[key][1] if key in shared else n) for key, (base, n) in _powers(rest).items()]
    kept = tuple(each for each in left if each != ONE)
    return None if not kept else kept[0] if len(kept) == 1 else Mul(kept)


def _raised(base: Expr, n: Fraction) -> Expr:
    return ONE if n == 0 else base if n == 1 else Pow(base, Num(n))


def inner_fractions(e: Expr) -> Expr | None:
    """(a/b + c)/d = (a + bc)/(bd), and a/(b/c + d) = ac/(b + cd)."""
    match e:
        case Div(Add(terms), bottom) if not all(map(_fraction, terms)) and (below := _denominators(terms)):
            return Div(Add(tuple(_times(term, below) for term in terms)), Mul((below, bottom)))
        case Div(top, Add(terms)) if below := _denominators(terms):
            return Div(Mul((top, below)), Add(tuple(_times(term, below) for term in terms)))
        case Div(top, Mul(factors)):
            for i, factor in enumerate(factors):
                if isinstance(factor, Add) and (below := _denominators(factor.terms)):
                    cleared = Add(tuple(_times(term, below) for term in factor.terms))
                    return Div(Mul((top, below)), Mul((*factors[:i], cleared, *factors[i + 1 :])))
    return None


def _fraction(term: Expr) -> bool:
    """Is the term a fraction by itself? A sum of nothing else is left as it is: 1/(3 + h) − 1/3."""
    match term:
        case Neg(inner):
            return _fraction(inner)
        case Num(value):
            return bool(value.denominator != 1)
    return isinstance(term, Div)


def common_symbol(e: Expr) -> Expr | None:
    """(h² + 10h)/h = h + 10: a power of a symbol that divides every term of the numerator and the denominator."""
    match e:
        case Div(Add(terms), bottom):
            below = bottom.factors if isinstance(bottom, Mul) else (bottom,)
            for i, factor in enumerate(below):
                x, n = _base(factor)
                above, times = _divided(terms, x, n) if isinstance(x, Sym) and n.denominator == 1 else (terms, 0)
                if times:
                    left = (*below[:i], *(() if times == n else (_raised(x, n - times),)), *below[i + 1 :])
                    return Div(Add(above), left[0] if len(left) == 1 else Mul(left)) if left else Add(above)
    return None


def _divided(terms: tuple[Expr, ...], x: Expr, most: Fraction) -> tuple[tuple[Expr, ...], int]:
    """The terms divided by x as often as each of them can be, up to `most` times; and how often."""
    times = 0
    while times < most:
        lower = [each for each in (_lowered(term, x) for term in terms) if each is not None]
        if len(lower) < len(terms):
            break
        terms, times = tuple(lower), times + 1
    return terms, times


def _lowered(term: Expr, x: Expr) -> Expr | None:
    """term/x where x is one of its factors."""
    match term:
        case Neg(inner):
            rest = _lowered(inner, x)
            return None if rest is None else Neg(rest)
        case Pow(base, Num(n)) if base == x and n.denominator == 1 and n >= 1:
            return Pow(base, Num(n - 1))
        case Mul(factors):
            for i, each in enumerate(factors):
                rest = _lowered(each, x)
                if rest is not None:
                    return Mul((*factors[:i], rest, *factors[i + 1 :]))
    return ONE if term == x else None


def _denominators(terms: tuple[Expr, ...]) -> Expr | None:
    """A common denominator of the terms that are fractions, made of the largest powers met."""
    needed: Powers = {}
    number = 1
    for term in terms:
        plain = term.arg if isinstance(term, Neg) else term
        if isinstance(plain, Div):
            value, rest = coefficient(plain.bottom)
            number = number * value.numerator // gcd(number, value.numerator)
            for key, (base, n) in _powers(rest).items():
                needed[key] = (base, max(n, needed[key][1] if key in needed else n))
    if not needed and number == 1:
        return None
    product = tuple(_raised(base, n) for base, n in needed.values())
    return scaled(Fraction(number), None if not product else product[0] if len(product) == 1 else Mul(product))


def _times(term: Expr, below: Expr) -> Expr:
    match term:
        case Neg(u):
            return Neg(_times(u, below))
        case Div(top, bottom):
            return Div(Mul((top, below)), bottom)
    return Mul((term, below))


def pythagoras(e: Expr) -> Expr | None:
    """a sin²u + a cos²u = a."""
    if not isinstance(e, Add):
        return None
    split = [coefficient(term) for term in e.terms]
    for i, (number, rest) in enumerate(split):
        for partner, left in _cosine_partners(rest):
            for j, (other, term) in enumerate(split):
                if other == number and term is not None and alike(term, partner):
                    kept = tuple(term for k, term in enumerate(e.terms) if k not in (i, j))
                    return Add((*kept, scaled(number, left)))
    return None


def _cosine_partners(rest: Expr | None) -> Iterator[tuple[Expr, Expr | None]]:
    """For each factor sin²u: the term with cos²u in its place, and the term without it."""
    factors = () if rest is None else rest.factors if isinstance(rest, Mul) else (rest,)
    for i, factor in enumerate(factors):
        match factor:
            case Pow(Fn("sin", (u,)), Num(n)) if n == 2:
                others = (*factors[:i], *factors[i + 1 :])
                left = None if not others else others[0] if len(others) == 1 else Mul(others)
                cosine = Pow(Fn("cos", (u,)), TWO)
                yield (cosine if left is None else Mul((*others, cosine))), left


BRACKETS = (
    ("pythagoras", "Use $\\sin^2 + \\cos^2 = 1$.", pythagoras, (Add,), False),
    ("common-factor", "Take out the common factor.", common_factor, (Add,), False),
    ("multiply-out", "Multiply out.", multiply_out, (Add,), False),
    ("cancel-symbol", "Cancel the common factor.", common_symbol, (Div,), False),
    ("inner-fractions", "Clear the fractions inside the fraction.", inner_fractions, (Div,), False),
)

"""Clean-ups of products, signs, fractions and powers; a part of TIDY."""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction
from math import gcd

from fluxions.calculus.equality.coefficients import coefficient, scaled
from fluxions.calculus.equality.tidy_sums import drop_zero, like_terms, signs
from fluxions.calculus.expr import ONE, Add, Const, Div, Expr, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.trees import Likeness, alike


def _product(factors: tuple[Expr, ...]) -> Expr:
    if not factors:
        return ONE
    return factors[0] if len(factors) == 1 else Mul(factors)


def _factors(e: Expr) -> tuple[Expr, ...]:
    return e.factors if isinstance(e, Mul) else (e,)


def flatten_product(e: Expr) -> Expr | None:
    """a·(b·c) = a·b·c."""
    match e:
        case Mul((only,)):
            return only
        case Mul(factors) if any(isinstance(each, Mul) for each in factors):
            return Mul(tuple(part for each in factors for part in _factors(each)))
    return None


def zero_product(e: Expr) -> Expr | None:
    """0·a = 0 and 0/a = 0."""
    match e:
        case Mul(factors) if any(isinstance(each, Num) and each.value == 0 for each in factors):
            return Num(0)
        case Div(Num(value), bottom) if value == 0 and not (isinstance(bottom, Num) and bottom.value == 0):
            return Num(0)
    return None


def numbers_first(e: Expr) -> Expr | None:
    """2·u·3 = 6u, (−u)·v = −(u·v): the numbers and signs of a product become one number in front."""
    if not isinstance(e, Mul):
        return None
    loose = [i for i, each in enumerate(e.factors) if isinstance(each, (Num, Neg))]
    if not loose or (loose == [0] and isinstance(e.factors[0], Num) and abs(e.factors[0].value) != 1):
        return None
    number, rest = coefficient(e)
    return Num(0) if number == 0 else scaled(number, rest)


def sign_of_number(e: Expr) -> Expr | None:
    """−(−u) = u, −(2) = −2, −(2u) = −2u."""
    match e:
        case Neg(Neg(u)):
            return u
        case Neg(Num(value)):
            return Num(-value)
        case Neg(Mul((Num(value), *rest))):
            return scaled(-value, _product(tuple(rest)))
        case Neg(Div(Num(value), bottom)) if value < 0:
            return Div(Num(-value), bottom)
    return None


def one_fraction(e: Expr) -> Expr | None:
    """u·(v/w) = uv/w, unless the only other factor is a number or nothing is gained."""
    match e:
        case Mul(factors):
            place = next((i for i, each in enumerate(factors) if isinstance(each, Div)), None)
            if place is None:
                return None
            fraction = factors[place]
            assert isinstance(fraction, Div)
            others = (*factors[:place], *factors[place + 1 :])
            top = others if fraction.top == ONE else (*others, *_factors(fraction.top))
            return Div(_product(top), fraction.bottom)
    return None


def nested_fraction(e: Expr) -> Expr | None:
    """(a/b)/c = a/(bc) and a/(b/c) = ac/b."""
    match e:
        case Div(Div(a, b), c):
            return Div(a, Mul((*_factors(b), *_factors(c))))
        case Div(a, Div(b, c)):
            return Div(_product((*_factors(a), *_factors(c))) if a != ONE else c, b)
    return None


def sign_of_fraction(e: Expr) -> Expr | None:
    """(−a)/b = −(a/b) = a/(−b)."""
    match e:
        case Div(Neg(a), b):
            return Neg(Div(a, b))
        case Div(a, Neg(b)):
            return Neg(Div(a, b))
        case Div(Mul((Num(value), *rest)), b) if value < 0:
            return Neg(Div(scaled(-value, _product(tuple(rest))), b))
        case Div(Num(value), b) if value < 0 and not isinstance(b, Num):
            return Neg(Div(Num(-value), b))
    return None


def reduce_numbers(e: Expr) -> Expr | None:
    """6u/4 = 3u/2, u/1 = u, 6/4 = 3/2: the numbers of a fraction in lowest terms."""
    match e:
        case Div(Num(top), Num(bottom)) if bottom != 0:
            return Num(top / bottom)
        case Div(top, Num(bottom)) if bottom == 1:
            return top
        case Num(value) if e.places is None and e.bottom != value.denominator:
            return Num(value)
        case Div(top, Num(bottom)) if bottom == 1:
            return top
        case Div(top, bottom) if not isinstance(bottom, Num) or bottom.value != 0:
            return _lowest(top, bottom)
    return None


def _lowest(top: Expr, bottom: Expr) -> Expr | None:
    (p, up), (q, down) = coefficient(top), coefficient(bottom)
    if q == 0 or isinstance(down, Div):
        return None
    if bottom == ONE:
        return top
    ratio = Fraction(p) / q
    if p == ratio.numerator and q == ratio.denominator:
        return None
    if down is None and isinstance(top, Add) is False and ratio.denominator == 1:
        return scaled(ratio, up)
    under = scaled(Fraction(ratio.denominator), down)
    return Div(scaled(Fraction(ratio.numerator), up), under) if under != ONE else scaled(ratio, up)


def common_content(e: Expr) -> Expr | None:
    """(4u + 6v)/2 = 2u + 3v: a number that divides every term of the numerator and the denominator."""
    match e:
        case Div(Add(terms) as top, bottom):
            under, down = coefficient(bottom)
            split = [coefficient(term) for term in terms]
            if under.denominator != 1 or any(number.denominator != 1 for number, _ in split):
                return None
            shared = gcd(under.numerator, *(number.numerator for number, _ in split))
            if shared <= 1 or not top.terms:
                return None
            above = Add(tuple(scaled(number / shared, rest) for number, rest in split))
            below = scaled(under / shared, down)
            return above if below == ONE else Div(above, below)
    return None


def same_base(e: Expr) -> Expr | None:
    """uᵃ·uᵇ = uᵃ⁺ᵇ where the exponents add up to something shorter; numbers are left to arithmetic."""
    if not isinstance(e, Mul):
        return None
    order: list[Hashable] = []
    found: dict[Hashable, list[Expr]] = {}
    for i, factor in enumerate(e.factors):
        base = _base_and_exponent(factor)[0]
        plain = isinstance(base, Num) and not isinstance(factor, Root)  # √3·√3 = 3, but 2·2³ is arithmetic
        key: Hashable = i if plain else Likeness(base)
        if key not in found:
            order.append(key)
        found.setdefault(key, []).append(factor)
    if len(order) == len(e.factors):
        return None
    after = tuple(each for key in order for each in _merged(found[key]))
    return None if len(after) == len(e.factors) else _product(after)


def _base_and_exponent(e: Expr) -> tuple[Expr, Expr]:
    match e:
        case Pow(base, exponent):
            return base, exponent
        case Root(base, Num(n)) if n != 0:
            return base, Num(1 / n)
    return e, ONE


def _merged(factors: list[Expr]) -> tuple[Expr, ...]:
    """Powers of one base as one power, if that is shorter."""
    if len(factors) == 1:
        return tuple(factors)
    parts = [_base_and_exponent(each) for each in factors]
    base, exponents = parts[0][0], tuple(exponent for _, exponent in parts)
    if isinstance(base, Num) and all(isinstance(each, Root) for each in factors) and len(set(factors)) == 1:
        return _roots_merged(base.value, factors[0].children[1], len(factors))
    if all(isinstance(each, Num) for each in exponents):
        return (_raised(base, sum((each.value for each in exponents if isinstance(each, Num)), Fraction(0))),)
    total = like_terms(drop_zero(signs(Add(exponents)) or Add(exponents)) or Add(exponents))
    return tuple(factors) if total is None else (Pow(base, total),)


def _roots_merged(u: Fraction, degree: Expr, count: int) -> tuple[Expr, ...]:
    """√3·√3·√3 = 3√3."""
    n = int(degree.value) if isinstance(degree, Num) else count + 1
    whole, rest = divmod(count, n)
    return (*((Num(u**whole),) if whole else ()), *((Root(Num(u), degree),) * rest))


def cancel_factor(e: Expr) -> Expr | None:
    """uv/(uw) = v/w, and uᵃ/uᵇ = uᵃ⁻ᵇ for numbers a, b."""
    if not isinstance(e, Div):
        return None
    above, below = list(_factors(e.top)), list(_factors(e.bottom))
    for i, up in enumerate(above):
        for j, down in enumerate(below):
            pair = _cancelled(up, down)
            if pair is not None:
                above[i], below[j] = pair
                top, bottom = (tuple(each for each in side if each != ONE) for side in (above, below))
                return Div(_product(top), _product(bottom)) if bottom else _product(top)
    return None


def _cancelled(up: Expr, down: Expr) -> tuple[Expr, Expr] | None:
    (u, a), (v, b) = _as_power(up), _as_power(down)
    if a is None or b is None or isinstance(u, Num) or not alike(u, v):
        return None
    left = a - b
    return (_raised(u, left), ONE) if left >= 0 else (ONE, _raised(u, -left))


def _as_power(e: Expr) -> tuple[Expr, Fraction | None]:
    base, exponent = _base_and_exponent(e)
    return (base, exponent.value) if isinstance(exponent, Num) else (e, Fraction(1))


def _raised(u: Expr, n: Fraction) -> Expr:
    if n in (0, 1):
        return ONE if n == 0 else u
    return Root(u, Num(2)) if n == Fraction(1, 2) else Pow(u, Num(n))


def simple_factors_first(e: Expr) -> Expr | None:
    """cos(x)·y·x² = x²·y·cos(x): constants, symbols and their powers by name, then all else in the order it had."""
    match e:
        case Mul(factors):
            after = tuple(sorted(factors, key=_rank))
            return None if after == factors else Mul(after)
    return None


def _rank(factor: Expr) -> tuple[int, str]:
    base, exponent = _base_and_exponent(factor)
    match base:
        case Num():
            return 0 if isinstance(factor, Num) else 1 if isinstance(exponent, Num) else 3, ""
        case Const("pi"):
            return 1 if isinstance(exponent, Num) else 3, ""
        case Sym(name):
            return (2, name) if isinstance(exponent, (Num, Sym)) else (3, "")
    return 3, ""


PRODUCTS = (
    ("flatten-product", "Leave out the brackets.", flatten_product, (Mul,)),
    ("zero-product", "Zero times anything is zero.", zero_product, (Mul, Div)),
    ("numbers-first", "Multiply the numbers and write them in front.", numbers_first, (Mul,)),
    ("sign", "Settle the sign.", sign_of_number, (Neg,)),
    ("nested-fraction", "Write it as one fraction.", nested_fraction, (Div,)),
    ("one-fraction", "Write it as one fraction.", one_fraction, (Mul,)),
    ("sign-of-fraction", "Write the sign in front of the fraction.", sign_of_fraction, (Div,)),
    ("reduce", "Reduce the fraction.", reduce_numbers, (Div, Num)),
    ("common-content", "Divide numerator and denominator by their common number.", common_content, (Div,)),
    ("same-base", "Add the exponents of equal bases.", same_base, (Mul,), False),
    ("cancel", "Cancel the common factor.", cancel_factor, (Div,), False),
    ("simple-factors-first", "Write the simple factors first.", simple_factors_first, (Mul,)),
)

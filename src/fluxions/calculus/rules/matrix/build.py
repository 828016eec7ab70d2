"""Sums and products of arrays put together in order: scalars in front, no double transposes, equal terms collected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

from fluxions.calculus.expr import ONE, Add, Div, E, Expr, Fn, Mul, Neg, Num, Pow, num
from fluxions.calculus.shapes import ONCE, SCALAR, Shaped, dim_expr, dim_of, is_column, is_scalar, shape

UNIT = Fraction(1)


@lru_cache(maxsize=16_384)
def parts(e: Expr) -> tuple[Fraction, tuple[Expr, ...], tuple[Expr, ...]]:
    """(number, scalar factors, the word of matrices) of a product; a word that is a scalar counts as one factor."""
    match e:
        case Num(value):
            return value, (), ()
        case Neg(u):
            number, scalars, word = parts(u)
            return -number, scalars, word
        case Div(top, Num(value)) if value:
            number, scalars, word = parts(top)
            return number / value, scalars, word
        case Mul(factors):
            return _gathered(factors)
    return (UNIT, (e,), ()) if is_scalar(e) else (UNIT, (), (e,))


def _gathered(factors: Iterable[Expr]) -> tuple[Fraction, tuple[Expr, ...], tuple[Expr, ...]]:
    number, scalars, word, run = UNIT, list[Expr](), list[Expr](), SCALAR
    for each in factors:
        own, front, rest = parts(each)
        if own is not UNIT:
            number = number * own
        scalars += front
        for factor in rest:
            if isinstance(factor, Fn) and factor.name == "I":
                if not word:
                    word, run = [factor], shape(factor)
                continue
            if word and isinstance(word[-1], Fn) and word[-1].name == "I":
                word.pop()
            rows, columns = shape(factor)
            word.append(factor)
            run = (rows if len(word) == 1 else run[0], columns)
            if run == SCALAR:
                scalars.append(Mul(tuple(word)))
                word = []
    return number, tuple(scalars), tuple(word)


def product(*factors: Expr) -> Expr:
    """The product in the order given; scalars, which commute, come to the front."""
    number, scalars, word = _gathered(factors)
    return assembled(number, scalars, word)


def assembled(number: Fraction, scalars: Sequence[Expr], word: Sequence[Expr]) -> Expr:
    """A product of a number, scalars and a word."""
    if number == 0:
        return Num(0)
    plain = [each for each in scalars if not isinstance(each, Mul)]
    inner = [each for each in scalars if isinstance(each, Mul)]
    if len(inner) == 1 and not word:
        plain += inner[0].children
    else:
        plain = [*plain, *inner]
    if number is UNIT:
        flat = [*plain, *word]
    else:
        size = abs(number)
        flat = [*([num(size)] if size != 1 else []), *plain, *word]
    made = ONE if not flat else flat[0] if len(flat) == 1 else Mul(tuple(flat))
    return made if number is UNIT or number > 0 else Neg(made)


def scaled(number: Fraction, e: Expr) -> Expr:
    own, scalars, word = parts(e)
    return assembled(number * own, scalars, word)


def power(base: Expr, n: int) -> Expr:
    """baseⁿ of a scalar; (sᵏ)ⁿ = sᵏⁿ, (st)ⁿ = sⁿtⁿ."""
    if n == 1:
        return base
    number, scalars, word = parts(base)
    if (number != 1 or len(scalars) > 1) and not word and not any(isinstance(each, Mul) for each in scalars):
        return assembled(number**n, tuple(power(each, n) for each in scalars), ())
    match base:
        case Pow(inner, Num(k)) if k.denominator == 1:
            return Pow(inner, Num(k * n))
    return Pow(base, Num(n))


def over(top: Expr, bottom: Expr) -> Expr:
    """top / bottom for a scalar below; a sign stands in front."""
    number, scalars, word = parts(top)
    if isinstance(bottom, Num):
        return assembled(number / bottom.value, scalars, word)
    sign = Fraction(-1 if number < 0 else 1)
    made = Div(assembled(abs(number), scalars, word), bottom)
    return Neg(made) if sign < 0 else made


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
    left = [
        assembled(number, _without(scalars, shared), word[int(first) : len(word) - int(last)])
        for number, scalars, word in found
    ]
    ends = ((words[0][0],) if first else (), (words[0][-1],) if last else ())
    return product(*shared, *ends[0], below(factored(left)), *ends[1])


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


def transposed(e: Expr) -> Expr:
    """The transpose, carried to the factors: (AB)' = B'A', (A')' = A."""
    if is_scalar(e) and not isinstance(e, Mul):
        return e
    match e:
        case Neg(u):
            return Neg(transposed(u))
        case Div(u, v):
            return Div(transposed(u), v)
        case Fn("transpose", (u,)):
            return u
        case Fn("hadamard" | "quotient" | "kron" as name, (u, v)) if name == "kron" or not is_column(e):
            return Fn(name, (transposed(u), transposed(v)))
        case Fn("ones" | "zeros" as name, (m, n)):
            return Fn(name, (n, m))
        case Mul():
            return _reversed(e)
    return e if symmetric(e) else Fn("transpose", (e,))


def _reversed(e: Mul) -> Expr:
    number, scalars, word = parts(e)
    if not word:  # a scalar word written backwards
        turned = (
            Mul(tuple(map(transposed, each.factors[::-1]))) if isinstance(each, Mul) else each for each in scalars
        )
        return assembled(number, tuple(turned), ())
    return assembled(number, scalars, tuple(transposed(each) for each in reversed(word)))


def symmetric(e: Expr) -> bool:
    """Is e known to be its own transpose?"""
    match e:
        case Shaped():
            return e.symmetric
        case Fn("I", _):
            return True
        case Fn("diag", (u,)):
            return is_column(u)
        case Fn("inv", (u,)):
            return symmetric(u)
        case Fn("hadamard" | "kron", (u, v)):
            return shape(u)[0] == shape(u)[1] and symmetric(u) and symmetric(v)
        case Neg(u) | Div(u, _) | Pow(u, Num()):
            return symmetric(u) and not is_column(u)
        case Add(each):
            return all(symmetric(term) for term in each)
        case Mul():
            rows, columns = shape(e)
            _, _, word = parts(e)
            return rows == columns and bool(word) and tuple(transposed(each) for each in reversed(word)) == word
    return is_scalar(e)


def hadamard(a: Expr, b: Expr) -> Expr:
    """a ∘ b, numbers and scalars in front, nothing where one of them is 𝟏."""
    if is_scalar(a) or is_scalar(b):
        return product(a, b)
    (p, first, u), (q, second, v) = parts(a), parts(b)
    left, right = assembled(UNIT, (), u), assembled(UNIT, (), v)
    if is_ones(left):
        return assembled(p * q, (*first, *second), v)
    if is_ones(right):
        return assembled(p * q, (*first, *second), u)
    if isinstance(right, Fn) and right.name == "quotient" and is_ones(right.args[0]):
        return assembled(p * q, (*first, *second), (Fn("quotient", (left, right.args[1])),))
    return assembled(p * q, (*first, *second), (Fn("hadamard", (left, right)),))


def quotient(a: Expr, b: Expr) -> Expr:
    """a / b entry by entry; by a scalar where b is one."""
    if is_scalar(b):
        return over(a, b)
    (p, first, u), (q, second, v) = parts(a), parts(b)
    made = Fn("quotient", (assembled(UNIT, (), u), assembled(UNIT, (), v)))
    whole = assembled(p / q, first, (made,))
    return product(Div(ONE, assembled(UNIT, second, ())), whole) if second else whole


def is_ones(e: Expr) -> bool:
    """Is every entry 1: ones(n), or ones(m)·ones(n)'?"""
    match e:
        case Fn("ones", _) | Fn("transpose", (Fn("ones", _),)):
            return True
        case Mul((Fn("ones", _), Fn("transpose", (Fn("ones", _),)))):
            return True
    return False


def ones_like(e: Expr) -> Expr:
    """1, or an array of ones of the shape of e."""
    return _filled("ones", ONE, e)


def zeros_like(e: Expr) -> Expr:
    return _filled("zeros", Num(0), e)


def _filled(name: str, scalar: Expr, e: Expr) -> Expr:
    rows, columns = shape(e)
    if (rows, columns) == SCALAR:
        return scalar
    return Fn(name, (dim_expr(rows),) if columns == ONCE else (dim_expr(rows), dim_expr(columns)))


def diagonal(e: Expr) -> Expr:
    """diag(v); of 𝟏 it is I."""
    number, scalars, word = parts(e)
    inner = assembled(UNIT, (), word)
    made = Fn("I", (dim_expr(dim_of(inner.args[0])),)) if is_ones(inner) else Fn("diag", (inner,))  # type: ignore[attr-defined]
    return assembled(number, scalars, (made,))


def trace(e: Expr) -> Expr:
    """tr(A), the numbers in front; of a scalar it is the scalar."""
    if is_scalar(e):
        return e
    number, scalars, word = parts(e)
    return assembled(number, (*scalars, Fn("tr", (assembled(UNIT, (), word),))), ())


__all__ = [
    "assembled", "below", "diagonal", "equal_words", "factored", "hadamard", "is_ones", "ones_like", "over", "parts",
    "power", "product", "quotient", "scaled", "symmetric", "terms", "total", "trace", "transposed", "zeros_like",
]  # fmt: skip

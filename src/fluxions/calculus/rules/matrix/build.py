"""Products of arrays put together in order: scalars in front, transposes at the factors, no identity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

from fluxions.calculus.expr import ONE, Add, Div, Expr, Fn, Mul, Neg, Num, Pow, num
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
    "UNIT", "assembled", "diagonal", "hadamard", "is_ones", "ones_like", "over", "parts", "power", "product",
    "quotient", "scaled", "symmetric", "trace", "transposed", "zeros_like",
]  # fmt: skip

"""Exact algebra that the rules for systems and extrema share: gaps, factors, unknowns that stand linearly, signs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm

from fluxions.calculus.equality.coefficients import coefficient
from fluxions.calculus.equality.expansion import Polynomial, as_expr, polynomial
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ZERO,
    Add,
    And,
    Const,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Pow,
    Rel,
    Root,
    Set,
    Sym,
    Vector,
)
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.ideals import terms_of
from fluxions.calculus.numbers.linear import alone
from fluxions.calculus.numbers.polynomials import TooBig, factors, ratio_in
from fluxions.calculus.trees import free_of, substituted, symbols
from fluxions.calculus.verdict import Equal

SIGN_BITS = (160, 1200)


def gap(equation: Expr) -> Expr | None:
    """left − right of an equation; None of anything else."""
    match equation:
        case Rel("=", left, right):
            return left if right == ZERO else tidied(Add((left, Neg(right))))
    return None


def gaps_of(system: Expr) -> tuple[Expr, ...] | None:
    """The differences that are to be 0: of one equation, a list of them, or equations joined by “and”."""
    parts = system.children if isinstance(system, (Vector, And)) else (system,)
    found = tuple(gap(each) for each in parts)
    return None if any(each is None for each in found) else found  # type: ignore[return-value]


def vanishing(gaps: Sequence[Expr]) -> Vector:
    """The equations gap = 0."""
    return Vector(tuple(Rel("=", each, ZERO) for each in gaps))


def written_out(e: Expr) -> Expr:
    """The polynomial multiplied out; anything else tidy."""
    found = polynomial(e)
    return tidied(e) if found is None else as_expr(found)


def primitive(e: Expr) -> Expr:
    """What is zero where e is zero: for a polynomial, whole numbers without a common factor, a positive one first."""
    found = polynomial(e)
    if not found:
        return tidied(e)
    below = lcm(*(c.denominator for c in found.values()))
    content = gcd(*(int(c * below) for c in found.values()))
    scaled = as_expr({key: c * below / content for key, c in found.items()})
    first = scaled.terms[0] if isinstance(scaled, Add) else scaled
    return scaled if not _negative(first) else as_expr({key: -c * below / content for key, c in found.items()})


def split(e: Expr, unknowns: Sequence[Sym]) -> tuple[Expr, ...] | None:
    """The different factors of the top of e that hold an unknown and can be 0; None where e is one such factor itself.

    What is no rational function of symbols, such as eˣ, counts as one symbol.
    """
    kernels: dict[Expr, Sym] = {}
    flat = _with_kernels(e, kernels)
    names = sorted(symbols(flat))
    try:
        top, bottom = ratio_in(flat, names)
        _, found = factors(top)
    except (TooBig, ZeroDivisionError):
        return None
    if len(found) == 1 and found[0][1] == 1 and bottom.is_constant():
        return None
    back = {symbol.name: kernel for kernel, symbol in kernels.items()}
    parts = [substituted(as_expr(_named(terms_of(factor), names)), back) for factor, _ in found]
    return tuple(each for each in parts if not all(free_of(each, x) for x in unknowns) and not _positive(each))


def _with_kernels(e: Expr, kernels: dict[Expr, Sym]) -> Expr:
    match e:
        case Pow(_, Num(n)) if n.denominator == 1:
            pass
        case Pow() | Fn() | Root() | Const():
            return kernels.setdefault(e, Sym(f"zz_{len(kernels)}"))
    return e.rebuilt(tuple(_with_kernels(each, kernels) for each in e.children)) if e.children else e


def _named(terms: dict[tuple[int, ...], Fraction], names: Sequence[str]) -> dict[tuple[tuple[str, int], ...], Fraction]:
    return {tuple((name, n) for name, n in zip(names, key, strict=True) if n): c for key, c in terms.items()}


def _positive(e: Expr) -> bool:
    """Is it a power of a positive number, or a function that is never 0?"""
    match e:
        case Pow(base, _) if not symbols(base):
            return sign(base) == 1
        case Pow(u, _):
            return _positive(u)
        case Fn("sigmoid" | "cosh" | "phi" | "softplus", _):
            return True
    return False


def isolated(e: Expr, x: Sym, unknowns: Sequence[Sym]) -> Expr | None:
    """The value of x for which e is 0, where x stands linearly with a factor free of all unknowns; else None."""
    found = polynomial(e)
    if found is None:
        value = alone(e, x.name)
        return None if value is None else tidied(value)
    if any(dict(key).get(x.name, 0) > 1 for key in found):
        return None
    front = {_without(key, x): c for key, c in found.items() if dict(key).get(x.name)}
    rest = {key: c for key, c in found.items() if not dict(key).get(x.name)}
    others = {each.name for each in unknowns}
    if not front or any(name in others for key in front for name, _ in key):
        return None
    if set(front) == {()}:
        return positive_first({key: -c / front[()] for key, c in rest.items()})
    return tidied(Div(positive_first({key: -c for key, c in rest.items()}), as_expr(front)))


def positive_first(found: Polynomial) -> Expr:
    """The sum of monomials, one with a positive factor in front where there is one: 3 − y."""
    e = as_expr(found)
    if not isinstance(e, Add):
        return e
    first = next((i for i, each in enumerate(e.terms) if not _negative(each)), 0)
    return Add((e.terms[first], *e.terms[:first], *e.terms[first + 1 :])) if first else e


def _negative(term: Expr) -> bool:
    return coefficient(term)[0] < 0


def _without(key: tuple[tuple[str, int], ...], x: Sym) -> tuple[tuple[str, int], ...]:
    return tuple((name, n) for name, n in key if name != x.name)


def put(e: Expr, values: dict[Sym, Expr]) -> Expr:
    """e with the unknowns exchanged for their values, tidy."""
    return tidied(substituted(e, {x.name: value for x, value in values.items()}))


def sign(e: Expr) -> int | None:
    """The sign of a constant: exact for 0 where its tidy form shows it, else by balls; None where it is not seen."""
    if symbols(e) or e.stands:
        return None
    e = tidied(e)
    if isinstance(e, Num):
        return (e.value > 0) - (e.value < 0)
    for bits in SIGN_BITS:
        value = value_at(e, {}, bits)
        if value is None:
            return None
        if value > 0 or value < 0:
            return 1 if value > 0 else -1
    return 0 if polynomial(e, {}) == {} or isinstance(equal(e, ZERO, witnessed=False), Equal) else None


def set_of(e: Expr) -> tuple[Expr, ...] | None:
    """The elements of a set that is known; a single value counts as one element."""
    if e.stands:
        return None
    return e.elements if isinstance(e, Set) else (e,)


def root_of(c: Fraction, n: int) -> Expr:
    """The positive nth root of a positive number; a square root without squares inside and without a fraction."""
    top, bottom = _whole_root(c.numerator, n), _whole_root(c.denominator, n)
    if top is not None and bottom is not None:
        return Num(Fraction(top, bottom))
    if n != 2:
        return tidied(Root(Num(c), Num(n)))
    inside, outside = c.numerator * c.denominator, Fraction(1, c.denominator)
    for p in (2, 3, 5, 7, 11, 13):
        while inside % (p * p) == 0:
            inside, outside = inside // (p * p), outside * p
    root = Root(Num(inside), Num(2))
    top_part: Expr = root if outside.numerator == 1 else Mul((Num(outside.numerator), root))
    return top_part if outside.denominator == 1 else Div(top_part, Num(outside.denominator))


def _whole_root(value: int, n: int) -> int | None:
    """The whole nth root, by bisection."""
    low, high = 0, 1 << (value.bit_length() // n + 1)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if middle**n >= value else (middle + 1, high)
    return low if low**n == value else None


def in_order(found: tuple[Expr, ...]) -> tuple[Expr, ...]:
    """Numbers from the least up; points as they came."""
    places = [None if isinstance(each, Vector) else value_at(each, {}) for each in found]
    if any(place is None for place in places):
        return found
    order = sorted(range(len(found)), key=lambda i: float(places[i].mid()))  # type: ignore[union-attr]
    return tuple(found[i] for i in order)

"""A fraction of polynomials in lowest terms, and a part of it that occurs by its nth power alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from fluxions.calculus.equality.expansion import Monomial, as_expr
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, Add, Div, Expr, Mul, Neg, Num, Pow, Sym
from fluxions.calculus.numbers.polynomials import Poly, Quotient, TooBig, factors, fraction, ratio_in
from fluxions.calculus.rules.integration.integrand import power
from fluxions.calculus.rules.integration.integrand import quotient as over
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.trees import free_of, substituted


def rational(e: Expr) -> tuple[Quotient, tuple[Expr, ...]] | None:
    """e as a quotient of polynomials in its atoms (symbols and whatever is no fraction or whole power)."""
    atoms: list[Expr] = []
    polynomial = _atomic(e, atoms)
    try:
        top, bottom = ratio_in(polynomial, [f" {i}" for i in range(len(atoms))])
        return Quotient(top, bottom).lowest(), tuple(atoms)
    except (TooBig, ZeroDivisionError):
        return None


def _atomic(e: Expr, atoms: list[Expr]) -> Expr:
    match e:
        case Num():
            return e
        case Add() | Mul() | Neg() | Div():
            return e.rebuilt(tuple(_atomic(each, atoms) for each in e.children))
        case Pow(u, Num(n)) if n.denominator == 1:
            return Pow(_atomic(u, atoms), Num(n))
    if e not in atoms:
        atoms.append(e)
    return Sym(f" {atoms.index(e)}")


def in_lowest_terms(e: Expr) -> Expr:
    """A fraction in lowest terms with whole coefficients, its denominator in factors; other trees only tidied."""
    found = rational(tidied(e))
    if found is None:
        return tidied(e)
    quotient, atoms = found
    try:
        content, below = factors(quotient.bottom)
    except TooBig:
        content, below = Fraction(1), ((quotient.bottom, 1),)
    top = {powers: c / content for powers, c in quotient.terms()}
    scale = lcm(*(c.denominator for c in top.values()), 1)
    above = _written({powers: c * scale for powers, c in top.items()}, atoms)
    parts = [power(_written(dict(_terms(each)), atoms), n) for each, n in below]
    return tidied(over(above, product((Num(scale), *parts))))


def _terms(poly: Poly) -> Iterable[tuple[tuple[int, ...], Fraction]]:
    return ((powers, fraction(c)) for powers, c in poly.to_dict().items())


def _written(terms: Mapping[tuple[int, ...], Fraction], atoms: tuple[Expr, ...]) -> Expr:
    names = [f" {i:02}" for i in range(len(atoms))]
    sums: dict[Monomial, Fraction] = {
        tuple((name, n) for name, n in zip(names, map(int, powers), strict=True) if n): c for powers, c in terms.items()
    }
    return substituted(as_expr(sums), dict(zip(names, atoms, strict=True)))


def by_power(e: Expr, part: Sym, n: int, value: Expr) -> Expr | None:
    """A fraction in which a symbol has powers of n alone, its nth power exchanged; None where it has others."""
    found = rational(e)
    if found is None:
        return None
    quotient, atoms = found
    if any(each != part and not free_of(each, part) for each in atoms):
        return None
    if part not in atoms:
        return e
    place = atoms.index(part)
    both = (dict(quotient.terms()), dict(_terms(quotient.bottom)))
    shifts = {powers[place] % n for terms in both for powers in terms}
    if shifts != {0}:
        return None
    sides = [{_divided(powers, place, n): c for powers, c in terms.items()} for terms in both]
    given = tuple(value if each == part else each for each in atoms)
    return Div(_written(sides[0], given), _written(sides[1], given))


def _divided(powers: tuple[int, ...], place: int, n: int) -> tuple[int, ...]:
    return (*powers[:place], powers[place] // n, *powers[place + 1 :])


def is_fraction_in(e: Expr, parts: Sequence[Sym]) -> bool:
    """Do the symbols stand in e as those of a fraction of polynomials, and nowhere inside another function?"""
    found = rational(e)
    return found is not None and all(each in parts or all(free_of(each, part) for part in parts) for each in found[1])


def is_polynomial(e: Expr) -> bool:
    """Is the fraction a polynomial in its parts?"""
    found = rational(e)
    return found is not None and bool(found[0].bottom.is_constant())


def share_of_arctangent(g: Expr, u: Sym) -> Fraction:
    """The c of c/(1 + u²) in the partial fractions of g; 0 where 1 + u² is no single factor or g holds letters."""
    match g:
        case Neg(inner):
            return -share_of_arctangent(inner, u)
        case Div(top, bottom):
            parts = bottom.factors if isinstance(bottom, Mul) else (bottom,)
        case _:
            return Fraction(0)
    others = [each for each in parts if coefficients(each, u) != {0: ONE, 2: ONE}]
    if len(others) + 1 != len(parts):
        return Fraction(0)
    above, below = _at_i(top, u), _at_i(product(others), u)
    if above is None or below is None:
        return Fraction(0)
    (a, b), (c, d) = above, below
    return (a * c + b * d) / (c * c + d * d)


def _at_i(e: Expr, u: Sym) -> tuple[Fraction, Fraction] | None:
    """Real and imaginary part of a polynomial in u with rational coefficients at u = i."""
    found = coefficients(e, u)
    if found is None:
        return None
    parts = [Fraction(0), Fraction(0)]
    for n, each in found.items():
        if not isinstance(each, Num):
            return None
        parts[n % 2] += each.value if n % 4 < 2 else -each.value
    return parts[0], parts[1]

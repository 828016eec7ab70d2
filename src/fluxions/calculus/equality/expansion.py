"""Polynomials in several atoms as sums of monomials, for the algebra of a worked solution.

An atom is a symbol or, in `multiplied_out`, any part that is no polynomial: eˣ, ln x, √(1 − x²). e²ˣ is (eˣ)².
"""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.equality.coefficients import scaled
from fluxions.calculus.expr import Add, Const, Div, E, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.trees import substituted

Monomial = tuple[tuple[str, int], ...]  # (("h", 2), ("x", 1)), sorted by name
Polynomial = dict[Monomial, Fraction]
Atoms = dict[Expr, Sym]

LARGEST_POWER, LARGEST_SUM = 12, 400


def polynomial(e: Expr, atoms: Atoms | None = None) -> Polynomial | None:
    """e as a sum of monomials, or None where e is no polynomial of a reasonable size."""
    match e:
        case Num(value):
            return {(): value} if value else {}
        case Sym(name):
            return {((name, 1),): Fraction(1)}
        case Neg(u):
            return _scaled(polynomial(u, atoms), Fraction(-1))
        case Add(terms):
            return _sum([polynomial(term, atoms) for term in terms])
        case Mul(factors):
            return _product([polynomial(factor, atoms) for factor in factors])
        case Div(u, Num(value)) if value != 0:
            return _scaled(polynomial(u, atoms), 1 / value)
        case Pow(u, Num(n)) if n.denominator == 1 and 0 <= n <= LARGEST_POWER:
            return _product([polynomial(u, atoms)] * int(n))
        case Pow(Const("e"), Mul((Num(k), *rest))) if atoms is not None and abs(k) in range(2, LARGEST_POWER + 1):
            u = rest[0] if len(rest) == 1 else Mul(tuple(rest))
            return polynomial(Pow(Pow(E, u if k > 0 else Neg(u)), Num(abs(k))), atoms)
        case Pow() | Fn() | Root() | Const() if atoms is not None:
            name = atoms.setdefault(e, Sym(f" {len(atoms):03}")).name  # before all letters
            return {((name, 1),): Fraction(1)}
    return None


def _scaled(p: Polynomial | None, by: Fraction) -> Polynomial | None:
    return None if p is None else {key: by * value for key, value in p.items()}


def _sum(parts: list[Polynomial | None]) -> Polynomial | None:
    total: Polynomial = {}
    for part in parts:
        if part is None:
            return None
        for key, value in part.items():
            total[key] = total[key] + value if key in total else value
    return {key: value for key, value in total.items() if value}


def _product(parts: list[Polynomial | None]) -> Polynomial | None:
    if not parts:
        return {(): Fraction(1)}
    total, *others = parts
    if total is None or len(total) > LARGEST_SUM:
        return None
    for part in others:
        if part is None or len(total) * len(part) > LARGEST_SUM:
            return None
        found: Polynomial = {}
        for a, p in total.items():
            for b, q in part.items():
                key = _together(a, b)
                found[key] = found[key] + p * q if key in found else p * q
        total = {key: value for key, value in found.items() if value}
    return total


def _together(a: Monomial, b: Monomial) -> Monomial:
    if not a or not b:
        return a or b
    powers = dict(a)
    for name, n in b:
        powers[name] = powers.get(name, 0) + n
    return tuple(sorted(powers.items()))


def as_expr(p: Polynomial) -> Expr:
    """The sum written with falling degree, ties with the positive terms first, then by name."""
    keys = sorted(p, key=lambda key: (-sum(n for _, n in key), p[key] < 0, key))
    if not keys:
        return Num(0)
    terms = [scaled(p[keys[0]], _monomial(keys[0])), *(_signed(p[key], _monomial(key)) for key in keys[1:])]
    return terms[0] if len(terms) == 1 else Add(tuple(terms))


def _signed(number: Fraction, rest: Expr | None) -> Expr:
    return scaled(number, rest) if number > 0 else Neg(scaled(-number, rest))


def _monomial(key: Monomial) -> Expr | None:
    factors = tuple(Sym(name) if n == 1 else Pow(Sym(name), Num(n)) for name, n in key)
    if not factors:
        return None
    return factors[0] if len(factors) == 1 else Mul(factors)


def expanded(e: Expr) -> Expr | None:
    """e multiplied out, or None where e is no polynomial."""
    found = polynomial(e)
    return None if found is None else as_expr(found)


def multiplied_out(e: Expr) -> Expr | None:
    """e multiplied out, whatever is no polynomial in it taken as an atom."""
    atoms: Atoms = {}
    found = polynomial(e, atoms)
    if found is None:
        return None
    return substituted(as_expr(found), {symbol.name: atom for atom, symbol in atoms.items()})


def divided_by(e: Expr, h: Sym) -> Expr | None:
    """e/h for a polynomial e every term of which has a factor h."""
    found = polynomial(e)
    if not found or any(h.name not in dict(key) for key in found):
        return None
    return as_expr({_lowered(key, h.name): value for key, value in found.items()})


def _lowered(key: Monomial, name: str) -> Monomial:
    return tuple((each, n - (each == name)) for each, n in key if n - (each == name) > 0)

"""How an integrand is seen: as a product of powers, and as a polynomial in x."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from fluxions.calculus.budget import OutOfBudget, solve_budget
from fluxions.calculus.derivation.strategy import Strategy, Stuck, valued
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, At, Diff, Div, Expr, Int, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.rules import derivatives, values
from fluxions.calculus.trees import free_of, mapped, substituted, symbols

Powers = dict[Expr, Fraction]  # base -> exponent
HIGHEST = 12
OF_DERIVATIVES = Strategy((*derivatives.RULES, *values.RULES))
ANGLES = ("t", "theta", "s", "phi", "alpha")
INSIDES = ("u", "v", "w", "z", "p", "q")


def indefinite(node: Expr) -> tuple[Expr, Sym] | None:
    """The integrand and the variable of an integral without bounds."""
    match node:
        case Int(f, x, None) if not free_of(f, x) and not f.stands:
            return f, x
    return None


def product(parts: Iterable[Expr]) -> Expr:
    """The product without needless factors 1."""
    kept = tuple(each for each in parts if each != ONE)
    if not kept:
        return ONE
    return kept[0] if len(kept) == 1 else Mul(kept)


def power(u: Expr, n: Fraction | int) -> Expr:
    """uⁿ, with 1, u and √u written as one writes them."""
    n = Fraction(n)
    if n == 0:
        return ONE
    if n.numerator == 1:
        return u if n == 1 else Root(u, Num(n.denominator))
    return Pow(u, Num(n))


def of_powers(powers: Mapping[Expr, Fraction], constant: Expr = ONE) -> Expr:
    """The product of powers as a fraction without negative exponents."""
    top = product((constant, *(power(base, n) for base, n in powers.items() if n > 0)))
    bottom = product(power(base, -n) for base, n in powers.items() if n < 0)
    return top if bottom == ONE else Div(top, bottom)


def factored(f: Expr, x: Sym) -> tuple[Expr, Powers]:
    """f as a constant times a product of powers, bases in the order met."""
    constants: list[Expr] = []
    powers: Powers = {}
    _collect(f, Fraction(1), x, constants, powers)
    kept = {base: n for base, n in powers.items() if n != 0}
    return tidied(product(constants)), kept


def _collect(f: Expr, n: Fraction, x: Sym, constants: list[Expr], powers: Powers) -> None:
    whole = n.denominator == 1
    match f:
        case _ if free_of(f, x):
            constants.append(f if n == 1 else Div(ONE, f) if n == -1 else Pow(f, Num(n)))
        case Mul(parts) if whole:
            for each in parts:
                _collect(each, n, x, constants, powers)
        case Div(top, bottom) if whole:
            _collect(top, n, x, constants, powers)
            _collect(bottom, -n, x, constants, powers)
        case Neg(u) if whole:
            constants.append(Num(-1 if n % 2 else 1))
            _collect(u, n, x, constants, powers)
        case Pow(u, Num(m)) if whole:
            _collect(u, n * m, x, constants, powers)
        case Root(u, Num(m)) if whole and m.denominator == 1 and m > 0:
            _collect(u, n / m, x, constants, powers)
        case _:
            powers[f] = powers.get(f, Fraction(0)) + n


def coefficients(e: Expr, x: Sym, most: int = HIGHEST) -> dict[int, Expr] | None:
    """The coefficients of a polynomial in x by degree, each free of x and not 0; None of anything else."""
    found = _coefficients(e, x, most)
    if found is None or max(found, default=0) > most:
        return None
    neat = {n: tidied(c) for n, c in found.items()}
    return {n: c for n, c in neat.items() if c != ZERO}


def _coefficients(e: Expr, x: Sym, most: int) -> dict[int, Expr] | None:
    if free_of(e, x):
        return {0: e}
    match e:
        case Sym():
            return {1: ONE}
        case Neg(u):
            inner = _coefficients(u, x, most)
            return None if inner is None else {n: Neg(c) for n, c in inner.items()}
        case Add(terms):
            return _added([_coefficients(each, x, most) for each in terms])
        case Mul(parts):
            return _multiplied([_coefficients(each, x, most) for each in parts], most)
        case Div(u, v) if free_of(v, x):
            inner = _coefficients(u, x, most)
            return None if inner is None else {n: Div(c, v) for n, c in inner.items()}
        case Pow(u, Num(n)) if n.denominator == 1 and 2 <= n <= most:
            return _multiplied([_coefficients(u, x, most)] * int(n), most)
    return None


def _added(parts: list[dict[int, Expr] | None]) -> dict[int, Expr] | None:
    total: dict[int, Expr] = {}
    for part in parts:
        if part is None:
            return None
        for n, c in part.items():
            total[n] = total[n] + c if n in total else c
    return total


def _multiplied(parts: list[dict[int, Expr] | None], most: int) -> dict[int, Expr] | None:
    total: dict[int, Expr] = {0: ONE}
    for part in parts:
        if part is None or max(total) + max(part, default=0) > most:
            return None
        found: dict[int, Expr] = {}
        for n, a in total.items():
            for m, b in part.items():
                term = product((a, b))
                found[n + m] = found[n + m] + term if n + m in found else term
        total = found
    return total


def line(e: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    """(a, b) with e = a x + b and a not 0, both free of x."""
    found = coefficients(e, x, 1)
    return None if found is None or 1 not in found else (found[1], found.get(0, ZERO))


def fresh(f: Expr, x: Sym, names: Iterable[str] = INSIDES) -> Sym:
    """A symbol that is neither x nor in f."""
    used = symbols(f) | {x.name}
    numbered = (f"u_{k}" for k in range(1, 100))
    return Sym(next(name for name in (*names, *numbered) if name not in used))


def substituting(g: Expr, u: Sym, inside: Expr) -> Expr:
    """∫ g du, taken at u = inside."""
    return At(Int(tidied(g), u), u, inside)


def derivative(f: Expr, x: Sym) -> Expr | None:
    """The derivative of f, worked out by the rules; None where they do not reach."""
    try:
        return valued(Diff(f, x), OF_DERIVATIVES, solve_budget())
    except (Stuck, OutOfBudget):
        return None


def put_in(f: Expr, x: Sym, value: Expr) -> Expr:
    """f with the value in the place of x."""
    return substituted(f, {x.name: value})


def exchanged(f: Expr, table: Mapping[Expr, Expr]) -> Expr:
    """f with some of its parts exchanged, from the inside out."""
    return mapped(f, lambda e: table.get(e, e))

"""Polynomials in x whose coefficients may hold letters and constants: division, factors, partial fractions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fluxions.calculus.equality.expansion import as_expr
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, Div, Expr, Mul, Neg, Num, Pow, Sym
from fluxions.calculus.numbers.polynomials import Quotient, TooBig, factors, fraction, number, ring
from fluxions.calculus.rules.integration.pieces import product, total
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.trees import free_of, nodes, substituted

Factors = tuple[Expr, tuple[tuple[Expr, int], ...]]  # the constant, and irreducible factors with multiplicities
Poly = tuple[Quotient, ...]  # c₀, c₁, …; the last is not 0, and the zero polynomial is ()
LARGEST_DEGREE = 24


@dataclass(frozen=True, slots=True)
class Ground:
    """Q with letters adjoined: the field that the coefficients lie in; x itself is its first generator."""

    x: Sym
    atoms: tuple[Expr, ...]

    @property
    def context(self) -> Any:
        return ring(1 + len(self.atoms))

    def quotient(self, e: Expr) -> Quotient:
        """A constant as an element; raises TooBig or ZeroDivisionError."""
        match e:
            case Num(value):
                return number(self.context, value)
            case Neg(u):
                return -self.quotient(u)
            case Add(terms):
                result = self.quotient(terms[0])
                for each in terms[1:]:
                    result = result + self.quotient(each)
                return result.lowest()
            case Mul(parts):
                result = self.quotient(parts[0])
                for each in parts[1:]:
                    result = result * self.quotient(each)
                return result.lowest()
            case Div(u, v):
                return (self.quotient(u) / self.quotient(v)).lowest()
            case Pow(u, Num(n)) if n.denominator == 1 and abs(n) <= 12:
                return self.quotient(u) ** int(n)
        return Quotient(self.context.gen(1 + self.atoms.index(e)), self.context.constant(1))

    def poly(self, found: Mapping[int, Expr]) -> Poly:
        """A polynomial from its coefficients by degree."""
        zero = number(self.context, Num(0).value)
        if max(found, default=0) > LARGEST_DEGREE:
            raise TooBig
        return trimmed([self.quotient(found[n]) if n in found else zero for n in range(max(found, default=-1) + 1)])

    def expr(self, q: Quotient) -> Expr:
        """An element as a tree."""
        lowest = q.lowest()
        top, bottom = self._sum(lowest.top), self._sum(lowest.bottom)
        return tidied(top if bottom == ONE else Div(top, bottom))

    def _sum(self, poly: Any) -> Expr:
        names = [self.x.name] + [
            each.name if isinstance(each, Sym) else f" {i:03}" for i, each in enumerate(self.atoms)
        ]
        found = {
            tuple(sorted((names[i], int(n)) for i, n in enumerate(powers) if n)): fraction(value)
            for powers, value in poly.to_dict().items()
        }
        values = {name: each for name, each in zip(names[1:], self.atoms, strict=True) if name.startswith(" ")}
        return tidied(substituted(as_expr(found), values)) if values else as_expr(found)

    def written(self, p: Sequence[Quotient]) -> Expr:
        """A polynomial as a tree, the highest power first."""
        terms = []
        for n in range(len(p) - 1, -1, -1):
            if p[n].top.is_zero():
                continue
            power = ONE if n == 0 else self.x if n == 1 else Pow(self.x, Num(n))
            terms.append(product((self.expr(p[n]), power)))
        return tidied(total(terms))

    def whole(self, p: Poly) -> Any:
        """A polynomial as one of flint's in x and the letters, its common denominator left out."""
        one = self.context.constant(1)
        below = one
        for each in p:
            below = below * (each.bottom / below.gcd(each.bottom)) if not each.bottom.is_constant() else below
        result = self.context.constant(0)
        for n, each in enumerate(p):
            result = result + each.top * (below / each.bottom) * self.context.gen(0) ** n
        return result

    def parted(self, poly: Any) -> Poly:
        """A polynomial of flint's by powers of x."""
        parts: dict[int, dict[tuple[int, ...], Any]] = {}
        for powers, value in poly.to_dict().items():
            parts.setdefault(int(powers[0]), {})[(0, *powers[1:])] = value
        one = self.context.constant(1)
        top = max(parts, default=-1)
        return tuple(Quotient(self.context.from_dict(parts.get(n, {})), one) for n in range(top + 1))


def ground(x: Sym, constants: Iterable[Expr]) -> Ground:
    """The field of these constants."""
    found: dict[Expr, None] = {}
    for each in constants:
        for atom in _atoms(each):
            found.setdefault(atom)
    if len(found) > 6:
        raise TooBig
    return Ground(x, tuple(found))


def _atoms(e: Expr) -> Iterator[Expr]:
    match e:
        case Num():
            return
        case Neg() | Add() | Mul() | Div():
            for each in e.children:
                yield from _atoms(each)
        case Pow(u, Num(n)) if n.denominator == 1 and abs(n) <= 12:
            yield from _atoms(u)
        case _:
            yield e


def trimmed(p: Sequence[Quotient]) -> Poly:
    """Without zeros at the top."""
    end = len(p)
    while end and p[end - 1].top.is_zero():
        end -= 1
    return tuple(p[:end])


def plus(a: Poly, b: Poly, sign: int = 1) -> Poly:
    """a + b, or a − b."""
    long = max(len(a), len(b))
    result = []
    for n in range(long):
        if n >= len(b):
            result.append(a[n])
        else:
            other = b[n] if sign == 1 else -b[n]
            result.append((a[n] + other).lowest() if n < len(a) else other)
    return trimmed(result)


def times(a: Poly, b: Poly) -> Poly:
    """a·b."""
    if not a or not b:
        return ()
    result: list[Quotient | None] = [None] * (len(a) + len(b) - 1)
    for i, p in enumerate(a):
        for j, q in enumerate(b):
            known = result[i + j]
            result[i + j] = p * q if known is None else known + p * q
    return trimmed([each.lowest() for each in result if each is not None])


def quotient_and_rest(a: Poly, b: Poly) -> tuple[Poly, Poly]:
    """a = q·b + r with the degree of r below that of b."""
    rest, found = a, []
    while len(rest) >= len(b):
        shift = len(rest) - len(b)
        lead = (rest[-1] / b[-1]).lowest()
        found.append((shift, lead))
        zero = lead - lead
        step = (*([zero] * shift), *((each * lead) for each in b))
        rest = trimmed(plus(rest, step, -1)[: len(rest) - 1])
    if not found:
        return (), rest
    zero = found[0][1] - found[0][1]
    result = [zero.lowest()] * (found[0][0] + 1)
    for shift, lead in found:
        result[shift] = lead
    return tuple(result), rest


def inverse(a: Poly, m: Poly) -> Poly:
    """b with a·b = 1 modulo m, for a and m without a common factor."""
    one = (a[-1] / a[-1]).lowest()
    old, new = m, quotient_and_rest(a, m)[1]
    old_b: Poly = ()
    new_b: Poly = (one,)
    while len(new) > 1:
        q, rest = quotient_and_rest(old, new)
        old, new = new, rest
        old_b, new_b = new_b, plus(old_b, times(q, new_b), -1)
    if not new:
        raise ZeroDivisionError
    return tuple((each / new[0]).lowest() for each in new_b)


def divided(e: Expr, g: Expr, x: Sym) -> tuple[tuple[Expr, int], ...] | None:
    """The digits (d, n) of e = Σ d·gⁿ with constants d, or None where there are none."""
    of_e, of_g = coefficients(e, x), coefficients(g, x)
    if of_e is None or of_g is None:
        return None
    with suppress(TooBig, ZeroDivisionError):
        field = ground(x, (*of_e.values(), *of_g.values()))
        rest, base = field.poly(of_e), field.poly(of_g)
        if len(base) < 2:
            return None
        digits = []
        n = 0
        while rest:
            rest, digit = quotient_and_rest(rest, base)
            if len(digit) > 1:
                return None
            if digit:
                digits.append((field.expr(digit[0]), n))
            n += 1
        return tuple(reversed(digits)) or ((ZERO, 0),)
    return None


def factored(e: Expr, x: Sym) -> Expr | None:
    """A polynomial as the product of its irreducible factors over Q and its letters, or None of other trees."""
    found = factors_of(e, x)
    if found is None:
        return None
    constant, parts = found
    return product((constant, *(Pow(each, Num(n)) if n > 1 else each for each, n in parts)))


@lru_cache(maxsize=2048)
def factors_of(e: Expr, x: Sym) -> Factors | None:
    """The constant and the irreducible factors, with their multiplicities, of a polynomial in x."""
    of_e = coefficients(e, x)
    if of_e is None or not of_e:
        return None
    with suppress(TooBig, ZeroDivisionError):
        field = ground(x, of_e.values())
        whole = field.poly(of_e)
        _, parts = factors(field.whole(whole))
        moving = tuple((field.written(field.parted(each)), n) for each, n in parts if _has_x(each))
        rebuilt = field.parted(product_of(field, [(each, n) for each, n in parts if _has_x(each)]))
        scale = field.expr(whole[-1] / rebuilt[-1])
        return scale, moving
    return None


def _has_x(poly: Any) -> bool:
    return bool(poly.degrees()[0] > 0)


def product_of(field: Ground, parts: Iterable[tuple[Any, int]]) -> Any:
    """Π pⁿ of polynomials of flint's."""
    result = field.context.constant(1)
    for each, n in parts:
        result = result * each**n
    return result


def monomials(f: Expr, x: Sym) -> tuple[int, ...]:
    """The powers n > 1 of x that may stand for one letter: those of the powers in f and their divisors."""
    found = {
        int(node.exponent.value)
        for node in nodes(f)
        if isinstance(node, Pow) and node.base == x and isinstance(node.exponent, Num)
        and node.exponent.value.denominator == 1 and not free_of(node, x)
    }  # fmt: skip
    divisors = {d for n in found if 1 < n <= LARGEST_DEGREE for d in range(2, n + 1) if n % d == 0}
    return tuple(sorted(divisors))


__all__ = [
    "Ground", "Poly", "divided", "factored", "factors_of", "ground", "inverse", "monomials", "plus", "product_of",
    "quotient_and_rest", "times", "trimmed",
]  # fmt: skip

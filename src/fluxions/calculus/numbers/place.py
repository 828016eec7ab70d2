"""Single numbers of the line: known by a formula, as the root of a polynomial, or by a very small interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flint import fmpq_poly, fmpz_poly

from fluxions.calculus.expr import Expr, Num, Sym
from fluxions.calculus.numbers.balls import Ball, ball, precision, value_at
from fluxions.calculus.numbers.parity import signs_in_one_variable
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import size

REFINED = 200  # bits of a root that is compared with something


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the line: its value as an expression, or the only root of an irreducible polynomial in (low, high)."""

    low: Fraction
    high: Fraction
    value: Expr | None = None
    poly: tuple[int, ...] = ()  # c0, c1, …
    tight: bool = False  # the only number of its kind in an interval of about 200 bits

    @property
    def exact(self) -> bool:
        """Is it a known number, and not only a bracket in which a sign changes?"""
        return self.value is not None or bool(self.poly) or self.tight

    @property
    def rational(self) -> Fraction | None:
        """The value where it is a rational number."""
        return None if self.value is None else rational_value(self.value)

    def enclosure(self, bits: int = REFINED) -> Ball | None:
        """A ball around the point."""
        if type(self.value) is Num:
            with precision(bits):
                return ball(self.value.value)
        if self.value is not None:
            return value_at(self.value, {}, bits)
        if not self.poly:
            return self.bracket() if self.tight else None
        with precision(bits):
            roots: list[tuple[Any, int]] = fmpz_poly(list(self.poly)).complex_roots()  # type: ignore[assignment]
            for root, _ in roots:
                if root.imag.is_zero() and root.real >= ball(self.low) and root.real <= ball(self.high):
                    return root.real
        return None

    def bracket(self) -> Ball:
        """A ball around all that may be the place."""
        with precision(REFINED):
            return ball(self.low).union(ball(self.high))


@dataclass(frozen=True, slots=True)
class Places:
    """Points in order, and whether nothing can happen anywhere else."""

    points: tuple[Place, ...]
    complete: bool


def in_order(found: Sequence[Place]) -> tuple[Place, ...]:
    """From left to right, equal ones once; of places that cannot be told apart the one that is known best."""
    best = sorted(dict.fromkeys(found), key=_rank)
    kept: list[Place] = []
    for each in best:
        if each.value is not None or not any(other.high >= each.low and other.low <= each.high for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: (each.low, each.high)))


def _rank(each: Place) -> tuple[bool, bool, Fraction, Fraction, int]:
    """Known numbers first, then roots; of two names of one number the shorter."""
    return each.value is None, not each.poly, each.low, each.high, 0 if each.value is None else size(each.value)


def on_root(e: Expr, x: Sym, at: Place) -> bool | None:
    """Is a rational function zero at the root of an irreducible polynomial? None: it is not, or has a pole there."""
    plain = signs_in_one_variable(e, x.name)
    if plain is None or not at.poly:
        return None
    modulus = fmpq_poly(fmpz_poly(list(at.poly)))
    if not plain.bottom % modulus:
        return None
    return not plain.top % modulus


def has_pole(e: Expr, x: Sym, at: Place) -> bool:
    """Has a rational function a pole at the root of an irreducible polynomial?"""
    plain = signs_in_one_variable(e, x.name)
    return plain is not None and bool(at.poly) and not plain.bottom % fmpq_poly(fmpz_poly(list(at.poly)))

"""How many eigenvalues of a symmetric matrix are negative, zero and positive, from its characteristic polynomial."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from flint import arb_mat, fmpq, fmpq_mat

from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, outputs, point_of, precision
from fluxions.calculus.numbers.tape import NoTape, rational_value, tape

BITS = 400
Inertia = tuple[int, int, int]


def inertia(
    rows: Sequence[Sequence[Expr]], at: Mapping[str, Fraction] | None = None, bits: int = BITS
) -> Inertia | None:
    """(negative, zero, positive); None where a sign cannot be told. All roots are real, so Descartes' rule is exact."""
    exact = [rational_value(each) for row in rows for each in row]
    if not at and None not in exact:
        whole = fmpq_mat(
            len(rows), len(rows), [fmpq(each.numerator, each.denominator) for each in exact if each is not None]
        )
        signs = [0 if each == 0 else 1 if each > 0 else -1 for each in whole.charpoly().coeffs()]
        return _counted(signs)
    try:
        with precision(bits):
            values = outputs(tape(*(each for row in rows for each in row)), point_of(at or {}))
            found = arb_mat(len(rows), len(rows), values).charpoly().coeffs()
            seen = [_sign(each) for each in found]
    except (NoTape, Undefined, Unclear):
        return None
    return None if None in seen else _counted([each for each in seen if each is not None])


def _sign(value: Ball) -> int | None:
    """What is smaller than 2⁻²⁰⁰ and may be 0 counts as 0."""
    if value.contains(0):
        return 0 if abs(value) < 2.0**-200 else None
    return 1 if value > 0 else -1


def _counted(signs: Sequence[int]) -> Inertia:
    zeros = next(i for i, each in enumerate(signs) if each)
    kept = [each for each in signs if each]
    positive = sum(a != b for a, b in pairwise(kept))
    return len(signs) - 1 - zeros - positive, zeros, positive

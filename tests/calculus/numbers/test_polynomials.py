"""Factors of polynomials, held against what flint finds by its general way."""

from __future__ import annotations

import pytest
from flint import fmpq

from fluxions.calculus.numbers.polynomials import Poly, factors, fraction, ring

X, Y, Z = (ring(8).gen(i) for i in range(3))


@pytest.mark.parametrize("poly", [
    X - 1, 2 * X + 4, -2 * X + 4, fmpq(2, 3) * X - fmpq(4, 5) * Y, 6 * Y - 9 * Z + fmpq(3, 2), -X - Y - Z,
    3 * X, fmpq(-2, 3) * X**2 * Y, X**2 - 1, X**2 + Y,
], ids=str)  # fmt: skip
def test_factors(poly: Poly) -> None:
    content, found = factors(poly)
    general, parts = poly.factor()
    assert content == fraction(general)
    assert sorted(map(str, found)) == sorted(str((factor, int(power))) for factor, power in parts)
    product = poly.context().constant(general)
    for factor, power in found:
        product *= factor**power
    assert product == poly

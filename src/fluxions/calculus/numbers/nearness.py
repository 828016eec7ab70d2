"""How near two numbers are, decided with balls: a border case is decided, not guessed."""

from __future__ import annotations

import math
from fractions import Fraction

from flint import arb

from fluxions.calculus.numbers.balls import Ball, ball, precision

BITS = 256


def within(left: Ball, right: Ball, size: Fraction, *, relative: bool) -> bool | None:
    """Is |left − right| <= size, or size·|right|? None where the balls cannot tell."""
    with precision(BITS):
        gap = abs(left - right)
        allowed = ball(size) * abs(right) if relative else ball(size)
        if gap <= allowed:
            return True
        return False if gap > allowed else None


def rounds_to(value: Ball, literal: Fraction, places: int) -> bool:
    """Is the literal the value rounded to its last decimal place?"""
    with precision(BITS):
        half = Fraction(10) ** -places / 2 * (1 + Fraction(1, 2 ** (BITS // 2)))  # an exact half rounds both ways
        return bool(abs(value - ball(literal)) <= ball(half))


def blurred(value: Ball, bits: int) -> Ball:
    """All that agrees with the value to so many bits, of its size or of 1."""
    with precision(BITS):
        return value + (1 + abs(value)) * arb(0, 2.0**-bits)


def fractions_in(value: Ball, largest: int) -> Fraction | None:
    """The one rational in a tight ball whose top and bottom are at most `largest`, which is at most 10,000."""
    if not value.is_finite() or not value.rad() * (largest * largest) < 1:
        return None
    near = _fraction_near(float(value.mid()), largest, max(1e-10, 1.01 * float(value.rad())))
    if near is None:
        return None
    top, bottom = near
    with precision(BITS):
        return Fraction(top, bottom) if (value * bottom - top).contains(0) else None


def _fraction_near(x: float, largest: int, near: float) -> tuple[int, int] | None:
    """The first convergent of x that is so near; two fractions of numbers below 10,000 are 10⁻⁸ apart."""
    if not abs(x) <= largest:
        return None
    whole = math.floor(x)
    left, before, below, below_before = x - whole, 1, 1, 0
    while abs(whole / below - x) > near:
        if left < 1e-12:
            return None
        step, left = divmod(1 / left, 1)
        whole, before = int(step) * whole + before, whole
        below, below_before = int(step) * below + below_before, below
        if max(abs(whole), below) > largest:
            return None
    return whole, below

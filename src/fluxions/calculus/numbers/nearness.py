"""How near two numbers are, decided with balls: a border case is decided, not guessed."""

from __future__ import annotations

from fractions import Fraction

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

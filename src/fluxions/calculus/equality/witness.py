"""The point that shows a difference, chosen and printed for a person."""

from __future__ import annotations

from fluxions.calculus.expr import Expr, num
from fluxions.calculus.numbers.balls import Ball
from fluxions.calculus.numbers.points import Point
from fluxions.calculus.verdict import Witness

MOST_DIGITS = 60


def printed(value: Ball, digits: int = 3) -> str:
    """A number to so many significant digits; a whole number of moderate size as it is."""
    if value.is_exact() and value.is_integer() and abs(value) < 10**6:
        return str(int(value.unique_fmpz()))
    text: str = value.str(digits, radius=False)
    if text.startswith("0e"):  # no digit is known: the ball is about 0
        return "0"
    if "e" not in text:
        return text.rstrip(".")
    mantissa, exponent = text.split("e")
    return _shifted(mantissa, int(exponent)) if -5 <= int(exponent) <= 6 else f"{mantissa.rstrip('.')}e{int(exponent)}"


def _shifted(mantissa: str, places: int) -> str:
    sign, body = ("-", mantissa[1:]) if mantissa.startswith("-") else ("", mantissa)
    whole, _, part = body.partition(".")
    digits, point = whole + part, len(whole) + places
    if point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    digits = digits.ljust(point, "0")
    return sign + digits[:point] + (f".{digits[point:]}" if digits[point:] else "")


def printed_apart(left: Ball, right: Ball) -> tuple[str, str]:
    """Both values to three significant digits, or as many as tell them apart."""
    digits = 3
    while digits <= MOST_DIGITS:
        a, b = printed(left, digits), printed(right, digits)
        if a != b:
            return a, b
        digits += 1 if digits < 8 else 8
    return printed(left, MOST_DIGITS), printed(right, MOST_DIGITS)


def witness(at: Point, left: Ball, right: Ball) -> Witness:
    """What is shown: the coordinates and both values."""
    a, b = printed_apart(left, right)
    return Witness(tuple((name, str(value)) for name, value in at.items()), a, b)


def coordinates(at: Point) -> tuple[tuple[str, Expr], ...]:
    """The point as expressions."""
    return tuple((name, num(value)) for name, value in at.items())

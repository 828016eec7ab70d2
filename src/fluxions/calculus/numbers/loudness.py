"""How many bits it takes to hear every part of a program: agreement below that means nothing.

The scale is the largest |log₂| of any value on the way: of |u| itself inside exponentials, of u² inside erf.
`cos(10⁻²⁰⁰)` agrees with 1 at 640 bits; it must not count.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flint import arb, arb_series

from fluxions.calculus.numbers.balls import PROBE
from fluxions.calculus.numbers.tape import Tape

MOST_BITS = 20_000
EXPONENTIAL = frozenset({"exp", "sigmoid", "softplus", "silu", "sinh", "cosh", "tanh"})
GAUSSIAN = frozenset({"erf", "erfc", "Phi", "phi", "gelu"})


def needed_bits(program: Tape, values: Sequence[Any]) -> int | None:
    """160 + 4·scale + 2·(bits of the longest literal); None above what is ever worked with."""
    scale, offset = 0, len(program.leaves)
    for value in values:
        scale = max(scale, _scale(value))
    for op, args in program.code:
        if op in EXPONENTIAL:
            scale = max(scale, _whole(values[args[0]], 1))
        elif op in GAUSSIAN:
            scale = max(scale, _whole(values[args[0]], 2))
    longest = 0
    for kind, value in program.leaves[:offset]:
        if kind == "num":
            longest = max(longest, value.numerator.bit_length() + value.denominator.bit_length())  # type: ignore[attr-defined]
        elif kind == "int":
            longest = max(longest, abs(value).bit_length())  # type: ignore[arg-type]
    bits = PROBE + 4 * scale + 2 * longest
    return bits if bits <= MOST_BITS else None


def _parts(value: Any) -> tuple[Any, ...]:
    if isinstance(value, arb):
        return (value,)
    if isinstance(value, arb_series):
        return tuple(value.coeffs())
    return tuple(value.terms.values()) if hasattr(value, "terms") else ()


def _scale(value: Any) -> int:
    """The largest |log₂| of the parts that are not 0 for certain; a ball around 0 says nothing yet."""
    found = 0
    for part in _parts(value):
        if part.contains(0):
            continue
        if not part.is_finite():
            return MOST_BITS
        mantissa, exponent = part.mid().man_exp()
        found = max(found, abs(int(exponent) + int(mantissa).bit_length()))
    return found


def _whole(value: Any, power: int) -> int:
    """|u|ᵖ/ln 2, rounded up."""
    found = 0
    for part in _parts(value)[:1]:
        size = part.abs_upper()
        if not size < MOST_BITS:
            return MOST_BITS
        found = int(size.ceil().unique_fmpz() or 0) ** power * 3 // 2 + 1
    return found

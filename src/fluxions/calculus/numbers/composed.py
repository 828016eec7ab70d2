"""Functions that are written by means of others, and waves that stand for functions nobody has named."""

from __future__ import annotations

import zlib
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxions.calculus.numbers.tape import Writer


def composed(writer: Writer, name: str, args: list[int]) -> int | None:
    """The functions that others express: cot u = cos u / sin u, log(u, b) = ln u / ln b, …"""
    one, u = writer.literal(Fraction(1)), args[0]
    match name, args:
        case "cot", [_]:
            return writer.put("div", writer.put("cos", u), writer.put("sin", u))
        case "sec" | "csc" | "coth" | "sech" | "csch", [_]:
            below = {"sec": "cos", "csc": "sin", "coth": "tanh", "sech": "cosh", "csch": "sinh"}[name]
            return writer.put("div", one, writer.put(below, u))
        case "arccot", [_]:
            quarter = writer.put("mul", writer.literal(Fraction(1, 2)), writer.put("const", "pi"))
            return writer.put("sub", quarter, writer.put("arctan", u))
        case "arcsec" | "arccsc", [_]:
            return writer.put("arccos" if name == "arcsec" else "arcsin", writer.line("div", one, u))
        case "logit", [_]:
            return writer.put("ln", writer.line("div", u, writer.line("sub", one, u)))
        case "factorial", [_]:
            return _factorial(writer, u)
        case "log", [_, b]:
            return writer.put("div", writer.put("ln", u), writer.put("ln", b))
        case "beta", [_, v]:
            both = writer.put("mul", writer.put("gamma", u), writer.put("gamma", v))
            return writer.put("div", both, writer.put("gamma", writer.line("add", u, v)))
        case "binomial", [_, k]:
            rest = _factorial(writer, writer.line("sub", u, k))
            both = writer.put("mul", _factorial(writer, k), rest)
            return writer.put("div", _factorial(writer, u), both)
    return None


def _factorial(writer: Writer, u: int) -> int:
    return writer.put("gamma", writer.line("add", u, writer.literal(Fraction(1))))


def stand_in(writer: Writer, name: str, args: list[int]) -> int | None:
    """A fixed mix of two waves stands for f; its k-th derivative stands for f with k primes."""
    stem, order = name.rstrip("'"), len(name) - len(name.rstrip("'"))
    if order and len(args) != 1:
        return None
    seed = zlib.crc32(stem.encode("utf-8", "replace"))
    total = writer.literal(Fraction(1 + seed % 7, 8) if order == 0 else Fraction(0))
    for wave in range(2):
        speed = Fraction(3 + (seed >> 3 + 4 * wave) % 16 + 16 * wave, 20)
        shift = Fraction((seed >> 11 + 4 * wave) % 97, 31)
        phase = writer.literal(shift)
        for nth, arg in enumerate(args):
            scaled = writer.line("mul", writer.literal(speed * (1 + Fraction(nth, 3 + wave))), arg)
            phase = writer.line("add", phase, scaled)
        size = (-1 if order % 4 in (2, 3) else 1) * speed**order * Fraction(9 - 2 * wave, 8)
        turned = writer.put("sin" if order % 2 == 0 else "cos", phase)
        total = writer.line("add", total, writer.line("mul", writer.literal(size), turned))
    return total

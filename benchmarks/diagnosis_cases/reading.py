"""The texts read by SymPy: a second reading that shares no code with Fluxions."""

from __future__ import annotations

import re
from tokenize import TokenError
from typing import Any

import sympy as sp
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication_application,
    parse_expr,
    standard_transformations,
)

TRANSFORMATIONS = (*standard_transformations, convert_xor, implicit_multiplication_application)
LETTERS = {name: sp.Symbol(name, real=True) for name in "abcdfhkmnpqrstuvwxyzC"}


def _labelled(name: str) -> Any:
    return lambda *parts: (name, *(tuple(each) if isinstance(each, list) else each for each in parts))


NAMES: dict[str, Any] = {
    **LETTERS, "e": sp.E, "pi": sp.pi, "inf": sp.oo, "dne": sp.Symbol("dne"), "exp": sp.exp, "ln": sp.log,
    "arctan": sp.atan, "sqrt": sp.sqrt, "abs": sp.Abs, "sin": sp.sin, "cos": sp.cos, "tan": sp.tan, "sec": sp.sec,
    "sigmoid": lambda u: 1 / (1 + sp.exp(-u)), "log": lambda u, b=sp.E: sp.log(u) / sp.log(b),
    **{name: _labelled(name) for name in ("minimum", "maximum", "saddle", "betadist")},
}  # fmt: skip


def value_of(text: str, names: dict[str, Any] | None = None) -> Any:
    """An expression, or nested lists, tuples and sets of them; ValueError where it is none."""
    text = re.sub(r"\|([^|]+)\|", r"(abs(\1))", text.partition("y = ")[2] or text)
    try:
        return parse_expr(text, local_dict={**NAMES, **(names or {})}, transformations=TRANSFORMATIONS)
    except (SyntaxError, TypeError, AttributeError, IndexError, TokenError) as error:
        raise ValueError(text) from error


POINTS = tuple(sp.Rational(p, 97) for p in (113, 61, 157, 211, 83))  # for x, and shifted for the other letters


def numbers(e: Any, point: sp.Rational) -> tuple[complex | str, ...]:
    """The value at a point, entry by entry; a word stands for what is no finite number."""
    if isinstance(e, (set, frozenset, sp.FiniteSet)):
        return tuple(sorted((n for each in e for n in numbers(each, point)), key=str))
    if isinstance(e, (list, tuple, sp.MatrixBase)):
        found = [numbers(each, point) for each in e]
        return (" ".join(str(each) for each in found),) if isinstance(e, tuple) else tuple(n for f in found for n in f)
    if isinstance(e, str):
        return (e,)
    e = sp.sympify(e)
    at = {each: point + sp.Rational(ord(each.name[0]) % 23, 41) for each in e.free_symbols if each.name != "dne"}
    number = sp.N(e.subs(at), 25)
    if not number.is_number or not number.is_finite:
        return (str(number),)
    rounded = sp.N(number, 12)
    return (complex(rounded),)


def same(a: Any, b: Any) -> bool:
    """Do two values agree at all points at which both are finite?"""
    seen = False
    for point in POINTS:
        left, right = numbers(a, point), numbers(b, point)
        if len(left) != len(right):
            return False
        for u, v in zip(left, right, strict=True):
            if isinstance(u, str) or isinstance(v, str):
                if u != v:
                    return False
            elif abs(u - v) > 1e-9 * (1 + abs(u)):
                return False
            seen = True
    return seen


def same_texts(a: str, b: str) -> bool:
    """The same of two texts; texts that are no formulas agree when they are the same."""
    try:
        return same(value_of(a), value_of(b))
    except ValueError:
        return a.replace(" ", "") == b.replace(" ", "")

"""A second method: values of formulas by SymPy and mpmath."""

from __future__ import annotations

from collections.abc import Mapping

import sympy
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication_application,
    parse_expr,
    standard_transformations,
)

CHANGES = (*standard_transformations, convert_xor, implicit_multiplication_application)
NAMES = {"e": sympy.E, "ln": sympy.log, "arctan": sympy.atan, "arcsin": sympy.asin, "arccos": sympy.acos,
         "abs": sympy.Abs, "relu": lambda u: sympy.Max(u, 0), "log": lambda u, b=10: sympy.log(u, b)}  # fmt: skip


def value(text: str, at: Mapping[str, str] = {}) -> complex | None:
    """The value at a point with rational coordinates; None where there is none."""
    found = parse_expr(text, local_dict=dict(NAMES), transformations=CHANGES)
    number = found.subs({sympy.Symbol(name): sympy.sympify(each, rational=True) for name, each in at.items()}).evalf(30)
    return complex(number) if number.is_finite else None

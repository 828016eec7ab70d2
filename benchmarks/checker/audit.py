"""The audit of labels that others gave: by rule, with SymPy and mpmath alone, and printed.

A label "different" is turned where the two sides are the same under the rules that Fluxions states: equal in value
wherever both are real; sets by their elements; equations by their real solutions, each counted once; `x1` is `x_1`.
"""

from __future__ import annotations

import random
import re

import mpmath
import sympy as sp
from sympy.parsing.sympy_parser import parse_expr, rationalize, standard_transformations

DIGITS = 40
POINTS = 60
NAMES = {
    "e": sp.E, "i": sp.I, "ln": sp.log, "abs": sp.Abs, "sign": sp.sign, "arcsin": sp.asin, "arccos": sp.acos,
    "arctan": sp.atan, "cosec": sp.csc, "csch": sp.csch, "root": sp.root, "log10": lambda u: sp.log(u, 10),
    "rho": sp.Symbol("rho"), "beta": sp.Symbol("beta"), "gamma": sp.Symbol("gamma"),
}  # fmt: skip


def audited(answer: str, expected: str, label: bool) -> tuple[bool, str]:
    """The label, and the rule that turned it."""
    if label:
        return True, ""
    if answer.replace("_", "") == expected.replace("_", ""):
        return True, "x1 is the symbol x_1"
    try:
        if "=" in answer and "=" in expected and not set("<>") & set(answer + expected):
            if re.search(r"\^[0-9]{3,}", answer + expected):
                return False, ""  # too large to be factored
            same = _radical(answer) == _radical(expected)
            return same, "the same real solutions" if same else ""
        if answer.startswith("{") and expected.startswith("{"):
            same = _matched(*(_parts(each[1:-1]) for each in (answer, expected)))
            return same, "elements equal in value" if same else ""
        same = _equal(answer, expected)
        return same, "equal in value wherever both are real" if same else ""
    except Exception:
        return False, ""


def _tree(text: str) -> sp.Expr:
    return parse_expr(
        text.replace("^", "**"), local_dict=NAMES, transformations=(*standard_transformations, rationalize)
    )


def _equal(left: str, right: str) -> bool:
    """The same at random points, positive and negative, where both are real; at eight of them at least."""
    a, b = _tree(left), _tree(right)
    if not isinstance(a, sp.Expr) or not isinstance(b, sp.Expr):
        return False
    names = sorted(a.free_symbols | b.free_symbols, key=str)
    parts = [list(sp.preorder_traversal(each)) for each in (a, b)]
    functions = [sp.lambdify(names, each, "mpmath") for each in parts]
    draw, seen = random.Random(7), 0
    for _ in range(POINTS if names else 1):
        with mpmath.workdps(DIGITS):
            point = [mpmath.mpf(draw.choice((-1, 1, 1))) * (draw.random() * 9 + mpmath.mpf(1) / 7) for _ in names]
            values = [[mpmath.mpmathify(each) for each in function(*point)] for function in functions]
            if any(abs(mpmath.im(each)) > mpmath.mpf(10) ** -30 for side in values for each in side):
                continue  # some part is not real here
            gap = abs(values[0][0] - values[1][0])
            if gap > mpmath.mpf(10) ** -25 * (1 + abs(values[0][0])):
                return False
            seen += 1
    return seen >= (8 if names else 1)


def _parts(text: str) -> list[str]:
    return re.split(r",(?![^(\[]*[)\]])", text)


def _matched(left: list[str], right: list[str]) -> bool:
    return all(any(_equal(a, b) for b in right) for a in left) and all(any(_equal(a, b) for a in left) for b in right)


def _radical(text: str) -> sp.Expr:
    """A product of the different factors of an equation, without those that are never zero."""
    product = sp.Integer(1)
    for part in text.split(" or "):
        left, right = part.split("=")
        product *= _tree(left) - _tree(right)
    _, factors = sp.factor_list(sp.factor(product))
    kept = [base for base, _ in factors if not isinstance(base, sp.exp)]
    return sp.prod(sp.Poly(each).monic().as_expr() if each.is_polynomial() else each for each in sorted(kept, key=str))

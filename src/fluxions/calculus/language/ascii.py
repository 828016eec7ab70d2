"""The plain spelling of a tree: `read(ascii(e))` is the same tree, with its symbols declared."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from fluxions.calculus.expr import (
    Add,
    And,
    At,
    Const,
    Diff,
    Div,
    E,
    Expr,
    Fn,
    Int,
    Interval,
    Limit,
    Matrix,
    Mul,
    Neg,
    Num,
    Operator,
    Or,
    Piecewise,
    Pow,
    Rate,
    Rel,
    Root,
    Set,
    Sum,
    Sym,
    Union,
    Vector,
)
from fluxions.calculus.language.standing import MOST_DERIVATIVES
from fluxions.calculus.regions import Belongs, Intersection, SetBuilder, Without
from fluxions.calculus.shapes import Shaped

OR, AND, RELATION, UNION, INTERSECT, ADD, NEGATIVE, MULTIPLY, FRACTION, POWER, ATOM = (
    2, 3, 5, 6, 7, 10, 18, 20, 25, 30, 40,
)  # fmt: skip


def ascii(e: Expr) -> str:
    """The tree in the plain spelling."""
    return _written(e)[0]


def _written(e: Expr) -> tuple[str, int]:
    """The text of a node, and how tightly it holds together."""
    match e:
        case Sym(name) | Const(name) | Shaped(name):
            return name, ATOM
        case Num():
            return number(e), _level(e)
        case Add(terms):
            return _sum(terms), ADD
        case Mul(factors):
            return "*".join(_factor(each, i == 0) for i, each in enumerate(factors)), MULTIPLY
        case Neg(u):
            return f"-{_negated(u)}", NEGATIVE
        case Div(top, bottom):
            return _fraction(top, bottom), MULTIPLY
        case Pow(base, exponent):
            return _power(base, exponent)
        case Fn("transpose", (u,)):
            return f"{_within(u, ATOM)}'", POWER
        case Fn("I", (size,)):
            return f"I_{ascii(size)}", ATOM
        case Fn(name, args):
            return f"{name}({_listed(args)})", ATOM
        case Rel(op, left, right):
            return f"{_within(left, UNION)} {op} {_within(right, UNION)}", RELATION
        case And(parts):
            return " and ".join(_within(each, RELATION) for each in parts), AND
        case Or(parts):
            return _alternatives(parts), OR
        case Union(parts):
            return _union(parts), UNION
        case Intersection(parts):
            return " ∩ ".join(_united(each) for each in parts), INTERSECT
        case Without(whole, taken):
            return f"{_united(whole)} ∖ {_united(taken)}", UNION
        case Belongs(element, within):
            joined = isinstance(within, (Union, Without, Intersection))
            return f"{_within(element, UNION)} ∈ {ascii(within) if joined else _united(within)}", RELATION
    return _applied(e), ATOM


def _applied(e: Expr) -> str:
    """Operators of calculus and containers, which bring their own brackets."""
    match e:
        case Root(u, degree):
            return f"sqrt({ascii(u)})" if degree == Num(2) else f"root({ascii(u)}, {ascii(degree)})"
        case Diff():
            return _derivative(e)
        case At(f, x, point):
            return f"at({_listed((f, x, point))})"
        case Rate(f, x, start, end):
            return f"rate({_listed((f, x, start, end))})"
        case Limit(f, x, point, side):
            return f"limit({_listed((f, x, point))}{', ' + side if side else ''})"
        case Int():
            return f"int({_listed(e.children)})"
        case Sum():
            return f"sum({_listed(e.children)})"
        case Piecewise():
            return f"if({_listed(e.children)})"
        case Operator(name, args):
            return f"{name}({_listed(args)})"
        case Vector(entries):
            return _vector(entries)
        case Matrix(rows):
            return f"[{', '.join(_row(row) for row in rows)}]"
        case Set(elements):
            return f"{{{_listed(elements)}}}"
        case SetBuilder(x, condition, whole):
            within = "" if whole is None else f" ∈ {_united(whole)}"
            return f"{{{x.name}{within} | {ascii(condition)}}}"
        case Interval():
            return _interval(e)
    raise TypeError(f"no spelling for {type(e).__name__}")


def number(e: Num) -> str:
    """A literal as it was typed."""
    if e.places and e.bottom == 10**e.places:
        digits = str(abs(e.top)).rjust(e.places + 1, "0")
        return f"{'-' if e.top < 0 else ''}{digits[: -e.places]}.{digits[-e.places :]}"
    return str(e.top) if e.bottom == 1 else f"{e.top}/{e.bottom}"


def _level(e: Num) -> int:
    if e.top < 0:
        return NEGATIVE
    return ATOM if e.bottom == 1 or (e.places and e.bottom == 10**e.places) else FRACTION


def _within(e: Expr, level: int) -> str:
    """The text of a node, in brackets unless it holds together more tightly than `level`."""
    text, own = _written(e)
    return text if own >= level else f"({text})"


def _listed(parts: Iterable[Expr]) -> str:
    return ", ".join(ascii(each) for each in parts)


def _sum(terms: tuple[Expr, ...]) -> str:
    text = _within(terms[0], NEGATIVE)
    for each in terms[1:]:
        sign, u = ("-", each.arg) if isinstance(each, Neg) else ("+", each)
        written = _within(u, NEGATIVE)
        text += f" {sign} {f'({written})' if written.startswith('-') else written}"
    return text


def _factor(e: Expr, first: bool) -> str:
    text, level = _written(e)
    fits = isinstance(e, Num) if first and level >= NEGATIVE else False
    return text if fits or level >= POWER else f"({text})"


def _negated(u: Expr) -> str:
    text, level = _written(u)
    literal = text[0].isdigit() and not isinstance(u, Pow)
    return f"({text})" if level < MULTIPLY or literal or text.startswith("-") else text


def _fraction(top: Expr, bottom: Expr) -> str:
    above, level = _written(top)
    fits = level >= POWER or isinstance(top, Mul) or (isinstance(top, Num) and level == NEGATIVE and "/" not in above)
    two_literals = _whole(top) and _whole(bottom)
    below = f"({ascii(bottom)})" if two_literals else _within(bottom, POWER)
    return f"{above if fits else f'({above})'}/{below}"


def _whole(e: Expr) -> bool:
    return isinstance(e, Num) and e.bottom == 1


def _power(base: Expr, exponent: Expr) -> tuple[str, int]:
    if base == E:
        return f"exp({ascii(exponent)})", ATOM
    raised = ascii(exponent) if isinstance(exponent, (Sym, Const)) else _within(exponent, ATOM)
    if isinstance(exponent, (Fn, Pow, Operator, Set, SetBuilder)):
        raised = f"({ascii(exponent)})"
    return f"{_within(base, ATOM)}^{raised}", POWER


def _derivative(e: Diff) -> str:
    inner: Expr = e
    order = 0
    while isinstance(inner, Diff) and inner.variable == e.variable and order < MOST_DERIVATIVES:
        inner, order = inner.arg, order + 1
    times = f", {order}" if order > 1 else ""
    return f"diff({ascii(inner)}, {e.variable.name}{times})"


def _alternatives(parts: tuple[Expr, ...]) -> str:
    """`x = 5 or (9)`: without brackets 9 would be read as x = 9."""
    written = [_within(parts[0], AND)]
    for before, each in pairwise(parts):
        named = isinstance(before, Rel) and before.op == "=" and isinstance(before.left, Sym)
        plain = not named or isinstance(each, (Rel, And, Or, Belongs))
        written.append(_within(each, AND) if plain else f"({ascii(each)})")
    return " or ".join(written)


def _union(parts: tuple[Expr, ...]) -> str:
    plain = all(isinstance(each, (Interval, Set)) for each in parts)
    sign = "U" if plain else "∪"
    return f" {sign} ".join(_united(each) for each in parts)


def _united(e: Expr) -> str:
    """A part of a union, where a pair in brackets is an interval."""
    if isinstance(e, Interval):
        return _interval(e, True)
    return f"vector({_listed(e.entries)})" if isinstance(e, Vector) else _within(e, ADD)


def _interval(e: Interval, plain: bool = False) -> str:
    inside = _listed((e.low, e.high))
    if plain or e.closed_low != e.closed_high or _infinite(e.low) or _infinite(e.high):
        return f"{'[' if e.closed_low else '('}{inside}{']' if e.closed_high else ')'}"
    return f"{'closed' if e.closed_low else 'open'}({inside})"


def _vector(entries: tuple[Expr, ...]) -> str:
    like_interval = len(entries) == 2 and any(_infinite(each) for each in entries)
    like_matrix = all(isinstance(each, Vector) for each in entries)
    name = "vector" if len(entries) == 1 or like_interval or like_matrix else ""
    return f"{name}({_listed(entries)})" if name else f"[{_listed(entries)}]"


def _row(entries: tuple[Expr, ...]) -> str:
    plain = len(entries) == 1 and not isinstance(entries[0], Vector)
    return f"[{ascii(entries[0])}]" if plain else _vector(entries)


def _infinite(e: Expr) -> bool:
    return e == Const("inf") or e == Neg(Const("inf"))

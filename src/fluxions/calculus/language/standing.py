"""Operators of calculus made from their arguments: they stand until asked; a product is written out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from fluxions.calculus.expr import (
    At,
    Const,
    Diff,
    Expr,
    Fn,
    Int,
    Limit,
    Mul,
    Num,
    Operator,
    Rate,
    Rel,
    Sum,
    Sym,
    Vector,
)
from fluxions.calculus.language.parts import Part, made
from fluxions.calculus.language.tokens import LARGEST_SIZE, Unread
from fluxions.calculus.trees import mapped, substituted
from fluxions.calculus.vocabulary import Vocabulary

MOST_DERIVATIVES = 20
MOST_FACTORS = 100

Items = tuple[Part, ...]
Maker = Callable[[Items, int, int, Vocabulary], Part]


def derived(part: Part, variables: Sequence[str], start: int, end: int) -> Part:
    """d/dx of a part, by each variable in turn."""
    for name in variables:
        variable = Part(Sym(name), start, end)
        part = made(Diff(part.expr, Sym(name)), (part, variable), start, end)
    return part


def _variable(item: Part) -> Sym:
    """The argument that names a variable."""
    if isinstance(item.expr, Sym):
        return item.expr
    if item.expr in (Const("i"), Const("e")):
        return Sym(item.expr.name)  # type: ignore[attr-defined]
    raise Unread("not-a-variable", (item.start, item.end), "A variable is needed here.")


def _bound(body: Part, item: Part) -> tuple[Part, Part, Sym]:
    """The body and the variable that it runs over; an index i or e is not the constant."""
    variable = _variable(item)
    if isinstance(item.expr, Const):
        letter = item.expr
        body = Part(_exchanged(body.expr, letter, variable), body.start, body.end, body.kids, body.depth, body.size)
        item = Part(variable, item.start, item.end)
    return body, item, variable


def _exchanged(e: Expr, letter: Const, by: Sym) -> Expr:
    if e == letter:
        return by
    return e.rebuilt(tuple(_exchanged(child, letter, by) for child in e.children)) if e.children else e


def diff(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    body, *rest = items
    names: list[str] = []
    for item in rest:
        if isinstance(item.expr, Num):
            order = item.expr.value
            if not names or order.denominator != 1 or not 1 <= order <= MOST_DERIVATIVES:
                raise Unread("order", (item.start, item.end), "A whole number from 1 to {most} is needed here.",
                             most=str(MOST_DERIVATIVES))  # fmt: skip
            names += [names[-1]] * (int(order) - 1)
        else:
            names.append(_variable(item).name)
    return derived(body, names or [vocabulary.variable], start, end)


def at(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    if isinstance(items[1].expr, Vector):  # at(f, [x, y], [a, b]): all coordinates at once
        return made(Operator("at", tuple(item.expr for item in items)), items, start, end)
    body, item, variable = _bound(items[0], items[1])
    return made(At(body.expr, variable, items[2].expr), (body, item, items[2]), start, end)


def rate(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    body, item, variable = _bound(items[0], items[1])
    return made(Rate(body.expr, variable, items[2].expr, items[3].expr), (body, item, *items[2:]), start, end)


def limit(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    body, item, variable = _bound(items[0], items[1])
    side = items[3].expr if len(items) > 3 else None
    if side is not None and side not in (Sym("+"), Sym("-")):
        raise Unread("side", (items[3].start, items[3].end), "The side of a limit is + or -.")
    sign = side.name if isinstance(side, Sym) else ""
    return made(Limit(body.expr, variable, items[2].expr, sign), (body, item, items[2]), start, end)  # type: ignore[arg-type]


def integral(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    if len(items) > 1 and all(isinstance(item.expr, Vector) and len(item.kids) == 3 for item in items[1:]):
        part = items[0]
        for item in items[1:]:
            part = integral((part, *item.kids), start, end, vocabulary)
        return part
    if len(items) not in (1, 2, 4):
        raise Unread("arguments", (start, end), "int takes a function and a variable, and both bounds or none.")
    item = items[1] if len(items) > 1 else Part(Sym(vocabulary.variable), start, start)
    body, item, variable = _bound(items[0], item)
    bounds = items[2:]
    return made(Int(body.expr, variable, *(each.expr for each in bounds)), (body, item, *bounds), start, end)


def total(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    if len(items) == 1:
        return made(Operator("sum", (items[0].expr,)), items, start, end)
    if len(items) != 4:
        raise Unread("arguments", (start, end), "sum takes a term, its index, and the first and last value.")
    body, item, index = _bound(items[0], items[1])
    return made(Sum(body.expr, index, items[2].expr, items[3].expr), (body, item, *items[2:]), start, end)


def product(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    """∏ of a term over whole numbers from the first to the last, written out."""
    if len(items) != 4:
        raise Unread("arguments", (start, end), "prod takes a term, its index, and the first and last value.")
    body, _, index = _bound(items[0], items[1])
    first, last = (_whole(item) for item in items[2:])
    count = last - first + 1
    if count > MOST_FACTORS or count * body.size >= LARGEST_SIZE:
        raise Unread("too-big", (start, end), "This product is too long: at most {most} factors are read.",
                     most=str(MOST_FACTORS))  # fmt: skip
    factors = tuple(substituted(body.expr, {index.name: Num(k)}) for k in range(first, last + 1))
    expr: Expr = Mul(factors) if count > 1 else factors[0] if factors else Num(1)
    return Part(expr, start, end, (), body.depth + 1, 1 + max(0, count) * body.size, "(")


def _whole(item: Part) -> int:
    """A bound of a product."""
    value = item.expr.value if isinstance(item.expr, Num) else Fraction(1, 2)
    if value.denominator != 1:
        raise Unread("bounds", (item.start, item.end), "A product is read only from one whole number to another.")
    return int(value)


def ode(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    """Conditions such as `y(0) = 1` name a value of the unknown function."""
    unknown, variable = items[1].expr, items[2].expr
    equation = mapped(items[0].expr, lambda e: _slope(e, unknown, variable))
    args = [equation, unknown, variable, *(_condition(item.expr, unknown) for item in items[3:])]
    return made(Operator("ode", tuple(args)), items, start, end)


def solving(name: str, unknown: int) -> Maker:
    """A step on the way to the solution: its last argument may be a known value, `y(0) = 1`."""

    def make(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
        args = tuple(_condition(item.expr, items[unknown].expr) for item in items)
        return made(Operator(name, args), items, start, end)

    return make


def _slope(e: Expr, unknown: Expr, variable: Expr) -> Expr:
    """y' in an equation is the derivative by its variable, also where another letter is usual: x' = −x in t."""
    match e:
        case Diff(Mul((f, x)), _) if (f, x) == (unknown, variable) and isinstance(variable, Sym):
            return Diff(unknown, variable)
        case Diff(f, _) if f == unknown and isinstance(variable, Sym):
            return Diff(unknown, variable)
    return e


def _condition(e: Expr, unknown: Expr) -> Expr:
    match e:
        case Rel("=", Mul((name, point)), value) if name == unknown and isinstance(unknown, Sym):
            return Rel("=", Fn(unknown.name, (point,)), value)
        case Rel("=", Mul((Diff(name) as slope, point)), value) if name == unknown and isinstance(unknown, Sym):
            return Rel("=", At(slope, slope.variable, point), value)
    return e


def value(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    """y'(2): the value of a standing derivative; y'(x) is the derivative itself."""
    point, slope = items
    variable = Sym(vocabulary.variable)
    if point.expr == variable:
        return Part(slope.expr, start, end, slope.kids, slope.depth, slope.size)
    item = Part(variable, point.start, point.start)
    return made(At(slope.expr, variable, point.expr), (slope, item, point), start, end)


MAKERS: dict[str, tuple[int, int, Maker]] = {
    "diff": (1, MOST_DERIVATIVES, diff), "at": (3, 3, at), "rate": (4, 4, rate),
    "limit": (3, 4, limit), "lim": (3, 4, limit), "int": (1, 13, integral), "integrate": (1, 13, integral),
    "sum": (1, 4, total), "prod": (4, 4, product), "product": (4, 4, product),
    "ode": (3, 9, ode), **{name: (3, 4, solving(name, 1)) for name in ("balanced", "explicit", "flow")},
    "fitted": (4, 4, solving("fitted", 1)), "weighted": (5, 6, solving("weighted", 3)),
    "value": (2, 2, value),
}  # fmt: skip

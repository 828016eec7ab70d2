"""Parts of a reading: trees with their places in the text, put together by arithmetic."""

from __future__ import annotations

import math
from dataclasses import dataclass

from fluxions.calculus.expr import Add, And, Div, Expr, Fn, Mul, Neg, Num, Or, Pow, Rel, Root, Sym, Union
from fluxions.calculus.language.tokens import DEEPEST, LARGEST_EXPONENT, LARGEST_SIZE, Unread
from fluxions.calculus.regions import Intersection


@dataclass(slots=True)
class Part:
    """A tree read from a stretch of the text; `kids` are the parts of its children where these are known."""

    expr: Expr
    start: int
    end: int
    kids: tuple[Part, ...] = ()
    depth: int = 1
    size: int = 1
    bracket: str = ""  # the bracket typed round it, "group" for one of LaTeX
    number: float | None = None  # roughly, where no symbol occurs
    pair: str = ""  # "()" or "[]": two entries that may be an interval


def made(expr: Expr, kids: tuple[Part, ...], start: int, end: int) -> Part:
    """A new part above others, within the limits of size and depth."""
    depth, size = 0, 1
    for kid in kids:
        depth, size = max(depth, kid.depth), size + kid.size
    return _within(Part(expr, start, end, kids, depth + 1, size))


def _within(part: Part) -> Part:
    """The part, if it keeps the limits of size and depth."""
    if part.size > LARGEST_SIZE:
        raise Unread("too-big", (part.start, part.end), "This is too long: at most {most} parts are read.",
                     most=str(LARGEST_SIZE))  # fmt: skip
    if part.depth > DEEPEST:
        raise Unread("too-deep", (part.start, part.end), "This is nested too deeply: at most {most} levels are read.",
                     most=str(DEEPEST))  # fmt: skip
    return part


def literal(value: Num, start: int, end: int) -> Part:
    """A number."""
    part = Part(value, start, end)
    part.number = _rough(value)
    return part


def _rough(value: Num) -> float:
    try:
        return value.top / value.bottom
    except OverflowError:
        return math.inf


def total(left: Part, right: Part, minus: bool) -> Part:
    """left ± right, one sum in the order typed."""
    if minus:
        right = negative(right, right.start)
    if isinstance(left.expr, Add) and not left.bracket:
        kids = (*left.kids, right)
        part = Part(Add((*left.expr.terms, right.expr)), left.start, right.end, kids, max(left.depth, right.depth + 1))
        part.size = left.size + right.size
        return _within(part)
    part = made(Add((left.expr, right.expr)), (left, right), left.start, right.end)
    part.number = _combined(left, right, lambda a, b: a + b)
    return part


def product(left: Part, right: Part) -> Part:
    """left · right, one product in the order typed."""
    if isinstance(left.expr, Mul) and not left.bracket:
        kids = (*left.kids, right)
        part = Part(
            Mul((*left.expr.factors, right.expr)), left.start, right.end, kids, max(left.depth, right.depth + 1)
        )
        part.size = left.size + right.size
        part.number = _combined(left, right, lambda a, b: a * b)
        return _within(part)
    part = made(Mul((left.expr, right.expr)), (left, right), left.start, right.end)
    part.number = _combined(left, right, lambda a, b: a * b)
    return part


def quotient(left: Part, right: Part) -> Part:
    """left / right; two whole literals are one literal."""
    match left.expr, right.expr:
        case Num() as top, Num() as bottom if _whole(left) and _whole(right) and bottom.top > 0:
            return literal(Num(top.top, bottom.top), left.start, right.end)
    part = made(Div(left.expr, right.expr), (left, right), left.start, right.end)
    part.number = _combined(left, right, lambda a, b: a / b if b else math.inf)
    return part


def _whole(part: Part) -> bool:
    e = part.expr
    return isinstance(e, Num) and e.bottom == 1 and e.places is None and part.bracket in ("", "group")


def power(base: Part, exponent: Part) -> Part:
    """base ^ exponent, with a bound on constant exponents."""
    if exponent.number is not None and not abs(exponent.number) <= LARGEST_EXPONENT:
        raise Unread("too-big", (exponent.start, exponent.end), "This exponent is too large: at most {most} is read.",
                     most="10^6")  # fmt: skip
    part = made(Pow(base.expr, exponent.expr), (base, exponent), base.start, exponent.end)
    part.number = _combined(base, exponent, _raised)
    return part


def _raised(a: float, b: float) -> float:
    try:
        value = a**b
        return abs(value) if isinstance(value, complex) else value
    except (OverflowError, ZeroDivisionError):
        return math.inf


def _combined(left: Part, right: Part, how: object) -> float | None:
    if left.number is None or right.number is None or not callable(how):
        return None
    value = how(left.number, right.number)
    return float(value) if isinstance(value, (int, float)) else None


def negative(part: Part, start: int) -> Part:
    """−u."""
    out = made(Neg(part.expr), (part,), start, part.end)
    out.number = None if part.number is None else -part.number
    return out


def root(part: Part, degree: Part, start: int, end: int) -> Part:
    """The root of a part."""
    return made(Root(part.expr, degree.expr), (part, degree), start, end)


def applied(name: str, items: tuple[Part, ...], start: int, end: int) -> Part:
    """A function of its arguments."""
    return made(Fn(name, tuple(item.expr for item in items)), items, start, end)


def symbol(name: str, start: int, end: int) -> Part:
    """A symbol."""
    return Part(Sym(name), start, end)


def spans(part: Part) -> dict[tuple[int, ...], tuple[int, int]]:
    """The place of every sub-expression in the text, by its path."""
    found: dict[tuple[int, ...], tuple[int, int]] = {}
    stack: list[tuple[tuple[int, ...], Part]] = [((), part)]
    while stack:
        path, each = stack.pop()
        found[path] = (each.start, each.end)
        if len(each.kids) == len(each.expr.children):
            stack.extend(((*path, i), kid) for i, kid in enumerate(each.kids))
    return found


def joined(kind: type[And] | type[Or] | type[Union] | type[Intersection], left: Part, right: Part) -> Part:
    """A flat `and`, `or` or union."""
    own = left.kids if type(left.expr) is kind and not left.bracket else (left,)
    kids = (*own, right)
    return made(kind(tuple(kid.expr for kid in kids)), kids, left.start, right.end)


def related(op: str, left: Part, right: Part) -> Part:
    """An equation or inequality; `a < b <= c` is two links joined by `and`."""
    chained = isinstance(left.expr, (Rel, And)) and not left.bracket
    if not chained:
        return made(Rel(op, left.expr, right.expr), (left, right), left.start, right.end)  # type: ignore[arg-type]
    last = left if isinstance(left.expr, Rel) else left.kids[-1]
    link = made(Rel(op, last.kids[1].expr, right.expr), (last.kids[1], right), last.start, right.end)  # type: ignore[arg-type]
    return joined(And, left, link)

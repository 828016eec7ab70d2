"""Dots that stand for what a pattern makes certain: {1, 2, …, 5} and 1 + 2 + … + n."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.expr import Add, Div, Expr, Mul, Neg, Num, Pow, Set, Sum, Sym, Vector
from fluxions.calculus.language.parts import Part, made
from fluxions.calculus.language.tokens import Unread
from fluxions.calculus.trees import substituted, symbols

DOTS = Sym("…")
MOST_FILLED = 100
_UNCERTAIN = "Dots stand for something left out: write it in full."


def filled(part: Part) -> Part:
    """The part with its dots carried out: a set or vector in full, a sum with its index."""
    match part.expr:
        case Set(items) if _one_dots(items):
            return made(Set(_all(items, part)), (), part.start, part.end)
        case Vector(items) if _one_dots(items):
            return made(Vector(_all(items, part)), (), part.start, part.end)
        case Add(terms) if _one_dots(terms):
            return made(_sum(terms, part), (), part.start, part.end)
    raise _uncertain(part)


def _one_dots(items: tuple[Expr, ...]) -> bool:
    return len(items) >= 4 and items[-2] == DOTS and not any(DOTS.name in symbols(e) for e in (*items[:-2], items[-1]))


def _uncertain(part: Part) -> Unread:
    return Unread("dots", (part.start, part.end), _UNCERTAIN)


def _all(items: tuple[Expr, ...], part: Part) -> tuple[Expr, ...]:
    """Numbers in equal steps, from the first to the last."""
    given = [e.value for e in (*items[:-2], items[-1]) if isinstance(e, Num)]
    count = len(items) - 1
    if len(given) < count:
        raise _uncertain(part)
    step = given[1] - given[0]
    total = _count(given, step)
    if total is None:
        raise _uncertain(part)
    return tuple(Num(given[0] + k * step) for k in range(total))


def _count(given: list[Fraction], step: Fraction) -> int | None:
    """How many values the pattern has, if the given ones fit it."""
    if not step or any(b - a != step for a, b in pairwise(given[:-1])):
        return None
    total = (given[-1] - given[0]) / step + 1
    fits = total.denominator == 1 and len(given) <= total <= MOST_FILLED
    return int(total) if fits else None


def _sum(terms: tuple[Expr, ...], part: Part) -> Expr:
    """The sum over an index: the last term tells its form, and the given terms must fit it."""
    first, last = terms[:-2], terms[-1]
    names = symbols(last)
    values = [_value(e) for e in first]
    if None in values or len(names) > 1:
        raise _uncertain(part)
    given = [value for value in values if value is not None]
    index = Sym("k" if "k" not in names else "j")
    if not names:
        return _numbered(given, last, index, part)
    (name,) = names
    fits = all(_value(substituted(last, {name: Num(k)})) == value for k, value in enumerate(given, 1))
    if not fits or (len(given) < 3 and not _linear(last, name)):
        raise _uncertain(part)
    return Sum(substituted(last, {name: index}), index, Num(1), Sym(name))


def _numbered(given: list[Fraction], last: Expr, index: Sym, part: Part) -> Expr:
    end = _value(last)
    total = None if end is None else _long_count([*given, end])
    if total is None:
        raise _uncertain(part)
    step = given[1] - given[0]
    if step == 1 and given[0].denominator == 1:
        return Sum(index, index, Num(given[0]), last)
    term = index if step == 1 else Mul((Num(step), index))
    return Sum(Add((Num(given[0]), term)), index, Num(0), Num(total - 1))


def _long_count(given: list[Fraction]) -> int | None:
    step = given[1] - given[0]
    if not step or any(b - a != step for a, b in pairwise(given[:-1])):
        return None
    total = (given[-1] - given[0]) / step + 1
    return int(total) if total.denominator == 1 and total >= len(given) else None


def _linear(e: Expr, name: str) -> bool:
    """Are the second differences zero?"""
    values = [_value(substituted(e, {name: Num(k)})) for k in range(5)]
    given = [value for value in values if value is not None]
    return len(given) == 5 and len({b - a for a, b in pairwise(given)}) == 1


def _value(e: Expr) -> Fraction | None:
    """The value of a small tree of literals; None where it is not rational."""
    match e:
        case Num():
            return e.value
        case Neg(u):
            inner = _value(u)
            return None if inner is None else -inner
        case Pow(base, Num(n)) if n.denominator == 1 and 0 <= n <= 20:
            inner = _value(base)
            return None if inner is None else Fraction(inner ** int(n))
        case Div(top, bottom):
            above, below = _value(top), _value(bottom)
            return None if above is None or not below else Fraction(above / below)
        case Add(parts) | Mul(parts):
            return _folded(parts, isinstance(e, Add))
    return None


def _folded(parts: tuple[Expr, ...], adds: bool) -> Fraction | None:
    total = Fraction(0 if adds else 1)
    for each in parts:
        value = _value(each)
        if value is None:
            return None
        total = total + value if adds else total * value
    return total

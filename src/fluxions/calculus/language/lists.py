"""Answers of several parts without brackets round them: `5, 9`, `x = 1, y = 2`, `1/x, x > 0`."""

from __future__ import annotations

from fluxions.calculus.expr import And, Expr, Interval, Or, Piecewise, Rel, Set, Sym, Union, Vector
from fluxions.calculus.language import build
from fluxions.calculus.language.parts import Part, made
from fluxions.calculus.language.tokens import Unread
from fluxions.calculus.regions import Belongs
from fluxions.calculus.trees import symbols

LISTS = frozenset({"set", "multiset", "vector"})


def listed(items: tuple[Part, ...], want: str | None, comma: tuple[int, int]) -> Part:
    """What several parts at the top mean together."""
    start, end = items[0].start, items[-1].end
    conditions = [_condition(item.expr) for item in items]
    if all(conditions):
        if (points := _points(items)) is not None:
            return made(points, items, start, end)
        return made(_joined(items, want, comma), items, start, end)
    if alternating(items):
        return by_cases(items, start, end)
    if conditions == [True] + [False] * (len(items) - 1) and (_named(items[0].expr) or _point(items)):
        return solutions(items[0], items[1:])
    if want == "interval" and all(isinstance(item.expr, Interval) for item in items):
        return made(Union(tuple(item.expr for item in items)), items, start, end)
    if want == "system" and all(isinstance(item.expr, Vector) for item in items):
        return made(Set(tuple(item.expr for item in items)), items, start, end)
    if want == "vector":
        return build.bracketed("[]", items, start, end, None)
    if want in LISTS:
        return build.bracketed("{}", items, start, end, None)
    raise Unread("comma", comma, "A comma stands between arguments or entries, inside brackets.")


def lines(items: tuple[Part, ...], start: int, end: int) -> Part:
    """Equations and inequalities one below the other: all of them hold."""
    if not all(_condition(item.expr) for item in items):
        raise Unread("two-lines", (start, end), "Write one line at a time.")
    parts = tuple(
        each for item in items for each in (item.expr.children if isinstance(item.expr, And) else [item.expr])
    )
    return made(_points(items) or And(parts), items, start, end)


def _condition(e: Expr) -> bool:
    return isinstance(e, (Rel, And, Or, Belongs))


def alternating(items: tuple[Part, ...]) -> bool:
    """Do values and conditions take turns, as in `1/x, x > 0`; a last value alone holds otherwise?"""
    pairs = all(_condition(item.expr) == bool(i % 2) for i, item in enumerate(items))
    return pairs and len(items) > 1


def by_cases(items: tuple[Part, ...], start: int, end: int) -> Part:
    """A function by cases: each value before its condition."""
    kids: list[Part] = []
    for value, condition in zip(items[0::2], items[1::2], strict=False):
        kids += [condition, value]
    branches = tuple((a.expr, b.expr) for a, b in zip(kids[0::2], kids[1::2], strict=True))
    last = items[-1] if len(items) % 2 else None
    otherwise = None if last is None else last.expr
    return made(Piecewise(branches, otherwise), (*kids, *([] if last is None else [last])), start, end)


def _joined(items: tuple[Part, ...], want: str | None, comma: tuple[int, int]) -> Expr:
    """Conditions with commas: `x = 5, x = 9` gives two solutions, `x = 1, y = 2` one."""
    found = tuple(item.expr for item in items)
    names = [_named(each) for each in found]
    if all(names) and len(set(names)) == 1 and want != "system":
        return Or(found)
    unequal = all(isinstance(each, (Rel, And)) and not _equation(each) for each in found)
    same = len({frozenset(symbols(each)) for each in found}) == 1
    if unequal and same and want != "system":
        message = "Say whether both conditions hold: write and or or between them."
        raise Unread("comma", comma, message, "and")
    return And(found)


def _points(items: tuple[Part, ...]) -> Expr | None:
    """`x = 3, y = 4 or x = 4, y = 3`: solutions in turn, each with a value for every unknown."""
    flat: list[Expr] = []
    starts = set()  # where an `or` stood
    for item in items:
        for place, alternative in enumerate(_flat(item, Or)):
            starts |= {len(flat)} if place else set()
            flat += alternative.parts if isinstance(alternative, And) else (alternative,)
    names = [_unknowns(each) for each in flat]
    size = len(set(names))
    pieces = [tuple(flat[at : at + size]) for at in range(0, len(flat), size)]
    if len(pieces) < 2 or None in names or any(at % size for at in starts) or len({*names[:size]}) < size:
        return None
    unknown = frozenset().union(*(each for each in names if each))
    used = frozenset().union(*(symbols(each.children[1]) for each in flat))
    whole = all(set(names[at : at + size]) == set(names) for at in range(0, len(flat), size))
    if not whole or used & unknown or (used and not starts):  # x = y, x = 2 - y are two equations
        return None
    return Or(tuple(And(piece) if size > 1 else piece[0] for piece in pieces))


def _flat(item: Part, kind: type[Or]) -> tuple[Expr, ...]:
    return item.expr.parts if isinstance(item.expr, kind) and not item.bracket else (item.expr,)


def _unknowns(e: Expr) -> frozenset[str] | None:
    """The symbols on the left of `x = 3` and `(x, y) = (3, 4)`."""
    if isinstance(e, Rel) and e.op == "=" and isinstance(e.left, Vector):
        return frozenset(symbols(e.left)) if all(isinstance(each, Sym) for each in e.left.entries) else None
    name = _named(e)
    return None if name is None else frozenset({name})


def _point(items: tuple[Part, ...]) -> bool:
    """Is this `(x, y) = (3, 4), (4, 3)`?"""
    first, *others = (item.expr for item in items)
    return isinstance(first, Rel) and isinstance(first.left, Vector) and all(isinstance(e, Vector) for e in others)


def _equation(e: Expr) -> bool:
    return isinstance(e, Rel) and e.op == "="


def _named(e: Expr) -> str | None:
    """The symbol on the left of `x = …`."""
    return e.left.name if isinstance(e, Rel) and e.op == "=" and isinstance(e.left, Sym) else None


def solutions(first: Part, others: tuple[Part, ...]) -> Part:
    """`x = 5, 9` and `x = 5 or 9`: one equation for each value."""
    name = first.kids[0]
    links = [first, *(made(Rel("=", name.expr, each.expr), (name, each), each.start, each.end) for each in others)]
    return made(Or(tuple(each.expr for each in links)), tuple(links), first.start, others[-1].end)


def alternative(left: Part, right: Part) -> Part | None:
    """`x = 5 or 9` is x = 5 or x = 9."""
    last = left.kids[-1] if isinstance(left.expr, Or) and not left.bracket else left
    if _condition(right.expr) or right.bracket or not _named(last.expr) or len(last.kids) != 2:
        return None
    name = last.kids[0]
    return made(Rel("=", name.expr, right.expr), (name, right), right.start, right.end)


def rows(items: tuple[Part, ...], marks: str, start: int, end: int) -> Part:
    """`[1, 2; 3, 4]`: semicolons end the rows of a matrix."""
    lines: list[list[Part]] = [[items[0]]]
    for mark, item in zip(marks, items[1:], strict=True):
        if mark == ";":
            lines.append([])
        lines[-1].append(item)
    made_rows = tuple(
        made(Vector(tuple(each.expr for each in line)), tuple(line), line[0].start, line[-1].end) for line in lines
    )
    return build.matrix(made_rows, start, end)

"""What a name applied to its arguments becomes: a function, an operator of calculus, a container."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fluxions.calculus.expr import (
    And,
    At,
    Const,
    E,
    Expr,
    Fn,
    Interval,
    Matrix,
    Num,
    Operator,
    Piecewise,
    Pow,
    Rel,
    Root,
    Set,
    Sym,
    Vector,
)
from fluxions.calculus.language import standing
from fluxions.calculus.language.names import declared
from fluxions.calculus.language.parts import Part, applied, made
from fluxions.calculus.language.standing import Items, Maker, derived
from fluxions.calculus.language.tokens import Unread
from fluxions.calculus.vocabulary import FUNCTIONS, OPERATORS, SPELLINGS, Vocabulary

LARGEST_MATRIX = 12


@dataclass(frozen=True, slots=True)
class Call:
    """A name waiting for its arguments: with primes, and with the exponent of `sin^2`."""

    name: str
    start: int
    end: int
    primes: int = 0
    exponent: Part | None = None
    typed: str = ""
    base: Part | None = None  # of log_2


def call(head: Call, items: Sequence[Part], end: int, vocabulary: Vocabulary) -> Part:
    """A name applied to arguments."""
    given = tuple(items) if head.base is None else (*items, head.base)
    part = _call(head, given, end, vocabulary)
    if head.exponent is None:
        return part
    inverse = _INVERSE.get(SPELLINGS.get(head.name, head.name))
    if (
        inverse
        and isinstance(part.expr, Fn)
        and head.exponent.expr == Num(-1)
        and not head.exponent.bracket.startswith("power")
    ):
        return applied(inverse, part.kids, head.start, end)
    return made(Pow(part.expr, head.exponent.expr), (part, head.exponent), head.start, end)


_GREEK = {"sigma": "sigmoid", "Gamma": "gamma"}
_INVERSE = {
    **{name: f"arc{name}" for name in ("sin", "cos", "tan", "cot", "sec", "csc")},
    "sinh": "arsinh", "cosh": "arcosh", "tanh": "artanh",
}  # fmt: skip
INVERTIBLE = frozenset(_INVERSE)


def _call(head: Call, items: tuple[Part, ...], end: int, vocabulary: Vocabulary) -> Part:
    own = head.name in declared(vocabulary) or head.name in vocabulary.functions
    name = head.name if own else SPELLINGS.get(head.name, head.name)
    name = _GREEK.get(name, name) if not own else name
    if own:
        return applied(name + "'" * head.primes, items, head.start, end)
    if head.primes:
        return _primed(name, head, items, end, vocabulary)
    if name in _NODES:
        low, high, make = _NODES[name]
        _count(head, items, low, high, end)
        return make(items, head.start, end, vocabulary)
    if name in FUNCTIONS:
        _count(head, items, FUNCTIONS[name][0], FUNCTIONS[name][-1], end)
        return applied(name, items, head.start, end)
    if name in OPERATORS:
        _count(head, items, *OPERATORS[name], end)
    return made(Operator(name, tuple(item.expr for item in items)), items, head.start, end)


def _count(head: Call, items: Sequence[Part], low: int, high: int, end: int) -> None:
    """The number of arguments must fit."""
    if low <= len(items) <= high:
        return
    name = head.typed or head.name
    wanted = str(low) if low == high else f"{low} to {high}"
    word = "argument" if wanted == "1" else "arguments"
    raise Unread("arguments", (head.start, end), "{name} takes {wanted} {word}, here it has {given}.",
                 name=name, wanted=wanted, word=word, given=str(len(items)))  # fmt: skip


def _primed(name: str, head: Call, items: tuple[Part, ...], end: int, vocabulary: Vocabulary) -> Part:
    """σ'(x): the derivative of a known function at its argument."""
    if len(items) != 1:
        raise Unread("arguments", (head.start, end), "A prime needs a function of one argument.")
    item = items[0]
    plain = isinstance(item.expr, Sym)
    variable = item.expr if isinstance(item.expr, Sym) else Sym(vocabulary.variable)
    inner = item if plain else Part(variable, item.start, item.end)
    part = _call(Call(name, head.start, head.end), (inner,), end, vocabulary)
    part = derived(part, (variable.name,) * head.primes, head.start, end)
    if plain:
        return part
    return made(At(part.expr, variable, item.expr), (part, inner, item), head.start, end)


def _exp(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    return made(Pow(E, items[0].expr), (Part(E, start, start + 3), items[0]), start, end)


def _root_of(degree: int) -> Maker:
    def make(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
        item = items[1] if len(items) > 1 else Part(Num(degree), start, start)
        return made(Root(items[0].expr, item.expr), (items[0], item), start, end)

    return make


def _nth_root(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    return made(Root(items[1].expr, items[0].expr), (items[1], items[0]), start, end)


def _log(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    return applied("ln" if len(items) == 1 else "log", items, start, end)


def _log_to(base: int) -> Maker:
    def make(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
        return applied("log", (items[0], Part(Num(base), start, start)), start, end)

    return make


def _log_base(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    return applied("log", (items[1], items[0]), start, end)


def _clip(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    """clip(u, a, b) = min(max(u, a), b)."""
    return applied("min", (applied("max", items[:2], start, end), items[2]), start, end)


def _step(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    """The unit step: 0 below zero, 1 above it, and no value at zero, where conventions differ."""
    u = items[0].expr
    branches = ((Rel("<", u, Num(0)), Num(0)), (Rel(">", u, Num(0)), Num(1)))
    return made(Piecewise(branches), items, start, end)


def _if(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    pairs = tuple((a.expr, b.expr) for a, b in zip(items[0::2], items[1::2], strict=False))
    otherwise = items[-1].expr if len(items) % 2 else None
    return made(Piecewise(pairs, otherwise), items, start, end)


def _cases(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    """LaTeX writes the value before its condition."""
    if len(items) > 1 and all(isinstance(item.expr, (Rel, And)) for item in items):
        return made(And(tuple(item.expr for item in items)), items, start, end)  # a system behind one brace
    swapped: list[Part] = []
    for value, condition in zip(items[0::2], items[1::2], strict=False):
        swapped += [value] if condition.expr == Sym("otherwise") else [condition, value]
    if len(items) % 2:
        swapped.append(items[-1])
    return _if(tuple(swapped), start, end, vocabulary)


def _pairs(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    """piecewise((u, c), (v, d)) has each value before its condition; True or otherwise stands for the rest."""
    if not all(isinstance(item.expr, Vector) and len(item.kids) == 2 for item in items):
        return _if(items, start, end, vocabulary)
    return _cases(tuple(kid for item in items for kid in item.kids), start, end, vocabulary)


def _vector(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
    return made(Vector(tuple(item.expr for item in items)), items, start, end)


def _interval(closed: bool) -> Maker:
    def make(items: Items, start: int, end: int, vocabulary: Vocabulary) -> Part:
        return made(Interval(items[0].expr, items[1].expr, closed, closed), items, start, end)

    return make


_NODES: dict[str, tuple[int, int, Maker]] = {
    **standing.MAKERS,
    "exp": (1, 1, _exp), "sqrt": (1, 2, _root_of(2)), "cbrt": (1, 1, _root_of(3)), "root": (2, 2, _root_of(2)),
    "√": (1, 1, _root_of(2)), "∛": (1, 1, _root_of(3)), "∜": (1, 1, _root_of(4)), "nth-root": (2, 2, _nth_root),
    "log": (1, 2, _log), "log2": (1, 1, _log_to(2)), "log10": (1, 1, _log_to(10)), "log-base": (2, 2, _log_base),
    "clip": (3, 3, _clip), "clamp": (3, 3, _clip), "step": (1, 1, _step), "heaviside": (1, 1, _step),
    "if": (2, 101, _if),
    **dict.fromkeys(("piecewise", "Piecewise"), (1, 101, _pairs)),
    "cases": (1, 101, _cases), "vector": (1, 1000, _vector),
    "open": (2, 2, _interval(False)), "closed": (2, 2, _interval(True)),
}  # fmt: skip


def bracketed(kind: str, items: Items, start: int, end: int, want: str | None) -> Part:
    """What a pair of brackets holds: a group, a vector, a matrix, an interval, a set."""
    if kind == "{}":
        return made(Set(tuple(item.expr for item in items)), items, start, end)
    if kind in ("(]", "[)"):
        if len(items) != 2:
            raise Unread("brackets-differ", (start, end), "These brackets do not belong together.")
        return interval(items, kind, start, end)
    if not items:
        raise Unread("empty-brackets", (start, end), "There is nothing between these brackets.")
    if kind == "⟨⟩":
        return _vector(items, start, end, Vocabulary())
    if len(items) == 1 and kind == "()":
        item = items[0]
        return Part(item.expr, start, end, item.kids, item.depth, item.size, "(", item.number)
    if kind == "[]" and all(isinstance(item.expr, Vector) for item in items):
        return matrix(items, start, end)
    if len(items) == 2 and (want == "interval" or any(_infinite(item.expr) for item in items)):
        return interval(items, kind, start, end)
    part = _vector(items, start, end, Vocabulary())
    part.pair = kind if len(items) == 2 else ""
    return part


def _infinite(e: Expr) -> bool:
    return e == Const("inf") or (bool(e.children) and type(e).__name__ == "Neg" and e.children[0] == Const("inf"))


def interval(items: Items, kind: str, start: int, end: int) -> Part:
    """From the first item to the second; the brackets say which ends belong to it."""
    return made(Interval(items[0].expr, items[1].expr, kind[0] == "[", kind[1] == "]"), items, start, end)


def matrix(rows: Items, start: int, end: int) -> Part:
    """Rows of equal length."""
    lengths = {len(row.expr.children) for row in rows}
    if len(lengths) != 1:
        raise Unread("ragged", (start, end), "The rows of a matrix must have equal length.")
    if len(rows) > LARGEST_MATRIX or max(lengths) > LARGEST_MATRIX:
        raise Unread(
            "too-big", (start, end), "A matrix may have at most {most} rows and columns.", most=str(LARGEST_MATRIX)
        )
    entries = tuple(kid for row in rows for kid in row.kids)
    return made(Matrix(tuple(row.expr.children for row in rows)), entries, start, end)


def transposed(part: Part, end: int) -> Part:
    """(1, 2)^T is a column, as every vector is here; the rows of a matrix become its columns."""
    if not isinstance(part.expr, Matrix):
        return Part(part.expr, part.start, end, part.kids, part.depth, part.size)
    width = len(part.expr.rows[0])
    kids = tuple(part.kids[i] for column in range(width) for i in range(column, len(part.kids), width))
    rows = tuple(zip(*part.expr.rows, strict=True))
    return made(Matrix(rows), kids, part.start, end)


def joined_pair(part: Part) -> Part:
    """A pair in brackets as an interval, where a set is wanted."""
    return interval(part.kids, part.pair, part.start, part.end) if part.pair else part


__all__ = ["INVERTIBLE", "Call", "bracketed", "call", "derived", "interval", "joined_pair", "transposed"]

"""One or several trees as a straight-line program with shared sub-expressions, the same for every machine."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from fluxions.calculus.expr import (
    Add,
    And,
    At,
    Const,
    Diff,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Or,
    Piecewise,
    Pow,
    Rate,
    Rel,
    Root,
    Sum,
    Sym,
)  # fmt: skip
from fluxions.calculus.numbers.composed import composed, stand_in
from fluxions.calculus.trees import bound_variable, symbols
from fluxions.calculus.vocabulary import FUNCTIONS

LONGEST = 20_000  # instructions of one tape
MOST_BITS = 20_000  # of a folded constant
LONGEST_KEPT = 500  # registers of a tape that its tree keeps
MOST_TERMS = 200  # of a written-out sum
Leaf = tuple[str, object]  # ("sym", name), ("num", Fraction), ("int", int), ("const", "pi")
Line = tuple[str, tuple[int, ...]]  # an operation and the registers it reads


class NoTape(Exception):
    """The tree has a node that no machine evaluates at a point."""


@dataclass(frozen=True, slots=True, eq=False)  # known by identity: what is worked out for it is kept by that
class Tape:
    """Registers: the leaves, then one for each line of code; `outputs` are the registers of the trees."""

    leaves: tuple[Leaf, ...]
    code: tuple[Line, ...]
    outputs: tuple[int, ...]
    symbols: tuple[str, ...]  # the names whose values are needed, in the order of first use
    lazy: bool  # does it choose between branches, so that an undefined one may be harmless?
    kept: dict[object, Any] = field(default_factory=dict)  # what a machine makes of it once: calls, leaves as balls


# one-argument functions that every machine has as one operation
PLAIN = frozenset(
    "sin cos tan arcsin arccos arctan sinh cosh tanh arsinh arcosh artanh sigmoid softplus relu gelu silu abs sign "
    "floor ceil gamma erf erfc Phi phi ln Ei Si Ci li".split()
)
TRUTHS = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
ORDERS = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}


def tape(*trees: Expr, difference: bool = False, keep: bool = True) -> Tape:
    """The program of the trees; with `difference`, of two trees and of the first minus the second.

    One tree keeps its program, unless it is looked at once: a program has some thirty parts.
    """
    if len(trees) == 1:
        try:
            return trees[0]._tape  # type: ignore[no-any-return]
        except AttributeError:
            pass
    writer = Writer()
    outputs = [writer.write(each, {}) for each in trees]
    if difference:
        outputs.append(writer.line("sub", outputs[0], outputs[1]))
    found = writer.finished(outputs)
    if keep and len(trees) == 1 and len(writer.rows) <= LONGEST_KEPT:
        object.__setattr__(trees[0], "_tape", found)
    return found


def rational_value(e: Expr) -> Fraction | None:
    """The value of a tree of literals, sums, products, quotients and integer powers; None for anything else."""
    kind = type(e)
    if kind is Num:
        return e.value  # type: ignore[attr-defined, no-any-return]
    if kind is Sym or kind is Const or _varies(e):
        return None
    writer = Writer()
    try:
        return writer.number(writer.write(e, {}))
    except (NoTape, ZeroDivisionError):
        return None


def _varies(e: Expr) -> bool:
    """Is it seen at once that no arithmetic of literals gives e? A symbol in a sum, a product or a power."""
    kind = type(e)
    if kind is Sym or kind is Const:
        return True
    if kind in _ARITHMETIC:
        return any(_varies(child) for child in e.children)
    return kind is Fn and e.name in PLAIN  # type: ignore[attr-defined]


class Writer:
    """The lines of a tape while it is written; equal ones are one register."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, tuple[object, ...]]] = []  # a leaf holds its value, a line its registers
        self.known: dict[tuple[str, tuple[object, ...]], int] = {}
        self.visits = 0
        self.lazy = False  # is there a choice between branches?
        self.copies = 1  # how often the innermost sum at hand is written

    def put(self, op: str, *parts: object) -> int:
        key = (op, parts)
        index = self.known.get(key)
        if index is None:
            index = self.known[key] = len(self.rows)
            self.rows.append(key)
        return index

    def seed(self, name: str, point: int) -> int:
        """The start of a variable that is differentiated by: two variables that start at one point stay two."""
        key = (f"seed of {name}", (point,))
        index = self.known.get(key)
        if index is None:
            index = self.known[key] = len(self.rows)
            self.rows.append(("seed", (point,)))
        return index

    def literal(self, value: Fraction) -> int:
        """The register of a number; its two parts are the key, for a Fraction is slow to hash."""
        key = ("num", (value.numerator, value.denominator))
        index = self.known.get(key)
        if index is None:
            index = self.known[key] = len(self.rows)
            self.rows.append(("num", (value,)))
        return index

    def number(self, register: int) -> Fraction | None:
        op, parts = self.rows[register]
        return parts[0] if op == "num" else None  # type: ignore[return-value]

    def line(self, op: str, *registers: int) -> int:
        """A line, or its value where it is arithmetic of literals."""
        rows = self.rows
        if rows[registers[0]][0] == "num" == rows[registers[-1]][0] and op in FOLDED:  # of one or two registers
            value = _folded(op, [rows[each][1][0] for each in registers])  # type: ignore[misc]
            if value is not None:
                return self.literal(value)
        return self.put(op, *registers)

    def write(self, e: Expr, scope: Mapping[str, int]) -> int:
        """The register of a tree; names in `scope` have registers already."""
        self.visits += 1
        if self.visits > LONGEST:
            raise NoTape("too long")
        kind = type(e)
        if kind is Num:
            return self.literal(e.value)  # type: ignore[attr-defined]
        if kind is Sym:
            name = e.name  # type: ignore[attr-defined]
            return scope[name] if name in scope else self.put("sym", name)
        writes = _WRITES.get(kind)
        if writes is None:
            raise NoTape(kind.__name__)
        return writes(self, e, scope)

    def _const(self, e: Const, scope: Mapping[str, int]) -> int:
        if e.name not in ("pi", "e"):
            raise NoTape(e.name)
        return self.put("const", e.name)

    def _neg(self, e: Neg, scope: Mapping[str, int]) -> int:
        return self.line("neg", self.write(e.arg, scope))

    def _quotient(self, e: Div, scope: Mapping[str, int]) -> int:
        return self.line("div", self.write(e.top, scope), self.write(e.bottom, scope))

    def _radical(self, e: Root, scope: Mapping[str, int]) -> int:
        return self._root(self.write(e.arg, scope), self.write(e.degree, scope))

    def _applied(self, e: Fn, scope: Mapping[str, int]) -> int:
        return self._function(e.name, [self.write(each, scope) for each in e.args])

    def _diff(self, e: Diff, scope: Mapping[str, int]) -> int:
        return self.put("diff", self.write(e.arg, scope), self.write(e.variable, scope))

    def _value(self, e: At, scope: Mapping[str, int]) -> int:
        return self._at(e.arg, e.variable.name, self.write(e.point, scope), scope)

    def _rate(self, e: Rate, scope: Mapping[str, int]) -> int:
        name, low, high = e.variable.name, self.write(e.start, scope), self.write(e.end, scope)
        rise = self.line("sub", self._at(e.arg, name, high, scope), self._at(e.arg, name, low, scope))
        return self.line("div", rise, self.line("sub", high, low))

    def _sum(self, e: Add, scope: Mapping[str, int]) -> int:
        total = self.write(e.terms[0], scope)
        for term in e.terms[1:]:
            if type(term) is Neg:
                total = self.line("sub", total, self.write(term.arg, scope))
            else:
                total = self.line("add", total, self.write(term, scope))
        return total

    def _product(self, e: Mul, scope: Mapping[str, int]) -> int:
        result = self.write(e.factors[0], scope)
        for factor in e.factors[1:]:
            result = self.line("mul", result, self.write(factor, scope))
        return result

    def _power(self, e: Pow, scope: Mapping[str, int]) -> int:
        base = e.base
        above = self.write(e.exponent, scope)
        value = self.number(above)
        if isinstance(base, Const) and base.name == "e":
            return self.put("exp", above)
        below = self.write(base, scope)
        if value is None:
            return self.put("power", below, above)
        rooted = below if value.denominator == 1 else self._root(below, self.literal(Fraction(value.denominator)))
        return self._integer_power(rooted, value.numerator)

    def _integer_power(self, base: int, n: int) -> int:
        if n == 1:
            return base
        if abs(n) > 10**9:
            raise NoTape("exponent too big")
        value = self.number(base)
        if value is not None and _bits(value) * abs(n) <= MOST_BITS and (value or n >= 0):
            return self.literal(value**n)
        return self.put("powi", base, self.put("int", n))

    def _root(self, arg: int, degree: int) -> int:
        n = self.number(degree)
        if n is None:
            return self.line("power", arg, self.line("div", self.literal(Fraction(1)), degree))
        if n.denominator != 1 or not 1 <= n <= 10**6:
            raise NoTape("degree of a root")
        if n == 1:
            return arg
        return self.put("sqrt", arg) if n == 2 else self.put("root", arg, self.put("int", int(n)))

    def _function(self, name: str, args: list[int]) -> int:
        if name in PLAIN and len(args) == 1:
            return self.put(name, args[0])
        if name in ("min", "max") and args:
            result = args[0]
            for each in args[1:]:
                result = result if each == result else self.put(name, result, each)  # at a tie neither is steeper
            return result
        found = composed(self, name, args) if name in FUNCTIONS else stand_in(self, name, args)
        if found is None:
            raise NoTape(name)
        return found

    def _at(self, f: Expr, name: str, point: int, scope: Mapping[str, int]) -> int:
        if not _differentiates(f, name):
            return self.write(f, {**scope, name: point})
        seed = self.seed(name, point)
        return self.put("exit", self.write(f, {**scope, name: seed}), seed)

    def _written_out(self, e: Sum, scope: Mapping[str, int]) -> int:
        first, last = self.number(self.write(e.low, scope)), self.number(self.write(e.high, scope))
        if first is None or last is None or first.denominator != 1 or last.denominator != 1:
            raise NoTape("Sum")
        if last - first > MOST_TERMS:
            raise NoTape("Sum")
        count = max(int(last - first) + 1, 1)
        self.copies *= count
        if self.copies > LONGEST:
            raise NoTape("too long")
        total = self.literal(Fraction(0))
        for n in range(int(first), int(last) + 1):
            total = self.line("add", total, self._at(e.arg, e.index.name, self.literal(Fraction(n)), scope))
        self.copies //= count
        return total

    def _piecewise(self, e: Piecewise, scope: Mapping[str, int]) -> int:
        result = self.put("nowhere") if e.otherwise is None else self.write(e.otherwise, scope)
        for condition, value in reversed(e.branches):
            decided = _decided(condition)
            if decided is not None:
                result = self.write(value, scope) if decided else result
                continue
            self.lazy = True
            result = self.put("if", self.condition(condition, scope), self.write(value, scope), result)
        return result

    def condition(self, e: Expr, scope: Mapping[str, int]) -> int:
        """The register of a truth value."""
        match e:
            case Rel(op, u, v):
                return self.put(ORDERS[op], self.write(u, scope), self.write(v, scope))
            case And(parts) | Or(parts):
                result = self.condition(parts[0], scope)
                for part in parts[1:]:
                    result = self.put("and" if isinstance(e, And) else "or", result, self.condition(part, scope))
                return result
        raise NoTape(type(e).__name__)

    def finished(self, outputs: Sequence[int]) -> Tape:
        """Leaves first, then the lines, with registers renumbered."""
        rows = self.rows
        leaves = [i for i, (op, _) in enumerate(rows) if op in LEAVES]
        lines = [i for i, (op, _) in enumerate(rows) if op not in LEAVES]
        place = [0] * len(rows)
        for new, old in enumerate(leaves + lines):
            place[old] = new
        return Tape(
            tuple([(rows[i][0], rows[i][1][0]) for i in leaves]),
            tuple([(rows[i][0], tuple([place[each] for each in rows[i][1]])) for i in lines]),  # type: ignore[call-overload]
            tuple([place[each] for each in outputs]),
            tuple([str(rows[i][1][0]) for i in leaves if rows[i][0] == "sym"]),
            self.lazy,
        )


LEAVES = frozenset({"sym", "num", "int", "const"})
FOLDED = frozenset({"add", "sub", "mul", "div", "neg"})
_ARITHMETIC = frozenset({Add, Mul, Neg, Div, Pow})
_WRITES: dict[type, Callable[..., int]] = {
    Const: Writer._const, Add: Writer._sum, Mul: Writer._product, Neg: Writer._neg, Div: Writer._quotient,
    Pow: Writer._power, Root: Writer._radical, Fn: Writer._applied, Diff: Writer._diff, At: Writer._value,
    Rate: Writer._rate, Sum: Writer._written_out, Piecewise: Writer._piecewise,
}  # fmt: skip


def truth_tape(*relations: Expr) -> Tape:
    """The program whose outputs are the truth values of relations."""
    writer = Writer()
    return writer.finished([writer.condition(each, {}) for each in relations])


def _decided(e: Expr) -> bool | None:
    """The truth of a condition on numbers alone."""
    if isinstance(e, (And, Or)):
        parts = [_decided(each) for each in e.parts]
        if None in parts:
            return None
        return all(parts) if isinstance(e, And) else any(parts)
    if not isinstance(e, Rel) or symbols(e):
        return None
    left, right = rational_value(e.left), rational_value(e.right)
    return None if left is None or right is None else TRUTHS[e.op](left, right)


def _folded(op: str, parts: Sequence[Fraction]) -> Fraction | None:
    if sum(map(_bits, parts)) > MOST_BITS:
        return None
    match op, parts:
        case "add", [a, b]:
            return a + b
        case "sub", [a, b]:
            return a - b
        case "mul", [a, b]:
            return a * b
        case "neg", [a]:
            return -a
        case "div", [a, b] if b:
            return a / b
    return None


def _bits(value: Fraction) -> int:
    return value.numerator.bit_length() + value.denominator.bit_length()


def _differentiates(e: Expr, name: str) -> bool:
    """Does e hold a standing derivative by the free variable `name`?"""
    if isinstance(e, Diff) and e.variable.name == name:
        return True
    bound = bound_variable(e)
    if bound is not None and bound.name == name:
        return any(_differentiates(child, name) for child in e.children[2:])
    return any(_differentiates(child, name) for child in e.children)

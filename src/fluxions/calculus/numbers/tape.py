"""One or several trees as a straight-line program with shared sub-expressions, the same for every machine."""

from __future__ import annotations

import operator
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

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
from fluxions.calculus.trees import bound_variable, symbols
from fluxions.calculus.vocabulary import FUNCTIONS

LONGEST = 20_000  # instructions of one tape
MOST_BITS = 20_000  # of a folded constant
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

    @property
    def symbols(self) -> tuple[str, ...]:
        """The names whose values are needed, in the order of first use."""
        return tuple(str(value) for kind, value in self.leaves if kind == "sym")

    @property
    def lazy(self) -> bool:
        """Does it choose between branches, so that an undefined one may be harmless?"""
        return any(op == "if" for op, _ in self.code)


# one-argument functions that every machine has as one operation
PLAIN = frozenset(
    "sin cos tan arcsin arccos arctan sinh cosh tanh arsinh arcosh artanh sigmoid softplus relu gelu silu abs sign "
    "floor ceil gamma erf erfc Phi phi ln Ei Si Ci li".split()
)
TRUTHS = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
ORDERS = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}


def tape(*trees: Expr, difference: bool = False) -> Tape:
    """The program of the trees; with `difference`, of two trees and of the first minus the second."""
    writer = _Writer()
    outputs = [writer.write(each, {}) for each in trees]
    if difference:
        outputs.append(writer.line("sub", outputs[0], outputs[1]))
    return writer.finished(outputs)


def rational_value(e: Expr) -> Fraction | None:
    """The value of a tree of literals, sums, products, quotients and integer powers; None for anything else."""
    writer = _Writer()
    try:
        return writer.number(writer.write(e, {}))
    except (NoTape, ZeroDivisionError):
        return None


class _Writer:
    def __init__(self) -> None:
        self.rows: list[tuple[str, tuple[object, ...]]] = []  # a leaf holds its value, a line its registers
        self.known: dict[tuple[str, tuple[object, ...]], int] = {}
        self.visits = 0
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

    def number(self, register: int) -> Fraction | None:
        op, parts = self.rows[register]
        return parts[0] if op == "num" else None  # type: ignore[return-value]

    def line(self, op: str, *registers: int) -> int:
        """A line, or its value where it is arithmetic of literals."""
        if op in ("add", "sub", "mul", "div", "neg"):
            parts = [self.number(each) for each in registers]
            if None not in parts:
                value = _folded(op, parts)  # type: ignore[arg-type]
                if value is not None:
                    return self.put("num", value)
        return self.put(op, *registers)

    def write(self, e: Expr, scope: Mapping[str, int]) -> int:
        """The register of a tree; names in `scope` have registers already."""
        self.visits += 1
        if self.visits > LONGEST:
            raise NoTape("too long")
        kind = type(e)
        if kind is Num:
            return self.put("num", e.value)  # type: ignore[attr-defined]
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
        rooted = below if value.denominator == 1 else self._root(below, self.put("num", Fraction(value.denominator)))
        return self._integer_power(rooted, value.numerator)

    def _integer_power(self, base: int, n: int) -> int:
        if n == 1:
            return base
        if abs(n) > 10**9:
            raise NoTape("exponent too big")
        value = self.number(base)
        if value is not None and _bits(value) * abs(n) <= MOST_BITS and (value or n >= 0):
            return self.put("num", value**n)
        return self.put("powi", base, self.put("int", n))

    def _root(self, arg: int, degree: int) -> int:
        n = self.number(degree)
        if n is None:
            return self.line("power", arg, self.line("div", self.put("num", Fraction(1)), degree))
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
                result = self.put(name, result, each)
            return result
        if name in FUNCTIONS:
            return self._composed(name, args)
        return self._unknown(name, args)

    def _composed(self, name: str, args: list[int]) -> int:
        """The functions that others express: cot u = cos u / sin u, log(u, b) = ln u / ln b, …"""
        one, u = self.put("num", Fraction(1)), args[0]
        match name, args:
            case "cot", [_]:
                return self.put("div", self.put("cos", u), self.put("sin", u))
            case "sec" | "csc" | "coth" | "sech" | "csch", [_]:
                below = {"sec": "cos", "csc": "sin", "coth": "tanh", "sech": "cosh", "csch": "sinh"}[name]
                return self.put("div", one, self.put(below, u))
            case "arccot", [_]:
                quarter = self.put("mul", self.put("num", Fraction(1, 2)), self.put("const", "pi"))
                return self.put("sub", quarter, self.put("arctan", u))
            case "arcsec" | "arccsc", [_]:
                return self.put("arccos" if name == "arcsec" else "arcsin", self.line("div", one, u))
            case "logit", [_]:
                return self.put("ln", self.line("div", u, self.line("sub", one, u)))
            case "factorial", [_]:
                return self.put("gamma", self.line("add", u, one))
            case "log", [_, b]:
                return self.put("div", self.put("ln", u), self.put("ln", b))
            case "beta", [_, v]:
                both = self.put("mul", self.put("gamma", u), self.put("gamma", v))
                return self.put("div", both, self.put("gamma", self.line("add", u, v)))
            case "binomial", [_, k]:
                rest = self._composed("factorial", [self.line("sub", u, k)])
                both = self.put("mul", self._composed("factorial", [k]), rest)
                return self.put("div", self._composed("factorial", [u]), both)
        raise NoTape(name)

    def _unknown(self, name: str, args: list[int]) -> int:
        """A fixed mix of two waves stands for f; its k-th derivative stands for f with k primes."""
        stem, order = name.rstrip("'"), len(name) - len(name.rstrip("'"))
        if order and len(args) != 1:
            raise NoTape(name)
        seed = zlib.crc32(stem.encode("utf-8", "replace"))
        total = self.put("num", Fraction(1 + seed % 7, 8) if order == 0 else Fraction(0))
        for wave in range(2):
            speed = Fraction(3 + (seed >> 3 + 4 * wave) % 16 + 16 * wave, 20)
            shift = Fraction((seed >> 11 + 4 * wave) % 97, 31)
            phase = self.put("num", shift)
            for nth, arg in enumerate(args):
                scaled = self.line("mul", self.put("num", speed * (1 + Fraction(nth, 3 + wave))), arg)
                phase = self.line("add", phase, scaled)
            size = (-1 if order % 4 in (2, 3) else 1) * speed**order * Fraction(9 - 2 * wave, 8)
            turned = self.put("sin" if order % 2 == 0 else "cos", phase)
            total = self.line("add", total, self.line("mul", self.put("num", size), turned))
        return total

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
        total = self.put("num", Fraction(0))
        for n in range(int(first), int(last) + 1):
            total = self.line("add", total, self._at(e.arg, e.index.name, self.put("num", Fraction(n)), scope))
        self.copies //= count
        return total

    def _piecewise(self, e: Piecewise, scope: Mapping[str, int]) -> int:
        result = self.put("nowhere") if e.otherwise is None else self.write(e.otherwise, scope)
        for condition, value in reversed(e.branches):
            decided = _decided(condition)
            if decided is not None:
                result = self.write(value, scope) if decided else result
                continue
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
        leaves = [i for i, (op, _) in enumerate(self.rows) if op in LEAVES]
        lines = [i for i, (op, _) in enumerate(self.rows) if op not in LEAVES]
        place = {old: new for new, old in enumerate((*leaves, *lines))}
        return Tape(
            tuple((self.rows[i][0], self.rows[i][1][0]) for i in leaves),
            tuple((self.rows[i][0], tuple(place[each] for each in self.rows[i][1])) for i in lines),  # type: ignore[index]
            tuple(place[each] for each in outputs),
        )


LEAVES = frozenset({"sym", "num", "int", "const"})
_WRITES: dict[type, Callable[..., int]] = {
    Const: _Writer._const, Add: _Writer._sum, Mul: _Writer._product, Neg: _Writer._neg, Div: _Writer._quotient,
    Pow: _Writer._power, Root: _Writer._radical, Fn: _Writer._applied, Diff: _Writer._diff, At: _Writer._value,
    Rate: _Writer._rate, Sum: _Writer._written_out, Piecewise: _Writer._piecewise,
}  # fmt: skip


def truth_tape(*relations: Expr) -> Tape:
    """The program whose outputs are the truth values of relations."""
    writer = _Writer()
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

"""Vectors and matrices at a place: every symbol has entries in balls, every size is a small prime.

A differential is a difference quotient here: no rule of calculus is used, so that what rules find can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import shake_128
from typing import Any

from flint import arb, arb_mat

from fluxions.calculus.expr import Add, Const, Div, E, Expr, Fn, Mul, Neg, Num, Operator, Pow, Root, Sym
from fluxions.calculus.numbers.balls import OPERATIONS, Ball, Unclear, Undefined, ball, div, ln, power, root, sqrt
from fluxions.calculus.shapes import ARRAYS, SCALAR, Dim, Shaped, differential_of, dim_of, names_in, shape

Array = Any  # a ball, or a matrix of balls
BITS = 256
STEP = 2**-60  # of difference quotients: their error is about its square
PRIMES = (2, 3, 5, 7, 11, 13)
Draw = Callable[[int], Fraction]  # an entry from a byte


MOST_ENTRIES = 4_096


class NoArray(Exception):
    """Something that has no value as an array, or too large a one."""


def room_for(rows: int, columns: int) -> tuple[int, int]:
    """The size, if so many entries are worked with."""
    if rows * columns > MOST_ENTRIES:
        raise NoArray("too large")
    return rows, columns


def _any(byte: int) -> Fraction:
    return Fraction((3 + byte % 22) * (1 if byte < 128 else -1), 16)


def _positive(byte: int) -> Fraction:
    return Fraction(3 + byte % 22, 16)


def _small(byte: int) -> Fraction:
    return Fraction(3 + byte % 22, 128)


DRAWS: tuple[Draw, ...] = (_any, _positive, _small)


@dataclass(slots=True)
class Place:
    """Sizes and entries, made as they are asked for; `known` remembers what was worked out here."""

    sizes: Mapping[str, int]
    seed: int
    draw: Draw = _any
    moved: Mapping[str, Array] = field(default_factory=dict)
    known: dict[Expr, Array] = field(default_factory=dict)
    base: Place | None = None  # the place that this one was moved away from
    beside: dict[str, tuple[Place, Place]] = field(default_factory=dict)  # a step along dX before and behind

    def size(self, dim: Dim) -> int:
        """How many that is here."""
        number, names = dim
        for name in names:
            number *= self.sizes[name]
        return number

    def symbol(self, e: Shaped) -> Array:
        """The entries of a symbol: the same for the same name and seed; square ones lean to their diagonal."""
        if e.name in self.moved:
            return self.moved[e.name]
        rows, columns = room_for(*(self.size(each) for each in shape(e)))
        differential = e.is_differential
        chance = shake_128(f"{e.name} {self.seed}".encode()).digest(rows * columns)
        made = [ball((_any if differential else self.draw)(byte)) for byte in chance]
        if (rows, columns) == (1, 1):
            return made[0]
        if e.symmetric:
            made = [made[max(i, j) * columns + min(i, j)] for i in range(rows) for j in range(columns)]
        if rows == columns and not differential:
            for i in range(rows):
                made[i * columns + i] = 3 + made[i * columns + i]
        return arb_mat(rows, columns, made)

    def shifted(self, x: Shaped, by: Array) -> Place:
        """The place with `by` added to x; what does not depend on x is known already."""
        return Place(self.sizes, self.seed, self.draw, {**self.moved, x.name: self.value(x) + by}, {}, self)

    def forget(self) -> None:
        """What was worked out here, dropped."""
        self.known.clear()
        self.beside.clear()

    def value(self, e: Expr) -> Array:
        """The value of an expression; raises Undefined, Unclear or NoArray."""
        found = self.known.get(e)
        if found is None:
            unmoved = self.base is not None and not any(name in self.moved for name in names_in(e))
            found = self.base.value(e) if unmoved and self.base is not None else plain(_value(e, self))
            self.known[e] = found
        return found


def plain(value: Array) -> Array:
    """A 1×1 matrix as its entry."""
    single = isinstance(value, arb_mat) and value.nrows() == 1 and value.ncols() == 1
    return value[0, 0] if single else value


def _value(e: Expr, at: Place) -> Array:
    match e:
        case Num(value):
            return ball(value)
        case Const("pi" | "e" as name):
            return arb.pi() if name == "pi" else arb.const_e()
        case Shaped():
            return at.symbol(e)
        case Sym(name):
            return arb(at.sizes[name]) if name in at.sizes else at.symbol(Shaped(name, ()))
        case Add(terms):
            found = at.value(terms[0])
            for each in terms[1:]:
                found = found + at.value(each)
            return found
        case Neg(u):
            return -at.value(u)
        case Mul(factors):
            found = at.value(factors[0])
            for each in factors[1:]:
                found = multiplied(found, at.value(each))
            return found
        case Div(top, bottom):
            return multiplied(at.value(top), div(arb(1), at.value(bottom)))
    return _applied(e, at)


def multiplied(a: Array, b: Array) -> Array:
    """The product; a 1×1 matrix is a scalar."""
    a, b = plain(a), plain(b)
    if isinstance(a, arb_mat) and isinstance(b, arb_mat):
        room_for(a.nrows(), b.ncols())
    return b * a if isinstance(a, arb) and isinstance(b, arb_mat) else a * b


def _applied(e: Expr, at: Place) -> Array:
    match e:
        case Pow(base, exponent) if base == E:
            return entrywise(arb.exp, at.value(exponent))
        case Pow(base, Num(n)) if isinstance(at.value(base), arb_mat) and shape(base)[0] == shape(base)[1]:
            return at.value(base) ** int(n)
        case Pow(base, Num(n)) if n.denominator == 1:
            return entrywise(lambda u: OPERATIONS["powi"](u, int(n)), at.value(base))
        case Pow(base, exponent):
            raised = at.value(exponent)
            return entrywise(lambda u: power(u, raised), at.value(base))
        case Root(u, Num(n)):
            degree = int(n)
            return entrywise(sqrt if degree == 2 else lambda v: root(v, degree), at.value(u))
        case Fn(name, args) if name in ARRAYS:
            return FUNCTIONS[name](args, at)
        case Fn(name, (u,)) if name in OPERATIONS:
            return entrywise(OPERATIONS[name], at.value(u))
        case Operator("differential", (f, Shaped() as x)):
            return difference(f, x, at, at.value(differential_of(x)))
    raise NoArray(type(e).__name__)


def entrywise(function: Callable[[Ball], Ball], value: Array) -> Array:
    """The function of every entry."""
    if isinstance(value, arb):
        return function(value)
    return arb_mat(value.nrows(), value.ncols(), [function(each) for each in value.entries()])


def difference(f: Expr, x: Shaped, at: Place, direction: Array) -> Array:
    """(f(x + h·d) − f(x − h·d)) / 2h."""
    step = arb(STEP)
    along = direction is at.value(differential_of(x))
    found = at.beside.get(x.name) if along else None
    if found is None:
        found = at.shifted(x, direction * step), at.shifted(x, direction * -step)
    if along:
        at.beside[x.name] = found
    ahead, behind = found
    return (ahead.value(f) - behind.value(f)) * (1 / (2 * step))


def entries(value: Array) -> list[Ball]:
    """The entries column by column, as vec has them."""
    return [value] if isinstance(value, arb) else value.transpose().entries()


def column(made: list[Ball]) -> Array:
    return plain(arb_mat(len(made), 1, made))


def _total(value: Array) -> Ball:
    return sum(entries(value), arb(0))


def _paired(operation: Callable[[Ball, Ball], Ball], a: Array, b: Array) -> Array:
    if isinstance(a, arb):
        return operation(a, b)
    pairs = zip(a.entries(), b.entries(), strict=True)
    return arb_mat(a.nrows(), a.ncols(), [operation(u, v) for u, v in pairs])


def _inverse(value: Array) -> Array:
    if isinstance(value, arb):
        return div(arb(1), value)
    try:
        return value.inv()
    except ZeroDivisionError:
        raise Unclear from None


def _norm(args: tuple[Expr, ...], at: Place) -> Ball:
    parts = entries(at.value(args[0]))
    if len(args) == 2 and args[1] == Num(1):
        return sum((abs(each) for each in parts), arb(0))
    return sqrt(sum((each * each for each in parts), arb(0)))


def _kron(a: Array, b: Array) -> Array:
    rows, columns = _sides(a), _sides(b)
    room_for(rows[0] * columns[0], rows[1] * columns[1])
    first, second = (each if isinstance(each, arb_mat) else arb_mat(1, 1, [each]) for each in (a, b))
    made = [
        first[i, j] * second[k, m]
        for i in range(rows[0]) for k in range(columns[0]) for j in range(rows[1]) for m in range(columns[1])
    ]  # fmt: skip
    return arb_mat(rows[0] * columns[0], rows[1] * columns[1], made)


def _sides(value: Array) -> tuple[int, int]:
    return (value.nrows(), value.ncols()) if isinstance(value, arb_mat) else (1, 1)


def _diagonal(value: Array) -> Array:
    rows, columns = _sides(value)
    if columns == 1:
        room_for(rows, rows)
        made = [value[i, 0] if i == j else arb(0) for i in range(rows) for j in range(rows)]
        return arb_mat(rows, rows, made)
    return arb_mat(rows, 1, [value[i, i] for i in range(rows)])


def _by_rows(value: Array, function: Callable[[list[Ball]], list[Ball]]) -> Array:
    """A function of a vector as a whole, or of every row of a matrix."""
    rows, columns = _sides(value)
    if columns == 1:
        return column(function(entries(value)))
    made = [function([value[i, j] for j in range(columns)]) for i in range(rows)]
    return plain(arb_mat(rows, len(made[0]), [each for row in made for each in row]))


def _softmax(row: list[Ball]) -> list[Ball]:
    raised = [each.exp() for each in row]
    whole = sum(raised, arb(0))
    return [each / whole for each in raised]


def _logsumexp(row: list[Ball]) -> list[Ball]:
    return [ln(sum((each.exp() for each in row), arb(0)))]


def _constant(number: int) -> Callable[[tuple[Expr, ...], Place], Array]:
    def made(args: tuple[Expr, ...], at: Place) -> Array:
        rows, columns = room_for(*(*(at.size(dim_of(each)) for each in args), 1)[:2])
        return arb_mat(rows, columns, [arb(number)] * (rows * columns))

    return made


def _identity(args: tuple[Expr, ...], at: Place) -> Array:
    count, _ = room_for(*[at.size(dim_of(args[0]))] * 2)
    return plain(arb_mat(count, count, [arb(int(i == j)) for i in range(count) for j in range(count)]))


def _step(u: Ball) -> Ball:
    if u > 0:
        return arb(1)
    if u < 0:
        return arb(0)
    raise Unclear


def _of(function: Callable[..., Array]) -> Callable[[tuple[Expr, ...], Place], Array]:
    return lambda args, at: function(*(at.value(each) for each in args))


FUNCTIONS: dict[str, Callable[[tuple[Expr, ...], Place], Array]] = {
    "transpose": _of(lambda a: a if isinstance(a, arb) else a.transpose()),
    "tr": _of(lambda a: a if isinstance(a, arb) else a.trace()),
    "det": _of(lambda a: a if isinstance(a, arb) else a.det()),
    "logdet": _of(lambda a: ln(a if isinstance(a, arb) else a.det())),
    "inv": _of(_inverse), "norm": _norm, "dot": _of(lambda a, b: _total(_paired(arb.__mul__, a, b))),
    "hadamard": _of(lambda a, b: _paired(arb.__mul__, a, b)), "quotient": _of(lambda a, b: _paired(div, a, b)),
    "kron": _of(_kron), "diag": _of(_diagonal), "vec": _of(lambda a: column(entries(a))), "sum": _of(_total),
    "mean": _of(lambda a: _total(a) / len(entries(a))), "softmax": _of(lambda a: _by_rows(a, _softmax)),
    "logsumexp": _of(lambda a: _by_rows(a, _logsumexp)), "ones": _constant(1), "zeros": _constant(0),
    "I": _identity,
    "step": _of(lambda a: entrywise(_step, a)),
}  # fmt: skip

__all__ = [
    "BITS", "DRAWS", "PRIMES", "SCALAR", "STEP", "Array", "NoArray", "Place", "Unclear", "Undefined", "column",
    "difference", "entries", "multiplied", "plain",
]  # fmt: skip

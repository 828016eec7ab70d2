"""Where an expression goes as its variable goes to a point: a number, an infinity, or swinging between bounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    PI,
    TWO,
    ZERO,
    Add,
    Const,
    Div,
    Expr,
    Fn,
    Limit,
    Mul,
    Neg,
    Num,
    Pow,
    Root,
    Sym,
    exp,
    fn,
)  # fmt: skip
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.trees import free_of, substituted, symbols

MINUS_INF = Neg(INF)
BITS = 300


@dataclass(frozen=True, slots=True)
class Toward:
    """A number, or no number: ±1 for an infinity, 0 for a function that stays between bounds and has no limit."""

    value: Expr | None
    sign: int = 0

    @property
    def infinite(self) -> bool:
        return self.value is None and self.sign != 0

    @property
    def swings(self) -> bool:
        return self.value is None and self.sign == 0

    @property
    def as_expr(self) -> Expr | None:
        """The number, inf or −inf."""
        if self.value is not None:
            return self.value
        return {1: INF, -1: MINUS_INF}.get(self.sign)


@dataclass(frozen=True, slots=True)
class Way:
    """How the variable goes to its point."""

    x: Sym
    point: Expr
    side: Literal["", "+", "-"] = ""

    @property
    def at_infinity(self) -> int:
        """1 for ∞, −1 for −∞, 0 for a number."""
        return 1 if self.point == INF else -1 if self.point == MINUS_INF else 0


def way(limit: Limit) -> Way:
    """How the variable of a limit goes to its point."""
    return Way(limit.variable, limit.point, limit.side)


def sign_of(e: Expr) -> int:
    """The sign of a number, the same whatever its parameters are: 1, −1; 0 where that is not so or it may be 0."""
    draws = _draws(sorted(symbols(e)))
    found = {(v is not None and v > 0) - (v is not None and v < 0) for v in (value_at(e, d, BITS) for d in draws)}
    return found.pop() if len(found) == 1 else 0


def has_value(e: Expr) -> bool:
    """Is a constant a number, for some values of its letters?"""
    return any(value_at(e, draw, BITS) is not None for draw in _draws(sorted(symbols(e))))


def is_zero(e: Expr) -> bool:
    """Is a constant zero to 300 bits, whatever its parameters are?"""
    if e == ZERO or tidied(e) == ZERO:
        return True
    names = sorted(symbols(e))
    for k in (1, 2, 3):
        value = value_at(e, {name: Fraction(5 * k + 3 * i + 2, 4 + k) for i, name in enumerate(names)}, BITS)
        if value is None or not value.contains(0):
            return False
    return True


STEP = Sym("a step")  # no name that is read
NEAR, SIGNS = (10, 16, 22, 28), {"": (1, -1), "+": (1,), "-": (-1,)}


def places(on: Way, powers: tuple[int, ...]) -> list[list[Fraction]]:
    """For each side the steps from the point, or the places far out."""
    if on.at_infinity:
        return [[on.at_infinity * (2**k + Fraction(1, 3)) for k in powers]]
    return [[Fraction(sign, 2**k) for k in powers] for sign in SIGNS[on.side]]


def moved(e: Expr, on: Way) -> Expr:
    """e with the step in the place of its variable."""
    return substituted(e, {on.x.name: STEP if on.at_infinity else on.point + STEP})


def _draws(names: list[str]) -> list[dict[str, Fraction]]:
    """Values for letters: positive, negative, small."""
    if not names:
        return [{}]
    return [
        {name: Fraction(17 + 4 * i, 8) for i, name in enumerate(names)},
        {name: Fraction(-13 + 3 * i, 7) for i, name in enumerate(names)},
        {name: Fraction(1 + i, 9) for i, name in enumerate(names)},
    ]


def ends_at(e: Expr, on: Way) -> Toward | None:
    """Where e goes by the laws of limits, or else zero or an infinity where its values clearly shrink or grow."""
    found = toward(e, on)
    if found is not None:
        return found
    moving = moved(e, on)
    draw = _draws(sorted(symbols(moving) - {STEP.name}))[0]
    guesses = set()
    for row in places(on, NEAR):
        values = [value_at(moving, {**draw, STEP.name: step}, BITS) for step in row]
        guesses.add(_trend([None if each is None else float(each.mid()) for each in values]))
    return guesses.pop() if len(guesses) == 1 else None


def _trend(values: list[float | None]) -> Toward | None:
    sizes = [abs(each) for each in values if each is not None]
    if len(sizes) < len(values) or values[-1] is None:
        return None
    if all(later <= earlier / 4 for earlier, later in pairwise(sizes)):
        return Toward(ZERO)
    if all(later >= earlier * 4 for earlier, later in pairwise(sizes)) and sizes[0] > 0:
        return Toward(None, 1 if values[-1] > 0 else -1)
    return None


def settles_off_zero(e: Expr, on: Way) -> bool:
    """Do the values far out hardly change any more, and are they not near zero?"""
    moving = moved(e, on)
    if symbols(moving) - {STEP.name}:
        return False
    for row in places(on, NEAR):
        before, last = (value_at(moving, {STEP.name: step}, BITS) for step in row[-2:])
        if before is None or last is None:
            return False
        u, v = float(before.mid()), float(last.mid())
        if not abs(v - u) < 1e-3 * abs(v) or not abs(v) > 1e-9:
            return False
    return True


def side_of(e: Expr, on: Way) -> int:
    """From which side e goes to its limit zero: 1 above, −1 below; 0 where it changes or is not known."""
    moving = moved(e, on)
    found = set()
    for draw in _draws(sorted(symbols(moving) - {STEP.name})):
        for step in (each for row in places(on, (12, 20, 29)) for each in row):
            value = value_at(moving, {**draw, STEP.name: step}, BITS)
            found.add((value is not None and value > 0) - (value is not None and value < 0))
    return found.pop() if len(found) == 1 else 0


def toward(e: Expr, on: Way) -> Toward | None:
    """Where e goes by the laws of limits alone; None for an indeterminate form or what is not known."""
    if free_of(e, on.x):
        return Toward(e)
    match e:
        case Sym():
            return Toward(None, on.at_infinity) if on.at_infinity else Toward(on.point)
        case Neg(u):
            return _negative(toward(u, on))
        case Add(terms):
            return _sum([toward(each, on) for each in terms])
        case Mul(factors):
            return _product([toward(each, on) for each in factors])
        case Div(u, v):
            return _product([toward(u, on), _reciprocal(v, on)])
        case Root(u, Num(n)):
            return _power(u, 1 / n, on)
        case Pow(u, Num(n)):
            return _power(u, n, on) if n > 0 else _reciprocal(Pow(u, Num(-n)), on) if n < 0 else Toward(ONE)
        case Pow(u, v):
            return _exponential(u, v, on)
        case Fn(name, (u,)):
            return _function(name, u, on)
    return None


def _negative(u: Toward | None) -> Toward | None:
    if u is None:
        return None
    return Toward(None, -u.sign) if u.value is None else Toward(tidied(Neg(u.value)))


def _sum(parts: list[Toward | None]) -> Toward | None:
    known = [each for each in parts if each is not None]
    if len(known) < len(parts):
        return None
    signs = {each.sign for each in known if each.infinite}
    if signs:
        return Toward(None, signs.pop()) if len(signs) == 1 else None
    if any(each.swings for each in known):
        return Toward(None) if sum(each.swings for each in known) == 1 else None
    return Toward(tidied(Add(tuple(each.value for each in known if each.value is not None))))


def _product(parts: list[Toward | None]) -> Toward | None:
    known = [each for each in parts if each is not None]
    if len(known) < len(parts):
        return None
    values = [each.value for each in known if each.value is not None]
    zero = any(is_zero(value) for value in values)
    if len(values) == len(known):
        return Toward(ZERO if zero else tidied(Mul(tuple(values))))
    if zero or any(each.swings for each in known):
        only = len(known) - len(values) == 1 and not zero and not any(each.infinite for each in known)
        return Toward(None) if only else None
    sign = 1
    for each in known:
        sign *= each.sign if each.value is None else sign_of(each.value)
    return Toward(None, sign) if sign else None


def _reciprocal(v: Expr, on: Way) -> Toward | None:
    found = toward(v, on)
    if found is None or found.swings:
        return None
    if found.value is None:
        return Toward(ZERO)
    if is_zero(found.value):
        sign = side_of(v, on)
        return Toward(None, sign) if sign else None
    return Toward(tidied(Div(ONE, found.value)))


def _power(u: Expr, n: Fraction, on: Way) -> Toward | None:
    found = toward(u, on)
    if found is None or found.swings:
        return None
    odd_root = n.denominator % 2 == 1
    if found.value is None:
        if found.sign > 0:
            return Toward(None, 1)
        return Toward(None, 1 if n.numerator % 2 == 0 else -1) if odd_root else None
    if is_zero(found.value):
        return Toward(ZERO) if odd_root or side_of(u, on) > 0 else None
    if not odd_root and sign_of(found.value) < 0:
        return None
    shown = Root(found.value, Num(n.denominator)) if n.numerator == 1 and n.denominator > 1 else None
    return Toward(tidied(shown or Pow(found.value, Num(n))))


def _exponential(u: Expr, v: Expr, on: Way) -> Toward | None:
    """uᵛ with a changing exponent."""
    base, exponent = toward(u, on), toward(v, on)
    if base is None or exponent is None or exponent.swings or base.swings:
        return None
    if base.value is None:
        if base.sign < 0 or (exponent.value is not None and sign_of(exponent.value) == 0):
            return None
        up = exponent.sign if exponent.value is None else sign_of(exponent.value)
        return Toward(None, 1) if up > 0 else Toward(ZERO)
    if is_zero(base.value):
        up = exponent.sign if exponent.value is None else sign_of(exponent.value)
        return (Toward(ZERO) if up > 0 else None) if side_of(u, on) > 0 else None
    if sign_of(base.value) <= 0:
        return None
    if exponent.value is not None:
        return Toward(tidied(Pow(base.value, exponent.value)))
    against_one = sign_of(tidied(Add((base.value, Num(-1)))))
    if against_one == 0:
        return None
    return Toward(None, 1) if against_one == exponent.sign else Toward(ZERO)


ENDS: dict[str, tuple[Toward | None, Toward | None]] = {  # a function at −∞ and at ∞
    "ln": (None, Toward(None, 1)),
    "arctan": (Toward(Neg(Div(PI, TWO))), Toward(Div(PI, TWO))),
    "arccot": (None, Toward(ZERO)),
    "tanh": (Toward(Num(-1)), Toward(ONE)),
    "coth": (Toward(Num(-1)), Toward(ONE)),
    "sech": (Toward(ZERO), Toward(ZERO)),
    "csch": (Toward(ZERO), Toward(ZERO)),
    "sigmoid": (Toward(ZERO), Toward(ONE)),
    "erf": (Toward(Num(-1)), Toward(ONE)),
    "erfc": (Toward(TWO), Toward(ZERO)),
    "Phi": (Toward(ZERO), Toward(ONE)),
    "phi": (Toward(ZERO), Toward(ZERO)),
    "softplus": (Toward(ZERO), Toward(None, 1)),
    "relu": (Toward(ZERO), Toward(None, 1)),
    "gelu": (Toward(ZERO), Toward(None, 1)),
    "silu": (Toward(ZERO), Toward(None, 1)),
    "sinh": (Toward(None, -1), Toward(None, 1)),
    "cosh": (Toward(None, 1), Toward(None, 1)),
    "arsinh": (Toward(None, -1), Toward(None, 1)),
    "arcosh": (None, Toward(None, 1)),
    "abs": (Toward(None, 1), Toward(None, 1)),
    "sign": (Toward(Num(-1)), Toward(ONE)),
    "sin": (Toward(None), Toward(None)),
    "cos": (Toward(None), Toward(None)),
    "factorial": (None, Toward(None, 1)),
    "gamma": (None, Toward(None, 1)),
}
CONTINUOUS = frozenset({
    "sin", "cos", "arctan", "tanh", "sigmoid", "erf", "erfc", "Phi", "phi", "softplus", "relu", "gelu", "silu", "sinh",
    "cosh", "arsinh", "abs", "sech",
})  # fmt: skip
POLES: dict[str, Callable[[Expr], Expr]] = {  # as quotients, whose poles are seen
    "tan": lambda u: Div(fn("sin", u), fn("cos", u)),
    "cot": lambda u: Div(fn("cos", u), fn("sin", u)),
    "sec": lambda u: Div(ONE, fn("cos", u)),
    "csc": lambda u: Div(ONE, fn("sin", u)),
}


def _function(name: str, u: Expr, on: Way) -> Toward | None:
    inner = toward(u, on)
    if inner is None or inner.swings:
        return Toward(None) if name in ("sin", "cos") and inner is not None else None
    if inner.value is None:
        low, high = ENDS.get(name, (None, None))
        return high if inner.sign > 0 else low
    if name in CONTINUOUS:
        return Toward(tidied(fn(name, inner.value)))
    if name in POLES:
        return toward(POLES[name](u), on)
    if name == "ln" and is_zero(inner.value):
        return Toward(None, -1) if side_of(u, on) > 0 else None
    if name == "sign":
        sign = side_of(u, on) if is_zero(inner.value) else sign_of(inner.value)
        return Toward(Num(sign)) if sign else None
    names = symbols(inner.value)
    draw = {each: Fraction(17 + 4 * i, 8) for i, each in enumerate(sorted(names))}
    if name in ("floor", "ceil") or value_at(fn(name, inner.value), draw, BITS) is None:
        return None
    return Toward(tidied(fn(name, inner.value)))


def settled_parts(e: Expr, on: Way) -> Expr:
    """e with each smallest part that has a finite limit exchanged for it: (3 + 2/x)/(5 − 1/x) is (3 + 0)/(5 − 0)."""
    if free_of(e, on.x):
        return e
    match e:
        case Add() | Neg() | Mul() | Div() | Root() if all(_finite(each, on) for each in e.children):
            if not (isinstance(e, Div) and is_zero(settled_parts(e.bottom, on))):
                return e.rebuilt(tuple(settled_parts(each, on) for each in e.children))
        case Pow(u, Num(n)) if n > 0 and _finite(u, on):
            return Pow(settled_parts(u, on), Num(n))
        case Pow(Const("e"), v) if _finite(v, on):
            return exp(settled_parts(v, on))
        case Fn(name, (u,)) if name in CONTINUOUS | {"ln"} and _finite(u, on):
            return fn(name, settled_parts(u, on))
    found = toward(e, on)
    return e if found is None or found.value is None else found.value


def _finite(e: Expr, on: Way) -> bool:
    found = toward(e, on)
    return found is not None and found.value is not None


__all__ = [
    "MINUS_INF",
    "Toward",
    "Way",
    "ends_at",
    "has_value",
    "is_zero",
    "settled_parts",
    "settles_off_zero",
    "side_of",
    "sign_of",
    "toward",
    "way",
]

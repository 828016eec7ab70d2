"""The sign of an expression at a place of the line, decided exactly or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Div, Expr, Fn, Pow, Root, Sym, num
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, run, smaller_than_power
from fluxions.calculus.numbers.place import REFINED, Place, has_pole, on_root
from fluxions.calculus.numbers.tape import NoTape, rational_value, tape
from fluxions.calculus.trees import free_of, mapped, substituted
from fluxions.calculus.verdict import Different, Equal

Sign = Literal["+", "-", "0", "undefined"]
ZERO = num(0)


def sign_at(e: Expr, x: Sym, at: Place, budget: Budget) -> Sign | None:
    """The sign of e where x is at the place; None where that cannot be told."""
    if at.value is None:
        return _near(e, x, at, budget)
    quick = _far_from_zero(e, x, at, budget)
    if quick is not None:
        return quick
    return sign_of(substituted(e, {x.name: at.value}), budget)


def _far_from_zero(e: Expr, x: Sym, at: Place, budget: Budget) -> Sign | None:
    """The sign where a ball shows that e is not 0; the tape is that of e for every place."""
    enclosure = at.enclosure()
    if enclosure is None:
        return None
    try:
        value = run(tape(e), {x.name: enclosure}, REFINED, budget)[0]
    except (Undefined, Unclear, NoTape):
        return None
    return "+" if value > 0 else "-" if value < 0 else None


def sign_of(e: Expr, budget: Budget) -> Sign | None:
    """The sign of a constant."""
    found = _seen(e, {}, budget)
    if found is not None:
        return found
    settled = mapped(e, lambda node: _settled(node, lambda u: _is_zero(u, budget)))
    if settled != e and (found := _seen(settled, {}, budget)) is not None:
        return found
    match equal(settled, ZERO, budget=budget):
        case Equal():
            return "0"
        case Different():
            return _seen(settled, {}, budget, 4 * REFINED)
    return None


def _seen(e: Expr, at: dict[str, Ball], budget: Budget, bits: int = REFINED) -> Sign | None:
    """The sign that a ball shows."""
    exact = None if at else rational_value(e)
    if exact is not None:
        return "+" if exact > 0 else "-" if exact < 0 else "0"
    try:
        value = run(tape(e), at, bits, budget)[0]
    except Undefined:
        return "undefined"
    except (Unclear, NoTape):
        return None
    return "+" if value > 0 else "-" if value < 0 else "0" if value.is_zero() else None


def _settled(node: Expr, is_zero: Callable[[Expr], bool]) -> Expr:
    """A node whose argument is zero without looking so: under a root, below a fraction, between bars, at a pole."""
    match node:
        case Root(u, degree) if is_zero(u):
            return Root(ZERO, degree)
        case Div(top, bottom) if is_zero(bottom):
            return Div(top, ZERO)
        case Pow(base, exponent) if is_zero(base):
            return Pow(ZERO, exponent)
        case Fn("tan" | "sec", (u,)) if is_zero(Fn("cos", (u,))):
            return Div(num(1), ZERO)
        case Fn("cot" | "csc", (u,)) if is_zero(Fn("sin", (u,))):
            return Div(num(1), ZERO)
        case Fn("abs" | "sign" | "relu" | "ln" | "floor" | "ceil" as name, (u,)) if is_zero(u):
            return Fn(name, (ZERO,))
    return node


def _is_zero(u: Expr, budget: Budget) -> bool:
    if rational_value(u) is not None or _seen(u, {}, budget) is not None:
        return False
    return isinstance(equal(u, ZERO, budget=budget), Equal)


def _near(e: Expr, x: Sym, at: Place, budget: Budget) -> Sign | None:
    """At a root of a polynomial, or somewhere in a bracket where signs change."""
    if free_of(e, x):
        return sign_of(e, budget)
    if on_root(e, x, at):
        return "0"
    if has_pole(e, x, at):
        return "undefined"
    enclosure = at.enclosure()
    if enclosure is None:
        return None
    found = _seen(e, {x.name: enclosure}, budget)
    if found is not None:
        return found
    if _is_tiny(e, x, enclosure, budget):
        return "0"
    settled = mapped(e, lambda node: _settled(node, lambda u: _is_tiny(u, x, enclosure, budget)))
    return _seen(settled, {x.name: enclosure}, budget) if settled != e else None


def _is_tiny(e: Expr, x: Sym, enclosure: Ball, budget: Budget) -> bool:
    """At a place known to 200 bits, what is smaller than 2⁻¹²⁰ counts as 0."""
    try:
        value = run(tape(e), {x.name: enclosure}, REFINED, budget)[0]
    except (Undefined, Unclear, NoTape):
        return False
    return bool(value.contains(0)) and smaller_than_power(value, -120)

"""A tape run on complex balls that know whether the function is analytic on them: what rigorous integration asks for.

Outside its domain, across a branch cut or a jump a register holds a ball that is not finite; nothing is raised.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flint import acb, arb

from fluxions.calculus.numbers.tape import NoTape, Tape

Value = Any  # flint.acb has no published types
NOWHERE = acb("nan")
Truth = bool | None  # None: true in one part of the ball and false in another


def _cut(guard: Callable[[Value, bool], Value], function: Callable[[Value], Value]) -> Callable[..., Value]:
    """The function where the guard, which knows its branch cut, is finite."""

    def guarded(analytic: bool, z: Value) -> Value:
        return function(z) if not analytic or guard(z, True).is_finite() else NOWHERE

    return guarded


def _root(analytic: bool, z: Value, n: int) -> Value:
    """The real root: of a negative number too where the degree is odd."""
    if z.real > 0 or n % 2 == 0:
        return z.pow(acb(1) / n, analytic=analytic)
    if z.real < 0:
        return -((-z).pow(acb(1) / n, analytic=analytic))
    size = z.abs_upper() ** (arb(1) / n)
    return NOWHERE if analytic else acb(arb(0, size), arb(0, size) if z.imag != 0 else 0)


def _power(analytic: bool, u: Value, v: Value) -> Value:
    return (v * u.log(analytic=analytic)).exp()


def _compared(holds: Callable[[Any, Any], bool], fails: Callable[[Any, Any], bool]) -> Callable[..., Truth]:
    def relation(analytic: bool, u: Value, v: Value) -> Truth:
        return True if holds(u.real, v.real) else False if fails(u.real, v.real) else None

    return relation


def _all(analytic: bool, p: Truth, q: Truth) -> Truth:
    return False if p is False or q is False else None if p is None or q is None else True


def _any(analytic: bool, p: Truth, q: Truth) -> Truth:
    return True if p is True or q is True else None if p is None or q is None else False


def _chosen(analytic: bool, condition: Truth, value: Value, other: Value) -> Value:
    if condition is None:
        known = [each for each in (value, other) if each.is_finite()]  # the branches may overlap the whole ball
        return NOWHERE if analytic or not known else known[0].union(known[-1])
    return value if condition else other


def _normal_cdf(z: Value) -> Value:
    return (-z / acb(2).sqrt()).erfc() / 2


def _sigmoid(z: Value) -> Value:
    return 1 / (1 + (-z).exp())


def _softplus(analytic: bool, z: Value) -> Value:
    return (1 + z.exp()).log(analytic=analytic)


def _plain(function: Callable[..., Value]) -> Callable[..., Value]:
    return lambda analytic, *args: function(*args)


def _aware(function: Callable[..., Value]) -> Callable[..., Value]:
    return lambda analytic, *args: function(*args, analytic=analytic)


def _each(make: Callable[[Callable[..., Value]], Callable[..., Value]], table: dict[str, Any]) -> dict[str, Any]:
    return {name: make(function) for name, function in table.items()}


OPERATIONS: dict[str, Callable[..., Any]] = {
    **_each(_plain, {
        "add": acb.__add__, "sub": acb.__sub__, "mul": acb.__mul__, "neg": acb.__neg__, "div": acb.__truediv__,
        "powi": acb.__pow__, "exp": acb.exp, "sin": acb.sin, "cos": acb.cos, "tan": acb.tan, "sinh": acb.sinh,
        "cosh": acb.cosh, "tanh": acb.tanh, "gamma": acb.gamma, "erf": acb.erf, "erfc": acb.erfc, "Si": acb.si,
        "Phi": _normal_cdf, "phi": lambda z: (-z * z / 2).exp() / (2 * acb.pi()).sqrt(), "sigmoid": _sigmoid,
        "silu": lambda z: z * _sigmoid(z), "gelu": lambda z: z * _normal_cdf(z), "nowhere": lambda: NOWHERE,
    }),
    **_each(_aware, {
        "sqrt": acb.sqrt, "ln": acb.log, "abs": acb.real_abs, "sign": acb.real_sgn, "floor": acb.real_floor,
        "ceil": acb.real_ceil, "min": acb.real_min, "max": acb.real_max,
        "relu": lambda z, analytic: z.real_max(acb(0), analytic=analytic),
    }),
    "arcsin": _cut(lambda z, a: (1 - z * z).sqrt(analytic=a), acb.asin),
    "arccos": _cut(lambda z, a: (1 - z * z).sqrt(analytic=a), acb.acos),
    "arctan": _cut(lambda z, a: (1 + z * z).log(analytic=a), acb.atan),
    "arsinh": _cut(lambda z, a: (1 + z * z).sqrt(analytic=a), acb.asinh),
    "arcosh": _cut(lambda z, a: (z - 1).sqrt(analytic=a), acb.acosh),
    "artanh": _cut(lambda z, a: (1 - z * z).log(analytic=a), acb.atanh),
    "Ei": _cut(lambda z, a: z.log(analytic=a), acb.ei), "Ci": _cut(lambda z, a: z.log(analytic=a), acb.ci),
    "li": _cut(lambda z, a: z.log(analytic=a), acb.li),
    "softplus": _softplus, "root": _root, "power": _power, "if": _chosen, "and": _all, "or": _any,
    "lt": _compared(lambda u, v: u < v, lambda u, v: u >= v), "le": _compared(lambda u, v: u <= v, lambda u, v: u > v),
    "gt": _compared(lambda u, v: u > v, lambda u, v: u <= v), "ge": _compared(lambda u, v: u >= v, lambda u, v: u < v),
    "eq": _compared(lambda u, v: False, lambda u, v: not u.overlaps(v)),
    "ne": _compared(lambda u, v: not u.overlaps(v), lambda u, v: False),
}  # fmt: skip


def analytic_function(program: Tape, at: Mapping[str, Any], bound: str) -> Callable[[Value, bool], Value]:
    """The first output as a function of the bound variable, and of whether it must be analytic; raises NoTape."""
    if any(op not in OPERATIONS for op, _ in program.code):
        raise NoTape("no complex machine for this")
    leaves = [_leaf(kind, value, at, bound) for kind, value in program.leaves]
    places = [i for i, (kind, value) in enumerate(program.leaves) if kind == "sym" and value == bound]
    steps = [(OPERATIONS[op], args) for op, args in program.code]
    output = program.outputs[0]

    def function(z: Value, analytic: bool) -> Value:
        values = list(leaves)
        for place in places:
            values[place] = z
        for operation, args in steps:
            if len(args) == 2:
                values.append(operation(analytic, values[args[0]], values[args[1]]))
            elif len(args) == 1:
                values.append(operation(analytic, values[args[0]]))
            else:
                values.append(operation(analytic, *(values[each] for each in args)))
        return values[output]

    return function


def _leaf(kind: str, value: Any, at: Mapping[str, Any], bound: str) -> Value:
    match kind:
        case "int":
            return int(value)
        case "num":
            return acb(arb(value.numerator) / value.denominator)
        case "const":
            return acb.pi() if value == "pi" else acb(1).exp()
        case "sym" if value == bound:
            return NOWHERE
        case "sym" if value in at:
            return acb(at[value])
    raise NoTape(f"no value for {value}")


__all__ = ["analytic_function"]

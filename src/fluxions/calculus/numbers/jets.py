"""Derivatives of any order by truncated series over balls: the value of a standing derivative at a point.

A register is expanded only in the variables that something differentiates it by, and only as far as needed: in one
variable as flint's own series, in several as a `Jet`. Branches are chosen here too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import flint
from flint import arb, arb_series

from fluxions.calculus.numbers import balls
from fluxions.calculus.numbers.series import OPERATIONS as SERIES
from fluxions.calculus.numbers.series import picked, series_of
from fluxions.calculus.numbers.tape import Tape

Needs = dict[int, int]  # the register that a derivative is taken by -> order
NONE: Needs = {}


@dataclass(frozen=True, slots=True)
class Jet:
    """A polynomial in the increments of several registers, cut off at an order in each."""

    terms: dict[tuple[tuple[int, int], ...], Any]  # ((register, power), …) -> coefficient

    def __getitem__(self, order: int) -> Any:
        """The constant term is [0], as in a series."""
        return self.terms.get((), arb(0))


def constant(u: Any) -> Any:
    """The value at the point itself."""
    return u[0] if isinstance(u, (arb_series, Jet)) else u


def _product(u: Jet, v: Jet, caps: Needs) -> Jet:
    terms: dict[tuple[tuple[int, int], ...], Any] = {}
    for left, a in u.terms.items():
        for right, b in v.terms.items():
            powers = dict(left)
            for register, power in right:
                powers[register] = powers.get(register, 0) + power
            if all(power <= caps.get(register, 0) for register, power in powers.items()):
                key = tuple(sorted(powers.items()))
                terms[key] = terms[key] + a * b if key in terms else a * b
    return Jet(terms)


def _sum(u: Jet, v: Jet) -> Jet:
    terms = dict(u.terms)
    for key, b in v.terms.items():
        terms[key] = terms[key] + b if key in terms else b
    return Jet(terms)


def _composed(op: str, u: Jet, caps: Needs, *more: Any) -> Jet:
    """f(u) = Σ f⁽ᵏ⁾(u₀)/k! (u − u₀)ᵏ, the coefficients by a series in one variable."""
    order = sum(caps.values())
    outer = SERIES[op](arb_series([u[0], 1], prec=order + 1), *more)
    step = Jet({key: value for key, value in u.terms.items() if key})
    result = Jet({(): outer[order]})
    for k in range(order - 1, -1, -1):
        result = _sum(_product(result, step, caps), Jet({(): outer[k]}))
    return result


def _jet(value: Any, by: int | None) -> Jet:
    if isinstance(value, Jet):
        return value
    if isinstance(value, arb_series):
        assert by is not None
        return Jet({(((by, k),) if k else ()): value[k] for k in range(max(1, len(value)))})
    return Jet({(): value})


def _jet_operation(op: str, args: list[Any], caps: Needs) -> Jet:
    u = args[0]
    match op, args:
        case "add", [_, v]:
            return _sum(u, v)
        case "sub", [_, v]:
            return _sum(u, Jet({key: -value for key, value in v.terms.items()}))
        case "mul", [_, v]:
            return _product(u, v, caps)
        case "div", [_, v]:
            return _product(u, _composed("powi", v, caps, -1), caps)
        case "power", [_, v]:
            return _composed("exp", _product(v, _composed("ln", u, caps), caps), caps)
        case (("min" | "max"), [_, v]):
            chosen: Jet = picked(u, v, larger=op == "max")
            return chosen
        case (("powi" | "root"), [_, n]):
            return _composed(op, u, caps, n)
    return _composed(op, u, caps)


@dataclass(frozen=True, slots=True)
class Plan:
    """For every register the orders to which it is expanded (empty: a plain ball); `calls` where no jet is needed."""

    kinds: tuple[Needs, ...]
    calls: tuple[tuple[Callable[..., Any], int, int], ...] | None
    order: int
    starts: tuple[tuple[int, int], ...] = ()  # the leaves that are expanded, with their orders


def plan(program: Tape) -> Plan:
    """What each register must be expanded in: what is asked of it, as far as it depends on it."""
    found = program.kept.get("plan")
    if found is None:
        found = program.kept["plan"] = _plan(program)
    return found


def _plan(program: Tape) -> Plan:
    kinds = _kinds(program)
    expanded = [kind for kind in kinds if kind]
    order = max([sum(kind.values()) for kind in expanded], default=0)
    if program.lazy or max(map(len, expanded), default=0) > 1:
        return Plan(kinds, None, order)
    offset = len(program.leaves)
    calls = [_call(op, args, kinds, offset + row) for row, (op, args) in enumerate(program.code)]
    starts = tuple((i, kinds[i][i]) for i in range(offset) if kinds[i].get(i))
    return Plan(kinds, None if None in calls else tuple(calls), order, starts)  # type: ignore[arg-type]


def _kinds(program: Tape) -> tuple[Needs, ...]:
    offset, code = len(program.leaves), program.code
    needs: list[Needs] = [NONE] * (offset + len(code))
    for row in range(len(code) - 1, -1, -1):
        op, args = code[row]
        asked = needs[offset + row]
        if op == "diff":
            asked = {**asked, args[1]: asked.get(args[1], 0) + 1}
            args = args[:1]
        elif not asked:
            continue
        elif op in ("exit", "seed"):
            inner = args[1] if op == "exit" else offset + row
            asked = {register: order for register, order in asked.items() if register != inner}
            args = args[:1]
        elif op == "if":
            args = args[1:]  # a truth value is not expanded
        for each in args:
            needs[each] = _both(needs[each], asked)
    return _dependent(program, needs)


def _both(need: Needs, asked: Needs) -> Needs:
    """The orders that satisfy both."""
    if not need or need == asked:
        return asked
    return {register: max(need.get(register, 0), asked.get(register, 0)) for register in {**need, **asked}}


def _dependent(program: Tape, needs: list[Needs]) -> tuple[Needs, ...]:
    """The needs of each register in what it depends on; a set of registers is a number with these bits."""
    offset = len(program.leaves)
    depends = [1 << i if kind == "sym" else 0 for i, (kind, _) in enumerate(program.leaves)]
    for row, (op, args) in enumerate(program.code, offset):
        found = depends[args[0]] if args else 0
        if op == "seed":
            found |= 1 << row
        elif op == "exit":
            found &= ~(1 << args[1])
        elif op != "diff":
            for each in args[1:]:
                found |= depends[each]
        depends.append(found)
    return tuple([_met(need, depends[i]) if need else NONE for i, need in enumerate(needs)])


def _met(need: Needs, depends: int) -> Needs:
    """The needs among these registers."""
    if len(need) > 1:
        return {register: order for register, order in need.items() if depends >> register & 1}
    (register,) = need
    return need if depends >> register & 1 else NONE


def _call(
    op: str, args: tuple[int, ...], kinds: tuple[Needs, ...], row: int
) -> tuple[Callable[..., Any], int, int] | None:
    """A line without jets as a call on the registers; None for the seldom ones."""
    kind, first, second = kinds[row], args[0] if args else -1, args[1] if len(args) > 1 else -1
    if op == "seed":
        return (_fresh, first, -1) if not kinds[first] and kind else None
    if op == "diff":
        known = second in kinds[first]
        if not known:
            return (_no_series if kind else _no_slope), first, -1
        return (_slope if kind else _first_slope), first, -1
    if op == "exit":
        return (constant, first, -1) if not kind else None
    below = [kinds[each].keys() for each in args if kinds[each]]
    mixed = bool(below) and below.count(kind.keys()) < len(below)
    if not args or (mixed and kind):
        return None
    if mixed:
        plain = balls.OPERATIONS[op]
        return (lambda u, v=None: plain(constant(u)) if v is None else plain(constant(u), constant(v))), first, second
    if kind and (op in ("min", "max") or not below):
        return None
    return (SERIES[op] if kind else balls.OPERATIONS[op]), first, second


def _fresh(u: Any) -> Any:
    return arb_series([u, 1], prec=flint.ctx.cap)


def _slope(u: Any) -> Any:
    return u.derivative()


def _first_slope(u: Any) -> Any:
    return u[1]


def _no_slope(u: Any) -> Any:
    return arb(0)


def _no_series(u: Any) -> Any:
    return arb_series([0], prec=flint.ctx.cap)


def jet_registers(program: Tape, at: Mapping[str, Any]) -> list[Any]:
    """Every register: a ball, a series, a jet, a truth value, or the exception of an unchosen branch."""
    what = plan(program)
    before, flint.ctx.cap = flint.ctx.cap, what.order + 1  # under the lock of the caller
    try:
        return _filled(program, at, what.kinds) if what.calls is None else _called(program, at, what)
    finally:
        flint.ctx.cap = before


def _called(program: Tape, at: Mapping[str, Any], what: Plan) -> list[Any]:
    values = balls.leaves_at(program, at)
    for i, order in what.starts:
        values[i] = arb_series([values[i], 1], prec=order + 1)
    keep = values.append
    for function, i, j in what.calls or ():
        keep(function(values[i]) if j < 0 else function(values[i], values[j]))
    return values


def _filled(program: Tape, at: Mapping[str, Any], kinds: tuple[Needs, ...]) -> list[Any]:
    values = balls.leaves_at(program, at)
    for i in range(len(values)):
        if kinds[i]:
            values[i] = arb_series([values[i], 1], prec=kinds[i][i] + 1)
    lazy = program.lazy
    for row, (op, args) in enumerate(program.code, len(program.leaves)):
        try:
            values.append(_line(program, op, args, values, kinds, row))
        except (balls.Undefined, balls.Unclear) as reason:
            if not lazy:
                raise
            values.append(reason)
    return values


def _line(program: Tape, op: str, args: tuple[int, ...], values: list[Any], kinds: tuple[Needs, ...], row: int) -> Any:
    kind = kinds[row]
    if op == "if":
        return _chosen(program, args, values, kind)
    parts = [values[each] for each in args]
    for part in parts:
        if isinstance(part, Exception):
            raise part
    if op == "diff":
        return _derivative(parts[0], args, kinds, kind)
    if op == "exit":
        return _left(parts[0], args, kinds, kind)
    if op == "seed":
        return _seeded(parts[0], kinds[args[0]], kind, row)
    if not kind:
        return balls.OPERATIONS[op](*(constant(part) for part in parts))
    if len(kind) == 1 and not any(isinstance(part, Jet) for part in parts):
        return _series_line(op, args, parts, kinds, kind)
    pairs = zip(parts, args, strict=True)
    whole = [part if isinstance(part, int) else _jet(part, _only(kinds[each])) for part, each in pairs]
    return _jet_operation(op, whole, kind)


def _series_line(op: str, args: tuple[int, ...], parts: list[Any], kinds: tuple[Needs, ...], kind: Needs) -> Any:
    """One line in one variable; a part expanded in another variable counts as its value."""
    ((by, order),) = kind.items()
    fit = [constant(part) if isinstance(part, arb_series) and by not in kinds[each] else part
           for part, each in zip(parts, args, strict=True)]  # fmt: skip
    if not any(isinstance(part, arb_series) for part in fit):
        return series_of(balls.OPERATIONS[op](*fit), order)
    if op in ("min", "max"):
        fit = [series_of(part, order) for part in fit]
    return SERIES[op](*fit)


def _only(kind: Needs) -> int | None:
    return next(iter(kind), None)


def _on_the_edge(program: Tape, register: int, values: list[Any]) -> bool:
    """Does a condition change its truth right here?"""
    op, args = program.code[register - len(program.leaves)]
    if op in ("and", "or"):
        return any(_on_the_edge(program, each, values) for each in args)
    return not balls.apart(*(constant(values[each]) for each in args))


def _chosen(program: Tape, args: tuple[int, ...], values: list[Any], kind: Needs) -> Any:
    condition = values[args[0]]
    if isinstance(condition, Exception):
        raise condition
    if kind and _on_the_edge(program, args[0], values):
        raise balls.Undefined
    part = values[args[1] if condition else args[2]]
    if isinstance(part, Exception):
        raise part
    return part if kind else constant(part)


def _derivative(u: Any, args: tuple[int, ...], kinds: tuple[Needs, ...], kind: Needs) -> Any:
    by = args[1]
    if by not in kinds[args[0]]:
        return arb(0)
    if isinstance(u, arb_series):
        slope = u.derivative()
        return slope if kind else slope[0]
    terms = {}
    for key, value in _jet(u, by).terms.items():
        powers = dict(key)
        k = powers.pop(by, 0)
        if k:
            left = {**powers, by: k - 1} if k > 1 else powers
            terms[tuple(sorted(left.items()))] = value * k
    result = Jet(terms)
    return result if kind else result[0]


def _left(u: Any, args: tuple[int, ...], kinds: tuple[Needs, ...], kind: Needs) -> Any:
    """The value where the increment of a seed is 0."""
    if not kind:
        return constant(u)
    if isinstance(u, arb_series):
        return constant(u) if args[1] in kinds[args[0]] else u
    if isinstance(u, Jet):
        return Jet({key: value for key, value in u.terms.items() if args[1] not in dict(key)})
    return u


def _seeded(start: Any, below: Needs, kind: Needs, row: int) -> Any:
    if row not in kind:
        return start if kind else constant(start)
    if len(kind) == 1:
        return arb_series([constant(start), 1], prec=kind[row] + 1)
    return _sum(_jet(start, _only(below)), Jet({((row, 1),): arb(1)}))

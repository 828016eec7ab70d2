"""A tape run on real balls: a value with its error bound, or the reason why there is none.

The working precision of python-flint belongs to the process, so one lock is held for the length of a run.
Outside a domain flint answers `nan`; here that becomes `Undefined` where it is proved and `Unclear` where it is not.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import flint
from flint import arb, fmpq

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.tape import NoTape, Tape, tape, truth_tape

Ball = Any  # flint.arb has no published types
LOCK = threading.RLock()
PROBE = 160  # bits
MOST_KEPT = 256  # bits of the numbers that a tape keeps


class Undefined(Exception):
    """Proved to be outside the domain: `open` if so is everything near by (a negative radicand), not for a pole."""

    open = False


class UndefinedNearby(Undefined):
    open = True


class Unclear(Exception):
    """The ball straddles an edge of the domain, a kink or a jump: more bits may help."""


class precision:  # used as a verb would be: with precision(160)
    """The working precision, held for this thread alone; a class, for it is entered fifty times a verdict."""

    __slots__ = ("before", "bits")

    def __init__(self, bits: int) -> None:
        self.bits = bits

    def __enter__(self) -> None:
        LOCK.acquire()
        self.before = flint.ctx.prec
        flint.ctx.prec = self.bits

    def __exit__(self, *_: object) -> None:
        flint.ctx.prec = self.before
        LOCK.release()


def ball(value: Fraction | int) -> Ball:
    """The tightest ball around a rational at the working precision."""
    if isinstance(value, int):
        return arb(value)
    top, bottom = value.numerator, value.denominator
    if bottom & (bottom - 1) == 0:
        return arb(top) if bottom == 1 else arb(top) / bottom
    return arb(fmpq(top, bottom))


def declined(u: Ball, low: Ball | int, *, strict: bool) -> Exception:
    """Why f(u), real for u > low (u >= low unless strict), has no value."""
    if u < low:
        return UndefinedNearby()
    if strict and (u - low).is_zero():
        return Undefined()
    return Unclear()


def value_ball(value: Fraction) -> Ball:
    """A rational to 256 bits."""
    with precision(256):
        return ball(value)


def div(u: Ball, v: Ball) -> Ball:
    w = u / v
    if w.is_finite():
        return w
    raise Undefined() if v.is_zero() else Unclear()


def ln(u: Ball) -> Ball:
    w = u.log()
    if w.is_finite():
        return w
    raise declined(u, 0, strict=True)


def sqrt(u: Ball) -> Ball:
    w = u.sqrt()
    if w.is_finite():
        return w
    raise declined(u, 0, strict=False)


def root(u: Ball, n: int) -> Ball:
    if u.is_zero():
        return u
    if n % 2 and u < 0:
        return -((-u).root(n))
    w = u.root(n)
    if w.is_finite():
        return w
    raise Unclear() if n % 2 else declined(u, 0, strict=False)


def powi(u: Ball, n: int) -> Ball:
    w = u**n
    if w.is_finite():
        return w
    if n > 0 and u.is_finite():  # flint takes the logarithm of a ball with 0 in it
        return multiplied(u, n)
    raise Undefined() if n < 0 and u.is_zero() else Unclear()


def multiplied(u: Ball, n: int) -> Ball:
    """uⁿ by products, for n > 0."""
    w = None
    while n:
        if n % 2:
            w = u if w is None else w * u
        u, n = u * u, n // 2
    if w is None or not w.is_finite():
        raise Unclear
    return w


def power(u: Ball, v: Ball) -> Ball:
    return (v * ln(u)).exp()


def _bounded(name: str, low: int | None, high: int | None, *, strict: bool = False) -> Callable[[Ball], Ball]:
    method = getattr(arb, name)

    def function(u: Ball) -> Ball:
        w = method(u)
        if w.is_finite():
            return w
        if high is not None and u > high:
            raise UndefinedNearby()
        raise Unclear() if low is None else declined(u, low, strict=strict)

    return function


def _except_at(name: str, *holes: int) -> Callable[[Ball], Ball]:
    method = getattr(arb, name)

    def function(u: Ball) -> Ball:
        w = method(u)
        if w.is_finite():
            return w
        raise Undefined() if any((u - hole).is_zero() for hole in holes) else Unclear()

    return function


def gamma(u: Ball) -> Ball:
    w = u.gamma()
    if w.is_finite():
        return w
    raise Undefined() if u.is_exact() and u.is_integer() and u <= 0 else Unclear()


def sign(u: Ball) -> Ball:
    if u > 0:
        return arb(1)
    if u < 0:
        return arb(-1)
    if u.is_zero():
        return u
    raise Unclear


def floor(u: Ball) -> Ball:
    w = u.floor()
    if w.is_exact():
        return w
    raise Unclear


def ceil(u: Ball) -> Ball:
    w = u.ceil()
    if w.is_exact():
        return w
    raise Unclear


def relu(u: Ball) -> Ball:
    return u.max(arb(0))


def sigmoid(u: Ball) -> Ball:
    return 1 / (1 + (-u).exp())


def softplus(u: Ball) -> Ball:
    return (1 + u.exp()).log()


def silu(u: Ball) -> Ball:
    return u * sigmoid(u)


def normal_cdf(u: Ball) -> Ball:
    return (-u / arb(2).sqrt()).erfc() / 2


def normal_density(u: Ball) -> Ball:
    return (-u * u / 2).exp() / (2 * arb.pi()).sqrt()


def gelu(u: Ball) -> Ball:
    return u * normal_cdf(u)


def _truth(holds: Callable[[Ball, Ball], bool], fails: Callable[[Ball, Ball], bool]) -> Callable[[Ball, Ball], bool]:
    def relation(u: Ball, v: Ball) -> bool:
        if holds(u, v):
            return True
        if fails(u, v):
            return False
        raise Unclear

    return relation


def same(u: Ball, v: Ball) -> bool:
    """Are both the one same number for certain?"""
    return bool((u - v).is_zero())


def apart(u: Ball, v: Ball) -> bool:
    """Do the balls prove that u is not v?"""
    return not u.overlaps(v)


def nowhere() -> Ball:
    raise UndefinedNearby


OPERATIONS: dict[str, Callable[..., Any]] = {
    "add": arb.__add__, "sub": arb.__sub__, "mul": arb.__mul__, "neg": arb.__neg__, "div": div, "powi": powi,
    "power": power, "sqrt": sqrt, "root": root, "exp": arb.exp, "ln": ln, "sin": arb.sin, "cos": arb.cos,
    "tan": _except_at("tan"), "arcsin": _bounded("asin", -1, 1), "arccos": _bounded("acos", -1, 1),
    "arctan": arb.atan, "sinh": arb.sinh, "cosh": arb.cosh, "tanh": arb.tanh, "arsinh": arb.asinh,
    "arcosh": _bounded("acosh", 1, None), "artanh": _bounded("atanh", -1, 1, strict=True), "sigmoid": sigmoid,
    "softplus": softplus, "relu": relu, "gelu": gelu, "silu": silu, "abs": arb.__abs__, "sign": sign,
    "min": arb.min, "max": arb.max, "floor": floor, "ceil": ceil, "gamma": gamma, "erf": arb.erf, "erfc": arb.erfc,
    "Phi": normal_cdf, "phi": normal_density, "Ei": _except_at("ei", 0), "Si": arb.si,
    "Ci": _bounded("ci", 0, None, strict=True), "li": _bounded("li", 0, None), "nowhere": nowhere,
    "lt": _truth(lambda u, v: u < v, lambda u, v: u >= v), "le": _truth(lambda u, v: u <= v, lambda u, v: u > v),
    "gt": _truth(lambda u, v: u > v, lambda u, v: u <= v), "ge": _truth(lambda u, v: u >= v, lambda u, v: u < v),
    "eq": _truth(same, apart), "ne": _truth(apart, same),
    "and": lambda p, q: p and q, "or": lambda p, q: p or q,
}  # fmt: skip


def leaf_value(kind: str, value: Any, at: Mapping[str, Any]) -> Any:
    """What a leaf holds at the working precision; the coordinates of the point are balls already."""
    match kind:
        case "sym":
            try:
                return at[value]
            except KeyError:
                raise NoTape(f"no value for {value}") from None
        case "num":
            return ball(value)
        case "const":
            return arb.pi() if value == "pi" else arb.const_e()
    return value


Steps = tuple[tuple[Callable[..., Any], int, int], ...]
OTHERS = frozenset({"diff", "seed", "exit", "nowhere"})  # lines that need more than one or two balls


def _steps(program: Tape) -> Steps | None:
    """One- and two-argument calls, made once; None where a line needs more than that."""
    try:
        return program.kept["steps"]  # type: ignore[no-any-return]
    except KeyError:
        code = () if program.lazy or any(op in OTHERS for op, _ in program.code) else program.code
        calls = tuple([(OPERATIONS[op], args[0], args[1] if len(args) > 1 else -1) for op, args in code])
        found = program.kept["steps"] = calls if code or not program.code else None
        return found


def leaves_at(program: Tape, at: Mapping[str, Ball]) -> list[Any]:
    """The registers of the leaves; its numbers are made once for each of the usual precisions."""
    bits = flint.ctx.prec
    if bits > MOST_KEPT:
        return [leaf_value(kind, value, at) for kind, value in program.leaves]
    known = program.kept.get(bits)
    if known is None:
        places = [(i, str(value)) for i, (kind, value) in enumerate(program.leaves) if kind == "sym"]
        numbers = [None if kind == "sym" else leaf_value(kind, value, at) for kind, value in program.leaves]
        known = program.kept[bits] = (numbers, places)
    values: list[Any] = known[0].copy()
    for i, name in known[1]:
        if name not in at:
            raise NoTape(f"no value for {name}")
        values[i] = at[name]
    return values


def registers(program: Tape, at: Mapping[str, Ball], steps: Steps) -> list[Any]:
    """All registers of a program without branches and derivatives, at the working precision."""
    values = leaves_at(program, at)
    keep = values.append
    for function, i, j in steps:
        keep(function(values[i]) if j < 0 else function(values[i], values[j]))
    return values


def run(program: Tape, at: Mapping[str, Ball], bits: int = PROBE, budget: Budget | None = None) -> list[Any]:
    """The outputs at a point; raises Undefined or Unclear where one has no value."""
    if budget is not None:
        budget.spend(cost(program, bits))
    with precision(bits):
        return outputs(program, at)


def cost(program: Tape, bits: int) -> int:
    """Units of one run: a ball operation, and another one for every 128 bits."""
    return (len(program.code) + len(program.leaves)) * (2 + bits // 64) // 2


def outputs(program: Tape, at: Mapping[str, Ball]) -> list[Any]:
    """The outputs at the working precision."""
    return outputs_of(program, all_registers(program, at))


def outputs_of(program: Tape, values: Sequence[Any]) -> list[Any]:
    """The outputs among the registers; raises what stands where one has no value."""
    results = []
    for register in program.outputs:
        value = values[register]
        if not isinstance(value, (arb, bool, Exception)):
            value = value[0]  # of a series
        if isinstance(value, Exception):
            raise value
        if not isinstance(value, bool) and not value.is_finite():
            raise Unclear
        results.append(value)
    return results


def all_registers(program: Tape, at: Mapping[str, Ball]) -> list[Any]:
    """Every register, where derivatives and branches are carried out by the machine that has them."""
    steps = _steps(program)
    if steps is not None:
        return registers(program, at, steps)
    from fluxions.calculus.numbers.jets import jet_registers  # jets are made of balls

    return jet_registers(program, at)


def point_of(values: Mapping[str, Fraction | int]) -> dict[str, Ball]:
    """The coordinates as balls at the working precision; those of a sampled point are known."""
    known = getattr(values, "balls", None)
    if known is not None:
        return known  # type: ignore[no-any-return]
    return {name: ball(value) for name, value in values.items()}


def value_at(e: Expr, at: Mapping[str, Fraction | int], bits: int = PROBE, budget: Budget | None = None) -> Ball | None:
    """The value of e where its symbols have these values; None where it has none, or none that we can tell."""
    try:
        program = tape(e)
        with precision(bits):
            point = point_of(at)
            return run(program, point, bits, budget)[0]
    except (NoTape, Undefined, Unclear):
        return None


def holds(relations: Sequence[Expr], at: Mapping[str, Fraction | int], bits: int = PROBE) -> bool | None:
    """Are all relations true at the point? None where that cannot be told."""
    if not relations:
        return True
    try:
        with precision(bits):
            return all(run(truth_tape(*relations), point_of(at), bits))
    except (NoTape, Undefined, Unclear):
        return None


def smaller_than_power(value: Ball, exponent: int) -> bool:
    """Is every number of the ball smaller than 2^exponent in absolute value?"""
    return bool(abs(value) < arb(2) ** exponent)

"""Values in columns for plots, and the same program as plain JSON for the browser."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from fluxions.calculus.expr import Expr, Sym
from fluxions.calculus.numbers.balls import Unclear, Undefined, outputs, point_of, precision
from fluxions.calculus.numbers.tape import NoTape, Tape, tape
from fluxions.calculus.trees import symbols

Column = np.ndarray[Any, np.dtype[np.float64]]
Program = dict[str, Any]
BITS = 64


def values(e: Expr, *columns: Any, variables: Sequence[Sym] | None = None) -> Column:
    """The values of e over columns, one for each variable (by name unless given); NaN where e is not real."""
    names = [each.name for each in variables] if variables is not None else sorted(symbols(e))
    if len(names) != len(columns):
        raise ValueError(f"{len(names)} columns are wanted, for {', '.join(names)}")
    spread = [np.asarray(each, dtype=np.float64) for each in np.broadcast_arrays(*columns)] if columns else []
    program_of = tape(e)
    shape = spread[0].shape if spread else ()
    at = dict(zip(names, spread, strict=True))
    if all(op in OPERATIONS for op, _ in program_of.code):
        with np.errstate(all="ignore"):
            found = np.broadcast_to(np.asarray(_run(program_of, at), dtype=np.float64), shape)
    else:
        found = _one_by_one(program_of, at, shape)
    return np.where(np.isfinite(found), found, np.nan)


def program(e: Expr, variables: Sequence[Sym]) -> Program:
    """The tape as JSON: registers hold the leaves, then one line of `code` each; `output` is the register of e.

    A leaf is ["sym", place in `symbols`] or ["num", value]; a line is [operation, register, …]. In a browser the
    operations of OPERATIONS run over typed arrays. Raises NoTape where an operator of calculus is left.
    """
    written = tape(e)
    names = [each.name for each in variables]
    missing = set(written.symbols) - set(names)
    if missing:
        raise ValueError(f"no variable is given for {', '.join(sorted(missing))}")
    standing = [op for op, _ in written.code if op not in OPERATIONS]
    if standing:
        raise NoTape(standing[0])
    leaves = [["sym", names.index(str(value))] if kind == "sym" else ["num", _number(kind, value)]
              for kind, value in written.leaves]  # fmt: skip
    code = [[op, *args] for op, args in written.code]
    return {"symbols": names, "leaves": leaves, "code": code, "output": written.outputs[0]}


def _number(kind: str, value: object) -> float | int:
    if kind == "const":
        return math.pi if value == "pi" else math.e
    if kind == "int":
        return int(value)  # type: ignore[call-overload, no-any-return]
    try:
        return float(value)  # type: ignore[arg-type]
    except OverflowError:
        return math.nan


def _run(written: Tape, at: dict[str, Column]) -> Any:
    registers: list[Any] = [at[str(value)] if kind == "sym" else _number(kind, value) for kind, value in written.leaves]
    for op, args in written.code:
        registers.append(OPERATIONS[op](*(registers[each] for each in args)))
    return registers[written.outputs[0]]


def _one_by_one(written: Tape, at: dict[str, Column], shape: tuple[int, ...]) -> Column:
    """Point by point on balls, where a derivative stands or NumPy lacks the function."""
    found = np.full(shape, np.nan)
    for place in np.ndindex(shape):
        here = {name: float(column[place]) for name, column in at.items()}
        if all(map(math.isfinite, here.values())):
            found[place] = _ball_value(written, {name: Fraction(value) for name, value in here.items()})
    return found


def _ball_value(written: Tape, at: dict[str, Fraction]) -> float:
    try:
        with precision(BITS):
            return float(outputs(written, point_of(at))[0].mid())
    except (Undefined, Unclear):
        return math.nan


def _div(u: Any, v: Any) -> Any:
    return np.where(np.equal(v, 0), np.nan, np.divide(u, np.where(np.equal(v, 0), 1.0, v)))


def _ln(u: Any) -> Any:
    return np.where(np.greater(u, 0), np.log(np.where(np.greater(u, 0), u, 1.0)), np.nan)


def _powi(u: Any, n: int) -> Any:
    return np.where(np.equal(u, 0), np.nan, np.power(np.where(np.equal(u, 0), 1.0, u), float(n))) if n < 0 else (
        np.power(np.asarray(u, dtype=np.float64), n)
    )  # fmt: skip


def _root(u: Any, n: int) -> Any:
    size = np.abs(u) ** (1 / n)
    return np.sign(u) * size if n % 2 else np.where(np.greater_equal(u, 0), size, np.nan)


def _power(u: Any, v: Any) -> Any:
    return np.exp(np.multiply(v, _ln(u)))


def _sigmoid(u: Any) -> Any:
    tail = np.exp(-np.abs(u))
    return np.where(np.greater_equal(u, 0), 1 / (1 + tail), tail / (1 + tail))


_erf = np.vectorize(math.erf, otypes=[np.float64])
_erfc = np.vectorize(math.erfc, otypes=[np.float64])


def _cdf(u: Any) -> Any:
    return _erfc(np.negative(u) / math.sqrt(2)) / 2


def _one_gamma(u: float) -> float:
    try:
        return math.gamma(u)
    except (ValueError, OverflowError):
        return math.nan


def _both(test: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """A comparison that is itself NaN where a side is."""

    def relation(u: Any, v: Any) -> Any:
        return np.where(np.isnan(u) | np.isnan(v), np.nan, test(u, v))

    return relation


def _chosen(condition: Any, u: Any, v: Any) -> Any:
    return np.where(np.isnan(condition), np.nan, np.where(np.equal(condition, 1), u, v))


OPERATIONS: dict[str, Callable[..., Any]] = {
    "add": np.add, "sub": np.subtract, "mul": np.multiply, "neg": np.negative, "div": _div, "powi": _powi,
    "power": _power, "sqrt": lambda u: _root(u, 2), "root": _root, "exp": np.exp, "ln": _ln, "sin": np.sin,
    "cos": np.cos, "tan": np.tan, "arcsin": np.arcsin, "arccos": np.arccos, "arctan": np.arctan, "sinh": np.sinh,
    "cosh": np.cosh, "tanh": np.tanh, "arsinh": np.arcsinh, "arcosh": np.arccosh, "artanh": np.arctanh,
    "sigmoid": _sigmoid, "softplus": lambda u: np.logaddexp(0, u), "relu": lambda u: np.maximum(u, 0),
    "gelu": lambda u: u * _cdf(u), "silu": lambda u: u * _sigmoid(u), "abs": np.abs, "sign": np.sign,
    "min": np.minimum, "max": np.maximum, "floor": np.floor, "ceil": np.ceil,
    "gamma": np.vectorize(_one_gamma, otypes=[np.float64]), "erf": _erf, "erfc": _erfc, "Phi": _cdf,
    "phi": lambda u: np.exp(-np.square(u) / 2) / math.sqrt(2 * math.pi), "nowhere": lambda: np.nan,
    "eq": _both(np.equal), "ne": _both(np.not_equal), "lt": _both(np.less), "le": _both(np.less_equal),
    "gt": _both(np.greater), "ge": _both(np.greater_equal), "and": np.minimum, "or": np.maximum, "if": _chosen,
}  # fmt: skip

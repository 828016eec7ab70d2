"""The functions on truncated series over balls, each with its domain; all that flint leaves out is made here.

`abs`, `sign` and the like follow the sign of the constant term: at a kink there is no series.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flint import arb, arb_series

from fluxions.calculus.numbers import balls


def series_of(value: Any, order: int) -> Any:
    """A number as a series that is constant."""
    return value if isinstance(value, arb_series) else arb_series([value], prec=order + 1)


def _ln(u: Any) -> Any:
    """ln u from u'/u, several times faster than flint's own."""
    start = balls.ln(u[0])
    if len(u) <= 1 or u.prec <= 1:
        return arb_series([start], prec=u.prec)
    return (u.derivative() / u).integral() + start


def _div(u: Any, v: Any) -> Any:
    first = v[0] if isinstance(v, arb_series) else v
    if first.contains(0):
        raise balls.Undefined() if first.is_zero() else balls.Unclear()
    return u / v


def _sqrt(u: Any) -> Any:
    start = u[0]
    if start > 0:
        return u.sqrt()
    raise balls.declined(start, 0, strict=True)  # the root of 0 has no derivative


def _root(u: Any, n: int) -> Any:
    start = u[0]
    if start < 0 and n % 2:
        return -_root(-u, n)
    if start > 0:
        return (_ln(u) / n).exp()
    raise balls.declined(start, 0, strict=True) if n % 2 == 0 else balls.Undefined()


def _powi(u: Any, n: int) -> Any:
    if n < 0 and u[0].contains(0):
        raise balls.Undefined() if u[0].is_zero() else balls.Unclear()
    if abs(n) <= 64:
        return u**n if n >= 0 else 1 / u**-n
    start = u[0]
    if start.contains(0):
        raise balls.Unclear
    positive = u if start > 0 else -u
    result = (_ln(positive) * n).exp()
    return -result if n % 2 and start < 0 else result


def _power(u: Any, v: Any) -> Any:
    below = _ln(u) if isinstance(u, arb_series) else balls.ln(u)
    return (v * below).exp()


def _arc(name: str, low: int, high: int) -> Callable[[Any], Any]:
    """arcsin, arccos: no derivative at the ends."""
    method = getattr(arb_series, name)

    def function(u: Any) -> Any:
        if not -1 < u[0] < 1:
            raise balls.UndefinedNearby() if u[0] > high or u[0] < low else balls.Unclear()
        return method(u)

    return function


def _cosh(u: Any) -> Any:
    e = u.exp()
    return (e + 1 / e) / 2


def _sinh(u: Any) -> Any:
    e = u.exp()
    return (e - 1 / e) / 2


def _tanh(u: Any) -> Any:
    """From tanh' = 1 − tanh², which never overflows."""
    result = arb_series([u[0].tanh()], prec=u.prec)
    for _ in range(u.prec - 1):
        result = ((1 - result * result) * u.derivative()).integral() + u[0].tanh()
    return result


def _arsinh(u: Any) -> Any:
    return (u.derivative() / (1 + u * u).sqrt()).integral() + u[0].asinh()


def _arcosh(u: Any) -> Any:
    if not u[0] > 1:
        raise balls.declined(u[0], 1, strict=True)
    return (u.derivative() / (u * u - 1).sqrt()).integral() + u[0].acosh()


def _artanh(u: Any) -> Any:
    start = balls.OPERATIONS["artanh"](u[0])
    return _div(u.derivative(), 1 - u * u).integral() + start


def _sigmoid(u: Any) -> Any:
    return 1 / (1 + (-u).exp())


def _softplus(u: Any) -> Any:
    return _ln(1 + u.exp())


def _phi(u: Any) -> Any:
    return (-u * u / 2).exp() / (2 * arb.pi()).sqrt()


def _Phi(u: Any) -> Any:
    return (_phi(u) * u.derivative()).integral() + balls.normal_cdf(u[0])


def _abs(u: Any) -> Any:
    if u[0] > 0:
        return u
    if u[0] < 0:
        return -u
    raise balls.Undefined() if u[0].is_zero() else balls.Unclear()


def _step(name: str) -> Callable[[Any], Any]:
    """sign, floor, ceil: constant where they do not jump."""

    def function(u: Any) -> Any:
        start = u[0]
        value = balls.OPERATIONS[name](start)
        if start.is_exact() and (start.is_zero() if name == "sign" else start.is_integer()):
            raise balls.Undefined
        return arb_series([value], prec=u.prec)

    return function


def picked(u: Any, v: Any, *, larger: bool) -> Any:
    """The larger or smaller of two, as far as it is the same one near by."""
    gap = (u if isinstance(u, arb) else u[0]) - (v if isinstance(v, arb) else v[0])
    if gap > 0:
        return u if larger else v
    if gap < 0:
        return v if larger else u
    raise balls.Unclear


def _relu(u: Any) -> Any:
    if u[0] > 0:
        return u
    if u[0] < 0:
        return arb_series([0], prec=u.prec)
    raise balls.Undefined() if u[0].is_zero() else balls.Unclear()


def _inside(name: str) -> Callable[[Any], Any]:
    """A function that flint expands itself, where its value is finite."""
    method = getattr(arb_series, name.lower())
    value = balls.OPERATIONS[name]

    def function(u: Any) -> Any:
        value(u[0])
        return method(u)

    return function


OPERATIONS: dict[str, Callable[..., Any]] = {
    "add": lambda u, v: u + v, "sub": lambda u, v: u - v, "mul": lambda u, v: u * v, "neg": lambda u: -u,
    "div": _div, "powi": _powi, "power": _power, "sqrt": _sqrt, "root": _root, "exp": arb_series.exp, "ln": _ln,
    "sin": arb_series.sin, "cos": arb_series.cos, "tan": _inside("tan"), "arcsin": _arc("asin", -1, 1),
    "arccos": _arc("acos", -1, 1), "arctan": arb_series.atan, "sinh": _sinh, "cosh": _cosh, "tanh": _tanh,
    "arsinh": _arsinh, "arcosh": _arcosh, "artanh": _artanh, "sigmoid": _sigmoid, "softplus": _softplus,
    "relu": _relu, "gelu": lambda u: u * _Phi(u), "silu": lambda u: u * _sigmoid(u), "abs": _abs,
    "sign": _step("sign"), "floor": _step("floor"), "ceil": _step("ceil"),
    "min": lambda u, v: picked(u, v, larger=False), "max": lambda u, v: picked(u, v, larger=True),
    "gamma": _inside("gamma"), "erf": arb_series.erf, "erfc": arb_series.erfc, "Phi": _Phi, "phi": _phi,
    "Ei": _inside("Ei"), "Si": _inside("Si"), "Ci": _inside("Ci"), "li": _inside("li"),
}  # fmt: skip

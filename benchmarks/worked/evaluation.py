"""Answers evaluated by mpmath from what is printed: a second reading that shares no code with Fluxions or SymPy."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any

import mpmath as mp

Values = Mapping[str, Any]

FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "sin": mp.sin, "cos": mp.cos, "tan": mp.tan, "cot": mp.cot, "sec": mp.sec, "csc": mp.csc, "arcsin": mp.asin,
    "arccos": mp.acos, "arctan": mp.atan, "arccot": lambda u: mp.pi / 2 - mp.atan(u), "arcsec": mp.asec,
    "arccsc": mp.acsc, "sinh": mp.sinh, "cosh": mp.cosh, "tanh": mp.tanh, "coth": mp.coth, "sech": mp.sech,
    "csch": mp.csch, "arsinh": mp.asinh, "arcosh": mp.acosh, "artanh": mp.atanh, "ln": mp.log, "exp": mp.exp,
    "sqrt": mp.sqrt, "abs": abs, "sign": mp.sign, "erf": mp.erf, "erfc": mp.erfc, "Ei": mp.ei, "Si": mp.si,
    "Ci": mp.ci, "li": mp.li, "gamma": mp.gamma, "Phi": mp.ncdf, "phi": mp.npdf, "relu": lambda u: max(u, mp.mpf(0)),
    "sigmoid": lambda u: 1 / (1 + mp.exp(-u)), "softplus": lambda u: mp.log(1 + mp.exp(u)),
    "log": lambda u, b: mp.log(u) / mp.log(b), "root": lambda u, n: mp.sign(u) * mp.power(abs(u), 1 / n),
}  # fmt: skip
CONSTANTS = {"e": mp.e, "pi": mp.pi}


def program(text: str) -> Callable[[Values], Any]:
    """What is printed as a function of the values of its letters; raises ValueError for what it cannot say."""
    tree = ast.parse(text.replace("^", "**"), mode="eval").body
    return lambda at: _value(tree, at)


def _value(node: ast.expr, at: Values) -> Any:
    match node:
        case ast.Constant(int() as number):
            return mp.mpf(number)
        case ast.Name(name):
            return +CONSTANTS[name] if name in CONSTANTS and name not in at else at[name]
        case ast.UnaryOp(ast.USub(), inner):
            return -_value(inner, at)
        case ast.BinOp(left, sign, right):
            a, b = _value(left, at), _value(right, at)
            match sign:
                case ast.Add():
                    return a + b
                case ast.Sub():
                    return a - b
                case ast.Mult():
                    return a * b
                case ast.Div():
                    return a / b
                case ast.Pow():
                    return mp.power(a, b)
        case ast.Call(ast.Name(name), parts) if name in FUNCTIONS:
            return FUNCTIONS[name](*(_value(each, at) for each in parts))
    raise ValueError(ast.dump(node)[:60])


LETTERS = {name: mp.mpf(k * 37 % 19 + 11) / 10 for k, name in enumerate("abcdfghkmnpqrstuvwyzABCD")}
POINTS = tuple(
    mp.mpf(each)
    for each in (
        "0.31",
        "0.83",
        "1.27",
        "1.9",
        "2.6",
        "3.7",
        "0.113",
        "7.3",
        "-0.42",
        "-1.37",
        "-2.3",
        "-3.9",
        "11.2",
        "5.1",
        "14.3",
    )
)


def confirmed(answer: Callable[[Values], Any], integrand: Callable[[Values], Any], variable: str) -> bool | None:
    """Is the slope of the answer the integrand, wherever both have values? None: heard at too few points to say."""
    heard = 0
    for point in POINTS:
        pairs = [_slope_and_integrand(answer, integrand, variable, point, digits) for digits in (30, 60)]
        if pairs[0] is None or pairs[1] is None or any(not _close(a, b) for a, b in zip(*pairs, strict=True)):
            continue  # no value, or one that the digits do not reach
        if not _close(*pairs[1]):
            return False
        heard += 1
    return True if heard >= 3 else None


def _slope_and_integrand(
    answer: Callable[[Values], Any], integrand: Callable[[Values], Any], variable: str, point: Any, digits: int
) -> tuple[Any, Any] | None:
    """Both values where they are real numbers."""
    with mp.workdps(digits):
        try:
            wanted = integrand({**LETTERS, variable: point})
            got = mp.diff(lambda t: answer({**LETTERS, variable: t}), point)
        except (ZeroDivisionError, OverflowError, mp.libmp.NoConvergence, TypeError):
            return None
        if not (mp.isfinite(wanted) and mp.isfinite(got)) or max(abs(mp.im(wanted)), abs(mp.im(got))) > 1e-12:
            return None
        return mp.re(got), mp.re(wanted)


def _close(a: Any, b: Any) -> bool:
    return bool(abs(a - b) <= mp.mpf(10) ** -9 * (1 + abs(b)))

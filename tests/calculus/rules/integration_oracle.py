"""Is what a rule made of an integral an antiderivative? Asked of mpmath at points, with no part of the engine."""

from __future__ import annotations

from collections.abc import Mapping

import mpmath as mp

from fluxions.calculus.derivation.rule import Rewrite, found
from fluxions.calculus.expr import (
    Add,
    At,
    Const,
    Div,
    Expr,
    Fn,
    Int,
    Mul,
    Neg,
    Num,
    Pow,
    Root,
    Sym,
)  # fmt: skip
from fluxions.calculus.language.ascii import ascii
from tests.calculus.spelled import check, solved, spelled

POINTS = (0.31, -0.42, 0.87, 1.23, -1.37, 1.91, 2.6, -2.3, 3.7, -3.9, 6.3, 0.113, 11.2)
LETTERS = {name: mp.mpf(k * 37 % 19 + 11) / 10 for k, name in enumerate("abcdkmnpqrsw")}
FUNCTIONS = {
    "sin": mp.sin, "cos": mp.cos, "tan": mp.tan, "cot": mp.cot, "sec": mp.sec, "csc": mp.csc, "arcsin": mp.asin,
    "arccos": mp.acos, "arctan": mp.atan, "arccot": lambda u: mp.pi / 2 - mp.atan(u), "arcsec": mp.asec,
    "arccsc": mp.acsc, "sinh": mp.sinh, "cosh": mp.cosh, "tanh": mp.tanh, "coth": mp.coth, "sech": mp.sech,
    "csch": mp.csch, "arsinh": mp.asinh, "arcosh": mp.acosh, "artanh": mp.atanh, "ln": mp.log, "abs": abs,
    "sign": mp.sign, "erf": mp.erf, "Si": mp.si, "Ci": mp.ci, "Ei": mp.ei,
    "li": mp.li, "Phi": mp.ncdf, "phi": mp.npdf, "relu": lambda u: max(u, mp.mpf(0)),
    "sigmoid": lambda u: 1 / (1 + mp.exp(-u)), "softplus": lambda u: mp.log(1 + mp.exp(u)),
    "log": lambda u, b: mp.log(u) / mp.log(b),
}  # fmt: skip
Values = Mapping[str, mp.mpf]


class NoValue(Exception):
    """The expression has no real value here."""


def value(e: Expr, at: Values) -> mp.mpf:
    """The real value at a point; an integral that stands counts as 0."""
    match e:
        case Num(q):
            return mp.mpf(q.numerator) / q.denominator
        case Sym(name):
            return at[name]
        case Const("pi"):
            return +mp.pi
        case Const("e"):
            return mp.e
        case Int():
            return mp.mpf(0)
        case At(f, x, a):
            return value(f, {**at, x.name: value(a, at)})
    found = _combined(e, [value(child, at) for child in e.children])
    if mp.im(found) != 0 or mp.isnan(found) or mp.isinf(found):
        raise NoValue
    return mp.re(found)


def _combined(e: Expr, parts: list[mp.mpf]) -> mp.mpf:
    match e:
        case Add():
            return mp.fsum(parts)
        case Mul():
            return mp.fprod(parts)
        case Neg():
            return -parts[0]
        case Div():
            return parts[0] / parts[1]
        case Root():
            return _power(parts[0], 1 / parts[1], int(parts[1]) % 2 == 1)
        case Pow(_, Num(q)):
            return _power(parts[0], parts[1], q.denominator % 2 == 1)
        case Pow():
            return _power(parts[0], parts[1], False)
        case Fn(name):
            return FUNCTIONS[name](*parts)
    raise TypeError(type(e).__name__)


def _power(u: mp.mpf, n: mp.mpf, odd: bool) -> mp.mpf:
    if u < 0 and n != int(n):
        if not odd:
            raise NoValue
        top = round(n * 10395)  # 3·5·7·9·11
        return (-1) ** (top % 2) * (-u) ** n
    return u**n


def slope(e: Expr, x: str, at: Values) -> mp.mpf:
    """d/dx of e, where each standing integral counts by its integrand: d/dx of ∫ g du at u(x) is g(u) u'."""
    known = mp.diff(lambda t: value(e, {**at, x: t}), at[x])
    return known + _of_integrals(e, x, at)


def _of_integrals(e: Expr, x: str, at: Values) -> mp.mpf:
    match e:
        case Int(g, v):
            return value(g, at) if v.name == x else mp.mpf(0)
        case At(f, v, inside) if _holds_integral(f):
            point = value(inside, at)
            inner = _of_integrals(f, v.name, {**at, v.name: point})
            return inner * mp.diff(lambda t: value(inside, {**at, x: t}), at[x])
        case Add(terms):
            return mp.fsum(_of_integrals(each, x, at) for each in terms)
        case Neg(u):
            return -_of_integrals(u, x, at)
        case Div(u, v) if not _holds_integral(v):
            return _of_integrals(u, x, at) / value(v, at)
        case Mul(factors) if any(_holds_integral(each) for each in factors):
            (one,) = [each for each in factors if _holds_integral(each)]
            return mp.fprod([_of_integrals(one, x, at), *(value(each, at) for each in factors if each is not one)])
    assert not _holds_integral(e), ascii(e)
    return mp.mpf(0)


def _holds_integral(e: Expr) -> bool:
    return isinstance(e, Int) or any(_holds_integral(child) for child in e.children)


def confirm(integral: Int, result: Expr, least: int = 3) -> None:
    """The slope of the result is the integrand, at the points where both are real; at `least` many."""
    heard = 0
    with mp.workdps(25):
        for point in POINTS:
            at = {**LETTERS, integral.variable.name: mp.mpf(point)}
            try:
                wanted = value(integral.arg, at)
                got = slope(result, integral.variable.name, at)
            except (NoValue, ZeroDivisionError):
                continue
            close = abs(wanted - got) <= 1e-9 * (1 + abs(wanted))
            assert close, f"{ascii(integral)} -> {ascii(result)} at {point}: {wanted} is not {got}"
            heard += 1
    assert heard >= least, f"{ascii(integral)} -> {ascii(result)} has values at {heard} points only"


def opens(rule: Rewrite, integrand: str, after: str | None) -> None:
    """The rule makes `after` of the integral by x, confirmed by mpmath; None: it declines; "…": whatever it makes."""
    integral = spelled(f"int({integrand}, x)")
    assert isinstance(integral, Int)
    if after != "…":
        check(rule, f"int({integrand}, x)", after)
    result = found(rule(integral))
    if after is not None:
        assert result is not None, f"declined {integrand}"
        confirm(integral, result.result)


def whole(integrand: str) -> str:
    """The integral is worked out to the end, and mpmath confirms it; the antiderivative without its constant."""
    integral = spelled(f"int({integrand}, x)")
    assert isinstance(integral, Int)
    derivation = solved(f"int({integrand}, x)")
    *terms, constant = derivation.answer.children
    assert constant == Sym("C"), ascii(derivation.answer)
    answer = terms[0] if len(terms) == 1 else Add(tuple(terms))
    confirm(integral, answer)
    return ascii(answer)

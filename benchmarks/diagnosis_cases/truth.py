"""The answers of tasks by SymPy: what a template states as right is confirmed by it, not only by the engine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from typing import Any

import sympy as sp

from benchmarks.diagnosis_cases.asked import Asked
from benchmarks.diagnosis_cases.reading import NAMES, same, same_texts, value_of

Names = Sequence[sp.Symbol]


def _diff(f: Any, x: sp.Symbol, n: int = 1) -> Any:
    return [sp.diff(each, x, n) for each in f] if isinstance(f, list) else sp.diff(f, x, n)


def _at(f: Any, x: Any, a: Any) -> Any:
    where = dict(zip(x, a, strict=True)) if isinstance(x, list) else {x: a}
    return [each.subs(where) for each in f] if isinstance(f, list) else f.subs(where)


def _integral(f: Any, *bounds: Any) -> Any:
    if bounds and isinstance(bounds[0], list):
        return reduce(lambda g, each: sp.integrate(g, tuple(each)), bounds, f)
    if len(bounds) == 1:
        return sp.Integral(f, bounds[0])
    return sp.Integral(f, bounds) if f.has(sp.sin) and len(f.free_symbols) == 1 else sp.integrate(f, bounds)


def _taylor(f: Any, x: sp.Symbol, a: Any, n: int) -> Any:
    return sum(sp.diff(f, x, k).subs(x, a) * (x - a) ** k / sp.factorial(k) for k in range(int(n) + 1))


def _tangent(f: Any, x: Any, a: Any) -> Any:
    names, point = (x, a) if isinstance(x, list) else ([x], [a])
    where = dict(zip(names, point, strict=True))
    rises = (f.diff(v).subs(where) * (v - p) for v, p in where.items())
    return f.subs(where) + sum(rises)


def _descended(f: Any, x: sp.Symbol, start: Any, eta: Any, n: int) -> Any:
    for _ in range(int(n)):
        start -= eta * f.diff(x).subs(x, start)
    return start


def _newton(f: Any, x: sp.Symbol, start: Any, n: int) -> Any:
    for _ in range(int(n)):
        start -= f.subs(x, start) / f.diff(x).subs(x, start)
    return start


def _euler(f: Any, x: sp.Symbol, x0: Any, y0: Any, h: Any, n: int) -> Any:
    for _ in range(int(n)):
        x0, y0 = x0 + h, y0 + h * f.subs({x: x0, NAMES["y"]: y0})
    return y0


def _slope_in(f: Any, names: Names, point: Any, direction: Any) -> Any:
    where = dict(zip(names, point, strict=True))
    rise = sum(f.diff(v).subs(where) * d for v, d in zip(names, direction, strict=True))
    return rise / sp.sqrt(sum(d * d for d in direction))


def _curl(field: Any, names: Names) -> Any:
    if len(names) == 2:
        return field[1].diff(names[0]) - field[0].diff(names[1])
    (p, q, r), (x, y, z) = field, names
    return [r.diff(y) - q.diff(z), p.diff(z) - r.diff(x), q.diff(x) - p.diff(y)]


def _divergence(field: Any, names: Names) -> Any:
    return sum(f.diff(v) for f, v in zip(field, names, strict=True))


def _expect(f: Any, x: sp.Symbol, density: Any) -> Any:
    p, low, high = density
    if high == sp.oo:  # quadrature is quicker, and as good here
        return sp.Integral(f * p, (x, low, high)).evalf(20)
    return sp.integrate(sp.expand(f * p), (x, low, high))


def _variance(f: Any, x: sp.Symbol, density: Any) -> Any:
    return _expect(f**2, x, density) - _expect(f, x, density) ** 2


def _generated(t: sp.Symbol, x: sp.Symbol, density: Any) -> Any:
    """E[e^(tx)] for t so small that it converges, as a formula in t."""
    p, low, high = density
    small = sp.Symbol("small", negative=True)
    return sp.integrate(sp.powsimp(p * sp.exp(small * x)), (x, low, high)).subs(small, t)


def _line(field: Any, names: Names, curve: Any, t: sp.Symbol, a: Any, b: Any) -> Any:
    on = dict(zip(names, curve, strict=True))
    if not isinstance(field, list):
        return sp.integrate(field * sp.sqrt(sum(sp.diff(each, t) ** 2 for each in curve)), (t, a, b))
    return sp.integrate(sum(f.subs(on) * sp.diff(c, t) for f, c in zip(field, curve, strict=True)), (t, a, b))


def _flux(field: Any, names: Names, surface: Any, by: Names, *ranges: Any) -> Any:
    on = dict(zip(names, surface, strict=True))
    u, w = (sp.Matrix([sp.diff(each, v) for each in surface]) for v in by)
    f = sp.Matrix([sp.sympify(each).subs(on) for each in field]).dot(u.cross(w))
    return reduce(lambda g, each: sp.integrate(g, (each[0], *each[1])), zip(by, ranges, strict=True), f)


def _over(density: Any, names: Names, place: Any, by: Names, *ranges: Any) -> Any:
    on = dict(zip(names, place, strict=True))
    f = density.subs(on) * sp.Matrix(place).jacobian(list(by)).det()
    return reduce(lambda g, each: sp.integrate(g, (each[0], *each[1])), zip(by, ranges, strict=True), sp.simplify(f))


X = NAMES["x"]
OPERATORS: dict[str, Any] = {
    "diff": _diff, "at": _at, "int": _integral, "limit": lambda f, x, a, side="+-": sp.limit(f, x, a, side),
    "sum": lambda f, n, a, b: sp.summation(f, (n, a, b)), "taylor": _taylor, "tangent": _tangent,
    "descend": _descended, "newton": _newton, "euler": _euler, "dirderiv": _slope_in, "curl": _curl,
    "grad": lambda f, names: [f.diff(v) for v in names], "div": _divergence,
    "jacobian": lambda fs, names: [[f.diff(v) for v in names] for f in fs],
    "hessian": lambda f, names: [[f.diff(v, u) for v in names] for u in names],
    "laplacian": lambda f, names: sum(f.diff(v, v) for v in names),
    "chain": lambda f, on, t: f.subs({each.lhs: each.rhs for each in on}).diff(t),
    "implicit": lambda curve, y, x: sp.idiff(curve.lhs - curve.rhs, y, x),
    "expect": _expect, "variance": _variance, "normalise": lambda f, x, a, b: 1 / sp.integrate(f, (x, a, b)),
    "mgf": _generated,
    "uniform": lambda a, b: (1 / sp.sympify(b - a), a, b),
    "exponential": lambda r: (r * sp.exp(-r * X), 0, sp.oo),
    "normal": lambda m, s: (sp.exp(-((X - m) ** 2) / (2 * s**2)) / (s * sp.sqrt(2 * sp.pi)), -sp.oo, sp.oo),
    "density": lambda low, high, p: (p, low, high), "line": _line, "flux": _flux,
    "green": lambda field, names, *on: _over(_curl(field, names), names, *on),
    "gauss": lambda field, names, *on: _over(_divergence(field, names), names, *on),
    "cross": lambda a, b: list(sp.Matrix(a).cross(sp.Matrix(b))), "Eq": sp.Eq,
}  # fmt: skip


def _solves(task: str, right: str) -> bool | None:
    """Is an equation in y' fulfilled, and its start?"""
    asked = re.fullmatch(r"ode\((.*?) = (.*?), y, x(?:, y\(0\) = (\d+))?\)", task)
    if asked is None:
        return None
    y = value_of(right)
    known = {"y": y, "slope": sp.diff(y, X)}
    left, other = (value_of(each.replace("y'", "slope"), known) for each in asked.groups()[:2])
    starts = asked[3] is None or same(y.subs(X, 0), sp.Integer(asked[3]))
    return same(left, other) and starts


def _stationary(task: str, right: str) -> bool | None:
    """Are all places named stationary, on the constraint, with the value named?"""
    parts = re.fullmatch(r"(?:extrema|lagrange)\((.*?), (?:\[(.*?) = (.*?)\], )?(\[.*\]|x)\)", task)
    if parts is None:
        return None
    f, names = value_of(parts[1]), value_of(parts[4])
    names = names if isinstance(names, list) else [names]
    tied = value_of(f"{parts[2]} - ({parts[3]})") if parts[2] else None
    for _, place, value in value_of(right):
        on = dict(zip(names, place if isinstance(place, tuple) else (place,), strict=True))
        slopes = sp.Matrix([[g.diff(v).subs(on) for v in names] for g in (f, tied) if g is not None])
        if slopes.rank() > (tied is not None) or f.subs(on) != value or (tied is not None and tied.subs(on) != 0):
            return False
    return True


OTHERWISE = {"ode": _solves, "extrema": _stationary, "lagrange": _stationary}


def confirmed(task: str, right: str) -> bool | None:
    """Does SymPy find the same answer? None where it is not asked."""
    operator = task.partition("(")[0]
    if operator == "int" and task.count(",") == 1:
        x = NAMES[task[-2]]
        return same(sp.diff(value_of(right), x), value_of(task[4:].rpartition(",")[0]))
    if operator == "potential" and right != "dne":
        field, names = value_of(task[len(operator) :])
        return same([sp.diff(value_of(right), v) for v in names], field)
    if operator in OTHERWISE:
        return OTHERWISE[operator](task, right)
    return same(value_of(_in_python(task, operator), OPERATORS), value_of(right)) if operator in OPERATORS else None


def _in_python(task: str, operator: str) -> str:
    """Densities, equations and sides as calls and texts."""
    task = re.sub(r"if\((\d+) <= x and x <= (\d+), (.*), 0\)\)$", r"density(\1, \2, \3))", task)
    if operator == "chain":
        task = re.sub(r"(\w) = ([^,\])]*(\([^)]*\))?[^,\])]*)", r"Eq(\1, \2)", task)
    task = re.sub(r"^implicit\((.*) = (.*?),", r"implicit(Eq(\1, \2),", task)
    return re.sub(r", ([+-])\)$", r", '\1')", task)


def coincides(asked: Asked, answer: str) -> bool:
    """Is the answer of a mistake the right one with these numbers?"""
    if asked.task.startswith("int(") and asked.task.count(",") == 1:
        x = NAMES[asked.task[-2]]
        left, right = value_of(answer), value_of(asked.right)
        return left.has(NAMES["C"]) and same(sp.diff(left, x), sp.diff(right, x))
    return same_texts(answer, asked.right)

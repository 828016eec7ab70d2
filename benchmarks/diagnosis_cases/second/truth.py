"""The answers of the second set by SymPy, mpmath and NumPy, where `truth` of the first set does not reach."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import mpmath as mp
import numpy as np
import sympy as sp

from benchmarks.diagnosis_cases import truth
from benchmarks.diagnosis_cases.asked import Asked
from benchmarks.diagnosis_cases.reading import NAMES, same, same_texts, value_of

X, Y, N = NAMES["x"], NAMES["y"], NAMES["n"]
WORD = re.compile(r"[a-z_]+|(open|closed)\(.*\)|[\[(]-?\d+, -?\d+[\])]|betadist\(.*\)")
PIECES = re.compile(r"limit\(if\((.*?) < (.*?), (.*), (.*)\), x, .*\)")


def _parts(task: str) -> list[str]:
    """The arguments of an operator as texts."""
    inner, depth, found = task.partition("(")[2][:-1], 0, [""]
    for sign in inner:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            found.append("")
        else:
            found[-1] += sign
    return [each.strip() for each in found]


def _plain(task: str, right: str) -> bool:
    return same_texts(task, right)


def _solutions(task: str, right: str) -> bool:
    left, other = _parts(task)[0].split(" = ")
    return set(sp.solve(value_of(left) - value_of(other), X)) == set(value_of(right))


def _limit(task: str, right: str) -> bool | None:
    """Where there is none: both sides apart, or a wave."""
    if pieces := PIECES.fullmatch(task):
        at, left, other = (value_of(pieces[k]) for k in (2, 3, 4))
        sides = [f.subs(X, at) for f in (left, other)]
    else:
        f, x, a = (value_of(each) for each in _parts(task)[:3])
        if right != "dne":
            return truth.confirmed(task, right)
        sides = [sp.limit(f, x, a, side) for side in "-+"]
    return right == "dne" if sides[0] != sides[1] else same(sides[0], value_of(right))


def _number(f: Callable[..., Any], *ranges: Sequence[Any]) -> Any:
    return mp.quad(f, *ranges)


def _close(found: Any, right: str) -> bool:
    return abs(found - mp.mpf(str(sp.N(value_of(right), 30)))) < mp.mpf(10) ** -6


def _integral(task: str, right: str) -> bool | None:
    """Where there is none: from 0 on to either side it grows beyond all bounds, with opposite signs."""
    if right != "dne":
        return truth.confirmed(task, right)
    f, x, low, high = (value_of(each) for each in _parts(task))
    e = sp.Symbol("e", positive=True)
    sides = [sp.integrate(g.subs(x, e), e) for g in (f, f.subs(x, -x))]
    ends = [sp.limit(F.subs(e, end) - F, e, 0, "+") for F, end in zip(sides, (high, -low), strict=True)]
    return set(ends) == {sp.oo, -sp.oo}


def _area(task: str, right: str) -> bool:
    f, g, x, low, high = (value_of(each) for each in _parts(task))
    gap = sp.lambdify(x, sp.Abs(f - g), "mpmath")
    return _close(_number(gap, [low, (low + high) / 2, high]), right)


def _average(task: str, right: str) -> bool:
    f, x, low, high = (value_of(each) for each in _parts(task))
    return _close(_number(sp.lambdify(x, f, "mpmath"), [low, high]) / (high - low), right)


def _over_a_disc(task: str, right: str) -> bool:
    radius = sp.sqrt(value_of(task.rpartition("<= ")[2][:-1]))
    f = sp.integrate(value_of(_parts(task)[0]), (Y, -sp.sqrt(radius**2 - X**2), sp.sqrt(radius**2 - X**2)))
    return _close(_number(sp.lambdify(X, f, "mpmath"), [-radius, 0, radius]), right)


def _converges(task: str, right: str) -> bool:
    inner = _parts(task)[0]
    if inner.startswith("int("):
        value = value_of(inner, truth.OPERATORS)
        return (right == "diverges") == (value.doit() == sp.oo)
    f, n, low, _ = (value_of(each) for each in _parts(inner))
    n_ = sp.Symbol("n", integer=True, positive=True)
    total = sp.Sum(f.subs(n, n_), (n_, low, sp.oo))
    if not total.is_convergent():
        return right == "diverges"
    return right == ("absolutely" if total.is_absolutely_convergent() else "conditionally")


def _radius_of(inner: str) -> Any:
    """|a_n / a_(n+1)| far out, the coefficients at a distance of 1 from the centre."""
    f = value_of(_parts(inner)[0])
    coefficient = f.subs(X, _centre(f) + 1)
    return sp.limit(sp.gammasimp(coefficient / coefficient.subs(N, N + 1)), N, sp.oo)


def _centre(f: Any) -> Any:
    powers = [each for each in f.atoms(sp.Pow) if each.exp == N and each.base.has(X)]
    return sp.solve(powers[0].base, X)[0]


def _radius(task: str, right: str) -> bool:
    return bool(_radius_of(_parts(task)[0]) == value_of(right))


def _ends(task: str, right: str) -> bool:
    """At both ends the series itself is asked."""
    inner = _parts(task)[0]
    r, f, n = _radius_of(inner), value_of(_parts(inner)[0]), sp.Symbol("n", integer=True, positive=True)
    ends = [
        bool(sp.Sum(sp.powsimp(f.subs(X, e).subs(N, n), force=True), (n, 1, sp.oo)).is_convergent()) for e in (-r, r)
    ]
    return right == f"{'[' if ends[0] else '('}-{r}, {r}{']' if ends[1] else ')'}"


def _determinant(task: str, right: str) -> bool:
    rows = value_of(task, {**truth.OPERATORS, "det": lambda each: sp.Matrix(each).det()})
    return same(rows, value_of(right))


def _taylor(task: str, right: str) -> bool | None:
    if "[" not in task:
        return truth.confirmed(task, right)
    f, h = value_of(_parts(task)[0]), sp.Symbol("h", real=True)
    along = f.subs({X: h * X, Y: h * Y}, simultaneous=True)
    return same(sum(sp.diff(along, h, k).subs(h, 0) / sp.factorial(k) for k in range(3)), value_of(right))


def _extrema(task: str, right: str) -> bool | None:
    """On an interval the greatest and least of many values; elsewhere stationary, and of the kind of its neighbours."""
    parts = _parts(task)
    if len(parts) == 4:
        f, low, high = sp.lambdify(X, value_of(parts[0])), float(parts[2]), float(parts[3])
        values = f(np.linspace(low, high, 20001))
        told = {each[0]: float(each[2]) for each in value_of(right)}
        return bool(abs(told["minimum"] - values.min()) < 1e-6 and abs(told["maximum"] - values.max()) < 1e-6)
    return truth.confirmed(task, right) and _kinds(parts, right)


def _kinds(parts: list[str], right: str) -> bool:
    names = value_of(parts[1]) if "[" in parts[1] else [X]
    f, random = sp.lambdify(names, value_of(parts[0])), Random(5)
    for kind, place, value in value_of(right):
        at = [float(each) for each in (place if isinstance(place, tuple) else (place,))]
        rises = [f(*(p + random.uniform(-0.02, 0.02) for p in at)) - float(value) for _ in range(400)]
        signs = {r > 0 for r in rises}
        if signs != {"minimum": {True}, "maximum": {False}, "saddle": {True, False}}[kind]:
            return False
    return True


def _shadow_price(task: str, right: str) -> bool:
    """The slope of the best value by the right side, the constraint put in."""
    f, (left, _) = value_of(_parts(task)[0]), _parts(task)[1].strip("[]").split(" = ")
    c = sp.Symbol("c", real=True)
    on_it = f.subs(X, sp.solve(value_of(left) - c, X)[0])
    best = on_it.subs(Y, sp.solve(on_it.diff(Y), Y)[0])
    return bool(sp.diff(best, c).subs(c, value_of(_parts(task)[1].strip("[]").split(" = ")[1])) == value_of(right))


def _kkt(task: str, right: str) -> bool:
    """No feasible one of many points is lower."""
    f, bound = sp.lambdify([X, Y], value_of(_parts(task)[0])), float(task.partition("<= ")[2].partition("]")[0])
    ((_, place, value),) = value_of(right)
    x, y = np.meshgrid(np.linspace(-12, 12, 961), np.linspace(-12, 12, 961))
    lowest = f(x, y)[x + y <= bound + 1e-9].min()
    return bool(f(*place) == value and sum(place) <= bound and lowest >= float(value) - 1e-9)


def _sign(values: Any) -> str:
    low, high = values.min(), values.max()
    if low < -1e-9 and high > 1e-9:
        return "indefinite"
    side = "positive" if high > 1e-9 else "negative"
    return f"{side}_{'semi' if min(abs(values)) < 1e-9 else ''}definite"


def _definiteness(task: str, right: str) -> bool:
    return _sign(np.linalg.eigvalsh(np.array(value_of(_parts(task)[0]), dtype=float))) == right


def _convexity(task: str, right: str) -> bool:
    bend = sp.hessian(value_of(_parts(task)[0]), [X, Y])
    kind = _sign(np.linalg.eigvalsh(np.array(bend.tolist(), dtype=float))).partition("_")[0]
    return right == {"positive": "convex", "negative": "concave", "indefinite": "neither"}[kind]


def _posterior(task: str, right: str) -> bool:
    """Likelihood times prior is a multiple of what is answered, at several points."""
    likelihood, prior = value_of(_parts(task)[0]), _parts(task)[1]
    p = NAMES["p"]
    ratio = likelihood * _beta(prior, p) / _beta(right, p)
    values = [ratio.subs(p, sp.Rational(k, 7)) for k in (1, 2, 4, 5)]
    return all(each == values[0] for each in values)


def _beta(text: str, p: Any) -> Any:
    a, b = (sp.Integer(each) for each in re.findall(r"\d+", text))
    return p ** (a - 1) * (1 - p) ** (b - 1)


def _divergence(task: str, right: str) -> bool:
    p, q = (value_of(each, truth.OPERATORS) for each in _parts(task)[1:])
    f = sp.lambdify(X, p[0] * sp.expand_log(sp.log(p[0] / q[0]), force=True), "mpmath")
    return _close(_number(f, [-30, 0, 5, 10, 40]), right)


def _entropy(task: str, right: str) -> bool:
    p, low, high = value_of(_parts(task)[1], truth.OPERATORS)
    return same(sp.integrate(-p * sp.log(p), (X, low, high)), value_of(right))


def _potential(task: str, right: str) -> bool | None:
    if right != "dne":
        return truth.confirmed(task, right)
    field, names = (value_of(each) for each in _parts(task))
    return bool(sp.simplify(truth.OPERATORS["curl"](field, names)) != 0)


OTHERWISE: dict[str, Callable[[str, str], bool | None]] = {
    "solve": _solutions, "limit": _limit, "int": _integral, "area": _area, "average": _average, "over": _over_a_disc,
    "converges": _converges, "radius": _radius, "convergence": _ends, "det": _determinant, "taylor": _taylor,
    "extrema": _extrema, "shadowprice": _shadow_price, "kkt": _kkt, "definiteness": _definiteness,
    "convexity": _convexity, "posterior": _posterior, "kl": _divergence, "entropy": _entropy, "potential": _potential,
}  # fmt: skip


def confirmed(task: str, right: str) -> bool | None:
    """Does a second method find the same answer?"""
    operator = task.partition("(")[0]
    if operator in OTHERWISE:
        return OTHERWISE[operator](task, right)
    if operator in truth.OPERATORS or operator in truth.OTHERWISE:
        return truth.confirmed(task, right)
    return _plain(task, right)


def coincides(asked: Asked, answer: str) -> bool:
    """Is the answer of a mistake the right one with these numbers? Words and intervals are compared as texts."""
    if WORD.fullmatch(asked.right) or WORD.fullmatch(answer):
        return asked.right == answer
    return truth.coincides(asked, answer)


def agree(task: str, answer: str, other: str) -> bool:
    """Are two answers of a task the same one? Antiderivatives are compared by their slopes, and by their constant."""
    if task.startswith(("matgrad(", "hessian(")) or WORD.fullmatch(answer) or WORD.fullmatch(other):
        return answer == other
    if task.startswith("int(") and task.count(",") == 1:
        x, (f, g) = NAMES[task[-2]], (value_of(each) for each in (answer, other))
        return f.has(NAMES["C"]) == g.has(NAMES["C"]) and same(sp.diff(f, x), sp.diff(g, x))
    return same_texts(answer, other)

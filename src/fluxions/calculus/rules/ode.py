"""First-order differential equations: separated, or made exact by an integrating factor, and fitted to a value."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    ZERO,
    Add,
    Diff,
    Div,
    E,
    Expr,
    Fn,
    Int,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Rel,
    Sym,
    exp,
)  # fmt: skip
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules.terms import factors_of, quotient
from fluxions.calculus.trees import free_of, mapped, nodes, substituted, symbols

SLOPE = Sym("the slope")  # y' while an equation is solved for it
Task = tuple[Expr, Sym, Sym, tuple[Expr, ...]]


def equation_of(node: Expr) -> tuple[Rel, Sym, Sym, tuple[Expr, ...]] | None:
    """The equation, the unknown, its variable, and a known value y(a) = b."""
    match node:
        case Operator("ode", (Rel("=") as equation, Sym() as y, Sym() as x, *known)) if len(known) <= 1:
            return equation, y, x, tuple(known)
    return None


def slope_of(node: Expr) -> Task | None:
    """F where the equation says y' = F(x, y) already."""
    parts = equation_of(node)
    if parts is None:
        return None
    equation, y, x, known = parts
    if equation.left == Diff(y, x) and not any(isinstance(each, Diff) for each in nodes(equation.right)):
        return equation.right, y, x, known
    return None


def isolated(node: Expr) -> Expr | Found | None:
    """a y' + b = 0 as y' = −b/a."""
    parts = equation_of(node)
    if parts is None or slope_of(node) is not None:
        return None
    equation, y, x, known = parts
    gap = mapped(equation.left - equation.right, lambda e: SLOPE if e == Diff(y, x) else e)
    if SLOPE.name not in symbols(gap) or any(isinstance(each, Diff) for each in nodes(gap)):
        return None
    rest, whole, twice = (tidied(substituted(gap, {SLOPE.name: Num(k)})) for k in (0, 1, 2))
    front = tidied(whole - rest)
    if agree(Add((twice, rest)), Mul((Num(2), whole))) != "agree" or front == ZERO:
        return None
    turned = Add(tuple(Neg(each) for each in rest.terms)) if isinstance(rest, Add) else Neg(rest)
    slope = tidied(turned if front == ONE else Div(turned, front))
    return Found(Operator("ode", (Rel("=", Diff(y, x), slope), y, x, *known)), (("y", y), ("u", slope)))


def constant_solution(node: Expr) -> Expr | Found | None:
    """Where F(x, b) = 0 for all x, the solution through y = b stays there."""
    task = slope_of(node)
    match task:
        case (f, y, _, (Rel("=", Fn(), b),)) if tidied(substituted(f, {y.name: b})) == ZERO:
            return Found(Rel("=", y, b), (("y", y), ("b", b)))
    return None


def integrated(node: Expr) -> Expr | Found | None:
    """y' = g(x): y is an integral of g."""
    match slope_of(node):
        case (g, y, x, known) if free_of(g, y):
            return Found(Operator("balanced", (Rel("=", y, Int(g, x)), y, x, *known)), (("g", g), ("y", y)))
    return None


def separated(node: Expr) -> Expr | Found | None:
    """y' = g(x)·h(y) with an h that may be 0: ∫ dy/h = ∫ g dx; the division loses constant solutions."""
    result = _separated(node)
    return result if result is not None and _may_vanish(dict(result.using)["h"]) else None


def _may_vanish(h: Expr) -> bool:
    return any(not (isinstance(each, Pow) and each.base == E) for each in factors_of(h)[1])


def separated_without_loss(node: Expr) -> Expr | Found | None:
    """y' = g(x)·h(y) with an h that is never 0."""
    return _separated(node)


def _separated(node: Expr) -> Found | None:
    task = slope_of(node)
    if task is None:
        return None
    f, y, x, known = task
    parts = _product(f, x, y)
    if parts is None:
        return None
    g, h = parts
    below = Pow(E, tidied(Neg(h.exponent))) if isinstance(h, Pow) and h.base == E else tidied(Div(ONE, h))
    equation = Rel("=", Int(below, y), Int(g, x))
    needs = () if not _may_vanish(h) else (Condition(Rel("!=", h, ZERO), "assumed"),)
    return Found(Operator("balanced", (equation, y, x, *known)), (("g", g), ("h", h), ("y", y)), needs)


def _product(f: Expr, x: Sym, y: Sym) -> tuple[Expr, Expr] | None:
    """(g, h) where f is g(x)·h(y), read off its factors, or else off its values at one point."""
    sign, above, below = factors_of(f)
    if all(free_of(each, x) or free_of(each, y) for each in (*above, *below)):
        ours = [[each for each in side if not free_of(each, y)] for side in (above, below)]
        theirs = [[each for each in side if free_of(each, y)] for side in (above, below)]
        g, h = tidied(quotient(*theirs)), quotient(*ours)
        return (g if sign > 0 else tidied(Neg(g))), h
    for a in (ONE, Num(2), ZERO):
        for b in (ONE, Num(2), ZERO, Num(-1)):
            at_b = tidied(substituted(f, {y.name: b}))
            front = tidied(substituted(at_b, {x.name: a}))
            if front == ZERO or (symbols(front) and agree(front, ZERO) != "differ"):
                continue
            h = tidied(Div(substituted(f, {x.name: a}), front))
            if agree(f, Mul((at_b, h))) == "agree":
                return at_b, h
    return None


def weighted(node: Expr) -> Expr | Found | None:
    """y' + p(x)·y = q(x), with neither p nor q zero: first ∫ p dx for the integrating factor."""
    parts = equation_of(node)
    if parts is None:
        return None
    equation, y, x, known = parts
    gap = mapped(equation.left - equation.right, lambda e: SLOPE if e == Diff(y, x) else e)
    if SLOPE.name not in symbols(gap) or any(isinstance(each, Diff) for each in nodes(gap)):
        return None
    rest, front, height, far = (
        tidied(substituted(gap, {SLOPE.name: Num(s), y.name: Num(t)})) for s, t in ((0, 0), (1, 0), (0, 1), (2, 3))
    )
    a, b = tidied(front - rest), tidied(height - rest)
    p, q = tidied(Div(b, a)), tidied(Neg(Div(rest, a)))
    if ZERO in (a, p, q) or agree(far, Add((rest, Mul((Num(2), a)), Mul((Num(3), b))))) != "agree":
        return None
    if _product(tidied(Add((q, Neg(Mul((p, y)))))), x, y) is not None:
        return None  # separable: that is shorter
    return Found(Operator("weighted", (p, q, Int(p, x), y, x, *known)), (("p", p), ("q", q), ("y", y)))


def by_the_factor(node: Expr) -> Expr | Found | None:
    """μ = e^∫p makes the left side (μy)': so μy = ∫ μq dx."""
    match node:
        case Operator("weighted", (_, q, big, Sym() as y, Sym() as x, *known)):
            factor = exponential(big)
            left = tidied(Mul((factor, y)))
            right = Int(tidied(Mul((factor, q))), x)
            return Found(Operator("balanced", (Rel("=", left, right), y, x, *known)), (("m", factor), ("y", y)))
    return None


def exponential(u: Expr) -> Expr:
    """eᵘ, where k·ln|v| in u becomes a factor vᵏ (its sign is one of the constant)."""
    powers: list[Expr] = []
    left: list[Expr] = []
    for term in u.terms if isinstance(u, Add) else (u,):
        found = log_term(term)
        if found is None:
            left.append(term)
        else:
            powers.append(tidied(Pow(found[1], found[0])) if found[0] != ONE else found[1])
    rest = [exp(tidied(left[0] if len(left) == 1 else Add(tuple(left))))] if left else []
    return tidied(quotient([*powers, *rest], []))


def log_term(term: Expr) -> tuple[Expr, Expr] | None:
    """(k, v) where a term is k·ln|v|."""
    sign, above, below = factors_of(term)
    logs = [each for each in above if isinstance(each, Fn) and each.name == "ln"]
    if len(logs) != 1:
        return None
    inside = logs[0].args[0]
    v = inside.args[0] if isinstance(inside, Fn) and inside.name == "abs" else inside
    k = tidied(quotient([each for each in above if each is not logs[0]], below))
    return (k if sign > 0 else tidied(Neg(k))), v


SEPARABLE, LINEAR = "separable-odes", "linear-first-order-odes"
ODE = (
    Rule("constant-solution", SEPARABLE, "At ${y} = {b}$ the slope is always 0, so the solution stays there.",
         constant_solution, "a constant solution", early=True),
    Rule("integrating-factor", LINEAR, "Linear in ${y}$: ${y}' + p {y} = q$ with $p = {p}$ and $q = {q}$. Integrate "
         "$p$ for the factor.", weighted, "the integrating factor", early=True),
    Rule("slope-alone", SEPARABLE, "Solve the equation for the slope of ${y}$: it is ${u}$.", isolated,
         "the equation solved for the slope", early=True),
    Rule("slope-integrated", SEPARABLE, "The slope ${g}$ does not depend on ${y}$: integrate it.", integrated,
         "the slope integrated", early=True),
    Rule("separation", SEPARABLE, "Divide by ${h}$, so that all that holds ${y}$ stands on one side and ${g}$ on "
         "the other, and integrate both sides. The division loses the constant solutions where ${h}$ is 0.", separated,
         "separation of variables", early=True),
    Rule("separation-without-loss", SEPARABLE, "Divide by ${h}$, which is never 0: all that holds ${y}$ stands on "
         "one side, ${g}$ on the other. Integrate both sides.", separated_without_loss,
         "separation of variables where nothing is lost",
         early=True),
)  # fmt: skip

"""Dirichlet's integral of sin(ax)/x from 0 to ∞, by a parameter that damps it."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.coefficients import coefficient
from fluxions.calculus.expr import INF, ONE, TWO, ZERO, Add, Div, Expr, Fn, Int, Mul, Num, Pow, Rel, Sym, fn
from fluxions.calculus.rules.definite.gaussian import fresh
from fluxions.calculus.rules.definite.powers import coefficients


def damped(node: Expr) -> Expr | Found | None:
    """∫ c sin(x)/x dx from 0 to ∞ is c ∫ 1/(s² + 1) ds from 0 to ∞."""
    match node:
        case Int(f, x, low, high) if low == ZERO and high == INF:
            number, a = _wave_over_x(f, x) or (ONE, ZERO)
            if a != ONE:
                return None
            s, wave = fresh(node, "s", "t", "u", "v"), fn("sin", x)
            slope = Div(ONE, Add((Pow(s, TWO), ONE)))
            whole = Int(slope, s, ZERO, INF)
            used = (("f", Div(wave, x)), ("g", slope), ("s", s), ("x", x), ("w", wave))
            return Found(whole if number == ONE else Mul((number, whole)), used)
    return None


def scaled(node: Expr) -> Expr | Found | None:
    """∫ c sin(ax)/(dx) dx from 0 to ∞ is c/d ∫ sin(t)/t dt from 0 to ∞, for a > 0."""
    match node:
        case Int(f, x, low, high) if low == ZERO and high == INF:
            number, a = _wave_over_x(f, x) or (ONE, ONE)
            if a == ONE:
                return None
            t = fresh(node, "t", "u", "v", "w")
            whole = Int(Div(fn("sin", t), t), t, ZERO, INF)
            needed = () if isinstance(a, Num) else (Condition(Rel(">", a, ZERO), "assumed"),)
            used = (("t", t), ("a", Mul((a, x))), ("x", x))
            return Found(whole if number == ONE else Mul((number, whole)), used, needed)
    return None


def _wave_over_x(f: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    """(c, a) of c·sin(ax)/x with numbers c and an a that is no negative number."""
    number, rest = coefficient(f)
    match rest:
        case Div(Fn("sin", (angle,)), bottom):
            below, base = coefficient(bottom)
            known = coefficients(angle, x)
            a = known[1] if known is not None and set(known) == {1} else None
            if base == x and a is not None and coefficient(a)[0] > 0:
                return Num(number / below), a
    return None


RULES = (
    Rule("wave-over-x-scaled", "u-substitution",
         "With ${t} = {a}$ the quotient $\\mathrm{d}{x}/{x}$ becomes $\\mathrm{d}{t}/{t}$, and the bounds "
         "stay.", scaled, "a scaling of the variable"),
    Rule("laplace-parameter", "improper-integrals",
         "Damp it with a parameter: $F({s}) = \\int_0^\\infty e^{-{s}{x}}\\,{f}\\,\\mathrm{d}{x}$ has the slope "
         "$-\\int_0^\\infty e^{-{s}{x}}\\,{w}\\,\\mathrm{d}{x} = -{g}$ and falls to 0, so $F(0)$ is the integral of "
         "${g}$ from 0 to $\\infty$.", damped, "a parameter that damps"),
)  # fmt: skip

"""Undetermined forms and what breaks them: L'Hôpital, a product as a quotient, a power as an exponential, a squeeze."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.expansion import expanded
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    ZERO,
    Add,
    Diff,
    Div,
    Expr,
    Fn,
    Limit,
    Mul,
    Neg,
    Num,
    Pow,
    Rel,
    Root,
    Sym,
    exp,
    fn,
)  # fmt: skip
from fluxions.calculus.rules import conjugates
from fluxions.calculus.rules.conjugates import undetermined
from fluxions.calculus.rules.limits import has_kinks
from fluxions.calculus.rules.limits_standard import small
from fluxions.calculus.rules.tendency import Way, ends_at, is_zero, side_of, toward, way
from fluxions.calculus.trees import free_of, symbols


def _again(node: Expr, f: Expr) -> Expr:
    return node.rebuilt((f, *node.children[1:]))


def lhopital(node: Expr) -> Expr | Found | None:
    """lim f/g = lim f'/g' for 0/0 or ∞/∞, if the right side exists and g' is not zero near the point."""
    match node:
        case Limit(Div(f, g), x, a):
            on = way(node)
            above, below = ends_at(f, on), ends_at(g, on)
            if above is None or below is None or free_of(g, x) or free_of(f, x) or has_kinks(node.arg):
                return None
            ends = above.as_expr, below.as_expr
            zero = all(each.value is not None and is_zero(each.value) for each in (above, below))
            if not zero and not (above.infinite and below.infinite):
                return None
            ends = (ZERO, ZERO) if zero else ends
            provided = tuple(
                Condition(Rel("=", Limit(each, x, a, node.side), end), "numeric")
                for each, end in zip((f, g), ends, strict=True) if end is not None
            )  # fmt: skip
            if not slope_keeps_off_zero(g, on):
                return None
            flat = Condition(Rel("!=", Diff(g, x), ZERO), "numeric")
            opened = _again(node, Div(Diff(f, x), Diff(g, x)))
            return Found(
                opened, (("f", f), ("g", g), ("u", ends[0] or ZERO), ("v", ends[1] or ZERO)), (*provided, flat)
            )
    return None


def slope_keeps_off_zero(g: Expr, on: Way) -> bool:
    """Has g' one sign on each side of the point, as far as it is tried?"""
    ways = (on,) if on.side or on.at_infinity else (Way(on.x, on.point, "-"), Way(on.x, on.point, "+"))
    return all(side_of(Diff(g, on.x), each) != 0 for each in ways) or bool(symbols(g) - {on.x.name})


def power_of_one_plus(node: Expr) -> Expr | Found | None:
    """(1 + u)ᵛ for u → 0 and v → ±∞ goes to e to the power lim u·v."""
    match node:
        case Limit(Pow(base, v), x, a) if not free_of(base, x) and not free_of(v, x):
            u = tidied(Add((base, Num(-1))))
            far = toward(v, way(node))
            if small(u, way(node)) and far is not None and far.infinite:
                t = _fresh("t", node)
                inner = Limit(tidied(Mul((v, u))), x, a, node.side)
                return Found(Limit(exp(t), t, inner), (("u", u), ("v", v)))
    return None


def power_as_exponential(node: Expr) -> Expr | Found | None:
    """fᵍ = e^(g ln f), and the exponential is continuous: the limit moves into the exponent."""
    match node:
        case Limit(Pow(f, g), x, a) if not free_of(f, x) and not free_of(g, x) and toward(node.arg, way(node)) is None:
            t = _fresh("t", node)
            return Found(Limit(exp(t), t, Limit(Mul((g, fn("ln", f))), x, a, node.side)), (("f", f), ("g", g)))
    return None


def limit_inside(node: Expr) -> Expr | Found | None:
    """lim F(u) = F(lim u) for a continuous F."""
    match node:
        case Limit(f, x, a) if toward(f, way(node)) is None:
            t = _fresh("t", node)
            match f:
                case Fn(_, (u,)) if u != x:
                    outer: Expr = f.rebuilt((t,))
                case Root(u, n) if free_of(n, x):
                    outer = Root(t, n)
                case Pow(u, n) if free_of(n, x) and u != x:
                    outer = Pow(t, n)
                case Pow(base, u) if free_of(base, x):
                    outer = Pow(base, t)
                case _:
                    return None
            return Found(Limit(outer, t, Limit(u, x, a, node.side)), (("f", outer), ("u", u)))
    return None


def _fresh(name: str, node: Expr) -> Sym:
    return Sym(
        next(each for each in (name, "u", "w", "s") if each not in symbols(node) and each != str(node.children[1]))
    )


def one_fraction(node: Expr) -> Expr | Found | None:
    """A sum of fractions over one denominator, where infinities stand against each other."""
    match node:
        case Limit(Add((first, second)), x, _) if undetermined(node):
            (p, q), (r, s) = _fraction(first), _fraction(second)
            if q == s == ONE or (free_of(q, x) and free_of(s, x)):
                return None
            if q == s:
                return Found(_again(node, Div(_plus(p, r), q)), (("q", q),))
            top = _plus(p if s == ONE else Mul((p, s)), r if q == ONE else Mul((r, q)))
            flat = expanded(top)
            under = q if s == ONE else s if q == ONE else Mul((q, s))
            return Found(_again(node, Div(tidied(top if flat is None else flat), under)), (("q", under),))
    return None


def _plus(a: Expr, b: Expr) -> Expr:
    return Add((a, b))


def _fraction(e: Expr) -> tuple[Expr, Expr]:
    match e:
        case Neg(u):
            top, bottom = _fraction(u)
            return Neg(top), bottom
        case Div(u, v):
            return u, v
    return e, ONE


def logarithm_of_quotient(node: Expr) -> Expr | Found | None:
    """ln u − ln v = ln(u/v), where two infinities stand against each other."""
    match node:
        case Limit(Add((Fn("ln", (u,)), Neg(Fn("ln", (v,)))))) if undetermined(node):
            return Found(_again(node, fn("ln", Div(u, v))), (("u", u), ("v", v)))
    return None


def under_one_logarithm(node: Expr) -> Expr | Found | None:
    """ln f − g = ln(f·e⁻ᵍ), multiplied out, where infinities stand against each other; softplus(u) is ln(1 + eᵘ)."""
    match node:
        case Limit(Add((Fn("ln" | "softplus") as first, Neg(g))), x) if undetermined(node) and not free_of(g, x):
            inside = first.args[0] if first.name == "ln" else Add((ONE, exp(first.args[0])))
            terms = inside.terms if isinstance(inside, Add) else (inside,)
            gathered = tidied(Add(tuple(Mul((each, exp(Neg(g)))) for each in terms)))
            return Found(_again(node, fn("ln", gathered)), (("v", g), ("w", fn("ln", gathered))))
    return None


def _null_and_large(node: Expr) -> tuple[list[Expr], list[Expr], Limit] | None:
    """The factors of a product 0·∞ that go to zero (or to a number), and those that go beyond all bounds."""
    if not isinstance(node, Limit) or not isinstance(node.arg, Mul) or not undetermined(node):
        return None
    large: list[Expr] = []
    null: list[Expr] = []
    for each in node.arg.factors:
        found = ends_at(each, way(node))
        if found is None or found.swings:
            return None
        (large if found.infinite else null).append(each)
    return (null, large, node) if null and large else None


def _times(factors: list[Expr]) -> Expr:
    return factors[0] if len(factors) == 1 else Mul(tuple(factors))


def over_reciprocal_of_null(node: Expr) -> Expr | Found | None:
    """A product 0·∞ as the quotient ∞/∞: u·v = v/(1/u)."""
    parts = _null_and_large(node)
    if parts is None:
        return None
    null, large, limit = parts
    u, v = _times(null), _times(large)
    return Found(_again(limit, Div(v, tidied(Div(ONE, u)))), (("u", u), ("v", v)))


def over_reciprocal_of_large(node: Expr) -> Expr | Found | None:
    """A product 0·∞ as the quotient 0/0: u·v = u/(1/v)."""
    parts = _null_and_large(node)
    if parts is None:
        return None
    null, large, limit = parts
    u, v = _times(null), _times(large)
    return Found(_again(limit, Div(u, tidied(Div(ONE, v)))), (("u", v), ("v", u)))


SKILL, GROWTH, HOPITAL, ALGEBRA = (
    "limit-algebraic", "limits-infinity-growth", "lhopital-rule", "algebraic-manipulation",
)  # fmt: skip
FORMS = (
    *conjugates.RULES,
    Rule("one-fraction-first", ALGEBRA, "Two infinities stand against each other: write one fraction over ${q}$.",
         one_fraction, "one fraction"),
    Rule("logarithm-of-quotient", "exponentials-logarithms", "A difference of logarithms is the logarithm of the "
         "quotient: $\\ln({u}) - \\ln({v})$.", logarithm_of_quotient, "the logarithm of a quotient"),
    Rule("under-one-logarithm", "exponentials-logarithms", "Write ${v}$ as $\\ln(\\mathrm{e}^{{v}})$ and put both "
         "under one logarithm: ${w}$.", under_one_logarithm, "one logarithm for both"),
    Rule("power-of-one-plus", SKILL, "$(1 + u)^{1/u}$ goes to $\\mathrm{e}$ as $u = {u}$ goes to 0; the exponent "
         "${v}$ leaves the power $u \\cdot {v}$ of it.", power_of_one_plus, "the limit that defines e"),
    Rule("power-as-exponential", "exponentials-logarithms", "Write the power as $\\mathrm{e}$ to the power ${g} "
         "\\cdot \\ln({f})$; the exponential is continuous, so look at the exponent.", power_as_exponential,
         "a power as an exponential"),
    Rule("limit-inside", SKILL, "The outer function ${f}$ is continuous: take the limit of ${u}$ first.", limit_inside,
         "the limit of a composition"),
    Rule("product-over-small", SKILL, "A product $0 \\cdot \\infty$: write it as a quotient by moving ${u}$ below "
         "the line.", over_reciprocal_of_null, "a product as a quotient"),
    Rule("product-over-large", SKILL, "A product $0 \\cdot \\infty$: write it as a quotient by moving ${u}$ below "
         "the line.", over_reciprocal_of_large, "a product as a quotient of small things"),
    Rule("lhopital", HOPITAL, "Numerator and denominator go to ${u}$ and ${v}$: differentiate both, and take the "
         "limit of that quotient, if it exists.", lhopital, "L'Hôpital's rule", cost=2),
)  # fmt: skip
RULES = FORMS

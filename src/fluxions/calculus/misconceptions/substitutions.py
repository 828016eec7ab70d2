"""Wrong ways with an inside, with products, quotients and parts in integrals."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Misconception, found
from fluxions.calculus.expr import (
    ONE,
    Add,
    At,
    Diff,
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
from fluxions.calculus.misconceptions.everywhere import in_every_term
from fluxions.calculus.misconceptions.integrals import logarithm_of_any_bottom
from fluxions.calculus.rules.integration.integrand import fresh
from fluxions.calculus.rules.integration.parts import by_parts, tabular
from fluxions.calculus.rules.integration.sight import at_sight
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.trees import free_of

CIRCLE = frozenset("sin cos tan cot sec csc".split())


def inside_of(f: Expr, x: Sym) -> tuple[Expr, Sym, Expr] | None:
    """(g, u, v) with f = g(u) at u = v, where v is more than x."""
    u = fresh(f, x)
    match f:
        case Fn(name, (v,)):
            outer: Expr = Fn(name, (u,))
        case Pow(a, v) if free_of(a, x):
            outer = Pow(a, u)
        case Pow(v, n) if free_of(n, x):
            outer = Pow(u, n)
        case Root(v, n):
            outer = Root(u, n)
        case Div(top, below) if free_of(top, x):
            deeper = inside_of(below, x) if not isinstance(below, Add) else (u, u, below)
            return None if deeper is None else (Div(top, deeper[0]), deeper[1], deeper[2])
        case _:
            return None
    return None if v == x or free_of(v, x) else (outer, u, v)


def _undone(f: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    """(G at v, v): the outer function integrated as if v were the variable; sin² is another mistake."""
    seen = inside_of(f, x)
    if seen is None or (isinstance(seen[2], Fn) and seen[2].name in CIRCLE):
        return None
    g, u, v = seen
    return At(Int(g, u), u, v), v


def inner_slope_not_divided(goal: Expr) -> Expr | None:
    """∫ g(v) dx taken for G(v): the slope of v is not seen to."""
    match goal:
        case Int(f, x, None) if (seen := _undone(f, x)) is not None and not _shift(seen[1], x):
            return None if _is_reciprocal(seen[0]) and logarithm_of_any_bottom(goal) is not None else seen[0]
    return None


def _is_reciprocal(undone: Expr) -> bool:
    """Is it the logarithm of an inside, G at v for g(u) = c/u?"""
    match undone:
        case At(Int(Div(_, below), u)):
            return below == u
    return False


def _shift(v: Expr, x: Sym) -> bool:
    """Is v = x + b, whose slope is 1?"""
    known = coefficients(v, x)
    return known is not None and set(known) - {0} == {1} and known[1] == ONE


def inner_slope_multiplied(goal: Expr) -> Expr | None:
    """∫ g(v) dx taken for v'·G(v)."""
    match goal:
        case Int(f, x, None) if (seen := _undone(f, x)) is not None and not _shift(seen[1], x):
            return Mul((Diff(seen[1], x), seen[0]))
    return None


def changing_slope_divided(goal: Expr) -> Expr | None:
    """∫ g(v) dx taken for G(v)/v', though v' is not constant."""
    match goal:
        case Int(f, x, None) if (seen := _undone(f, x)) is not None:
            known = coefficients(seen[1], x)
            if known is None or max(known) > 1:
                return Div(seen[0], Diff(seen[1], x))
    return None


def wave_power_raised(goal: Expr) -> Expr | None:
    """∫ sinⁿ v dx taken for sinⁿ⁺¹ v/(n + 1)."""
    match goal:
        case Int(Pow(Fn(name) as wave, Num(n)), _, None) if name in CIRCLE and n > 1:
            return Div(Pow(wave, Num(n + 1)), Num(n + 1))
    return None


def _beside_du(goal: Expr) -> tuple[Expr, Expr, Num, Sym] | None:
    """(∫ g(v) dv, v, k, x) of a goal ∫ k v' g(v) dx with a number k that is not 1."""
    match goal:
        case Int(Mul() | Div() as f, x, None):
            for part, rest in _apart(f, x):
                seen = _undone(part, x)
                k = None if seen is None else _multiple(rest, seen[1], x)
                if seen is not None and k is not None and k != ONE:
                    return *seen, k, x
    return None


def factor_of_du_lost(goal: Expr) -> Expr | None:
    """∫ k v' g(v) dx taken for ∫ g(v) dv: the number k is dropped."""
    match _beside_du(goal):
        case (whole, _, _, _):
            return whole
    return None


def factor_of_du_turned(goal: Expr) -> Expr | None:
    """∫ k v' g(v) dx taken for 1/k ∫ g(v) dv."""
    match _beside_du(goal):
        case (whole, _, k, _):
            return Div(whole, k)
    return None


def exponent_of_du_lost(goal: Expr) -> Expr | None:
    """dv of v = c xⁿ + d taken for c xⁿ⁻¹ dx: ∫ k v' g(v) dx becomes n k ∫ g(v) dv."""
    match _beside_du(goal):
        case (whole, v, k, x) if (n := _degree(v, x)) > 1:
            return Mul((Num(n), k, whole))
    return None


def coefficient_of_du_lost(goal: Expr) -> Expr | None:
    """dv of v = c xⁿ + d taken for n xⁿ⁻¹ dx: ∫ k v' g(v) dx becomes c k ∫ g(v) dv."""
    match _beside_du(goal):
        case (whole, v, k, x) if (n := _degree(v, x)) > 1:
            c = (coefficients(v, x) or {})[n]
            return None if c == ONE else Mul((c, k, whole))
    return None


def _degree(v: Expr, x: Sym) -> int:
    known = coefficients(v, x)
    return 0 if known is None else max(known)


def _apart(f: Expr, x: Sym) -> list[tuple[Expr, Expr]]:
    """Each moving factor of f, with the others."""
    match f:
        case Mul(factors):
            return [(each, _product([*factors[:i], *factors[i + 1 :]])) for i, each in enumerate(factors)]
        case Div(top, below) if not free_of(top, x):
            return [(Div(ONE, below), top)]
    return []


def _product(factors: list[Expr]) -> Expr:
    return factors[0] if len(factors) == 1 else Mul(tuple(factors))


def _multiple(rest: Expr, v: Expr, x: Sym) -> Num | None:
    """k where a factor is k v', for a polynomial v."""
    ours, inner = coefficients(rest, x), coefficients(v, x)
    if ours is None or inner is None:
        return None
    slopes = {n - 1: c.value * n for n, c in inner.items() if n and isinstance(c, Num)}
    numbers = {n: c.value for n, c in ours.items() if isinstance(c, Num)}
    if not slopes or set(slopes) != set(ours) or set(numbers) != set(ours) or 0 in slopes.values():
        return None
    ratios = {numbers[n] / slopes[n] for n in slopes}
    return Num(ratios.pop()) if len(ratios) == 1 else None


def product_of_antiderivatives(goal: Expr) -> Expr | None:
    """∫ f g dx taken for ∫ f dx · ∫ g dx."""
    match goal:
        case Int(Mul(factors), x, None):
            fixed = (each for each in factors if free_of(each, x))
            moving = [each for each in factors if not free_of(each, x)]
            if len(moving) == 2:
                parts = [_made_of(each, x) for each in moving]
                return None if None in parts else Mul((*fixed, *(each for each in parts if each is not None)))
    return None


def _made_of(factor: Expr, x: Sym) -> Expr | None:
    """What such people put for the integral of a factor: the derivative of a logarithm, G(v)/v' for g(v)."""
    if at_sight(factor, x):
        return Int(factor, x)
    match factor:
        case Fn("ln"):
            return Diff(factor, x)
        case Pow(Fn(name) as wave, Num(n)) if name in CIRCLE:
            return Div(Pow(wave, Num(n + 1)), Num(n + 1))
    seen = _undone(factor, x)
    return None if seen is None else Div(seen[0], Diff(seen[1], x))


def quotient_of_antiderivatives(goal: Expr) -> Expr | None:
    """∫ f/g dx taken for ∫ f dx / ∫ g dx."""
    match goal:
        case Int(Div(top, below), x, None) if not free_of(top, x) and not free_of(below, x):
            seen = (at_sight(top, x) or coefficients(top, x)) and (at_sight(below, x) or coefficients(below, x))
            return Div(Int(top, x), Int(below, x)) if seen else None
    return None


def parts_of(goal: Expr) -> dict[str, Expr] | None:
    """u, v' (named w), v and u' of the integration by parts that fits the goal."""
    if not isinstance(goal, Int) or goal.arg.stands or tabular(goal) is not None:
        return None
    result = found(by_parts(goal))
    return None if result is None else dict(result.using)


def parts_with_plus(goal: Expr) -> Expr | None:
    """∫ u v' dx taken for u v + ∫ u' v dx, for the logarithm too."""
    match goal:
        case Int(Fn("ln", (u,)) as f, x, None) if u == x:
            return Add((Mul((x, f)), x))
    match goal, parts_of(goal):
        case Int(_, x), {"u": u, "v": v, "du": du}:
            return Add((Mul((u, v)), Int(_of(du, v), x)))
    return None


def parts_without_integral(goal: Expr) -> Expr | None:
    """∫ u v' dx taken for u v."""
    match parts_of(goal):
        case {"u": u, "v": v}:
            return Mul((u, v))
    return None


def parts_all_differentiated(goal: Expr) -> Expr | None:
    """∫ u v' dx taken for u v − ∫ u' v' dx."""
    match goal, parts_of(goal):
        case Int(_, x), {"u": u, "v": v, "du": du, "w": w}:
            return Add((Mul((u, v)), Neg(Int(_of(du, w), x))))
    return None


def parts_boundary_lost(goal: Expr) -> Expr | None:
    """∫ u v' dx taken for −∫ u' v dx: the product u v is missing."""
    match goal, parts_of(goal):
        case Int(_, x), {"v": v, "du": du}:
            return Neg(Int(_of(du, v), x))
    return None


def _of(a: Expr, b: Expr) -> Expr:
    return b if a == ONE else a if b == ONE else Mul((a, b))


def second_minus_lost(goal: Expr) -> Expr | None:
    """The columns of repeated parts with the signs +, −, −, …: the second pass loses its minus."""
    match found(tabular(goal)):
        case Found(Add((first, second, *later))) if later:
            return Add((first, second, *(each if isinstance(each, Neg) else Neg(each) for each in later)))
    return None


def last_pass_left_out(goal: Expr) -> Expr | None:
    """The columns of repeated parts without the last product."""
    match found(tabular(goal)):
        case Found(Add((first, *others))) if len(others) > 1:
            return Add((first, *others[:-1]))
    return None


def columns_without_signs(goal: Expr) -> Expr | None:
    """The columns of repeated parts all added."""
    match found(tabular(goal)):
        case Found(Add(terms)):
            return Add(tuple(each.arg if isinstance(each, Neg) else each for each in terms))
    return None


INSIDE, PARTS = "u-substitution", "integration-by-parts"
MISCONCEPTIONS = (
    Misconception("inner-slope-not-divided", INSIDE,
        "You integrated the outside and left the slope of the inside alone. Replace $dx$ too: for $u = a x + b$ it is "
        "$du/a$.",
        in_every_term(inner_slope_not_divided), "The slope of the inside is missing", ("int(e^(3x), x)", "e^(3x)")),
    Misconception("inner-slope-multiplied", INSIDE,
        "You multiplied by the slope of the inside. Differentiating multiplies by it, so integrating divides by it.",
        in_every_term(inner_slope_multiplied), "Multiplied by the slope of the inside",
        ("int(e^(3x), x)", "3e^(3x)")),
    Misconception("changing-slope-divided", INSIDE,
        "You divided by the slope of the inside, which itself contains the variable. That works for a constant slope "
        "only: multiply out, or look for the slope as a factor.",
        changing_slope_divided, "Divided by a slope that changes", ("int((x^2 + 1)^2, x)", "(x^2 + 1)^3/(6x)")),
    Misconception("wave-power-raised", "trig-integrals",
        "You raised the power of the sine or cosine as if it were $x$. Rewrite the square with the double angle, or "
        "keep one factor as the derivative of the inside.",
        wave_power_raised, "The power rule for a power of a wave", ("int(sin(x)^2, x)", "sin(x)^3/3")),
    Misconception("factor-of-du-lost", INSIDE,
        "You replaced the factor by $du$ without its number. Compare it with the derivative of the inside: what is "
        "left over stays in front.",
        factor_of_du_lost, "The number beside du is missing", ("int(x*cos(x^2), x)", "sin(x^2)")),
    Misconception("factor-of-du-turned", INSIDE,
        "You multiplied by the number that belongs to $du$. For $du = a\\,x\\,dx$ what stands there is $du/a$: divide "
        "by it.",
        factor_of_du_turned, "The number beside du is upside down", ("int(x*cos(x^2), x)", "2sin(x^2)")),
    Misconception("exponent-of-du-lost", INSIDE,
        "You left the exponent out of $du$. The derivative of $c\\,x^n$ is $c\\,n\\,x^{n-1}$: the exponent belongs "
        "to it.",
        exponent_of_du_lost, "The exponent is missing in du", ("int(x*cos(3x^2), x)", "sin(3x^2)/3")),
    Misconception("coefficient-of-du-lost", INSIDE,
        "You left the factor of the inside out of $du$. The derivative of $c\\,x^n$ is $c\\,n\\,x^{n-1}$: $c$ belongs "
        "to it.",
        coefficient_of_du_lost, "The factor of the inside is missing in du", ("int(x*cos(3x^2), x)", "sin(3x^2)/2")),
    Misconception("product-of-antiderivatives", "integration-strategy",
        "You integrated both factors and multiplied. A product has no such rule: differentiate your answer, then try "
        "a substitution or parts.",
        product_of_antiderivatives, "A product of antiderivatives", ("int(x*e^x, x)", "x^2*e^x/2")),
    Misconception("quotient-of-antiderivatives", "integration-strategy",
        "You integrated above and below the line separately. A quotient has no such rule: split it, substitute, or "
        "use partial fractions.",
        quotient_of_antiderivatives, "A quotient of antiderivatives", ("int(x/(x^2 + 1), x)", "x^2/2/(x^3/3 + x)")),
    Misconception("parts-with-plus", PARTS,
        "You added the second integral. Parts comes from the product rule solved for one term: "
        "$\\int u v'\\,dx = uv - \\int u'v\\,dx$.",
        parts_with_plus, "A plus in integration by parts", ("int(x*e^x, x)", "x*e^x + e^x")),
    Misconception("parts-integral-left-out", PARTS,
        "You stopped at $uv$. One integral is left to do: subtract $\\int u'v\\,dx$.",
        parts_without_integral, "The second integral is missing", ("int(x*e^x, x)", "x*e^x")),
    Misconception("parts-all-differentiated", PARTS,
        "You put $u'v'$ under the second integral. One factor is differentiated, the other is integrated: it is "
        "$u'v$.",
        parts_all_differentiated, "Both factors differentiated in the second integral",
        ("int(x*sin(x), x)", "-x*cos(x) + cos(x)")),
    Misconception("parts-boundary-lost", PARTS,
        "You kept the second integral alone. The product $uv$ belongs in front of it.",
        parts_boundary_lost, "The product in front is missing", ("int(x*e^x, x)", "-e^x")),
    Misconception("parts-second-minus-lost", PARTS,
        "You lost the minus sign in the second pass. It subtracts a difference: the signs alternate, $+,-,+$.",
        second_minus_lost, "The minus of the second pass", ("int(x^2*e^x, x)", "x^2*e^x - 2x*e^x - 2e^x")),
    Misconception("parts-last-pass-left-out", PARTS,
        "You stopped one pass too early. The last integral is still to be done: carry on until nothing is left under "
        "it.",
        last_pass_left_out, "The last pass of parts is missing", ("int(x^2*e^x, x)", "x^2*e^x - 2x*e^x")),
    Misconception("parts-signs-all-plus", PARTS,
        "You added all the products. Every pass of parts subtracts: the signs alternate, $+,-,+$.",
        columns_without_signs, "Repeated parts without signs", ("int(x^2*e^x, x)", "x^2*e^x + 2x*e^x + 2e^x")),
)  # fmt: skip

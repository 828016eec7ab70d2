"""Wrong ways to integrals over regions: polar factors, exchanged orders, products, and changes of variables."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.rule import Found, Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import PI, TWO, Add, Diff, Div, Expr, Fn, Int, Mul, Neg, Operator, Pow, Sym, Vector, fn
from fluxions.calculus.rules.multiple.coordinates import (
    changed_variables,
    cylindrical,
    polar,
    round_bounds,
    spherical,
    variables_of,
)
from fluxions.calculus.trees import free_of, mapped, substituted, symbols


def _round(goal: Expr) -> tuple[Int, dict[str, Expr]] | None:
    """The iterated integral in polar or cylindrical coordinates that the goal becomes, and its names."""
    for rule in (polar, round_bounds, cylindrical):
        match found(rule(goal)):
            case Found(Int() as whole, using):
                return whole, dict(using)
    return None


def radius_lost(goal: Expr) -> Expr | None:
    """dA taken for dr dθ: the factor r is missing."""
    match _round(goal):
        case (whole, {"r": r}):
            return _innermost(whole, lambda f: tidied(Div(f, r)))
    return None


def _innermost(whole: Int, change: Callable[[Expr], Expr]) -> Int:
    """An iterated integral with its integrand changed."""
    f = whole.arg
    return Int(_innermost(f, change) if isinstance(f, Int) else change(f), whole.variable, whole.low, whole.high)


def radius_not_squared(goal: Expr) -> Expr | None:
    """x² + y² taken for r instead of r²."""
    match goal, _round(goal):
        case (Operator("over", (f, places, *_)), (whole, {"r": r})) if len(variables_of(places)) == 2:
            x, y = variables_of(places)
        case (Int(Int(f, y, _, _), x, _, _), (whole, {"r": r})):
            pass
        case _:
            return None
    flat = tidied(mapped(f, lambda e: _flattened(e, x, y, r)))
    if flat == f or symbols(flat) & {x.name, y.name}:
        return None
    return _innermost(whole, lambda _: tidied(Mul((flat, r))))


def _flattened(e: Expr, x: Expr, y: Expr, r: Expr) -> Expr:
    squares = {Pow(x, TWO), Pow(y, TWO)}
    if isinstance(e, Add) and set(e.terms) == squares:
        return r
    return Neg(r) if isinstance(e, Add) and set(e.terms) == {Neg(each) for each in squares} else e


def half_the_angles(goal: Expr) -> Expr | None:
    """A full turn taken from 0 to π."""
    match _round(goal):
        case (Int(f, angle, low, high), _) if high == Mul((TWO, PI)):
            return Int(f, angle, low, PI)
    return None


def spherical_factor_lost(goal: Expr) -> Expr | None:
    """dV taken for ρ² dρ dφ dθ: the sine is missing."""
    match found(spherical(goal)):
        case Found(Int() as whole, using):
            p = dict(using)["p"]
            return _innermost(whole, lambda f: tidied(Div(f, Fn("sin", (p,)))))
    return None


def region_as_rectangle(goal: Expr) -> Expr | None:
    """A bound that moves with the outer variable held at its value for the outer bound: the region is a rectangle."""
    match goal:
        case Int(Int(f, y, low, high), x, c, d) if low is not None and high is not None and c is not None:
            ends = substituted(low, {x.name: c}), substituted(high, {x.name: d or c})
            if ends != (low, high) and ends[0] != ends[1]:
                return Int(Int(f, y, *ends), x, c, d)
    return None


def double_as_product(goal: Expr) -> Expr | None:
    """∬ (g(x) + h(y)) taken for ∫ g dx · ∫ h dy."""
    match goal:
        case Int(Int(Add((g, h)), y, c, d), x, a, b) if c is not None and d is not None and a is not None:
            if not symbols(c) | symbols(d):
                first, second = (g, h) if free_of(g, y) else (h, g)
                if free_of(first, y) and free_of(second, x) and not free_of(first, x) and not free_of(second, y):
                    return Mul((Int(first, x, a, b), Int(second, y, c, d)))
    return None


def jacobian_left_out(goal: Expr) -> Expr | None:
    """dx dy taken for du dv."""
    match _moved(goal):
        case (f, whole):
            return _innermost(whole, lambda _: f)
    return None


def jacobian_inverted(goal: Expr) -> Expr | None:
    """The integrand divided by the Jacobian determinant instead of multiplied."""
    match goal, _moved(goal):
        case (Operator("changed", (_, _, Vector((first, second)), Vector((u, *_)), Vector((v, *_)))), (f, whole)):
            if isinstance(u, Sym) and isinstance(v, Sym):
                determinant = Mul((Diff(first, u), Diff(second, v))) - Mul((Diff(first, v), Diff(second, u)))
                return _innermost(whole, lambda _: Div(f, fn("abs", determinant)))
    return None


def _moved(goal: Expr) -> tuple[Expr, Int] | None:
    """The integrand in the new variables, and the iterated integral."""
    match goal, found(changed_variables(goal)):
        case (Operator("changed", (f, places, Vector((first, second)), *_)), Found(Int() as whole)):
            moving: dict[Expr, Expr] = dict(zip(variables_of(places), (first, second), strict=True))
            return mapped(f, lambda e: moving.get(e, e) if isinstance(e, Sym) else e), whole
    return None


POLAR, DOUBLE, CHANGE = "polar-integrals", "double-integrals", "change-of-variables-integrals"
MISCONCEPTIONS = (
    Misconception("polar-radius-lost", POLAR,
        "You lost the factor $r$. A small piece of area is $r\\,dr\\,d\\theta$: further out the pieces are wider.",
        radius_lost, "The factor r of the area is missing",
        ("over(1, [x, y], x^2 + y^2 <= 9)", "6*pi")),
    Misconception("radius-not-squared", POLAR,
        "You wrote $r$ for $x^2 + y^2$. It is the square of the distance: $r^2$.",
        radius_not_squared, "The radius was not squared",
        ("over(exp(-x^2 - y^2), [x, y], x^2 + y^2 <= 1)", "2*pi*(1 - 2/e)")),
    Misconception("half-the-angles", POLAR,
        "You went half way round. A full disc needs all angles, from 0 to $2\\pi$.",
        half_the_angles, "Half the range of angles", ("over(x^2 + y^2, [x, y], x^2 + y^2 <= 4)", "4*pi")),
    Misconception("spherical-sine-lost", CHANGE,
        "You lost the sine. The element of volume is $\\rho^2\\sin\\varphi\\,d\\rho\\,d\\varphi\\,d\\theta$: towards "
        "the poles the pieces are narrower.",
        spherical_factor_lost, "The sine of the volume element is missing",
        ("over(1, [x, y, z], x^2 + y^2 + z^2 <= 4)", "16*pi^2/3")),
    Misconception("region-as-rectangle", DOUBLE,
        "You let both variables run over their whole range. Draw the region: the inner bound moves with the outer "
        "variable, so it stays in the inner integral.",
        region_as_rectangle, "The region taken for a rectangle", ("int(int(x*y, y, 0, x), x, 0, 1)", "1/4")),
    Misconception("double-integral-as-product", DOUBLE,
        "You multiplied two single integrals. That fits a product $g(x)h(y)$; a sum is integrated term by term over "
        "the whole region.",
        double_as_product, "A sum integrated as a product", ("int(int(x + y, y, 0, 1), x, 0, 2)", "1")),
    Misconception("jacobian-left-out", CHANGE,
        "You replaced $dx\\,dy$ by $du\\,dv$. The map stretches areas: multiply by the absolute value of its Jacobian "
        "determinant.",
        jacobian_left_out, "The Jacobian is missing",
        ("changed(x + y, [x, y], [u - v, u + v], [u, 0, 1], [v, 0, 2])", "2")),
    Misconception("jacobian-inverted", CHANGE,
        "You divided by the Jacobian determinant. With $x$ and $y$ written in $u$ and $v$ it multiplies; the "
        "determinant of the inverse map would divide.",
        jacobian_inverted, "The Jacobian of the inverse map",
        ("changed(x + y, [x, y], [u - v, u + v], [u, 0, 1], [v, 0, 2])", "1")),
)  # fmt: skip

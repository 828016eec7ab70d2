"""Wrong ways with constraints: multipliers, prices and the conditions of Karush, Kuhn and Tucker."""

from __future__ import annotations

from itertools import combinations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.expr import Add, Diff, Div, Expr, Neg, Num, Operator, Rel, Set, Vector
from fluxions.calculus.rules.optimisation.algebra import gaps_of, vanishing
from fluxions.calculus.rules.optimisation.prices import multiplier_as_price
from fluxions.calculus.rules.several.places import symbols_of


def constraint_ignored(node: Expr) -> Expr | None:
    """The extrema under constraints taken for those without."""
    match node:
        case Operator("lagrange" | "kkt", (f, Vector(), Vector() as v)):
            return Operator("extrema", (f, v))
    return None


def multiplier_taken_as_one(node: Expr) -> Expr | None:
    """∇f = λ∇g taken for ∇f = ∇g."""
    match node:
        case Operator("lagrange", (f, Vector((_,)) as given, Vector() as v)) if gaps := gaps_of(given):
            balance = vanishing(tuple(Add((Diff(f, x), Neg(Diff(gaps[0], x)))) for x in symbols_of(v)))
            return Operator("onset", (f, given, v, Operator("solve", (balance, v))))
    return None


# --- the price of a constraint ---------------------------------------------------------------------------------------
def _price(node: Expr) -> Expr | None:
    result = found(multiplier_as_price(node))
    return result.result if result else None


def price_sign_turned(node: Expr) -> Expr | None:
    """λ taken for −λ."""
    price = _price(node)
    if isinstance(price, Set):
        return Set(tuple(Neg(each) for each in price.elements))
    return Neg(price) if price else None


def price_upside_down(node: Expr) -> Expr | None:
    """(∂f/∂x)/(∂g/∂x) taken for (∂g/∂x)/(∂f/∂x)."""
    match _price(node):
        case Div(top, bottom):
            return Div(bottom, top)
    return None


def value_for_price(node: Expr) -> Expr | None:
    """The price of a constraint taken for the extremal value itself."""
    match node:
        case Operator("price", (_, _, _, Set((named,)))):
            return named.children[1]
    return None


# --- inequalities ----------------------------------------------------------------------------------------------------
def all_active(node: Expr) -> Expr | None:
    """Every constraint taken for active: inequalities for equations."""
    match node:
        case Operator("kkt", (f, Vector(given), Vector() as v)) if len(given) <= len(v.entries):
            tight = tuple(Rel("=", *each.children) for each in given if isinstance(each, Rel))
            return Operator("kkt", (f, Vector(tight), v)) if tight != given else None
    return None


def multiplier_sign_turned(node: Expr) -> Expr | None:
    """∇f + μ∇g = 0 taken for ∇f − μ∇g = 0 with μ ≥ 0: the conditions of a maximum."""
    match node:
        case Operator("kkt", (f, Vector(given) as constraints, Vector() as v)) if len(given) <= len(v.entries):
            some = tuple(
                Operator("active", (Neg(f), constraints, v, Set(tuple(Num(i + 1) for i in each))))
                for count in range(1, len(given) + 1)
                for each in combinations(range(len(given)), count)
            )
            together = some[0] if len(some) == 1 else Operator("together", some)
            return Operator("least", (f, constraints, v, together))
    return None


def every_candidate_a_minimum(node: Expr) -> Expr | None:
    """Every candidate that fulfils the conditions called a minimum, without comparing values."""
    match node:
        case Operator("compare", (Set(pairs),)) if len(pairs) > 1 and not any(each.stands for each in pairs):
            return Set(tuple(Operator("minimum", each.children) for each in pairs))
    return None


LAGRANGE, PRICE, KKT = "lagrange-multipliers", "shadow-price-envelope", "kkt-conditions"
MISCONCEPTIONS = (
    Misconception("constraint-ignored", LAGRANGE,
        "You set the gradient to zero as if there were no constraint. On a constraint the gradient of the function is "
        "a multiple of the gradient of the constraint.",
        constraint_ignored, "The constraint is left out",
        ("lagrange(x^2 + y^2, [x + y = 4], [x, y])", "{minimum([0, 0], 0)}")),
    Misconception("multiplier-taken-as-one", LAGRANGE,
        "You set the two gradients equal. They are parallel, not equal: keep the multiplier as an unknown, and add the "
        "constraint to the equations.",
        multiplier_taken_as_one, "The multiplier is missing",
        ("lagrange(x^2 + y^2, [x + y = 4], [x, y])", "{minimum([1/2, 1/2], 1/2)}")),
    Misconception("price-sign-turned", PRICE,
        "You turned the sign of the multiplier. With $\\nabla f = \\lambda\\nabla g$ and the constraint $g = c$, the "
        "value changes by $+\\lambda$ for each unit of $c$.",
        price_sign_turned, "The sign of the price", ("shadowprice(x^2 + y^2, [x + 2y = 5], [x, y])", "-2")),
    Misconception("price-upside-down", PRICE,
        "You divided the other way round. The price is the slope of the function over the slope of the constraint, "
        "both by the same variable.",
        price_upside_down, "The price is upside down", ("shadowprice(x^2 + y^2, [x + 2y = 5], [x, y])", "1/2")),
    Misconception("value-for-price", PRICE,
        "You gave the extremal value. The price says how much this value changes for each unit of the right side: it "
        "is the multiplier.",
        value_for_price, "The value in the place of the price", ("shadowprice(x*y, [x + y = 10], [x, y])", "25")),
    Misconception("all-constraints-active", KKT,
        "You took every constraint with equality. A constraint may be idle, with multiplier zero: go through the "
        "cases.",
        all_active, "Every constraint taken as active",
        ("kkt(x^2 + y^2, [x + y <= 2, x >= -1], [x, y])", "{minimum([-1, 3], 10)}")),
    Misconception("multiplier-sign-turned", KKT,
        "You let the multipliers have the other sign, which leads to a maximum. For a minimum with $g \\le 0$ it is "
        "$\\nabla f + \\mu\\nabla g = 0$ with $\\mu \\ge 0$.",
        multiplier_sign_turned, "The multipliers have the other sign",
        ("kkt(x + y, [x^2 + y^2 <= 2], [x, y])", "{minimum([1, 1], 2)}")),
    Misconception("every-candidate-a-minimum", LAGRANGE,
        "You called every candidate a minimum. The conditions hold at maxima too: compare the values.",
        every_candidate_a_minimum, "The values were not compared",
        ("lagrange(x + y, [x^2 + y^2 = 2], [x, y])", "{minimum([-1, -1], -2), minimum([1, 1], 2)}")),
)  # fmt: skip

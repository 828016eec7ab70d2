"""Wrong ways of solving for the slope of a curve, once both sides are differentiated."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Misconception
from fluxions.calculus.expr import ONE, ZERO, Add, Div, Expr, Fn, Neg, Operator, Rel
from fluxions.calculus.rules.implicit import isolate
from fluxions.calculus.trees import nodes


def terms_not_collected(node: Expr) -> Expr | None:
    """a y' + b y' = c taken for b y' = c: solved for the last y' alone, the other terms with y' left out."""
    match node:
        case Operator("solve", (Rel("=", left, right), Fn() as t)):
            moved = tuple(Neg(each) for each in _terms(right))
            terms = (*_terms(left), *moved)
            with_slope = [each for each in terms if t in set(nodes(each))]
            if len(with_slope) < 2:
                return None
            kept = tuple(each for each in terms if each not in with_slope[:-1])
            return Operator("solve", (Rel("=", Add(kept) if len(kept) > 1 else kept[0], ZERO), t))
    return None


def _terms(side: Expr) -> tuple[Expr, ...]:
    return side.terms if isinstance(side, Add) else (side,)


def sign_lost_in_solving(node: Expr) -> Expr | None:
    """a y' + c = 0 taken for y' = c/a: the sign is not changed on the other side."""
    slope = _slope(node)
    return None if slope is None or slope == ZERO else Neg(slope)


def fraction_turned_over(node: Expr) -> Expr | None:
    """a y' = c taken for y' = a/c: divided the wrong way round."""
    slope = _slope(node)
    return None if slope is None or slope == ZERO else Div(ONE, slope)


def _slope(node: Expr) -> Expr | None:
    """What y' really is, for a goal that asks for it."""
    match node:
        case Operator("solve", (Rel(), Fn())):
            result = isolate(node)
            return result.result if isinstance(result, Found) else result
    return None


SKILL = "implicit-differentiation"
MISCONCEPTIONS = (
    Misconception("terms-not-collected", SKILL,
        "You solved from one term with the slope and left the others out. Bring all of them to one side, take the "
        "slope out as a factor, then divide.",
        terms_not_collected, "The terms with the slope were not collected",
        ("implicit(y^3 + x*y + y = 3, y, x)", "-y")),
    Misconception("sign-lost-in-solving", SKILL,
        "You lost a minus sign. A term without the slope changes its sign when it goes to the other side.",
        sign_lost_in_solving, "A sign lost on the way to the other side", ("implicit(x^2 + y^2 = 25, y, x)", "x/y")),
    Misconception("fraction-turned-over", SKILL,
        "You divided the other way round. What multiplies the slope goes below the line.",
        fraction_turned_over, "The fraction is upside down", ("implicit(x^2 + y^2 = 25, y, x)", "-y/x")),
)  # fmt: skip

"""Wrong ways with the inside of a composition: what its derivative does, and what is kept."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, Add, At, Const, Diff, Div, Expr, Fn, Mul, Neg, Num, Pow, Sym
from fluxions.calculus.rules.derivatives import outer_and_inner
from fluxions.calculus.rules.implicit import is_unknown
from fluxions.calculus.trees import free_of, substituted

Composed = tuple[Expr, Sym, Expr, Sym]


def composed(node: Expr) -> Composed | None:
    """(F of u, u, the inside, x) of a goal d/dx F(inside)."""
    match node:
        case Diff(Fn("abs"), _):
            return None  # its slope is a sign, whatever the inside is taken for
        case Diff(f, x) if not f.stands and not free_of(f, x):
            parts = outer_and_inner(f, x)
            return None if parts is None or is_unknown(parts[2], x) else (*parts, x)
    return None


def _outer(outer: Expr, u: Sym, at: Expr) -> Expr:
    return At(Diff(outer, u), u, at)


def outside_kept(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F(du/dx); for a wave it is the name that is taken for a factor."""
    match composed(node):
        case (Fn("sin" | "cos" | "tan"), *_):
            return None
        case (outer, u, inside, x):
            return At(outer, u, Diff(inside, x))
    return None


def inside_differentiated_twice(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(du/dx) · du/dx."""
    match composed(node):
        case (outer, u, inside, x):
            return Mul((_outer(outer, u, Diff(inside, x)), Diff(inside, x)))
    return None


def inner_derivative_squared(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(u) · (du/dx)²."""
    match composed(node):
        case (outer, u, inside, x):
            return Mul((_outer(outer, u, inside), Pow(Diff(inside, x), TWO)))
    return None


def inside_as_factor(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(u) · u."""
    match composed(node):
        case (outer, u, inside, _):
            return Mul((_outer(outer, u, inside), inside))
    return None


def inner_derivative_divided(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(u)/(du/dx)."""
    match composed(node):
        case (outer, u, inside, x):
            return Div(_outer(outer, u, inside), Diff(inside, x))
    return None


def inner_derivative_alone(node: Expr) -> Expr | None:
    """d/dx F(u) taken for du/dx; for a bump that is a mistake of its own."""
    match composed(node):
        case (Pow(Const("e"), _), _, Neg(), _):
            return None
        case (_, _, inside, x):
            return Diff(inside, x)
    return None


def inner_minus_lost(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(u) · (−du/dx), where u falls by a minus in front; for e⁻ᵛ it has its own name."""
    match composed(node):
        case (outer, u, inside, x) if not (isinstance(outer, Pow) and outer.base == Const("e")):
            straight = without_minus(inside, x)
            return None if straight is None else Mul((_outer(outer, u, inside), Diff(straight, x)))
    return None


def without_minus(e: Expr, x: Sym) -> Expr | None:
    """The one moving term of e without the minus in front of it, or None where there is none."""
    moving = [each for each in (e.terms if isinstance(e, Add) else (e,)) if not free_of(each, x)]
    match moving:
        case [Neg(inner)]:
            return inner
        case [Mul((Num(c), *rest))] if c < 0:
            return Mul((Num(-c), *rest))
    return None


def outer_slope_in_variable(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(u) · u' with the variable kept in u' = c: the inside 4x + 3 gives 4x."""
    match composed(node):
        case (outer, u, Add() as inside, x):
            still = substituted(inside, {x.name: Num(0)})
            slope = Add((inside, Neg(still)))
            return Mul((_outer(outer, u, inside), slope)) if _is_line(inside, x) else None
    return None


def _is_line(e: Add, x: Sym) -> bool:
    moving = [each for each in e.terms if not free_of(each, x)]
    match moving:
        case [Mul((Num(), u))]:
            return u == x
    return False


CHAIN = "chain-rule"
MISCONCEPTIONS = (
    Misconception("outside-kept", CHAIN,
        "You differentiated the inside and left the outside as it was. Differentiate the outside at the inside, and "
        "multiply by the derivative of the inside.",
        outside_kept, "Only the inside was differentiated", ("diff(sin(x)^3, x)", "cos(x)^3")),
    Misconception("inside-differentiated-twice", CHAIN,
        "You differentiated the inside where it stands, too. There it stays as it is; its derivative appears once, as "
        "a factor.",
        inside_differentiated_twice, "The inside was differentiated in its place too",
        ("diff(sin(x^2), x)", "2x*cos(2x)")),
    Misconception("inner-derivative-squared", CHAIN,
        "You multiplied by the derivative of the inside twice. It is a factor once.",
        inner_derivative_squared, "The inner derivative was taken twice", ("diff(sin(3*x), x)", "9*cos(3*x)")),
    Misconception("inside-as-factor", CHAIN,
        "You multiplied by the inside itself. The factor is the derivative of the inside.",
        inside_as_factor, "The inside in the place of its derivative", ("diff(sin(3*x), x)", "3x*cos(3*x)")),
    Misconception("inner-derivative-divided", CHAIN,
        "You divided by the derivative of the inside, as in integrating. To differentiate, multiply by it.",
        inner_derivative_divided, "Divided by the inner derivative", ("diff(sin(3*x), x)", "cos(3*x)/3")),
    Misconception("inner-derivative-alone", CHAIN,
        "You gave the derivative of the inside alone. The outside has a derivative too: take it at the inside and "
        "multiply.",
        inner_derivative_alone, "The outer derivative is missing", ("diff(ln(x^2 + 5), x)", "2x")),
    Misconception("inner-minus-lost", CHAIN,
        "You lost the minus of the inside. It belongs to the derivative of the inside, which is a factor.",
        inner_minus_lost, "The minus of the inside is missing", ("diff((5 - 2x)^4, x)", "8*(5 - 2x)^3")),
    Misconception("inner-variable-kept", CHAIN,
        "You kept the variable in the derivative of the inside. The derivative of $a\\,x + b$ is the number $a$ alone.",
        outer_slope_in_variable, "The variable is still in the inner derivative",
        ("diff((4x + 3)^7, x)", "28x*(4x + 3)^6")),
)  # fmt: skip

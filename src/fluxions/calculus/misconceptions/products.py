"""Wrong ways through products and quotients: terms added, multiplied, exchanged or left out."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, Add, Diff, Div, Expr, Mul, Neg, Pow, Sym
from fluxions.calculus.trees import free_of

Moving = tuple[Expr, Expr, Sym]


def _product(node: Expr) -> Moving | None:
    """(u, v, x) of a goal d/dx (u v), where both move."""
    match node:
        case Diff(Mul((u, v)), x) if not free_of(u, x) and not free_of(v, x):
            return u, v, x
    return None


def _quotient(node: Expr) -> Moving | None:
    """(u, v, x) of a goal d/dx (u/v), where both move."""
    match node:
        case Diff(Div(u, v), x) if not free_of(u, x) and not free_of(v, x):
            return u, v, x
    return None


def derivatives_added(node: Expr) -> Expr | None:
    """d/dx (uv) taken for u' + v'."""
    match _product(node):
        case (u, v, x):
            return Add((Diff(u, x), Diff(v, x)))
    return None


def own_derivative_beside(node: Expr) -> Expr | None:
    """d/dx (uv) taken for u u' + v v'."""
    match _product(node):
        case (u, v, x):
            return Add((Mul((u, Diff(u, x))), Mul((v, Diff(v, x)))))
    return None


def turns_multiplied(node: Expr) -> Expr | None:
    """d/dx (uv) taken for u'v · uv'."""
    match _product(node):
        case (u, v, x):
            return Mul((Diff(u, x), v, u, Diff(v, x)))
    return None


# --- quotients -------------------------------------------------------------------------------------------------------
def _difference(first: tuple[Expr, Expr], second: tuple[Expr, Expr]) -> Expr:
    return Add((Mul(first), Neg(Mul(second))))


def quotient_undivided(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for u'v − uv'."""
    match _quotient(node):
        case (u, v, x):
            return _difference((Diff(u, x), v), (u, Diff(v, x)))
    return None


def top_held_still(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for −uv'/v²."""
    match _quotient(node):
        case (u, v, x):
            return Neg(Div(Mul((u, Diff(v, x))), Pow(v, TWO)))
    return None


def quotient_partners_exchanged(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for (u'u − v'v)/v²."""
    match _quotient(node):
        case (u, v, x):
            return Div(_difference((Diff(u, x), u), (v, Diff(v, x))), Pow(v, TWO))
    return None


def top_squared(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for (u'v − uv')/u²."""
    match _quotient(node):
        case (u, v, x):
            return Div(_difference((Diff(u, x), v), (u, Diff(v, x))), Pow(u, TWO))
    return None


def bottom_slope_squared(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for (u'v − uv')/v'²."""
    match _quotient(node):
        case (u, v, x):
            return Div(_difference((Diff(u, x), v), (u, Diff(v, x))), Pow(Diff(v, x), TWO))
    return None


def bottom_factor_lost(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for (u' − uv')/v²."""
    match _quotient(node):
        case (u, v, x):
            return Div(Add((Diff(u, x), Neg(Mul((u, Diff(v, x)))))), Pow(v, TWO))
    return None


PRODUCT, QUOTIENT = "product-rule", "quotient-rule"
TASK = "diff(sin(x)/x^2, x)"
MISCONCEPTIONS = (
    Misconception("derivatives-added", PRODUCT,
        "You added the two derivatives, as for a sum. In a product each derivative is multiplied by the other factor: "
        "$f'g + fg'$.",
        derivatives_added, "The derivatives were added", ("diff(x^2*sin(x), x)", "2*x + cos(x)")),
    Misconception("own-derivative-beside", PRODUCT,
        "You multiplied each derivative by its own function. Each goes with the other factor: $f'g + fg'$.",
        own_derivative_beside, "Each derivative beside its own factor",
        ("diff(x^2*sin(x), x)", "2*x^3 + sin(x)*cos(x)")),
    Misconception("turns-multiplied", PRODUCT,
        "You multiplied the two terms of the product rule. Add them: $f'g + fg'$.",
        turns_multiplied, "The two terms were multiplied", ("diff(x^2*sin(x), x)", "2*x^3*sin(x)*cos(x)")),
    Misconception("quotient-undivided", QUOTIENT,
        "You found the numerator and stopped there. Divide it by the square of the bottom: $(f'g - fg')/g^2$.",
        quotient_undivided, "The square below the line is missing", (TASK, "x^2*cos(x) - 2*x*sin(x)")),
    Misconception("top-held-still", QUOTIENT,
        "You differentiated the bottom alone and held the top still. The top changes too: $(f'g - fg')/g^2$.",
        top_held_still, "Only the bottom was differentiated", (TASK, "-2*sin(x)/x^3")),
    Misconception("quotient-partners-exchanged", QUOTIENT,
        "You multiplied each derivative by its own function. In the numerator each goes with the other one: "
        "$f'g - fg'$.",
        quotient_partners_exchanged, "The factors of the numerator are exchanged",
        (TASK, "(sin(x)*cos(x) - 2*x^3)/x^4")),
    Misconception("top-squared", QUOTIENT,
        "You divided by the square of the top. It is the bottom that is squared: $(f'g - fg')/g^2$.",
        top_squared, "The top was squared", (TASK, "(x^2*cos(x) - 2*x*sin(x))/sin(x)^2")),
    Misconception("bottom-slope-squared", QUOTIENT,
        "You divided by the square of the derivative of the bottom. The bottom itself is squared: $(f'g - fg')/g^2$.",
        bottom_slope_squared, "The derivative of the bottom was squared",
        (TASK, "(x^2*cos(x) - 2*x*sin(x))/(4*x^2)")),
    Misconception("bottom-factor-lost", QUOTIENT,
        "You left out the bottom beside the derivative of the top. The first term is $f'g$, and then all is divided by "
        "$g^2$.",
        bottom_factor_lost, "The bottom is missing in the numerator", (TASK, "(cos(x) - 2*x*sin(x))/x^4")),
)  # fmt: skip

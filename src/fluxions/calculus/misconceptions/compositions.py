"""Wrong rules for compositions, inverse functions, variable exponents and higher derivatives."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, TWO, Add, At, Diff, Div, Expr, Fn, Mul, Neg, Num, Operator, Pow, Rel, Sym, fn
from fluxions.calculus.misconceptions.higher import is_place
from fluxions.calculus.rules.derivatives import outer_and_inner
from fluxions.calculus.rules.implicit import is_unknown
from fluxions.calculus.trees import free_of, mapped, substituted

INVERSE_OF = {"arcsin": "sin", "arccos": "cos", "arctan": "tan", "arsinh": "sinh", "arcosh": "cosh", "artanh": "tanh"}


def product_rule_on_composition(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(x) u + F(x) u': the product rule where nothing is multiplied."""
    match node:
        case Diff(Fn() as f, x) if not free_of(f, x):
            parts = outer_and_inner(f, x)
            if parts is not None:
                outer, u, inside = parts
                slope = At(Diff(outer, u), u, x)
                return Add((Mul((slope, inside)), Mul((substituted(outer, {u.name: x}), Diff(inside, x)))))
    return None


def inner_bracket_missing(node: Expr) -> Expr | None:
    """d/dx F(u + v) taken for F'(u + v) u' + v': only the first term of the inner derivative is multiplied."""
    match node:
        case Diff(f, x) if not free_of(f, x):
            parts = outer_and_inner(f, x)
            if parts is None or not isinstance(parts[2], Add):
                return None
            outer, u, inside = parts
            first, *rest = inside.terms  # type: ignore[attr-defined]
            if free_of(first, x) or all(free_of(each, x) for each in rest):
                return None
            later = tuple(Neg(Diff(each.arg, x)) if isinstance(each, Neg) else Diff(each, x) for each in rest)
            return Add((Mul((At(Diff(outer, u), u, inside), Diff(first, x))), *later))
    return None


def inverse_as_reciprocal(node: Expr) -> Expr | None:
    """arcsin u taken for 1/sin u, and so on: an inverse function for a reciprocal."""
    match node:
        case Diff(Fn(name, (u,)), x) if name in INVERSE_OF and not free_of(u, x):
            return Diff(Div(ONE, fn(INVERSE_OF[name], u)), x)
    return None


def inverse_slope_upside_down(node: Expr) -> Expr | None:
    """d/dx arctan x taken for 1/tan' x = cos² x: one over the slope, at x instead of at arctan x."""
    match node:
        case Diff(Fn(name, (u,)), x) if name in INVERSE_OF and u == x:
            return Div(ONE, Diff(fn(INVERSE_OF[name], x), x))
    return None


def power_rule_on_variable_power(node: Expr) -> Expr | None:
    """d/dx uᵛ taken for v uᵛ⁻¹ u', although v changes too."""
    match node:
        case Diff(Pow(u, v), x) if not free_of(u, x) and not free_of(v, x):
            return Mul((v, Pow(u, v - 1), Diff(u, x)))
    return None


def exponential_rule_on_variable_power(node: Expr) -> Expr | None:
    """d/dx uᵛ taken for uᵛ ln u · v', although u changes too."""
    match node:
        case Diff(Pow(u, v), x) if not free_of(u, x) and not free_of(v, x):
            return Mul((Pow(u, v), fn("ln", u), Diff(v, x)))
    return None


def not_multiplied_back(node: Expr) -> Expr | None:
    """d/dx f taken for d/dx ln f: the derivative of the logarithm is not multiplied by the function."""
    match node:
        case Operator("logdiff", (f, Sym() as x)):
            return Diff(fn("ln", f), x)
        case Diff(Pow(u, v), x) if not free_of(u, x) and not free_of(v, x):
            return Diff(Mul((v, fn("ln", u))), x)
    return None


def derivative_squared(node: Expr) -> Expr | None:
    """The second derivative taken for the square of the first."""
    match node:
        case Diff(Diff(f, x), y) if x == y:
            return Pow(Diff(f, x), TWO)
    return None


def one_derivative_only(node: Expr) -> Expr | None:
    """The second derivative taken for the first."""
    match node:
        case Operator("implicit", (curve, y, x, Num(n))) if n == 2:
            return Operator("implicit", (curve, y, x))
        case Diff(Diff(f, x), y) if x == y:
            return Diff(f, x)
    return None


def height_for_slope(node: Expr) -> Expr | None:
    """f'(a) taken for f(a)."""
    match node:
        case At(Diff(f, x), y, a) if x == y and is_place(a) and not isinstance(f, (Fn, Diff)):
            return At(f, x, a)
    return None


def _with_plain_y(e: Expr, x: Expr) -> Expr:
    """y(x) written as y, for the unknown of an implicit equation; f, g and h stay functions."""
    return mapped(e, lambda each: Sym(each.name) if is_unknown(each, x) else each)  # type: ignore[attr-defined]


def y_as_constant(node: Expr) -> Expr | None:
    """d/dx of what moves only with y taken for 0."""
    match node:
        case Diff(f, x) if not free_of(f, x) and free_of(_with_plain_y(f, x), x):
            return Num(0)
    return None


def slope_of_y_left_out(node: Expr) -> Expr | None:
    """d/dx y taken for 1; on every term, the slope is what both sides give together."""
    match node:
        case Operator("implicit", (Rel("=", left, right), Sym() as y, Sym() as x)):
            whole = left - right
            return Diff(whole, x) + Diff(whole, y)
        case Diff(f, x) if is_unknown(f, x):
            return ONE
    return None


NESTED, INVERSES = "chain-rule-nested", "derivative-inverse-functions"
POWERS, HIGHER, IMPLICIT = "logarithmic-differentiation", "higher-derivatives", "implicit-differentiation"
MISCONCEPTIONS = (
    Misconception("product-rule-on-composition", NESTED,
        "You used the product rule, but nothing is multiplied here: one function stands inside the other. Use the "
        "chain rule.",
        product_rule_on_composition, "The product rule on a composition",
        ("diff(sin(x^2), x)", "cos(x)*x^2 + sin(x)*2x")),
    Misconception("inner-bracket-missing", NESTED,
        "You multiplied by the first term of the inner derivative only. Put the whole inner derivative in brackets.",
        inner_bracket_missing, "A bracket is missing", ("diff(sin(x^2 + x), x)", "2x*cos(x^2 + x) + 1")),
    Misconception("inverse-as-reciprocal", INVERSES,
        "You took the inverse function for one over the function. The inverse undoes the function; use its own "
        "derivative.",
        inverse_as_reciprocal, "The inverse is not the reciprocal", ("diff(arcsin(x), x)", "-cos(x)/sin(x)^2")),
    Misconception("inverse-slope-upside-down", INVERSES,
        "You put the slope of the original function upside down, at the variable. It belongs at the value of the "
        "inverse function.",
        inverse_slope_upside_down, "One over the slope at the wrong place", ("diff(arctan(x), x)", "cos(x)^2")),
    Misconception("power-rule-on-variable-power", POWERS,
        "You used the power rule, but the exponent changes too. Take the logarithm first: $u^v = e^{v \\ln u}$.",
        power_rule_on_variable_power, "The power rule on a variable exponent", ("diff(x^x, x)", "x*x^(x - 1)")),
    Misconception("exponential-rule-on-variable-power", POWERS,
        "You used the rule for a constant base, but the base changes too. Take the logarithm first: "
        "$u^v = e^{v \\ln u}$.",
        exponential_rule_on_variable_power, "The exponential rule on a variable base", ("diff(x^x, x)", "x^x*ln(x)")),
    Misconception("not-multiplied-back", POWERS,
        "You found the derivative of the logarithm. Multiply it by the function itself to finish.",
        not_multiplied_back, "Not multiplied back", ("diff(x^x, x)", "ln(x) + 1")),
    Misconception("y-as-constant", IMPLICIT,
        "You treated the dependent variable as a constant in one term. It changes with the other, so its derivative "
        "appears there.",
        y_as_constant, "The dependent variable taken for a constant",
        ("implicit(x^2 - x*y + y^2 = 3, y, x)", "(y - 2x)/(2y)")),
    Misconception("slope-of-y-left-out", IMPLICIT,
        "You differentiated the dependent variable as if it were the other one. Its derivative is not 1 but the slope "
        "that is asked for: write it there.",
        slope_of_y_left_out, "The slope is missing on a term", ("implicit(x^2 - x*y + y^2 = 3, y, x)", "(y - x)/(2y)")),
    Misconception("derivative-squared", HIGHER,
        "You squared the derivative. The second derivative is the derivative of the derivative: differentiate once "
        "more.",
        derivative_squared, "Squared, not differentiated", ("diff(x^3, x, 2)", "9x^4")),
    Misconception("one-derivative-only", HIGHER,
        "You stopped one derivative too early. Differentiate the result once more.",
        one_derivative_only, "One derivative is missing", ("diff(x^3, x, 2)", "3x^2")),
    Misconception("height-for-slope", "derivative-graphs",
        "You gave the height of the function there. The derivative is its slope: differentiate first, then put the "
        "point in.",
        height_for_slope, "The height instead of the slope", ("at(diff(x^3, x), x, 2)", "8")),
)  # fmt: skip

"""Derivatives of known functions mixed up with those of their neighbours: a sign, a root, another function's slope."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from fluxions.calculus.derivation.rule import Misconception, Rewrite
from fluxions.calculus.expr import ONE, TWO, Diff, Div, E, Expr, Fn, Mul, Neg, Num, Pow, Root, fn, sqrt
from fluxions.calculus.rules.table import TABLE
from fluxions.calculus.trees import free_of

Slopes = dict[str, Callable[[Expr], Expr]]


def _square(u: Expr) -> Expr:
    return Pow(u, TWO)


def _slope(name: str) -> Callable[[Expr], Expr]:
    return TABLE[name].slope


def _turned(*names: str) -> Slopes:
    """The slopes of these functions with the other sign."""
    return {name: lambda u, name=name: Neg(_slope(name)(u)) for name in names}  # type: ignore[misc]


def taken_for(slopes: Slopes) -> Rewrite:
    """d/dx F(x) taken for the slope that is listed for F."""

    def rewrite(node: Expr) -> Expr | None:
        match node:
            case Diff(Fn(name, (u,)), x) if u == x and name in slopes:
                return slopes[name](x)
        return None

    return rewrite


def minus_on_growth(node: Expr) -> Expr | None:
    """d/dx of a function that only grows, such as eˣ or √x, taken with a minus."""
    match node:
        case Diff(Pow(a, u) as growth, x) if u == x and a == E:
            return Neg(growth)
        case Diff(Root(u, Num(n)) as root, x) if u == x:
            return Neg(Div(root, Mul((Num(n), x))))
        case Diff(Fn(name, (u,)), x) if u == x and name in GROWING:
            return Neg(_slope(name)(x))
    return None


GROWING = ("ln", "arcsin", "arctan", "sinh", "tanh", "sigmoid", "softplus", "erf", "Phi", "arsinh", "artanh", "logit")
CIRCULAR = _turned("tan", "sec", "cot", "csc", "arccos", "arccot")
HYPERBOLIC: Slopes = {
    "sinh": lambda u: Neg(fn("cosh", u)),
    "tanh": lambda u: ONE + _square(fn("tanh", u)),
}
SWAPPED: Slopes = {"tan": _slope("sec"), "sec": _slope("tan"), "cot": _slope("csc"), "csc": _slope("cot")}
COFUNCTION: Slopes = {"tan": _slope("cot"), "cot": _slope("tan"), "sec": _slope("csc"), "csc": _slope("sec")}
SIGN_BELOW: Slopes = {
    "arctan": _slope("artanh"),
    "artanh": _slope("arctan"),
    "arcsin": _slope("arsinh"),
    "arsinh": _slope("arcsin"),
    "arccos": lambda u: Neg(_slope("arsinh")(u)),
}
ROOT_BELOW: Slopes = {
    "arctan": lambda u: Div(ONE, sqrt(ONE + _square(u))),
    "arcsin": lambda u: Div(ONE, ONE - _square(u)),
    "arccos": lambda u: Neg(Div(ONE, ONE - _square(u))),
}
EXCHANGED: Slopes = {"arctan": _slope("arcsin"), "arcsin": _slope("arctan"), "arccos": _slope("arccot")}
SIGMOID_PLUS: Slopes = {"sigmoid": lambda u: Mul((fn("sigmoid", u), ONE + fn("sigmoid", u)))}
SIGMOID_OUTPUT: Slopes = {"sigmoid": lambda u: ONE - fn("sigmoid", u)}
SIGMOID_SQUARE: Slopes = {"sigmoid": lambda u: _square(fn("sigmoid", u))}


def only_variable_squared(node: Expr) -> Expr | None:
    """d/dx arctan(c x) taken for c/(1 + c x²): the square is put on the variable alone."""
    match node:
        case Diff(Fn("arctan" | "arcsin" | "arccos" | "arsinh" | "artanh" as name, (Mul((c, u)),)), x):
            if u == x and free_of(c, x):
                square = Mul((c, _square(x)))
                slope = _slope(name)(sqrt(square))
                return Mul((c, slope)) if _is_positive(c) else None
    return None


def _is_positive(c: Expr) -> bool:
    return isinstance(c, Num) and c.value > Fraction(0)


def exponent_in_logarithm(node: Expr) -> Expr | None:
    """d/dx aˣ taken for aˣ ln x."""
    match node:
        case Diff(Pow(a, u), x) if u == x and free_of(a, x):
            return Mul((Pow(a, u), fn("ln", x)))
    return None


def base_in_front(node: Expr) -> Expr | None:
    """d/dx aˣ taken for a · aˣ."""
    match node:
        case Diff(Pow(a, u), x) if u == x and free_of(a, x) and a != E:
            return Mul((a, Pow(a, u)))
    return None


def logarithm_slope_upside_down(node: Expr) -> Expr | None:
    """d/dx ln x taken for x."""
    match node:
        case Diff(Fn("ln", (u,)), x) if u == x:
            return x
    return None


TRIG, INVERSE, EXP, SIGMOID = (
    "derivative-trig", "derivative-inverse-functions", "derivative-exp-log", "derivative-sigmoid-tanh"
)  # fmt: skip
MISCONCEPTIONS = (
    Misconception("circular-sign-turned", TRIG,
        "You gave the derivative the other sign. Of the circular functions and their inverses, those that begin with "
        "co- have the minus: the others have none.",
        taken_for(CIRCULAR), "The sign of a circular function", ("diff(cot(x), x)", "1/sin(x)^2")),
    Misconception("minus-on-growth", "derivative-graphs",
        "You put a minus where there is none. This function rises wherever it has a slope, so its derivative is "
        "positive.",
        minus_on_growth, "A minus for a function that rises", ("diff(arctan(x), x)", "-1/(1 + x^2)")),
    Misconception("hyperbolic-like-circular", SIGMOID,
        "You used a sign of the circular functions. $\\sinh$ has the derivative $\\cosh$, and $\\tanh' = 1 - "
        "\\tanh^2$.",
        taken_for(HYPERBOLIC), "The signs of the circular functions", ("diff(tanh(x), x)", "1 + tanh(x)^2")),
    Misconception("tangent-and-secant-exchanged", TRIG,
        "You exchanged the derivatives of tangent and secant. $\\tan' = \\sec^2$ and $\\sec' = \\sec\\tan$; for "
        "$\\cot$ and $\\csc$ likewise, with a minus.",
        taken_for(SWAPPED), "Tangent and secant exchanged", ("diff(tan(x), x)", "sec(x)*tan(x)")),
    Misconception("cofunction-slope", TRIG,
        "You gave the derivative of the cofunction. $\\tan$ goes with $1/\\cos^2$, $\\cot$ with $-1/\\sin^2$: take the "
        "one that belongs to this function.",
        taken_for(COFUNCTION), "The derivative of the cofunction", ("diff(tan(x), x)", "-1/sin(x)^2")),
    Misconception("inverse-sign-below", INVERSE,
        "You exchanged plus and minus below the line. It is $1/(1 + x^2)$ for $\\arctan$ and $1/\\sqrt{1 - x^2}$ for "
        "$\\arcsin$.",
        taken_for(SIGN_BELOW), "The sign below the line", ("diff(arctan(x), x)", "1/(1 - x^2)")),
    Misconception("inverse-root-below", INVERSE,
        "The root below the line is misplaced. $\\arcsin$ and $\\arccos$ have one, $\\arctan$ has none: "
        "$1/\\sqrt{1 - x^2}$ and $1/(1 + x^2)$.",
        taken_for(ROOT_BELOW), "The root below the line", ("diff(arctan(x), x)", "1/sqrt(1 + x^2)")),
    Misconception("arcsine-and-arctangent-exchanged", INVERSE,
        "You took the derivative of another inverse function. It is $1/(1 + x^2)$ for $\\arctan$ and "
        "$1/\\sqrt{1 - x^2}$ for $\\arcsin$.",
        taken_for(EXCHANGED), "Arcsine and arctangent exchanged", ("diff(arctan(x), x)", "1/sqrt(1 - x^2)")),
    Misconception("only-variable-squared", INVERSE,
        "You squared the variable alone. The whole inside is squared, its factor too: $(a\\,x)^2 = a^2x^2$.",
        only_variable_squared, "The factor inside was not squared along", ("diff(arctan(9x), x)", "9/(1 + 9x^2)")),
    Misconception("exponent-in-logarithm", EXP,
        "You took the logarithm of the exponent. It is the logarithm of the base that comes in: $a^x\\ln a$.",
        exponent_in_logarithm, "The logarithm of the exponent", ("diff(2^x, x)", "2^x*ln(x)")),
    Misconception("base-in-front", EXP,
        "You put the base itself in front. It is the logarithm of the base that comes in: $a^x\\ln a$.",
        base_in_front, "The base stands in front", ("diff(2^x, x)", "2*2^x")),
    Misconception("logarithm-slope-upside-down", EXP,
        "You multiplied by what stands in the logarithm. Its derivative is one over that: divide by it.",
        logarithm_slope_upside_down, "The slope of the logarithm is upside down",
        ("diff(ln(x^2 + 5), x)", "2x*(x^2 + 5)")),
    Misconception("one-plus-output", SIGMOID,
        "You put a plus for the minus. The derivative of the sigmoid is $\\sigma(1 - \\sigma)$.",
        taken_for(SIGMOID_PLUS), "A plus for the minus in the slope of the sigmoid",
        ("diff(sigmoid(x), x)", "sigmoid(x)*(1 + sigmoid(x))")),
    Misconception("sigmoid-factor-lost", SIGMOID,
        "You left out a factor. The derivative of the sigmoid is $1 - \\sigma$ times $\\sigma$ itself.",
        taken_for(SIGMOID_OUTPUT), "The output is missing as a factor", ("diff(sigmoid(x), x)", "1 - sigmoid(x)")),
    Misconception("sigmoid-squared", SIGMOID,
        "You squared the sigmoid. Its derivative is $\\sigma(1 - \\sigma)$: the second factor is what is left to one.",
        taken_for(SIGMOID_SQUARE), "The sigmoid was squared", ("diff(sigmoid(x), x)", "sigmoid(x)^2")),
)  # fmt: skip

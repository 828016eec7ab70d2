"""The integrals one knows by heart, each with x itself inside: ∫ f(x) dx for some forty f.

Source of the formulas: NIST Digital Library of Mathematical Functions, §4.10, §4.26 and §4.40 (elementary functions);
each row is confirmed by differentiating it in the tests.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from fluxions.calculus.derivation.rule import Condition, Found, Rule, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    PI,
    TWO,
    ZERO,
    Add,
    Div,
    E,
    Expr,
    Fn,
    Int,
    Mul,
    Neg,
    Num,
    Pow,
    Rel,
    Sym,
    fn,
    sqrt,
)  # fmt: skip
from fluxions.calculus.rules.integration.pieces import Pieces, as_power, linear, over, pieces, product
from fluxions.calculus.rules.integration.squares import pure_quadratic, root_of, sign_of
from fluxions.calculus.trees import free_of

BASIC, TRIG, SQUARES = "antiderivatives-basic", "trig-integrals", "completing-square-integrals"
MACHINE, BELL = "sigmoid-logit-softplus", "error-function-normal-cdf"


class Row(NamedTuple):
    """One integral: the rule's name, skill, sentence and title, and the antiderivative at x."""

    rule: str
    skill: str
    says: str
    title: str
    value: Callable[[Expr], Expr]


def _log(u: Expr) -> Expr:
    return fn("ln", fn("abs", u))


# (function, exponent) -> row; 1/cos stands for sec
FUNCTIONS: dict[tuple[str, int], Row] = {
    ("sin", 1): Row("integral-sine", BASIC, "The integral of $\\sin {x}$ is $-\\cos {x}$.", "the integral of sine",
                    lambda x: Neg(fn("cos", x))),
    ("cos", 1): Row("integral-cosine", BASIC, "The integral of $\\cos {x}$ is $\\sin {x}$.", "the integral of cosine",
                    lambda x: fn("sin", x)),
    ("tan", 1): Row("integral-tangent", TRIG, "The integral of $\\tan {x}$ is $-\\ln|\\cos {x}|$.",
                    "the integral of tangent", lambda x: Neg(_log(fn("cos", x)))),
    ("cot", 1): Row("integral-cotangent", TRIG, "The integral of $\\cot {x}$ is $\\ln|\\sin {x}|$.",
                    "the integral of cotangent", lambda x: _log(fn("sin", x))),
    ("cos", -1): Row("integral-secant", TRIG, "The integral of $\\sec {x}$ is $\\ln|\\sec {x} + \\tan {x}|$.",
                     "the integral of secant", lambda x: _log(Add((fn("sec", x), fn("tan", x))))),
    ("sin", -1): Row("integral-cosecant", TRIG, "The integral of $\\csc {x}$ is $-\\ln|\\csc {x} + \\cot {x}|$.",
                     "the integral of cosecant", lambda x: Neg(_log(Add((fn("csc", x), fn("cot", x)))))),
    ("cos", -2): Row("integral-secant-squared", BASIC, "The integral of $\\sec^2 {x}$ is $\\tan {x}$.",
                     "the integral of secant squared", lambda x: fn("tan", x)),
    ("sin", -2): Row("integral-cosecant-squared", BASIC, "The integral of $\\csc^2 {x}$ is $-\\cot {x}$.",
                     "the integral of cosecant squared", lambda x: Neg(fn("cot", x))),
    ("sinh", 1): Row("integral-sinh", BASIC, "The integral of $\\sinh {x}$ is $\\cosh {x}$.", "the integral of sinh",
                     lambda x: fn("cosh", x)),
    ("cosh", 1): Row("integral-cosh", BASIC, "The integral of $\\cosh {x}$ is $\\sinh {x}$.", "the integral of cosh",
                     lambda x: fn("sinh", x)),
    ("tanh", 1): Row("integral-tanh", BASIC, "The integral of $\\tanh {x}$ is $\\ln(\\cosh {x})$.",
                     "the integral of tanh", lambda x: fn("ln", fn("cosh", x))),
    ("coth", 1): Row("integral-coth", BASIC, "The integral of $\\coth {x}$ is $\\ln|\\sinh {x}|$.",
                     "the integral of coth", lambda x: _log(fn("sinh", x))),
    ("cosh", -1): Row("integral-sech", TRIG, "The integral of $1/\\cosh {x}$ is $\\arctan(\\sinh {x})$.",
                      "the integral of sech", lambda x: fn("arctan", fn("sinh", x))),
    ("sinh", -1): Row("integral-csch", TRIG, "The integral of $1/\\sinh {x}$ is $\\ln|\\tanh({x}/2)|$.",
                      "the integral of csch", lambda x: _log(fn("tanh", Div(x, TWO)))),
    ("cosh", -2): Row("integral-sech-squared", BASIC, "The integral of $1/\\cosh^2 {x}$ is $\\tanh {x}$.",
                      "the integral of sech squared", lambda x: fn("tanh", x)),
    ("sinh", -2): Row("integral-csch-squared", BASIC, "The integral of $1/\\sinh^2 {x}$ is $-\\coth {x}$.",
                      "the integral of csch squared", lambda x: Neg(fn("coth", x))),
    ("sigmoid", 1): Row("integral-sigmoid", MACHINE, "The integral of the sigmoid is the softplus function.",
                        "the integral of the sigmoid", lambda x: fn("softplus", x)),
    ("relu", 1): Row("integral-relu", BASIC, "The integral of ReLU is half its square.", "the integral of ReLU",
                     lambda x: Div(Pow(fn("relu", x), TWO), TWO)),
    ("abs", 1): Row("integral-absolute-value", BASIC, "The integral of $|{x}|$ is ${x}|{x}|/2$.",
                    "the integral of the absolute value", lambda x: Div(Mul((x, fn("abs", x))), TWO)),
    ("sign", 1): Row("integral-sign", BASIC, "The integral of the sign is the absolute value.",
                     "the integral of the sign", lambda x: fn("abs", x)),
    ("phi", 1): Row("integral-normal-density", BELL, "The integral of the normal density is $\\Phi({x})$.",
                    "the integral of the normal density", lambda x: fn("Phi", x)),
    ("ln", -1): Row("integral-logarithmic", BELL, "No elementary function does it: the integral of $1/\\ln {x}$ is "
                    "called the logarithmic integral.", "the logarithmic integral", lambda x: fn("li", x)),
}  # fmt: skip
PAIRS: dict[frozenset[tuple[str, int]], Row] = {
    frozenset({("sin", 1), ("cos", -2)}): Row(
        "integral-secant-tangent", BASIC, "The integral of $\\sec {x}\\tan {x}$ is $\\sec {x}$.",
        "the integral of secant times tangent", lambda x: fn("sec", x)),
    frozenset({("tan", 1), ("cos", -1)}): Row(
        "integral-tangent-secant", BASIC, "The integral of $\\sec {x}\\tan {x}$ is $\\sec {x}$.",
        "the integral of secant times tangent", lambda x: fn("sec", x)),
    frozenset({("cos", 1), ("sin", -2)}): Row(
        "integral-cosecant-cotangent", BASIC, "The integral of $\\csc {x}\\cot {x}$ is $-\\csc {x}$.",
        "the integral of cosecant times cotangent", lambda x: Neg(fn("csc", x))),
    frozenset({("cot", 1), ("sin", -1)}): Row(
        "integral-cotangent-cosecant", BASIC, "The integral of $\\csc {x}\\cot {x}$ is $-\\csc {x}$.",
        "the integral of cosecant times cotangent", lambda x: Neg(fn("csc", x))),
    frozenset({("sinh", 1), ("cosh", -2)}): Row(
        "integral-sech-tanh", BASIC, "The integral of $\\sinh {x}/\\cosh^2 {x}$ is $-1/\\cosh {x}$.",
        "the integral of sech times tanh", lambda x: Neg(fn("sech", x))),
    frozenset({("tanh", 1), ("cosh", -1)}): Row(
        "integral-tanh-sech", BASIC, "The integral of $\\tanh {x}/\\cosh {x}$ is $-1/\\cosh {x}$.",
        "the integral of sech times tanh", lambda x: Neg(fn("sech", x))),
}  # fmt: skip
OVER_X = {"sin": "Si", "cos": "Ci"}


def power(goal: Expr) -> Expr | Found | None:
    """∫ xⁿ dx = xⁿ⁺¹/(n + 1) for n ≠ −1."""
    match _goal(goal):
        case (Pieces(_, ((base, n),)), x) if base == x and free_of(n, x) and n != Num(-1):
            raised = Num(n.value + 1) if isinstance(n, Num) else tidied(Add((n, ONE)))
            needed = () if isinstance(n, Num) else (Condition(Rel("!=", n, Num(-1)), "assumed"),)
            return Found(tidied(Div(as_power(x, raised), raised)), (("n", n), ("x", x)), needed)
    return None


def one_over_x(goal: Expr) -> Expr | Found | None:
    """∫ 1/x dx = ln|x|."""
    match _goal(goal):
        case (Pieces(_, ((base, n),)), x) if base == x and n == Num(-1):
            return Found(_log(x), (("x", x),))
    return None


def exponential(goal: Expr) -> Expr | Found | None:
    """∫ eˣ dx = eˣ."""
    match _goal(goal):
        case (Pieces(_, ((base, n),)), x) if base == E and n == x:
            return Found(Pow(E, x), (("x", x),))
    return None


def exponential_to_base(goal: Expr) -> Expr | Found | None:
    """∫ aˣ dx = aˣ/ln a for a constant a > 0 other than 1."""
    match _goal(goal):
        case (Pieces(_, ((a, n),)), x) if a != E and free_of(a, x) and n == x:
            needed = () if isinstance(a, Num) else (Condition(Rel(">", a, ZERO), "assumed"),)
            return Found(Div(Pow(a, x), fn("ln", a)), (("a", a), ("x", x)), needed)
    return None


def plain_inverse(goal: Expr) -> Expr | Found | None:
    """∫ 1/(1 + x²) dx = arctan x and ∫ 1/√(1 − x²) dx = arcsin x."""
    for exponent, square, name in ((Num(-1), ONE, "arctan"), (Num(Fraction(-1, 2)), Num(-1), "arcsin")):
        quadratic = _under(goal, exponent)
        if quadratic is not None and quadratic[1:3] == (square, ONE):
            value = fn(name, quadratic[0])
            return Found(value, (("g", goal.children[0]), ("f", value)))
    return None


def inverse_tangent(goal: Expr) -> Expr | Found | None:
    """∫ 1/(p x² + c) dx = arctan(x √(p/c))/√(pc) for p, c of one sign."""
    quadratic = _under(goal, Num(-1))
    if quadratic is None or quadratic[3] < 0:
        return None
    x, p, c, _, needed = quadratic
    turned = sign_of(c) == -1
    up, down = (root_of(tidied(Neg(each)) if turned else each) for each in (p, c))
    value = over(fn("arctan", over(product((up, x)), down)), product((up, down)))
    return Found(tidied(Neg(value) if turned else value), (("x", x), ("a", tidied(over(down, up)))), needed)


def difference_of_squares(goal: Expr) -> Expr | Found | None:
    """∫ 1/(x² − a²) dx = ln|(x − a)/(x + a)|/(2a)."""
    quadratic = _under(goal, Num(-1))
    if quadratic is None or quadratic[3] > 0:
        return None
    x, p, c, _, needed = quadratic
    turned = sign_of(c) == 1
    up, down = root_of(tidied(Neg(p)) if turned else p), root_of(c if turned else tidied(Neg(c)))
    line, twice = product((up, x)), product((TWO, up, down))
    ratio = Div(Add((line, Neg(down))), Add((line, down)))
    value = Div(_log(tidied(ratio)), twice)
    return Found(tidied(Neg(value) if turned else value), (("x", x), ("a", tidied(over(down, up)))), needed)


def inverse_sine(goal: Expr) -> Expr | Found | None:
    """∫ 1/√(a² − x²) dx = arcsin(x/a) for a > 0."""
    quadratic = _under(goal, Num(Fraction(-1, 2)))
    if quadratic is None or sign_of(quadratic[1]) != -1:
        return None
    x, p, c, _, needed = quadratic
    up, down = root_of(tidied(Neg(p))), root_of(c)
    positive = tuple(Condition(Rel(">", each, ZERO), "assumed") for each in (up, down) if sign_of(each) is None)
    value = over(fn("arcsin", over(product((up, x)), down)), up)
    return Found(tidied(value), (("x", x), ("a", tidied(over(down, up)))), (*needed, *positive))


def root_logarithm(goal: Expr) -> Expr | Found | None:
    """∫ 1/√(x² + c) dx = ln|x + √(x² + c)|, c of either sign."""
    quadratic = _under(goal, Num(Fraction(-1, 2)))
    if quadratic is None or sign_of(quadratic[1]) == -1:
        return None
    x, p, c, _, needed = quadratic
    up = root_of(p)
    inside = Add((product((up, x)), sqrt(Add((product((p, Pow(x, TWO))), c)))))
    positive = sign_of(c) == 1
    logarithm = fn("ln", tidied(inside)) if positive else _log(tidied(inside))
    return Found(tidied(over(logarithm, up)), (("x", x),), needed)


def exponential_integral(goal: Expr) -> Expr | Found | None:
    """∫ e^(ax)/x dx = Ei(ax), ∫ sin(ax)/x dx = Si(ax), ∫ cos(ax)/x dx = Ci(ax)."""
    match _goal(goal):
        case (Pieces(_, powers), x) if len(powers) == 2 and (x, Num(-1)) in powers:
            base, n = powers[0] if powers[1][0] == x else powers[1]
            if base == E and _multiple(n, x):
                return Found(fn("Ei", n), (("f", fn("Ei", n)),))
            if isinstance(base, Fn) and base.name in OVER_X and n == ONE and _multiple(base.args[0], x):
                value = fn(OVER_X[base.name], *base.args)
                return Found(value, (("f", value),))
    return None


def _multiple(e: Expr, x: Sym) -> bool:
    line = linear(e, x)
    return line is not None and line[1] == ZERO


def bell_curve(goal: Expr) -> Expr | Found | None:
    """∫ e^(−a x²) dx = √(π/a)/2 · erf(√a x) for a > 0."""
    match _goal(goal):
        case (Pieces(_, ((base, n),)), x) if base == E:
            square = pure_quadratic(n, x)
            if square is None or sign_of(square[0]) == 1:
                return None
            a = tidied(Neg(square[0]))
            needed = () if sign_of(a) == 1 else (Condition(Rel(">", a, ZERO), "assumed"),)
            root = root_of(a)
            front = sqrt(PI) if square[1] == ZERO else product((sqrt(PI), Pow(E, square[1])))
            value = Div(product((front, fn("erf", product((root, x))))), product((TWO, root)))
            return Found(tidied(value), (("x", x),), needed)
    return None


def _goal(goal: Expr) -> tuple[Pieces, Sym] | None:
    """The pieces of an indefinite integral whose constant factor is 1."""
    match goal:
        case Int(f, x, None):
            found = pieces(f, x)
            return (found, x) if found.constant == ONE else None
    return None


def _under(goal: Expr, exponent: Num) -> tuple[Sym, Expr, Expr, int, tuple[Condition, ...]] | None:
    """(x, p, c, sign of p·c, conditions) where the integrand is (p x² + c) to the exponent; a letter counts as > 0."""
    match _goal(goal):
        case (Pieces(_, ((base, n),)), x) if n == exponent:
            square = pure_quadratic(base, x)
            if square is None or square[1] == ZERO:
                return None
            signs = [sign_of(each) for each in square]
            needed = tuple(
                Condition(Rel(">", each.arg if isinstance(each, Neg) else each, ZERO), "assumed")
                for each, sign in zip(square, signs, strict=True) if sign is None
            )  # fmt: skip
            first, second = (
                (-1 if isinstance(each, Neg) else 1) if sign is None else sign
                for each, sign in zip(square, signs, strict=True)
            )
            return x, square[0], square[1], first * second, needed
    return None


def _row(goal: Expr) -> tuple[Row, Sym] | None:
    match _goal(goal):
        case (Pieces(_, ((Fn(name, (u,)), Num(n)),)), x) if u == x and (name, n) in FUNCTIONS:
            return FUNCTIONS[name, int(n)], x
        case (Pieces(_, ((Fn(f, (u,)), Num(m)), (Fn(g, (v,)), Num(n)))), x) if u == v == x:
            row = PAIRS.get(frozenset({(f, int(m)), (g, int(n))})) if m.denominator == n.denominator == 1 else None
            return None if row is None else (row, x)
    return None


def _row_rule(row: Row) -> Rule:
    def rewrite(goal: Expr) -> Expr | Found | None:
        found = _row(goal)
        return Found(row.value(found[1]), (("x", found[1]),)) if found is not None and found[0] is row else None

    rewrite.__doc__ = row.says
    return Rule(row.rule, row.skill, row.says, rewrite, row.title)


ROWS = {row.rule: _row_rule(row) for row in (*FUNCTIONS.values(), *PAIRS.values())}
RULES = (
    Rule("integral-power", BASIC, "Raise the exponent ${n}$ by one and divide by the new exponent.", power,
         "the power rule of integration"),
    Rule("integral-reciprocal", BASIC, "The integral of $1/{x}$ is $\\ln|{x}|$.", one_over_x, "the integral of 1/x"),
    Rule("integral-exponential", BASIC, "The exponential $e^{{x}}$ is its own integral.", exponential,
         "the integral of the exponential"),
    Rule("integral-exponential-to-base", BASIC, "An exponential keeps its form, divided by the logarithm of its base "
         "${a}$.", exponential_to_base, "the integral of an exponential"),
    *ROWS.values(),
    Rule("integral-inverse-function", BASIC, "The integral of ${g}$ is ${f}$.", plain_inverse,
         "the integral that gives an inverse function"),
    Rule("integral-arctangent", BASIC, "This is $1/({x}^2 + a^2)$ up to a factor, with $a = {a}$: its integral is "
         "$\\arctan({x}/a)/a$.", inverse_tangent, "the integral that gives an arctangent"),
    Rule("integral-difference-of-squares", BASIC, "This is $1/({x}^2 - a^2)$ up to a factor, with $a = {a}$: its "
         "integral is $\\ln|({x} - a)/({x} + a)|/(2a)$.", difference_of_squares, "the integral over a difference of "
         "squares"),
    Rule("integral-arcsine", BASIC, "This is $1/\\sqrt{a^2 - {x}^2}$ up to a factor, with $a = {a}$: its integral is "
         "$\\arcsin({x}/a)$.", inverse_sine, "the integral that gives an arcsine"),
    Rule("integral-root-logarithm", BASIC, "One over the root of ${x}^2$ plus a constant: the integral is the "
         "logarithm of ${x}$ plus the root.", root_logarithm, "the integral that gives a logarithm of a root"),
    Rule("integral-special", BELL, "No elementary function does it: this integral is called ${f}$.",
         exponential_integral, "the sine, cosine or exponential integral"),
    Rule("integral-bell-curve", BELL, "No elementary function does it: the integral of the bell curve is written with "
         "the error function.", bell_curve, "the integral of the bell curve"),
)  # fmt: skip
FORMS = tuple(rule for rule in RULES if rule.name not in ROWS)


def looked_up(goal: Expr) -> tuple[Rule, Found] | None:
    """The form of the table that the integral is, and its value."""
    row = _row(goal)
    if row is not None:
        rule = ROWS[row[0].rule]
        return rule, Found(row[0].value(row[1]), (("x", row[1]),))
    for rule in FORMS:
        result = found(rule.rewrite(goal))
        if result is not None:
            return rule, result
    return None

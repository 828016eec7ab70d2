"""Wrong antiderivatives: signs and factors lost, neighbours of the table, and powers of waves."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Misconception, found
from fluxions.calculus.expr import (
    ONE,
    TWO,
    Add,
    At,
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
    fn,
    sqrt,
)  # fmt: skip
from fluxions.calculus.misconceptions.everywhere import in_every_term
from fluxions.calculus.misconceptions.integrals import power_of, square_plus
from fluxions.calculus.misconceptions.substitutions import inside_of
from fluxions.calculus.rules.definite.fundamental import split_constant
from fluxions.calculus.rules.integration.rational import partial_fractions
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.trees import free_of


def minus_of_power_lost(goal: Expr) -> Expr | None:
    """∫ x⁻ⁿ dx taken for x⁻ⁿ⁺¹/(n − 1)."""
    match power_of(goal):
        case (x, n) if n < -1:
            return Div(Pow(x, Num(n + 1)), Num(-n - 1))
    return None


def minus_of_inside_lost(goal: Expr) -> Expr | None:
    """∫ g(b − a x) dx taken for G(b − a x)/a."""
    match goal:
        case Int(f, x, None) if (seen := inside_of(f, x)) is not None:
            known = coefficients(seen[2], x)
            match known and set(known) <= {0, 1} and known[1]:
                case Num(a) if a < 0:
                    return Div(At(Int(seen[0], seen[1]), seen[1], seen[2]), Num(-a))
    return None


def factor_divided(goal: Expr) -> Expr | None:
    """∫ c f dx taken for ∫ f dx/c."""
    match goal:
        case Int(f, x, None) if not f.stands and not free_of(f, x):
            c, rest = split_constant(f, x)
            if isinstance(c, Num) and c.value.denominator == 1 and c.value > 1 and rest != ONE:
                return Div(Int(rest, x), c)
    return None


def factor_lost(goal: Expr) -> Expr | None:
    """∫ c f dx taken for ∫ f dx, where f is more than the number."""
    match goal:
        case Int(f, x, None) if not f.stands and not free_of(f, x):
            c, rest = split_constant(f, x)
            return Int(rest, x) if c not in (ONE, Num(-1)) and rest != ONE else None
    return None


def inside_integrated(goal: Expr) -> Expr | None:
    """∫ g(v) dx taken for G(∫ v dx), for a line v."""
    match goal:
        case Int(f, x, None) if (seen := inside_of(f, x)) is not None:
            known = coefficients(seen[2], x)
            if known is not None and max(known) == 1:
                return At(Int(seen[0], seen[1]), seen[1], Int(seen[2], x))
    return None


# --- neighbours in the table -----------------------------------------------------------------------------------------
def arctangent_root_lost(goal: Expr) -> Expr | None:
    """∫ dx/(x² + a²) taken for arctan(x/a²)/a²."""
    match square_plus(goal):
        case (x, a):
            return Div(fn("arctan", Div(x, Pow(a, TWO))), Pow(a, TWO))
    return None


def arctangent_inside_up(goal: Expr) -> Expr | None:
    """∫ dx/(x² + a²) taken for arctan(a x)/a."""
    match square_plus(goal):
        case (x, a):
            return Div(fn("arctan", Mul((a, x))), a)
    return None


def root_minus(goal: Expr) -> tuple[Sym, Expr] | None:
    """(x, a) of a goal ∫ dx/√(a² − x²)."""
    match goal:
        case Int(Div(top, Root(below, Num(n))), x, None) if top == ONE and n == 2:
            known = coefficients(below, x)
            if known is not None and set(known) == {0, 2} and known[2] == Num(-1):
                match known[0]:
                    case Num(c) if c > 0:
                        return x, sqrt(known[0])
    return None


def arcsine_of_x(goal: Expr) -> Expr | None:
    """∫ dx/√(a² − x²) taken for arcsin x."""
    match root_minus(goal):
        case (x, a) if a != sqrt(ONE):
            return fn("arcsin", x)
    return None


def arcsine_factor_added(goal: Expr) -> Expr | None:
    """∫ dx/√(a² − x²) taken for arcsin(x/a)/a."""
    match root_minus(goal):
        case (x, a) if a != sqrt(ONE):
            return Div(fn("arcsin", Div(x, a)), a)
    return None


def arcsine_root_lost(goal: Expr) -> Expr | None:
    """∫ dx/√(a² − x²) taken for arcsin(x/a²)."""
    match root_minus(goal):
        case (x, a) if a != sqrt(ONE):
            return fn("arcsin", Div(x, Pow(a, TWO)))
    return None


def arctangent_for_arcsine(goal: Expr) -> Expr | None:
    """∫ dx/√(a² − x²) taken for arctan(x/a), and ∫ dx/(x² + a²) for arcsin(x/a)."""
    match root_minus(goal):
        case (x, a):
            return fn("arctan", Div(x, a))
    match square_plus(goal):
        case (x, a):
            return fn("arcsin", Div(x, a))
    return None


def tangent_sign(goal: Expr) -> Expr | None:
    """∫ tan taken for ln|cos|, ∫ cot for −ln|sin|, and ∫ 1/cos² for −tan, ∫ 1/sin² for cot."""
    match goal:
        case Int(Fn("tan" | "cot") as f, x, None) | Int(Pow(Fn("sec" | "csc"), Num()) as f, x, None):
            return Neg(goal) if not free_of(f, x) else None
        case Int(Div(_, Pow(Fn("sin" | "cos"), Num(n))) as f, x, None) if n == 2:
            return Neg(goal) if not free_of(f, x) else None
    return None


def tangent_by_the_sine(goal: Expr) -> Expr | None:
    """∫ tan taken for −ln|sin|, and ∫ cot for ln|cos|."""
    match goal:
        case Int(Fn("tan" | "cot" as name, (u,)), x, None) if u == x:
            return Neg(fn("ln", fn("abs", fn("sin", x)))) if name == "tan" else fn("ln", fn("abs", fn("cos", x)))
    return None


# --- powers of waves -------------------------------------------------------------------------------------------------
def half_of_double_angle_lost(goal: Expr) -> Expr | None:
    """∫ sin² taken for ∫ (1 − cos 2u), and ∫ cos² for ∫ (1 + cos 2u)."""
    match goal:
        case Int(Pow(Fn("sin" | "cos" as name, (u,)), Num(n)), x, None) if n == 2:
            double = fn("cos", Mul((TWO, u)))
            return Int(ONE - double if name == "sin" else ONE + double, x)
    return None


def antiderivative_to_the_power(goal: Expr) -> Expr | None:
    """∫ sinⁿ taken for (∫ sin)ⁿ."""
    match goal:
        case Int(Pow(Fn("sin" | "cos") as wave, Num() as n), x, None):
            return Pow(Int(wave, x), n)
    return None


def wave_integrated_in_power(goal: Expr) -> Expr | None:
    """∫ sinⁿ taken for (∫ sin)ⁿ⁺¹/(n + 1)."""
    match goal:
        case Int(Pow(Fn("sin" | "cos") as wave, Num(n)), x, None) if n > 1:
            return Div(Pow(Int(wave, x), Num(n + 1)), Num(n + 1))
    return None


# --- partial fractions -----------------------------------------------------------------------------------------------
def _fractions(goal: Expr) -> tuple[Sym, tuple[Expr, Expr]] | None:
    """The two partial fractions that a goal opens into."""
    match goal:
        case Int(Div(), x, None):
            match found(partial_fractions(goal)):
                case Found(Int(Add((first, second)))) if not free_of(first, x):
                    return x, (first, second)
    return None


def fractions_all_plus(goal: Expr) -> Expr | None:
    """A/(x − a) − B/(x − b) taken with a plus."""
    match _fractions(goal):
        case (x, (first, second)) if isinstance(first, Neg) or isinstance(second, Neg):
            return Int(Add((_bare(first), _bare(second))), x)
    return None


def _bare(e: Expr) -> Expr:
    return e.arg if isinstance(e, Neg) else e


def fractions_exchanged(goal: Expr) -> Expr | None:
    """A/(x − a) + B/(x − b) taken for B/(x − a) + A/(x − b)."""
    match _fractions(goal):
        case (x, (first, second)):
            one, other = _coefficient(first, x), _coefficient(second, x)
            if one is not None and other is not None:
                return Int(Add((Div(other[0], one[1]), Div(one[0], other[1]))), x)
    return None


def _coefficient(e: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    """(A, q) of a fraction A/q with a number A."""
    match e:
        case Neg(inner):
            found_in = _coefficient(inner, x)
            return None if found_in is None else (Neg(found_in[0]), found_in[1])
        case Div(top, below) if free_of(top, x):
            c, rest = split_constant(below, x)
            return Div(top, c), rest
        case Mul((c, Div(top, below))) if free_of(c, x) and free_of(top, x):
            return Mul((c, top)), below
    return None


def fractions_with_numerator(goal: Expr) -> Expr | None:
    """c/((x − a)(x − b)) taken for c/(x − a) ± c/(x − b): the system was not solved."""
    match goal, _fractions(goal):
        case Int(Div(top, _)), (x, (first, second)) if free_of(top, x):
            one, other = _coefficient(first, x), _coefficient(second, x)
            if one is not None and other is not None:
                signs = (isinstance(first, Neg), isinstance(second, Neg))
                parts = (Div(top, one[1]), Div(top, other[1]))
                return Int(Add(tuple(Neg(p) if s else p for p, s in zip(parts, signs, strict=True))), x)
    return None


def logarithms_multiplied(goal: Expr) -> Expr | None:
    """∫ c/(p q) dx taken for c · ∫ dx/p · ∫ dx/q."""
    match goal:
        case Int(Div(c, Mul((p, q))), x, None) if free_of(c, x) and not free_of(p, x) and not free_of(q, x):
            if coefficients(p, x) is not None and coefficients(q, x) is not None:
                return Mul((c, Int(Div(ONE, p), x), Int(Div(ONE, q), x)))
    return None


BASIC, FRACTIONS, WAVES = "antiderivatives-basic", "partial-fractions", "trig-integrals"
APART = "int(8/((x - 3)*(x + 5)), x)"
MISCONCEPTIONS = (
    Misconception("integrated-exponent-sign-lost", BASIC,
        "You divided by the new exponent without its sign. For $x^{-n}$ it is $1 - n$, which is negative for $n > 1$.",
        in_every_term(minus_of_power_lost), "The sign of the new exponent is missing", ("int(1/x^2, x)", "1/x")),
    Misconception("integrated-inside-sign-lost", "u-substitution",
        "You divided by the slope of the inside without its minus. For $b - a\\,x$ the slope is $-a$: divide by that.",
        minus_of_inside_lost, "The minus of the inside is missing below", ("int(e^(-2x), x)", "e^(-2x)/2")),
    Misconception("integrated-factor-divided", BASIC,
        "You divided by the constant factor. It stays in front: $\\int c\\,f\\,dx = c\\int f\\,dx$.",
        factor_divided, "Divided by the constant factor", ("int(3/x, x)", "ln(x)/3")),
    Misconception("integrated-factor-lost", BASIC,
        "A constant factor has gone missing. It stays in front: $\\int c\\,f\\,dx = c\\int f\\,dx$.",
        factor_lost, "The constant factor of the integrand is missing", ("int(6x^2, x)", "x^3/3")),
    Misconception("inside-integrated", "u-substitution",
        "You integrated the inside where it stands. It stays as it is: integrate the outside, and divide by the slope "
        "of the inside.",
        inside_integrated, "The inside was integrated", ("int(cos(3x), x)", "sin(3x^2/2)")),
    Misconception("arctangent-root-lost", BASIC,
        "You divided by the square. In $x^2 + a^2$ it is its root $a$ that divides: $\\frac1a\\arctan\\frac xa$.",
        arctangent_root_lost, "The root of the constant in the arctangent", ("int(1/(x^2 + 9), x)", "arctan(x/9)/9")),
    Misconception("arctangent-inside-upside-down", BASIC,
        "You multiplied inside the arctangent. Divide by $a$ there: $\\frac1a\\arctan\\frac xa$.",
        arctangent_inside_up, "The inside of the arctangent is upside down", ("int(1/(x^2 + 9), x)", "arctan(3x)/3")),
    Misconception("arcsine-of-x-itself", BASIC,
        "You took the arcsine of $x$ itself. Divide by the constant first: $\\sqrt{a^2 - x^2}$ leads to "
        "$\\arcsin(x/a)$.",
        arcsine_of_x, "The arcsine of the wrong quotient", ("int(1/sqrt(4 - x^2), x)", "arcsin(x)")),
    Misconception("arcsine-factor-added", BASIC,
        "You put a factor in front of the arcsine, as for the arctangent. Differentiate $\\arcsin(x/a)$: the inner "
        "slope $1/a$ is used up by the root, and no factor is left.",
        arcsine_factor_added, "A factor too many before the arcsine", ("int(1/sqrt(4 - x^2), x)", "arcsin(x/2)/2")),
    Misconception("arcsine-root-lost", BASIC,
        "You divided by the square. In $a^2 - x^2$ it is its root $a$ that divides: $\\arcsin(x/a)$.",
        arcsine_root_lost, "The root of the constant in the arcsine", ("int(1/sqrt(4 - x^2), x)", "arcsin(x/4)")),
    Misconception("arcsine-for-arctangent", BASIC,
        "You took the other inverse function. $1/(x^2 + a^2)$ leads to an arctangent, $1/\\sqrt{a^2 - x^2}$ to an "
        "arcsine.",
        arctangent_for_arcsine, "Arcsine and arctangent exchanged in integrating",
        ("int(1/sqrt(4 - x^2), x)", "arctan(x/2)")),
    Misconception("tangent-integral-sign", WAVES,
        "The sign is the other one. Check by differentiating: $-\\ln|\\cos x|$ leads to $\\tan x$, $\\ln|\\sin x|$ to "
        "$\\cot x$, and $\\tan x$ to $1/\\cos^2 x$.",
        tangent_sign, "The sign of an integral with the tangent", ("int(tan(x), x)", "ln(cos(x))")),
    Misconception("tangent-by-the-sine", WAVES,
        "You took the logarithm of the other function. What stands below the line counts: $\\tan = \\sin/\\cos$ leads "
        "to $\\cos$, $\\cot = \\cos/\\sin$ to $\\sin$.",
        tangent_by_the_sine, "The logarithm of the wrong wave", ("int(tan(x), x)", "-ln(sin(x))")),
    Misconception("double-angle-half-lost", WAVES,
        "You lost the half of the double angle. It is $\\sin^2 x = (1 - \\cos 2x)/2$ and $\\cos^2 x = "
        "(1 + \\cos 2x)/2$.",
        half_of_double_angle_lost, "The half of the double angle is missing",
        ("int(sin(x)^2, x)", "x - sin(2x)/2")),
    Misconception("antiderivative-to-the-power", WAVES,
        "You integrated the wave and kept the power. A power has no such rule: rewrite the square with the double "
        "angle, or substitute.",
        antiderivative_to_the_power, "Only the wave was integrated", ("int(sin(x)^2, x)", "cos(x)^2")),
    Misconception("wave-integrated-in-power", WAVES,
        "You integrated the wave and raised its power. A power has no such rule: rewrite the square with the double "
        "angle, or substitute.",
        wave_integrated_in_power, "Wave and power integrated at once", ("int(sin(x)^2, x)", "-cos(x)^3/3")),
    Misconception("partial-signs-lost", FRACTIONS,
        "You lost the sign of a coefficient. Put in the zero of each factor: the two values of the other factor have "
        "opposite signs here.",
        fractions_all_plus, "The sign of a partial fraction is missing", (APART, "ln(x - 3) + ln(x + 5)")),
    Misconception("partial-coefficients-exchanged", FRACTIONS,
        "You exchanged the coefficients of the two fractions. To find that of $1/(x - a)$ put $x = a$ into what is "
        "left without this factor.",
        fractions_exchanged, "The coefficients of the partial fractions are exchanged",
        (APART, "ln(x + 5) - ln(x - 3)")),
    Misconception("partial-coefficients-not-found", FRACTIONS,
        "You kept the numerator over each factor. The coefficients have to be found: bring the fractions together "
        "again and compare.",
        fractions_with_numerator, "The numerator over each factor", (APART, "8ln(x - 3) - 8ln(x + 5)")),
    Misconception("reciprocals-multiplied", FRACTIONS,
        "You integrated one over each factor and multiplied. A product has no such rule: write it as a sum of partial "
        "fractions first.",
        logarithms_multiplied, "Antiderivatives of the factors multiplied", (APART, "8ln(x - 3)*ln(x + 5)")),
)  # fmt: skip

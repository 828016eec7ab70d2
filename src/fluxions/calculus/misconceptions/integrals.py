"""Wrong ways to antiderivatives of powers, waves, exponentials and constants."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Misconception
from fluxions.calculus.expr import ONE, ZERO, Add, Const, Diff, Div, Expr, Fn, Int, Mul, Neg, Num, Pow, Root, Sym, fn
from fluxions.calculus.misconceptions.everywhere import in_every_term
from fluxions.calculus.rules.definite.fundamental import split_constant
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.trees import free_of


def exponent_of(f: Expr, x: Sym) -> Fraction | None:
    """n where f is written as xⁿ: x, x³, 1/x², √x."""
    match f:
        case Sym() if f == x:
            return Fraction(1)
        case Pow(base, Num(n)) | Root(base, Num(n)) if base == x and n != 0:
            return Fraction(n) if isinstance(f, Pow) else 1 / Fraction(n)
        case Div(top, below) if top == ONE:
            n = exponent_of(below, x)
            return None if n is None else -n
    return None


def power_of(goal: Expr) -> tuple[Sym, Fraction] | None:
    """(x, n) of a goal ∫ xⁿ dx."""
    match goal:
        case Int(f, x, None) if (n := exponent_of(f, x)) is not None:
            return x, n
    return None


def old_exponent_divided(goal: Expr) -> Expr | None:
    """∫ xⁿ dx taken for xⁿ⁺¹/n."""
    match power_of(goal):
        case (x, n) if n not in (0, -1, 1):
            return Div(Pow(x, Num(n + 1)), Num(n))
    return None


def not_divided(goal: Expr) -> Expr | None:
    """∫ xⁿ dx taken for xⁿ⁺¹."""
    match power_of(goal):
        case (x, n) if n != -1:
            return Pow(x, Num(n + 1))
    return None


def multiplied_by_exponent(goal: Expr) -> Expr | None:
    """∫ xⁿ dx taken for (n + 1) xⁿ⁺¹."""
    match power_of(goal):
        case (x, n) if n != -1:
            return Mul((Num(n + 1), Pow(x, Num(n + 1))))
    return None


def exponent_kept(goal: Expr) -> Expr | None:
    """∫ xⁿ dx taken for xⁿ/(n + 1)."""
    match power_of(goal):
        case (x, n) if n != -1:
            return Div(Pow(x, Num(n)), Num(n + 1))
    return None


def negative_exponent_grown(goal: Expr) -> Expr | None:
    """∫ x⁻ⁿ dx taken for x⁻ⁿ⁻¹/(−n − 1): the size of the exponent is raised."""
    match power_of(goal):
        case (x, n) if n < 0:
            return Div(Pow(x, Num(n - 1)), Num(n - 1))
    return None


def differentiated_instead(goal: Expr) -> Expr | None:
    """∫ f dx taken for f'."""
    match goal:
        case Int(f, x, None) if not free_of(f, x) and not f.stands and (exponent_of(f, x) or _plain(f, x)):
            return Diff(f, x)
    return None


def differentiated_throughout(goal: Expr) -> Expr | Found | None:
    """The same for a whole sum, or for each term of one that is no polynomial."""
    return differentiated_instead(goal) or in_every_term(differentiated_instead)(goal)


def _plain(f: Expr, x: Sym) -> bool:
    """Is f a polynomial, a power of a sum or one over it, or one known function, but for what has its own name?"""
    match f:
        case Fn("sin" | "cos", (u,)):
            return u != x
        case Fn(name, (u,)):
            return u == x and name in ("ln", "tan", "arctan", "sqrt")
        case Add():
            return coefficients(f, x) is not None
        case Pow(Add(), n):
            return free_of(n, x)
        case Div(c, Add()):
            return free_of(c, x)
    return False


def wave_sign(goal: Expr) -> Expr | None:
    """∫ sin taken for cos, and ∫ cos for −sin: the signs of differentiation."""
    match goal:
        case Int(Fn("sin" | "cos" as name, (u,)), x, None) if u == x:
            return fn("cos", u) if name == "sin" else Neg(fn("sin", u))
    return None


def exponential_raised(goal: Expr) -> Expr | None:
    """∫ aᵘ dx taken for aᵘ⁺¹/(u + 1), as if it were a power of x."""
    match goal:
        case Int(Pow(a, u), x, None) if free_of(a, x) and not free_of(u, x) and not goal.arg.stands:
            return Div(Pow(a, u + ONE), u + ONE)
    return None


def base_logarithm_not_divided(goal: Expr) -> Expr | None:
    """∫ aˣ dx taken for aˣ."""
    match goal:
        case Int(Pow(a, u) as f, x, None) if u == x and free_of(a, x) and a != Const("e"):
            return f
    return None


def base_logarithm_multiplied(goal: Expr) -> Expr | None:
    """∫ aˣ dx taken for aˣ ln a."""
    match goal:
        case Int(Pow(a, u) as f, x, None) if u == x and free_of(a, x) and a != Const("e"):
            return Mul((f, fn("ln", a)))
    return None


def constant_vanishes(goal: Expr) -> Expr | None:
    """∫ c dx taken for 0, as in differentiation."""
    match goal:
        case Int(c, x, None) if free_of(c, x) and not c.stands:
            return ZERO
    return None


def constant_integrated_too(goal: Expr) -> Expr | None:
    """∫ c f dx taken for cx ∫ f dx."""
    match goal:
        case Int(f, x, None) if not free_of(f, x):
            c, moving = split_constant(f, x)
            if c not in (ONE, Num(-1)) and moving != ONE:
                return Mul((c, x, Int(moving, x)))
    return None


def logarithm_of_any_bottom(goal: Expr) -> Expr | None:
    """∫ dx/v taken for ln|v|, though the derivative of v does not stand above the line."""
    match goal:
        case Int(Div(top, v), x, None) if free_of(top, x) and not free_of(v, x) and v != x:
            known = coefficients(v, x)
            if known is None or max(known) > 1:
                return Mul((top, fn("ln", fn("abs", v))))
    return None


def arctangent_factor_lost(goal: Expr) -> Expr | None:
    """∫ dx/(x² + a²) taken for arctan(x/a)."""
    match square_plus(goal):
        case (x, a):
            return fn("arctan", Div(x, a))
    return None


def arctangent_of_x(goal: Expr) -> Expr | None:
    """∫ dx/(x² + a²) taken for arctan(x)/a²: only the factor in front is seen to."""
    match square_plus(goal):
        case (x, a):
            return Div(fn("arctan", x), Pow(a, Num(2)))
    return None


def square_plus(goal: Expr) -> tuple[Sym, Expr] | None:
    """(x, a) of a goal ∫ dx/(x² + a²) with a not 1."""
    match goal:
        case Int(Div(top, below), x, None) if top == ONE:
            known = coefficients(below, x)
            if known is not None and set(known) == {0, 2} and known[2] == ONE:
                match known[0]:
                    case Num(c) if c > 0 and c != 1:
                        return x, Root(known[0], Num(2))
                    case Pow(a, Num(n)) if n == 2:
                        return x, a
    return None


def reciprocal_of_antiderivative(goal: Expr) -> Expr | None:
    """∫ c/g dx taken for c/∫ g dx."""
    match goal:
        case Int(Div(top, below), x, None) if free_of(top, x) and exponent_of(below, x) != 1 and _polynomial(below, x):
            return Div(top, Int(below, x))
    return None


def _polynomial(e: Expr, x: Sym) -> bool:
    known = coefficients(e, x)
    return known is not None and max(known, default=0) > 0


BASIC = "antiderivatives-basic"
MISCONCEPTIONS = (
    Misconception("old-exponent-divided", BASIC,
        "You raised the exponent and divided by the old one. Divide by the new exponent: $x^{n+1}/(n+1)$.",
        in_every_term(old_exponent_divided), "Divided by the old exponent", ("int(x^2, x)", "x^3/2")),
    Misconception("new-exponent-not-divided", BASIC,
        "You raised the exponent and stopped there. Divide by the new exponent, so that differentiating gives back "
        "what you began with.",
        in_every_term(not_divided), "The division by the new exponent is missing", ("int(x^2, x)", "x^3")),
    Misconception("multiplied-by-new-exponent", BASIC,
        "You multiplied by the new exponent. Integrating undoes differentiating, so divide by it.",
        in_every_term(multiplied_by_exponent), "Multiplied by the exponent instead of divided",
        ("int(x^2, x)", "3x^3")),
    Misconception("integral-exponent-kept", BASIC,
        "You divided by $n+1$ but left the exponent as it was. Raise it by one as well: $x^{n+1}/(n+1)$.",
        in_every_term(exponent_kept), "The exponent was not raised", ("int(x^2, x)", "x^2/3")),
    Misconception("negative-exponent-grown", BASIC,
        "You lowered the negative exponent. Raise it by one, so that $-3$ becomes $-2$; for $-1$ the antiderivative "
        "is the logarithm.",
        in_every_term(negative_exponent_grown), "A negative exponent raised the wrong way",
        ("int(1/x^2, x)", "-1/(3x^3)")),
    Misconception("differentiated-instead", BASIC,
        "You differentiated. Here the function is a derivative already: find what it is the derivative of.",
        differentiated_throughout, "Differentiated instead of integrated", ("int(x^3, x)", "3x^2")),
    Misconception("wave-sign-of-derivative", BASIC,
        "You used the sign that differentiating gives. Check by differentiating: an antiderivative of $\\sin$ is "
        "$-\\cos$, and one of $\\cos$ is $\\sin$.",
        in_every_term(wave_sign), "The sign of the sine or cosine", ("int(sin(x), x)", "cos(x)")),
    Misconception("exponential-integrated-as-power", BASIC,
        "You raised the exponent as in a power of $x$. Here $x$ stands in the exponent: $e^x$ is its own "
        "antiderivative, and $a^x$ has $a^x/\\ln a$.",
        in_every_term(exponential_raised), "The power rule for an exponential", ("int(e^x, x)", "e^(x + 1)/(x + 1)")),
    Misconception("base-logarithm-not-divided", BASIC,
        "You took $a^x$ for its own antiderivative. That holds for base $e$ alone: divide by $\\ln a$.",
        in_every_term(base_logarithm_not_divided), "The logarithm of the base is missing below",
        ("int(2^x, x)", "2^x")),
    Misconception("base-logarithm-multiplied", BASIC,
        "You multiplied by $\\ln a$, as in differentiating. Integrating divides by it: $a^x/\\ln a$.",
        in_every_term(base_logarithm_multiplied), "Multiplied by the logarithm of the base",
        ("int(2^x, x)", "2^x*ln(2)")),
    Misconception("constant-integrated-to-zero", BASIC,
        "You let the constant vanish, as in differentiating. A constant $c$ has the antiderivative $c\\,x$.",
        constant_vanishes, "A constant term vanished", ("int(x + 5, x)", "x^2/2")),
    Misconception("constant-factor-integrated", BASIC,
        "You integrated the constant factor as well. It stays in front: $\\int c\\,f\\,dx = c\\int f\\,dx$.",
        in_every_term(constant_integrated_too), "The constant factor was integrated too",
        ("int(5*cos(x), x)", "5x*sin(x)")),
    Misconception("logarithm-of-any-bottom", "partial-fractions",
        "You took the logarithm of what stands below the line. $\\ln|v|$ belongs to $v'/v$: check whether the "
        "derivative of $v$ stands above it.",
        logarithm_of_any_bottom, "A logarithm for a reciprocal that has none", ("int(1/(x^2 + 4), x)", "ln(x^2 + 4)")),
    Misconception("arctangent-factor-lost", BASIC,
        "You lost the factor in front of the arctangent. Differentiate $\\arctan(x/a)$: its inner slope $1/a$ needs "
        "the factor $1/a$ in front, $\\frac1a\\arctan\\frac xa$.",
        arctangent_factor_lost, "The factor in front of the arctangent", ("int(1/(x^2 + 9), x)", "arctan(x/3)")),
    Misconception("arctangent-of-x-itself", BASIC,
        "You took the arctangent of $x$ itself. Divide by the constant first: $x^2 + a^2 = a^2((x/a)^2 + 1)$, so the "
        "arctangent is of $x/a$.",
        arctangent_of_x, "The arctangent of the wrong quotient", ("int(1/(x^2 + 9), x)", "arctan(x)/9")),
    Misconception("reciprocal-of-antiderivative", BASIC,
        "You integrated what stands below the line and left it there. Write $1/x^n$ as a power with a negative "
        "exponent first, or look for the form it has.",
        reciprocal_of_antiderivative, "One over the antiderivative", ("int(1/x^2, x)", "3/x^3")),
)  # fmt: skip

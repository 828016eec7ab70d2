"""Wrong ways with substitutions, improper and repeated integrals, and bounds that move."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import INF, At, Diff, Expr, Fn, Int, Mul, Neg, Sym, fn
from fluxions.calculus.misconceptions.integrals import square_plus
from fluxions.calculus.rules.integration.linearity import fresh
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.rules.integration.substitution import substitutions
from fluxions.calculus.trees import free_of, substituted


def arctangent_factor_multiplied(goal: Expr) -> Expr | None:
    """∫ dx/(x² + a²) taken for a·arctan(x/a)."""
    match square_plus(goal):
        case (x, a):
            return Mul((a, fn("arctan", x / a)))
    return None


def _substituted(goal: Expr) -> tuple[Expr, Expr, Sym, Sym] | None:
    """(u, what is left in u, the new letter, x) of an indefinite integral by its first substitution."""
    match goal:
        case Int(f, Sym() as x, None) if not f.stands and not free_of(f, x):
            first = next(iter(substitutions(f, x)), None)
            if first is not None and first[0] != x:
                return first[0], tidied(first[1]), fresh(f, x), x
    return None


def slope_kept_beside(goal: Expr) -> Expr | None:
    """∫ g(u) u' dx taken for G(u)·u': the factor that belongs to du is kept."""
    match _substituted(goal):
        case (u, left, letter, x) if set(coefficients(u, x) or {2}) - {0, 1}:
            return Mul((At(Int(left, letter), letter, u), Diff(u, x)))
    return None


def wave_slope_sign(goal: Expr) -> Expr | None:
    """du of a sine or cosine taken with the other sign."""
    match _substituted(goal):
        case (Fn("sin" | "cos"), _, _, _):
            return Neg(goal)
    return None


def infinite_by_its_range(goal: Expr) -> Expr | None:
    """A convergent integral over an infinite range taken for infinite."""
    match goal:
        case Int(_, _, low, high) if low is not None and high == INF:
            return INF
    return None


def outer_integral_left_out(goal: Expr) -> Expr | None:
    """Only the inner one of two integrals worked out."""
    match goal:
        case Int(Int(_, _, low, high) as inner, _, first, last) if None not in (low, high, first, last):
            return inner
    return None


def ranges_exchanged(goal: Expr) -> Expr | None:
    """The bounds of the inner variable put in for the outer one, and the other way round."""
    match goal:
        case Int(Int(f, x, low, high), y, first, last) if None not in (low, high, first, last):
            if all(each is not None and free_of(each, y) for each in (low, high)):
                return Int(Int(f, x, first, last), y, low, high)
    return None


def _moving(goal: Expr) -> tuple[Expr, Sym, Expr, Sym] | None:
    """(f, t, b, x) of d/dx ∫ f(t) dt from a constant to b(x)."""
    match goal:
        case Diff(Int(f, t, low, high), x) if low is not None and high is not None and free_of(f, x):
            if free_of(low, x) and not free_of(high, x):
                return f, t, high, x
    return None


def integrand_differentiated(goal: Expr) -> Expr | None:
    """d/dx ∫ f(t) dt up to b(x) taken for f'(b(x)) b'(x)."""
    match _moving(goal):
        case (f, t, high, x):
            return Mul((At(Diff(f, t), t, high), Diff(high, x)))
    return None


def bound_not_put_in(goal: Expr) -> Expr | None:
    """d/dx ∫ f(t) dt up to b(x) taken for f(x) b'(x)."""
    match _moving(goal):
        case (f, t, high, x) if high != x:
            return Mul((substituted(f, {t.name: x}), Diff(high, x)))
    return None


INSIDE, MOVING, DOUBLE = "u-substitution", "ftc-accumulation", "double-integrals"
MISCONCEPTIONS = (
    Misconception("arctangent-factor-multiplied", "antiderivatives-basic",
        "You multiplied the arctangent by $a$. Differentiate $\\arctan(x/a)$ to see it: the factor in front is "
        "$1/a$.",
        arctangent_factor_multiplied, "The factor of the arctangent upside down",
        ("int(1/(x^2 + 9), x)", "3arctan(x/3)")),
    Misconception("slope-kept-beside", INSIDE,
        "You kept the inner derivative as a factor. It belongs to $du$ and is used up with it.",
        slope_kept_beside, "The inner derivative is still there",
        ("int(sin(x)^4*cos(x), x)", "sin(x)^5*cos(x)/5")),
    Misconception("wave-slope-sign-turned", INSIDE,
        "You took $du$ of the sine or cosine with the other sign. For $u = \\sin x$ it is $\\cos x\\,dx$, for "
        "$u = \\cos x$ it is $-\\sin x\\,dx$.",
        wave_slope_sign, "The sign of the differential", ("int(sin(x)^4*cos(x), x)", "-sin(x)^5/5")),
    Misconception("infinite-by-its-range", "improper-integrals",
        "You took the integral for infinite because its range is. Where the function falls fast enough the area is "
        "finite: integrate up to $b$ and let $b$ grow.",
        infinite_by_its_range, "An infinite range, so infinite", ("int(2/x^3, x, 1, inf)", "inf")),
    Misconception("outer-integral-left-out", DOUBLE,
        "You stopped after the inner integral. Integrate its result over the other variable as well.",
        outer_integral_left_out, "The outer integral is missing",
        ("int(3x + 4y, [x, 0, 3], [y, 0, 2])", "27/2 + 12y")),
    Misconception("ranges-exchanged", DOUBLE,
        "You exchanged the bounds of the two variables. Each variable keeps its own, in whatever order you "
        "integrate.",
        ranges_exchanged, "The bounds of two variables exchanged",
        ("int(3x + 4y, [x, 0, 3], [y, 0, 2])", "54")),
    Misconception("integrand-differentiated", MOVING,
        "You differentiated the integrand. Differentiating undoes the integral: put the bound into the integrand as "
        "it is.",
        integrand_differentiated, "The integrand was differentiated",
        ("diff(int(t^3, t, 1, x^2), x)", "6x^5")),
    Misconception("bound-not-put-in", MOVING,
        "You put $x$ into the integrand. Put the whole upper bound in, then multiply by its derivative.",
        bound_not_put_in, "The bound was not put into the integrand",
        ("diff(int(t^3, t, 1, x^2), x)", "2x^4")),
)  # fmt: skip

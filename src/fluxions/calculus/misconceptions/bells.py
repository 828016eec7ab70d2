"""Wrong ways to integrals of bells: the normal density, its distribution, gamma and beta integrals."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    PI,
    TWO,
    ZERO,
    Div,
    Expr,
    Fn,
    Int,
    Mul,
    Neg,
    Num,
    Sym,
    fn,
    sqrt,
)  # fmt: skip
from fluxions.calculus.rules.definite.fundamental import MINUS_INF, split_constant
from fluxions.calculus.rules.definite.gamma_beta import beta_integral, gamma_integral
from fluxions.calculus.rules.definite.gaussian import bell, complete_the_square, gaussian_integral, over
from fluxions.calculus.rules.definite.normal import normal_moment
from fluxions.calculus.rules.definite.powers import coefficients, power_of, split_exponential


def tail_for_distribution(goal: Expr) -> Expr | None:
    """P(X > a) taken for Φ(a), and P(X < a) for 1 − Φ(a)."""
    match goal:
        case Int(Fn("phi", (u,)), x, low, high) if u == x and high == INF and low not in (None, MINUS_INF):
            return fn("Phi", low) if low is not None else None
        case Int(Fn("phi", (u,)), x, low, high) if u == x and low == MINUS_INF and high not in (None, INF):
            return ONE - fn("Phi", high) if high is not None else None
    return None


def density_for_distribution(goal: Expr) -> Expr | None:
    """∫ φ from a to b taken for φ(b) − φ(a)."""
    match goal:
        case Int(Fn("phi", (u,)), x, low, high) if u == x and low is not None and high is not None:
            ends = [ZERO if each in (INF, MINUS_INF) else fn("phi", each) for each in (high, low)]
            return None if ends == [ZERO, ZERO] else ends[0] - ends[1]
    return None


def even_moment_one(goal: Expr) -> Expr | None:
    """E[Z⁴], E[Z⁶], … taken for 1, as E[Z²] is."""
    return ONE if found(normal_moment(goal)) not in (None, found(Num(1))) else None


def root_of_pi_lost(goal: Expr) -> Expr | None:
    """∫ exp(−a x²) taken for π/a."""
    seen = bell(goal)
    return over(PI, seen.a) if seen is not None and gaussian_integral(goal) is not None else None


def width_upside_down(goal: Expr) -> Expr | None:
    """∫ exp(−a x²) taken for √(aπ)."""
    seen = bell(goal)
    if seen is None or gaussian_integral(goal) is None or seen.a == ONE:
        return None
    return sqrt(Mul((seen.a, PI)))


def half_in_the_exponent_ignored(goal: Expr) -> Expr | None:
    """∫ exp(−x²/2) taken for √π, and of exp(−x²/(2s²)) for s√π."""
    seen = bell(goal)
    if seen is None or gaussian_integral(goal) is None:
        return None
    half = {Num(1, 2), tidied(Div(ONE, TWO))}
    twice = tidied(Mul((TWO, seen.a)))
    if seen.a in half or not isinstance(seen.a, Num):
        return sqrt(over(PI, twice))
    return None


def completed_factor_lost(goal: Expr) -> Expr | None:
    """The square in the exponent completed, and the factor e^(b²/4a) dropped."""
    match found(complete_the_square(goal)):
        case seen if seen is not None and isinstance(seen.result, Mul):
            return seen.result.factors[-1]
    return None


def gamma_as_factorial(goal: Expr) -> Expr | None:
    """Γ(n) taken for n!."""
    match goal:
        case Fn("gamma", (Num(n),)) if n.denominator == 1 and 1 < n <= 12:
            return fn("factorial", Num(n))
    return None


def rate_power_lost(goal: Expr) -> Expr | None:
    """∫ xᵖ e^(−cx) dx taken for Γ(p + 1), without the power of c."""
    match goal:
        case Int(f, x, low, high) if low == ZERO and high == INF and gamma_integral(goal) is not None:
            c, moving = split_constant(f, x)
            p = power_of(split_exponential(moving)[0], x)
            rate = _rate(f, x)
            if p is not None and rate not in (None, ONE):
                return Mul((c, fn("gamma", tidied(p + ONE))))
    return None


def rate_once(goal: Expr) -> Expr | None:
    """∫ xᵖ e^(−cx) dx taken for Γ(p + 1)/c."""
    rate = _rate(goal.arg, goal.variable) if isinstance(goal, Int) else None
    whole = rate_power_lost(goal)
    return None if whole is None or rate is None else Div(whole, rate)


def _rate(f: Expr, x: Sym) -> Expr | None:
    exponent = split_exponential(split_constant(f, x)[1])[1]
    known = coefficients(exponent, x) if exponent is not None else None
    return tidied(Neg(known[1])) if known is not None and set(known) == {1} else None


def beta_inverted(goal: Expr) -> Expr | None:
    """B(a, b) taken for Γ(a + b)/(Γ(a)Γ(b))."""
    match found(beta_integral(goal)):
        case seen if seen is not None and isinstance(seen.result, Div):
            return Div(seen.result.bottom, seen.result.top)
    return None


NORMAL, PHI = "gaussian-moments", "error-function-normal-cdf"
GAUSS, GAMMA = "gaussian-integral", "gamma-beta-functions"
MISCONCEPTIONS = (
    Misconception("tail-for-distribution", PHI,
        "You took the other tail. $\\Phi(a)$ is the probability below $a$; above it is $1 - \\Phi(a)$.",
        tail_for_distribution, "The wrong tail", ("int(phi(x), x, 2, inf)", "Phi(2)")),
    Misconception("height-for-area", PHI,
        "You used the density where its integral belongs. $\\varphi$ is the height of the curve, $\\Phi$ the area to "
        "its left.",
        density_for_distribution, "The density in the place of its area",
        ("int(phi(x), x, -1, 2)", "phi(2) - phi(-1)")),
    Misconception("even-moments-all-one", NORMAL,
        "You gave 1 for this moment of a standard normal variable. That is the second one: the fourth is $1\\cdot3$, "
        "the sixth $1\\cdot3\\cdot5$.",
        even_moment_one, "A higher moment taken for 1", ("expect(x^4, x, normal(0, 1))", "1")),
    Misconception("gaussian-root-lost", GAUSS,
        "You lost the square root. $\\pi/a$ is the square of the integral of $e^{-ax^2}$: the integral itself is "
        "$\\sqrt{\\pi/a}$.",
        root_of_pi_lost, "The square root is missing", ("int(exp(-3*x^2), x, -inf, inf)", "pi/3")),
    Misconception("gaussian-width-inverted", GAUSS,
        "You multiplied by the factor in the exponent. A larger factor makes the bell narrower: divide, "
        "$\\sqrt{\\pi/a}$.",
        width_upside_down, "The width upside down", ("int(exp(-3*x^2), x, -inf, inf)", "sqrt(3*pi)")),
    Misconception("gaussian-half-ignored", GAUSS,
        "You overlooked the one half in the exponent. For $e^{-x^2/(2s^2)}$ the integral is $s\\sqrt{2\\pi}$.",
        half_in_the_exponent_ignored, "The half in the exponent", ("int(exp(-x^2/2), x, -inf, inf)", "sqrt(pi)")),
    Misconception("completed-factor-lost", GAUSS,
        "You completed the square and lost what is left over. For the exponent $-ax^2 + bx$ it stays in front as the "
        "factor $e^{b^2/(4a)}$.",
        completed_factor_lost, "The factor of the completed square",
        ("int(exp(-x^2 + 2x), x, -inf, inf)", "sqrt(pi)")),
    Misconception("gamma-as-factorial", GAMMA,
        "You took $\\Gamma(n)$ for $n!$. It is one step behind: $\\Gamma(n) = (n-1)!$.",
        gamma_as_factorial, "Gamma one step too far", ("int(x^4*e^(-x), x, 0, inf)", "120")),
    Misconception("gamma-rate-lost", GAMMA,
        "You left the rate out. With $u = c\\,x$ each $x$ and the $dx$ bring a factor $1/c$: divide by $c^{p+1}$.",
        rate_power_lost, "The rate is missing", ("int(x^3*e^(-2x), x, 0, inf)", "6")),
    Misconception("gamma-rate-once", GAMMA,
        "You divided by the rate once. The power brings its own factors: divide by $c^{p+1}$.",
        rate_once, "The rate divided once", ("int(x^3*e^(-2x), x, 0, inf)", "3")),
    Misconception("beta-inverted", GAMMA,
        "You turned the quotient over. $B(a,b) = \\Gamma(a)\\Gamma(b)/\\Gamma(a+b)$, which is at most 1 for $a, b "
        "\\ge 1$.",
        beta_inverted, "The beta quotient upside down", ("int(x^2*(1 - x)^3, x, 0, 1)", "60")),
)  # fmt: skip

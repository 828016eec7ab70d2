"""Tasks that are differentiated through the logarithm."""

from __future__ import annotations

from fluxions.calculus.expr import Diff, Div, Expr, Mul, Operator, Pow, Sym, exp, fn, num, sqrt
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

x, theta = Sym("x"), Sym("theta")
THETA = Vocabulary(variable="theta").declaring("theta")
POSITIVE = ((1, 0, 1), (1, 0, 2), (1, 0, 3), (1, 0, 4), (2, 0, 3), (1, 1, 1), (1, 2, 3), (3, 0, 1), (1, 1, 2))


def power_of_x(random: Random) -> Problem:
    """Differentiate x^(ax + b), x^(x²) or x^(√x)."""
    a, b = random.choice((2, 3, 4, 5)), random.choice((-3, -2, 2, 3))
    exponent = random.choice([polynomial([a, 0], x), polynomial([a, b], x), Pow(x, num(2)), sqrt(x)])
    return Problem("Differentiate with respect to $x$, for $x > 0$.", task=Diff(Pow(x, exponent), x))


def power_of_a_function(random: Random) -> Problem:
    """Differentiate u^v, where u is a positive quadratic and v a line or a sine."""
    base, a = polynomial(random.choice(POSITIVE), x), random.choice((2, 3, 4, 5))
    exponent = random.choice([x, polynomial([a, 0], x), fn("sin", x)])
    return Problem("Differentiate with respect to $x$.", task=Diff(Pow(base, exponent), x))


def product_of_powers(random: Random) -> Problem:
    """Differentiate xᵐ uⁿ e^(ax), or the same over a power of another function, through the logarithm."""
    prompt = "Differentiate with respect to $x$. Through the logarithm it is short; any equal form is accepted."
    return Problem(prompt, task=Operator("logdiff", (_product(random), x)))


def relative_growth(random: Random) -> Problem:
    """The relative growth rate f'/f = (ln f)' of a product or ratio of powers."""
    f = _product(random)
    prompt = (
        f"The relative growth rate of $f(x) = {latex(f)}$ is $\\frac{{f'(x)}}{{f(x)}}$, and this is the derivative of "
        "$\\ln f(x)$ where $f(x) > 0$. Find it."
    )
    return Problem(prompt, task=Diff(fn("ln", f), x))


def score_of_a_model(random: Random) -> Problem:
    """The derivative of the log-likelihood of coin flips, or of waiting times, in the parameter θ."""
    if random.choice((True, False)):
        heads, tails = random.sample((2, 3, 4, 5, 6, 7, 8, 9), 2)
        likelihood = _flips(heads, tails)
        told = f"In {heads + tails} flips a coin with the probability $\\theta$ of heads shows heads {heads} times"
    else:
        count, total = random.choice((2, 3, 4, 5)), random.choice((7, 8, 9, 11, 12))
        likelihood = Mul((Pow(theta, num(count)), exp(polynomial([-total, 0], theta))))
        told = f"A model with the rate $\\theta$ sees {count} waiting times with the sum ${total}$"
    prompt = f"{told}. The score is the derivative of the log-likelihood with respect to $\\theta$. Find it."
    return Problem(prompt, task=Diff(fn("ln", likelihood), theta), vocabulary=THETA)


def slope_of_a_likelihood(random: Random) -> Problem:
    """The derivative of the likelihood θᵃ(1 − θ)ᵇ itself: the likelihood times its score."""
    heads, tails = random.sample((3, 4, 5, 6, 7), 2)
    prompt = (
        f"In {heads + tails} flips a coin with the probability $\\theta$ of heads shows heads {heads} times; this is "
        "the likelihood of that. Differentiate the likelihood itself, not its logarithm, with respect to $\\theta$."
    )
    return Problem(prompt, task=Operator("logdiff", (_flips(heads, tails), theta)), vocabulary=THETA)


def _flips(heads: int, tails: int) -> Expr:
    return Mul((Pow(theta, num(heads)), Pow(num(1) - theta, num(tails))))


def _product(random: Random) -> Expr:
    m, n, a = random.choice((3, 4, 5)), random.choice((3, 4, 5)), random.choice((-4, -3, -2, 2, 3, 4))
    top, bottom = (polynomial(each, x) for each in random.sample(POSITIVE, 2))
    above = (Pow(x, num(m)), Pow(top, num(n)))
    return random.choice([
        Mul((*above, exp(polynomial([a, 0], x)))),
        Div(Mul(above), bottom),
        Div(Mul((Pow(x, num(m)), exp(polynomial([a, 0], x)))), Pow(bottom, num(n))),
    ])  # fmt: skip


SKILL = "logarithmic-differentiation"
FAMILIES = (
    ProblemFamily("power-of-x", skill=SKILL, make=power_of_x),
    ProblemFamily("power-of-a-function", skill=SKILL, make=power_of_a_function),
    ProblemFamily("product-of-powers", skill=SKILL, make=product_of_powers, largest_answer=90),
    ProblemFamily("relative-growth", skill=SKILL, make=relative_growth),
    ProblemFamily("score-of-a-model", skill=SKILL, make=score_of_a_model, ml=True),
    ProblemFamily("slope-of-a-likelihood", skill=SKILL, make=slope_of_a_likelihood, ml=True),
)

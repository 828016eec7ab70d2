"""Tasks about slopes of inverse functions."""

from __future__ import annotations

from math import gcd

from fluxions.calculus.expr import Add, Diff, Div, Mul, Neg, Operator, Pow, Sym, exp, fn, num
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial
from fluxions.curriculum.tables import ValueTable

x, y, p = Sym("x"), Sym("y"), Sym("p")
FACTORS = (-5, -4, -3, 2, 3, 4, 5, 6)
SHIFTS = (-5, -4, -3, -2, 2, 3, 4, 5)
LINES = tuple((a, b) for a in FACTORS for b in SHIFTS if gcd(a, b) == 1 and abs(a + b) > 1)
DIFFERENTIATE = "Differentiate with respect to $x$."
EXACT = "Give an exact number."


def slope_of_an_inverse(random: Random) -> Problem:
    """(f⁻¹)'(b) for a rising cubic or a line with an exponential, where f(a) = b is given."""
    a = random.choice((-2, -1, 1, 2))
    if random.choice((True, True, False)):
        c, k, d = random.choice((1, 2)), random.choice((2, 3, 4, 5)), random.choice((-4, -3, -2, 1, 2, 3, 5))
        f, b = polynomial([c, 0, k, d], x), c * a**3 + k * a + d
    else:
        a, k, c = 0, random.choice((2, 3, 4, 5)), random.choice((3, 4, 5))
        f, b = Add((Mul((num(c), exp(x))), polynomial([k, 0], x))), c
    if abs(b) == abs(a):
        return slope_of_an_inverse(random)
    prompt = (
        f"The function $f(x) = {latex(f)}$ rises everywhere, so it has an inverse, and $f({a}) = {b}$. "
        f"Find $\\left(f^{{-1}}\\right)'({b})$. {EXACT}"
    )
    return Problem(prompt, task=Operator("inverse", (f, x, num(b), num(a))), type="number")


def inverse_slope_from_a_table(random: Random) -> Problem:
    """(f⁻¹)'(b) from a table of f and f', where b is also a place of the table."""
    places = tuple(sorted(random.sample((1, 2, 3, 4, 5, 6), 3)))
    values = sorted(random.sample((-3, -2, 1, 2, 3, 4, 5, 6, 7, 8), 3))
    fitting = [(a, b) for a, b in zip(places, values, strict=True) if b in places and a != b]
    slopes = random.sample((2, 3, 4, 5, 6, 7, 8, 9), 3)
    if not fitting:
        return inverse_slope_from_a_table(random)
    a, b = fitting[0]
    at_b = places.index(b)
    if values[at_b] in slopes or slopes[places.index(a)] in values:
        return inverse_slope_from_a_table(random)
    table = ValueTable(places, (("f", values), ("f'", slopes)))
    prompt = (
        "Of a rising differentiable function $f$ only these values are known. "
        f"Find $\\left(f^{{-1}}\\right)'({b})$. {EXACT}\n\n{table.markdown}"
    )
    task = Operator("inverse", (fn("f", x), x, num(b), num(a)))
    return Problem(prompt, task=task, given=table.given, type="number")


def arc_of_a_line(random: Random) -> Problem:
    """Differentiate c · arctan(ax + b) or c · arcsin(ax)."""
    if random.choice((True, True, False)):
        arc = fn("arctan", polynomial(random.choice(LINES), x))
    else:
        arc = fn("arcsin", polynomial([random.choice(FACTORS), 0], x))
    scale = random.choice((1, 1, 7, 9))
    return Problem(DIFFERENTIATE, task=Diff(arc if scale == 1 else Mul((num(scale), arc)), x))


def arc_of_a_function(random: Random) -> Problem:
    """Differentiate arctan or arcsin of a power, an exponential or a fraction, or a power times arctan."""
    n, a = random.choice((2, 3, 4)), random.choice((3, 4, 5, 6))
    arc = random.choice([
        fn("arctan", Pow(x, num(n))),
        fn("arctan", exp(polynomial([a, 0], x))),
        fn("arctan", Div(x, num(a))),
        fn("arcsin", Pow(x, num(n))),
        fn("arcsin", Div(x, num(a))),
        Mul((Pow(x, num(n)), fn("arctan", x))),
    ])  # fmt: skip
    return Problem(DIFFERENTIATE, task=Diff(arc, x))


def squashing_undone(random: Random) -> Problem:
    """The slope of logit, probit or the inverse of softplus or tanh, at the output that a known input has."""
    name, word = random.choice([
        ("sigmoid", "the sigmoid"), ("Phi", "the distribution function of the standard normal distribution"),
        ("softplus", "softplus"), ("tanh", "the hyperbolic tangent"),
    ])  # fmt: skip
    a = random.choice((-2, -1, 1, 2, 3))
    f = fn(name, x)
    prompt = (
        f"A unit applies $f$, {word}: the input ${a}$ has the output ${latex(fn(name, num(a)))}$. How "
        f"fast does the input change with the output there? Find $\\left(f^{{-1}}\\right)'$ at this output. {EXACT}"
    )
    return Problem(prompt, task=Operator("inverse", (f, x, fn(name, num(a)), num(a))), type="number")


def score_of_a_probability(random: Random) -> Problem:
    """Differentiate a logit of a probability, or the inverse of softplus, in its own variable."""
    scale = random.choice((2, 3, 4, 5))
    if random.choice((True, False)):
        score = Add((Mul((num(scale), fn("logit", p))), polynomial([random.choice((-7, -6, 3, 6, 7)), 0], p)))
        prompt = (
            "This score of a classifier is a function of the probability $p$. Differentiate it with respect to $p$."
        )
        return Problem(prompt, task=Diff(score, p), vocabulary=Vocabulary(variable="p").declaring("p"))
    undone = Div(fn("ln", Add((exp(polynomial([scale, 0], y)), Neg(num(1))))), num(scale))
    smooth = f"\\frac{{1}}{{{scale}}}\\ln\\left(1 + \\mathrm{{e}}^{{{scale}x}}\\right)"
    prompt = f"This function of $y$ undoes the smooth ReLU ${smooth}$. Differentiate it with respect to $y$."
    return Problem(prompt, task=Diff(undone, y), vocabulary=Vocabulary(variable="y").declaring("y"))


SKILL = "derivative-inverse-functions"
FAMILIES = (
    ProblemFamily("slope-of-an-inverse", skill=SKILL, make=slope_of_an_inverse),
    ProblemFamily("inverse-slope-from-a-table", skill=SKILL, make=inverse_slope_from_a_table),
    ProblemFamily("arc-of-a-line", skill=SKILL, make=arc_of_a_line),
    ProblemFamily("arc-of-a-function", skill=SKILL, make=arc_of_a_function),
    ProblemFamily("squashing-undone", skill=SKILL, make=squashing_undone, ml=True),
    ProblemFamily("score-of-a-probability", skill=SKILL, make=score_of_a_probability, ml=True),
)

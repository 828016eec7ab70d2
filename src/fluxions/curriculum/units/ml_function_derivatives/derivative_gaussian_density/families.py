"""Tasks about the slopes of Gaussian bumps, of their density and of its logarithm."""

from __future__ import annotations

from fluxions.calculus.expr import (
    PI,
    ZERO,
    Add,
    Diff,
    Div,
    Expr,
    Mul,
    Neg,
    Operator,
    Pow,
    Rel,
    Sym,
    exp,
    fn,
    num,
    sqrt,
)
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

x, c, s, mu = Sym("x"), Sym("c"), Sym("s"), Sym("mu")
CENTRES = (-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7)
WIDTHS = (2, 3, 4, 5)  # not 1: the width has to matter
DIFFERENTIATE = "Differentiate with respect to $x$."


def bump(random: Random) -> Problem:
    """Differentiate k exp(−(x − m)²/(2s²)) with numbers."""
    curve = _bump(polynomial([1, -random.choice(CENTRES)], x), random.choice(WIDTHS))
    scale = random.choice((1, 1, 3, 5, 7))
    return Problem(DIFFERENTIATE, task=Diff(_times(scale, curve), x))


def bump_by_its_parameters(random: Random) -> Problem:
    """Differentiate exp(−(x − μ)²/(2s²)) with letters in x, μ or s."""
    by, role = random.choice([(x, "$x$"), (mu, "the centre $\\mu$"), (s, "the width $s$")])
    scale = random.choice((1, 2, 3, 4, 5))
    curve = exp(Neg(Div(Pow(x - mu, num(2)), Mul((num(2), Pow(s, num(2)))))))
    prompt = f"A Gaussian bump with the centre $\\mu$ and the width $s > 0$. Differentiate it with respect to {role}."
    return Problem(prompt, task=Diff(_times(scale, curve), by), vocabulary=_words(by), assume=POSITIVE)


def density_by_its_width(random: Random) -> Problem:
    """Differentiate the density of a value at a distance d from the mean in s, normalising factor and all."""
    distance = random.randint(0, 7)  # at 0 it is not a number but x − μ
    squared = num(distance**2) if distance else Pow(x - mu, num(2))
    top = exp(Neg(Div(squared, Mul((num(2), Pow(s, num(2)))))))
    density = Div(top, Mul((s, sqrt(Mul((num(2), PI))))))
    where = f", of a value at the distance ${distance}$ from the mean" if distance else ""
    prompt = (
        f"The density of a normal distribution with the standard deviation $s > 0${where}. "
        "Differentiate it with respect to $s$."
    )
    return Problem(prompt, task=Diff(density, s), vocabulary=_words(s), assume=POSITIVE)


def log_likelihood(random: Random) -> Problem:
    """Differentiate the logarithm of the normal density of one or two values in μ or s."""
    values = random.sample(CENTRES, random.choice((1, 2)))
    by, role = random.choice([(mu, "$\\mu$"), (s, "$s$")])
    squares = tuple(Pow(num(value) - mu, num(2)) for value in values)
    quadratic = Neg(Div(squares[0] if len(squares) == 1 else Add(squares), Mul((num(2), Pow(s, num(2))))))
    count = len(values)
    spread, constant = _times(count, fn("ln", s)), fn("ln", Mul((num(2), PI)))
    task = Diff(Add((quadratic, Neg(spread), Neg(constant if count == 2 else Div(constant, num(2))))), by)
    shown = " and ".join(f"${each}$" for each in values)
    prompt = (
        f"The log-likelihood of the observed value{'s' if count > 1 else ''} {shown} under a normal distribution with "
        f"the mean $\\mu$ and the standard deviation $s > 0$. Differentiate it with respect to {role}."
    )
    return Problem(prompt, task=task, vocabulary=_words(by), assume=POSITIVE)


def inflection_points(random: Random) -> Problem:
    """Where the second derivative of k exp(−(x − m)²/(2s²)) is zero: at m ± s."""
    curve = _bump(polynomial([1, -random.choice(CENTRES)], x), random.choice(WIDTHS))
    task = Operator("solve", (Rel("=", Diff(Diff(curve, x), x), ZERO), x))
    prompt = (
        "The graph of this bump changes between bending upwards and bending downwards where its second derivative is "
        "$0$. Find all these $x$ and write them as a set, such as `{1, 4}`."
    )
    return Problem(prompt, task=task, type="set")


def unit_by_its_centre(random: Random) -> Problem:
    """Differentiate the output k exp(−(a − c)²/(2s²)) of a radial unit, or its squared error, in the centre c."""
    value, width = random.choice(CENTRES), random.choice(WIDTHS)
    weight, target = random.choice((2, 3, 5, 6, 7)), random.choice((0, 0, 1, 2, 3, 4))
    output = _times(weight, _bump(num(value) - c, width))
    prompt = (
        f"A network with one radial unit predicts ${latex(output)}$ for the input ${value}$; $c$ is the centre of the "
        "unit. "
    )
    told = f"The target is ${target}$. Differentiate the squared error with respect to $c$."
    if target == 0:
        told = "Differentiate the prediction with respect to $c$."
    task = Diff(output if target == 0 else Pow(output - num(target), num(2)), c)
    return Problem(prompt + told, task=task, vocabulary=_words(c))


def _bump(distance: Expr, width: int) -> Expr:
    """exp(−d²/(2s²))."""
    return exp(Neg(Div(Pow(distance, num(2)), num(2 * width**2))))


def _times(k: int, e: Expr) -> Expr:
    return e if k == 1 else Mul((num(k), e))


def _words(by: Sym) -> Vocabulary:
    return Vocabulary(variable=by.name).declaring("x", "mu", "s", by.name)


SKILL, POSITIVE = "derivative-gaussian-density", (Rel(">", s, ZERO),)
FAMILIES = (
    ProblemFamily("bump", skill=SKILL, make=bump),
    ProblemFamily("bump-by-its-parameters", skill=SKILL, make=bump_by_its_parameters),
    ProblemFamily("density-by-its-width", skill=SKILL, make=density_by_its_width),
    ProblemFamily("log-likelihood", skill=SKILL, make=log_likelihood, ml=True),
    ProblemFamily("inflection-points", skill=SKILL, make=inflection_points),
    ProblemFamily("unit-by-its-centre", skill=SKILL, make=unit_by_its_centre, ml=True),
)

"""Tasks that need the chain rule."""

from __future__ import annotations

from fluxions.calculus.expr import At, Diff, Expr, Sym, exp, fn, num, sqrt
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial
from fluxions.curriculum.tables import ValueTable

x, w = Sym("x"), Sym("w")
WEIGHT = Vocabulary(symbols=frozenset({"w"}), variable="w")
FACTORS = (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7, 8, 9)  # not 1: the inside has to matter
SHIFTS = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)


def power_of_a_line(random: Random) -> Problem:
    """Differentiate (ax + b)ⁿ."""
    line = polynomial([random.choice(FACTORS), random.choice(SHIFTS)], x)
    return Problem("Differentiate with respect to $x$.", task=Diff(line ** num(random.randint(2, 7)), x))


def function_of_a_line(random: Random) -> Problem:
    """Differentiate f(ax + b) for f = exp, ln, sin, cos."""
    line = polynomial([random.choice(FACTORS), random.choice((0, *SHIFTS))], x)
    return Problem("Differentiate with respect to $x$.", task=Diff(_outside(random, line), x))


def function_of_a_quadratic(random: Random) -> Problem:
    """Differentiate f(ax² + bx + c) for f = exp, ln, sin, cos, √ or a power."""
    inside = polynomial([random.randint(1, 4), random.randint(-6, 6), random.randint(1, 9)], x)
    outside = random.choice([_outside(random, inside), sqrt(inside), inside ** num(random.randint(3, 6))])
    return Problem("Differentiate with respect to $x$.", task=Diff(outside, x))


def value_from_a_table(random: Random) -> Problem:
    """(f ∘ g)′(a) from a table of f, f′, g, g′."""
    points = (1, 2, 3)
    inner = random.choice([(2, 1, 3), (3, 2, 1), (1, 3, 2), (2, 3, 1), (3, 1, 2)])
    a = random.choice([each for each, value in zip(points, inner, strict=True) if value != each])
    inside = inner[a - 1]
    slopes = random.sample([-5, -4, -3, -2, -1, 1, 4, 5, 6], 3)
    slopes[a - 1] = random.choice([each for each in (2, 3) if each != inside])  # a point, so that f′ is known there
    columns = (
        ("f", random.sample(range(-6, 10), 3)),
        ("f'", random.sample([-7, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7], 3)),
        ("g", inner),
        ("g'", slopes),
    )
    table = ValueTable(points, columns)
    prompt = f"Of two differentiable functions only these values are known. Find the slope.\n\n{table.markdown}"
    task = At(Diff(fn("f", fn("g", x)), x), x, num(a))
    return Problem(prompt, task=task, given=table.given, type="number")


def squared_error_of_a_weight(random: Random) -> Problem:
    """Differentiate the loss (w·input − target)² in w."""
    error = polynomial([random.choice(FACTORS), random.choice(SHIFTS)], w)
    prompt = "A model with one weight has this squared error on one example. At what rate does it change with $w$?"
    return Problem(prompt, task=Diff(error ** num(2), w), vocabulary=WEIGHT)


def logistic_loss_of_a_weight(random: Random) -> Problem:
    """Differentiate the loss ln(1 + exp(−m w)) in w."""
    margin = polynomial([random.choice(FACTORS), random.randint(-5, 5)], w)
    prompt = "A classifier with one weight has this logistic loss on one example. At what rate does it change with $w$?"
    return Problem(prompt, task=Diff(fn("ln", num(1) + exp(margin)), w), vocabulary=WEIGHT)


def _outside(random: Random, inside: Expr) -> Expr:
    return random.choice([exp(inside), *(fn(name, inside) for name in ("ln", "sin", "cos"))])


FAMILIES = (
    ProblemFamily("power-of-a-line", skill="chain-rule", make=power_of_a_line),
    ProblemFamily("function-of-a-line", skill="chain-rule", make=function_of_a_line),
    ProblemFamily("function-of-a-quadratic", skill="chain-rule", make=function_of_a_quadratic),
    ProblemFamily("value-from-a-table", skill="chain-rule", make=value_from_a_table),
    ProblemFamily("squared-error-of-a-weight", skill="chain-rule", make=squared_error_of_a_weight, ml=True),
    ProblemFamily("logistic-loss-of-a-weight", skill="chain-rule", make=logistic_loss_of_a_weight, ml=True),
)

"""Tasks that need the chain rule."""

from __future__ import annotations

from fluxions.calculus.expr import At, Diff, Expr, Rel, Sym, exp, fn, num, sqrt
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

x, w = Sym("x"), Sym("w")
WEIGHT = Vocabulary(symbols=frozenset({"w"}), variable="w")
FACTORS = (-3, -2, 2, 3, 4, 5)  # not 1: the inside has to matter


def power_of_a_line(random: Random) -> Problem:
    """Differentiate (ax + b)ⁿ."""
    line = polynomial([random.choice(FACTORS), random.choice([-7, -5, -4, -1, 1, 2, 3, 6])], x)
    return Problem("Differentiate with respect to $x$.", task=Diff(line ** num(random.randint(2, 7)), x))


def function_of_a_line(random: Random) -> Problem:
    """Differentiate f(ax + b) for f = exp, ln, sin, cos."""
    line = polynomial([random.choice(FACTORS), random.choice([-3, -2, 0, 1, 4])], x)
    return Problem("Differentiate with respect to $x$.", task=Diff(_outside(random, line), x))


def function_of_a_quadratic(random: Random) -> Problem:
    """Differentiate f(ax² + bx + c) for f = exp, ln, sin, cos, √ or a power."""
    inside = polynomial([random.choice([1, 2, 3]), random.choice([-4, -2, 0, 3, 5]), random.choice([1, 4, 7])], x)
    outside = random.choice([_outside(random, inside), sqrt(inside), inside ** num(random.randint(3, 6))])
    return Problem("Differentiate with respect to $x$.", task=Diff(outside, x))


def value_from_a_table(random: Random) -> Problem:
    """(f ∘ g)′(a) from a table of values."""
    a, inside = random.sample([1, 2, 3, 4], 2)
    at_x, at_inside, inner = random.sample([-5, -4, -3, -2, 2, 3, 4, 5, 7], 3)
    given = tuple(
        Rel("=", fn(name, num(at)), num(value))
        for name, at, value in (("g", a, inside), ("g'", a, inner), ("f'", inside, at_inside), ("f'", a, at_x))
    )
    composition = fn("f", fn("g", x))
    prompt = "Of two differentiable functions $f$ and $g$ only the values below are known. Find the slope of $f(g(x))$."
    return Problem(prompt, task=At(Diff(composition, x), x, num(a)), given=given, type="number")


def squared_error_of_a_weight(random: Random) -> Problem:
    """Differentiate the loss (w·input − target)² in w."""
    error = polynomial([random.choice([2, 3, 4, 5, -2, -3]), random.choice([-9, -7, -5, -2, -1, 1, 4])], w)
    prompt = "A model with one weight has this squared error on one example. At what rate does it change with $w$?"
    return Problem(prompt, task=Diff(error ** num(2), w), vocabulary=WEIGHT)


def logistic_loss_of_a_weight(random: Random) -> Problem:
    """Differentiate the loss ln(1 + exp(−m w)) in w."""
    margin = polynomial([random.choice([-5, -4, -3, -2, 2, 3, 4]), random.choice([-2, -1, 0, 1, 2])], w)
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

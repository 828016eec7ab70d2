"""Tasks about rates of change and the definition of the derivative."""

from __future__ import annotations

from fluxions.calculus.expr import Div, Expr, Limit, Num, Pow, Rate, Sym, num, sqrt
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

x, w, h = Sym("x"), Sym("w"), Sym("h")
STEP = Vocabulary().declaring("h")
WEIGHT_STEP = Vocabulary(variable="w").declaring("w", "h")
NON_ZERO = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)


def average_rate(random: Random) -> Problem:
    """(f(b) − f(a))/(b − a) for a quadratic or a cube."""
    start = random.randint(-3, 3)
    end = start + random.randint(2, 6)
    square = [random.choice([-2, -1, 1, 2, 3]), random.choice((0, *NON_ZERO)), random.randint(-6, 6)]
    cube = [1, 0, random.choice(NON_ZERO), random.randint(-4, 4)]
    f = polynomial(random.choice([square, square, cube]), x)
    prompt = f"Find the average rate of change from $x = {start}$ to $x = {end}$."
    return Problem(prompt, task=Rate(f, x, num(start), num(end)), type="number")


def slope_from_the_definition(random: Random) -> Problem:
    """f′(a) as the limit of difference quotients, for a quadratic, a reciprocal or a square root."""
    quadratic = polynomial([random.choice(NON_ZERO), random.choice((0, *NON_ZERO)), random.randint(-6, 6)], x)
    f, a = random.choice([
        (quadratic, random.randint(-4, 5)),
        (quadratic, random.randint(-4, 5)),
        (Div(num(random.randint(1, 9)), x), random.choice(NON_ZERO)),
        (sqrt(x), random.randint(1, 7) ** 2),
    ])  # fmt: skip
    prompt = "Find this slope from the definition: simplify the difference quotient, then let $h$ go to $0$."
    return Problem(prompt, task=_slope(f, num(a)), vocabulary=STEP, type="number")


def derivative_from_the_definition(random: Random) -> Problem:
    """f′(x) as the limit of difference quotients, for a quadratic or a cube."""
    quadratic = [random.choice(NON_ZERO), random.choice((0, *NON_ZERO)), random.randint(-9, 9)]
    cube = [1, 0, random.choice((0, *NON_ZERO)), random.randint(-9, 9)]
    f = polynomial(random.choice([quadratic, quadratic, cube]), x)
    prompt = "Find the derivative from the definition: simplify the difference quotient, then let $h$ go to $0$."
    return Problem(prompt, task=_slope(f, x), vocabulary=STEP)


def limit_that_is_a_slope(random: Random) -> Problem:
    """((a + h)ⁿ − aⁿ)/h → n aⁿ⁻¹: recognise the limit as a slope."""
    a, n = random.randint(1, 5), random.randint(2, 5)
    factor = random.choice([1, 1, 2, 3])
    power = Pow(num(a) + h, num(n))
    rise = (power if factor == 1 else num(factor) * power) - num(factor * a**n)
    prompt = "This limit is the slope of a function at a point. Say which, and find it."
    return Problem(prompt, task=Limit(Div(rise, h), h, num(0)), vocabulary=STEP, type="number")


def finite_difference_of_a_loss(random: Random) -> Problem:
    """(L(w + h) − L(w))/h for a squared error L, h left standing."""
    error = polynomial([1, -random.choice([1, 2, 3, 4, 5, 6])], w)
    loss = Pow(error, Num(2))
    at = random.randint(-4, 8)
    prompt = (
        "A gradient check compares a derivative with this average rate of a loss, for a small step $h$. "
        "Find the rate as a formula in $h$, as simple as it gets."
    )
    return Problem(prompt, task=Rate(loss, w, num(at), num(at) + h), vocabulary=WEIGHT_STEP)


def _slope(f: Expr, a: Expr) -> Expr:
    return Limit(Rate(f, x, a, a + h), h, num(0))


SKILL = "derivative-definition"
FAMILIES = (
    ProblemFamily("average-rate", skill=SKILL, make=average_rate),
    ProblemFamily("slope-from-the-definition", skill=SKILL, make=slope_from_the_definition),
    ProblemFamily("derivative-from-the-definition", skill=SKILL, make=derivative_from_the_definition),
    ProblemFamily("limit-that-is-a-slope", skill=SKILL, make=limit_that_is_a_slope),
    ProblemFamily("finite-difference-of-a-loss", skill=SKILL, make=finite_difference_of_a_loss, ml=True),
)

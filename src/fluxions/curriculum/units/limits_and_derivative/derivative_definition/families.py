"""Tasks about rates of change and the definition of the derivative."""

from __future__ import annotations

from math import gcd

from fluxions.calculus.expr import Div, Expr, Limit, Num, Pow, Rate, Sym, num, sqrt
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

x, w, h = Sym("x"), Sym("w"), Sym("h")
STEP = Vocabulary().declaring("h")
WEIGHT_STEP = Vocabulary(variable="w").declaring("w", "h")
NON_ZERO = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)


def average_rate(random: Random) -> Problem:
    """(f(b) − f(a))/(b − a) for a quadratic or a cube, never 0: there a change that is not divided would be right."""
    while True:
        start = random.randint(-3, 3)
        end = start + random.randint(2, 6)
        square = [random.choice([-2, -1, 1, 2, 3]), random.choice((0, *NON_ZERO)), random.randint(-6, 6)]
        cube = [1, 0, random.choice(NON_ZERO), random.randint(-4, 4)]
        # a cube from 0 on: around 0 its slopes at the two ends may be the same, or the average
        coefficients = random.choice([square, square, cube]) if start >= 0 else square
        f = polynomial(coefficients, x)
        if len(coefficients) == 4 or coefficients[0] * (start + end) + coefficients[1] != 0:
            break
    prompt = f"Find the average rate of change of ${latex(f)}$ from $x = {start}$ to $x = {end}$."
    return Problem(prompt, task=Rate(f, x, num(start), num(end)), type="number")


def slope_from_the_definition(random: Random) -> Problem:
    """f′(a) as the limit of difference quotients, for a quadratic, a reciprocal or a square root."""
    while True:
        lead, middle = random.choice(NON_ZERO), random.choice((0, *NON_ZERO))
        place = random.choice((-4, -3, -2, -1, 1, 2, 3, 4, 5))
        if 2 * lead * place + middle not in (0, 1):  # 0 and 1 are what the mistakes lead to
            break
    quadratic = polynomial([lead, middle, random.randint(-6, 6)], x)
    shift, root = random.randint(0, 5), random.randint(1, 7)
    f, a = random.choice([
        (quadratic, place),
        (quadratic, place),
        (Div(num(random.randint(1, 9)), x), random.choice(NON_ZERO)),
        (sqrt(polynomial([1, shift], x)), root**2 - shift if root**2 != shift else 9 - shift),
    ])  # fmt: skip
    prompt = (
        f"Find the slope of ${latex(f)}$ at $x = {a}$ from the definition: simplify the difference quotient, "
        "then let $h$ go to $0$."
    )
    return Problem(prompt, task=_slope(f, num(a)), vocabulary=STEP, type="number")


def derivative_from_the_definition(random: Random) -> Problem:
    """f′(x) as the limit of difference quotients, for a quadratic or a cube."""
    quadratic = [random.choice(NON_ZERO), random.choice((0, *NON_ZERO)), random.randint(-9, 9)]
    cube = [1, 0, random.choice((0, *NON_ZERO)), random.randint(-9, 9)]
    f = polynomial(random.choice([quadratic, quadratic, cube]), x)
    prompt = (
        f"Find the derivative of ${latex(f)}$ at any $x$ from the definition: simplify the difference quotient, "
        "then let $h$ go to $0$."
    )
    return Problem(prompt, task=_slope(f, x), vocabulary=STEP)


def limit_that_is_a_slope(random: Random) -> Problem:
    """(f(a + h) − f(a))/h with f(a) worked out, for c xⁿ, c/x and √x: recognise the limit as a slope."""
    a, n = random.randint(1, 6), random.randint(2, 3)
    factor = random.choice([1, 1, 2, 3, 4, 5])
    power = Pow(num(a) + h, num(n))
    bottom = random.choice([each for each in range(2, 10) if gcd(each, factor) == 1])
    root = random.randint(1, 12)
    rise = random.choice([
        (power if factor == 1 else num(factor) * power) - num(factor * a**n),
        (power if factor == 1 else num(factor) * power) - num(factor * a**n),
        Div(num(factor), num(bottom) + h) - Num(factor, bottom),
        sqrt(num(root**2) + h) - num(root),
    ])  # fmt: skip
    prompt = "This limit is the slope of a function at a point. Recognise both, then find the slope."
    return Problem(prompt, task=Limit(Div(rise, h), h, num(0)), vocabulary=STEP, type="number")


def finite_difference_of_a_loss(random: Random) -> Problem:
    """(L(w + h) − L(w))/h for the squared error L = (input · w − target)², h left standing."""
    while True:
        factor, target, at = random.randint(2, 5), random.randint(1, 9), random.choice((-3, -2, -1, 1, 2, 3, 4))
        if gcd(factor, target) == 1:  # then the error at w is not 0
            break
    loss = Pow(polynomial([factor, -target], w), Num(2))
    prompt = (
        f"The loss of a model with the input ${factor}$ and the target ${target}$ is $({factor}w - {target})^2$. "
        f"A gradient check at $w = {at}$ uses its average rate of change over a small step $h$. "
        "Find this rate as a formula in $h$, without a fraction."
    )
    task = Rate(loss, w, num(at), num(at) + h)
    return Problem(prompt, task=task, vocabulary=WEIGHT_STEP, form=("lowest-terms",))  # h has to be cancelled


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

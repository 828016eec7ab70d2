"""Tasks that need the product rule."""

from __future__ import annotations

from math import gcd

from fluxions.calculus.expr import Add, At, Diff, Expr, Mul, Neg, Pow, Sym, exp, fn, num
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial
from fluxions.curriculum.tables import ValueTable

x, p = Sym("x"), Sym("p")
NON_ZERO = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
DIFFERENTIATE = "Differentiate with respect to $x$."


def power_times_function(random: Random) -> Problem:
    """Differentiate a xⁿ times ln x, 2ˣ or eˣ + c."""
    factors = (*_scaled_power(random), _moving(random))
    return Problem(DIFFERENTIATE, task=Diff(Mul(factors), x))


def polynomial_times_function(random: Random) -> Problem:
    """Differentiate a quadratic times ln x, 2ˣ or eˣ + c."""
    while True:
        a, b, c = random.choice([1, 3, 4]), random.choice(NON_ZERO), random.choice(NON_ZERO)
        if gcd(a, b, c) == 1:
            break
    quadratic = polynomial([a, b, c], x)  # a is never 2: losing the factor or the exponent would look the same
    return Problem(DIFFERENTIATE, task=Diff(Mul((quadratic, _moving(random))), x))


def three_factors(random: Random) -> Problem:
    """Differentiate a xⁿ eˣ ln x, or a xⁿ (bx + c) eˣ."""
    slope = random.randint(1, 5)
    line = polynomial([slope, random.choice([each for each in NON_ZERO if gcd(each, slope) == 1])], x)
    second = random.choice([fn("ln", x), line])
    return Problem(DIFFERENTIATE, task=Diff(Mul((*_scaled_power(random), second, exp(x))), x))


def value_from_a_table(random: Random) -> Problem:
    """(f g)′(a) from a table of f, f′, g, g′, where each mistake leads to a number of its own."""
    points = tuple(sorted(random.sample([-1, 0, 1, 2, 3, 4], 2)))
    place = random.randint(0, 1)
    while True:
        columns = [random.sample(NON_ZERO, 2) for _ in range(4)]
        f, df, g, dg = (column[place] for column in columns)
        if len({df * g + f * dg, df * g - f * dg, df * dg, df * g, f * dg, f * g}) == 6:
            break
    table = ValueTable(points, tuple(zip(("f", "f'", "g", "g'"), columns, strict=True)))
    prompt = (
        "Of two differentiable functions $f$ and $g$ only these values are known. "
        f"Find the slope of $f(x)\\,g(x)$ at $x = {points[place]}$.\n\n{table.markdown}"
    )
    task = At(Diff(Mul((fn("f", x), fn("g", x))), x), x, num(points[place]))
    return Problem(prompt, task=task, given=table.given, type="number")


def reward_with_entropy(random: Random) -> Problem:
    """Differentiate c p − t p ln p, the expected reward of an action with its part of the entropy, in p."""
    bonus = Mul((p, fn("ln", p)))
    temperature = random.randint(1, 9)
    scaled = bonus if temperature == 1 else Mul((num(temperature), *bonus.factors))
    reward = random.choice([each for each in NON_ZERO if abs(each) != temperature])  # else a constant hides
    prompt = (
        f"A policy takes an action with probability $p$; the action earns ${reward}$. Its part of the objective is the "
        f"expected reward plus an entropy term, weighted by the temperature ${temperature}$. "
        "Differentiate it with respect to $p$."
    )
    task = Diff(Add((polynomial([reward, 0], p), Neg(scaled))), p)
    return Problem(prompt, task=task, vocabulary=Vocabulary(variable="p").declaring("p"))


def _moving(random: Random) -> Expr:
    """A second factor whose derivative is another function, so that copying it is seen."""
    shifted = Add((exp(x), num(random.randint(1, 9))))
    return random.choice([fn("ln", x), fn("ln", x), Pow(num(random.choice([2, 3, 5])), x), shifted])


def _scaled_power(random: Random) -> tuple[Expr, ...]:
    """The factors of a xⁿ."""
    a, n = random.choice([1, 1, 2, 3, 4, 5, -2, -3]), random.randint(1, 6)
    power = x if n == 1 else Pow(x, num(n))
    return (power,) if a == 1 else (num(a), power)


SKILL = "product-rule"
FAMILIES = (
    ProblemFamily("power-times-function", skill=SKILL, make=power_times_function),
    ProblemFamily("polynomial-times-function", skill=SKILL, make=polynomial_times_function),
    ProblemFamily("three-factors", skill=SKILL, make=three_factors),
    ProblemFamily("value-from-a-table", skill=SKILL, make=value_from_a_table),
    ProblemFamily("reward-with-entropy", skill=SKILL, make=reward_with_entropy, ml=True),
)

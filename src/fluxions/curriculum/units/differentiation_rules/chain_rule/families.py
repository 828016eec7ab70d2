"""Tasks that need the chain rule."""

from __future__ import annotations

from math import gcd

from fluxions.calculus.expr import At, Diff, Expr, Sym, exp, fn, num, sqrt
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial
from fluxions.curriculum.tables import ValueTable

x, w, u = Sym("x"), Sym("w"), Sym("u")
WEIGHT = Vocabulary(symbols=frozenset({"w"}), variable="w")
FACTORS = (-7, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7, 8, 9)  # not 1: the inside has to matter
SHIFTS = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
LINES = tuple((a, b) for a in FACTORS for b in SHIFTS if gcd(a, b) == 1 and abs(a + b) > 1)  # a + b: see constant-kept
POSITIVE = tuple(  # quadratics without a zero and without a common factor
    (a, b, c)
    for a in range(1, 5)
    for b in range(-6, 7)
    for c in range(1, 10)
    if b * b < 4 * a * c and gcd(a, b, c) == 1
)
DIFFERENTIATE = "Differentiate with respect to $x$."


def outer_derivative(random: Random) -> Problem:
    """The first factor alone: f′ taken at the inside."""
    inside = polynomial(random.choice(POSITIVE), x)
    outside = random.choice([exp(u), fn("ln", u), fn("sin", u), fn("cos", u), sqrt(u), u ** num(random.randint(3, 7))])
    prompt = (
        f"Let $f(u) = {latex(outside)}$ be the outside and $u = {latex(inside)}$ the inside. Find the first factor of "
        "the chain rule: the derivative of the outside, taken at the inside."
    )
    return Problem(prompt, task=At(Diff(outside, u), u, inside))


def scaled_input(random: Random) -> Problem:
    """Differentiate c · f(ax) for f = exp, sin, cos."""
    a = random.randint(2, 9)
    inside = polynomial([a, 0], x)
    outside = random.choice([exp(inside), exp(polynomial([-a, 0], x)), fn("sin", inside), fn("cos", inside)])
    scale = random.choice([each for each in range(1, 10) if each != a])  # else losing either looks the same
    return Problem(DIFFERENTIATE, task=Diff(outside if scale == 1 else num(scale) * outside, x))


def power_of_a_line(random: Random) -> Problem:
    """Differentiate (ax + b)ⁿ."""
    a, b = random.choice(LINES)
    n = random.choice([each for each in range(2, 8) if each != abs(a)])  # else losing n and losing a look the same
    return Problem(DIFFERENTIATE, task=Diff(polynomial([a, b], x) ** num(n), x))


def function_of_a_line(random: Random) -> Problem:
    """Differentiate f(ax + b) for f = exp, ln, √, sin, cos."""
    line = polynomial(random.choice(LINES), x)
    outside = random.choice([exp(line), exp(line), fn("ln", line), fn("ln", line), sqrt(line), _wave(random, line)])
    return Problem(DIFFERENTIATE, task=Diff(outside, x))


def function_of_a_quadratic(random: Random) -> Problem:
    """Differentiate f(ax² + bx + c) for f = exp, ln, √, sin, cos or a power."""
    a, b, c = random.choice(POSITIVE)
    inside = polynomial([a, b, c], x)
    negative = polynomial([-a, b, random.randint(-5, 5)], x)
    outside = random.choice([
        exp(inside), exp(negative), fn("ln", inside), fn("ln", inside), sqrt(inside), _wave(random, inside),
        inside ** num(random.randint(3, 6)),
    ])  # fmt: skip
    return Problem(DIFFERENTIATE, task=Diff(outside, x))


def value_from_a_table(random: Random) -> Problem:
    """(f ∘ g)′(a) from a table of f, f′, g, g′, where each mistake leads to a number of its own."""
    points = (1, 2, 3)
    a, inside = random.sample(points, 2)
    third = 6 - a - inside
    slope = a if third == 1 else third  # a point, so that f′ is known there; not 1, and not the inside
    rest = iter(random.shuffled([a, third]))
    inner = [inside if each == a else next(rest) for each in points]
    slopes = [slope if each == a else random.choice((-5, -4, -3, -1, 4, 5, 6)) for each in points]
    while True:
        outer = random.sample((-7, -6, -5, -4, -3, -2, 3, 4, 5, 6, 7), 3)
        values = random.sample(range(-6, 10), 3)
        right = outer[inside - 1] * slope
        wrong = (
            outer[inside - 1], outer[a - 1] * slope, outer[slope - 1], outer[inside - 1] + slope,
            values[inside - 1], values[inside - 1] * slope, outer[a - 1] * inside + values[a - 1] * slope,
        )  # fmt: skip
        if len({right, *wrong}) == 1 + len(wrong):
            break
    table = ValueTable(points, (("f", values), ("f'", outer), ("g", inner), ("g'", slopes)))
    prompt = (
        "Of two differentiable functions $f$ and $g$ only these values are known. "
        f"Find the slope of $f(g(x))$ at $x = {a}$.\n\n{table.markdown}"
    )
    task = At(Diff(fn("f", fn("g", x)), x), x, num(a))
    return Problem(prompt, task=task, given=table.given, type="number")


def squared_error_of_a_weight(random: Random) -> Problem:
    """Differentiate the loss (input · w − target)² in w."""
    a, b = random.choice([each for each in LINES if abs(each[0]) > 2])
    prompt = (
        f"A model predicts ${latex(polynomial([a, 0], w))}$ for the input ${a}$; the target is ${-b}$. "
        "Differentiate its squared error with respect to the weight $w$."
    )
    return Problem(prompt, task=Diff(polynomial([a, b], w) ** num(2), w), vocabulary=WEIGHT)


def logistic_loss_of_a_weight(random: Random) -> Problem:
    """Differentiate the loss ln(1 + exp(aw + b)) in w."""
    score = polynomial([random.choice((-5, -4, -3, -2, 2, 3, 4, 5)), random.randint(-5, 5)], w)
    prompt = (
        "A classifier with one weight $w$ and a fixed bias has this logistic loss on one example. "
        "Differentiate it with respect to $w$."
    )
    return Problem(prompt, task=Diff(fn("ln", num(1) + exp(score)), w), vocabulary=WEIGHT)


def _wave(random: Random, inside: Expr) -> Expr:
    return fn(random.choice(["sin", "cos"]), inside)


SKILL = "chain-rule"
FAMILIES = (
    ProblemFamily("outer-derivative", skill=SKILL, make=outer_derivative),
    ProblemFamily("scaled-input", skill=SKILL, make=scaled_input),
    ProblemFamily("power-of-a-line", skill=SKILL, make=power_of_a_line),
    ProblemFamily("function-of-a-line", skill=SKILL, make=function_of_a_line),
    ProblemFamily("function-of-a-quadratic", skill=SKILL, make=function_of_a_quadratic),
    ProblemFamily("value-from-a-table", skill=SKILL, make=value_from_a_table),
    ProblemFamily("squared-error-of-a-weight", skill=SKILL, make=squared_error_of_a_weight, ml=True),
    ProblemFamily("logistic-loss-of-a-weight", skill=SKILL, make=logistic_loss_of_a_weight, ml=True),
)

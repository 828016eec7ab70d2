"""Tasks about the slopes of sigmoid and tanh."""

from __future__ import annotations

from fluxions.calculus.expr import Add, At, Diff, Mul, Pow, Sym, fn, num
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

x, w, b = Sym("x"), Sym("w"), Sym("b")
FACTORS = (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7, 8)
NON_ZERO = (-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7)
ROLES = ((w, "its weight $w$"), (w, "its weight $w$"), (x, "its input $x$"), (x, "its input $x$"), (b, "its bias $b$"))
DIFFERENTIATE = "Differentiate with respect to $x$."


def multiple_of_an_activation(random: Random) -> Problem:
    """Differentiate a σ(x) + b x + c, or the same with tanh."""
    activation = Mul((num(random.choice(FACTORS)), fn(random.choice(["sigmoid", "tanh"]), x)))
    line = polynomial([random.choice(NON_ZERO), random.randint(-5, 5)], x)
    terms = line.terms if isinstance(line, Add) else (line,)
    return Problem(DIFFERENTIATE, task=Diff(Add((activation, *terms)), x))


def activation_of_a_line(random: Random) -> Problem:
    """Differentiate σ(ax + b) or tanh(ax + b) in x."""
    line = polynomial([random.choice(FACTORS), random.choice((0, *NON_ZERO))], x)
    return Problem(DIFFERENTIATE, task=Diff(fn(random.choice(["sigmoid", "tanh"]), line), x))


def unit_by_its_parameters(random: Random) -> Problem:
    """Differentiate c · f(wx + b) in w, b or x, for f = σ, tanh."""
    by, role = random.choice(ROLES)
    unit = fn(random.choice(["sigmoid", "tanh"]), w * x + b)
    scale = random.randint(1, 9)
    task = Diff(unit if scale == 1 else Mul((num(scale), unit)), by)
    prompt = f"This is the output of a unit with input $x$, weight $w$ and bias $b$. Differentiate it by {role}."
    return Problem(prompt, task=task, vocabulary=Vocabulary(variable=by.name).declaring("w", "x", "b"))


def slope_at_the_centre(random: Random) -> Problem:
    """The slope of k · σ(a(x − c)) at x = c, its largest."""
    a, centre = random.choice([2, 3, 4, 5, 6, 8]), random.choice(NON_ZERO)
    scale = random.choice([each for each in range(1, 8) if each != a])
    activation = fn("sigmoid", polynomial([a, -a * centre], x))
    curve = activation if scale == 1 else Mul((num(scale), activation))
    prompt = f"This curve is steepest where its argument is $0$, at $x = {centre}$. Find its slope there."
    return Problem(prompt, task=At(Diff(curve, x), x, num(centre)), type="number")


def second_derivative(random: Random) -> Problem:
    """Differentiate c · σ(ax) or c · tanh(ax) twice."""
    a = random.choice([1, 3, 4, 5])  # 2 is the exponent of tanh², and losing either would look the same
    scale = random.choice([each for each in (1, 2, 6, 7, 8) if each != a])
    activation = fn(random.choice(["sigmoid", "tanh"]), polynomial([a, 0], x))
    curve = activation if scale == 1 else Mul((num(scale), activation))
    return Problem("Find the second derivative.", task=Diff(Diff(curve, x), x))


def squared_error_of_a_unit(random: Random) -> Problem:
    """Differentiate the loss (f(input · w) − target)² in w, for f = σ, tanh."""
    unit = fn(random.choice(["sigmoid", "tanh"]), polynomial([random.choice(FACTORS), random.randint(-5, 5)], w))
    target = random.choice([0, 1])
    loss = Pow(unit - num(target) if target else unit, num(2))
    prompt = "A unit with one weight $w$ has this squared error on one example. Differentiate it with respect to $w$."
    return Problem(prompt, task=Diff(loss, w), vocabulary=Vocabulary(variable="w").declaring("w"))


SKILL = "derivative-sigmoid-tanh"
FAMILIES = (
    ProblemFamily("multiple-of-an-activation", skill=SKILL, make=multiple_of_an_activation),
    ProblemFamily("activation-of-a-line", skill=SKILL, make=activation_of_a_line),
    ProblemFamily("unit-by-its-parameters", skill=SKILL, make=unit_by_its_parameters, ml=True),
    ProblemFamily("slope-at-the-centre", skill=SKILL, make=slope_at_the_centre),
    ProblemFamily("second-derivative", skill=SKILL, make=second_derivative),
    ProblemFamily("squared-error-of-a-unit", skill=SKILL, make=squared_error_of_a_unit, ml=True),
)

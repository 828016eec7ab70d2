"""Tasks about products of slopes in chains of units, and about where the slope of a unit is small."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.expr import At, Diff, Div, Expr, Mul, Num, Operator, Pow, Rel, Sym, fn, num
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

x, w, z = Sym("x"), Sym("w"), Sym("z")
WEIGHTS = (3, 5, 6, 7, 9, 10, 12)
EVEN = (4, 6, 8, 10, 12, 14, 18)
STEEPEST = "Every sigmoid stands at its steepest point there, so this is the largest slope the chain can have."


def saturation_points(random: Random) -> Problem:
    """Where the slope of k σ(az + c) or k tanh(az + c) has a given small size."""
    name, scale, shift = random.choice(("sigmoid", "tanh")), random.choice((1, 1, 2, 3, 5)), random.randint(-3, 3)
    if name == "sigmoid":
        odds, slope = random.choice(((9, 1), (9, 2), (19, 1), (19, 2), (19, 3), (49, 2), (49, 3), (99, 5)))
        size = Fraction(odds, (odds + 1) ** 2)
    else:
        root, slope = random.choice(((3, 1), (3, 2), (5, 2), (5, 3), (7, 2), (7, 3), (7, 5)))
        size = Fraction(4 * root * root, (root * root + 1) ** 2)
    unit = _times(scale, fn(name, polynomial([slope, shift], z)))
    prompt = (
        f"Beyond which $z$ is this unit saturated? Find the $z$ at which its slope has fallen to "
        f"${latex(Num(size * slope * scale))}$. Give the exact values as a set, such as `{{1 - ln(2), 1 + ln(2)}}`."
    )
    task = Operator("solve", (Rel("=", Diff(unit, z), Num(size * slope * scale)), z))
    return Problem(prompt, task=task, vocabulary=Vocabulary(variable="z").declaring("z"), type="set")


def two_sigmoids(random: Random) -> Problem:
    """The slope of σ(vσ(wx) − v/2) at 0, where both units are steepest."""
    while True:
        first, second = random.choice(WEIGHTS), random.choice(EVEN)
        if 2 * (first + second) != first * second:  # else adding the slopes looks like other mistakes
            break
    chain = _centred(second, fn("sigmoid", polynomial([first, 0], x)))
    return _slope_at(chain, num(0), f"Two sigmoid units follow one another. Find the slope at $x = 0$. {STEEPEST}")


def three_sigmoids(random: Random) -> Problem:
    """The slope of three sigmoids in a row at 0, where all are steepest."""
    while True:
        first, second, third = random.choice(WEIGHTS), random.choice(EVEN), random.choice(EVEN)
        right = Fraction(first * second * third, 64)
        added = (Fraction(first + second + third, 4), Fraction(third * (first + second), 16))
        if not {right, 2 * right} & {*added}:  # else adding looks like other mistakes, or right
            break
    chain = _centred(third, _centred(second, fn("sigmoid", polynomial([first, 0], x))))
    return _slope_at(chain, num(0), f"Three sigmoid units follow one another. Find the slope at $x = 0$. {STEEPEST}")


def mixed_chain(random: Random) -> Problem:
    """Differentiate a chain of two units with tanh or ReLU in it."""
    first, second = random.choice(WEIGHTS), random.choice(EVEN)
    inner = fn(random.choice(("sigmoid", "tanh")), polynomial([first, random.randint(-4, 4)], x))
    outer = random.choice(("tanh", "relu")) if inner.name == "sigmoid" else random.choice(("sigmoid", "relu"))
    kink = (-1,) if inner.name == "sigmoid" else (1, 2, 3)  # where the inner value is no known one
    shift = random.choice(kink if outer == "relu" else (-3, -2, -1, 1, 2, 3))
    weighted = Mul((num(second), inner))
    chain = fn(outer, weighted + num(shift) if shift > 0 else weighted - num(-shift))
    kinked = " At the kink any value is accepted." if outer == "relu" else ""
    prompt = "Two units follow one another. Differentiate the output with respect to $x$." + kinked
    return Problem(prompt, task=Diff(chain, x))


def saturated_first_unit(random: Random) -> Problem:
    """The slope of σ(vσ(wx) − c) where the first output is n/(n + 1) and the second unit is steepest."""
    odds, first = random.choice((2, 3, 4, 5, 7, 9)), random.choice((2, 3, 5, 6, 7))
    times = random.choice((1, 2, 3))
    second = (odds + 1) * times
    chain = fn("sigmoid", Mul((num(second), fn("sigmoid", polynomial([first, 0], x)))) - num(odds * times))
    point = Div(fn("ln", num(odds)), num(first))
    prompt = (
        f"Two sigmoid units follow one another. Find the slope at $x = {latex(point)}$, where the first output is "
        f"${latex(Num(odds, odds + 1))}$."
    )
    return _slope_at(chain, point, prompt)


def gradient_of_the_first_weight(random: Random) -> Problem:
    """The slope at w = p of half the squared error of σ(vσ(aw − ap) − v/2) in its first weight."""
    while True:
        value, second = random.choice(WEIGHTS), random.choice(EVEN)
        target = random.choice((num(1), Num(1, 5), Num(1, 10), Num(4, 5), Num(9, 10)))
        error, slope = Fraction(1, 2) - target.value, Fraction(value * second, 16)
        if error + slope / 2 != 2 * error * slope:  # else adding a derivative looks like a forgotten one
            break
    point = random.choice((-3, -2, 2, 3))  # not 0, where many mistakes lead to 0
    output = _centred(second, fn("sigmoid", polynomial([value, -value * point], w)))
    prompt = (
        f"A chain of two sigmoid units gets the input ${value}$; its first weight is $w$, its first bias "
        f"${-value * point}$, and the target ${latex(target)}$. This is half its squared error. Find the slope with "
        f"respect to $w$ at $w = {point}$."
    )
    task = At(Diff(Div(Pow(output - target, num(2)), num(2)), w), w, num(point))
    return Problem(prompt, task=task, vocabulary=Vocabulary(variable="w").declaring("w"), type="number")


def _centred(weight: int, inner: Expr, name: str = "sigmoid") -> Expr:
    """A unit with the weight v and the bias −v/2 on an output between 0 and 1."""
    return fn(name, Mul((num(weight), inner)) - num(weight // 2))


def _slope_at(chain: Expr, point: Expr, prompt: str) -> Problem:
    return Problem(prompt, task=At(Diff(chain, x), x, point), type="number")


def _times(k: int, e: Expr) -> Expr:
    return e if k == 1 else Mul((num(k), e))


SKILL = "gradient-saturation"
FAMILIES = (
    ProblemFamily("saturation-points", skill=SKILL, make=saturation_points, ml=True),
    ProblemFamily("two-sigmoids", skill=SKILL, make=two_sigmoids, ml=True),
    ProblemFamily("three-sigmoids", skill=SKILL, make=three_sigmoids, ml=True),
    ProblemFamily("mixed-chain", skill=SKILL, make=mixed_chain, ml=True),
    ProblemFamily("saturated-first-unit", skill=SKILL, make=saturated_first_unit, ml=True),
    ProblemFamily("gradient-of-the-first-weight", skill=SKILL, make=gradient_of_the_first_weight, ml=True),
)

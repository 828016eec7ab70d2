"""Tasks about the slopes of ReLU and its relatives."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from fluxions.calculus.expr import (
    ZERO,
    At,
    Diff,
    Div,
    Expr,
    Mul,
    Num,
    Operator,
    Piecewise,
    Pow,
    Rel,
    Sym,
    exp,
    fn,
    num,
)
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

x, w, alpha = Sym("x"), Sym("w"), Sym("alpha")
FACTORS = (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6)
SHIFTS = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
LINES = tuple((a, b) for a in FACTORS for b in SHIFTS if gcd(a, b) == 1)  # b is not 0: the boundary has to move
AWAY = "Differentiate with respect to $x$. At the kink{s} any value is accepted."


def relu_of_a_line(random: Random) -> Problem:
    """Differentiate relu(ax + b)."""
    a, b = random.choice(LINES)
    return _away_from(Diff(fn("relu", polynomial([a, b], x)), x), Fraction(-b, a))


def leaky_relu_of_a_line(random: Random) -> Problem:
    """Differentiate leaky ReLU of ax + b, written by cases."""
    a, b = random.choice(LINES)
    line = polynomial([a, b], x)
    leak = random.choice([each for each in (3, 5, 10, 20, 100) if each != abs(a)])  # else the lost a looks like a leak
    unit = Piecewise(((Rel(">", line, ZERO), line),), Div(line, num(leak)))
    return _away_from(Diff(unit, x), Fraction(-b, a))


def elu_of_a_line(random: Random) -> Problem:
    """Differentiate ELU of ax + b with a scale that is not 1, written by cases."""
    a, b = random.choice(LINES)
    line = polynomial([a, b], x)
    scale = random.choice([each for each in (Num(1, 2), Num(1, 4), num(2), num(3), num(5)) if each != num(abs(a))])
    unit = Piecewise(((Rel(">", line, ZERO), line),), Mul((scale, exp(line) - 1)))
    return _away_from(Diff(unit, x), Fraction(-b, a))


def clipped_unit(random: Random) -> Problem:
    """Differentiate ax + b clipped to the range from 0 to c."""
    a, b = random.choice([each for each in LINES if each[0] > 0])
    line, top = polynomial([a, b], x), random.choice((1, 2, 4, 6))
    unit = Piecewise(((Rel("<=", line, ZERO), ZERO), (Rel("<", line, num(top)), line)), num(top))
    return _away_from(Diff(unit, x), Fraction(-b, a), Fraction(top - b, a))


def slope_of_two_units(random: Random) -> Problem:
    """The slope of a relu(…) plus or minus another at a point where one is on and the other off or at its kink."""
    while True:
        (a, b), (c, d) = random.choice(LINES), random.choice(LINES)
        point, sign = random.choice((-4, -3, -2, 2, 3, 4)), random.choice((1, -1))
        on, off = a * point + b, c * point + d
        wrong = (a + sign * c, a + b, 1, a + 1, on, 2 * on, 0, sign * c)
        if 0 < on <= 20 and -20 <= off <= 0 and len({a, *wrong}) == 9:
            break
    first, second = fn("relu", polynomial([a, b], x)), fn("relu", polynomial([c, d], x))
    network = first + second if sign > 0 else first - second
    prompt = (
        "A network with one input has two hidden units; this is its output. "
        f"Find its slope at $x = {point}$. At a kink use the convention $\\mathrm{{relu}}'(0) = 0$."
    )
    return Problem(prompt, task=At(Diff(network, x), x, num(point)), type="number")


def smooth_elu(random: Random) -> Problem:
    """The α for which α(exp(kx) − 1) joins the line cx without a kink."""
    while True:
        c, k = random.randint(2, 9), random.randint(2, 9)
        if c != k:
            break
    low, high = Mul((alpha, exp(polynomial([k, 0], x)) - 1)), polynomial([c, 0], x)
    prompt = (
        f"A unit gives ${latex(high)}$ for $x > 0$ and ${latex(low)}$ for $x \\le 0$. "
        "For which $\\alpha$ do the two branches have the same slope at $0$?"
    )
    slopes = Rel("=", At(Diff(low, x), x, ZERO), At(Diff(high, x), x, ZERO))
    return Problem(
        prompt, task=Operator("solve", (slopes, alpha)), vocabulary=Vocabulary().declaring("alpha"), type="number"
    )


def loss_through_a_unit(random: Random) -> Problem:
    """Differentiate the loss (relu(aw + b) − t)² in w, where the mask switches the whole gradient."""
    a, b = random.choice(LINES)
    unit, target = fn("relu", polynomial([a, b], w)), random.choice([each for each in range(1, 8) if each != abs(a)])
    prompt = (
        f"A unit with one weight $w$ predicts ${latex(unit)}$ on one example; the target is ${target}$. "
        "Differentiate its squared error with respect to the weight $w$. At the kink any value is accepted."
    )
    loss, kink = Pow(unit - num(target), num(2)), Rel("!=", w, Num(Fraction(-b, a)))
    return Problem(prompt, task=Diff(loss, w), vocabulary=Vocabulary(variable="w").declaring("w"), assume=(kink,))


def _away_from(task: Expr, *kinks: Fraction) -> Problem:
    """The task with every value accepted at the kinks, where there is no derivative."""
    prompt = AWAY.format(s="s" if len(kinks) > 1 else "")
    return Problem(prompt, task=task, assume=tuple(Rel("!=", x, Num(each)) for each in kinks))


SKILL = "derivative-relu-family"
FAMILIES = (
    ProblemFamily("relu-of-a-line", skill=SKILL, make=relu_of_a_line),
    ProblemFamily("leaky-relu-of-a-line", skill=SKILL, make=leaky_relu_of_a_line),
    ProblemFamily("elu-of-a-line", skill=SKILL, make=elu_of_a_line),
    ProblemFamily("clipped-unit", skill=SKILL, make=clipped_unit),
    ProblemFamily("slope-of-two-units", skill=SKILL, make=slope_of_two_units, ml=True),
    ProblemFamily("smooth-elu", skill=SKILL, make=smooth_elu),
    ProblemFamily("loss-through-a-unit", skill=SKILL, make=loss_through_a_unit, ml=True),
)

"""Tasks about the slopes of squared, absolute, Huber and quantile losses."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import gcd

from fluxions.calculus.expr import ZERO, Add, At, Diff, Div, Expr, Mul, Num, Operator, Piecewise, Pow, Rel, Sym, fn, num
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

w, b, q, r, y = Sym("w"), Sym("b"), Sym("q"), Sym("r"), Sym("y")
INPUTS = (-5, -4, -3, -2, 2, 3, 4, 5, 6)
TARGETS = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
ERRORS = tuple((a, t) for a in INPUTS for t in TARGETS if gcd(a, t) == 1 and abs(a - t) > 1)  # the error a·w − t
AT_THE_KINK = "At the kink any value is accepted."


def squared_error_by_a_parameter(random: Random) -> Problem:
    """Differentiate half the squared error of a linear model in a weight or the bias, all other letters fixed."""
    features = random.choice((1, 2))
    weights = [Sym(f"w_{k}") for k in (1, 2)] if features == 2 else [w]
    inputs = [Sym(f"x_{k}") for k in (1, 2)] if features == 2 else [Sym("x")]
    by = random.choice((*weights, *weights, *weights, b))
    terms = tuple(Mul((weight, each)) for weight, each in zip(weights, inputs, strict=True))
    error = Add((*terms, b)) - y
    scale = random.choice((None, Num(1, 2), Num(1, 2), num(3), num(5)))
    loss = Pow(error, num(2)) if scale is None else Mul((scale, Pow(error, num(2))))
    names = [each.name for each in (*weights, *inputs, b, y)]
    prompt = (
        "This is the loss of a linear model on one example with the target $y$. "
        f"Differentiate it with respect to ${latex(by)}$."
    )
    return Problem(prompt, task=Diff(loss, by), vocabulary=Vocabulary(variable=by.name).declaring(*names))


def absolute_error_of_a_weight(random: Random) -> Problem:
    """Differentiate the absolute error |input · w − target| in w."""
    a, t = random.choice(ERRORS)
    loss = fn("abs", polynomial([a, -t], w))
    prompt = f"{_model(a, t)} Differentiate its absolute error with respect to the weight $w$. {AT_THE_KINK}"
    return Problem(prompt, task=Diff(loss, w), vocabulary=WEIGHT, assume=(Rel("!=", w, Num(Fraction(t, a))),))


def pinball_loss(random: Random) -> Problem:
    """Differentiate the quantile loss of a prediction q, written by cases."""
    level = Num(Fraction(random.choice((2, 4, 6, 14, 16, 18, 5, 15, 1, 19)), 20))
    target = random.randint(2, 30)
    below, above = Mul((level, num(target) - q)), Mul((Num(1 - level.value), q - num(target)))
    loss = Piecewise(((Rel("<", q, num(target)), below),), above)
    prompt = (
        f"The quantile loss of a prediction $q$ at the level $\\tau = {latex(level)}$, for the target ${target}$. "
        f"Differentiate it with respect to $q$. {AT_THE_KINK}"
    )
    declared = Vocabulary(variable="q").declaring("q")
    return Problem(prompt, task=Diff(loss, q), vocabulary=declared, assume=(Rel("!=", q, num(target)),))


def huber_loss_of_an_error(random: Random) -> Problem:
    """Differentiate the Huber loss in the error r."""
    threshold = random.choice((3, 4, 5, 6, 7, 8))
    prompt = f"The Huber loss of an error $r$, with the threshold ${threshold}$. Differentiate it with respect to $r$."
    declared = Vocabulary(variable="r").declaring("r")
    return Problem(prompt, task=Diff(_huber(r, threshold), r), vocabulary=declared)


def huber_loss_of_a_weight(random: Random) -> Problem:
    """Differentiate the Huber loss of the error input · w − target in w."""
    a, t = random.choice(ERRORS)
    threshold = random.choice([each for each in (3, 4, 5, 6, 7) if each != abs(a)])  # else losing either looks the same
    loss = _huber(polynomial([a, -t], w), threshold)
    prompt = (
        f"{_model(a, t)} Differentiate its Huber loss with the threshold ${threshold}$ with respect to the weight $w$."
    )
    return Problem(prompt, task=Diff(loss, w), vocabulary=WEIGHT)


def best_weight(random: Random) -> Problem:
    """The weight that minimises the squared errors of a model without bias on three examples."""
    pairs = _examples(random, 3)
    prompt = (
        "A model predicts the weight $w$ times the input. This is the sum of its squared errors on three examples; it "
        "is smallest where its derivative is $0$. Find this $w$."
    )
    loss = Add(tuple(Pow(polynomial([a, -t], w), num(2)) for a, t in pairs))
    task = Operator("solve", (Rel("=", Diff(loss, w), ZERO), w))
    return Problem(prompt, task=task, vocabulary=WEIGHT, type="number")


def slope_of_total_absolute_error(random: Random) -> Problem:
    """The slope of Σ |aw − t| at a weight where an error is negative and the mistakes lead to different numbers."""
    while True:
        pairs, at = _examples(random, 2), random.choice((-5, -4, -3, -2))
        if max(Counter(_slips(pairs, at)).values()) <= 2:
            break
    prompt = (
        "A model predicts the weight $w$ times the input. This is the sum of its absolute errors on two examples. "
        f"Find its slope at $w = {at}$."
    )
    loss = Add(tuple(fn("abs", polynomial([a, -t], w)) for a, t in pairs))
    return Problem(prompt, task=At(Diff(loss, w), w, num(at)), vocabulary=WEIGHT, type="number")


def _examples(random: Random, count: int) -> tuple[tuple[int, int], ...]:
    """Inputs and targets, no two inputs of the same size."""
    while True:
        pairs = tuple(random.choice(ERRORS) for _ in range(count))
        if len({abs(a) for a, _ in pairs}) == count:
            return pairs


def _slips(pairs: tuple[tuple[int, int], ...], at: int) -> list[int]:
    """How far each slip in one error moves the slope at a weight: 0 for none of them."""
    moved = []
    for a, t in pairs:
        error = a * at - t
        sign = (error > 0) - (error < 0)
        wrong = (a, sign, sign + a, a * abs(error), abs(error), sign * (a - t), abs(a), -a, 0)
        moved += [each - a * sign for each in wrong if each != a * sign]
    value = sum(abs(a * at - t) for a, t in pairs)
    return [*moved, value - sum(a * ((a * at > t) - (a * at < t)) for a, t in pairs)]


def _huber(error: Expr, threshold: int) -> Expr:
    """e²/2 for |e| ≤ δ, and δ|e| − δ²/2 beyond."""
    inner = Div(Pow(error, num(2)), num(2))
    outer = Mul((num(threshold), fn("abs", error))) - Num(Fraction(threshold**2, 2))
    return Piecewise(((Rel("<=", fn("abs", error), num(threshold)), inner),), outer)


def _model(a: int, t: int) -> str:
    return f"A model predicts ${latex(polynomial([a, 0], w))}$ for the input ${a}$; the target is ${t}$."


SKILL, WEIGHT = "derivative-regression-losses", Vocabulary(variable="w").declaring("w")
FAMILIES = (
    ProblemFamily("pinball-loss", skill=SKILL, make=pinball_loss, ml=True),
    ProblemFamily("squared-error-by-a-parameter", skill=SKILL, make=squared_error_by_a_parameter, ml=True),
    ProblemFamily("absolute-error-of-a-weight", skill=SKILL, make=absolute_error_of_a_weight, ml=True),
    ProblemFamily("huber-loss-of-an-error", skill=SKILL, make=huber_loss_of_an_error, ml=True),
    ProblemFamily("huber-loss-of-a-weight", skill=SKILL, make=huber_loss_of_a_weight, ml=True),
    ProblemFamily("best-weight", skill=SKILL, make=best_weight, ml=True),
    ProblemFamily("slope-of-total-absolute-error", skill=SKILL, make=slope_of_total_absolute_error, ml=True),
)

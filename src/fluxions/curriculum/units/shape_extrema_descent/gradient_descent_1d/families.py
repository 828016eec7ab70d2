"""Tasks about gradient descent with a single weight."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.expr import Add, Div, Expr, Mul, Neg, Num, Operator, Pow, Rel, Sym, exp, fn, num
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

w, a, eta = Sym("w"), Sym("a"), Sym("eta")
EXACT = "Give an exact number."
WORDS = Vocabulary(variable="w").declaring("w", "a", "eta")
NON_ZERO = (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6)
RATES = tuple(Fraction(1, each) for each in (2, 4, 5, 10, 20))
SLOPES = (-12, -10, -9, -8, -7, -6, -5, -4, -3, 3, 4, 6)  # more often negative: else "always to the left" hides
OFFSETS = (-5, -4, -3, -2, 2, 3)  # of the start from the minimum, for the same reason
PLACES = tuple(  # of a minimum and a start; with the others too many mistakes lead to one number
    (m, m + off) for m in NON_ZERO for off in OFFSETS if abs(m + off) > 1 and 0 not in (m + 2 * off, m - 3 * off)
)


def update_from_a_slope(random: Random) -> Problem:
    """One step where only the value and the slope of the loss are known."""
    here, slope, rate = random.choice(NON_ZERO), random.choice(SLOPES), _rate(random)
    value = random.choice([each for each in range(1, 12) if each not in (abs(slope), 1)])
    prompt = (
        f"Of a loss $f$ two numbers are known: at $w = {here}$ its value is ${value}$ and its slope is ${slope}$. "
        f"Take one step of gradient descent from there with the learning rate ${latex(rate)}$. Where does it lead?"
    )
    given = (Rel("=", fn("f", num(here)), num(value)), Rel("=", fn("f'", num(here)), num(slope)))
    return _asked(prompt, _walk(fn("f", w), here, rate, 1), given)


def one_step(random: Random) -> Problem:
    """One step on a polynomial of degree two to four."""
    here, rate = random.choice((-3, 3, 4)), _rate(random)
    middle = random.choice((1, 3, 4, 5, 6))
    highest = random.choice([[random.choice((3, 4, 5))], [1, middle], [1, 0, middle]])
    degree = len(highest) + 1
    rest = sum(c * (degree - k) * here ** (degree - k - 1) for k, c in enumerate(highest))
    loss = polynomial([*highest, random.choice(SLOPES) - rest, 0], w)
    prompt = f"Take one step of gradient descent on ${latex(loss)}$ {_from(here, rate)}. Where does it lead?"
    return _asked(prompt, _walk(loss, here, rate, 1))


def several_steps(random: Random) -> Problem:
    """Two or three steps on a parabola with its minimum at m; some jump over it, some run away."""
    c, (m, start) = random.choice((1, 1, 3)), random.choice(PLACES)
    rate = random.choice([each for each in (*RATES, Fraction(3, 10)) if 2 * c * each not in (1, 2)])
    steps = random.choice((2, 2, 3))
    loss, told = polynomial([c, -2 * c * m, 0], w), "two" if steps == 2 else "three"
    prompt = f"Take {told} steps of gradient descent on ${latex(loss)}$ {_from(start, num(rate))}. Where do they lead?"
    return _asked(prompt, _walk(loss, start, num(rate), steps))


def rate_for_one_step(random: Random) -> Problem:
    """The learning rate with which one step from a leads to the minimum of a parabola."""
    c, (m, start) = random.choice((1, 2, 3, 4, 5)), random.choice(PLACES)
    loss = polynomial([c, -2 * c * m, random.choice((0, 1, 3, 7))], w)
    prompt = (
        f"The minimum of $f(w) = {latex(loss)}$ is at $w = {m}$. With which learning rate $\\eta$ does one step "
        f"of gradient descent from $w = {start}$ lead exactly there? Give an exact number."
    )
    step = Operator("descend", (loss, w, num(start), eta, num(1)))
    return _asked(prompt, Operator("solve", (Rel("=", step, num(m)), eta)))


def step_from_anywhere(random: Random) -> Problem:
    """One step on a parabola from a place that is only named."""
    c, m = random.choice((1, 2, 3, 4)), random.choice((1, 2, 3, 4, 5, 6))
    rate = random.choice([each for each in RATES if 2 * c * each != 1])
    square = Pow(polynomial([1, -m], w), num(2))
    loss = square if c == 1 else Mul((num(c), square))
    prompt = (
        f"Someone stands at $w = a$, anywhere on the line, and takes one step of gradient descent on ${latex(loss)}$ "
        f"with the learning rate ${latex(num(rate))}$. Where does it lead? Answer with $a$."
    )
    task = Operator("descend", (loss, w, a, num(rate), num(1)))
    return Problem(prompt, task=task, vocabulary=WORDS)


def factor_of_the_distance(random: Random) -> Problem:
    """The number by which one step multiplies the distance to the minimum: below 1 in size the descent converges."""
    c, (m, start) = random.choice((1, 2, 3, 4, 5)), random.choice(PLACES)
    rate = random.choice([each for each in (*RATES, Fraction(3, 10), Fraction(3, 5)) if 2 * c * each not in (1, 2)])
    loss, distance = polynomial([c, -2 * c * m, random.choice((0, 1, 3, 7))], w), latex(_minus(w, m))
    prompt = (
        f"The minimum of ${latex(loss)}$ is at $w = {m}$. With the learning rate ${latex(num(rate))}$ each step of "
        f"gradient descent multiplies the distance ${distance}$ by the same number. Find it from the step that begins "
        f"at $w = {start}$. (If it lies between $-1$ and $1$, the descent converges; beyond them it runs away.)"
    )
    walked = _walk(loss, start, num(rate), 1)
    return _asked(prompt, Div(_minus(walked, m), _minus(num(start), m)))


def squared_error_step(random: Random) -> Problem:
    """One or two steps on the squared error (input · w − target)² of one example."""
    feature, start = random.choice((3, 4, 6)), random.choice((-2, 2, 3))
    target = feature * start - random.choice(OFFSETS)
    square = Pow(polynomial([feature, -target], w), num(2))
    rate, steps = num(random.choice((Fraction(1, 10), Fraction(1, 20), Fraction(1, 100)))), random.choice((1, 2))
    prompt = (
        f"A model predicts ${latex(polynomial([feature, 0], w))}$ for the input ${feature}$; the target is "
        f"${target}$. Minimise its squared error ${latex(square)}$: take {'one step' if steps == 1 else 'two steps'} "
        f"of gradient descent {_from(start, rate)}. Which weight does it have then?"
    )
    return _asked(prompt, _walk(square, start, rate, steps))


def logistic_step(random: Random) -> Problem:
    """The first step of a classifier on ln(1 + exp(−input · w)), from the weight 0."""
    feature, rate = random.choice((-3, -2, 2, 3, 4, 5, 6)), _rate(random)
    loss = fn("ln", Add((num(1), exp(polynomial([-feature, 0], w)))))
    prompt = (
        f"A classifier with the single weight $w$ sees one example with the label $1$ and the input ${feature}$. "
        f"Take one step of gradient descent on its logistic loss ${latex(loss)}$ {_from(0, rate)}. "
        "Which weight does it have then?"
    )
    return _asked(prompt, _walk(loss, 0, rate, 1))


def _walk(loss: Expr, start: int, rate: Expr, steps: int) -> Expr:
    return Operator("descend", (loss, w, num(start), rate, num(steps)))


def _rate(random: Random) -> Num:
    return num(random.choice(RATES))


def _from(start: int, rate: Expr) -> str:
    return f"from $w = {start}$ with the learning rate ${latex(rate)}$"


def _minus(e: Expr, m: int) -> Expr:
    return Add((e, Neg(num(m)) if m > 0 else num(-m)))


def _asked(prompt: str, task: Expr, given: tuple[Rel, ...] = ()) -> Problem:
    exact = prompt if prompt.endswith(EXACT) else f"{prompt} {EXACT}"
    return Problem(exact, task=task, vocabulary=WORDS, given=given, type="number")


SKILL = "gradient-descent-1d"
FAMILIES = (
    ProblemFamily("update-from-a-slope", skill=SKILL, make=update_from_a_slope),
    ProblemFamily("one-step", skill=SKILL, make=one_step),
    ProblemFamily("several-steps", skill=SKILL, make=several_steps),
    ProblemFamily("rate-for-one-step", skill=SKILL, make=rate_for_one_step),
    ProblemFamily("step-from-anywhere", skill=SKILL, make=step_from_anywhere),
    ProblemFamily("factor-of-the-distance", skill=SKILL, make=factor_of_the_distance),
    ProblemFamily("squared-error-step", skill=SKILL, make=squared_error_step, ml=True),
    ProblemFamily("logistic-step", skill=SKILL, make=logistic_step, ml=True),
)

"""Tasks about the slope of the log-loss in the probability, in the logit and in the parameters of one unit."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from fluxions.calculus.expr import ONE, Add, At, Diff, Expr, Mul, Neg, Num, Sym, fn, num
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

p, z, w, b, x, y = (Sym(name) for name in "pzwbxy")
INPUTS = (-5, -4, -3, -2, 2, 3, 4, 5)
BIASES = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
LINES = tuple((a, c) for a in INPUTS for c in BIASES if gcd(a, c) == 1 and abs(a + c) > 1)
LABELS = tuple(Num(Fraction(each, 20)) for each in (1, 2, 4, 5, 6, 8, 12, 14, 15, 16, 18, 19))


def loss_by_probability(random: Random) -> Problem:
    """Differentiate the weighted log-loss of one example with a hard label in p: −k ln p or −k ln(1 − p)."""
    label, weight = random.choice((1, 0, 0)), random.randint(2, 9)
    loss = Neg(Mul((num(weight), fn("ln", p if label else 1 - p))))
    prompt = (
        f"A classifier gives an example of class ${label}$ the probability $p$ of class $1$. Its log-loss counts with "
        f"the weight ${weight}$. Differentiate it with respect to $p$."
    )
    return Problem(prompt, task=Diff(loss, p), vocabulary=_words("p"))


def soft_label_by_probability(random: Random) -> Problem:
    """Differentiate the log-loss with a soft label in p."""
    label = random.choice((*LABELS, y))
    prompt = (
        f"The log-loss of a predicted probability $p$ for the {_told(label)}. Differentiate it with respect to $p$."
    )
    return Problem(prompt, task=Diff(_log_loss(label, p), p), vocabulary=_words("p", "y"))


def loss_by_logit(random: Random) -> Problem:
    """Differentiate the weighted log-loss with a hard label in the logit: −k ln σ(z) or −k ln(1 − σ(z))."""
    label, weight = random.choice((1, 0)), random.randint(1, 9)
    unit = fn("sigmoid", z)
    loss = fn("ln", unit if label else 1 - unit)
    prompt = (
        f"A classifier gives an example of class ${label}$ the probability $\\sigma(z)$ of class $1$. "
        "Differentiate its log-loss with respect to the logit $z$."
    )
    if weight > 1:
        prompt = prompt.replace("its log-loss", f"its log-loss, which counts with the weight ${weight}$,")
    scaled = loss if weight == 1 else Mul((num(weight), loss))
    return Problem(prompt, task=Diff(Neg(scaled), z), vocabulary=_words("z"))


def soft_label_by_logit(random: Random) -> Problem:
    """Differentiate the log-loss with a soft label in the logit."""
    label = random.choice((*LABELS, y))
    prompt = (
        f"The log-loss of the probability $\\sigma(z)$ for the {_told(label)}. "
        "Differentiate it with respect to the logit $z$."
    )
    return Problem(prompt, task=Diff(_log_loss(label, fn("sigmoid", z)), z), vocabulary=_words("z", "y"))


def slope_at_a_logit(random: Random) -> Problem:
    """The slope of the log-loss with a soft label at a logit where σ is a fraction."""
    odds, sign = random.choice((2, 3, 4, 5, 6, 7, 8, 9)), random.choice((1, -1))
    chance = Fraction(odds if sign > 0 else 1, odds + 1)
    label = random.choice([each for each in LABELS if each.value != chance])  # else the slope is 0, whatever its sign
    at = fn("ln", num(odds)) if sign > 0 else Neg(fn("ln", num(odds)))
    prompt = (
        f"The log-loss of the probability $\\sigma(z)$ for the {_told(label)}. Find its slope at $z = {latex(at)}$, "
        f"where the odds $\\frac{{p}}{{1-p}}$ are $\\mathrm{{e}}^z$."
    )
    task = At(Diff(_log_loss(label, fn("sigmoid", z)), z), z, at)
    return Problem(prompt, task=task, vocabulary=_words("z"), type="number")


def unit_by_its_weight(random: Random) -> Problem:
    """Differentiate −ln σ(aw + c) or −ln(1 − σ(aw + c)) in w."""
    a, c = random.choice(LINES)
    label, unit = random.choice((1, 0)), fn("sigmoid", polynomial([a, c], w))
    prompt = (
        f"A unit with one weight $w$ gives an example of class ${label}$ the probability ${latex(unit)}$ of class $1$. "
        "Differentiate its log-loss with respect to the weight $w$."
    )
    return Problem(prompt, task=Diff(Neg(fn("ln", unit if label else 1 - unit)), w), vocabulary=_words("w"))


def unit_with_a_soft_label(random: Random) -> Problem:
    """Differentiate the log-loss of σ(aw + c), or of σ(wx + b), in a parameter."""
    label = random.choice((*LABELS, y))
    a, c = random.choice(LINES)
    line, by = random.choice([(polynomial([a, c], w), w), (polynomial([a, c], w), w), (w * x + b, w), (w * x + b, b)])
    unit = fn("sigmoid", line)
    name = "bias" if by == b else "weight"
    prompt = (
        f"A unit gives the probability ${latex(unit)}$; this is its log-loss for the {_told(label)}. "
        f"Differentiate it with respect to the {name} ${latex(by)}$."
    )
    return Problem(prompt, task=Diff(_log_loss(label, unit), by), vocabulary=_words(by.name, "w", "x", "b", "y"))


def _log_loss(label: Expr, chance: Expr) -> Expr:
    """−(y ln p + (1 − y) ln(1 − p))."""
    rest = Num(1 - label.value) if isinstance(label, Num) else ONE - label
    return Neg(Add((Mul((label, fn("ln", chance))), Mul((rest, fn("ln", 1 - chance))))))


def _told(label: Expr) -> str:
    return "label $y$" if label == y else f"soft label ${latex(label)}$"


def _words(variable: str, *others: str) -> Vocabulary:
    return Vocabulary(variable=variable).declaring(variable, *others)


SKILL = "derivative-log-loss"
FAMILIES = (
    ProblemFamily("loss-by-probability", skill=SKILL, make=loss_by_probability, ml=True),
    ProblemFamily("soft-label-by-probability", skill=SKILL, make=soft_label_by_probability, ml=True),
    ProblemFamily("loss-by-logit", skill=SKILL, make=loss_by_logit, ml=True),
    ProblemFamily("soft-label-by-logit", skill=SKILL, make=soft_label_by_logit, ml=True),
    ProblemFamily("slope-at-a-logit", skill=SKILL, make=slope_at_a_logit, ml=True),
    ProblemFamily("unit-by-its-weight", skill=SKILL, make=unit_by_its_weight, ml=True),
    ProblemFamily("unit-with-a-soft-label", skill=SKILL, make=unit_with_a_soft_label, ml=True),
)

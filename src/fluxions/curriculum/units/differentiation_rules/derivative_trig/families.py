"""Tasks about the derivatives of sine, cosine and tangent."""

from __future__ import annotations

from fluxions.calculus.expr import ONE, PI, Add, At, Diff, Div, Expr, Mul, Operator, Pow, Sym, fn, num
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.sums import weighted_sum

x, t, theta = Sym("x"), Sym("t"), Sym("theta")
NON_ZERO = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
FACTORS = tuple(each for each in NON_ZERO if abs(each) > 1)
OBLIQUE = ((1, 6), (1, 3), (2, 3), (5, 6))  # parts of π where sine and cosine differ and neither is 0
DIFFERENTIATE = "Differentiate with respect to $x$."


def waves_and_powers(random: Random) -> Problem:
    """Differentiate a sum of two or three of a sin x, b cos x and c xⁿ, one wave at least among them."""
    n = random.randint(2, 6)
    parts: list[Expr]
    sine, cosine, power = fn("sin", x), fn("cos", x), Pow(x, num(n))
    parts = random.choice([[sine, cosine], [sine, cosine, power], [sine, cosine, power], [cosine, power]])
    scales = [random.choice([each for each in NON_ZERO if each != n]) for _ in parts]  # else two slips look the same
    return Problem(DIFFERENTIATE, task=Diff(weighted_sum(scales, random.shuffled(parts)), x))


def tangent_and_others(random: Random) -> Problem:
    """Differentiate a tan x plus a wave, a power or a line."""
    n = random.randint(2, 5)
    other = random.choice([fn("sin", x), fn("cos", x), fn("cos", x), Pow(x, num(n)), x])
    scales = [random.choice([each for each in FACTORS if each != n]) for _ in range(2)]
    return Problem(DIFFERENTIATE, task=Diff(weighted_sum(scales, random.shuffled([fn("tan", x), other])), x))


def slope_at_an_angle(random: Random) -> Problem:
    """The slope of a sin x + b cos x at an angle whose sine and cosine one knows."""
    a, b = random.sample(FACTORS, 2)
    place = _angle(*random.choice(OBLIQUE))
    prompt = f"Find the slope of this curve at $x = {latex(place)}$, as an exact number."
    curve = weighted_sum([a, b], [fn("sin", x), fn("cos", x)])
    return Problem(prompt, task=At(Diff(curve, x), x, place), type="number")


def slope_of_a_tangent(random: Random) -> Problem:
    """The slope of a tan x + b x at an angle whose cosine one knows."""
    a, b = random.choice(FACTORS), random.choice(NON_ZERO)
    place = _angle(*random.choice([(1, 6), (1, 4), (1, 3), (2, 3), (3, 4), (5, 6)]))
    prompt = f"Find the slope of this curve at $x = {latex(place)}$, as an exact number."
    return Problem(prompt, task=At(Diff(weighted_sum([a, b], [fn("tan", x), x]), x), x, place), type="number")


def tangent_line(random: Random) -> Problem:
    """The tangent of a sin x + b x, or of a cos x + b x, mostly where the wave is steepest."""
    a, b = random.sample(FACTORS, 2)
    wave = random.choice(["sin", "cos"])
    steep, flat = ([num(0), PI], [_angle(1, 2), _angle(3, 2)])[:: 1 if wave == "sin" else -1]
    place = random.choice([*steep, *steep, *flat])
    curve = weighted_sum([a, b], [fn(wave, x), x])
    prompt = (
        f"Find the tangent to $y = {latex(curve)}$ at $x = {latex(place)}$. Write $y$ on the tangent as an expression "
        "in $x$."
    )
    return Problem(prompt, task=Operator("tangent", (curve, x, place)))


def rotated_features(random: Random) -> Problem:
    """Differentiate a component of a feature pair that is turned by the angle θ."""
    a, b = random.sample(FACTORS, 2)
    first = random.below(2) == 0
    waves = [fn("cos", theta), fn("sin", theta)] if first else [fn("sin", theta), fn("cos", theta)]
    component = weighted_sum([a, -b] if first else [a, b], waves)
    prompt = (
        f"A rotary position encoding turns the feature pair $({a}, {b})$ by an angle $\\theta$ that depends on the "
        f"position. Its {'first' if first else 'second'} component becomes ${latex(component)}$. "
        "Differentiate it with respect to $\\theta$."
    )
    words = Vocabulary(variable="theta").declaring("theta")
    return Problem(prompt, task=Diff(component, theta), vocabulary=words)


def cosine_schedule(random: Random) -> Problem:
    """Differentiate the learning rate m + (M − m)/2 · (1 + cos t) in the phase t, in thousandths."""
    high, low = random.choice([4, 6, 8, 10, 20, 30]), random.choice([0, 1, 2])
    half = num(high - low, 2) if (high - low) % 2 else num((high - low) // 2)
    fall = Mul((half, Add((ONE, fn("cos", t)))))
    schedule = Add((num(low), *_terms(fall))) if low else fall
    prompt = (
        f"A cosine schedule lowers the learning rate from ${high}$ to ${low}$ thousandths while the phase $t$ goes "
        f"from $0$ to $\\pi$: at $t$ it is ${latex(schedule)}$. Differentiate it with respect to the phase $t$."
    )
    return Problem(prompt, task=Diff(schedule, t), vocabulary=Vocabulary(variable="t").declaring("t"))


def _angle(top: int, bottom: int) -> Expr:
    return Div(PI if top == 1 else Mul((num(top), PI)), num(bottom))


def _terms(e: Expr) -> tuple[Expr, ...]:
    return e.terms if isinstance(e, Add) else (e,)


SKILL = "derivative-trig"
FAMILIES = (
    ProblemFamily("waves-and-powers", skill=SKILL, make=waves_and_powers),
    ProblemFamily("tangent-and-others", skill=SKILL, make=tangent_and_others),
    ProblemFamily("slope-at-an-angle", skill=SKILL, make=slope_at_an_angle),
    ProblemFamily("slope-of-a-tangent", skill=SKILL, make=slope_of_a_tangent),
    ProblemFamily("tangent-line", skill=SKILL, make=tangent_line),
    ProblemFamily("rotated-features", skill=SKILL, make=rotated_features, ml=True),
    ProblemFamily("cosine-schedule", skill=SKILL, make=cosine_schedule, ml=True),
)

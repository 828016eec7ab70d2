"""Tasks about the slopes of softplus, SiLU and GELU."""

from __future__ import annotations

from math import gcd

from fluxions.calculus.expr import Add, At, Diff, Div, Expr, Mul, Neg, Pow, Sym, fn, num
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

z, w, b, x = Sym("z"), Sym("w"), Sym("b"), Sym("x")
FACTORS = (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6)
SHIFTS = (-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7)
LINES = tuple((a, c) for a in FACTORS for c in SHIFTS if gcd(a, c) == 1 and abs(a + c) > 1)
DIFFERENTIATE = "Differentiate with respect to $z$."
FACTS = {
    "softplus": "$\\mathrm{softplus}(z) = \\ln(1 + \\mathrm{e}^z)$",
    "silu": "$\\mathrm{silu}(z) = z\\,\\sigma(z)$",
    "gelu": "$\\mathrm{gelu}(z) = z\\,\\Phi(z)$ and $\\Phi' = \\varphi$",
}


def multiple_of_softplus(random: Random) -> Problem:
    """Differentiate k softplus(z) + m z + c."""
    scale, slope = random.choice(FACTORS), random.choice(SHIFTS)
    line = polynomial([slope, random.choice(SHIFTS)], z)
    terms = (Mul((num(scale), fn("softplus", z))), *(line.terms if isinstance(line, Add) else (line,)))
    return _in_z(Diff(Add(terms), z))


def softplus_with_a_sharpness(random: Random) -> Problem:
    """Differentiate softplus(βz + c)/β, or the same with another number below the line."""
    sharpness, shift = random.choice([each for each in LINES if each[0] > 0])
    below = random.choice([sharpness, *(each for each in (2, 3, 5, 10) if each != sharpness)])
    return _in_z(Diff(Div(fn("softplus", polynomial([sharpness, shift], z)), num(below)), z))


def gated_input(random: Random) -> Problem:
    """Differentiate z σ(az + c) or z Φ(az + c): the input times a gate of its own."""
    a, c = random.choice(LINES)
    gate = random.choice(("sigmoid", "Phi"))
    factors = (z, fn(gate, polynomial([a, c], z)))
    scale = random.choice((1, 1, 2, 3, 5))
    fact = "" if gate == "sigmoid" else " The derivative of $\\Phi$ is the density $\\varphi$."
    prompt = DIFFERENTIATE + fact
    return Problem(prompt, task=Diff(Mul(factors if scale == 1 else (num(scale), *factors)), z), vocabulary=IN_Z)


def silu_or_gelu(random: Random) -> Problem:
    """Differentiate k f(az) for f = SiLU, GELU."""
    name, a = random.choice(("silu", "gelu")), random.choice([*FACTORS, 1, 1, 1])
    scale = random.choice([each for each in (1, 3, 5, 7) if each != abs(a)])
    unit = fn(name, polynomial([a, 0], z))
    return _in_z(Diff(unit if scale == 1 else Mul((num(scale), unit)), z), name)


def slope_at_a_point(random: Random) -> Problem:
    """The slope of k SiLU(z) + m z at ±ln n, where σ is a fraction; and of GELU at a whole number."""
    name, slope, sign = random.choice(("silu", "silu", "gelu")), random.choice((2, 3, 4, 5)), random.choice((1, -1))
    if name == "gelu":
        point: Expr = num(sign * random.randint(1, 3))
    else:
        root = fn("ln", num(random.choice((2, 3, 4, 5, 7, 9))))
        point = root if sign > 0 else Neg(root)
    curve = Add((fn(name, z), polynomial([slope, 0], z)))
    stays = "logarithm" if name == "silu" else "$\\Phi$ and the $\\varphi$"
    prompt = f"Find the exact slope at $z = {latex(point)}$; the {stays} may stay. Here {FACTS[name]}."
    return Problem(prompt, task=At(Diff(curve, z), z, point), vocabulary=IN_Z, type="number")


def unit_by_its_parameters(random: Random) -> Problem:
    """Differentiate f(wx + b) for f = softplus, SiLU, GELU in w, b or x."""
    name = random.choice(("softplus", "silu", "silu", "gelu", "gelu"))
    by, role = random.choice(
        [(w, "the weight $w$"), (w, "the weight $w$"), (x, "the input $x$"), (x, "the input $x$"), (b, "the bias $b$")]
    )
    unit, scale = fn(name, w * x + b), random.choice((1, 2, 3, 5))
    prompt = (
        f"A unit has the input $x$, the weight $w$ and the bias $b$. Differentiate this with respect to {role}. "
        f"Here {FACTS[name]}."
    )
    task = Diff(unit if scale == 1 else Mul((num(scale), unit)), by)
    return Problem(prompt, task=task, vocabulary=Vocabulary(variable=by.name).declaring("w", "x", "b"))


def squared_error_of_a_unit(random: Random) -> Problem:
    """Differentiate the loss (f(aw) − t)² in w, for f = SiLU, GELU."""
    name, a = random.choice(("silu", "gelu")), random.choice([each for each in FACTORS if abs(each) > 2])
    unit, target = fn(name, polynomial([a, 0], w)), random.randint(1, 6)
    prompt = (
        f"A unit with one weight $w$ predicts ${latex(unit)}$ on one example; the target is ${target}$. "
        f"Differentiate its squared error with respect to $w$. Here {FACTS[name]}."
    )
    task = Diff(Pow(unit - num(target), num(2)), w)
    return Problem(prompt, task=task, vocabulary=Vocabulary(variable="w").declaring("w"))


def _in_z(task: Expr, name: str = "softplus") -> Problem:
    return Problem(f"{DIFFERENTIATE} Here {FACTS[name]}.", task=task, vocabulary=IN_Z)


SKILL, IN_Z = "derivative-smooth-activations", Vocabulary(variable="z").declaring("z")
FAMILIES = (
    ProblemFamily("multiple-of-softplus", skill=SKILL, make=multiple_of_softplus),
    ProblemFamily("softplus-with-a-sharpness", skill=SKILL, make=softplus_with_a_sharpness),
    ProblemFamily("gated-input", skill=SKILL, make=gated_input),
    ProblemFamily("silu-or-gelu", skill=SKILL, make=silu_or_gelu),
    ProblemFamily("slope-at-a-point", skill=SKILL, make=slope_at_a_point),
    ProblemFamily("unit-by-its-parameters", skill=SKILL, make=unit_by_its_parameters, ml=True),
    ProblemFamily("squared-error-of-a-unit", skill=SKILL, make=squared_error_of_a_unit, ml=True),
)

"""Tasks about second and higher derivatives."""

from __future__ import annotations

from math import gcd

from fluxions.calculus.expr import Diff, Div, Expr, Mul, Neg, Pow, Sym, exp, fn, num, sqrt
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial
from fluxions.curriculum.sums import scaled, weighted_sum

x, w, z = Sym("x"), Sym("w"), Sym("z")
NON_ZERO = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
SQUARES = tuple((a, 0, b) for a in (1, 2, 3, 4, 5) for b in range(1, 8) if gcd(a, b) == 1)  # a x² + b, without a zero
ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}
SECOND = "Find the second derivative with respect to $x$."


def powers_differentiated_again(random: Random) -> Problem:
    """The second derivative of a power with a root or a reciprocal, or the third of a polynomial."""
    n = random.randint(4, 7)
    special = random.choice([Pow(x, num(-random.randint(1, 3))), sqrt(x), Pow(x, num(random.choice([3, 5]), 2))])
    order, other = random.choice([(2, special), (2, special), (2, x), (3, Pow(x, num(2)))])
    weights = [random.choice([each for each in NON_ZERO if abs(each) not in (1, n)]) for _ in range(2)]
    f = weighted_sum(weights, [Pow(x, num(n)), other])
    return Problem(f"Find the {ORDINALS[order]} derivative with respect to $x$.", task=_derivative(f, x, order))


def product_differentiated_twice(random: Random) -> Problem:
    """The second derivative of a power or an exponential times another function."""
    a, n = random.choice([-5, -4, -3, -2, 2, 3, 4, 5]), random.randint(2, 4)
    b = random.choice([each for each in (2, 3, 4, 5, 6) if each != abs(a)])
    power = Pow(x, num(n))
    f = random.choice([
        (power, exp(scaled(a, x))), (power, fn("ln", x)), (x, fn("sin", scaled(b, x))), (x, fn("cos", scaled(b, x))),
        (exp(scaled(a, x)), fn("sin", scaled(b, x))),
    ])  # fmt: skip
    return Problem(SECOND, task=_derivative(Mul(f), x, 2))


def composition_differentiated_twice(random: Random) -> Problem:
    """The second derivative of a power, an exponential, a logarithm or a wave of a square."""
    a, b, n = random.randint(2, 5), random.randint(1, 6), random.randint(3, 5)
    square = polynomial(random.choice(SQUARES), x)
    f = random.choice([
        Pow(square, num(n)), exp(scaled(-a, Pow(x, num(2)))), exp(scaled(a, Pow(x, num(2)))), fn("ln", square),
        fn("sin", scaled(a, Pow(x, num(2)))), Pow(polynomial([a, b], x), num(n + 1)),
    ])  # fmt: skip
    return Problem(SECOND, task=_derivative(f, x, 2))


def higher_by_a_pattern(random: Random) -> Problem:
    """A third, fourth or fifth derivative of eᵃˣ, sin ax, cos ax, 1/(1 + ax) or ln(1 + ax)."""
    f, order = _patterned(random)
    prompt = (
        f"Find the {ORDINALS[order]} derivative with respect to $x$. Take the first two or three, look for the "
        "pattern, and go on with it."
    )
    return Problem(prompt, task=_derivative(f, x, order))


def curvature_of_a_loss(random: Random) -> Problem:
    """The second derivative of a loss of one weight: logistic, Poisson, or Cauchy's."""
    a, b = random.choice([-5, -4, -3, 3, 4, 5, 6]), random.choice([each for each in NON_ZERO if abs(each) > 1])
    name, loss = random.choice([
        ("logistic loss", fn("ln", num(1) + exp(scaled(a, w)))),
        ("Poisson loss", weighted_sum([1, b], [exp(scaled(a, w)), w])),
        ("robust loss", fn("ln", num(1) + scaled(abs(a), Pow(w, num(2))))),
    ])  # fmt: skip
    prompt = (
        f"A model with one weight $w$ has the {name} ${latex(loss)}$ on one example. Its curvature, the second "
        "derivative, decides how long a step is safe. Find the curvature as a function of $w$."
    )
    return Problem(prompt, task=_derivative(loss, w, 2), vocabulary=Vocabulary(variable="w").declaring("w"))


def curvature_of_a_unit(random: Random) -> Problem:
    """The second derivative of c · σ(az) in terms of σ."""
    a, c = random.sample([3, 4, 5, 6, 7], 2)
    unit = scaled(random.choice([1, c]), fn("sigmoid", scaled(a, z)))
    prompt = (
        f"A unit puts out ${latex(unit)}$. Find the second derivative with respect to $z$. You may use "
        "$\\sigma' = \\sigma(1-\\sigma)$ and leave $\\sigma$ in the result."
    )
    return Problem(prompt, task=_derivative(unit, z, 2), vocabulary=Vocabulary(variable="z").declaring("z"))


def _patterned(random: Random) -> tuple[Expr, int]:
    a = random.choice([2, 3, 4, 5])
    inside = scaled(random.choice([a, -a]), x)
    line = num(1) + scaled(a, x) if random.below(2) else num(1) - scaled(a, x)
    return random.choice([
        (exp(inside), 4), (exp(Neg(x)), 5), (fn("sin", scaled(a, x)), 4), (fn("cos", scaled(a, x)), 3),
        (Div(num(1), line), 3), (fn("ln", line), 3), (fn("ln", line), 4), (Mul((x, exp(x))), 4),
    ])  # fmt: skip


def _derivative(f: Expr, by: Sym, order: int) -> Expr:
    for _ in range(order):
        f = Diff(f, by)
    return f


SKILL = "higher-derivatives"
FAMILIES = (
    ProblemFamily("powers-differentiated-again", skill=SKILL, make=powers_differentiated_again),
    ProblemFamily("product-differentiated-twice", skill=SKILL, make=product_differentiated_twice),
    ProblemFamily("composition-differentiated-twice", skill=SKILL, make=composition_differentiated_twice),
    ProblemFamily("higher-by-a-pattern", skill=SKILL, make=higher_by_a_pattern),
    ProblemFamily("curvature-of-a-loss", skill=SKILL, make=curvature_of_a_loss, ml=True),
    ProblemFamily("curvature-of-a-unit", skill=SKILL, make=curvature_of_a_unit, ml=True),
)

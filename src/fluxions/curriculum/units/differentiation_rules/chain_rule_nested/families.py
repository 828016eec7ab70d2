"""Tasks with several layers, and with products and quotients that have layers in them."""

from __future__ import annotations

from math import gcd

from fluxions.calculus.expr import At, Diff, Div, Expr, Mul, Pow, Sym, exp, fn, num, sqrt
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial
from fluxions.curriculum.sums import scaled
from fluxions.curriculum.tables import ValueTable

x, w = Sym("x"), Sym("w")
WEIGHT = Vocabulary(variable="w").declaring("w")
FACTORS = (-7, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7)
SHIFTS = (-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7)
LINES = tuple((a, b) for a in range(2, 8) for b in SHIFTS if gcd(a, b) == 1 and abs(a + b) > 1)  # else slips coincide
SQUARES = tuple((a, 0, b) for a in (1, 2, 3, 4, 5) for b in range(1, 8) if gcd(a, b) == 1)  # without a zero
FULL = tuple((a, b, c) for a in (1, 2, 3) for b in (-3, -2, -1, 1, 2, 3) for c in range(1, 8) if b * b < 4 * a * c)
QUADRATICS = (*SQUARES, *(each for each in FULL if gcd(*each) == 1))
SLOPES = {"sigmoid": "\\sigma' = \\sigma(1-\\sigma)", "tanh": "\\tanh' = 1-\\tanh^2"}
DIFFERENTIATE = "Differentiate with respect to $x$."


def three_layers(random: Random) -> Problem:
    """Differentiate F(G(H)), where H is a line or a square."""
    inside = random.choice([polynomial(random.choice(LINES), x), _quadratic(random), scaled(random.randint(2, 6), x)])
    wave, n = fn(random.choice(["sin", "cos"]), inside), random.randint(3, 5)
    shifted = num(random.randint(2, 7)) + random.choice([wave, exp(inside)])
    f = random.choice([
        Pow(wave, num(n)), exp(wave), fn("ln", shifted), sqrt(shifted), fn("sin", exp(inside)), Pow(shifted, num(n)),
        fn("cos", sqrt(_quadratic(random))),
    ])  # fmt: skip
    return Problem(DIFFERENTIATE, task=Diff(f, x))


def product_with_layers(random: Random) -> Problem:
    """Differentiate a power or an exponential times a function of a line or of a square."""
    a, b = random.sample(FACTORS, 2)
    inside = random.choice([scaled(b, x), scaled(abs(b), Pow(x, num(2))), polynomial(random.choice(LINES), x)])
    second = random.choice([fn("sin", inside), fn("cos", inside), exp(inside), sqrt(_quadratic(random))])
    n = random.randint(1, 4)
    first = random.choice([x if n == 1 else Pow(x, num(n)), exp(scaled(a, x))])
    if isinstance(first, Pow) and isinstance(second, Pow):  # two exponentials would be one
        second = fn("cos", inside)
    return Problem(DIFFERENTIATE, task=Diff(Mul((first, second)), x))


def quotient_with_layers(random: Random) -> Problem:
    """Differentiate a fraction with a function of a line above, or with a root below."""
    a, b = random.choice(LINES)
    c = random.choice([each for each in FACTORS if abs(each) != abs(a)])
    line = polynomial([a, b], x)
    top, bottom = random.choice([
        (exp(scaled(c, x)), line), (fn("sin", scaled(abs(c), x)), Pow(x, num(random.randint(1, 3)))),
        (fn("ln", _quadratic(random)), x), (line, sqrt(_quadratic(random))), (exp(scaled(c, x)), _quadratic(random)),
    ])  # fmt: skip
    return Problem(DIFFERENTIATE, task=Diff(Div(top, bottom), x))


def constant_over_layers(random: Random) -> Problem:
    """Differentiate c over a power or a root of a sum: shorter as a power with a negative exponent."""
    c = random.choice([each for each in FACTORS if abs(each) > 2])
    inside = random.choice([_quadratic(random), polynomial(random.choice(LINES), x)])
    bottom = random.choice([Pow(inside, num(random.randint(2, 5))), sqrt(_quadratic(random))])
    prompt = "Differentiate with respect to $x$. Look first for the shortest way."
    return Problem(prompt, task=Diff(Div(num(c), bottom), x))


def value_from_a_table(random: Random) -> Problem:
    """(f ∘ g ∘ h)′(a) from a table of the three functions, where each mistake leads to a number of its own."""
    points = (1, 2, 3)
    while True:
        a, inner, middle = random.sample(points, 3)
        h, g = ([random.choice(points) for _ in points] for _ in range(2))
        h[a - 1], g[inner - 1] = inner, middle
        f = random.sample(range(-6, 10), 3)
        df, dg, dh = (random.sample([-5, -4, -3, -2, 2, 3, 4, 5, 6, 7], 3) for _ in range(3))
        outer, rest = df[middle - 1], dg[inner - 1] * dh[a - 1]
        wrong = [
            outer * dg[inner - 1], outer * dh[a - 1], outer, df[a - 1] * dg[a - 1] * dh[a - 1], df[a - 1] * rest,
            outer * dg[a - 1] * dh[a - 1], outer + rest, outer * (dg[inner - 1] + dh[a - 1]), f[middle - 1],
        ]  # fmt: skip
        if len({outer * rest, *wrong}) == 1 + len(wrong):
            break
    columns = (("f", f), ("f'", df), ("g", g), ("g'", dg), ("h", h), ("h'", dh))
    table = ValueTable(points, columns)
    prompt = (
        "Of three differentiable functions $f$, $g$ and $h$ only these values are known. "
        f"Find the slope of $f(g(h(x)))$ at $x = {a}$.\n\n{table.markdown}"
    )
    task = At(Diff(fn("f", fn("g", fn("h", x))), x), x, num(a))
    return Problem(prompt, task=task, given=table.given, type="number")


def first_weight_of_a_network(random: Random) -> Problem:
    """Differentiate c · s(b · s(aw)) in the first weight w, for s = σ, tanh."""
    a, b, c = random.sample([2, 3, 4, 5, 6, 7], 3)
    b = random.choice([b, b, -b])
    name = random.choice(["sigmoid", "tanh"])
    output = scaled(c, fn(name, scaled(b, fn(name, scaled(a, w)))))
    prompt = (
        f"A network with one unit in each of two layers has the input ${a}$ and computes ${latex(output)}$. "
        f"Differentiate its output with respect to the first weight $w$. You may use ${SLOPES[name]}$."
    )
    return Problem(prompt, task=Diff(output, w), vocabulary=WEIGHT)


def loss_of_a_network(random: Random) -> Problem:
    """Differentiate the squared error (b · s(aw) − y)² of a small network in the first weight w, for s = tanh, sin."""
    a, b = random.sample([3, 4, 5, 6, 7], 2)
    name = random.choice(["tanh", "sin"])
    target = random.choice([each for each in range(1, 10) if each not in (abs(a), abs(b))])
    prediction = scaled(b, fn(name, scaled(a, w)))
    error = prediction - num(target)
    unit, hint = ("sine", "") if name == "sin" else (name, " You may use $\\tanh' = 1-\\tanh^2$.")
    prompt = (
        f"A small network with a {unit} unit predicts ${latex(prediction)}$ on one example; the target is ${target}$. "
        f"Differentiate its squared error with respect to the first weight $w$.{hint}"
    )
    return Problem(prompt, task=Diff(Pow(error, num(2)), w), vocabulary=WEIGHT)


def _quadratic(random: Random) -> Expr:
    return polynomial(random.choice(QUADRATICS), x)


SKILL = "chain-rule-nested"
FAMILIES = (
    ProblemFamily("three-layers", skill=SKILL, make=three_layers),
    ProblemFamily("product-with-layers", skill=SKILL, make=product_with_layers),
    ProblemFamily("quotient-with-layers", skill=SKILL, make=quotient_with_layers),
    ProblemFamily("constant-over-layers", skill=SKILL, make=constant_over_layers),
    ProblemFamily("value-from-a-table", skill=SKILL, make=value_from_a_table),
    ProblemFamily("first-weight-of-a-network", skill=SKILL, make=first_weight_of_a_network, ml=True),
    ProblemFamily("loss-of-a-network", skill=SKILL, make=loss_of_a_network, ml=True),
)

"""Tasks that need the quotient rule, or a rewriting that spares it."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from fluxions.calculus.expr import At, Diff, Div, Expr, Pow, Sym, exp, fn, num
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial
from fluxions.curriculum.sums import scaled, weighted_sum
from fluxions.curriculum.tables import ValueTable

x, z, t = Sym("x"), Sym("z"), Sym("t")
NON_ZERO = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
LINES = tuple((a, b) for a in (-5, -4, -3, -2, 1, 2, 3, 4, 5) for b in NON_ZERO if gcd(a, b) == 1)
SQUARES = tuple((a, b) for a in (1, 2, 3, 4) for b in range(1, 10) if gcd(a, b) == 1)  # a x² + b, without a zero
DIFFERENTIATE = "Differentiate with respect to $x$."


def ratio_of_lines(random: Random) -> Problem:
    """Differentiate (ax + b)/(cx + d), whose derivative has a number above the line."""
    while True:
        (a, b), (c, d) = random.sample(LINES, 2)
        if a * d != b * c and abs(a) != abs(c):
            break
    return Problem(DIFFERENTIATE, task=Diff(Div(polynomial([a, b], x), polynomial([c, d], x)), x))


def line_and_square(random: Random) -> Problem:
    """Differentiate (ax + b)/(cx² + d), or the fraction upside down."""
    a, b = random.choice(LINES)
    c, d = random.choice(SQUARES)
    line, square = polynomial([a, b], x), polynomial([c, 0, d], x)
    top, bottom = random.choice([(line, square), (square, line)])
    return Problem(DIFFERENTIATE, task=Diff(Div(top, bottom), x))


def function_and_polynomial(random: Random) -> Problem:
    """Differentiate eˣ or ln x over a polynomial, or a polynomial over eˣ + c."""
    a, b = random.choice(LINES)
    c, d = random.choice(SQUARES)
    line, square, power = polynomial([a, b], x), polynomial([c, 0, d], x), Pow(x, num(random.randint(2, 5)))
    top, bottom = random.choice([
        (exp(x), line), (exp(x), square), (line, exp(x) + num(random.randint(2, 9))), (fn("ln", x), power),
        (fn("ln", x), polynomial([abs(a), abs(b)], x)),
    ])  # fmt: skip
    return Problem(DIFFERENTIATE, task=Diff(Div(top, bottom), x))


def one_over_a_sum(random: Random) -> Problem:
    """Differentiate c/(ax² + bx + d) or c/(eˣ + d), where the top is constant."""
    c = random.choice([each for each in NON_ZERO if abs(each) > 1])
    (a, d), b = random.choice(SQUARES), random.choice([0, *NON_ZERO])
    bottom = random.choice([polynomial([a, b, d], x), exp(x) + num(random.randint(1, 9))])
    return Problem(DIFFERENTIATE, task=Diff(Div(num(c), bottom), x))


def shorter_when_divided(random: Random) -> Problem:
    """Differentiate a sum of powers over one power: the fraction can be divided term by term."""
    n, below = random.randint(1, 3), random.choice([1, 1, 2, 3])
    powers = random.choice([(n + 2, n - 1), (n + 3, 0), (n + 2, n, 0), (n + 1, n - 1), (n + 2, n + 1, n - 1)])
    weights = [below * random.choice([each for each in NON_ZERO if abs(each) > 1]) for _ in powers]
    top = weighted_sum(weights, [_power(k) for k in powers])
    prompt = "Differentiate with respect to $x$. Look first whether the fraction can be rewritten."
    return Problem(prompt, task=Diff(Div(top, scaled(below, _power(n))), x))


def value_from_a_table(random: Random) -> Problem:
    """(f/g)′(a) from a table of f, f′, g, g′, where each mistake leads to a number of its own."""
    points = tuple(sorted(random.sample([-1, 0, 1, 2, 3, 4], 2)))
    place = random.randint(0, 1)
    while True:
        columns = [random.sample(NON_ZERO, 2) for _ in range(4)]
        f, df, g, dg = (column[place] for column in columns)
        top, bottom = df * g - f * dg, g * g
        slips = [(top, bottom), (-top, bottom), (df * g + f * dg, bottom), (top, g), (df, dg), (df, g), (f, g)]
        if 2 <= abs(g) <= 5 and top and len({Fraction(*each) for each in slips}) == len(slips):
            break
    table = ValueTable(points, tuple(zip(("f", "f'", "g", "g'"), columns, strict=True)))
    prompt = (
        "Of two differentiable functions $f$ and $g$ only these values are known. "
        f"Find the slope of $\\frac{{f(x)}}{{g(x)}}$ at $x = {points[place]}$, as an exact number.\n\n{table.markdown}"
    )
    task = At(Diff(Div(fn("f", x), fn("g", x)), x), x, num(points[place]))
    return Problem(prompt, task=task, given=table.given, type="number")


def softmax_component(random: Random) -> Problem:
    """Differentiate eᶻ/(eᶻ + c), a softmax probability, in its own score; or c/(eᶻ + c), that of all other classes."""
    c, own = random.randint(2, 30), random.below(3) > 0
    probability = Div(exp(z) if own else num(c), exp(z) + num(c))
    prompt = (
        f"In a softmax layer one class has the score $z$; the exponentials of all other scores add up to ${c}$ and are "
        f"held fixed. {'Its probability' if own else 'The probability of the other classes together'} is "
        f"$\\displaystyle {latex(probability)}$. Differentiate this with respect to $z$."
    )
    return Problem(prompt, task=Diff(probability, z), vocabulary=Vocabulary(variable="z").declaring("z"))


def soft_score(random: Random) -> Problem:
    """Differentiate the F1 score 2t/(2t + e), or the precision or the overlap t/(t + e), in t."""
    name, weight, wrong = random.choice([
        ("F1 score", 2, "false alarms and misses together"), ("precision", 1, "false alarms"),
        ("intersection over union", 1, "pixels in one of the two regions only"),
    ])  # fmt: skip
    e = 2 * random.randint(2, 30) + 1  # odd: without a factor that 2t shares
    score = Div(scaled(weight, t), scaled(weight, t) + num(e))
    prompt = (
        f"In a soft {name} the number $t$ of true positives is a sum of probabilities, so it can be differentiated. "
        f"With ${e}$ {wrong}, held fixed, it is $\\displaystyle {latex(score)}$. Differentiate it with respect to $t$."
    )
    return Problem(prompt, task=Diff(score, t), vocabulary=Vocabulary(variable="t").declaring("t"))


def _power(n: int) -> Expr:
    return num(1) if n == 0 else x if n == 1 else Pow(x, num(n))


SKILL = "quotient-rule"
FAMILIES = (
    ProblemFamily("ratio-of-lines", skill=SKILL, make=ratio_of_lines),
    ProblemFamily("line-and-square", skill=SKILL, make=line_and_square),
    ProblemFamily("function-and-polynomial", skill=SKILL, make=function_and_polynomial),
    ProblemFamily("one-over-a-sum", skill=SKILL, make=one_over_a_sum),
    ProblemFamily("shorter-when-divided", skill=SKILL, make=shorter_when_divided),
    ProblemFamily("value-from-a-table", skill=SKILL, make=value_from_a_table),
    ProblemFamily("softmax-component", skill=SKILL, make=softmax_component, ml=True),
    ProblemFamily("soft-score", skill=SKILL, make=soft_score, ml=True),
)

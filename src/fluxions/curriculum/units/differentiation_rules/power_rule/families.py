"""Tasks that need the power rule, and sums and constant factors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from fluxions.calculus.expr import Add, At, Diff, Div, Expr, Mul, Neg, Num, Pow, Sym, num, sqrt
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.polynomials import polynomial

x, w, decay = Sym("x"), Sym("w"), Sym("lambda")
NON_ZERO = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
FACTORS = tuple(each for each in NON_ZERO if abs(each) > 1)
DIFFERENTIATE = "Differentiate with respect to $x$."


def one_power(random: Random) -> Problem:
    """Differentiate a xⁿ."""
    n = random.randint(2, 9)
    factor = random.choice([each for each in FACTORS if each != n])  # else losing either looks the same
    term = Mul((num(factor), Pow(x, num(n))))
    return Problem(DIFFERENTIATE, task=Diff(term, x))


def sum_of_powers(random: Random) -> Problem:
    """Differentiate a polynomial of three or four terms, the last one constant."""
    high = random.randint(3, 6)
    low = random.randint(2, high - 1)
    coefficients = [0] * (high + 1)
    for power in (high, low, 0):
        coefficients[high - power] = random.choice(NON_ZERO)
    coefficients[high - 1] = random.choice((0, *NON_ZERO))
    return Problem(DIFFERENTIATE, task=Diff(polynomial(coefficients, x), x))


def roots_and_reciprocals(random: Random) -> Problem:
    """Differentiate a sum of a root, a reciprocal and a power, which are to be written as powers first."""
    reciprocal = Div(num(random.randint(1, 9)), Pow(x, num(random.randint(2, 5))))
    root = _times(random.randint(1, 9), sqrt(x))
    n = random.randint(2, 4)
    power = _times(random.choice([each for each in range(1, 10) if each != n]), Pow(x, num(n)))
    return Problem(DIFFERENTIATE, task=Diff(_sum(random, random.sample([reciprocal, root, power], 2)), x))


def rational_exponents(random: Random) -> Problem:
    """Differentiate a x^(p/q) + b x^(−n)."""
    p, q = random.choice([(1, 3), (2, 3), (4, 3), (5, 3), (3, 2), (5, 2), (3, 4), (1, 4)])
    root = Mul((num(random.randint(2, 9)), Pow(x, Num(p, q))))
    negative = _times(random.randint(1, 9), Pow(x, num(-random.randint(1, 4))))
    return Problem(DIFFERENTIATE, task=Diff(_sum(random, [root, negative]), x))


def slope_at_a_point(random: Random) -> Problem:
    """The slope of a cubic at a whole number, where nearly every mistake leads to a number of its own."""
    while True:
        coefficients = [random.choice([-2, -1, 1, 2, 3]), random.randint(-6, 6), *random.sample(NON_ZERO, 2)]
        a = random.choice([-4, -3, -2, 2, 3, 4])  # at 1 every power is 1, and a mistake in the exponent would not show
        slips = _slips(coefficients[::-1], a)
        if max(Counter(slips).values()) <= 2 and 0 not in slips:
            break
    task = At(Diff(polynomial(coefficients, x), x), x, num(a))
    return Problem(f"Find the slope of this polynomial at $x = {a}$.", task=task, type="number")


def _slips(c: Sequence[int], a: int) -> list[Fraction]:
    """How far each slip in one term of the sum of cₖ xᵏ, and in the whole, moves the slope at a."""
    slope = sum(k * each * a ** (k - 1) for k, each in enumerate(c) if k)
    moved = [Fraction(c[0]), sum(each * a**k for k, each in enumerate(c)) - Fraction(slope)]
    for k, each in enumerate(c[2:], 2):
        if each:
            right = k * each * a ** (k - 1)
            factor_lost = () if abs(each) == 1 else (k * a ** (k - 1), 0)
            wrong = (
                k * each * a**k,
                each * a ** (k - 1),
                each * a**k,
                Fraction(each * a ** (k + 1), k + 1),
                *factor_lost,
            )
            moved += [Fraction(value) - right for value in wrong]
    return moved


def loss_with_weight_decay(random: Random) -> Problem:
    """Differentiate a quadratic loss with the penalty λ/2 · w² in w."""
    square = random.randint(3, 9)  # at 2, losing the factor and losing the exponent look the same
    loss = polynomial([square, *random.sample(NON_ZERO, 2)], w)
    penalty = Mul((Div(decay, num(2)), Pow(w, num(2))))
    prompt = (
        "To the loss of a model with one weight $w$ a penalty on large weights is added; $\\lambda$ is a constant. "
        "Differentiate the sum with respect to $w$."
    )
    declared = Vocabulary(variable="w").declaring("w", "lambda")
    return Problem(prompt, task=Diff(Add((*_terms(loss), penalty)), w), vocabulary=declared)


def _times(c: int, e: Expr) -> Expr:
    return e if c == 1 else Mul((num(c), e))


def _sum(random: Random, terms: Sequence[Expr]) -> Expr:
    """The terms added or subtracted."""
    first, *rest = terms
    return Add((first, *(random.choice([each, Neg(each)]) for each in rest)))


def _terms(e: Expr) -> tuple[Expr, ...]:
    return e.terms if isinstance(e, Add) else (e,)


SKILL = "power-rule"
FAMILIES = (
    ProblemFamily("one-power", skill=SKILL, make=one_power),
    ProblemFamily("sum-of-powers", skill=SKILL, make=sum_of_powers),
    ProblemFamily("roots-and-reciprocals", skill=SKILL, make=roots_and_reciprocals),
    ProblemFamily("rational-exponents", skill=SKILL, make=rational_exponents),
    ProblemFamily("slope-at-a-point", skill=SKILL, make=slope_at_a_point),
    ProblemFamily("loss-with-weight-decay", skill=SKILL, make=loss_with_weight_decay, ml=True),
)

"""Tasks about the derivatives of exponentials and logarithms."""

from __future__ import annotations

from fluxions.calculus.expr import At, Diff, Div, E, Expr, Fn, Mul, Neg, Pow, Sym, exp, fn, num
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.curriculum.sums import weighted_sum

x, p, rate = Sym("x"), Sym("p"), Sym("lambda")
NON_ZERO = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
BASES = (2, 3, 5, 6, 7, 10)
DIFFERENTIATE = "Differentiate with respect to $x$."
POSITIVE = "Differentiate with respect to $x$, for $x > 0$."


def exponential_and_logarithm(random: Random) -> Problem:
    """Differentiate a sum of two or three of a eˣ, b ln x and c xⁿ, one of the first two among them."""
    n = random.randint(2, 5)
    power = Pow(x, num(n))
    parts = [exp(x), fn("ln", x), power]
    chosen = random.choice([parts, parts, [exp(x), power], [fn("ln", x), power]])
    scales = [random.choice([each for each in NON_ZERO if each != n]) for _ in chosen]  # else two slips look the same
    return Problem(DIFFERENTIATE, task=Diff(weighted_sum(scales, random.shuffled(chosen)), x))


def base_and_exponent(random: Random) -> Problem:
    """Differentiate b aˣ + c xᵃ: the variable in the exponent, and in the base."""
    a = random.choice([each for each in BASES if each < 10])
    scales = [random.choice([each for each in NON_ZERO if abs(each) != a]) for _ in range(2)]
    parts = [Pow(num(a), x), Pow(x, num(a))]
    return Problem(DIFFERENTIATE, task=Diff(weighted_sum(scales, random.shuffled(parts)), x))


def logarithm_to_a_base(random: Random) -> Problem:
    """Differentiate b log_a x + c d ˣ, or with a power in the place of the exponential."""
    logarithm = Fn("log", (x, num(random.choice(BASES))))
    n = random.randint(2, 5)
    other = random.choice([Pow(x, num(n)), Pow(num(random.choice(BASES)), x), exp(x)])
    scales = [random.choice([each for each in NON_ZERO if abs(each) not in (1, n)]) for _ in range(2)]
    return Problem(DIFFERENTIATE, task=Diff(weighted_sum(scales, random.shuffled([logarithm, other])), x))


def logarithm_of_a_product(random: Random) -> Problem:
    """Differentiate ln of a number, a power of x and an exponential, multiplied or divided."""
    c, n = random.randint(2, 9), random.randint(2, 7)
    power = Pow(x, num(n))
    growth = random.choice([exp(x), Pow(num(random.choice([2, 3, 5])), x), Pow(E, Mul((num(random.randint(2, 6)), x)))])
    inside = random.choice([
        Mul((num(c), power)), Mul((power, growth)), Mul((num(c), power, growth)), Div(growth, Mul((num(c), power))),
        Div(power, num(c)),
    ])  # fmt: skip
    return Problem(f"{POSITIVE} Use the laws of logarithms first.", task=Diff(fn("ln", inside), x))


def slope_at_a_point(random: Random) -> Problem:
    """The slope of a eˣ + b x at ln c, or of a ln x + b x² at c: both are numbers without rounding."""
    a, b = random.choice([-6, -5, -4, -3, 2, 3, 4, 5, 6]), random.choice([-7, -5, -3, -2, 2, 3, 5, 7])
    c = random.choice([each for each in (2, 3, 4, 5) if a * each + b not in (0, a, b)])
    place: Expr
    if random.below(2):
        curve, place = weighted_sum([a, b], [exp(x), x]), fn("ln", num(c))
    else:
        curve, place = weighted_sum([a * c, b], [fn("ln", x), Pow(x, num(2))]), num(c)
    prompt = f"Find the slope of this curve at $x = {latex(place)}$, as an exact number."
    return Problem(prompt, task=At(Diff(curve, x), x, place), type="number")


def log_likelihood_of_a_rate(random: Random) -> Problem:
    """Differentiate the logarithm of a likelihood λᵐ exp(−sλ) in λ, for counts or for waiting times."""
    m, s = random.sample(range(3, 30), 2)
    likelihood = Mul((Pow(rate, num(m)), Pow(E, Neg(Mul((num(s), rate))))))
    story = random.choice([
        f"In ${s}$ minutes a server received ${m}$ requests; with the rate $\\lambda$ of a Poisson model, their "
        "likelihood is, apart from a constant factor,",
        f"${m}$ waiting times add up to ${s}$ seconds; in an exponential model with the rate $\\lambda$ their "
        "likelihood is",
    ])  # fmt: skip
    prompt = (
        f"{story} ${latex(likelihood)}$. Differentiate its logarithm with respect to $\\lambda$, for $\\lambda > 0$."
    )
    words = Vocabulary(variable="lambda").declaring("lambda")
    return Problem(prompt, task=Diff(fn("ln", likelihood), rate), vocabulary=words)


def loss_of_a_probability(random: Random) -> Problem:
    """Differentiate −m ln p + k pⁿ, or −m log₂ p + k pⁿ, in p: a log loss with a penalty."""
    m, k = random.sample(range(2, 10), 2)
    bits = random.below(2)
    loss = Fn("log", (p, num(2))) if bits else fn("ln", p)
    n = random.choice([each for each in (2, 3, 4) if each != k])
    total = weighted_sum([-m, k], [loss, Pow(p, num(n))])
    prompt = (
        f"A model gives the right class the probability $p$ on each of ${m}$ examples. With the loss in "
        f"{'bits' if bits else 'nats'} and a penalty that keeps the model from being too sure, it minimises "
        f"${latex(total)}$. Differentiate this with respect to $p$."
    )
    return Problem(prompt, task=Diff(total, p), vocabulary=Vocabulary(variable="p").declaring("p"))


SKILL = "derivative-exp-log"
FAMILIES = (
    ProblemFamily("exponential-and-logarithm", skill=SKILL, make=exponential_and_logarithm),
    ProblemFamily("base-and-exponent", skill=SKILL, make=base_and_exponent),
    ProblemFamily("logarithm-to-a-base", skill=SKILL, make=logarithm_to_a_base),
    ProblemFamily("logarithm-of-a-product", skill=SKILL, make=logarithm_of_a_product),
    ProblemFamily("slope-at-a-point", skill=SKILL, make=slope_at_a_point),
    ProblemFamily("log-likelihood-of-a-rate", skill=SKILL, make=log_likelihood_of_a_rate, ml=True),
    ProblemFamily("loss-of-a-probability", skill=SKILL, make=loss_of_a_probability, ml=True),
)

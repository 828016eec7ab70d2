"""Wrong rules of powers, exponentials, logarithms and waves, held wherever these are worked on."""

from __future__ import annotations

from itertools import pairwise

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, ZERO, Add, Const, Div, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym, fn
from fluxions.calculus.misconceptions.everywhere import of_numbers
from fluxions.calculus.trees import symbols

WAVES = ("sin", "cos", "tan")


def exponents_multiplied(node: Expr) -> Expr | None:
    """aᵐ aⁿ taken for aᵐⁿ."""
    match node:
        case Mul(factors):
            for i, (first, second) in enumerate(pairwise(factors)):
                if isinstance(first, Pow) and isinstance(second, Pow) and first.base == second.base:
                    power = Pow(first.base, Mul((first.exponent, second.exponent)))
                    return Mul((*factors[:i], power, *factors[i + 2 :])) if len(factors) > 2 else power
    return None


def exponents_added(node: Expr) -> Expr | None:
    """(aᵐ)ⁿ taken for aᵐ⁺ⁿ."""
    match node:
        case Pow(Pow(a, m), n):
            return Pow(a, m + n)
    return None


def zeroth_power_zero(node: Expr) -> Expr | None:
    """a⁰ taken for 0."""
    match node:
        case Pow(a, Num(n)) if n == 0 and a != ZERO:
            return ZERO
    return None


def exponent_minus_in_front(node: Expr) -> Expr | None:
    """a⁻ⁿ taken for −aⁿ."""
    match node:
        case Pow(a, Num(n)) if n < 0:
            return Neg(Pow(a, Num(-n)))
        case Pow(a, Neg(u)):
            return Neg(Pow(a, u))
    return None


def exponential_of_a_sum(node: Expr) -> Expr | None:
    """aᵘ⁺ᵛ taken for aᵘ + aᵛ."""
    match node:
        case Pow(a, Add(terms)) if isinstance(a, (Const, Num, Sym)):
            return Add(tuple(Neg(Pow(a, each.arg)) if isinstance(each, Neg) else Pow(a, each) for each in terms))
    return None


def logarithm_of_a_sum(node: Expr) -> Expr | None:
    """ln(a + b) taken for ln a + ln b."""
    match node:
        case Fn("ln", (Add(terms),)):
            return Add(tuple(Neg(fn("ln", each.arg)) if isinstance(each, Neg) else fn("ln", each) for each in terms))
    return None


def logarithm_of_a_product(node: Expr) -> Expr | None:
    """ln(a b) taken for ln a · ln b."""
    match node:
        case Fn("ln", (Mul(factors),)):
            return Mul(tuple(fn("ln", each) for each in factors))
    return None


def logarithm_of_a_quotient(node: Expr) -> Expr | None:
    """ln(a/b) taken for ln a/ln b."""
    match node:
        case Fn("ln", (Div(a, b),)) if a != ONE:
            return Div(fn("ln", a), fn("ln", b))
    return None


def quotient_of_logarithms(node: Expr) -> Expr | None:
    """ln a/ln b taken for ln a − ln b."""
    match node:
        case Div(Fn("ln", (a,)), Fn("ln", (b,))):
            return fn("ln", a) - fn("ln", b)
    return None


def power_of_a_logarithm(node: Expr) -> Expr | None:
    """(ln u)ⁿ taken for n ln u."""
    match node:
        case Pow(Fn("ln", (u,)), Num(n)) if n > 1:
            return Mul((Num(n), fn("ln", u)))
    return None


def wave_of_a_sum(node: Expr) -> Expr | None:
    """sin(a + b) taken for sin a + sin b."""
    match node:
        case Fn(name, (Add(terms),)) if name in WAVES:
            return Add(tuple(Neg(fn(name, each.arg)) if isinstance(each, Neg) else fn(name, each) for each in terms))
    return None


def wave_of_a_multiple(node: Expr) -> Expr | None:
    """sin(c u) taken for c sin u."""
    match node:
        case Fn(name, (Mul((Num() as c, *rest)),)) if name in WAVES and symbols(node):
            return Mul((c, fn(name, rest[0] if len(rest) == 1 else Mul(tuple(rest)))))
    return None


def sigmoid_as_odd(node: Expr) -> Expr | None:
    """σ(−z) taken for −σ(z)."""
    match node:
        case Fn("sigmoid", (Neg(z),)):
            return Neg(fn("sigmoid", z))
        case Fn("sigmoid", (Num(c),)) if c < 0:
            return Neg(fn("sigmoid", Num(-c)))
    return None


def power_moved_inside(node: Expr) -> Expr | None:
    """sinⁿ u taken for sin uⁿ, and (ln u)ⁿ for ln uⁿ."""
    match node:
        case Pow(Fn(name, (u,)), Num(n)) if name in (*WAVES, "ln") and n > 1:
            return Fn(name, (Pow(u, Num(n)),))
    return None


def power_moved_outside(node: Expr) -> Expr | None:
    """sin uⁿ taken for sinⁿ u, and ln uⁿ for (ln u)ⁿ."""
    match node:
        case Fn(name, (Pow(u, Num(n)),)) if name in (*WAVES, "ln") and n > 1:
            return Pow(Fn(name, (u,)), Num(n))
    return None


def power_of_first_factor(node: Expr) -> Expr | None:
    """(c u)ⁿ taken for c uⁿ."""
    match node:
        case Pow(Mul((Num() as c, *rest)), Num(n)) if n.denominator == 1 and n > 1:
            return Mul((c, Pow(rest[0] if len(rest) == 1 else Mul(tuple(rest)), Num(n))))
    return None


def root_as_half(node: Expr) -> Expr | None:
    """√u taken for u/2."""
    match node:
        case Root(u, Num(n)) if n == 2 and u != ONE:
            return Div(u, Num(2))
    return None


LAWS, ALGEBRA = "exponentials-logarithms", "algebraic-manipulation"
MISCONCEPTIONS = tuple(map(of_numbers, (
    Misconception("exponents-multiplied", ALGEBRA,
        "You multiplied the exponents of a product. They add: $a^m a^n = a^{m+n}$.",
        exponents_multiplied, "Exponents multiplied instead of added", ("at(x^2*x^3, x, 2)", "64"), on=(Mul,),
        anywhere=True),
    Misconception("exponents-added", ALGEBRA,
        "You added the exponents of a power of a power. They multiply: $(a^m)^n = a^{mn}$.",
        exponents_added, "Exponents added instead of multiplied", ("diff((x^2)^3, x)", "5x^4"), on=(Pow,),
        anywhere=True),
    Misconception("zeroth-power-zero", ALGEBRA,
        "You took a zeroth power for 0. Every number but 0 to the power 0 is 1.",
        zeroth_power_zero, "The zeroth power taken for 0", ("at(3 + e^x, x, 0)", "3"), on=(Pow,), anywhere=True),
    Misconception("exponent-minus-in-front", ALGEBRA,
        "You moved the minus of the exponent in front. A negative exponent means one over: $a^{-n} = 1/a^n$.",
        exponent_minus_in_front, "A negative exponent read as a minus", ("at(x^(-2), x, 3)", "-9"), on=(Pow,),
        anywhere=True),
    Misconception("exponential-of-a-sum", LAWS,
        "You added the exponentials. A sum in the exponent becomes a product: $e^{a+b} = e^a e^b$.",
        exponential_of_a_sum, "The exponential of a sum", ("diff(e^(x + 2), x)", "e^x"), on=(Pow,), anywhere=True),
    Misconception("logarithm-split", LAWS,
        "You split the logarithm of a sum. Only a product splits, $\\ln(ab) = \\ln a + \\ln b$; $\\ln(a+b)$ stays.",
        logarithm_of_a_sum, "The logarithm of a sum", ("at(ln(x + 3), x, 5)", "ln(15)"), on=("ln",), anywhere=True),
    Misconception("logarithm-of-product-multiplied", LAWS,
        "You multiplied the logarithms. A product becomes a sum: $\\ln(ab) = \\ln a + \\ln b$.",
        logarithm_of_a_product, "The logarithm of a product",
        ("diff(ln(x*sin(x)), x)", "ln(sin(x))/x + ln(x)*cos(x)/sin(x)"),
        on=("ln",), anywhere=True),
    Misconception("logarithm-of-a-quotient", LAWS,
        "You divided the logarithms. A quotient becomes a difference: $\\ln(a/b) = \\ln a - \\ln b$.",
        logarithm_of_a_quotient, "The logarithm of a quotient", ("at(ln(x/3), x, 12)", "ln(12)/ln(3)"), on=("ln",),
        anywhere=True),
    Misconception("quotient-of-logarithms", LAWS,
        "You subtracted two logarithms that are divided. Only $\\ln(a/b)$ becomes a difference; $\\ln a/\\ln b$ stays "
        "a quotient, the logarithm of $a$ to the base $b$.",
        quotient_of_logarithms, "A quotient of logarithms", ("at(ln(x)/ln(3), x, 12)", "ln(4)"), on=(Div,),
        anywhere=True),
    Misconception("power-of-a-logarithm", LAWS,
        "You brought the power of the logarithm down. That holds for a power inside, $\\ln(x^2) = 2\\ln x$ for $x > "
        "0$; $(\\ln x)^2$ is a product.",
        power_of_a_logarithm, "The power of a logarithm", ("at(ln(x)^2, x, 5)", "2ln(5)"), on=(Pow,), anywhere=True),
    Misconception("wave-of-a-sum", "trig-functions",
        "You split the sine or cosine of a sum. Use the addition formulas: $\\sin(a+b) = \\sin a\\cos b + \\cos "
        "a\\sin b$ and $\\cos(a+b) = \\cos a\\cos b - \\sin a\\sin b$.",
        wave_of_a_sum, "The sine of a sum", ("diff(sin(x + 1), x)", "cos(x)"), on=WAVES, anywhere=True),
    Misconception("wave-of-a-multiple", "trig-functions",
        "You took the factor out of the sine or cosine. It changes the period, not the height: $\\sin 2x$ is "
        "$2\\sin x\\cos x$.",
        wave_of_a_multiple, "A factor taken out of a wave", ("diff(sin(2x), x)", "2cos(x)"), on=WAVES, anywhere=True),
    Misconception("sigmoid-as-odd", "sigmoid-logit-softplus",
        "You pulled the minus out of the sigmoid. It is mirrored about one half: $\\sigma(-z) = 1 - \\sigma(z)$.",
        sigmoid_as_odd, "A minus taken out of the sigmoid", ("at(sigmoid(-x), x, 2)", "-sigmoid(2)"), on=("sigmoid",),
        anywhere=True),
    Misconception("power-moved-inside", "trig-functions",
        "You moved the power onto what the function is taken of. $\\sin^2 x$ is the square of the value, "
        "$(\\sin x)^2$; in $\\sin(x^2)$ the angle is squared.",
        power_moved_inside, "The power was moved inside", ("diff(sin(x)^3, x)", "3x^2*cos(x^3)"), on=(Pow,),
        anywhere=True),
    Misconception("power-moved-outside", "trig-functions",
        "You moved a power out of the function. In $\\sin(x^2)$ the angle is squared; $\\sin^2 x$ is the square of the "
        "value.",
        power_moved_outside, "The power was moved outside", ("at(sin(x^2), x, 3)", "sin(3)^2"), on=(*WAVES, "ln"),
        anywhere=True),
    Misconception("power-of-first-factor", ALGEBRA,
        "You took the power of one factor of a product alone. Every factor is raised: $(ab)^n = a^n b^n$.",
        power_of_first_factor, "A factor was not raised along", ("diff((2x)^3, x)", "6x^2"), on=(Pow,), anywhere=True),
    Misconception("root-as-half", ALGEBRA,
        "You halved instead of taking the root. The root of $u$ is the number, not negative, whose square is $u$.",
        root_as_half, "Half instead of the root", ("at(sqrt(x), x, 9)", "9/2"), on=(Root,), anywhere=True),
)))  # fmt: skip

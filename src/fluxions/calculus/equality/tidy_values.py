"""Clean-ups of powers of numbers and of functions at points whose value everyone knows; a part of TIDY."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from fluxions.calculus.equality.positive import positive
from fluxions.calculus.expr import ONE, PI, Add, Const, Div, E, Expr, Fn, Mul, Neg, Num, Pow, Root, sqrt

ZERO_AT_ZERO = frozenset("sin tan sinh tanh arcsin arctan arsinh artanh erf relu silu gelu abs sign".split())
AT_ZERO: dict[str, Expr] = {
    "cos": ONE, "cosh": ONE, "sec": ONE, "sech": ONE, "sigmoid": Num(1, 2), "Phi": Num(1, 2),
    "softplus": Fn("ln", (Num(2),)), "arccos": Div(PI, Num(2)),
}  # fmt: skip
# sin(kπ/12 · …) at the angles of the table, as multiples of π: 0, 1/6, 1/4, 1/3, 1/2
ANGLES: dict[tuple[str, Fraction], Expr] = {
    ("arctan", Fraction(1)): Div(PI, Num(4)), ("arctan", Fraction(-1)): Neg(Div(PI, Num(4))),
    ("arcsin", Fraction(1)): Div(PI, Num(2)), ("arcsin", Fraction(-1)): Neg(Div(PI, Num(2))),
    ("arcsin", Fraction(1, 2)): Div(PI, Num(6)), ("arcsin", Fraction(-1, 2)): Neg(Div(PI, Num(6))),
    ("arccos", Fraction(1)): Num(0), ("arccos", Fraction(-1)): PI, ("arccos", Fraction(1, 2)): Div(PI, Num(3)),
    ("arccos", Fraction(-1, 2)): Mul((Num(2, 3), PI)),
}  # fmt: skip
HALF_ROOTS = {n: Div(sqrt(Num(n)), Num(2)) for n in (2, 3)}
AT_ROOTS: dict[tuple[str, Expr], Expr] = {  # where the argument is a root, for the positive one
    ("arcsin", HALF_ROOTS[2]): Div(PI, Num(4)), ("arcsin", HALF_ROOTS[3]): Div(PI, Num(3)),
    ("arccos", HALF_ROOTS[2]): Div(PI, Num(4)), ("arccos", HALF_ROOTS[3]): Div(PI, Num(6)),
    ("arctan", sqrt(Num(3))): Div(PI, Num(3)), ("arctan", Div(sqrt(Num(3)), Num(3))): Div(PI, Num(6)),
    ("arctan", Div(ONE, sqrt(Num(3)))): Div(PI, Num(6)),
}  # fmt: skip
MOST_DISTRIBUTED = 12  # the largest power that is carried into a product
SINES: dict[Fraction, Expr] = {
    Fraction(0): Num(0), Fraction(1, 6): Num(1, 2), Fraction(1, 4): Div(sqrt(Num(2)), Num(2)),
    Fraction(1, 3): Div(sqrt(Num(3)), Num(2)), Fraction(1, 2): ONE,
}  # fmt: skip


def simple_power(e: Expr) -> Expr | None:
    """u¹ = u, u⁰ = 1, 1ⁿ = 1, and powers of numbers that stay small."""
    match e:
        case Pow(base, Num(n)) if n == 1:
            return base
        case Pow(base, Num(n)) if n == 0 and base != Num(0):
            return ONE
        case Pow(Num(a), Num(n)) if a == 0 and n > 0:
            return Num(0)
        case Pow(Num(a), _) if a == 1:
            return ONE
        case Pow(Num(a), Num(n)) if n.denominator == 1 and abs(n) <= 20 and (a != 0 or n > 0):
            return Num(a ** int(n)) if abs(a.numerator) ** abs(int(n)) < 10**12 else None
        case Pow(Const("e"), Fn("ln", (u,))):
            return u
    return None


def power_of_power(e: Expr) -> Expr | None:
    """(uᵃ)ᵇ = uᵃᵇ and (eᵘ)ᵇ = eᵘᵇ for whole b; √(u²) is left alone."""
    match e:
        case Pow(Pow(Const("e"), u), Num(b)):
            return Pow(E, Mul((Num(b), u)))
        case Pow(Pow(u, Num(a)), Num(b)) if b.denominator == 1 and abs(b) <= MOST_DISTRIBUTED:
            return Pow(u, Num(a * b))
    return None


def power_of_root(e: Expr) -> Expr | None:
    """(√u)ᵇ = u^(b/2) for whole b, and √2³ = 2√2."""
    match e:
        case Pow(Root() as base, Num(b)) if b.denominator == 1 and abs(b) <= MOST_DISTRIBUTED:
            return _power_inside(base, b)
    return None


def power_of_product(e: Expr) -> Expr | None:
    """(uv)ᵇ = uᵇvᵇ, (u/v)ᵇ = uᵇ/vᵇ and (−u)ᵇ = ±uᵇ for whole b."""
    match e:
        case Pow(Mul() | Div() | Neg() as base, Num(b)) if b.denominator == 1 and abs(b) <= MOST_DISTRIBUTED:
            return _power_inside(base, b)
    return None


def _power_inside(base: Expr, b: Fraction) -> Expr | None:
    match base:
        case Root(Num(u), Num(n)) if b > n > 1 and n.denominator == 1:  # √2³ = 2√2
            whole, rest = divmod(b, n)
            outside = Num(u ** int(whole))
            return outside if rest == 0 else Mul((outside, base if rest == 1 else Pow(base, Num(rest))))
        case Root(u, Num(n)) if n != 0:
            return u if b == n else Pow(u, Num(b / n))
        case Neg(u):
            return Pow(u, Num(b)) if b % 2 == 0 else Neg(Pow(u, Num(b)))
        case Mul(factors):
            return Mul(tuple(Pow(each, Num(b)) for each in factors))
        case Div(u, v) if b > 0:
            return Div(Pow(u, Num(b)), Pow(v, Num(b)))
    return None


def negative_exponent(e: Expr) -> Expr | None:
    """u⁻ⁿ = 1/uⁿ for whole n."""
    match e:
        case Pow(Num(), _):
            return None
        case Pow(u, Num(n)) if n < 0 and n.denominator == 1:
            return Div(ONE, u if n == -1 else Pow(u, Num(-n)))
    return None


def number_root(e: Expr) -> Expr | None:
    """√4 = 2, ∛−8 = −2, 4^(1/2) = 2 where the root is rational, and √8 = 2√2."""
    match e:
        case Root(Num(a), Num(n)) if n.denominator == 1 and 2 <= n <= 12 and (a >= 0 or n % 2 == 1):
            return _rational_root(a, int(n)) or (_square_taken_out(a) if n == 2 else None)
        case Pow(Num(a), Num(n)) if a != 0 and n.denominator in range(2, 13) and abs(n.numerator) <= 12:
            root = _rational_root(a, n.denominator) if a > 0 or n.denominator % 2 == 1 else None
            return None if root is None else Pow(root, Num(n.numerator))
    return None


def _square_taken_out(a: Fraction) -> Expr | None:
    whole = a.numerator
    square = next((k for k in range(isqrt(min(whole, 10**6)), 1, -1) if whole % (k * k) == 0), None)
    return Mul((Num(square), sqrt(Num(whole // (square * square))))) if square and a.denominator == 1 else None


def _rational_root(a: Fraction, n: int) -> Num | None:
    top, bottom = _whole_root(abs(a.numerator), n), _whole_root(a.denominator, n)
    if top is None or bottom is None:
        return None
    return Num(Fraction(top if a >= 0 else -top, bottom))


def _whole_root(a: int, n: int) -> int | None:
    if a > 10**15:
        return None
    guess = isqrt(a) if n == 2 else round(a ** (1 / n))
    return next((each for each in (guess - 1, guess, guess + 1) if each >= 0 and each**n == a), None)


def known_value(e: Expr) -> Expr | None:
    """sin 0 = 0, cos 0 = 1, ln 1 = 0, ln e = 1, σ(0) = 1/2, sin(π/6) = 1/2, …"""
    match e:
        case Fn("ln", (Num(a),)) if a == 1:
            return Num(0)
        case Fn("ln", (Const("e"),)):
            return ONE
        case Fn("ln", (Pow(Const("e"), u),)):
            return u
        case Fn("arctan" | "arcsin" | "arccos" as name, (Num(a),)) if (name, a) in ANGLES:
            return ANGLES[name, a]
        case Fn("arctan" | "arcsin" | "arccos" as name, (u,)) if (name, u) in AT_ROOTS:
            return AT_ROOTS[name, u]
        case Fn("arctan" | "arcsin" as name, (Neg(u),)) if (name, u) in AT_ROOTS:
            return Neg(AT_ROOTS[name, u])
        case Fn("arccos", (Neg(u),)) if ("arccos", u) in AT_ROOTS:
            return Add((PI, Neg(AT_ROOTS["arccos", u])))
        case Fn("log", (b, c)) if b == c:
            return ONE
        case Fn(name, (Num(a),)) if a == 0:
            return Num(0) if name in ZERO_AT_ZERO else AT_ZERO.get(name)
        case Fn("abs", (Num(a),)):
            return Num(abs(a))
        case Fn("sign", (Num(a),)):
            return Num(1 if a > 0 else -1)
        case Fn("relu", (Num(a),)):
            return Num(max(a, Fraction(0)))
        case Fn("max" | "min", (u, *others)) if all(each == u for each in others):
            return u
        case Fn("max" | "min" as name, args) if all(isinstance(each, Num) for each in args):
            values = [each.value for each in args if isinstance(each, Num)]
            return Num(max(values) if name == "max" else min(values))
        case Fn("sin" | "cos" | "tan" as name, (angle,)):
            return _at_angle(name, angle)
    return None


def at_logarithm(e: Expr) -> Expr | None:
    """σ(ln a) = a/(1 + a), σ(−ln a) = 1/(1 + a), tanh(ln a) = (a² − 1)/(a² + 1) for a number a > 0."""
    match e:
        case Fn("sigmoid" | "tanh" as name, (Fn("ln", (Num(a),)) | Neg(Fn("ln", (Num(a),))) as u,)) if a > 0:
            a = 1 / a if isinstance(u, Neg) else a
            return Num(a / (1 + a)) if name == "sigmoid" else Num((a * a - 1) / (a * a + 1))
    return None


def _at_angle(name: str, angle: Expr) -> Expr | None:
    turns = _multiple_of_pi(angle)
    if turns is None:
        return None
    if name == "tan":
        sine, cosine = _sine(turns), _sine(turns + Fraction(1, 2))
        return None if sine is None or cosine is None or cosine == Num(0) else Div(sine, cosine)
    return _sine(turns if name == "sin" else turns + Fraction(1, 2))


def _multiple_of_pi(angle: Expr) -> Fraction | None:
    match angle:
        case Const("pi"):
            return Fraction(1)
        case Neg(u):
            inner = _multiple_of_pi(u)
            return None if inner is None else -inner
        case Div(u, Num(n)) if n != 0:
            inner = _multiple_of_pi(u)
            return None if inner is None else inner / n
        case Mul((Num(n), u)):
            inner = _multiple_of_pi(u)
            return None if inner is None else inner * n
    return None


def _sine(turns: Fraction) -> Expr | None:
    turns %= 2
    sign, turns = (-1, turns - 1) if turns >= 1 else (1, turns)
    value = SINES.get(min(turns, 1 - turns))
    return value if value is None or sign == 1 or value == Num(0) else Neg(value)


def number_sum(e: Expr) -> Expr | None:
    """2 + 3 = 5, also where a minus stands between."""
    match e:
        case Add(terms):
            values = [_value(term) for term in terms]
            return None if None in values else Num(sum((each for each in values if each is not None), Fraction(0)))
    return None


def _value(term: Expr) -> Fraction | None:
    if isinstance(term, Num):
        return term.value
    return -term.arg.value if isinstance(term, Neg) and isinstance(term.arg, Num) else None


def bars_around_positive(e: Expr) -> Expr | None:
    """|u| = u where u is positive by its form."""
    match e:
        case Fn("abs", (u,)) if positive(u):
            return u
    return None


VALUES = (
    ("arithmetic", "Carry out the arithmetic.", number_sum, (Add,)),
    ("simple-power", "Write the power out.", simple_power, (Pow,)),
    ("power-of-power", "Multiply the exponents.", power_of_power, (Pow,)),
    ("power-of-root", "Write the power of the root as one power.", power_of_root, (Pow,)),
    ("power-of-product", "Raise each factor to the power.", power_of_product, (Pow,)),
    ("negative-exponent", "Write the negative exponent as a fraction.", negative_exponent, (Pow,), False),
    ("number-root", "Take the root.", number_root, (Root, Pow)),
    ("known-value", "Use the known value.", known_value, (Fn,), False),
    ("bars-around-positive", "What stands between the bars is positive.", bars_around_positive, (Fn,), False),
    ("at-logarithm", "The exponential undoes the logarithm.", at_logarithm, (Fn,), False),
)

"""Integrals against the standard normal density φ: moments, probabilities, partial expectations, tilting."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    TWO,
    ZERO,
    Add,
    Div,
    Expr,
    Fn,
    Int,
    Mul,
    Num,
    Pow,
    Sym,
    exp,
    fn,
)
from fluxions.calculus.rules.definite.fundamental import MINUS_INF
from fluxions.calculus.rules.definite.gaussian import fresh
from fluxions.calculus.rules.definite.powers import coefficients, power_of, split_exponential
from fluxions.calculus.trees import substituted


def normal_moment(node: Expr) -> Expr | Found | None:
    """∫ zⁿ φ(z) dz over the line is 1·3·5 … (n − 1) for even n."""
    match node:
        case Int(f, x, low, high) if low == MINUS_INF and high == INF:
            n = _power_against_phi(f, x)
            if n is None or n == 0 or n % 2:
                return None
            value = Fraction(1)
            for k in range(1, n, 2):
                value *= k
            return Found(Num(value), (("n", Num(n)), ("v", Num(value))))
    return None


def _power_against_phi(f: Expr, x: Sym) -> int | None:
    bell_at_0 = fn("phi", x)
    if f == bell_at_0:
        return 0
    match f:
        case Mul(factors) if factors.count(bell_at_0) == 1:
            rest = tuple(each for each in factors if each != bell_at_0)
            n = power_of(rest[0] if len(rest) == 1 else Mul(rest), x)
            return int(n.value) if isinstance(n, Num) and n.value.denominator == 1 and n.value >= 0 else None
    return None


def normal_probability(node: Expr) -> Expr | Found | None:
    """∫ φ from a to b is Φ(b) − Φ(a), with Φ(−∞) = 0 and Φ(∞) = 1."""
    match node:
        case Int(Fn("phi", (u,)), x, low, high) if u == x and low is not None and high is not None:
            ends = [_cdf(each) for each in (high, low)]
            return Found(ends[0] if ends[1] == ZERO else ends[0] - ends[1], (("a", low), ("b", high)))
    return None


def _cdf(end: Expr) -> Expr:
    return ONE if end == INF else ZERO if end == MINUS_INF else fn("Phi", end)


def partial_expectation(node: Expr) -> Expr | Found | None:
    """∫ x φ(x) from a to b is φ(a) − φ(b), for φ' = −xφ."""
    match node:
        case Int(f, x, low, high) if low is not None and high is not None and _power_against_phi(f, x) == 1:
            ends = [_density(each) for each in (low, high)]
            return Found(ends[0] if ends[1] == ZERO else ends[0] - ends[1], (("a", low), ("b", high)))
    return None


def _density(end: Expr) -> Expr:
    return ZERO if end in (INF, MINUS_INF) else fn("phi", end)


def phi_apart(node: Expr) -> Expr | Found | None:
    """(c₀ + c₁x + …)·φ(x) is integrated power by power."""
    match node:
        case Int(Mul(factors), x, low, high) if low is not None and factors.count(fn("phi", x)) == 1:
            rest = tuple(each for each in factors if each != fn("phi", x))
            known = coefficients(rest[0] if len(rest) == 1 else Mul(rest), x)
            if known is None or (len(known) == 1 and next(iter(known.values())) == ONE):
                return None
            parts = [_phi_part(n, c, x, low, high) for n, c in sorted(known.items(), reverse=True)]
            return Add(tuple(parts)) if len(parts) > 1 else parts[0]
    return None


def _phi_part(n: int, value: Expr, x: Sym, low: Expr, high: Expr | None) -> Expr:
    power: tuple[Expr, ...] = () if n == 0 else (x,) if n == 1 else (Pow(x, Num(n)),)
    whole = Int(Mul((*power, fn("phi", x))) if power else fn("phi", x), x, low, high)
    return whole if value == ONE else Mul((value, whole))


def tilt(node: Expr) -> Expr | Found | None:
    """e^(cz + d) φ(z) = e^(d + c²/2) φ(z − c)."""
    match node:
        case Int(f, x, low, high) if low is not None:
            factor, exponent = split_exponential(f)
            known = coefficients(exponent, x) if exponent is not None else None
            rest = _without_phi(factor, x)
            if known is None or rest is None or 1 not in known or max(known) != 1:
                return None
            c, d = known[1], known.get(0, ZERO)
            k = tidied(d + Div(Pow(c, TWO), TWO))
            moved = fn("phi", tidied(x - c))
            inner = Int(moved if rest == ONE else Mul((rest, moved)), x, low, high)
            return Found(Mul((exp(k), inner)), (("c", c), ("k", k), ("x", x)))
    return None


def _without_phi(f: Expr, x: Sym) -> Expr | None:
    """g with f = g·φ(x)."""
    factors = f.factors if isinstance(f, Mul) else (f,)
    if factors.count(fn("phi", x)) != 1:
        return None
    rest = tuple(each for each in factors if each != fn("phi", x))
    return ONE if not rest else rest[0] if len(rest) == 1 else Mul(rest)


def centre_of_phi(node: Expr) -> Expr | Found | None:
    """With u = z − c the density φ(z − c) is φ(u); the bounds move by c."""
    match node:
        case Int(f, x, low, high) if low is not None and high is not None:
            shifts = [each.args[0] for each in _factors(f) if isinstance(each, Fn) and each.name == "phi"]
            if len(shifts) != 1 or shifts[0] == x:
                return None
            known = coefficients(shifts[0], x)
            if known is None or known.get(1) != ONE or max(known) != 1:
                return None
            c = tidied(-known[0])
            u = fresh(node, "u", "w", "v", "s")
            inner = tidied(substituted(f, {x.name: u + c}))
            ends = [each if each in (INF, MINUS_INF) else tidied(each - c) for each in (low, high)]
            return Found(Int(inner, u, *ends), (("u", u), ("x", x), ("v", shifts[0])))
    return None


def _factors(e: Expr) -> tuple[Expr, ...]:
    return e.factors if isinstance(e, Mul) else (e,)


RULES = (
    Rule("normal-moment", "gaussian-moments",
         "The moment of even order $n$ of the standard normal density is $1\\cdot3\\cdots(n-1)$; for $n={n}$ this is "
         "${v}$.", normal_moment, "a moment of the standard normal"),
    Rule("normal-probability", "error-function-normal-cdf",
         "An antiderivative of $\\phi$ is $\\Phi$, which rises from 0 to 1.", normal_probability,
         "the normal distribution function"),
    Rule("partial-expectation", "gaussian-partial-expectation",
         "From $\\phi'(x)=-x\\,\\phi(x)$ an antiderivative of $x\\,\\phi(x)$ is $-\\phi(x)$.", partial_expectation,
         "a partial expectation"),
    Rule("moments-of-phi-apart", "gaussian-moments", "Integrate power by power against the normal density.", phi_apart,
         "linearity against the normal density"),
    Rule("tilted-normal", "gaussian-partial-expectation",
         "Completing the square, $e^{c{x}}\\phi({x})=e^{c^2/2}\\phi({x}-c)$ with $c={c}$; the factor $e^{{k}}$ goes in "
         "front.", tilt, "a tilted normal density"),
    Rule("centre-of-the-density", "u-substitution",
         "With ${u}={v}$ the density stands at 0; the bounds move by the same amount.", centre_of_phi,
         "a shift of the variable"),
)  # fmt: skip

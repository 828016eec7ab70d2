"""Values of the gamma function and of factorials that everyone knows; a part of TIDY."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import factorial

from fluxions.calculus.expr import ONE, PI, Add, Div, Expr, Fn, Mul, Neg, Num, sqrt

LARGEST = 25
MOST_FACTORS = 6


def gamma_value(e: Expr) -> Expr | None:
    """Γ(n) = (n − 1)! for whole n, and Γ(n + 1/2) from Γ(1/2) = √π by Γ(p + 1) = pΓ(p)."""
    match e:
        case Fn("gamma", (Num(p),)) if 0 < p <= LARGEST and p.denominator == 1:
            return Num(factorial(int(p) - 1))
        case Fn("gamma", (Num(p),)) if 0 < p <= LARGEST and p.denominator == 2:
            number = Fraction(1)
            while p > Fraction(1, 2):
                p -= 1
                number *= p
            return sqrt(PI) if number == 1 else Mul((Num(number), sqrt(PI)))
    return None


def beta_value(e: Expr) -> Expr | None:
    """B(a, b) = Γ(a)Γ(b)/Γ(a + b) where all three are known."""
    match e:
        case Fn("beta", (Num(a), Num(b))) if (
            min(a, b) > 0 and a + b <= LARGEST and (a.denominator, b.denominator) == (1, 1)
        ):
            return Num(Fraction(factorial(int(a) - 1) * factorial(int(b) - 1), factorial(int(a + b) - 1)))
    return None


def factorial_value(e: Expr) -> Expr | None:
    """n! for a small whole n."""
    match e:
        case Fn("factorial", (Num(n),)) if n.denominator == 1 and 0 <= n <= LARGEST:
            return Num(factorial(int(n)))
    return None


def gamma_quotient(e: Expr) -> Expr | None:
    """Γ(u + k)/Γ(u) = u(u + 1)…(u + k − 1) for a small whole k."""
    match e:
        case Div(top, bottom):
            above, below = _factors(top), _factors(bottom)
            for i, j in product(range(len(above)), range(len(below))):
                ratio = _ratio(above[i], below[j])
                if ratio is not None:
                    upper = (*ratio[0], *above[:i], *above[i + 1 :])
                    lower = (*ratio[1], *below[:j], *below[j + 1 :])
                    return _product(upper) if not lower else Div(_product(upper), _product(lower))
    return None


def _ratio(above: Expr, below: Expr) -> tuple[tuple[Expr, ...], tuple[Expr, ...]] | None:
    """What Γ(u)/Γ(v) leaves above and below, where u and v differ by a small whole number."""
    match above, below:
        case Fn("gamma", (u,)), Fn("gamma", (v,)):
            (first, a), (second, b) = _shift(u), _shift(v)
            gap = a - b
            if first is None or first != second or gap.denominator != 1 or not 0 < abs(gap) <= MOST_FACTORS:
                return None
            start = min(a, b)
            factors = tuple(_shifted(first, start + k) for k in range(int(abs(gap))))
            return (factors, ()) if gap > 0 else ((), factors)
    return None


def _shift(u: Expr) -> tuple[Expr | None, Fraction]:
    """(w, k) with u = w + k, k a number."""
    match u:
        case Add(terms):
            number = sum((_number(each) for each in terms if _is_number(each)), Fraction(0))
            rest = tuple(each for each in terms if not _is_number(each))
            return (None if not rest else rest[0] if len(rest) == 1 else Add(rest)), number
        case Num(value):
            return None, value
    return u, Fraction(0)


def _is_number(e: Expr) -> bool:
    return isinstance(e, Num) or (isinstance(e, Neg) and isinstance(e.arg, Num))


def _number(e: Expr) -> Fraction:
    return e.value if isinstance(e, Num) else -e.arg.value  # type: ignore[attr-defined]


def _shifted(w: Expr, k: Fraction) -> Expr:
    terms = w.terms if isinstance(w, Add) else (w,)
    return w if k == 0 else Add((*terms, Num(k) if k > 0 else Neg(Num(-k))))


def _factors(e: Expr) -> tuple[Expr, ...]:
    return e.factors if isinstance(e, Mul) else (e,)


def _product(factors: tuple[Expr, ...]) -> Expr:
    return ONE if not factors else factors[0] if len(factors) == 1 else Mul(factors)


GAMMA = (
    ("gamma-quotient", "Use $\\Gamma(p+1)=p\\,\\Gamma(p)$.", gamma_quotient, (Div,), False),
    ("gamma-value", "Use $\\Gamma(n)=(n-1)!$ and $\\Gamma(\\tfrac12)=\\sqrt{\\pi}$.", gamma_value, (Fn,), False),
    ("beta-value", "Use $B(a,b)=\\frac{(a-1)!\\,(b-1)!}{(a+b-1)!}$ for whole $a$ and $b$.", beta_value, (Fn,), False),
    ("factorial-value", "Work out the factorial.", factorial_value, (Fn,), True),
)

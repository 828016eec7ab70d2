"""Values of the gamma function and of factorials that everyone knows; a part of TIDY."""

from __future__ import annotations

from fractions import Fraction
from math import factorial

from fluxions.calculus.expr import PI, Expr, Fn, Mul, Num, sqrt

LARGEST = 25


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


GAMMA = (
    ("gamma-value", "Use $\\Gamma(n)=(n-1)!$ and $\\Gamma(\\tfrac12)=\\sqrt{\\pi}$.", gamma_value, (Fn,), False),
    ("beta-value", "Use $B(a,b)=\\frac{(a-1)!\\,(b-1)!}{(a+b-1)!}$ for whole $a$ and $b$.", beta_value, (Fn,), False),
    ("factorial-value", "Work out the factorial.", factorial_value, (Fn,), True),
)

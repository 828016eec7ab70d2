"""Wrong rules for products of brackets, for exponents in sums, and for factors beside powers."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, Add, Div, Expr, Mul, Neg, Num, Pow, Sym
from fluxions.calculus.misconceptions.everywhere import of_numbers


def square_last_sign(node: Expr) -> Expr | None:
    """(a − b)² taken for a² − 2ab − b²."""
    match node:
        case Pow(Add((a, Neg(b))), n) if n == TWO:
            return Add((Pow(a, n), Neg(Mul((TWO, a, b))), Neg(Pow(b, n))))
    return None


def square_middle_sign(node: Expr) -> Expr | None:
    """(a − b)² taken for a² + 2ab + b²."""
    match node:
        case Pow(Add((a, Neg(b))), n) if n == TWO:
            return Add((Pow(a, n), Mul((TWO, a, b)), Pow(b, n)))
    return None


def firsts_and_lasts(node: Expr) -> Expr | None:
    """(a + b)(c + d) taken for ac + bd."""
    match node:
        case Mul((Add((a, b)), Add((c, d)))):
            return Add((Mul((a, c)), Mul((b, d))))
    return None


def factor_moved_up(node: Expr) -> Expr | None:
    """1/(c u) taken for c/u, as if c belonged to the top."""
    match node:
        case Div(Num(top), Mul((Num(c), *rest))) if c not in (1, -1):
            return Div(Num(top * c), rest[0] if len(rest) == 1 else Mul(tuple(rest)))
    return None


def powers_merged(node: Expr) -> Expr | None:
    """xᵐ + xⁿ taken for xᵐ⁺ⁿ."""
    match node:
        case Add((Pow(Sym() as x, Num(m)), Pow(y, Num(n)))) if x == y:
            return Pow(x, Num(m + n))
    return None


def odd_power_of_negative(node: Expr) -> Expr | None:
    """(−a)ⁿ taken for aⁿ, where n is odd."""
    match node:
        case Pow(Num(a), Num(n)) if a < 0 and n.denominator == 1 and n > 1 and n % 2 == 1:
            return Pow(Num(-a), Num(n))
    return None


ALGEBRA = "algebraic-manipulation"
MISCONCEPTIONS = tuple(map(of_numbers, (
    Misconception("square-last-sign", ALGEBRA,
        "You gave the last square a minus. A square is never negative: $(a-b)^2 = a^2 - 2ab + b^2$.",
        square_last_sign, "The sign of the last square", ("int((x - 3)^2, x)", "x^3/3 - 3x^2 - 9x"), on=(Pow,),
        anywhere=True),
    Misconception("square-middle-sign", ALGEBRA,
        "You lost the minus of the middle term. The product of the two terms keeps it: "
        "$(a-b)^2 = a^2 - 2ab + b^2$.",
        square_middle_sign, "The sign of the middle term", ("int((x - 3)^2, x)", "x^3/3 + 3x^2 + 9x"), on=(Pow,),
        anywhere=True),
    Misconception("firsts-and-lasts", ALGEBRA,
        "You multiplied the first terms and the last terms alone. Every term of one bracket meets every term of the "
        "other: $(a+b)(c+d) = ac + ad + bc + bd$.",
        firsts_and_lasts, "Only first and last terms were multiplied",
        ("diff((x + 2)*(x^2 + 5), x)", "3x^2"), on=(Mul,), anywhere=True),
    Misconception("factor-moved-up", ALGEBRA,
        "You moved a factor from below the line to the top. It stays below: $\\frac{1}{3x^2} = \\frac13 x^{-2}$.",
        factor_moved_up, "A factor below the line was moved up", ("diff(1/(3x^2), x)", "-6/x^3"), on=(Div,),
        anywhere=True),
    Misconception("powers-merged", ALGEBRA,
        "You added the exponents of a sum. They add in a product; the terms of a sum stay apart.",
        powers_merged, "Powers of a sum were merged", ("diff(x^3 + x^2, x)", "5x^4"), on=(Add,), anywhere=True),
    Misconception("odd-power-of-negative", ALGEBRA,
        "You lost the minus of an odd power. A negative number to an odd power is negative: $(-2)^3 = -8$.",
        odd_power_of_negative, "An odd power of a negative number", ("at(x^3 + 1, x, -2)", "9"), on=(Pow,),
        anywhere=True),
)))  # fmt: skip

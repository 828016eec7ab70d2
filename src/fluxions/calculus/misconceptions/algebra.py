"""Wrong rules of algebra, held wherever sums, fractions, brackets and signs are worked on."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    TWO,
    ZERO,
    Add,
    Div,
    Expr,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Rel,
    Root,
    Set,
    Sym,
    sqrt,
)
from fluxions.calculus.misconceptions.everywhere import of_numbers
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.trees import symbols


def _each(terms: tuple[Expr, ...], change: Callable[[Expr], Expr]) -> Expr:
    """The sum of what becomes of each term; a minus stays in front of its term."""
    return Add(tuple(Neg(change(each.arg)) if isinstance(each, Neg) else change(each) for each in terms))


MOST = 12  # the highest power that is spread over a sum


def power_of_a_sum(node: Expr) -> Expr | None:
    """(a + b)ⁿ taken for aⁿ + bⁿ."""
    match node:
        case Pow(Add(terms), Num(n)) if n.denominator == 1 and 2 <= n <= MOST:
            return _each(terms, lambda each: Pow(each, Num(n)))
    return None


def middle_term_once(node: Expr) -> Expr | None:
    """(a + b)² taken for a² + a b + b²."""
    match node:
        case Pow(Add((a, b)), n) if n == TWO:
            return Add((Pow(a, n), Mul((a, b)), Pow(b, n)))
    return None


def root_of_a_sum(node: Expr) -> Expr | None:
    """√(a + b) taken for √a + √b."""
    match node:
        case Root(Add(terms), n):
            return _each(terms, lambda each: _root_of_term(each, n))
    return None


def _root_of_term(term: Expr, n: Expr) -> Expr:
    match term:
        case Pow(base, m) if m == n:
            return base
        case Mul((c, Pow(base, m))) if m == n:
            return Mul((Root(c, n), base))
    return Root(term, n)


def split_below(node: Expr) -> Expr | None:
    """c/(a + b) taken for c/a + c/b."""
    match node:
        case Div(top, Add(terms)) if not isinstance(top, Add) and top != ZERO:
            return _each(terms, lambda each: Div(top, each))
    return None


def term_cancelled(node: Expr) -> Expr | None:
    """(a + b)/a taken for b, and (a + c)/(b + c) for a/b: a term is cancelled like a factor."""
    match node:
        case Div(Add(above), Add(below)):
            shared = [each for each in above if each in below]
            if shared:
                return _over(_without(above, shared), _without(below, shared))
        case Div(Add(above), below) if below in above and below != ONE:
            return _without(above, [below])
    return None


def _without(terms: tuple[Expr, ...], gone: list[Expr]) -> Expr:
    """The sum of the terms that are left; 1 where none is."""
    left = [each for each in terms if each not in gone]
    return ONE if not left else left[0] if len(left) == 1 else Add(tuple(left))


def _over(top: Expr, bottom: Expr) -> Expr:
    return top if bottom == ONE else Div(top, bottom)


def one_term_divided(node: Expr) -> Expr | None:
    """(a + b)/c taken for a/c + b."""
    match node:
        case Div(Add((first, *rest)), c) if not isinstance(c, Add) and c != ONE:
            return Add((Div(first, c), *rest))
    return None


def fractions_added_across(node: Expr) -> Expr | None:
    """a/b + c/d taken for (a + c)/(b + d)."""
    match node:
        case Add((Div(a, b), Div(c, d))) if b != d:
            return Div(Add((a, c)), Add((b, d)))
        case Add((Div(a, b), Neg(Div(c, d)))) if b != d:
            return Div(Add((a, Neg(c))), Add((b, Neg(d))))
    return None


def minus_on_first_term(node: Expr) -> Expr | None:
    """a − (b + c) taken for a − b + c: the minus reaches the first term of the bracket alone."""
    match node:
        case Add(terms):
            for i, each in enumerate(terms):
                if isinstance(each, Neg) and isinstance(each.arg, Add):
                    first, *rest = each.arg.terms
                    return Add((*terms[:i], Neg(first), *rest, *terms[i + 1 :]))
        case Neg(Add((first, *rest))):
            return Add((Neg(first), *rest))
    return None


def factor_on_first_term(node: Expr) -> Expr | None:
    """a (b + c) taken for a b + c."""
    match node:
        case Mul(factors) if sum(isinstance(each, Add) for each in factors) == 1:
            bracket = next(each for each in factors if isinstance(each, Add))
            others = tuple(each for each in factors if each is not bracket)
            first, *rest = bracket.children
            return Add((Mul((*others, first)), *rest))
    return None


def square_of_negative(node: Expr) -> Expr | None:
    """(−a)² taken for −a²."""
    match node:
        case Pow(Num(a), Num(n)) if a < 0 and n.denominator == 1 and n > 0 and n % 2 == 0:
            return Neg(Pow(Num(-a), Num(n)))
        case Pow(Neg(u), Num(n)) if n.denominator == 1 and n > 0 and n % 2 == 0:
            return Neg(Pow(u, Num(n)))
    return None


def minus_squared_too(node: Expr) -> Expr | None:
    """−a² taken for (−a)²."""
    match node:
        case Neg(Pow(base, Num(n)) as square) if n.denominator == 1 and n > 0 and n % 2 == 0 and not symbols(base):
            return square
    return None


def root_of_square(node: Expr) -> Expr | None:
    """√(u²) taken for u, whatever the sign of u is."""
    match node:
        case Root(Pow(u, Num(n)), Num(m)) if n == m == 2:
            return u
    return None


def negative_root_lost(goal: Expr) -> Expr | None:
    """x² = c solved by √c alone."""
    match _quadratic(goal):
        case (a, b, c) if b == ZERO and c != ZERO:
            return Set((tidied(sqrt(Div(Neg(c), a))),))
    return None


def zero_root_lost(goal: Expr) -> Expr | None:
    """a x² + b x = 0 divided by x: the solution 0 is lost."""
    match _quadratic(goal):
        case (a, b, c) if c == ZERO and b != ZERO:
            return Set((tidied(Neg(Div(b, a))),))
    return None


def _quadratic(goal: Expr) -> tuple[Expr, Expr, Expr] | None:
    """(a, b, c) of an equation a x² + b x + c = 0 in one unknown."""
    match goal:
        case Operator("solve", (Rel("=", left, right), Sym() as x)):
            known = coefficients(tidied(left - right), x)
            if known is not None and max(known, default=0) == 2:
                return known[2], known.get(1, ZERO), known.get(0, ZERO)
    return None


ALGEBRA = "algebraic-manipulation"
MISCONCEPTIONS = tuple(map(of_numbers, (
    Misconception("power-of-a-sum", ALGEBRA,
        "You took the power of each term. A power multiplies the whole bracket by itself: $(a+b)^2 = a^2 + 2ab + "
        "b^2$.",
        power_of_a_sum, "The power of a sum", ("int((x + 3)^2, x)", "x^3/3 + 9x"), on=(Pow,), anywhere=True),
    Misconception("middle-term-once", ALGEBRA,
        "You took the middle term once. The product of the two terms appears twice: $(a+b)^2 = a^2 + 2ab + b^2$.",
        middle_term_once, "The middle term was not doubled", ("int((x + 3)^2, x)", "x^3/3 + 3x^2/2 + 9x"), on=(Pow,),
        anywhere=True),
    Misconception("root-of-a-sum", ALGEBRA,
        "You took the root of each term. A root does not split over a sum: $\\sqrt{9+16}$ is 5, not 7.",
        root_of_a_sum, "The root of a sum", ("at(sqrt(x^2 + 9), x, 4)", "7"), on=(Root,), anywhere=True),
    Misconception("split-below-the-line", ALGEBRA,
        "You split what stands below the line. Only sums above it split: $1/(a+b)$ stays as it is.",
        split_below, "A sum below the line was split", ("int(1/(x + 2), x)", "ln(abs(x)) + x/2"), on=(Div,),
        anywhere=True),
    Misconception("term-cancelled", ALGEBRA,
        "You cancelled a term. Only a factor of the whole top and the whole bottom cancels: factor first.",
        term_cancelled, "A term was cancelled", ("at((x^2 + 3)/(x + 3), x, 2)", "2"), on=(Div,), anywhere=True),
    Misconception("one-term-divided", ALGEBRA,
        "You divided one term only. The line divides the whole top: $(a+b)/c = a/c + b/c$.",
        one_term_divided, "Only one term was divided", ("int((x^3 + 4x)/x, x)", "x^3/3 + 2x^2"), on=(Div,),
        anywhere=True),
    Misconception("fractions-added-across", ALGEBRA,
        "You added tops and bottoms. Bring the fractions to one denominator first, then add the tops alone.",
        fractions_added_across, "Fractions added top and bottom", ("at(1/x + 2/(x + 1), x, 2)", "3/5"), on=(Add,),
        anywhere=True),
    Misconception("minus-on-first-term", ALGEBRA,
        "You let the minus reach the first term of the bracket only. It turns the sign of every term: "
        "$-(b+c) = -b - c$.",
        minus_on_first_term, "The minus before a bracket", ("diff(x^3 - (x^2 + 5x), x)", "3x^2 - 2x + 5"),
        on=(Add, Neg), anywhere=True),
    Misconception("factor-on-first-term", ALGEBRA,
        "You multiplied the first term of the bracket only. The factor goes to every term: $a(b+c) = ab + ac$.",
        factor_on_first_term, "The factor before a bracket", ("int(x*(x + 2), x)", "x^3/3 + 2x"), on=(Mul,),
        anywhere=True),
    Misconception("square-of-negative", ALGEBRA,
        "You kept the minus in an even power. Minus times minus is plus: $(-3)^2 = 9$.",
        square_of_negative, "The square of a negative number", ("at(x^2 + 1, x, -3)", "-8"), on=(Pow,), anywhere=True),
    Misconception("minus-squared-too", ALGEBRA,
        "You took the power of the minus together with the number. In $-3^2$ the power comes first, then the minus: "
        "$-9$.",
        minus_squared_too, "The minus before a power", ("at(5 - x^2, x, 3)", "14"), on=(Neg,), anywhere=True),
    Misconception("root-of-square", "piecewise-functions",
        "You undid the square without its sign. The root of a square is never negative: $\\sqrt{u^2} = |u|$.",
        root_of_square, "The root of a square", ("at(sqrt(x^2), x, -3)", "-3"), on=(Root,), anywhere=True),
    Misconception("negative-root-lost", ALGEBRA,
        "You gave one of two solutions. A number and its negative have the same square: $x^2 = c$ gives $x = "
        "\\pm\\sqrt c$.",
        negative_root_lost, "One of two square roots", ("solve(x^2 = 4, x)", "{2}"), on=("solve",)),
    Misconception("zero-root-lost", ALGEBRA,
        "You divided by the unknown and lost the solution 0. Bring all to one side and factor: a product is 0 where "
        "a factor is.",
        zero_root_lost, "The solution 0 is missing", ("solve(x^2 - x = 0, x)", "{1}"), on=("solve",)),
)))  # fmt: skip

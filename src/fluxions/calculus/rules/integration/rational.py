"""Rational functions: partial fractions, a numerator split at the derivative of a quadratic, reduction of powers."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.denominators import whole_bracket
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, Div, Expr, Int, Neg, Num, Pow, Rel, Sym
from fluxions.calculus.numbers.polynomials import TooBig, factors
from fluxions.calculus.rules.integration.algebra import fraction_in
from fluxions.calculus.rules.integration.pieces import Pieces, as_power, built, over, pieces, product, total
from fluxions.calculus.rules.integration.polynomials import (
    Ground,
    Poly,
    ground,
    inverse,
    product_of,
    quotient_and_rest,
    times,
)
from fluxions.calculus.rules.integration.squares import coefficients, pure_quadratic, quadratic, root_of, sign_of

FRACTIONS, SQUARES = "partial-fractions", "completing-square-integrals"


def partial_fractions(goal: Expr) -> Expr | Found | None:
    """p/(q₁ q₂ⁿ …) as a sum of fractions over the factors and their powers."""
    match goal:
        case Int(f, x, None):
            apart = fraction_in(f, x)
            if apart is None:
                return _beside(goal)
            if max(apart[0]) >= max(apart[1]):
                return None
            with suppress(TooBig, ZeroDivisionError):
                return _decomposed(goal, *apart)
    return None


def _beside(goal: Int) -> Found | None:
    """The same for the rational part of e^x/((x − 1)(x − 2)), every fraction with the other factor."""
    x = goal.variable
    apart = pieces(goal.arg, x)
    fraction = tuple(each for each in apart.powers if _is_rational(each, x))
    rest = tuple(each for each in apart.powers if each not in fraction)
    inner = partial_fractions(Int(built(Pieces(ONE, fraction)), x)) if fraction and rest else None
    if not isinstance(inner, Found) or not isinstance(inner.result, Int) or not isinstance(inner.result.arg, Add):
        return None
    other = built(Pieces(apart.constant, rest))
    terms = total(tidied(product((other, each))) for each in inner.result.arg.terms)
    return Found(Int(terms, x), (("f", goal.arg), ("g", terms)), inner.provided)


def _is_rational(power: tuple[Expr, Expr], x: Sym) -> bool:
    base, n = power
    return isinstance(n, Num) and n.value.denominator == 1 and coefficients(base, x) is not None


def _decomposed(goal: Int, top: Mapping[int, Expr], bottom: Mapping[int, Expr], scale: Expr) -> Found | None:
    x = goal.variable
    field = ground(x, (*top.values(), *bottom.values()))
    below = field.poly(bottom)
    _, parts = factors(field.whole(below))
    moving = [(each, n) for each, n in parts if each.degrees()[0] > 0]
    if len(moving) < 2 and not (len(moving) == 1 and moving[0][1] > 1 and len(top) + max(top) > 1):
        return None
    monic = field.parted(product_of(field, moving))
    lead = (below[-1] / monic[-1]).lowest()
    above = tuple((each / lead).lowest() for each in field.poly(top))
    terms: list[Expr] = []
    for each, n in moving:
        terms.extend(_over_one_factor(field, above, monic, field.parted(each), n, scale))
    if len(terms) < 2:
        return None
    return Found(Int(total(terms), x), (("f", goal.arg), ("g", total(terms))), _different(field, moving))


def _over_one_factor(field: Ground, above: Poly, whole: Poly, p: Poly, n: int, scale: Expr) -> list[Expr]:
    """The terms r₁/p + … + rₙ/pⁿ, zeros left out."""
    power = p
    for _ in range(n - 1):
        power = times(power, p)
    others = quotient_and_rest(whole, power)[0]
    rest = quotient_and_rest(times(above, inverse(others, power)), power)[1]
    digits: list[Poly] = []
    for _ in range(n):
        rest, digit = quotient_and_rest(rest, p)
        digits.append(digit)
    below = field.written(p)
    return [
        _term(field.written(digit), below if n - i == 1 else Pow(below, Num(n - i)), scale)
        for i, digit in enumerate(digits)
        if digit
    ][::-1]


def _term(top: Expr, bottom: Expr, scale: Expr) -> Expr:
    """A fraction with its sign and its number in front, whole numbers on top."""
    content, above = whole_bracket(top) if isinstance(top, Add) else (Fraction(1), top)
    return tidied(product((scale, Num(content), Div(above, bottom))))


def _different(field: Ground, moving: list[tuple[object, int]]) -> tuple[Condition, ...]:
    """Letters must not make two factors equal: their resultants are not 0."""
    needed = []
    for i, (first, _) in enumerate(moving):
        for second, _ in moving[i + 1 :]:
            meeting = first.resultant(second, 0)  # type: ignore[attr-defined]
            if not meeting.is_constant():
                _, parts = factors(meeting)
                needed += [field.written(field.parted(each)) for each, _ in parts]
    return tuple(Condition(Rel("!=", each, ZERO), "assumed") for each in dict.fromkeys(needed))


def numerator_split(goal: Expr) -> Expr | Found | None:
    """(m x + n) qᵏ = (m/2a) q' qᵏ + (n − m b/2a) qᵏ for q = a x² + b x + c, k < 0."""
    match goal:
        case Int(f, x, None):
            apart = pieces(f, x)
            found = next(
                ((b, n) for b, n in apart.powers if isinstance(n, Num) and n.value < 0 and quadratic(b, x)), None
            )
            if found is None:
                return None
            base, n = found
            top = coefficients(built(apart.without(base)), x)
            if top is None or max(top, default=0) != 1 or (0 not in top and quadratic(base, x)[1] == ZERO):  # type: ignore[index]
                return None
            a, b, _ = quadratic(base, x) or (ONE, ZERO, ZERO)
            m = tidied(Div(top[1], product((TWO, a))))
            rest = tidied(Add((top.get(0, ZERO), Neg(product((m, b))))))
            inner = tidied(Add((product((TWO, a, x)), b)))
            first = tidied(product((m, built(pieces(product((inner, Pow(base, n))), x)))))
            second = tidied(product((rest, built(Pieces(ONE, ((base, n),))))))
            return Found(Int(first if rest == ZERO else Add((first, second)), x), (("q", base), ("d", inner)))
    return None


def reduced_power(goal: Expr) -> Expr | Found | None:
    """∫ (p x² + c)⁻ⁿ = x/(2c(n − 1)(p x² + c)ⁿ⁻¹) + (2n − 3)/(2c(n − 1)) ∫ (p x² + c)¹⁻ⁿ for n > 1."""
    match goal:
        case Int(f, x, None):
            apart = pieces(f, x)
            if len(apart.powers) != 1:
                return None
            base, k = apart.powers[0]
            found = pure_quadratic(base, x)
            if found is None or found[1] == ZERO or not (isinstance(k, Num) and k.value <= Fraction(-3, 2)):
                return None
            n = -k.value
            below = tidied(product((Num(2 * (n - 1)), found[1])))
            first = Div(x, product((below, _power(base, n - 1))))
            weight = Num(2 * n - 3)
            if weight.value == 0:
                return Found(tidied(product((apart.constant, first))), (("q", base), ("n", Num(n))))
            rest = Int(over(ONE, _power(base, n - 1)), x)
            second = product((tidied(Div(weight, below)), rest))
            value = Add((tidied(first), second))
            return Found(
                value if apart.constant == ONE else product((apart.constant, value)), (("q", base), ("n", Num(n)))
            )
    return None


def _power(base: Expr, n: Fraction) -> Expr:
    return tidied(as_power(base, Num(n)))


def biquadratic(goal: Expr) -> Expr | Found | None:
    """1 or x² over x⁴ + p x² + s² as two fractions: the bottom is (x² + c x + s)(x² − c x + s) with c² = 2s − p."""
    match goal:
        case Int(f, x, None):
            apart = fraction_in(f, x)
            if (
                apart is None
                or set(apart[1]) - {0, 2, 4}
                or max(apart[1]) != 4
                or set(apart[0]) - {0, 2}
                or 0 not in apart[1]
            ):
                return None
            lead = apart[1][4]
            top = {n: tidied(Div(each, lead)) for n, each in apart[0].items()}
            bottom = {n: tidied(Div(each, lead)) for n, each in apart[1].items()}
            return _two_quadratics(goal, top, bottom, apart[2])
    return None


def _two_quadratics(goal: Int, top: Mapping[int, Expr], bottom: Mapping[int, Expr], scale: Expr) -> Found | None:
    x, q = goal.variable, bottom[0]
    if sign_of(q) == -1:
        return None
    s = root_of(q)
    square = tidied(Add((product((TWO, s)), Neg(bottom.get(2, ZERO)))))
    if sign_of(square) in (-1, 0):
        return None
    c = root_of(square)
    plus, minus = (total((Pow(x, TWO), tidied(product((Num(k), c, x))), s)) for k in (1, -1))
    terms: list[Expr] = []
    one, two = top.get(0), top.get(2)
    slant = tidied(Add((Div(one or ZERO, s), Neg(two or ZERO))))
    flat = tidied(one or ZERO)
    for bottom_part, k in ((plus, 1), (minus, -1)):
        above = total((product((Num(k), slant, x)), product((c, Div(flat, s)))))
        terms.append(Div(tidied(above), product((tidied(product((TWO, c))), tidied(bottom_part)))))
    written = tidied(product((scale, total(tidied(each) for each in terms))))
    return Found(Int(written, x), (("p", tidied(plus)), ("q", tidied(minus))))


RULES = (
    Rule("partial-fractions", FRACTIONS, "Write the fraction as a sum of partial fractions: ${g}$.", partial_fractions,
         "partial fractions", cost=3),
    Rule("numerator-split", SQUARES, "Split the numerator: a multiple of ${d}$, the derivative of ${q}$, and a "
         "constant.", numerator_split, "splitting the numerator", cost=3),
    Rule("power-reduced", FRACTIONS, "Lower the power ${n}$ of ${q}$ below the line by the reduction formula, which "
         "comes from parts.", reduced_power, "the reduction formula for a quadratic", cost=3),
    Rule("two-quadratics", FRACTIONS, "The denominator is the product of ${p}$ and ${q}$: write one fraction over "
         "each.", biquadratic, "two quadratic factors", cost=5),
)  # fmt: skip

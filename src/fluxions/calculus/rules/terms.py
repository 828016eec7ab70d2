"""Terms of a series taken apart: the sign that alternates, the ratio of neighbours, and their nth root."""

from __future__ import annotations

from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, PI, Add, Div, Expr, Fn, Mul, Neg, Num, Pow, Sym, fn
from fluxions.calculus.rules.factorials import factorials_peeled
from fluxions.calculus.trees import free_of, mapped, substituted

MINUS_ONE = Num(-1)


def factors_of(e: Expr) -> tuple[int, list[Expr], list[Expr]]:
    """The sign in front, the factors above the line and those below it."""
    match e:
        case Neg(u):
            sign, above, below = factors_of(u)
            return -sign, above, below
        case Div(u, v):
            (s, above, below), (t, under, over) = factors_of(u), factors_of(v)
            return s * t, above + over, below + under
        case Mul(factors):
            sign, above, below = 1, [], []
            for each in factors:
                s, up, down = factors_of(each)
                sign, above, below = sign * s, above + up, below + down
            return sign, above, below
        case Num(value) if value < 0:
            return -1, [Num(-value)], []
    return 1, [] if e == ONE else [e], []


def quotient(above: list[Expr], below: list[Expr]) -> Expr:
    """The product of some factors over the product of others."""
    return product(above) if not below else Div(product(above), product(below))


def product(factors: list[Expr]) -> Expr:
    """The product of any number of factors."""
    return ONE if not factors else factors[0] if len(factors) == 1 else Mul(tuple(factors))


def alternation(term: Expr, n: Sym) -> tuple[int, Expr]:
    """−1 for a term ±(−1)ⁿ·a with the rest a, 1 for one without a sign that changes; the rest has no sign in front."""
    _, above, below = factors_of(term)
    swaps, kept = 0, ([], [])  # type: ignore[var-annotated]
    for side, factors in zip(kept, (above, below), strict=True):
        for each in factors:
            base = _negative_base(each)
            if base is not None and _changes_parity(each.exponent, n):  # type: ignore[attr-defined]
                swaps += 1
                if base != ONE:
                    side.append(Pow(base, each.exponent))  # type: ignore[attr-defined]
            elif isinstance(each, Fn) and each.name == "cos" and _is_pi_n(each.args[0], n):
                swaps += 1
            else:
                side.append(each)
    return -1 if swaps % 2 else 1, tidied(quotient(*kept))


def _negative_base(e: Expr) -> Expr | None:
    match e:
        case Pow(Num(value), _) if value < 0:
            return Num(-value)
        case Pow(Neg(Div(Num(a), Num(b))), _) if a > 0 and b > 0:
            return Num(a / b)
    return None


def _changes_parity(exponent: Expr, n: Sym) -> bool:
    step = tidied(Add((substituted(exponent, {n.name: n + ONE}), Neg(exponent))))
    return isinstance(step, Num) and step.value.denominator == 1 and step.value.numerator % 2 == 1


def _is_pi_n(e: Expr, n: Sym) -> bool:
    return isinstance(e, Mul) and set(e.factors) == {PI, n}


def next_over_this(term: Expr, n: Sym) -> Expr:
    """aₙ₊₁/aₙ with powers and factorials cancelled."""
    following = substituted(term, {n.name: n + ONE})
    _, above, below = factors_of(following)
    _, over, under = factors_of(term)
    return cancelled(quotient(above + under, below + over), n)


def cancelled(e: Expr, n: Sym) -> Expr:
    """Larger factorials by smaller ones, cⁿ⁺¹ as c·cⁿ, uⁿ/vⁿ as (u/v)ⁿ, and what is then equal above and below gone."""
    peeled = mapped(
        factorials_peeled(mapped(e, lambda each: _plain_argument(each))), lambda each: _power_split(each, n)
    )
    sign, above, below = factors_of(tidied(peeled))
    found = tidied(_same_exponents(above, below, n))
    return found if sign > 0 else tidied(Neg(found))


def _plain_argument(e: Expr) -> Expr:
    return fn("factorial", tidied(e.args[0])) if isinstance(e, Fn) and e.name == "factorial" else e


def _power_split(e: Expr, n: Sym) -> Expr:
    """cᵏⁿ⁺ᵐ = cᵐ·(cᵏ)ⁿ."""
    match e:
        case Pow(base, exponent) if not free_of(exponent, n):
            rest = tidied(substituted(exponent, {n.name: Num(0)}))
            step = tidied(Add((substituted(exponent, {n.name: n + ONE}), Neg(exponent))))
            if free_of(step, n) and (rest != Num(0) or step != ONE):
                power = Pow(base if step == ONE else tidied(Pow(base, step)), n)
                return power if rest == Num(0) else Mul((Pow(base, rest), power))
    return e


def _same_exponents(above: list[Expr], below: list[Expr], n: Sym) -> Expr:
    """uⁿ/vⁿ as (u/v)ⁿ."""
    top = [each.base for each in above if isinstance(each, Pow) and each.exponent == n]
    bottom = [each.base for each in below if isinstance(each, Pow) and each.exponent == n]
    if not top or not bottom or (all(free_of(each, n) for each in top + bottom)):
        return quotient(above, below)
    rest = [each for each in above if not (isinstance(each, Pow) and each.exponent == n)]
    under = [each for each in below if not (isinstance(each, Pow) and each.exponent == n)]
    power = Pow(tidied(quotient(top, bottom)), n)
    return quotient([*rest, power], under)


def nth_root(term: Expr, n: Sym) -> Expr | None:
    """The nth root of a term whose moving factors all are nth powers."""
    _, above, below = factors_of(term)
    sides: list[list[Expr]] = []
    for factors in (above, below):
        roots = []
        for each in factors:
            match each:
                case Pow(base, exponent) if not free_of(exponent, n):
                    power = tidied(Div(exponent, n))
                    roots.append(tidied(Pow(base, power)) if power != ONE else base)
                case _:
                    return None
        sides.append(roots)
    return tidied(quotient(*sides)) if any(sides) else None

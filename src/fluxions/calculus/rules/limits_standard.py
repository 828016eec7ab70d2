"""Standard limits: near zero sin u is as good as u, 1 − cos u as u²/2, eᵘ − 1 as u, wherever they stand as factors."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    TWO,
    Add,
    Div,
    E,
    Expr,
    Fn,
    Limit,
    Mul,
    Neg,
    Num,
    Pow,
    Root,
    fn,
)  # fmt: skip
from fluxions.calculus.rules.tendency import Way, ends_at, is_zero, sign_of, toward, way
from fluxions.calculus.trees import free_of

Equal = tuple[Expr, Expr]  # what a factor is as good as, and the small u
LIKE_ITS_ARGUMENT = frozenset({"arcsin", "arctan", "sinh", "tanh", "arsinh", "artanh"})


def factors_in(e: Expr) -> Iterator[tuple[Expr, Callable[[Expr], Expr]]]:
    """Each factor above and below the line, with the whole when another stands in its place."""
    yield e, lambda by: by
    match e:
        case Neg(u):
            for each, put in factors_in(u):
                yield each, lambda by, put=put: Neg(put(by))  # type: ignore[misc]
        case Mul(factors):
            for i, factor in enumerate(factors):
                for each, put in factors_in(factor):
                    yield each, lambda by, put=put, i=i: Mul((*factors[:i], put(by), *factors[i + 1 :]))  # type: ignore[misc]
        case Div(u, v):
            for each, put in factors_in(u):
                yield each, lambda by, put=put: Div(put(by), v)  # type: ignore[misc]
            for each, put in factors_in(v):
                yield each, lambda by, put=put: Div(u, put(by))  # type: ignore[misc]
        case Pow(u, Num() as n):
            for each, put in factors_in(u):
                yield each, lambda by, put=put: Pow(put(by), n)  # type: ignore[misc]


def small(u: Expr, on: Way) -> bool:
    """Does u go to zero without being constant?"""
    found = ends_at(u, on)
    return not free_of(u, on.x) and found is not None and found.value is not None and is_zero(found.value)


def _exchanging(like: Callable[[Expr, Way], Equal | None]) -> Callable[[Expr], Expr | Found | None]:
    def exchanged(node: Expr) -> Expr | Found | None:
        """One factor exchanged for what it is as good as, where the limit is of no determined form."""
        if not isinstance(node, Limit) or toward(node.arg, way(node)) is not None:
            return None
        for factor, put in factors_in(node.arg):
            found = None if free_of(factor, node.variable) else like(factor, way(node))
            if found is not None:
                by, u = found
                opened = Limit(_flat(put(by)), node.variable, node.point, node.side)
                return Found(opened, (("u", u), ("f", factor), ("g", by)))
        return None

    return exchanged


def _flat(e: Expr) -> Expr:
    """(a/b)/c is a/(b c), and a sign stands in front."""
    match e:
        case Div(Neg(u), c):
            return Neg(_flat(Div(u, c)))
        case Div(Div(a, b), c):
            return Div(a, tidied(Mul((b, c))))
    return e


def like_sine(e: Expr, on: Way) -> Equal | None:
    """sin u is as good as u."""
    match e:
        case Fn("sin", (u,)) if small(u, on):
            return u, u
    return None


def like_tangent(e: Expr, on: Way) -> Equal | None:
    """tan u is as good as u."""
    match e:
        case Fn("tan", (u,)) if small(u, on):
            return u, u
    return None


def like_argument(e: Expr, on: Way) -> Equal | None:
    """arcsin u, arctan u, sinh u, tanh u are as good as u."""
    match e:
        case Fn(name, (u,)) if name in LIKE_ITS_ARGUMENT and small(u, on):
            return u, u
    return None


def like_cosine(e: Expr, on: Way) -> Equal | None:
    """1 − cos u is as good as u²/2."""
    match e:
        case Add((one, Neg(Fn("cos", (u,))))) if one == ONE and small(u, on):
            return Div(Pow(u, TWO), TWO), u
        case Add((Fn("cos", (u,)), Neg(one))) if one == ONE and small(u, on):
            return Neg(Div(Pow(u, TWO), TWO)), u
    return None


def like_exponential(e: Expr, on: Way) -> Equal | None:
    """eᵘ − 1 is as good as u, aᵘ − 1 as u ln a."""
    sign, base, u = _power_less_one(e)
    if base is None or u is None or not free_of(base, on.x) or not small(u, on):
        return None
    if base != E and sign_of(base) < 1:
        return None
    like = u if base == E else Mul((u, fn("ln", base)))
    return (like if sign > 0 else Neg(like)), u


def _power_less_one(e: Expr) -> tuple[int, Expr | None, Expr | None]:
    match e:
        case Add((Pow(a, u), Neg(one))) if one == ONE:
            return 1, a, u
        case Add((one, Neg(Pow(a, u)))) if one == ONE:
            return -1, a, u
    return 0, None, None


def like_logarithm(e: Expr, on: Way) -> Equal | None:
    """ln(1 + u) is as good as u."""
    match e:
        case Fn("ln", (v,)) if not free_of(v, on.x):
            u = tidied(Add((v, Num(-1))))
            return (u, u) if small(u, on) else None
    return None


def like_power(e: Expr, on: Way) -> Equal | None:
    """(1 + u)ᵖ − 1 is as good as p u."""
    match e:
        case Add((Pow(v, p), Neg(one))) if one == ONE and free_of(p, on.x) and not free_of(v, on.x):
            exponent: Expr = p
        case Add((Root(v, Num(n)), Neg(one))) if one == ONE and not free_of(v, on.x):
            exponent = Num(1 / n)
        case _:
            return None
    u = tidied(Add((v, Num(-1))))
    return (Mul((exponent, u)), u) if small(u, on) else None


SKILL, EXCHANGE = "limit-algebraic", "so the factor ${f}$ may be exchanged for ${g}$."


def _rule(name: str, fact: str, like: Callable[[Expr, Way], Equal | None], title: str) -> Rule:
    says = f"As $u = {{u}}$ goes to 0, ${fact}$ goes to 1, {EXCHANGE}"
    return Rule(name, SKILL, says, _exchanging(like), title)


RULES = (
    _rule("sine-quotient", r"\frac{\sin u}{\,u\,}", like_sine, "the limit of sin u over u"),
    _rule("tangent-quotient", r"\frac{\tan u}{\,u\,}", like_tangent, "the limit of tan u over u"),
    _rule("cosine-quotient", r"\frac{1 - \cos u}{u^2/2}", like_cosine, "the limit of 1 − cos u over u²/2"),
    _rule("exponential-quotient", r"\frac{a^u - 1}{u \ln a}", like_exponential, "the limit of an exponential less one"),
    _rule("logarithm-quotient", r"\frac{\ln(1 + u)}{\,u\,}", like_logarithm, "the limit of ln(1 + u) over u"),
    _rule("power-quotient", r"\frac{(1 + u)^p - 1}{p u}", like_power, "the limit of a power less one"),
    Rule("argument-quotient", SKILL, 'As $u = {u}$ goes to 0, the function over its argument goes to 1, ' + EXCHANGE,
         _exchanging(like_argument), "a function that starts like its argument"),
)  # fmt: skip

__all__ = ["RULES", "factors_in", "small"]

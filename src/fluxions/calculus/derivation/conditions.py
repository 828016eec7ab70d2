"""What a real expression needs in order to have a value, and what a step loses of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from fluxions.calculus.derivation.rule import Condition
from fluxions.calculus.derivation.step import Step
from fluxions.calculus.expr import (
    ONE,
    PI,
    TURNED,
    ZERO,
    Add,
    At,
    Div,
    E,
    Expr,
    Fn,
    Mul,
    Num,
    Operator,
    Pow,
    Rel,
    Root,
    Sum,
    fn,
)  # fmt: skip
from fluxions.calculus.trees import substituted

POSITIVE = frozenset({"sigmoid", "softplus", "softmax", "phi", "Phi"})  # everywhere


OF_WHOLE_NUMBERS = frozenset({"within", "absolute", "radius", "convergence", "converges"})


@lru_cache(maxsize=8192)
def conditions(e: Expr) -> frozenset[Expr]:
    """The inequalities that the parts of e need; single points that are missing are left out."""
    if isinstance(e, Sum) or (isinstance(e, Operator) and e.name in OF_WHOLE_NUMBERS):
        return frozenset()  # a base may be negative there: its exponents are whole
    if isinstance(e, At):
        inner = {substituted(each, {e.variable.name: e.point}) for each in conditions(e.arg)}
        return frozenset(each for each in inner if not _obvious(each)) | conditions(e.point)
    own = frozenset(each for each in _own(e) if not _obvious(each))
    return own.union(*(conditions(child) for child in e.children))


def _own(e: Expr) -> tuple[Expr, ...]:
    match e:
        case Fn("ln", (Fn("abs", _),)):
            return ()  # but for single points
        case Fn("ln", (u,)):
            parts = tuple(_deciding(u))
            return (Rel(">", parts[0] if len(parts) == 1 else Mul(parts), ZERO),) if parts else ()
        case Fn("log", (u, b)):
            return (Rel(">", u, ZERO), Rel(">", b, ZERO))
        case Fn("logit", (u,)):
            return (Rel(">", u, ZERO), Rel("<", u, ONE))
        case Fn("arcsin" | "arccos", (u,)):
            return (Rel("<=", fn("abs", u), ONE),)
        case Fn("artanh", (u,)):
            return (Rel("<", fn("abs", u), ONE),)
        case Fn("arcosh", (u,)):
            return (Rel(">=", u, ONE),)
        case Fn("arcsec" | "arccsc", (u,)):
            return (Rel(">=", fn("abs", u), ONE),)
        case Root(u, Num(n)) if n.numerator % 2 == 0:
            return (Rel(">=", u, ZERO),)
        case Pow(u, Num(n)):
            return (Rel(">=", u, ZERO),) if n.denominator % 2 == 0 else ()
        case Pow(u, _):
            return (Rel(">", u, ZERO),)
    return ()


def _deciding(u: Expr) -> Iterator[Expr]:
    """The factors that the sign of u hangs on: even powers are left out, of odd ones the base counts."""
    match u:
        case Mul() | Div():
            for each in u.children:
                yield from _deciding(each)
        case Pow(base, Num(n)) if n.denominator == 1:
            yield from () if n % 2 == 0 else _deciding(base)
        case _ if not _obvious(Rel(">", u, ZERO)):
            yield u


def _obvious(condition: Expr) -> bool:
    """Is it true of every number that can stand there?"""
    match condition:
        case Rel(">=", Num(u), Num(a)):
            return bool(u >= a)
        case Rel("<=", Fn("abs", (Num(u),)), Num(a)):
            return bool(abs(u) <= a)
        case Rel(">" | ">=", Add() as u, Num(a)) if a == 0 and is_positive(u, ()):
            return True
        case Rel(">" | ">=", u, Num(a)) if a == 0:
            known = isinstance(u, Fn) and u.name in POSITIVE
            return known or u in (E, PI) or _positive_literal(u) or (isinstance(u, Pow) and u.base in (E, PI))
    return False


def _positive_literal(u: Expr) -> bool:
    return isinstance(u, Num) and u.value > 0


def lost(before: Expr, after: Expr) -> tuple[Condition, ...]:
    """What `before` needs and `after` does not, so that the step holds only there."""
    needed = conditions(before)
    if not needed:
        return ()
    return tuple(Condition(each, "assumed") for each in sorted(needed - conditions(after), key=repr))


def implied(relation: Expr, assume: Sequence[Expr]) -> bool:
    """Does one of the assumptions say it, as it stands, turned round, or more strictly; or the signs of its parts?"""
    if not isinstance(relation, Rel):
        return False
    known = [turned for each in assume if isinstance(each, Rel) for turned in (each, _turned(each))]
    if any(_stronger(each, relation) for each in known):
        return True
    match relation:
        case Rel(">" | ">=" | "!=", u, Num(a)) if a == 0:
            return is_positive(u, known)
    return False


def is_positive(e: Expr, known: Sequence[Rel]) -> bool:
    """Is e > 0 for certain, by what is known and by the signs of its parts?"""
    if any(_stronger(each, Rel(">", e, ZERO)) for each in known):
        return True
    match e:
        case Num(a):
            return bool(a > 0)
        case Add(parts):
            signs = [is_positive(each, known) for each in parts]
            return any(signs) and all(sure or _is_square(each) for sure, each in zip(signs, parts, strict=True))
        case Mul(parts):
            return all(is_positive(each, known) for each in parts)
        case Div(top, bottom):
            return is_positive(top, known) and is_positive(bottom, known)
        case Pow(u, Num(n)) if n.denominator == 1 and n.numerator % 2 == 0:
            return any(_stronger(each, Rel("!=", u, ZERO)) for each in known) or is_positive(u, known)
        case Pow(u, _) | Root(u, _):
            return is_positive(u, known)
    return e in (E, PI)


def _is_square(e: Expr) -> bool:
    """Is it an even power, perhaps times or over a positive number, and so never negative?"""
    match e:
        case Pow(_, Num(n)):
            return bool(n.denominator == 1 and n.numerator % 2 == 0 and n > 0)
        case Mul((Num(a), u)):
            return bool(a > 0) and _is_square(u)
        case Div(u, Num(a)):
            return bool(a > 0) and _is_square(u)
    return False


def _turned(relation: Rel) -> Rel:
    return Rel(TURNED[relation.op], relation.right, relation.left)


def _stronger(known: Rel, wanted: Rel) -> bool:
    """u > a gives u > b, u >= b and u != b for b <= a; u < a likewise."""
    if known.left != wanted.left:
        return False
    if known.right == wanted.right:
        return wanted.op in WEAKER.get(known.op, (known.op,))
    if not isinstance(known.right, Num) or not isinstance(wanted.right, Num):
        return False
    a, b = known.right.value, wanted.right.value
    up, down = known.op in (">", ">="), known.op in ("<", "<=")
    return (up and b < a and wanted.op in (">", ">=", "!=")) or (down and b > a and wanted.op in ("<", "<=", "!="))


WEAKER = {">": (">", ">=", "!="), "<": ("<", "<=", "!="), "=": ("=", ">=", "<=")}


def granted(step: Step, assume: Sequence[Expr]) -> Step:
    """The step with those of its conditions as proved that the assumptions imply, and so for the steps inside it."""
    provided = tuple(
        Condition(each.relation, "proved") if each.status != "proved" and implied(each.relation, assume) else each
        for each in step.provided
    )
    return replace(step, provided=provided, children=tuple(granted(each, assume) for each in step.children))


__all__ = ["conditions", "granted", "implied", "is_positive", "lost"]

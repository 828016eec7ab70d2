"""What a real expression needs in order to have a value, and what a step loses of that."""

from __future__ import annotations

from functools import lru_cache

from fluxions.calculus.derivation.rule import Condition
from fluxions.calculus.expr import ONE, PI, ZERO, At, E, Expr, Fn, Num, Pow, Rel, Root, fn
from fluxions.calculus.trees import substituted


@lru_cache(maxsize=8192)
def conditions(e: Expr) -> frozenset[Expr]:
    """The inequalities that the parts of e need; single points that are missing are left out."""
    if isinstance(e, At):
        inner = {substituted(each, {e.variable.name: e.point}) for each in conditions(e.arg)}
        return frozenset(each for each in inner if not _obvious(each)) | conditions(e.point)
    own = frozenset(each for each in _own(e) if not _obvious(each))
    return own.union(*(conditions(child) for child in e.children))


def _own(e: Expr) -> tuple[Expr, ...]:
    match e:
        case Fn("ln", (u,)):
            return (Rel(">", u, ZERO),)
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


def _obvious(condition: Expr) -> bool:
    """Is it true of every number that can stand there?"""
    match condition:
        case Rel(">" | ">=", u, Num(a)) if a == 0:
            return u in (E, PI) or (isinstance(u, Num) and u.value > 0) or (isinstance(u, Pow) and u.base in (E, PI))
    return False


def lost(before: Expr, after: Expr) -> tuple[Condition, ...]:
    """What `before` needs and `after` does not, so that the step holds only there."""
    needed = conditions(before)
    if not needed:
        return ()
    return tuple(Condition(each, "assumed") for each in sorted(needed - conditions(after), key=repr))


__all__ = ["conditions", "lost"]

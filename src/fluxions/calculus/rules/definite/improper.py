"""Improper integrals: a limit for each infinite bound and for each point where the function has no value."""

from __future__ import annotations

from itertools import pairwise

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import INF, ZERO, Add, Const, Expr, Int, Limit, Operator
from fluxions.calculus.numbers.ranges import is_at
from fluxions.calculus.rules.definite.fundamental import MINUS_INF
from fluxions.calculus.rules.definite.gaussian import fresh
from fluxions.calculus.rules.definite.singular import singular_points
from fluxions.calculus.trees import nodes

DNE = Const("dne")


def pieces(goal: Int) -> tuple[Int, ...]:
    """The range cut so that every piece is improper at one end at most; one piece where there is nothing to cut."""
    assert goal.low is not None and goal.high is not None
    singular = singular_points(goal)
    if singular is None:
        return (goal,)
    inside = [each for each in singular if not is_at(each, goal.low) and not is_at(each, goal.high)]
    ends: list[Expr] = [goal.low, *inside, goal.high]
    bad = {*singular, INF, MINUS_INF}
    cuts: list[Expr] = [ends[0]]
    for low, high in pairwise(ends):
        if _improper(low, bad) and _improper(high, bad):
            cuts.append(_middle(low, high))
        cuts.append(high)
    return tuple(Int(goal.arg, goal.variable, a, b) for a, b in pairwise(cuts))


def _improper(end: Expr, bad: set[Expr]) -> bool:
    return end in bad or any(each not in (INF, MINUS_INF) and is_at(each, end) for each in bad)


def _middle(low: Expr, high: Expr) -> Expr:
    """A point between two ends at which to cut, a simple one."""
    if low == MINUS_INF:
        return ZERO if high == INF else tidied(high - 1)
    return tidied(low + 1) if high == INF else tidied((low + high) / 2)


def split_improper(node: Expr) -> Expr | Found | None:
    """An integral that is improper at several places is the sum of its pieces, if each of them converges."""
    match node:
        case Int(_, _, low, high) if low is not None and high is not None:
            parts = pieces(node)
            if len(parts) > 1:
                return Found(Add(parts), (("a", parts[0].high or ZERO),))
    return None


def limit_of_partial(node: Expr) -> Expr | Found | None:
    """Up to an end where it is improper, the integral is the limit of those that stop before it."""
    match node:
        case Int(f, x, low, high) if low is not None and high is not None and len(pieces(node)) == 1:
            singular = singular_points(node)
            if singular is None:
                return None
            bad = {*singular}
            t = fresh(node, "t", "b", "r", "s") if high != INF else fresh(node, "b", "t", "r", "s")
            if high == INF:
                return Found(Limit(Int(f, x, low, t), t, INF), (("t", t), ("e", high)))
            if low == MINUS_INF:
                return Found(Limit(Int(f, x, t, high), t, MINUS_INF), (("t", t), ("e", low)))
            if _improper(high, bad):
                return Found(Limit(Int(f, x, low, t), t, high, "-"), (("t", t), ("e", high)))
            if _improper(low, bad):
                return Found(Limit(Int(f, x, t, high), t, low, "+"), (("t", t), ("e", low)))
    return None


def diverges(value: Expr) -> bool:
    """Is a value no number?"""
    return any(each in (INF, DNE) for each in nodes(value))


def outcome(values: list[Expr]) -> Expr:
    """What pieces with these values make of the whole: ±∞ where all that diverge go the same way."""
    ways = {each for each in values if diverges(each)}
    only = next(iter(ways))
    return only if len(ways) == 1 and only in (INF, MINUS_INF) else DNE


def divergent_whole(node: Expr) -> Expr | Found | None:
    """Where one piece has no finite value, neither has the whole."""
    match node:
        case Operator("diverges", (part, value)) if diverges(part):
            return Found(value, (("v", part),))
    return None


RULES = (
    Rule("split-improper", "improper-integrals",
         "The integral is improper at more than one place: split it at ${a}$; each part must converge.", split_improper,
         "splitting an improper integral"),
    Rule("limit-of-partial-integrals", "improper-integrals",
         "The integral is improper at ${e}$: take the limit of the integrals that stop at ${t}$.", limit_of_partial,
         "the definition of an improper integral"),
)  # fmt: skip
DIVERGENT = Rule(
    "divergent-part", "improper-integrals",
    "An improper integral converges only if each of its parts does; look at the part from ${a}$ to ${b}$.",
    lambda node: None, "a divergent part",
)  # fmt: skip
WHOLE = (
    Rule("divergent-whole", "improper-integrals",
         "This part has no finite value, so the whole integral has none: it diverges.", divergent_whole,
         "divergence of the whole"),
)  # fmt: skip

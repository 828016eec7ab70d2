"""The rules that a task takes, found ahead of its derivation: nothing is cleaned up on the way and nothing checked.

A trace says which rules a derivative needs and what they lead to, before the dear part of a derivation is done. What
is shown to a learner is never a trace: `settled` works the task out with its clean-ups, and checks every step.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.derivation.strategy import Strategy, Stuck
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import Diff, Expr


class Traced(NamedTuple):
    """A rule on its goal: what it made of it, the value with all operators carried out, and the rules that took."""

    rule: Rule
    goal: Expr
    found: Found
    after: Expr
    inner: tuple[Traced, ...] = ()


def traced(e: Expr, strategy: Strategy) -> Traced:
    """The rules that a standing derivative takes, its own last: the first that fits each goal; raises Stuck."""
    inner: list[Traced] = []
    whole = _traced(_ready(e, strategy, inner), strategy)
    return whole._replace(inner=(*inner, *whole.inner)) if inner else whole


def _traced(goal: Expr, strategy: Strategy) -> Traced:
    for rule in strategy.shelf(goal):
        result = rule.rewrite(goal)
        if result is not None:
            break
    else:
        raise Stuck("no rule fits")
    found = result if type(result) is Found else Found(result)  # type: ignore[arg-type]
    opened = found.result
    if not opened.stands:
        return Traced(rule, goal, found, opened, ())
    inner: list[Traced] = []
    return Traced(rule, goal, found, _carried_out(opened, strategy, inner), tuple(inner))


def _carried_out(e: Expr, strategy: Strategy, inner: list[Traced]) -> Expr:
    """The value of e; the rules are added to the list."""
    if not e.operates:
        return e.rebuilt(tuple([_carried_out(each, strategy, inner) if each.stands else each for each in e.children]))
    goal = _ready(e, strategy, inner)
    step = _traced(goal, strategy)
    inner.append(step)
    return step.after


def _ready(e: Expr, strategy: Strategy, inner: list[Traced]) -> Expr:
    """The operator with what stands inside it carried out, if its own rule does not come first."""
    first = e.children[0]
    if not first.stands or strategy.fits_early(e):
        return e
    value = _carried_out(first, strategy, inner)
    return e.rebuilt((tidied(value) if isinstance(e, Diff) else value, *e.children[1:]))


def rules_of(trace: Traced) -> Iterator[str]:
    """The names of the rules, each before those that it opened."""
    yield trace.rule.name
    for each in trace.inner:
        yield from rules_of(each)


__all__ = ["Traced", "rules_of", "traced"]

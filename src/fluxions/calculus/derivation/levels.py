"""A worked solution in little, in usual, and in full detail; and what it needs to hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from fluxions.calculus.derivation.conditions import conditions, implied
from fluxions.calculus.derivation.rule import Condition
from fluxions.calculus.derivation.step import Derivation, Line, Step, lines, worked
from fluxions.calculus.expr import At, Expr
from fluxions.calculus.trees import Path, bound_variable, replaced, substituted, symbols

Level = Literal["short", "usual", "full"]


def board(derivation: Derivation, level: Level = "usual") -> tuple[Line, ...]:
    """The lines that are written down.

    Short: one line for each step on the task itself, with what it opened already worked out. Usual: a line for each
    rule as it is applied. Full: also the clean-ups, each with its name.
    """
    match level:
        case "short":
            return tuple(_short(derivation))
        case "usual":
            return tuple(worked(derivation))
        case "full":
            return tuple(_every(derivation))


def _short(derivation: Derivation) -> Iterator[Line]:
    """A clean-up belongs to the line above it."""
    held: Line | None = None
    for line in lines(derivation.task, derivation.steps):
        whole = Line(line.step, line.before, line.after, line.after)
        if held is not None and line.step.silent:
            held = Line(held.step, held.before, line.after, line.after)
            continue
        if held is not None:
            yield held
        held = whole
    if held is not None:
        yield held


def _every(derivation: Derivation) -> Iterator[Line]:
    """Every step on the whole line, in the order in which one writes."""
    current = derivation.task
    pending = list(reversed(derivation.steps))
    places: list[tuple[int, ...]] = [()] * len(pending)
    while pending:
        step, base = pending.pop(), places.pop()
        at = (*base, *step.at)
        opened = replaced(current, at, step.opened if step.children else step.after)
        yield Line(step, current, opened, opened)
        current = opened
        pending.extend(reversed(step.children))
        places.extend([at] * len(step.children))


def needed(derivation: Derivation, assume: Sequence[Expr] = ()) -> tuple[Condition, ...]:
    """What the solution needs to hold and its answer does not show, each condition once, at its weakest standing."""
    shown = conditions(derivation.answer)
    found: dict[Expr, Condition] = {}
    for each in _said(derivation.task, derivation.steps):
        if each.relation not in shown and (each.relation not in found or each.status != "proved"):
            found[each.relation] = each
    return tuple(
        Condition(each.relation, "proved") if implied(each.relation, assume) else each
        for each in found.values()
        if not implied(each.relation, [other for other in found if other != each.relation])
    )


def _said(whole: Expr, steps: Sequence[Step]) -> Iterator[Condition]:
    """The conditions of a chain of steps, in the variables of the whole in which they stand."""
    for step in steps:
        outside, hidden = _meanings(whole, step.at), _bound(whole, step.at) | _bound(step.before, (0,))
        for each in (*step.provided, *_said(step.opened, step.children)):
            relation = each.relation
            if symbols(relation) & hidden:  # it speaks of a variable that nobody outside knows
                continue
            for name, value in outside:
                relation = substituted(relation, {name: value})
            yield Condition(relation, each.status)
        whole = replaced(whole, step.at, step.after)


def _bound(whole: Expr, at: Path) -> set[str]:
    """The variables of the integrals, limits and sums in whose bodies the place lies."""
    found: set[str] = set()
    for index in at:
        bound = bound_variable(whole)
        if bound is not None and index == 0 and not isinstance(whole, At):
            found.add(bound.name)
        if index < len(whole.children):
            whole = whole.children[index]
    return found


def _meanings(whole: Expr, at: Path) -> list[tuple[str, Expr]]:
    """What the variables stand for that are put in further out, the innermost first."""
    found: list[tuple[str, Expr]] = []
    for index in at:
        if isinstance(whole, At) and index == 0:
            found.insert(0, (whole.variable.name, whole.point))
        whole = whole.children[index]
    return found


__all__ = ["Level", "board", "needed"]

"""A worked solution as plain JSON values: the tree of its steps, and the lines one writes down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fluxions import calculus
from fluxions.calculus import Condition, Derivation, Level, Line, Step, board
from fluxions.calculus.derivation.step import lines
from fluxions.calculus.diagnosis.hints import ladder, title
from fluxions.calculus.expr import Expr

Json = dict[str, Any]


def steps_of(derivation: Derivation) -> list[Json]:
    """The steps from the task to the answer on whole lines; inside a step, its children on their own goals."""
    return [_step(line.step, line.before, line.after) for line in lines(derivation.task, derivation.steps)]


def lines_of(derivation: Derivation, level: Level = "usual") -> list[Json]:
    """What one writes down, line by line, each with its hints."""
    return [_line(line) for line in board(derivation, level)]


def conditions_of(found: Sequence[Condition]) -> list[Json]:
    """What has to hold, and how sure that is."""
    return [{"needs": calculus.ascii(each.relation), "status": each.status} for each in found]


def _step(step: Step, before: Expr, after: Expr) -> Json:
    return {
        "rule": step.rule,
        "title": title(step),
        "skill": step.skill,
        "says": str(step.says),
        "before": calculus.ascii(before),
        "after": calculus.ascii(after),
        "checked": step.checked.status,
        "method": step.checked.method,
        "conditions": conditions_of(step.provided),
        "children": [_step(each, each.before, each.after) for each in step.children],
    }


def _line(line: Line) -> Json:
    return {
        "rule": line.step.rule,
        "title": title(line.step),
        "skill": line.step.skill,
        "says": str(line.step.says),
        "line": calculus.ascii(line.opened),
        "latex": calculus.latex(line.opened),
        "spoken": calculus.spoken(line.opened),
        "conditions": conditions_of(line.step.provided),
        "hints": [str(each.text) for each in ladder(line)],
    }

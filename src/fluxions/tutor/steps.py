"""A worked solution as plain JSON values."""

from __future__ import annotations

from typing import Any

from fluxions import calculus
from fluxions.calculus.derivation.step import Derivation, Step, lines
from fluxions.calculus.expr import Expr


def steps_of(derivation: Derivation) -> list[dict[str, Any]]:
    """The steps from the task to the answer on whole lines; inside a step, its children on their own goals."""
    return [_step(line.step, line.before, line.after) for line in lines(derivation.task, derivation.steps)]


def _step(step: Step, before: Expr, after: Expr) -> dict[str, Any]:
    return {
        "rule": step.rule,
        "skill": step.skill,
        "says": str(step.says),
        "before": calculus.ascii(before),
        "after": calculus.ascii(after),
        "checked": step.checked.status,
        "children": [_step(each, each.before, each.after) for each in step.children],
    }

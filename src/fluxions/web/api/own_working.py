"""A visitor's own working of any task, judged line by line on the page, with the next step from its last right line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fluxions.calculus import Problem, Text
from fluxions.calculus.expr import Expr
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.tutor.stated import Stated, Unstated, stated
from fluxions.web.study.public import Feedback, hints_after, judged
from fluxions.web.typed import LONGEST, MOST_LINES

TOO_MUCH = f"This is more than {MOST_LINES} lines or {LONGEST} characters. Begin with a right line further down."
NOT_KEPT = "Working for this task cannot be judged here."


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of the lines, and the hints for what comes next, each a little more; or why nothing is said."""

    said: Feedback | None = None
    hints: tuple[Text, ...] = ()
    trouble: str = ""


def judged_lines(task: Expr, names: Vocabulary, conditions: tuple[Expr, ...], lines: str) -> Judged:
    """The lines judged against the task; a single one as its answer."""
    if len(lines) > LONGEST or lines.count("\n") >= MOST_LINES:
        return Judged(trouble=TOO_MUCH)
    try:
        asked = stated(Problem("", task, names, assume=conditions))
    except Unstated:
        return Judged(trouble=NOT_KEPT)
    return _judged(asked, lines)


@lru_cache(maxsize=128)
def _judged(task: Stated, lines: str) -> Judged:
    said = judged(task, lines)
    if said is None:
        return Judged(trouble=NOT_KEPT)
    return Judged(said, () if said.kind == "right" else hints_after(task, lines))


def shown(found: Judged) -> dict[str, Any]:
    """What the template needs."""
    return {"said": found.said, "next_hints": found.hints, "not_judged": found.trouble}


__all__ = ["Judged", "judged_lines", "shown"]

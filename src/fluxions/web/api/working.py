"""Any task worked out: on a page, with its steps, its hints, and other ways."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fluxions import calculus
from fluxions.calculus import Condition, Derivation, Level
from fluxions.calculus.budget import OutOfBudget
from fluxions.calculus.expr import Expr, Rel
from fluxions.calculus.language import caret
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Unreadable
from fluxions.web.api.examples import EXAMPLES
from fluxions.web.security import limited
from fluxions.web.steps import MOST_WAYS, WorkedStep, steps_of
from fluxions.web.typed import LONGEST, clean_text

LEVELS: tuple[tuple[Level, str], ...] = (("usual", "Step by step"), ("short", "In short"), ("full", "Every detail"))
TOO_LONG = f"This is longer than {LONGEST} characters, too long to be a task."
TOO_LARGE = "This is nested too deeply or too large to be worked on."


@dataclass(frozen=True, slots=True)
class Way:
    """One solution of the task, line by line."""

    steps: tuple[WorkedStep, ...]
    conditions: tuple[Condition, ...]
    answer: Expr


@dataclass(frozen=True, slots=True)
class WorkedTask:
    """What the page says of a task: how it was read, the ways to its answer, or why there is none."""

    reading: Reading | None = None
    ways: tuple[Way, ...] = ()
    checked: str = ""
    trouble: str = ""
    picture: str = ""  # the task with a caret where reading stopped
    suggestion: str | None = None

    @property
    def spoken(self) -> str:
        """The answer in words."""
        return calculus.spoken(self.ways[0].answer)


@require_safe
@limited("try", 60)
def working(request: HttpRequest) -> HttpResponse:
    """Type a task; see it worked. A task is part of the address, so that it can be kept and passed on."""
    task, assume = (clean_text(request.GET.get(name, "")).strip() for name in ("task", "assume"))
    level = next((each for each in get_args(Level) if each == request.GET.get("detail")), "usual")
    hints = request.GET.get("show") == "hints"
    context = {
        "task": task[:LONGEST], "assume": assume[:LONGEST], "level": level, "levels": LEVELS, "hints": hints,
        "examples": EXAMPLES,
    }  # fmt: skip
    if max(len(task), len(assume)) > LONGEST:
        context["worked"] = WorkedTask(trouble=TOO_LONG)
    elif task:
        context["worked"] = worked_out(task, assume, level)
    return render(request, "api/work.html", context)


@lru_cache(maxsize=256)
def worked_out(task: str, assume: str, level: Level) -> WorkedTask:
    """The task with its solution and the other ways to it."""
    reading = calculus.read(task)
    if isinstance(reading, Unreadable):
        picture = caret(task, reading.span) if reading.span != (0, 0) else ""
        return WorkedTask(trouble=str(reading.message), picture=picture, suggestion=reading.suggestion)
    conditions = _conditions(assume)
    if conditions is None:
        return WorkedTask(reading, trouble="What is assumed has to be conditions such as a > 0, with commas between.")
    try:
        found = calculus.solve(reading.expr, assume=conditions)
        if not isinstance(found, Derivation):
            return WorkedTask(reading, trouble=f"No solution was found that could be checked: {found.why}.")
        others = calculus.other_ways(found, MOST_WAYS, assume=conditions)
    except (RecursionError, MemoryError, OutOfBudget):
        return WorkedTask(reading, trouble=TOO_LARGE)
    ways = tuple(
        Way(steps_of(each, level), calculus.needed(each, conditions), each.answer) for each in (found, *others)
    )
    return WorkedTask(reading, ways, found.checked)


def _conditions(assume: str) -> tuple[Expr, ...] | None:
    """The conditions between commas; None where one cannot be read or is none."""
    read = [calculus.read(each) for each in assume.split(",") if each.strip()]
    found = tuple(each.expr for each in read if isinstance(each, Reading) and isinstance(each.expr, Rel))
    return found if len(found) == len(read) else None

"""Any task worked out: on a page, with its steps, its hints, and other ways."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import get_args
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fluxions import calculus
from fluxions.calculus import Condition, Derivation, Level
from fluxions.calculus.budget import OutOfBudget
from fluxions.calculus.derivation.rule import Status
from fluxions.calculus.expr import Expr, Rel
from fluxions.calculus.language import caret
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Unreadable
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.tutor.fields import BadItem
from fluxions.web.api.examples import EXAMPLES
from fluxions.web.api.own_working import judged_lines, shown
from fluxions.web.api.sizes import declared, missing
from fluxions.web.security import limited
from fluxions.web.steps import MOST_WAYS, WorkedStep, steps_of
from fluxions.web.typed import LONGEST, clean_text

LEVELS: tuple[tuple[Level, str], ...] = (("usual", "Step by step"), ("short", "In short"), ("full", "Every detail"))
SURE: tuple[tuple[Status, str], ...] = (
    ("assumed", "This holds where"), ("proved", "Used, and true here:"), ("numeric", "Used, and confirmed by numbers:"),
)  # fmt: skip
TOO_LONG = f"This is longer than {LONGEST} characters, too long to be a task."
TOO_LARGE = "This is nested too deeply or too large to be worked on."


@dataclass(frozen=True, slots=True)
class Way:
    """One solution of the task, line by line, and what it needs to hold."""

    steps: tuple[WorkedStep, ...]
    conditions: tuple[Condition, ...]
    answer: Expr

    @property
    def begins(self) -> str:
        """How this way begins, by the name of its first step."""
        return self.steps[0].title if self.steps else ""

    @property
    def needs(self) -> tuple[tuple[str, tuple[Expr, ...]], ...]:
        """The conditions by how sure they are, with the words before each kind."""
        kinds = (
            (said, tuple(each.relation for each in self.conditions if each.status == status)) for status, said in SURE
        )
        return tuple((said, relations) for said, relations in kinds if relations)


@dataclass(frozen=True, slots=True)
class WorkedTask:
    """What the page says of a task: how it was read, the ways to its answer, or why there is none."""

    reading: Reading | None = None
    ways: tuple[Way, ...] = ()
    checked: str = ""
    trouble: str = ""
    picture: str = ""  # the task with a caret where reading stopped
    suggestion: str | None = None
    instead: str = ""  # the end of the address of what was suggested

    @property
    def spoken(self) -> str:
        """The answer in words."""
        return calculus.spoken(self.ways[0].answer)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: the task, what is assumed, the sizes of vectors and matrices, and how much is written down."""

    task: str
    assume: str = ""
    sizes: str = ""
    level: Level = "usual"

    @property
    def query(self) -> str:
        """The end of the address, without the level."""
        return urlencode({name: value for name, value in asdict(self).items() if value and name != "level"})

    @property
    def too_long(self) -> bool:
        return max(len(self.task), len(self.assume), len(self.sizes)) > LONGEST

    def cut(self) -> Asked:
        """As much of it as goes back into the fields."""
        return Asked(self.task[:LONGEST], self.assume[:LONGEST], self.sizes[:LONGEST], self.level)


@require_safe
@limited("try", 60)
def working(request: HttpRequest) -> HttpResponse:
    """Type a task; see it worked. A task is part of the address, so that it can be kept and passed on."""
    task, assume, sizes = (clean_text(request.GET.get(name, "")).strip() for name in ("task", "assume", "sizes"))
    level: Level = next((each for each in get_args(Level) if each == request.GET.get("detail")), "usual")
    asked = Asked(task, assume, sizes, level)
    lines = clean_text(request.GET.get("working", "")).strip("\n")
    show = request.GET.get("show", "lines" if lines else "")
    context = {"asked": asked.cut(), "levels": LEVELS, "show": show, "lines": lines, "examples": EXAMPLES}
    if asked.too_long:
        context["worked"] = WorkedTask(trouble=TOO_LONG)
    elif asked.task:
        worked = worked_out(asked)
        context["worked"] = worked
        if show == "lines" and lines and worked.ways and worked.reading is not None:
            conditions = _conditions(asked.assume) or ()
            context |= shown(judged_lines(worked.reading.expr, declared(asked.sizes), conditions, lines))
    return render(request, "api/work.html", context)


@lru_cache(maxsize=256)
def worked_out(asked: Asked) -> WorkedTask:
    """The task with its solution and the other ways to it."""
    try:
        names = declared(asked.sizes)
    except BadItem as bad:
        return WorkedTask(trouble=f"{bad}.")
    reading = calculus.read(asked.task, names)
    if isinstance(reading, Unreadable):
        return _not_read(asked, reading, names)
    conditions = _conditions(asked.assume)
    if conditions is None:
        return WorkedTask(reading, trouble="What is assumed has to be conditions such as a > 0, with commas between.")
    try:
        found = calculus.solve(reading.expr, assume=conditions)
        if not isinstance(found, Derivation):
            said = missing(reading.expr, names) or f"No solution was found that could be checked: {found.why}."
            return WorkedTask(reading, trouble=said)
        others = calculus.other_ways(found, MOST_WAYS, assume=conditions)
    except (RecursionError, MemoryError, OutOfBudget):
        return WorkedTask(reading, trouble=TOO_LARGE)
    ways = tuple(
        Way(steps_of(each, asked.level), calculus.needed(each, conditions), each.answer) for each in (found, *others)
    )
    return WorkedTask(reading, ways, found.checked)


def _not_read(asked: Asked, found: Unreadable, names: Vocabulary) -> WorkedTask:
    """Where reading stopped, and which sizes are missing if shapes do not fit."""
    picture = caret(asked.task, found.span) if found.span != (0, 0) else ""
    said = str(found.message)
    plain = calculus.read(asked.task) if found.code == "shape-clash" else None
    if isinstance(plain, Reading):
        said = f"{said} {missing(plain.expr, names)}".strip()
    instead = replace(asked, task=found.suggestion).query if found.suggestion else ""
    return WorkedTask(trouble=said, picture=picture, suggestion=found.suggestion, instead=instead)


def _conditions(assume: str) -> tuple[Expr, ...] | None:
    """The conditions between commas; None where one cannot be read or is none."""
    read = [calculus.read(each) for each in assume.split(",") if each.strip()]
    found = tuple(each.expr for each in read if isinstance(each, Reading) and isinstance(each.expr, Rel))
    return found if len(found) == len(read) else None

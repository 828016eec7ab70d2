"""What other features may use of this one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import randbelow
from typing import cast
from uuid import uuid4

from fluxions.calculus import Text
from fluxions.curriculum import curriculum
from fluxions.learner import Kind
from fluxions.learner.values import lesson_minutes, task_minutes
from fluxions.tutor.marking import lines_of, marked, next_step
from fluxions.tutor.stated import Stated, drawn
from fluxions.web.study.beginning import begin_planned
from fluxions.web.study.exchange import checked, exported
from fluxions.web.study.feedback import Feedback, feedback
from fluxions.web.study.forms import first_token, signed_names
from fluxions.web.study.guarded import or_else
from fluxions.web.study.marks import Mark, marks
from fluxions.web.study.memory import state_of
from fluxions.web.study.models import Attempt
from fluxions.web.study.reads import KINDS
from fluxions.web.study.services import observe_lab

FIRST_FAMILY = ("chain-rule", "function-of-a-quadratic")
MANY = 10**9


@dataclass(frozen=True, slots=True)
class FirstTask:
    """A task that nobody has begun, and the fields that its form carries."""

    task: Stated
    token: str
    key: str
    names: str


def first_task() -> FirstTask | None:
    """A fresh variant for the first page; no row is written until it is answered."""
    for _ in range(5):
        task = drawn(*FIRST_FAMILY, randbelow(MANY))
        if task is not None:
            origin = str(uuid4())
            return FirstTask(task, first_token(task, origin), str(uuid4()), signed_names(task))
    return None


def open_task(learners: tuple[int, ...]) -> Attempt | None:
    """The task that a person last wrote something into, and has not closed."""
    if not learners:
        return None
    waiting = Attempt.objects.filter(learner_id__in=learners).left_open().select_related("draft")
    return waiting.order_by("-draft__saved", "-opened").first()


@dataclass(frozen=True, slots=True)
class ClosedTask:
    """A task that came to its end."""

    number: int
    skill: str
    kind: Kind
    minutes: int  # as planned, else what a task of its kind takes
    ended: str  # as Attempt.Closed


def closed_between(learners: Sequence[int], since: datetime, until: datetime) -> tuple[ClosedTask, ...]:
    """The tasks that a person closed in a span of time, first to last."""
    closed = Attempt.objects.filter(learner_id__in=learners, closed__gte=since, closed__lt=until)
    rows = closed.order_by("closed", "pk").values_list("pk", "skill", "kind", "minutes", "closed_how")
    return tuple(
        ClosedTask(number, skill, cast(Kind, kind or "practice"), minutes or _usual(skill, kind), how)
        for number, skill, kind, minutes, how in rows
    )


@or_else(None)
def judged(task: Stated, lines: str) -> Feedback | None:
    """What is said of lines of working, of a single one as the answer; None where marking fails. Nothing is kept."""
    return feedback(task, lines, marked(task, lines, len(lines_of(lines)) > 1))


@or_else(())
def hints_after(task: Stated, lines: str) -> tuple[Text, ...]:
    """The hints for the next step after the last right line, each a little more than the one before."""
    return tuple(each.text for each in next_step(task, lines))


def _usual(skill: str, kind: str) -> int:
    """The minutes of a task that was chosen, not planned."""
    found = curriculum().skills.get(skill)
    mastery = found.minutes if found else 20
    return lesson_minutes(mastery) if kind == "new" else task_minutes(mastery)


def answered(learners: Sequence[int]) -> int:
    """How many tasks a person has closed: what estimates rest on."""
    return Attempt.objects.filter(learner_id__in=learners, closed__isnull=False).count()


__all__ = [
    "KINDS", "ClosedTask", "Feedback", "FirstTask", "Mark", "answered", "begin_planned", "checked", "closed_between",
    "exported", "first_task", "hints_after", "judged", "marks", "observe_lab", "open_task", "state_of",
]  # fmt: skip

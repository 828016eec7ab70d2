"""What other features may use of this one."""

from dataclasses import dataclass
from secrets import randbelow
from uuid import uuid4

from fluxions.tutor.stated import Stated, drawn
from fluxions.web.study.exchange import checked, exported
from fluxions.web.study.feedback import WorkedStep, steps_of
from fluxions.web.study.forms import first_token, signed_names
from fluxions.web.study.models import Attempt
from fluxions.web.study.reads import standing

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
    """The task that a person was last at and has not closed."""
    if not learners:
        return None
    waiting = Attempt.objects.filter(learner_id__in=learners, closed__isnull=True).select_related("draft")
    return waiting.order_by("-draft__saved", "-opened").first()


__all__ = ["FirstTask", "WorkedStep", "checked", "exported", "first_task", "open_task", "standing", "steps_of"]

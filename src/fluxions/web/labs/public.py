"""What other features may use of this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fluxions.curriculum import load_labs
from fluxions.curriculum.load_labs import LabSummary
from fluxions.web.labs.exchange import checked, exported
from fluxions.web.labs.models import LabRun, Submission

LEAST_MINUTES = 5  # that a lab counts for


def labs_done(learners: Sequence[int]) -> frozenset[str]:
    """The labs that were passed, in whatever framework."""
    return frozenset(Submission.objects.filter(learner__in=learners, passed=True).values_list("lab", flat=True))


@dataclass(frozen=True, slots=True)
class PassedLab:
    """A lab that was passed, and the minutes from its first run that day."""

    lab: LabSummary
    minutes: int


def passed_between(learners: Sequence[int], since: datetime, until: datetime) -> tuple[PassedLab, ...]:
    """The labs that a person passed for the first time in a span of time."""
    passed = Submission.objects.filter(learner__in=learners, passed=True, given__lt=until).order_by("given")
    first: dict[str, datetime] = {}
    for lab, given in passed.values_list("lab", "given"):
        first.setdefault(lab, given)
    today = {lab: given for lab, given in first.items() if given >= since and lab in load_labs.labs()}
    if not today:
        return ()
    runs = LabRun.objects.filter(learner__in=learners, lab__in=today, begun__gte=since).order_by("-begun")
    begun = dict(runs.values_list("lab", "begun"))  # the earliest stays
    return tuple(_passed(load_labs.summary(lab), begun.get(lab, given), given) for lab, given in today.items())


def _passed(lab: LabSummary, begun: datetime, given: datetime) -> PassedLab:
    taken = round((given - begun).total_seconds() / 60)
    return PassedLab(lab, min(max(taken, LEAST_MINUTES), lab.minutes))


def lab_of_skill(skill_id: str) -> LabSummary | None:
    """The lab that a skill is practised in."""
    return next(iter(load_labs.labs_of(skill_id)), None)


__all__ = ["PassedLab", "checked", "exported", "lab_of_skill", "labs_done", "passed_between"]

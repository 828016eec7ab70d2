"""What other features may use of this one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fluxions.curriculum import load_labs
from fluxions.curriculum.load_labs import LabSummary
from fluxions.web.labs.models import LabDraft, Submission


def labs_done(learners: Sequence[int]) -> frozenset[str]:
    """The labs that were passed, in whatever framework."""
    return frozenset(Submission.objects.filter(learner__in=learners, passed=True).values_list("lab", flat=True))


def lab_of_skill(skill_id: str) -> LabSummary | None:
    """The lab that a skill is practised in."""
    return next(iter(load_labs.labs_of(skill_id)), None)


def exported(learners: Sequence[int]) -> dict[str, list[dict[str, Any]]]:
    """All that a person wrote in labs, and what was said of it, as plain values."""
    drafts = LabDraft.objects.filter(learner__in=learners).order_by("saved")
    submissions = Submission.objects.filter(learner__in=learners).order_by("given", "pk")
    return {
        "lab_drafts": [
            {"lab": each.lab, "framework": each.framework, "code": each.code, "saved": each.saved.isoformat()}
            for each in drafts
        ],
        "submissions": [
            {"lab": each.lab, "framework": each.framework, "code": each.code, "seed": each.seed, "passed": each.passed,
             "level": each.level, "ms": each.ms, "report": each.report, "given": each.given.isoformat()}
            for each in submissions
        ],
    }  # fmt: skip


__all__ = ["exported", "lab_of_skill", "labs_done"]

"""A person's work in labs as plain rows, and such rows taken in as new ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import uuid4

from fluxions.web.exchange import Row, Unusable, as_it_is, dumped, flag, moment, number, taken, text, uuid, whole
from fluxions.web.labs.models import LabDraft, LabRun, Submission

NUMBER, NAME, CODE = whole(1), text(80), text(70_000)
DRAFT = {"learner": NUMBER, "lab": NAME, "framework": text(20), "code": CODE, "saved": moment}
MOST_CHECKS = 100


def report(value: Any) -> Row:
    """What was said of a program: whether it passed, and its checks."""
    checks = value.get("checks") if isinstance(value, dict) else None
    if not isinstance(checks, list) or len(checks) > MOST_CHECKS or not all(isinstance(each, dict) for each in checks):
        raise ValueError("is no report of a lab")
    for each in checks:
        if not {"name", "passed", "message", "misconception"} <= set(each):
            raise ValueError("has a check that says too little")
    kept: Row = as_it_is(value)
    return kept


SUBMISSION = {
    "learner": NUMBER, "key": uuid, "lab": NAME, "framework": text(20), "code": CODE, "seed": whole(), "report": report,
    "level": text(12), "ms": number, "passed": flag, "given": moment,
}  # fmt: skip
RUN = (
    "learner", "key", "lab", "framework", "purpose", "code", "seed", "begun", "finished", "report",
)  # fmt: skip


def exported(learners: Sequence[int]) -> dict[str, list[Row]]:
    """Every row of this feature about these learners."""
    return {
        "drafts": dumped(LabDraft.objects.filter(learner__in=learners).order_by("pk"), *DRAFT),
        "runs": dumped(LabRun.objects.filter(learner__in=learners).order_by("pk"), *RUN),
        "submissions": dumped(Submission.objects.filter(learner__in=learners).order_by("pk"), *SUBMISSION),
    }


def checked(section: Any, learners: set[int]) -> Callable[[Mapping[int, int]], None]:
    """The rows of a file, found to fit; called with the numbers of the new learners, the result keeps them.

    Runs are taken out and not in: what was handed in stands among the submissions.
    """
    drafts = _of(taken(section, "drafts", DRAFT), "lab drafts", learners)
    submissions = _of(taken(section, "submissions", SUBMISSION), "submissions", learners)

    def keep(made: Mapping[int, int]) -> None:
        LabDraft.objects.bulk_create(LabDraft(**_moved(row, made)) for row in drafts)
        Submission.objects.bulk_create(Submission(**_moved(row, made) | {"key": uuid4()}) for row in submissions)

    return keep


def _of(rows: list[Row], name: str, learners: set[int]) -> list[Row]:
    for place, row in enumerate(rows, start=1):
        if row["learner"] not in learners:
            raise Unusable(f"{name}, row {place}: there is no learner {row['learner']} in this file")
    return rows


def _moved(row: Row, made: Mapping[int, int]) -> Row:
    return {name: value for name, value in row.items() if name != "learner"} | {"learner_id": made[row["learner"]]}

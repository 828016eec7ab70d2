"""What the pages of a task and the map show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from fluxions.calculus import Hint
from fluxions.curriculum import curriculum
from fluxions.tutor.stated import problem_of
from fluxions.web.kinds import kind_asked
from fluxions.web.study.feedback import feedback, other_solutions, solution
from fluxions.web.study.forms import signed_names
from fluxions.web.study.models import Answer, Attempt, Draft, HintShown
from fluxions.web.study.services import Written, hints_from, judged

RUNGS = ("What to look at", "The rule that applies", "What the rule says here", "The next line")
KINDS = {"review": "Review", "new": "New skill", "practice": "Practice", "remedy": "Remedy", "check": "Check"}
Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rung:
    """One hint: its text when it is open, else what it would tell."""

    rank: int
    label: str
    text: str | None
    next: bool  # the one that can be opened now


def ladder(steps: Sequence[Hint], shown: Sequence[HintShown]) -> tuple[Rung, ...]:
    """The four rungs of the next step; those shown before are open."""
    opened = {(each.rank, each.text) for each in shown}
    known = [(each.rank, str(each.text)) in opened for each in steps]
    height = known.index(False) if False in known else len(known)
    return tuple(
        Rung(each.rank, RUNGS[each.rank - 1], str(each.text) if place < height else None, place == height)
        for place, each in enumerate(steps)
    )


def draft_of(attempt: Attempt) -> Written:
    """What stood in the field when it was last kept."""
    kept = Draft.objects.filter(attempt=attempt).first()
    return Written(kept.text, kept.lines, kept.working) if kept else Written()


def task_context(attempt: Attempt, written: Written) -> Context:
    """What every view of a task shows."""
    task = attempt.stated
    skill = curriculum().skills.get(attempt.skill)
    problem = problem_of(task)
    asked, _, table = task.prompt.partition("\n\n")
    return {
        "attempt": attempt,
        "asked": asked,
        "table": table,
        "skill": skill,
        "kind": KINDS.get(attempt.kind, ""),
        "problem": problem,
        "asks": kind_asked(problem),
        "names": signed_names(task),
        "written": written,
        "key": uuid4(),
    }


def verdict_context(attempt: Attempt, answer: Answer | None, hints: Sequence[HintShown], written: Written) -> Context:
    """The verdict on an answer, with the hints that go on from it, or the solution when the task is closed."""
    task = attempt.stated
    said = None
    if answer is not None:
        said = feedback(task, answer.text, judged(task, Written(answer.text, answer.text, answer.working)))
    if attempt.closed:
        return {"said": said, "answer": answer, "solution": solution(task), "others": other_solutions(task)}
    steps = hints_from(task, written)
    return {"said": said, "answer": answer, "ladder": ladder(steps, hints), "hints_shown": len(hints)}

"""The order of a day: one review to warm up, what may become learned, what is new, then all mixed."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from fluxions.learner.reasons import Chosen, Practice
from fluxions.learner.tasks import PlannedTask
from fluxions.learner.today import Today

MOST_IN_A_ROW = 2  # tasks of one skill, outside its first day


def ordered(tasks: Sequence[PlannedTask], today: Today, seed: int) -> list[PlannedTask]:
    """The tasks in their order. A task's place hangs on itself alone, so that what is done leaves the rest in order."""
    place = {name: k for k, name in enumerate(today.graph.names)}
    queue = sorted(tasks, key=lambda task: _key(task, today, place, seed))
    if not today.done:
        queue = _warmed_up(queue, today)
    return _mixed(queue, today)


def _key(task: PlannedTask, today: Today, place: dict[str, int], seed: int) -> tuple[int, int, int, str]:
    mixed = sha256(f"{seed}/{today.day}/{task.skill}/{task.lab}".encode()).hexdigest()
    row = place.get(task.skill, len(place))
    match task:
        case PlannedTask(reason=Chosen()):
            return 0, 0, 0, ""
        case PlannedTask(kind="remedy"):
            return 1, row, task.number, ""
        case PlannedTask(reason=Practice(success_days_ago=int(ago)), number=0) if ago > 0:
            return 1, row, task.number, ""
        case PlannedTask(kind="new"):
            return 2, row, 0, ""
        case PlannedTask(reason=Practice(begun_days_ago=0), number=1):
            return 2, row, 1, ""
        case PlannedTask(kind="lab"):
            return 4, 0, 0, mixed
    return 3, task.number, 0, mixed


def _warmed_up(queue: list[PlannedTask], today: Today) -> list[PlannedTask]:
    """The day begins with the review that is likeliest to succeed."""
    reviews = [each for each in queue if each.kind == "review" and not isinstance(each.reason, Chosen)]
    if not reviews:
        return queue
    first = max(reviews, key=lambda task: today.recall(task.skill))
    return [first, *(each for each in queue if each is not first)]


def _mixed(queue: list[PlannedTask], today: Today) -> list[PlannedTask]:
    """No third task of one skill in a row while another is left; the first day of a skill is excepted."""
    found: list[PlannedTask] = []
    excepted = today.begun_today | {each.skill for each in queue if each.kind == "new"}
    before = [each.skill for each in today.done]
    while queue:
        tail = (before + [each.skill for each in found])[-MOST_IN_A_ROW:]
        full = len(tail) == MOST_IN_A_ROW and len(set(tail)) == 1 and tail[0] not in excepted
        at = next((k for k, each in enumerate(queue) if not full or each.skill != tail[0]), 0)
        found.append(queue.pop(at))
    return found

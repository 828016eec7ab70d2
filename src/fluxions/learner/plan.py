"""A day's tasks within a budget of minutes, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from fluxions.learner.graph import Goal, SkillGraph
from fluxions.learner.mastery import due_day
from fluxions.learner.order import ordered
from fluxions.learner.reasons import InLab
from fluxions.learner.state import LearnerState, SkillState
from fluxions.learner.tasks import DoneToday, LabOffer, PlannedTask
from fluxions.learner.today import Today
from fluxions.learner.values import SHORTEST_TASK, best_cover, cover, task_minutes

FEWEST_MINUTES, MOST_MINUTES = 5, 240
NEW_SHARE = 0.4  # of the minutes, while a due review is left out
DEBT = 1.5  # times the minutes: beyond it nothing new is begun
CLOSE = 0.85  # of the budget: what lies below is said
SHORTEST_PART = 5  # minutes of a lesson or a lab that is begun and gone on with later
LAB_SHARE = 0.3
MOST_OF_ONE_SKILL = 8  # tasks of one skill a day, besides its lesson
OUTSIDE = ("new", "lab")  # kinds that do not count as a task of practice
KEPT_IN_ROUND = (2, 5)  # rounds of filling in which learned skills come in between


@dataclass(frozen=True, slots=True)
class DebtStopsNew:
    """The reviews that are due take more than one and a half times today's minutes, so nothing new is begun."""

    reviews: int
    minutes: int


@dataclass(frozen=True, slots=True)
class RunsShort:
    """Less than the budget: more of the same skills today would not help."""

    minutes: int  # planned and spent


@dataclass(frozen=True, slots=True)
class AllDone:
    """Nothing is left for today; the next review is on this day, and so many skills are still being learned."""

    next_review: int | None
    learning: int


Note = DebtStopsNew | RunsShort | AllDone


@dataclass(frozen=True, slots=True)
class Plan:
    """What is left of a day: tasks in their order; due skills that found no room; what else is to be said."""

    day: int
    minutes: int  # the budget
    spent: int
    tasks: tuple[PlannedTask, ...]
    left_out: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def planned(self) -> int:
        """Minutes of the tasks that are left."""
        return sum(each.minutes for each in self.tasks)


class Sheet:
    """The tasks taken so far and the room that is left."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.tasks: list[PlannedTask] = []

    def take(self, task: PlannedTask) -> bool:
        """Put a task on the sheet if there is room; the last one may get a minute or two less than is usual."""
        if task.minutes > self.room and (self.room < SHORTEST_TASK or task.kind in OUTSIDE):
            return False
        self.tasks.append(task if task.minutes <= self.room else replace(task, minutes=self.room))
        self.room = max(self.room - task.minutes, 0)
        return True

    def put(self, task: PlannedTask) -> None:
        """Put a task on the sheet that is wanted whether there is room or not."""
        if SHORTEST_PART <= self.room < task.minutes:
            task = replace(task, minutes=self.room)
        self.tasks.append(task)
        self.room = max(self.room - task.minutes, 0)

    def skills(self) -> set[str]:
        """The skills on the sheet."""
        return {each.skill for each in self.tasks}


def plan_session(
    state: LearnerState,
    graph: SkillGraph,
    goal: Goal,
    *,
    day: int,
    minutes: int,
    seed: int,
    done_today: Sequence[DoneToday] = (),
    skipped: Collection[str] = (),
    chosen: Sequence[str] = (),
    labs: Sequence[LabOffer] = (),
    labs_done: Collection[str] = (),
) -> Plan:
    """What is left of today's tasks; `skipped` holds skills and labs, `chosen` skills that the learner asked for.

    The tasks fit into the minutes; what was chosen is in the plan even where it does not. The same values give the same
    plan on every machine. ValueError where minutes are not 5 to 240.
    """
    if not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
        raise ValueError(f"a day has {FEWEST_MINUTES} to {MOST_MINUTES} minutes, not {minutes}")
    today = Today(state, graph, goal, day, minutes, done_today, frozenset(skipped))
    spent = sum(each.minutes for each in done_today)
    sheet = Sheet(max(minutes - spent, 0))
    for skill in _still_wanted(today, chosen):
        sheet.put(today.wanted(skill))
    for task in (*today.carried(), *today.checks()):
        if task.skill not in sheet.skills():
            sheet.take(task)
    due = [each for each in today.due() if each.skill not in sheet.skills()]
    notes = _reviews_news_and_lab(today, sheet, due, _offered(today, labs, {*labs_done, *skipped}))
    _fill(today, sheet)
    left_out = tuple(each.skill for each in due if each.skill not in sheet.skills())
    tasks = _spread(ordered(sheet.tasks, today, seed), sheet.room)
    return Plan(day, minutes, spent, tasks, left_out, (*notes, *_notes(today, tasks, spent)))


def _still_wanted(today: Today, chosen: Sequence[str]) -> tuple[str, ...]:
    """The written skills asked for today and not yet worked on."""
    done = {each.skill for each in today.done}
    known = (each for each in dict.fromkeys(chosen) if each in today.graph.row and each not in done)
    return tuple(each for each in known if _is_written(today, each))


def _reviews_news_and_lab(
    today: Today, sheet: Sheet, due: Sequence[SkillState], lab: LabOffer | None
) -> tuple[Note, ...]:
    """Due reviews by gain per minute, with room kept for one new skill or a part of a lab, whose turn it is; then both.

    The lab comes before what is new on every second day, so that neither waits for ever.
    """
    done = sum(each.minutes for each in today.done if each.kind == "review")
    debt = sum(_minutes(today, each.skill) for each in due)
    stopped = debt + done > DEBT * today.minutes
    news = [] if stopped else [each for each in today.news() if _may_begin(today, sheet, each)]
    lab_first = lab is not None and not stopped and (today.day % 2 == 0 or not news)
    kept = _lab_minutes(today, sheet, lab) if lab_first and lab else news[0].minutes if news else 0
    left = _reviews(today, sheet, due, sheet.room - (kept if kept <= int(NEW_SHARE * today.minutes) else 0))
    if lab_first:
        _take_part(today, sheet, lab)
    for number, task in enumerate(news):
        _begin(today, sheet, task, bounded=bool(left))
        if number == 0 and not lab_first:
            _take_part(today, sheet, lab)
    _reviews(today, sheet, left, sheet.room)
    return (DebtStopsNew(len(due), debt),) if stopped else ()


def _reviews(today: Today, sheet: Sheet, due: Sequence[SkillState], room: int) -> list[SkillState]:
    """Put the best of the due reviews on the sheet; the others are returned."""
    if not due:
        return []
    graph = today.graph
    rows = np.array([graph.row[each.skill] for each in due], dtype=np.int64)
    covers = cover(rows, graph, today.outlook)
    minutes = np.array([_minutes(today, each.skill) for each in due], dtype=np.int64)
    minutes = np.minimum(minutes, max(room, SHORTEST_TASK))
    picked = best_cover(today.outlook.gain, covers, minutes, room)
    for k in picked:
        others = np.flatnonzero(covers[k] > 0)
        sheet.take(today.review(due[k], tuple(graph.names[j] for j in others if j != rows[k])))
    return [each for k, each in enumerate(due) if k not in set(picked)]


def _begin(today: Today, sheet: Sheet, task: PlannedTask, *, bounded: bool) -> None:
    """Put a new skill on the sheet with a second task of it, if it may be begun and there is room.

    While a due review is left out, what is new is bounded to its share of the minutes.
    """
    share = int(NEW_SHARE * today.minutes) - _new_minutes(today, sheet)
    room = min(sheet.room, share) if bounded else sheet.room
    if task.minutes > room and room >= SHORTEST_PART and _new_minutes(today, sheet) == 0:
        task = replace(task, minutes=room)  # a lesson is left and gone on with
    if task.minutes <= room and _may_begin(today, sheet, task) and sheet.take(task):
        sheet.take(_after_lesson(today, task.skill, 1))


def _may_begin(today: Today, sheet: Sheet, task: PlannedTask) -> bool:
    """Not too many skills at once, and none that is easily taken for one that is being learned."""
    if task.skill in sheet.skills():
        return False
    fresh = {each.skill for each in sheet.tasks if each.kind == "new"}
    learning = {each.skill for each in today.learning} | fresh | today.begun_today
    graph = today.graph
    taken_for = graph.confusable[graph.row[task.skill]]
    return len(learning) < today.most_at_once and not any(taken_for[graph.row[each]] for each in learning)


def _new_minutes(today: Today, sheet: Sheet) -> int:
    done = sum(each.minutes for each in today.done if each.kind == "new")
    return done + sum(each.minutes for each in sheet.tasks if each.kind == "new")


def _after_lesson(today: Today, skill: str, number: int) -> PlannedTask:
    return today.practice(today.state.skill(skill), number)


def _offered(today: Today, labs: Iterable[LabOffer], gone: set[str]) -> LabOffer | None:
    """The first lab whose written skills are all begun; one a day."""
    if any(each.kind == "lab" for each in today.done):
        return None
    begun = {each.skill for each in today.rows if each.begun_day is not None or each.is_learned}
    for lab in labs:
        written = {each for each in lab.skills if each in today.graph.row and _is_written(today, each)}
        if lab.id not in gone and written and written <= begun:
            return lab
    return None


def _lab_minutes(today: Today, sheet: Sheet, lab: LabOffer) -> int:
    """A lab goes on from day to day: as much of it as its share of the minutes, or all if little more is left."""
    share = max(int(LAB_SHARE * today.minutes), SHORTEST_PART)
    return min(lab.minutes if lab.minutes < share + SHORTEST_PART else share, sheet.room)


def _take_part(today: Today, sheet: Sheet, lab: LabOffer | None) -> None:
    """Put a lab on the sheet, or the part of it that there is room for."""
    if lab is not None and (minutes := _lab_minutes(today, sheet, lab)) >= min(SHORTEST_PART, lab.minutes):
        reason = InLab(lab.skills[0], lab.id, step=minutes < lab.minutes)
        sheet.take(PlannedTask(lab.skills[0], "lab", minutes, (0.0, 1.0), reason, lab=lab.id))


def _fill(today: Today, sheet: Sheet) -> None:
    """More tasks of the skills that are being learned, turn by turn, and of learned ones in between."""
    begun = [each.skill for each in today.learning]
    begun += [each.skill for each in sheet.tasks if each.kind == "new" and each.skill not in begun]
    for turn in range(MOST_OF_ONE_SKILL + 1):
        for skill in begun:
            if sheet.room < SHORTEST_TASK:
                return
            _practise(today, sheet, skill, turn)
        if turn in KEPT_IN_ROUND and sheet.room >= SHORTEST_TASK:
            _keep(today, sheet, KEPT_IN_ROUND.index(turn))


def _practise(today: Today, sheet: Sheet, skill: str, turn: int) -> None:
    """One more task of a skill that is being learned, if it is its turn; the lesson of the day counts as the first."""
    count = today.done_on(skill) + sum(1 for each in sheet.tasks if each.skill == skill and each.kind not in OUTSIDE)
    first = 1 if skill in today.begun_today or today.state.skill(skill).begun_day is None else 0
    if count + first == turn and count < MOST_OF_ONE_SKILL:
        sheet.take(_after_lesson(today, skill, turn))


def _keep(today: Today, sheet: Sheet, number: int) -> None:
    """The learned skills that nothing presses for, each at most once a round."""
    for row in today.kept():
        planned = sum(1 for each in sheet.tasks if each.skill == row.skill and each.kind != "lab")
        if today.done_on(row.skill) + planned == number:
            sheet.take(today.keeping(row, number))
        if sheet.room < SHORTEST_TASK:
            return


def _spread(tasks: Sequence[PlannedTask], room: int) -> tuple[PlannedTask, ...]:
    """The last minutes, too few for a task of their own, are given to the others one by one from the front."""
    if not tasks or room >= SHORTEST_TASK:
        return tuple(tasks)
    each, more = divmod(room, len(tasks))
    return tuple(replace(task, minutes=task.minutes + each + (k < more)) for k, task in enumerate(tasks))


def _notes(today: Today, tasks: Sequence[PlannedTask], spent: int) -> tuple[Note, ...]:
    total = spent + sum(each.minutes for each in tasks)
    if tasks:
        return (RunsShort(total),) if total < CLOSE * today.minutes else ()
    after = [due_day(today.state, each, today.graph) for each in today.state.skills]
    ahead = [max(each, today.day + 1) for each in after if each is not None]
    return (AllDone(min(ahead, default=None), len(today.learning)),)


def _is_written(today: Today, skill: str) -> bool:
    return bool(today.graph.written[today.graph.row[skill]])


def _minutes(today: Today, skill: str) -> int:
    return task_minutes(today.graph.facts[today.graph.row[skill]].minutes)

"""One day as the plan finds it: what is due, open, begun, named, and what was done or set aside already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from fluxions.learner.graph import Flags, Goal, SkillGraph
from fluxions.learner.mastery import due_day, learned
from fluxions.learner.reasons import Audit, Chosen, Due, Maintenance, New, Practice, Reason, Remedy
from fluxions.learner.state import LearnerState, SkillState
from fluxions.learner.tasks import DoneToday, Kind, PlannedTask, difficulty_range
from fluxions.learner.values import Outlook, lesson_minutes, outlook, task_minutes, weights

AT_ONCE = 8  # minutes of the budget for each skill that may be in learning at once
FEWEST_AT_ONCE = 2
STALE = 0.95  # a retained skill is practised again only below this recall


@dataclass(frozen=True, eq=False)
class Today:
    """The values that a plan is a function of, and what follows from them."""

    state: LearnerState
    graph: SkillGraph
    goal: Goal
    day: int
    minutes: int
    done: Sequence[DoneToday] = ()
    skipped: frozenset[str] = frozenset()

    @cached_property
    def learned(self) -> Flags:
        """What counts as learned."""
        return learned(self.state, self.graph)

    @cached_property
    def open(self) -> frozenset[str]:
        """Skills that may be worked on: written, and everything they rest on is learned or not written."""
        return frozenset(self.graph.names[i] for i in np.flatnonzero(self.graph.open(self.learned)))

    @cached_property
    def outlook(self) -> Outlook:
        """Recall and gain of every skill."""
        return outlook(self.state, self.graph, self.goal, self.day)

    @cached_property
    def rows(self) -> tuple[SkillState, ...]:
        """What is known of the written skills, in the order of the programme; those set aside today left out."""
        known = (self.state.skills[name] for name in self.graph.names if name in self.state.skills)
        return tuple(
            each for each in known if each.skill not in self.skipped and self.graph.written[self.graph.row[each.skill]]
        )

    @cached_property
    def begun_today(self) -> frozenset[str]:
        """Skills whose first task was today."""
        done = {each.skill for each in self.done if each.kind == "new" and each.skill in self.graph.row}
        return frozenset(done | {each.skill for each in self.rows if each.begun_day == self.day})

    @cached_property
    def learning(self) -> tuple[SkillState, ...]:
        """Begun and open, and not learned."""
        found = (each for each in self.rows if each.skill in self.open and not each.is_learned)
        return tuple(each for each in found if each.begun_day is not None or each.skill in self.begun_today)

    def done_on(self, skill: str) -> int:
        """How many tasks of a skill were closed today, its first one of all and labs not counted."""
        return sum(1 for each in self.done if each.skill == skill and each.kind not in ("new", "lab"))

    def recall(self, skill: str) -> float:
        """Recall to four digits, so that a plan is the same on every machine."""
        return round(float(self.outlook.recall[self.graph.row[skill]]), 4)

    def due(self) -> Iterator[SkillState]:
        """Learned skills whose review is due, in the order of the programme."""
        for each in self.rows:
            when = due_day(self.state, each.skill, self.graph)
            if when is not None and when <= self.day and not self.done_on(each.skill):
                yield each

    def review(self, row: SkillState, refreshes: tuple[str, ...]) -> PlannedTask:
        """A review that is due."""
        last = row.graded_day if row.graded_day is not None else int(row.last)
        ago = max(self.day - last, 0)
        return self._task(row.skill, "review", Due(row.skill, self.recall(row.skill), ago, refreshes))

    def carried(self) -> Iterator[PlannedTask]:
        """Open misconceptions of an earlier day, and one task of each skill that was begun on an earlier day."""
        remedied = set[str]()
        for each in self.rows:
            seen = each.misconception_day
            begun = each.is_learned or each.begun_day is not None
            known = begun and (each.is_learned or each.skill in self.open)
            if seen is not None and seen < self.day and known and not self.done_on(each.skill):
                remedied.add(each.skill)
                yield self._task(each.skill, "remedy", Remedy(each.skill, each.misconception, self.day - seen))
        for each in sorted(self.learning, key=lambda row: row.begun_day or self.day):
            if each.skill not in self.begun_today | remedied and not self.done_on(each.skill):
                yield self.practice(each)

    def practice(self, row: SkillState, number: int = 0) -> PlannedTask:
        """One more task of a skill that is being learned; the number counts its tasks of this day."""
        begun = max(self.day - row.begun_day, 0) if row.begun_day is not None else 0
        success = max(self.day - row.success_day, 0) if row.success_day is not None else None
        return self._task(row.skill, "practice", Practice(row.skill, begun, success), number)

    def checks(self) -> Iterator[PlannedTask]:
        """One inferred skill that has not been shown, the least sure one; one a day."""
        if any(each.kind == "check" for each in self.done):
            return
        inferred = [each.skill for each in self.rows if each.inferred and not self.done_on(each.skill)]
        if inferred:
            skill = min(inferred, key=self.recall)
            yield self._task(skill, "check", Audit(skill))

    def news(self) -> Iterator[PlannedTask]:
        """Open skills that are not begun, the most valuable first: for the goal, for what it opens, by the minute."""
        begun = {each.skill for each in self.rows if each.begun_day is not None} | self.begun_today
        fresh = [
            name
            for name in self.graph.names
            if name in self.open and name not in begun | self.skipped and not self.learned[self.graph.row[name]]
        ]
        worth = dict(zip(self.graph.names, weights(self.graph, self.goal).tolist(), strict=True))
        reached = self._reached
        fresh.sort(key=lambda name: -worth[name] * (1 + reached.get(name, 0.0)))
        for name in fresh:
            yield self.new(name)

    def new(self, skill: str) -> PlannedTask:
        """The lesson of a skill with a first task."""
        wanted = {*self.goal.core, *self.goal.useful}
        above = np.flatnonzero(self.graph.rests[:, self.graph.row[skill]] & ~self.learned)
        opens = tuple(self.graph.names[i] for i in above if self.graph.names[i] in wanted)
        needs = np.flatnonzero(self.graph.needs[self.graph.row[skill]])
        met = sum(bool(self.learned[i]) for i in needs)
        blank = sum(not self.learned[i] and not self.graph.written[i] for i in needs)
        return self._task(skill, "new", New(skill, opens, skill in self.goal.core, met, blank))

    def kept(self) -> list[SkillState]:
        """Learned skills, those that have not yet been retained first, then by recall; a retained one once it fades."""
        found = [
            each
            for each in self.rows
            if each.is_learned and (each.retained_day is None or self.recall(each.skill) < STALE)
        ]
        found.sort(key=lambda row: (row.retained_day is not None, self.recall(row.skill)))
        return found

    def keeping(self, row: SkillState, number: int) -> PlannedTask:
        """A task of a learned skill that nothing presses for."""
        return self._task(row.skill, "review", Maintenance(row.skill, self.recall(row.skill), self.goal.name), number)

    def wanted(self, skill: str) -> PlannedTask:
        """A task that the learner asked for: the lesson where the skill is new, else a task of its level."""
        row = self.state.skill(skill)
        needs = np.flatnonzero(self.graph.needs[self.graph.row[skill]])
        missing = tuple(self.graph.names[i] for i in needs if not self.learned[i] and self.graph.written[i])
        fresh = not row.is_learned and row.begun_day is None and skill not in self.begun_today
        kind: Kind = "new" if fresh else "review" if row.is_learned else "practice"
        return self._task(skill, kind, Chosen(skill, missing))

    @property
    def most_at_once(self) -> int:
        """How many skills may be in learning at once."""
        return max(FEWEST_AT_ONCE, self.minutes // AT_ONCE)

    @cached_property
    def _reached(self) -> dict[str, float]:
        """The share of the goal that rests on each skill, directly or not, and is not learned."""
        rows = [self.graph.row[name] for name in self.goal.core]
        if not rows:
            return {}
        above = self.graph.rests[rows][~self.learned[rows]].sum(axis=0)
        return dict(zip(self.graph.names, (above / len(rows)).tolist(), strict=True))

    def _task(self, skill: str, kind: Kind, reason: Reason, number: int = 0) -> PlannedTask:
        to_mastery = self.graph.facts[self.graph.row[skill]].minutes
        minutes = lesson_minutes(to_mastery) if kind == "new" else task_minutes(to_mastery)
        return PlannedTask(skill, kind, minutes, difficulty_range(self.state.skill(skill), kind), reason, number=number)

"""Twenty learners live a fortnight on the programme. What they know is told by a model of its own, not the tutor's."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.calculus.problems.draw import Random
from fluxions.learner import (
    DoneToday,
    Evidence,
    Goal,
    LabOffer,
    LearnerState,
    Plan,
    PlannedTask,
    RunsShort,
    SkillGraph,
    fold,
    goal,
    plan_session,
    updated,
)
from fluxions.tutor.graph import goal_of, skill_graph
from fluxions.tutor.next_task import Done, variant_for
from fluxions.tutor.words import why

FIRST_DAY = datetime(2026, 3, 2, tzinfo=UTC).toordinal()
DAYS = 14
CLOSE = 0.85
LABS = (LabOffer("lab-gradcheck", ("derivative-definition", "power-rule"), 25),)
WRONG_IDEAS = {each.skill: each.name for each in MISCONCEPTIONS}


@dataclass
class Truth:
    """Half-life of each skill in days: doubled by a success that took effort, halved by a failure."""

    random: Random
    quickness: float
    half_life: dict[str, float] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)

    def knows(self, skill: str, day: int) -> float:
        """The chance to do a task, guessing included."""
        if skill not in self.half_life:
            return 0.05
        return 0.05 + 0.9 * 0.5 ** ((day - self.seen[skill]) / self.half_life[skill])

    def answer(self, task: PlannedTask, day: int) -> bool:
        """One task done: a new one after its lesson."""
        if task.kind == "new":
            self.half_life.setdefault(task.skill, 2 * self.quickness)
            self.seen[task.skill] = day
        right = self.random.below(1000) < 1000 * self.knows(task.skill, day)
        waited = day - self.seen.get(task.skill, day)
        growth = (1 + min(waited, 5) / 5) if right else 0.5
        self.half_life[task.skill] = max(self.half_life.get(task.skill, 1.0) * growth, 0.5)
        self.seen[task.skill] = day
        return right


@dataclass
class Life:
    """One learner: what is true, what the model believes, and all that was seen."""

    number: int
    minutes: int
    graph: SkillGraph
    goal: Goal
    truth: Truth
    state: LearnerState = field(default_factory=LearnerState)
    evidence: list[Evidence] = field(default_factory=list)
    labs_done: list[str] = field(default_factory=list)
    met: list[Done] = field(default_factory=list)
    attempts: int = 0
    short: bool = False  # the last plan of a day with tasks said so

    def plan(self, day: int, done: list[DoneToday]) -> Plan:
        return plan_session(
            self.state, self.graph, self.goal, day=day, minutes=self.minutes, seed=self.number, done_today=done,
            labs=LABS, labs_done=self.labs_done,
        )  # fmt: skip

    def shown(self, task: PlannedTask, day: int) -> list[Evidence]:
        """What the answer shows: the skill asked, those used on the way, now and then a mistake that has a name."""
        self.attempts += 1
        at = datetime.fromordinal(day).replace(tzinfo=UTC) + timedelta(hours=9, minutes=self.attempts % 600)
        right = self.truth.answer(task, day)
        hints, seconds = self.truth.random.below(3), 30.0 + self.truth.random.below(300)
        asked = Evidence(task.skill, right, at, str(self.attempts), day=day, hints=hints, seconds=seconds)
        if right:
            used = self.graph.facts[self.graph.row[task.skill]].encompasses
            return [asked, *(asked._replace(skill=each, role="used", credit=used[each]) for each in used)]
        return [asked._replace(misconception=WRONG_IDEAS.get(task.skill, ""))]

    def live(self, day: int) -> tuple[int, list[PlannedTask], Plan]:
        """A day, task by task; the plan is made anew after each, as the site does."""
        done: list[DoneToday] = []
        tasks: list[PlannedTask] = []
        while (plan := self.plan(day, done)).tasks:
            self.short = any(isinstance(each, RunsShort) for each in plan.notes)
            task = plan.tasks[0]
            self.check(task, day)
            if task.kind == "lab":
                self.labs_done.append(task.lab)
            else:
                self.meet(task)
                found = self.shown(task, day)
                self.evidence += found
                self.state = updated(self.state, found)
            tasks.append(task)
            done.append(DoneToday(task.skill, task.kind, task.minutes, task.lab))
        return sum(each.minutes for each in done), tasks, plan

    def meet(self, task: PlannedTask) -> None:
        """The variant that the site would set: there is one, and it was not met before."""
        if self.graph is skill_graph():
            found = variant_for(task, self.met, start=100 * self.number)
            assert found is not None
            new = Done(found.skill, found.family, found.seed, right=True)
            assert new not in self.met
            self.met.append(new)

    def check(self, task: PlannedTask, day: int) -> None:
        """A reason in words, and everything that the skill rests on learned or without a lesson."""
        assert task.reason.skill == task.skill and str(why(task.reason, day=day))
        known = {name for name, row in self.state.skills.items() if row.is_learned}
        if task.skill not in known and task.kind != "lab":
            facts = self.graph.facts
            missing = {
                each for each in facts[self.graph.row[task.skill]].needs
                if each not in known and facts[self.graph.row[each]].written
            }  # fmt: skip
            assert not missing


def everything_written() -> SkillGraph:
    """The programme as it will be: each skill with its lesson."""
    return SkillGraph(tuple(replace(each, written=True) for each in skill_graph().facts))


def lives(graph: SkillGraph, wanted: Goal, budgets: list[int]) -> list[Life]:
    return [
        Life(k, budgets[k % len(budgets)], graph, wanted, Truth(Random(f"learner {k}"), 0.5 + k / 10))
        for k in range(20)
    ]


def check_fortnight(life: Life) -> None:
    """Each day within 15 % of the minutes; only a long first day may be short, where one skill alone is open."""
    for day in range(FIRST_DAY, FIRST_DAY + DAYS):
        spent, tasks, last = life.live(day)
        assert tasks and spent <= life.minutes and last.tasks == ()
        assert spent >= CLOSE * life.minutes or (life.short and day == FIRST_DAY and life.minutes > 30)
    assert fold(life.evidence) == life.state


CAREERS = ("", "data-scientist", "ml-engineer", "research-scientist", "quantitative-analyst")


@pytest.mark.parametrize("career", CAREERS)
def test_a_fortnight_on_the_programme_as_it_is(career):
    everyone = lives(skill_graph(), goal_of(career), [10, 15, 20, 30])
    for life in everyone[CAREERS.index(career) :: len(CAREERS)]:
        check_fortnight(life)
        assert sum(row.is_learned for row in life.state.skills.values()) >= 2


def test_a_fortnight_on_the_programme_with_every_lesson_written():
    full = everything_written()
    found = lives(full, goal("all", full.names, (), full), [10, 15, 30, 60, 120])
    for life in found:
        check_fortnight(life)
    learned = {
        minutes: sum(row.is_learned for life in found if life.minutes == minutes for row in life.state.skills.values())
        for minutes in (10, 30, 120)
    }
    assert 12 <= learned[10] < learned[30] < learned[120]

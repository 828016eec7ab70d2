"""Twenty learners live a fortnight on the programme. What they know is told by a model of its own, not the tutor's."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

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
    goal,
    plan_session,
    updated,
)  # fmt: skip
from fluxions.tutor.graph import goal_of, skill_graph
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
    attempts: int = 0

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
            return [asked, *(replace(asked, skill=each, role="used", credit=used[each]) for each in used)]
        return [replace(asked, misconception=WRONG_IDEAS.get(task.skill, ""))]

    def live(self, day: int) -> tuple[int, list[PlannedTask], Plan]:
        """A day, task by task; the plan is made anew after each, as the site does."""
        done: list[DoneToday] = []
        tasks: list[PlannedTask] = []
        short = False
        while (plan := self.plan(day, done)).tasks:
            short = any(isinstance(each, RunsShort) for each in plan.notes)
            task = plan.tasks[0]
            self.check(task, day)
            if task.kind == "lab":
                self.labs_done.append(task.lab)
            else:
                found = self.shown(task, day)
                self.evidence += found
                self.state = updated(self.state, found)
            tasks.append(task)
            done.append(DoneToday(task.skill, task.kind, task.minutes, task.lab))
        self.short = short
        return sum(each.minutes for each in done), tasks, plan

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


if __name__ == "__main__":
    full = everything_written()
    for life in [
        *lives(skill_graph(), goal_of(""), [10, 15, 20, 30])[:8],
        *lives(full, goal("all", full.names, (), full), [15, 30, 60, 120])[:8],
    ]:
        print("==", life.number, life.minutes)
        for day in range(FIRST_DAY, FIRST_DAY + DAYS):
            spent, tasks, plan = life.live(day)
            kinds = " ".join(f"{t.kind[0]}:{t.skill[:12]}:{t.minutes}" for t in tasks)
            print(day - FIRST_DAY, spent, round(spent / life.minutes, 2), life.short, "|", kinds[:400])
        print(
            {
                w: sum(1 for r in life.state.skills.values() if getattr(r, w) is not None)
                for w in ("begun_day", "learned_day", "retained_day")
            },
            plan.notes,
        )

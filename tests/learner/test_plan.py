"""What every plan keeps, on programmes and histories as they come; and the days that a learner meets."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fluxions.learner import (
    AllDone,
    Chosen,
    DebtStopsNew,
    DoneToday,
    Due,
    Evidence,
    InLab,
    LabOffer,
    LearnerState,
    Maintenance,
    New,
    Practice,
    Remedy,
    RunsShort,
    due_day,
    goal,
    plan_session,
    updated,
)
from fluxions.learner.plan import CLOSE, MOST_OF_ONE_SKILL, NEW_SHARE, SHORTEST_PART
from fluxions.learner.values import task_minutes
from tests.learner.programmes import DAY, START, history, programme

NAMES = "abcdefghijkl"
CHAIN = programme("a b<a c<b d<c e f<e g<ae h~g")
ALL = goal("all", CHAIN.names, (), CHAIN)


@st.composite
def programmes(draw):
    words = []
    for k, name in enumerate(NAMES):
        below = "".join(draw(st.lists(st.sampled_from(NAMES[:k]), max_size=2, unique=True))) if k else ""
        like = draw(st.sampled_from(["", *NAMES[:k]]))
        words.append(
            ("-" if draw(st.integers(0, 5)) == 0 else "")
            + name
            + (f"<{below}" if below else "")
            + (f"~{like}" if like else "")
        )
    return programme(" ".join(words), draw(st.sampled_from((15, 20, 25, 35))))


@st.composite
def situations(draw):
    """A programme, what was done on it in the last sixty days, a budget and a seed."""
    graph = draw(programmes())
    rows = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from("+++-?"), st.integers(0, 59)), max_size=40))
    evidence = []
    for k, (name, sign, day) in enumerate(sorted(rows, key=lambda row: row[2])):
        role = "placed" if sign == "?" and draw(st.booleans()) else "asked"
        wrong_idea = "idea" if sign == "?" and role == "asked" else ""
        evidence.append(Evidence(name, sign == "+" or role == "placed", START + timedelta(minutes=k), str(k), role,
                                 day=DAY - 60 + day, misconception=wrong_idea))  # fmt: skip
    state = updated(LearnerState(), evidence)
    core = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True))
    return graph, state, goal("g", core, NAMES, graph), draw(st.integers(5, 240)), draw(st.integers(0, 99))


def plan_of(situation, **more):
    graph, state, wanted, minutes, seed = situation
    return plan_session(state, graph, wanted, day=DAY, minutes=minutes, seed=seed, **more)


def known(state):
    return {name for name, row in state.skills.items() if row.is_learned}


def unmet(graph, state, skill):
    facts = graph.facts[graph.row[skill]]
    return [each for each in facts.needs if graph.facts[graph.row[each]].written and each not in known(state)]


def check(situation, plan, done=()):
    """All that is promised of a plan."""
    graph, state, _, minutes, _ = situation
    fresh = [each.skill for each in plan.tasks if each.kind == "new"]
    learning = {name for name, row in state.skills.items() if row.begun_day is not None and not row.is_learned}
    assert plan.planned + plan.spent <= minutes or not plan.tasks
    assert plan.spent == sum(each.minutes for each in done)
    for task in plan.tasks:
        assert (
            task.reason.skill == task.skill and task.minutes > 0 and 0 <= task.difficulty[0] < task.difficulty[1] <= 1
        )
        assert graph.facts[graph.row[task.skill]].written
        assert task.skill in known(state) or unmet(graph, state, task.skill) == []
        assert (task.kind == "new") == isinstance(task.reason, New)
    for skill in fresh:
        like = {name for name, each in zip(graph.names, graph.confusable[graph.row[skill]], strict=True) if each}
        held = {each for each in learning if unmet(graph, state, each) == [] and graph.facts[graph.row[each]].written}
        assert skill not in known(state) | learning and not like & (held | set(fresh))
    new_minutes = sum(each.minutes for each in plan.tasks if each.kind == "new")
    assert new_minutes <= NEW_SHARE * minutes or not plan.left_out
    if any(isinstance(each, DebtStopsNew) for each in plan.notes):
        assert not fresh
    first_day = set(fresh) | {name for name, row in state.skills.items() if row.begun_day == DAY}
    queue = [*(each.skill for each in done), *(each.skill for each in plan.tasks)]
    for k in range(max(len(done), 2), len(queue)):
        if queue[k] == queue[k - 1] == queue[k - 2] and queue[k] not in first_day:
            assert set(queue[k:]) == {queue[k]}  # nothing else is left
    assert all(count <= MOST_OF_ONE_SKILL + 1 for count in Counter(each.skill for each in plan.tasks).values())


@given(situations())
@settings(max_examples=100, deadline=None)
def test_every_plan_keeps_its_promises(situation):
    plan = plan_of(situation)
    check(situation, plan)
    assert plan == plan_of(situation) and repr(plan) == repr(plan_of(situation))


@given(situations())
@settings(max_examples=80, deadline=None)
def test_a_plan_is_as_long_as_the_budget_or_says_that_it_is_not(situation):
    plan, minutes = plan_of(situation), situation[3]
    if plan.planned >= CLOSE * minutes:
        assert not any(isinstance(each, RunsShort | AllDone) for each in plan.notes)
        return
    assert plan.notes[-1] == RunsShort(plan.planned) if plan.tasks else isinstance(plan.notes[-1], AllDone)
    graph, state = situation[
        :2
    ]  # short, and nothing that would help is left: each begun skill is practised to the full
    count = Counter(each.skill for each in plan.tasks if each.kind not in ("new", "lab"))
    for name, row in state.skills.items():
        if graph.facts[graph.row[name]].written and row.begun_day is not None and not row.is_learned:
            assert count[name] == MOST_OF_ONE_SKILL or unmet(graph, state, name)
        if (when := due_day(state, name, graph)) is not None and when <= DAY and graph.facts[graph.row[name]].written:
            assert count[name] >= 1


@given(situations(), st.data())
@settings(max_examples=60, deadline=None)
def test_the_rest_of_the_day_keeps_its_order_after_each_answer(situation, data):
    graph, state, wanted, minutes, seed = situation
    done, clock = [], START + timedelta(days=1)
    for number in range(4):
        before = plan_of((graph, state, wanted, minutes, seed), done_today=done)
        if not before.tasks:
            return
        task = before.tasks[0]
        clock += timedelta(minutes=5)
        shown = Evidence(task.skill, data.draw(st.booleans()), clock, f"today {number}", day=DAY)
        state = updated(state, [shown])
        done = [*done, DoneToday(task.skill, task.kind, task.minutes)]
        after = plan_of((graph, state, wanted, minutes, seed), done_today=done)
        check((graph, state, wanted, minutes, seed), after, done)
        stays = [each for each in map(named, after.tasks) if each in set(map(named, before.tasks[1:]))]
        went = [each for each in map(named, before.tasks[1:]) if each in set(stays)]
        assert stays == went or kept_apart(before) or kept_apart(after)


def kept_apart(plan):
    """May a task have been moved to keep three of one skill apart?"""
    fresh = {each.skill for each in plan.tasks if each.kind == "new"}
    count = Counter(each.skill for each in plan.tasks if each.skill not in fresh)
    return max(count.values(), default=0) > 2


def named(task):
    return task.skill, task.number, task.kind


@pytest.mark.parametrize("minutes", [4, 0, -30, 241, 10_000])
def test_a_budget_that_is_no_day_is_refused(minutes):
    with pytest.raises(ValueError, match="5 to 240 minutes"):
        plan_session(LearnerState(), CHAIN, ALL, day=DAY, minutes=minutes, seed=0)


def today(state, minutes=30, graph=CHAIN, wanted=ALL, **more):
    return plan_session(state, graph, wanted, day=DAY, minutes=minutes, seed=1, **more)


def said(plan):
    return " ".join(f"{each.kind}:{each.skill}" for each in plan.tasks)


@pytest.mark.parametrize("minutes", [5, 10, 15, 30, 60])
def test_the_first_day_fills_with_what_is_new_and_practice_of_it(minutes):
    plan = today(LearnerState(), minutes)
    assert plan.tasks[0].kind == "new" and plan.planned == minutes
    assert {each.kind for each in plan.tasks} <= {"new", "practice"}
    assert plan.tasks[0].reason == New("a", ("b", "c", "d", "g"), True, 0, 0)


def test_the_second_day_begins_with_what_was_begun():
    plan = today(history("a+0 e-0", today=1))
    assert plan.tasks[0].reason == Practice("a", 1, 1)
    assert Practice("e", 1, None) in [each.reason for each in plan.tasks]


def test_a_second_success_opens_what_rests_on_it():
    assert "new:b" not in said(today(history("a+0", today=1)))
    assert "new:b" in said(today(history("a+0 a+1", today=1), done_today=[DoneToday("a", "practice", 4)]))


def test_a_due_review_says_how_far_recall_has_fallen_and_what_it_refreshes():
    state = history("a+0 a+1 b+1 b+2", today=16)
    reasons = {each.skill: each.reason for each in today(state).tasks if each.kind == "review"}
    assert isinstance(reasons["b"], Due) and reasons["b"].refreshes == ("a",) and reasons["b"].days_ago == 14
    assert 0.5 < reasons["b"].recall < 0.9


def test_one_review_warms_up_before_what_is_new():
    kinds = [each.kind for each in today(history("a+0 a+1 e+0 e+1", today=12)).tasks]
    assert kinds[0] == "review" and kinds[1] == "new"


def test_a_named_misconception_is_mended_on_a_later_day():
    wrong = Evidence("a", False, START, "9", day=DAY - 3, misconception="constant-kept")
    tasks = today(updated(LearnerState(), [wrong])).tasks
    assert tasks[0].reason == Remedy("a", "constant-kept", 3)
    same_day = today(updated(LearnerState(), [wrong._replace(day=DAY)]))
    assert "remedy" not in {each.kind for each in same_day.tasks}


def test_a_debt_of_reviews_stops_what_is_new_and_says_so():
    wide = programme("a b c d e f g h i j k l m")
    state = history(" ".join(f"{name}+0 {name}+1" for name in "abcdefghij"), today=60)
    plan = today(state, 15, wide, goal("all", wide.names, (), wide))
    assert DebtStopsNew(10, 10 * task_minutes(20)) in plan.notes
    assert {each.kind for each in plan.tasks} == {"review"} and plan.left_out


def test_reviews_leave_room_for_one_new_skill():
    wide = programme("a b c d e f g h i j k l m")
    state = history(" ".join(f"{name}+0 {name}+1" for name in "abcdefghij"), today=60)
    plan = today(state, 30, wide, goal("all", wide.names, (), wide))
    assert sum(each.kind == "new" for each in plan.tasks) == 1 and plan.left_out


def test_confusable_skills_are_not_begun_together():
    apart = programme("a b~a c")
    plan = today(LearnerState(), 60, apart, goal("all", apart.names, (), apart))
    assert [each.skill for each in plan.tasks if each.kind == "new"] == ["a", "c"]
    later = today(history("a+0", today=1), 60, apart, goal("all", apart.names, (), apart))
    assert "new:b" not in said(later)


def test_a_skipped_skill_is_gone_for_today():
    state = history("a+0 e+0", today=1)
    plan = today(state, skipped={"a"})
    assert "a" not in {each.skill for each in plan.tasks} and plan.planned >= CLOSE * 30


def test_a_chosen_skill_comes_first_though_what_it_rests_on_is_missing():
    plan = today(LearnerState(), chosen=["c", "unknown"])
    assert plan.tasks[0].reason == Chosen("c", ("b",)) and plan.tasks[0].kind == "new"
    after = today(LearnerState(), chosen=["c"], done_today=[DoneToday("c", "new", 10)])
    assert "new:c" not in said(after)


@pytest.mark.parametrize("spent, minutes", [(0, 11), (24, 6), (28, 10), (30, 10), (90, 10)])
def test_what_was_chosen_is_never_refused(spent, minutes):
    plan = today(LearnerState(), chosen=["c"], done_today=[DoneToday("a", "new", spent)])
    assert plan.tasks[0].reason == Chosen("c", ("b",)) and plan.tasks[0].minutes == minutes


def test_a_skill_that_is_taught_no_longer_does_no_harm():
    state = history("z+0 z+1 a+0", today=1)
    assert today(state, done_today=[DoneToday("y", "new", 10), DoneToday("z", "review", 4)], skipped={"x"}).tasks


LAB = LabOffer("lab-a", ("a", "b"), 40)


def test_a_lab_waits_until_its_skills_are_begun():
    assert "lab" not in said(today(history("a+0", today=1), labs=[LAB]))
    plan = today(history("a+0 a+1 b+2", today=3), labs=[LAB])
    task = next(each for each in plan.tasks if each.kind == "lab")
    assert task.reason == InLab("a", "lab-a", step=True) and task.lab == "lab-a" and task.minutes <= 11


def test_a_lab_that_fits_is_offered_whole():
    plan = today(history("a+0 a+1 b+2", today=3), labs=[replace(LAB, minutes=10)])
    assert InLab("a", "lab-a", step=False) in [each.reason for each in plan.tasks]


@pytest.mark.parametrize(
    "more",
    [{"labs_done": ["lab-a"]}, {"skipped": ["lab-a"]}, {"done_today": [DoneToday("a", "lab", SHORTEST_PART, "lab-a")]}],
)
def test_a_lab_is_not_offered_when_it_is_done_set_aside_or_had_its_part_of_today(more):
    assert "lab" not in said(today(history("a+0 a+1 b+2", today=3), labs=[LAB], **more))


def test_what_is_learned_fills_the_day_when_nothing_presses():
    alone = programme("a b")
    plan = today(history("a+0 a+1 b+0 b+1", today=2), 10, alone, goal("all", alone.names, (), alone))
    assert all(isinstance(each.reason, Maintenance) for each in plan.tasks) and plan.tasks


def test_a_day_that_is_done_says_when_the_next_review_is():
    state = history("a+0 a+1 e+1", today=1)
    plan = today(state, 10, done_today=[DoneToday("a", "practice", 5), DoneToday("e", "new", 5)])
    assert plan.tasks == () and plan.notes == (AllDone(due_day(state, "a", CHAIN), 1),)
    assert plan.notes[0].next_review > DAY


def test_nothing_is_written():
    empty = programme("-a -b<a")
    assert today(LearnerState(), 30, empty, goal("g", ["b"], (), empty)).notes == (AllDone(None, 0),)


def test_the_same_bytes_under_another_hash_seed():
    code = (
        "from tests.learner.test_plan import *\n"
        "print(repr(today(history('a+0 a+1 e+0 e+1 b+3 f+4 b+5', today=12), 60, labs=[LAB])))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != b""

"""The fold: the same state from any order of arrival, duplicates, corrections and clocks that run backwards."""

import math
from dataclasses import astuple, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fluxions.learner import Evidence, LearnerState, NotNewest, SkillState, fold, recall, updated
from fluxions.learner.fsrs import EASIEST, HARDEST, LEAST, MOST

START = datetime(2026, 3, 1, tzinfo=UTC)
DAY = 739_676
SKILLS = ("chain-rule", "power-rule", "product-rule")


def shown(skill, correct=True, day=0, attempt="1", **more):
    return Evidence(skill, correct, START + timedelta(days=day), attempt, day=DAY + day, **more)


@st.composite
def histories(draw):
    """Answers, oldest first; each shows something of one to three skills, and days jump and run backwards."""
    found, day, clock = [], DAY, START
    for attempt in range(draw(st.integers(1, 25))):
        day += draw(st.sampled_from((0, 0, 1, 1, 2, 3, 9, 30, 5 * 365, -1, -3)))
        clock += timedelta(minutes=draw(st.integers(1, 3000)))
        asked, other, *_ = draw(st.permutations(SKILLS))
        correct = draw(st.booleans())
        one = Evidence(
            asked, correct, clock, str(attempt), day=day, hints=draw(st.integers(0, 4)),
            seconds=draw(st.sampled_from((None, 0.0, 5.0, 30.0, 100.0, 1e4, math.nan))),
            difficulty=draw(st.sampled_from((None, 0.2, 0.9))),
            misconception="" if correct else draw(st.sampled_from(("", "constant-kept"))),
        )  # fmt: skip
        found.append([one])
        match draw(st.sampled_from(("", "used", "blamed", "placed"))):
            case "used":
                found[-1].append(one._replace(skill=other, role="used", correct=True, credit=draw(st.floats(0, 1))))
            case "blamed":
                found[-1].append(one._replace(skill=other, role="blamed", correct=False))
            case "placed":
                found[-1].append(one._replace(skill=other, role="placed"))
    return found


def flat(answers):
    return [each for answer in answers for each in answer]


@given(histories(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_a_fold_is_repeated_updates_in_any_order_and_with_duplicates(answers, random):
    state = LearnerState()
    for answer in answers:
        state = updated(state, answer)
    mixed = flat(answers) + random.choices(flat(answers), k=5)
    random.shuffle(mixed)
    assert fold(mixed) == fold(flat(answers)) == state


@given(histories())
@settings(max_examples=80, deadline=None)
def test_every_number_stays_in_range(answers):
    for row in fold(flat(answers)).skills.values():
        assert all(not isinstance(each, float) or math.isfinite(each) for each in astuple(row))
        if row.stability:
            assert LEAST <= row.stability <= MOST and EASIEST <= row.difficulty <= HARDEST
        assert 0 <= row.lapses <= row.repetitions and 0 <= row.credits <= 2
        assert 0 <= row.quick <= row.run <= row.unaided <= row.asked
        days = [
            each for each in (row.begun_day, row.success_day, row.learned_day, row.retained_day) if each is not None
        ]
        assert days[1:] == sorted(days[1:])


@given(
    histories(), st.sampled_from(SKILLS), st.sampled_from(("asked", "used")), st.integers(0, 400), st.integers(0, 4000)
)
@settings(max_examples=100, deadline=None)
def test_one_more_success_never_lowers_recall(answers, skill, role, waited, later):
    before = fold(flat(answers))
    last = answers[-1][0]
    day = last.day + waited
    more = Evidence(skill, True, last.seen_at + timedelta(hours=1), "last", role, day=day)
    assert recall(updated(before, [more]), skill, day + later) >= recall(before, skill, day + later) - 1e-12


@given(histories(), st.integers(0, 4000))
@settings(max_examples=80, deadline=None)
def test_right_never_leaves_less_than_wrong(answers, later):
    *before, (last, *_) = answers
    right, wrong = (recall(fold([*flat(before), last._replace(correct=each)]), last.skill, last.day + later)
                    for each in (True, False))  # fmt: skip
    assert right >= wrong - 1e-12


@given(histories(), st.data())
@settings(max_examples=100, deadline=None)
def test_a_correction_takes_the_place_of_what_it_corrects(answers, data):
    evidence = flat(answers)
    at = data.draw(st.integers(0, len(evidence) - 1))
    wrong = evidence[at]
    fixed = wrong._replace(correct=not wrong.correct)
    late = fixed._replace(replaces=wrong.id, seen_at=START + timedelta(days=9999), day=DAY + 9999)
    assert fold([late, *evidence]) == fold([*evidence[:at], fixed, *evidence[at + 1 :]])
    again = wrong._replace(replaces=late.id, seen_at=late.seen_at + timedelta(days=1))
    assert fold([again, *evidence, late]) == fold(evidence)


def test_only_what_is_newer_can_be_added():
    state = fold([shown("a", day=3, attempt="2")])
    for late in (shown("a", day=1), shown("a", day=3, attempt="2"), shown("a", day=9, replaces="x")):
        with pytest.raises(NotNewest):
            updated(state, [late])
    assert updated(state, []) is state


def test_a_state_may_hold_some_rows_only():
    whole = fold([shown("a"), shown("b", attempt="2")])
    more = [shown("a", day=1, attempt="3")]
    some = replace(whole, skills={"a": whole.skills["a"]})
    assert updated(some, more).skills["a"] == updated(whole, more).skills["a"]
    assert updated(whole, more).skills["b"] is whole.skills["b"]


def test_the_first_answer_of_a_day_moves_memory_and_no_other():
    first = fold([shown("a")]).skill("a").memory
    assert fold([shown("a"), shown("a", False, attempt="2")]).skill("a").memory == first
    assert fold([shown("a"), shown("a", day=1, attempt="2")]).skill("a").memory != first
    assert fold([shown("a", False), shown("a", attempt="2")]).skill("a").stability == 0.212


def test_a_day_that_runs_backwards_is_no_new_day():
    forward = fold([shown("a"), shown("a", attempt="2")._replace(seen_at=START + timedelta(hours=1), day=DAY - 5)])
    assert forward.skill("a").memory == fold([shown("a")]).skill("a").memory
    assert forward.skill("a").learned_day is None


def test_use_refreshes_learned_skills_alone():
    learning = [shown("a"), shown("a", day=20, role="used", attempt="3")]
    assert fold(learning).skill("a").credits == 0
    learned = [shown("a"), shown("a", day=1, attempt="2"), shown("a", day=20, role="used", attempt="3")]
    assert fold(learned).skill("a").credits == 1


def test_blame_lowers_the_blamed_skill_and_leaves_the_asked_one_alone():
    before = [shown("a"), shown("b", attempt="2")]
    blame = shown("b", False, day=4, role="blamed", attempt="3", misconception="constant-kept")
    found = fold([*before, blame])
    assert found.skill("a") == fold(before).skill("a")
    assert (found.skill("b").lapses, found.skill("b").misconception) == (1, "constant-kept")


def test_placement_counts_until_it_is_contradicted():
    placed = shown("a", role="placed")
    row = fold([placed]).skill("a")
    assert (row.stability, row.inferred, row.is_learned) == (21.0, True, True)
    confirmed = fold([placed, shown("a", day=3, attempt="2")]).skill("a")
    assert (confirmed.inferred, confirmed.learned_day) == (False, DAY + 3)
    contradicted = fold([placed, shown("a", False, day=3, attempt="2")]).skill("a")
    assert not contradicted.is_learned
    assert not fold([shown("a", False, role="placed")]).skill("a").is_learned
    assert fold([shown("a", False), shown("a", role="placed", attempt="2")]).skill("a").stability == 0.212


def test_an_unknown_skill_has_an_empty_row():
    assert LearnerState().skill("a") == SkillState("a") and recall(LearnerState(), "a", DAY) == 0.0

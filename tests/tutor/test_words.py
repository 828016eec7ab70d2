"""Every reason, standing, price and note has its sentence."""

from datetime import date
from typing import get_args

import pytest

from fluxions.learner import (
    AllDone,
    Audit,
    Chosen,
    DebtStopsNew,
    Due,
    InLab,
    LearnerState,
    Maintenance,
    New,
    Note,
    Practice,
    Price,
    Reason,
    Remedy,
    RunsShort,
    Skip,
    Standing,
    Swap,
    plan_session,
)
from fluxions.tutor.graph import goal_of, skill_graph
from fluxions.tutor.words import (
    ahead,
    listed,
    note_words,
    past,
    plan_words,
    price_tag,
    price_words,
    standing_words,
    why,
)

THURSDAY = date(2026, 3, 12).toordinal()

REASONS = [
    (Due("chain-rule", 0.8, 12), "Recall has fallen to 80 %. It was last asked on 28 February."),
    (
        Due("chain-rule", 0.796, 12, ("product-rule", "chain-rule")),
        "Recall has fallen to 80 %. One success here also practises “Product rule” and “Chain rule”.",
    ),
    (New("chain-rule", ("a", "b"), True, 4, 0),
     "New, and open: everything it rests on is learned. 2 skills on your path rest on it."),
    (New("chain-rule", ("a",), True, 1, 3),
     "New, and open: what it rests on is learned or has no lesson yet. One skill on your path rests on it."),
    (New("chain-rule", (), False), "New, and open: it rests on no other skill."),
    (Practice("chain-rule", 0, None), "Begun today: the same idea in another task, while the lesson is fresh."),
    (Practice("chain-rule", 1, None),
     "Begun yesterday, and not yet solved without help. Two such days make it learned."),
    (Practice("chain-rule", 0, 0),
     "Solved without help today, and practised further. One success on another day makes it learned."),
    (Practice("chain-rule", 4, 2), "Solved without help on Tuesday. One more such success today makes it learned."),
    (Remedy("chain-rule", "inner-derivative-lost", 2),
     "A mistake was named on Tuesday: “The inner derivative is missing”. This task isolates it."),
    (Remedy("chain-rule", "unknown", 1), "A mistake was named yesterday. This task isolates it."),
    (Audit("chain-rule"), "It counts as learned without a task of its own. One answer settles it."),
    (Maintenance("chain-rule", 0.987, "g"),
     "Nothing is more pressing. Recall is 99 %, and a harder task keeps the skill ready."),
    (InLab("chain-rule", "lab", True),
     "Its skills are begun. Today's minutes are enough for a part of it; your code is kept."),
    (InLab("chain-rule", "lab", False), "Its skills are begun, and today's minutes are enough for all of it."),
    (Chosen("chain-rule"), "You chose it."),
    (Chosen("chain-rule", ("product-rule",)), "You chose it. It rests on “Product rule”: not learned yet."),
]  # fmt: skip


@pytest.mark.parametrize("reason, sentence", REASONS)
def test_a_reason(reason, sentence):
    assert str(why(reason, day=THURSDAY)) == sentence


def test_every_kind_of_reason_is_in_the_table():
    assert {type(reason) for reason, _ in REASONS} == set(get_args(Reason))


@pytest.mark.parametrize(
    "standing, sentence",
    [
        (Standing("new"), "Not begun."),
        (Standing("learning", THURSDAY - 1), "Begun yesterday, and not yet solved without help."),
        (
            Standing("learning", THURSDAY - 3, earned=(THURSDAY - 2,)),
            "Solved without help on Tuesday. One more such day makes it learned.",
        ),
        (
            Standing("learned", THURSDAY, earned=(THURSDAY - 2, THURSDAY)),
            "Learned: solved without help on Tuesday and today.",
        ),
        (
            Standing("learned", THURSDAY, earned=(THURSDAY, THURSDAY)),
            "Learned today: your other answers showed it, and a task of its own.",
        ),
        (
            Standing("learned", THURSDAY, inferred=True, fading=True),
            "It counts as learned from your other answers, without a task of its own. "
            "Recall has fallen below 70 %: it is fading.",
        ),
        (
            Standing("retained", THURSDAY - 8, earned=(THURSDAY - 40, THURSDAY - 30, THURSDAY - 8)),
            "Retained: solved without help on 4 March, 22 days after it was learned.",
        ),
    ],
)
def test_a_standing(standing, sentence):
    assert str(standing_words(standing, day=THURSDAY)) == sentence


@pytest.mark.parametrize(
    "price, tag, sentence",
    [
        (
            Price(Skip("chain-rule"), "review", 6.1, 0.041, THURSDAY + 1, 0.2), "Skip, +0.2 days",
            "Without it, recall of “Chain rule” falls by about 4 points by tomorrow. Catching up takes 6 minutes.",
        ),
        (
            Price(Swap("chain-rule", "power-rule"), "practice", 4.4, 0.004, THURSDAY + 3, 0.0), "Swap, no delay",
            "Recall of “Chain rule” hardly changes in three days. Catching up takes 4 minutes.",
        ),
        (
            Price(Skip("chain-rule"), "new", 10, 0.0, THURSDAY + 3, 0.36), "Skip, +0.4 days",
            "“Chain rule”, and all that rests on it, come 0.4 days later.",
        ),
        (
            Price(Swap("chain-rule", "power-rule"), "new", 10, 0.0, THURSDAY + 3, 0.0), "Swap, no delay",
            "“Chain rule” is begun later. The end of your path stays where it is.",
        ),
        (
            Price(Skip("chain-rule", "lab"), "lab", 9, 0.0, THURSDAY + 3, 0.0), "Skip, no delay",
            "The lab waits with your code. 9 minutes of it stay to be done.",
        ),
    ],
)  # fmt: skip
def test_a_price(price, tag, sentence):
    assert str(price_tag(price)) == tag
    assert str(price_words(price, day=THURSDAY)) == sentence


NOTES = [
    (DebtStopsNew(9, 51), "9 reviews are due and take 51 minutes, so nothing new is begun today."),
    (RunsShort(42), "42 minutes are enough today: more of the same would help little."),
    (AllDone(None, 0), "Nothing is left for today."),
    (AllDone(None, 2), "That is all for today. Tomorrow you go on with what you have begun."),
    (AllDone(THURSDAY + 1, 0), "That is all for today. The next review is tomorrow."),
    (AllDone(THURSDAY + 4, 1),
     "That is all for today. Tomorrow you go on with what you have begun; the next review is on Monday."),
]  # fmt: skip


@pytest.mark.parametrize("note, sentence", NOTES)
def test_a_note(note, sentence):
    assert str(note_words(note, day=THURSDAY)) == sentence


def test_every_kind_of_note_is_in_the_table():
    assert {type(note) for note, _ in NOTES} == set(get_args(Note))


def test_what_a_plan_holds():
    plan = plan_session(LearnerState(), skill_graph(), goal_of(""), day=THURSDAY, minutes=30, seed=1)
    parts = [str(each) for each in plan_words(plan)]
    assert parts[0] in {"one new skill", "two new skills"} and parts[-1].endswith("of practice")


@pytest.mark.parametrize(
    "days, sentence",
    [
        (-400, "on 5 February 2025"),
        (-7, "on 5 March"),
        (-6, "on Friday"),
        (-1, "yesterday"),
        (0, "today"),
        (3, "today"),
    ],
)
def test_a_day_of_the_past(days, sentence):
    assert past(THURSDAY + days, THURSDAY) == sentence


@pytest.mark.parametrize(
    "days, sentence",
    [(-2, "today"), (0, "today"), (1, "tomorrow"), (6, "on Wednesday"), (7, "on 19 March"), (400, "on 16 April 2027")],
)
def test_a_day_to_come(days, sentence):
    assert ahead(THURSDAY + days, THURSDAY) == sentence


@pytest.mark.parametrize(
    "skills, sentence",
    [
        (["chain-rule"], "“Chain rule”"),
        (["power-rule", "gone"], "“Power, constant-multiple and sum rules” and “gone”"),
        (["chain-rule", "gone", "product-rule"], "“Chain rule”, “gone” and “Product rule”"),
        (["product-rule", "chain-rule", "a", "b"], "“Product rule”, “Chain rule” and two more"),
    ],
)
def test_a_list_of_skills(skills, sentence):
    assert listed(skills) == sentence

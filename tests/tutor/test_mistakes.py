"""The page of a misconception: its example is judged as it says, and the task for it isolates it."""

import pytest

from fluxions import calculus
from fluxions.calculus import Mistaken
from fluxions.calculus.problems.accept import visible_mistakes
from fluxions.tutor.mistakes import example, isolating, shown_by, skills_with
from fluxions.tutor.stated import problem_of
from fluxions.tutor.words import NAMED

SOME = ["inner-derivative-lost", "product-of-derivatives", "quotient-flipped", "power-integrated"]


@pytest.mark.parametrize("name", [each for each in SOME if each in NAMED])
def test_a_task_isolates_the_mistake(name):
    known = NAMED[name]
    task = isolating(known, ())
    assert task is not None and name in shown_by(task)
    wrong = next(each for each in visible_mistakes(problem_of(task)) if each.misconception.name == name)
    said = calculus.diagnose(problem_of(task), calculus.ascii(wrong.answer))
    assert isinstance(said, Mistaken) and said.misconception.name == name
    another = isolating(known, [(task.skill, task.family, task.seed)])
    assert another is None or another != task


@pytest.mark.parametrize("name", sorted(NAMED))
def test_every_misconception_has_an_example_that_differs_from_the_answer(name):
    shown = example(NAMED[name])
    assert shown is not None and shown.wrong != shown.derivation.answer


def test_many_misconceptions_have_a_written_skill():
    assert sum(bool(skills_with(each)) for each in NAMED.values()) >= 60

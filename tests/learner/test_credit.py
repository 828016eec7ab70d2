import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxions.learner import fsrs
from fluxions.learner.credit import FRESH, credited
from fluxions.learner.memory import Memory, graded

DAY = 1000


def memory(stability=10.0, ago=10, difficulty=5.0, credits=0):
    return Memory(stability, difficulty, float(DAY - ago), 3, 0, DAY - ago, credits)


def test_the_formula():
    before = memory()
    good = graded(before, fsrs.GOOD, DAY)
    found = credited(before, 0.5, DAY)
    assert found.stability == pytest.approx(before.stability**0.7 * good.stability**0.3)
    assert found.last == pytest.approx(before.last + 0.3 * 10)
    assert (found.credits, found.repetitions, found.difficulty) == (1, 3, 5.0)


@pytest.mark.parametrize(
    "before",
    [
        memory(ago=0),
        memory(ago=-4),  # a clock that ran backwards
        memory(stability=1000.0, ago=2),  # recall above 0.97
        memory(credits=2),  # the third consolidation is explicit
        Memory(),
    ],
)
def test_no_credit(before):
    assert credited(before, 1.0, DAY) == before


def test_an_explicit_answer_makes_room_for_credit_again():
    twice = credited(credited(memory(ago=40), 0.3, DAY - 20), 0.3, DAY)
    assert twice.credits == 2 and graded(twice, fsrs.GOOD, DAY).credits == 0


@given(st.floats(fsrs.LEAST, 3000), st.floats(1, 10), st.integers(1, 2000), st.floats(-1, 3), st.integers(0, 4000))
def test_credit_never_exceeds_an_explicit_good_and_never_lowers_recall(stability, difficulty, ago, credit, later):
    before = memory(stability, ago, difficulty)
    found, good = credited(before, credit, DAY), graded(before, fsrs.GOOD, DAY)

    def recall(each):
        return fsrs.recall(DAY + later - each.last, each.stability)

    assert recall(before) - 1e-12 <= recall(found) <= recall(good) + 1e-12
    assert found == before or fsrs.recall(ago, stability) <= FRESH

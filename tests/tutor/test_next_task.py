import pytest

from fluxions.tutor.next_task import Done, next_task, unused_seed

OFFER = {"power": ("p1", "p2"), "empty": (), "chain": ("c1",)}


def done(*rows: str) -> list[Done]:
    """`p1+` is a task of the first family of power, solved; `p1-` one that was not."""
    skill = {"p": "power", "c": "chain"}
    return [Done(skill[row[0]], row[:-1], seed, row[-1] == "+") for seed, row in enumerate(rows)]


@pytest.mark.parametrize(
    "before, follows",
    [
        ([], "p1"),
        (["p1-"], "p1"),
        (["p1+"], "p2"),
        (["p1-", "p1+"], "p2"),
        (["p1+", "p2-"], "p2"),
        (["p1+", "p2+"], "c1"),
        (["c1+"], "p1"),
        (["p1+", "p2+", "c1-"], "c1"),
        (["p1+", "p2+", "c1+"], "p1"),
        (["p1+", "p2+", "c1+", "p1+"], "c1"),
    ],
)
def test_the_next_task(before, follows):
    chosen = next_task(done(*before), OFFER)
    assert chosen is not None and chosen.family == follows and chosen.why


def test_a_task_that_is_no_longer_offered_leads_to_the_beginning():
    chosen = next_task([Done("gone", "x", 1, True)], OFFER)
    assert chosen is not None and (chosen.skill, chosen.family) == ("power", "p1")


def test_nothing_is_written():
    assert next_task([], {"empty": ()}) is None


def test_seeds_are_never_met_twice_and_begin_with_the_learners_own():
    before = [Done("power", "p1", seed, False) for seed in (300, 301, 303)]
    assert unused_seed(before, "power", "p1", 300) == 302
    assert unused_seed(before, "power", "p2", 300) == 300


def test_the_same_answers_lead_to_the_same_task():
    assert next_task(done("p1+", "p2-"), OFFER, start=5) == next_task(done("p1+", "p2-"), OFFER, start=5)

from dataclasses import replace

import pytest

from fluxions.calculus import discriminates
from fluxions.curriculum import curriculum, families
from fluxions.learner import Due, PlannedTask, Remedy
from fluxions.tutor.next_task import (
    Done,
    Variant,
    difficulty_places,
    misconceptions_of,
    unused_seed,
    variant_for,
)
from fluxions.tutor.stated import drawn, problem_of


def test_seeds_are_never_met_twice_and_begin_with_the_learners_own():
    before = [Done("power", "p1", seed, False) for seed in (300, 301, 303)]
    assert unused_seed(before, "power", "p1", 300) == 302
    assert unused_seed(before, "power", "p2", 300) == 300


def planned(low=0.0, high=1.0, skill="chain-rule", misconception=""):
    reason = Remedy(skill, misconception, 1) if misconception else Due(skill, 0.8, 3)
    return PlannedTask(skill, "review", 4, (low, high), reason)


@pytest.mark.parametrize("skill", [each.id for each in curriculum().written])
def test_families_have_their_places_from_easy_to_hard(skill):
    places = difficulty_places(skill)
    assert list(places) and set(places) <= {each.name for each in families(skill)}
    ordered = sorted(places, key=places.__getitem__)
    assert places[ordered[0]] == 0.0 and (len(ordered) == 1 or places[ordered[-1]] == 1.0)
    measured = [drawn(skill, name, 0).difficulty for name in ordered]
    assert measured == sorted(measured)


@pytest.mark.parametrize("low, high", [(0.0, 0.3333), (0.3333, 0.6667), (0.6667, 1.0), (0.0, 1.0)])
def test_a_family_of_the_range_is_set_and_all_of_them_in_turn(low, high):
    fitting = {name for name, place in difficulty_places("chain-rule").items() if low <= place <= high}
    done = []
    for seed in range(2 * len(fitting)):
        found = variant_for(planned(low, high), done, start=500)
        assert found.family in fitting and found.seed >= 500
        done.append(Done("chain-rule", found.family, found.seed, seed % 2 == 0))
    assert {each.family for each in done[: len(fitting)]} == {each.family for each in done[len(fitting) :]} == fitting
    assert len({(each.family, each.seed) for each in done}) == len(done)


def test_an_empty_range_takes_the_nearest_family():
    assert variant_for(planned(0.01, 0.02), []).family == min(
        difficulty_places("chain-rule"), key=difficulty_places("chain-rule").__getitem__
    )


def test_a_remedy_shows_the_mistake_if_it_is_made_again():
    found = variant_for(planned(0.9, 1.0, misconception="inner-derivative-lost"), [])
    assert "inner-derivative-lost" in misconceptions_of("chain-rule", found.family)
    assert variant_for(planned(0.9, 1.0, misconception="unknown"), []) is not None


def test_what_is_not_written_has_no_variant():
    blank = next(each.id for each in curriculum().skills.values() if not each.written)
    assert variant_for(planned(skill=blank), []) is None
    assert variant_for(planned(skill="unknown"), []) is None
    assert variant_for(replace(planned(), kind="lab", lab="lab-gd-1d"), []) is None


def test_the_same_plan_and_tasks_lead_to_the_same_variant():
    assert variant_for(planned(), [], start=7) == variant_for(planned(), [], start=7)
    assert isinstance(variant_for(planned(), [], start=7), Variant)


def test_after_a_diagnosis_between_two_mistakes_comes_a_variant_that_tells_them_apart():
    pair = ("inner-derivative-lost", "outer-taken-at-x")
    before: list[Done] = []
    for _ in range(5):
        found = variant_for(planned(), before, unsure=pair)
        assert found is not None
        assert discriminates(problem_of(drawn(found.skill, found.family, found.seed))).separates(*pair)
        before.append(Done(found.skill, found.family, found.seed, False))


def test_where_no_variant_tells_them_apart_the_task_is_as_ever():
    assert variant_for(planned(), [], unsure=("no-such-mistake", "nor-this")) == variant_for(planned(), [])

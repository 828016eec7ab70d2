import numpy as np
import pytest

from fluxions.learner import SkillFacts, SkillGraph, goal
from tests.learner.programmes import programme

DIAMOND = "a b<a c<a d<bc -e<d f<e"


def flags(graph, learned):
    return np.array([name in learned for name in graph.names])


def named(graph, found):
    return "".join(name for name, each in zip(graph.names, found, strict=True) if each)


def test_what_rests_on_what():
    graph = programme(DIAMOND)
    assert "".join(graph.ancestors("d")) == "abc"
    assert "".join(graph.ancestors("f")) == "abcde"
    assert "".join(graph.dependants("a")) == "bc"
    assert "".join(graph.closed(["d", "unknown"])) == "abcd"
    assert named(graph, graph.gates) == "abcde"


@pytest.mark.parametrize(
    "learned, is_open, frontier",
    [
        ("", "af", "af"),  # what f rests on has no lesson yet
        ("a", "abcf", "bcf"),
        ("ab", "abcf", "cf"),
        ("abc", "abcdf", "df"),
        ("d", "af", "af"),  # learned without what it rests on: that stays shut
    ],
)
def test_a_skill_is_open_when_each_prerequisite_is_learned_or_not_written(learned, is_open, frontier):
    graph = programme(DIAMOND)
    known = flags(graph, learned)
    assert named(graph, graph.open(known)) == is_open
    assert named(graph, graph.frontier(known)) == frontier


def test_confusable_is_symmetric_whoever_declares_it():
    graph = programme("a b~a c")
    assert graph.confusable[0, 1] and graph.confusable[1, 0] and not graph.confusable[0, 2]


def test_a_skill_before_its_prerequisite_is_refused():
    with pytest.raises(ValueError, match="b stands before a"):
        _ = SkillGraph((SkillFacts("b", ("a",)), SkillFacts("a"))).rests


def test_a_prerequisite_that_is_no_skill_is_left_out():
    graph = SkillGraph((SkillFacts("a", ("gone",), {"gone": 0.5}, ("gone",)),))
    assert graph.ancestors("a") == () and not graph.encompasses.any()


def test_the_version_follows_the_facts():
    assert programme(DIAMOND).version == programme(DIAMOND).version
    others = [programme("a b<a c<a d<bc e<d f<e"), programme(DIAMOND, minutes=21), programme(DIAMOND, encompasses=0.4)]
    assert len({programme(DIAMOND).version, *(each.version for each in others)}) == 4


def test_a_goal_holds_what_its_skills_rest_on():
    wanted = goal("g", ["b"], ["d"], programme(DIAMOND))
    assert (wanted.core, wanted.useful) == (("a", "b"), ("c", "d"))

import pytest

from fluxions.curriculum import Cycle, SkillGraph

GRAPH = SkillGraph({"d": ("b", "c"), "a": (), "b": ("a",), "c": ("a",), "e": ("nowhere",)})


@pytest.mark.parametrize("skill, ancestors", [
    ("a", set()),
    ("b", {"a"}),
    ("d", {"a", "b", "c"}),
    ("e", set()),  # a prerequisite that is no skill is left out
])  # fmt: skip
def test_ancestors(skill, ancestors):
    assert GRAPH.ancestors(skill) == ancestors


def test_the_order_puts_prerequisites_first_and_otherwise_keeps_what_was_given():
    assert GRAPH.order == ("a", "b", "c", "d", "e")


@pytest.mark.parametrize("skill, dependants", [("a", ("b", "c")), ("b", ("d",)), ("d", ())])
def test_dependants(skill, dependants):
    assert GRAPH.dependants(skill) == dependants


def test_depth_is_the_longest_chain_below():
    assert GRAPH.depth == {"a": 0, "b": 1, "c": 1, "d": 2, "e": 0}


def test_closed_adds_what_the_skills_rest_on():
    assert GRAPH.closed(["d"]) == ("a", "b", "c", "d")
    assert GRAPH.closed(["c", "e"]) == ("a", "c", "e")


def test_a_ring_is_named():
    with pytest.raises(Cycle) as ring:
        SkillGraph({"a": ("b",), "b": ("c",), "c": ("a",), "d": ()}).order  # noqa: B018
    assert str(ring.value) == "a needs b needs c needs a"

import pytest

from fluxions.curriculum import curriculum
from fluxions.tutor.graph import goal_of, skill_graph


def test_the_graph_says_what_the_curriculum_says():
    programme, graph = curriculum(), skill_graph()
    assert graph.names == tuple(programme.skills)
    for skill in programme.skills.values():
        assert set(graph.ancestors(skill.id)) == programme.graph.ancestors(skill.id)
        assert set(graph.dependants(skill.id)) == set(programme.graph.dependants(skill.id))
        assert graph.written[graph.row[skill.id]] == skill.written
        assert graph.minutes[graph.row[skill.id]] == skill.minutes


@pytest.mark.parametrize("career", [each.id for each in curriculum().careers])
def test_a_goal_is_a_career(career):
    found = goal_of(career)
    assert set(found.core) == set(curriculum().path(career).skills)
    assert set(curriculum().useful(career)) <= set(found.useful)
    assert not set(found.core) & set(found.useful)


@pytest.mark.parametrize("career", ["", "astronaut"])
def test_without_a_career_the_goal_is_all_that_is_written(career):
    assert {each.id for each in curriculum().written} <= set(goal_of(career).core) and goal_of(career).useful == ()

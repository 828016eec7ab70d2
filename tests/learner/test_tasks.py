import pytest

from fluxions.learner.state import SkillState
from fluxions.learner.tasks import THIRD, difficulty_range


@pytest.mark.parametrize(
    "kind, row, expected",
    [
        ("new", SkillState("a"), (0, THIRD)),
        ("practice", SkillState("a", run=0), (0, THIRD)),
        ("practice", SkillState("a", run=1), (0, 1 - THIRD)),
        ("review", SkillState("a", run=2), (THIRD, 1 - THIRD)),
        ("review", SkillState("a", run=9), (THIRD, 1)),
        ("review", SkillState("a", run=9, retained_day=3), (0.5, 1)),
        ("review", SkillState("a", run=0, retained_day=3), (0, THIRD)),  # a failure leads back to easy tasks
        ("remedy", SkillState("a", run=9), (0, 1 - THIRD)),
        ("check", SkillState("a", inferred=True), (THIRD, 1 - THIRD)),
    ],
)
def test_tasks_are_easy_first_and_then_harder(kind, row, expected):
    assert difficulty_range(row, kind) == expected

from datetime import UTC, datetime

from fluxions.learner import Evidence

SEEN = Evidence("chain-rule", True, datetime(2026, 3, 1, tzinfo=UTC), attempt="7")


def test_the_id_is_that_of_attempt_skill_role_and_what_it_replaces():
    same = SEEN._replace(correct=False, day=9, hints=3, seen_at=datetime(2027, 1, 1, tzinfo=UTC))
    assert SEEN.id == same.id
    others = [SEEN._replace(skill="power-rule"), SEEN._replace(attempt="8"), SEEN._replace(role="used"),
              SEEN._replace(replaces=SEEN.id)]  # fmt: skip
    assert len({SEEN.id, *(each.id for each in others)}) == 5


def test_the_id_keeps_its_parts_apart():
    assert SEEN._replace(attempt="7a", skill="b").id != SEEN._replace(attempt="7", skill="ab").id


def test_the_id_never_changes():
    assert SEEN.id == "0116be424b9eb70724357d95d6045fa8"

"""A learner with a long record."""

from datetime import timedelta

import pytest

from fluxions.curriculum import curriculum
from fluxions.learner import Evidence
from fluxions.web import clock
from fluxions.web.study.models import Attempt, Observation


@pytest.fixture
def record_of():
    """Puts evidence of so many answers on every skill of the programme into the database, day after day."""

    def put(learner, count: int) -> None:
        skills, now, today = list(curriculum().skills), clock.now(), clock.day("UTC")
        tasks = [
            Attempt(learner=learner, skill=skills[each % len(skills)], family="f", seed=each, prompt="", task="x",
                    opened=now, closed=now - timedelta(days=30), closed_how="right")
            for each in range(count)
        ]  # fmt: skip
        made = Attempt.objects.bulk_create(tasks, batch_size=500)
        rows = []
        for number, attempt in enumerate(made):
            ago = (count - number) // 20 + 1
            seen = now - timedelta(days=ago)
            shown = Evidence(attempt.skill, number % 7 > 0, seen, str(attempt.pk), day=today - ago)
            rows.append(Observation.of(learner.pk, shown, attempt))
        Observation.objects.bulk_create(rows, batch_size=500)

    return put

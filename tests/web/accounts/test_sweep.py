from datetime import timedelta

import pytest
from django.urls import reverse

from fluxions.web import clock
from fluxions.web.accounts.models import Learner, User
from fluxions.web.accounts.sweep import remove_visitors

pytestmark = pytest.mark.django_db
BEGIN = {"skill": "chain-rule", "family": "scaled-input"}


def learner(days: float, **more: object) -> Learner:
    return Learner.objects.create(created=clock.now() - timedelta(days=days), **more)


def test_visitors_who_stayed_away_for_thirty_days_are_forgotten(ada):
    user = User.objects.create(created=clock.now())
    gone, kept = learner(31), learner(29)
    back = learner(90, seen=clock.now() - timedelta(days=2))
    theirs = learner(400, user=user)
    assert remove_visitors(clock.now()) == 1
    assert set(Learner.objects.all()) == {kept, back, theirs, ada.learner} and gone not in Learner.objects.all()


def test_whoever_answers_is_seen(ada, settings):
    attempt = ada.attempt()
    settings.CLOCK_MOVED_BY = timedelta(days=20)
    ada.answers(attempt, "7")
    settings.CLOCK_MOVED_BY = timedelta(days=40)
    assert remove_visitors(clock.now()) == 0
    settings.CLOCK_MOVED_BY = timedelta(days=51)
    assert remove_visitors(clock.now()) == 1


def test_a_new_visitor_sweeps_at_most_once_a_day(client, settings):
    learner(31)
    client.post(reverse("study:begin"), BEGIN)
    assert Learner.objects.count() == 1
    learner(31)
    client.cookies.clear()
    client.post(reverse("study:begin"), BEGIN)
    assert Learner.objects.count() == 3
    settings.CLOCK_MOVED_BY = timedelta(days=1)
    client.cookies.clear()
    client.post(reverse("study:begin"), BEGIN)
    assert Learner.objects.count() == 3

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse

from fluxions.web import clock
from fluxions.web.accounts.models import Learner, User

pytestmark = pytest.mark.django_db
TASK = {"skill": "chain-rule", "family": "scaled-input"}


def test_the_thirty_days_begin_anew_with_the_first_answer_of_a_day(ada, settings):
    attempt = ada.attempt()
    assert "fluxions" not in ada.answers(attempt, "7x").cookies
    settings.CLOCK_MOVED_BY = timedelta(days=2)
    assert ada.answers(attempt, "8x").cookies["fluxions"]["max-age"] == 30 * 24 * 3600
    assert "fluxions" not in ada.answers(attempt, "9x").cookies


def test_the_cookie_is_for_this_site_alone(client):
    client.post(reverse("study:begin"), TASK)
    cookie = client.cookies["fluxions"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"


def test_a_learner_that_is_gone_is_made_anew(ada):
    Learner.objects.all().delete()
    response = ada.client.post(reverse("study:begin"), TASK)
    assert response.status_code == 302 and Learner.objects.count() == 1


def test_addresses_are_kept_in_lower_case():
    with pytest.raises(IntegrityError):
        User.objects.create(email="Ada@example.org", created=clock.now())

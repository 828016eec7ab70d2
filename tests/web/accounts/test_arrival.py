"""Local mode: a visitor, then the owner of this installation."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from fluxions.web import clock
from fluxions.web.accounts import arrival
from fluxions.web.accounts.models import AuditEvent, Learner, User

pytestmark = pytest.mark.django_db


def test_keep_my_work_makes_the_owner_and_takes_the_visitors_learner_along(ada):
    attempt = ada.attempt()
    response = ada.client.post(reverse("keep"), {"name": " Ada "})
    assert response["Location"] == reverse("person:settings")
    owner = User.objects.get()
    assert (owner.name, owner.email, owner.is_owner, owner.is_operator) == ("Ada", None, True, True)
    ada.learner.refresh_from_db()
    assert ada.learner.user == owner and Learner.objects.count() == 1
    assert ada.client.get(reverse("study:task", args=[attempt.pk])).status_code == 200
    assert [each.verb for each in AuditEvent.objects.all()] == ["became owner"]


def test_from_then_on_arriving_is_being_the_owner(ada):
    attempt = ada.attempt()
    ada.client.post(reverse("keep"))
    elsewhere = Client()
    assert "Keep my work" not in elsewhere.get("/").content.decode()
    assert elsewhere.get(reverse("study:task", args=[attempt.pk])).status_code == 200
    assert elsewhere.get(reverse("person:settings")).status_code == 200


def test_keeping_gives_the_session_a_new_key(ada):
    before = ada.client.session.session_key
    ada.client.post(reverse("keep"))
    assert ada.client.session.session_key != before


def test_a_visit_in_another_browser_joins_when_it_comes_back(ada, bob):
    attempt = bob.attempt()
    ada.client.post(reverse("keep"))
    owner = User.objects.get()
    assert bob.client.get(reverse("study:task", args=[attempt.pk])).status_code == 200
    assert list(owner.learners.order_by("joined").values_list("pk", flat=True)) == [ada.learner.pk, bob.learner.pk]
    assert "learner" not in bob.client.session


def test_there_is_one_owner(ada, bob):
    first = arrival.keep_work(_request(ada), "Ada", clock.now())
    second = arrival.keep_work(_request(bob), "Bob", clock.now())
    assert first == second and User.objects.count() == 1
    assert set(first.learners.values_list("pk", flat=True)) == {ada.learner.pk, bob.learner.pk}
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(is_owner=True, created=clock.now())


def _request(visitor):
    from django.test import RequestFactory

    request = RequestFactory().post("/keep")
    request.session = visitor.client.session
    return request


@pytest.mark.parametrize("address", ["account_login", "account_signup", "account_email", "mfa_index"])
def test_nobody_signs_in_by_password_in_local_mode(client, address):
    assert client.get(reverse(address))["Location"] == reverse("keep")
    client.post(reverse("keep"))
    assert client.get(reverse(address))["Location"] == reverse("person:settings")


def test_a_demanded_key_is_the_printed_link_and_then_a_cookie(client, settings):
    settings.DEMANDS_KEY = True
    refused = client.get("/")
    assert refused.status_code == 403 and "printed" in refused.content.decode()
    assert client.get("/?key=guess").status_code == 403
    assert client.get("/healthz").status_code == 200
    opened = client.get(f"/?key={arrival.arrival_key()}")
    assert opened["Location"] == "/" and opened.cookies["fluxions-key"]["httponly"]
    assert arrival.arrival_key() not in opened.cookies["fluxions-key"].value
    assert client.get("/").status_code == 200
    assert Client().get("/", headers={"Cookie": "fluxions-key=ä"}).status_code == 403

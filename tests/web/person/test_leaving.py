import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from fluxions.web.accounts.models import AuditEvent, Invitation, Learner, User
from fluxions.web.study.models import Answer, Observation
from tests.web.accounts.conftest import PASSWORD, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("word", ["", "no", "delete!", "deleted"])
def test_without_the_word_nothing_is_deleted(owner, word):
    response = owner.client.post(reverse("person:delete"), {"word": word})
    assert response.status_code == 422 and "Nothing was deleted" in response.content.decode()
    assert User.objects.count() == 1


def test_deleting_erases_all_evidence_and_makes_the_place_a_visitors_again(owner, bob):
    attempt = owner.attempt()
    owner.answers(attempt, "10*(2*x + 1)^4")
    other = Client()
    assert other.get("/settings/").status_code == 200
    response = owner.client.post(reverse("person:delete"), {"word": " Delete "})
    assert "Your account is deleted" in response.content.decode()
    assert not User.objects.exists() and not Answer.objects.exists() and not Observation.objects.exists()
    assert list(Learner.objects.all()) == [bob.learner]
    assert "Keep my work" in Client().get("/").content.decode()
    # a second tab
    assert owner.answers(attempt, "1").status_code == 404
    assert other.get("/settings/")["Location"] == reverse("keep")
    assert other.post("/settings/", {"minutes": "30"})["Location"] == reverse("keep")
    assert other.post(reverse("keep"), {"name": "Grace"}).status_code == 302 and User.objects.get().name == "Grace"


def test_in_server_mode_every_session_ends(settings):
    settings.MODE = "server"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    first = signed_in("ada@example.org", name="Ada")
    second = Client()
    second.post("/sign-in", {"login": "ada@example.org", "password": PASSWORD})
    number = User.objects.get().pk
    Invitation.objects.create(
        digest="1", email="ada@example.org", made_by=number, made="2026-01-01T00:00Z", expires="2099-01-01T00:00Z"
    )
    again = first.get(reverse("person:delete"))["Location"]
    assert again.startswith(reverse("account_reauthenticate"))
    assert first.post(again, {"password": "not this one"}).status_code == 200
    assert first.post(again, {"password": PASSWORD})["Location"] == reverse("person:delete")
    assert first.post(reverse("person:delete"), {"word": "delete"}).status_code == 200
    assert not Session.objects.exists() and not Invitation.objects.exists()
    assert second.get("/settings/")["Location"] == reverse("account_login")
    assert second.post("/settings/", {"minutes": "30"})["Location"] == reverse("account_login")
    assert second.post("/study/next").status_code == 302  # a visitor again
    last = AuditEvent.objects.order_by("pk").last()
    assert (last.actor, last.verb, last.target) == (None, "deleted an account", f"person {number}")
    assert "ada" not in str(list(AuditEvent.objects.values())).lower()


def test_in_server_mode_deleting_asks_for_the_password_first(settings):
    settings.MODE = "server"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    client = signed_in("ada@example.org")
    response = client.post(reverse("person:delete"), {"word": "delete"})
    assert response["Location"].startswith(reverse("account_reauthenticate")) and User.objects.count() == 1

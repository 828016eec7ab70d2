"""Server mode: the set-up key, invitations, open and closed sign-up."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from fluxions.web import clock
from fluxions.web.accounts import entrance
from fluxions.web.accounts.models import AuditEvent, Invitation, User
from tests.web.accounts.conftest import PASSWORD, account, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("server")]
SIGN_UP = {"email": "Grace@Example.org", "name": "Grace", "password1": PASSWORD}


def path(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}"


def test_the_first_with_the_set_up_key_becomes_operator_and_the_key_is_spent(client):
    link = path(entrance.set_up_link())
    assert "operator" in client.get(link).content.decode()
    assert client.post(link, SIGN_UP).status_code == 302
    made = User.objects.get()
    assert (made.email, made.is_operator, made.is_owner) == ("grace@example.org", True, True)
    assert client.get(reverse("people")).status_code == 200
    assert not entrance.needs_operator()
    assert "not valid" in Client().get(link).content.decode()
    assert "not valid" in Client().post(link, SIGN_UP | {"email": "eve@example.org"}).content.decode()
    made.delete()
    assert "not valid" in Client().get(link).content.decode()  # the next link is another one
    assert Client().get(path(entrance.set_up_link())).status_code == 200


def test_an_owner_from_local_mode_gets_a_password_by_the_set_up_key(client, settings):
    settings.MODE = "local"
    client.post(reverse("keep"), {"name": "Ada"})
    settings.MODE = "server"
    assert entrance.needs_operator()
    link = path(entrance.set_up_link())
    assert Client().post(link, SIGN_UP | {"name": ""}).status_code == 302
    owner = User.objects.get()
    assert (owner.name, owner.email, owner.check_password(PASSWORD)) == ("Ada", "grace@example.org", True)


@pytest.mark.parametrize("sign_up, door", [("open", True), ("invite", False), ("closed", False)])
def test_who_may_sign_up(client, settings, sign_up, door):
    settings.SIGN_UP = sign_up
    response = client.post(reverse("account_signup"), SIGN_UP)
    assert (response.status_code == 302) == door == User.objects.exists()


def test_an_invitation_lets_one_person_in(client):
    operator = account("ada@example.org", is_operator=True)
    link = path(entrance.invite(operator, "", clock.now()))
    assert client.post(link, SIGN_UP).status_code == 302
    assert not User.objects.get(email="grace@example.org").is_operator
    late = Client().post(link, SIGN_UP | {"email": "eve@example.org"})
    assert "not valid any more" in late.content.decode() and User.objects.count() == 2


@pytest.mark.parametrize("change", ["old", "closed", "withdrawn", "misspelt"])
def test_an_invitation_that_is_not_valid(client, settings, change):
    operator = account("ada@example.org", is_operator=True)
    link = path(entrance.invite(operator, "", clock.now() - timedelta(days=15 if change == "old" else 0)))
    if change == "closed":
        settings.SIGN_UP = "closed"
    if change == "withdrawn":
        boss = signed_in("boss@example.org", is_operator=True)
        boss.post(reverse("withdraw", args=[Invitation.objects.get().pk]))
    if change == "misspelt":
        link += "x"
    assert "No account can be made here" in client.post(link, SIGN_UP).content.decode()


def test_an_invitation_taken_meanwhile_makes_no_account(client, monkeypatch):
    operator = account("ada@example.org", is_operator=True)
    link = path(entrance.invite(operator, "", clock.now()))
    taken = entrance.take

    def somebody_else_first(door, now):
        assert taken(door, now)
        return taken(door, now)

    monkeypatch.setattr(entrance, "take", somebody_else_first)
    response = client.post(link, SIGN_UP)
    assert response.status_code == 409 and User.objects.count() == 1


def test_of_two_with_the_set_up_key_one_becomes_operator(client, settings):
    settings.MODE = "local"
    client.post(reverse("keep"), {"name": "Ada"})
    settings.MODE = "server"
    door = entrance.Entrance(operator=True)
    assert entrance.take(door, clock.now())
    account("grace@example.org", is_operator=True)
    assert not entrance.take(door, clock.now())


def test_with_mail_an_invitation_vouches_for_its_address_alone(settings, mailoutbox):
    settings.SENDS_MAIL, settings.ACCOUNT_EMAIL_VERIFICATION = True, "mandatory"
    operator = account("ada@example.org", is_operator=True)
    invited = Client()
    invited.post(path(entrance.invite(operator, "grace@example.org", clock.now())), SIGN_UP)
    assert invited.get("/settings/").status_code == 200 and not mailoutbox
    other = Client()
    other.post(
        path(entrance.invite(operator, "grace@example.org", clock.now())), SIGN_UP | {"email": "eve@example.org"}
    )
    assert other.get("/settings/").status_code == 302 and len(mailoutbox) == 1


@pytest.mark.parametrize(
    "more, words",
    [
        ({"password1": "eleven sign"}, "at least 12"),
        ({"email": "no address"}, "valid email"),
        ({"email": "ADA@example.org"}, "There is an account with this address"),
        ({"name": "x" * 121}, "at most 120"),
    ],
)
def test_what_cannot_be_an_account(client, settings, more, words):
    settings.SIGN_UP = "open"
    account("ada@example.org")
    page = client.post(reverse("account_signup"), SIGN_UP | more).content.decode()
    assert words in page and User.objects.count() == 1


def test_a_password_of_plain_words_is_enough(client, settings):
    settings.SIGN_UP = "open"
    assert client.post(reverse("account_signup"), SIGN_UP | {"password1": "aaaaaaaaaaaa"}).status_code == 302


@pytest.mark.parametrize("url", ["https://maths.example.org", ""])
def test_links_to_hand_over_carry_the_address_that_people_use(settings, url):
    settings.URL = url
    boss = signed_in("ada@example.org", is_operator=True)
    for address in (reverse("invite"), reverse("reset-link", args=[User.objects.get().pk])):
        assert f"<code>{url or 'http://testserver'}/" in boss.post(address).content.decode()


def test_the_operator_sees_people_and_makes_links_each_of_which_is_written_down(settings):
    boss = signed_in("ada@example.org", is_operator=True)
    grace = account("grace@example.org", name="Grace")
    page = boss.post(reverse("invite"), {"email": "alan@example.org"}).content.decode()
    assert "/sign-up?invitation=" in page and "shown this once" in page
    assert Invitation.objects.get().digest not in page
    page = boss.post(reverse("reset-link", args=[grace.pk])).content.decode()
    link = page.split("<code>")[1].split("</code>")[0].replace("&amp;", "&")
    assert [each.verb for each in AuditEvent.objects.order_by("pk")] == ["invited", "made a reset link"]
    visitor = Client()
    form = visitor.get(path(link), follow=True)
    new = "several other plain words"
    sent = {"password1": new, "password2": new}
    assert visitor.post(form.redirect_chain[-1][0], sent).status_code == 302
    grace.refresh_from_db()
    assert grace.check_password(new)
    assert boss.post(reverse("reset-link", args=[10**6])).status_code == 404
    assert boss.post(reverse("invite"), {"email": "nonsense"}).status_code == 422


@pytest.mark.parametrize("address, number", [("people", None), ("invite", None), ("withdraw", 1), ("reset-link", 1)])
def test_for_anybody_else_there_are_no_such_pages(client, address, number):
    target = reverse(address, args=[number] if number else [])
    person = signed_in("grace@example.org")
    for each in (client, person):
        assert (each.get(target) if address == "people" else each.post(target)).status_code == 404


def test_an_audit_event_cannot_be_changed():
    from django.db import DatabaseError, transaction

    AuditEvent.record(1, "invited", now=clock.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEvent.objects.update(verb="nothing")

"""Server mode: what signing in brings along, and what an account can change about it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from fluxions.web import clock
from fluxions.web.accounts.models import Learner, User
from fluxions.web.accounts.visitors import learner_ids, visitor
from tests.web.accounts.conftest import PASSWORD, account, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("server")]
BEGIN = {"skill": "chain-rule", "family": "scaled-input"}
OTHER = "several other plain words"


def sign_in(client: Client, email: str, password: str = PASSWORD):
    return client.post(reverse("account_login"), {"login": email, "password": password})


@pytest.fixture
def mails(settings):
    settings.SENDS_MAIL = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.SIGN_UP = "open"
    return mail.outbox


def link_in(message) -> str:
    return next(each for each in message.body.split() if each.startswith("http://")).removeprefix("http://testserver")


def test_signing_in_takes_the_visitors_work_along_under_a_new_session_key(ada):
    user = account("ada@example.org")
    attempt, before = ada.attempt(), ada.client.session.session_key
    assert sign_in(ada.client, "Ada@Example.org").status_code == 302
    ada.learner.refresh_from_db()
    assert ada.learner.user == user and ada.learner.joined
    assert ada.client.session.session_key != before and "learner" not in ada.client.session
    ada.answers(attempt, "10*(2*x + 1)^4")
    attempt.refresh_from_db()
    assert attempt.closed_how == "right"


def test_the_accounts_first_learner_keeps_career_and_minutes(ada, rf):
    user = account("ada@example.org")
    first = Learner.objects.create(user=user, created=clock.now(), joined=clock.now(), career="quant", minutes=45)
    Learner.objects.filter(pk=ada.learner.pk).update(
        career="ml-engineer", minutes=10, created=clock.now() - timedelta(days=9)
    )
    sign_in(ada.client, "ada@example.org")
    request = rf.get("/")
    request.user, request.session = user, {}
    assert learner_ids(request) == (first.pk, ada.learner.pk)
    page = ada.client.get(reverse("person:settings")).content.decode()
    assert 'value="45"' in page
    first.refresh_from_db()
    assert (first.career, first.minutes) == ("quant", 45)


def test_new_work_goes_to_the_first_and_old_work_of_any_is_found(ada):
    user = account("ada@example.org")
    first = Learner.objects.create(user=user, created=clock.now(), joined=clock.now())
    attempt = ada.attempt()
    sign_in(ada.client, "ada@example.org")
    assert ada.client.get(reverse("study:task", args=[attempt.pk])).status_code == 200
    ada.client.post(reverse("study:begin"), BEGIN)
    assert first.attempts.count() == 1 and ada.learner.attempts.count() == 1


def test_another_visitors_work_stays_theirs(ada, bob):
    account("ada@example.org")
    sign_in(ada.client, "ada@example.org")
    attempt = bob.attempt()
    assert ada.client.get(reverse("study:task", args=[attempt.pk])).status_code == 404
    sign_in(bob.client, "ada@example.org", "a wrong password")
    bob.learner.refresh_from_db()
    assert bob.learner.user is None


def test_after_signing_out_the_browser_knows_nothing(ada):
    account("ada@example.org")
    attempt = ada.attempt()
    sign_in(ada.client, "ada@example.org")
    ada.client.post(reverse("account_logout"))
    assert ada.client.get(reverse("study:task", args=[attempt.pk])).status_code == 404
    ada.client.post(reverse("study:begin"), BEGIN)
    assert Learner.objects.filter(user=None).count() == 1


def test_the_first_answer_of_somebody_signed_in_is_theirs():
    page = Client().get("/").content.decode()  # a tab from before the signing in
    client = signed_in("ada@example.org")
    token = page.split('name="token" value="')[1].split('"')[0]
    key = page.split('id="key" value="')[1].split('"')[0]
    client.post(reverse("study:first"), {"token": token, "key": key, "text": "7"})
    assert Learner.objects.get().user == User.objects.get()
    assert client.get("/").url == reverse("today:today")


def test_a_wrong_password_and_an_unknown_address_are_told_alike(client):
    account("ada@example.org")
    pages = [sign_in(client, each, OTHER).content.decode() for each in ("ada@example.org", "eve@example.org")]
    assert all("do not belong together" in page for page in pages)


def test_attempts_that_fail_are_limited(client):
    account("ada@example.org")
    for _ in range(5):
        sign_in(client, "ada@example.org", OTHER)
    assert "many attempts" in sign_in(client, "ada@example.org").content.decode()
    account("bob@example.org")
    assert sign_in(Client(), "bob@example.org").status_code == 302


def test_too_many_requests_get_a_calm_page(client):
    for _ in range(31):
        last = sign_in(client, "eve@example.org", OTHER)
    assert last.status_code == 429 and "Wait a few minutes" in last.content.decode()


def test_a_new_password_signs_other_browsers_out(client):
    here, elsewhere = signed_in("ada@example.org"), Client()
    sign_in(elsewhere, "ada@example.org")
    address = reverse("account_change_password")
    short = here.post(address, {"oldpassword": PASSWORD, "password1": "too short", "password2": "too short"})
    assert "at least 12" in short.content.decode()
    wrong = here.post(address, {"oldpassword": "wrong", "password1": OTHER, "password2": OTHER})
    assert "not your present password" in wrong.content.decode()
    assert here.post(address, {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER}).status_code == 302
    assert here.get("/settings/").status_code == 200
    assert elsewhere.get("/settings/").status_code == 302


def again(client: Client, address: str) -> None:
    client.post(f"{reverse('account_reauthenticate')}?next={address}", {"password": PASSWORD})


@pytest.mark.parametrize(
    "email, words",
    [("bob@example.org", "another account"), ("ada@example.org", "already"), ("nonsense", "valid email")],
)
def test_an_address_that_cannot_be_taken(email, words):
    account("bob@example.org")
    client = signed_in("ada@example.org")
    again(client, "/settings/")
    page = client.post(reverse("account_email"), {"email": email, "action_add": ""}).content.decode()
    assert words in page and User.objects.filter(email="ada@example.org").exists()


def test_without_mail_a_new_address_counts_at_once(client):
    here = signed_in("ada@example.org")
    asked = here.post(reverse("account_email"), {"email": "Countess@Example.org", "action_add": ""})
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    again(here, "/settings/")
    here.post(reverse("account_email"), {"email": "Countess@Example.org", "action_add": ""})
    assert User.objects.get().email == "countess@example.org"
    assert sign_in(client, "ada@example.org").status_code == 200
    assert sign_in(client, "countess@example.org").status_code == 302


def test_without_mail_a_forgotten_password_is_the_operators_matter(client):
    page = client.get(reverse("account_reset_password")).content.decode()
    assert "sends no mail" in page and "<input" not in page.split("<main")[1]


def test_with_mail_an_address_is_confirmed_before_the_first_sign_in(ada, mails):
    new = {"email": "ada@example.org", "password1": PASSWORD, "name": ""}
    assert ada.client.post(reverse("account_signup"), new)["Location"] == reverse("account_email_verification_sent")
    assert sign_in(Client(), "ada@example.org")["Location"] == reverse("account_email_verification_sent")
    link = link_in(mails[0])
    assert "Confirm" in ada.client.get(link).content.decode()
    ada.client.post(link)
    assert ada.client.get("/settings/").status_code == 200 or sign_in(ada.client, "ada@example.org").status_code == 302
    ada.learner.refresh_from_db()
    assert ada.learner.user == User.objects.get()


def test_with_mail_a_taken_address_is_not_told_to_a_stranger(client, mails):
    account("ada@example.org")
    new = {"email": "ada@example.org", "password1": PASSWORD, "name": ""}
    assert client.post(reverse("account_signup"), new)["Location"] == reverse("account_email_verification_sent")
    assert "You have an account" in mails[0].subject and User.objects.count() == 1


def test_with_mail_a_forgotten_password_is_reset_by_a_link(client, mails):
    account("ada@example.org")
    for email in ("ada@example.org", "eve@example.org"):
        sent = client.post(reverse("account_reset_password"), {"email": email})
        assert sent["Location"] == reverse("account_reset_password_done")
    assert [each.to for each in mails] == [["ada@example.org"]]
    form = client.get(link_in(mails[0]), follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": OTHER, "password2": OTHER})
    assert User.objects.get().check_password(OTHER)


def test_a_page_of_a_person_costs_the_user_and_their_learners(django_assert_num_queries, settings):
    person, visitor = signed_in("ada@example.org"), Client()
    with django_assert_num_queries(0):
        visitor.get("/learn/chain-rule")
    with django_assert_num_queries(2):  # session, user
        person.get("/learn/chain-rule")
    visitor.post(reverse("study:begin"), BEGIN)
    with django_assert_num_queries(2):  # session, open task
        visitor.get("/")
    with django_assert_num_queries(2):  # session, user; to today
        person.get("/")


def test_an_account_deleted_in_another_tab_is_a_visitor(client):
    here = signed_in("ada@example.org")
    User.objects.all().delete()
    assert here.post(reverse("study:begin"), BEGIN).status_code == 302
    assert Learner.objects.get().user is None


def test_an_account_deleted_while_a_request_is_on_its_way_is_a_visitor_too(client, rf):
    user = account("ada@example.org")
    request = rf.post("/study/next")
    request.user, request.session = user, client.session
    User.objects.filter(pk=user.pk).delete()
    assert visitor(request, clock.now()).user is None and not request.user.is_authenticated

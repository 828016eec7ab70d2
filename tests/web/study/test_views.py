"""The way from the first visit to the next task, and what stands in its way."""

import re
import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import signing
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from fluxions.calculus import ascii
from fluxions.tutor.marking import next_step
from fluxions.tutor.stated import problem_of
from fluxions.web.accounts.models import Learner
from fluxions.web.study.forms import FIRST, first_token, task_of_token
from fluxions.web.study.models import Answer, Attempt, Draft, HintShown, Observation
from fluxions.web.study.public import first_task

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TABLES = (Learner, Attempt, Answer, HintShown, Observation, Draft)


def told(response) -> str:
    return response.content.decode()


def rows() -> int:
    return sum(model.objects.count() for model in TABLES)


def form_of(page: str) -> dict[str, str]:
    """The hidden fields of the form on the first page."""
    return dict(re.findall(r'name="(key|token|names)"(?: id="key")? value="([^"]+)"', page))


PAGES = ["/", "/learn/", "/learn/chain-rule", "/learn/quotient-rule", "/study/map", "/study/map?skill=x", "/healthz"]


@pytest.mark.parametrize("address", PAGES)
def test_looking_around_writes_nothing(client, address):
    before = rows()
    response = client.get(address)
    assert response.status_code == 200
    assert rows() == before and "fluxions" not in client.cookies


def test_the_first_answer_makes_the_visitor_a_learner(client):
    page = told(client.get("/"))
    sent = {**form_of(page), "text": "0"}
    response = client.post(reverse("study:first"), sent, headers=HTMX)
    assert "Not yet." in told(response) and "it should be" in told(response)
    assert (Learner.objects.count(), Attempt.objects.count(), Answer.objects.count()) == (1, 1, 1)
    assert client.cookies["fluxions"]["max-age"] == 30 * 24 * 3600
    assert client.get(reverse("study:task", args=[Attempt.objects.get().pk])).status_code == 200


def test_the_same_first_form_goes_on_with_the_same_task(client):
    fields = form_of(told(client.get("/")))
    answer = problem_of(task_of_token(fields["token"])[0]).derivation.answer
    client.post(reverse("study:first"), fields | {"text": "0"}, headers=HTMX)
    client.post(reverse("study:first"), fields | {"text": "0"}, headers=HTMX)
    right = fields | {"text": ascii(answer), "key": str(uuid4())}
    page = told(client.post(reverse("study:first"), right, headers=HTMX))
    assert "Right." in page
    assert (Learner.objects.count(), Attempt.objects.count(), Answer.objects.count()) == (1, 1, 2)


@pytest.mark.django_db(transaction=True)
def test_a_double_click_on_the_first_page_makes_one_learner(client):
    fields = form_of(told(client.get("/"))) | {"text": "0"}
    start, statuses = threading.Barrier(4), []

    def click() -> None:
        start.wait()
        try:
            statuses.append(Client().post(reverse("study:first"), fields, headers=HTMX).status_code)
        finally:
            connections.close_all()

    clicks = [threading.Thread(target=click) for _ in range(4)]
    for each in clicks:
        each.start()
    for each in clicks:
        each.join()
    assert statuses == [200] * 4
    assert (Learner.objects.count(), Attempt.objects.count(), Answer.objects.count()) == (1, 1, 1)
    connection.close()


@pytest.mark.parametrize(
    "token",
    [
        "",
        "nonsense",
        signing.dumps(["chain-rule", "no-such-family", 1, str(uuid4())], salt=FIRST),
        signing.dumps(["chain-rule"], salt=FIRST),
        signing.dumps(["chain-rule", "scaled-input", 1, str(uuid4())], salt="another"),
    ],
    ids=["empty", "no-token", "no-such-family", "cut-short", "of-another-form"],
)
def test_a_changed_token_gets_a_calm_page_and_counts_nothing(client, token):
    response = client.post(reverse("study:first"), {"token": token, "text": "my long answer", "key": str(uuid4())})
    assert response.status_code == 400
    assert "no longer valid" in told(response) and "my long answer" in told(response)
    assert rows() == 0


def test_an_old_token_gets_the_same_page(client, settings, monkeypatch):
    token = first_token(first_task().task, str(uuid4()))
    import time

    now = time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + timedelta(days=31).total_seconds())
    response = client.post(reverse("study:first"), {"token": token, "text": "1", "key": str(uuid4())})
    assert response.status_code == 400 and rows() == 0


def test_the_token_never_holds_the_answer():
    first = first_task()
    held = signing.loads(first.token, salt=FIRST)
    assert held == [first.task.skill, first.task.family, first.task.seed, held[3]]


def test_the_form_of_another_visit_does_not_open_its_task(client, bob):
    fields = form_of(told(client.get("/"))) | {"text": "0"}
    client.post(reverse("study:first"), fields, headers=HTMX)
    response = bob.client.post(reverse("study:first"), fields | {"key": str(uuid4())}, headers=HTMX)
    assert response.status_code == 404
    assert Answer.objects.count() == 1


def test_a_visit_that_has_ended_is_told_so(ada):
    attempt = ada.attempt()
    response = Client().post(reverse("study:answer", args=[attempt.pk]), {"text": "1", "key": str(uuid4())})
    assert response.status_code == 404 and "a visit that has ended" in told(response)


@pytest.mark.parametrize("fragment", [True, False])
def test_a_form_without_its_token_gets_a_page_that_says_what_to_do(fragment):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("study:first"), {"text": "2x"}, headers=HTMX if fragment else {})
    page = told(response)
    assert response.status_code == 403
    assert "Reload the page" in page and "2x" in page
    assert page.lstrip().startswith("<!doctype") != fragment


def test_the_preview_shows_the_reading_and_writes_nothing(client):
    first = first_task()
    page = told(client.post(reverse("study:read"), {"text": "sin 2x", "names": first.names}, headers=HTMX))
    assert "Read as" in page and "<math" in page
    assert "missing" in told(client.post(reverse("study:read"), {"text": "2x+", "names": "forged"}, headers=HTMX))
    assert rows() == 0


def test_a_half_written_line_is_there_again(ada):
    attempt = ada.attempt()
    ada.client.post(reverse("study:draft", args=[attempt.pk]), {"lines": "5(2x+1)^4\n= 10(2", "working": "yes"})
    page = told(ada.client.get(reverse("study:task", args=[attempt.pk])))
    assert "5(2x+1)^4\n= 10(2</textarea>" in page
    first_page = told(ada.client.get("/"))
    assert "Go on where you stopped" in first_page and reverse("study:task", args=[attempt.pk]) in first_page


def test_what_was_typed_goes_along_into_several_lines(ada):
    attempt = ada.attempt()
    ada.client.post(reverse("study:draft", args=[attempt.pk]), {"text": "10(2x"})
    page = told(ada.client.get(reverse("study:task", args=[attempt.pk]) + "?working=yes"))
    assert "10(2x</textarea>" in page


def test_a_suggested_reading_fills_the_field(ada):
    attempt = ada.attempt()
    sent = {"text": "2x", "attempt": str(attempt.pk)}
    assert 'value="2x"' in told(ada.client.post(reverse("study:fill"), sent, headers=HTMX))
    assert ada.client.post(reverse("study:fill"), sent).url == reverse("study:task", args=[attempt.pk])
    assert 'value="2x"' in told(ada.client.get(reverse("study:task", args=[attempt.pk])))
    assert ada.client.post(reverse("study:fill"), {"text": "2x", "attempt": "9" * 30}).url == "/"


def test_hints_open_one_by_one_and_name_their_price(ada):
    attempt = ada.attempt()
    address = reverse("study:hint", args=[attempt.pk])
    steps = next_step(attempt.stated)
    assert "costs nothing" in told(ada.client.get(reverse("study:task", args=[attempt.pk])))
    for rank in (1, 1, 3, 2):  # the first twice: a double click; the third out of turn
        page = told(ada.client.post(address, {"rank": str(rank)}, headers=HTMX))
    assert [each.rank for each in attempt.hints.order_by("pk")] == [1, 2]
    assert str(steps[1].text) in page and "no longer counts as solved unaided" in page
    ada.answers(attempt, "10(2x+1)^4")
    assert {each.hints for each in Observation.objects.all()} == {2}


def test_the_hint_goes_on_from_the_last_right_line(ada):
    attempt = ada.attempt("diff(x^2*sin(x), x)")
    address = reverse("study:hint", args=[attempt.pk])
    sent = {"lines": "2x sin(x) + x^2 diff(sin(x), x)", "working": "yes", "rank": "1"}
    ada.client.post(address, sent, headers=HTMX)
    sent["rank"] = "2"
    page = told(ada.client.post(address, sent, headers=HTMX))
    assert "derivative of sine" in page and "product rule" not in page


def test_the_solution_closes_the_task_and_counts_as_not_solved(ada):
    attempt = ada.attempt()
    response = ada.client.post(reverse("study:solution", args=[attempt.pk]), follow=True)
    attempt.refresh_from_db()
    assert attempt.closed_how == "given-up"
    assert ada.observations() == [("chain-rule", "asked", False)]
    assert "step by step" in told(response) and "Chain rule" in told(response)
    ada.client.post(reverse("study:solution", args=[attempt.pk]))
    assert len(ada.observations()) == 1


def test_the_solution_shows_another_way_where_there_is_one(ada):
    attempt = ada.attempt("diff((x^2 + 1)/x, x)", skill="quotient-rule")
    page = told(ada.client.post(reverse("study:solution", args=[attempt.pk]), follow=True))
    assert "Another way" in page and "Quotient rule" in page
    plain = ada.attempt()
    assert "Another way" not in told(ada.client.post(reverse("study:solution", args=[plain.pk]), follow=True))


def test_the_solution_after_a_wrong_answer_adds_no_evidence(ada):
    attempt = ada.attempt()
    ada.answers(attempt, "7x")
    ada.client.post(reverse("study:solution", args=[attempt.pk]))
    attempt.refresh_from_db()
    assert attempt.closed_how == "solution-shown"
    assert ada.observations() == [("chain-rule", "asked", False)]


def test_a_task_of_a_family_is_begun_once_and_never_set_twice(ada):
    begin = {"skill": "chain-rule", "family": "scaled-input"}
    first = ada.client.post(reverse("study:begin"), begin).url
    assert ada.client.post(reverse("study:begin"), begin).url == first  # open already
    ada.client.post(first + "/solution")
    second = ada.client.post(reverse("study:begin"), begin).url
    assert second != first
    one, two = Attempt.objects.order_by("pk")
    assert (two.skill, two.family) == (one.skill, one.family) and two.task != one.task


def test_a_task_that_is_not_offered_cannot_be_begun(client):
    for sent in ({}, {"skill": "chain-rule", "family": "nothing"}, {"skill": "x" * 9000, "family": "y"}):
        assert client.post(reverse("study:begin"), sent).status_code == 404
    assert rows() == 0


WRONG = ["/study/tasks/0", "/study/tasks/99999999999999999999", "/study/tasks/1x", "/nothing"]


@pytest.mark.parametrize("address", WRONG)
def test_a_wrong_address_gets_a_page_that_says_what_to_do(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "There is no such page" in told(response) and reverse("study:map") in told(response)


@pytest.mark.parametrize("name", ["answer", "hint", "solution"])
def test_coming_back_to_a_form_leads_to_its_page(ada, name):
    attempt = ada.attempt()
    assert ada.client.get(reverse(f"study:{name}", args=[attempt.pk])).url == reverse("study:task", args=[attempt.pk])
    assert ada.client.get(reverse("study:first")).url == "/"


def test_the_map_shows_every_skill_with_its_full_name(client):
    page = told(client.get(reverse("study:map")))
    assert page.count('class="sk ') == 248
    assert 'aria-label="Chain rule, differential, new"' in page
    assert "not written yet" in page


def test_the_map_tells_of_one_skill_without_javascript(client):
    page = told(client.get(reverse("study:map") + "?skill=quotient-rule"))
    assert "Quotient rule" in page.split("data-now")[1]
    assert "Quotient rule rests on" in page
    assert "Quotient rule rests on" not in told(client.get(reverse("study:map") + "?skill=nothing"))

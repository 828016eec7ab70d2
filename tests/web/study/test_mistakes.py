"""A person's mistakes with their dates, the page of each misconception, and the task that isolates it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from fluxions.calculus import ascii
from fluxions.calculus.problems.accept import visible_mistakes
from fluxions.tutor.mistakes import isolating
from fluxions.tutor.stated import problem_of
from fluxions.tutor.words import NAMED
from fluxions.web import clock
from fluxions.web.study.models import Answer, Attempt

pytestmark = pytest.mark.django_db
NAME = "inner-derivative-lost"


def begun(client):
    client.post(reverse("study:isolate", args=[NAME]))
    return Attempt.objects.order_by("-pk").first()


def answered(client, attempt, text):
    return client.post(reverse("study:answer", args=[attempt.pk]), {"text": text, "key": str(uuid4())})


def wrong(attempt):
    found = visible_mistakes(problem_of(attempt.stated))
    return ascii(next(each.answer for each in found if each.misconception.name == NAME))


def told(client, *address):
    return client.get(reverse(*address[:1], args=address[1:])).content.decode()


def later(monkeypatch, days):
    now = clock.now() + timedelta(days=days)
    monkeypatch.setattr("fluxions.web.clock.now", lambda: now)


def test_nobody_has_no_mistakes_and_nothing_is_written(client):
    assert "None has been named yet" in told(client, "study:mistakes")
    assert Attempt.objects.count() == 0 and "fluxions" not in client.cookies


def test_a_mistake_is_listed_with_its_dates_and_is_gone_after_three_tasks_on_two_days(client, monkeypatch):
    attempt = begun(client)
    page = answered(client, attempt, wrong(attempt)).content.decode()
    assert reverse("study:mistake", args=[NAME]) in page
    assert Answer.objects.get().misconceptions == [NAME]
    listed = told(client, "study:mistakes")
    assert NAMED[NAME].title in listed and "Still there" in listed and "No task that would show it" in listed
    assert "You made it once, today" in told(client, "study:mistake", NAME)
    answered(client, attempt, ascii(problem_of(attempt.stated).derivation.answer))  # at the second answer: no sign
    assert "No task that would show it" in told(client, "study:mistakes")
    for days in (0, 0, 1):
        if days:
            later(monkeypatch, days)
        one = begun(client)
        answered(client, one, ascii(problem_of(one.stated).derivation.answer))
    listed = told(client, "study:mistakes")
    assert "Gone: avoided in 3 tasks since." in listed and "Still there" not in listed


def test_the_same_task_is_not_set_again(client):
    first = begun(client)
    answered(client, first, ascii(problem_of(first.stated).derivation.answer))
    second = begun(client)
    assert (first.skill, first.family, first.seed) != (second.skill, second.family, second.seed)
    assert second.kind == "remedy" and NAMED[NAME].title in second.why


def test_what_is_no_misconception_is_not_found(client):
    assert client.get(reverse("study:mistake", args=["nothing"])).status_code == 404
    assert client.post(reverse("study:isolate", args=["nothing"])).status_code == 404
    assert client.get(reverse("study:isolate", args=[NAME])).status_code == 405


@pytest.mark.parametrize("name", sorted(NAMED)[::9])
def test_every_misconception_has_a_page(client, name):
    page = told(client, "study:mistake", name)
    assert NAMED[name].title in page.replace("&#x27;", "'").replace("&quot;", '"')
    if isolating(NAMED[name], ()) is not None:
        assert "Begin the task" in page


def test_who_has_met_every_task_is_told_so(client, monkeypatch):
    begun(client)
    monkeypatch.setattr("fluxions.web.study.mistakes.isolating", lambda _, met, start=0: None if met else "a task")
    assert "Begin the task" in told(client, "study:mistake", NAME)
    attempt = Attempt.objects.get()
    answered(client, attempt, ascii(problem_of(attempt.stated).derivation.answer))
    page = told(client, "study:mistake", NAME)
    assert "You have met every task" in page and "Begin the task" not in page
    assert client.post(reverse("study:isolate", args=[NAME])).url == reverse("study:mistake", args=[NAME])


def kept(attempt, names, certain):
    now = clock.now()
    return Answer.objects.create(
        attempt=attempt, key=uuid4(), text="1", verdict="wrong", reason="different-value", misconceptions=names,
        certain=certain, ms=1.0, engine="0", given=now,
    )  # fmt: skip


@pytest.mark.parametrize("certain", [True, False])
def test_two_mistakes_in_one_answer_are_both_listed_and_candidates_are_not(client, certain):
    names = [NAME, "outer-taken-at-x"]
    kept(begun(client), names, certain)
    page = told(client, "study:mistakes")
    assert [NAMED[name].title in page for name in names] == [certain, certain]

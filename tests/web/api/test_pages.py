"""The pages about the API: every kind of answer can be tried, and is explained."""

import pytest
from django.urls import reverse

from fluxions.calculus.answers import ANSWER_TYPES
from fluxions.calculus.answers.question import undecided
from fluxions.web.kinds import KINDS, TABLE

pytestmark = pytest.mark.django_db


def said_of(client, kind, answer, expected=None, **headers):
    sent = {"kind": kind, "expected": KINDS[kind].expected if expected is None else expected, "text": answer}
    return client.post(reverse("try-answer"), sent, headers={"HX-Request": "true"}).content.decode()


def test_every_answer_type_can_be_tried():
    assert set(KINDS) == set(ANSWER_TYPES) | {"antiderivative"}


@pytest.mark.parametrize("kind", TABLE, ids=lambda each: each.name)
def test_the_examples_of_a_kind_are_right_and_wrong(client, kind):
    right, wrong = (said_of(client, kind.name, each) for each in (kind.right, kind.wrong))
    assert "is-right" in right
    assert "Read as" in right
    assert "is-wrong" in wrong


@pytest.mark.parametrize(
    "kind, expected, answer, words",
    [
        ("expression", "x", "x +", ["is-open", "Something is missing"]),
        ("expression", "2x", "x^2", ["is-wrong", "witness"]),
        ("expression", "x", "", ["Type an answer first"]),
        ("expression", "((", "x", ["What is right cannot be read"]),
        ("expression", "x", "x" * 4097, ["too long"]),
        ("vector", "(1, 2)", "(1, 2, 3)", ["is-wrong"]),
        ("expression", "x", "<script>", ["is-open"]),
    ],
)
def test_what_is_said(client, kind, expected, answer, words):
    page = said_of(client, kind, answer, expected)
    assert all(each in page for each in words)
    assert "<script>" not in page


def test_without_javascript_the_whole_page_comes_back_with_what_was_typed(client):
    page = client.post(reverse("try-answer"), {"kind": "set", "expected": "{1, 2}", "text": "{1}"}).content.decode()
    assert "is-wrong" in page
    assert 'value="{1}"' in page
    assert 'value="{1, 2}"' in page


def test_a_suggestion_goes_into_the_field(client):
    sent = {"kind": "expression", "expected": "x", "text": "2*x"}
    assert 'value="2*x"' in client.post(reverse("try-suggestion"), sent).content.decode()


def test_the_page_for_other_systems_shows_real_answers(client):
    page = client.get("/api/").content.decode()
    assert "&quot;verdict&quot;: &quot;wrong&quot;" in page
    assert "inner-derivative-lost" in page
    assert 'href="/api/openapi.json"' in page


def test_after_sixty_tries_a_visitor_waits(client, monkeypatch):
    monkeypatch.setattr("fluxions.web.clock.seconds", lambda: 100.0)
    sent = {"kind": "number", "expected": "1", "text": "1"}
    assert [client.post(reverse("try-answer"), sent).status_code for _ in range(61)] == [200] * 60 + [429]


def test_what_cannot_be_decided_is_no_verdict_against_anyone(client, monkeypatch):
    monkeypatch.setattr("fluxions.calculus.check", lambda *_, **__: undecided("budget"))
    page = said_of(client, "expression", "x")
    assert "is-undecided" in page
    assert "does not count against you" in page


def test_the_preview_of_a_vector_reads_a_vector(client):
    page = client.post(reverse("study:read"), {"text": "1, 2", "kind": "vector"}).content.decode()
    assert "Read as" in page


@pytest.mark.parametrize(
    "type, task, asked",
    [
        ("vector", "(1 + 1, 2)", "vector"),
        ("auto", "(1 + 1, 2)", "vector"),
        ("auto", "diff(x^2, x)", None),
        ("expression", "diff(x^2, x)", None),
    ],
)
def test_a_task_says_how_its_kind_of_answer_is_written(ada, type, task, asked):
    attempt = ada.attempt(task, type=type)
    page = ada.client.get(reverse("study:task", args=[attempt.pk])).content.decode()
    assert ('id="how"' in page) == (asked is not None)
    assert asked is None or (f'<math-answer kind="{asked}">' in page and KINDS[asked].write in page)

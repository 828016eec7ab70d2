"""The page on which any task is worked out."""

import pytest
from django.urls import reverse

from fluxions.web.api.examples import EXAMPLES

pytestmark = pytest.mark.django_db


def page_of(client, **asked):
    response = client.get(reverse("try"), asked)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("task", [task for group in EXAMPLES for task in group.tasks])
def test_every_example_is_worked_out(client, task):
    page = page_of(client, task=task)
    assert "The solution, step by step" in page
    assert "No solution was found" not in page


@pytest.mark.parametrize(
    "asked, words",
    [
        ({}, ["Try any task", "Examples"]),
        ({"task": "diff((x^2 + 1)/x, x)"}, ["Another way", "Quotient rule", "Taught in", "in words"]),
        ({"task": "diff(ln(x^2), x)"}, ["This holds where"]),
        ({"task": "diff(ln(x^2), x)", "assume": "x > 0"}, ["This uses"]),
        ({"task": "diff(x^2, x)", "show": "hints"}, ["Hints, step by step", "The next line"]),
        ({"task": "diff(x^2, x)", "detail": "nonsense"}, ["The solution, step by step"]),
        ({"task": "diff(x^"}, ["Something is missing", "caret"]),
        ({"task": "diff(x^2, x)", "assume": "x"}, ["has to be conditions"]),
        ({"task": "x" * 4097}, ["too long"]),
        ({"task": "int(x^x, x)"}, ["No solution was found"]),
        ({"task": "<script>"}, ["&lt;script&gt;"]),
    ],
)
def test_what_the_page_says(client, asked, words):
    page = page_of(client, **asked)
    assert all(each in page for each in words)
    assert "<script>" not in page.split("<main")[1]


def test_the_detail_changes_how_much_is_written(client):
    steps = [page_of(client, task="diff(x^2*sin(3x), x)", detail=each).count("<details") for each in ("short", "full")]
    assert steps[0] < steps[1]


def test_the_sixty_first_task_in_a_minute_has_to_wait(client, settings, monkeypatch):
    settings.RATE_LIMITS = True
    monkeypatch.setattr("fluxions.web.clock.seconds", lambda: 1_000.0)
    codes = [client.get(reverse("try"), {"task": "diff(x, x)"}).status_code for _ in range(61)]
    assert codes == [200] * 60 + [429]

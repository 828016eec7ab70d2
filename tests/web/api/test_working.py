"""The page on which any task is worked out."""

from time import process_time

import pytest
from django.urls import reverse

from fluxions.web.api.examples import EXAMPLES

pytestmark = pytest.mark.django_db


def page_of(client, **asked):
    response = client.get(reverse("try"), asked)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("example", [each for group in EXAMPLES for each in group.tasks], ids=lambda each: each.task)
def test_every_example_is_worked_out_in_two_seconds(client, example):
    begun = process_time()
    response = client.get(f"{reverse('try')}?{example.query}")
    page = response.content.decode()
    assert process_time() - begun < 2
    assert "The solution, step by step" in page
    assert 'class="tex"' not in page, "a formula of it cannot be set"


def test_no_example_stands_twice():
    tasks = [each.task for group in EXAMPLES for each in group.tasks]
    assert len(set(tasks)) == len(tasks)


@pytest.mark.parametrize(
    "asked, words",
    [
        ({}, ["Try any task", "Examples"]),
        ({"task": "diff((x^2 + 1)/x, x)"}, ["Another way", "Quotient rule", "Taught in", "in words"]),
        ({"task": "diff(ln(x^2), x)"}, ["This holds where"]),
        ({"task": "diff(ln(x^2), x)", "assume": "x > 0"}, ["Used, and true here:"]),
        ({"task": "diff(x^2, x)", "show": "hints"}, ["Hints, step by step", "The next line"]),
        ({"task": "diff(x^2, x)", "detail": "nonsense"}, ["The solution, step by step"]),
        ({"task": "diff(x^"}, ["Something is missing", "caret"]),
        ({"task": "diff(x^2, x)", "assume": "x"}, ["has to be conditions"]),
        ({"task": "x" * 4097}, ["too long"]),
        ({"task": "int(x^x, x)"}, ["No solution was found"]),
        ({"task": "<script>"}, ["&lt;script&gt;"]),
        ({"task": "matgrad(x' A x, x)"}, ["The sizes of A and x are missing"]),
        ({"task": "matgrad(x' A x, x)", "sizes": "A: n, n; x: n"}, ["The solution, step by step"]),
        ({"task": "matgrad(norm(X w - y)^2, w)", "sizes": "X:m,n w:m y:m"}, ["cannot be multiplied", "sizes=X"]),
        ({"task": "matgrad(norm(X w - y)^2, w)", "sizes": "X:m,n y:m"}, ["be added", "No sizes are given for w"]),
        ({"task": "matgrad(x' x, x)", "sizes": "x n"}, ["sizes are written"]),
        ({"task": "norm([3, 4])"}, ["The solution, step by step"]),
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

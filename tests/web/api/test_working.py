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
        (
            {"task": "chain(x^2 y, [x = t^2, y = sin(t)], t)"},
            ['class="dependence"', "f depends on x and y; x on t; y on t."],
        ),
        ({"task": "chain(x y, [x = theta_1, y = theta_1], theta_1)"}, ["x on θ₁"]),
        ({"task": "limit(x ln(x), x, 0, +)"}, ["Used, and confirmed by numbers:"]),
        ({"task": "norm([3, 4])"}, ["The solution, step by step"]),
        (
            {"task": "int(x*cos(x), x)", "working": "x sin(x) + int(sin(x), x)\nx sin(x) - cos(x) + C"},
            ["Wrong here", "Follows from 1", "The next step, from your last right line", "About this mistake"],
        ),
        ({"task": "int(x*cos(x), x)", "working": "x sin(x) + cos(x) + C"}, ["Right", "See the whole solution"]),
        ({"task": "diff(sin(3x), x)", "working": "cos(3x)"}, ["The inner derivative is missing", "<plot-figure"]),
        ({"task": "diff(sin(3x), x)", "working": "cos(3x"}, ["Cannot be read", "This could be read"]),
        (
            {"task": "matgrad(norm(X w - y)^2, w)", "sizes": "X: m, n; w: n; y: m", "working": "X'(X w - y)"},
            ["The factor two is missing"],
        ),
        ({"task": "extrema(x^3 - 3x, x)", "working": "max: x = 1, min: x = -1", "show": "solution"}, ["step by step"]),
        ({"task": "diff(x^2, x)", "show": "lines"}, ["Write your working into the field"]),
        ({"task": "diff(x^2, x)", "working": "2x\n" * 41}, ["more than 40 lines"]),
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

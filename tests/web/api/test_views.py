"""The API answers what the batch commands answer, and refuses the rest in one sentence."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fluxions.tutor.contract import check_item, diagnose_item, solve_item

pytestmark = pytest.mark.django_db
RIGHT = {"id": 7, "answer": "2x cos(x^2)", "expected": "diff(sin(x^2), x)"}


def post(client, name, body, **extra):
    text = body if isinstance(body, str) else json.dumps(body)
    return client.post(f"/api/{name}", text, content_type="application/json", **extra)


@pytest.mark.parametrize(
    "item",
    [
        RIGHT,
        {"answer": "x^2", "expected": "2*x"},
        {"answer": "((", "expected": "1"},
        {"answer": "(1, 2)", "expected": "(1, 2)", "type": "vector"},
        {"answer": r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", "expected": "[1, 2; 3, 4]", "type": "matrix"},
        {"answer": "x^2", "integrand": "2*x", "variables": ["x"], "type": "antiderivative"},
        {"answer": "3.1", "expected": "pi", "tolerance": {"abs": 0.1}},
        {"answer": "3,1", "expected": "3.1", "decimal": ",", "id": "a"},
        {"answer": "x (x + 1)", "expected": "x^2 + x", "form": ["factored"]},
    ],
)
def test_a_check_says_what_the_batch_command_says(client, item):
    response = post(client, "check", item)
    said = response.json()
    assert response.status_code == 200
    assert said.pop("ms") >= 0
    assert said == check_item(item)


@pytest.mark.parametrize(
    "name, work, item",
    [
        ("solve", solve_item, {"task": "diff(x^2*sin(x), x)"}),
        ("solve", solve_item, {"task": "diff(y, x)", "given": ["x^2 + y^2 = 25"], "id": 2}),
        ("solve", solve_item, {"task": "diff(("}),
        ("diagnose", diagnose_item, {"task": "diff((2x + 1)^3, x)", "answer": "3(2x + 1)^2"}),
        ("diagnose", diagnose_item, {"task": "diff((2x + 1)^3, x)", "lines": ["3(2x + 1)^2 * 2", "6(2x + 1)"]}),
    ],
)
def test_solve_and_diagnose_say_what_the_batch_commands_say(client, name, work, item):
    said = post(client, name, item).json()
    said.pop("ms")
    assert said == work(item)


def test_generated_problems_are_the_same_for_the_same_seed(client):
    item = {"skill": "chain-rule", "n": 3, "seed": 5}
    first, second = (post(client, "generate", item).json()["items"] for _ in range(2))
    assert first == second
    assert len(first) == 3
    assert (
        post(client, "check", {"answer": first[0]["answer"], "expected": first[0]["task"]}).json()["verdict"] == "right"
    )


@pytest.mark.parametrize(
    "name, body, status, words",
    [
        ("check", "{", 400, "cannot be read"),
        ("check", "[" * 20_000, 400, "cannot be read"),
        ("check", {"answer": "1"}, 422, "expected is missing"),
        ("check", {"expected": "1"}, 422, "answer"),
        ("check", RIGHT | {"extra": 1}, 422, "extra"),
        ("check", RIGHT | {"answer": "x" * 4097}, 422, "4096"),
        ("check", RIGHT | {"id": 10**30}, 422, "id"),
        ("check", RIGHT | {"variables": ["x"] * 51}, 422, "variables"),
        ("check", RIGHT | {"form": ["shining"]}, 422, "shining"),
        ("check", RIGHT | {"type": "code"}, 422, "type"),
        ("check", json.dumps(RIGHT)[:-1] + " " * 64_000 + "}", 413, "too large"),
        ("check", " " * 1_000_001, 413, "too large"),
        ("diagnose", {"task": "diff(x, x)"}, 422, "either answer or lines"),
        ("generate", {"skill": "nothing"}, 422, "no skill"),
        ("generate", {"skill": "chain-rule", "n": 21}, 422, "n: "),
        ("nothing", {}, 404, "openapi.json"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_in_one_sentence(client, name, body, status, words):
    response = post(client, name, body)
    assert response.status_code == status
    assert words in response.json()["error"]


def test_nul_is_taken_out_and_half_a_character_refused(client):
    assert post(client, "check", '{"answer": "1\\u0000", "expected": "1"}').json()["verdict"] == "right"
    assert post(client, "check", '{"answer": "1\\ud800", "expected": "1"}').status_code == 422


def test_another_kind_of_body_is_refused(client):
    response = client.post("/api/check", {"answer": "1", "expected": "1"})
    assert (response.status_code, response["Content-Type"]) == (415, "application/json")


def test_after_sixty_checks_an_address_waits(client, monkeypatch):
    monkeypatch.setattr("fluxions.web.clock.seconds", lambda: 100.0)
    assert {post(client, "check", RIGHT).status_code for _ in range(60)} == {200}
    response = post(client, "check", RIGHT)
    assert (response.status_code, response["Retry-After"]) == (429, "1")
    assert "Retry-After" in response.json()["error"]
    assert post(client, "solve", {"task": "1 + 1"}).status_code == 200


@pytest.mark.parametrize(
    "answer, verdict", [("x < 1 or x > 2", "right"), ("x > 2", "wrong"), ("(-inf, 1) or (2, inf)", "right")]
)
def test_conditions_joined_by_or_need_no_type(client, answer, verdict):
    assert post(client, "check", {"answer": answer, "expected": "x < 1 or x > 2"}).json()["verdict"] == verdict


def test_nothing_is_read_or_kept(client):
    with CaptureQueriesContext(connection) as asked:
        response = post(client, "check", RIGHT)
    assert len(asked) == 0
    assert not response.cookies
    assert response["Cache-Control"] == "private, no-store"


def test_a_fault_of_ours_is_a_500_and_goes_to_the_log(client, monkeypatch, caplog):
    monkeypatch.setattr("fluxions.calculus.check", lambda *_, **__: 1 / 0)
    response = post(client, "check", RIGHT)
    assert (response.status_code, "ours" in response.json()["error"]) == (500, True)
    assert "ZeroDivisionError" in caplog.text


def test_every_field_is_described_with_every_status(client):
    said = client.get("/api/openapi.json").json()
    for path in ("check", "solve", "diagnose", "generate"):
        statuses = set(said["paths"][f"/api/{path}"]["post"]["responses"])
        assert statuses == {"200", "400", "403", "413", "415", "422", "429", "500"}
    assert set(said["components"]["schemas"]["CheckItem"]["properties"]) == {
        "id", "answer", "expected", "type", "syntax", "variables", "integrand", "form", "tolerance", "shapes", "assume",
        "unknown", "decimal", "constant",
    }  # fmt: skip

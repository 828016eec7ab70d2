"""What a browser may do, who may ask, and how often."""

import re
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse

from fluxions.web import clock
from fluxions.web.security import IMPORTS, POLICY, taken

pytestmark = pytest.mark.django_db
PAGES = ["/", "/learn/", "/learn/chain-rule", "/study/map", "/nothing", "/healthz"]


@pytest.mark.parametrize("address", PAGES)
def test_every_response_carries_the_policy_with_a_nonce_of_its_own(client, address):
    first, second = client.get(address), client.get(address)
    nonces = [re.search(r"'nonce-([\w-]{22})'", each["Content-Security-Policy"])[1] for each in (first, second)]
    assert nonces[0] != nonces[1]
    assert first["Content-Security-Policy"] == POLICY.format(nonce=nonces[0])
    assert first["X-Content-Type-Options"] == "nosniff"
    assert first["Referrer-Policy"] == "same-origin"
    assert first["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in first["Permissions-Policy"]
    assert "no-store" in first["Cache-Control"]


@pytest.mark.parametrize("address", PAGES[:-1])
def test_no_page_runs_an_inline_script(client, address):
    page = client.get(address).content.decode()
    for attributes, inside in re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL):
        assert "src=" in attributes or "application/json" in attributes
        assert inside == "" or "application/json" in attributes
    assert not re.search(r"\son\w+=|hx-on|javascript:|hx-vals=.js:", page)


@pytest.mark.parametrize(
    "headers",
    [{"X-Forwarded-For": "1.2.3.4"}, {"Forwarded": "for=1.2.3.4"}, {"X-Real-IP": "1.2.3.4"},
     {"Origin": "https://elsewhere.example"}, {"Origin": "null"}],
)  # fmt: skip
def test_local_mode_serves_this_computer_alone(client, headers):
    response = client.get("/", headers=headers)
    assert response.status_code == 403
    assert "FLUXIONS_MODE=server" in response.content.decode()


def test_a_foreign_host_name_is_refused(client):
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_our_own_origin_is_welcome(client):
    assert client.get("/", headers={"Origin": "http://testserver"}).status_code == 200


def test_server_mode_accepts_a_proxy(client, settings):
    settings.MODE = "server"
    assert client.get("/", headers={"X-Forwarded-For": "1.2.3.4"}).status_code == 200


def test_a_bucket_fills_evenly():
    assert [taken("here", 2, at) for at in (0, 0, 0)] == [0, 0, 30]
    assert taken("here", 2, 15) == 15
    assert taken("here", 2, 31) == 0
    assert taken("elsewhere", 2, 31) == 0


@pytest.fixture
def stopped(monkeypatch):
    """A stopwatch that stands, so that no bucket fills while a slow machine makes its requests."""
    monkeypatch.setattr(clock, "seconds", lambda: 1.0)


def test_too_many_requests_get_a_calm_answer_that_names_the_wait(client, stopped):
    for _ in range(60):
        assert client.post(reverse("study:begin")).status_code == 404
    response = client.post(reverse("study:begin"))
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 60
    assert "try again" in response.content.decode()


def test_the_limit_is_each_visitors_own(client, ada, bob, stopped):
    for _ in range(61):
        last = ada.client.post(reverse("study:begin"))
    assert last.status_code == 429
    assert bob.client.post(reverse("study:begin")).status_code == 404


def test_a_request_that_is_too_large_is_refused(client):
    response = client.post(reverse("study:read"), {"text": "x" * 1_100_000})
    assert response.status_code == 413
    assert "too large" in response.content.decode()


def test_a_file_makes_no_request_smaller(client):
    response = client.post(reverse("study:read"), {"file": BytesIO(b"x" * 1_100_000)})
    assert response.status_code == 413


def test_an_import_alone_may_be_larger(client):
    assert reverse("person:import") == IMPORTS
    assert client.post(IMPORTS, {"file": BytesIO(b"x" * 1_100_000)}).status_code == 302
    response = client.post(IMPORTS, {"file": BytesIO(b"x" * 20_100_000)})
    assert response.status_code == 413 and "20 MB" in response.content.decode()


def test_a_failure_of_ours_says_so(monkeypatch):
    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("fluxions.web.programme.views.first_task", fails)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "The fault is ours" in response.content.decode()


def test_hsts_is_sent_where_the_address_is_https(client, settings):
    settings.HTTPS = True
    assert client.get("/")["Strict-Transport-Security"].startswith("max-age=")

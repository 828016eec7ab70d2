"""What `fluxions serve` shows on its terminal."""

import pytest

from fluxions.cli.serve import said
from fluxions.web.accounts import arrival, entrance
from tests.web.accounts.conftest import account

pytestmark = pytest.mark.django_db
HERE = "http://127.0.0.1:8000"


def test_local_mode_shows_the_address_with_a_key_where_one_is_demanded(settings):
    assert said(HERE) == [f"Fluxions is at {HERE}/ (Ctrl+C stops it)"]
    settings.DEMANDS_KEY = True
    assert said(HERE) == [f"Fluxions is at {HERE}/?key={arrival.arrival_key()} (Ctrl+C stops it)"]


def test_server_mode_shows_the_set_up_link_as_long_as_no_operator_can_sign_in(server):
    server.URL = "https://maths.example.org"
    account("grace@example.org")
    link = f"https://maths.example.org/sign-up?key={entrance.set_up_key()}"
    assert said(HERE)[1].endswith(link)
    server.URL = ""
    assert said(HERE)[1].endswith(f"{HERE}/sign-up?key={entrance.set_up_key()}")
    account("ada@example.org", is_operator=True)
    assert said(HERE) == [f"Fluxions is at {HERE}/ (Ctrl+C stops it)"]

"""People at the site in server mode, with a hasher that does not take its time."""

import pytest
from django.test import Client

from fluxions.web import clock
from fluxions.web.accounts.models import User

PASSWORD = "four plain words suffice"


@pytest.fixture(autouse=True)
def quick_hasher(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def server(settings):
    settings.MODE = "server"
    settings.URL = "http://testserver"
    return settings


def account(email: str, **more: object) -> User:
    """An account with a password."""
    made = User(email=email, created=clock.now(), **more)
    made.set_password(PASSWORD)
    made.save()
    return made


def signed_in(email: str, **more: object) -> Client:
    """A browser in which this account, made now, has signed in by its password."""
    account(email, **more)
    client = Client()
    assert client.post("/sign-in", {"login": email, "password": PASSWORD}).status_code == 302
    return client

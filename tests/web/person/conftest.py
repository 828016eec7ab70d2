"""The owner of a local installation, and a person of a server."""

import pytest
from django.urls import reverse

from fluxions.web.accounts.models import User


@pytest.fixture
def owner(ada):
    """Ada, who has kept her work."""
    ada.client.post(reverse("keep"), {"name": "Ada"})
    ada.user = User.objects.get()
    return ada

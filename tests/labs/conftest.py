"""Real processes at each level that this machine proves; PyTorch where it is installed."""

from __future__ import annotations

import pytest

from fluxions.labs.frameworks import installed
from fluxions.labs.sandbox import levels
from fluxions.labs.sandbox.broker import Broker
from fluxions.labs.sandbox.selftest import proved


@pytest.fixture(scope="session")
def strongest():
    return levels.level_of(proved())


@pytest.fixture(scope="session", params=["basic", "strong"])
def broker(request, strongest):
    """A broker at each level."""
    if request.param not in [each.name for each in levels.LEVELS[: levels.LEVELS.index(strongest) + 1]]:
        pytest.skip(f"this machine does not give the level {request.param}")
    made = Broker(levels.named(request.param))
    yield made
    made.close()


@pytest.fixture(scope="session")
def bare():
    """A broker without any layer: what must work there, so that its failure behind the layers means something."""
    made = Broker()
    yield made
    made.close()


@pytest.fixture(params=["numpy", "pytorch"])
def framework(request):
    if installed(request.param) is None:
        pytest.skip(
            f"{request.param.upper()} IS NOT INSTALLED: its labs were not tested (fluxions labs install pytorch)"
        )
    return request.param

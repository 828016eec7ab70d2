"""What PyTorch imports late is there before a program begins: seconds of import would be taken from its three."""

import numpy as np
import pytest

from fluxions.labs.contract import Returned
from fluxions.labs.frameworks import installed
from fluxions.labs.sandbox.broker import shared

CODE = """
import sys, torch
def late(x):
    before = set(sys.modules)
    square = lambda z: (z**2).sum()
    torch.func.grad(square)(x)
    torch.vmap(square)(x[:, None])
    torch.autograd.functional.hessian(square, x)
    z = x.clone().requires_grad_()
    torch.autograd.grad(z * z, z, torch.ones_like(x))
    return len(set(sys.modules) - before)
"""


@pytest.mark.skipif(installed("pytorch") is None, reason="PYTORCH IS NOT INSTALLED: fluxions labs install pytorch")
def test_derivatives_of_every_kind_import_nothing_more():
    with shared().run("pytorch") as program:
        assert isinstance(program.define(CODE), Returned)
        reply = program.call("late", [np.ones(3)])
        assert isinstance(reply, Returned) and reply.value <= 3
    assert shared()._zygotes["pytorch"].threads == 1, "a child of a process with two threads would hang"

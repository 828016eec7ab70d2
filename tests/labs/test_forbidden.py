"""What the syntax tree shows of a program."""

import pytest

from fluxions.labs.forbidden import forbidden_name, line_of, syntax_fault


@pytest.mark.parametrize("code", ["", "x = 1", "def f():\n    return 'ä'", "# -*- coding: rot13 -*-\nx = 1"])
def test_python_is_read(code):
    assert syntax_fault(code) is None


@pytest.mark.parametrize("code, line", [
    ("def f(:\n    pass", 1), ("x = 1\ny = (", 2), ("if True:\nx", 2), ("\x00", None), ("(" * 2000, 1),
    ("-" * 60_000 + "1", None), ("x" + "+x" * 30_000, None), ("a" + ".b" * 30_000, None),
    ("lambda:" * 5000 + "1", None),
    ("1" * 60_000, 1), ("not " * 15_000 + "x", None), ("".join(" " * n + "if 1:\n" for n in range(300)), 101),
])  # fmt: skip
def test_what_is_not_python_is_told_with_its_line(code, line):
    message, at = syntax_fault(code)
    assert message and at == line


FORBIDDEN = ("torch.optim", "softmax")


@pytest.mark.parametrize("code, found", [
    ("import torch.optim", ("torch.optim", 1)), ("import torch\ntorch.optim.SGD", ("torch.optim", 2)),
    ("from torch import optim", ("torch.optim", 1)), ("from torch.optim import SGD", ("torch.optim", 1)),
    ("from torch import optim as innocent", ("torch.optim", 1)),
    ("import torch\ngetattr(torch, 'optim')", ("torch.optim", 2)),
    ("from torch.nn.functional import softmax as s", ("softmax", 1)), ("x.softmax(0)\ny", ("softmax", 1)),
    ("def softmax(z): pass\nsoftmax(1)", None),
    ("import torch\ndef softmax(z):\n    return torch.softmax(z)", ("softmax", 3)),
    ("import torch\noptimal = 1", None), ("text = 'softmax'", None), ("# softmax", None), ("getattr(x, name)", None),
])  # fmt: skip
def test_a_forbidden_name_is_found_by_any_way_of_writing_it(code, found):
    assert forbidden_name(code, FORBIDDEN) == found


def test_where_a_function_begins():
    assert line_of("x = 1\n\ndef f():\n    pass\ndef f():\n    pass", "f") == 5
    assert line_of("f = lambda: 1", "f") is None

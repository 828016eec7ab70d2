"""Whatever is written after the name of an operator, there is a solution or a reason, and never a crash."""

import itertools

import pytest

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.step import Derivation, Unsolved
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.solve import solve
from fluxions.calculus.vocabulary import OPERATORS, STANDARD

PALETTE = (
    "x^2*y", "[x, y]", "x", "0", "x = 1", "[[x, 1], [y, 2]]", "[x, y <= 1]", "inf", "{x}", "y(x)",
    "sum(x^n, n, 0, inf)",
)  # fmt: skip
NODES = {"diff": (2, 3), "int": (2, 4), "limit": (3, 3), "at": (3, 3), "rate": (4, 4), "sum": (4, 4)}
WORDS = STANDARD.declaring("x", "y", "n")
EACH = 40


def tasks(name: str, low: int, high: int):
    """A spread of argument lists, the same on every machine."""
    for count in range(low, min(high, 6) + 1):
        every = list(itertools.product(PALETTE, repeat=min(count, 3)))
        step = max(1, len(every) // EACH)
        for head in every[::step]:
            yield f"{name}({', '.join((*head, *PALETTE[: count - len(head)]))})"


@pytest.mark.parametrize("name", sorted({**OPERATORS, **NODES}))
def test_there_is_a_solution_or_a_reason(name):
    for text in tasks(name, *{**OPERATORS, **NODES}[name]):
        reading = read(text, WORDS)
        if isinstance(reading, Reading):
            assert isinstance(solve(reading.expr, budget=Budget(60_000)), (Derivation, Unsolved)), text

"""The cases: the tables of facts of the tests, whose labels are certain by mathematics and audited there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.comparison import TRIPLES
from tests.calculus.answers import test_antiderivatives as antiderivatives
from tests.calculus.answers import test_arrays as arrays
from tests.calculus.answers import test_choice as choice
from tests.calculus.answers import test_functions as functions
from tests.calculus.answers import test_other_forms as forms
from tests.calculus.answers import test_sets as sets
from tests.calculus.answers import test_slopes as slopes
from tests.calculus.answers import test_solutions as solutions
from tests.calculus.answers import test_systems as systems


@dataclass(frozen=True, slots=True)
class Case:
    """An answer as typed, what it is compared with, and whether it is right."""

    answer: str
    expected: str
    right: bool
    kind: str = "auto"
    more: dict[str, Any] = field(default_factory=dict)  # further fields of `fluxions check --jsonl`

    @property
    def item(self) -> dict[str, Any]:
        """The case as a line of `fluxions check --jsonl`."""
        right = {} if "integrand" in self.more else {"expected": self.expected}
        return {"answer": self.answer, **right, "type": self.kind, **self.more}


def own_cases() -> list[Case]:
    """Every case of our own, each once."""
    found = {(case.answer, case.expected, case.kind, str(case.more)): case for case in _all()}
    return list(found.values())


def _all() -> Iterator[Case]:
    for task, right, wrong in TRIPLES:
        yield from (Case(right, task, True, "expression"), Case(wrong, task, False, "expression"))
    for task, right, wrong in forms.SLOPES:
        function, name = forms.task_of(task)
        more = {"variables": forms.LETTERS.split()}
        for text, label in ((right, True), (wrong, False)):
            yield Case(text, f"diff({function}, {name})", label, "expression", more)
    for value, right, wrong in forms.VALUES:
        yield from (Case(right, value, True), Case(wrong, value, False))
    for kind, rows in (
        ("inequality", solutions.INEQUALITIES), ("interval", solutions.INTERVALS), ("equation", solutions.EQUATIONS),
        ("piecewise", functions.PIECEWISE), ("family", functions.FAMILIES), ("density", functions.DENSITIES),
    ):  # fmt: skip
        more = {"variables": ["x"]} if kind in ("family", "density") else {}
        yield from (Case(a, b, label == "right", kind, more) for a, b, label, _ in rows)
    for kind, table in (
        ("set", sets.SETS), ("multiset", sets.MULTISETS), ("auto", arrays.ROWS), ("system", systems.SYSTEMS),
        ("auto", slopes.WRONG),
    ):  # fmt: skip
        yield from (Case(a, b, label == "right", kind) for a, b, label, _ in table if label != "undecided")
    yield from (Case(a, b, True) for a, b in slopes.RIGHT)
    yield from (Case(a, "b", label == "right", "choice") for a, label in choice.KEYS)
    yield from (Case(a, b, label == "right", "choice") for a, b, label in choice.OPTIONS)
    for answer, integrand, label, _ in antiderivatives.ROWS:
        more = {"integrand": integrand, "variables": ["x"]}
        yield Case(answer, integrand, label == "right", "antiderivative", more)
    for answer, expected, form, label, _ in functions.ROUNDED:
        yield Case(answer, expected, label == "right", "number", {"form": [form]})
    for answer, expected, kind, size, label in functions.TOLERATED:
        more = {"tolerance": {kind: _number(size)}}
        yield Case(answer, expected, label == "right", "number", more)


def _number(text: str) -> float:
    top, _, bottom = text.partition("/")
    return float(top) / float(bottom or 1)

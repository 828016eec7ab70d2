"""One of several options: its key in any usual writing, or its formula."""

from __future__ import annotations

import pytest

from tests.calculus.answers.judged import judged

KEYS = [
    ("b", "right"), ("B", "right"), ("(b)", "right"), ("b)", "right"), ("B.", "right"), ("[b]", "right"),
    ("b:", "right"),
    ("option b", "right"), ("Answer: b", "right"), ("c", "wrong"), ("(C)", "wrong"), ("option a", "wrong"),
    ("3", "wrong"),
]  # fmt: skip
OPTIONS = [
    ("2", "2", "right"), ("2)", "2", "right"), ("(2)", "2", "right"), ("3.", "2", "wrong"), ("x+x", "2x", "right"),
    ("3x", "2x", "wrong"), ("(2x)", "2x", "right"),
]  # fmt: skip


@pytest.mark.parametrize("answer, verdict", KEYS)
def test_the_key_of_an_option_in_any_usual_writing(answer: str, verdict: str) -> None:
    judged((answer, "b", verdict, "equal" if verdict == "right" else "different-value"), "choice")


@pytest.mark.parametrize("answer, expected, verdict", OPTIONS)
def test_an_option_by_its_number_or_its_formula(answer: str, expected: str, verdict: str) -> None:
    judged((answer, expected, verdict, "equal" if verdict == "right" else "different-value"), "choice")

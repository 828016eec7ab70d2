"""The list of reasons is whole and fresh, and the codes that verdicts give are on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fluxions.cli.reasons import IN_GENERAL, _codes, document, reasons
from fluxions.tutor.contract import check_item, diagnose_item

PAGE = Path(__file__).parents[2] / "docs" / "reasons.md"


def test_the_page_is_what_the_sources_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == document(), "run `make golden`, read the diff"


def test_every_reason_is_explained() -> None:
    silent = [pair for pair, said in reasons().items() if not said and pair not in IN_GENERAL]
    assert not silent, "say what it means in IN_GENERAL"


def test_what_is_meant_in_general_is_meant_of_a_reason_that_exists() -> None:
    assert set(IN_GENERAL) <= set(reasons())


@pytest.mark.parametrize(
    "answer, expected, verdict, reason",
    [
        ("2x", "diff(x^2, x)", "right", "equal"),
        ("4 ln(x)", "ln(x^4)", "right", "different-domain"),
        ("x^2", "x", "wrong", "squared"),
        ("10", "dirderiv(x^2 + x y, [x, y], [1, 0], [3, 4])", "wrong", "not-normalised"),
        ("{1}", "{1, 2}", "wrong", "missing-element"),
        ("(1, 2)", "[1, 2)", "wrong", "endpoint-open"),
        ("x + ", "x", "unreadable", "missing-operand"),
        ("50 °", "1", "unreadable", "degrees"),  # from a table of signs that are refused
    ],
)
def test_a_verdict_gives_a_reason_of_the_list(answer: str, expected: str, verdict: str, reason: str) -> None:
    found = check_item({"answer": answer, "expected": expected})
    assert (found["verdict"], found["reason"]) == (verdict, reason)
    assert (verdict, reason) in reasons()


def test_a_line_gives_a_reason_of_the_list() -> None:
    found = diagnose_item({"task": "diff(x^2 + x, x)", "lines": ["2x + 1", "x + 1", "x + 2"]})
    assert all((line["verdict"], line["reason"]) in reasons() for line in found["lines"])


def test_a_code_that_is_made_on_the_way_is_refused() -> None:
    import ast

    made = ast.parse("'-'.join(parts)", mode="eval").body
    with pytest.raises(ValueError, match="write the reason out"):
        _codes(made, {}, "here:1")

"""The table of docs/answers.md is what the engine says."""

import re
from pathlib import Path

import pytest

from fluxions.calculus.verdict import Right, Wrong
from tests.calculus.answers.rows import NAMES, judged

PAGE = Path(__file__).parents[3] / "docs" / "answers.md"
ROW = re.compile(r"^\| `(.+?)` \| `(.+?)` \| (\w+) \| ?(.*?) ?\|$", re.MULTILINE)
TABLE = [tuple(each.replace("\\|", "|") for each in row) for row in ROW.findall(PAGE.read_text())]


def test_the_table_is_there() -> None:
    assert len(TABLE) >= 20


@pytest.mark.parametrize("answer, expected, verdict, said", TABLE)
def test_a_row_of_the_page(answer: str, expected: str, verdict: str, said: str) -> None:
    found = judged(answer, expected)
    assert NAMES[type(found)] == verdict, found
    match found:
        case Right(note=note):
            assert said == ("" if note is None else str(note))
        case Wrong(message=message):
            assert said == str(message)


@pytest.mark.parametrize("answer, expected", [("4 ln(x)", "ln(x^4)"), ("sqrt(x)^2", "x"), ("e^(ln(x))", "x")])
def test_where_the_same_domain_is_asked_less_is_wrong(answer: str, expected: str) -> None:
    found = judged(answer, expected, domain="same")
    assert isinstance(found, Wrong) and found.reason == "different-domain" and found.witness is not None

"""The tables of docs/answers.md are what the engine says."""

import re
from pathlib import Path

import pytest

from fluxions.calculus.answers.check import check_antiderivative
from fluxions.calculus.equality.forms import FORMS
from fluxions.calculus.expr import Sym
from fluxions.calculus.verdict import Right, Verdict, Wrong
from tests.calculus.answers.rows import NAMES, judged, tree

PAGE = (Path(__file__).parents[3] / "docs" / "answers.md").read_text(encoding="utf-8")
TITLE = re.compile(r"^### .*\(`(\w+)`\)$", re.MULTILINE)
ROW = re.compile(r"^\| `(.+?)` \| `(.+?)` \| (\w+) \| ?(.*?) ?\|$", re.MULTILINE)
FORM = re.compile(r"^\| `(.+?)` \| `(.+?)` \| `(.+?)` \| (.+?) \|$", re.MULTILINE)
_, *PARTS = TITLE.split(PAGE)
TABLE = [
    (kind, *(each.replace("\\|", "|") for each in row))
    for kind, part in zip(PARTS[0::2], PARTS[1::2], strict=True) for row in ROW.findall(part)
]  # fmt: skip
KINDS = (
    "number vector matrix set multiset interval inequality equation system piecewise antiderivative family density "
    "choice"
)


def test_every_kind_has_a_table() -> None:
    assert {kind for kind, *_ in TABLE} == {"auto", *KINDS.split()}
    assert len(TABLE) >= 100


@pytest.mark.parametrize("kind, answer, expected, verdict, said", TABLE)
def test_a_row_of_the_page(kind: str, answer: str, expected: str, verdict: str, said: str) -> None:
    found = _found(kind, answer, expected)
    assert NAMES[type(found)] == verdict, found
    told = found.note if isinstance(found, Right) else found.message
    assert said == ("" if told is None else str(told))


def _found(kind: str, answer: str, expected: str) -> Verdict:
    if kind == "antiderivative":
        return check_antiderivative(answer, tree(expected), Sym("x"))
    return judged(answer, expected, kind, "x" if kind in ("family", "density") else "")


@pytest.mark.parametrize("form, accepted, refused, said", FORM.findall(PAGE))
def test_a_form_of_the_page(form: str, accepted: str, refused: str, said: str) -> None:
    kind, right = ("number", "1/3") if ":" in form else ("auto", accepted)
    assert isinstance(judged(accepted, right, kind, "x", form=[form]), Right)
    found = judged(refused, right, kind, "x", form=[form])
    assert isinstance(found, Wrong) and (found.reason, str(found.message)) == ("wrong-form", said)


def test_all_forms_are_on_the_page() -> None:
    assert {form.partition(":")[0] for form, *_ in FORM.findall(PAGE)} == {each.partition(":")[0] for each in FORMS}


@pytest.mark.parametrize("answer, expected", [("4 ln(x)", "ln(x^4)"), ("sqrt(x)^2", "x"), ("e^(ln(x))", "x")])
def test_where_the_same_domain_is_asked_less_is_wrong(answer: str, expected: str) -> None:
    found = judged(answer, expected, domain="same")
    assert isinstance(found, Wrong) and found.reason == "different-domain" and found.witness is not None

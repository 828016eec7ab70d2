"""Verdicts on typed answers, as learners type them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from fluxions.calculus.answers import ANSWER_TYPES
from fluxions.calculus.answers.check import check, check_antiderivative, kind_of
from fluxions.calculus.answers.choice import the_key_is_alone
from fluxions.calculus.answers.question import Tolerance
from fluxions.calculus.expr import Expr, Sym
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Right, Undecided, Unreadable, Verdict, Wrong

NAMES = {Right: "right", Wrong: "wrong", Undecided: "undecided", Unreadable: "unreadable"}


def tree(text: str, want: Any = None) -> Expr:
    found = read(text, want=want)
    assert isinstance(found, Reading), found
    return found.expr


def code(verdict: Verdict) -> str:
    match verdict:
        case Undecided(why):
            return why
        case Unreadable(name):
            return name
    return verdict.reason


def check_row(answer: str, expected: str, verdict: str, reason: str, **options: Any) -> None:
    found = check(answer, tree(expected), **options)
    assert (NAMES[type(found)], code(found)) == (verdict, reason), found


@pytest.mark.parametrize("answer, expected, verdict, reason", [
    ("2x cos(x^2)", "diff(sin(x^2), x)", "right", "equal"),
    ("cos(2x)", "diff(sin(x^2), x)", "wrong", "different-value"),
    ("cos(x^2)", "diff(sin(x^2), x)", "wrong", "different-value"),
    ("2x cos(x^2", "diff(sin(x^2), x)", "unreadable", "unclosed"),
    ("-2x cos(x^2)", "diff(sin(x^2), x)", "wrong", "sign"),
    ("4x cos(x^2)", "diff(sin(x^2), x)", "wrong", "constant-factor"),
    ("sin(x^2)", "diff(sin(x^2), x)", "wrong", "is-the-function"),
    ("diff(sin(x^2), x)", "diff(sin(x^2), x)", "wrong", "operator-left-standing"),
    ("diff(f(x), x)", "diff(f(x), x)", "right", "equal"),
    ("f'(x)", "diff(f(x), x)", "right", "equal"),
    ("2X cos(X^2)", "diff(sin(x^2), x)", "unreadable", "letter-case"),
    ("2y cos(y^2)", "diff(sin(x^2), x)", "wrong", "wrong-variable"),
    ("x^2+1", "x^2", "wrong", "additive-constant"),
    ("3x^2-2x", "3x^2+2x", "wrong", "term-sign"),
    ("1/x", "x", "wrong", "reciprocal"),
    ("1/2x", "1/(2x)", "unreadable", "ambiguous-reading"),
    ("1/2x", "x/2", "right", "equal"),
    ("6x", "3x^2", "wrong", "is-the-derivative"),
    ("x^3", "3x^2", "wrong", "is-the-antiderivative"),
    ("y = 2x", "2x", "wrong", "wrong-type"),
    ("x > 2", "2x", "wrong", "wrong-type"),
    ("[x, 2]", "2x", "wrong", "wrong-type"),
    ("4 ln(x)", "ln(x^4)", "right", "different-domain"),
    ("sqrt(-x)", "sqrt(x)", "wrong", "different-domain"),
    ("", "2x", "unreadable", "empty"),
    ("i x", "x", "wrong", "different-value"),
])  # fmt: skip
def test_expressions(answer: str, expected: str, verdict: str, reason: str) -> None:
    check_row(answer, expected, verdict, reason)


@pytest.mark.parametrize("answer, expected, verdict, reason", [
    ("12", "at(diff(x^3, x), x, 2)", "right", "equal"),
    ("8", "at(diff(x^3, x), x, 2)", "wrong", "different-value"),
    ("-12", "at(diff(x^3, x), x, 2)", "wrong", "sign"),
    ("0.5", "1/2", "right", "equal"),
    ("0.50", "1/2", "right", "equal"),
    ("0.785", "pi/4", "wrong", "rounded"),
    ("0.13", "1/8", "wrong", "rounded"),  # an exact half
    ("0.14", "1/8", "wrong", "different-value"),
    ("0.784", "pi/4", "wrong", "different-value"),
    ("2pi", "pi", "wrong", "constant-factor"),
    ("sin(30)", "1/2", "wrong", "degrees"),
    ("sqrt(8)", "2sqrt(2)", "right", "equal"),
    ("inf", "inf", "right", "equal"),
    ("-inf", "inf", "wrong", "sign"),
    ("3", "inf", "wrong", "different-value"),
    ("inf", "3", "wrong", "different-value"),
    ("dne", "dne", "right", "equal"),
    ("1/0", "1", "wrong", "different-domain"),
    ("x = 3", "3", "wrong", "wrong-type"),
    ("3 x", "3", "wrong", "is-the-antiderivative"),
])  # fmt: skip
def test_numbers(answer: str, expected: str, verdict: str, reason: str) -> None:
    check_row(answer, expected, verdict, reason)


def test_the_unknown_may_be_named_only_by_the_caller() -> None:
    found = check("x = 3", tree("3"), unknown="x")
    assert isinstance(found, Right) and found.note is not None
    assert isinstance(check("y = 3", tree("3"), unknown="x"), Wrong)
    assert isinstance(check("x = x + 3 - x", tree("3"), unknown="x"), Wrong)


@pytest.mark.parametrize("answer, size, kind, verdict", [
    ("3.14", "1/100", "abs", "right"), ("3.1", "1/100", "abs", "wrong"), ("3.1", "2/100", "rel", "right"),
    ("3", "0.1415926535", "abs", "wrong"), ("3", "0.1415926536", "abs", "right"),
])  # fmt: skip
def test_a_tolerance_is_decided_exactly(answer: str, size: str, kind: Any, verdict: str) -> None:
    found = check(answer, tree("pi"), tolerance=Tolerance(kind, Fraction(size)))
    assert NAMES[type(found)] == verdict


@pytest.mark.parametrize("answer, expected, verdict, reason", [
    ("[1, 2]", "[1, 2]", "right", "equal"),
    ("(1, 2)", "[1, 2]", "right", "equal"),
    ("[2x, 2y]", "[2x, 2y]", "right", "equal"),
    ("[2x, 2x]", "[2x, 2y]", "wrong", "wrong-variable"),
    ("[1, 2, 3]", "[1, 2]", "wrong", "wrong-shape"),
    ("1", "[1, 2]", "wrong", "wrong-type"),
    ("[[1, 2], [3, 4]]", "[[1, 3], [2, 4]]", "wrong", "transposed"),
    ("[[1, 2], [3, 5]]", "[[1, 2], [3, 4]]", "wrong", "different-value"),
])  # fmt: skip
def test_arrays(answer: str, expected: str, verdict: str, reason: str) -> None:
    check_row(answer, expected, verdict, reason)


def test_the_first_wrong_entry_is_named() -> None:
    found = check("[1, 7]", tree("[1, 2]"))
    assert isinstance(found, Wrong) and str(found.message).startswith("Entry 2")


@pytest.mark.parametrize("answer, expected, verdict, reason", [
    ("{2, 1}", "{1, 2}", "right", "equal"),
    ("{1, 2, 2}", "{1, 2}", "right", "equal"),
    ("x = 1 or x = 2", "{1, 2}", "right", "equal"),
    ("1 and 2", "{1, 2}", "right", "equal"),
    ("x = 2 and x = 1", "{1, 2}", "right", "equal"),
    ("1 and 3", "{1, 2}", "wrong", "extra-element"),
    ("x > 1 and x < 2", "{1, 2}", "wrong", "wrong-type"),
    ("{sqrt(4), 1}", "{1, 2}", "right", "equal"),
    ("{1, 2, 3}", "{1, 2}", "wrong", "extra-element"),
    ("{1}", "{1, 2}", "wrong", "missing-element"),
    ("1", "{1}", "wrong", "wrong-type"),
    ("x > 2", "x > 2", "right", "equal"),
    ("2 < x", "x > 2", "right", "equal"),
    ("2x > 4", "x > 2", "right", "equal"),
    ("-x > -2", "x < 2", "right", "equal"),
    ("x >= 2", "x > 2", "wrong", "endpoint-closed"),
    ("x > 3", "x > 2", "wrong", "different-value"),
    ("x < 2", "x > 2", "wrong", "different-value"),
    ("x^2 > 4", "x > 2", "wrong", "different-value"),
    ("y = 2x+1", "y = 1+2x", "right", "equal"),
    ("2y = 4x+2", "y = 1+2x", "right", "equal"),
    ("y = 2x+2", "y = 1+2x", "wrong", "different-value"),
    ("(x-1)^2 = 0", "x = 1", "right", "equal"),
    ("x^2 = 1", "x = 1", "wrong", "gained-solutions"),
    ("x^2+y^2 = 1", "y = sqrt(1-x^2)", "wrong", "gained-solutions"),
    ("2x", "y = 2x", "wrong", "wrong-type"),
])  # fmt: skip
def test_sets_and_relations(answer: str, expected: str, verdict: str, reason: str) -> None:
    check_row(answer, expected, verdict, reason)


@pytest.mark.parametrize("answer, expected, verdict, reason", [
    ("(1, 2]", "(1, 2]", "right", "equal"),
    ("1 < x <= 2", "(1, 2]", "right", "equal"),
    ("(1, 2)", "(1, 2]", "wrong", "endpoint-open"),
    ("[1, 2]", "(1, 2]", "wrong", "endpoint-closed"),
    ("(1, inf)", "(1, 2]", "wrong", "different-value"),
    ("(2, inf)", "x > 2", "right", "equal"),
])  # fmt: skip
def test_intervals(answer: str, expected: str, verdict: str, reason: str) -> None:
    found = check(answer, tree(expected, "interval"), kind="interval")
    assert (NAMES[type(found)], code(found)) == (verdict, reason), found


@pytest.mark.parametrize("answer, integrand, verdict, reason", [
    ("x^2+C", "2x", "right", "equal"),
    ("x^2", "2x", "wrong", "missing-constant"),
    ("x^2+3C", "2x", "right", "equal"),
    ("x^2-k", "2x", "right", "equal"),
    ("x^2+1", "2x", "wrong", "missing-constant"),
    ("x^2+C+D", "2x", "wrong", "wrong-variable"),
    ("ln|x|+C", "1/x", "right", "equal"),
    ("ln(x)+C", "1/x", "right", "different-domain"),
    ("ln(C x)", "1/x", "right", "different-domain"),
    ("2", "2x", "wrong", "is-the-derivative"),
    ("2x", "2x", "wrong", "is-the-function"),
    ("-cos(x)+C", "sin(x)", "right", "equal"),
    ("cos(x)+C", "sin(x)", "wrong", "sign"),
    ("2x^2+C", "2x", "wrong", "constant-factor"),
    ("x^3+C", "2x", "wrong", "different-value"),
    ("x^2+C x", "2x", "wrong", "different-value"),
    ("sin(x)^2/2+C", "sin(x) cos(x)", "right", "equal"),
    ("-cos(2x)/4+C", "sin(x) cos(x)", "right", "equal"),
    ("x e^x-e^x+C", "x e^x", "right", "equal"),
    ("int(2x, x)", "2x", "wrong", "operator-left-standing"),
    ("x^2+C = 3", "2x", "wrong", "wrong-type"),
])  # fmt: skip
def test_antiderivatives(answer: str, integrand: str, verdict: str, reason: str) -> None:
    found = check_antiderivative(answer, tree(integrand), Sym("x"))
    assert (NAMES[type(found)], code(found)) == (verdict, reason), found


def test_options_of_an_antiderivative() -> None:
    x = Sym("x")
    free = check_antiderivative("x^2", tree("2x"), x, constant="free")
    assert isinstance(free, Right) and free.reason == "missing-constant"
    assert isinstance(check_antiderivative("ln(x)+C", tree("1/x"), x, logs="absolute"), Wrong)
    assert isinstance(check_antiderivative("ln|x|+C", tree("1/x"), x, logs="absolute"), Right)


@pytest.mark.parametrize("form, right, fault", [
    ("factored", "2(x-1)(x+1)", "2x^2-2"),
    ("factored", "(x-1)(x+1)", "(x^2-1)"),
    ("factored", "2(x+3)", "2x+6"),
    ("expanded", "x^2+2x+1", "(x+1)^2"),
    ("expanded", "x^2+x", "x(x+1)"),
    ("single-fraction", "(x+1)/x", "1+1/x"),
    ("lowest-terms", "1/2", "2/4"),
    ("lowest-terms", "1/(x+1)", "(x-1)/(x^2-1)"),
    ("completed-square", "(x+1)^2-4", "x^2+2x-3"),
    ("exact", "1/2", "0.5"),
    ("decimals:2", "0.50", "0.5"),
    ("decimals:2", "0.50", "1/2"),
    ("sigfigs:2", "0.50", "0.500"),
    ("sigfigs:3", "12.0", "12"),
    ("simplified", "3x", "x+2x"),
    ("partial-fractions", "1/(x-1)-1/(x+1)", "2/(x^2-1)"),
])  # fmt: skip
def test_forms(form: str, right: str, fault: str) -> None:
    value = tree(right)
    assert isinstance(check(right, value, form=(form,)), Right)
    found = check(fault, value, form=(form,))
    assert isinstance(found, Wrong) and found.reason == "wrong-form", found


def test_an_unknown_form_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="there is no form"):
        check("x", tree("x"), form=("pretty",))


def test_no_derivatives_is_a_form() -> None:
    found = check("diff(x^2, x)", tree("2x"), form=("no-derivatives",))
    assert isinstance(found, Wrong) and found.reason == "wrong-form"


def test_the_key_of_a_choice_is_the_only_right_one() -> None:
    assert the_key_is_alone((tree("2x"), tree("x^2"), tree("2")), 0)
    assert not the_key_is_alone((tree("2x"), tree("x+x"), tree("2")), 0)
    assert isinstance(check("b", tree("B"), kind="choice"), Right)
    assert isinstance(check("a", tree("B"), kind="choice"), Wrong)


@pytest.mark.parametrize("expected, kind", [
    ("2x", "expression"), ("pi/4", "number"), ("f(2)", "expression"), ("[1, 2]", "vector"), ("{1}", "set"),
    ("x = 2", "equation"), ("x < 2", "inequality"), ("inf", "number"), ("at(x^2, x, 3)", "number"),
])  # fmt: skip
def test_the_kind_comes_from_the_expected_value(expected: str, kind: str) -> None:
    assert kind_of(tree(expected)) == kind


EXPECTED = {
    "expression": ("2x+1", "sin(x)/x"), "number": ("7/3", "sqrt(2)"), "vector": ("[1, x]",),
    "matrix": ("[[1, 2], [3, 4]]",),
    "set": ("{1, 2}",), "multiset": ("{1, 2, 2}",), "interval": ("(0, 1]", "[2, inf)"),
    "equation": ("y = 2x+1",), "inequality": ("x > 2",),
    "system": ("x = 1 and y = 2",), "piecewise": ("if(x < 0, -x, x)",), "family": ("C*exp(2x)",),
    "density": ("if(x > 0, exp(-x))",), "choice": ("2x",),
}  # fmt: skip


@pytest.mark.parametrize("kind, expected", [(kind, each) for kind, texts in EXPECTED.items() for each in texts])
def test_every_kind_judges_its_own_examples(kind: Any, expected: str) -> None:
    value = tree(expected, kind if kind in ("vector", "matrix", "set", "interval") else None)
    examples = ANSWER_TYPES[kind].examples(value)
    assert {example.verdict for example in examples} == {"right", "wrong", "unreadable"}
    for example in examples:
        found = check(example.text, value, kind=kind)
        assert NAMES[type(found)] == example.verdict, (example, found)


def test_every_registered_kind_is_tried() -> None:
    assert set(EXPECTED) == set(ANSWER_TYPES)


def test_a_kind_that_is_not_compared_yet_is_undecided() -> None:
    assert isinstance(check("x", tree("x"), kind="antiderivative"), Undecided)  # it has a door of its own

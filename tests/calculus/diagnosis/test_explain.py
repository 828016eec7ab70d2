"""Wrong answers of every kind and the mistakes that lead to them; right answers in other forms and none."""

import pytest

from fluxions.calculus import Ambiguous, Mistaken, Problem, Right, Undecided, Wrong, diagnose
from fluxions.calculus.diagnosis.explain import candidates_for, explained
from fluxions.calculus.diagnosis.matching import matching
from fluxions.calculus.diagnosis.predictions import _KEPT, MOST_KEPT, ONE_MISTAKE, predicted, predictions
from fluxions.calculus.equality.tidy import _FORMS
from fluxions.calculus.expr import Sym
from fluxions.calculus.verdict import Text
from tests.calculus.spelled import solved, spelled


def told(task, answer):
    return diagnose(Problem("", spelled(task)), answer)


@pytest.mark.parametrize(
    "task, answer, name",
    [
        ("diff(x^2*sin(3x), x)", "2x sin(3x) + x^2 cos(3x)", "inner-derivative-lost"),
        ("int(x*exp(x), x)", "x*e^x + e^x + C", "parts-with-plus"),
        ("int(x*exp(x), x)", "x e^x + e^x", "parts-with-plus"),  # the constant is another matter
        ("int(cos(3x), x)", "3 sin(3x) + K", "inner-slope-multiplied"),
        ("int(cos(3x), x)", "sin(3x) + C", "inner-slope-not-divided"),  # the mistake is a lost factor
        ("int(x^2, x, 0, 2)", "8", "new-exponent-not-divided"),
        ("sum(5/3^n, n, 0, inf)", "5/2", "first-term-left-out"),
        ("grad(sin(3x)*y, [x, y])", "[y*cos(3x), sin(3x)]", "inner-derivative-lost"),
        ("diff((x^2 + 1)^3, x)", "3(x^2 + 1)^2", "inner-derivative-lost"),
    ],
)
def test_one_mistake_is_named_by_kind_of_answer(task, answer, name):
    found = told(task, answer)
    assert isinstance(found, Mistaken) and found.misconception.name == name, found


@pytest.mark.parametrize(
    "task, answer, names",
    [("limit(sin(3x)/x, x, 0)", "1", {"sine-quotient-one", "zero-over-zero-one"})],
)
def test_several_that_lead_to_the_same_are_told_and_none_is_blamed(task, answer, names):
    found = told(task, answer)
    assert isinstance(found, Ambiguous) and names <= {each.misconception.name for each in found.candidates}
    assert len(found.told) <= 3


def test_a_number_is_told_as_a_possibility():
    found = told("int(x^2, x, 0, 2)", "8")
    assert isinstance(found, Mistaken) and found.possible
    assert str(found.message).startswith("This is what you get if") and found.misconception.says in str(found.message)
    sure = told("diff(x^2*sin(3x), x)", "2x sin(3x) + x^2 cos(3x)")
    assert isinstance(sure, Mistaken) and not sure.possible and str(sure.message) == sure.misconception.says


@pytest.mark.parametrize(
    "task, answer, name",
    [
        ("diff(x^2*sin(3x), x)", "2x sin(3x) + x^2 cos(3x)", "inner-derivative-lost"),
        ("diff(e^(x^2)*cos(5x), x)", "e^(x^2)*cos(5x) - 5 sin(5x)*e^(x^2)", "inner-derivative-lost"),
        ("int(x*e^(2x), x)", "x*e^(2x)/2 + e^(2x)/4 + C", "parts-with-plus"),
    ],
)
def test_where_not_all_mistakes_are_worked_out_the_one_that_is_found_is_a_possibility(task, answer, name):
    """Less work finds it or does not, but calls it the only cause nowhere."""
    problem, derivation, given = Problem("", spelled(task)), solved(task), spelled(answer)
    names = {True: set(), False: set()}
    for units in (*range(500, 12_000, 500), ONE_MISTAKE):
        found = explained(derivation, given, Wrong("different-value", Text("…")), problem, units)
        complete = predictions(derivation, problem, units).complete
        if isinstance(found, Mistaken):
            names[complete].add(found.misconception.name)
            assert found.possible is not complete
            assert str(found.message).startswith("This is what you get if one thing went wrong.") is not complete
    assert names == {True: {name}, False: {name}}


@pytest.mark.parametrize(
    "task, answer, name, near",
    [
        ("diff(x^2*sin(3x), x)", "-2x sin(3x) - x^2 cos(3x)", "inner-derivative-lost", "sign"),
        ("diff(x^2*sin(3x), x)", "4x sin(3x) + 2x^2 cos(3x)", "inner-derivative-lost", "constant-factor"),
    ],
)
def test_a_slip_beside_the_mistake(task, answer, name, near):
    found = told(task, answer)
    assert isinstance(found, Mistaken) and (found.misconception.name, found.near) == (name, near)


def test_two_mistakes_are_named_where_one_explains_nothing():
    found = told("diff((x^2 + 1)^3 + cos(x), x)", "3(x^2 + 1)^2 + sin(x)")
    assert isinstance(found, Mistaken)
    names = {found.misconception.name, *(each.misconception.name for each in found.also)}
    assert names == {"inner-derivative-lost", "cosine-sign-lost"}
    assert "chain-rule" not in found.right and "derivative-trig" not in found.right


def test_where_several_pairs_lead_there_what_they_share_is_named():
    found = told("diff(x^2*sin(3x), x)", "6x*cos(x)")
    assert isinstance(found, Mistaken) and found.misconception.name == "product-of-derivatives" and not found.also
    assert "besides" in str(found.message)


def test_the_same_mistake_in_every_place_is_one_mistake():
    found = told("diff((2x + 1)^5*cos(4x), x)", "5(2x + 1)^4*cos(4x) - (2x + 1)^5*sin(4x)")
    assert isinstance(found, Mistaken) and found.misconception.name == "inner-derivative-lost" and not found.also


@pytest.mark.parametrize("task, answer", [("diff(x^2*sin(3x), x)", "arctan(x) + 7"), ("int(x^2, x, 0, 2)", "97/13")])
def test_what_no_mistake_leads_to_is_plainly_wrong(task, answer):
    assert isinstance(told(task, answer), Wrong)


@pytest.mark.parametrize(
    "task, answer",
    [
        ("diff(exp(x + 3), x)", "e^3*e^x"),  # the lost inner derivative cannot be seen here
        ("diff(x^2*sin(3x), x)", "x*(2sin(3x) + 3x*cos(3x))"),
        ("int(x*exp(x), x)", "(x - 1)*e^x + C"),
        ("int(cos(3x), x)", "K + sin(3x)/3"),
        ("int(x^2, x, 0, 2)", "2 + 2/3"),
        ("limit(sin(3x)/x, x, 0)", "6/2"),
        ("sum(1/2^n, n, 0, inf)", "4 - 2"),
        ("grad(x^2*y, [x, y])", "x*[2y, x]"),
        ("hessian(x^2*y, [x, y])", "[[2y, x + x], [2x, 0]]"),
        ("ode(y' = 2y, y, x)", "y = K*e^(2x)"),
        ("solve(x^2 = 4, x)", "x = -2 or x = 2"),
        ("tangent((2x + 1)^2, x, 0)", "y = 4x + 1"),
    ],
)
def test_a_right_answer_is_given_no_mistake(task, answer):
    found = told(task, answer)
    assert isinstance(found, (Right, Undecided)), found
    derivation = solved(task)
    assert candidates_for(derivation, derivation.answer, Problem("", spelled(task))) == []


def test_the_constant_may_have_any_name():
    how = matching(solved("ode(y' = 2y, y, x)"), Problem("", spelled("ode(y' = 2y, y, x)")))
    c, k, m, curve = Sym("C"), Sym("K"), Sym("M"), spelled("exp(3x)")
    assert how.settled(k * curve) == c * curve
    assert how.settled(k * curve + m) is None


@pytest.mark.parametrize("answer, verdict", [("y = K*e^(2x)", Right), ("K*e^(2x)", Right), ("y = K*e^(3x)", Wrong)])
def test_a_solution_with_a_constant_of_any_name_is_judged(answer, verdict):
    found = told("ode(y' = 2y, y, x)", answer)
    assert isinstance(found, verdict) or (verdict is Wrong and isinstance(found, (Mistaken, Ambiguous))), found


def test_tables_are_kept_and_the_oldest_given_up():
    problem = Problem("", spelled("diff(x^7, x)"))
    derivation = solved("diff(x^7, x)")
    table = predictions(derivation, problem)
    assert predictions(derivation, problem) is table
    for n in range(MOST_KEPT + 1):
        task = f"diff(x + {n}, x)"
        predictions(solved(task), Problem("", spelled(task)))
    assert len(_KEPT) == MOST_KEPT and predictions(derivation, problem) is not table


@pytest.mark.parametrize("units", [2_000, ONE_MISTAKE])
@pytest.mark.parametrize("task", ["diff(x^2*sin(3x), x)", "int(x*e^(2x), x)", "grad(x^2*sin(y), [x, y])"])
def test_a_table_is_the_same_whatever_was_worked_out_before(task, units):
    """Work is counted, not timed: neither a busy machine nor what is remembered decides what is found."""
    derivation, problem = solved(task), Problem("", spelled(task))
    _FORMS.clear()
    first = predicted(derivation, problem, units)
    for other in ("diff(x^2*sin(3x)^2, x)", "int(x*e^(3x), x)", task):
        predicted(solved(other), Problem("", spelled(other)))
    again = predicted(derivation, problem, units)
    assert first.complete is again.complete is (units == ONE_MISTAKE)
    assert [named(each) for each in first.rows] == [named(each) for each in again.rows] != []


def named(row):
    return row.wrong.misconception.name, row.wrong.answer, row.seen

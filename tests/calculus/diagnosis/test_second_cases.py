"""The second set of cases of the benchmark of diagnosis is right where it says so, and wrong where it says so."""

from itertools import islice
from random import Random

import pytest

from benchmarks.diagnosis import named, problem
from benchmarks.diagnosis_cases import arrays
from benchmarks.diagnosis_cases.second import names, truth
from benchmarks.diagnosis_cases.second.drawn import unusual_answers, workings, wrong_answers
from benchmarks.diagnosis_cases.second.lines import faults
from benchmarks.diagnosis_cases.second.topics import TOPICS, WORKINGS
from benchmarks.diagnosis_cases.second.weights import COMMON, RARE
from fluxions.calculus import diagnose, diagnose_lines

QUADRATURES = {"square_of_a_normal", "exponential_of_a_normal", "variance_of_a_line", "divergence"}  # seconds for each


@pytest.mark.parametrize("topic, template", [
    (topic, template) for topic in TOPICS for template in topic.tasks if template.__name__ not in QUADRATURES
], ids=lambda each: getattr(each, "__name__", ""))  # fmt: skip
def test_what_a_template_calls_right_is_confirmed(topic, template):
    asked = template(Random(3))
    assert arrays.agrees(asked.task, asked.right) if topic.matrices else truth.confirmed(asked.task, asked.right)


@pytest.mark.parametrize("task, answer", [
    ("(x + 3)^2", "x^2 + 9"), ("solve(x^2 = 9, x)", "{3}"), ("limit(2/(x - 1), x, 1)", "inf"),
    ("area(2x, x^2, x, 0, 2)", "-4/3"), ("average(x^2, x, 1, 3)", "26/3"),
    ("converges(sum(1/n, n, 1, inf))", "converges"),
    ("radius(sum(n*(x - 1)^n/3^n, n, 1, inf), x)", "1/3"), ("convergence(sum(x^n/(n*2^n), n, 1, inf), x)", "(-2, 2]"),
    ("extrema(x^4, x)", "{saddle(0, 0)}"), ("extrema(x^2 - 4x, x, 0, 3)", "{maximum(3, -3), minimum(2, -4)}"),
    ("kkt((x - 3)^2 + (y - 3)^2, [x + y <= 4], [x, y])", "{minimum([3, 3], 0)}"),
    ("shadowprice(x*y, [x + 2y = 8], [x, y])", "4"), ("definiteness([[1, 5], [5, 1]])", "positive_definite"),
    ("convexity(x^2 + 4x*y + y^2, [x, y])", "convex"),
    ("posterior(p^7*(1 - p)^3, betadist(2, 2), p)", "betadist(8, 4)"),
    ("entropy(x, uniform(0, 4))", "-ln(4)"), ("potential([y, x], [x, y])", "dne"),
])  # fmt: skip
def test_a_wrong_answer_is_not_confirmed(task, answer):
    assert not truth.confirmed(task, answer)


@pytest.mark.parametrize("template", [each for templates in WORKINGS.values() for each in templates],
                         ids=lambda each: each.__name__)  # fmt: skip
def test_a_working_slips_where_it_is_planned_to(template):
    assert faults(template(Random(3))) == []


def test_every_topic_is_asked():
    topics = {each.name for each in TOPICS}
    assert (
        {each.topic for each in islice(workings(60, 0), 120)} == topics == {each.topic for each in wrong_answers(1, 0)}
    )


def test_weights_and_names_are_given_to_kinds_that_occur():
    kinds = {kind for topic in TOPICS for make in topic.tasks for k in range(8) for kind in make(Random(k)).mistakes}
    assert {*COMMON, *RARE, *names.NAMES, *names.REASONS, *names.TOLD} <= kinds


@pytest.mark.parametrize(
    "case", [*islice(wrong_answers(1, 0), 0, None, 25)], ids=lambda case: f"{case.task} {case.text}"
)
def test_a_wrong_answer_is_not_called_right(case):
    assert named(diagnose(problem(case.task, case.topic), case.text), case.mistake)[0] != "called right"


@pytest.mark.parametrize("case", [*unusual_answers(40, 1)], ids=lambda case: f"{case.task} {case.text}")
def test_a_right_answer_in_an_unusual_form_is_not_called_wrong(case):
    found = named(diagnose(problem(case.task, case.topic), case.text), "")
    assert found[0] in ("called right", "undecided", "unreadable"), found


@pytest.mark.parametrize(
    "case", [*workings(25, 1)], ids=lambda case: f"{case.task} {case.slip} {'; '.join(case.lines)}"
)
def test_no_line_before_the_slip_is_called_wrong(case):
    found = diagnose_lines(problem(case.task, case.topic), case.lines).first_wrong_line
    assert found is None or (case.slip is not None and found >= case.slip)

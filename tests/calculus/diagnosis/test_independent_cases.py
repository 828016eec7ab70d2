"""A part of the benchmark of diagnosis: whatever is named or missed, nothing right is called wrong, nor wrong right."""

from itertools import islice
from random import Random

import pytest

from benchmarks.diagnosis import named, problem
from benchmarks.diagnosis_cases import arrays, truth
from benchmarks.diagnosis_cases.drawn import unusual_answers, workings, wrong_answers
from benchmarks.diagnosis_cases.lines import faults
from benchmarks.diagnosis_cases.names import NAMES, REASONS, TOLD
from benchmarks.diagnosis_cases.topics import TOPICS, WORKINGS
from fluxions.calculus import diagnose, diagnose_lines

QUADRATURES = {"normal_moment", "normal_variance", "linear_mean"}  # SymPy takes seconds for each


@pytest.mark.parametrize(
    "case", [*islice(wrong_answers(1, 6), 0, None, 8)], ids=lambda case: f"{case.task} {case.text}"
)
def test_a_wrong_answer_is_not_called_right(case):
    assert named(diagnose(problem(case.task, case.topic), case.text), case.mistake)[0] != "called right"


@pytest.mark.parametrize("case", [*unusual_answers(60, 6)], ids=lambda case: f"{case.task} {case.text}")
def test_a_right_answer_in_an_unusual_form_is_not_called_wrong(case):
    found = named(diagnose(problem(case.task, case.topic), case.text), "")
    assert found[0] in ("called right", "undecided", "unreadable"), found


@pytest.mark.parametrize(
    "case", [*workings(30, 6)], ids=lambda case: f"{case.task} {case.slip} {'; '.join(case.lines)}"
)
def test_no_line_before_the_slip_is_called_wrong(case):
    found = diagnose_lines(problem(case.task, case.topic), case.lines).first_wrong_line
    assert found is None or (case.slip is not None and found >= case.slip)


@pytest.mark.parametrize("topic, template", [
    (topic, template) for topic in TOPICS for template in topic.tasks if template.__name__ not in QUADRATURES
], ids=lambda each: getattr(each, "__name__", ""))  # fmt: skip
def test_what_a_template_calls_right_is_confirmed(topic, template):
    asked = template(Random(3))
    assert (
        arrays.agrees(asked.task, asked.right)
        if topic.matrices
        else truth.confirmed(asked.task, asked.right) is not False
    )


@pytest.mark.parametrize("template", [
    each for topic, templates in WORKINGS.items() if topic != "matrix calculus" for each in templates
    if each.__name__ not in QUADRATURES
], ids=lambda each: each.__name__)  # fmt: skip
def test_a_working_slips_where_it_is_planned_to(template):
    assert faults(template(Random(3))) == []


def test_names_are_given_to_kinds_that_occur():
    kinds = {kind for topic in TOPICS for make in topic.tasks for k in range(8) for kind in make(Random(k)).mistakes}
    assert {*NAMES, *REASONS, *TOLD} <= kinds


@pytest.mark.parametrize("task, answer", [
    ("ode(y' + 4y = 20, y, x, y(0) = 0)", "y(x) = 5 - 5e^(-4x)"),
    ("ode(y' = 6x*y, y, x, y(0) = 5)", "y(x) = 5exp(3x^2)"),
    ("ode(y' = 4y, y, x)", "y(x) = C e^(4x)"),
])  # fmt: skip
def test_a_solution_named_as_a_function_is_not_called_wrong(task, answer):
    found = named(diagnose(problem(task, "differential equations"), answer), "")
    assert found[0] in ("called right", "undecided"), found

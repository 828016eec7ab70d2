"""The next step is that of the learner's own working: from their last right line, in their names, on their method."""

import pytest

from fluxions.calculus import Problem, diagnose_lines
from tests.calculus.arrays_in_numpy import WORDS
from tests.calculus.arrays_in_numpy import spelled as shaped
from tests.calculus.diagnosis import (
    test_lines_integrals,
    test_lines_limits,
    test_lines_odes,
    test_lines_probability,
    test_lines_several,
    test_lines_systems,
)
from tests.calculus.diagnosis.notebooks import parted, report
from tests.calculus.spelled import spelled

BOWL = "extrema(x^2 + x*y + y^2 - 3x, [x, y])"
SLOPE = "dirderiv(x^2*y, [x, y], [1, 2], [3, 4])"


@pytest.mark.parametrize("task, lines, rule, following", [
    ("int(x*exp(x), x)", "u = x, dv = e^x dx | du = dx, v = e^x", "integration by parts", r"x\mathrm{e}^x-\int"),
    ("int(x*exp(x), x)", "x e^x - int e^x dx", "the integral of the exponential", r"x\mathrm{e}^x-\mathrm{e}^x"),
    ("int(2x*cos(x^2), x)", "let u = x^2 | du = 2x dx | int cos(u) du", "the integral of cosine", r"\sin(u)"),
    ("int(2x*cos(x^2), x)", "let u = x^2 | int cos(u) du | sin(u)", "Put back", r"\sin\left(x^2\right)"),
    ("int(cos(x), x)", "sin(x)", "constant of integration", r"\sin(x)+C"),
    ("int(x^2, x, 0, 3)", "[x^3/3]_0^3", "substitution", r"\frac{3^3}{3}"),
    (BOWL, "2x + y - 3 = 0 | x + 2y = 0", "substitution into the other equations", "-2y"),
    (BOWL, "2x + y - 3 = 0 | x + 2y = 0 | (2, -1)", "the second derivatives", ""),
    (BOWL, "2x + y = 3 | x + 2y = 0 | (2, -1) | H = [[2, 1], [1, 2]]", "the test at each point", ""),
    ("ode(y' = x*y, y, x, y(0) = 2)", "dy/y = x dx | ln|y| = x^2/2 + C", "undoing a logarithm", r"\frac{x^2}{2}"),
    (SLOPE, "∇f = (2xy, x^2)", "the value at a point", "4"),
    (SLOPE, "∇f = (2xy, x^2) | ∇f(1,2) = (4, 1)", "the dot product", r"\frac{16}{5}"),
    ("limit(sin(3x)/x, x, 0)", "lim_(x->0) 3cos(3x)/1", "continuity", r"\cos(0)"),
])  # fmt: skip
def test_it_leads_on_from_their_own_line(task, lines, rule, following):
    hints = report(task, lines).next_hints
    assert [each.rank for each in hints] == [1, 2, 3, 4]
    assert rule in str(hints[1].text), str(hints[1].text)
    assert following in str(hints[3].text), str(hints[3].text)


SUBJECTS = (
    test_lines_integrals, test_lines_limits, test_lines_odes, test_lines_probability, test_lines_several,
    test_lines_systems,
)  # fmt: skip


@pytest.mark.parametrize("task, lines", [row for each in SUBJECTS for row in each.RIGHT[1::6]])
def test_every_beginning_of_a_working_has_its_next_step(task, lines):
    parts = parted(lines)
    for count in range(len(parts)):
        found = report(task, " | ".join(parts[:count])) if count else diagnose_lines_of_none(task)
        assert found.complete or [each.rank for each in found.next_hints] == [1, 2, 3, 4], (task, parts[:count])


def diagnose_lines_of_none(task):
    return diagnose_lines(Problem("", spelled(task)), ())


def test_a_gradient_leads_on_from_the_last_right_line():
    problem = Problem("", shaped("matgrad(norm(X*w - y)^2, w)"), WORDS)
    assert diagnose_lines(problem, ["df = 2(X w - y)'X dw"]).next_hints

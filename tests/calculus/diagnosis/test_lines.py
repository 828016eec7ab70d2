"""Working as it is written, line by line."""

import pytest

from fluxions.calculus import Mistaken, Problem, Right, Undecided, diagnose_lines
from tests.calculus.spelled import spelled

BUMP = "diff((x^2 + 1)*e^(-x/2), x)"


def report(task, *lines):
    return diagnose_lines(Problem("", spelled(task)), lines)


@pytest.mark.parametrize("task, lines, verdicts", [
    (BUMP, ["(x^2+1)' e^(-x/2) + (x^2+1)(e^(-x/2))'", "= 2x e^(-x/2) - 1/2 (x^2+1) e^(-x/2)"], ["follows", "follows"]),
    (BUMP, ["diff((x^2 + 1)*e^(-x/2), x)", "2x e^(-x/2) - 1/2 (x^2+1) e^(-x/2)"], ["task", "follows"]),
    (BUMP, ["f(x) = (x^2+1)e^(-x/2)", "f'(x) = 2x e^(-x/2) - 1/2 (x^2+1) e^(-x/2)"], ["restated", "follows"]),
    (BUMP, ["f'(x)=(x^2+1)' e^(-x/2) + (x^2+1)(e^(-x/2))'", "=2x e^(-x/2)+(x^2+1)e^(-x/2)", "=(x^2+2x+1)e^(-x/2)"],
     ["follows", "different-value", "carried"]),
    (BUMP, ["2x e^(-x/2)+(x^2+1)e^(-x/2)", "2x e^(-x/2) - 1/2 (x^2+1) e^(-x/2)"], ["different-value", "recovered"]),
    ("diff(sin(x^2), x)", ["let u = x^2", "cos(u) * 2x", "2x cos(x^2)"], ["definition", "follows", "follows"]),
    ("implicit(x^2 + x*y + y^2 = 7, y, x)",
     ["2x + y + x y' + 2y y' = 0", "(x + 2y) y' = -2x - y", "y' = -(2x+y)/(x+2y)"],
     ["follows", "follows", "follows"]),
    ("limit(rate(x^2, x, x, x + h), h, 0)", ["limit((2x h + h^2)/h, h, 0)", "limit(2x + h, h, 0)", "2x"],
     ["follows", "follows", "follows"]),
    ("diff(sin(x^2), x)", ["cos(x^2", "2x cos(x^2)"], ["unclosed", "follows"]),
    ("diff(sin(x^2), x)", ["let x = x^2", "2x cos(x^2)"], ["name-taken", "follows"]),
    # a function, its slope, then the value
    ("at(diff(3x^3 + 4x^2, x), x, -4)", ["f(x) = 3x^3 + 4x^2", "f'(x) = 9x^2 + 8x", "f'(-4) = 9(-4)^2 + 8(-4)"],
     ["true", "true", "follows"]),
    ("at(diff(3x^3 + 4x^2, x), x, -4)", ["9x^2 + 8x", "9*16 - 32", "112"], ["on-the-way", "follows", "follows"]),
    ("at(diff(3x^3 + 4x^2, x), x, -4)", ["dy/dx = 9x^2 + 9x", "112"], ["different-value", "recovered"]),
    ("diff(8*sigmoid(4x), x, 2)", ["f'(x) = 32σ(4x)(1 - σ(4x))", "f''(x) = 128σ(4x)(1-σ(4x))(1-2σ(4x))"],
     ["true", "follows"]),
    ("diff(7*sqrt(x) - 9/x^2, x)", ["7x^(1/2) - 9x^(-2)", "7/2 x^(-1/2) + 18x^(-3)"], ["on-the-way", "follows"]),
    # the height and the slope before the tangent, and the tangent as an equation of its points
    ("tangent(7sin(x) + 6x, x, pi)", ["f(pi) = 6pi", "f'(pi) = -1", "y - 6pi = -(x - pi)", "y = 7pi - x"],
     ["true", "true", "follows", "follows"]),
    ("tangent(7sin(x) + 6x, x, pi)", ["7cos(x) + 6", "f'(pi) = 1", "y = 7pi - x"],
     ["on-the-way", "different-value", "recovered"]),
    # the quotient before its limit
    ("limit(rate(-5x^2, x, x, x + h), h, 0)", ["(f(x+h) - f(x))/h", "(-10x h - 5h^2)/h", "-10x - 5h", "-10x"],
     ["on-the-way", "on-the-way", "on-the-way", "follows"]),
    ("limit(rate(-5x^2, x, x, x + h), h, 0)", ["f(x+h) - f(x) = -10x h - 5h^2", "-10x - 4h", "-10x"],
     ["true", "different-value", "recovered"]),
    ("limit(rate(-5x^2, x, x, x + h), h, 0)", [r"\lim_{h\to0}-10x-5h", "-10x"], ["ambiguous-reading", "follows"]),
    ("limit(((3 + h)^5 - 243)/h, h, 0)", ["f(x) = x^5", "f'(x) = 5x^4", "f'(3) = 405"],
     ["definition", "true", "follows"]),
    ("rate(x^3 + 2x + 1, x, 0, 2)", ["f(2) = 13", "f(0) = 1", "(f(2) - f(0))/2 = (13-1)/2 = 6"],
     ["true", "true", "follows"]),
    # names the learner gives
    ("diff((9x - 5)^3, x)", ["u = 9x - 5", "u' = 9", "y = u^3", "dy/du = 3u^2", "dy/dx = dy/du * du/dx"],
     ["definition", "true", "true", "true", "follows"]),
    ("diff((9x - 5)^3, x)", ["let u = 9x - 5", "dy/du = 3u^2", "3u^2 * 9"], ["definition", "equation", "follows"]),
    ("diff((9x - 5)^3, x)", ["g(x) = 9x - 5", "f(u) = u^3", "f'(u) = 3u^2", "f'(g(x)) g'(x) = 3(9x - 5)^2 * 9"],
     ["definition", "definition", "true", "follows"]),
    ("diff(4x*ln(x), x)", ["u = 4x", "v = ln x", "u'v + uv'", "4ln x + 4"],
     ["definition", "definition", "follows", "follows"]),
    ("diff((9x - 5)^3, x)", ["(9x - 5)^3", "27(9x - 5)^2"], ["on-the-way", "follows"]),
    ("diff((9x - 5)^3, x)", ["27(9x - 5)^2", "(9x - 5)^3"], ["follows", "different-value"]),
    ("diff(exp(2x), x)", ["exp(2x)"], ["different-value"]),  # the last line is the answer
    ("diff(exp(2x), x)", ["f'(x) = exp(2x)", "2exp(2x)"], ["different-value", "recovered"]),
    ("diff((9x - 5)^3, x)", ["3(9x-5)^2 * 9 = 27(9x-5)^2"], ["follows"]),
    ("diff((9x - 5)^3, x)", ["3(9x-5)^2 * 9 = 28(9x-5)^2"], ["not-true"]),
    # primes by the variable of the task, and by names of its own
    ("diff((tanh(2w + 5) - 1)^2, w)", ["2(tanh(2w+5) - 1)(tanh(2w+5) - 1)'", "L'(w) = 4(tanh(2w+5)-1)(1-tanh^2(2w+5))"],
     ["follows", "follows"]),
    ("diff(8exp(-5x), x)", ["-40e^-5x"], ["ambiguous-reading"]),
    # an equation to be solved: its derivative, equations that its solution fulfils
    ("solve(diff((2w + 1)^2 + (5w + 6)^2, w) = 0, w)",
     ["f'(w) = 4(2w + 1) + 10(5w + 6)", "58w + 64 = 0", "w = -64/58"], ["true", "follows", "follows"]),
    ("solve(diff((2w + 1)^2 + (5w + 6)^2, w) = 0, w)", ["58w + 64", "29w = -32", "29w = 32", "w = -32/29"],
     ["on-the-way", "follows", "not-a-solution", "follows"]),
    ("solve(diff((2w + 1)^2 + (5w + 6)^2, w) = 0, w)", ["29w + 32", "w = 32/29"], ["equation", "not-a-solution"]),
])  # fmt: skip
def test_each_line_has_its_verdict(task, lines, verdicts):
    assert [each.reason for each in report(task, *lines).lines] == verdicts


def test_the_first_wrong_line_is_named_and_the_next_step_begins_before_it():
    found = report(BUMP, "(x^2+1)' e^(-x/2) + (x^2+1)(e^(-x/2))'", "= 2x e^(-x/2) + (x^2+1) e^(-x/2)")
    assert found.first_wrong_line == 2
    assert isinstance(found.diagnosis, Mistaken) and found.diagnosis.misconception.name == "inner-derivative-lost"
    assert found.diagnosis.witness.answer == "3.31" and found.diagnosis.witness.expected == "0.552"
    assert [hint.rank for hint in found.next_hints] == [1, 2, 3, 4]
    assert str(found.next_hints[1].text) == "Use the chain rule."


def test_a_working_that_ends_right_is_complete_and_needs_no_hint():
    found = report("diff(sin(x^2), x)", "cos(x^2) (x^2)'", "2x cos(x^2)")
    assert found.complete and found.first_wrong_line is None and found.next_hints == ()
    assert isinstance(found.diagnosis, Right)


@pytest.mark.parametrize("lines", [["cos(x^2) (x^2)'"], ["f(x) = sin(x^2)"], ["let u = x^2"]])
def test_a_working_that_is_right_so_far_counts_for_nothing_yet(lines):
    found = report("diff(sin(x^2), x)", *lines)
    assert not found.complete and found.first_wrong_line is None
    assert isinstance(found.diagnosis, Undecided)


def test_an_answer_in_names_of_ones_own_is_right_so_far():
    found = report("diff((9x - 5)^3, x)", "let u = 9x - 5", "27u^2")
    assert found.first_wrong_line is None and not found.complete
    assert "names you gave" in str(found.diagnosis.message)


def test_no_lines_give_the_first_hint_of_the_task():
    assert str(report("diff(sin(x^2), x)").next_hints[1].text) == "Use the chain rule."


@pytest.mark.parametrize("task, given", [
    (BUMP, ()),
    ("limit(rate(-5x^2 + 8, x, x, x + h), h, 0)", ()),  # its first line has x + h - x below
    ("limit(rate(sqrt(x + 4), x, 21, 21 + h), h, 0)", ()),
    ("at(diff(f(x)*g(x), x), x, 2)", ("f(2) = 3", "g(2) = 5", "f'(2) = -1", "g'(2) = 4")),
])  # fmt: skip
def test_the_hint_leads_to_a_line_that_follows(task, given):
    """Each hinted line, taken up as the learner's own, is right; in the end the work is done."""
    from fluxions.calculus import ascii

    lines: list[str] = []
    for _ in range(12):
        found = diagnose_lines(Problem("", spelled(task), given=tuple(spelled(each) for each in given)), lines)
        assert all(each.verdict == "right" for each in found.lines)
        if not found.next_hints:
            break
        lines.append(ascii(found.next_hints[3].line))
    assert found.complete


@pytest.mark.parametrize("line, reason, says", [
    ("= x", "missing-term", "is missing"),
    ("= 2x ln(x) - x", "term-sign", "has the other sign here"),
])  # fmt: skip
def test_a_term_that_is_lost_on_the_way_is_named(line, reason, says):
    found = report("diff(x^2*ln(x), x)", "2x ln(x) + x", line)
    assert found.first_wrong_line == 2 and found.lines[1].reason == reason
    assert says in str(found.diagnosis.message)


def test_a_factor_that_is_lost_after_its_rule_was_applied_is_named():
    found = report("diff((2x + 1)^5, x)", "5(2x + 1)^4 * diff(2x + 1, x)", "5(2x + 1)^4")
    assert found.first_wrong_line == 2
    assert isinstance(found.diagnosis, Mistaken) and found.diagnosis.misconception.name == "inner-derivative-lost"


@pytest.mark.parametrize("last, wrong, verdicts", [
    ("2x sqrt(2x^2 + 1)", 1, ["wrong", "right"]),  # goes on from the wrong reading
    ("2x/sqrt(2x^2 + 1)", None, ["unreadable", "right"]),
])  # fmt: skip
def test_a_line_of_two_readings_is_judged_by_how_the_learner_goes_on(last, wrong, verdicts):
    found = report("diff(sqrt(2x^2 + 1), x)", "1/2 (2x^2 + 1)^(1/2) * 4x", last)
    assert found.first_wrong_line == wrong and [each.verdict for each in found.lines] == verdicts


@pytest.mark.parametrize("task, lines", [
    ("diff((x^2+1)/(x-1), x)", ["num = x^2+1, den = x-1", "(2x(x-1) - (x^2+1))/(x-1)^2"]),
    ("int(x*exp(-x), x)", ["u = x, v' = e^(-x)", "u' = 1, v = -e^(-x)", "-x e^(-x) + int e^(-x) dx"]),
    ("limit((1+2/x)^x, x, inf)", ["L = lim_(x->inf) (1+2/x)^x", "ln L = lim_(x->inf) x ln(1+2/x)", "ln L = 2", "e^2"]),
    ("converges(sum((-1)^n/n, n, 1, inf))", ["|a_n| = 1/n", "lim_(n->inf) 1/n = 0"]),
    ("sum(1/(n*(n+1)), n, 1, inf)", ["S_N = 1 - 1/(N+1)", "lim_(N->inf) (1 - 1/(N+1)) = 1", "1"]),
    ("int(1/(x^2 - 4), x)", ["1 = A(x+2) + B(x-2)", "x = 2: 4A = 1, A = 1/4", "x = -2: -4B = 1, B = -1/4"]),
    ("line(x, [x, y], [t, t^2], t, 0, 1)", ["r' = (1, 2t)", "|r'| = sqrt(1 + 4t^2)"]),
    ("solve([2x + 3y = 7, x - y = 1], [x, y])", ["from the second: x = y + 1", "5y = 5", "(2, 1)"]),
    ("solve([x^2 + y^2 = 25, y = x + 1], [x, y])", ["(x+4)(x-3) = 0", "(3, 4), (-4, -3)"]),
    ("newton(x^3 - 2, x, 1, 1)", ["x_(n+1) = x_n - (x_n^3 - 2)/(3x_n^2)", "x_1 = 4/3"]),
    ("euler(x + y, x, 0, 1, 1/2, 1)", ["y_(n+1) = y_n + 1/2 (x_n + y_n)", "y_1 = 3/2"]),
    ("radius(sum((x-1)^n/(n*2^n), n, 1, inf), x)", ["|x-1|/2 < 1", "|x-1| < 2", "R = 2"]),
    ("variance(x, x, uniform(0, 1))", ["Var = 1/3 - 1/4 = 1/12"]),
    ("stokes([-y, x, z], [x, y, z], [r*cos(t), r*sin(t), 1 - r^2], [r, t], [0, 1], [0, 2pi])",
     ["curl F = (0, 0, 2)", "2pi"]),
])  # fmt: skip
def test_what_is_written_on_the_way_is_read_and_never_called_wrong(task, lines):
    found = report(task, *lines)
    assert found.first_wrong_line is None
    assert all(each.verdict != "unreadable" for each in found.lines)


@pytest.mark.parametrize("task, lines, wrong", [
    ("limit((1+2/x)^x, x, inf)", ["ln L = lim_(x->inf) x ln(1+2/x)", "ln L = 1", "L = e"], 2),
    ("int(x*exp(-x), x)", ["u = x, v' = e^(-x)", "u' = 1, v = e^(-x)", "x e^(-x) - int e^(-x) dx"], 2),
    ("limit((sqrt(x+1) - 1)/x, x, 0)", ["lim_(x->0) 1/(sqrt(x+1) - 1)", "inf"], 1),
    ("newton(x^3 - 2, x, 1, 1)", ["x_(n+1) = x_n + (x_n^3 - 2)/(3x_n^2)", "x_1 = 2/3"], 1),
    ("radius(sum((x-1)^n/(n*2^n), n, 1, inf), x)", ["|x-1| < 1/2", "R = 1/2"], 1),
    ("extrema(x^2 + y^2 - 2x + 4y, [x, y])", ["f_x = 2x - 2", "x = 1, y = 2"], 2),
])  # fmt: skip
def test_the_first_wrong_line_of_such_workings(task, lines, wrong):
    assert report(task, *lines).first_wrong_line == wrong

import pytest

from fluxions.calculus import Mistaken, Right, Undecided, Unreadable, Wrong
from fluxions.tutor.marking import lines_of, marked, next_step
from fluxions.tutor.stated import Stated

TASK = Stated("chain-rule", "f", 1, 1, "", "diff((2*x + 1)^5, x)")


@pytest.mark.parametrize(
    "text, case",
    [("10(2x+1)^4", Right), ("5(2x+1)^4", Mistaken), ("7x", Wrong), ("2x+", Unreadable)],
)
def test_a_final_answer(text, case):
    found = marked(TASK, text)
    assert isinstance(found.diagnosis, case) and found.report is None
    assert (found.expr is None) == (case is Unreadable)


@pytest.mark.parametrize(
    "text, case, first",
    [
        ("5(2x+1)^4 diff(2x+1, x)\n\n10(2x+1)^4\n", Right, None),
        ("5(2x+1)^4", Mistaken, 1),
        ("d/dx((2x+1)^5)\n5(2x+1)^4\n5(2x+1)^4 + 0", Mistaken, 2),
        ("5(2x+1)^4 diff(2x+1, x)", Undecided, None),
    ],
)
def test_lines_of_working(text, case, first):
    found = marked(TASK, text, True)
    assert isinstance(found.diagnosis, case)
    assert found.report is not None and found.report.first_wrong_line == first


def test_empty_lines_are_left_out():
    assert lines_of(" a \n\n b\r\n") == ("a", "b")


def test_hints_begin_with_the_task_and_go_on_from_the_working():
    assert "chain rule" in str(next_step(TASK)[1].text)
    assert "chain rule" not in str(next_step(TASK, "5(2x+1)^4 diff(2x+1, x)")[1].text)
    assert next_step(TASK, "10(2x+1)^4") == ()
    assert [each.rank for each in next_step(TASK, "nonsense )(")] == [1, 2, 3, 4]

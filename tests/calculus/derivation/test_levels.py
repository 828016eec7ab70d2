"""The solution in three levels of detail, and what it needs to hold."""

from itertools import pairwise

import pytest

from fluxions.calculus.derivation.levels import board, needed
from fluxions.calculus.derivation.step import every_step
from fluxions.calculus.language.ascii import ascii
from tests.calculus.spelled import solved, spelled
from tests.calculus.tasks_of_one_variable import TASKS

SOME = TASKS[::7]


@pytest.mark.parametrize("task", SOME)
@pytest.mark.parametrize("level", ["short", "usual", "full"])
def test_each_line_begins_where_the_one_above_ended_and_the_last_is_the_answer(task, level):
    derivation = solved(task)
    lines = board(derivation, level)
    if not lines:
        assert derivation.answer == derivation.task
        return
    assert lines[0].before == derivation.task
    assert lines[-1].opened == derivation.answer
    assert all(above.opened == below.before for above, below in pairwise(lines))


@pytest.mark.parametrize("task", SOME)
def test_the_full_level_shows_every_step_once_and_the_short_one_fits_on_a_board(task):
    derivation = solved(task)
    assert len(board(derivation, "full")) == len(list(every_step(derivation.steps)))
    assert len(board(derivation, "short")) <= max(7, len(derivation.steps))
    assert len(board(derivation, "short")) <= len(board(derivation, "usual"))


@pytest.mark.parametrize(
    "task, rules",
    [
        ("diff(x^2*sin(3x), x)", ["product", "power", "chain"]),  # the inside of the chain is done at once
        ("int(x*e^x, x, 0, 1)", ["fundamental-theorem", "by-parts", "common-factor", "bracket-evaluated"]),
        ("limit((x^2 - 9)/(x - 3), x, 3)", ["common-root", "continuity"]),  # no longer than it is
        ("limit(abs(x)/x, x, 0)", ["limit-from-both-sides", "steps-inside", "sides-differ"]),  # six steps would not fit
    ],
)
def test_what_stands_on_a_short_board(task, rules):
    assert [line.step.rule for line in board(solved(task), "short")] == rules


@pytest.mark.parametrize(
    "task, assume, conditions",
    [
        ("diff(ln(x), x)", [], [("x > 0", "assumed")]),
        ("diff(ln(x), x)", ["x > 2"], [("x > 0", "proved")]),
        ("diff(x*ln(x), x)", [], []),  # the answer shows it
        ("diff(ln(x^2), x)", [], []),  # on both sides of 0, as the answer shows
        ("diff(ln(x^3), x)", [], [("x > 0", "assumed")]),
        ("ode(y' = x*y, y, x)", [], []),  # what division loses is told where it is divided
        ("ode(y' = y*(1 - y), y, t, y(0) = 1/2)", [], []),
        ("diff(ln(1 + e^x), x)", [], []),  # it is positive everywhere
        ("diff(x^3, x)", [], []),
    ],
)
def test_what_a_solution_needs(task, assume, conditions):
    found = needed(solved(task), [spelled(each) for each in assume])
    assert [(ascii(each.relation), each.status) for each in found] == conditions

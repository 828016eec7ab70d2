"""Every limit of the benchmark is worked out, its answer is the one known, and values close to the point agree."""

from functools import cache

import mpmath as mp
import pytest

from benchmarks.worked.tasks_limits import TASKS
from fluxions.calculus.answers.check import check
from fluxions.calculus.derivation.rule import Rule
from fluxions.calculus.derivation.step import Unsolved, every_step
from fluxions.calculus.expr import INF, Const, Limit, Neg
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.rules import limits_laws, limits_plan
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Right
from tests.calculus.far_and_near import FAR, NEAR, letters, number
from tests.calculus.spelled import solved as worked
from tests.calculus.spelled import spelled

solved = cache(worked)
DNE = Const("dne")
WHOLE_NUMBERS = "(-1)^n"  # has values at whole numbers only


@pytest.mark.parametrize("task, answer", TASKS)
def test_a_limit_is_what_is_known(task, answer):
    found = solved(task).answer
    assert isinstance(check(ascii(found), spelled(answer)), Right), ascii(found)


@pytest.mark.parametrize("task, answer", [each for each in TASKS if WHOLE_NUMBERS not in each[0]])
def test_values_close_to_the_point_agree(task, answer):
    limit, value = spelled(task), spelled(answer)
    rows = [values(limit, sign) for sign in signs(limit)]
    ends = [row[-1] for row in rows]
    if value == DNE:
        spread = [each for row in rows for each in row]
        assert max(spread) - min(spread) > 0.1
    elif value in (INF, Neg(INF)):
        assert all((end if value == INF else -end) > 50 for end in ends)
    else:
        wanted = number(value, letters(symbols(value) | symbols(limit.arg) - {limit.variable.name}))
        assert all(abs(end - wanted) < 0.02 for end in ends), ends


def signs(limit: Limit) -> tuple[int, ...]:
    if limit.point in (INF, Neg(INF)):
        return (1 if limit.point == INF else -1,)
    return {"": (-1, 1), "+": (1,), "-": (-1,)}[limit.side]


def values(limit: Limit, sign: int) -> list[mp.mpf]:
    far = limit.point in (INF, Neg(INF))
    at = letters((symbols(limit.arg) | symbols(limit.point)) - {limit.variable.name})
    start = 0 if far else number(limit.point, at)
    steps = [FAR + mp.mpf(k) / 3 if far else NEAR * (1 + mp.mpf(k) / 7) for k in range(5, 0, -1)]
    return [number(limit.arg, {**at, limit.variable.name: start + sign * step}) for step in steps]


RULES: tuple[Rule, ...] = (*limits_plan.RULES, *limits_laws.SIDES)
ELSEWHERE = {"sign-outside", "common-denominator", "multiply-out", "cancel-step", "conjugate", "recognise-derivative"}


def test_every_rule_is_of_use_to_some_task():
    used = {step.rule for task, _ in TASKS for step in every_step(solved(task).steps)}
    assert {rule.name for rule in RULES} - used <= ELSEWHERE  # those are for difference quotients


def test_every_sentence_of_a_solution_is_filled():
    for task, _ in TASKS:
        for step in every_step(solved(task).steps):
            names = {name for name, _ in step.using}
            assert not {
                f"{{{name}}}" for name in "abcdfgmnpqrtuvwxyh" if f"{{{name}}}" in step.sentence and name not in names
            }


@pytest.mark.parametrize("task", [
    "limit(cos(1/x)/x, x, 0)",  # swings without bounds; the check cannot confirm it
    "limit(ln(ln(x)), x, inf)",  # so slow that no values confirm it
    "limit(sqrt(x), x, 0, -)",
])  # fmt: skip
def test_what_cannot_be_confirmed_is_left_unsolved(task):
    found = solve(spelled(task))
    assert isinstance(found, Unsolved) or found.answer == DNE

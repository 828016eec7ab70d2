"""Sums, series and Taylor polynomials of the benchmark: worked out, as they are known, and confirmed by other means."""

from functools import cache

import mpmath as mp
import pytest

from benchmarks.worked.tasks_series import TASKS
from fluxions.calculus.answers.check import check
from fluxions.calculus.derivation.step import Unsolved, every_step
from fluxions.calculus.expr import INF, Const, Interval, Operator, Sum
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.rules import convergence, power_series, remainders, sums, taylor
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Right
from tests.calculus.far_and_near import letters, number
from tests.calculus.spelled import solved as worked
from tests.calculus.spelled import spelled

solved = cache(worked)


def of(kind: type, name: str = "") -> list[tuple[str, str]]:
    return [each for each in TASKS if isinstance(e := spelled(each[0]), kind) and (not name or e.name == name)]


@pytest.mark.parametrize("task, answer", TASKS)
def test_a_series_is_what_is_known(task, answer):
    found, wanted = solved(task).answer, spelled(answer)
    if isinstance(found, Interval):
        assert ascii(found).replace(" ", "") == answer.replace(" ", "")
    else:
        assert isinstance(check(ascii(found), wanted), Right), ascii(found)


@pytest.mark.parametrize("task, answer", of(Sum))
def test_partial_sums_agree(task, answer):
    """Counted up to 6 terms, or 400 with what is left of them; letters are small where the sum has no end."""
    whole = spelled(task)
    at = letters(symbols(whole) | symbols(spelled(answer)))
    at |= {name: mp.mpf(2) / 7 for name in ("x", "p", "r") if name in at} | {"m": mp.mpf(6)}
    low = int(number(whole.low, at))
    high = low + 400 if whole.high == INF else int(number(whole.high, at))
    total = sum(number(whole.arg, {**at, whole.index.name: mp.mpf(k)}) for k in range(low, high + 1))
    tail = 0.01 if whole.high == INF else mp.mpf(10) ** -100
    assert abs(total - number(spelled(answer), at)) < tail


@pytest.mark.parametrize("task, answer", of(Operator, "converges"))
def test_partial_sums_settle_exactly_where_a_series_converges(task, answer):
    """From 2000 to 4000 terms a convergent sum hardly moves; a divergent one moves, or its terms do not shrink."""
    series = spelled(task).args[0]
    n, low = series.index.name, int(series.low.value)
    with mp.workdps(30):
        parts, total = [], mp.mpf(0)
        for k in range(low, 4001):
            total += number(series.arg, {n: mp.mpf(k)})
            if k >= 2000:
                parts.append(total)
        moved = max(parts) - min(parts)
    assert (moved > 0.05) == (spelled(answer) == Const("diverges")) or "ln(n)" in task or "^n/ln" in task


@pytest.mark.parametrize("task, answer", of(Operator, "taylor"))
def test_a_taylor_polynomial_is_close_to_its_function(task, answer):
    """At a distance of 10⁻¹⁰ the gap is smaller than any multiple of the next power."""
    f, x, a, n = spelled(task).args
    at = letters(symbols(f))
    place = number(a, at) + mp.mpf(10) ** -10
    gap = number(f, {**at, x.name: place}) - number(spelled(answer), {**at, x.name: place})
    assert abs(gap) < mp.mpf(10) ** (-10 * int(n.value) - 8)


@pytest.mark.parametrize("task, answer", of(Operator, "remainder"))
def test_a_bound_of_the_remainder_is_kept(task, answer):
    f, x, a, n, b = spelled(task).args
    polynomial = solved(f"taylor({ascii(f)}, {ascii(x)}, {ascii(a)}, {ascii(n)})").answer
    off = [
        number(f, {x.name: place}) - number(polynomial, {x.name: place})
        for place in (number(a, {}) + (number(b, {}) - number(a, {})) * k / 50 for k in range(51))
    ]
    assert max(map(abs, off)) <= number(spelled(answer), {})


RULES = (*sums.RULES, *convergence.RULES, *power_series.POWERS, *taylor.RULES, *taylor.CUT, *remainders.BOUNDS)


def test_every_rule_is_of_use_to_some_task():
    used = {step.rule for task, _ in TASKS for step in every_step(solved(task).steps)}
    assert not {rule.name for rule in RULES} - used


@pytest.mark.parametrize("task", [
    "sum(1/n, n, 1, inf)",
    "sum(2^n, n, 0, inf)",
    "sum(n^n, n, 1, inf)",
    "converges(sum(sin(n), n, 1, inf))",
    "converges(sum(abs(sin(n))/n, n, 1, inf))",
    "taylor(abs(x), x, 0, 2)",
    "taylor(ln(x), x, 0, 2)",
    "remainder(tan(x), x, 0, 1, 2)",
])  # fmt: skip
def test_what_has_no_answer_that_can_be_confirmed_is_left_unsolved(task):
    assert isinstance(solve(spelled(task)), Unsolved)

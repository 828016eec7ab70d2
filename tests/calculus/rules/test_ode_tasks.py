"""Differential equations of the benchmark: their solutions put into them by another library."""

from functools import cache

import mpmath as mp
import pytest

from benchmarks.worked.tasks_ode import TASKS
from fluxions.calculus.derivation.step import Unsolved, every_step
from fluxions.calculus.expr import Diff, Fn, Rel, Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules import flows, ode, ode_solutions
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import mapped, symbols
from tests.calculus.far_and_near import letters, number
from tests.calculus.spelled import solved as worked
from tests.calculus.spelled import spelled

solved = cache(worked)
EQUATIONS = [each for each, _ in TASKS if each.startswith("ode")]


@pytest.mark.parametrize("task, answer", TASKS)
def test_a_solution_is_what_is_known(task, answer):
    found, wanted = solved(task).answer, spelled(answer)
    pairs = zip(found.children, wanted.children, strict=True) if isinstance(found, Rel) else [(found, wanted)]
    assert all(agree(a, b) == "agree" for a, b in pairs), ascii(found)


@pytest.mark.parametrize("task", EQUATIONS)
def test_a_solution_put_in_fulfils_the_equation(task):
    """The slope at two places by differences of 10⁻⁶⁰; an implicit solution has the slope −F_x/F_y."""
    equation, y, x, *known = spelled(task).args
    solution = solved(task).answer
    at = letters(symbols(solution.right) | symbols(equation) | {"C"})
    if solution.left != y:
        assert implicit_slope_fits(equation, solution, y, x)
        return
    for place in (mp.mpf(1) / 3, mp.mpf(1) / 5):
        f = lambda t: number(solution.right, {**at, x.name: t})  # noqa: E731
        step = mp.mpf(10) ** -60
        here = {**at, x.name: place, y.name: f(place), "slope": (f(place + step) - f(place - step)) / (2 * step)}
        left, right = (number(slopes_put_in(side, y, x), here) for side in equation.children)
        assert abs(left - right) < mp.mpf(10) ** -80
    for each in known:
        assert (
            abs(number(solution.right, {**at, x.name: number(each.left.args[0], at)}) - number(each.right, at)) < 1e-90
        )


def implicit_slope_fits(equation, solution, y, x):
    """y' = −F_x/F_y by differences, at a place of the plane."""
    here, step = {x.name: mp.mpf(3) / 5, y.name: mp.mpf(4) / 5, "C": mp.mpf(1)}, mp.mpf(10) ** -60

    def partly(name):
        ends = (
            number(solution.left, at) - number(solution.right, at)
            for at in ({**here, name: here[name] + step}, {**here, name: here[name] - step})
        )
        high, low = ends
        return (high - low) / (2 * step)

    slope = -partly(x.name) / partly(y.name)
    left, right = (number(slopes_put_in(side, y, x), {**here, "slope": slope}) for side in equation.children)
    return abs(left - right) < mp.mpf(10) ** -80


def slopes_put_in(side, y, x):
    def put(e):
        match e:
            case Diff(f, z) if f == y and z == x:
                return Sym("slope")
            case Diff(f, z) if z == y:  # the slope of a potential: a polynomial here
                return solve(e).answer
        return e

    return mapped(side, put)


RULES = (*flows.FIRST, *flows.RULES, *ode.ODE, *ode_solutions.AFTER)


def test_every_rule_is_of_use_to_some_task():
    used = {step.rule for task, _ in TASKS for step in every_step(solved(task).steps)}
    assert not {rule.name for rule in RULES} - used


def test_a_prime_is_the_derivative_by_the_variable_of_the_equation():
    assert spelled("ode(x' = -x, x, t)").args[0] == Rel("=", Diff(Sym("x"), Sym("t")), spelled("-x"))
    assert spelled("ode(y' = y, y, t, y(0) = 2)").args[3] == Rel("=", Fn("y", (spelled("0"),)), spelled("2"))


@pytest.mark.parametrize("task", ["ode(y' = x^2 + y^2, y, x)", "ode(y' = sin(x*y), y, x)", "ode(y'' = -y, y, x)"])
def test_what_no_method_here_reaches_is_left_unsolved(task):
    assert isinstance(solve(spelled(task)), Unsolved)


def test_euler_follows_the_slope():
    """Three steps for y' = −2y multiply by 1 − 2h each."""
    assert solved("euler(-2*y, x, 0, 1, 1/10, 3)").answer == spelled("64/125")

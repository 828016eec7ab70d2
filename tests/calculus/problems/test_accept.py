"""What becomes a problem, and that a seed always gives the same one."""

import subprocess
import sys

from fluxions.calculus import Problem, ProblemFamily, Rejected, ascii, generate, visible_mistakes
from fluxions.calculus.expr import Diff, Int, Pow, Sym, num
from fluxions.calculus.problems.accept import difficulty

X = Sym("x")


def power_of_a_line(random):
    line = num(random.choice([-3, -2, 2, 3])) * X + num(random.randint(1, 9))
    return Problem("Differentiate.", Diff(line ** num(random.randint(2, 7)), X))


LINES = ProblemFamily("line", "chain-rule", power_of_a_line, needs=("chain",))


def test_a_problem_carries_its_checked_solution():
    problem = generate(LINES, 5)
    assert isinstance(problem, Problem)
    assert (problem.skill, problem.family, problem.variant) == ("chain-rule", "line", 5)
    assert problem.derivation.checked in ("proved", "numeric")
    assert 0 < problem.difficulty < 1 and problem.difficulty == difficulty(problem.derivation)


def test_the_same_seed_is_the_same_problem_in_another_process():
    script = (
        "from tests.calculus.problems.test_accept import LINES; from fluxions.calculus import ascii, generate;"
        "print([ascii(generate(LINES, seed).task) for seed in range(20)])"
    )
    out = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=env).stdout
        for env in ({"PYTHONHASHSEED": "1", "PYTHONPATH": "."}, {"PYTHONHASHSEED": "2", "PYTHONPATH": "."})
    ]
    here = [ascii(generate(LINES, seed).task) for seed in range(20)]
    assert out[0] == out[1] == f"{here}\n"


def test_a_family_that_cannot_be_solved_or_does_not_use_its_rule_is_rejected_with_the_reason():
    unsolved = generate(ProblemFamily("int", "chain-rule", lambda random: Problem("", Int(Pow(X, X), X))), 1)
    unused = generate(
        ProblemFamily("sum", "chain-rule", lambda random: Problem("", Diff(X + 1, X)), needs=("chain",)), 1
    )
    assert isinstance(unsolved, Rejected) and "not solved" in unsolved.why
    assert isinstance(unused, Rejected) and "does not use chain" in unused.why


def test_the_mistakes_of_a_problem_are_really_wrong_and_named_once():
    names = [wrong.misconception.name for wrong in visible_mistakes(generate(LINES, 5))]
    assert "inner-derivative-lost" in names and len(names) == len(set(names))

"""Integrals worked out with named steps, beside SymPy's manualintegrate and integrate, on the same problems.

Run `python -m benchmarks.worked_solutions` in the root of the repository: the tasks of `benchmarks/worked` with their
known antiderivatives. `--rubi FILE ...` takes problems of Rubi's public test suite instead, in Mathematica's syntax;
the files are read where they are and are no part of the repository. Each solver has 10 seconds for an integral in a
process of its own; each answer is evaluated by mpmath from its print and its slope compared with the integrand at
points. `--only fluxions` leaves SymPy out, `--list` names what was not solved. The status is 1 where an answer of ours
is wrong, a step has no name, or the solver crashed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.worked.mathematica import Problem, problems, read_task
from benchmarks.worked.solvers import SOLVERS, Outcome, Solver
from benchmarks.worked.tasks_integrals import TASKS

FAULTS = ("wrong", "anonymous", "crashed")


def run(name: str, asked: Sequence[Problem]) -> list[Outcome]:
    """The outcomes of one solver."""
    solver = Solver(name)
    solver.ask(asked[0].integrand, asked[0].variable)  # warm
    outcomes = [solver.ask(each.integrand, each.variable) for each in asked]
    solver.end()
    return outcomes


def row(name: str, outcomes: Sequence[Outcome]) -> str:
    """One line of the table: share solved, the rest by kind, and times of what was solved."""
    counts = {
        status: sum(each.status == status for each in outcomes) for status in sorted({o.status for o in outcomes})
    }
    right = [each.ms for each in outcomes if each.status == "solved"] or [0.0]
    rest = ", ".join(f"{count} {status}" for status, count in counts.items() if status != "solved") or "-"
    ordered = sorted(right)
    late = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    share = 100 * counts.get("solved", 0) / len(outcomes)
    return f"{name:<16} {share:6.1f} %   median {statistics.median(right):8.1f} ms   95 % {late:8.1f} ms   {rest}"


def main() -> int:
    """The status is 1 where one of our answers is wrong, a step anonymous, or the solver crashed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rubi", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--only", choices=tuple(SOLVERS), action="append")
    parser.add_argument("--list", action="store_true", help="name the integrals that are not solved")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth integral")
    options = parser.parse_args()
    groups = (
        {path.stem: list(problems(path))[:: options.every] for path in options.rubi}
        if options.rubi
        else {"own tasks": [read_task(task) for task, _ in TASKS][:: options.every]}
    )
    faults = 0
    for group, asked in groups.items():
        print(f"{group}: {len(asked)} integrals")
        for name in options.only or SOLVERS:
            outcomes = run(name, asked)
            print("  " + row(name, outcomes), flush=True)
            if name == "fluxions":
                faults += sum(each.status in FAULTS for each in outcomes)
            for problem, outcome in zip(asked, outcomes, strict=True) if options.list else ():
                if outcome.status != "solved":
                    print(f"      {outcome.status:<10} {problem.text}   {outcome.answer[:80]}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

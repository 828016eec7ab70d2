"""Derivatives of the curriculum's families: traced, cleaned up, and with every step checked, beside SymPy's `diff`.

Run `python -m benchmarks.differentiation` in the root of the repository; `--each 12` draws more problems of a family.
Each way reads a function anew for each of its turns, before the first; no memory of goals, clean-ups or checks is left
from the turn before, and SymPy's cache is cleared. All take their turns on one function before the next is tried, and
the fastest turn counts, so that others at work on the machine disturb all alike. The status is 1 where SymPy's `diff`
takes less than a hundred times as long as our trace, in the median.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable, Iterable
from time import process_time_ns
from typing import Any

import sympy
from sympy.core.cache import clear_cache
from sympy.parsing.sympy_parser import parse_expr

from benchmarks.generation import RULES, function_of
from fluxions.calculus import Derivation, Problem, ascii, generate, read, solve
from fluxions.calculus.budget import solve_budget
from fluxions.calculus.derivation import verify
from fluxions.calculus.derivation.trace import traced, valued
from fluxions.calculus.equality import tidy
from fluxions.calculus.expr import Diff, Expr
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.solve import SOUND
from fluxions.curriculum import curriculum, families

TURNS, TIMES = 5, 100
NAMES = {"e": sympy.E, "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)), "ln": sympy.log, "lambda": sympy.Symbol("lambda")}


def tasks(each: int) -> list[str]:
    """First derivatives that the families of the curriculum ask for, and that SymPy reads."""
    every = [family for skill in curriculum().written for family in families(skill.id)]
    drawn = (generate(family, seed) for family in every for seed in range(each))
    asked = (p.task for p in drawn if isinstance(p, Problem) and isinstance(p.task, Diff) and not p.given)
    return [text for text in dict.fromkeys(map(ascii, asked)) if sympy_diff(text) is not None]


def forget() -> None:
    """Nothing is known of goals, clean-ups and checks that were met before."""
    for memory in (SOUND.steps, SOUND.values, tidy._FORMS, tidy._TAKEN, verify._CONFIRMED):
        memory.clear()


def read_anew(text: str) -> Expr:
    """The task as a tree of which nothing is known yet."""
    reading = read(text)
    assert isinstance(reading, Reading)
    return reading.expr


def sympy_diff(text: str) -> float | None:
    """Microseconds of SymPy; None where it cannot read or differentiate the task."""
    parts = function_of(text)
    if parts is None:
        return None
    try:
        trees = [parse_expr(parts[0], local_dict=NAMES, transformations=RULES) for _ in range(TURNS)]
        return fastest(lambda tree: sympy.diff(tree, sympy.Symbol(parts[1])), trees, clear_cache)
    except Exception:
        return None


def fastest(work: Callable[[Any], object], trees: Iterable[object], before: Callable[[], None]) -> float:
    """The fewest microseconds of the processor that the work takes on one of equal trees."""
    found = []
    for tree in trees:
        before()
        began = process_time_ns()
        work(tree)
        found.append((process_time_ns() - began) / 1000)
    return min(found)


def ours(work: Callable[[Expr], object]) -> Callable[[str], float]:
    """Microseconds of one of our ways, reading left out."""
    return lambda text: fastest(work, [read_anew(text) for _ in range(TURNS)], forget)


WAYS: dict[str, Callable[[str], float | None]] = {
    "traced": ours(lambda task: traced(task, SOUND)),
    "and cleaned up": ours(lambda task: valued(task, SOUND, solve_budget())),
    "and every step checked": ours(lambda task: isinstance(solve(task), Derivation)),
    "SymPy's diff": sympy_diff,
}


def main() -> int:
    """The status is 1 where the trace is not a hundred times as fast."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--each", type=int, default=3)
    asked = tasks(parser.parse_args().each)
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    for text in asked:
        for way, took in WAYS.items():
            found = took(text)
            assert found is not None  # `tasks` has asked SymPy before
            times[way].append(found)
    print(f"{len(asked)} derivatives, microseconds:")
    for way, each in times.items():
        late = sorted(each)[int(0.95 * len(each))]
        print(f"  {way:<24} median {statistics.median(each):8.0f}   slowest 5 % from {late:8.0f}")
    ratio = statistics.median(times["SymPy's diff"]) / statistics.median(times["traced"])
    print(f"  SymPy takes {ratio:.0f} times as long as the trace")
    return int(ratio < TIMES)


if __name__ == "__main__":
    sys.exit(main())

"""Derivatives of the curriculum's families: traced, cleaned up, and with every step checked, beside SymPy's `diff`.

Run `python -m benchmarks.differentiation` in the root of the repository; `--each 12` draws more problems of a family.
Each function is read anew for every turn, no memory of goals, clean-ups or checks is left from the turn before, and
SymPy's cache is cleared. All take their turns on one function before the next is tried, and of three turns the fastest
counts, so that others at work on the machine disturb all alike. The status is 1 where SymPy's `diff` takes less than a
hundred times as long as our trace, in the median.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable
from time import process_time_ns

import sympy
from sympy.core.cache import clear_cache
from sympy.parsing.sympy_parser import parse_expr

from benchmarks.generation import RULES, function_of
from fluxions.calculus import Derivation, Problem, ascii, generate, read, solve
from fluxions.calculus.budget import solve_budget
from fluxions.calculus.derivation import verify
from fluxions.calculus.derivation.strategy import valued
from fluxions.calculus.derivation.trace import traced
from fluxions.calculus.equality import tidy
from fluxions.calculus.expr import Diff, Expr
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.solve import SOUND
from fluxions.curriculum import curriculum, families

TURNS, TIMES = 3, 100
NAMES = {"e": sympy.E, "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)), "ln": sympy.log, "lambda": sympy.Symbol("lambda")}


def tasks(each: int) -> list[str]:
    """First derivatives that the families of the curriculum ask for, and that SymPy reads."""
    every = [family for skill in curriculum().written for family in families(skill.id)]
    drawn = (generate(family, seed) for family in every for seed in range(each))
    asked = (p.task for p in drawn if isinstance(p, Problem) and isinstance(p.task, Diff) and not p.given)
    return [text for text in dict.fromkeys(map(ascii, asked)) if sympy_diff(text) is not None]


def read_anew(text: str) -> Expr:
    """The task as a tree of which nothing is known yet."""
    for memory in (SOUND.steps, SOUND.values, tidy._FORMS, tidy._TAKEN, verify._CONFIRMED):
        memory.clear()
    reading = read(text)
    assert isinstance(reading, Reading)
    return reading.expr


def sympy_diff(text: str) -> float | None:
    """Microseconds of SymPy; None where it cannot read or differentiate the task."""
    parts = function_of(text)
    if parts is None:
        return None
    try:
        tree = parse_expr(parts[0], local_dict=NAMES, transformations=RULES)
        clear_cache()
        return timed(lambda: sympy.diff(tree, sympy.Symbol(parts[1])))
    except Exception:
        return None


def timed(work: Callable[[], object]) -> float:
    """Microseconds of the processor."""
    began = process_time_ns()
    work()
    return (process_time_ns() - began) / 1000


def ours(work: Callable[[Expr], object]) -> Callable[[str], float]:
    """Microseconds of one of our ways, reading left out."""

    def took(text: str) -> float:
        task = read_anew(text)
        return timed(lambda: work(task))

    return took


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
            times[way].append(min(each for _ in range(TURNS) if (each := took(text)) is not None))
    print(f"{len(asked)} derivatives, microseconds:")
    for way, found in times.items():
        late = sorted(found)[int(0.95 * len(found))]
        print(f"  {way:<24} median {statistics.median(found):8.0f}   slowest 5 % from {late:8.0f}")
    ratio = statistics.median(times["SymPy's diff"]) / statistics.median(times["traced"])
    print(f"  SymPy takes {ratio:.0f} times as long as the trace")
    return int(ratio < TIMES)


if __name__ == "__main__":
    sys.exit(main())

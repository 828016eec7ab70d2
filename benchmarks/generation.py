"""Problems a second, every step checked and every one-mistake answer listed, beside SymPy's bare derivative.

Run `python benchmarks/generation.py [SKILL] [-n 1000]`. SymPy differentiates the same tasks, without steps, checks or
mistakes, with its cache cleared before each task, as a fresh task would find it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from time import perf_counter

import sympy
from sympy.core.cache import clear_cache
from sympy.parsing.sympy_parser import convert_xor, parse_expr, standard_transformations

from fluxions.tutor.contract import generate_items

RULES = (*standard_transformations, convert_xor)


def function_of(task: str) -> tuple[str, str] | None:
    """The function and its variable in `diff(f, x)`; None for other tasks."""
    if not task.startswith("diff(") or task.count("diff(") > 1:
        return None
    body, _, variable = task[5:-1].rpartition(", ")
    return body, variable


def sympy_times(tasks: list[str]) -> list[float]:
    """Milliseconds that SymPy takes for each derivative; our own generated spelling, never a learner's."""
    names = {"e": sympy.E, "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)), "ln": sympy.log}
    times = []
    for task in tasks:
        parts = function_of(task)
        if parts is None or "f(" in parts[0]:
            continue
        tree = parse_expr(parts[0], local_dict=names, transformations=RULES)
        clear_cache()
        start = perf_counter()
        sympy.diff(tree, sympy.Symbol(parts[1]))
        times.append(1000 * (perf_counter() - start))
    return times


def main() -> int:
    """The status is 1 where a problem came unchecked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("skill", nargs="?", default="chain-rule")
    parser.add_argument("-n", type=int, default=1000)
    options = parser.parse_args()
    list(generate_items(options.skill, n=20, seed=10**6))  # warm
    start = perf_counter()
    items = list(generate_items(options.skill, n=options.n))
    seconds = perf_counter() - start
    steps = sum(len(item["steps"]) for item in items)
    mistakes = sum(len(item["misconceptions"]) for item in items)
    print(f"{options.skill}: {len(items)} problems in {seconds:.2f} s: {len(items) / seconds:.0f} a second")
    print(f"  {steps / len(items):.1f} top steps and {mistakes / len(items):.1f} one-mistake answers a problem")
    peer = sympy_times([item["task"] for item in items])
    if peer:
        ours = 1000 * seconds / len(items)
        print(f"  SymPy, derivative alone: median {statistics.median(peer):.2f} ms; ours, all included: {ours:.2f} ms")
    unchecked = [item for item in items if item["checked"] not in ("proved", "numeric", "assumed")]
    return 1 if unchecked else 0


if __name__ == "__main__":
    sys.exit(main())

"""Gradients of machine-learning objectives beside torch.autograd.

Run `python -m benchmarks.matrix_calculus --torch PYTHON` in the root of the repository, where PYTHON has PyTorch. Each
objective is worked out in symbols, its answer is evaluated at random entries and compared with autograd in float64.
Without `--torch` it is only timed. The status is 1 where one is unsolved, differs, or has an answer that does not read
back.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from dataclasses import replace
from random import Random
from time import process_time
from typing import Any

from benchmarks.matrices.objectives import OBJECTIVES, SHAPES
from fluxions.calculus import ascii, read, solve
from fluxions.calculus.derivation.step import Derivation, every_step
from fluxions.calculus.expr import Operator
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.numbers.arrays import BITS, Place, arb, arb_mat, entries
from fluxions.calculus.numbers.balls import precision
from fluxions.calculus.vocabulary import STANDARD

WORDS = replace(STANDARD, shapes=tuple(SHAPES.items()))
SIZES = {"m": 5, "n": 3, "k": 4, "r": 2}
CLOSE = 1e-9
GOOD = ("equal", "not compared")
SHARES = frozenset({"p", "g"})  # vectors with positive entries


def drawn(name: str, random: Random) -> Any:
    """Entries as multiples of 1/64: a number, a list, or a list of rows."""
    sizes = tuple(SIZES[each] for each in SHAPES[name][:2])
    if not sizes:
        return random.randint(32, 96) / 64
    if len(sizes) == 1:
        low = 8 if name in SHARES else -96
        return [random.randint(low, 96) / 64 or 0.5 for _ in range(sizes[0])]
    rows = [[random.randint(-64, 64) / 64 for _ in range(sizes[1])] for _ in range(sizes[0])]
    if sizes[0] == sizes[1]:
        rows = [[each + 4 * (i == j) for j, each in enumerate(row)] for i, row in enumerate(rows)]
    if SHAPES[name][2:]:
        rows = [[rows[max(i, j)][min(i, j)] for j in range(sizes[1])] for i in range(sizes[0])]
    return rows


def as_array(value: Any) -> Any:
    """The entries as balls."""
    if not isinstance(value, list):
        return arb(value)
    rows = value if isinstance(value[0], list) else [[each] for each in value]
    return arb_mat([[arb(each) for each in row] for row in rows])


def theirs(python: str, values: dict[str, Any]) -> list[Any]:
    """What autograd finds for every objective."""
    jobs = [[_kind(task), task.rstrip(")").rpartition(", ")[2], code] for _, task, code in OBJECTIVES]
    ran = subprocess.run(
        [python, "benchmarks/matrices/autograd.py"], input=json.dumps({"values": values, "jobs": jobs}),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ran.returncode:
        raise SystemExit(ran.stderr)
    found: list[Any] = json.loads(ran.stdout)
    return found


def _kind(task: str) -> str:
    return task.partition("(")[0]


def flat(value: Any) -> list[float]:
    """Nested lists row by row."""
    return [inner for each in value for inner in flat(each)] if isinstance(value, list) else [value]


def by_rows(value: Any) -> list[float]:
    """The entries of our array row by row."""
    return [float(each.mid()) for each in (value.entries() if hasattr(value, "entries") else entries(value))]


def judged(task: str, place: Place, wanted: Any) -> tuple[str, float, int]:
    """What became of one objective, the milliseconds, and the steps."""
    reading = read(task, WORDS)
    if not isinstance(reading, Reading) or not isinstance(reading.expr, Operator):
        return f"unread: {getattr(reading, 'message', '')}", 0.0, 0
    began = process_time()
    found = solve(reading.expr)
    took = 1000 * (process_time() - began)
    if not isinstance(found, Derivation):
        return f"unsolved: {found.why}", took, 0
    again = read(ascii(found.answer), WORDS)
    steps = sum(1 for _ in every_step(found.steps))
    if not isinstance(again, Reading) or again.expr != found.answer:
        return f"does not read back: {ascii(found.answer)}", took, steps
    if wanted is None:
        return "not compared", took, steps
    with precision(BITS):
        mine, other = by_rows(place.value(found.answer)), flat(wanted)
    same = len(mine) == len(other) and all(abs(a - b) <= CLOSE * (1 + abs(b)) for a, b in zip(mine, other, strict=True))
    return ("equal" if same else f"different: {ascii(found.answer)}"), took, steps


def main() -> int:
    """Prints a row for each group and for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--torch", help="a Python that has PyTorch")
    parser.add_argument("--seed", default="0")
    parser.add_argument("--answers", action="store_true", help="print every answer")
    options = parser.parse_args()
    values = {name: drawn(name, Random(f"{name} {options.seed}")) for name in SHAPES}
    wanted = theirs(options.torch, values) if options.torch else [None] * len(OBJECTIVES)
    solve(read("matgrad(norm(v), v)", WORDS).expr)  # type: ignore[union-attr]  # warm
    with precision(BITS):
        place = Place(SIZES, 0, moved={name: as_array(value) for name, value in values.items()})
    groups: dict[str, list[tuple[str, float, int]]] = {}
    for (group, task, _), other in zip(OBJECTIVES, wanted, strict=True):
        seen = judged(task, place, other)
        groups.setdefault(group, []).append(seen)
        if options.answers or seen[0] not in GOOD:
            print(f"  {task}: {seen[0]} ({seen[1]:.1f} ms)")
    for group, rows in groups.items():
        print(row(group, rows))
    everything = [each for rows in groups.values() for each in rows]
    print(row("all", everything))
    return 0 if all(each[0] in GOOD for each in everything) else 1


def row(title: str, rows: list[tuple[str, float, int]]) -> str:
    """How many are equal to autograd, the times, and the steps."""
    times = sorted(each[1] for each in rows)
    equal = sum(each[0] == "equal" for each in rows)
    return (
        f"{title:<22} {equal:>3} of {len(rows):>3} equal   median {statistics.median(times):5.1f} ms   "
        f"90 % {times[int(0.9 * (len(times) - 1))]:5.1f} ms   most {times[-1]:5.1f} ms   "
        f"steps {statistics.median(each[2] for each in rows):.0f}"
    )


if __name__ == "__main__":
    sys.exit(main())

"""How long a task takes that has no answer in the language: what is asked must come to an end.

Run `python -m benchmarks.hopeless` in the root of the repository; `--list 20` names the slowest. Each task is worked
out once in a fresh process, so that nothing is remembered from the task before; one that is not ended by 60 seconds is
counted with those. The status is 1 where the slowest 1 % begin above 1 second, one takes 2, or
one crashes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections import Counter
from time import process_time
from typing import NamedTuple

from benchmarks.worked import NAMES
from benchmarks.worked.hopeless import tasks
from fluxions.calculus import read, solve
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.vocabulary import STANDARD

WORDS = STANDARD.declaring(*NAMES)
CAP = 60.0
LATE, WORST = 1.0, 2.0  # seconds of the processor


class Outcome(NamedTuple):
    """What became of a task, and its seconds."""

    seconds: float
    word: str
    task: str


def outcome(task: str) -> Outcome:
    """Worked out here, in a process that has worked out nothing before."""
    reading = read(task, WORDS)
    if not isinstance(reading, Reading):
        return Outcome(0, "unread", task)
    began = process_time()
    try:
        found = solve(reading.expr)
        word = "solved" if isinstance(found, Derivation) else found.why
    except Exception as fault:
        word = f"crashed: {type(fault).__name__}"
    return Outcome(process_time() - began, word, task)


def outcomes(asked: tuple[str, ...]) -> list[Outcome]:
    """Each in a fork of this process."""
    context = multiprocessing.get_context("fork")
    done: list[Outcome] = []
    for task in asked:
        with context.Pool(1) as pool:
            try:
                done.append(pool.apply_async(outcome, (task,)).get(CAP))
            except multiprocessing.TimeoutError:
                done.append(Outcome(CAP, "late", task))
    return sorted(done, reverse=True)


def main() -> int:
    """The status is 1 where a task takes too long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--list", type=int, default=0, metavar="N", help="name the N slowest")
    options = parser.parse_args()
    done = outcomes(tasks())
    for each in done[: options.list]:
        print(f"  {each.seconds:6.2f} s  {each.word:<32} {each.task}")
    late, median = done[len(done) // 100].seconds, done[len(done) // 2].seconds
    words = ", ".join(f"{count} {word}" for word, count in Counter(each.word for each in done).most_common())
    print(f"{len(done)} tasks: {words}")
    print(f"median {median:.3f} s, slowest 1 % from {late:.2f} s, worst {done[0].seconds:.2f} s")
    crashed = any(each.word.startswith(("crashed", "unread")) for each in done)
    return int(crashed or late > LATE or done[0].seconds > WORST)


if __name__ == "__main__":
    sys.exit(main())

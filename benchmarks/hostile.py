"""Hostile inputs: how long each takes, how much memory, and that nothing typed is run.

Run `python -m benchmarks.hostile` in the root of the repository. Every input is checked three times in one warm
process and the shortest time counts, that of the processor, so that other work on the machine does not; then once
more under `tracemalloc`, whose peak is what the verdict itself holds.
An audit hook counts programs run, files opened and code compiled meanwhile. The exit status is 1 where an input takes
longer than `--most` milliseconds (20) or more than 50 MB, or where the hook has seen anything.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tracemalloc
from dataclasses import dataclass
from resource import RUSAGE_SELF, getrusage
from time import process_time

from fluxions.calculus.answers.check import check
from fluxions.calculus.expr import Expr
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from tests.calculus.hostile import HOSTILE

RUNS = 3
MOST_MEGABYTES = 50
WATCHED = ("exec", "compile", "open", "os.system", "subprocess.Popen", "os.exec", "os.posix_spawn", "socket.connect")


@dataclass(frozen=True, slots=True)
class Measured:
    """One input: the milliseconds, the megabytes at the peak, what was said."""

    name: str
    milliseconds: float
    megabytes: float
    verdict: str


class Watch:
    """Counts what an input should never cause, while it is on."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, _: object) -> None:
        if self.on and event in WATCHED:
            self.seen.append(event)


def main() -> int:
    """Measure all, print the slowest, and fail where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--most", type=float, default=20.0, help="milliseconds allowed (default: 20)")
    parser.add_argument("--show", type=int, default=10, help="how many of the slowest are printed")
    arguments = parser.parse_args()
    watch = Watch()
    for answer, expected in HOSTILE.values():
        check(answer, _tree(expected))  # warm: modules are imported when they are first wanted
    before = getrusage(RUSAGE_SELF).ru_maxrss
    watch.on = True
    found = [_measured(name, *pair) for name, pair in HOSTILE.items()]
    watch.on = False
    growth = (getrusage(RUSAGE_SELF).ru_maxrss - before) / 1000
    found.sort(key=lambda each: -each.milliseconds)
    print("| input | ms | MB | verdict |\n|---|---|---|---|")
    for each in found[: arguments.show]:
        print(f"| {each.name} | {each.milliseconds:.1f} | {each.megabytes:.1f} | {each.verdict} |")
    most = max(each.megabytes for each in found)
    slow = [each for each in found if each.milliseconds > arguments.most]
    print(f"\n{len(found)} inputs: the slowest {found[0].milliseconds:.1f} ms, {len(slow)} above {arguments.most:g} ms")
    print(f"at most {most:.1f} MB of Python's own memory, {growth:.1f} MB more of the process after all of them")
    print(f"{len(watch.seen)} programs run, files opened or texts compiled")
    return int(bool(slow or watch.seen or max(most, growth) > MOST_MEGABYTES))


def _measured(name: str, answer: str, expected: str) -> Measured:
    times = []
    for _ in range(RUNS):
        tree = _tree(expected)
        began = process_time()
        check(answer, tree)
        times.append(1000 * (process_time() - began))
    tree = _tree(expected)
    gc.collect()
    tracemalloc.start()
    found = check(answer, tree)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    reason = getattr(found, "reason", None) or getattr(found, "why", None) or getattr(found, "code", "")
    return Measured(name, min(times), peak / 1e6, f"{type(found).__name__.lower()}: {reason}")


def _tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), text
    return found.expr


if __name__ == "__main__":
    sys.exit(main())

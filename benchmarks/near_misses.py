"""100,000 near misses and as many rewritings put to the checker, each pair settled by mpmath before.

Run `python -m benchmarks.near_misses` in the root of the repository; `--count 1000` draws fewer, `--seed` others,
and `--first 5000` goes on where a run of 5,000 ended. A pair is printed in one of two spellings and judged whole,
reading included. The status is 1 where a verdict is false.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from random import Random
from time import process_time

from fluxions.calculus.answers.check import check
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.language.latex import latex
from fluxions.calculus.verdict import Right, Undecided, Verdict, Wrong
from tests.calculus.equality.near_misses import Drawn, near_miss, the_same

SHOWN = 40  # pairs of each kind that are printed


def judged(drawn: Drawn, random: Random) -> tuple[str, str, Verdict, float]:
    """What was typed, what it was compared with, the verdict, and the milliseconds."""
    answer, expected = random.sample([drawn.first, drawn.second], 2)
    text = (ascii if random.random() < 0.5 else latex)(answer)
    began = process_time()
    found = check(text, expected, kind="expression")
    return text, ascii(expected), found, 1000 * (process_time() - began)


def run(title: str, draw: Callable[[Random], Drawn], false: type[Verdict], ks: range, seed: int) -> int:
    """Draws, judges, prints; returns how many verdicts are false."""
    verdicts: Counter[str] = Counter()
    why: Counter[str] = Counter()
    times: list[float] = []
    for k in ks:
        random = Random(f"{title} {seed} {k}")
        drawn = draw(random)
        text, expected, found, spent = judged(drawn, random)
        times.append(spent)
        verdicts[type(found).__name__] += 1
        if isinstance(found, Undecided):
            why[found.why] += 1
        bad = isinstance(found, false)
        if (bad or not isinstance(found, Right | Wrong)) and verdicts[type(found).__name__] <= SHOWN:
            print(f"  {type(found).__name__} {k}: {text}  |  {expected}  |  {drawn.by}", flush=True)
    times.sort()
    count = len(times)
    p50, p99 = (times[int(share * (count - 1))] for share in (0.5, 0.99))
    wrong = verdicts[false.__name__]
    print(
        f"{title}: {count:,} pairs, {wrong} false, {dict(verdicts)}, undecided {dict(why)}; "
        f"{1000 * count / sum(times):,.0f} a second, median {p50:.2f} ms, p99 {p99:.2f} ms, worst {times[-1]:.1f} ms",
        flush=True,
    )
    return wrong


def main() -> int:
    """Both kinds of pairs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    check("2x", near_miss(Random(0)).first)  # warm
    ks = range(options.first, options.first + options.count)
    false = run("Near misses", near_miss, Right, ks, options.seed)
    false += run("Rewritings", the_same, Wrong, ks, options.seed)
    return int(false > 0)


if __name__ == "__main__":
    sys.exit(main())

"""The checker beside SymPy, Math-Verify and Maxima on the same cases, one warm process each, 5 s a case.

Our first row is measured with every cache emptied before each case.

Run `python -m benchmarks.checker` in the root of the repository. For Math-Verify make an environment of its own
(`python -m venv V; V/bin/pip install math-verify==0.9.0`) and name it: `--math-verify V/bin/python`. Maxima is used
if it is on the PATH. `--stack FILE` adds STACK's AlgEquiv answer tests, read from the file that you supply (its
`tests/fixtures/answertestfixtures.class.php`). `--quick` takes every tenth case. The exit status is 1 where Fluxions
calls a wrong answer right or a right one wrong.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.checker.cases import Case, own_cases
from benchmarks.checker.ours import Said, ours
from benchmarks.checker.peers import Peer, peers, worked_out
from benchmarks.checker.stack import stack_cases
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading


@dataclass(slots=True)
class Score:
    """What a system said of the cases that it judges."""

    name: str
    times: list[float] = field(default_factory=list)
    right: int = 0
    false_right: list[Case] = field(default_factory=list)
    false_wrong: list[Case] = field(default_factory=list)
    undecided: list[Case] = field(default_factory=list)

    def add(self, case: Case, found: bool | None, spent: float) -> None:
        """One verdict."""
        self.times.append(spent)
        if found is None:
            self.undecided.append(case)
        elif found is case.right:
            self.right += 1
        else:
            (self.false_right if found else self.false_wrong).append(case)

    def row(self) -> str:
        """A line of the table."""
        n = len(self.times)
        if not n:
            return f"| {self.name} | 0 | | | | | | | | |"
        accuracy = 100 * self.right / n
        counts = f"{len(self.false_right)} | {len(self.false_wrong)} | {len(self.undecided)}"
        times = " | ".join(f"{each:.2f}" for each in (*(self.at(p) for p in (50, 95, 99)), max(self.times)))
        return f"| {self.name} | {n} | {accuracy:.1f} % | {counts} | {times} |"

    def at(self, percent: int) -> float:
        """A percentile of the milliseconds."""
        if percent == 50:
            return statistics.median(self.times)
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, math.ceil(percent / 100 * len(ordered)) - 1)]


HEAD = """| system | judged | accuracy | false right | false wrong | undecided | p50 ms | p95 | p99 | worst |
|---|---|---|---|---|---|---|---|---|---|"""


def main() -> int:
    """Run, print, and fail where Fluxions is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--math-verify", metavar="PYTHON", help="an interpreter that has Math-Verify")
    parser.add_argument("--stack", metavar="FILE", help="STACK's file of answer tests")
    parser.add_argument("--quick", action="store_true", help="every tenth case")
    parser.add_argument("--alone", action="store_true", help="Fluxions without its peers")
    parser.add_argument("--kinds", action="store_true", help="our times for each kind of answer too")
    arguments = parser.parse_args()
    sets = [("Our own cases", own_cases())]
    if arguments.stack:
        sets.append(("STACK, AlgEquiv", stack_cases(arguments.stack)))
    failed = False
    for title, cases in sets:
        chosen = cases[::10] if arguments.quick else cases
        failed |= table(title, chosen, [] if arguments.alone else peers(arguments.math_verify), arguments.kinds)
    return int(failed)


def table(title: str, cases: Sequence[Case], others: Sequence[Peer], by_kind: bool) -> bool:
    """Prints one table; is anything of ours false?"""
    said = ours(cases, cold=True)
    mine = scored("Fluxions", cases, said)
    print(f"\n{title}: {len(cases)} cases\n\n{HEAD}\n{mine.row()}", flush=True)
    print(scored("Fluxions, tasks met before", cases, ours(cases, cold=False)).row(), flush=True)
    scores = [against(peer, cases) for peer in others]
    for name, found in (
        ("false right", mine.false_right),
        ("false wrong", mine.false_wrong),
        ("undecided", mine.undecided),
    ):
        for case in found:
            print(f"  {name}: {case.answer}  |  {case.expected}  |  {case.kind} {case.more or ''}")
    if by_kind:
        kinds(cases, said)
    best = min((each.at(99) for each in scores if each.times), default=0.0)
    if best:
        print(f"  p99 is {best / mine.at(99):.0f} times below the best peer's")
    return bool(mine.false_right or mine.false_wrong)


def scored(name: str, cases: Sequence[Case], said: Sequence[Said]) -> Score:
    """Our verdicts on the cases."""
    score = Score(name)
    for case, found in zip(cases, said, strict=True):
        score.add(case, *found)
    return score


def kinds(cases: Sequence[Case], said: Sequence[Said]) -> None:
    """Prints our times for each kind of answer."""
    print("\n| kind | cases | p50 ms | p95 | p99 | worst |\n|---|---|---|---|---|---|")
    for kind in sorted({case.kind for case in cases}):
        score = scored(
            kind, *zip(*(pair for pair in zip(cases, said, strict=True) if pair[0].kind == kind), strict=True)
        )
        times = " | ".join(f"{each:.2f}" for each in (*(score.at(p) for p in (50, 95, 99)), max(score.times)))
        print(f"| {kind} | {len(score.times)} | {times} |")


def against(peer: Peer, cases: Sequence[Case]) -> Score:
    """A peer on the cases that it can judge."""
    score = Score(peer.name)
    for case in cases:
        pair = [read(each) for each in (case.answer, case.expected)]
        if not all(isinstance(each, Reading) for each in pair):
            continue
        answer, expected = (each.expr for each in pair if isinstance(each, Reading))
        kind = case.kind if case.kind != "auto" else "expression"
        if case.more.keys() - {"variables"}:
            continue  # forms and tolerances are not theirs
        said = peer.judge(kind, answer, worked_out(expected))
        if said is not None:
            score.add(case, *said)
    peer.ended()
    print(score.row(), flush=True)
    return score


if __name__ == "__main__":
    sys.exit(main())

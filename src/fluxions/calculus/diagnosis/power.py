"""What a problem can tell: which misconceptions show in it, and which of them it keeps apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.fingerprints import alike
from fluxions.calculus.diagnosis.predictions import Prediction, Predictions, predictions
from fluxions.calculus.problem import Problem
from fluxions.calculus.solve import solve


@dataclass(frozen=True, slots=True)
class Power:
    """The misconceptions that fit a problem, and the wrong answers that each leads to, each answer with a number."""

    leads_to: tuple[tuple[str, frozenset[int]], ...]  # those that show
    hidden: frozenset[str]  # those that lead to the right answer only

    @property
    def visible(self) -> frozenset[str]:
        """The misconceptions that lead to a wrong answer here."""
        return frozenset(name for name, _ in self.leads_to)

    def separates(self, one: str, other: str) -> bool:
        """Do both show, and never by the same answer?"""
        answers = dict(self.leads_to)
        return one in answers and other in answers and not answers[one] & answers[other]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every two misconceptions that the problem keeps apart."""
        names = [name for name, _ in self.leads_to]
        yield from (
            (one, other) for i, one in enumerate(names) for other in names[i + 1 :] if self.separates(one, other)
        )

    @property
    def share(self) -> float:
        """The share of the fitting misconceptions that show by an answer which is theirs alone, from 0 to 1."""
        fitting = len(self.leads_to) + len(self.hidden)
        return len(self.alone) / fitting if fitting else 0.0

    @property
    def alone(self) -> frozenset[str]:
        """The misconceptions that show by an answer which no other leads to."""
        return frozenset(name for name, answers in self.leads_to if any(self._holders(each) == 1 for each in answers))

    def _holders(self, answer: int) -> int:
        return sum(1 for _, answers in self.leads_to if answer in answers)


def discriminates(problem: Problem) -> Power:
    """What the problem can tell; nothing where it is not solved."""
    derivation = problem.derivation or solve(problem.task, given=problem.given, assume=problem.assume)
    if not isinstance(derivation, Derivation):
        return Power((), frozenset())
    table = predictions(derivation, problem)
    groups: list[Prediction] = []
    visible: dict[str, set[int]] = {}
    hidden: set[str] = set()
    for row in table.rows:
        name = row.wrong.misconception.name
        if table.is_wrong(row):
            visible.setdefault(name, set()).add(_number(row, groups, table))
        else:
            hidden.add(name)
    leads_to = tuple((name, frozenset(answers)) for name, answers in visible.items())
    return Power(leads_to, frozenset(hidden - visible.keys()))


def _number(row: Prediction, groups: list[Prediction], table: Predictions) -> int:
    """The number of the answer among those met; a new one is added."""
    for number, met in enumerate(groups):
        if alike(row.seen, met.seen) and table.matching.same(met.wrong.answer, row.wrong.answer):
            return number
    groups.append(row)
    return len(groups) - 1


__all__ = ["Power", "discriminates"]

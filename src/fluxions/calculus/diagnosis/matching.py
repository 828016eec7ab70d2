"""Is a predicted wrong answer the one that was given, whatever kind of answer it is?"""

from __future__ import annotations

from dataclasses import dataclass

from fluxions.calculus.answers.check import check_read, kind_of
from fluxions.calculus.answers.sets import elements
from fluxions.calculus.budget import check_budget
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.fingerprints import Sight, sight
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Const, Diff, Expr, Int, Operator, Rel, Set, Sym, Vector, num
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.numbers import array_agreement
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.problem import Problem
from fluxions.calculus.shapes import fits, is_shaped
from fluxions.calculus.trees import nodes, substituted, symbols
from fluxions.calculus.verdict import Equal, Right
from fluxions.calculus.vocabulary import VERDICTS

PLAIN = ("expression", "number")
CONVERGES, ABSOLUTELY = Const("converges"), Const("absolutely")  # of positive terms the same


@dataclass(frozen=True, slots=True)
class Matching:
    """How answers to one problem are compared."""

    problem: Problem
    sight: Sight
    kind: str  # of the right answer
    constants: frozenset[str]  # the names that the right answer brings in

    def settled(self, answer: Expr) -> Expr | None:
        """The answer in the names of the task: its constant left out, or named as ours; None where others remain."""
        if not fits(answer):
            return None
        if is_shaped(answer):
            return answer
        foreign = symbols(answer) - self.sight.names - VERDICTS
        if foreign and self.variable is not None:
            return substituted(answer, dict.fromkeys(foreign, num(0)))
        free = self.constants - symbols(answer)
        if len(foreign) == len(free) == 1:
            return substituted(answer, {next(iter(foreign)): Sym(next(iter(free)))})
        return None if foreign else answer

    @property
    def variable(self) -> Sym | None:
        """That of the integral whose answers differ by a constant."""
        return self.sight.variable

    def same(self, predicted: Expr, answer: Expr) -> bool:
        """Is the answer right, if the predicted one were?"""
        if predicted == answer or (predicted, answer) == (CONVERGES, ABSOLUTELY):
            return True
        if self.variable is not None:
            return same_value(Diff(predicted, self.variable), Diff(answer, self.variable), self.problem)
        if isinstance(predicted, Set):
            found = elements(answer)
            return found is not None and same_value(predicted, Set(found), self.problem)
        kind = kind_of(predicted)
        if kind in PLAIN and kind_of(answer) in PLAIN and not is_shaped(predicted):
            return same_value(predicted, answer, self.problem)
        if kind == self.kind and self.problem.type != "auto":
            kind = self.problem.type
        reading = Reading(answer, "")
        found_by = check_read(
            reading, predicted, kind=kind, vocabulary=self.problem.vocabulary, assume=self.problem.assume,
            budget=check_budget(), task=self.problem.task,
        )  # fmt: skip
        return isinstance(found_by, Right)


def matching(derivation: Derivation, problem: Problem) -> Matching:
    """How answers to the task of a derivation are compared."""
    right = derivation.answer
    asked = {node.name for task in (derivation.task, problem.task) for node in nodes(task) if isinstance(node, Sym)}
    asked |= {each for _, declared in problem.vocabulary.shapes for each in declared}
    variable = _of_integral(derivation.task)
    names = asked | ({variable.name} if variable else symbols(right))
    constants = frozenset(symbols(right) - asked)
    return Matching(problem, sight(frozenset(names), problem.assume, variable), kind_of(right), constants)


def _of_integral(task: Expr) -> Sym | None:
    """The variable of an indefinite integral in the task."""
    if isinstance(task, (Operator, Rel)):
        return None
    return next((node.variable for node in nodes(task) if isinstance(node, Int) and node.low is None), None)


def same_value(a: Expr, b: Expr, problem: Problem) -> bool:
    """Are two expressions equal: a quick look first, then the ladder; sets and named points part by part."""
    if isinstance(a, Set) and isinstance(b, Set):
        pairs = ((a.elements, b.elements), (b.elements, a.elements))
        return all(any(same_value(each, other, problem) for other in those) for these, those in pairs for each in these)
    if isinstance(a, (Operator, Vector)) and type(a) is type(b) and not a.stands and not b.stands:  # minimum(p, f(p))
        alike = getattr(a, "name", "") == getattr(b, "name", "") and len(a.children) == len(b.children)
        return alike and all(same_value(u, v, problem) for u, v in zip(a.children, b.children, strict=True))
    if is_shaped(a) or is_shaped(b):
        return array_agreement.agree(a, b, check_budget()) == "agree"
    if agree(a, b, 5, 106) == "differ":
        return False
    return isinstance(equal(a, b, assume=problem.assume, budget=check_budget()), Equal)


__all__ = ["PLAIN", "Matching", "matching", "same_value"]

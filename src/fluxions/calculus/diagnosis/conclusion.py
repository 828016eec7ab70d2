"""What a whole working comes to: the first mistake in it, else its last line as the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fluxions.calculus.answers.check import indefinite
from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.claims import stranger
from fluxions.calculus.diagnosis.diagnose import UNFINISHED, diagnose_read
from fluxions.calculus.diagnosis.diagnosis import Diagnosis, LineVerdict
from fluxions.calculus.diagnosis.odes import equation_of
from fluxions.calculus.diagnosis.systems import gathered
from fluxions.calculus.diagnosis.worth import folded
from fluxions.calculus.expr import Add, Expr, Matrix, Operator, Rel, Vector
from fluxions.calculus.trees import standing, symbols
from fluxions.calculus.verdict import Right, Text, Undecided

OWN_NAMES = Undecided("unfinished", Text("Right so far. Put back what the names you gave stand for."))
NOT_AN_ANSWER = frozenset({"restated", "definition", "task", "true", "on-the-way"})


def concluded(board: Board, verdicts: Sequence[LineVerdict]) -> tuple[Diagnosis, bool]:
    """The diagnosis of the whole working, and whether it ends with a right answer."""
    problem = board.problem
    if board.diagnosis is not None:
        return board.diagnosis, False
    if board.last is None or not verdicts:
        spot = next((each.spot for each in reversed(verdicts) if each.spot is not None), None)
        return spot or Undecided("empty", Text("There is no answer yet.")), False
    if standing(board.last.expr) or verdicts[-1].verdict != "right" or verdicts[-1].reason in NOT_AN_ANSWER:
        return UNFINISHED, False
    answer = _answer(board, board.last.expr)
    strange = None if indefinite(board.task) else stranger(answer, problem, board.known())
    if (strange and equation_of(board.task) is None) or _own_names(board, answer):
        return OWN_NAMES, False
    if board.scope.constants and problem.type == "auto":
        problem = replace(problem, type="family")
    verdict = diagnose_read(problem, replace(board.last, expr=answer))
    return verdict, isinstance(verdict, Right)


def _own_names(board: Board, answer: Expr) -> bool:
    """Does a name that the learner gave stand in the answer? The constants of a solution may."""
    return bool(board.own_names(answer)) and equation_of(board.task) is None


def _answer(board: Board, e: Expr) -> Expr:
    """What is judged as the answer: vectors worked out, the constant of a potential left out."""
    if isinstance(board.task, Operator) and board.task.name == "potential" and isinstance(e, Add):
        known = symbols(board.task)
        kept = tuple(each for each in e.terms if not symbols(each) or symbols(each) & known)
        e = kept[0] if len(kept) == 1 else Add(kept)
    e = gathered(board, e)
    if isinstance(board.target, Rel) and not isinstance(e, Rel) and board.named_last is not None:
        e = Rel("=", board.named_last, e)
    return folded(e) if isinstance(board.target, (Vector, Matrix)) else e


__all__ = ["concluded"]

"""Where a line differs from the task in its kind of value, or from the name that stands before it."""

from __future__ import annotations

from fluxions.calculus.answers.check import indefinite
from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.claims import milestones
from fluxions.calculus.diagnosis.diagnose import diagnose_read
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Mistaken
from fluxions.calculus.diagnosis.worth import shape_of, worked_out
from fluxions.calculus.expr import Expr, Set
from fluxions.calculus.language.lines import Line
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Different, Wrong


def labelled(board: Board, line: Line, typed: Expr) -> Different | None:
    """What a line says of a value that has a name of its own, f_x or d/dx(x y), where that is not what it has."""
    if line.name is None or not board.names_a_value(line.name) or board.stranger(board.meant(typed)):
        return None
    found = board.compare(line.name, typed)
    return found if isinstance(found, Different) and found.reason != "different-domain" else None


def unlike(board: Board, typed: Expr, number: int) -> Different | None:
    """A vector where a number is sought, or a number for a vector: wrong as the answer, and as no value on the way."""
    e, target = (worked_out(each, board.problem) for each in (board.meant(typed), board.target))
    if (shape_of(e) is None) == (shape_of(target) is None) or isinstance(target, Set):
        return None
    alike = [each for each in milestones(board.task) if shape_of(worked_out(each, board.problem)) == shape_of(e)]
    if any(not isinstance(board.compare(typed, each), Different) for each in alike):
        return None
    if number == board.count or (shape_of(e) is not None and alike):
        return Different((), None, "wrong-type")
    return None


def as_answer(board: Board, line: Line, typed: Expr, number: int) -> Different | None:
    """The last line by the check of answers, which knows words, distributions and values that are not finite."""
    e = board.meant(typed)
    assert isinstance(line.reading, Reading)
    if number < board.count or line.name is not None or e.stands or board.stranger(e) or indefinite(board.task):
        return None
    verdict = diagnose_read(board.problem, Reading(e, line.reading.text))
    if isinstance(verdict, (Mistaken, Ambiguous, Wrong)) and verdict.reason not in ("wrong-type", "wrong-form"):
        return Different((), verdict.witness, verdict.reason)
    return None


__all__ = ["as_answer", "labelled", "unlike"]

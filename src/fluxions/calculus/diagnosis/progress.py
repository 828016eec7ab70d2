"""How far a right line leads: a jump over many steps, a line that was there before, the answer to another question."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.budget import OutOfBudget, solve_budget
from fluxions.calculus.derivation.step import Step, every_step
from fluxions.calculus.derivation.strategy import Stuck, settled
from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.diagnose import strategy_of
from fluxions.calculus.expr import At, Diff, Expr, Int, Operator, Rel, Sym, Vector
from fluxions.calculus.numbers.tape import NoTape
from fluxions.calculus.trees import alike, size
from fluxions.calculus.verdict import Equal, Text

MOST_STEPS = 3  # of different kinds, that one line may take at once
LARGEST = 200  # nodes of a line whose steps are counted
ROUTINE = frozenset({"algebraic-manipulation", "antiderivatives-basic"})
SHOW_HOW = Text("Right. Show how: several steps lie between the line above and this one.")
SEEN_BEFORE = Text("Right, but this line was there before: it leads no further.")


def is_jump(board: Board, before: Expr, after: Expr) -> bool:
    """Do more than three steps of different kinds lie between two lines of the same value?

    A derivative that is carried out at once is one step, however many rules it takes.
    """
    if not before.stands or size(before) + size(after) > LARGEST:
        return False
    skipped = _kinds(board, before) - (_kinds(board, after) if after.stands else frozenset())
    return len(skipped) > MOST_STEPS


def _kinds(board: Board, e: Expr) -> frozenset[str]:
    """The rules that a line still has to take; all those of a derivative are one."""
    try:
        steps = settled(e, strategy_of(board.problem), solve_budget())[0]
    except (Stuck, OutOfBudget, RecursionError, NoTape):
        return frozenset()
    return frozenset(_kind(each) for each in every_step(steps) if not each.silent and each.skill not in ROUTINE)


def _kind(step: Step) -> str:
    return "derivative" if isinstance(step.before, (Diff, At)) else step.rule


def was_there(board: Board, e: Expr) -> bool:
    """Does a line say what an earlier one said, in another order at most?"""
    values = (each.right if isinstance(each, Rel) else each for each in board.written)
    return any(alike(e, each) for each in values)


def other_question(board: Board, typed: Expr) -> Text | None:
    """What a wrong line answers instead, where it is the right answer to a question next to the task."""
    for question, said in _questions(board.task):
        if isinstance(board.compare(typed, question), Equal):
            return Text(said)
    return None


def _questions(task: Expr) -> Iterator[tuple[Expr, str]]:
    """Questions that are taken for the task, with what is said where one of them is answered."""
    match task:
        case Diff(Diff(f, x), y) if x == y:
            yield Diff(f, x), "This is the first derivative; the second is sought."
        case Diff(f, x):
            yield Diff(Diff(f, x), x), "This is the second derivative; the first is sought."
            yield Int(f, x), "This is an antiderivative; the derivative is sought."
        case At(Diff(f, x), z, a) if x == z:
            yield At(f, x, a), "This is the value of the function there; its derivative is sought."
            yield At(Diff(Diff(f, x), x), x, a), "This is the second derivative there; the first is sought."
        case Int(f, x, None):
            yield (
                _antiderivative_of(Diff(f, x), x),
                "This is the derivative of the integrand; an antiderivative is sought.",
            )
        case Operator("dirderiv", (f, Vector() as xs, a, v)):
            slopes = Operator("at", (Operator("grad", (f, xs)), xs, a))
            yield slopes, "This is the gradient; its share in the direction is sought, which is a number."
            yield Operator("dot", (slopes, v)), "The direction has to have length 1: divide it by its length."
        case Operator("variance", (f, Sym() as x, density)):
            yield Operator("expect", (f * f, x, density)), "This is the mean of the square; the variance is sought."
            yield Operator("expect", (f, x, density)), "This is the mean; the variance is sought."
        case Operator("expect", (f, Sym() as x, density)):
            yield Operator("variance", (f, x, density)), "This is the variance; the mean is sought."
        case Operator("div", (field, xs)):
            yield Operator("curl", (field, xs)), "This is the curl; the divergence is sought, which is a number."
        case Operator("laplacian", (f, xs)):
            yield Operator("grad", (f, xs)), "This is the gradient; the Laplacian is sought, which is a number."


def _antiderivative_of(slope: Expr, x: Sym) -> Expr:
    """What has this slope's own slope: antiderivatives are compared by their derivatives."""
    return Int(Diff(slope, x), x)


__all__ = ["SEEN_BEFORE", "SHOW_HOW", "is_jump", "other_question", "was_there"]

"""Which mistake leads from the learner's own last valid line to the first wrong one."""

from __future__ import annotations

from fluxions.calculus.answers.check import indefinite
from fluxions.calculus.budget import OutOfBudget, solve_budget
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.derivation.strategy import Stuck, settled
from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.diagnose import derived, explained, strategy_of
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Mistaken
from fluxions.calculus.diagnosis.progress import other_question
from fluxions.calculus.expr import Add, Expr, Neg
from fluxions.calculus.language.latex import latex
from fluxions.calculus.language.lines import Line
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Text, Wrong

MOST_TERMS = 12  # of a line that is searched for a lost one
Blame = Mistaken | Ambiguous | Wrong


def named_mistake(board: Board, line: Line, typed: Expr, wrong: Wrong) -> Blame:
    """The one wrong rule that makes this line of theirs, else a term that was lost or turned, else plainly wrong."""
    e = _without_constant(board, typed)
    start = (
        board.valid
        if line.name is None
        else next((each for each in (line.name, board.scope.spelled(line.name)) if each.stands), board.valid)
    )
    for above in dict.fromkeys((start, board.scope.spelled(start))):
        found = _from_line(board, above, e, wrong)
        if isinstance(found, (Mistaken, Ambiguous)):
            return found
    found = _lost_term(board, board.valid, typed, wrong)
    whole = derived(board.problem)
    if found is wrong and isinstance(whole, Derivation):  # the rule was applied before, and undone in this line
        said = explained(whole, board.meant(e), wrong, board.problem)
        found = said if isinstance(said, (Mistaken, Ambiguous)) else wrong
    if found is wrong and (other := other_question(board, typed)) is not None:
        return Wrong("other-question", other, wrong.witness, wrong.proof)
    return found


def _from_line(board: Board, above: Expr, e: Expr, wrong: Wrong) -> Blame:
    try:
        steps, value = settled(above, strategy_of(board.problem), solve_budget())
    except (Stuck, OutOfBudget, RecursionError):
        return wrong
    found = explained(Derivation(above, value, steps, "numeric"), e, wrong, board.problem)
    return found if isinstance(found, (Mistaken, Ambiguous)) else wrong


def _without_constant(board: Board, e: Expr) -> Expr:
    """An antiderivative without its + C."""
    if not indefinite(board.task) or not isinstance(e, Add):
        return e
    known = symbols(board.task) | frozenset(board.scope.meanings)
    kept = tuple(each for each in e.terms if symbols(each) & known or not symbols(each))
    return kept[0] if len(kept) == 1 else Add(kept)


def _lost_term(board: Board, above: Expr, e: Expr, wrong: Wrong) -> Wrong:
    """A term of the line above that is missing here, or has the other sign."""
    if not isinstance(above, Add) or len(above.terms) > MOST_TERMS:
        return wrong
    for i, term in enumerate(above.terms):
        rest = (*above.terms[:i], *above.terms[i + 1 :])
        slots, seen = (("term", latex(term)),), (wrong.witness, wrong.proof)
        if board.same(Add(rest), e):
            return Wrong("missing-term", Text("The term ${term}$ of the line above is missing.", slots), *seen)
        if board.same(Add((*rest, Neg(term))), e):
            message = Text("The term ${term}$ of the line above has the other sign here.", slots)
            return Wrong("term-sign", message, *seen)
    return wrong


__all__ = ["named_mistake"]

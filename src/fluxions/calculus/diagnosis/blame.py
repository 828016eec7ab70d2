"""Which mistake leads from the learner's own last valid line to the first wrong one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from fluxions.calculus.answers.check import indefinite
from fluxions.calculus.budget import OutOfBudget, solve_budget
from fluxions.calculus.derivation.step import Derivation, Step, every_step
from fluxions.calculus.derivation.strategy import Stuck, settled
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.diagnose import derived, explained, strategy_of
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Diagnosis, Mistaken
from fluxions.calculus.diagnosis.explain import mistaken
from fluxions.calculus.diagnosis.progress import other_question
from fluxions.calculus.expr import Add, Expr, Neg
from fluxions.calculus.language.latex import latex
from fluxions.calculus.language.lines import Line
from fluxions.calculus.problem import Problem
from fluxions.calculus.trees import nodes, symbols
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
    derivation = Derivation(above, value, steps, "numeric")
    found = explained(derivation, e, wrong, board.problem)
    if found is wrong and (worked := _worked_out(board, e)) != e:
        found = _not_yet(explained(derivation, worked, wrong, board.problem), e, derivation)
    if isinstance(found, Mistaken):
        return _credited(found, board.problem, steps)
    return found if isinstance(found, Ambiguous) else wrong


def _not_yet(found: Diagnosis, e: Expr, derivation: Derivation) -> Diagnosis:
    """Without the mistakes at goals that still stand in the line: they are still to be made."""
    if not isinstance(found, Ambiguous):
        return found
    standing = frozenset(each for each in nodes(e) if each.stands)
    made = tuple(each for each in found.candidates if each.at not in standing)
    if len(made) == 1:
        return mistaken(derivation, made[0], found.witness, found.reason)
    return replace(found, candidates=made) if made else found


def _worked_out(board: Board, e: Expr) -> Expr:
    """What a line comes to in which integrals or limits are still to be worked; the line itself where that fails."""
    if not e.stands:
        return e
    try:
        return valued(e, strategy_of(board.problem), solve_budget())
    except (Stuck, OutOfBudget, RecursionError, ArithmeticError):
        return e


def _credited(found: Mistaken, problem: Problem, left: Sequence[Step]) -> Mistaken:
    """The mistake with the skills that led right to the line above: used in the whole solution, and not left to do."""
    whole = derived(problem)
    if not isinstance(whole, Derivation):
        return found
    done = _uses(whole.steps) - _uses(left)
    wrongly = {found.misconception.skill, *(each.misconception.skill for each in found.also)}
    return replace(found, right=(found.right | done.keys()) - wrongly)


def _uses(steps: Sequence[Step]) -> Counter[str]:
    return Counter(each.skill for each in every_step(steps) if not each.silent)


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

"""The hint ladder of a step: what to look at, the rule's name, its binding, the line itself."""

from __future__ import annotations

from fluxions.calculus.budget import Budget, OutOfBudget, solve_budget
from fluxions.calculus.derivation.step import Derivation, Line, Step, worked
from fluxions.calculus.derivation.strategy import Strategy, Stuck, settled
from fluxions.calculus.diagnosis.diagnosis import Hint
from fluxions.calculus.expr import Diff, Expr, Limit
from fluxions.calculus.language.latex import latex
from fluxions.calculus.rules import RULES
from fluxions.calculus.verdict import Text

TITLES = {"tidy": "arithmetic"} | {rule.name: rule.title for rule in RULES}


def title(step: Step) -> str:
    """What the rule of a step is called: "the chain rule"."""
    return TITLES.get(step.rule) or step.rule.replace("-", " ")


def hints(derivation: Derivation, step: int) -> tuple[Hint, ...]:
    """The ladder of the step-th line of the worked solution, counted from 0."""
    board = list(worked(derivation))
    return ladder(board[step]) if 0 <= step < len(board) else ()


def next_hints(
    line: Expr, strategy: Strategy, goal: Expr | None = None, budget: Budget | None = None
) -> tuple[Hint, ...]:
    """The ladder of the step on `goal`, else of the first step, that leads on from the learner's own line.

    Empty when nothing is left to do.
    """
    try:
        steps, value = settled(line, strategy, budget or solve_budget())
    except (Stuck, OutOfBudget, RecursionError):
        return ()
    board = list(worked(Derivation(line, value, steps, "numeric")))
    wanted = next((each for each in board if each.step.before == goal), board[0] if board else None)
    return () if wanted is None else ladder(wanted)


def ladder(line: Line) -> tuple[Hint, ...]:
    """Four rungs made from one step: each says a little more than the one before."""
    step = line.step
    goal = latex(step.before)
    rungs = (
        Hint(1, Text(_look(step.before), (("goal", goal),))),
        Hint(2, Text("Use {rule}." if step.rule in TITLES else "Rewrite it: {rule}.", (("rule", title(step)),))),
        Hint(3, step.says),
        Hint(4, Text("The next line is ${line}$.", (("line", latex(line.opened)),)), line.opened),
    )
    return rungs


def _look(goal: Expr) -> str:
    match goal:
        case Diff():
            return "Look at ${goal}$. What kind of expression is being differentiated?"
        case Limit():
            return "Look at ${goal}$. What happens when you put the limit point in?"
    return "Look at ${goal}$."

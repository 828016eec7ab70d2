"""Mistakes about a slope in a direction: the gradient given instead, or the direction not scaled to length 1."""

from __future__ import annotations

from fluxions.calculus.answers.arrays import by_units, rows_of
from fluxions.calculus.answers.question import Question
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Expr, Operator, Vector
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.verdict import Equal, Text, Wrong

GRADIENT = "This is the gradient. The slope in a direction is its product with the unit vector in that direction."
UNSCALED = "The direction {u} has not length 1: divide by its length."


def explained(question: Question, answer: Expr, found: Wrong) -> Wrong:
    """The verdict with its reason, where the task asks for a slope in a direction and the mistake is a known one."""
    match question.task:
        case Operator("dirderiv", (f, Vector() as variables, Vector() as place, Vector() as direction)):
            steep = Operator("grad", (f, variables))
        case _:
            return found
    here = Operator("at", (steep, variables, place))
    if any(_same_entries(question, answer, _value(each)) for each in (here, steep)):
        return Wrong("gradient-for-directional-derivative", Text(GRADIENT), found.witness, found.proof)
    unscaled = _value(Operator("dot", (here, direction)))
    if unscaled is not None and _same(question, answer, unscaled):
        return Wrong("not-normalised", Text(UNSCALED, (("u", ascii(direction)),)), found.witness, found.proof)
    return found


def _value(task: Expr) -> Expr | None:
    from fluxions.calculus.derivation.step import Derivation
    from fluxions.calculus.solve import solve  # heavy, and only wanted here

    done = solve(task)
    return done.answer if isinstance(done, Derivation) else None


def _same(question: Question, answer: Expr, other: Expr) -> bool:
    if rows_of(answer) is not None:
        return False
    return isinstance(equal(answer, other, assume=question.assume, budget=question.budget), Equal)


def _same_entries(question: Question, answer: Expr, right: Expr | None) -> bool:
    if not isinstance(right, Vector):
        return False
    rows = rows_of(answer) or by_units(answer, right)
    given = () if rows is None else tuple(entry for row in rows for entry in row)
    pairs = zip(given, right.entries, strict=False)
    return len(given) == len(right.entries) and all(_same(question, mine, yours) for mine, yours in pairs)

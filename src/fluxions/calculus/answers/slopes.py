"""Mistakes about a slope in a direction: the gradient given instead, or the direction not scaled to length 1."""

from __future__ import annotations

from fluxions.calculus.answers.arrays import by_units, rows_of
from fluxions.calculus.answers.fields import at_place, gradient, length, names_of, unscaled_slope
from fluxions.calculus.answers.question import Question
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import ONE, Expr, Operator, Vector
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.verdict import Equal, Text, Wrong

GRADIENT = "This is the gradient. The slope in a direction is its product with the unit vector in that direction."
UNSCALED = "The direction {u} has not length 1: divide by its length."


def explained(question: Question, answer: Expr, found: Wrong) -> Wrong:
    """The verdict with its reason, where the task asks for a slope in a direction and the mistake is a known one."""
    match question.task:
        case Operator("dirderiv", (f, Vector() as variables, place, Vector() as direction)):
            names = names_of(variables)
        case _:
            return found
    steep = gradient(f, names)
    for each in (steep, None if steep is None else at_place(steep, names, place)):
        if each is not None and _same_entries(question, answer, each.children):
            return Wrong("gradient-for-directional-derivative", Text(GRADIENT), found.witness, found.proof)
    plain = unscaled_slope(f, names, place, direction)
    if plain is not None and length(direction) != ONE and _same(question, answer, plain):
        return Wrong("not-normalised", Text(UNSCALED, (("u", ascii(direction)),)), found.witness, found.proof)
    return found


def _same(question: Question, answer: Expr, other: Expr) -> bool:
    if rows_of(answer) is not None:
        return False
    return isinstance(equal(answer, other, assume=question.assume, budget=question.budget), Equal)


def _same_entries(question: Question, answer: Expr, entries: tuple[Expr, ...]) -> bool:
    rows = rows_of(answer) or by_units(answer, Vector(entries))
    given = None if rows is None else tuple(entry for row in rows for entry in row)
    if given is None or len(given) != len(entries):
        return False
    return all(_same(question, mine, yours) for mine, yours in zip(given, entries, strict=True))

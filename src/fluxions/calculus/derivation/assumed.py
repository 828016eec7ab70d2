"""A step that is told to hold for a > 0 is tried there alone: with a² in the place of a, at every point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fluxions.calculus.derivation.rule import Condition
from fluxions.calculus.expr import TWO, Expr, Neg, Num, Operator, Pow, Rel, Sym, Vector
from fluxions.calculus.trees import nodes, substituted, symbols


def signed_letters(conditions: Iterable[Condition], goal: Expr) -> Mapping[str, Expr]:
    """The letters of the goal of which the sign is told, each with a square (or its opposite) in its place.

    The variable of the goal itself is left alone: what is told of it restricts where the step may be used, and the
    check looks everywhere that both sides have a value.
    """
    free = symbols(goal) - {each.name for each in goal.children if isinstance(each, Sym)} - _listed(goal)
    found: dict[str, Expr] = {}
    for each in conditions:
        letter = _told(each.relation)
        if letter is not None and letter[0] in free:
            found[letter[0]] = letter[1]
    return found


def _listed(goal: Expr) -> frozenset[str]:
    """The variables of the operators inside: `x` of solve(…, x), `x` and `y` of grad(…, [x, y])."""
    inside = (each for each in nodes(goal) if isinstance(each, Operator))
    arguments = (part for each in inside for part in each.args)
    lists = (part.entries if isinstance(part, Vector) else (part,) for part in arguments)
    return frozenset(each.name for entries in lists for each in entries if isinstance(each, Sym))


def _told(relation: Expr) -> tuple[str, Expr] | None:
    """(a, a²) of a > 0 and (a, −a²) of −a > 0 or a < 0."""
    match relation:
        case Rel(">", Sym(name) as a, Num(zero)) if zero == 0:
            return name, Pow(a, TWO)
        case Rel(">", Neg(Sym(name) as a), Num(zero)) | Rel("<", Sym(name) as a, Num(zero)) if zero == 0:
            return name, Neg(Pow(a, TWO))
    return None


def placed(before: Expr, after: Expr, letters: Mapping[str, Expr]) -> tuple[Expr, Expr]:
    """Both sides with the letters put in."""
    return (substituted(before, letters), substituted(after, letters)) if letters else (before, after)


__all__ = ["placed", "signed_letters"]

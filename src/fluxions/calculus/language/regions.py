"""Sets in the reader: ∈, ∩, ∖, ℝ, and `{x | x > 2}`."""

from __future__ import annotations

from fluxions.calculus.expr import INF, And, Expr, Interval, Neg, Set, Sym
from fluxions.calculus.language import build, parts
from fluxions.calculus.language.names import declared
from fluxions.calculus.language.parts import Part, made
from fluxions.calculus.language.tokens import Unread
from fluxions.calculus.regions import Belongs, Intersection, SetBuilder, Without
from fluxions.calculus.vocabulary import Vocabulary

REALS = Interval(Neg(INF), INF, False, False)
EMPTY = Set(())


def reals(part: Part, vocabulary: Vocabulary) -> Part:
    """R is the set of all real numbers where the question declares no R."""
    if part.expr == Sym("R") and "R" not in declared(vocabulary):
        return Part(REALS, part.start, part.end)
    return part


def as_set(part: Part, vocabulary: Vocabulary) -> Part:
    """A pair in brackets as an interval, R as the reals: what stands beside ∈, ∪, ∩ and ∖."""
    return reals(build.joined_pair(part), vocabulary)


def belongs(left: Part, right: Part, vocabulary: Vocabulary) -> Part:
    """x ∈ A."""
    within = as_set(right, vocabulary)
    return made(Belongs(left.expr, within.expr), (left, within), left.start, right.end)


def without(left: Part, right: Part, vocabulary: Vocabulary) -> Part:
    r"""A ∖ B."""
    whole, taken = as_set(left, vocabulary), as_set(right, vocabulary)
    return made(Without(whole.expr, taken.expr), (whole, taken), left.start, right.end)


def intersection(left: Part, right: Part, vocabulary: Vocabulary) -> Part:
    """A ∩ B."""
    return parts.joined(Intersection, as_set(left, vocabulary), as_set(right, vocabulary))


def such_that(left: Part, right: Part) -> Part:
    """`x | x > 2` and `x ∈ ℝ | x > 2`, within braces."""
    match left.expr:
        case Sym() as variable:
            return made(SetBuilder(variable, right.expr), (left, right), left.start, right.end)
        case Belongs(Sym() as variable, whole):
            element, within = left.kids
            kids = (element, right, within)
            return made(SetBuilder(variable, right.expr, whole), kids, left.start, right.end)
    message = "A set by a condition is written {form}: the variable, a bar, the condition."
    raise Unread("set-builder", (left.start, left.end), message, form="{x | x > 2}")


def described(items: tuple[Part, ...], start: int, end: int) -> Part | None:
    """The set in braces that is given by a condition, or several with commas between them."""
    first = items[0] if items else None
    if first is None or not isinstance(first.expr, SetBuilder) or first.bracket:
        return None
    if len(items) == 1:
        return Part(first.expr, start, end, first.kids, first.depth, first.size, "{")
    variable, condition, *whole = first.kids
    conditions = (condition, *items[1:])
    both = made(And(_flat(conditions)), (), condition.start, items[-1].end)
    both.depth = 1 + max(each.depth for each in conditions)
    both.size = 1 + sum(each.size for each in conditions)
    part = such_that_all(variable, both, whole)
    return Part(part.expr, start, end, part.kids, part.depth, part.size, "{")


def _flat(conditions: tuple[Part, ...]) -> tuple[Expr, ...]:
    found: list[Expr] = []
    for each in conditions:
        found.extend(each.expr.parts if isinstance(each.expr, And) and not each.bracket else (each.expr,))
    return tuple(found)


def such_that_all(variable: Part, condition: Part, whole: list[Part]) -> Part:
    """The set of the values for which all conditions hold."""
    kids = (variable, condition, *whole)
    return made(
        SetBuilder(variable.expr, condition.expr, *(each.expr for each in whole)),  # type: ignore[arg-type]
        kids, variable.start, condition.end,
    )  # fmt: skip


__all__ = ["EMPTY", "REALS", "as_set", "belongs", "described", "intersection", "reals", "such_that", "without"]

"""Vectors of which only the direction counts: parallel by cross products, the sense by the sign of a product."""

from __future__ import annotations

from itertools import combinations

from fluxions.calculus.answers.question import Question, undecided, wrong
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import ONE, ZERO, Add, Div, Expr, Mul, Neg, num
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.balls import holds, value_at
from fluxions.calculus.numbers.domain import bounds, moved_inside
from fluxions.calculus.numbers.points import liked_points, seeded_points
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Comparison, Different, Equal, Proof, Right, Text, Unknown, Verdict, Witness, Wrong

DIRECTIONS = ("up-to-scale", "up-to-positive-scale", "unit")
Entries = tuple[Expr, ...]
PARALLEL = "Entry {where}: this is not in the right direction."
OPPOSITE = "This is the opposite direction: all signs are reversed."
LENGTH = "The direction is right, but the length is not 1."


def compare_direction(question: Question, given: Entries, wanted: Entries) -> Verdict:
    """A vector against the right one up to a factor, and of length 1 where that is asked."""
    if all(isinstance(_equal(question, each, ZERO), Equal) for each in given):
        return wrong("zero-vector", "The zero vector has no direction.")
    parallel = _parallel(question, given, wanted)
    if not isinstance(parallel, Right):
        return parallel
    if "up-to-scale" not in question.form:
        turned = _sense(question, given, wanted)
        if not isinstance(turned, Right):
            return turned
    if "unit" in question.form:
        match _equal(question, Add((*(Mul((each, each)) for each in given), ZERO)), ONE):
            case Different(_, seen):
                return Wrong("not-unit", Text(LENGTH), seen, "counterexample")
            case Unknown(why):
                return undecided(why)
    return parallel


def _equal(question: Question, a: Expr, b: Expr) -> Comparison:
    return equal(a, b, assume=question.assume, budget=question.budget)


def _parallel(question: Question, given: Entries, wanted: Entries) -> Verdict:
    """aᵢbⱼ = aⱼbᵢ for all pairs."""
    proofs: list[Proof] = []
    for i, j in combinations(range(len(given)), 2):
        match _equal(question, Mul((given[i], wanted[j])), Mul((given[j], wanted[i]))):
            case Equal(certificate):
                proofs.append(certificate)
            case Different(_, seen):
                return _astray(question, given, wanted, (i, j), seen)
            case Unknown(why):
                return undecided(why)
    if len(given) == 1 and not isinstance(_equal(question, wanted[0], ZERO), Different):
        return undecided("direction")
    return Right("equal", "probed" if "probed" in proofs else "polynomial-identity")


def _plain(e: Expr) -> Expr:
    value = rational_value(e)
    return e if value is None else num(value)


def _astray(question: Question, given: Entries, wanted: Entries, pair: tuple[int, int], seen: Witness | None) -> Wrong:
    """The entry that spoils the direction, beside what it would be with the other one as typed."""
    i, j = pair
    if isinstance(_equal(question, wanted[i], ZERO), Equal):
        i, j = j, i
    message = Text(PARALLEL, (("where", str(j + 1)),))
    due = Div(Mul((given[i], wanted[j])), wanted[i])
    match _equal(question, given[j], due):
        case Different(_, shown) if shown is not None:
            at = (("entry", str(j + 1)), *shown.at)
            return Wrong("different-direction", message, Witness(at, shown.answer, shown.expected), "counterexample")
    at = (("entry", str(j + 1)), *(seen.at if seen is not None else ()))
    return Wrong("different-direction", message, Witness(at, ascii(given[j]), ascii(_plain(due))), "counterexample")


def _sense(question: Question, given: Entries, wanted: Entries) -> Verdict:
    """Do parallel vectors point the same way, wherever both are real?"""
    product = Add((*(Mul((a, b)) for a, b in zip(given, wanted, strict=True)), ZERO))
    names = tuple(sorted(symbols(product)))
    signs = set()
    for point in (*liked_points(names), *(seeded_points(names) if names else ())):
        moved = moved_inside(point, bounds(question.assume))
        value = value_at(product, moved, budget=question.budget)
        if value is not None and holds(question.assume, moved) is not False and (value > 0 or value < 0):
            signs.add(1 if value > 0 else -1)
            if signs == {-1}:
                at = tuple((name, str(each)) for name, each in moved.items())
                first = next(i for i, each in enumerate(wanted) if not isinstance(_equal(question, each, ZERO), Equal))
                shown = [ascii(_plain(each)) for each in (given[first], Neg(given[first]))]
                seen = Witness((("entry", str(first + 1)), *at), *shown)
                return Wrong("sign", Text(OPPOSITE), seen, "counterexample")
    return Right() if signs == {1} else undecided("direction")

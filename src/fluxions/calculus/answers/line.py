"""Two statements along one line: does each of them hold at a place?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fluxions.calculus.answers.values import Sign, sign_at
from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import INF, Add, And, Expr, Interval, Neg, Num, Or, Rel, Set, Sym, Union
from fluxions.calculus.numbers.balls import Undefined
from fluxions.calculus.numbers.critical import nowhere
from fluxions.calculus.numbers.parity import signs_in_one_variable
from fluxions.calculus.numbers.place import Place
from fluxions.calculus.numbers.polynomials import OneVariable
from fluxions.calculus.regions import Belongs, Intersection, SetBuilder, Without
from fluxions.calculus.trees import substituted

RATIONAL = 4  # units for the sign of a rational function at a rational number
Truth = bool | None


@dataclass(slots=True)
class Line:
    """Two statements in one variable, and what is assumed of it."""

    answer: Expr
    expected: Expr
    t: Expr  # what the elements of sets stand for
    x: Sym  # the variable of the line
    assume: tuple[Expr, ...]
    budget: Budget
    lenient: bool = False  # are points passed over at which one of them has no value?
    gaps: dict[Expr, tuple[Expr, OneVariable | None, bool]] = field(default_factory=dict)  # as told by `_gap`
    bounds: dict[tuple[Interval, Expr], list[Rel]] = field(default_factory=dict)  # as relations
    here: Place | None = None
    signs: dict[Expr, Sign | None] = field(default_factory=dict)  # of the gaps, at the place looked at

    def truth(self, e: Expr, at: Place, element: Expr) -> Truth:
        """Does the statement hold at a place?"""
        if type(e) is Rel:
            return self._relation(e, at)
        if type(e) is Interval:
            return self._inside(e, at, element)
        match e:
            case And(parts) | Intersection(parts):
                return all_true(self.truth(each, at, element) for each in parts)
            case Or(parts) | Union(parts):
                return _any(self.truth(each, at, element) for each in parts)
            case Set(elements):
                return _any(self.truth(Rel("=", element, each), at, element) for each in elements)
            case Without(whole, taken):
                return all_true([self.truth(whole, at, element), _not(self.truth(taken, at, element))])
            case SetBuilder(x, condition, whole):
                inner = self.truth(substituted(condition, {x.name: element}), at, element)
                return inner if whole is None else all_true([inner, self.truth(whole, at, element)])
            case Belongs(inside, within):
                return self.truth(within, at, inside)
        return None

    def _inside(self, e: Interval, at: Place, element: Expr) -> Truth:
        """Is the place in an interval?"""
        place, low, high = at.value, e.low, e.high
        if type(place) is Num and type(low) is Num and type(high) is Num and element == self.x:
            self.budget.spend(1)
            beyond = place.top * low.bottom - low.top * place.bottom
            if beyond <= 0:
                return beyond == 0 and e.closed_low and (e.closed_high or low.value < high.value)
            left = high.top * place.bottom - place.top * high.bottom
            return left > 0 or (left == 0 and e.closed_high)
        return all_true(self.truth(each, at, element) for each in self._ends(e, element))

    def _ends(self, e: Interval, element: Expr) -> list[Rel]:
        if (e, element) not in self.bounds:
            self.bounds[e, element] = ends(e, element)
        return self.bounds[e, element]

    def _relation(self, e: Rel, at: Place) -> Truth:
        self.budget.spend(1)
        left, right = e.left, e.right
        if type(left) is Sym and type(right) is Num and left.name == self.x.name and type(at.value) is Num:
            place, end = at.value.value, right.value
            return ("0" if place == end else "+" if place > end else "-") in SIGNS[e.op]
        return self.related(e.op, Add((left, Neg(right))), at)

    def related(self, op: str, gap: Expr, at: Place) -> Truth:
        """The truth of `gap op 0`; false where the gap has no value."""
        if at is not self.here:
            self.here, self.signs = at, {}
        if gap not in self.signs:
            self.signs[gap] = self.sign(gap, at)
        sign = self.signs[gap]
        if sign == "undefined" and self.lenient:
            raise Undefined
        if sign is None or sign == "undefined":
            return None if sign is None else False
        return sign in SIGNS[op]

    def sign(self, gap: Expr, at: Place) -> Sign | None:
        """The sign of a gap at a place."""
        gap, plain, never = self._gap(gap)
        if never:
            return "undefined"
        if plain is not None and type(at.value) is Num:
            self.budget.spend(RATIONAL)
            return plain.sign(at.value.value)
        return sign_at(gap, self.x, at, self.budget)

    def _gap(self, gap: Expr) -> tuple[Expr, OneVariable | None, bool]:
        """The first of equal trees, which keeps its tape; the rational function that it is; has it no value at all?"""
        if gap not in self.gaps:
            self.gaps[gap] = gap, signs_in_one_variable(gap, self.x.name), nowhere(gap)
        return self.gaps[gap]


SIGNS: dict[str, tuple[str, ...]] = {
    "=": ("0",), "!=": ("+", "-"), "<": ("-",), "<=": ("-", "0"), ">": ("+",), ">=": ("+", "0"),
}  # fmt: skip


def all_true(values: Iterator[Truth] | list[Truth]) -> Truth:
    """Are all of them true? None where that turns on one that is not known."""
    unsure = False
    for each in values:
        if each is False:
            return False
        unsure = unsure or each is None
    return None if unsure else True


def _any(values: Iterator[Truth]) -> Truth:
    return _not(all_true(_not(each) for each in values))


def _not(value: Truth) -> Truth:
    return None if value is None else not value


def ends(e: Interval, element: Expr) -> list[Rel]:
    """The relations that an element of an interval fulfils; an infinite end asks for nothing."""
    found: list[Rel] = []
    if e.low != Neg(INF):
        found.append(Rel(">=" if e.closed_low else ">", element, e.low))
    if e.high != INF:
        found.append(Rel("<=" if e.closed_high else "<", element, e.high))
    return found


def guards(e: Expr, element: Expr) -> Iterator[Expr]:
    """The differences whose signs decide a statement."""
    match e:
        case Rel(_, left, right):
            yield Add((left, Neg(right)))
        case Interval():
            for end in ends(e, element):
                yield from guards(end, element)
        case Set(elements):
            for each in elements:
                yield Add((element, Neg(each)))
        case Belongs(inside, within):
            yield from guards(within, inside)
        case SetBuilder(x, condition, whole):
            yield from guards(substituted(condition, {x.name: element}), element)
            if whole is not None:
                yield from guards(whole, element)
        case And() | Or() | Union() | Intersection() | Without():
            for each in e.children:
                yield from guards(each, element)

"""Systems of equations: the same real solutions, typed as equations, as values of the unknowns or as points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from fluxions.calculus.answers.elimination import Unfinished, solved, without
from fluxions.calculus.answers.expression import kind_in_words
from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.answers.solutions import without_slopes
from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.witness import printed
from fluxions.calculus.expr import Add, And, Expr, Interval, Matrix, Neg, Or, Piecewise, Rel, Set, Sym, Vector, num
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.balls import Unclear, Undefined, ball, outputs, precision, value_at
from fluxions.calculus.numbers.ideals import (
    BITS,
    Coordinate,
    Point,
    Terms,
    basis,
    impossible,
    real_points,
    terms_of,
)  # fmt: skip
from fluxions.calculus.numbers.polynomials import TooBig, ratio_in
from fluxions.calculus.numbers.tape import NoTape, rational_value, tape
from fluxions.calculus.regions import Belongs
from fluxions.calculus.trees import substituted, symbols
from fluxions.calculus.verdict import Right, Text, Verdict, Witness, Wrong

MOST_CASES = 24
SLICES = (0, 1, 2, -1)
Gaps = tuple[Expr, ...]  # all of them 0
GAINED = "{point} solves yours, but not the right system."
LOST = "A solution of the right system is lost."


@dataclass(frozen=True, slots=True)
class Solutions:
    """All real solutions of one side: points where they are finitely many, the cases in any event."""

    names: tuple[str, ...]
    cases: tuple[Gaps, ...]
    points: tuple[Point, ...] | None


def cases_of(e: Expr, names: Sequence[str]) -> tuple[Gaps, ...] | None:
    """A condition as cases, each a list of differences that are all 0; None where it is no system."""
    match e:
        case Rel("=", left, right) | Belongs(left, right):
            return _equated(left, right, e, names)
        case And(parts):
            found = [cases_of(part, names) for part in parts]
            known = [each for each in found if each is not None]
            if len(known) < len(found):
                return None
            return tuple(tuple(gap for gaps in each for gap in gaps) for each in product(*known))
        case Piecewise(branches, None):  # equations one below the other after a brace
            return cases_of(And(tuple(row for condition, value in branches for row in (condition, value))), names)
        case Or(parts) | Set(parts):
            return _either([cases_of(part, names) for part in parts])
    entries = _entries(e)
    if entries is None and len(names) == 1 and not isinstance(e, (Rel, And, Or, Set, Interval)):
        entries = (e,)
    if entries is None or len(entries) != len(names):
        return None
    return (tuple(Add((Sym(name), Neg(value))) for name, value in zip(names, entries, strict=True)),)


def _equated(left: Expr, right: Expr, e: Expr, names: Sequence[str]) -> tuple[Gaps, ...] | None:
    """An equation, of numbers or of vectors entry by entry, or a point within a set of points."""
    mine, yours = _entries(left), _entries(right)
    if isinstance(e, Belongs) or isinstance(right, Set):
        order = [each.name for each in mine or (left,) if isinstance(each, Sym)]
        return cases_of(right, order) if isinstance(right, Set) and len(order) == len(mine or (left,)) else None
    if mine is None and yours is None:
        return ((Add((left, Neg(right))),),)
    if mine is None or yours is None or len(mine) != len(yours):
        return None
    return (tuple(Add((a, Neg(b))) for a, b in zip(mine, yours, strict=True)),)


def _either(found: list[tuple[Gaps, ...] | None]) -> tuple[Gaps, ...] | None:
    if any(each is None for each in found):
        return None
    return tuple(gaps for each in found if each is not None for gaps in each)


def _entries(e: Expr) -> tuple[Expr, ...] | None:
    match e:
        case Vector(entries):
            return entries
        case Matrix(rows) if all(len(row) == 1 for row in rows):
            return tuple(row[0] for row in rows)
        case Interval(low, high, closed_low, closed_high) if closed_low == closed_high:
            return low, high
    return None


def compare(question: Question, answer: Expr) -> Verdict:
    """A system against the right one."""
    question, answer = question.about(without_slopes(question.expected)), without_slopes(answer)
    names = _unknowns(question, answer)
    mine, right = cases_of(answer, names), cases_of(question.expected, names)
    if mine is None:
        return wrong("wrong-type", "You gave {given}, a system of equations is wanted.", given=kind_in_words(answer))
    if right is None or len(mine) > MOST_CASES or len(right) > MOST_CASES:
        return undecided("system")
    extra = sorted(symbols(answer) - set(names))
    if extra:
        return _with_parameters(question, answer, mine, right, names, extra)
    return _judged(_side(mine, names, question.budget), _side(right, names, question.budget), question.budget)


def _with_parameters(
    question: Question, answer: Expr, mine: tuple[Gaps, ...], right: tuple[Gaps, ...], names: tuple[str, ...],
    extra: list[str],
) -> Verdict:  # fmt: skip
    """An answer with letters that the question has not: parameters of a line or plane, or wrong names."""
    own = tuple(sorted(symbols(answer)))
    missing = sorted(set(names) - set(own))
    if missing and _points(mine, own, question.budget) is not None:
        slots = {"wanted": ", ".join(names), "typed": ", ".join(extra)}
        return wrong("wrong-variable", "The unknowns are {wanted}, and you use {typed}.", **slots)
    rid = [without(gaps, extra) for gaps in mine]
    left = tuple(gaps for gaps in rid if gaps is not None)
    if missing or len(left) < len(rid):
        return undecided("other-unknowns", "Use the unknowns of the question only.")
    return _judged(_side(left, names, question.budget), _side(right, names, question.budget), question.budget)


def _side(cases: tuple[Gaps, ...], names: tuple[str, ...], budget: Budget) -> Solutions:
    return Solutions(names, cases, _points(cases, names, budget))


def _unknowns(question: Question, answer: Expr) -> tuple[str, ...]:
    """The unknowns in the order in which points name them: by the alphabet."""
    found = sorted(symbols(question.expected)) or sorted(symbols(answer))
    if found:
        return tuple(found)
    first = question.expected.children[0] if isinstance(question.expected, (Set, Or)) else question.expected
    count = len(_entries(first) or (first,))
    return tuple("xyz"[:count]) if count <= 3 else tuple(f"x_{i + 1}" for i in range(count))


def _judged(mine: Solutions, right: Solutions, budget: Budget) -> Verdict:
    """Every point of the one tested in the other; where there are infinitely many, ideals and points on planes."""
    if None in (mine.points, right.points) and _same_ideals(mine, right, budget):
        return Right("equal", "polynomial-identity")
    for these, those, gained in ((mine, right, True), (right, mine, False)):
        for point in these.points if these.points is not None else _sliced(these, budget):
            solved = _solves(point, those, budget)
            if solved is False:
                return _astray(point, these.names, gained)
            if solved is None:
                return undecided("point", "Give the values of the unknowns: we can check that.")
    if mine.points is not None and right.points is not None:
        exact = all(each.exact is not None for point in mine.points for each in point)
        return Right("equal", "polynomial-identity" if exact else "probed")
    return undecided("system", "Give the values of the unknowns: we can check that.")


def _astray(point: Point, names: Sequence[str], gained: bool) -> Wrong:
    """A point that solves one side only."""
    at = tuple((name, _shown(each)) for name, each in zip(names, point, strict=True))
    seen = Witness(at, *(("solves it", "does not") if gained else ("does not", "solves it")))
    where = ", ".join(f"{name} = {value}" for name, value in at)
    message = Text(GAINED, (("point", where),)) if gained else Text(LOST)
    return Wrong("gained-solutions" if gained else "lost-solutions", message, seen, "counterexample")


def _shown(each: Coordinate) -> str:
    if each.exact is not None:
        return str(each.exact)
    with precision(BITS):
        return printed(each.value, 6)


# points


def _points(cases: Sequence[Gaps], names: tuple[str, ...], budget: Budget) -> tuple[Point, ...] | None:
    """All real solutions of all cases; None where they are not finitely many, or not known."""
    found: list[Point] = []
    for gaps in cases:
        points = _of_case(gaps, names, budget)
        if points is None:
            return None
        found += points
    return tuple(found)


def _of_case(gaps: Gaps, names: tuple[str, ...], budget: Budget) -> tuple[Point, ...] | None:
    try:
        tops, _ = _polynomials(gaps, names)
        points = real_points(tops, len(names), budget)
    except TooBig:
        points = _by_substitution(gaps, names, budget)
    return (
        None if points is None else tuple(each for each in points if _all_zero(gaps, names, each, budget) is not False)
    )


def _by_substitution(gaps: Gaps, names: tuple[str, ...], budget: Budget) -> tuple[Point, ...] | None:
    try:
        found = solved(gaps, names, budget)
    except Unfinished:
        return None
    points = [tuple(_coordinate(values[name]) for name in names) for values in found]
    known = tuple(tuple(each for each in point if each is not None) for point in points)
    return known if all(len(point) == len(names) for point in known) else None


def _coordinate(value: Expr) -> Coordinate | None:
    exact = rational_value(value)
    with precision(BITS):
        near = ball(exact) if exact is not None else value_at(value, {}, BITS)
    return None if near is None else Coordinate(near, exact)


def _polynomials(gaps: Gaps, names: tuple[str, ...]) -> tuple[list[Terms], list[Terms]]:
    """The tops and the bottoms that are no constants."""
    pairs = [ratio_in(gap, names) for gap in gaps]
    return [terms_of(top) for top, _ in pairs], [terms_of(below) for _, below in pairs if not below.is_constant()]


def _solves(point: Point, side: Solutions, budget: Budget) -> bool | None:
    """Does a point solve the other side? Compared with its points where they are known."""
    if side.points is not None:
        return any(all(map(Coordinate.same, point, each)) for each in side.points)
    found = [_all_zero(gaps, side.names, point, budget) for gaps in side.cases]
    return True if True in found else None if None in found else False


def _all_zero(gaps: Gaps, names: Sequence[str], point: Point, budget: Budget) -> bool | None:
    """Are all differences 0 at the point? False is proved; None where one has no value that we can tell."""
    values = dict(zip(names, point, strict=True))
    exact = {name: num(each.exact) for name, each in values.items() if each.exact is not None}
    sure = True
    for gap in gaps:
        try:
            program = tape(substituted(gap, exact))
            budget.spend(len(program.code) * 6)
            with precision(BITS):
                value = outputs(program, {name: each.value for name, each in values.items()})[0]
        except Undefined:
            return False
        except (Unclear, NoTape):
            sure = False
            continue
        if not value.contains(0):
            return False
    return True if sure else None


# infinitely many solutions


def _sliced(side: Solutions, budget: Budget) -> Iterator[Point]:
    """Some of infinitely many solutions: those with simple values of the unknowns that may be chosen."""
    for gaps in side.cases:
        whole = _of_case(gaps, side.names, budget)
        if whole is not None:
            yield from whole
            continue
        for chosen in _choices(side.names):
            fixed = tuple(Add((Sym(name), Neg(num(value)))) for name, value in chosen)
            yield from _of_case((*gaps, *fixed), side.names, budget) or ()


def _choices(names: Sequence[str]) -> Iterator[tuple[tuple[str, int], ...]]:
    """One unknown fixed, then two, then three, at several values."""
    for name in names:
        for value in SLICES:
            yield ((name, value),)
    for i, first in enumerate(names):
        for second in names[i + 1 :]:
            for a, b in ((0, 0), (1, 0), (0, 1), (1, 2)):
                yield ((first, a), (second, b))


def _same_ideals(mine: Solutions, right: Solutions, budget: Budget) -> bool:
    """Has every case of the one a case of the other with the same Gröbner basis?"""
    try:
        found = [{_ideal(gaps, side.names, budget) for gaps in side.cases} for side in (mine, right)]
    except TooBig:
        return False
    return found[0] == found[1]


def _ideal(gaps: Gaps, names: tuple[str, ...], budget: Budget) -> object:
    tops, bottoms = _polynomials(gaps, names)
    if any(not impossible([*tops, below], len(names), budget) for below in bottoms):
        raise TooBig  # a solution of the polynomials where the equations have a pole
    return basis(tops, len(names), budget)


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example("x^2 + 1", "wrong"), Example(f"{text} (", "unreadable"))


SYSTEM = AnswerType("system", "a system of equations", compare, _examples)

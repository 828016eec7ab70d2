"""Equations, inequalities, intervals: the same solutions, or a point that solves one of them only."""

from __future__ import annotations

from fluxions.calculus.answers.expression import kind_in_words
from fluxions.calculus.answers.factors import lone_zeros, spare_zeros, unmatched
from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.answers.truth import SETS, SPARE, STATEMENTS, Agree, Apart, Found, Unsure, compared, named
from fluxions.calculus.answers.values import sign_of
from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.complex_mode import constant_multiple
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.ratio import constant_ratio
from fluxions.calculus.equality.shared_domain import agreement
from fluxions.calculus.expr import (
    TURNED,
    Add,
    And,
    Diff,
    Expr,
    Fn,
    Interval,
    Matrix,
    Neg,
    Or,
    Rel,
    Set,
    Sym,
    Union,
    Vector,
    num,
)
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.complexes import is_complex
from fluxions.calculus.numbers.critical import restrictions
from fluxions.calculus.numbers.polynomials import TooBig
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.regions import Belongs
from fluxions.calculus.trees import nodes, substituted, symbols
from fluxions.calculus.verdict import Different, Equal, Right, Text, Verdict, Witness, Wrong
from fluxions.calculus.vocabulary import FUNCTIONS

ENDS = {
    ("left", True): "The left end belongs to it: use a square bracket.",
    ("left", False): "The left end does not belong to it: use a round bracket.",
    ("right", True): "The right end belongs to it: use a square bracket.",
    ("right", False): "The right end does not belong to it: use a round bracket.",
}
OPEN = "{point} belongs to the right answer and is missing in yours."
CLOSED = "{point} is in your answer and does not belong to it."
SOLVED = {
    "lost": "A solution is lost: {point} solves the right equation, but not yours.",
    "gained": "A solution is gained: {point} solves your equation, but not the right one.",
}


# inequalities and intervals


def compare_inequality(question: Question, answer: Expr) -> Verdict:
    """An inequality, or a condition made of inequalities, against the right one."""
    return _region(question, answer, "an inequality", "a right answer is an inequality such as x > 2")


def compare_interval(question: Question, answer: Expr) -> Verdict:
    """Intervals, in brackets or as inequalities, against the right ones."""
    return _region(question, answer, "an interval", "write it as (2, 5] or 2 < x <= 5")


def _region(question: Question, answer: Expr, title: str, hint: str) -> Verdict:
    mine, right = _statement(answer), _statement(question.expected)
    if mine is None or (isinstance(mine, Rel) and mine.op == "=" and not _only_points(right)):
        return wrong("wrong-type", "You gave {given}, {title} is wanted.", given=kind_in_words(answer), title=title)
    if right is None:
        return undecided("statement", f"Only {hint}.")
    t = _variable(question, mine, right)
    if t is None:
        return _misnamed(question, mine, right)
    several = len(symbols(mine) | symbols(right)) > 1
    if several and _same_side(question, mine, right):
        return Right("equal", "polynomial-identity")
    found = compared(mine, right, t, question.assume, question.budget)
    if isinstance(found, Unsure) and not several and _same_side(question, mine, right):
        return Right("equal", "polynomial-identity")
    match found:
        case Agree(proved):
            return Right("equal", "polynomial-identity" if proved else "probed")
        case Unsure(why):
            return undecided(why, "Solve it for the variable: we can check that.")
        case Apart():
            return _parted(question, found, mine, right)


def _same_side(question: Question, mine: Expr, right: Expr) -> bool:
    """Is one difference a multiple of the other, by a constant that keeps the inequality, with the same domain?"""
    if not isinstance(mine, Rel) or not isinstance(right, Rel) or "=" in (mine.op, right.op):
        return False
    if restrictions(_gap(mine)) != restrictions(_gap(right)):
        return False
    ratio = constant_ratio(_gap(mine), _gap(right), question.assume, question.budget)
    return ratio is not None and mine.op == (right.op if ratio > 0 else TURNED[right.op])


def _statement(e: Expr) -> Expr | None:
    """What can be true of a number: `or` and `and` between sets alone join them, a bare value is a point."""
    if isinstance(e, (Or, And, Union)):
        parts = tuple(_part(each, joined=isinstance(e, (Or, Union))) for each in e.parts)
        if all(isinstance(each, (*SETS, Vector)) for each in parts):  # of a pair no bracket is known
            return Union(parts)
        return e.rebuilt(parts)
    return e if isinstance(e, STATEMENTS) else None


def _part(e: Expr, *, joined: bool) -> Expr:
    inner = _statement(e)
    if inner is not None:
        return inner
    return Set((e,)) if joined and not isinstance(e, (Vector, Matrix)) else e


def _only_points(e: Expr | None) -> bool:
    match e:
        case Interval(low, high, True, True):
            return low == high
    return isinstance(e, (Set, Union)) or (isinstance(e, Rel) and e.op == "=")


def _of_sets(e: Expr) -> bool:
    """Is it a set, or a condition a part of which is one?"""
    return isinstance(e, SETS) or (isinstance(e, (Or, And)) and any(map(_of_sets, e.parts)))


def _variable(question: Question, mine: Expr, right: Expr) -> Sym | None:
    """The variable that a set's elements stand for; None where another letter than the right one is used."""
    if question.unknown is not None:
        return Sym(question.unknown)
    own = [named(each, SPARE) - {SPARE.name} for each in (mine, right)]
    sets = [_of_sets(each) for each in (mine, right)]
    if sets == [True, True]:
        return SPARE
    if True in sets:
        condition, region = own if sets[1] else reversed(own)
        speaks_of = condition - region or condition
        return Sym(next(iter(speaks_of))) if len(speaks_of) == 1 else SPARE
    return None if own[0] - own[1] and own[1] - own[0] else SPARE


def _misnamed(question: Question, mine: Expr, right: Expr) -> Verdict:
    """The answer speaks of another letter than the question."""
    typed = sorted((named(mine, SPARE) - named(right, SPARE)) - {SPARE.name})
    wanted = sorted((named(right, SPARE) - named(mine, SPARE)) - {SPARE.name})
    if len(typed) == len(wanted) == 1:
        renamed = substituted(mine, {typed[0]: Sym(wanted[0])})
        if isinstance(compared(renamed, right, SPARE, question.assume, question.budget), Agree):
            return wrong("wrong-variable", "The variable is {wanted}, not {typed}.", wanted=wanted[0], typed=typed[0])
    found = compared(mine, right, SPARE, question.assume, question.budget)
    return _parted(question, found, mine, right) if isinstance(found, Apart) else undecided("variable")


def _parted(question: Question, found: Apart, mine: Expr, right: Expr) -> Wrong:
    """A point that is in one of them only; at an end alike around it, the bracket is at fault."""
    seen = Witness(_shown(found), *(("inside", "outside") if found.answer else ("outside", "inside")))
    ends = _single(mine), _single(right)
    if found.edge:
        sentence = CLOSED if found.answer else OPEN
        message = Text(sentence, (("point", _point(found)),))
        if None not in ends:
            side = "left" if ends[1] and _is_low(question, found, ends[1]) else "right"
            message = Text(ENDS[side, not found.answer])
        return Wrong("endpoint-closed" if found.answer else "endpoint-open", message, seen, "counterexample")
    slots = (("point", _point(found)),)
    return Wrong("different-value", Text(CLOSED if found.answer else OPEN, slots), seen, "counterexample")


def _single(e: Expr) -> Interval | None:
    return e if isinstance(e, Interval) else None


def _is_low(question: Question, found: Apart, right: Interval) -> bool:
    value = found.at[0][1]
    return isinstance(value, Expr) and isinstance(equal(value, right.low, budget=question.budget), Equal)


def _shown(found: Apart) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name if name != SPARE.name else "x", value if isinstance(value, str) else ascii(value))
        for name, value in found.at
    )


def _point(found: Apart) -> str:
    shown = _shown(found)
    if len(shown) == 1 and found.at[0][0] == SPARE.name:
        return shown[0][1]
    return ", ".join(f"{name} = {value}" for name, value in shown)


# equations


def compare_equation(question: Question, answer: Expr) -> Verdict:
    """An equation against the right one."""
    expected = question.expected
    points = isinstance(answer, (Set, Belongs)) and len(symbols(expected)) == 1
    if isinstance(answer, (Rel, And)) and not is_equation(answer):
        return _as_condition(question, answer)
    if not points and not is_equation(answer) and (not isinstance(answer, Rel) or answer.op != "="):
        return wrong("wrong-type", "You gave {given}, an equation is wanted.", given=kind_in_words(answer))
    mine, right = (without_slopes(each) for each in (answer, expected))
    names = sorted(symbols(right) | symbols(mine))
    if isinstance(mine, Rel) and isinstance(right, Rel) and len(names) > 1:
        if is_complex(mine) or is_complex(right):
            same = constant_multiple(_gap(mine), _gap(right), question.budget)
            return Right("equal", "probed") if same else _unsettled()
        early = _explicit(question, mine, right) or _proportional(question, mine, right)
        if early is not None:
            return early
    if isinstance(mine, Rel) and isinstance(right, Rel) and len(names) > 1:
        by_factors = _product(mine, right, names, question.budget)
        if isinstance(by_factors, Agree):
            return Right("equal", "polynomial-identity")
    t = Sym(names[0]) if len(names) == 1 else SPARE
    found = compared(mine, right, t, question.assume, question.budget, frozenset(names))
    if isinstance(mine, Rel) and isinstance(right, Rel) and not isinstance(found, Apart):
        if len(names) > 1:
            found = _by_factors(mine, right, names, found)
        elif isinstance(found, Unsure):
            return _proportional(question, mine, right) or _unsettled()
    match found:
        case Agree(proved):
            return Right("equal", "polynomial-identity" if proved else "probed")
        case Unsure():
            return _unsettled()
        case Apart():
            return _renamed(question, mine, right) or _other_solution(found, right)


def is_equation(e: Expr) -> bool:
    """Is it an equation, or alternatives of equations?"""
    return (isinstance(e, Rel) and e.op == "=") or (isinstance(e, Or) and all(map(is_equation, e.parts)))


def _as_condition(question: Question, answer: Expr) -> Verdict:
    """Inequalities that hold at the solutions alone, such as x >= 1 and x <= 1."""
    if isinstance(compared(answer, question.expected, SPARE, question.assume, question.budget), Agree):
        return Right("equal", "probed")
    return wrong("wrong-type", "You gave {given}, an equation is wanted.", given=kind_in_words(answer))


def _renamed(question: Question, mine: Expr, right: Expr) -> Wrong | None:
    """The right equation in another letter."""
    typed, wanted = symbols(mine) - symbols(right), symbols(right) - symbols(mine)
    if len(typed) != 1 or len(wanted) != 1:
        return None
    (before,), (after,) = typed, wanted
    other = substituted(mine, {before: Sym(after)})
    names = symbols(right)
    if not isinstance(compared(other, right, SPARE, question.assume, question.budget, names), Agree):
        return None
    return wrong("wrong-variable", "The variable is {wanted}, not {typed}.", wanted=after, typed=before)


def _unsettled() -> Verdict:
    return undecided("equation", "Solve it for one variable: we can check that.")


def _product(mine: Rel, right: Rel, names: list[str], budget: Budget) -> Found:
    """Both as products of the same factors, but for some that have no zeros, or none that the other side has not."""
    gaps = _gap(mine), _gap(right)
    for factor in unmatched(*gaps):
        points = lone_zeros(factor, names, budget)
        if points is None:
            return Unsure("factors")
        for point in points:
            at = {name: num(value) for name, value in zip(names, point, strict=True)}
            if any(sign_of(substituted(gap, at), budget) != "0" for gap in gaps):
                return Unsure("factors")
    return Agree(True)


def _by_factors(mine: Rel, right: Rel, names: list[str], seen: Agree | Unsure) -> Found:
    """Lines may miss single points: those at which a factor is 0 that only one of two polynomials has."""
    gaps = _gap(mine), _gap(right)
    try:
        points = spare_zeros(*gaps, names)
    except TooBig:
        return seen
    if points is None:
        return Unsure("factors")
    for point in points:
        at = {name: num(value) for name, value in zip(names, point, strict=True)}
        zero = [rational_value(substituted(gap, at)) == 0 for gap in gaps]
        if zero[0] != zero[1]:
            return Apart(tuple(at.items()), zero[0], False)
    return Agree(True)


def _explicit(question: Question, answer: Rel, expected: Rel) -> Verdict | None:
    """Both in the form name = formula: the formulas are compared."""
    mine, right = _solved(answer), _solved(expected)
    if mine is None or right is None or mine[0] != right[0]:
        return None
    match equal(mine[1], right[1], assume=question.assume, domain=question.domain, budget=question.budget):
        case Equal(certificate, True, outside):
            return Right("different-domain", certificate, agreement(mine[1], right[1], outside))
        case Equal(certificate):
            return Right("equal", certificate)
        case Different(_, seen):
            verdict = wrong("different-value", "The formula for {name} is not the right one.", name=ascii(mine[0]))
            return Wrong(verdict.reason, verdict.message, seen, "counterexample")
    return None


def _solved(e: Rel) -> tuple[Expr, Expr] | None:
    for name, value in ((e.left, e.right), (e.right, e.left)):
        if isinstance(name, Sym) and name.name not in symbols(value):
            return name, value
        if isinstance(name, Fn) and len(name.args) == 1 and isinstance(name.args[0], Sym):
            return name, value
    return None


def _proportional(question: Question, answer: Rel, expected: Rel) -> Verdict | None:
    """One difference is a constant multiple of the other."""
    ratio = constant_ratio(_gap(answer), _gap(expected), question.assume, question.budget)
    return None if ratio is None else Right("equal", "polynomial-identity")


def _gap(e: Rel) -> Expr:
    return Add((e.left, Neg(e.right)))


def without_slopes(e: Expr) -> Expr:
    """y', dy/dx and f(x) as unknowns of their own."""
    if not any(isinstance(node, (Diff, Fn)) for node in nodes(e)):
        return e
    if isinstance(e, Diff) and _order(e) is not None:
        return Sym(str(_order(e)))
    if isinstance(e, Fn) and e.name not in FUNCTIONS:
        return Sym(ascii(e))
    return e.rebuilt(tuple(without_slopes(each) for each in e.children))


def _order(e: Expr) -> str | None:
    """y' and y'' for the derivatives of a symbol."""
    match e:
        case Diff(Sym(name)):
            return f"{name}'"
        case Diff(Diff() as inner, x) if x == inner.variable:
            found = _order(inner)
            return None if found is None else f"{found}'"
    return None


def _other_solution(found: Apart, right: Expr) -> Wrong:
    seen = Witness(_shown(found), *(("solves it", "does not") if found.answer else ("does not", "solves it")))
    message = Text(SOLVED["gained" if found.answer else "lost"], (("point", _point(found)),))
    return Wrong("gained-solutions" if found.answer else "lost-solutions", message, seen, "counterexample")


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example("x^2 + 1", "wrong"), Example(f"{text} (", "unreadable"))


def _interval_examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example("x^2 + 1", "wrong"), Example("", "unreadable"))


EQUATION = AnswerType("equation", "an equation", compare_equation, _examples)
INEQUALITY = AnswerType("inequality", "an inequality", compare_inequality, _examples)
INTERVAL = AnswerType("interval", "an interval", compare_interval, _interval_examples)

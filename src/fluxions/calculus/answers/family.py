"""Families of solutions: with all values of their constants, the same functions, whatever the constants are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from fluxions.calculus.answers.expression import kind_in_words
from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.answers.values import sign_of
from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.shared_domain import agreement
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import Add, Diff, Expr, Fn, Neg, Num, Rel, Sym, num
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.balls import Ball, value_at
from fluxions.calculus.numbers.critical import places
from fluxions.calculus.numbers.points import seeded_points
from fluxions.calculus.trees import free_of, mapped, substituted, symbols
from fluxions.calculus.verdict import Different, Equal, Right, Text, Unknown, Verdict, Witness, Wrong

MOST_CONSTANTS = 4
TRIES = 4  # sets of points
BITS = 256
STARTS = (0, 1, 2, 3)  # where the constant is solved for
MEMBERS = tuple(Fraction(each) for each in ("1", "-2", "1/2", "3"))
MISSING = "The family is not complete: {member} is a solution, and no value of your constants gives it."
FOREIGN = "For {constants} your formula is no solution."


@dataclass(frozen=True, slots=True)
class Family:
    """A formula and the names of its constants."""

    formula: Expr
    constants: tuple[str, ...]

    def member(self, values: dict[str, Expr]) -> Expr:
        """The function that these constants give."""
        return substituted(self.formula, values)


def compare(question: Question, answer: Expr) -> Verdict:
    """A family of functions against the right one."""
    formula = _formula(question, answer)
    if formula is None:
        return wrong("wrong-type", "You gave {given}, a formula with constants is wanted.", given=kind_in_words(answer))
    expected = _formula(question, question.expected) or question.expected
    variables = question.variables or symbols(expected) - _letters(expected)
    right = Family(expected, tuple(sorted(symbols(expected) - variables)))
    mine = Family(formula, tuple(sorted(symbols(formula) - variables)))
    if len(mine.constants) > MOST_CONSTANTS or not right.constants:
        return undecided("constants")
    if len(mine.constants) < len(right.constants):
        return _too_few(question, mine, right)
    renamed = _renamed(question, mine, right)
    if renamed is not None:
        return renamed
    linear = [_basis(each, question.budget) for each in (mine, right)]
    if linear[0] is not None and linear[1] is not None:
        return _spans(question, mine, right, linear[0], linear[1])
    if len(mine.constants) == len(right.constants) == 1:
        return _members(question, mine, right)
    return undecided("constants", "Write the constants so that they enter as factors, as in C*e^x.")


def _formula(question: Question, e: Expr) -> Expr | None:
    """The right side of `y = …`."""
    match e:
        case Rel("=", Sym() | Fn(_, (Sym(),)), value):
            return value
        case Rel():
            return None
    return e


def _letters(e: Expr) -> frozenset[str]:
    """Names that are constants where the caller declares no variables: capital letters, c and k, with an index."""
    return frozenset(name for name in symbols(e) if name[0].isupper() or name[0] in "ck")


def _too_few(question: Question, mine: Family, right: Family) -> Verdict:
    """One constant short: a member of the right family that the answer cannot give would prove it."""
    if mine.constants:
        return wrong("missing-constant", "A constant is missing: {count} are wanted.", count=str(len(right.constants)))
    for value in MEMBERS:
        member = right.member({name: num(value + i) for i, name in enumerate(right.constants)})
        if isinstance(equal(mine.formula, member, budget=question.budget), Equal):
            break
    return wrong("missing-constant", "This is one solution. All of them are wanted: with a constant.")


def _renamed(question: Question, mine: Family, right: Family) -> Right | None:
    """The same formula with other letters."""
    if len(mine.constants) != len(right.constants):
        return None
    for order in permutations(right.constants):
        put = {name: Sym(other) for name, other in zip(mine.constants, order, strict=True)}
        found = equal(substituted(mine.formula, put), right.formula, assume=question.assume, budget=question.budget)
        if isinstance(found, Equal):
            if not found.domains_differ:
                return Right("equal", found.certificate)
            note = agreement(substituted(mine.formula, put), right.formula, found.outside)
            return Right("different-domain", found.certificate, note)
    return None


# families that are linear in their constants


def _basis(family: Family, budget: Budget) -> tuple[Expr, tuple[Expr, ...]] | None:
    """The member with all constants 0 and the functions that the constants multiply; None where it is not linear."""
    zero = num(0)
    slopes = tuple(Diff(family.formula, Sym(name)) for name in family.constants)
    for slope in slopes:
        for name in family.constants:
            if not isinstance(equal(Diff(slope, Sym(name)), zero, budget=budget), Equal):
                return None
    at_zero = dict.fromkeys(family.constants, zero)
    free = [substituted(family.formula, at_zero)]
    units = [substituted(family.formula, at_zero | {name: num(1)}) for name in family.constants]
    return free[0], tuple(Add((each, Neg(free[0]))) for each in units)


def _spans(
    question: Question, mine: Family, right: Family,
    left: tuple[Expr, tuple[Expr, ...]], wanted: tuple[Expr, tuple[Expr, ...]],
) -> Verdict:  # fmt: skip
    """Both are a function plus all combinations of some others: the same, if each lies in the other's span."""
    basis = wanted[1]
    particular = Add((left[0], Neg(wanted[0])))
    for function, says in [(particular, "particular"), *((each, "combination") for each in left[1])]:
        inside = _in_span(function, basis, question.budget)
        if inside is None:
            return undecided("constants")
        if not inside:
            return _foreign(mine, says)
    rank = _independent(left[1], len(basis), question.budget)
    if rank is None:
        return undecided("constants")
    if not rank:
        sentence = "Your constants can be put together to fewer: {count} independent ones are wanted."
        return wrong("missing-constant", sentence, count=str(len(basis)))
    note = Text("One constant less would do.") if len(left[1]) > len(basis) else None
    return Right("equal", "probed", note)


def _foreign(mine: Family, says: str) -> Wrong:
    values = ", ".join(f"{name} = {0 if says == 'particular' else 1}" for name in mine.constants)
    return wrong("different-value", FOREIGN, constants=values)


def _rows(functions: Sequence[Expr], count: int, seed: int, budget: Budget) -> list[list[Ball]] | None:
    """The values of some functions at `count` points."""
    names = tuple(sorted(frozenset().union(*(symbols(each) for each in functions))))
    rows: list[list[Ball]] = []
    for phase in (0, 2):
        for point in seeded_points(names, 14, seed=seed, phase=phase):
            row = [value_at(each, point, BITS, budget) for each in functions]
            if all(each is not None and each.is_finite() for each in row):
                rows.append(row)
            if len(rows) == count:
                return rows
    return None


def _determinant(rows: list[list[Ball]]) -> Ball:
    if len(rows) == 1:
        return rows[0][0]
    total = rows[0][0] * 0
    for i, first in enumerate(rows[0]):
        minor = _determinant([row[:i] + row[i + 1 :] for row in rows[1:]])
        total = total - first * minor if i % 2 else total + first * minor
    return total


def _in_span(function: Expr, basis: tuple[Expr, ...], budget: Budget) -> bool | None:
    """Is a function a combination of others? False is proved by a determinant that is not 0."""
    seen = 0
    for seed in range(TRIES):
        rows = _rows((*basis, function), len(basis) + 1, seed, budget)
        if rows is None:
            continue
        if not _determinant(rows).contains(0):
            return False
        if not _determinant([row[:-1] for row in rows[:-1]]).contains(0):
            seen += 1
    return True if seen >= TRIES - 1 else None


def _independent(functions: tuple[Expr, ...], rank: int, budget: Budget) -> bool | None:
    """Have the functions at least this rank? True is proved by a minor that is not 0."""
    seen = 0
    for seed in range(TRIES):
        rows = _rows(functions, rank, seed, budget)
        if rows is None:
            continue
        seen += 1
        for columns in _choices(len(functions), rank):
            if not _determinant([[row[i] for i in columns] for row in rows]).contains(0):
                return True
    return False if seen >= TRIES - 1 else None


def _choices(count: int, rank: int) -> Iterator[tuple[int, ...]]:
    return (each for each in permutations(range(count), rank) if list(each) == sorted(each))


# families with one constant, wherever it stands


def _members(question: Question, mine: Family, right: Family) -> Verdict:
    """Members of each are looked for in the other: the constant is solved for at one point and tried at all."""
    unsure = False
    for one, other, reason in ((right, mine, "missing"), (mine, right, "foreign")):
        for value in MEMBERS:
            member = one.member({one.constants[0]: num(value)})
            found = _member_of(question, member, other)
            unsure = unsure or found is None
            if found is False:
                return _no_member(one, value, member, reason)
    return undecided("constants") if unsure else Right("equal", "probed")


def _no_member(one: Family, value: Fraction, member: Expr, reason: str) -> Wrong:
    at = ((one.constants[0], str(value)),)
    if reason == "foreign":
        return wrong("different-value", FOREIGN, constants=f"{one.constants[0]} = {value}")
    seen = Witness(at, "not there", ascii(member))
    return Wrong("missing-members", Text(MISSING, (("member", ascii(member)),)), seen)


def _member_of(question: Question, member: Expr, family: Family) -> bool | None:
    """Does some value of the constant give this function? None where that cannot be told."""
    constant = Sym(family.constants[0])
    names = tuple(sorted(symbols(member) | (symbols(family.formula) - {constant.name})))
    for x in STARTS:
        at = {name: num(x + i) for i, name in enumerate(names)}
        if value_at(substituted(member, at), {}, budget=question.budget) is None:
            continue
        gap = mapped(tidied(Add((substituted(family.formula, at), Neg(substituted(member, at))))), _folded)
        if free_of(gap, constant):
            if sign_of(gap, question.budget) in ("+", "-"):
                return False
            continue
        solved = places([gap], constant, question.budget)
        if not solved.complete or any(each.value is None for each in solved.points):
            continue
        tried = [_is(question, member, family, each.value) for each in solved.points if each.value is not None]
        if any(tried):
            return True
        return None if None in tried else False
    return None


def _folded(node: Expr) -> Expr:
    """A constant that is a whole number, such as ln 1, as that number."""
    if symbols(node) or isinstance(node, Num):
        return node
    value = value_at(node, {})
    whole = value is not None and value.is_exact() and value.is_integer()
    return num(int(value.unique_fmpz())) if whole and value is not None else node


def _is(question: Question, member: Expr, family: Family, value: Expr) -> bool | None:
    made = family.member({family.constants[0]: value})
    match equal(made, member, assume=question.assume, budget=question.budget):
        case Equal():
            return True
        case Different():
            return False
        case Unknown():
            return None


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example("x^2 + 12345", "wrong"), Example(f"{text} (", "unreadable"))


FAMILY = AnswerType("family", "a family of solutions", compare, _examples)

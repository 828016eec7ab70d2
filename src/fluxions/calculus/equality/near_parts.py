"""Near misses within a formula: a root's sign, the base of a logarithm, a power, a term, two letters."""

from __future__ import annotations

from itertools import combinations

from fluxions.calculus.equality.near_case import Case, NearMiss
from fluxions.calculus.expr import Add, Expr, Fn, Neg, Num, Pow, Root, Sym, num
from fluxions.calculus.numbers.balls import PROBE, precision
from fluxions.calculus.trees import kinds, mapped, nodes, substituted, symbols
from fluxions.calculus.verdict import Text

MOST_TERMS = 6
MOST_LETTERS = 4
TWO = num(2)
TEN = num(10)


def conjugate(case: Case) -> NearMiss | None:
    """A number whose square root has the other sign."""
    if symbols(case.expected):
        return None
    for root in {each for each in nodes(case.expected) if isinstance(each, Root) and each.degree == TWO}:
        turned = mapped(case.expected, lambda each, root=root: Neg(each) if each == root else each)  # type: ignore[misc]
        if case.same(case.answer, turned) and not case.same(case.answer, Neg(case.expected)):
            return NearMiss("conjugate", Text("The root has the other sign in the right answer."))
    return None


def logarithm(case: Case) -> NearMiss | None:
    """ln where the logarithm to base 10 is meant, or the other way round."""
    if kinds(case.answer).isdisjoint(("ln", "log")):
        return None
    for wanted, change in (("10", _common), ("e", _natural)):
        changed = mapped(case.answer, change)
        if changed != case.answer and case.same(changed, case.expected):
            return NearMiss("wrong-log", Text("The logarithm has the base {base} here.", (("base", wanted),)))
    return None


def _common(e: Expr) -> Expr:
    return Fn("log", (e.args[0], TEN)) if isinstance(e, Fn) and e.name == "ln" else e


def _natural(e: Expr) -> Expr:
    tens = isinstance(e, Fn) and e.name == "log" and e.args[1:] == (TEN,)
    return Fn("ln", e.args[:1]) if tens and isinstance(e, Fn) else e


def power(case: Case) -> NearMiss | None:
    """The square of the right answer, or a root of it."""
    if case.may_be(lambda left, right: left - right**2) and case.same(case.answer, Pow(case.expected, TWO)):
        return NearMiss("squared", Text("This is the square of the right answer."))
    turned = case.may_be(lambda left, right: left**2 - right)
    if turned and not isinstance(case.answer, Num) and case.same(Pow(case.answer, TWO), case.expected):
        return NearMiss("rooted", Text("The square of your answer is the right one."))
    return None


def one_term(case: Case) -> NearMiss | None:
    """One term of a sum too few or too many."""
    if not symbols(case.expected):
        return None
    rows = (
        (NearMiss("missing-term", Text("One term is missing.")), case.expected, case.answer),
        (NearMiss("extra-term", Text("One term is too many.")), case.answer, case.expected),
    )
    for near, longer, other in rows:
        if isinstance(longer, Add) and len(longer.terms) <= MOST_TERMS:
            for i in _likely(case, longer):
                rest = (*longer.terms[:i], *longer.terms[i + 1 :])
                if case.same(other, rest[0] if len(rest) == 1 else Add(rest)):
                    return near
    return None


def _likely(case: Case, longer: Add) -> list[int]:
    """The terms that may be what the longer sum has more, going by the first point."""
    values, sign = case.terms(longer), 1 if longer is case.answer else -1
    places = range(len(longer.terms))
    if values is None:
        return list(places)
    with precision(PROBE):
        return [i for i in places if case.may_be(lambda left, right, i=i: sign * (left - right) - values[i])]  # type: ignore[misc]


def letters(case: Case) -> NearMiss | None:
    """The right formula with two letters in each other's place."""
    names = sorted(symbols(case.expected) | symbols(case.answer))
    if len(names) > MOST_LETTERS:
        return None
    for a, b in combinations(names, 2):
        if case.may_swap(a, b) and case.same(substituted(case.answer, {a: Sym(b), b: Sym(a)}), case.expected):
            return NearMiss("swapped-letters", Text("{a} and {b} are in each other's place.", (("a", a), ("b", b))))
    return None

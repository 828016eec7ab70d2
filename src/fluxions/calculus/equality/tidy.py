"""The gentle clean-up that a teacher does without comment: 1·x, x + 0, 2·3, like terms, one fraction.

Every entry of TIDY rewrites one node and keeps its value wherever both sides are defined. Nothing expands,
factors or looks for a cleverer form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from fluxions.calculus.equality.tidy_products import PRODUCTS
from fluxions.calculus.equality.tidy_values import VALUES
from fluxions.calculus.expr import Add, Expr, Neg, Num
from fluxions.calculus.equality.coefficients import coefficient, scaled
from fluxions.calculus.trees import Path, canonical_key, replaced


class Tidying(NamedTuple):
    """A named clean-up of one node."""

    name: str
    says: str
    rewrite: Callable[[Expr], Expr | None]
    silent: bool = True


def flatten_sum(e: Expr) -> Expr | None:
    """a + (b + c) = a + b + c, and a − (b − c) = a − b + c."""
    match e:
        case Add(terms) if any(_is_sum(term) for term in terms):
            return Add(tuple(each for term in terms for each in _spread(term)))
    return None


def _is_sum(term: Expr) -> bool:
    return isinstance(term, Add) or (isinstance(term, Neg) and isinstance(term.arg, Add))


def _spread(term: Expr) -> tuple[Expr, ...]:
    match term:
        case Add(terms):
            return terms
        case Neg(Add(terms)):
            return tuple(each.arg if isinstance(each, Neg) else Neg(each) for each in terms)
    return (term,)


def drop_zero(e: Expr) -> Expr | None:
    """a + 0 = a."""
    match e:
        case Add(terms) if any(_zero(term) for term in terms):
            return _sum(tuple(term for term in terms if not _zero(term)))
        case Add((only,)):
            return only
    return None


def _zero(e: Expr) -> bool:
    return isinstance(e, Num) and e.value == 0 or (isinstance(e, Neg) and _zero(e.arg))


def _sum(terms: tuple[Expr, ...]) -> Expr:
    if not terms:
        return Num(0)
    return terms[0] if len(terms) == 1 else Add(terms)


def like_terms(e: Expr) -> Expr | None:
    """2u + 3u = 5u; numbers are added up."""
    if not isinstance(e, Add):
        return None
    order: list[tuple[object, ...]] = []
    found: dict[tuple[object, ...], tuple[Fraction, Expr | None]] = {}
    for term in e.terms:
        number, rest = coefficient(term)
        key = () if rest is None else canonical_key(rest)
        if key in found:
            found[key] = (found[key][0] + number, found[key][1])
        else:
            order.append(key)
            found[key] = (number, rest)
    if len(order) == len(e.terms):
        return None
    return _sum(tuple(scaled(*found[key]) for key in order if found[key][0] != 0))


SUMS = (
    Tidying("flatten-sum", "Leave out the brackets.", flatten_sum),
    Tidying("drop-zero", "Adding zero changes nothing.", drop_zero),
    Tidying("like-terms", "Collect like terms.", like_terms, silent=False),
)
TIDY: tuple[Tidying, ...] = (*(Tidying(*each) for each in VALUES), *SUMS, *(Tidying(*each) for each in PRODUCTS))


class Tidied(NamedTuple):
    """One clean-up applied at a place."""

    by: Tidying
    at: Path
    before: Expr
    after: Expr


def tidyings(e: Expr, limit: int = 400) -> Iterator[Tidied]:
    """The clean-ups that lead from e to its tidy form, children first; at most `limit` of them."""
    for _ in range(limit):
        step = _first(e, ())
        if step is None:
            return
        yield step
        e = replaced(e, step.at, step.after)


def tidied(e: Expr) -> Expr:
    """The tidy form of e."""
    for step in tidyings(e):
        e = replaced(e, step.at, step.after)
    return e


_TIDY_NODES: set[Expr] = set()  # nodes known to be tidy: a cache of facts, emptied when it is full


def _first(e: Expr, path: Path) -> Tidied | None:
    if e in _TIDY_NODES:
        return None
    for index, child in enumerate(e.children):
        inner = _first(child, (*path, index))
        if inner is not None:
            return inner
    for tidying in TIDY:
        after = tidying.rewrite(e)
        if after is not None and after != e:
            return Tidied(tidying, path, e, after)
    if len(_TIDY_NODES) > 20_000:
        _TIDY_NODES.clear()
    _TIDY_NODES.add(e)
    return None


__all__ = ["TIDY", "Tidied", "Tidying", "tidied", "tidyings"]

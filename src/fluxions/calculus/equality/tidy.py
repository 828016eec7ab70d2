"""The clean-up a teacher does between the steps: 1·x, x + 0, 2·3, like terms, one fraction, a common factor.

Every entry of TIDY rewrites one node and keeps its value wherever both sides are defined. Entries that multiply out
or take out a factor fire only where the result is shorter, so that no two of them undo each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import is_
from typing import NamedTuple

from fluxions.calculus.equality.tidy_brackets import BRACKETS
from fluxions.calculus.equality.tidy_branches import BRANCHES
from fluxions.calculus.equality.tidy_gamma import GAMMA
from fluxions.calculus.equality.tidy_products import PRODUCTS
from fluxions.calculus.equality.tidy_sums import SUMS
from fluxions.calculus.equality.tidy_values import VALUES
from fluxions.calculus.expr import Add, Expr, Neg
from fluxions.calculus.trees import Path


class Tidying(NamedTuple):
    """A named clean-up of one node."""

    name: str
    says: str
    rewrite: Callable[[Expr], Expr | None]
    on: tuple[type[Expr], ...]  # the kinds of nodes it is tried on
    silent: bool = True


TIDY: tuple[Tidying, ...] = tuple(
    Tidying(*each) for part in (VALUES, SUMS, PRODUCTS, BRACKETS, BRANCHES, GAMMA) for each in part
)
_FOR: dict[type, tuple[Tidying, ...]] = {
    kind: tuple(each for each in TIDY if kind in each.on) for kind in {kind for each in TIDY for kind in each.on}
}
MOST_STEPS = 400
MOST_FORMS = 20_000


class Tidied(NamedTuple):
    """One clean-up applied at a place."""

    by: Tidying
    at: Path
    before: Expr
    after: Expr


def tidyings(e: Expr) -> Iterator[Tidied]:
    """The clean-ups that lead from e to its tidy form, children first; at most MOST_STEPS of them."""
    steps: list[Tidied] = []
    _tidied(e, (), steps)
    yield from steps


def tidied(e: Expr) -> Expr:
    """The tidy form of e."""
    return _form(e, 0)[0]


_FORMS: dict[Expr, Expr] = {}  # tidy forms, one for all that are equal
_TAKEN: dict[Expr, int] = {}  # the clean-ups that lead there


def _form(e: Expr, done: int) -> tuple[Expr, int]:
    """The tidy form of e where so many clean-ups were done before, and how many were then."""
    start, before = e, done
    while (known := _FORMS.get(e)) is None or done + _TAKEN.get(e, 0) > MOST_STEPS:
        e, done = _with_formed_children(e, done)
        step = _first(e)
        if step is None:
            return (_remembered(start, e, done - before), done) if done < MOST_STEPS else (e, done)
        if done >= MOST_STEPS:
            return e, done
        e, done = step[1], done + 1
    done += _TAKEN.get(e, 0)
    return known if start is e else _remembered(start, known, done - before), done


def _with_formed_children(e: Expr, done: int) -> tuple[Expr, int]:
    """A minus between the terms of a sum belongs to the sum, so that a + (−2) can become a − 2."""
    before = e.children
    after: list[Expr] = []
    for each in before:
        if isinstance(each, Neg) and isinstance(e, Add):
            inner, done = _form(each.arg, done)
            after.append(each if inner is each.arg else Neg(inner))
        else:
            formed, done = _form(each, done)
            after.append(formed)
    return (e if all(map(is_, after, before)) else e.rebuilt(tuple(after))), done


def _tidied(e: Expr, path: Path, steps: list[Tidied]) -> Expr:
    """The tidy form of e at `path`; the steps are added to the list."""
    while (known := _FORMS.get(e)) is None or known != e:
        e = _with_tidy_children(e, path, steps)
        step = _first(e)
        if step is None:
            return _remembered(e, e, 0)
        if len(steps) >= MOST_STEPS:
            return e
        steps.append(Tidied(step[0], path, e, step[1]))
        e = step[1]
    return known


def _with_tidy_children(e: Expr, path: Path, steps: list[Tidied]) -> Expr:
    """A minus between the terms of a sum belongs to the sum, so that a + (−2) can become a − 2."""
    before = e.children
    if not before:
        return e
    if isinstance(e, Add):
        after = tuple(_tidied_term(each, (*path, i), steps) for i, each in enumerate(before))
    else:
        after = tuple(_tidied(each, (*path, i), steps) for i, each in enumerate(before))
    return e if all(map(is_, after, before)) else e.rebuilt(after)


def _tidied_term(term: Expr, path: Path, steps: list[Tidied]) -> Expr:
    if not isinstance(term, Neg):
        return _tidied(term, path, steps)
    inner = _tidied(term.arg, (*path, 0), steps)
    return term if inner is term.arg else Neg(inner)


def _first(e: Expr) -> tuple[Tidying, Expr] | None:
    """The first clean-up that changes e, and what it makes of it."""
    for tidying in _FOR.get(type(e), ()):
        after = tidying.rewrite(e)
        if after is not None and after != e:
            return tidying, after
    return None


def _remembered(e: Expr, form: Expr, taken: int) -> Expr:
    """The tidy form, the same object for all that are equal; e takes so many clean-ups to it."""
    if len(_FORMS) > MOST_FORMS:
        _FORMS.clear()
        _TAKEN.clear()
    form = _FORMS.setdefault(form, form)
    if taken:
        _FORMS[e], _TAKEN[e] = form, taken
    return form


__all__ = ["TIDY", "Tidied", "Tidying", "tidied", "tidyings"]

"""The clean-up a teacher does between the steps: 1·x, x + 0, 2·3, like terms, one fraction, a common factor.

Every entry of TIDY rewrites one node and keeps its value wherever both sides are defined. Entries that multiply out
or take out a factor fire only where the result is shorter, so that no two of them undo each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from fluxions.calculus.equality.tidy_branches import BRANCHES
from fluxions.calculus.equality.tidy_brackets import BRACKETS
from fluxions.calculus.equality.tidy_products import PRODUCTS
from fluxions.calculus.equality.tidy_sums import SUMS
from fluxions.calculus.equality.tidy_values import VALUES
from fluxions.calculus.expr import Add, Const, Expr, Neg, Num, Sym
from fluxions.calculus.trees import Path


class Tidying(NamedTuple):
    """A named clean-up of one node."""

    name: str
    says: str
    rewrite: Callable[[Expr], Expr | None]
    silent: bool = True


TIDY: tuple[Tidying, ...] = tuple(
    Tidying(*each) for part in (VALUES, SUMS, PRODUCTS, BRACKETS, BRANCHES) for each in part
)
MOST_STEPS = 400


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
    return _tidied(e, (), [])


_TIDY_NODES: set[Expr] = set()  # nodes known to be tidy: a cache of facts, emptied when it is full


def _tidied(e: Expr, path: Path, steps: list[Tidied]) -> Expr:
    """The tidy form of e at `path`; the steps are added to the list."""
    while e not in _TIDY_NODES:
        e = _with_tidy_children(e, path, steps)
        step = _first(e, path)
        if step is None:
            _remember(e)
        if step is None or len(steps) >= MOST_STEPS:
            return e
        steps.append(step)
        e = step.after
    return e


def _with_tidy_children(e: Expr, path: Path, steps: list[Tidied]) -> Expr:
    """A minus between the terms of a sum belongs to the sum, so that a + (−2) can become a − 2."""
    if isinstance(e, (Num, Sym, Const)):
        return e
    after = tuple(
        Neg(_tidied(each.arg, (*path, i, 0), steps)) if isinstance(each, Neg) and isinstance(e, Add)
        else _tidied(each, (*path, i), steps)
        for i, each in enumerate(e.children)
    )  # fmt: skip
    return e if after == e.children else e.rebuilt(after)


def _first(e: Expr, path: Path) -> Tidied | None:
    for tidying in TIDY:
        after = tidying.rewrite(e)
        if after is not None and after != e:
            return Tidied(tidying, path, e, after)
    return None


def _remember(e: Expr) -> None:
    if len(_TIDY_NODES) > 20_000:
        _TIDY_NODES.clear()
    _TIDY_NODES.add(e)


__all__ = ["TIDY", "Tidied", "Tidying", "tidied", "tidyings"]

"""Trees of every kind for Hypothesis, over the symbols and functions that VOCABULARY declares."""

from __future__ import annotations

from hypothesis import strategies as st

from fluxions.calculus.expr import (
    Add,
    And,
    At,
    Const,
    Diff,
    Div,
    Expr,
    Fn,
    Int,
    Interval,
    Limit,
    Matrix,
    Mul,
    Neg,
    Num,
    Operator,
    Or,
    Piecewise,
    Pow,
    Rate,
    Rel,
    Root,
    Set,
    Sum,
    Sym,
    Union,
    Vector,
)
from fluxions.calculus.regions import Belongs, Intersection, SetBuilder, Without
from fluxions.calculus.vocabulary import FUNCTIONS, OPERATORS, Vocabulary

NAMES = ("x", "y", "t", "x_1", "theta", "loss", "n", "w_12")
VOCABULARY = Vocabulary(symbols=frozenset(NAMES), functions=frozenset({"f", "g"}))

symbols = st.sampled_from(NAMES).map(Sym)
whole = st.integers(-12, 99).map(Num)
fractions = st.builds(Num, st.integers(-9, 9), st.integers(2, 8))
decimals = st.builds(lambda top, places: Num(top, 10**places, places), st.integers(-999, 999), st.integers(1, 3))
numbers = st.one_of(whole, fractions, decimals)
constants = st.sampled_from(["pi", "e", "i", "inf", "dne"]).map(Const)
leaves = st.one_of(symbols, symbols, numbers, constants)
one_place = sorted(name for name, counts in FUNCTIONS.items() if counts == (1,))
two_places = sorted(name for name, counts in FUNCTIONS.items() if 2 in counts)
orders = st.sampled_from(["=", "<", "<=", ">", ">=", "!="])


def several(trees: st.SearchStrategy[Expr], low: int = 2, high: int = 4) -> st.SearchStrategy[tuple[Expr, ...]]:
    return st.lists(trees, min_size=low, max_size=high).map(tuple)


def arithmetic(trees: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    return st.one_of(
        several(trees).map(Add), several(trees).map(Mul), trees.map(Neg), st.builds(Div, trees, trees),
        st.builds(Pow, trees, st.one_of(trees, numbers)), st.builds(Root, trees, st.one_of(st.just(Num(2)), trees)),
        st.builds(lambda name, u: Fn(name, (u,)), st.sampled_from([*one_place, "f", "g", "f'", "g''"]), trees),
        st.builds(lambda name, u, v: Fn(name, (u, v)), st.sampled_from([*two_places, "f"]), trees, trees),
    )  # fmt: skip


def relations(trees: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    return st.one_of(st.builds(Rel, orders, trees, trees), several(trees).map(And), several(trees).map(Or))


def operators(trees: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    return st.one_of(
        st.builds(Diff, trees, symbols), st.builds(At, trees, symbols, trees),
        st.builds(Rate, trees, symbols, trees, trees),
        st.builds(Limit, trees, symbols, trees, st.sampled_from(["", "+", "-"])), st.builds(Int, trees, symbols),
        st.builds(Int, trees, symbols, trees, trees), st.builds(Sum, trees, symbols, trees, trees),
        st.sampled_from(["grad", "taylor", "norm", "tr", "implicit", "ode"]).flatmap(
            lambda name: st.builds(Operator, st.just(name), several(trees, *OPERATORS[name]))),
        st.builds(lambda pairs, last: Piecewise(tuple(pairs), last),
                  st.lists(st.tuples(st.builds(Rel, orders, trees, trees), trees), min_size=1, max_size=3),
                  st.one_of(st.none(), trees)),
    )  # fmt: skip


def regions(trees: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    intervals = st.builds(Interval, trees, trees, st.booleans(), st.booleans())
    sets = st.one_of(intervals, several(trees, 0, 3).map(Set), several(trees, 1).map(Vector), trees)
    conditions = st.builds(Rel, orders, trees, trees)
    return st.one_of(
        st.builds(SetBuilder, symbols, conditions, st.one_of(st.none(), sets)), st.builds(Without, sets, sets),
        several(sets).map(Intersection), st.builds(Belongs, trees, sets), several(sets).map(Union),
    )  # fmt: skip


def containers(trees: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    intervals = st.builds(Interval, trees, trees, st.booleans(), st.booleans())
    return st.one_of(
        several(trees, 1).map(Vector), several(trees, 0, 3).map(Set), intervals,
        several(st.one_of(intervals, trees)).map(Union),
        st.builds(lambda a, b: Matrix((a, b)), st.tuples(trees, trees), st.tuples(trees, trees)),
        st.builds(lambda a, b: Matrix(((a,), (b,))), trees, trees),
    )  # fmt: skip


scalars = st.recursive(leaves, arithmetic, max_leaves=12)
expressions = st.recursive(
    leaves, lambda trees: st.one_of(arithmetic(trees), arithmetic(trees), operators(trees)), max_leaves=12
)
everything = st.recursive(
    leaves,
    lambda trees: st.one_of(arithmetic(trees), relations(trees), operators(trees), containers(trees), regions(trees)),
    max_leaves=12,
)

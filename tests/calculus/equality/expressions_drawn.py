"""Ordinary real expressions for Hypothesis, sound rewritings of them, and the smallest of mistakes."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from hypothesis import strategies as st

from fluxions.calculus.expr import Add, Const, Diff, Div, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym, fn, num
from fluxions.calculus.trees import Path, node_at, replaced, symbols, walk

x, y, pi, e = Sym("x"), Sym("y"), Const("pi"), Const("e")
numbers = st.one_of(st.integers(-5, 9).map(num), st.builds(Num, st.integers(-7, 7), st.integers(2, 5)))
leaves = st.one_of(st.just(x), st.just(x), st.just(y), numbers, st.just(pi), st.just(e))
NAMES = "sin cos tan arctan ln abs sigmoid tanh relu softplus exp sqrt arcsin sinh".split()


def applied(name: str, u: Expr) -> Expr:
    """A function in the form that the reader gives it."""
    if name == "exp":
        return Pow(e, u)
    return Root(u, num(2)) if name == "sqrt" else fn(name, u)


def larger(trees: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    """One more node on top."""
    return st.one_of(
        st.builds(lambda u, v: Add((u, v)), trees, trees), st.builds(lambda u, v: Add((u, Neg(v))), trees, trees),
        st.builds(lambda u, v: Mul((u, v)), trees, trees), st.builds(Div, trees, trees), trees.map(Neg),
        st.builds(lambda u, n: Pow(u, num(n)), trees, st.integers(-2, 4)),
        st.builds(lambda u, p, q: Pow(u, Num(p, q)), trees, st.integers(1, 3), st.integers(2, 3)),
        st.builds(applied, st.sampled_from(NAMES), trees),
    )  # fmt: skip


expressions = st.recursive(leaves, larger, max_leaves=7)

# sound wherever both sides are real
REWRITINGS: tuple[Callable[[Expr], Expr | None], ...] = (
    lambda u: Add((u, num(1), num(-1))),
    lambda u: Div(Mul((num(6), u)), num(6)),
    lambda u: Neg(Neg(u)),
    lambda u: fn("ln", Pow(e, u)),
    lambda u: Root(Pow(u, num(3)), num(3)),
    lambda u: Div(u, Add((Pow(fn("sin", x), num(2)), Pow(fn("cos", x), num(2))))),
    lambda u: Diff(Mul((Sym("t"), u)), Sym("t")) if "t" not in symbols(u) else None,
    lambda u: Add(u.terms[::-1]) if isinstance(u, Add) else None,
    lambda u: Mul(u.factors[::-1]) if isinstance(u, Mul) else None,
    lambda u: Add(tuple(Mul((u.factors[0], each)) for each in u.factors[1].terms))
    if isinstance(u, Mul) and isinstance(u.factors[1], Add) else None,
    lambda u: Div(num(1), Pow(u.base, Neg(u.exponent))) if isinstance(u, Pow) else None,
    lambda u: fn("cos", Add((Div(pi, num(2)), Neg(u.args[0])))) if isinstance(u, Fn) and u.name == "sin" else None,
    lambda u: Mul((num(2), fn("sin", u.args[0] / 2), fn("cos", u.args[0] / 2)))
    if isinstance(u, Fn) and u.name == "sin" else None,
    lambda u: Root(Pow(u.args[0], num(2)), num(2)) if isinstance(u, Fn) and u.name == "abs" else None,
    lambda u: 1 - fn("sigmoid", Neg(u.args[0])) if isinstance(u, Fn) and u.name == "sigmoid" else None,
    lambda u: 2 * fn("sigmoid", 2 * u.args[0]) - 1 if isinstance(u, Fn) and u.name == "tanh" else None,
)  # fmt: skip

SMALL = (Fraction(1), Fraction(1, 7), Fraction(1, 10**12), Fraction(1, 10**40))
OTHERS = {"sin": "cos", "cos": "sin", "tan": "sin", "ln": "abs", "relu": "abs", "abs": "relu", "tanh": "sigmoid"}


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[Expr, Expr]:
    """An expression and the same one after one or two sound rewritings."""
    start = draw(expressions)
    result = start
    for _ in range(draw(st.integers(1, 2))):
        path, node = draw(st.sampled_from(_places(result)))
        by = draw(st.sampled_from(REWRITINGS))(node)
        if by is not None:
            result = replaced(result, path, by)
    return start, result


@st.composite
def nearly(draw: st.DrawFn) -> tuple[Expr, Expr]:
    """An expression and the same one with one sign, number, exponent or function changed by a little."""
    start = draw(expressions)
    path, node = draw(st.sampled_from(_places(start)))
    step = num(draw(st.sampled_from(SMALL)))
    change: Expr = Add((node, step))
    match node:
        case Add(terms) if draw(st.booleans()):
            change = Add((*terms[:-1], Neg(terms[-1])))
        case Fn(name, args) if name in OTHERS:
            change = Fn(OTHERS[name], args)
        case Pow(u, Num(n)) if draw(st.booleans()):
            change = Pow(u, num(n + 1))
        case _ if draw(st.booleans()):
            change = Mul((node, Add((num(1), step))))
    return start, replaced(start, path, change)


def _places(e_of: Expr) -> list[tuple[Path, Expr]]:
    """Where a rewriting keeps the kind of tree: not below exponents that must stay literals."""
    found = []
    for path, node in walk(e_of):
        above = node_at(e_of, path[:-1]) if path else None
        literal = isinstance(above, (Pow, Root)) and path[-1] == 1 and isinstance(node, Num)
        if not literal and not isinstance(above, Diff):
            found.append((path, node))
    return found

"""Pairs of expressions that are certainly different by little, or certainly the same: mpmath says so before we do."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from fluxions.calculus.expr import (
    Add,
    Const,
    Diff,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Piecewise,
    Pow,
    Rel,
    Root,
    Sym,
    fn,
    num,
)
from fluxions.calculus.trees import Path, node_at, replaced, symbols, walk
from tests.calculus.equality.second_opinion import points, told_apart
from tests.calculus.equality.written_anew import REWRITINGS, by_nothing

X, Y, A = Sym("x"), Sym("y"), Sym("a")
PLAIN = "sin cos tan ln sigmoid tanh softplus relu abs arctan sinh cosh silu erf Phi phi arcsin sec".split()
OTHER = {
    "sin": "cos", "cos": "sin", "tan": "sin", "ln": "abs", "relu": "abs", "abs": "relu", "tanh": "sigmoid",
    "sinh": "cosh",
    "sigmoid": "tanh", "softplus": "relu", "silu": "relu", "cosh": "sinh", "max": "min", "min": "max", "erf": "tanh",
    "arctan": "tan", "arcsin": "sin", "sec": "tan", "Phi": "phi", "phi": "Phi",
}  # fmt: skip
TINY = tuple(Fraction(1, 10**k) for k in (3, 6, 9, 12, 20, 30, 40))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Two expressions, what was done to the first, and a point: there they differ, or there they have one value."""

    first: Expr
    second: Expr
    by: str
    at: dict[str, Fraction]


def expression(random: Random, depth: int = 3) -> Expr:
    """An expression of the programme: products, quotients, powers, exponentials, waves, activations, cases."""
    if depth <= 0:
        return random.choice(
            [X, X, X, X, Y, A, num(random.randint(1, 9)), num(random.randint(1, 7), random.randint(2, 5))]
        )
    u, v = expression(random, depth - 1), expression(random, depth - random.randint(1, 2))
    match random.randrange(14):
        case 0 | 1:
            return Add((u, v))
        case 2:
            return Add((u, Neg(v), num(random.randint(1, 5))))
        case 3 | 4:
            return Mul((num(random.randint(2, 9)), u, v))
        case 5:
            return Mul((u, v))
        case 6:
            return Div(u, v)
        case 7 | 8:
            return Pow(
                u, random.choice([num(2), num(2), num(3), num(4), num(-1), num(-2), num(1, 2), num(3, 2), num(2, 3)])
            )
        case 9:
            return Pow(Const("e"), random.choice([u, Neg(u), Neg(Div(Pow(X, num(2)), num(2)))]))
        case 10:
            return Root(u, num(2))
        case 11 if random.random() < 0.5:
            order = random.choice(["<", "<=", ">", ">="])
            return Piecewise(((Rel(order, X, num(random.randint(-2, 2))), u),), v)  # type: ignore[arg-type]
        case 12 if random.random() < 0.4:
            return fn(random.choice(["max", "min"]), u, v)
    return fn(random.choice(PLAIN), u)


def places(e: Expr) -> list[tuple[Path, Expr]]:
    """Where a part may be put in: not at an exponent or a variable that must stay, nor at a whole condition."""
    return [
        (path, node) for path, node in walk(e)
        if not isinstance(node, Rel)
        and not (path and path[-1] == 1 and isinstance(node_at(e, path[:-1]), (Pow, Root, Diff)))
    ]  # fmt: skip


def mistaken(e: Expr, random: Random) -> tuple[Expr, str]:
    """The expression with one mistake, and the kind of mistake."""
    path, node = random.choice(list(walk(e)))
    above = node_at(e, path[:-1]) if path else None
    exponent = isinstance(above, (Pow, Root)) and path[-1] == 1
    changed, by = _at_exponent(node, random) if exponent else _at(node, random)
    return replaced(e, path, changed), by


def _at_exponent(node: Expr, random: Random) -> tuple[Expr, str]:
    if isinstance(node, Num):
        return num(node.value + random.choice([1, -1, 2]) or Fraction(3)), "exponent"
    return (Neg(node), "sign") if random.random() < 0.5 else (Mul((num(2), node)), "coefficient")


def _at(node: Expr, random: Random) -> tuple[Expr, str]:
    special = [] if random.random() < 0.25 else _special(node, random)
    if special:
        return random.choice(special)
    tiny = num(random.choice(TINY) * random.choice([1, -1]))
    if isinstance(node, Rel):
        return Rel(node.op, node.left, Add((node.right, tiny))), "branch"
    return random.choice([
        (Neg(node), "sign"), (Mul((num(2), node)), "coefficient"), (Add((node, tiny)), "tiny"),
        (Add((node, num(1))), "term"),
        (Mul((node, num(1 + tiny.value))), "tiny"), (Pow(node, num(2)), "exponent"), (Div(num(1), node), "reciprocal"),
    ])  # fmt: skip


def _special(node: Expr, random: Random) -> list[tuple[Expr, str]]:
    """Mistakes of the kind of node."""
    match node:
        case Add(terms):
            k = random.randrange(len(terms))
            return [(Add((*terms[:k], Neg(terms[k]), *terms[k + 1 :])), "sign"), (_rest(Add, terms, k), "term")]
        case Mul(factors):
            k = random.randrange(len(factors))
            return [(_rest(Mul, factors, k), "factor"), *_bracket_lost(factors)]
        case Div(u, v):
            return [(Div(v, u), "reciprocal"), (Mul((u, v)), "reciprocal")]
        case Pow(Fn(name, (u,)), n):
            return [(Fn(name, (Pow(u, n),)), "bracket"), (Fn(name, (u,)), "exponent")]
        case Pow(Mul(factors), n):
            return [(Mul((*factors[:-1], Pow(factors[-1], n))), "bracket")]
        case Pow(Add(terms), n):
            return [(Add(tuple(Pow(each, n) for each in terms)), "bracket")]
        case Fn(name, (u,)) if name in OTHER:
            return [(Fn(OTHER[name], (u,)), "function"), (Fn(name, (Mul((num(2), u)),)), "coefficient")]
        case Fn(name, args) if name in OTHER:
            return [(Fn(OTHER[name], args), "function")]
        case Num(n):
            return [(num(n + random.choice([1, -1, 10])), "coefficient"), (num(n + random.choice(TINY)), "tiny")]
        case Sym(name):
            return [(Sym("y" if name == "x" else "x"), "variable"), (Mul((num(2), node)), "coefficient")]
        case Piecewise(((condition, u),), v) if v is not None:
            return [
                (Piecewise(((condition, v),), u), "branch"),
                (Piecewise(((condition, u),), Add((v, num(TINY[3])))), "branch"),
            ]
    return []


def _rest(kind: type[Add] | type[Mul], parts: tuple[Expr, ...], k: int) -> Expr:
    left = parts[:k] + parts[k + 1 :]
    return kind(left) if len(left) > 1 else left[0]


def _bracket_lost(factors: tuple[Expr, ...]) -> list[tuple[Expr, str]]:
    """k (u + v) taken for k u + v."""
    for k, each in enumerate(factors):
        if isinstance(each, Add) and len(factors) > 1:
            first = Mul((*factors[:k], *factors[k + 1 :], each.terms[0]))
            return [(Add((first, *each.terms[1:])), "bracket")]
    return []


def near_miss(random: Random) -> Drawn:
    """An expression and the same with one mistake, with a point at which mpmath tells them apart."""
    while True:
        e = expression(random, random.choice([1, 2, 2, 3]))
        changed, by = mistaken(e, random)
        for at in points(symbols(e) | symbols(changed), random, 12):
            if told_apart(e, changed, at):
                return Drawn(e, changed, by, at)


def the_same(random: Random) -> Drawn:
    """An expression and the same after up to four sound rewritings, with a point at which both have one value."""
    while True:
        e = expression(random, random.choice([1, 2, 2, 3]))
        changed, names = e, []
        for _ in range(random.randint(1, 4)):
            path, node = random.choice(places(changed))
            rewriting = random.choice(REWRITINGS)
            found = rewriting(node, random)
            if found is None and random.random() < 0.2:
                rewriting, found = by_nothing, by_nothing(node, random)
            if found is not None:
                changed = replaced(changed, path, found)
                names.append(rewriting.__name__)
        shared = [at for at in points(symbols(e) | {"x"}, random, 12) if told_apart(e, changed, at) is not None]
        if names and shared:
            return Drawn(e, changed, " ".join(names), shared[0])

"""Elementary functions of x drawn at random: what every rule and every clean-up is tried on."""

from __future__ import annotations

from fluxions.calculus.expr import Add, Diff, Div, Expr, Mul, Neg, Num, Piecewise, Pow, Rel, Root, Sym, exp, fn, num
from fluxions.calculus.problems.draw import Random

X, A, W = Sym("x"), Sym("a"), Sym("w")
ONE_ARGUMENT = (
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh sech arsinh arcosh artanh ln abs sigmoid softplus "
    "relu silu gelu logit erf Phi phi sign"
).split()


def leaf(random: Random) -> Expr:
    """A number, a parameter or x, most often x."""
    fraction = num(random.randint(1, 5), random.randint(2, 4))
    return random.choice([X, X, X, X, A, W, num(random.randint(-4, 6)), fraction])


def function(random: Random, depth: int) -> Expr:
    """An elementary function of x and the parameters a and w."""
    if depth <= 0:
        return leaf(random)
    u, v = function(random, depth - 1), function(random, depth - random.randint(1, 2))
    kind = random.below(12)
    if kind <= 1:
        return Add((u, v) if random.below(3) else (u, Neg(v), X))
    if kind <= 3:
        return Mul((u, v) if random.below(3) else (num(random.randint(-3, 5)), u, v))
    if kind == 4:
        return Div(u, v)
    if kind == 5:
        return Neg(u)
    if kind == 6:
        return Pow(u, random.choice([num(2), num(3), num(-1), num(-2), num(1, 2), num(2, 3), num(5)]))
    if kind == 7:
        return exp(u) if random.below(2) else Pow(random.choice([num(2), A, u]), v)
    if kind == 8:
        return Root(u, num(random.choice([2, 2, 3])))
    if kind == 9 and random.below(2):
        return Piecewise(((Rel(random.choice(["<", ">="]), X, num(random.randint(-1, 2))), u),), v)
    if kind == 10 and random.below(3) == 0:
        return fn(random.choice(["max", "min"]), u, v)
    return fn(random.choice(ONE_ARGUMENT), u)


def functions(count: int, depth: int = 3, name: str = "elementary") -> list[Expr]:
    """Different functions that move with x, the same on every machine."""
    random = Random(name)
    found: dict[Expr, None] = {}
    while len(found) < count:
        drawn = function(random, depth)
        if not isinstance(drawn, (Num, Sym)):
            found[drawn] = None
    return list(found)


def derivatives(count: int, depth: int = 3) -> list[Expr]:
    """Standing derivatives of such functions by x."""
    return [Diff(each, X) for each in functions(count, depth, "derivatives")]

"""Integrals of inverse functions: parts with dv = dx, and the inverse function as the new variable."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, Add, Expr, Fn, Int, Mul, Neg, Pow, Sym, exp, fn
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.rules.integration.integrand import (
    ANGLES,
    exchanged,
    factored,
    fresh,
    indefinite,
    line,
    of_powers,
    power,
    put_in,
    quotient,
    signed,
    substituting,
)
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.rules.integration.slopes import slope as derivative
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.rules.integration.trigonometric_substitution import root_and_power
from fluxions.calculus.trees import canonical_key, free_of, nodes, symbols

INVERSES = frozenset("ln log arcsin arccos arctan arccot arcsec arccsc arsinh arcosh artanh logit erf erfc Phi".split())
# inverse function -> (the function it undoes, dx/dt, and the root that becomes a function of t with its radicand)
UNDONE = {
    "ln": (exp, exp),
    "arcsin": (lambda t: fn("sin", t), lambda t: fn("cos", t)),
    "arccos": (lambda t: fn("cos", t), lambda t: Neg(fn("sin", t))),
    "arctan": (lambda t: fn("tan", t), lambda t: Pow(fn("sec", t), TWO)),
    "arsinh": (lambda t: fn("sinh", t), lambda t: fn("cosh", t)),
    "arcosh": (lambda t: fn("cosh", t), lambda t: fn("sinh", t)),
    "artanh": (lambda t: fn("tanh", t), lambda t: Pow(fn("sech", t), TWO)),
}
# what becomes of 1 − x², 1 + x² and x² − 1 when x is the function of t: its root
SIDES = {
    "arcsin": (Add((ONE, Neg(Pow(Sym(" x"), TWO)))), "cos"), "arccos": (Add((ONE, Neg(Pow(Sym(" x"), TWO)))), "sin"),
    "arctan": (Add((ONE, Pow(Sym(" x"), TWO))), "sec"), "arsinh": (Add((ONE, Pow(Sym(" x"), TWO))), "cosh"),
    "arcosh": (Add((Pow(Sym(" x"), TWO), Neg(ONE))), "sinh"), "artanh": (Add((ONE, Neg(Pow(Sym(" x"), TWO)))), "sech"),
}  # fmt: skip


def inverse_by_parts(node: Expr) -> Expr | Found | None:
    """∫ f dx = x f − ∫ x f' dx for an inverse function or a power of one."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    constant, powers = factored(f, x)
    match list(powers.items()):
        case [(Fn(name), n)] if name in INVERSES and n.denominator == 1 and n > 0:
            single = of_powers(powers)
        case _:
            return None
    slope = derivative(single, x)
    if slope is None:
        return None
    scale, rest = factored(Mul((x, slope)), x)
    negative, size = signed(scale)
    inner = product((size, Int(tidied(of_powers(rest)), x)))
    whole = Add((product((x, single)), inner if negative else Neg(inner)))
    if constant != ONE:
        whole = Mul((constant, whole))  # type: ignore[assignment]
    return Found(whole, (("u", single), ("x", x), ("s", slope)))


def inverse_as_variable(node: Expr) -> Expr | Found | None:
    """f(arcsin x, x, √(1 − x²)): t = arcsin x, x = sin t, dx = cos t dt; the same for the other inverse functions."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    met = [e for e in dict.fromkeys(nodes(f)) if isinstance(e, Fn) and e.name in UNDONE and not free_of(e, x)]
    linear = line(met[0].args[0], x) if len(met) == 1 else None
    if linear is None:
        return None
    inverse, (a, b) = met[0], linear
    t = fresh(f, x, ANGLES)
    undone, slope = UNDONE[inverse.name]
    value = tidied(quotient(Add((undone(t), Neg(b))), a))
    without = exchanged(f, {inverse: t})
    radicals = _radicals(without, x)
    written = _sides_exchanged(without, x, inverse, t)
    if written is None or (radicals and written == without):
        return None
    dx = quotient(slope(t), a)
    c, powers = factored(product((put_in(written, x, value), dx)), t)
    g = of_powers(powers, c)
    return Found(substituting(g, t, inverse), (("u", t), ("v", inverse), ("x", x), ("w", value), ("s", dx)))


def _radicals(f: Expr, x: Sym) -> list[Expr]:
    """The radicands with x in them."""
    met = (root_and_power(e) for e in nodes(f))
    return [inside for inside, n in met if inside is not None and n.denominator > 1 and not free_of(inside, x)]


def _sides_exchanged(f: Expr, x: Sym, inverse: Fn, t: Sym) -> Expr | None:
    """Roots of 1 − u², 1 + u² or u² − 1 as functions of t; None where another root is left."""
    if inverse.name not in SIDES:
        return f if not _radicals(f, x) else None
    shape, side = SIDES[inverse.name]
    key = canonical_key(tidied(put_in(shape, Sym(" x"), inverse.args[0])))

    def exchange(e: Expr) -> Expr:
        base, n = root_and_power(e)
        if base is not None and canonical_key(tidied(base)) == key:
            return power(fn(side, t), 2 * n)
        if isinstance(e, Add) and canonical_key(tidied(e)) == key:
            return Pow(fn(side, t), TWO)
        return e.rebuilt(tuple(exchange(child) for child in e.children)) if e.children else e

    written = exchange(f)
    return None if _radicals(written, x) else written


def size_as_variable(node: Expr) -> Expr | Found | None:
    """f(−x) = −f(x) with |x| in f: u = |x|, and f(x) dx = f(u) du."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    size = fn("abs", x)
    if size not in set(nodes(f)):
        return None
    u = fresh(f, x)
    _, powers = factored(exchanged(f, {size: u}), x)
    odd = powers.pop(x, Fraction(0))
    if odd.numerator % 2 == 0 or odd.denominator % 2 == 0 or not all(_is_even(base, x, u) for base in powers):
        return None
    return Found(substituting(put_in(exchanged(f, {size: u}), x, u), u, size), (("u", u), ("v", size), ("f", f)))


def sign_outside(node: Expr) -> Expr | Found | None:
    """|x| = sign(x)·x, where f has no value at 0: the sign is constant on each side and stays in front."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    size = fn("abs", x)
    _, powers = factored(f, x)
    elsewhere = (base for base in powers if base != size)
    if powers.get(size, Fraction(0)) % 2 != 1 or any({size, fn("sign", x)} & set(nodes(base)) for base in elsewhere):
        return None
    if symbols(f) != {x.name} or any(value_at(f, {x.name: Fraction(k, 1000)}, 106) is not None for k in (-1, 0, 1)):
        return None
    sign = fn("sign", x)
    opened = product((sign, Int(tidied(exchanged(f, {size: x})), x)))
    return Found(opened, (("u", size), ("v", Mul((sign, x)))))


def _is_even(e: Expr, x: Sym, u: Sym) -> bool:
    """Has it u alone, or even powers of x alone?"""
    found = coefficients(e, x)
    return found is not None and all(n % 2 == 0 for n in found) and (free_of(e, x) or free_of(e, u))


RULES = (
    Rule("size-as-variable", "u-substitution",
         "The integrand changes its sign with the variable: take ${u} = {v}$.", size_as_variable,
         "the absolute value as the new variable", cost=3),
    Rule("sign-in-front", "piecewise-functions",
         "Write ${u}$ as ${v}$; the sign is constant on each side of 0 and stays in front.", sign_outside,
         "the sign in front", cost=4),
    Rule("inverse-by-parts", "integration-by-parts",
         "By parts with $u = {u}$ and $v' = 1$: the derivative of ${u}$ is ${s}$, which no longer holds the "
         "inverse function itself.",
         inverse_by_parts, "parts with dv = dx", cost=3),
    Rule("inverse-as-variable", "u-substitution",
         "Take the inverse function as the new variable, ${u} = {v}$: then ${x} = {w}$ and $d{x} = {s}\\,d{u}$.",
         inverse_as_variable, "the inverse function as the new variable", cost=5),
)  # fmt: skip

"""Limits of difference quotients: multiply out, one fraction, conjugate, cancel, let h go to its point."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.coefficients import coefficient
from fluxions.calculus.equality.expansion import as_expr, divided_by, expanded, polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    ZERO,
    Add,
    At,
    Diff,
    Div,
    Expr,
    Fn,
    Limit,
    Mul,
    Neg,
    Num,
    Piecewise,
    Pow,
    Rel,
    Root,
    Sym,
)  # fmt: skip
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.trees import free_of, nodes, substituted, symbols

JUMPING = frozenset({"sign", "floor", "ceil"})


def continuity(node: Expr) -> Expr | Found | None:
    """The limit of an expression that is defined and continuous at the point is its value there."""
    match node:
        case Limit(f, h, a) if not (_jumps(f) or a in (INF, Neg(INF)) or _zero_to_the_zero(f, h, a)):
            value = substituted(f, {h.name: a})
            names = sorted(symbols(value))
            draw = {name: Fraction(17 + 4 * i, 8) for i, name in enumerate(names)}
            if value_at(value, draw, bits=106) is not None:
                return Found(value, (("h", h), ("a", a)))
    return None


def _zero_to_the_zero(f: Expr, h: Sym, a: Expr) -> bool:
    """Is a power in it whose base goes to zero and whose exponent changes?"""
    powers = (each for each in nodes(f) if isinstance(each, Pow) and not free_of(each.exponent, h))
    return any(tidied(substituted(each.base, {h.name: a})) == ZERO for each in powers)


def constant(node: Expr) -> Expr | Found | None:
    """The limit of what does not change is that."""
    match node:
        case Limit(c, h) if free_of(c, h):
            return Found(c, (("u", c), ("h", h)))
    return None


def _jumps(f: Expr) -> bool:
    return any(isinstance(each, Piecewise) or (isinstance(each, Fn) and each.name in JUMPING) for each in nodes(f))


def _quotient(node: Expr) -> tuple[Expr, Expr, Sym] | None:
    """Numerator, denominator and variable of a limit 0/0 at 0; a common number stays with the numerator."""
    match node:
        case Limit(Div(top, bottom), h, Num(a)) if a == 0 and not free_of(bottom, h):
            return top, bottom, h
    return None


def _again(node: Expr, f: Expr) -> Expr:
    return node.rebuilt((f, *node.children[1:]))


def sign_outside(node: Expr) -> Expr | Found | None:
    """lim (−f) = −lim f."""
    match node:
        case Limit(Neg(f), _, _):
            return Neg(_again(node, f))
    return None


def multiply_out(node: Expr) -> Expr | Found | None:
    """Brackets in a numerator multiplied out, so that what cancels can be seen."""
    parts = _quotient(node)
    if parts is None or not isinstance(parts[0], (Add, Mul, Pow)):
        return None
    top, bottom, h = parts
    if _degree(top) > 3:
        return None
    flat = expanded(top)
    if flat is None or flat == top or divided_by(flat, h) is None:
        return None
    return Found(_again(node, Div(flat, bottom)), (("u", top), ("v", flat)))


def _degree(e: Expr) -> int:
    exponents = (each.exponent for each in nodes(e) if isinstance(each, Pow))
    return max((int(n.value) for n in exponents if isinstance(n, Num)), default=1)


def cancel_h(node: Expr) -> Expr | Found | None:
    """(h·u)/h = u for h ≠ 0."""
    parts = _quotient(node)
    if parts is None:
        return None
    top, bottom, h = parts
    rest = divided_by(top, h)
    factors = bottom.factors if isinstance(bottom, Mul) else (bottom,)
    if rest is None or h not in factors:
        return None
    under = tuple(each for each in factors if each is not h and each != h)
    left = rest if not under else Div(rest, under[0] if len(under) == 1 else Mul(under))
    return Found(_again(node, left), (("h", h),), (Condition(Rel("!=", h, ZERO), "proved"),))


def common_denominator(node: Expr) -> Expr | Found | None:
    """p/q − r/s = (ps − rq)/(qs) in the numerator of a quotient."""
    parts = _quotient(node)
    if parts is None or not isinstance(parts[0], Add):
        return None
    top, bottom, h = parts
    split = [_fraction(term) for term in top.terms]  # type: ignore[attr-defined]
    if all(free_of(under, h) for _, under in split):
        return None
    unders: list[Expr] = []
    for _, under in split:
        if under != ONE and under not in unders:
            unders.append(under)
    above = Add(tuple(_product((up, *(each for each in unders if each != under))) for up, under in split))
    flat = expanded(above)
    numerator = above if flat is None else flat
    return Found(_again(node, Div(numerator, _product((*unders, bottom)))), (("u", top),))


def _fraction(term: Expr) -> tuple[Expr, Expr]:
    match term:
        case Neg(u):
            above, under = _fraction(u)
            return tidied(Neg(above)), under
        case Div(above, under):
            return above, under
        case Num(value) if value.denominator != 1:
            return Num(value.numerator), Num(value.denominator)
        case Mul((Num() as number, Div(above, under))):
            return tidied(Mul((number, above))), under
    return term, ONE


def conjugate(node: Expr) -> Expr | Found | None:
    """(√p − q)/h = (p − q²)/(h(√p + q)): multiplied by the conjugate."""
    parts = _quotient(node)
    if parts is None or not isinstance(parts[0], Add) or len(parts[0].terms) != 2:
        return None
    top, bottom, h = parts
    first, second = top.terms  # type: ignore[attr-defined]
    if not (_has_root(first, h) or _has_root(second, h)) or _root_square(first) is None or _root_square(second) is None:
        return None
    partner = tidied(Add((first, Neg(second))))
    squares = tidied(Add((_root_square(first), Neg(_root_square(second)))))  # type: ignore[arg-type]
    flat = expanded(squares)
    above = squares if flat is None else flat
    return Found(_again(node, Div(above, Mul((bottom, partner)))), (("u", partner),))


def _has_root(e: Expr, h: Sym) -> bool:
    return any(isinstance(each, Root) and each.degree == Num(2) and not free_of(each, h) for each in nodes(e))


def _root_square(e: Expr) -> Expr | None:
    number, rest = coefficient(e)
    match rest:
        case None:
            return Num(number**2)
        case Root(u, Num(n)) if n == 2:
            return u if abs(number) == 1 else Mul((Num(number**2), u))
        case _ if polynomial(rest) is not None:
            return Pow(e, Num(2))
    return None


def common_root(node: Expr) -> Expr | Found | None:
    """lim p/q for polynomials that both vanish at a: x − a is a factor of both and cancels."""
    match node:
        case Limit(Div(top, bottom), x, Num(a)) if a != 0:
            above, below = _without_root(top, x, a), _without_root(bottom, x, a)
            if above is not None and below is not None:
                factor = x - Num(a) if a > 0 else x + Num(-a)
                opened = _again(node, Div(above, below))
                return Found(opened, (("u", factor),), (Condition(Rel("!=", x, Num(a)), "proved"),))
    return None


def _without_root(e: Expr, x: Sym, a: Fraction) -> Expr | None:
    """e/(x − a) by Horner's scheme, for a polynomial in x alone with the root a."""
    found = polynomial(e)
    if not found or any(name != x.name for key in found for name, _ in key):
        return None
    degree = max(sum(n for _, n in key) for key in found)
    carried, quotient = Fraction(0), []
    for n in range(degree, -1, -1):
        carried = carried * a + found.get(((x.name, n),) if n else (), Fraction(0))
        quotient.append(carried)
    if quotient.pop() != 0:
        return None
    return as_expr({((x.name, n),) if n else (): value for n, value in enumerate(reversed(quotient)) if value})


def recognise_derivative(node: Expr) -> Expr | Found | None:
    """lim (g(h) − g(0))/h for h → 0 is g'(0): for g(h) = f(a + h) that is f'(a)."""
    parts = _quotient(node)
    if parts is None or parts[1] != parts[2]:
        return None
    top, _, h = parts
    moving = top.terms if isinstance(top, Add) else (top,)
    g = tuple(each for each in moving if not free_of(each, h))
    inside = _shifted(g[0], h) if len(g) == 1 and not has_kinks(g[0]) else None
    if inside is None or tidied(substituted(top, {h.name: ZERO})) != ZERO:
        return None
    f, x, a = inside
    return Found(At(Diff(f, x), x, a), (("f", f), ("a", a)))


def has_kinks(e: Expr) -> bool:
    """Does a function in it jump, or have a kink somewhere?"""
    return _jumps(e) or any(isinstance(each, Fn) and each.name in ("abs", "relu", "max", "min") for each in nodes(e))


def _shifted(g: Expr, h: Sym) -> tuple[Expr, Sym, Expr] | None:
    """g(h) = f(a + h) as (f, x, a); a is 0 where h stands alone."""
    x = Sym("x" if "x" not in symbols(g) else "t")
    for each in nodes(g):
        if isinstance(each, Add) and h in each.terms:
            rest = tuple(term for term in each.terms if term != h)
            f = _exchanged(g, each, x)
            if free_of(f, h) and all(free_of(term, h) for term in rest):
                return f, x, rest[0] if len(rest) == 1 else Add(rest)
    return substituted(g, {h.name: x}), x, ZERO


def _exchanged(e: Expr, old: Expr, new: Expr) -> Expr:
    if e == old:
        return new
    parts = e.children
    return e.rebuilt(tuple(_exchanged(each, old, new) for each in parts)) if parts else e


def _product(factors: tuple[Expr, ...]) -> Expr:
    kept = tuple(each for each in factors if each != ONE)
    if not kept:
        return ONE
    return kept[0] if len(kept) == 1 else Mul(kept)


SKILL, LIMITS, ALGEBRA = "derivative-definition", "limit-algebraic", "algebraic-manipulation"
RULES = (
    Rule("constant-limit", LIMITS, "${u}$ does not change with ${h}$.", constant, "the limit of a constant"),
    Rule("continuity", LIMITS, "Nothing is divided by zero here: put ${h} = {a}$.", continuity, "continuity"),
    Rule("sign-outside", LIMITS, "The sign stands in front of the limit.", sign_outside, "the sign rule", silent=True),
    Rule("multiply-out", ALGEBRA, "Multiply out the numerator and collect: ${v}$.", multiply_out, "multiplying out"),
    Rule("cancel-step", LIMITS, "Cancel ${h}$; it is near zero but never zero.", cancel_h, "cancelling the step"),
    Rule("common-root", LIMITS, "Top and bottom are both zero there, so both have the factor ${u}$: cancel it.",
         common_root, "cancelling a common factor"),
    Rule("common-denominator", ALGEBRA, "Write the numerator over one denominator.", common_denominator,
         "the common denominator"),
    Rule("conjugate", LIMITS, "Multiply above and below by the conjugate ${u}$.", conjugate, "the conjugate"),
    Rule("recognise-derivative", SKILL, "This is the definition of the derivative of ${f}$ at ${a}$.",
         recognise_derivative, "the definition of the derivative"),
)  # fmt: skip

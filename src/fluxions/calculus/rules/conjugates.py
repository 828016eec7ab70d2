"""A difference of roots becomes a fraction: multiplied above and below by what makes the roots go away."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.expansion import expanded
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, Add, Div, Expr, Limit, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.rules.tendency import is_zero, toward, way
from fluxions.calculus.trees import free_of

Made = tuple[Expr, Expr]  # the sum times its partner, and the partner
Conjugated = Callable[[Expr, Expr, Sym], Made | None]


def conjugates(node: Expr) -> Expr | Found | None:
    """√p − √q = (p − q)/(√p + √q), where the difference is of no determined form."""
    return _multiplied(node, _by_square)


def cube_conjugates(node: Expr) -> Expr | Found | None:
    """∛p − ∛q = (p − q)/(∛p² + ∛p ∛q + ∛q²), where the difference is of no determined form."""
    return _multiplied(node, _by_cube)


def _multiplied(node: Expr, conjugated: Conjugated) -> Found | None:
    if not isinstance(node, Limit) or not undetermined(node):
        return None
    x = node.variable
    match node.arg:
        case Add((first, second)) if made := conjugated(first, second, x):
            return _again(node, Div(*made), made)
        case Div(Add((first, second)) as top, bottom) if _cancels(top, node) and (made := conjugated(first, second, x)):
            return _again(node, Div(made[0], Mul((bottom, made[1]))), made)
        case Div(top, Add((first, second)) as below) if _cancels(below, node) and (
            made := conjugated(first, second, x)
        ):
            return _again(node, Div(Mul((top, made[1])), made[0]), made)
        case Mul(factors):
            for i, each in enumerate(factors):
                if isinstance(each, Add) and len(each.terms) == 2 and (made := conjugated(*each.terms, x)):
                    rest = (*factors[:i], *factors[i + 1 :])
                    above = rest if made[0] == ONE else (*rest, made[0])
                    return _again(node, Div(above[0] if len(above) == 1 else Mul(above), made[1]), made)
    return None


def _again(node: Limit, f: Expr, made: Made) -> Found:
    return Found(node.rebuilt((f, *node.children[1:])), (("u", made[1]),))


def _cancels(difference: Expr, node: Limit) -> bool:
    """Is it ∞ − ∞, or does it go to zero?"""
    found = toward(difference, way(node))
    return found is None or (found.value is not None and is_zero(found.value))


def undetermined(node: Limit) -> bool:
    """Do the laws of limits not tell where it goes?"""
    return toward(node.arg, way(node)) is None


def _by_square(first: Expr, second: Expr, x: Sym) -> Made | None:
    """(a + b)(a − b) = a² − b²."""
    if not any(isinstance(_bare(each), Root) and not free_of(each, x) for each in (first, second)):
        return None
    flat = expanded(tidied(Add((_square(first), Neg(_square(second))))))
    return None if flat is None else (flat, tidied(Add((first, Neg(second)))))


def _by_cube(first: Expr, second: Expr, x: Sym) -> Made | None:
    """(a + b)(a² − ab + b²) = a³ + b³."""
    if not any(_is_cube_root(_bare(each)) and not free_of(each, x) for each in (first, second)):
        return None
    flat = expanded(tidied(Add((_cube(first), _cube(second)))))
    partner = (Pow(first, TWO), Neg(Mul((first, second))), Pow(second, TWO))
    return None if flat is None else (flat, Add(tuple(map(tidied, partner))))


def _bare(e: Expr) -> Expr:
    return _bare(e.arg) if isinstance(e, Neg) else e


def _square(e: Expr) -> Expr:
    match e:
        case Neg(u):
            return _square(u)
        case Root(u, Num(n)) if n == 2:
            return u
        case Mul(factors):
            return Mul(tuple(_square(each) for each in factors))
    return Pow(e, TWO)


def _is_cube_root(e: Expr) -> bool:
    match e:
        case Root(_, Num(n)):
            return bool(n == 3)
        case Pow(_, Num(n)):
            return bool(n.denominator == 3)
        case Mul(factors):
            return any(_is_cube_root(each) for each in factors)
    return False


def _cube(e: Expr) -> Expr:
    match e:
        case Neg(u):
            return Neg(_cube(u))
        case Root(u, Num(n)) if n == 3:
            return u
        case Pow(u, Num(n)) if n.denominator == 3:
            return Pow(u, Num(3 * n))
        case Mul(factors):
            return Mul(tuple(_cube(each) for each in factors))
    return Pow(e, Num(3))


SKILL = "limit-algebraic"
RULES = (
    Rule("conjugates", SKILL, "Multiply above and below by the conjugate ${u}$.", conjugates,
         "the conjugate of a difference of roots"),
    Rule("cube-conjugates", SKILL, "Multiply above and below by ${u}$: the cube roots go away, since "
         "$(a-b)(a^2+ab+b^2) = a^3-b^3$.", cube_conjugates, "the conjugate of a difference of cube roots"),
)  # fmt: skip

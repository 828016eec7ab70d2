"""Equations in one unknown by their factors, by powers, and by the inverse of the function around the unknown."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.coefficients import coefficient
from fluxions.calculus.equality.expansion import as_expr, polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ZERO, Add, E, Expr, Fn, Mul, Neg, Num, Operator, Pow, Rel, Root, Set, Sym, fn
from fluxions.calculus.numbers.linear import alone
from fluxions.calculus.rules.optimisation.algebra import gap, in_order, root_of, sign, split
from fluxions.calculus.trees import free_of, symbols


def _one_unknown(node: Expr) -> tuple[Expr, Sym] | None:
    match node:
        case Operator("solve", (Rel("=") as equation, Sym() as x)) if symbols(equation) == {x.name}:
            found = gap(equation)
            return None if found is None else (found, x)
    return None


def linear_equation(node: Expr) -> Expr | Found | None:
    """ax + b = 0 has the one solution −b/a."""
    parts = _one_unknown(node)
    if parts is None:
        return None
    e, x = parts
    value = _root_of_line(e, x)
    return None if value is None else Found(Set((value,)), (("x", x), ("a", value)))


def by_factors(node: Expr) -> Expr | Found | None:
    """A polynomial is zero where one of its factors is: each of degree one or two gives its real roots."""
    parts = _one_unknown(node)
    if parts is None:
        return None
    e, x = parts
    factors = split(e, (x,))
    if not factors:
        return None
    cases = tuple(_root_of_line(factor, x) or Operator("solve", (Rel("=", factor, ZERO), x)) for factor in factors)
    using = (("p", factors[0] if len(factors) == 1 else Mul(factors)),)
    if not any(case.stands for case in cases):
        return Found(Set(in_order(cases)), using)
    return Found(cases[0] if len(cases) == 1 else Operator("together", cases), using)


def _root_of_line(factor: Expr, x: Sym) -> Expr | None:
    """−b/a of a factor ax + b."""
    flat = polynomial(factor)
    if flat is None or max((sum(n for _, n in key) for key in flat), default=0) != 1:
        return None
    value = alone(as_expr(flat), x.name)
    return None if value is None else tidied(value)


def no_real_root(node: Expr) -> Expr | Found | None:
    """ax² + bx + c with b² < 4ac has no real root, and no even power of x plus a positive number has one."""
    parts = _one_unknown(node)
    flat = polynomial(parts[0]) if parts else None
    if parts is None or not flat:
        return None
    e, x = parts
    powers = {(dict(key).get(x.name, 0)): c for key, c in flat.items()}
    if max(powers) == 2:
        a, b, c = powers[2], powers.get(1, Fraction(0)), powers.get(0, Fraction(0))
        if b * b < 4 * a * c:
            return Found(Set(()), (("e", e),))
    of_one_sign = len({c > 0 for c in powers.values()}) == 1 and powers.get(0)
    if len(powers) > 1 and of_one_sign and all(n % 2 == 0 for n in powers):
        return Found(Set(()), (("e", e),))
    return None


def pure_power(node: Expr) -> Expr | Found | None:
    """xⁿ = c: ±ⁿ√c for an even n and c > 0, the one real root for an odd n."""
    parts = _one_unknown(node)
    flat = polynomial(parts[0]) if parts else None
    if parts is None or not flat:
        return None
    _, x = parts
    powers = {(dict(key).get(x.name, 0)): c for key, c in flat.items()}
    highest = max(powers)
    if highest < 2 or not set(powers) <= {0, highest}:
        return None
    c = -powers.get(0, Fraction(0)) / powers[highest]
    power = Rel("=", Pow(x, Num(highest)), Num(c))
    if c == 0:
        return Found(Set((ZERO,)), (("e", power),))
    if highest % 2 == 0 and c < 0:
        return None
    root = root_of(abs(c), highest)
    if highest % 2:
        return Found(Set((root if c > 0 else tidied(Neg(root)),)), (("e", power),))
    return Found(Set((tidied(Neg(root)), root)), (("e", power),))


def quadratic_in_power(node: Expr) -> Expr | Found | None:
    """ax²ᵏ + bxᵏ + c = 0 is a quadratic equation for xᵏ."""
    parts = _one_unknown(node)
    flat = polynomial(parts[0]) if parts else None
    if parts is None or not flat:
        return None
    _, x = parts
    powers = {(dict(key).get(x.name, 0)): c for key, c in flat.items()}
    highest = max(powers)
    if highest < 4 or highest % 2 or set(powers) != {0, highest // 2, highest}:
        return None
    a, b, c = powers[highest], powers[highest // 2], powers[0]
    middle, square = -b / (2 * a), (b * b - 4 * a * c) / (4 * a * a)
    if square <= 0:
        return None
    root = root_of(square, 2)
    values = [tidied(Add((Num(middle), side))) for side in (Neg(root), root)]
    k = Pow(x, Num(highest // 2))
    cases = tuple(Operator("solve", (Rel("=", k, value), x)) for value in values)
    return Found(Operator("together", cases), (("k", k), ("a", values[0]), ("b", values[1])))


def square_of_number(node: Expr) -> Expr | Found | None:
    """x² = c for any positive constant c has the solutions ±√c; for a negative one there is none."""
    match node:
        case Operator("solve", (Rel("=", Pow(base, Num(n)), c), Sym() as x)) if base == x and n == 2 and not symbols(c):
            known = sign(c)
            if known is None or isinstance(c, Num):
                return None
            root = tidied(Root(c, Num(2)))
            ends = () if known < 0 else (ZERO,) if known == 0 else (tidied(Neg(root)), root)
            return Found(Set(ends), (("e", Rel("=", Pow(x, Num(2)), c)),))
    return None


def outer_undone(node: Expr) -> Expr | Found | None:
    """eᵘ = c gives u = ln c for c > 0 and nothing otherwise; ln u = c gives u = eᶜ."""
    parts = _one_unknown(node)
    if parts is None:
        return None
    e, x = parts
    inner = next((each for each in _outer(e, x)), None)
    if inner is None:
        return None
    slot = Sym("slot")
    value = alone(_exchanged(e, inner, slot), slot.name)
    if value is None or symbols(value):
        return None
    value = tidied(value)
    match inner:
        case Pow(_, u):
            known = sign(value)
            if known is None:
                return None
            after: Expr = Set(()) if known <= 0 else Operator("solve", (Rel("=", u, tidied(fn("ln", value))), x))
        case Fn("ln", (u,)):
            after = Operator("solve", (Rel("=", u, tidied(Pow(E, value))), x))
        case _:
            return None
    return Found(after, (("e", Rel("=", inner, value)), ("u", u)))


def _outer(e: Expr, x: Sym) -> list[Expr]:
    """The powers of e and logarithms of the unknown, where there is only one and nothing else holds the unknown."""
    found: list[Expr] = []

    def look(node: Expr) -> None:
        match node:
            case Pow(base, u) if base == E and not free_of(u, x):
                found.append(node)
            case Fn("ln", (u,)) if not free_of(u, x):
                found.append(node)
            case _ if free_of(node, x):
                pass
            case Sym():
                found.extend((node, node))
            case _:
                for child in node.children:
                    look(child)

    look(e)
    return found[:1] if len(set(found)) == 1 and not isinstance(found[0], Sym) else []


def _exchanged(e: Expr, old: Expr, new: Expr) -> Expr:
    if e == old:
        return new
    return e.rebuilt(tuple(_exchanged(each, old, new) for each in e.children)) if e.children else e


def two_exponentials(node: Expr) -> Expr | Found | None:
    """a eᵘ + b eᵛ = 0 says eᵘ⁻ᵛ = −b/a."""
    parts = _one_unknown(node)
    if parts is None or not isinstance(parts[0], Add) or len(parts[0].terms) != 2:
        return None
    (a, u), (b, w) = (_exponential(term) for term in parts[0].terms)
    if u is None or w is None or a == 0 or b == 0 or free_of(u, parts[1]) or free_of(w, parts[1]):
        return None
    ratio, exponent = -b / a, tidied(Add((u, Neg(w))))
    using = (("e", Rel("=", Pow(E, exponent), Num(ratio))),)
    if ratio <= 0:
        return Found(Set(()), using)
    return Found(Operator("solve", (Rel("=", exponent, tidied(fn("ln", Num(ratio)))), parts[1])), using)


def _exponential(term: Expr) -> tuple[Fraction, Expr | None]:
    """(c, u) of a term c·eᵘ."""
    number, rest = coefficient(term)
    match rest:
        case Pow(base, u) if base == E:
            return number, u
    return number, None


SKILL = "algebraic-manipulation"
RULES = (
    Rule("linear-equation", SKILL, "Solve for the unknown: ${x} = {a}$.", linear_equation, "a linear equation"),
    Rule("no-real-root", SKILL, "The expression ${e}$ is never zero for real numbers.", no_real_root,
         "no real solution"),
    Rule("pure-power", SKILL, "This says ${e}$: take the root; an even power has both signs.", pure_power,
         "the root of both sides"),
    Rule("square-of-number", SKILL, "This says ${e}$: take the square root, with both signs.", square_of_number,
         "the square root of both sides"),
    Rule("by-factors", SKILL, "Factor: ${p} = 0$, so one of the factors is zero.", by_factors,
         "the zeros of the factors"),
    Rule("quadratic-in-a-power", SKILL, "This is a quadratic equation for ${k}$: it is ${a}$ or ${b}$.",
         quadratic_in_power, "a quadratic equation for a power"),
    Rule("two-exponentials", "exponentials-logarithms", "Divide by one exponential: this says ${e}$.",
         two_exponentials, "an equation between two exponentials"),
    Rule("outer-undone", "exponentials-logarithms", "This says ${e}$: undo the outer function to get ${u}$ alone.",
         outer_undone, "undoing the outer function"),
)  # fmt: skip

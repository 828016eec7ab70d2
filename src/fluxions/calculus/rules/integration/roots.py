"""Roots made rational: a root as the new variable, roots brought together, and conjugates."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, Div, Expr, Int, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.rules.integration.integrand import (
    Powers,
    factored,
    fresh,
    indefinite,
    line,
    of_powers,
    power,
    quotient,
    signed,
    substituting,
)
from fluxions.calculus.rules.integration.lowest_terms import by_power, in_lowest_terms
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.rules.integration.trigonometric_substitution import root_and_power
from fluxions.calculus.trees import canonical_key, free_of, nodes

MOST_DEGREE = 12
Roots = dict[object, tuple[Expr, int]]  # key -> radicand and the least common multiple of the degrees


def roots(f: Expr, x: Sym) -> Roots:
    """The radicands in f that depend on x, each with the degree of its finest root."""
    found: Roots = {}
    for e in nodes(f):
        inside, n = root_and_power(e)
        if inside is not None and n.denominator > 1 and not free_of(inside, x):
            key = canonical_key(inside)
            found[key] = (inside, lcm(found.get(key, (inside, 1))[1], n.denominator))
    return {key: each for key, each in found.items() if each[1] <= MOST_DEGREE}


def in_root(f: Expr, x: Sym, inside: Expr, degree: int, u: Expr, value: Expr) -> Expr:
    """f with inside^(k/degree) as uᵏ and every other x as `value`."""
    key = canonical_key(inside)

    def exchanged(e: Expr) -> Expr:
        if e == x:
            return value
        if free_of(e, x):
            return e
        base, n = root_and_power(e)
        if base is not None and canonical_key(base) == key:
            return power(u, n * degree)
        if canonical_key(e) == key:
            return power(u, degree)
        return e.rebuilt(tuple(exchanged(child) for child in e.children))

    return exchanged(f)


def root_of_line(node: Expr) -> Expr | Found | None:
    """u = ⁿ√(ax + b): x = (uⁿ − b)/a, dx = n uⁿ⁻¹ du/a."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    lines = [each for each in roots(f, x).values() if line(each[0], x) is not None]
    if len(lines) != 1:
        return None
    inside, n = lines[0]
    a, b = line(inside, x) or (ONE, ZERO)
    u = fresh(f, x)
    value = tidied(quotient(Add((power(u, n), Neg(b))), a))
    slope = tidied(quotient(product((Num(n), power(u, n - 1))), a))
    g = in_lowest_terms(product((in_root(f, x, inside, n, u, value), slope)))
    root = power(inside, Fraction(1, n))
    return Found(substituting(g, u, root), (("u", u), ("v", root), ("x", x), ("w", value), ("s", slope)))


def root_of_fraction(node: Expr) -> Expr | Found | None:
    """u = ⁿ√((ax + b)/(cx + d)): x = (d uⁿ − b)/(a − c uⁿ)."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    found = list(roots(f, x).values())
    if len(found) != 1 or not isinstance(found[0][0], Div):
        return None
    (inside, n), fraction = found[0], found[0][0]
    above, below = _line_or_constant(fraction.top, x), line(fraction.bottom, x)
    if above is None or below is None:
        return None
    (a, b), (c, d) = above, below
    u = fresh(f, x)
    under = Add((a, Neg(product((c, power(u, n))))))
    value = in_lowest_terms(Div(Add((product((d, power(u, n))), Neg(b))), under))
    turn = Add((Mul((a, d)), Neg(Mul((b, c)))))
    slope = Div(product((Num(n), turn, power(u, n - 1))), Pow(under, TWO))
    g = in_lowest_terms(product((in_root(f, x, inside, n, u, value), slope)))
    root = power(inside, Fraction(1, n))
    using = (("u", u), ("v", root), ("x", x), ("w", value), ("s", in_lowest_terms(slope)))
    return Found(substituting(g, u, root), using)


def _line_or_constant(e: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    return (ZERO, e) if free_of(e, x) else line(e, x)


def root_of_binomial(node: Expr) -> Expr | Found | None:
    """xⁿ⁻¹ R(xⁿ, √(αxⁿ + γ)): u is the root, xⁿ = (u² − γ)/α."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    found = list(roots(f, x).values())
    if len(found) != 1:
        return None
    inside, q = found[0]
    parts = coefficients(inside, x)
    if parts is None or set(parts) - {0} == {1} or len(set(parts) - {0}) != 1 or 0 not in parts:
        return None
    n = max(parts)
    u = fresh(f, x)
    negative, size = signed(parts[n])
    gap = Add((parts[0], Neg(power(u, q)))) if negative else Add((power(u, q), Neg(parts[0])))
    value = tidied(quotient(gap, size))
    written = Div(in_root(f, x, inside, q, u, x), power(x, n - 1))
    left = by_power(written, x, n, value)
    if left is None or not free_of(left, x):
        return None
    slope = tidied(quotient(product((Num(q), power(u, q - 1))), product((Num(n), parts[n]))))
    g = in_lowest_terms(product((left, slope)))
    root = power(inside, Fraction(1, q))
    using = (("u", u), ("v", root), ("f", power(x, n)), ("w", value), ("g", power(x, n - 1)), ("s", slope), ("x", x))
    return Found(substituting(g, u, root), using)


def roots_together(node: Expr) -> Expr | Found | None:
    """√A √B = √(AB) for lines A, B, where both are at least 0."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    constant, powers = factored(f, x)
    halves = [(base, n) for base, n in powers.items() if n.denominator == 2 and line(base, x) is not None]
    if len(halves) != 2 or len(roots(f, x)) != 2:
        return None
    (first, m), (second, n) = halves
    inside = _multiplied(first, second, x)
    whole: Powers = {base: k for base, k in powers.items() if base not in (first, second)}
    both = min(m, n)
    rest = {first: m - both, second: n - both, inside: both}
    g = of_powers({**whole, **{base: k for base, k in rest.items() if k != 0}}, constant)
    using = (("f", Mul((Root(first, TWO), Root(second, TWO)))), ("g", Root(inside, TWO)))
    return Found(Int(tidied(g), x), using)


def _multiplied(first: Expr, second: Expr, x: Sym) -> Expr:
    """The product as a polynomial in falling powers."""
    return polynomial(coefficients(Mul((first, second)), x) or {}, x)


def polynomial(parts: Mapping[int, Expr], x: Sym) -> Expr:
    """Σ cₙ xⁿ, the highest power first unless it is subtracted."""
    top = parts[max(parts)] if parts else ZERO
    subtracted = isinstance(top, Num) and top.value < 0
    terms = tuple(product((parts[n], power(x, n))) if n else parts[n] for n in sorted(parts, reverse=not subtracted))
    return tidied(terms[0] if len(terms) == 1 else Add(terms)) if terms else ZERO


def top_made_rational(node: Expr) -> Expr | Found | None:
    """√(A/B) = A/√(AB) for lines A, B that are positive together and never both negative."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    constant, powers = factored(f, x)
    for base, n in powers.items():
        if abs(n) * 2 != 1 or not isinstance(base, Div):
            continue
        top, bottom = (base.top, base.bottom) if n > 0 else (base.bottom, base.top)
        if not _positive_together(line(top, x), line(bottom, x)):
            continue
        inside = _multiplied(top, bottom, x)
        others = of_powers({each: k for each, k in powers.items() if each != base}, constant)
        g = Div(product((others, top)), Root(inside, TWO))
        return Found(Int(tidied(g), x), (("u", Root(Div(top, bottom), TWO)), ("v", Root(top, TWO))))
    return None


def _positive_together(first: tuple[Expr, Expr] | None, second: tuple[Expr, Expr] | None) -> bool:
    """Do two lines of opposite slopes, with numbers, have positive values between their zeros?"""
    match first, second:
        case (Num(a), Num(b)), (Num(c), Num(d)) if a * c < 0:
            middle = (-b / a - d / c) / 2
            return bool(a * middle + b > 0)
    return False


def conjugate_of_roots(node: Expr) -> Expr | Found | None:
    """1/(A ± B) = (A ∓ B)/(A² − B²), where roots go and at most one power of x is left below."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    constant, powers = factored(f, x)
    for base, n in powers.items():
        if n != -1 or not isinstance(base, Add) or len(base.terms) != 2 or not roots(base, x):
            continue
        first, second = base.terms
        other = Add((first, second.arg if isinstance(second, Neg) else Neg(second)))
        below = _difference_of_squares(first, second, x)
        if below is None:
            continue
        others = of_powers({each: k for each, k in powers.items() if each != base}, constant)
        g = quotient(product((others, other)), below)
        return Found(Int(tidied(g), x), (("u", base), ("v", other), ("w", below)))
    return None


def _difference_of_squares(first: Expr, second: Expr, x: Sym) -> Expr | None:
    left, right = _squared(first, x), _squared(second, x)
    if left is None or right is None:
        return None
    found = coefficients(Add((left, Neg(right))), x)
    return polynomial(found, x) if found is not None and len(found) == 1 else None


def _squared(e: Expr, x: Sym) -> Expr | None:
    """e² without its root."""
    constant, powers = factored(e, x)
    doubled = {base: 2 * n for base, n in powers.items()}
    if any(n.denominator != 1 or n < 0 for n in doubled.values()):
        return None
    return of_powers(doubled, tidied(Pow(constant, TWO)))


SUBSTITUTION = "u-substitution"
RULES = (
    Rule("roots-together", "algebraic-manipulation", "Write ${f}$ as one root, ${g}$.", roots_together,
         "the product of roots", cost=3),
    Rule("top-made-rational", "algebraic-manipulation", "Multiply top and bottom of ${u}$ by ${v}$.",
         top_made_rational, "making the top rational", cost=3),
    Rule("conjugate-of-roots", "algebraic-manipulation",
         "Multiply top and bottom by ${v}$: the bottom becomes ${w}$.", conjugate_of_roots,
         "multiplying by the conjugate", cost=3),
    Rule("root-of-binomial", SUBSTITUTION,
         "Take the root as the new variable, ${u} = {v}$: then ${f} = {w}$ and ${g}\\,d{x} = {s}\\,d{u}$.",
         root_of_binomial, "the root as the new variable", cost=4),
    Rule("root-of-line", SUBSTITUTION,
         "Take the root as the new variable, ${u} = {v}$: then ${x} = {w}$ and $d{x} = {s}\\,d{u}$.", root_of_line,
         "the root of a line as the new variable", cost=4),
    Rule("root-of-fraction", SUBSTITUTION,
         "Take the root as the new variable, ${u} = {v}$: then ${x} = {w}$ and $d{x} = {s}\\,d{u}$.",
         root_of_fraction, "the root of a fraction as the new variable", cost=5),
)  # fmt: skip

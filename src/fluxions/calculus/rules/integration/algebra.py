"""Integrands written otherwise: multiplied out, split, divided, completed to a square, or freed of a root below."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from itertools import product as combinations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, At, Div, Expr, Fn, Int, Mul, Neg, Num, Pow, Root, Sym, fn
from fluxions.calculus.numbers.polynomials import TooBig
from fluxions.calculus.rules.integration.linearity import fresh
from fluxions.calculus.rules.integration.pieces import Pieces, built, pieces, product, total
from fluxions.calculus.rules.integration.polynomials import ground, quotient_and_rest
from fluxions.calculus.rules.integration.squares import coefficients, quadratic, sign_of
from fluxions.calculus.trees import canonical_key, free_of, mapped, substituted

ALGEBRA, FRACTIONS, SQUARES = "algebraic-manipulation", "partial-fractions", "completing-square-integrals"
LARGEST_BRACKET, MOST_TERMS = 8, 40


def multiplied_out(goal: Expr) -> Expr | Found | None:
    """(a + b)·c = ac + bc, no bracket below the line."""
    return _spread(goal, below=False)


def split_fraction(goal: Expr) -> Expr | Found | None:
    """(a + b)/c = a/c + b/c."""
    return _spread(goal, below=True)


def _spread(goal: Expr, below: bool) -> Found | None:
    match goal:
        case Int(f, x, None) if not free_of(f, x):
            apart = pieces(f, x)
            has_bottom = any(isinstance(n, Num) and n.value < 0 for _, n in apart.powers)
            if has_bottom != below:
                return None
            terms = spread(apart, x)
            return None if terms is None else Found(Int(terms, x), (("f", f), ("g", terms)))
    return None


def spread(apart: Pieces, x: Sym) -> Expr | None:
    """The brackets above the line multiplied out, every term a product; None where there are none."""
    if not apart.powers:
        return None
    powers = _polynomial(apart, x)
    if powers is not None:
        return powers
    columns: list[tuple[Expr, ...]] = []
    rest: list[tuple[Expr, Expr]] = []
    for base, n in apart.powers:
        if isinstance(base, Add) and isinstance(n, Num) and n.value >= 1:
            whole = int(n.value)
            columns.extend([base.terms] * whole)
            if n.value != whole:
                rest.append((base, Num(n.value - whole)))
        else:
            rest.append((base, n))
    many = 1
    for column in columns:
        many *= len(column)
    if not columns or len(columns) > LARGEST_BRACKET or many > 600:
        return None
    kept = built(Pieces(apart.constant, tuple(rest)))
    found: dict[object, list[Expr]] = {}
    for choice in combinations(*columns):
        term = pieces(product((*choice, kept)), x)
        bare = built(Pieces(ONE, term.powers))
        found.setdefault(canonical_key(bare), [bare]).append(term.constant)
    if len(found) > MOST_TERMS:
        return None
    terms = ((each[0], tidied(total(each[1:]))) for each in found.values())
    written = [tidied(product((constant, bare))) for bare, constant in terms if constant != ZERO]
    return total(_minus(each) if i else each for i, each in enumerate(written))


def _polynomial(apart: Pieces, x: Sym) -> Expr | None:
    """A product of brackets that is a polynomial, by its powers of x."""
    found = (
        coefficients(built(apart), x)
        if len(apart.powers) > 1 or (apart.powers and isinstance(apart.powers[0][0], Add))
        else None
    )
    if found is None or len(found) < 2 or max(found) > MOST_TERMS:
        return None
    powers = {n: ONE if n == 0 else x if n == 1 else Pow(x, Num(n)) for n in found}
    falling = sign_of(found[max(found)]) != -1  # u² − u⁴ rather than −u⁴ + u²
    terms = [tidied(product((found[n], powers[n]))) for n in sorted(found, reverse=falling)]
    return total(_minus(each) if i else each for i, each in enumerate(terms))


def _minus(term: Expr) -> Expr:
    """A term with a negative number in front as a minus and the rest; the sum itself is left as it is."""
    match term:
        case Num(value) if value < 0:
            return Neg(Num(-value))
        case Mul((Num(value), *rest)) if value < 0:
            return Neg(tidied(product((Num(-value), *rest))))
    return term


def long_division(goal: Expr) -> Expr | Found | None:
    """p/q = s + r/q with the degree of r below that of q."""
    match goal:
        case Int(f, x, None):
            apart = fraction_in(f, x)
            if apart is None:
                return None
            top, bottom, scale = apart
            high, low = max(top), max(bottom)
            if high < low or low == 0:
                return None
            with suppress(TooBig, ZeroDivisionError):
                field = ground(x, (*top.values(), *bottom.values()))
                whole, rest = quotient_and_rest(field.poly(top), field.poly(bottom))
                below = field.written(field.poly(bottom))
                parts = [field.written(whole)] + ([Div(field.written(rest), below)] if rest else [])
                written = tidied(product((scale, total(parts))))
                return Found(Int(written, x), (("f", f), ("p", parts[0])))
    return None


def fraction_in(f: Expr, x: Sym) -> tuple[Mapping[int, Expr], Mapping[int, Expr], Expr] | None:
    """Top and bottom, by degrees, of a rational function of x, and the constant in front."""
    apart = pieces(f, x)
    above: list[Expr] = []
    below: list[Expr] = []
    for base, n in apart.powers:
        if not isinstance(n, Num) or n.value.denominator > 1 or abs(n.value) > 12:
            return None
        (above if n.value > 0 else below).append(Pow(base, Num(abs(n.value))))
    if not below:
        return None
    top, bottom = coefficients(product(above), x), coefficients(product(below), x)
    if not top or not bottom or max(top) > 24 or max(bottom) > 24:
        return None
    return top, bottom, apart.constant


def completed_square(goal: Expr) -> Expr | Found | None:
    """a x² + b x + c = a u² + (c − b²/4a) with u = x + b/2a: below the line, under a root, or in an exponent."""
    match goal:
        case Int(f, x, None):
            for base, n in pieces(f, x).powers:
                inside = n if free_of(base, x) else base
                found = quadratic(inside, x) if not free_of(inside, x) else None
                if found is None or found[1] == ZERO or not _wants_square(n, pieces(f, x)):
                    continue
                return _in_square(goal, inside, *found)
    return None


def _wants_square(n: Expr, apart: Pieces) -> bool:
    """Under a root and in an exponent; below the line only alone, for else the numerator is split."""
    if not isinstance(n, Num) or n.value.denominator > 1:
        return True
    return n.value < 0 and len(apart.powers) == 1


def _in_square(goal: Int, inside: Expr, a: Expr, b: Expr, c: Expr) -> Found:
    """The integral in u = x + b/2a, taken back there."""
    f, x = goal.arg, goal.variable
    u = fresh(f, x)
    shift = tidied(Div(b, product((TWO, a))))
    rest = tidied(Add((c, Neg(Div(Pow(b, TWO), product((Num(4), a)))))))
    line = tidied(Add((x, shift)))
    square, shown = (_plus(tidied(product((a, Pow(each, TWO)))), rest) for each in (u, line))
    key = canonical_key(inside)
    around = mapped(f, lambda e: square if canonical_key(e) == key else e)
    written = tidied(substituted(around, {x.name: Add((u, Neg(shift)))}))
    using = (("q", inside), ("s", shown), ("u", u), ("inside", line))
    return Found(At(Int(written, u), u, line), using)


def _plus(square: Expr, rest: Expr) -> Expr:
    """Their sum; rest − square reads better where the square is subtracted."""
    if rest == ZERO:
        return square
    match square, rest:
        case Neg(_), _:
            return Add((rest, square))
        case Mul((Num(k), *_)), _ if k < 0:
            return Add((rest, Neg(tidied(Neg(square)))))
        case _, Num(value) if value < 0:
            return Add((square, Neg(Num(-value))))
    return Add((square, rest))


def conjugate(goal: Expr) -> Expr | Found | None:
    """1/(√a ± √b), 1/(1 ± sin), 1/(1 ± cos), 1/(sec ± 1) by the factor with the other sign, above and below."""
    match goal:
        case Int(f, x, None):
            for base, n in pieces(f, x).powers:
                if n != Num(-1) or not isinstance(base, Add) or len(base.terms) != 2:
                    continue
                first, second = base.terms
                other = Add((first, second.arg if isinstance(second, Neg) else Neg(second)))
                below = _difference(first, second, x)
                if below is None:
                    continue
                rest = built(pieces(f, x).without(base))
                written = tidied(Div(product((rest, other)), below))
                return Found(Int(written, x), (("c", other), ("d", below)))
    return None


def _difference(first: Expr, second: Expr, x: Sym) -> Expr | None:
    """a² − b² in a form without the root, or as one square by Pythagoras."""
    b = second.arg if isinstance(second, Neg) else second
    match first, b:
        case (Num(one), Fn("sin" | "cos" as name, (u,))) if one == 1:
            return Pow(fn("cos" if name == "sin" else "sin", u), TWO)
        case (Fn("sin" | "cos" as name, (u,)), Num(one)) if one == 1:
            return Neg(Pow(fn("cos" if name == "sin" else "sin", u), TWO))
        case (Fn("sec" | "csc" as name, (u,)), Num(one)) if one == 1:
            return Pow(fn("tan" if name == "sec" else "cot", u), TWO)
        case (Num(one), Fn("sec" | "csc" as name, (u,))) if one == 1:
            return Neg(Pow(fn("tan" if name == "sec" else "cot", u), TWO))
    if not any(isinstance(each, Root) for each in (first, b)):
        return None
    below = tidied(Add((_squared(first), Neg(_squared(b)))))
    if free_of(below, x):
        return below
    return below if isinstance(below, (Sym, Neg)) or coefficients(below, x) is not None else None


def _squared(e: Expr) -> Expr:
    match e:
        case Root(u, Num(n)) if n == 2:
            return u
        case Mul(factors):
            return product(_squared(each) for each in factors)
    return Pow(e, TWO)


RULES = (
    Rule("integrand-multiplied-out", ALGEBRA, "Multiply the integrand out: ${g}$.", multiplied_out, "multiplying out",
         cost=2),
    Rule("long-division", FRACTIONS, "Divide the numerator by the denominator: the quotient is ${p}$.", long_division,
         "long division", cost=2),
    Rule("fraction-split", ALGEBRA, "Divide each term of the numerator: ${g}$.", split_fraction,
         "splitting the fraction", cost=2),
    Rule("square-completed", SQUARES, "Complete the square, ${q} = {s}$, and write ${u} = {inside}$.", completed_square,
         "completing the square", cost=2),
    Rule("conjugate-factor", ALGEBRA, "Multiply above and below by ${c}$; below stands ${d}$ then.", conjugate,
         "the conjugate factor", cost=3),
)  # fmt: skip

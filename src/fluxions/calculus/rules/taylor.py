"""Taylor polynomials: from a known series, term by term, by product and composition, or from the derivatives."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import factorial

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.coefficients import coefficient, scaled
from fluxions.calculus.equality.expansion import polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    ZERO,
    Add,
    At,
    Const,
    Diff,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Root,
    Sym,
    exp,
    fn,
)  # fmt: skip
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.trees import free_of, substituted, symbols

Coefficients = Callable[[int], Fraction]
HIGHEST = 16


def _alternating(k: int) -> int:
    return -1 if k % 2 else 1


SERIES: dict[str, Coefficients] = {
    "exp": lambda k: Fraction(1, factorial(k)),
    "sin": lambda k: Fraction(_alternating(k // 2), factorial(k)) if k % 2 else Fraction(0),
    "cos": lambda k: Fraction(0) if k % 2 else Fraction(_alternating(k // 2), factorial(k)),
    "sinh": lambda k: Fraction(1, factorial(k)) if k % 2 else Fraction(0),
    "cosh": lambda k: Fraction(0) if k % 2 else Fraction(1, factorial(k)),
    "arctan": lambda k: Fraction(_alternating(k // 2), k) if k % 2 else Fraction(0),
    "artanh": lambda k: Fraction(1, k) if k % 2 else Fraction(0),
    "ln(1+u)": lambda k: Fraction(-_alternating(k), k) if k else Fraction(0),
    "1/(1-u)": lambda k: Fraction(1),
}


def binomial_coefficients(p: Fraction) -> Coefficients:
    """The coefficients of (1 + u)ᵖ."""

    def nth(k: int) -> Fraction:
        found = Fraction(1)
        for i in range(k):
            found = found * (p - i) / (i + 1)
        return found

    return nth


def _task(node: Expr) -> tuple[Expr, Sym, Expr, int] | None:
    match node:
        case Operator("taylor", (f, Sym() as x, a, Num(n))) if n.denominator == 1 and 0 <= n <= HIGHEST:
            return f, x, a, int(n)
    return None


def _split(v: Expr, t: Sym) -> tuple[Expr, Expr, int] | None:
    """(d, c, m) where v is d + c tᵐ."""
    known = polynomial(v)
    if known is None:
        return None
    powers = {dict(key).get(t.name, 0) for key in known}
    if len(powers - {0}) != 1:
        return None
    m = max(powers)
    if sum(dict(key).get(t.name, 0) == m for key in known) > 1:
        return None
    return tidied(substituted(v, {t.name: ZERO})), tidied(_coefficient(v, t, m)), m


def _coefficient(v: Expr, t: Sym, m: int) -> Expr:
    from fluxions.calculus.equality.expansion import as_expr

    known = polynomial(v) or {}
    part = {tuple(pair for pair in key if pair[0] != t.name): value for key, value in known.items()
            if dict(key).get(t.name, 0) == m}  # fmt: skip
    return as_expr(part)


class Known:
    """A function as a multiple of a known series of c·tᵐ, plus a constant."""

    def __init__(self, name: str, of: Coefficients, c: Expr, m: int, front: Expr = ONE, plus: Expr = ZERO) -> None:
        self.name, self.of, self.c, self.m, self.front, self.plus = name, of, c, m, front, plus


def known(g: Expr, t: Sym) -> Known | None:
    """The known series that g is made of, with a small argument c·tᵐ."""
    match g:
        case Pow(Const("e"), u) if s := _split(u, t):
            d, c, m = s
            return Known(r"\mathrm{e}^u", SERIES["exp"], c, m, ONE if d == ZERO else exp(d))
        case Fn("sin" | "cos" | "sinh" | "cosh" | "arctan" | "artanh" as name, (u,)) if (s := _split(u, t)) and s[
            0
        ] == ZERO:
            return Known(rf"\{name} u" if name != "artanh" else r"\operatorname{artanh} u", SERIES[name], s[1], s[2])
        case Fn("ln", (v,)) if (s := _split(v, t)) and _positive(s[0]):
            d, c, m = s
            plus = ZERO if d == ONE else fn("ln", d)
            return Known(r"\ln(1 + u)", SERIES["ln(1+u)"], tidied(Div(c, d)), m, plus=plus)
        case Div(top, v) if free_of(top, t) and (s := _split(v, t)) and s[0] != ZERO:
            d, c, m = s
            front = tidied(Div(top, d))
            return Known(r"\frac{1}{1 - u}", SERIES["1/(1-u)"], tidied(Neg(Div(c, d))), m, front)
        case Pow(v, Num(p)) if (s := _split(v, t)) and _positive(s[0]):
            return _binomial(p, s)
        case Div(top, Pow(v, Num(p))) if free_of(top, t) and (s := _split(v, t)) and _positive(s[0]):
            return _binomial(-p, s, top)
        case Root(v, Num(q)) if (s := _split(v, t)) and _positive(s[0]):
            return _binomial(1 / q, s)
        case Div(top, Root(v, Num(q))) if free_of(top, t) and (s := _split(v, t)) and _positive(s[0]):
            return _binomial(-1 / q, s, top)
    return None


def _positive(d: Expr) -> bool:
    value = value_at(d, {}, 106) if not symbols(d) else None
    return value is not None and bool(value > 0)


def _binomial(p: Fraction, s: tuple[Expr, Expr, int], top: Expr = ONE) -> Known:
    d, c, m = s
    return Known(r"(1 + u)^p", binomial_coefficients(p), tidied(Div(c, d)), m, tidied(Mul((top, Pow(d, Num(p))))))


def known_series(node: Expr) -> Expr | Found | None:
    """The known series with its argument put in, up to the degree that is asked."""
    task = _task(node)
    if task is None:
        return None
    f, x, a, n = task
    t = Sym("a distance")  # x − a
    series = known(tidied(substituted(f, {x.name: t if a == ZERO else a + t})), t)
    if series is None:
        return None
    distance = x if a == ZERO else tidied(x - a)
    terms = [] if series.plus == ZERO else [series.plus]
    for k in range(n // series.m + 1):
        number = series.of(k)
        if number:
            rest = tidied(Mul((series.front, Pow(series.c, Num(k)), Pow(distance, Num(series.m * k)))))
            terms.append(tidied(scaled(number, None if rest == ONE else rest)))
    u = tidied(Mul((series.c, Pow(distance, Num(series.m)))))
    return Found(_added(terms), (("u", u), ("n", Num(n)), ("s", f)))


def _added(terms: list[Expr]) -> Expr:
    return ZERO if not terms else terms[0] if len(terms) == 1 else Add(tuple(terms))


def term_by_term(node: Expr) -> Expr | Found | None:
    """The polynomial of a sum is the sum of the polynomials."""
    match _task(node):
        case (Add(terms), x, a, n):
            return Add(tuple(_signed(each, x, a, n) for each in terms))
        case (Neg(f), x, a, n):
            return Neg(Operator("taylor", (f, x, a, Num(n))))
    return None


def _signed(term: Expr, x: Sym, a: Expr, n: int) -> Expr:
    if isinstance(term, Neg):
        return Neg(Operator("taylor", (term.arg, x, a, Num(n))))
    return Operator("taylor", (term, x, a, Num(n)))


def of_polynomial(node: Expr) -> Expr | Found | None:
    """A polynomial at 0 is its own, without the terms of higher degree."""
    match _task(node):
        case (f, x, a, n) if a == ZERO and (flat := _cut(f, x, n)) is not None:
            return Found(flat, (("f", f), ("n", Num(n))))
        case (f, x, _, _) if free_of(f, x):
            return Found(f, (("f", f), ("n", ZERO)))
    return None


def _cut(e: Expr, x: Sym, n: int) -> Expr | None:
    """e multiplied out, by rising degree, up to xⁿ."""
    from fluxions.calculus.equality.expansion import as_expr

    atoms: dict[Expr, Sym] = {}
    low = tuple(each for each in e.terms if not _above(each, x, n)) if isinstance(e, Add) else (e,)
    found = polynomial(Add(low) if low else ZERO, atoms)
    if found is None or any(not free_of(atom, x) for atom in atoms):
        return None
    back = {symbol.name: atom for atom, symbol in atoms.items()}
    rows: dict[int, dict[tuple[tuple[str, int], ...], Fraction]] = {}
    for key, value in found.items():
        rows.setdefault(dict(key).get(x.name, 0), {})[key] = value
    terms: list[Expr] = []
    for degree in sorted(rows):
        if degree <= n:
            part = substituted(as_expr(rows[degree]), back)
            terms.extend(part.terms if isinstance(part, Add) else (part,))
    return _added(terms)


def _above(term: Expr, x: Sym, n: int) -> bool:
    _, rest = coefficient(term)
    return isinstance(rest, Pow) and rest.base == x and isinstance(rest.exponent, Num) and rest.exponent.value > n


def factor_of_powers(node: Expr) -> Expr | Found | None:
    """c·xᵐ·g: the polynomial of g up to degree n − m, times c·xᵐ; g/xᵐ: up to degree n + m, over xᵐ."""
    match _task(node):
        case (Mul(factors), x, a, n) if a == ZERO:
            front = tuple(each for each in factors if _is_monomial(each, x))
            rest = tuple(each for each in factors if not _is_monomial(each, x))
            m = sum(_degree(each, x) for each in front)
            if front and len(rest) == 1 and m <= n:
                inner = Operator("taylor", (rest[0], x, a, Num(n - m)))
                return Found(_upto(Mul((*front, inner)), node), (("u", _product(front)), ("f", rest[0])))
        case (Div(g, v), x, a, n) if a == ZERO and _is_monomial(v, x) and not free_of(v, x):
            m = _degree(v, x)
            inner = Operator("taylor", (g, x, a, Num(n + m)))
            return Found(Operator("upto", (Div(inner, v), x, a, Num(n))), (("u", Div(ONE, v)), ("f", g)))
        case (Div(g, v), x, a, n) if free_of(v, x):
            return Found(Div(Operator("taylor", (g, x, a, Num(n))), v), (("u", Div(ONE, v)), ("f", g)))
        case (Mul(factors), x, a, n) if c := tuple(each for each in factors if free_of(each, x)):
            rest = tuple(each for each in factors if not free_of(each, x))
            return Found(
                Mul((*c, Operator("taylor", (_product(rest), x, a, Num(n))))),
                (("u", _product(c)), ("f", _product(rest))),
            )
    return None


def _is_monomial(e: Expr, x: Sym) -> bool:
    return (
        free_of(e, x)
        or e == x
        or (isinstance(e, Pow) and e.base == x and isinstance(e.exponent, Num) and _whole(e.exponent))
    )


def _whole(n: Num) -> bool:
    return n.value.denominator == 1 and n.value > 0


def _degree(e: Expr, x: Sym) -> int:
    return 0 if free_of(e, x) else 1 if e == x else int(e.exponent.value)  # type: ignore[attr-defined]


def _product(factors: tuple[Expr, ...]) -> Expr:
    return factors[0] if len(factors) == 1 else Mul(factors)


def _upto(e: Expr, node: Expr) -> Expr:
    return Operator("upto", (e, *node.children[1:]))


def product_of_series(node: Expr) -> Expr | Found | None:
    """Multiply the polynomials of the factors, and keep what is not above the degree."""
    match _task(node):
        case (Mul((f, g)), x, a, n) if a == ZERO and _has_series(f, x) and _has_series(g, x):
            both = tuple(Operator("taylor", (each, x, a, Num(n))) for each in (f, g))
            return Found(_upto(Mul(both), node), (("f", f), ("g", g), ("n", Num(n))))
        case (Pow(f, Num(k)), x, a, n) if a == ZERO and k in (2, 3) and _has_series(f, x):
            return Found(
                _upto(Pow(Operator("taylor", (f, x, a, Num(n))), Num(k)), node), (("f", f), ("g", f), ("n", Num(n)))
            )
        case (Div(f, g), x, a, n) if a == ZERO and _has_series(f, x) and known(Div(ONE, g), x) is not None:
            both = tuple(Operator("taylor", (each, x, a, Num(n))) for each in (f, Div(ONE, g)))
            return Found(_upto(Mul(both), node), (("f", f), ("g", Div(ONE, g)), ("n", Num(n))))
    return None


def _has_series(f: Expr, x: Sym) -> bool:
    return known(tidied(f), x) is not None or polynomial(f) is not None


def composition_of_series(node: Expr) -> Expr | Found | None:
    """The polynomial of the inner function put into the known series of the outer one."""
    match _task(node):
        case (Pow(Const("e"), u), _, a, _) if a == ZERO:
            return _composed(exp, u, node)
        case (Fn(name, (u,)), _, a, _) if a == ZERO and name in SERIES:
            return _composed(lambda v: fn(name, v), u, node)
        case (Fn("ln", (v,)), x, a, _) if a == ZERO and not free_of(v, x):
            return _composed(lambda w: fn("ln", ONE + w), tidied(v - ONE), node)
    return None


def _composed(outer: Callable[[Expr], Expr], u: Expr, node: Expr) -> Expr | Found | None:
    f, x, a, n = node.children
    start = tidied(substituted(u, {x.name: ZERO}))  # type: ignore[attr-defined]
    t = Sym("t" if "t" not in symbols(f) else "w")
    if start != ZERO or isinstance(u, Sym) or not all(_has_series(each, x) for each in _terms(u)):  # type: ignore[arg-type]
        return None
    outside = Operator("taylor", (outer(t), t, ZERO, n))
    inside = Operator("taylor", (u, x, a, n))
    return Found(_upto(At(outside, t, inside), node), (("u", u), ("f", outer(t)), ("n", n)))


def _terms(e: Expr) -> tuple[Expr, ...]:
    terms = e.terms if isinstance(e, Add) else (e,)
    return tuple(each.arg if isinstance(each, Neg) else each for each in terms)


def multiplied_and_cut(node: Expr) -> Expr | Found | None:
    """Multiplied out, without the terms above the degree."""
    match node:
        case Operator("upto", (Div(p, v), Sym() as x, a, Num(n))) if a == ZERO and _is_monomial(v, x):
            flat = _cut(p, x, int(n) + _degree(v, x))
            if flat is not None:
                terms = [tidied(Div(each, v)) for each in (flat.terms if isinstance(flat, Add) else (flat,))]
                return Found(_added(terms), (("n", Num(n)), ("x", x)))
        case Operator("upto", (e, Sym() as x, a, Num(n))) if a == ZERO and (flat := _cut(e, x, int(n))) is not None:
            return Found(flat, (("n", Num(n)), ("x", x)))
    return None


def by_derivatives(node: Expr) -> Expr | Found | None:
    """f(a) + f'(a)(x − a) + f''(a)/2 (x − a)² + …"""
    task = _task(node)
    if task is None or task[3] > 8:
        return None
    f, x, a, n = task
    terms: list[Expr] = []
    slope: Expr = f
    for k in range(n + 1):
        distance = x if a == ZERO else tidied(x - a)
        height = At(slope, x, a)
        front = height if k < 2 else Div(height, Num(factorial(k)))
        terms.append(front if k == 0 else Mul((front, distance if k == 1 else Pow(distance, Num(k)))))
        slope = Diff(slope, x)
    return Found(_added(terms), (("f", f), ("a", a), ("n", Num(n))))


SKILL = "taylor-polynomials"
RULES = (
    Rule("taylor-of-polynomial", SKILL, "${f}$ is a polynomial already: keep the terms up to degree ${n}$.",
         of_polynomial, "a polynomial"),
    Rule("known-series", SKILL, "The series of ${s}$ is known: take it with $u = {u}$, up to degree ${n}$.",
         known_series, "a known series"),
    Rule("taylor-term-by-term", SKILL, "The polynomial of a sum is the sum of the polynomials.", term_by_term,
         "series term by term"),
    Rule("taylor-factor", SKILL, "Find the polynomial of ${f}$ and multiply by ${u}$.", factor_of_powers,
         "a power in front of a series"),
    Rule("taylor-product", SKILL, "Multiply the polynomials of ${f}$ and ${g}$, and keep the terms up to degree "
         "${n}$.", product_of_series, "the product of two series"),
    Rule("taylor-composition", SKILL, "Put the polynomial of ${u}$ into that of ${f}$, and keep the terms up to "
         "degree ${n}$.", composition_of_series, "a series put into a series"),
    Rule("taylor-by-derivatives", SKILL, "The value and the derivatives of ${f}$ at ${a}$, each over its factorial, "
         "are the coefficients, up to degree ${n}$.", by_derivatives, "the Taylor formula"),
)  # fmt: skip
CUT = (
    Rule(
        "multiplied-and-cut",
        SKILL,
        "Multiply out and leave out all powers above degree ${n}$ in ${x}$.",
        multiplied_and_cut,
        "cutting off",
    ),
)

"""How integrands are built: powers of x, exponentials, polynomials whose coefficients may hold parameters."""

from __future__ import annotations

from fluxions.calculus.equality.expansion import as_expr, polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, Const, Div, Expr, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.trees import free_of

HIGHEST = 12
Coefficients = dict[int, Expr]


def coefficients(e: Expr, x: Sym) -> Coefficients | None:
    """e as Σ cₙ xⁿ with coefficients free of x, none of them 0; None where it is no polynomial in x."""
    found = _collected(e, x)
    if found is None:
        return None
    tidy = {n: tidied(_flat(value)) for n, value in found.items()}
    return {n: value for n, value in tidy.items() if value != ZERO} or {0: ZERO}


def _flat(e: Expr) -> Expr:
    """A coefficient multiplied out, where it is a polynomial in its parameters."""
    known = polynomial(e)
    return e if known is None else as_expr(known)


def _collected(e: Expr, x: Sym) -> Coefficients | None:
    if free_of(e, x):
        return {0: e}
    match e:
        case Sym():
            return {1: ONE}
        case Neg(u):
            return _each(_collected(u, x), Neg)
        case Add(terms):
            return _sum([_collected(term, x) for term in terms])
        case Mul(factors):
            return _product([_collected(factor, x) for factor in factors])
        case Div(u, v) if free_of(v, x):
            return _each(_collected(u, x), lambda value: Div(value, v))
        case Pow(u, Num(n)) if n.denominator == 1 and 0 <= n <= HIGHEST:
            return _product([_collected(u, x)] * int(n))
    return None


def _each(found: Coefficients | None, change: type[Neg] | object) -> Coefficients | None:
    return None if found is None else {n: change(value) for n, value in found.items()}  # type: ignore[operator]


def _sum(parts: list[Coefficients | None]) -> Coefficients | None:
    total: dict[int, tuple[Expr, ...]] = {}
    for part in parts:
        if part is None:
            return None
        for n, value in part.items():
            total[n] = (*total.get(n, ()), value)
    return {n: values[0] if len(values) == 1 else Add(values) for n, values in total.items()}


def _product(parts: list[Coefficients | None]) -> Coefficients | None:
    total: Coefficients = {0: ONE}
    for part in parts:
        if part is None:
            return None
        pairs = [{n + m: _times(a, b)} for n, a in total.items() for m, b in part.items()]
        if len(pairs) > 200:
            return None
        joined = _sum(list(pairs))
        total = joined or {0: ZERO}
        if max(total) > 3 * HIGHEST:
            return None
    return total


def _times(a: Expr, b: Expr) -> Expr:
    return b if a == ONE else a if b == ONE else tidied(Mul((a, b)))


def power_of(e: Expr, x: Sym) -> Expr | None:
    """n where e is xⁿ (1 = x⁰, √x = x^(1/2), 1/x = x^(−1)), n free of x."""
    match e:
        case Num(value) if value == 1:
            return ZERO
        case Sym() if e == x:
            return ONE
        case Pow(u, n) if free_of(n, x):
            inner = power_of(u, x)
            return None if inner is None or inner == ZERO else tidied(Mul((inner, n)))
        case Root(u, Num(k)):
            inner = power_of(u, x)
            return None if inner is None or inner == ZERO else tidied(Div(inner, Num(k)))
        case Div(top, bottom):
            above, below = power_of(top, x), power_of(bottom, x)
            return None if above is None or below is None else tidied(above - below)
        case Mul(factors):
            parts = [power_of(each, x) for each in factors]
            return None if None in parts else tidied(Add(tuple(each for each in parts if each is not None)))
    return None


def split_exponential(f: Expr) -> tuple[Expr, Expr | None]:
    """(g, u) with f = g·eᵘ: the exponentials of a product put together; u is None where there are none."""
    rest, exponents = _exponentials(f)
    if not exponents:
        return f, None
    factor = ONE if not rest else rest[0] if len(rest) == 1 else Mul(tuple(rest))
    return factor, exponents[0] if len(exponents) == 1 else Add(tuple(exponents))


def _exponentials(f: Expr) -> tuple[list[Expr], list[Expr]]:
    match f:
        case Pow(Const("e"), u):
            return [], [u]
        case Mul(factors):
            parts = [_exponentials(each) for each in factors]
            return [each for rest, _ in parts for each in rest], [each for _, found in parts for each in found]
        case Div(top, bottom):
            above, up = _exponentials(top)
            below, down = _exponentials(bottom)
            rest: list[Expr] = above if not below else [Div(_joined(above), _joined(below))]
            return rest, [*up, *(Neg(each) for each in down)]
        case Neg(u):
            rest, found = _exponentials(u)
            return [Num(-1), *rest], found
    return ([] if f == ONE else [f]), []


def _joined(factors: list[Expr]) -> Expr:
    return ONE if not factors else factors[0] if len(factors) == 1 else Mul(tuple(factors))


def negative(e: Expr) -> Expr:
    """−e with the sign carried into a sum: t − λ becomes λ − t."""
    if not isinstance(e, Add):
        return tidied(Neg(e))
    terms = [each.arg if isinstance(each, Neg) else Neg(each) for each in e.terms]
    return Add(tuple(sorted(terms, key=lambda each: isinstance(each, Neg))))


__all__ = ["Coefficients", "coefficients", "negative", "power_of", "split_exponential"]

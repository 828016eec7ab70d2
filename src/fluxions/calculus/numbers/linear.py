"""An unknown that stands in an expression only as a rational multiple of itself, set free."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.expr import Add, Div, Expr, Mul, Neg, Num, Sym, num
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import free_of


def alone(e: Expr, name: str) -> Expr | None:
    """The formula of the unknown for which e is 0; None where it stands in e otherwise."""
    x = Sym(name)
    factor = num(0).value
    rest: list[Expr] = []
    for sign, term in _terms(e):
        if free_of(term, x):
            rest.append(term if sign > 0 else Neg(term))
            continue
        multiple = _multiple(term, x)
        if multiple is None:
            return None
        factor += sign * multiple.value
    if not factor:
        return None
    total = Add(tuple(rest)) if len(rest) > 1 else rest[0] if rest else num(0)
    return total if factor == -1 else Neg(total) if factor == 1 else Div(Neg(total), num(factor))


def _multiple(term: Expr, x: Sym) -> Num | None:
    """r of r·x."""
    if term == x:
        return num(1)
    match term:
        case Mul(factors) if factors.count(x) == 1:
            known = [rational_value(each) for each in factors if each != x]
            if None not in known:
                product = num(1).value
                for each in known:
                    product *= each  # type: ignore[operator]
                return num(product)
        case Div(top, bottom):
            below, above = rational_value(bottom), _multiple(top, x)
            if below and above is not None:
                return num(above.value / below)
    return None


def _terms(e: Expr, sign: int = 1) -> Iterator[tuple[int, Expr]]:
    match e:
        case Add(parts):
            for part in parts:
                yield from _terms(part, sign)
        case Neg(u):
            yield from _terms(u, -sign)
        case _:
            yield sign, e

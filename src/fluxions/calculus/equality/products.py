"""Products of high powers compared factor by factor: (a − x)⁶⁰⁰⁰ is (x − a)⁶⁰⁰⁰ without 6,001 terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from fluxions.calculus.equality.kernels import NoNormal
from fluxions.calculus.equality.normal import Normal
from fluxions.calculus.expr import Div, Expr, Mul, Neg, Num, Pow
from fluxions.calculus.numbers.polynomials import MOST_BITS, TooBig


@dataclass(slots=True)
class _Product:
    """A rational number and powers of irreducible factors, by their keys."""

    content: Fraction = Fraction(1)
    powers: dict[str, int] = field(default_factory=dict)

    def number(self, value: Fraction, n: int) -> None:
        """Times a number to the nth."""
        if value == 0:
            raise ZeroDivisionError
        if (value.numerator.bit_length() + value.denominator.bit_length()) * abs(n) > MOST_BITS and abs(value) != 1:
            raise TooBig
        self.content *= value**n if abs(value) != 1 else value ** (n % 2)

    def factor(self, key: str, n: int) -> None:
        """Times a factor to the nth."""
        self.powers[key] = self.powers.get(key, 0) + n
        if self.powers[key] == 0:
            del self.powers[key]


def same_product(a: Expr, b: Expr, field: Normal) -> bool:
    """Have both the same factors, each as often? They are not 0 then; a no proves nothing."""
    try:
        return _product(a, field) == _product(b, field)
    except (TooBig, NoNormal, ZeroDivisionError):
        return False


def _product(e: Expr, field: Normal) -> _Product:
    found = _Product()
    _gather(e, 1, field, found)
    return found


def _gather(e: Expr, n: int, field: Normal, into: _Product) -> None:
    match e:
        case Num(value):
            into.number(value, n)
        case Neg(u):
            into.number(Fraction(-1), n)
            _gather(u, n, field, into)
        case Mul(factors):
            for each in factors:
                _gather(each, n, field, into)
        case Div(top, bottom):
            _gather(top, n, field, into)
            _gather(bottom, -n, field, into)
        case Pow(base, Num(power)) if power.denominator == 1:
            _gather(base, n * power.numerator, field, into)
        case _:
            value = field.lowest(field.of(e))
            if value.top.is_zero():
                raise ZeroDivisionError
            content, parts = field.factored(value)
            into.number(content, n)
            for factor, power in parts:
                into.factor(factor.key(), n * power)

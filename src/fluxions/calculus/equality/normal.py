"""A tree as a rational function in kernels, and the derivative of one: exact identities without expansion of trees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.kernels import MOST_GENERATORS, Field, Kernel, NoNormal, Units
from fluxions.calculus.expr import (
    Add,
    At,
    Const,
    Diff,
    Div,
    E,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Pow,
    Rate,
    Root,
    Sym,
    fn,
    num,
)  # fmt: skip
from fluxions.calculus.numbers.polynomials import Quotient, TooBig, expansion
from fluxions.calculus.trees import standing, substituted
from fluxions.calculus.vocabulary import FUNCTIONS

ODD = frozenset({"arcsin", "arctan", "erf", "Si", "sign"})
TWO = num(2)
# values at positive rational numbers, as parts of π; there are no others
QUARTERS = {
    ("arctan", Fraction(1)): Fraction(1, 4), ("arcsin", Fraction(1)): Fraction(1, 2),
    ("arcsin", Fraction(1, 2)): Fraction(1, 6),
}  # fmt: skip
STEEP = 16  # powers up to this one are expanded at once
MOST_EXPANDED = 20_000  # words of 64 bits in all coefficients of a power
KEPT = frozenset({Pow, Root, Fn})  # what is dear to write and often met again

# functions that are rational in others: f(u) as a tree
REWRITTEN: dict[str, Callable[..., Expr]] = {
    "tan": lambda u: fn("sin", u) / fn("cos", u),
    "cot": lambda u: fn("cos", u) / fn("sin", u),
    "sec": lambda u: 1 / fn("cos", u),
    "csc": lambda u: 1 / fn("sin", u),
    "arccos": lambda u: Const("pi") / 2 - fn("arcsin", u),
    "arccot": lambda u: Const("pi") / 2 - fn("arctan", u),
    "arcsec": lambda u: fn("arccos", 1 / u),
    "arccsc": lambda u: fn("arcsin", 1 / u),
    "sinh": lambda u: (Const("e") ** u - Const("e") ** -u) / 2,
    "cosh": lambda u: (Const("e") ** u + Const("e") ** -u) / 2,
    "tanh": lambda u: (Const("e") ** (2 * u) - 1) / (Const("e") ** (2 * u) + 1),
    "coth": lambda u: 1 / fn("tanh", u),
    "sech": lambda u: 1 / fn("cosh", u),
    "csch": lambda u: 1 / fn("sinh", u),
    "arsinh": lambda u: fn("ln", u + Root(u**2 + 1, TWO)),
    "arcosh": lambda u: fn("ln", u + Root(u**2 - 1, TWO)),
    "artanh": lambda u: fn("ln", (1 + u) / (1 - u)) / 2,
    "sigmoid": lambda u: 1 / (1 + Const("e") ** -u),
    "softplus": lambda u: fn("ln", 1 + Const("e") ** u),
    "silu": lambda u: u * fn("sigmoid", u),
    "logit": lambda u: fn("ln", u / (1 - u)),
    "relu": lambda u: (u + fn("abs", u)) / 2,
    "erfc": lambda u: 1 - fn("erf", u),
    "Phi": lambda u: (1 + fn("erf", u / Root(TWO, TWO))) / 2,
    "phi": lambda u: Const("e") ** (-(u**2) / 2) / Root(2 * Const("pi"), TWO),
    "gelu": lambda u: u * fn("Phi", u),
    "log": lambda u, b: fn("ln", u) / fn("ln", b),
    "factorial": lambda u: fn("gamma", u + 1),
}

# d/du f(u) of the functions that stay kernels
SLOPES: dict[str, Callable[[Expr], Expr]] = {
    "arcsin": lambda u: 1 / Root(1 - u**2, TWO),
    "arctan": lambda u: 1 / (1 + u**2),
    "erf": lambda u: 2 / Root(Const("pi"), TWO) * Const("e") ** -(u**2),
    "Ei": lambda u: Const("e") ** u / u,
    "Si": lambda u: fn("sin", u) / u,
    "Ci": lambda u: fn("cos", u) / u,
    "li": lambda u: 1 / fn("ln", u),
    "sign": lambda u: num(0),
    "floor": lambda u: num(0),
    "ceil": lambda u: num(0),
}


class Steep(Exception):
    """A high power of a sum is met: factors may tell without its terms."""


class Normal(Field):
    """Writes trees as quotients of one field."""

    def __init__(self, units: Units, generators: int = MOST_GENERATORS[0], budget: Budget | None = None) -> None:
        super().__init__(units, generators, budget)
        self.written: dict[Expr, Quotient] = {}  # powers, roots and functions that were met
        self.wary = False  # does a high power of a sum end the writing?
        self.turns: dict[Expr, tuple[Quotient, Quotient]] = {}  # sine and cosine of an angle

    def of(self, e: Expr) -> Quotient:
        """The tree as a quotient; raises NoNormal, TooBig, Finer or ZeroDivisionError."""
        kind = type(e)
        write = _WRITERS.get(kind)
        if write is None:
            raise NoNormal
        if kind not in KEPT:
            return self.paid(write(self, e))
        found = self.written.get(e)
        if found is None:
            found = self.written[e] = self.paid(write(self, e))
        return found

    def _number(self, e: Num) -> Quotient:
        return self.number(e.value)

    def _symbol(self, e: Sym) -> Quotient:
        return self.named("sym", e.name)

    def _constant(self, e: Const) -> Quotient:
        match e.name:
            case "pi":
                return self.named("pi", "pi")
            case "e":
                return self.power(None, self.one)
            case "i":
                return self.named("i", "i")
        raise NoNormal

    def _sum(self, e: Add) -> Quotient:
        total = self.of(e.terms[0])
        for term in e.terms[1:]:
            total = total + self.of(term)
        return total

    def _product(self, e: Mul) -> Quotient:
        total = self.of(e.factors[0])
        for factor in e.factors[1:]:
            total = total * self.of(factor)
        return total

    def _negative(self, e: Neg) -> Quotient:
        return -self.of(e.arg)

    def _fraction(self, e: Div) -> Quotient:
        below = self.of(e.bottom)
        if self.vanishes(below):
            raise ZeroDivisionError
        return self.of(e.top) / below

    def _powered(self, e: Pow) -> Quotient:
        if e.base == E:
            return self._exponential(e.exponent)
        if type(e.exponent) is Num and e.exponent.value.denominator == 1:
            return self._whole_power(self.of(e.base), e.exponent.value.numerator)
        exponent = self.of(e.exponent)
        value = self.lowest(exponent).constant()
        base = self.of(e.base)
        if value is None:
            return self.power(self.lowest(base), exponent)
        if value.denominator > 1:
            return self.root(base, value)
        return self._whole_power(base, value.numerator)

    def _whole_power(self, base: Quotient, n: int) -> Quotient:
        if n < 0 and self.vanishes(base):
            raise ZeroDivisionError
        if abs(n) > STEEP:
            if self.wary and max(len(base.top), len(base.bottom)) > 1:
                raise Steep
            if max(expansion(base.top, abs(n)), expansion(base.bottom, abs(n))) > MOST_EXPANDED:
                raise TooBig
        return base**n

    def _exponential(self, exponent: Expr) -> Quotient:
        """e^u, where e^(c ln v) is v^c."""
        terms = exponent.terms if isinstance(exponent, Add) else (exponent,)
        result, rest = self.one, []
        for term in terms:
            factor, log = _log_part(term)
            if log is None:
                rest.append(term)
            else:
                result = result * self._powered(Pow(log, factor))
        return result * self.power(None, self._sum(Add(tuple(rest)))) if rest else result

    def _root(self, e: Root) -> Quotient:
        degree = e.degree.value if type(e.degree) is Num else self.of(e.degree).constant()
        if degree is None or degree.denominator > 1 or degree < 1:
            raise NoNormal
        radicand = self.of(e.arg)
        return radicand if degree == 1 else self.root(radicand, 1 / degree)

    def _function(self, e: Fn) -> Quotient:
        name, args = e.name, e.args
        if name in REWRITTEN:
            return self.of(REWRITTEN[name](*args))
        if name in ("max", "min"):
            return self._extreme(name, args)
        if name in ("sin", "cos"):
            return self._turn(args[0])[name == "cos"]
        values = [self.of(each) for each in args]
        if name == "ln":
            return self.ln(values[0])
        if name == "abs":
            return self.absolute(values[0])
        return self._opaque(name, args, values)

    def _turn(self, angle: Expr) -> tuple[Quotient, Quotient]:
        """(sin, cos) of an angle."""
        found = self.turns.get(angle)
        if found is None:
            found = self.turns[angle] = self.circle(self.of(angle))
        return found

    def _extreme(self, name: str, args: tuple[Expr, ...]) -> Quotient:
        result, half = self.of(args[0]), self.number(Fraction(1, 2))
        for each in args[1:]:
            other = self.of(each)
            gap = self.absolute(result - other)
            result = (result + other + (gap if name == "max" else -gap)) * half
        return result

    def _opaque(self, name: str, args: tuple[Expr, ...], values: list[Quotient]) -> Quotient:
        """A kernel of its own; an odd function takes the sign out."""
        lowest = [self.lowest(each) for each in values]
        if name in ODD and lowest[0].top.is_zero():
            return self.zero
        flipped = name in ODD and lowest[0].top.leading_coefficient() < 0
        if flipped:
            lowest, args = [-lowest[0]], (Neg(args[0]),)
        value = lowest[0].constant()
        turn = None if value is None else QUARTERS.get((name, value))
        if turn is not None:
            found = self.number(turn) * self.named("pi", "pi")
            return -found if flipped else found
        key = f"{name}({', '.join(each.key() for each in lowest)})"
        arg = lowest[0] if len(lowest) == 1 else None
        found = self.generator(self.kernel(Kernel("fn", name, arg, trees=args), key))
        return -found if flipped else found

    # --- operators -------------------------------------------------------------------------------------------------
    def _derivative(self, e: Diff) -> Quotient:
        return self.derivative(self.of(e.arg), e.variable.name)

    def _value(self, e: At) -> Quotient:
        if standing(e.arg):
            raise NoNormal
        return self.of(substituted(e.arg, {e.variable.name: e.point}))

    def _average(self, e: Rate) -> Quotient:
        rise = self._value(At(e.arg, e.variable, e.end)) - self._value(At(e.arg, e.variable, e.start))
        run = self.of(e.end) - self.of(e.start)
        if self.vanishes(run):
            raise ZeroDivisionError
        return rise / run

    def derivative(self, q: Quotient, x: str) -> Quotient:
        """The derivative of a quotient by a symbol."""
        if q.bottom.is_one():
            return self._slope(q.top, x)
        top, bottom = self._slope(q.top, x), self._slope(q.bottom, x)
        below = Quotient(q.bottom, self.one.bottom)
        return (top * below - Quotient(q.top, self.one.bottom) * bottom) / (below * below)

    def _slope(self, poly: object, x: str) -> Quotient:
        total: Quotient | None = None
        for place, degree in enumerate(poly.degrees()):  # type: ignore[attr-defined]
            if degree > 0:  # -1 in the zero polynomial
                slope = self._kernel_slope(place, x)
                if not slope.top.is_zero():
                    part = Quotient(poly.derivative(place), self.one.bottom) * slope  # type: ignore[attr-defined]
                    total = part if total is None else total + part
        return self.zero if total is None else total

    def _kernel_slope(self, place: int, x: str) -> Quotient:
        kernel = self.kernels[place]
        if kernel.kind == "sym":
            return self.one if kernel.name == x else self.zero
        if kernel.arg is None:
            if kernel.kind in ("pi", "i"):
                return self.zero
            raise NoNormal
        inner, itself = self.derivative(kernel.arg, x), self.generator(place)
        match kernel.kind:
            case "power":
                return itself * self._exponent_slope(kernel, inner, x)
            case "root":
                return self.zero if inner.top.is_zero() else itself * inner / (self.number(kernel.degree) * kernel.arg)
            case "abs":
                return self.zero if inner.top.is_zero() else itself * inner / kernel.arg
            case "ln":
                return inner / kernel.arg
            case "wave":
                return self.generator(self.places[("cosine", kernel.name)]) * inner
            case "cosine":
                return -self.generator(self.places[("wave", kernel.name)]) * inner
        return self._function_slope(kernel, inner)

    def _exponent_slope(self, kernel: Kernel, inner: Quotient, x: str) -> Quotient:
        if kernel.base is None:
            return inner
        assert kernel.arg is not None
        below = self.derivative(kernel.base, x)
        logarithm = inner if inner.top.is_zero() else inner * self.ln(kernel.base)
        return logarithm if below.top.is_zero() else logarithm + kernel.arg * below / kernel.base

    def _function_slope(self, kernel: Kernel, inner: Quotient) -> Quotient:
        if inner.top.is_zero():
            return self.zero
        name = kernel.name
        if name in SLOPES:
            return self.of(SLOPES[name](*kernel.trees)) * inner
        if name in FUNCTIONS:
            raise NoNormal
        return self.of(Fn(name + "'", kernel.trees)) * inner


def _log_part(term: Expr) -> tuple[Expr, Expr | None]:
    """(c, v) where the term is c·ln(v)."""
    match term:
        case Fn("ln", (v,)):
            return num(1), v
        case Neg(inner):
            factor, log = _log_part(inner)
            return Neg(factor), log
        case Div(top, bottom):
            factor, log = _log_part(top)
            return Div(factor, bottom), log
        case Mul(factors):
            logs = [each for each in factors if isinstance(each, Fn) and each.name == "ln"]
            if len(logs) == 1:
                rest = tuple(each for each in factors if each is not logs[0])
                return Mul(rest), logs[0].args[0]
    return term, None


_WRITERS: Mapping[type, Callable[..., Quotient]] = {
    Num: Normal._number, Sym: Normal._symbol, Const: Normal._constant, Add: Normal._sum, Mul: Normal._product,
    Neg: Normal._negative, Div: Normal._fraction, Pow: Normal._powered, Root: Normal._root, Fn: Normal._function,
    Diff: Normal._derivative, At: Normal._value, Rate: Normal._average,
}  # fmt: skip

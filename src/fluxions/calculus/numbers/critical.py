"""Where a relation in one variable may change its truth: a set of places that holds all zeros, poles and kinks.

Rational functions give them exactly, as do absolute values, square roots, exponentials and logarithms of lines, by
way of polynomials that vanish wherever the guard does. What is left is isolated in balls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from flint import arb, fmpq_poly

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import PI, Add, Div, E, Expr, Fn, Mul, Neg, Num, Piecewise, Pow, Root, Sym, num
from fluxions.calculus.numbers.balls import Ball, ball, precision, value_at
from fluxions.calculus.numbers.domain import edges, kinks
from fluxions.calculus.numbers.linear import alone
from fluxions.calculus.numbers.nearness import fractions_in
from fluxions.calculus.numbers.parity import binomial, signs_in_one_variable
from fluxions.calculus.numbers.place import REFINED, Place, Places, in_order
from fluxions.calculus.numbers.polynomials import (
    TooBig,
    fraction,
    in_one_variable,
    outer,
    ratio_in,
    rational,
    real_roots,
)
from fluxions.calculus.numbers.roots import Unsettled, Window, zeros
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import canonical_key, free_of, mapped, nodes, symbols

KERNEL = Sym("the kernel")  # a name that no reader gives
MOST_BRANCHES = 16
MOST_PARTS = 720  # top and bottom of a multiple of π that is recognised
GUARD_COST = 80


def places(
    guards: Sequence[Expr], x: Sym, budget: Budget, window: Window = (None, None), *, isolate: bool = True
) -> Places:
    """All points where one of the guards may be zero, jump, bend or cease to be real; raises Unsettled.

    Where no polynomial tells, zeros are isolated in balls, within the window, unless `isolate` is false; then
    `complete` is false, because beyond 2¹⁶ and nearer than 2⁻¹²⁰ to a pole nothing is known.
    """
    survey = _Survey(x, budget, window, isolate)
    found = [place for guard in _with_inner(guards, x) for place in survey.of(guard)]
    return Places(in_order(found), survey.complete)


@dataclass(slots=True)
class _Survey:
    x: Sym
    budget: Budget
    window: Window
    isolate: bool = True
    complete: bool = True
    known: dict[Expr, tuple[Place, ...]] = field(default_factory=dict)

    def of(self, guard: Expr) -> tuple[Place, ...]:
        """The places of one guard."""
        if guard not in self.known:
            self.budget.spend(GUARD_COST)
            exact = [] if free_of(guard, self.x) or nowhere(guard) else _exact(guard, self.x)
            self.known[guard] = tuple(self.parted(guard) if exact is None else exact)
        return self.known[guard]

    def parted(self, guard: Expr) -> Iterator[Place]:
        """Through products, quotients, powers and what vanishes with its argument; else isolated."""
        match guard:
            case Add((u, Neg(Num(value)))) if value == 0:
                yield from self.of(u)
            case Mul() | Div():
                for part in guard.children:
                    yield from self.of(part)
            case Neg(u) | Root(u, _) | Pow(u, Num()):
                yield from self.of(u)
            case Fn("abs" | "sign" | "arctan" | "arcsin" | "sinh" | "tanh" | "arsinh" | "artanh" | "erf", (u,)):
                yield from self.of(u)
            case _:
                yield from self.isolated(guard)

    def isolated(self, guard: Expr) -> Iterator[Place]:
        if not self.isolate or symbols(guard) != {self.x.name}:
            raise Unsettled
        self.complete = False
        inner = [each for each in _with_inner([guard], self.x) if each != guard]
        edges = [(place.low, place.high) for each in inner for place in self.of(each)]
        for low, high in zeros(guard, self.x, edges, self.window, self.budget):
            yield Place(low, high, num(low)) if low == high else _part_of_pi(low, high) or Place(low, high, tight=True)


def _part_of_pi(low: Fraction, high: Fraction) -> Place | None:
    """qπ with a small rational q, where 200 bits agree with it."""
    with precision(REFINED):
        share = fractions_in(ball(low).union(ball(high)) / arb.pi(), MOST_PARTS)
    return None if share is None else _at(Mul((num(share), PI)))


def _with_inner(guards: Sequence[Expr], x: Sym) -> Iterator[Expr]:
    """The guards, and what inside them decides where they are real, bend or have poles."""
    seen: dict[Expr, None] = {}
    for guard in guards:
        inner = [guard, *kinks(guard), *edges(guard), *bottoms(guard)]
        seen.update((each, None) for each in inner if not free_of(each, x))
    return iter(seen)


def restrictions(e: Expr) -> frozenset[object]:
    """Names of all that decides where e is real: of equal ones the domains are the same, isolated points included."""
    return frozenset(canonical_key(each) for each in (*edges(e), *bottoms(e)) if symbols(each))


def nowhere(e: Expr) -> bool:
    """Is it seen at once that e has no value anywhere? One divides by the number 0, and not in a case only."""
    zero = any(isinstance(node, Div) and rational_value(node.bottom) == 0 for node in nodes(e))
    return zero and not any(isinstance(node, Piecewise) for node in nodes(e))


def bottoms(e: Expr) -> Iterator[Expr]:
    """Expressions at whose zeros e may have a pole."""
    for node in nodes(e):
        match node:
            case Div(_, bottom):
                yield bottom
            case Fn("tan" | "sec", (u,)):
                yield Fn("cos", (u,))
            case Fn("cot" | "csc", (u,)):
                yield Fn("sin", (u,))
            case Pow(base, exponent):
                value = rational_value(exponent)
                if value is None or value < 0:
                    yield base


def _exact(guard: Expr, x: Sym) -> list[Place] | None:
    """A finite superset of the zeros and poles; None where no polynomial is known that vanishes there."""
    solved = _solved(guard, x)
    if solved is not None:
        return [solved]
    plain = signs_in_one_variable(guard, x.name)
    if plain is not None:
        return [*_roots(plain.top), *_roots(plain.bottom)]
    power = binomial(guard, x.name)
    if power is not None:
        return _power_root(power[1], power[0])
    for branch in (_branches, _through_root, _through_kernel):
        found = branch(guard, x)
        if found is not None:
            return found
    return None


def _solved(guard: Expr, x: Sym) -> Place | None:
    """The zero of a rational multiple of x and a constant."""
    value = alone(guard, x.name)
    return None if value is None or symbols(value) else _at(value)


def _at(value: Expr) -> Place | None:
    """The place of a constant."""
    exact = rational_value(value)
    if exact is not None:
        return Place(exact, exact, num(exact))
    found = value_at(value, {}, REFINED)
    if found is None or not found.is_finite():
        return None
    low, high = _ends(found)
    return Place(low, high, value)


def _ends(value: Ball) -> tuple[Fraction, Fraction]:
    with precision(REFINED):
        return outer(value.lower()), outer(value.upper())


def _roots(poly: Any) -> list[Place]:
    """The real roots of a polynomial over Q: as expressions up to degree two, else by their irreducible factor."""
    if poly.degree() < 1:
        return []
    found: list[Place] = []
    for factor, _ in poly.numer().factor()[1]:
        c = [int(each) for each in factor.coeffs()]
        if len(c) == 2:
            found += [place for place in [_at(num(Fraction(-c[0], c[1])))] if place]
        elif len(c) == 3:
            found += _quadratic(*c)
        elif not any(c[1:-1]):
            found += _power_root(-Fraction(c[0], c[-1]), len(c) - 1)
        else:
            intervals = real_roots([Fraction(each) for each in c])
            found += [Place(low, high, None, tuple(c)) for low, high in intervals]
    return found


def _power_root(value: Fraction, n: int) -> list[Place]:
    """The real x with xⁿ = value."""
    if n % 2 == 0 and value < 0:
        return []
    if abs(value) <= 1 and value.denominator == 1:
        return [place for each in dict.fromkeys((value, value if n % 2 else -value)) if (place := _at(num(each)))]
    root = Root(num(value), num(n))
    return [place for each in ((root,) if n % 2 else (Neg(root), root)) if (place := _at(each))]


def _quadratic(c: int, b: int, a: int) -> list[Place]:
    under = b * b - 4 * a * c
    if under < 0:
        return []
    outside, inside = _square_taken_out(under)
    middle, reach = Fraction(-b, 2 * a), abs(Fraction(outside, 2 * a))
    root = Root(num(inside), num(2))
    far = root if reach == 1 else Mul((num(reach), root))
    values = (Neg(far), far) if middle == 0 else (Add((num(middle), Neg(far))), Add((num(middle), far)))
    return [place for value in values if (place := _at(value))]


def _square_taken_out(n: int) -> tuple[int, int]:
    """n = a²b with the largest a that is found among small divisors."""
    outside = 1
    for d in range(2, 100):
        while n % (d * d) == 0:
            n, outside = n // (d * d), outside * d
    return outside, n


# guards that are no rational functions


def _branches(guard: Expr, x: Sym) -> list[Place] | None:
    """|u|, max, min and cases: the zeros of every formula that may hold somewhere."""
    formulas = [guard]
    while len(formulas) <= MOST_BRANCHES:
        split = next(((i, node) for i, each in enumerate(formulas) for node in nodes(each) if _splits(node)), None)
        if split is None:
            break
        i, node = split
        formulas[i : i + 1] = [_put(formulas[i], node, by) for by in _formulas(node)]
    if len(formulas) == 1 or len(formulas) > MOST_BRANCHES:
        return None
    found: list[Place] = []
    for each in formulas:
        exact = [] if free_of(each, x) else _exact(each, x)
        if exact is None:
            return None
        found += exact
    return found


def _splits(node: Expr) -> bool:
    return isinstance(node, Piecewise) or (isinstance(node, Fn) and node.name in ("abs", "sign", "relu", "min", "max"))


def _formulas(node: Expr) -> tuple[Expr, ...]:
    match node:
        case Fn("abs", (u,)):
            return (u, Neg(u))
        case Fn("sign"):
            return (num(1), num(-1), num(0))
        case Fn("relu", (u,)):
            return (u, num(0))
        case Fn("min" | "max", args):
            return args
        case Piecewise(branches, otherwise):
            return (*(value for _, value in branches), *(() if otherwise is None else (otherwise,)))
    raise TypeError(type(node).__name__)


def _put(e: Expr, node: Expr, by: Expr) -> Expr:
    return mapped(e, lambda each: by if each == node else each)


def _one(guard: Expr, x: Sym, wanted: Callable[[Expr], bool]) -> Expr | None:
    """The only node of a kind that holds the variable."""
    found = {node for node in nodes(guard) if wanted(node) and not free_of(node, x)}
    return next(iter(found)) if len(found) == 1 else None


def _through_root(guard: Expr, x: Sym) -> list[Place] | None:
    """One square root of a rational function: its square is known, so a polynomial vanishes where the guard does."""
    node = _one(guard, x, lambda each: isinstance(each, Root) and rational_value(each.degree) == 2)
    if not isinstance(node, Root):
        return None
    inside = in_one_variable(node.arg, x.name)
    if inside is None:
        return None
    try:
        top, bottom = ratio_in(_put(guard, node, KERNEL), (x.name, KERNEL.name))
        squared = ratio_in(Add((Pow(KERNEL, num(2)), Neg(node.arg))), (x.name, KERNEL.name))[0]
        over = [each.resultant(squared, 1) for each in (top, bottom)]
    except (TooBig, ZeroDivisionError):
        return None
    return [place for each in over for place in _roots(_in_x(each))]


def _in_x(poly: Any) -> Any:
    terms = {int(powers[0]): fraction(coefficient) for powers, coefficient in poly.to_dict().items()}
    return fmpq_poly([rational(terms.get(i, Fraction(0))) for i in range(max(terms, default=0) + 1)])


def _through_kernel(guard: Expr, x: Sym) -> list[Place] | None:
    """A rational function of one exponential or logarithm of a line: solved for it, then for x."""
    found = list(dict.fromkeys(node for node in nodes(guard) if _is_kernel(node) and not free_of(node, x)))
    lines = [_line(_inner(node), x) for node in found]
    steepest = [line for line in lines if line is not None]
    if not found or len(steepest) < len(found):
        return None
    least = min(range(len(found)), key=lambda i: abs(steepest[i][0]))
    put = guard
    for node, line in zip(found, steepest, strict=True):
        power = _multiple(node, line, found[least], steepest[least])
        if power is None:
            return None
        put = _put(put, node, KERNEL if power == 1 else Pow(KERNEL, num(power)))
    return _kernel_solved(put, found[least], steepest[least], x)


def _kernel_solved(put: Expr, node: Expr, line: tuple[Fraction, Fraction], x: Sym) -> list[Place] | None:
    plain = in_one_variable(put, KERNEL.name) if free_of(put, x) else None
    if plain is None:
        return None
    roots = [*_roots(plain.top), *_roots(plain.bottom)]
    if any(each.value is None for each in roots):
        return None
    values = [_inverted(node, each.value) for each in roots if each.value is not None]
    return [place for each in values if (place := _at(_line_solved(line, each)))]


def _is_kernel(e: Expr) -> bool:
    match e:
        case Pow(base, exponent):
            return not symbols(base) and bool(symbols(exponent))
        case Fn("ln"):
            return True
    return False


def _inner(node: Expr) -> Expr:
    return node.exponent if isinstance(node, Pow) else node.children[0]


def _line(inner: Expr, x: Sym) -> tuple[Fraction, Fraction] | None:
    """Slope and intercept."""
    line = in_one_variable(inner, x.name)
    if line is None or line.top.degree() != 1 or line.bottom.degree() != 0:
        return None
    below = fraction(line.bottom.coeffs()[0])
    return fraction(line.top.coeffs()[1]) / below, fraction(line.top.coeffs()[0]) / below


def _multiple(node: Expr, line: tuple[Fraction, Fraction], least: Expr, base: tuple[Fraction, Fraction]) -> int | None:
    """The power of the least kernel that another one is."""
    if node == least:
        return 1
    if not (isinstance(node, Pow) and isinstance(least, Pow) and node.base == least.base):
        return None
    times = line[0] / base[0]
    return int(times) if times.denominator == 1 and line[1] == times * base[1] else None


def _inverted(node: Expr, value: Expr) -> Expr:
    match node:
        case Pow(base, _):
            return Fn("ln", (value,)) if base == E else Div(Fn("ln", (value,)), Fn("ln", (base,)))
    return Pow(E, value)


def _line_solved(line: tuple[Fraction, Fraction], value: Expr) -> Expr:
    """The x with ax + b = value."""
    a, b = line
    shifted = value if b == 0 else Add((value, num(-b)))
    return shifted if a == 1 else Div(shifted, num(a))


# order

"""Do two expressions of vectors and matrices have the same value, at drawn entries and prime sizes?

What stands for a whole derivative (a gradient, a Jacobian, a Hessian) is compared by what it gives in a direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flint import arb

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Expr, Fn, Operator
from fluxions.calculus.numbers import arrays
from fluxions.calculus.numbers.arrays import BITS, DRAWS, PRIMES, STEP, Array, NoArray, Place, Unclear, Undefined
from fluxions.calculus.numbers.balls import precision
from fluxions.calculus.shapes import SCALAR, Clash, Shaped, differential_of, shape
from fluxions.calculus.trees import symbols

Verdict = Literal["agree", "differ", "unknown"]
WANTED = 3  # places, over two choices of sizes
CLOSE = 2**-80  # of what rests on difference quotients
FAR = 2**-60
OPEN = ("matgrad", "jacobian", "hessian", "readoff")
_PLACES: dict[tuple[tuple[str, ...], int, int], Place] = {}


@dataclass(frozen=True, slots=True)
class Seen:
    """A place, and the two values there; `exact` where they are enclosed, not found by difference quotients."""

    place: Place
    left: Array
    right: Array
    exact: bool = False


def agree(a: Expr, b: Expr, budget: Budget | None = None) -> Verdict:
    """Whether a = b at three places; "unknown" where too few have a value."""
    try:
        return judged(list(values(a, b, budget)))
    except Clash:
        return "unknown"


def judged(seen: Sequence[Seen]) -> Verdict:
    """What the values say: balls that do not meet prove a difference."""
    with precision(BITS):
        if any(_apart(each) for each in seen):
            return "differ"
        return "agree" if len(seen) == WANTED and all(_near(each) for each in seen) else "unknown"


def values(a: Expr, b: Expr, budget: Budget | None = None) -> Iterator[Seen]:
    """The values of both, where both have one, at three places at most."""
    direction = _variable(a) or _variable(b)
    names = _sizes(a, b)
    exact = direction is None and not a.stands and not b.stands
    found = 0
    with precision(BITS):
        for place in _places(names):
            if budget is not None:
                budget.spend(60)
            try:
                left, right = _seen(a, direction, place), _seen(b, direction, place)
            except (Undefined, Unclear, NoArray, ValueError):  # the last: shapes that do not fit, as in a wrong line
                continue
            if _finite(left) and _finite(right):
                found += 1
                yield Seen(place, left, right, exact)
            if found == WANTED:
                return


def _sizes(*parts: Expr) -> tuple[str, ...]:
    """The names of all sizes."""
    return tuple(sorted(frozenset().union(*(_sizes_in(each) for each in parts))))


@lru_cache(maxsize=16_384)
def _sizes_in(e: Expr) -> frozenset[str]:
    if isinstance(e, Shaped):
        return frozenset(name for name in e.sizes[:2] if not name.isdigit())
    if isinstance(e, Fn) and e.name in ("ones", "zeros", "I"):
        return symbols(e)
    return frozenset().union(*(_sizes_in(each) for each in e.children))


def _places(names: tuple[str, ...]) -> Iterator[Place]:
    """Entries of both signs first, then positive, then small ones; every size is another one at the next place."""
    for draw in range(len(DRAWS)):
        for seed in range(WANTED + 2):
            key = (names, draw, seed)
            if key not in _PLACES:
                if len(_PLACES) > 48:
                    _PLACES.clear()
                _PLACES[key] = Place(dict(zip(names, _turned(len(names), seed), strict=True)), seed, DRAWS[draw])
            place = _PLACES[key]
            if len(place.known) > 500:
                place.forget()
            yield place


def _turned(count: int, seed: int) -> tuple[int, ...]:
    """Sizes that differ from one another; a formula in a size shows at one of two places that follow each other."""
    if count == 1:
        return PRIMES[seed % 2 : seed % 2 + 1]
    sizes = PRIMES[:count] if count <= len(PRIMES) else tuple(range(2, 2 + count))
    return sizes if seed % 2 == 0 else (*sizes[1:], *sizes[:1])


def _variable(e: Expr) -> tuple[str, Shaped, bool] | None:
    """What e is a derivative with respect to, if it is one: its name, the variable, and is it of a scalar?"""
    if isinstance(e, Operator) and e.name in OPEN and isinstance(e.args[-1], Shaped):
        return e.name, e.args[-1], shape(e.args[0]) == SCALAR
    return None


def _seen(e: Expr, direction: tuple[str, Shaped, bool] | None, at: Place) -> Array:
    """The value; that of a derivative along the direction dX."""
    if direction is None:
        return at.value(e)
    kind, x, of_scalar = direction
    along = at.value(differential_of(x))
    own = _variable(e)
    if own is None:
        return _along(at.value(e), along, gradient=kind != "hessian" and of_scalar)
    match e:
        case Operator("readoff", (form, _)):
            return arrays.column(arrays.entries(at.value(form)))
        case Operator("hessian", (f, _)):
            return _bent(f, x, at, along)
        case Operator(_, (f, *_)):
            return arrays.column(arrays.entries(arrays.difference(f, x, at, along)))
    raise NoArray(type(e).__name__)


def _along(value: Array, direction: Array, *, gradient: bool) -> Array:
    """⟨G, d⟩ for a gradient, J·vec(d) for a Jacobian."""
    if gradient:
        pairs = zip(arrays.entries(value), arrays.entries(direction), strict=True)
        return sum((u * v for u, v in pairs), arb(0))
    return arrays.multiplied(value, arrays.column(arrays.entries(direction)))


def _bent(f: Expr, x: Shaped, at: Place, along: Array) -> Array:
    """H·d by differences of differences, one entry for each entry of x."""
    step = arb(STEP)
    count = at.size(shape(x)[0])
    made = []
    for i in range(count):
        unit = arrays.column([arb(int(i == j)) for j in range(count)])
        ahead, behind = at.shifted(x, unit * step), at.shifted(x, unit * -step)
        gap = arrays.difference(f, x, ahead, along) - arrays.difference(f, x, behind, along)
        made.append(gap / (2 * step))
    return arrays.column(made)


def _finite(value: Array) -> bool:
    return all(each.is_finite() for each in arrays.entries(value))


def _near(seen: Seen) -> bool:
    pairs = _pairs(seen.left, seen.right)
    return _fits(seen.left, seen.right) and all(
        u.overlaps(v) if seen.exact else abs(u - v) < CLOSE * (1 + abs(v)) for u, v in pairs
    )


def _apart(seen: Seen) -> bool:
    pairs = _pairs(seen.left, seen.right)
    return not _fits(seen.left, seen.right) or any(
        not u.overlaps(v) if seen.exact else abs(u - v) > FAR * (1 + abs(v)) for u, v in pairs
    )


def _fits(a: Array, b: Array) -> bool:
    return len(arrays.entries(a)) == len(arrays.entries(b))


def _pairs(a: Array, b: Array) -> Iterator[tuple[Array, Array]]:
    yield from zip(arrays.entries(a), arrays.entries(b), strict=False)


__all__ = ["WANTED", "Seen", "agree", "judged", "values"]

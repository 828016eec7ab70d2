"""Clean-ups of sums: brackets, zeros, signs and like terms; a part of TIDY."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.equality.coefficients import coefficient, scaled
from fluxions.calculus.equality.expansion import polynomial
from fluxions.calculus.expr import Add, Div, Expr, Mul, Neg, Num, Pow, Root
from fluxions.calculus.trees import Likeness


def flatten_sum(e: Expr) -> Expr | None:
    """a + (b + c) = a + b + c, and a − (b − c) = a − b + c."""
    match e:
        case Add((only,)):
            return only
        case Add(terms) if any(_is_sum(term) for term in terms):
            return Add(tuple(each for term in terms for each in _spread(term)))
    return None


def sign_into_bracket(e: Expr) -> Expr | None:
    """−(−b + a)c = (b − a)c for a bracket that begins with a minus; −(u − v) = v − u; (−b + a)/(−d + c) alike."""
    match e:
        case Neg(Div(top, bottom)):
            turned = _turned(top)
            return None if turned is None else Div(turned, bottom)
        case Neg(Add(terms) as u) if any(_signed(each)[0] for each in terms[1:]) and polynomial(u) is None:
            return Add(_spread(e))
        case Neg(u):
            return _turned(u)
        case Mul((Num(value), *rest)) if value < 0:
            turned = _turned(rest[0] if len(rest) == 1 else Mul(tuple(rest)))
            return None if turned is None else scaled(-value, turned)
        case Div(Add() as top, Add() as bottom):
            above, below = _turned(top), _turned(bottom)
            return None if above is None or below is None else Div(above, below)
    return None


def _turned(e: Expr) -> Expr | None:
    """−e where e is, or has as a factor, a sum that begins with a minus."""
    match e:
        case Add((first, *_)) if _signed(first)[0]:
            return Add(_spread(Neg(e)))
        case Mul(factors):
            for i, each in enumerate(factors):
                turned = _turned(each) if isinstance(each, Add) else None
                if turned is not None:
                    return Mul((*factors[:i], turned, *factors[i + 1 :]))
    return None


def positive_first(e: Expr) -> Expr | None:
    """−a + b = b − a, unless the terms stand in the order of their powers."""
    match e:
        case Add((first, *_) as terms) if _signed(first)[0] and polynomial(e) is None:
            after = tuple(sorted(terms, key=lambda term: _signed(term)[0]))
            return None if after == terms else Add(after)
    return None


def _is_sum(term: Expr) -> bool:
    return isinstance(term, Add) or (isinstance(term, Neg) and isinstance(term.arg, Add))


def _spread(term: Expr) -> tuple[Expr, ...]:
    match term:
        case Add(terms):
            return terms
        case Neg(Add(terms)):
            return tuple(each.arg if isinstance(each, Neg) else Neg(each) for each in terms)
    return (term,)


def drop_zero(e: Expr) -> Expr | None:
    """a + 0 = a."""
    match e:
        case Add(terms) if any(_zero(term) for term in terms):
            return _sum(tuple(term for term in terms if not _zero(term)))
    return None


def _zero(e: Expr) -> bool:
    return (isinstance(e, Num) and e.value == 0) or (isinstance(e, Neg) and _zero(e.arg))


def _sum(terms: tuple[Expr, ...]) -> Expr:
    if not terms:
        return Num(0)
    return terms[0] if len(terms) == 1 else Add(terms)


def signs(e: Expr) -> Expr | None:
    """a + (−2)b = a − 2b: a minus stands between the terms, and inside the first one."""
    match e:
        case Add((first, *rest)):
            after = Add((_lead(first), *(_minus(each) for each in rest)))
            return None if after.terms == e.terms else after
    return None


def _lead(term: Expr) -> Expr:
    """The first term keeps its minus in its number: −2x + 3."""
    match term:
        case Neg(Num(value)):
            return Num(-value)
        case Neg(Neg(u)):
            return u
        case Neg(Mul((Num(value), *rest))):
            return scaled(-value, rest[0] if len(rest) == 1 else Mul(tuple(rest)))
    return term


def _minus(term: Expr) -> Expr:
    negative, size = _signed(term)
    return Neg(size) if negative else size


def _signed(term: Expr) -> tuple[bool, Expr]:
    """Is the term written with a minus, and the term without it."""
    match term:
        case Neg(u):
            negative, size = _signed(u)
            return not negative, size
        case Num(value) if value < 0:
            return True, Num(-value)
        case Mul((Num(value), *rest)) if value < 0:
            return True, scaled(-value, rest[0] if len(rest) == 1 else Mul(tuple(rest)))
    return False, term


def like_terms(e: Expr) -> Expr | None:
    """2u + 3u = 5u; numbers are added up."""
    if not isinstance(e, Add):
        return None
    order: list[Likeness | None] = []
    found: dict[Likeness | None, tuple[Fraction, Expr | None]] = {}
    for term in e.terms:
        number, rest = coefficient(term)
        key = None if rest is None else _key(rest)
        if key in found:
            found[key] = (found[key][0] + number, found[key][1])
        else:
            order.append(key)
            found[key] = (number, rest)
    if len(order) == len(e.terms):
        return None
    return _sum(tuple(scaled(*found[key]) for key in order if found[key][0] != 0))


def _key(rest: Expr) -> Likeness:
    """A root and the power that it is have the same key."""
    match rest:
        case Root(u, Num(n)) if n != 0:
            return Likeness(Pow(u, Num(1 / n)))
    return Likeness(rest)


SUMS = (
    ("flatten-sum", "Leave out the brackets.", flatten_sum, (Add,)),
    ("drop-zero", "Adding zero changes nothing.", drop_zero, (Add,)),
    ("signs", "Settle the signs.", signs, (Add,)),
    ("sign-into-bracket", "Turn the signs in the bracket.", sign_into_bracket, (Neg, Mul, Div)),
    ("like-terms", "Collect like terms.", like_terms, (Add,), False),
    ("positive-first", "Begin with a positive term.", positive_first, (Add,)),
)

"""A differential seen as a linear form: sums of products that hold dX once each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from fluxions.calculus.derivation.rule import Found
from fluxions.calculus.expr import ONE, Div, Expr, Fn, Mul, Neg, Operator, num
from fluxions.calculus.rules.matrix.build import parts, product, trace
from fluxions.calculus.rules.matrix.sums import terms, total
from fluxions.calculus.shapes import Shaped, differential_of, is_scalar, names_in

Word = tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """front · left · inner · right, inside a trace if `traced`; only `inner` holds dX."""

    front: Expr
    left: Word
    inner: Expr
    right: Word
    traced: bool = False

    @property
    def before(self) -> Expr:
        return product(*self.left)

    def whole(self) -> Expr:
        """The term as an expression."""
        word = product(*self.left, self.inner, *self.right)
        return product(self.front, trace(word) if self.traced else word)


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in a line that is to be read off, and for which variable."""

    terms: tuple[Term, ...]
    x: Shaped
    scalar: bool  # is it the differential of a scalar?

    @property
    def dx(self) -> Shaped:
        return differential_of(self.x)


@lru_cache(maxsize=4_096)
def form(node: Expr) -> Form | None:
    """The form of a line that is to be read off."""
    match node:
        case Operator("readoff", (e, Shaped() as x)) if not e.stands:
            found = [term_of(each, differential_of(x)) for each in terms(e)]
            if all(found):
                return Form(tuple(each for each in found if each), x, is_scalar(e))
    return None


def term_of(e: Expr, dx: Shaped) -> Term | None:
    """The factors of one term before and behind the one that holds dX."""
    number, scalars, word = parts(e)
    holding = [each for each in scalars if dx.name in names_in(each)]
    still = [each for each in scalars if each not in holding]
    moving = [i for i, each in enumerate(word) if dx.name in names_in(each)]
    if len(holding) + len(moving) != 1:
        return None
    front = product(num(number), *still)
    if moving:
        return _divided(Term(front, word[: moving[0]], word[moving[0]], word[moving[0] + 1 :]), dx)
    return _in_scalar(holding[0], front, word, dx)


def _in_scalar(scalar: Expr, front: Expr, word: Word, dx: Shaped) -> Term | None:
    """A scalar factor with dX; a word of arrays beside it stays beside it."""
    if word or scalar == dx:
        return Term(front, (), scalar, word)
    match scalar:
        case Div(top, bottom) if dx.name not in names_in(bottom):
            inner = term_of(top, dx)
            return inner and replace(inner, front=product(Div(ONE, bottom), front, inner.front))
        case Fn("tr", (a,)):
            inner = term_of(a, dx)
            return inner and replace(inner, front=product(front, inner.front), traced=True)
        case Mul(factors):
            place = [i for i, each in enumerate(factors) if dx.name in names_in(each)]
            if len(place) != 1:
                return None
            i = place[0]
            return _divided(Term(front, factors[:i], factors[i], factors[i + 1 :]), dx)
    return Term(front, (), scalar, ())


def _divided(term: Term, dx: Shaped) -> Term:
    """A scalar below the factor with dX belongs to the front; so does what is a scalar within it."""
    match term.inner:
        case Div(u, s) if dx.name not in names_in(s):
            inner = replace(term, front=product(Div(ONE, s), term.front), inner=u)
            return _divided(inner, dx)
        case Neg() | Mul():
            again = term_of(product(term.front, *term.left, term.inner, *term.right), dx)
            return again or term
    return term


Change = Callable[[Term, Form], Expr | None]  # what a term becomes; None: it stays


def changing(change: Change, *, scalar: bool | None = None) -> Callable[[Expr], Expr | Found | None]:
    """A rule for a whole line: every term that the change fits is changed at once."""

    def rule(node: Expr) -> Expr | Found | None:
        found = form(node)
        if found is None or (scalar is not None and found.scalar != scalar):
            return None
        made = [change(each, found) for each in found.terms]
        if not any(each is not None for each in made):
            return None
        whole = (old.whole() if new is None else new for old, new in zip(found.terms, made, strict=True))
        line = Operator("readoff", (total(whole), found.x))
        return None if line == node else Found(line, (("X", found.x),))

    rule.__doc__ = change.__doc__
    return rule


__all__ = ["Change", "Form", "Term", "Word", "changing", "form", "term_of"]

"""What a reading becomes by the kind of answer that is wanted: an interval, a vector in i, j and k, a plain number."""

from __future__ import annotations

from fluxions.calculus.expr import (
    Add,
    And,
    Const,
    Div,
    Expr,
    Interval,
    Mul,
    Neg,
    Num,
    Or,
    Pow,
    Rel,
    Set,
    Sym,
    Union,
    Vector,
)  # fmt: skip
from fluxions.calculus.language import build, regions
from fluxions.calculus.language.lists import LISTS
from fluxions.calculus.language.names import declared
from fluxions.calculus.language.parts import Part, made
from fluxions.calculus.language.tokens import Choice, Doubt, Token, Unread, put
from fluxions.calculus.regions import Belongs, Intersection
from fluxions.calculus.trees import symbols
from fluxions.calculus.vocabulary import Vocabulary

_UNITS = frozenset("m s g h N J W V A K L C F T".split())
_BASIS: dict[Expr, int] = {
    Const("i"): 0, Sym("i"): 0, Sym("i_hat"): 0, Sym("j"): 1, Sym("j_hat"): 1, Sym("k"): 2, Sym("k_hat"): 2,
    Sym("x_hat"): 0, Sym("y_hat"): 1, Sym("z_hat"): 2,
}  # fmt: skip


def wanted(part: Part, want: str | None, vocabulary: Vocabulary, tokens: list[Token], text: str) -> Part:
    """The part as the kind of answer that is wanted; R alone is the reals."""
    if want == "interval" and part.pair and isinstance(part.expr, Vector):
        low, high = part.expr.entries
        part.expr = Interval(low, high, part.pair[0] == "[", part.pair[1] == "]")
    elif isinstance(part.expr, Or) and (want == "interval" or want in LISTS) and part.kids:
        return _alternatives(part, want, vocabulary)
    elif isinstance(part.expr, And) and part.kids and (found := _enumerated(part, want)):
        return found
    elif want == "vector":
        return by_basis(part, vocabulary)
    elif want == "number":
        refuse_units(part, vocabulary, tokens, text)
    return regions.reals(part, vocabulary)


def _alternatives(part: Part, want: str, vocabulary: Vocabulary) -> Part:
    """`5 or 9` as a set, `(-inf, 1) or (1, inf)` as a union."""
    if any(isinstance(kid.expr, (Rel, And, Or, Belongs)) for kid in part.kids):
        return part
    if want != "interval":
        return made(Set(part.expr.children), part.kids, part.start, part.end)
    kids = tuple(regions.as_set(kid, vocabulary) for kid in part.kids)
    return made(Union(tuple(kid.expr for kid in kids)), kids, part.start, part.end)


def _enumerated(part: Part, want: str | None) -> Part | None:
    """`(1, 2) and (3, 4)`: both intervals together, or two solutions of a system."""
    if want == "interval" and all(isinstance(kid.expr, Interval) or kid.pair for kid in part.kids):
        kids = tuple(build.joined_pair(kid) for kid in part.kids)
        return made(Union(tuple(kid.expr for kid in kids)), kids, part.start, part.end)
    if want == "system" and all(isinstance(kid.expr, Vector) for kid in part.kids):
        return made(Set(part.expr.children), part.kids, part.start, part.end)
    return None


def together(part: Part, doubts: list[Doubt], choices: frozenset[Choice]) -> None:
    """`(1, 3) and (2, 4)` may also be what both have in common: that is another reading."""
    choice = Choice(part.start, "meet")
    doubts.append(Doubt("Read as the union. For what they have in common write ∩.", (part.start, part.end), choice))
    if choice in choices:
        part.expr = Intersection(part.expr.children)


def by_basis(part: Part, vocabulary: Vocabulary) -> Part:
    """2i + 3j as the vector (2, 3), where the question declares neither i nor j."""
    found = _entries(part.expr, declared(vocabulary))
    if found is None:
        return part
    size = 3 if 2 in found else 2
    entries = tuple(found.get(place, Num(0)) for place in range(size))
    return made(Vector(entries), (), part.start, part.end)


def _entries(e: Expr, own: frozenset[str]) -> dict[int, Expr] | None:
    """The coefficient of each direction, if every term has exactly one."""
    found: dict[int, Expr] = {}
    for term in e.terms if isinstance(e, Add) else (e,):
        split = _term(term, own)
        if split is None or split[0] in found:
            return None
        found[split[0]] = split[1]
    return found


def _term(e: Expr, own: frozenset[str]) -> tuple[int, Expr] | None:
    """The direction of a term and what stands before it."""
    if e in _BASIS and _name(e) not in own:
        return _BASIS[e], Num(1)
    match e:
        case Neg(u) if found := _term(u, own):
            return found[0], Num(-found[1].top, found[1].bottom) if isinstance(found[1], Num) else Neg(found[1])
        case Div(top, bottom) if found := _term(top, own):
            return found[0], Div(found[1], bottom)
        case Mul(factors) if _term(factors[-1], own) == (_BASIS.get(factors[-1]), Num(1)):
            rest = factors[:-1]
            return _BASIS[factors[-1]], rest[0] if len(rest) == 1 else Mul(rest)
    return None


def _name(e: Expr) -> str:
    return e.name if isinstance(e, (Sym, Const)) else ""


def refuse_units(part: Part, vocabulary: Vocabulary, tokens: list[Token], text: str) -> None:
    """A number with units behind it, such as 5 m/s, is refused where only the number is wanted."""
    names = symbols(part.expr)
    if not names or not names <= _UNITS - declared(vocabulary) or not _measured(part.expr):
        return
    first = next((each for each in tokens if each.kind == "name" and each.text in names), None)
    if first is not None:
        span = (first.start, part.end)
        message = "Leave out units: write the number only."
        raise Unread("unit", span, message, put(text, (first.start, len(text)), "") if first.start else None)


def _measured(e: Expr) -> bool:
    """Is this a literal times powers of letters?"""
    match e:
        case Neg(u):
            return _measured(u)
        case Div(top, bottom):
            return _measured(top) and all(_letter(each) for each in _factors(bottom))
        case Mul(factors):
            return isinstance(factors[0], Num) and all(_letter(each) for each in factors[1:])
    return isinstance(e, Num)


def _letter(e: Expr) -> bool:
    match e:
        case Div(top, bottom):
            return _letter(top) and _letter(bottom)
        case Pow(base, Num() | Neg(Num())):
            return isinstance(base, Sym)
    return isinstance(e, Sym)


def _factors(e: Expr) -> tuple[Expr, ...]:
    return e.factors if isinstance(e, Mul) else (e,)

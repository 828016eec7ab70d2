"""The laws of limits, poles, the squeeze, functions that keep swinging, and the two sides of a point."""

from __future__ import annotations

from fluxions.calculus.derivation.conditions import is_positive
from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    ZERO,
    Add,
    Const,
    Div,
    Expr,
    Fn,
    Limit,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Rel,
    fn,
)  # fmt: skip
from fluxions.calculus.rules.tendency import Toward, Way, ends_at, is_zero, settled_parts, toward, way
from fluxions.calculus.trees import free_of, symbols

DNE = Const("dne")


def laws(node: Expr) -> Expr | Found | None:
    """Each part has a limit: put them together."""
    match node:
        case Limit(f, x, a) if (found := toward(f, way(node))) is not None and found.value is not None:
            shown = settled_parts(f, way(node))
            return Found(shown if free_of(shown, x) else found.value, (("x", x), ("a", a)))
    return None


def pole(node: Expr) -> Expr | Found | None:
    """u/v beyond all bounds where v goes to zero from one side and u does not."""
    match node:
        case Limit(Div(u, v)):
            found, below, above = (toward(e, way(node)) for e in (Div(u, v), v, u))
            zero = below is not None and below.value is not None and is_zero(below.value)
            if found is not None and found.infinite and zero and above is not None and above.value is not None:
                using = (("u", above.value), ("v", v), ("w", _infinity(found)))
                return Found(_infinity(found), using, _not_zero(above.value))
    return None


def _not_zero(u: Expr) -> tuple[Condition, ...]:
    """u ≠ 0, said of the letters whose size is not known: 3w² ≠ 0 is w ≠ 0."""
    match u:
        case Mul((Num(), rest)) | Div(rest, Num()) | Neg(rest) | Pow(rest, Num()):
            return _not_zero(rest)
    return (Condition(Rel("!=", u, ZERO), "assumed"),) if symbols(u) and not is_positive(u, ()) else ()


def _infinity(found: Toward) -> Expr:
    return INF if found.sign > 0 else Neg(INF)


def unbounded(node: Expr) -> Expr | Found | None:
    """Beyond all bounds by the laws of limits."""
    match node:
        case Limit(f) if (found := toward(f, way(node))) is not None and found.infinite:
            return Found(_infinity(found), (("f", f), ("w", _infinity(found))))
    return None


def squeeze(node: Expr) -> Expr | Found | None:
    """A factor that stays between bounds times one that goes to zero goes to zero."""
    match node:
        case Limit(f) if toward(f, way(node)) is None:
            kept, rest = _swinging(f, way(node))
            if kept and rest is not None:
                bounded = kept[0] if len(kept) == 1 else Mul(tuple(kept))
                null = toward(rest, way(node))
                if null is not None and null.value is not None and is_zero(null.value):
                    limit = Condition(Rel("<=", fn("abs", bounded), ONE), "proved")
                    return Found(ZERO, (("u", bounded), ("v", rest)), (limit,))
    return None


def _swinging(f: Expr, on: Way) -> tuple[list[Expr], Expr | None]:
    """The factors that stay between −1 and 1 but have no limit, and the rest."""
    match f:
        case Neg(u):
            return _swinging(u, on)
        case Div(u, v):
            kept, rest = _swinging(u, on)
            return kept, Div(rest or ONE, v)
        case Mul(factors):
            kept = [each for each in factors if _swings(each, on)]
            left = tuple(each for each in factors if each not in kept)
            return kept, None if not left else left[0] if len(left) == 1 else Mul(left)
    return ([f], None) if _swings(f, on) else ([], f)


def _swings(e: Expr, on: Way) -> bool:
    if free_of(e, on.x):
        return False
    match e:
        case Fn("sin" | "cos", _):
            found = toward(e, on)
            return found is None or found.swings
        case Pow(Num(n), _) if n == -1:
            return True
        case Pow(u, Num(n)) if n > 0 and n.denominator == 1:
            return _swings(u, on)
    return False


def swinging(node: Expr) -> Expr | Found | None:
    """A function that keeps swinging between two values has no limit, nor has its product with one that stays off 0."""
    match node:
        case Limit(f, x) if not free_of(f, x):
            on = way(node)
            kept, rest = _swinging(f, on)
            size = toward(rest, on) if rest is not None else Toward(ONE)
            off_zero = size is not None and not size.swings and not (size.value is not None and is_zero(size.value))
            if len(kept) == 1 and off_zero and isinstance(kept[0], (Fn, Pow)) and _goes_on(kept[0], on):
                return Found(DNE, (("u", kept[0]),))
    return None


def _goes_on(e: Expr, on: Way) -> bool:
    """Is it a sine or cosine of something that grows beyond all bounds, or a power of −1?"""
    match e:
        case Fn("sin" | "cos", (u,)):
            sides = (on,) if on.side or on.at_infinity else (Way(on.x, on.point, "-"), Way(on.x, on.point, "+"))
            return all((found := toward(u, each)) is not None and found.infinite for each in sides)
        case Pow(Num(n), v):
            return bool(n == -1) and v == on.x and on.at_infinity > 0
    return False


def _times(factors: list[Expr]) -> Expr:
    return factors[0] if len(factors) == 1 else Mul(tuple(factors))


def _undetermined(node: Limit) -> bool:
    return toward(node.arg, way(node)) is None


def _again(node: Expr, f: Expr) -> Expr:
    return node.rebuilt((f, *node.children[1:]))


def constant_outside(node: Expr) -> Expr | Found | None:
    """lim c·f = c·lim f."""
    match node:
        case Limit(Mul(factors), x) if c := tuple(each for each in factors if free_of(each, x)):
            rest = [each for each in factors if not free_of(each, x)]
            if rest:
                return Found(Mul((*c, _again(node, _times(rest)))), (("c", _times(list(c))),))
        case Limit(Div(u, v), x) if free_of(v, x) and not free_of(u, x):
            return Found(Div(_again(node, u), v), (("c", Div(ONE, v)),))
    return None


def term_by_term(node: Expr) -> Expr | Found | None:
    """The limit of a sum is the sum of the limits, where each exists."""
    match node:
        case Limit(Add(terms)) if _undetermined(node):
            return Found(Add(tuple(_again(node, each) for each in terms)))
        case Limit(Div(Add(terms), v)) if _undetermined(node):
            return Found(Add(tuple(_again(node, _over(each, v)) for each in terms)))
    return None


def _over(term: Expr, v: Expr) -> Expr:
    return Neg(_over(term.arg, v)) if isinstance(term, Neg) else Div(term, v)


def factor_by_factor(node: Expr) -> Expr | Found | None:
    """The limit of a product is the product of the limits, where each exists."""
    match node:
        case Limit(Mul(factors)) if _undetermined(node):
            return Found(Mul(tuple(_again(node, each) for each in factors)))
        case Limit(Div(Mul(factors), v)) if _undetermined(node):
            return Found(Mul((_again(node, Div(factors[0], v)), *(_again(node, each) for each in factors[1:]))))
        case Limit(Div(u, v), x) if _undetermined(node) and ends_at(v, way(node)) is None:
            return Found(Div(u if free_of(u, x) else _again(node, u), _again(node, v)))
    return None


def both_sides(node: Expr) -> Expr | Found | None:
    """A two-sided limit exists where both one-sided limits exist and agree."""
    match node:
        case Limit(f, x, a, "") if not way(node).at_infinity and not free_of(f, x):
            return Found(Operator("sides", (Limit(f, x, a, "-"), Limit(f, x, a, "+"))), (("a", a),))
    return None


def sides_compared(node: Expr) -> Expr | Found | None:
    """Equal from both sides: that is the limit. Different: there is none."""
    match node:
        case Operator("sides", (left, right)) if DNE not in (left, right):
            if left == right or (not {left, right} & {INF, Neg(INF), DNE} and is_zero(tidied(Add((left, Neg(right)))))):
                return Found(left, (("a", left), ("b", right)))
    return None


def side_without_limit(node: Expr) -> Expr | Found | None:
    """No limit on one side: there is no limit."""
    match node:
        case Operator("sides", (left, right)) if DNE in (left, right):
            return Found(DNE)
    return None


def sides_differ(node: Expr) -> Expr | Found | None:
    """Different limits from the left and from the right: there is no limit."""
    match node:
        case Operator("sides", (left, right)) if DNE not in (left, right) and sides_compared(node) is None:
            return Found(DNE, (("a", left), ("b", right)))
    return None


SKILL, GROWTH, SEEN = "limit-algebraic", "limits-infinity-growth", "limit-graph-numeric"
LAWS = (
    Rule("limit-laws", SKILL, "Each part has a limit for ${x} \\to {a}$: put the limits in their places.", laws,
         "the laws of limits"),
    Rule("pole", SKILL, "The numerator goes to ${u}$ and the denominator ${v}$ to 0, keeping one sign: the quotient "
         "goes to ${w}$.", pole, "a pole"),
    Rule("beyond-all-bounds", GROWTH, "${f}$ goes beyond all bounds, to ${w}$.", unbounded,
         "growth beyond all bounds"),
)  # fmt: skip


SQUEEZE = (
    Rule("squeeze", SKILL, "The factor ${u}$ stays between $-1$ and $1$ and ${v}$ goes to 0: their product is "
         "squeezed to 0.", squeeze, "the squeeze theorem"),
    Rule("keeps-swinging", SKILL, "${u}$ comes back to 1 and to $-1$ again and again, so no single value is "
         "approached.", swinging, "a function that keeps swinging"),
)  # fmt: skip


PARTS = (
    Rule("limit-constant-outside", SKILL, "The constant ${c}$ stands in front of the limit.", constant_outside,
         "the constant in front"),
)  # fmt: skip
LAST = (
    Rule("term-by-term", SKILL, "The limit of a sum is the sum of the limits, where all of them exist.", term_by_term,
         "the sum rule of limits"),
    Rule("factor-by-factor", SKILL, "The limit of a product or quotient is that of the limits, where all of them "
         "exist.", factor_by_factor, "the product rule of limits"),
    Rule("limit-from-both-sides", "limit-graph-numeric", "Look at the two sides of ${a}$ one at a time.", both_sides,
         "the two one-sided limits"),
)  # fmt: skip
SIDES = (
    Rule("side-without-limit", SEEN, "One side has no limit, so there is no limit.", side_without_limit,
         "a side without a limit"),
    Rule("sides-agree", SEEN, "Both sides lead to ${a}$, so this is the limit.", sides_compared,
         "two sides that agree"),
    Rule("sides-differ", SEEN, "From the left the limit is ${a}$, from the right ${b}$: they differ, so there is no "
         "limit.", sides_differ, "two sides that differ"),
)  # fmt: skip
RULES = (*LAWS, *SQUEEZE, *PARTS, *LAST)

"""Undetermined forms and what breaks them: L'Hôpital, a product as a quotient, a power as an exponential, a squeeze."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.expansion import expanded
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    TWO,
    ZERO,
    Add,
    Const,
    Diff,
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
    Root,
    Sym,
    exp,
    fn,
)  # fmt: skip
from fluxions.calculus.rules.limits import has_kinks
from fluxions.calculus.rules.limits_standard import small
from fluxions.calculus.rules.tendency import Toward, Way, ends_at, is_zero, settled_parts, side_of, toward, way
from fluxions.calculus.trees import free_of, symbols

DNE = Const("dne")


def _again(node: Expr, f: Expr) -> Expr:
    return node.rebuilt((f, *node.children[1:]))


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
        case Limit(Div(u, v), x, a):
            found, below, above = (toward(e, way(node)) for e in (Div(u, v), v, u))
            zero = below is not None and below.value is not None and is_zero(below.value)
            if found is not None and found.infinite and zero and above is not None and above.value is not None:
                using = (("u", above.value), ("v", v), ("w", _infinity(found)))
                return Found(_infinity(found), using)
    return None


def _infinity(found: Toward) -> Expr:
    return INF if found.sign > 0 else Neg(INF)


def unbounded(node: Expr) -> Expr | Found | None:
    """Beyond all bounds by the laws of limits."""
    match node:
        case Limit(f) if (found := toward(f, way(node))) is not None and found.infinite:
            return Found(_infinity(found), (("f", f), ("w", _infinity(found))))
    return None


def lhopital(node: Expr) -> Expr | Found | None:
    """lim f/g = lim f'/g' for 0/0 or ∞/∞, if the right side exists and g' is not zero near the point."""
    match node:
        case Limit(Div(f, g), x, a):
            on = way(node)
            above, below = ends_at(f, on), ends_at(g, on)
            if above is None or below is None or free_of(g, x) or free_of(f, x) or has_kinks(node.arg):
                return None
            ends = above.as_expr, below.as_expr
            zero = all(each.value is not None and is_zero(each.value) for each in (above, below))
            if not zero and not (above.infinite and below.infinite):
                return None
            ends = (ZERO, ZERO) if zero else ends
            provided = tuple(
                Condition(Rel("=", Limit(each, x, a, node.side), end), "numeric")
                for each, end in zip((f, g), ends, strict=True) if end is not None
            )  # fmt: skip
            if not slope_keeps_off_zero(g, on):
                return None
            flat = Condition(Rel("!=", Diff(g, x), ZERO), "numeric")
            opened = _again(node, Div(Diff(f, x), Diff(g, x)))
            return Found(
                opened, (("f", f), ("g", g), ("u", ends[0] or ZERO), ("v", ends[1] or ZERO)), (*provided, flat)
            )
    return None


def slope_keeps_off_zero(g: Expr, on: Way) -> bool:
    """Has g' one sign on each side of the point, as far as it is tried?"""
    ways = (on,) if on.side or on.at_infinity else (Way(on.x, on.point, "-"), Way(on.x, on.point, "+"))
    return all(side_of(Diff(g, on.x), each) != 0 for each in ways) or bool(symbols(g) - {on.x.name})


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


def power_of_one_plus(node: Expr) -> Expr | Found | None:
    """(1 + u)ᵛ for u → 0 and v → ±∞ goes to e to the power lim u·v."""
    match node:
        case Limit(Pow(base, v), x, a) if not free_of(base, x) and not free_of(v, x):
            u = tidied(Add((base, Num(-1))))
            far = toward(v, way(node))
            if small(u, way(node)) and far is not None and far.infinite:
                t = _fresh("t", node)
                inner = Limit(tidied(Mul((v, u))), x, a, node.side)
                return Found(Limit(exp(t), t, inner), (("u", u), ("v", v)))
    return None


def power_as_exponential(node: Expr) -> Expr | Found | None:
    """fᵍ = e^(g ln f), and the exponential is continuous: the limit moves into the exponent."""
    match node:
        case Limit(Pow(f, g), x, a) if not free_of(f, x) and not free_of(g, x) and toward(node.arg, way(node)) is None:
            t = _fresh("t", node)
            return Found(Limit(exp(t), t, Limit(Mul((g, fn("ln", f))), x, a, node.side)), (("f", f), ("g", g)))
    return None


def limit_inside(node: Expr) -> Expr | Found | None:
    """lim F(u) = F(lim u) for a continuous F."""
    match node:
        case Limit(f, x, a) if toward(f, way(node)) is None:
            t = _fresh("t", node)
            match f:
                case Fn(_, (u,)) if u != x:
                    outer: Expr = f.rebuilt((t,))
                case Root(u, n) if free_of(n, x):
                    outer = Root(t, n)
                case Pow(u, n) if free_of(n, x) and u != x:
                    outer = Pow(t, n)
                case Pow(base, u) if free_of(base, x):
                    outer = Pow(base, t)
                case _:
                    return None
            return Found(Limit(outer, t, Limit(u, x, a, node.side)), (("f", outer), ("u", u)))
    return None


def _fresh(name: str, node: Expr) -> Sym:
    return Sym(
        next(each for each in (name, "u", "w", "s") if each not in symbols(node) and each != str(node.children[1]))
    )


def conjugates(node: Expr) -> Expr | Found | None:
    """(√p − √q) = (p − q)/(√p + √q), where the difference is of no determined form."""
    match node:
        case Limit(Add((first, second)), x) if _undetermined(node):
            made = _conjugated(first, second, x)
            return None if made is None else Found(_again(node, Div(*made)), (("u", made[1]),))
        case Limit(Div(Add((first, second)), bottom), x) if _undetermined(node):
            made = _conjugated(first, second, x)
            return (
                None if made is None else Found(_again(node, Div(made[0], Mul((bottom, made[1])))), (("u", made[1]),))
            )
        case Limit(Div(top, Add((first, second))), x) if _undetermined(node):
            made = _conjugated(first, second, x)
            return None if made is None else Found(_again(node, Div(Mul((top, made[1])), made[0])), (("u", made[1]),))
        case Limit(Mul(factors), x) if _undetermined(node):
            for i, each in enumerate(factors):
                made = _conjugated(*each.terms, x) if isinstance(each, Add) and len(each.terms) == 2 else None
                if made is not None:
                    rest = (*factors[:i], *factors[i + 1 :])
                    top = _times([*rest] if made[0] == ONE else [*rest, made[0]])
                    return Found(_again(node, Div(top, made[1])), (("u", made[1]),))
    return None


def _undetermined(node: Limit) -> bool:
    return toward(node.arg, way(node)) is None


def _conjugated(first: Expr, second: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    if not any(isinstance(_bare(each), Root) and not free_of(each, x) for each in (first, second)):
        return None
    flat = expanded(tidied(Add((_square(first), Neg(_square(second))))))
    if flat is None:
        return None
    return flat, tidied(Add((first, Neg(second))))


def _bare(e: Expr) -> Expr:
    return _bare(e.arg) if isinstance(e, Neg) else e


def _square(e: Expr) -> Expr:
    match e:
        case Neg(u):
            return _square(u)
        case Root(u, Num(n)) if n == 2:
            return u
        case Mul(factors):
            return Mul(tuple(_square(each) for each in factors))
    return Pow(e, TWO)


def one_fraction(node: Expr) -> Expr | Found | None:
    """A sum of fractions over one denominator, where infinities stand against each other."""
    match node:
        case Limit(Add((first, second)), x, _) if _undetermined(node):
            (p, q), (r, s) = _fraction(first), _fraction(second)
            if q == s == ONE or (free_of(q, x) and free_of(s, x)):
                return None
            if q == s:
                return Found(_again(node, Div(_plus(p, r), q)), (("q", q),))
            top = _plus(p if s == ONE else Mul((p, s)), r if q == ONE else Mul((r, q)))
            flat = expanded(top)
            under = q if s == ONE else s if q == ONE else Mul((q, s))
            return Found(_again(node, Div(tidied(top if flat is None else flat), under)), (("q", under),))
    return None


def _plus(a: Expr, b: Expr) -> Expr:
    return Add((a, b))


def _fraction(e: Expr) -> tuple[Expr, Expr]:
    match e:
        case Neg(u):
            top, bottom = _fraction(u)
            return Neg(top), bottom
        case Div(u, v):
            return u, v
    return e, ONE


def logarithm_of_quotient(node: Expr) -> Expr | Found | None:
    """ln u − ln v = ln(u/v), where two infinities stand against each other."""
    match node:
        case Limit(Add((Fn("ln", (u,)), Neg(Fn("ln", (v,)))))) if _undetermined(node):
            return Found(_again(node, fn("ln", Div(u, v))), (("u", u), ("v", v)))
    return None


def _null_and_large(node: Expr) -> tuple[list[Expr], list[Expr], Limit] | None:
    """The factors of a product 0·∞ that go to zero (or to a number), and those that go beyond all bounds."""
    if not isinstance(node, Limit) or not isinstance(node.arg, Mul) or not _undetermined(node):
        return None
    large, null = [], []
    for each in node.arg.factors:
        found = ends_at(each, way(node))
        if found is None or found.swings:
            return None
        (large if found.infinite else null).append(each)
    return (null, large, node) if null and large else None


def _times(factors: list[Expr]) -> Expr:
    return factors[0] if len(factors) == 1 else Mul(tuple(factors))


def over_reciprocal_of_null(node: Expr) -> Expr | Found | None:
    """A product 0·∞ as the quotient ∞/∞: u·v = v/(1/u)."""
    parts = _null_and_large(node)
    if parts is None:
        return None
    null, large, limit = parts
    u, v = _times(null), _times(large)
    return Found(_again(limit, Div(v, tidied(Div(ONE, u)))), (("u", u), ("v", v)))


def over_reciprocal_of_large(node: Expr) -> Expr | Found | None:
    """A product 0·∞ as the quotient 0/0: u·v = u/(1/v)."""
    parts = _null_and_large(node)
    if parts is None:
        return None
    null, large, limit = parts
    u, v = _times(null), _times(large)
    return Found(_again(limit, Div(u, tidied(Div(ONE, v)))), (("u", v), ("v", u)))


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
        case Operator("sides", (left, right)):
            if left == right or (not {left, right} & {INF, Neg(INF), DNE} and is_zero(tidied(Add((left, Neg(right)))))):
                return Found(left, (("a", left), ("b", right)))
    return None


def sides_differ(node: Expr) -> Expr | Found | None:
    """Different limits from the left and from the right: there is no limit."""
    match node:
        case Operator("sides", (left, right)) if sides_compared(node) is None:
            return Found(DNE, (("a", left), ("b", right)))
    return None


SKILL, GROWTH, HOPITAL, ALGEBRA = (
    "limit-algebraic", "limits-infinity-growth", "lhopital-rule", "algebraic-manipulation",
)  # fmt: skip
LAWS = (
    Rule("limit-laws", SKILL, "Each part has a limit for ${x} \\to {a}$: put the limits in their places.", laws,
         "the laws of limits"),
    Rule("pole", SKILL, "The numerator goes to ${u}$ and the denominator ${v}$ to 0, keeping one sign: the quotient "
         "goes to ${w}$.", pole, "a pole"),
    Rule("beyond-all-bounds", GROWTH, "${f}$ goes beyond all bounds, to ${w}$.", unbounded, "growth beyond all bounds"),
)  # fmt: skip
SQUEEZE = (
    Rule("squeeze", SKILL, "The factor ${u}$ stays between $-1$ and $1$ and ${v}$ goes to 0: their product is squeezed "
         "to 0.", squeeze, "the squeeze theorem"),
    Rule("keeps-swinging", SKILL, "${u}$ comes back to 1 and to $-1$ again and again, so no single value is approached.",
         swinging, "a function that keeps swinging"),
)  # fmt: skip
FORMS = (
    Rule("conjugates", SKILL, "Multiply above and below by the conjugate ${u}$.", conjugates,
         "the conjugate of a difference of roots"),
    Rule("one-fraction-first", ALGEBRA, "Two infinities stand against each other: write one fraction over ${q}$.",
         one_fraction, "one fraction"),
    Rule("logarithm-of-quotient", "exponentials-logarithms", "A difference of logarithms is the logarithm of the "
         "quotient: $\\ln({u}) - \\ln({v})$.", logarithm_of_quotient, "the logarithm of a quotient"),
    Rule("power-of-one-plus", SKILL, "$(1 + u)^{1/u}$ goes to $\\mathrm{e}$ as $u = {u}$ goes to 0; the exponent "
         "${v}$ leaves the power $u \\cdot {v}$ of it.", power_of_one_plus, "the limit that defines e"),
    Rule("power-as-exponential", "exponentials-logarithms", "Write the power as $\\mathrm{e}$ to the power "
         "${g} \\cdot \\ln({f})$; the exponential is continuous, so look at the exponent.", power_as_exponential,
         "a power as an exponential"),
    Rule("limit-inside", SKILL, "The outer function ${f}$ is continuous: take the limit of ${u}$ first.", limit_inside,
         "the limit of a composition"),
    Rule("limit-constant-outside", SKILL, "The constant ${c}$ stands in front of the limit.", constant_outside,
         "the constant in front"),
    Rule("product-over-small", SKILL, "A product $0 \\cdot \\infty$: write it as a quotient by moving ${u}$ below the "
         "line.", over_reciprocal_of_null, "a product as a quotient"),
    Rule("product-over-large", SKILL, "A product $0 \\cdot \\infty$: write it as a quotient by moving ${u}$ below "
         "the line.", over_reciprocal_of_large, "a product as a quotient of small things"),
    Rule("lhopital", HOPITAL, "Numerator and denominator go to ${u}$ and ${v}$: differentiate both, and take the limit of "
         "that quotient, if it exists.", lhopital, "L'Hôpital's rule", cost=2),
    Rule("term-by-term", SKILL, "The limit of a sum is the sum of the limits, where all of them exist.", term_by_term,
         "the sum rule of limits"),
    Rule("factor-by-factor", SKILL, "The limit of a product or quotient is that of the limits, where all of them exist.",
         factor_by_factor, "the product rule of limits"),
    Rule("both-sides", "limit-graph-numeric", "Look at the two sides of ${a}$ one at a time.", both_sides,
         "the two one-sided limits"),
)  # fmt: skip
SIDES = (
    Rule("sides-agree", "limit-graph-numeric", "Both sides lead to ${a}$, so this is the limit.", sides_compared,
         "two sides that agree"),
    Rule("sides-differ", "limit-graph-numeric", "From the left the limit is ${a}$, from the right ${b}$: they differ, so "
         "there is no limit.", sides_differ, "two sides that differ"),
)  # fmt: skip
RULES = (*LAWS, *SQUEEZE, *FORMS)

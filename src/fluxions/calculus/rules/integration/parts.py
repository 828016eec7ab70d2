"""Integration by parts: once, by a table for a polynomial factor, and in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.denominators import one_denominator
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, Div, E, Expr, Fn, Int, Mul, Neg, Num, Operator, Pow, Rel, Sym
from fluxions.calculus.rules.integration.linearity import fresh
from fluxions.calculus.rules.integration.pieces import Pieces, Power, built, linear, pieces, product, total
from fluxions.calculus.rules.integration.sight import at_sight
from fluxions.calculus.rules.integration.slopes import slope
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.rules.integration.substitution import substitutions
from fluxions.calculus.trees import free_of, substituted, symbols

PARTS = "integration-by-parts"
INVERSE = frozenset(
    "arcsin arccos arctan arccot arcsec arccsc arsinh arcosh artanh ln log erf erfc Phi Si Ci Ei li".split()
)
WAVES = frozenset({"sin", "cos", "sinh", "cosh"})
Cut = tuple[Expr, Expr]  # u and dv


def cuts(f: Expr, x: Sym) -> Iterator[Cut]:
    """The ways to cut f into u and dv: logarithms and inverse functions come first as u, then powers."""
    apart = pieces(f, x)
    if all(_is_algebraic(each, x) for each in apart.powers):
        return
    powers = sorted(apart.powers, key=_rank)
    seen: set[Expr] = set()
    for group in (*((each,) for each in powers), *_groups(powers, x)):
        u = built(Pieces(ONE, group))
        rest = tuple(each for each in apart.powers if each not in group)
        if u not in seen and (rest or _rank(group[0]) in (0, 3)):
            seen.add(u)
            yield u, built(Pieces(apart.constant, rest))
    for base, n in powers:  # u² of a logarithm as a whole is above; x³ beside √(1 + x²) gives x² as u
        if isinstance(n, Num) and n.value.denominator == 1 and n.value > 1 and not isinstance(base, Fn):
            yield _split(apart, base, n)


def _split(apart: Pieces, base: Expr, n: Num) -> Cut:
    rest = tuple((b, ONE) if b == base else (b, m) for b, m in apart.powers)
    return Pow(base, Num(n.value - 1)) if n.value > 2 else base, built(Pieces(apart.constant, rest))


def _groups(powers: list[Power], x: Sym) -> Iterator[tuple[Power, ...]]:
    """All polynomial factors together, and all factors but one power below the line."""
    group = tuple(each for each in powers if _is_polynomial(each, x))
    if len(group) > 1:
        yield group
    for each in powers:
        if _rank(each) == 2 and len(powers) > 2:
            yield tuple(other for other in powers if other != each)


def _is_algebraic(power: Power, x: Sym) -> bool:
    """Is it a rational power of a polynomial?"""
    return isinstance(power[1], Num) and coefficients(power[0], x) is not None


def _is_polynomial(power: Power, x: Sym) -> bool:
    base, n = power
    whole = isinstance(n, Num) and n.value.denominator == 1 and n.value > 0
    return whole and coefficients(base, x) is not None


def _rank(power: Power) -> int:
    """Logarithms, inverse functions, algebra, trigonometry, exponentials."""
    base, n = power
    match base:
        case Fn(name, _) if name in INVERSE:
            return 0
        case Fn():
            return 3
    if not isinstance(n, Num):
        return 4
    return 1 if n.value > 0 else 2


def parted(goal: Int, u: Expr, dv: Expr) -> Found | None:
    """u·v − ∫ v du, or None where v is not seen at once."""
    x = goal.variable
    du, v = slope(u, x), antiderivative(dv, x)
    if du is None or v is None or du == ZERO:
        return None
    rest = pieces(product((v, du)), x)
    inner = Int(built(Pieces(ONE, rest.powers)), x)
    if rest.constant == Num(-1):
        last: Expr = inner
        opened = Add((product((u, v)), last))
    else:
        scaled = product((rest.constant, inner))
        opened = Add((product((u, v)), Neg(scaled)))
    first = tidied(product((u, v)))
    opened = Add((first, *opened.terms[1:]))
    return Found(opened, (("u", u), ("w", dv), ("v", v), ("du", du), ("x", x)))


def antiderivative(dv: Expr, x: Sym) -> Expr | None:
    """An antiderivative seen at once, also through one substitution: x e^(x²)."""
    seen = at_sight(dv, x) or damped_wave(dv, x)
    if seen is not None:
        return seen
    u = fresh(dv, x)
    for g, h in substitutions(dv, x):
        inner = at_sight(h, u) if linear(g, x) is None else None
        if inner is not None:
            return tidied(substituted(inner, {u.name: g}))
    return None


def damped_wave(f: Expr, x: Sym) -> Expr | None:
    """∫ e^(ax) sin(bx) dx = e^(ax) (a sin(bx) − b cos(bx))/(a² + b²), and the same for the cosine."""
    apart = pieces(f, x)
    waves = [(b, n) for b, n in apart.powers if isinstance(b, Fn) and b.name in ("sin", "cos") and n == ONE]
    falls = [(b, n) for b, n in apart.powers if b == E]
    if len(apart.powers) != 2 or len(waves) != 1 or len(falls) != 1:
        return None
    wave, exponent = waves[0][0], falls[0][1]
    assert isinstance(wave, Fn)
    inner, outer = linear(wave.args[0], x), linear(exponent, x)
    if inner is None or outer is None:
        return None
    a, b = outer[0], inner[0]
    other = Fn("cos" if wave.name == "sin" else "sin", wave.args)
    turned = product((b, other))
    bracket = Add((product((a, wave)), Neg(turned) if wave.name == "sin" else turned))
    below = tidied(Add((Pow(a, Num(2)), Pow(b, Num(2)))))
    return tidied(Div(product((apart.constant, Pow(E, exponent), bracket)), below))


def by_parts(goal: Expr) -> Expr | Found | None:
    """∫ u dv = u v − ∫ v du."""
    match goal:
        case Int(f, x, None) if not free_of(f, x):
            return next((each for u, dv in cuts(f, x) if (each := parted(goal, u, dv)) is not None), None)
    return None


def tabular(goal: Expr) -> Expr | Found | None:
    """∫ p w dx = p W₁ − p' W₂ + p'' W₃ − … for a polynomial p of degree two or more and repeated integrals W of w."""
    match goal:
        case Int(f, x, None) if not free_of(f, x):
            apart = pieces(f, x)
            group = tuple(each for each in apart.powers if _is_polynomial(each, x))
            rest = tuple(each for each in apart.powers if each not in group)
            if len(rest) != 1 or not group or not _repeats(rest[0], x):
                return None
            p = tidied(built(Pieces(apart.constant, group)))
            w = built(Pieces(ONE, rest))
            degree = max(coefficients(p, x) or {0: ONE})
            return _columns(p, w, x) if 2 <= degree <= 8 else None
    return None


def _repeats(power: Power, x: Sym) -> bool:
    """Is it an exponential, sine or cosine of a line, which can be integrated again and again?"""
    base, n = power
    match base:
        case Fn(name, (u,)):
            return name in WAVES and n == ONE and linear(u, x) is not None
    return free_of(base, x) and linear(n, x) is not None


def _columns(p: Expr, w: Expr, x: Sym) -> Found | None:
    terms: list[Expr] = []
    left, right = p, at_sight(w, x)
    sign = 1
    while left != ZERO and right is not None:
        term = product((left, right))
        terms.append(term if sign == 1 else Neg(term))
        after = slope(left, x)
        if after is None:
            return None
        left, right, sign = after, at_sight(right, x), -sign
    return None if right is None else Found(total(terms), (("p", p), ("w", w)))


def circular(goal: Expr) -> Expr | Found | None:
    """Parts twice bring I back: I = A + k I, an equation for I."""
    match goal:
        case Int(f, x, None) if _turns(f, x):
            for u, dv in cuts_of_waves(f, x):
                first = parted(goal, u, dv)
                second = None if first is None else _again(first, x)
                if second is not None:
                    return _equation(goal, *second)
    return None


def cuts_of_waves(f: Expr, x: Sym) -> Iterator[Cut]:
    """An exponential is dv; sin(ln x) alone is u."""
    apart = pieces(f, x)
    if len(apart.powers) == 1:
        yield f, ONE
        return
    for each in sorted(apart.powers, key=_rank):
        u = built(Pieces(ONE, (each,)))
        if isinstance(each[0], Fn):
            yield u, built(Pieces(apart.constant, tuple(other for other in apart.powers if other != each)))


def _turns(f: Expr, x: Sym) -> bool:
    """A sine or cosine of a line times an exponential of one, or of ln x times a power."""
    powers = pieces(f, x).powers
    waves = [(b, n) for b, n in powers if isinstance(b, Fn) and b.name in WAVES and n == ONE]
    rest = [each for each in powers if each not in waves]
    if len(waves) != 1 or len(rest) > 1:
        return False
    inside = waves[0][0].children[0]
    if linear(inside, x) is not None:
        return bool(rest) and free_of(rest[0][0], x) and linear(rest[0][1], x) is not None
    logarithmic = pieces(inside, x).powers
    is_log = len(logarithmic) == 1 and isinstance(logarithmic[0][0], Fn) and logarithmic[0][0].name == "ln"
    return is_log and (not rest or (rest[0][0] == x and rest[0][1] != Num(-1)))


def _again(first: Found, x: Sym) -> tuple[Expr, Expr, Found] | None:
    """(A₁, the factor of the inner integral, the second parts) for the integral that the first parts left."""
    assert isinstance(first.result, Add)
    before, after = first.result.terms
    scale, integral = _integral_in(after)
    for v, dw in cuts_of_waves(integral.arg, x):
        found = parted(integral, v, dw)
        if found is not None:
            return before, scale, found
    return None


def _integral_in(term: Expr) -> tuple[Expr, Int]:
    """The factor and the integral of a term k·∫."""
    sign: Expr = ONE
    if isinstance(term, Neg):
        sign, term = Num(-1), term.arg
    factors = term.factors if isinstance(term, Mul) else (term,)
    integral = next(each for each in factors if isinstance(each, Int))
    return tidied(product((sign, *(each for each in factors if each is not integral)))), integral


def _equation(goal: Int, before: Expr, scale: Expr, second: Found) -> Found | None:
    """I = A + k I where the second parts lead back to the goal."""
    assert isinstance(second.result, Add)
    middle, last = second.result.terms
    factor, integral = _integral_in(last)
    ratio = tidied(Div(integral.arg, goal.arg))
    back = tidied(product((scale, ratio, factor)))
    if not free_of(ratio, goal.variable) or back == ONE:
        return None
    name = next(each for each in ("I", "J", "K", "I_1") if each not in symbols(goal.arg))
    unknown = Sym(name)
    known = one_denominator(tidied(Add((before, product((scale, middle))))))
    whole = Add((known, product((back, unknown))))
    return Found(
        Operator("solve", (Rel("=", unknown, _sign_between(whole)), unknown)),
        (("I", unknown), ("u", _first_u(goal)), ("v", dict(second.using)["u"])),
    )


def _sign_between(whole: Add) -> Expr:
    """A + (−k) I as A − k I; A itself is left as it is."""
    known, last = whole.terms
    turned = tidied(Neg(last))
    written = tidied(last)
    return Add((known, Neg(turned) if isinstance(written, Neg) or _begins_negative(written) else written))


def _begins_negative(e: Expr) -> bool:
    match e:
        case Mul((Num(value), *_)):
            return bool(value < 0)
    return False


def _first_u(goal: Int) -> Expr:
    return next(u for u, _ in cuts_of_waves(goal.arg, goal.variable))


BY_PARTS = Rule("by-parts", PARTS, "By parts with $u = {u}$ and $v' = {w}$, so $u' = {du}$ and $v = {v}$: "
                "$\\int u\\,v'\\,d{x} = u\\,v - \\int u'\\,v\\,d{x}$.", by_parts, "integration by parts",
                cost=4)  # fmt: skip
TABULAR = Rule("by-parts-in-a-table", PARTS, "Differentiate ${p}$ down to 0, integrate ${w}$ as often, and "
               "multiply along the diagonals with alternating signs.", tabular, "parts in a table", cost=3)  # fmt: skip
CIRCULAR = Rule("by-parts-in-a-circle", PARTS, "Call the integral ${I}$. Parts twice, first with $u = {u}$, "
                "then with $u = {v}$, bring ${I}$ back: an equation for ${I}$.", circular, "parts in a circle",
                cost=3)  # fmt: skip
RULES = (TABULAR, CIRCULAR, BY_PARTS)

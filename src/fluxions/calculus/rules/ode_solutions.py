"""From an equation between antiderivatives to the solution of a differential equation, and its constant."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    ZERO,
    Add,
    Const,
    Div,
    E,
    Expr,
    Fn,
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
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules.ode import by_the_factor, exponential, log_term
from fluxions.calculus.rules.terms import factors_of, quotient
from fluxions.calculus.trees import free_of, nodes, substituted, symbols


def _balanced(node: Expr) -> tuple[Expr, Expr, Sym, Sym, tuple[Expr, ...]] | None:
    match node:
        case Operator("balanced", (Rel("=", left, right), Sym() as y, Sym() as x, *known)):
            return left, right, y, x, tuple(known)
    return None


def constant_name(*used: Expr) -> Sym:
    """A letter for the constant that nothing else has."""
    names = {each.name for e in used for each in nodes(e) if isinstance(each, Sym)}
    return Sym(next(name for name in ("C", "K", "C_1", "K_1") if name not in names))


def solved_linear(node: Expr) -> Expr | Found | None:
    """m·y + k = R + C, with m and k free of y, solved for y."""
    match _balanced(node):
        case (left, right, y, x, known):
            c = constant_name(node)
            slope = tidied(substituted(left, {y.name: ONE}) - substituted(left, {y.name: ZERO}))
            start = tidied(substituted(left, {y.name: ZERO}))
            if slope == ZERO or agree(left, Add((Mul((slope, y)), start))) != "agree":
                return None
            sum_ = tidied(Add((right, c, Neg(start))))
            value = _spread_over(sum_, slope)
            return _fitted(Rel("=", y, value), y, x, known, (("c", c), ("y", y)))
    return None


def _spread_over(e: Expr, m: Expr) -> Expr:
    """A sum over m, each term on its own, where that cancels something."""
    if m == ONE:
        return e
    terms = e.terms if isinstance(e, Add) else (e,)
    return Add(tuple(_divided(each, m) for each in terms)) if len(terms) > 1 else _divided(e, m)


def _divided(term: Expr, m: Expr) -> Expr:
    if isinstance(term, Neg):
        return Neg(_divided(term.arg, m))
    sign, above, below = factors_of(m)
    flipped = [Pow(each.base, tidied(Neg(each.exponent))) for each in above if isinstance(each, Pow) and each.base == E]
    rest = [each for each in above if not (isinstance(each, Pow) and each.base == E)]
    found = tidied(Div(Mul((term, *flipped, *below)) if flipped or below else term, quotient(rest, [])))
    return found if sign > 0 else tidied(Neg(found))


def _fitted(found: Rel, y: Sym, x: Sym, known: tuple[Expr, ...], using: tuple[tuple[str, Expr], ...]) -> Found:
    return Found(Operator("fitted", (found, y, x, *known)) if known else found, using)


def solved_logarithm(node: Expr) -> Expr | Found | None:
    """k ln|u| = R + C gives u = C·e^(R/k), the constant any number; the same for a difference of two logarithms."""
    match _balanced(node):
        case (left, right, y, x, known) if (parts := _one_logarithm(left)) is not None:
            k, top, bottom = parts
            c = constant_name(node)
            grown = tidied(Mul((c, exponential(tidied(Div(right, k))))))
            value = _linear_fraction_solved(top, bottom, grown, y)
            if value is not None:
                below = _turned(bottom) if _starts_below_zero(bottom, y) else bottom
                using = (("c", c), ("u", top if below == ONE else Div(top, below)), ("y", y))
                return _fitted(Rel("=", y, value), y, x, known, using)
    return None


def _one_logarithm(left: Expr) -> tuple[Expr, Expr, Expr] | None:
    """(k, u, v) where a side is k·(ln|u| − ln|v|)."""
    if isinstance(left, Neg) and (found := _one_logarithm(left.arg)) is not None:
        return tidied(Neg(found[0])), found[1], found[2]
    pairs = [log_term(each) for each in _spread(left)]
    match pairs:
        case [(k, v)] if isinstance(v, Div):
            return k, v.top, v.bottom
        case [(k, v)]:
            return k, v, ONE
        case [(k, u), (m, v)] if tidied(k + m) == ZERO:
            return k, u, v
    return None


def _spread(e: Expr) -> tuple[Expr, ...]:
    """The terms, where a factor before one bracket is multiplied in."""
    match e:
        case Add(terms):
            return terms
        case Mul(factors) if sum(isinstance(each, Add) for each in factors) == 1:
            bracket = next(each for each in factors if isinstance(each, Add))
            rest = tuple(each for each in factors if each is not bracket)
            return tuple(tidied(Mul((*rest, each))) for each in bracket.terms)
    return (e,)


def _linear_fraction_solved(u: Expr, v: Expr, r: Expr, y: Sym) -> Expr | None:
    """y where u/v = r for u = ay + b and v = cy + d: (dr − b)/(a − cr)."""
    b, d = (tidied(substituted(each, {y.name: ZERO})) for each in (u, v))
    a, c = (tidied(substituted(each, {y.name: ONE}) - start) for each, start in ((u, b), (v, d)))
    for each, slope, start in ((u, a, b), (v, c, d)):
        if agree(each, Add((Mul((slope, y)), start))) != "agree" and each not in (ONE, y):
            return None
    if _starts_below_zero(v, y):
        r = tidied(Neg(r))  # the constant in it takes either sign
    return tidied(Div(Add((Mul((d, r)), Neg(b))), Add((a, Neg(Mul((c, r)))))))


def _turned(e: Expr) -> Expr:
    """−e without a minus before a bracket: 1 − y for y − 1."""
    return tidied(Add(tuple(Neg(each) for each in reversed(e.terms)))) if isinstance(e, Add) else tidied(Neg(e))


def _starts_below_zero(v: Expr, y: Sym) -> bool:
    """Is v negative where y is 0, as y − 1 is?"""
    start = tidied(substituted(v, {y.name: ZERO}))
    return isinstance(start, Neg) or (isinstance(start, Num) and start.value < 0)


def constant_from_value(node: Expr) -> Expr | Found | None:
    """The known value put into H(y) = G(x) + C gives C."""
    match _balanced(node):
        case (left, right, y, x, (Rel("=", Fn(_, (a,)), b),)):
            at = {x.name: a, y.name: b}
            c = tidied(substituted(left, at) - substituted(right, at))
            opened = Operator("explicit", (Rel("=", left, tidied(Add((right, c)))), y, x, node.children[3]))
            return Found(opened, (("c", c), ("a", a), ("b", b)))
    return None


def constant_added(node: Expr) -> Expr | Found | None:
    """H(y) = G(x) + C."""
    match _balanced(node):
        case (left, right, y, x, ()):
            c = constant_name(node)
            return Found(Operator("explicit", (Rel("=", left, tidied(Add((right, c)))), y, x)), (("c", c),))
    return None


def solved_outer(node: Expr) -> Expr | Found | None:
    """H(y) = R solved for y by the inverse of H: a power, a root, an arctangent, a sine, an exponential."""
    match node:
        case Operator("explicit", (Rel("=", left, right), Sym() as y, Sym() as x, *known)):
            for sign in (1, -1):
                value = _inverse(left, right, y, sign)
                if value is not None and (not known or _meets(value, x, known[0])):
                    if sign < 0 and not known:
                        return None
                    if not known and _two_branches(left, y):
                        return None
                    return Found(Rel("=", y, tidied(value)), (("y", y), ("u", left)))
    return None


def _meets(value: Expr, x: Sym, known: Expr) -> bool:
    match known:
        case Rel("=", Fn(_, (a,)), b):
            return agree(substituted(value, {x.name: a}), b) == "agree"
    return False


def _two_branches(left: Expr, y: Sym) -> bool:
    return any(
        isinstance(each, Pow)
        and not free_of(each.base, y)
        and isinstance(each.exponent, Num)
        and each.exponent.value % 2 == 0
        for each in nodes(left)
    )


def _inverse(left: Expr, right: Expr, y: Sym, sign: int) -> Expr | None:
    if left == y:
        return right
    match left:
        case Neg(u):
            return _inverse(u, tidied(Neg(right)), y, sign)
        case Add(terms) if len(moving := [each for each in terms if not free_of(each, y)]) == 1:
            rest: tuple[Expr, ...] = tuple(Neg(each) for each in terms if free_of(each, y))
            return _inverse(moving[0], tidied(Add((right, *rest))), y, sign)
        case Mul(factors) if len(moving := [each for each in factors if not free_of(each, y)]) == 1:
            rest = tuple(each for each in factors if free_of(each, y))
            return _inverse(moving[0], tidied(Div(right, rest[0] if len(rest) == 1 else Mul(rest))), y, sign)
        case Div(u, v) if free_of(v, y):
            return _inverse(u, tidied(Add(_spread(Mul((v, right))))), y, sign)
        case Div(u, v) if free_of(u, y):
            return _inverse(v, tidied(Div(u, right)), y, sign)
        case Pow(Const("e"), u):
            return _inverse(u, fn("ln", right), y, sign)
        case Pow(u, Num(n)) if n != 0:
            return _inverse(u, _rooted(right, n, sign), y, sign)
        case Root(u, Num(n)):
            return _inverse(u, Pow(right, Num(n)), y, sign)
        case Fn(name, (u,)) if name in OUTER:
            return _inverse(u, OUTER[name](right), y, sign)
        case Fn("abs", (u,)):
            return _inverse(u, right if sign > 0 else Neg(right), y, sign)
    return None


OUTER: dict[str, Callable[[Expr], Expr]] = {
    "arctan": lambda r: fn("tan", r), "arcsin": lambda r: fn("sin", r), "artanh": lambda r: fn("tanh", r),
    "arsinh": lambda r: fn("sinh", r), "ln": exp, "tan": lambda r: fn("arctan", r),
}  # fmt: skip


def _rooted(r: Expr, n: Fraction, sign: int) -> Expr:
    if n < 0:
        return _rooted(tidied(Div(ONE, r)), -n, sign)
    if n.numerator == 1:
        return Pow(r, Num(n.denominator))
    root = Root(r, Num(n.numerator)) if n.denominator == 1 else Pow(r, Num(1 / n))
    return root if sign > 0 or n.numerator % 2 else Neg(root)


def left_implicit(node: Expr) -> Expr | Found | None:
    """The equation itself describes the solution where it is not solved for y."""
    match node:
        case Operator("explicit", (Rel() as equation, Sym() as y, Sym(), *_)) if solved_outer(node) is None:
            return Found(equation, (("y", y),))
    return None


def fitted(node: Expr) -> Expr | Found | None:
    """The constant from the known value; it stands in the solution once, linear or in a fraction of linear terms."""
    match node:
        case Operator("fitted", (Rel("=", y, value), _, Sym() as x, Rel("=", Fn(_, (a,)), b))):
            c = constant_in(value, node)
            if c is None:
                return None
            at = tidied(substituted(value, {x.name: a}))
            constant = _constant_of(at, c, b)
            if constant is not None:
                whole = tidied(substituted(value, {c.name: constant}))
                return Found(Rel("=", y, whole), (("c", c), ("d", constant), ("a", a), ("b", b)))
    return None


def constant_in(value: Expr, node: Expr) -> Sym | None:
    """The letter of the constant of integration."""
    names = [name for name in ("K_1", "C_1", "K", "C") if name in symbols(value)]
    return Sym(names[-1]) if names else None


def _constant_of(at: Expr, c: Sym, b: Expr) -> Expr | None:
    """C where a value, a fraction of linear terms in C, is b."""
    if isinstance(at, Neg):
        return _constant_of(at.arg, c, tidied(Neg(b)))
    top, bottom = (at.top, at.bottom) if isinstance(at, Div) else (at, ONE)
    gap = Add((top, Neg(Mul((b, bottom)))))
    rest = tidied(substituted(gap, {c.name: ZERO}))
    front = tidied(substituted(gap, {c.name: ONE}) - rest)
    if front == ZERO or agree(gap, Add((Mul((front, c)), rest))) != "agree":
        return None
    return tidied(Div(Neg(rest), front))


SEPARABLE, LINEAR = "separable-odes", "linear-first-order-odes"
AFTER = (
    Rule("times-the-factor", LINEAR, "Multiply by $\\mu = {m}$: the left side becomes the derivative of $\\mu {y}$, "
         "so integrate the right side times $\\mu$.", by_the_factor, "multiplying by the factor"),
    Rule("solved-for-y", LINEAR, "Add the constant ${c}$ and solve for ${y}$.", solved_linear,
         "solving for the unknown"),
    Rule("logarithm-undone", SEPARABLE, "Take $\\mathrm{e}$ to the power of both sides: ${u}$ is an exponential "
         "times a constant ${c}$, which takes either sign; ${c} = 0$ belongs to a constant solution.",
         solved_logarithm, "undoing a logarithm"),
    Rule("constant-of-the-solution", SEPARABLE, "The two sides differ by a constant: at $({a}, {b})$ it is ${c}$.",
         constant_from_value, "the constant of the solution"),
    Rule("constant-of-the-solutions", SEPARABLE, "The two sides differ by a constant ${c}$.", constant_added,
         "the constant between the sides"),
    Rule("outer-function-undone", SEPARABLE, "Solve for ${y}$ by undoing what was done to it in ${u}$.", solved_outer,
         "undoing the outer function"),
    Rule("implicit-solution", SEPARABLE, "This equation between the two describes the solutions ${y}$.", left_implicit,
         "a solution left implicit"),
    Rule("constant-fitted", SEPARABLE, "At ${a}$ the value is ${b}$: this makes ${c} = {d}$.", fitted,
         "the constant from the known value"),
)  # fmt: skip

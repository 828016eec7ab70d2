"""Functions of eˣ: the exponential as the new variable."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, Div, E, Expr, Fn, Int, Mul, Neg, Num, Pow, Sym, fn
from fluxions.calculus.rules.integration.angles import HYPERBOLIC
from fluxions.calculus.rules.integration.integrand import exchanged, fresh, indefinite, line, power, substituting
from fluxions.calculus.rules.integration.lowest_terms import in_lowest_terms, rational
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.trees import free_of, nodes

Lines = dict[Expr, tuple[Expr, Expr]]  # a power of the base -> slope and offset of its exponent


def exponential_kept(node: Expr) -> Expr | Found | None:
    """R(eᵏˣ) dx: u = eᵍˣ for the greatest common slope g, and dx = du/(g u)."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    found = _exponentials(f, x)
    if found is None or not found[1] or any(isinstance(e, Pow) and e == f for e in found[1]):
        return None
    base, lines = found
    step = _common_step(list(lines.values()))
    if step is None:
        return None
    u = fresh(f, x)
    table = {e: _as_power(base, u, tidied(Div(slope, step)), offset) for e, (slope, offset) in lines.items()}
    written = exchanged(f, table)
    if not free_of(written, x):
        return None
    inside = Pow(base, tidied(Mul((step, x))))
    below = product((step, u) if base == E else (step, fn("ln", base), u))
    g = in_lowest_terms(Div(written, below))
    return Found(substituting(g, u, inside), (("u", u), ("v", inside), ("x", x), ("w", below)))


def _exponentials(f: Expr, x: Sym) -> tuple[Expr, Lines] | None:
    """The one base of all exponentials in f whose exponents are lines, with these."""
    bases: set[Expr] = set()
    lines: Lines = {}
    least = min((e.base.value for e in nodes(f) if _to_number(e, x)), default=None)  # type: ignore[attr-defined]
    for e in nodes(f):
        if isinstance(e, Pow) and free_of(e.base, x) and not free_of(e.exponent, x):
            linear = line(e.exponent, x)
            if linear is None:
                return None
            base, n = _root_of_base(e.base, least)
            bases.add(base)
            lines[e] = linear if n == 1 else (tidied(Mul((Num(n), linear[0]))), tidied(Mul((Num(n), linear[1]))))
    return (bases.pop(), lines) if len(bases) == 1 else None


def _to_number(e: Expr, x: Sym) -> bool:
    return isinstance(e, Pow) and isinstance(e.base, Num) and e.base.value > 1 and not free_of(e.exponent, x)


def _root_of_base(base: Expr, least: Fraction | None) -> tuple[Expr, int]:
    """4 as 2² where 2 is the least base."""
    if least is not None and isinstance(base, Num):
        n = next((n for n in range(1, 12) if least**n == base.value), 1)
        return (Num(least), n) if least**n == base.value else (base, 1)
    return base, 1


def _common_step(lines: list[tuple[Expr, Expr]]) -> Expr | None:
    """The greatest slope of which all slopes are whole multiples, positive where it is a number."""
    first = lines[0][0]
    ratios = [tidied(Div(slope, first)) for slope, _ in lines]
    values = [each.value for each in ratios if isinstance(each, Num)]
    if len(values) < len(ratios):
        return None
    bottom = lcm(*(each.denominator for each in values))
    top = gcd(*(int(each * bottom) for each in values))
    step = tidied(Mul((Num(Fraction(top, bottom)), first)))
    return Num(abs(step.value)) if isinstance(step, Num) else step


def _as_power(base: Expr, u: Sym, n: Expr, offset: Expr) -> Expr:
    raised = Div(ONE, power(u, -n.value)) if isinstance(n, Num) and n.value < 0 else Pow(u, n)
    if n == ONE:
        raised = u  # type: ignore[assignment]
    return raised if offset == ZERO else product((Pow(base, offset), raised))


def hyperbolic_as_exponentials(node: Expr) -> Expr | Found | None:
    """sinh w = (eʷ − e⁻ʷ)/2 and the like, beside an exponential or in a fraction."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    waves = [e for e in nodes(f) if isinstance(e, Fn) and e.name in HYPERBOLIC and line(e.args[0], x) is not None]
    if not waves:
        return None
    beside = any(isinstance(e, Pow) and free_of(e.base, x) and not free_of(e.exponent, x) for e in nodes(f))
    written = exchanged(f, {e: _written(e.name, e.args[0]) for e in waves})
    if not beside and rational(exchanged(f, dict.fromkeys(waves, ONE))) is None:
        return None
    if not beside and (not free_of(exchanged(f, dict.fromkeys(waves, ONE)), x) or f in waves):
        return None
    return Found(Int(tidied(written), x), (("f", waves[0]), ("g", _written(waves[0].name, waves[0].args[0]))))


def _written(name: str, w: Expr) -> Expr:
    """The hyperbolic function by exponentials."""
    up, down = Pow(E, w), Pow(E, tidied(Neg(w)))
    less, more = Add((up, Neg(down))), Add((up, down))
    table = {
        "sinh": (less, TWO), "cosh": (more, TWO), "tanh": (less, more), "coth": (more, less), "sech": (TWO, more),
        "csch": (TWO, less),
    }  # fmt: skip
    return Div(*table[name])


RULES = (
    Rule("exponential-as-variable", "u-substitution",
         "Take the exponential as the new variable, ${u} = {v}$: then $d{x} = d{u}/({w})$.", exponential_kept,
         "the exponential as the new variable", cost=4),
    Rule("hyperbolic-as-exponentials", "u-substitution", "Write the hyperbolic functions by exponentials: ${f} = {g}$.",
         hyperbolic_as_exponentials, "hyperbolic functions by exponentials", cost=5),
)  # fmt: skip

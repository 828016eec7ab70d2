"""What needs no idea: a constant integrand, a constant factor, a sum, and a line inside."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, At, Div, Expr, Int, Mul, Neg, Num, Pow, Rel, Sym
from fluxions.calculus.rules.integration.pieces import linear, moving, pieces, product
from fluxions.calculus.rules.integration.squares import sign_of
from fluxions.calculus.trees import free_of, mapped, nodes, symbols

BASIC, SUBSTITUTION = "antiderivatives-basic", "u-substitution"
INSIDES = ("u", "v", "w", "t", "s", *(f"u_{k}" for k in range(1, 50)))


def constant(goal: Expr) -> Expr | Found | None:
    """∫ c dx = c x."""
    match goal:
        case Int(c, x, None) if free_of(c, x):
            value = ZERO if c == ZERO else product((c, x))
            return Found(value, (("c", c), ("f", value)))
    return None


def sums(goal: Expr) -> Expr | Found | None:
    """∫ (f + g) dx = ∫ f dx + ∫ g dx."""
    match goal:
        case Int(Add(terms), x, None):
            return Add(tuple(Neg(Int(t.arg, x)) if isinstance(t, Neg) else Int(t, x) for t in terms))
        case Int(Neg(u), x, None):
            return Neg(Int(u, x))
    return None


def constant_factor(goal: Expr) -> Expr | Found | None:
    """∫ c f dx = c ∫ f dx."""
    match goal:
        case Int(f, x, None) if not free_of(f, x):
            found = pieces(f, x)
            if found.constant == ONE:
                return None
            rest = Int(moving(found), x)
            if found.constant == Num(-1):
                return Found(Neg(rest), (("c", Num(-1)),))
            return Found(product((found.constant, rest)), (("c", found.constant),))
    return None


def exponents(goal: Expr) -> Expr | Found | None:
    """Exponents of numbers as one number: (x² + 1)^(−3/2), 2^(1 + 1)."""
    match goal:
        case Int(f, x, None):
            written = mapped(f, _with_settled_exponent)
            return None if written == f else Found(Int(written, x), (("f", written),))
    return None


def _with_settled_exponent(e: Expr) -> Expr:
    match e:
        case Pow(base, exponent) if not isinstance(exponent, Num) and not symbols(exponent):
            settled = tidied(exponent)
            return Pow(base, settled) if isinstance(settled, Num) else e
    return e


def line_inside(goal: Expr) -> Expr | Found | None:
    """∫ f(ax + b) dx = F(ax + b)/a, for a slope that is not 1."""
    found = _inside(goal)
    if found is None or found[2] == ONE:
        return None
    u, inner, slope, value = found
    needed = (Condition(Rel("!=", slope, ZERO), "assumed"),) if sign_of(slope) is None else ()
    by_a_half = isinstance(slope, Num) and abs(slope.value.numerator) == 1 != slope.value.denominator
    result = Mul((tidied(Div(ONE, slope)), value)) if by_a_half else Div(value, slope)
    return Found(result, (("u", u), ("inside", inner), ("a", slope)), needed)


def shift_inside(goal: Expr) -> Expr | Found | None:
    """∫ f(x + b) dx = F(x + b)."""
    found = _inside(goal)
    return Found(found[3], (("u", found[0]), ("inside", found[1]))) if found is not None and found[2] == ONE else None


def _inside(goal: Expr) -> tuple[Sym, Expr, Expr, Expr] | None:
    """A new letter, the line that it stands for, its slope, and the integral in that letter taken back there."""
    match goal:
        case Int(f, x, None):
            line = only_line(f, x)
            if line is not None:
                inside, slope, inner = line
                u = fresh(f, x)
                return u, inner, slope, At(Int(tidied(mapped(f, lambda e: u if e == inside else e)), u), u, inner)
    return None


def only_line(f: Expr, x: Sym) -> tuple[Expr, Expr, Expr] | None:
    """The one line that is all f has of x: as it stands in f, its slope, and how it is written inside."""
    found: set[Expr] = set()
    _lines(f, x, found)
    if len(found) != 1:
        return None
    inside = found.pop()
    line = linear(inside, x)
    return None if line is None or inside == x else (inside, line[0], tidied(inside))


def _lines(e: Expr, x: Sym, found: set[Expr]) -> None:
    """The largest parts of e that are lines in x."""
    if free_of(e, x) or len(found) > 1:
        return
    if linear(e, x) is not None:
        found.add(e)
        return
    for child in e.children:
        _lines(child, x, found)


def fresh(f: Expr, x: Sym) -> Sym:
    """A symbol for an inside that f does not use: u, else v, w, t, …"""
    used = symbols(f) | {x.name} | {each.name for each in nodes(f) if isinstance(each, Sym)}
    return Sym(next(name for name in INSIDES if name not in used))


CONSTANT_FACTOR = Rule("integral-constant-factor", BASIC, "The constant factor ${c}$ stays in front of the integral.",
                       constant_factor, "the constant factor of an integral")  # fmt: skip
SUM = Rule("integral-sum", BASIC, "Integrate term by term.", sums, "the sum rule of integration")
LINE = Rule("line-inside", SUBSTITUTION, "The inside ${u} = {inside}$ is a line with slope ${a}$: integrate in "
            "${u}$ and divide by ${a}$.", line_inside, "a line inside")  # fmt: skip
SHIFT = Rule("shift-inside", SUBSTITUTION, "Write ${u} = {inside}$, which moves as fast as the variable.", shift_inside,
             "a shift inside")  # fmt: skip
EXPONENTS = Rule("exponents-settled", "algebraic-manipulation", "Write each exponent as one number: ${f}$.", exponents,
                 "settling the exponents", silent=True)  # fmt: skip
RULES = (
    EXPONENTS,
    Rule("integral-constant", BASIC, "The integral of the constant ${c}$ is ${f}$.", constant,
         "the integral of a constant"),
    CONSTANT_FACTOR,
    SUM,
    SHIFT,
    LINE,
)  # fmt: skip

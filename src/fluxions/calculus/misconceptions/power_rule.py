"""Wrong numbers in the power rule, and wrong ways with the plainest terms: a line, a constant, a divisor."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, ZERO, Add, Diff, Div, Expr, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.trees import free_of


def divided_by_the_exponent(node: Expr) -> Expr | None:
    """d/dx uⁿ taken for uⁿ⁻¹/n · du/dx; for a root 2/√u in the place of 1/(2√u)."""
    match node:
        case Diff(Pow(u, Num(n)), x) if not free_of(u, x) and n not in (0, 1, -1):
            return Mul((Div(Pow(u, Num(n - 1)), Num(n)), Diff(u, x)))
        case Diff(Root(u, Num(n)) as root, x) if not free_of(u, x):
            return Mul((Div(Mul((Num(n), root)), u), Diff(u, x)))
    return None


def lowered_exponent_in_front(node: Expr) -> Expr | None:
    """d/dx uⁿ taken for (n − 1) uⁿ⁻¹ · du/dx."""
    match node:
        case Diff(Pow(u, Num(n)), x) if not free_of(u, x) and n not in (0, 1, 2):
            return Mul((Num(n - 1), Pow(u, Num(n - 1)), Diff(u, x)))
    return None


def factor_plus_exponent(node: Expr) -> Expr | None:
    """d/dx (c xⁿ) taken for (c + n) xⁿ⁻¹."""
    match node:
        case Diff(Mul((Num(c), Pow(u, Num(n)))), x) if u == x and c + n not in (0, c * n):
            return Mul((Num(c + n), Pow(x, Num(n - 1))))
    return None


def divisor_lost(node: Expr) -> Expr | None:
    """d/dx (u/c) taken for du/dx."""
    match node:
        case Diff(Div(u, c), x) if free_of(c, x) and not free_of(u, x):
            return Diff(u, x)
    return None


def divisor_multiplied(node: Expr) -> Expr | None:
    """d/dx (u/c) taken for c · du/dx."""
    match node:
        case Diff(Div(u, c), x) if free_of(c, x) and not free_of(u, x):
            return Mul((c, Diff(u, x)))
    return None


# --- lines and constants ---------------------------------------------------------------------------------------------
def _is_linear(term: Expr, x: Sym) -> bool:
    """Is it x, or a number times x?"""
    match term:
        case Neg(inner):
            return _is_linear(inner, x)
        case Mul((c, u)):
            return u == x and free_of(c, x)
    return term == x


def _lines_made(node: Expr, made: Expr | None) -> Expr | None:
    """A sum differentiated rightly but for its linear terms, each of which becomes `made`, or itself for None."""
    match node:
        case Diff(Add(terms), x):
            straight = [_is_linear(each, x) for each in terms]
            if not any(straight) or all(s or free_of(t, x) for t, s in zip(terms, straight, strict=True)):
                return None
            return Add(tuple((made or t) if s else _slope(t, x) for t, s in zip(terms, straight, strict=True)))
    return None


def _slope(term: Expr, x: Sym) -> Expr:
    return Neg(Diff(term.arg, x)) if isinstance(term, Neg) else Diff(term, x)


def line_taken_for_constant(node: Expr) -> Expr | None:
    """d/dx (u + c x) taken for du/dx."""
    return _lines_made(node, ZERO)


def line_kept(node: Expr) -> Expr | None:
    """d/dx (c x) taken for c x, beside terms that are differentiated, or inside another function."""
    match node:
        case Diff(Mul((c, u)) as term, x) if u == x and isinstance(c, Num):
            return term
    return _lines_made(node, None)


def slope_of_line_one(node: Expr) -> Expr | None:
    """d/dx (u + c x) taken for du/dx + 1."""
    match node:
        case Diff(Add(terms), x):
            if any(_is_linear(each, x) and each not in (x, Neg(x)) for each in terms):
                return _lines_made(node, ONE)
    return None


def constant_as_one(node: Expr) -> Expr | None:
    """d/dx (u + c) taken for du/dx + 1."""
    match node:
        case Diff(Add(terms), x):
            moving = tuple(each for each in terms if not free_of(each, x))
            if moving and len(moving) < len(terms):
                return Add((*(_slope(each, x) for each in moving), ONE))
    return None


POWER = "power-rule"
MISCONCEPTIONS = (
    Misconception("divided-by-exponent", POWER,
        "You divided by the exponent. To differentiate, multiply by it: the old exponent comes down as a factor.",
        divided_by_the_exponent, "Divided by the exponent, not multiplied", ("diff(x^5, x)", "x^4/5")),
    Misconception("lowered-exponent-in-front", POWER,
        "You put the lowered exponent in front. The factor is the old exponent, as it was before lowering.",
        lowered_exponent_in_front, "The lowered exponent stands in front", ("diff(x^5, x)", "4*x^4")),
    Misconception("factor-plus-exponent", POWER,
        "You added the exponent to the factor in front. They multiply: $c\\,x^n$ becomes $c\\,n\\,x^{n-1}$.",
        factor_plus_exponent, "The exponent was added to the factor", ("diff(5*x^3, x)", "8*x^2")),
    Misconception("divisor-lost", POWER,
        "The number below the line has gone missing. It is a constant factor: the derivative is divided by it too.",
        divisor_lost, "The number below the line is missing", ("diff(x^3/5, x)", "3*x^2")),
    Misconception("divisor-multiplied", POWER,
        "You multiplied by the number below the line. It is a constant divisor: it stays below the line.",
        divisor_multiplied, "Multiplied by the number below the line", ("diff(x^3/5, x)", "15*x^2")),
    Misconception("line-taken-for-constant", POWER,
        "You let a linear term vanish. Its slope is the number in front of the variable; only a constant term goes.",
        line_taken_for_constant, "A linear term vanished", ("diff(x^2 + 3*x, x)", "2*x")),
    Misconception("line-kept", POWER,
        "You kept a linear term as it was. Its slope is the number in front of the variable, and the variable goes.",
        line_kept, "A linear term was kept", ("diff(x^2 + 3*x, x)", "2*x + 3*x")),
    Misconception("slope-of-line-one", POWER,
        "You gave a linear term the slope 1. Its slope is the number in front of the variable.",
        slope_of_line_one, "A linear term with slope one", ("diff(x^2 + 3*x, x)", "2*x + 1")),
    Misconception("constant-as-one", POWER,
        "You gave the constant term the derivative 1. A constant does not change, so its derivative is 0.",
        constant_as_one, "The constant term was taken for 1", ("diff(x^2 + 7, x)", "2*x + 1")),
)  # fmt: skip

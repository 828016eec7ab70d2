"""Wrong rules for functions given by cases: ReLU and its relatives, losses with a kink."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, Diff, Expr, Fn, Mul, Num, Piecewise, Rel, Sym
from fluxions.calculus.trees import free_of, symbols


def input_kept(node: Expr) -> Expr | None:
    """relu'(u) taken for relu(u), and a linear branch u left as u: the input in the place of its slope."""
    match node:
        case Diff(Fn("relu", (u,)) as f, x) if not free_of(u, x):
            return f
        case Diff(Piecewise(branches, otherwise), x):
            moving = [i for i, (condition, value) in enumerate(branches) if _compared(condition, value, x)]
            if moving:
                values = [value if i == moving[0] else Diff(value, x) for i, (_, value) in enumerate(branches)]
                pairs = tuple((condition, value) for (condition, _), value in zip(branches, values, strict=True))
                return Piecewise(pairs, None if otherwise is None else Diff(otherwise, x))
    return None


def _compared(condition: Expr, value: Expr, x: Sym) -> bool:
    """Does the branch return what its own condition compares?"""
    return isinstance(condition, Rel) and condition.left == value and not free_of(value, x)


def boundary_at_zero(node: Expr) -> Expr | None:
    """A unit of ax + b switched at x = 0, not where ax + b = 0."""
    match node:
        case Diff(Fn("relu", (u,)), x) if u != x and not free_of(u, x):
            return Piecewise(((Rel(">", x, ZERO), Diff(u, x)),), ZERO)
        case Diff(Piecewise(branches, otherwise), x):
            moved = tuple((_at_variable(condition, x), Diff(value, x)) for condition, value in branches)
            if all(was == now for (was, _), (now, _) in zip(branches, moved, strict=True)):
                return None
            return Piecewise(moved, None if otherwise is None else Diff(otherwise, x))
    return None


def _at_variable(condition: Expr, x: Sym) -> Expr:
    """u > c read as x > c, for a u that is a line in x."""
    match condition:
        case Rel(op, u, Num(c)) if u != x and not isinstance(u, Fn) and x.name in symbols(u):
            return Rel(op, x, Num(c))
    return condition


def first_branch_everywhere(node: Expr) -> Expr | None:
    """The slope of the first branch that moves, used on the whole line."""
    match node:
        case Diff(Piecewise(branches, otherwise), x) if otherwise is not None:
            moving = [value for _, value in branches if not free_of(value, x)]
            return Diff(moving[0], x) if moving else None
    return None


def slopes_swapped(node: Expr) -> Expr | None:
    """A loss with the slopes τ and 1 − τ on its two sides taken for one with 1 − τ and τ."""
    match node:
        case Diff(Piecewise(((condition, Mul((low, *u))),), Mul((high, *v))), x) if _complements(low, high):
            return Piecewise(((condition, Diff(_of(high, u), x)),), Diff(_of(low, v), x))
    return None


def _complements(a: Expr, b: Expr) -> bool:
    """Do two different factors add up to 1?"""
    return a != b and tidied(Add((a, b))) == ONE


def _of(c: Expr, factors: list[Expr]) -> Expr:
    return Mul((c, *factors))


RELU = "derivative-relu-family"
MISCONCEPTIONS = (
    Misconception("input-kept", RELU,
        "You kept the input where its slope belongs. A line $u$ has a constant slope: only that stands in the "
        "derivative.",
        input_kept, "The input in the place of its slope", ("diff(relu(2x - 6), x)", "2*relu(2x - 6)")),
    Misconception("boundary-at-zero", RELU,
        "You switched the slope where the variable is zero. It switches where the input of the unit reaches the "
        "boundary: solve for that point.",
        boundary_at_zero, "The boundary is at the wrong place", ("diff(relu(2x - 6), x)", "if(x > 0, 2, 0)")),
    Misconception("one-branch-everywhere", "piecewise-functions",
        "You used the slope of one branch everywhere. Each branch has its own slope, and that holds only where the "
        "branch does.",
        first_branch_everywhere, "One branch everywhere", ("diff(if(x > 2, 3x, x^2), x)", "3")),
    Misconception("slopes-swapped", "derivative-regression-losses",
        "You exchanged the two slopes. Read off which side of the target each case describes, and take the weight "
        "that stands there.",
        slopes_swapped, "The slopes of the two sides are exchanged",
        ("diff(if(q < 7, 9/10*(7 - q), 1/10*(q - 7)), q)", "if(q < 7, -1/10, 9/10)")),
)  # fmt: skip

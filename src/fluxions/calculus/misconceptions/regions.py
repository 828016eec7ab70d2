"""Wrong ways to integrals over plane regions: moving bounds held fixed, and sums taken for products."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Add, Expr, Int, Mul
from fluxions.calculus.trees import free_of, substituted, symbols


def region_as_rectangle(goal: Expr) -> Expr | None:
    """A bound that moves with the outer variable held at its value for the outer bound: the region is a rectangle."""
    match goal:
        case Int(Int(f, y, low, high), x, c, d) if low is not None and high is not None and c is not None:
            ends = substituted(low, {x.name: c}), substituted(high, {x.name: d or c})
            if ends != (low, high) and ends[0] != ends[1]:
                return Int(Int(f, y, *ends), x, c, d)
    return None


def double_as_product(goal: Expr) -> Expr | None:
    """∬ (g(x) + h(y)) taken for ∫ g dx · ∫ h dy."""
    match goal:
        case Int(Int(Add((g, h)), y, c, d), x, a, b) if c is not None and d is not None and a is not None:
            first, second = (g, h) if free_of(g, y) else (h, g)
            apart = free_of(first, y) and free_of(second, x) and not free_of(first, x) and not free_of(second, y)
            if apart and not symbols(c) | symbols(d):
                return Mul((Int(first, x, a, b), Int(second, y, c, d)))
    return None


def double_as_sum(goal: Expr) -> Expr | None:
    """∬ (g(x) + h(y)) or ∬ g(x) h(y) taken for ∫ g dx + ∫ h dy."""
    match goal:
        case Int(Int(Add((g, h)) | Mul((g, h)), y, c, d), x, a, b) if None not in (a, b, c, d):
            first, second = (g, h) if free_of(g, y) else (h, g)
            apart = free_of(first, y) and free_of(second, x) and not free_of(first, x) and not free_of(second, y)
            if apart and c is not None and d is not None and not symbols(c) | symbols(d):
                return Add((Int(first, x, a, b), Int(second, y, c, d)))
    return None


DOUBLE = "double-integrals"
MISCONCEPTIONS = (
    Misconception("region-as-rectangle", DOUBLE,
        "You let both variables run over their whole range. Draw the region: the inner bound moves with the outer "
        "variable, so it stays in the inner integral.",
        region_as_rectangle, "The region taken for a rectangle", ("int(int(x*y, y, 0, x), x, 0, 1)", "1/4")),
    Misconception("double-integral-as-product", DOUBLE,
        "You multiplied two single integrals. That fits a product $g(x)h(y)$ over a rectangle; a sum is integrated "
        "term by term over the whole region.",
        double_as_product, "A sum integrated as a product", ("int(int(x + y, y, 0, 1), x, 0, 2)", "1")),
    Misconception("double-integral-as-sum", DOUBLE,
        "You integrated each part over its own variable and added. Every part is integrated over both variables: one "
        "that does not hold a variable gets the width of its range as a factor.",
        double_as_sum, "Single integrals added", ("int(int(x + y, y, 0, 1), x, 0, 2)", "5/2")),
)  # fmt: skip

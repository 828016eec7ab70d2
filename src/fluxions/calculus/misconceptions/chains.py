"""Wrong ways with the slopes of units that follow one another: a(v·b(w·x + c) + d) with activations a and b."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, Add, At, Diff, Expr, Fn, Mul, Neg, Sym
from fluxions.calculus.trees import free_of

Layer = tuple[Expr, Fn]  # the weight of what comes before it, and the unit itself
ACTIVATIONS = frozenset({"sigmoid", "tanh", "relu"})


def layers(f: Expr, x: Sym) -> list[Layer]:
    """The units of a chain from the last to the first; no list of one unit alone, and none of anything else."""
    found: list[Layer] = []
    while isinstance(f, Fn) and f.name in ACTIVATIONS:
        term = _moving_term(f.args[0], x)
        weight, inner = _weighted(term, x) if term is not None else (None, None)
        if weight is None or inner is None:
            return []
        found.append((weight, f))
        f = inner
    return found if f == x and len(found) > 1 else []


def _moving_term(e: Expr, x: Sym) -> Expr | None:
    moving = [each for each in (e.terms if isinstance(e, Add) else (e,)) if not free_of(each, x)]
    return moving[0] if len(moving) == 1 else None


def _weighted(term: Expr, x: Sym) -> tuple[Expr | None, Expr | None]:
    """(w, u) of a term w·u."""
    match term:
        case Neg(u):
            weight, inner = _weighted(u, x)
            return None if weight is None else Neg(weight), inner
        case Mul((weight, u)) if free_of(weight, x):
            return weight, u
    return ONE, term


def _slope(unit: Fn, x: Sym) -> Expr:
    """The slope of the activation of a unit, at what goes into it."""
    return At(Diff(Fn(unit.name, (x,)), x), x, unit.args[0])


def slopes_added(node: Expr) -> Expr | None:
    """The slope of a chain taken for the sum of the slopes of its units, each with its weight."""
    match node:
        case Diff(f, x) if chain := layers(f, x):
            return Add(tuple(Mul((weight, _slope(unit, x))) for weight, unit in chain))
    return None


def weights_ignored(node: Expr) -> Expr | None:
    """The slope of a chain taken for the product of the slopes of its activations, without the weights."""
    match node:
        case Diff(f, x) if chain := layers(f, x):
            return Mul(tuple(_slope(unit, x) for _, unit in chain))
    return None


def sigmoid_slope_one(node: Expr) -> Expr | None:
    """The slope of a chain taken with the slope 1 for each sigmoid in it."""
    match node:
        case Diff(f, x) if chain := layers(f, x):
            if any(unit.name == "sigmoid" for _, unit in chain):
                slopes = tuple(ONE if unit.name == "sigmoid" else _slope(unit, x) for _, unit in chain)
                return Mul((*(weight for weight, _ in chain), *slopes))
    return None


SKILL = "gradient-saturation"
MISCONCEPTIONS = (
    Misconception("slopes-added", SKILL,
        "You added the slopes of the units. One unit feeds the next: their slopes multiply.",
        slopes_added, "The slopes were added", ("at(diff(sigmoid(6*sigmoid(8x) - 3), x), x, 0)", "7/2")),
    Misconception("weights-ignored", SKILL,
        "You multiplied the slopes of the activations and left out the weights. The weight of each layer is a factor "
        "as well: multiply by it.",
        weights_ignored, "The weights are missing", ("at(diff(sigmoid(6*sigmoid(8x) - 3), x), x, 0)", "1/16")),
    Misconception("sigmoid-slope-one", SKILL,
        "You took the slope 1 for the sigmoid. It is $\\sigma(1-\\sigma)$ at the input that the unit has there, and "
        "never more than $1/4$.",
        sigmoid_slope_one, "The sigmoid with slope one", ("at(diff(sigmoid(6*sigmoid(8x) - 3), x), x, 0)", "48")),
)  # fmt: skip

"""Wrong steps of gradient descent: on a line over several steps, and with several weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, Add, At, Diff, Div, Expr, Mul, Neg, Num, Operator, Pow, Sym, Vector, sqrt
from fluxions.calculus.misconceptions.dynamics import LONGEST
from fluxions.calculus.rules.several.places import value_at_place


def slope_taken_once(node: Expr) -> Expr | None:
    """Every step taken with the slope at the start."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if n > 1:
            return a - Num(n) * rate * At(Diff(f, x), x, a)
    return None


def rate_raised(node: Expr) -> Expr | None:
    """The kth step taken with the learning rate ηᵏ."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if 1 < n <= LONGEST:
            for k in range(1, int(n) + 1):
                a = a - Pow(rate, Num(k)) * At(Diff(f, x), x, a)
            return a
    return None


def every_step_from_the_start(node: Expr) -> Expr | None:
    """Each step taken from the start again: only the last slope moves."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if 1 < n <= LONGEST:
            here = a
            for _ in range(int(n)):
                here = a - rate * At(Diff(f, x), x, here)
            return here
    return None


# --- with several weights: the task is the vector of aᵢ − η ∂f/∂xᵢ(a) ------------------------------------------------
@dataclass(frozen=True, slots=True)
class Step:
    """f with its variables, where the step begins, and the learning rate."""

    f: Expr
    v: Vector
    start: tuple[Expr, ...]
    rate: Expr

    def slope(self, x: Expr, here: tuple[Expr, ...]) -> Expr:
        """∂f/∂x at a place."""
        return value_at_place(Diff(self.f, x), self.v, Vector(here))  # type: ignore[arg-type]

    def moved(self, by: Callable[[Expr], Expr]) -> Expr:
        """The vector of aᵢ + by(∂f/∂xᵢ)."""
        slopes = (by(self.slope(x, self.start)) for x in self.v.entries)
        return Vector(tuple(Add((a, each)) for a, each in zip(self.start, slopes, strict=True)))


def _step(node: Expr) -> Step | None:
    """The step of gradient descent that a vector stands for."""
    if not isinstance(node, Vector) or len(node.entries) < 2:
        return None
    seen = [_of_one_weight(each) for each in node.entries]
    kinds = {each[:3] for each in seen if each is not None}
    if None in seen or len(kinds) != 1:
        return None
    ((f, v, rate),) = kinds
    start = tuple(each[3] for each in seen if each is not None)
    moved = tuple(each[4] for each in seen if each is not None)
    fits = isinstance(v, Vector) and moved == v.entries and all(each[5] == Vector(start) for each in seen if each)
    return Step(f, v, start, rate) if fits and isinstance(v, Vector) else None


def _of_one_weight(entry: Expr) -> tuple[Expr, Expr, Expr, Expr, Expr, Expr] | None:
    """f, its variables, the rate, the start, the weight and the place in a − η · at(∂f/∂x, v, place)."""
    match entry:
        case Add((a, Neg(Mul((rate, Operator("at", (Diff(f, x), v, place))))))):
            return f, v, rate, a, x, place
    return None


def gradient_added(node: Expr) -> Expr | None:
    """a − η∇f taken for a + η∇f."""
    step = _step(node)
    return step.moved(lambda slope: Mul((step.rate, slope))) if step else None


def gradient_without_rate(node: Expr) -> Expr | None:
    """a − η∇f taken for a − ∇f."""
    step = _step(node)
    return step.moved(Neg) if step else None


def gradient_normalised(node: Expr) -> Expr | None:
    """a − η∇f taken for a − η∇f/‖∇f‖."""
    step = _step(node)
    if step is None:
        return None
    slopes = tuple(step.slope(x, step.start) for x in step.v.entries)
    length = sqrt(Add(tuple(Pow(each, TWO) for each in slopes)))
    return step.moved(lambda slope: Neg(Div(Mul((step.rate, slope)), length)))


def gradient_entries_exchanged(node: Expr) -> Expr | None:
    """Each of two weights moved with the partial derivative by the other."""
    step = _step(node)
    if step is None or len(step.start) != 2:
        return None
    slopes = [step.slope(x, step.start) for x in reversed(step.v.entries)]
    return Vector(tuple(a - step.rate * slope for a, slope in zip(step.start, slopes, strict=True)))


def gradient_alone(node: Expr) -> Expr | None:
    """a − η∇f taken for ∇f."""
    step = _step(node)
    return Vector(tuple(step.slope(x, step.start) for x in step.v.entries)) if step else None


def move_alone(node: Expr) -> Expr | None:
    """a − η∇f taken for −η∇f."""
    step = _step(node)
    return Vector(tuple(Neg(step.rate * step.slope(x, step.start)) for x in step.v.entries)) if step else None


def first_weight_alone(node: Expr) -> Expr | None:
    """Only the first weight moved."""
    step = _step(node)
    if step is None:
        return None
    first, *rest = step.start
    return Vector((first - step.rate * step.slope(step.v.entries[0], step.start), *rest))


def weights_one_after_the_other(node: Expr) -> Expr | None:
    """Each weight moved with the partial derivative at the place where the earlier ones have moved already."""
    step = _step(node)
    if step is None:
        return None
    here = step.start
    for i, x in enumerate(step.v.entries):
        moved = here[i] - step.rate * step.slope(x, here)
        here = (*here[:i], moved, *here[i + 1 :])
    return Vector(here)


LINE, SEVERAL = "gradient-descent-1d", "gradient-descent"
TWO_STEPS = "descend((w - 3)^2, w, 1, 1/4, 2)"
PLACE = "[x, y], [1, 2]"
STEP = f"[1 - 1/10*at(diff(x^2*y, x), {PLACE}), 2 - 1/10*at(diff(x^2*y, y), {PLACE})]"
MISCONCEPTIONS = (
    Misconception("slope-taken-once", LINE,
        "You used the slope at the start for every step. After each step take the slope where you are now.",
        slope_taken_once, "The slope was not taken anew", (TWO_STEPS, "3")),
    Misconception("rate-raised", LINE,
        "You multiplied by the learning rate once more in each step. It is the same number in every step.",
        rate_raised, "The learning rate was raised to a power", (TWO_STEPS, "17/8")),
    Misconception("every-step-from-the-start", LINE,
        "You began each step at the start again. A step begins where the last one ended.",
        every_step_from_the_start, "Every step from the start", (TWO_STEPS, "3/2")),
    Misconception("gradient-added", SEVERAL,
        "You added the gradient, which goes uphill. Descent subtracts it.",
        gradient_added, "The gradient was added", (STEP, "[7/5, 21/10]")),
    Misconception("gradient-without-rate", SEVERAL,
        "You stepped by the whole gradient. Multiply it by the learning rate first.",
        gradient_without_rate, "The step has no learning rate", (STEP, "[-3, 1]")),
    Misconception("gradient-normalised", SEVERAL,
        "You divided the gradient by its length. A step of gradient descent keeps the length: it is long where the "
        "slope is steep.",
        gradient_normalised, "The gradient was made a unit vector",
        (STEP, "[1 - 4/(10sqrt(17)), 2 - 1/(10sqrt(17))]")),
    Misconception("step-entries-exchanged", SEVERAL,
        "You moved each weight with the slope of the other. Each entry of the gradient belongs to the variable it was "
        "taken by.",
        gradient_entries_exchanged, "Each weight moved by the slope of the other", (STEP, "[9/10, 8/5]")),
    Misconception("gradient-alone", SEVERAL,
        "You gave the gradient. The step subtracts the learning rate times the gradient from the place.",
        gradient_alone, "The gradient in the place of where it leads", (STEP, "[4, 1]")),
    Misconception("move-alone", SEVERAL,
        "You gave the move alone. Add it to the place where you stand.",
        move_alone, "The move in the place of where it leads", (STEP, "[-2/5, -1/10]")),
    Misconception("first-weight-alone", SEVERAL,
        "You moved the first weight alone. Every weight moves, each by its own partial derivative.",
        first_weight_alone, "Only the first weight was moved", (STEP, "[3/5, 2]")),
    Misconception("weights-one-after-the-other", SEVERAL,
        "You moved one weight and used it at once for the next. Take the whole gradient at the old place, then move "
        "all weights.",
        weights_one_after_the_other, "The weights were moved one after the other", (STEP, "[3/5, 491/250]")),
)  # fmt: skip

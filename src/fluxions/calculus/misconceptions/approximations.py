"""Wrong tangent planes, and wrong Taylor polynomials of second order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, ZERO, Add, Diff, Expr, Mul, Neg, Num, Operator, Sym, Vector
from fluxions.calculus.rules.several.places import symbols_of, value_at_place

HALF = Num(1, 2)


@dataclass(frozen=True, slots=True)
class Model:
    """f near a: its value, its slopes and its second derivatives, with the steps they are multiplied by."""

    height: Expr | None
    slopes: tuple[Expr, ...]
    bends: tuple[tuple[Expr, int, int], ...]  # (∂²f/∂xᵢ∂xⱼ at a, i, j)
    steps: tuple[Expr, ...]
    square: Expr = HALF  # what stands before a square
    cross: Expr = ONE  # what stands before a product of two steps

    def written(self) -> Expr:
        """The polynomial, its values still to be worked out."""
        flat = (Mul((slope, step)) for slope, step in zip(self.slopes, self.steps, strict=True) if slope != ZERO)
        bent = (Mul((self._factor(i, j), bend, self.steps[i], self.steps[j])) for bend, i, j in self.bends)
        terms = (*((self.height,) if self.height else ()), *flat, *bent)
        return terms[0] if len(terms) == 1 else Add(terms)

    def _factor(self, i: int, j: int) -> Expr:
        return self.square if i == j else self.cross


def _task(node: Expr) -> tuple[Expr, Vector, Vector, int] | None:
    """f, its variables, the place and the order of a tangent plane or a Taylor polynomial."""
    match node:
        case Operator("tangent", (f, Vector() as v, Vector() as place)):
            order = 1
        case Operator("taylor", (f, Vector() as v, Vector() as place, Num(n))) if n in (1, 2):
            order = int(n)
        case _:
            return None
    return (f, v, place, order) if len(symbols_of(v)) == len(place.entries) else None


def _model(node: Expr) -> Model | None:
    task = _task(node)
    if task is None:
        return None
    f, v, place, order = task
    names = symbols_of(v)
    pairs = [(i, j) for i in range(len(names)) for j in range(i, len(names))] if order == 2 else []
    return Model(
        value_at_place(f, v, place),
        tuple(value_at_place(Diff(f, x), v, place) for x in names),
        tuple((value_at_place(Diff(Diff(f, names[i]), names[j]), v, place), i, j) for i, j in pairs),
        tuple(x if a == ZERO else Add((x, Neg(a))) for x, a in zip(names, place.entries, strict=True)),
    )


def _bent(node: Expr) -> Model | None:
    """The same for a polynomial of second order alone."""
    found = _model(node)
    return found if found and found.bends else None


def plane_height_left_out(node: Expr) -> Expr | None:
    """f(a) + ∇f(a)·(x − a) taken for ∇f(a)·(x − a)."""
    found = _model(node)
    return replace(found, height=None).written() if found else None


def plane_from_the_origin(node: Expr) -> Expr | None:
    """f(a) + ∇f(a)·(x − a) taken for f(a) + ∇f(a)·x."""
    found, task = _model(node), _task(node)
    return replace(found, steps=symbols_of(task[1])).written() if found and task else None


def plane_with_moving_slopes(node: Expr) -> Expr | None:
    """f(a) + ∇f(a)·(x − a) taken for f(a) + ∇f(x)·(x − a)."""
    found, task = _model(node), _task(node)
    if found is None or task is None or found.bends:
        return None
    return replace(found, slopes=tuple(Diff(task[0], x) for x in symbols_of(task[1]))).written()


def plane_along_one_variable(node: Expr) -> Expr | None:
    """f(a) + ∇f(a)·(x − a) taken for f(a) + ∂f/∂x(a)(x − a₁), with the first variable alone."""
    found = _model(node)
    if found is None or found.bends or len(found.slopes) < 2:
        return None
    return replace(found, slopes=(found.slopes[0], *(ZERO,) * (len(found.slopes) - 1))).written()


def plane_with_exchanged_slopes(node: Expr) -> Expr | None:
    """f(a) + f_x (x − a) + f_y (y − b) taken with f_x and f_y exchanged."""
    found = _model(node)
    return replace(found, slopes=found.slopes[::-1]).written() if found and len(found.slopes) == 2 else None


def plane_with_turned_slopes(node: Expr) -> Expr | None:
    """f(a) + ∇f(a)·(x − a) taken for f(a) − ∇f(a)·(x − a)."""
    found = _model(node)
    if found is None or found.bends or len(found.slopes) < 2:
        return None
    return replace(found, slopes=tuple(Neg(each) for each in found.slopes)).written()


def plane_with_exchanged_place(node: Expr) -> Expr | None:
    """f_x (x − a) + f_y (y − b) taken for f_x (x − b) + f_y (y − a)."""
    found, task = _model(node), _task(node)
    if found is None or task is None or found.bends or len(found.slopes) != 2:
        return None
    steps = zip(symbols_of(task[1]), task[2].entries[::-1], strict=True)
    return replace(found, steps=tuple(x if a == ZERO else Add((x, Neg(a))) for x, a in steps)).written()


def plane_slopes_alone(node: Expr) -> Expr | None:
    """f(a) + ∇f(a)·(x − a) taken for ∇f(a)·x: neither height nor place."""
    found, task = _model(node), _task(node)
    if found is None or task is None or found.bends or len(found.slopes) < 2:
        return None
    return replace(found, height=None, steps=symbols_of(task[1])).written()


def second_order_left_out(node: Expr) -> Expr | None:
    """The polynomial of second order taken without its second order."""
    found = _bent(node)
    return replace(found, bends=()).written() if found else None


def cross_term_doubled(node: Expr) -> Expr | None:
    """f_xy hk taken for 2 f_xy hk."""
    found = _bent(node)
    return replace(found, cross=Num(2)).written() if found else None


def half_left_out(node: Expr) -> Expr | None:
    """½ f_xx h² taken for f_xx h²."""
    found = _bent(node)
    return replace(found, square=ONE).written() if found else None


def cross_term_halved(node: Expr) -> Expr | None:
    """f_xy hk taken for ½ f_xy hk: the mixed term counted once, not twice."""
    found = _bent(node)
    return replace(found, cross=HALF).written() if found else None


def cross_term_left_out(node: Expr) -> Expr | None:
    """The mixed term left out."""
    found = _bent(node)
    return replace(found, bends=tuple(each for each in found.bends if each[1] == each[2])).written() if found else None


def form_not_halved(node: Expr) -> Expr | None:
    """½ hᵀHh taken for hᵀHh."""
    found = _bent(node)
    return replace(found, square=ONE, cross=Num(2)).written() if found else None


def slopes_left_out(node: Expr) -> Expr | None:
    """f(a) + ∇f(a)·h + ½ hᵀHh taken without the terms of first order."""
    found = _bent(node)
    return replace(found, slopes=(ZERO,) * len(found.slopes)).written() if found else None


def changes_left_out(node: Expr) -> Expr | None:
    """df = f_x dx + f_y dy taken for f_x + f_y."""
    match node:
        case Operator("differential", (f, Vector() as v, Vector())) if len(symbols_of(v)) > 1:
            return Add(tuple(Diff(f, x) for x in symbols_of(v)))
    return None


def change_of_one_variable(node: Expr) -> Expr | None:
    """df = f_x dx + f_y dy taken for f_x dx."""
    match node:
        case Operator("differential", (f, Vector((Sym() as x, _, *_)), Vector((dx, *_)))):
            return Mul((Diff(f, x), dx))
    return None


PLANE, QUADRATIC = "tangent-plane-differentiability", "quadratic-approximation"
MISCONCEPTIONS = (
    Misconception("plane-height-left-out", PLANE,
        "You left out the value at the point. The approximation begins at the value of the function there: add it.",
        plane_height_left_out, "The height of the plane is missing", ("tangent(x*y, [x, y], [2, 3])", "3x + 2y - 12")),
    Misconception("plane-from-the-origin", PLANE,
        "You multiplied the slopes by the variables themselves. Multiply each by the distance from the point: its "
        "variable minus the coordinate there.",
        plane_from_the_origin, "Measured from the origin", ("tangent(x*y, [x, y], [2, 3])", "6 + 3x + 2y")),
    Misconception("plane-with-moving-slopes", PLANE,
        "You left the slopes as functions. A plane has fixed slopes: put the point into the partial derivatives first.",
        plane_with_moving_slopes, "The slopes of the plane are not fixed",
        ("tangent(x*y, [x, y], [2, 3])", "6 + y*(x - 2) + x*(y - 3)")),
    Misconception("plane-along-one-variable", PLANE,
        "You let the first variable move alone. Every variable has its own slope: add a term for each.",
        plane_along_one_variable, "A variable is missing in the plane", ("tangent(x*y, [x, y], [2, 3])", "3x")),
    Misconception("plane-with-exchanged-slopes", PLANE,
        "You multiplied each slope by the step of the other variable. The derivative by a variable goes with the step "
        "of the same variable.",
        plane_with_exchanged_slopes, "The slopes of the plane are exchanged",
        ("tangent(x*y, [x, y], [2, 3])", "6 + 2(x - 2) + 3(y - 3)")),
    Misconception("plane-with-turned-slopes", PLANE,
        "You gave the slopes the other sign. They are the partial derivatives at the point, as they are.",
        plane_with_turned_slopes, "The slopes of the plane have the other sign",
        ("tangent(x^2*y, [x, y], [1, 2])", "2 - 4(x - 1) - (y - 2)")),
    Misconception("plane-with-exchanged-place", PLANE,
        "You exchanged the coordinates of the point. Each variable is measured from its own coordinate.",
        plane_with_exchanged_place, "The coordinates of the plane's point are exchanged",
        ("tangent(x^2*y, [x, y], [1, 2])", "2 + 4(x - 2) + (y - 1)")),
    Misconception("plane-slopes-alone", PLANE,
        "You took the slopes alone. Measure each variable from the point, and add the height there.",
        plane_slopes_alone, "A plane through the origin", ("tangent(x^2*y, [x, y], [1, 2])", "4x + y")),
    Misconception("second-order-left-out", QUADRATIC,
        "You stopped at the plane. The second order adds half the Hessian in the steps: "
        "$\\frac12 h^\\top H\\,h$.",
        second_order_left_out, "The second order is missing",
        ("taylor(x^2*y, [x, y], [1, 2], 2)", "2 + 4(x - 1) + (y - 2)")),
    Misconception("cross-term-doubled", QUADRATIC,
        "You doubled the mixed term. It stands twice in the quadratic form, and the half in front takes one away: "
        "$f_{xy}\\,h\\,k$ once.",
        cross_term_doubled, "The mixed term is doubled",
        ("taylor(x^2*y, [x, y], [1, 2], 2)", "2 + 4(x-1) + (y-2) + 2(x-1)^2 + 4(x-1)(y-2)")),
    Misconception("half-left-out", QUADRATIC,
        "You left out the half at the squares. Each second derivative by one variable comes with $\\frac12$ and the "
        "square of the step.",
        half_left_out, "The half of the second order is missing",
        ("taylor(exp(x + y), [x, y], [0, 0], 2)", "1 + x + y + x^2 + x*y + y^2")),
    Misconception("cross-term-halved", QUADRATIC,
        "You halved the mixed term. It stands twice in the quadratic form, which cancels the half.",
        cross_term_halved, "The mixed term counted once",
        ("taylor(exp(x + y), [x, y], [0, 0], 2)", "1 + x + y + x^2/2 + x*y/2 + y^2/2")),
    Misconception("cross-term-left-out", QUADRATIC,
        "You left out the mixed term. The second order has a term for every pair of variables: add the mixed "
        "derivative times both steps.",
        cross_term_left_out, "The mixed term is missing",
        ("taylor(exp(x + y), [x, y], [0, 0], 2)", "1 + x + y + x^2/2 + y^2/2")),
    Misconception("form-not-halved", QUADRATIC,
        "You took the whole quadratic form of the Hessian. The second order is half of it.",
        form_not_halved, "The quadratic form is not halved",
        ("taylor(exp(x + y), [x, y], [0, 0], 2)", "1 + x + y + x^2 + 2x*y + y^2")),
    Misconception("first-order-left-out", QUADRATIC,
        "You left out the terms of first order. They stay: value, slopes and second derivatives are added.",
        slopes_left_out, "The first order is missing",
        ("taylor(exp(x + y), [x, y], [0, 0], 2)", "1 + x^2/2 + x*y + y^2/2")),
    Misconception("changes-left-out", PLANE,
        "You added the partial derivatives alone. In the differential each is multiplied by the change of its "
        "variable.",
        changes_left_out, "The changes of the variables are missing",
        ("differential(x^2*y, [x, y], [h, k])", "2x*y + x^2")),
    Misconception("change-of-one-variable", PLANE,
        "You let one variable change alone. Add a term for each variable: its partial derivative times its change.",
        change_of_one_variable, "The change of a variable is missing",
        ("differential(x^2*y, [x, y], [h, k])", "2x*y*h")),
)  # fmt: skip

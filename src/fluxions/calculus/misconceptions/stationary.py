"""Wrong places and wrong values of extrema: solved wrongly, read off at the wrong place, compared in part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Misconception, found
from fluxions.calculus.equality.expansion import polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ZERO, Add, At, Diff, Expr, Neg, Operator, Pow, Rel, Set, Sym, Vector, num
from fluxions.calculus.rules.optimisation.algebra import gaps_of, set_of, sign
from fluxions.calculus.rules.optimisation.constrained import curvature_along, kind_on_constraint, values_on_bounded_set
from fluxions.calculus.rules.optimisation.extrema import by_minors, by_second_derivative, extreme, values_compared
from fluxions.calculus.rules.several.places import symbols_of, value_at_place
from fluxions.calculus.trees import substituted

Turn = Callable[[Expr], Expr]  # what somebody makes of a point


# --- the points ------------------------------------------------------------------------------------------------------
def zeros_of_the_function(node: Expr) -> Expr | None:
    """The zeros of f taken for those of f'; where f'' is zero too there is no kind to tell."""
    match node:
        case Operator("extrema", (f, Sym() as x)):
            return Operator("classify", (f, x, Operator("solve", (Rel("=", _without_flat_zero(f, x), ZERO), x))))
    return None


def _without_flat_zero(f: Expr, x: Sym) -> Expr:
    """A polynomial divided by the power of x that it holds, if its second derivative is 0 at 0 as well."""
    flat = polynomial(f)
    if not flat or any(name != x.name for key in flat for name, _ in key):
        return f
    powers = {(key[0][1] if key else 0): c for key, c in flat.items()}
    least = min(powers)
    if not least or 2 in powers:
        return f
    return tidied(Add(tuple(num(c) * Pow(x, num(n - least)) for n, c in powers.items())))


def zeros_of_the_curvature(node: Expr) -> Expr | None:
    """The zeros of f'' taken for those of f'."""
    match node:
        case Operator("extrema", (f, Sym() as x)):
            return Operator("classify", (f, x, Operator("solve", (Rel("=", Diff(Diff(f, x), x), ZERO), x))))
    return None


def _turned(node: Expr, turn: Turn) -> Expr | None:
    """A goal that goes on with solutions, with other ones; on a constraint they keep their kinds."""
    match node:
        case Operator("classify", (_, v, points)) | Operator("least", (_, _, v, points)):
            solutions = set_of(points)
            if not solutions or any(isinstance(each, Vector) != isinstance(v, Vector) for each in solutions):
                return None
            made = tuple(dict.fromkeys(map(turn, solutions)))
            return node.rebuilt((*node.children[:-1], Set(made))) if _differ(made, solutions) else None
        case Operator("onset", (f, _, Vector() as v, _)):
            return _with_kinds(f, v, found(values_on_bounded_set(node)), turn)
        case Operator("tangential", (f, Vector() as v, *_)) if (told := _told(node)) is not None:
            return _moved(told, f, v, turn)
    return None


def _differ(some: Sequence[Expr], others: Sequence[Expr]) -> bool:
    """Are they different points, in whatever order?"""
    first, second = ({tuple(map(tidied, each.children or (each,))) for each in points} for points in (some, others))
    return first != second


def _with_kinds(f: Expr, v: Vector, compared: Found | None, turn: Turn) -> Expr | None:
    """Candidates on a bounded constraint, named by their values and then moved."""
    if compared is None:
        return None
    points = [pair.children[0] for pair in compared.result.children[0].children]
    values = [
        tidied(substituted(f, dict(zip((x.name for x in symbols_of(v)), p.children, strict=True)))) for p in points
    ]
    low = extreme(values, -1) or ()
    kinds = [Operator("minimum" if i in low else "maximum", (p, ZERO)) for i, p in enumerate(points)]
    made = tuple(_moved(each, f, v, turn) for each in kinds)
    return Set(made) if _differ([each.args[0] for each in made], points) else None


def _moved(told: Operator, f: Expr, v: Vector, turn: Turn) -> Operator:
    """The same kind at another point, with the value there."""
    point = turn(told.args[0])
    return Operator(told.name, (point, value_at_place(f, v, point)))  # type: ignore[arg-type]


def _negative(point: Expr) -> Expr:
    if isinstance(point, Vector):
        return Vector(tuple(tidied(Neg(each)) for each in point.entries))
    return tidied(Neg(point))


def solutions_turned(node: Expr) -> Expr | None:
    """−x taken for the solution x."""
    return _turned(node, _negative)


def last_coordinate_turned(node: Expr) -> Expr | None:
    """(x, −y) taken for the solution (x, y)."""

    def turn(point: Expr) -> Expr:
        *rest, last = point.children
        return Vector((*rest, tidied(Neg(last))))

    return _turned(node, turn) if _variables(node) > 1 else None


def _variables(node: Expr) -> int:
    """How many variables a goal has that goes on with solutions."""
    match node:
        case Operator("classify" | "tangential", (_, Vector((*names,)), *_)):
            return len(names)
        case Operator("onset" | "least", (_, _, Vector((*names,)), _)):
            return len(names)
    return 1


def coordinates_exchanged(node: Expr) -> Expr | None:
    """(y, x) taken for the solution (x, y)."""

    def turn(point: Expr) -> Expr:
        return Vector(point.children[::-1])

    return _turned(node, turn) if _variables(node) == 2 else None


# --- what is told of a point -----------------------------------------------------------------------------------------
def _told(node: Expr) -> Operator | None:
    """How a point is rightly named: minimum(point, value) and so on."""
    for rule in (by_second_derivative, by_minors, kind_on_constraint):
        result = found(rule(node))
        if result is not None and isinstance(result.result, Operator):
            return result.result
    return None


def slope_for_the_value(node: Expr) -> Expr | None:
    """f(p) taken for f'(p), which is 0."""
    told = _told(node) if isinstance(node, Operator) and node.name == "kind" else None
    return Operator(told.name, (told.args[0], ZERO)) if told else None


def curvature_for_the_value(node: Expr) -> Expr | None:
    """f(p) taken for f''(p)."""
    match node:
        case Operator("kind", (_, Sym(), _, bend)) if (told := _told(node)) is not None:
            return Operator(told.name, (told.args[0], bend))
    return None


def place_and_value_exchanged(node: Expr) -> Expr | None:
    """The value written in the place of the point, and the point in that of the value."""
    match node:
        case Operator("kind", (_, Sym(), _, _)) if (told := _told(node)) is not None:
            return Operator(told.name, (told.args[1], told.args[0]))
    return None


# --- on a closed interval --------------------------------------------------------------------------------------------
def _interval(node: Expr) -> tuple[Expr, Sym, tuple[Expr, ...]] | None:
    """f, its variable, and the candidates in order: the ends, and the zeros of f' between them."""
    match node:
        case Operator("candidates", (f, Sym() as x, flat, a, b)) if (points := set_of(flat)) is not None:
            inside = tuple(each for each in points if sign(each - a) == sign(b - each) == 1)
            return f, x, (a, *inside, b)
    return None


def _compared(f: Expr, x: Sym, points: Sequence[Expr]) -> Expr:
    return Operator("compare", (Set(tuple(Vector((point, At(f, x, point))) for point in points)),))


def upper_end_left_out(node: Expr) -> Expr | None:
    """The candidates without the upper end."""
    seen = _interval(node)
    return _compared(seen[0], seen[1], seen[2][:-1]) if seen and len(seen[2]) > 2 else None


def lower_end_left_out(node: Expr) -> Expr | None:
    """The candidates without the lower end."""
    seen = _interval(node)
    return _compared(seen[0], seen[1], seen[2][1:]) if seen and len(seen[2]) > 2 else None


def slopes_compared(node: Expr) -> Expr | None:
    """f' compared at the candidates in the place of f."""
    seen = _interval(node)
    if seen is None:
        return None
    f, x, points = seen
    return Operator("compare", (Set(tuple(Vector((point, At(Diff(f, x), x, point))) for point in points)),))


def local_for_extreme(node: Expr) -> Expr | None:
    """Every candidate named by its neighbours: the ends as local extrema too."""
    match node:
        case Operator("compare", (Set(pairs),)) if len(pairs) > 2 and not any(each.stands for each in pairs):
            if any(isinstance(each.children[0], Vector) for each in pairs):
                return None
            named = tuple(_by_neighbours(pairs, i) for i in range(len(pairs)))
            return Set(tuple(each for each in named if each)) if all(named) else None
    return None


def _by_neighbours(pairs: Sequence[Expr], i: int) -> Operator | None:
    others = [pairs[k].children[1] for k in (i - 1, i + 1) if 0 <= k < len(pairs)]
    signs = {sign(pairs[i].children[1] - each) for each in others}
    if signs == {1}:
        return Operator("maximum", pairs[i].children)
    return Operator("minimum", pairs[i].children) if signs == {-1} else None


def greatest_alone(node: Expr) -> Expr | None:
    """Of the least and the greatest value only the greatest given."""
    match node:
        case Operator("compare", _):
            result = found(values_compared(node))
            if result is not None and isinstance(result.result, Set):
                kept = tuple(e for e in result.result.elements if isinstance(e, Operator) and e.name == "maximum")
                return Set(kept) if kept else None
    return None


# --- under constraints -----------------------------------------------------------------------------------------------
def variables_set_equal(node: Expr) -> Expr | None:
    """The extremum of two variables on a line looked for where x = y; its kind is the right one."""
    match node:
        case Operator("constrained", (_, Vector((_,)) as given, Vector((_, _)) as v, Vector(), _)):
            result, place = found(curvature_along(node)), _with_equal_coordinates(given, v)
            if result is not None and place is not None:
                f, names, _, *curvature = result.result.children
                return Operator("tangential", (f, names, place, *curvature))
    return None


def _with_equal_coordinates(given: Vector, v: Vector) -> Vector | None:
    """The point with x = y on a line ax + by = c."""
    gaps, (x, y) = gaps_of(given), symbols_of(v)
    flat = polynomial(gaps[0]) if gaps else None
    if not flat or not set(flat) <= {((x.name, 1),), ((y.name, 1),), ()}:
        return None
    slope = flat.get(((x.name, 1),), Fraction(0)) + flat.get(((y.name, 1),), Fraction(0))
    return Vector((num(-flat.get((), Fraction(0)) / slope),) * 2) if slope else None


def kind_without_constraint(node: Expr) -> Expr | None:
    """A candidate on a constraint named by the Hessian of f alone."""
    match node:
        case Operator("constrained", (f, Vector(), Vector() as v, Vector() as point)):
            return Operator("kind", (f, v, point, value_at_place(Operator("hessian", (f, v)), v, point)))
    return None


TEST, BEND, CRITICAL, INTERVAL, LAGRANGE = (
    "hessian-test", "concavity-second-derivative", "critical-points-1d", "optimisation-applied-1d",
    "lagrange-multipliers",
)  # fmt: skip
BOWL, CUBIC = "extrema(x^2 + y^2 - 2x - 4y, [x, y])", "extrema(x^3 - 3x, x)"
CLOSED, LINE = "extrema(x^2 - 2x, x, 0, 3)", "lagrange(x^2 + y^2, [x + 2y = 5], [x, y])"
MISCONCEPTIONS = (
    Misconception("zeros-of-the-function", CRITICAL,
        "You looked for the zeros of the function. An extremum is where the derivative is zero: set $f'(x) = 0$.",
        zeros_of_the_function, "The zeros of the function for those of its derivative",
        ("extrema(x^2 - 2x, x)", "{minimum(0, 0), minimum(2, 0)}")),
    Misconception("zeros-of-the-curvature", CRITICAL,
        "You set the second derivative to zero. That is where the graph changes its bend; an extremum has a first "
        "derivative of zero.",
        zeros_of_the_curvature, "The second derivative was set to zero", (CUBIC, "{saddle(0, 0)}")),
    Misconception("solutions-turned", TEST,
        "You gave the solutions the other sign. Put each back into the equation: the derivative has to be zero there.",
        solutions_turned, "The places have the other sign", (BOWL, "{minimum([-1, -2], 15)}")),
    Misconception("last-coordinate-turned", TEST,
        "You lost a sign between the coordinates. Put the point back into the equations, each of them has to hold.",
        last_coordinate_turned, "A sign is lost in one coordinate", (BOWL, "{minimum([1, -2], 11)}")),
    Misconception("point-coordinates-exchanged", TEST,
        "You exchanged the coordinates. Put the point back into the equations, each of them has to hold.",
        coordinates_exchanged, "The coordinates are exchanged", (BOWL, "{minimum([2, 1], -3)}")),
    Misconception("slope-for-the-value", CRITICAL,
        "You put the place into the derivative, which is zero there. The value of the extremum is that of the function "
        "itself.",
        slope_for_the_value, "The slope in the place of the extremal value",
        ("extrema(x^2 - 2x, x)", "{minimum(1, 0)}")),
    Misconception("curvature-for-the-value", BEND,
        "You gave the second derivative at the place. It tells the kind; the value is that of the function itself.",
        curvature_for_the_value, "The second derivative in the place of the extremal value",
        ("extrema(x^2 - 2x, x)", "{minimum(1, 2)}")),
    Misconception("place-and-value-exchanged", CRITICAL,
        "You exchanged place and value. First comes where the extremum is, then what the function is there.",
        place_and_value_exchanged, "Place and value are exchanged", ("extrema(x^2 - 2x, x)", "{minimum(-1, 1)}")),
    Misconception("upper-end-left-out", INTERVAL,
        "You left out the upper end. Both ends are candidates: compare the values at both.",
        upper_end_left_out, "The upper end is missing", (CLOSED, "{minimum(1, -1), maximum(0, 0)}")),
    Misconception("lower-end-left-out", INTERVAL,
        "You left out the lower end. Both ends are candidates: compare the values at both.",
        lower_end_left_out, "The lower end is missing",
        ("extrema(x^2 - 4x, x, 0, 3)", "{minimum(2, -4), maximum(3, -3)}")),
    Misconception("slopes-compared", INTERVAL,
        "You compared the slopes. Put the candidates into the function itself and compare its values.",
        slopes_compared, "Slopes compared in the place of values", (CLOSED, "{minimum(0, -2), maximum(3, 4)}")),
    Misconception("local-for-extreme", INTERVAL,
        "You named the extrema of each neighbourhood. Asked for are the least and the greatest value on the whole "
        "interval.",
        local_for_extreme, "Local extrema for the least and the greatest value",
        (CLOSED, "{maximum(0, 0), minimum(1, -1), maximum(3, 3)}")),
    Misconception("greatest-alone", INTERVAL,
        "You gave the greatest value alone. The least one is asked for as well.",
        greatest_alone, "Only the greatest value", (CLOSED, "{maximum(3, 3)}")),
    Misconception("variables-set-equal", LAGRANGE,
        "You set the variables equal. That holds only where both enter alike: compare the gradients instead.",
        variables_set_equal, "The variables were set equal", (LINE, "{minimum([5/3, 5/3], 50/9)}")),
    Misconception("kind-without-constraint", LAGRANGE,
        "You judged the point by the Hessian of the function alone. Only moves along the constraint count: use the "
        "curvature of $f - \\lambda g$ in these directions.",
        kind_without_constraint, "The second-order test without the constraint",
        ("lagrange(x*y, [x + y = 4], [x, y])", "{saddle([2, 2], 4)}")),
)  # fmt: skip

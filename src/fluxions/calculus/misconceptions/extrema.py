"""Wrong ways of finding and naming extrema: the test by second derivatives, the candidates, the ends."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ZERO, Add, At, Expr, Matrix, Neg, Operator, Set, Sym, Vector
from fluxions.calculus.rules.optimisation.algebra import set_of, sign
from fluxions.calculus.rules.optimisation.extrema import determinant_of, values_compared
from fluxions.calculus.rules.optimisation.kkt import least_of_candidates
from fluxions.calculus.rules.several.places import symbols_of, value_at_place
from fluxions.calculus.trees import substituted

Rows = tuple[tuple[Expr, ...], ...]
Test = Callable[[Rows], str | None]  # what somebody calls a point by its Hessian; None: as the sound test


def _tested(node: Expr, test: Test) -> Expr | None:
    """Every stationary point of a goal `classify(f, v, points, bend)` named by somebody's test."""
    match node:
        case Operator("classify", (f, v, Set(points), bend)) if points and not bend.stands and _square(bend):
            named = [_named(f, v, point, bend, test) for point in points]
            return Set(tuple(named)) if any(each.name != "kind" for each in named) else None
    return None


def _square(bend: Expr) -> bool:
    return not isinstance(bend, Matrix) or len(bend.rows) == len(bend.rows[0])


def _named(f: Expr, v: Expr, point: Expr, bend: Expr, test: Test) -> Operator:
    rows = bend.rows if isinstance(bend, Matrix) else ((bend,),)
    names = symbols_of(v) if isinstance(v, Vector) else (v,)
    place = point.children if isinstance(v, Vector) else (point,)
    put_in = {x.name: a for x, a in zip(names, place, strict=True) if isinstance(x, Sym)}
    there = tuple(tuple(tidied(substituted(entry, put_in)) for entry in row) for row in rows)
    name = test(there)
    value = value_at_place(f, v, point) if isinstance(v, Vector) and isinstance(point, Vector) else None
    if value is None and isinstance(v, Sym):
        value = At(f, v, point)
    if name is None or value is None:
        return Operator("kind", (f, v, point, Matrix(there) if isinstance(bend, Matrix) else there[0][0]))
    return Operator(name, (point, value))


def _by(way: int | None, up: str, down: str) -> str | None:
    """One name for plus, one for minus."""
    return up if way == 1 else down if way == -1 else None


def _several(test: Test) -> Test:
    """The test, for two variables and more."""
    return lambda rows: test(rows) if len(rows) > 1 else None


def first_entry_alone(node: Expr) -> Expr | None:
    """The kind read off f_xx alone."""
    return _tested(node, _several(lambda rows: _by(sign(rows[0][0]), "minimum", "maximum")))


def determinant_sign_turned(node: Expr) -> Expr | None:
    """det H > 0 taken for a saddle, det H < 0 for an extremum."""

    def test(rows: Rows) -> str | None:
        extremum = _by(sign(rows[0][0]), "minimum", "maximum")
        return None if len(rows) != 2 else _by(sign(determinant_of(rows)), "saddle", extremum or "minimum")

    return _tested(node, test)


def trace_decides(node: Expr) -> Expr | None:
    """The kind read off the trace: plus a minimum, minus a maximum."""

    def test(rows: Rows) -> str | None:
        return _by(sign(Add(tuple(row[i] for i, row in enumerate(rows)))), "minimum", "maximum")

    return _tested(node, _several(test))


def positive_determinant_minimum(node: Expr) -> Expr | None:
    """det H > 0 taken for a minimum, whatever f_xx is."""
    return _tested(node, _several(lambda rows: "minimum" if sign(determinant_of(rows)) == 1 else None))


def negative_determinant_maximum(node: Expr) -> Expr | None:
    """det H < 0 taken for a maximum, as f'' < 0 is in one variable."""
    return _tested(node, _several(lambda rows: "maximum" if sign(determinant_of(rows)) == -1 else None))


def every_point_a_minimum(node: Expr) -> Expr | None:
    """Every stationary point taken for a minimum."""
    return _tested(node, lambda rows: "minimum")


def every_point_a_maximum(node: Expr) -> Expr | None:
    """Every one of several stationary points taken for a maximum."""
    match node:
        case Operator("classify", (_, _, Set(points), _)) if len(points) > 1:
            return _tested(node, lambda rows: "maximum")
    return None


def singular_taken_for_saddle(node: Expr) -> Expr | None:
    """det H = 0, or f'' = 0, taken for a saddle."""
    return _tested(node, lambda rows: "saddle" if sign(determinant_of(rows)) == 0 else None)


def minimum_for_maximum(node: Expr) -> Expr | None:
    """Minima and maxima exchanged."""
    match node:
        case Operator("classify", (f, v, points, Matrix(rows))) if len(rows) == len(rows[0]):
            turned = tuple(tuple(tidied(Neg(entry)) for entry in row) for row in rows)
            return Operator("classify", (f, v, points, Matrix(turned))) if _decided(rows) else None
        case Operator("classify", (f, Sym() as v, points, bend)) if not bend.stands:
            return Operator("classify", (f, v, points, tidied(Neg(bend)))) if tidied(bend) != ZERO else None
        case Operator("tangential", (f, v, point, slopes, Matrix(rows))):
            turned = tuple(tuple(tidied(Neg(entry)) for entry in row) for row in rows)
            return Operator("tangential", (f, v, point, slopes, Matrix(turned)))
        case Operator("compare", _):
            result = found(values_compared(node))
            if result is not None and isinstance(result.result, Set):
                return Set(tuple(map(_exchanged, result.result.elements)))
        case Operator("least", _):
            result = found(least_of_candidates(node))
            if result is not None and isinstance(result.result, Set):
                return Set(tuple(map(_exchanged, result.result.elements)))
    return None


def _decided(rows: Rows) -> bool:
    """Can a minus before H make a difference? A saddle stays a saddle."""
    return any(tidied(rows[i][i]) != ZERO for i in range(len(rows)))


def _exchanged(named: Expr) -> Expr:
    return Operator("maximum" if named == Operator("minimum", named.children) else "minimum", named.children)


# --- the candidates --------------------------------------------------------------------------------------------------
def _points(node: Expr) -> tuple[Expr, ...]:
    """The solutions that a goal goes on with: stationary points, or candidates on a constraint."""
    match node:
        case Operator("classify", (_, _, points)) | Operator("onset", (_, _, _, points)):
            return set_of(points) or ()
    return ()


def _kept(node: Expr, points: tuple[Expr, ...]) -> Expr:
    """The same goal with these points alone."""
    return node.rebuilt((*node.children[:-1], Set(points)))


def one_point_only(node: Expr) -> Expr | None:
    """All points but the first left out."""
    points = _points(node)
    return _kept(node, points[:1]) if len(points) > 1 else None


def points_with_zero_lost(node: Expr) -> Expr | None:
    """Points with a coordinate 0 left out: an equation was divided by that variable."""
    points = _points(node)
    left = tuple(each for each in points if ZERO not in (each.children or (each,)))
    return _kept(node, left) if 0 < len(left) < len(points) else None


def negative_roots_lost(node: Expr) -> Expr | None:
    """Points with a negative coordinate left out: only the positive root was taken."""
    points = _points(node)
    left = tuple(each for each in points if all(sign(a) in (0, 1) for a in each.children or (each,)))
    return _kept(node, left) if 0 < len(left) < len(points) else None


# --- on a closed interval --------------------------------------------------------------------------------------------
def _on_interval(node: Expr) -> tuple[Expr, Sym, tuple[Expr, ...], Expr, Expr] | None:
    match node:
        case Operator("candidates", (f, Sym() as x, flat, a, b)) if (points := set_of(flat)) is not None:
            return f, x, points, a, b
    return None


def _inside(points: tuple[Expr, ...], a: Expr, b: Expr) -> tuple[Expr, ...]:
    return tuple(each for each in points if sign(each - a) == sign(b - each) == 1)


def _compared(f: Expr, x: Sym, points: tuple[Expr, ...]) -> Expr:
    return Operator("compare", (Set(tuple(Vector((point, At(f, x, point))) for point in points)),))


def ends_left_out(node: Expr) -> Expr | None:
    """Only the zeros of the derivative are looked at, not the ends."""
    task = _on_interval(node)
    if task is None:
        return None
    f, x, points, a, b = task
    inside = _inside(points, a, b)
    return Operator("classify", (f, x, Set(inside))) if inside else None


def ends_only(node: Expr) -> Expr | None:
    """Only the ends are looked at."""
    task = _on_interval(node)
    if task is None:
        return None
    f, x, points, a, b = task
    return _compared(f, x, (a, b)) if _inside(points, a, b) else None


def points_outside_kept(node: Expr) -> Expr | None:
    """Zeros of the derivative outside the interval are compared as well."""
    task = _on_interval(node)
    if task is None:
        return None
    f, x, points, a, b = task
    outside = tuple(each for each in points if each not in (*_inside(points, a, b), a, b))
    return _compared(f, x, tuple(dict.fromkeys((a, *points, b)))) if outside else None


TEST, INTERVAL, BEND = "hessian-test", "optimisation-applied-1d", "concavity-second-derivative"
CUBIC = "extrema(x^3 - 3x*y + y^3, [x, y])"
CUBES = "extrema(x^3 - 3x + y^3 - 12y, [x, y])"
LOW, HIGH = "minimum([1, 2], -18)", "maximum([-1, -2], 18)"
MISCONCEPTIONS = (
    Misconception("first-entry-alone", TEST,
        "You looked at one second derivative alone. With two variables the determinant of the Hessian comes first: "
        "where it is negative the point is a saddle. With more, use all the leading minors.",
        first_entry_alone, "One second derivative alone",
        (CUBES, f"{{{LOW}, {HIGH}, minimum([1, -2], 14), maximum([-1, 2], -14)}}")),
    Misconception("determinant-sign-turned", TEST,
        "You read the sign of the determinant the other way round. With two variables a positive determinant means an "
        "extremum, a negative one a saddle.",
        determinant_sign_turned, "The sign of the determinant is turned",
        (CUBES, "{saddle([1, 2], -18), saddle([-1, -2], 18), minimum([1, -2], 14), maximum([-1, 2], -14)}")),
    Misconception("trace-decides", TEST,
        "You decided by the sum of the second derivatives. It does not show a saddle: look at the determinant of the "
        "Hessian, and with more than two variables at all its leading minors.",
        trace_decides, "The trace for the determinant",
        (CUBES, f"{{{LOW}, {HIGH}, maximum([1, -2], 14), minimum([-1, 2], -14)}}")),
    Misconception("positive-determinant-minimum", TEST,
        "You took a positive determinant for a minimum. With two variables it says that there is an extremum, and the "
        "sign of the first entry says which. With more, use all the leading minors.",
        positive_determinant_minimum, "A positive determinant taken for a minimum",
        (CUBES, f"{{{LOW}, minimum([-1, -2], 18), saddle([1, -2], 14), saddle([-1, 2], -14)}}")),
    Misconception("negative-determinant-maximum", TEST,
        "You took a negative determinant for a maximum. With two variables the curvatures then have both signs, so "
        "the point is a saddle. With more, use all the leading minors.",
        negative_determinant_maximum, "A negative determinant taken for a maximum",
        (CUBES, f"{{{LOW}, {HIGH}, maximum([1, -2], 14), maximum([-1, 2], -14)}}")),
    Misconception("every-point-a-minimum", "saddle-high-dim",
        "You took a zero gradient for a minimum. It can also be a maximum or a saddle: look at the second derivatives.",
        every_point_a_minimum, "Every stationary point called a minimum",
        ("extrema(x^3 - 3x, x)", "{minimum(-1, 2), minimum(1, -2)}")),
    Misconception("every-point-a-maximum", "saddle-high-dim",
        "You took a zero gradient for a maximum. It can also be a minimum or a saddle: look at the second derivatives.",
        every_point_a_maximum, "Every stationary point called a maximum",
        ("extrema(x^3 - 3x, x)", "{maximum(-1, 2), maximum(1, -2)}")),
    Misconception("singular-taken-for-saddle", TEST,
        "You took a determinant of zero for a saddle. A zero by itself does not decide: compare the values near the "
        "point.",
        singular_taken_for_saddle, "A determinant of zero called a saddle",
        ("extrema(x^4 + y^4, [x, y])", "{saddle([0, 0], 0)}")),
    Misconception("minimum-for-maximum", BEND,
        "You exchanged minimum and maximum. At a minimum the values around are larger: the graph is a bowl there, and "
        "the second derivative is not negative.",
        minimum_for_maximum, "Minimum and maximum exchanged",
        ("extrema(x^3 - 3x, x)", "{minimum(-1, 2), maximum(1, -2)}")),
    Misconception("one-point-only", TEST,
        "You went on with one solution alone. There are more places where the conditions hold: find all of them and "
        "test each.",
        one_point_only, "A solution is missing", (CUBIC, "{saddle([0, 0], 0)}")),
    Misconception("points-with-zero-lost", TEST,
        "You divided by a variable and lost the points where it is zero. Take it out as a factor and go through both "
        "cases.",
        points_with_zero_lost, "The solutions with zero are missing", (CUBIC, "{minimum([1, 1], -1)}")),
    Misconception("negative-roots-lost", TEST,
        "You kept the positive solutions alone. A number and its negative have the same square: take the negative one "
        "as well.",
        negative_roots_lost, "The negative root is missing", ("extrema(x^3 - 3x, x)", "{minimum(1, -2)}")),
    Misconception("ends-left-out", INTERVAL,
        "You looked inside the interval alone. At an end a function can be extreme with any slope: compare the values "
        "there as well.",
        ends_left_out, "The ends are missing", ("extrema(x^2 - 4x, x, 0, 3)", "{minimum(2, -4)}")),
    Misconception("ends-only", INTERVAL,
        "You compared the ends alone. Inside the interval the derivative can be zero: compare the values there as "
        "well.",
        ends_only, "The points inside are missing",
        ("extrema(x^2 - 4x, x, 0, 3)", "{minimum(3, -3), maximum(0, 0)}")),
    Misconception("points-outside-kept", INTERVAL,
        "You kept a point outside the interval. Only points between the ends count.",
        points_outside_kept, "A point outside the interval",
        ("extrema(x^3 - 3x, x, 0, 3/2)", "{minimum(1, -2), maximum(-1, 2)}")),
)  # fmt: skip

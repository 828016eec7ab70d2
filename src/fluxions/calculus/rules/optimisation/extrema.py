"""Extrema: where the gradient is zero, then the Hessian there; on a closed interval, values compared."""

from __future__ import annotations

from collections.abc import Sequence

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ZERO,
    Add,
    At,
    Diff,
    Expr,
    Matrix,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Rel,
    Set,
    Sym,
    Vector,
)
from fluxions.calculus.rules.optimisation.algebra import set_of, sign, vanishing, written_out
from fluxions.calculus.rules.optimisation.degenerate import leading_orders, never_below, order_on_parabola
from fluxions.calculus.rules.optimisation.smooth import has_values, smooth
from fluxions.calculus.rules.optimisation.waves import has_waves
from fluxions.calculus.rules.several.places import are_variables, symbols_of, value_at_place
from fluxions.calculus.trees import symbols

MOST_VARIABLES = 6


def stationary_points(node: Expr) -> Expr | Found | None:
    """Inside the domain an extremum of a differentiable function has ∇f = 0."""
    match node:
        case Operator("extrema", (f, Vector() as v)) if smooth(f, v) and 1 <= len(symbols_of(v)) <= MOST_VARIABLES:
            slopes = vanishing(tuple(Diff(f, x) for x in symbols_of(v)))
            return Found(Operator("classify", (f, v, Operator("solve", (slopes, v)))), (("x", v),))
    return None


def critical_points(node: Expr) -> Expr | Found | None:
    """Inside the domain an extremum of a differentiable function has f' = 0."""
    match node:
        case Operator("extrema", (f, Sym() as x)) if smooth(f, x):
            flat = Operator("solve", (Rel("=", Diff(f, x), ZERO), x))
            return Found(Operator("classify", (f, x, flat)), (("x", x),))
    return None


def second_derivatives(node: Expr) -> Expr | Found | None:
    """To tell the kinds apart: the Hessian, in one variable the second derivative."""
    match node:
        case Operator("classify", (f, v, points)) if are_variables(v) and (found := set_of(points)) is not None:
            if not found:
                return Found(Set(()), (("p", points),))
            bend = Operator("hessian", (f, v)) if isinstance(v, Vector) else Diff(Diff(f, v), v)  # type: ignore[arg-type]
            return Found(Operator("classify", (f, v, Set(found), bend)), (("p", Set(found)),))
    return None


def each_point(node: Expr) -> Expr | Found | None:
    """The second derivatives at each stationary point."""
    match node:
        case Operator("classify", (f, v, Set(points), bend)) if are_variables(v) and not bend.stands:
            if any(isinstance(point, Vector) != isinstance(v, Vector) for point in points):
                return None
            kinds = tuple(Operator("kind", (f, v, point, _at(bend, v, point))) for point in points)
            return Found(Set(kinds), (("h", bend),))
    return None


def _at(e: Expr, v: Expr, point: Expr) -> Expr:
    if not symbols(e) & symbols(v):
        return e
    if isinstance(v, Vector) and isinstance(point, Vector):
        return value_at_place(e, v, point)
    return At(e, v, point)  # type: ignore[arg-type]


def minors(rows: Sequence[Sequence[Expr]]) -> tuple[Expr, ...]:
    """The leading principal minors, from the 1×1 one up."""
    return tuple(tidied(determinant_of([row[:k] for row in rows[:k]])) for k in range(1, len(rows) + 1))


def determinant_of(rows: Sequence[Sequence[Expr]]) -> Expr:
    if len(rows) == 1:
        return rows[0][0]
    terms: list[Expr] = []
    for j, entry in enumerate(rows[0]):
        if entry == ZERO:
            continue
        term = Mul((entry, determinant_of([[*row[:j], *row[j + 1 :]] for row in rows[1:]])))
        terms.append(Neg(term) if j % 2 else term)
    return written_out(Add(tuple(terms))) if terms else ZERO


def by_minors(node: Expr) -> Expr | Found | None:
    """Minors +, +, … : minimum; −, +, −, … : maximum; otherwise, with a determinant that is not 0, a saddle."""
    match node:
        case Operator("kind", (f, Vector() as v, Vector() as point, Matrix(rows))) if _is_hessian(rows):
            found = minors(rows)
            signs = [sign(each) for each in found]
            if not signs or signs[-1] in (0, None) or None in signs:
                return None
            name = "saddle"
            if all(each == 1 for each in signs):
                name = "minimum"
            elif all(each == (-1) ** (k + 1) for k, each in enumerate(signs)):
                name = "maximum"
            using = (("d", Vector(found)), ("h", Matrix(rows)), ("p", point), ("k", Sym(name)))
            return Found(Operator(name, (point, value_at_place(f, v, point))), using)
    return None


def by_second_derivative(node: Expr) -> Expr | Found | None:
    """f'' > 0: minimum; f'' < 0: maximum."""
    match node:
        case Operator("kind", (f, Sym() as x, point, bend)) if not bend.stands and (seen := sign(bend)):
            name = "minimum" if seen > 0 else "maximum"
            return Found(Operator(name, (point, At(f, x, point))), (("p", point), ("h", bend), ("k", Sym(name))))
    return None


def higher_derivative(node: Expr) -> Expr | Found | None:
    """The first derivative that is not 0 decides: of even order as the second, of odd order there is no extremum."""
    match node:
        case Operator("kind", (f, Sym() as x, point, bend)) if not bend.stands and sign(bend) == 0:
            found = leading_orders(f, Vector((x,)), Vector((point,)), ((1,),))
            if found is None or found[0] is None:
                return None
            order, seen = found[0]
            name = "saddle" if order % 2 else "minimum" if seen > 0 else "maximum"
            return Found(Operator(name, (point, At(f, x, point))), (("p", point), ("n", Num(order)), ("k", Sym(name))))
    return None


DIRECTIONS = tuple((a, b) for a in range(-3, 4) for b in range(-3, 4) if (a, b) > (0, 0))


def along_lines(node: Expr) -> Expr | Found | None:
    """Where f − f(p) takes both signs on lines through p, p is a saddle."""
    match node:
        case Operator("kind", (f, Vector() as v, Vector() as point, Matrix(rows))) if not _definite(rows):
            ways = _directions(len(point.entries))
            orders = leading_orders(f, v, point, ways)
            if orders is None:
                return None
            for way, each in zip(ways, orders, strict=True):
                if each is not None and each[0] % 2:
                    return _saddle(f, v, point, (way,))
            up = next((way for way, each in zip(ways, orders, strict=True) if each and each[1] > 0), None)
            down = next((way for way, each in zip(ways, orders, strict=True) if each and each[1] < 0), None)
            if up and down:
                return _saddle(f, v, point, (up, down))
    return None


CURVES = tuple((Num(k, 2), turned) for k in (1, -1, 2, -2, 3, -3, 4, -4) for turned in (False, True))


def along_parabolas(node: Expr) -> Expr | Found | None:
    """Where f − f(p) has one sign on the lines through p and the other on a parabola through p, p is a saddle."""
    match node:
        case Operator("kind", (f, Vector() as v, Vector((_, _)) as point, Matrix(rows))) if not _definite(rows):
            lines = leading_orders(f, v, point, DIRECTIONS)
            signs = {each[1] for each in lines or () if each is not None}
            if len(signs) != 1:
                return None
            x, y = symbols_of(v)
            for k, turned in CURVES:
                bent = Mul((k, Pow(x if not turned else y, Num(2))))
                orders = order_on_parabola(f, v, point, k, turned)
                if orders is not None and (orders[0] % 2 or orders[1] not in signs):
                    shown = Rel("=", y if not turned else x, bent)
                    return Found(Operator("saddle", (point, value_at_place(f, v, point))), (("p", point), ("c", shown)))
    return None


def _definite(rows: Sequence[Sequence[Expr]]) -> bool:
    """Do the minors decide already, or is there no test?"""
    return not _is_hessian(rows) or sign(minors(rows)[-1]) not in (0, None)


def _is_hessian(rows: Sequence[Sequence[Expr]]) -> bool:
    """Is it square, with mirrored entries that are equal?"""
    if len(rows) != len(rows[0]):
        return False
    return all(tidied(rows[i][j]) == tidied(rows[j][i]) for i in range(len(rows)) for j in range(i))


def _directions(count: int) -> tuple[tuple[int, ...], ...]:
    if count == 2:
        return DIRECTIONS
    axes = [tuple(int(i == k) for k in range(count)) for i in range(count)]
    pairs = [
        tuple(a + s * b for a, b in zip(axes[i], axes[k], strict=True))
        for i in range(count) for k in range(i) for s in (1, -1)
    ]  # fmt: skip
    return (*axes, *pairs)


def _saddle(f: Expr, v: Vector, point: Vector, ways: tuple[tuple[int, ...], ...]) -> Found:
    shown = Set(tuple(Vector(tuple(map(Num, way))) for way in ways))
    return Found(Operator("saddle", (point, value_at_place(f, v, point))), (("p", point), ("u", shown)))


def never_less(node: Expr) -> Expr | Found | None:
    """Where f − f(p) is a sum of even powers with positive factors, f is never below f(p)."""
    match node:
        case Operator("kind", (f, Vector() as v, Vector() as point, Matrix(rows))) if not _definite(rows):
            for name, way in (("minimum", 1), ("maximum", -1)):
                rest = never_below(f, v, point, way)
                if rest is not None:
                    using = (("p", point), ("e", rest), ("k", Sym(name)))
                    return Found(Operator(name, (point, value_at_place(f, v, point))), using)
    return None


# --- on a closed interval --------------------------------------------------------------------------------------------
def candidates(node: Expr) -> Expr | Found | None:
    """On [a, b] a differentiable function is extreme at an end or where its derivative is 0."""
    match node:
        case Operator("extrema", (f, Sym() as x, a, b)) if smooth(f, x) and has_values(f, x, a, b):
            ends = (a, b) if has_waves(f, x) else ()
            flat = Operator("solve", (Rel("=", Diff(f, x), ZERO), x, *ends))
            return Found(Operator("candidates", (f, x, flat, a, b)), (("a", a), ("b", b), ("x", x)))
    return None


def inside_and_ends(node: Expr) -> Expr | Found | None:
    """The zeros of the derivative between the ends, and the ends."""
    match node:
        case Operator("candidates", (f, Sym() as x, flat, a, b)) if (found := set_of(flat)) is not None:
            inside = []
            for each in found:
                low, high = sign(Add((each, Neg(a)))), sign(Add((b, Neg(each))))
                if low is None or high is None:
                    return None
                if low > 0 and high > 0:
                    inside.append(each)
            points = (a, *inside, b)
            pairs = Set(tuple(Vector((point, At(f, x, point))) for point in points))
            return Found(Operator("compare", (pairs,)), (("p", Set(points)),))
    return None


def values_compared(node: Expr) -> Expr | Found | None:
    """The least value is the minimum, the greatest the maximum, wherever they are taken."""
    match node:
        case Operator("compare", (Set(pairs),)) if not any(each.stands for each in pairs) and len(pairs) > 1:
            values = [each.children[1] for each in pairs]
            low, high = extreme(values, -1), extreme(values, 1)
            if low is None or high is None or low == high:
                return None
            named = [
                Operator("minimum" if i in low else "maximum", each.children)
                for i, each in enumerate(pairs) if i in low or i in high
            ]  # fmt: skip
            using = (("m", values[low[0]]), ("n", values[high[0]]))
            return Found(Set(tuple(named)), using)
    return None


def extreme(values: Sequence[Expr], way: int) -> list[int] | None:
    """Where the greatest (way 1) or least (−1) value stands; None where two cannot be told apart."""
    best = [0]
    for i in range(1, len(values)):
        seen = sign(Add((values[i], Neg(values[best[0]]))))
        if seen is None:
            return None
        best = [i] if seen == way else [*best, i] if seen == 0 else best
    return best


TEST = "hessian-test"
RULES = (
    Rule("stationary-points", TEST, "At an extremum inside the domain every partial derivative is zero: solve for "
         "${x}$.", stationary_points, "the stationary points"),
    Rule("critical-points", "critical-points-1d", "At an extremum inside the domain the derivative by ${x}$ is zero.",
         critical_points, "the critical points"),
    Rule("second-derivatives", TEST, "Stationary at ${p}$. The second derivatives tell the kinds apart.",
         second_derivatives, "the second derivatives"),
    Rule("each-point", TEST, "Take the second derivatives ${h}$ at each stationary point.", each_point,
         "the test at each point"),
    Rule("by-minors", TEST, "At ${p}$ the leading minors of the Hessian are ${d}$, which makes it a ${k}$.", by_minors,
         "the Hessian test"),
    Rule("by-second-derivative", "concavity-second-derivative", "At ${p}$ the second derivative is ${h}$, which makes "
         "it a ${k}$.", by_second_derivative, "the second-derivative test"),
    Rule("higher-derivative", "concavity-second-derivative", "At ${p}$ the first derivative that is not zero has order "
         "${n}$, which makes it a ${k}$.", higher_derivative, "the higher-derivative test"),
    Rule("along-lines", TEST, "The Hessian is singular at ${p}$. On lines in the directions ${u}$ the function takes "
         "larger and smaller values.", along_lines, "the function along lines"),
    Rule("along-parabolas", TEST, "The Hessian is singular at ${p}$. On the curve ${c}$, measured from the point, the "
         "difference to the value there has another sign than on the lines: a saddle.", along_parabolas,
         "the function along a parabola"),
    Rule("never-less", TEST, "The Hessian is singular at ${p}$. The difference to the value there is ${e}$, which "
         "never changes its sign: a ${k}$.", never_less, "a difference of one sign"),
    Rule("candidates", "optimisation-applied-1d", "On the closed interval from ${a}$ to ${b}$ the candidates are the "
         "ends and the zeros of the derivative.", candidates, "the candidates on an interval"),
    Rule("inside-and-ends", "optimisation-applied-1d", "Take the values at ${p}$.", inside_and_ends,
         "the zeros inside and the ends"),
    Rule("values-compared", "optimisation-applied-1d", "Compare the values: the least is ${m}$, the greatest "
         "${n}$.", values_compared, "comparing the values"),
)  # fmt: skip

"""What a line is worth: its operators carried out, its vectors added up, and how it compares with another value."""

from __future__ import annotations

from fluxions.calculus.budget import Budget, OutOfBudget, check_budget, solve_budget
from fluxions.calculus.derivation.strategy import Stuck, settled
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.diagnosis.diagnose import strategy_of
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import (
    INF,
    ZERO,
    Add,
    At,
    Diff,
    Div,
    Expr,
    Fn,
    Limit,
    Matrix,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Rate,
    Sym,
    Vector,
    sqrt,
)
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.tape import NoTape
from fluxions.calculus.problem import Problem
from fluxions.calculus.solve import SOUND
from fluxions.calculus.trees import mapped, nodes, replaced, substituted, symbols, walk
from fluxions.calculus.verdict import Comparison, Different, Equal, Text, Unknown

CARRIED_BY_JETS = (Diff, At, Rate)
BOUNDS = frozenset({"largest", "upto", "within", "absolute", "remainder"})  # any larger number would do
ENDLESS = (INF, Neg(INF))
LARGEST = 400  # nodes of a line that is worked out


def worked_out(e: Expr, problem: Problem, budget: Budget | None = None) -> Expr:
    """e with its limits, integrals, sums and other operators carried out where that succeeds; derivatives stand."""
    e = folded(e)
    if all(isinstance(each, CARRIED_BY_JETS) or not each.operates for each in nodes(e)):
        return e
    if sum(1 for _ in nodes(e)) > LARGEST:
        return e
    strategy, budget = strategy_of(problem), budget or solve_budget()
    try:
        e = mapped(e, lambda node: valued(node, SOUND, budget) if _is_plain_slope(node) else node)
        return folded(settled(e, strategy, budget)[1])
    except (Stuck, OutOfBudget, RecursionError, NoTape):
        return e


def _is_plain_slope(e: Expr) -> bool:
    """d/dx of a formula without operators: worked out before the integral or limit that it stands in."""
    return isinstance(e, Diff) and not e.arg.stands and not isinstance(e.arg, (Vector, Matrix))


def compared(a: Expr, b: Expr, problem: Problem) -> Comparison:
    """Are two values equal: numbers and formulas by the ladder, arrays entry by entry?"""
    if any(isinstance(each, Operator) and each.name in BOUNDS for one in (a, b) for each in nodes(one)):
        return Unknown("bound")
    a, b = worked_out(a, problem), worked_out(b, problem)
    if (told := _endless(a, b)) is not None:
        return told
    if isinstance(a, (Vector, Matrix)) or isinstance(b, (Vector, Matrix)):
        return _arrays(a, b, problem)
    try:
        return equal(a, b, assume=problem.assume, budget=check_budget())
    except OutOfBudget:
        return Unknown("budget")
    except NoTape:
        return Unknown("no-value")


def _endless(a: Expr, b: Expr) -> Comparison | None:
    """Two values of which one is infinite; None where neither is, or where it is not known what the other is."""
    if a in ENDLESS and b in ENDLESS:
        return Equal("same") if a == b else Different((), None, "sign")
    for one, other in ((a, b), (b, a)):
        if not _is_finite(other):
            continue
        if one in ENDLESS or _has_a_pole(one):
            return Different((), None, "different-value")
    return None


def _is_finite(e: Expr) -> bool:
    return not symbols(e) and not e.stands and value_at(e, {}) is not None


def _has_a_pole(e: Expr) -> bool:
    """Is it a limit whose denominator goes to zero and its numerator does not?"""
    match e:
        case Limit(Div(top, bottom), x, point) if point not in ENDLESS:
            over, under = (substituted(each, {x.name: point}) for each in (top, bottom))
            if symbols(over) or symbols(under) or over.stands or under.stands:
                return False
            value = value_at(over, {})
            return value is not None and not value.contains(0) and agree(under, ZERO) == "agree"
    return False


def same(a: Expr, b: Expr, problem: Problem) -> bool:
    """Are two values equal for certain?"""
    return isinstance(compared(a, b, problem), Equal)


def differ(a: Expr, b: Expr, problem: Problem) -> bool:
    """Are two values different for certain?"""
    return isinstance(compared(a, b, problem), Different)


def entries(e: Expr) -> tuple[Expr, ...] | None:
    """The entries of a vector, or of a matrix row by row."""
    match e:
        case Vector(found):
            return found
        case Matrix(rows):
            return tuple(each for row in rows for each in row)
    return None


def shape_of(e: Expr) -> tuple[int, int] | None:
    """Rows and columns; a vector is a column."""
    match e:
        case Vector(found):
            return len(found), 1
        case Matrix(rows):
            return len(rows), len(rows[0])
    return None


def _arrays(a: Expr, b: Expr, problem: Problem) -> Comparison:
    mine, right = entries(a), entries(b)
    if mine is None or right is None:
        return Unknown("not-arrays")
    if len(mine) != len(right) or (isinstance(a, Matrix) and isinstance(b, Matrix) and shape_of(a) != shape_of(b)):
        return Different((), None, "wrong-shape")
    proof: Comparison = Equal("same")
    unsure = False
    for one, other in zip(mine, right, strict=True):
        found = compared(one, other, problem)
        if isinstance(found, Different):
            return Different(found.point, found.witness, "different-value")
        unsure = unsure or isinstance(found, Unknown)
        proof = found if isinstance(found, Equal) else proof
    return Unknown("entry") if unsure else proof


def entry_apart(right: Expr, mine: Expr, problem: Problem) -> Text | None:
    """Which entry of two arrays is the first that differs; None where they are no arrays of one shape."""
    a, b = worked_out(right, problem), worked_out(mine, problem)
    both = entries(a), entries(b)
    if both[0] is None or both[1] is None:
        return None
    if shape_of(a) != shape_of(b):
        has, wants = ("×".join(str(each) for each in shape_of(one) or ()) for one in (b, a))
        return Text("The shape is {has}, {wants} is wanted.", (("has", has), ("wants", wants)))
    for place, (one, other) in enumerate(zip(both[0], both[1], strict=True)):
        if differ(one, other, problem):
            columns = len(a.rows[0]) if isinstance(a, Matrix) else 1
            row, column = divmod(place, columns)
            if not isinstance(a, Matrix):
                return Text("Entry {n} is not right.", (("n", str(place + 1)),))
            return Text("Row {i}, column {j} is not right.", (("i", str(row + 1)), ("j", str(column + 1))))
    return None


def folded(e: Expr) -> Expr:
    """Sums, multiples, lengths and products of vectors worked out entry by entry, as far as they are written out."""
    if not any(isinstance(each, (Vector, Matrix)) for each in nodes(e)):
        return e
    e = _inner_values(e)
    return mapped(e, _fold)


def _inner_values(e: Expr) -> Expr:
    """A gradient or a derivative of a vector that stands inside, by its entries."""
    for place, node in walk(e):
        match node:
            case Operator("grad", (f, Vector(xs))):
                return _inner_values(replaced(e, place, Vector(tuple(Diff(f, x) for x in xs if isinstance(x, Sym)))))
            case Operator("at", (Vector(parts), Vector(xs), Vector(values))):
                at = tuple(Operator("at", (each, Vector(xs), Vector(values))) for each in parts)
                return _inner_values(replaced(e, place, Vector(at)))
            case Operator("at", (f, Vector(xs), Vector(values))) if not f.stands:
                put = {x.name: value for x, value in zip(xs, values, strict=False) if isinstance(x, Sym)}
                return _inner_values(replaced(e, place, substituted(f, put)))
            case Operator("hessian", (f, Vector(xs))):
                rows = tuple(
                    tuple(Diff(Diff(f, x), y) for y in xs if isinstance(y, Sym)) for x in xs if isinstance(x, Sym)
                )
                return _inner_values(replaced(e, place, Matrix(rows)))
            case Diff(Vector(parts), x):
                return _inner_values(replaced(e, place, Vector(tuple(Diff(each, x) for each in parts))))
            case At(Vector(parts), x, a):
                return _inner_values(replaced(e, place, Vector(tuple(At(each, x, a) for each in parts))))
    return e


def _fold(node: Expr) -> Expr:
    match node:
        case Operator("dot", (Vector(a), Vector(b))) if len(a) == len(b):
            return _dot(a, b)
        case Operator("cross", (Vector((a, b, c)), Vector((x, y, z)))):
            return Vector((b * z - c * y, c * x - a * z, a * y - b * x))
        case Operator("norm", (Vector(a),)) | Fn("abs", (Vector(a),)):
            return sqrt(Add(tuple(Pow(each, Num(2)) for each in a)))
        case Neg((Vector() | Matrix()) as inside):
            return inside.rebuilt(tuple(Neg(each) for each in inside.children))
        case Div((Vector() | Matrix()) as top, bottom) if shape_of(bottom) is None:
            return top.rebuilt(tuple(Div(each, bottom) for each in top.children))
        case Add(terms) if all(shape_of(each) is not None and shape_of(each) == shape_of(terms[0]) for each in terms):
            columns = zip(*(each.children for each in terms), strict=True)
            return terms[0].rebuilt(tuple(Add(column) for column in columns))
        case Mul(factors) if any(shape_of(each) for each in factors):
            return _product(node, factors)
    return node


def _product(node: Expr, factors: tuple[Expr, ...]) -> Expr:
    arrays = [each for each in factors if shape_of(each)]
    numbers = tuple(each for each in factors if not shape_of(each))
    if len(arrays) == 2 and all(isinstance(each, Vector) for each in arrays):
        a, b = arrays
        return Mul((*numbers, _dot(a.children, b.children))) if len(a.children) == len(b.children) else node
    if len(arrays) != 1:
        return node
    return arrays[0].rebuilt(tuple(Mul((*numbers, each)) for each in arrays[0].children)) if numbers else arrays[0]


def _dot(a: tuple[Expr, ...], b: tuple[Expr, ...]) -> Expr:
    return Add(tuple(Mul((x, y)) for x, y in zip(a, b, strict=True))) if a else ZERO


__all__ = ["ENDLESS", "compared", "differ", "entries", "entry_apart", "folded", "same", "shape_of", "worked_out"]

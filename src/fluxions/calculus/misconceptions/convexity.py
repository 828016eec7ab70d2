"""Wrong tests for definiteness and for convexity."""

from __future__ import annotations

from collections.abc import Sequence

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ZERO, Diff, Expr, Matrix, Neg, Operator, Sym, Vector
from fluxions.calculus.rules.optimisation.algebra import sign
from fluxions.calculus.rules.optimisation.convexity import definiteness, is_symmetric, sign_of_curvature, stays_above
from fluxions.calculus.rules.optimisation.extrema import determinant_of, minors
from fluxions.calculus.rules.several.places import symbols_of
from fluxions.calculus.trees import substituted, symbols

Rows = tuple[tuple[Expr, ...], ...]


def _matrix(node: Expr) -> Rows | None:
    match node:
        case Operator("definiteness", (Matrix(rows),)) if len(rows) == len(rows[0]) <= 4 and is_symmetric(rows):
            return rows
    return None


def _word(values: Sequence[Expr]) -> Expr | None:
    """The name that numbers of these signs would have on a diagonal."""
    signs = [sign(each) for each in values]
    if None in signs:
        return None
    up, down = 1 in signs, -1 in signs
    if up and down:
        return Sym("indefinite")
    return Sym(f"{'negative' if down else 'positive'}_{'semi' if 0 in signs else ''}definite")


def diagonal_decides(node: Expr) -> Expr | None:
    """Definiteness read off the signs of the diagonal."""
    rows = _matrix(node)
    return _word([row[i] for i, row in enumerate(rows)]) if rows else None


def entries_decide(node: Expr) -> Expr | None:
    """Definiteness read off the signs of all entries."""
    rows = _matrix(node)
    return _word([entry for row in rows for entry in row]) if rows else None


def determinant_decides(node: Expr) -> Expr | None:
    """Definiteness read off the sign of the determinant alone, where it is not 0."""
    rows = _matrix(node)
    return _word([determinant_of(rows)]) if rows and sign(determinant_of(rows)) else None


def minors_by_sign(node: Expr) -> Expr | None:
    """Leading minors of one sign taken for definite, of both signs for indefinite: −, + is missed."""
    rows = _matrix(node)
    return _word(minors(rows)) if rows and all(map(sign, minors(rows))) else None


def semidefinite_by_leading_minors(node: Expr) -> Expr | None:
    """Leading minors that are not negative taken for positive semidefinite."""
    rows = _matrix(node)
    signs = [sign(each) for each in minors(rows)] if rows else []
    return Sym("positive_semidefinite") if 0 in signs and None not in signs and -1 not in signs else None


def _right(node: Expr) -> str | None:
    """How a form is rightly called."""
    result = found(definiteness(node))
    return result.result.name if result is not None and isinstance(result.result, Sym) else None


def singular_as_indefinite(node: Expr) -> Expr | None:
    """det H = 0 taken for indefinite."""
    name = _right(node)
    return Sym("indefinite") if name is not None and "semi" in name else None


def positive_and_negative_exchanged(node: Expr) -> Expr | None:
    """Positive definite called negative definite, and the other way round."""
    way, _, kind = (_right(node) or "").partition("_")
    turned = {"positive": "negative", "negative": "positive"}
    return Sym(f"{turned[way]}_{kind}") if way in turned else None


def semidefinite_where_definite(node: Expr) -> Expr | None:
    """Definite called semidefinite."""
    way, _, kind = (_right(node) or "").partition("_")
    return Sym(f"{way}_semidefinite") if kind == "definite" else None


# --- convexity -------------------------------------------------------------------------------------------------------
def _curvature(node: Expr) -> Rows | None:
    match node:
        case Operator("curvature", (Vector(), Matrix(rows) as h)) if not h.stands and len(rows) == len(rows[0]):
            return rows
    return None


def _bends(entries: Sequence[Expr]) -> Expr:
    if all(map(stays_above, entries)):
        return Sym("convex")
    return Sym("concave" if all(stays_above(tidied(Neg(each))) for each in entries) else "neither")


def convex_in_each_variable(node: Expr) -> Expr | None:
    """Convex in each variable taken for convex; where the variables differ, the first alone."""
    rows = _curvature(node)
    if rows is None or len(rows) < 2:
        return None
    each = _bends([row[i] for i, row in enumerate(rows)])
    return each if each != Sym("neither") else _bends([rows[0][0]])


def convex_at_one_point(node: Expr) -> Expr | None:
    """The sign of the second derivative at 0 taken for its sign everywhere."""
    rows = _curvature(node)
    if rows is None or len(rows) > 1 or not symbols(rows[0][0]):
        return None
    seen = sign(tidied(substituted(rows[0][0], {x.name: ZERO for x in symbols_of(node.children[0])})))  # type: ignore[arg-type]
    return Sym("convex" if seen == 1 else "concave") if seen in (1, -1) else None


def concave_as_neither(node: Expr) -> Expr | None:
    """What is not convex taken for neither convex nor concave."""
    rows = _curvature(node)
    concave = rows is not None and found(sign_of_curvature(node))
    return Sym("neither") if concave and concave.result == Sym("concave") else None


def convex_and_concave_exchanged(node: Expr) -> Expr | None:
    """A positive Hessian taken for concave."""
    rows = _curvature(node)
    if rows is None:
        return None
    v = node.children[0]
    turned = tuple(tuple(tidied(Neg(each)) for each in row) for row in rows)
    return Operator("curvature", (v, Matrix(turned)))


def convex_by_all_entries(node: Expr) -> Expr | None:
    """A Hessian without negative entries taken for convex."""
    rows = _curvature(node)
    return _bends([each for row in rows for each in row]) if rows and len(rows) > 1 else None


def convex_by_slope(node: Expr) -> Expr | None:
    """A function that increases taken for convex: the sign of f' in the place of that of f''."""
    match node:
        case Operator("convexity", (f, Vector((Sym() as x,)) as v)) if symbols_of(v):
            return Operator("curvature", (v, Matrix(((Diff(f, x),),))))
    return None


FORMS, CONVEX = "quadratic-forms-definiteness", "convex-functions-nd"
MISCONCEPTIONS = (
    Misconception("diagonal-decides", FORMS,
        "You looked at the diagonal alone. Entries off the diagonal can outweigh it: use the minors or the "
        "eigenvalues.",
        diagonal_decides, "The diagonal alone", ("definiteness([[1, -2], [-2, 1]])", "positive_definite")),
    Misconception("entries-decide", FORMS,
        "You judged by the signs of the entries. A form with negative entries can still be positive definite: use the "
        "minors or the eigenvalues.",
        entries_decide, "The signs of the entries", ("definiteness([[2, -1], [-1, 2]])", "indefinite")),
    Misconception("determinant-decides", FORMS,
        "You looked at the determinant alone. Its sign is the same for positive and negative definite forms of two "
        "variables: look at the first entry as well.",
        determinant_decides, "The determinant alone", ("definiteness([[-2, 1], [1, -2]])", "positive_definite")),
    Misconception("minors-by-sign", FORMS,
        "You took minors of both signs for indefinite. For a negative definite form they alternate: minus, plus, "
        "minus.",
        minors_by_sign, "Alternating minors misread", ("definiteness([[-2, -1], [-1, -2]])", "indefinite")),
    Misconception("semidefinite-by-leading-minors", FORMS,
        "You concluded from leading minors that are zero or more. For semidefinite all principal minors count, not "
        "only the leading ones.",
        semidefinite_by_leading_minors, "Leading minors that are zero",
        ("definiteness([[0, 0], [0, -1]])", "positive_semidefinite")),
    Misconception("singular-as-indefinite", FORMS,
        "You took a determinant of zero for indefinite. Indefinite means that the form takes both signs; here it is "
        "zero in one direction and has one sign in all others.",
        singular_as_indefinite, "A determinant of zero called indefinite",
        ("definiteness([[1, 2], [2, 4]])", "indefinite")),
    Misconception("positive-and-negative-exchanged", FORMS,
        "You exchanged positive and negative. Put in a vector: the sign of the value says which it is.",
        positive_and_negative_exchanged, "Positive and negative exchanged",
        ("definiteness([[2, 1], [1, 2]])", "negative_definite")),
    Misconception("semidefinite-where-definite", FORMS,
        "You called it semidefinite, which allows the value zero. No minor is zero here: it is definite.",
        semidefinite_where_definite, "Semidefinite where it is definite",
        ("definiteness([[2, 1], [1, 2]])", "positive_semidefinite")),
    Misconception("convex-in-each-variable", CONVEX,
        "You looked along single variables. The function can bend the other way in another direction: the whole "
        "Hessian has to be positive semidefinite.",
        convex_in_each_variable, "Convex along single variables",
        ("convexity(x^2 - 3x*y + y^2, [x, y])", "convex")),
    Misconception("convex-at-one-point", "convexity-1d",
        "You looked at the second derivative at one point. It has to have the same sign everywhere.",
        convex_at_one_point, "The curvature at one point", ("convexity(x^4 - 6x^2, [x])", "concave")),
    Misconception("concave-as-neither", CONVEX,
        "You tested for convex alone. A function that bends down everywhere is concave: test the Hessian with a minus "
        "as well.",
        concave_as_neither, "Not convex, so neither", ("convexity(-x^2 - y^2, [x, y])", "neither")),
    Misconception("convex-and-concave-exchanged", CONVEX,
        "You exchanged convex and concave. A convex function bends upwards like a bowl: its Hessian, with one "
        "variable its second derivative, is positive semidefinite.",
        convex_and_concave_exchanged, "Convex and concave exchanged", ("convexity(x^2 + y^2, [x, y])", "concave")),
    Misconception("convex-by-all-entries", CONVEX,
        "You judged by the signs of the entries of the Hessian. Its minors decide, or its eigenvalues.",
        convex_by_all_entries, "The signs of the entries of the Hessian",
        ("convexity(x^2 - x*y + y^2, [x, y])", "neither")),
    Misconception("convex-by-slope", CONVEX,
        "You used the sign of the first derivative. It says whether the function rises; how it bends is said by the "
        "second.",
        convex_by_slope, "The slope in the place of the curvature", ("convexity(x^2, [x])", "neither")),
)  # fmt: skip

"""Wrong Jacobians and Hessians: what stands in which entry."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, ZERO, Add, Diff, Div, Expr, Matrix, Mul, Neg, Num, Operator, Sym, Vector
from fluxions.calculus.rules.several.places import symbols_of


def _parts(node: Expr) -> tuple[tuple[Expr, ...], tuple[Sym, ...]] | None:
    """The components and the variables of a goal `jacobian([P, Q], [x, y])`."""
    match node:
        case Operator("jacobian", (Vector(parts), Vector() as v)) if names := symbols_of(v):
            return parts, names
    return None


def jacobian_transposed(node: Expr) -> Expr | None:
    """The Jacobian taken with the gradients of the components as columns."""
    found = _parts(node)
    return Matrix(tuple(tuple(Diff(part, x) for part in found[0]) for x in found[1])) if found else None


def off_diagonal_left_out(node: Expr) -> Expr | None:
    """∂Fᵢ/∂xⱼ taken for 0 where i ≠ j."""
    found = _parts(node)
    if found is None or len(found[0]) != len(found[1]) or len(found[1]) < 2:
        return None
    rows = enumerate(found[0])
    return Matrix(tuple(tuple(Diff(part, x) if i == j else ZERO for j, x in enumerate(found[1])) for i, part in rows))


def determinant_for_jacobian(node: Expr) -> Expr | None:
    """The Jacobian matrix taken for its determinant."""
    found = _parts(node)
    if found is None or len(found[0]) != len(found[1]) or len(found[1]) < 2:
        return None
    return Operator("det", (Matrix(tuple(tuple(Diff(part, x) for x in found[1]) for part in found[0])),))


def _entries(node: Expr, backwards: slice, downwards: slice) -> Expr | None:
    """A Jacobian with its rows or its columns in another order."""
    found = _parts(node)
    if found is None or len(found[1]) < 2:
        return None
    return Matrix(tuple(tuple(Diff(part, x) for x in found[1][backwards]) for part in found[0][downwards]))


def columns_exchanged(node: Expr) -> Expr | None:
    """The Jacobian with the variables in the opposite order."""
    return _entries(node, BACK, ALL)


def rows_exchanged(node: Expr) -> Expr | None:
    """The Jacobian with the components in the opposite order."""
    found = _parts(node)
    return _entries(node, ALL, BACK) if found and len(found[0]) > 1 else None


def diagonal_listed(node: Expr) -> Expr | None:
    """The Jacobian taken for the list of the ∂Fᵢ/∂xᵢ."""
    found = _parts(node)
    if found is None or len(found[0]) != len(found[1]) or len(found[1]) < 2:
        return None
    return Vector(tuple(Diff(part, x) for part, x in zip(*found, strict=True)))


def rows_added(node: Expr) -> Expr | None:
    """The Jacobian taken for one number for each component: its derivatives added."""
    found = _parts(node)
    if found is None or len(found[1]) < 2 or len(found[0]) < 2:
        return None
    return Vector(tuple(Add(tuple(Diff(part, x) for x in found[1])) for part in found[0]))


ALL, BACK = slice(None), slice(None, None, -1)
Entry = Callable[[Expr, Sym, Sym, bool], Expr]  # of f, x, y: what stands at row x and column y; are they the same?


def _hessian(node: Expr, entry: Entry) -> Expr | None:
    """A Hessian whose entries are made by somebody's rule."""
    match node:
        case Operator("hessian", (f, Vector() as v)) if len(names := symbols_of(v)) > 1 and not isinstance(f, Vector):
            rows = enumerate(names)
            return Matrix(tuple(tuple(entry(f, x, y, i == j) for j, y in enumerate(names)) for i, x in rows))
    return None


def mixed_entries_as_products(node: Expr) -> Expr | None:
    """The mixed entries f_xy taken for f_x f_y."""
    return _hessian(node, lambda f, x, y, same: Diff(Diff(f, x), x) if same else Mul((Diff(f, x), Diff(f, y))))


def hessian_of_squares(node: Expr) -> Expr | None:
    """H taken for ∇f ∇fᵀ: first derivatives multiplied in every entry."""
    return _hessian(node, lambda f, x, y, _: Mul((Diff(f, x), Diff(f, y))))


def hessian_halved(node: Expr) -> Expr | None:
    """H taken for ½H, the matrix of the quadratic form."""
    return _hessian(node, lambda f, x, y, _: Div(Diff(Diff(f, x), y), TWO))


def mixed_entries_doubled(node: Expr) -> Expr | None:
    """The mixed entries f_xy taken for 2 f_xy."""
    return _hessian(node, lambda f, x, y, same: Diff(Diff(f, x), y) if same else Mul((Num(2), Diff(Diff(f, x), y))))


def laplacian_for_hessian(node: Expr) -> Expr | None:
    """H taken for the vector of the second derivatives by one variable each."""
    match node:
        case Operator("hessian", (f, Vector() as v)) if len(names := symbols_of(v)) > 1 and not isinstance(f, Vector):
            return Vector(tuple(Diff(Diff(f, x), x) for x in names))
    return None


def _hessian_of(node: Expr) -> tuple[Expr, tuple[Sym, ...]] | None:
    match node:
        case Operator("hessian", (f, Vector() as v)) if len(names := symbols_of(v)) > 1 and not isinstance(f, Vector):
            return f, names
    return None


def hessian_mirrored(node: Expr) -> Expr | None:
    """H with the variables in the opposite order."""
    match _hessian_of(node):
        case (f, names):
            return Matrix(tuple(tuple(Diff(Diff(f, x), y) for y in names[BACK]) for x in names[BACK]))
    return None


def mixed_entries_turned(node: Expr) -> Expr | None:
    """The mixed entries f_xy taken for −f_xy."""
    return _hessian(node, lambda f, x, y, same: Diff(Diff(f, x), y) if same else Neg(Diff(Diff(f, x), y)))


def gradient_for_hessian(node: Expr) -> Expr | None:
    """H taken for ∇f."""
    match _hessian_of(node):
        case (f, names):
            return Vector(tuple(Diff(f, x) for x in names))
    return None


def laplacian_as_hessian(node: Expr) -> Expr | None:
    """H taken for its trace."""
    match _hessian_of(node):
        case (f, names):
            return Add(tuple(Diff(Diff(f, x), x) for x in names))
    return None


def first_on_the_diagonal(node: Expr) -> Expr | None:
    """The diagonal f_xx, f_yy taken for f_x, f_y."""
    return _hessian(node, lambda f, x, y, same: Diff(f, x) if same else Diff(Diff(f, x), y))


def hessian_columns_exchanged(node: Expr) -> Expr | None:
    """H with its columns in the opposite order."""
    match _hessian_of(node):
        case (f, names):
            return Matrix(tuple(tuple(Diff(Diff(f, x), y) for y in names[BACK]) for x in names))
    return None


JACOBIAN, HESSIAN = "jacobian-matrix", "hessian-matrix"
MISCONCEPTIONS = (
    Misconception("jacobian-transposed", JACOBIAN,
        "You put the derivatives of each component into a column. They make a row: as many rows as components, as many "
        "columns as variables.",
        jacobian_transposed, "The Jacobian is transposed", ("jacobian([x*y, x^2], [x, y])", "[[y, 2x], [x, 0]]")),
    Misconception("off-diagonal-left-out", JACOBIAN,
        "You kept the diagonal alone. Off the diagonal stand the derivatives of each component by the other variables: "
        "fill them in.",
        off_diagonal_left_out, "Only the diagonal", ("jacobian([x*y, x^2 + y], [x, y])", "[[y, 0], [0, 1]]")),
    Misconception("determinant-for-jacobian", JACOBIAN,
        "You went on to the determinant. The Jacobian is the matrix of the partial derivatives itself.",
        determinant_for_jacobian, "The determinant in the place of the matrix",
        ("jacobian([x*y, x^2], [x, y])", "-2x^2")),
    Misconception("jacobian-columns-exchanged", JACOBIAN,
        "You took the variables in another order. The first column belongs to the first variable.",
        columns_exchanged, "The columns of the Jacobian are exchanged",
        ("jacobian([x*y, x^2], [x, y])", "[[x, y], [0, 2x]]")),
    Misconception("jacobian-rows-exchanged", JACOBIAN,
        "You took the components in another order. The first row belongs to the first component.",
        rows_exchanged, "The rows of the Jacobian are exchanged",
        ("jacobian([x*y, x^2], [x, y])", "[[2x, 0], [y, x]]")),
    Misconception("jacobian-diagonal-listed", JACOBIAN,
        "You differentiated each component by one variable only. The Jacobian is a matrix: every component is "
        "differentiated by every variable.",
        diagonal_listed, "A list in the place of the Jacobian", ("jacobian([x*y, x^2 + y], [x, y])", "[y, 1]")),
    Misconception("jacobian-rows-added", JACOBIAN,
        "You added the derivatives of each component. They stay apart: each is an entry of its row.",
        rows_added, "The rows of the Jacobian were added", ("jacobian([x*y, x^2 + y], [x, y])", "[x + y, 2x + 1]")),
    Misconception("hessian-mirrored", HESSIAN,
        "You took the variables in the opposite order. The first row and column belong to the first variable.",
        hessian_mirrored, "The Hessian in the opposite order", ("hessian(x^2*y, [x, y])", "[[0, 2x], [2x, 2y]]")),
    Misconception("mixed-entries-turned", HESSIAN,
        "You gave the mixed entries a minus. They are second derivatives as they are; a minus comes in only with the "
        "determinant.",
        mixed_entries_turned, "A minus in the mixed entries", ("hessian(x^2*y, [x, y])", "[[2y, -2x], [-2x, 0]]")),
    Misconception("gradient-for-second-derivatives", HESSIAN,
        "You gave the gradient. The Hessian differentiates each of its entries once more, by every variable.",
        gradient_for_hessian, "The gradient where the Hessian is asked for", ("hessian(x^2*y, [x, y])", "[2x*y, x^2]")),
    Misconception("trace-for-hessian", HESSIAN,
        "You added the second derivatives. The Hessian is the matrix of all of them; its trace is the Laplacian.",
        laplacian_as_hessian, "The trace in the place of the Hessian",
        ("hessian(x^2*y + y^2, [x, y])", "2y + 2")),
    Misconception("first-derivatives-on-diagonal", HESSIAN,
        "You put first derivatives on the diagonal. There stand the second ones: differentiate twice by the same "
        "variable.",
        first_on_the_diagonal, "First derivatives on the diagonal",
        ("hessian(x^2*y, [x, y])", "[[2x*y, 2x], [2x, x^2]]")),
    Misconception("hessian-columns-exchanged", HESSIAN,
        "You put the mixed derivatives on the diagonal. There each variable meets itself: $f_{xx}$ and $f_{yy}$.",
        hessian_columns_exchanged, "The mixed derivatives stand on the diagonal",
        ("hessian(x^2*y, [x, y])", "[[2x, 2y], [0, 2x]]")),
    Misconception("mixed-entries-as-products", HESSIAN,
        "You multiplied first derivatives off the diagonal. The mixed entry is a second derivative: differentiate by "
        "one variable, then by the other.",
        mixed_entries_as_products, "Products in the mixed entries",
        ("hessian(x^2*y, [x, y])", "[[2y, 2x^3*y], [2x^3*y, 0]]")),
    Misconception("hessian-of-squares", HESSIAN,
        "You multiplied the entries of the gradient with one another. The Hessian differentiates them once more.",
        hessian_of_squares, "First derivatives multiplied in every entry",
        ("hessian(x^2*y, [x, y])", "[[4x^2*y^2, 2x^3*y], [2x^3*y, x^4]]")),
    Misconception("hessian-halved", HESSIAN,
        "You gave half the Hessian, which is the matrix of the quadratic term. The entries of the Hessian are the "
        "second derivatives themselves.",
        hessian_halved, "Half the Hessian", ("hessian(x^2 + 3x*y + y^2, [x, y])", "[[1, 3/2], [3/2, 1]]")),
    Misconception("mixed-entries-doubled", HESSIAN,
        "You doubled the mixed derivative. It stands once in each of two entries, so nothing is doubled inside them.",
        mixed_entries_doubled, "The mixed entries are doubled",
        ("hessian(x^2 + 3x*y + y^2, [x, y])", "[[2, 6], [6, 2]]")),
    Misconception("pure-seconds-listed", HESSIAN,
        "You listed the second derivatives by one variable each. The Hessian is a matrix: the mixed ones stand off its "
        "diagonal.",
        laplacian_for_hessian, "A list in the place of the Hessian", ("hessian(x^2*y, [x, y])", "[2y, 0]")),
)  # fmt: skip

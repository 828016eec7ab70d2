"""Wrong rules for lengths, products and determinants of vectors and matrices that are written out."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, ZERO, Add, Diff, Expr, Matrix, Mul, Operator, Pow, Vector, fn


def length_as_sum(node: Expr) -> Expr | None:
    """‖v‖ taken for Σ |vᵢ|."""
    match node:
        case Operator("norm", (Vector(parts),)) if len(parts) > 1:
            return Add(tuple(fn("abs", each) for each in parts))
    return None


def length_without_root(node: Expr) -> Expr | None:
    """‖v‖ taken for Σ vᵢ²."""
    match node:
        case Operator("norm", (Vector(parts),)) if len(parts) > 1:
            return Add(tuple(Pow(each, TWO) for each in parts))
    return None


def length_differentiated(node: Expr) -> Expr | None:
    """‖r'(t)‖ taken for the derivative of ‖r(t)‖."""
    match node:
        case Operator("norm", (Diff(Vector() as r, t),)):
            return Diff(Operator("norm", (r,)), t)
    return None


def velocity_for_speed(node: Expr) -> Expr | None:
    """‖r'(t)‖ taken for r'(t)."""
    match node:
        case Operator("norm", (Diff(Vector(), _) as velocity,)):
            return velocity
    return None


def products_left_as_vector(node: Expr) -> Expr | None:
    """u · v taken for the vector of the products uᵢvᵢ."""
    match node:
        case Operator("dot", (Vector(u), Vector(v))) if len(u) == len(v) > 1:
            return Vector(tuple(Mul(pair) for pair in zip(u, v, strict=True)))
    return None


def cross_turned(node: Expr) -> Expr | None:
    """u × v taken for v × u."""
    match node:
        case Operator("cross", (Vector((_, _, _)) as u, Vector((_, _, _)) as v)):
            return Operator("cross", (v, u))
    return None


def cross_middle_sign(node: Expr) -> Expr | None:
    """The middle component of u × v with the other sign."""
    match node:
        case Operator("cross", (Vector((a, b, c)), Vector((d, e, f)))):
            return Vector((b * f - c * e, a * f - c * d, a * e - b * d))
    return None


def cross_entry_by_entry(node: Expr) -> Expr | None:
    """u × v taken for the vector of the products uᵢvᵢ."""
    match node:
        case Operator("cross", (Vector((_, _, _) as u), Vector((_, _, _) as v))):
            return Vector(tuple(Mul(pair) for pair in zip(u, v, strict=True)))
    return None


def determinant_with_plus(node: Expr) -> Expr | None:
    """ad − bc taken for ad + bc."""
    match node:
        case Operator("det", (Matrix(((a, b), (c, d))),)):
            return a * d + b * c
    return None


def determinant_turned(node: Expr) -> Expr | None:
    """ad − bc taken for bc − ad."""
    match node:
        case Operator("det", (Matrix(((a, b), (c, d))),)):
            return b * c - a * d
    return None


def determinant_of_the_diagonal(node: Expr) -> Expr | None:
    """det A taken for the product of its diagonal."""
    match node:
        case Operator("det", (Matrix(rows),)) if len(rows) == len(rows[0]) > 1:
            return Mul(tuple(rows[i][i] for i in range(len(rows))))
    return None


def trace_for_determinant(node: Expr) -> Expr | None:
    """det A taken for the sum of its diagonal."""
    match node:
        case Operator("det", (Matrix(rows),)) if len(rows) == len(rows[0]) > 1:
            return Add(tuple(rows[i][i] for i in range(len(rows))))
    return None


def expansion_without_signs(node: Expr) -> Expr | None:
    """Σ (−1)ʲ a₁ⱼ det A₁ⱼ taken with a plus everywhere."""
    match node:
        case Operator("det", (Matrix(rows),)) if 3 <= len(rows) == len(rows[0]) <= 5:
            minors = (Matrix(tuple((*row[:j], *row[j + 1 :]) for row in rows[1:])) for j in range(len(rows)))
            pairs = zip(rows[0], minors, strict=True)
            return Add(tuple(Mul((entry, Operator("det", (minor,)))) for entry, minor in pairs if entry != ZERO))
    return None


NORMS, CROSS, DETERMINANT, CURVES = (
    "vectors-norms", "cross-product-planes", "determinant-inverse", "vector-valued-curves"
)  # fmt: skip
MISCONCEPTIONS = (
    Misconception("length-as-sum", NORMS,
        "You added the sizes of the entries. For the length square each entry, add, and take the root.",
        length_as_sum, "Entries added without squaring", ("norm([3, 4])", "7")),
    Misconception("length-without-root", NORMS,
        "You gave the square of the length. Take the root of the sum of the squares.",
        length_without_root, "The root of the length is missing", ("norm([3, 4])", "25")),
    Misconception("length-differentiated", CURVES,
        "You differentiated the distance from the origin. The speed is the length of the velocity: differentiate each "
        "coordinate, then take the length.",
        length_differentiated, "The length was taken before the derivative",
        ("norm(diff([3t, t^2], t))", "(9t + 2t^3)/sqrt(9t^2 + t^4)")),
    Misconception("velocity-for-speed", CURVES,
        "You gave the velocity, a vector. The speed is its length, a number.",
        velocity_for_speed, "The velocity in the place of the speed", ("norm(diff([3t, t^2], t))", "[3, 2t]")),
    Misconception("dot-product-as-vector", "dot-product-projection",
        "You left the products as a vector. A dot product adds them to a number.",
        products_left_as_vector, "The dot product was not added up", ("dot([1, 2], [3, 4])", "[3, 8]")),
    Misconception("cross-turned", CROSS,
        "You took the cross product in the other order, which turns it to the other side. Keep the order of the two "
        "vectors, and check the side with the right hand.",
        cross_turned, "The cross product points to the other side", ("cross([1, 2, 3], [4, 5, 6])", "[3, -6, 3]")),
    Misconception("cross-middle-sign", CROSS,
        "You lost the sign of the middle entry. It is the third times the first minus the first times the third.",
        cross_middle_sign, "The sign of the middle entry of a cross product",
        ("cross([1, 2, 3], [4, 5, 6])", "[-3, -6, -3]")),
    Misconception("cross-entry-by-entry", CROSS,
        "You multiplied entry by entry. Each entry of a cross product is a difference of two products of the other "
        "entries: the first is $u_2v_3 - u_3v_2$.",
        cross_entry_by_entry, "A cross product entry by entry", ("cross([1, 2, 3], [4, 5, 6])", "[4, 10, 18]")),
    Misconception("determinant-with-plus", DETERMINANT,
        "You added the two products of a 2×2 determinant. The second one is subtracted: $ad - bc$.",
        determinant_with_plus, "A plus in the determinant", ("det([[1, 2], [3, 4]])", "10")),
    Misconception("determinant-turned", DETERMINANT,
        "You subtracted the other way round. A 2×2 determinant is the product of the diagonal minus the other one: "
        "$ad - bc$.",
        determinant_turned, "The determinant has the other sign", ("det([[1, 2], [3, 4]])", "2")),
    Misconception("determinant-of-the-diagonal", DETERMINANT,
        "You multiplied the diagonal alone. The entries off the diagonal count as well: for 2×2 it is $ad - bc$, for "
        "more rows expand along one of them.",
        determinant_of_the_diagonal, "Only the diagonal of the determinant", ("det([[1, 2], [3, 4]])", "4")),
    Misconception("trace-for-determinant", DETERMINANT,
        "You added the diagonal, which is the trace. The determinant is made of products: $ad - bc$ for 2×2, and for "
        "more rows expand along one of them.",
        trace_for_determinant, "The trace in the place of the determinant", ("det([[1, 2], [3, 4]])", "5")),
    Misconception("expansion-without-signs", DETERMINANT,
        "You expanded with a plus everywhere. The signs alternate along the row: plus, minus, plus.",
        expansion_without_signs, "The signs of the expansion are missing",
        ("det([[1, 2, 3], [4, 5, 6], [7, 8, 8]])", "-37")),
)  # fmt: skip

"""Wrong rules for divergence and curl."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Add, Diff, Expr, Mul, Neg, Operator, Sym, Vector
from fluxions.calculus.rules.several.places import symbols_of

Parts = tuple[tuple[Expr, ...], tuple[Sym, ...]]


def field_of(node: Expr, name: str) -> Parts | None:
    """The components and the variables of `div`, `curl` or `potential` of a field, one component for each variable."""
    match node:
        case Operator(kind, (Vector(parts), Vector() as v, *_)) if kind == name:
            names = symbols_of(v)
            return (parts, names) if len(parts) == len(names) > 1 else None
    return None


def divergence_as_vector(node: Expr) -> Expr | None:
    """div F taken for the vector of the ∂Fᵢ/∂xᵢ."""
    found = field_of(node, "div")
    return Vector(tuple(Diff(part, x) for part, x in zip(*found, strict=True))) if found else None


def divergence_of_all_entries(node: Expr) -> Expr | None:
    """div F taken for the sum of all entries of the Jacobian."""
    found = field_of(node, "div")
    return Add(tuple(Diff(part, x) for part in found[0] for x in found[1])) if found else None


def divergence_crossed(node: Expr) -> Expr | None:
    """div F taken with the derivative of each component by the next variable."""
    found = field_of(node, "div")
    if found is None:
        return None
    parts, names = found
    return Add(tuple(Diff(part, x) for part, x in zip(parts, (*names[1:], names[0]), strict=True)))


def divergence_with_minus(node: Expr) -> Expr | None:
    """P_x + Q_y taken for P_x − Q_y, as in the curl."""
    found = field_of(node, "div")
    if found is None or len(found[1]) != 2:
        return None
    (p, q), (x, y) = found
    return Diff(p, x) - Diff(q, y)


def divergence_by_one_variable(node: Expr) -> Expr | None:
    """div F taken with the derivatives of all components by the first variable."""
    found = field_of(node, "div")
    return Add(tuple(Diff(part, found[1][0]) for part in found[0])) if found else None


def divergence_undifferentiated(node: Expr) -> Expr | None:
    """div F taken for the sum of the components."""
    found = field_of(node, "div")
    return Add(found[0]) if found else None


def divergence_alternating(node: Expr) -> Expr | None:
    """In space P_x + Q_y + R_z taken for P_x − Q_y + R_z."""
    found = field_of(node, "div")
    if found is None or len(found[1]) != 3:
        return None
    first, second, third = (Diff(part, x) for part, x in zip(*found, strict=True))
    return first - second + third


def divergence_multiplied(node: Expr) -> Expr | None:
    """div F taken for the product of the ∂Fᵢ/∂xᵢ."""
    found = field_of(node, "div")
    return Mul(tuple(Diff(part, x) for part, x in zip(*found, strict=True))) if found else None


def divergence_of_first_part(node: Expr) -> Expr | None:
    """div F taken for ∂F₁/∂x₁."""
    found = field_of(node, "div")
    return Diff(found[0][0], found[1][0]) if found else None


def divergence_without_last(node: Expr) -> Expr | None:
    """In space div F taken for P_x + Q_y."""
    found = field_of(node, "div")
    if found is None or len(found[1]) != 3:
        return None
    return Add(tuple(Diff(part, x) for part, x in zip(*found, strict=True))[:2])


def curl_for_divergence(node: Expr) -> Expr | None:
    """div F taken for curl F; in space for the sum of its components."""
    found = field_of(node, "div")
    if found is None or len(found[1]) > 3:
        return None
    turns = _turns(Operator("curl", (Vector(found[0]), Vector(found[1]))))
    return Add(tuple(first - second for first, second in turns))


# --- the curl --------------------------------------------------------------------------------------------------------
def _turns(node: Expr) -> tuple[tuple[Expr, Expr], ...]:
    """The pairs of derivatives whose differences make the curl, minuend first."""
    found = field_of(node, "curl")
    if found is None:
        return ()
    if len(found[1]) == 2:
        (p, q), (x, y) = found
        return ((Diff(q, x), Diff(p, y)),)
    if len(found[1]) != 3:
        return ()
    (p, q, r), (x, y, z) = found
    return ((Diff(r, y), Diff(q, z)), (Diff(p, z), Diff(r, x)), (Diff(q, x), Diff(p, y)))


def _curl(parts: tuple[Expr, ...]) -> Expr:
    return parts[0] if len(parts) == 1 else Vector(parts)


def curl_turned(node: Expr) -> Expr | None:
    """Each difference of the curl taken the other way round."""
    turns = _turns(node)
    return _curl(tuple(second - first for first, second in turns)) if turns else None


def curl_with_plus(node: Expr) -> Expr | None:
    """Each difference of the curl taken for a sum."""
    turns = _turns(node)
    return _curl(tuple(first + second for first, second in turns)) if turns else None


def curl_middle_sign(node: Expr) -> Expr | None:
    """The middle component of the curl with the other sign."""
    turns = _turns(node)
    if len(turns) != 3:
        return None
    return Vector(tuple(b - a if i == 1 else a - b for i, (a, b) in enumerate(turns)))


def curl_added_up(node: Expr) -> Expr | None:
    """The curl in space taken for the sum of its components."""
    turns = _turns(node)
    return Add(tuple(first - second for first, second in turns)) if len(turns) == 3 else None


def curl_ends_exchanged(node: Expr) -> Expr | None:
    """The curl in space with its first and last component exchanged."""
    turns = _turns(node)
    return Vector(tuple(first - second for first, second in turns[::-1])) if len(turns) == 3 else None


def divergence_for_curl(node: Expr) -> Expr | None:
    """curl F taken for div F."""
    found = field_of(node, "curl")
    return Add(tuple(Diff(part, x) for part, x in zip(*found, strict=True))) if found else None


def curl_by_own_variables(node: Expr) -> Expr | None:
    """curl F in space taken for (P_x, Q_y, R_z)."""
    found = field_of(node, "curl")
    if found is None or len(found[1]) != 3:
        return None
    return Vector(tuple(Diff(part, x) for part, x in zip(*found, strict=True)))


def curl_first_halves(node: Expr) -> Expr | None:
    """Each difference of the curl taken for its first part."""
    turns = _turns(node)
    return _curl(tuple(first for first, _ in turns)) if turns else None


def curl_second_halves(node: Expr) -> Expr | None:
    """Each difference of the curl taken for its second part, with its minus."""
    turns = _turns(node)
    return _curl(tuple(Neg(second) for _, second in turns)) if turns else None


def plane_curl_listed(node: Expr) -> Expr | None:
    """In the plane Q_x − P_y taken for (Q_x, P_y)."""
    turns = _turns(node)
    return Vector(turns[0]) if len(turns) == 1 else None


DIVERGENCE, CURL = "divergence", "curl"
TWIST = "[x*y, y*z, x*z^2]"
MISCONCEPTIONS = (
    Misconception("divergence-as-vector", DIVERGENCE,
        "You kept the derivatives as a vector. The divergence adds them: it is a number at each point.",
        divergence_as_vector, "The divergence as a vector", ("div([x^2*y, y^3], [x, y])", "[2x*y, 3y^2]")),
    Misconception("divergence-of-all-entries", DIVERGENCE,
        "You differentiated every component by every variable. Each component is differentiated by its own variable "
        "alone.",
        divergence_of_all_entries, "All entries of the Jacobian added",
        ("div([x^2*y, y^3], [x, y])", "2x*y + x^2 + 3y^2")),
    Misconception("divergence-crossed", DIVERGENCE,
        "You differentiated the components by other variables than their own. The first goes with the first variable, "
        "the second with the second.",
        divergence_crossed, "Components by the other variable", ("div([x^2*y, y^3], [x, y])", "x^2")),
    Misconception("divergence-with-minus", DIVERGENCE,
        "You subtracted, as in a curl. The divergence adds the derivatives.",
        divergence_with_minus, "A minus in the divergence", ("div([x^2*y, y^3], [x, y])", "2x*y - 3y^2")),
    Misconception("divergence-by-one-variable", DIVERGENCE,
        "You differentiated every component by the first variable. Each component has its own variable: the second one "
        "goes with the second.",
        divergence_by_one_variable, "Every component by the first variable", ("div([x^2*y, y^3], [x, y])", "2x*y")),
    Misconception("divergence-undifferentiated", DIVERGENCE,
        "You added the components themselves. Differentiate each by its own variable first, then add.",
        divergence_undifferentiated, "The components were added", ("div([x^2*y, y^3], [x, y])", "x^2*y + y^3")),
    Misconception("divergence-alternating", DIVERGENCE,
        "You gave the middle term the minus of a cross product. The divergence adds all three derivatives.",
        divergence_alternating, "The sign of the middle term of the divergence",
        ("div([x^2, y^3, z], [x, y, z])", "2x - 3y^2 + 1")),
    Misconception("divergence-multiplied", DIVERGENCE,
        "You multiplied the derivatives. The divergence adds them.",
        divergence_multiplied, "The derivatives of the components were multiplied",
        ("div([x^2*y, y^3], [x, y])", "6x*y^3")),
    Misconception("divergence-of-first-part", DIVERGENCE,
        "You stopped after the first component. Add the derivative of each of the others by its own variable.",
        divergence_of_first_part, "Only the first component", ("div([x^2*y, y^3 + x], [x, y])", "2x*y")),
    Misconception("divergence-without-last", DIVERGENCE,
        "You left out the last component, as in the plane. In space the divergence has three terms.",
        divergence_without_last, "The last component is missing",
        ("div([x^2, y^3, z], [x, y, z])", "2x + 3y^2")),
    Misconception("curl-for-divergence", DIVERGENCE,
        "You took the curl. The divergence takes each component by its own variable and adds.",
        curl_for_divergence, "The curl in the place of the divergence", ("div([x^2*y, y^3], [x, y])", "-x^2")),
    Misconception("curl-by-own-variables", CURL,
        "You differentiated each component by its own variable. In a curl it is the others that count: the first entry "
        "is $\\partial R/\\partial y - \\partial Q/\\partial z$.",
        curl_by_own_variables, "Components by their own variables",
        (f"curl({TWIST}, [x, y, z])", "[y, z, 2x*z]")),
    Misconception("curl-second-part-missing", CURL,
        "You left out what is subtracted. Each component of the curl is a difference of two derivatives.",
        curl_first_halves, "What is subtracted is missing in the curl", ("curl([x*y, x^2], [x, y])", "2x")),
    Misconception("curl-first-part-missing", CURL,
        "You kept only what is subtracted. Each component of the curl is a difference of two derivatives.",
        curl_second_halves, "The first part of the curl is missing", ("curl([x*y, x^2], [x, y])", "-x")),
    Misconception("plane-curl-listed", CURL,
        "You listed two derivatives. In the plane the curl is one number: their difference.",
        plane_curl_listed, "The curl in the plane as a vector", ("curl([x*y, x^2], [x, y])", "[2x, x]")),
    Misconception("curl-turned", CURL,
        "You subtracted the other way round, which goes round clockwise. In the plane the curl is "
        "$\\partial Q/\\partial x - \\partial P/\\partial y$, and in space the order goes on in a circle.",
        curl_turned, "The curl has the other sign", ("curl([x*y, x^2], [x, y])", "-x")),
    Misconception("curl-with-plus", CURL,
        "You added the two derivatives. In each component of the curl the second is subtracted.",
        curl_with_plus, "A plus in the curl", ("curl([x*y, x^2], [x, y])", "3x")),
    Misconception("curl-middle-sign", CURL,
        "You lost the sign of the middle component. It is $\\partial P/\\partial z - \\partial R/\\partial x$, the "
        "order going on in a circle.",
        curl_middle_sign, "The sign of the middle component of the curl",
        (f"curl({TWIST}, [x, y, z])", "[-y, z^2, -x]")),
    Misconception("curl-added-up", CURL,
        "You added the components of the curl. In space the curl is a vector: keep its three components.",
        curl_added_up, "The curl in space as a number", (f"curl({TWIST}, [x, y, z])", "-y - z^2 - x")),
    Misconception("curl-ends-exchanged", CURL,
        "You exchanged the first and the last component. The component along a variable is made without this variable.",
        curl_ends_exchanged, "Components of the curl exchanged", (f"curl({TWIST}, [x, y, z])", "[-x, -z^2, -y]")),
    Misconception("divergence-for-curl", CURL,
        "You took the divergence. The curl takes each component by another variable than its own and subtracts.",
        divergence_for_curl, "The divergence in the place of the curl", ("curl([x*y, y^2], [x, y])", "3y")),
)  # fmt: skip

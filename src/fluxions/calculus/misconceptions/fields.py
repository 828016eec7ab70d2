"""Wrong rules for divergence, curl, Laplacian and potential."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, ZERO, Add, Diff, Expr, Int, Num, Operator, Pow, Sym, Vector
from fluxions.calculus.rules.optimisation.algebra import written_out
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
    """In the plane Q_x − P_y taken for P_x + Q_y."""
    found = field_of(node, "curl")
    if found is None or len(found[1]) != 2:
        return None
    (p, q), (x, y) = found
    return Diff(p, x) + Diff(q, y)


# --- the Laplacian ---------------------------------------------------------------------------------------------------
def _laplacian(node: Expr) -> tuple[Expr, tuple[Sym, ...]] | None:
    match node:
        case Operator("laplacian", (f, Vector() as v)) if not isinstance(f, Vector) and len(symbols_of(v)) > 1:
            return f, symbols_of(v)
    return None


def laplacian_of_first_order(node: Expr) -> Expr | None:
    """Δf taken for Σ ∂f/∂xᵢ."""
    found = _laplacian(node)
    return Add(tuple(Diff(found[0], x) for x in found[1])) if found else None


def laplacian_as_square(node: Expr) -> Expr | None:
    """Δf taken for Σ (∂f/∂xᵢ)²."""
    found = _laplacian(node)
    return Add(tuple(Pow(Diff(found[0], x), TWO) for x in found[1])) if found else None


def laplacian_as_vector(node: Expr) -> Expr | None:
    """Δf taken for the vector of the ∂²f/∂xᵢ²."""
    found = _laplacian(node)
    return Vector(tuple(Diff(Diff(found[0], x), x) for x in found[1])) if found else None


def laplacian_with_mixed(node: Expr) -> Expr | None:
    """Δf taken for the sum of all entries of the Hessian."""
    found = _laplacian(node)
    return Add(tuple(Diff(Diff(found[0], x), y) for x in found[1] for y in found[1])) if found else None


# --- potentials ------------------------------------------------------------------------------------------------------
def _no_turning(curl: Expr) -> bool:
    return all(written_out(each) == ZERO for each in (curl.entries if isinstance(curl, Vector) else (curl,)))


def potential_parts_added(node: Expr) -> Expr | None:
    """φ taken for the sum of all ∫ Fᵢ dxᵢ: what two of them share counts twice."""
    match node:
        case Operator("conservative", (_, _, curl)) if not curl.stands and _no_turning(curl):
            found = field_of(node, "conservative")
            return Add(tuple(Int(part, x) for part, x in zip(*found, strict=True))) if found else None
    return None


def potential_of_first_part(node: Expr) -> Expr | None:
    """φ taken for ∫ P dx, without what depends on the other variables alone."""
    match node:
        case Operator("gathered", (Vector(parts), _, Num(k), found)) if k == 1 < len(parts):
            return found
    return None


def potential_without_test(node: Expr) -> Expr | None:
    """φ taken for ∫ P dx where the curl is not 0 and there is none."""
    match node:
        case Operator("conservative", (_, _, curl)) if not curl.stands and not _no_turning(curl):
            found = field_of(node, "conservative")
            return Int(found[0][0], found[1][0]) if found else None
    return None


DIVERGENCE, CURL, LAPLACIAN, POTENTIAL = "divergence", "curl", "laplacian", "conservative-potential"
TWIST, BEND, BASE = "[x*y, y*z, x*z^2]", "x^2*y + y^3", "[2x*y, x^2 + 1]"
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
        "You took the divergence. The curl takes each component by the other variable and subtracts.",
        divergence_for_curl, "The divergence in the place of the curl", ("curl([x*y, y^2], [x, y])", "3y")),
    Misconception("laplacian-of-first-order", LAPLACIAN,
        "You added first derivatives. The Laplacian adds the second derivatives by each variable.",
        laplacian_of_first_order, "First derivatives in the Laplacian",
        (f"laplacian({BEND}, [x, y])", "2x*y + x^2 + 3y^2")),
    Misconception("laplacian-as-square", LAPLACIAN,
        "You squared the gradient. The Laplacian differentiates a second time: it is the divergence of the gradient.",
        laplacian_as_square, "The gradient squared", (f"laplacian({BEND}, [x, y])", "4x^2*y^2 + (x^2 + 3y^2)^2")),
    Misconception("laplacian-as-vector", LAPLACIAN,
        "You kept the second derivatives as a vector. The Laplacian adds them.",
        laplacian_as_vector, "The Laplacian as a vector", (f"laplacian({BEND}, [x, y])", "[2y, 6y]")),
    Misconception("laplacian-with-mixed", LAPLACIAN,
        "You added the mixed derivatives as well. The Laplacian takes each variable twice and no two different ones.",
        laplacian_with_mixed, "Mixed derivatives in the Laplacian", (f"laplacian({BEND}, [x, y])", "8y + 4x")),
    Misconception("potential-parts-added", POTENTIAL,
        "You added the antiderivatives of all components. What they share counts once: compare with the next component "
        "and add what is missing.",
        potential_parts_added, "Shared terms counted twice", (f"potential({BASE}, [x, y])", "2x^2*y + y")),
    Misconception("potential-of-first-part", POTENTIAL,
        "You integrated the first component and stopped. The constant of this integration may depend on the other "
        "variables: find it from the next component.",
        potential_of_first_part, "The function of the other variable is missing",
        (f"potential({BASE}, [x, y])", "x^2*y")),
    Misconception("potential-without-test", POTENTIAL,
        "You integrated a field that has no potential. Test first whether its curl is zero everywhere.",
        potential_without_test, "The curl was not tested", ("potential([y, -x], [x, y])", "x*y")),
)  # fmt: skip

"""Wrong rules for the Laplacian and for potentials."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, ZERO, Add, Diff, Expr, Int, Mul, Neg, Num, Operator, Pow, Sym, Vector
from fluxions.calculus.misconceptions.fields import Parts, field_of
from fluxions.calculus.rules.optimisation.algebra import written_out
from fluxions.calculus.rules.several.places import symbols_of


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


def laplacian_by_first_variable(node: Expr) -> Expr | None:
    """Δf taken for f_xx."""
    found = _laplacian(node)
    return Diff(Diff(found[0], found[1][0]), found[1][0]) if found else None


def laplacian_by_last_variable(node: Expr) -> Expr | None:
    """Δf taken for the second derivative by the last variable."""
    found = _laplacian(node)
    return Diff(Diff(found[0], found[1][-1]), found[1][-1]) if found else None


def laplacian_with_minus(node: Expr) -> Expr | None:
    """In the plane f_xx + f_yy taken for f_xx − f_yy."""
    found = _laplacian(node)
    if found is None or len(found[1]) != 2:
        return None
    f, (x, y) = found
    return Diff(Diff(f, x), x) - Diff(Diff(f, y), y)


def laplacian_as_mixed(node: Expr) -> Expr | None:
    """In the plane Δf taken for f_xy."""
    found = _laplacian(node)
    return Diff(Diff(found[0], found[1][0]), found[1][1]) if found and len(found[1]) == 2 else None


def laplacian_as_product(node: Expr) -> Expr | None:
    """Δf taken for the product of the ∂²f/∂xᵢ²."""
    found = _laplacian(node)
    return Mul(tuple(Diff(Diff(found[0], x), x) for x in found[1])) if found else None


def laplacian_as_gradient(node: Expr) -> Expr | None:
    """Δf taken for ∇f."""
    found = _laplacian(node)
    return Vector(tuple(Diff(found[0], x) for x in found[1])) if found else None


def laplacian_as_determinant(node: Expr) -> Expr | None:
    """In the plane Δf taken for f_xx f_yy − f_xy²."""
    found = _laplacian(node)
    if found is None or len(found[1]) != 2:
        return None
    f, (x, y) = found
    return Mul((Diff(Diff(f, x), x), Diff(Diff(f, y), y))) - Pow(Diff(Diff(f, x), y), TWO)


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


def _matched(node: Expr) -> Parts | None:
    """The components and variables of a field that passed the curl test."""
    match node:
        case Operator("conservative", (_, _, curl)) if not curl.stands and _no_turning(curl):
            return field_of(node, "conservative")
    return None


def potential_differentiated(node: Expr) -> Expr | None:
    """φ taken for div F: differentiated, not integrated."""
    found = _matched(node)
    return Add(tuple(Diff(part, x) for part, x in zip(*found, strict=True))) if found else None


def potential_as_components_added(node: Expr) -> Expr | None:
    """φ taken for the sum of the components."""
    found = _matched(node)
    return Add(found[0]) if found else None


def potential_by_the_other_variable(node: Expr) -> Expr | None:
    """In the plane φ taken for ∫ P dy + ∫ Q dx."""
    found = _matched(node)
    if found is None or len(found[1]) != 2:
        return None
    (p, q), (x, y) = found
    return Add((Int(p, y), Int(q, x)))


def potential_turned(node: Expr) -> Expr | None:
    """φ with −∇φ = F: the potential of physics."""
    found = _matched(node)
    return Neg(Operator("potential", (Vector(found[0]), Vector(found[1])))) if found else None


def potential_rest_not_integrated(node: Expr) -> Expr | None:
    """What the next component has beyond the derivative of what is found is added as it is."""
    match node:
        case Operator("gathered", (Vector(parts) as field, v, Num(k), found, missing)) if not missing.stands:
            if 0 < k < len(parts) and missing != ZERO:
                return Operator("gathered", (field, v, Num(len(parts)), Add((found, missing))))
    return None


def potential_rest_subtracted(node: Expr) -> Expr | None:
    """What is missing is integrated and subtracted."""
    match node:
        case Operator("gathered", (Vector(parts) as field, Vector() as v, Num(k), found, missing)):
            if not missing.stands and 0 < k < len(parts) and missing != ZERO:
                x = symbols_of(v)[int(k)]
                return Operator("gathered", (field, v, Num(len(parts)), Add((found, Neg(Int(missing, x))))))
    return None


LAPLACIAN, POTENTIAL = "laplacian", "conservative-potential"
BEND, BASE = "x^2*y + y^3", "[2x*y, x^2 + 1]"
MISCONCEPTIONS = (
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
    Misconception("laplacian-by-first-variable", LAPLACIAN,
        "You took the first variable alone. Add the second derivatives by all the others.",
        laplacian_by_first_variable, "Only the first variable in the Laplacian", (f"laplacian({BEND}, [x, y])", "2y")),
    Misconception("laplacian-by-last-variable", LAPLACIAN,
        "You took the last variable alone. Add the second derivatives by all the others.",
        laplacian_by_last_variable, "Only the last variable in the Laplacian", (f"laplacian({BEND}, [x, y])", "6y")),
    Misconception("laplacian-with-minus", LAPLACIAN,
        "You subtracted the second derivatives. The Laplacian adds them.",
        laplacian_with_minus, "A minus in the Laplacian", (f"laplacian({BEND}, [x, y])", "-4y")),
    Misconception("laplacian-as-mixed", LAPLACIAN,
        "You took the mixed derivative. The Laplacian takes each variable twice and adds.",
        laplacian_as_mixed, "The mixed derivative for the Laplacian", (f"laplacian({BEND}, [x, y])", "2x")),
    Misconception("laplacian-as-product", LAPLACIAN,
        "You multiplied the second derivatives. The Laplacian adds them.",
        laplacian_as_product, "The second derivatives were multiplied", (f"laplacian({BEND}, [x, y])", "12y^2")),
    Misconception("laplacian-as-gradient", LAPLACIAN,
        "You gave the gradient. The Laplacian differentiates each of its entries once more, and adds.",
        laplacian_as_gradient, "The gradient for the Laplacian",
        (f"laplacian({BEND}, [x, y])", "[2x*y, x^2 + 3y^2]")),
    Misconception("laplacian-as-determinant", LAPLACIAN,
        "You took the determinant of the Hessian. The Laplacian is its trace: the sum of the second derivatives.",
        laplacian_as_determinant, "The determinant for the Laplacian",
        (f"laplacian({BEND}, [x, y])", "12y^2 - 4x^2")),
    Misconception("potential-differentiated", POTENTIAL,
        "You differentiated the components. A potential has them as its derivatives: integrate.",
        potential_differentiated, "Differentiated to find a potential", (f"potential({BASE}, [x, y])", "2y")),
    Misconception("potential-as-components-added", POTENTIAL,
        "You added the components. A potential has them as its derivatives: integrate each by its own variable.",
        potential_as_components_added, "The components in the place of a potential",
        (f"potential({BASE}, [x, y])", "2x*y + x^2 + 1")),
    Misconception("potential-by-the-other-variable", POTENTIAL,
        "You integrated each component by the variable of the other. The first component is the derivative by the "
        "first variable: integrate it by that one.",
        potential_by_the_other_variable, "Integrated by the other variable",
        (f"potential({BASE}, [x, y])", "x*y^2 + x^3/3 + x")),
    Misconception("potential-turned", POTENTIAL,
        "You gave the potential the other sign, as in physics, where the force is minus the gradient. Here the field "
        "is the gradient itself.",
        potential_turned, "The sign of the potential", (f"potential({BASE}, [x, y])", "-x^2*y - y")),
    Misconception("potential-rest-not-integrated", POTENTIAL,
        "You added what was missing as it stands. It is a derivative by the next variable: integrate it before you "
        "add.",
        potential_rest_not_integrated, "What was missing was not integrated",
        ("potential([2x*y, x^2 + 4y], [x, y])", "x^2*y + 4y")),
    Misconception("potential-rest-subtracted", POTENTIAL,
        "You subtracted what was missing. It is added, so that the derivative by the next variable fits.",
        potential_rest_subtracted, "What was missing was subtracted",
        ("potential([2x*y, x^2 + 4y], [x, y])", "x^2*y - 2y^2")),
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

"""Wrong rules for partial derivatives: what is held still, and what is differentiated a second time."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, Add, Diff, Div, Expr, Mul, Neg, Pow, Root, Sym
from fluxions.calculus.trees import free_of, symbols

BESIDE = (frozenset("xyz"), frozenset("uv"), frozenset("st"))  # letters that stand for variables of one function


def neighbours(f: Expr, x: Sym) -> tuple[Sym, ...]:
    """The variables of f that are written in a row with x: y and z beside x, but no parameter."""
    row = next((each for each in BESIDE if x.name in each), frozenset[str]())
    return tuple(map(Sym, sorted((symbols(f) & row) - {x.name})))


def every_variable_moves(node: Expr) -> Expr | None:
    """∂f/∂x taken for ∂f/∂x + ∂f/∂y, as if dy/dx were 1."""
    match node:
        case Diff(f, x) if not free_of(f, x) and not f.stands and (others := neighbours(f, x)):
            return Add((Diff(f, x), *(Diff(f, each) for each in others)))
    return None


def each_variable_in_turn(node: Expr) -> Expr | None:
    """∂/∂x (x²y³) taken for 2x · 3y²: each factor is differentiated by its own variable."""
    match node:
        case Diff(f, x) if not free_of(f, x) and not f.stands:
            terms = f.terms if isinstance(f, Add) else (f,)
            if not any(_holds_both(each, x) for each in terms):
                return None
            made = tuple(_by_all(each, x) for each in terms)
            return made[0] if len(made) == 1 else Add(made)
    return None


def _holds_both(term: Expr, x: Sym) -> bool:
    """Is it a product of factors of one variable each, x and another?"""
    product = term.arg if isinstance(term, Neg) else term
    if not isinstance(product, Mul) or free_of(product, x) or not neighbours(product, x):
        return False
    return all(len(neighbours(each, x)) + (not free_of(each, x)) < 2 for each in product.factors)


def _by_all(term: Expr, x: Sym) -> Expr:
    """The term differentiated once by each of its variables."""
    for each in ((x,) if not free_of(term, x) else ()) + neighbours(term, x):
        term = Neg(Diff(term.arg, each)) if isinstance(term, Neg) else Diff(term, each)
    return term


def other_factor_dropped(node: Expr) -> Expr | None:
    """∂/∂x (x²y³) taken for 2x: the factor of the other variable is left out."""
    match node:
        case Diff(Mul(factors) as f, x) if not free_of(f, x) and not f.stands:
            kept = tuple(each for each in factors if not free_of(each, x) or not neighbours(f, x) or not symbols(each))
            if len(kept) < len(factors):
                return Diff(kept[0] if len(kept) == 1 else Mul(kept), x)
    return None


def by_the_other_variable(node: Expr) -> Expr | None:
    """∂f/∂x taken for ∂f/∂y, where f has one variable beside x."""
    match node:
        case Diff(f, x) if not free_of(f, x) and not f.stands:
            others = neighbours(f, x)
            return Diff(f, others[0]) if len(others) == 1 else None
    return None


def still_term_differentiated(node: Expr) -> Expr | None:
    """∂/∂x (u + h(y)) taken for ∂u/∂x + h'(y)."""
    match node:
        case Diff(Add(terms) as f, x) if not free_of(f, x) and not f.stands:
            still = [free_of(each, x) and len(neighbours(each, x)) == 1 for each in terms]
            if any(still):
                pairs = zip(terms, still, strict=True)
                return Add(tuple(Diff(each, neighbours(each, x)[0]) if s else Diff(each, x) for each, s in pairs))
    return None


def second_variable_left_out(node: Expr) -> Expr | None:
    """∂²f/∂x∂y taken for ∂f/∂x."""
    match node:
        case Diff(Diff(f, x), y) if x != y:
            return Diff(f, x)
    return None


def first_variable_left_out(node: Expr) -> Expr | None:
    """∂²f/∂x∂y taken for ∂f/∂y."""
    match node:
        case Diff(Diff(f, x), y) if x != y:
            return Diff(f, y)
    return None


def mixed_as_product(node: Expr) -> Expr | None:
    """∂²f/∂x∂y taken for ∂f/∂x · ∂f/∂y."""
    match node:
        case Diff(Diff(f, x), y) if x != y:
            return Mul((Diff(f, x), Diff(f, y)))
    return None


def same_variable_twice(node: Expr) -> Expr | None:
    """∂²f/∂x∂y taken for ∂²f/∂x²."""
    match node:
        case Diff(Diff(f, x), y) if x != y:
            return Diff(Diff(f, x), x)
    return None


def first_derivatives_added(node: Expr) -> Expr | None:
    """∂²f/∂x∂y taken for ∂f/∂x + ∂f/∂y."""
    match node:
        case Diff(Diff(f, x), y) if x != y:
            return Add((Diff(f, x), Diff(f, y)))
    return None


def length_as_half_square(node: Expr) -> Expr | None:
    """∂/∂x √(x² + y²) taken for x: the derivative of half the square."""
    match node:
        case Diff(Root(Add(terms) as u, n), x) if n == TWO and not free_of(u, x) and neighbours(u, x):
            if all(isinstance(each, Pow) and each.exponent == TWO for each in terms):
                return Div(Diff(u, x), TWO)
    return None


PARTIAL, MIXED = "partial-derivatives", "mixed-partials"
MISCONCEPTIONS = (
    Misconception("every-variable-moves", PARTIAL,
        "You differentiated by the other variable as well and added. In a partial derivative the other variables stand "
        "still: treat them as numbers.",
        every_variable_moves, "The other variable was moved too", ("diff(x^2*y^3, x)", "2x*y^3 + 3x^2*y^2")),
    Misconception("each-variable-in-turn", PARTIAL,
        "You differentiated both variables at once. Only the one that is asked for moves: the other factor stays as it "
        "is.",
        each_variable_in_turn, "Both variables were differentiated at once", ("diff(x^2*y^3, x)", "6x*y^2")),
    Misconception("mixed-as-product", MIXED,
        "You multiplied the two first derivatives. For the mixed one differentiate the first result once more, by the "
        "other variable.",
        mixed_as_product, "First derivatives multiplied", ("diff(diff(x^2*y, x), y)", "2x^3*y")),
    Misconception("same-variable-twice", MIXED,
        "You differentiated twice by the same variable. The second time it is the other variable's turn.",
        same_variable_twice, "Twice by the same variable", ("diff(diff(x^3*y^2, x), y)", "6x*y^2")),
    Misconception("first-derivatives-added", MIXED,
        "You added the two first derivatives. The mixed derivative is one derivative of the other: take them one after "
        "the other.",
        first_derivatives_added, "First derivatives added", ("diff(diff(x^2*y, x), y)", "2x*y + x^2")),
    Misconception("other-factor-dropped", PARTIAL,
        "You left out the factor with the other variable. It stands still, like a number, and stays as a factor.",
        other_factor_dropped, "The factor of the other variable is missing", ("diff(x^2*y^3, x)", "2x")),
    Misconception("by-the-other-variable", PARTIAL,
        "You differentiated by the other variable. The one below the $\\partial$ moves, all others stand still.",
        by_the_other_variable, "Differentiated by the other variable", ("diff(x^2*y^3, x)", "3x^2*y^2")),
    Misconception("still-term-differentiated", PARTIAL,
        "You differentiated a term that holds the other variable alone. It stands still here, so its derivative is 0.",
        still_term_differentiated, "A term of the other variable was differentiated",
        ("diff(x^2*y + 9y, x)", "2x*y + 9")),
    Misconception("second-variable-left-out", MIXED,
        "You stopped after the first variable. Differentiate the result once more, by the other one.",
        second_variable_left_out, "The second variable is missing", ("diff(diff(x^3*y^2, x), y)", "3x^2*y^2")),
    Misconception("first-variable-left-out", MIXED,
        "You differentiated by the second variable alone. A mixed derivative takes one variable after the other.",
        first_variable_left_out, "The first variable is missing", ("diff(diff(x^3*y^2, x), y)", "2x^3*y")),
    Misconception("length-as-half-square", "gradient-vector",
        "You differentiated half the square of the length. The length has a root, so divide by the length as well.",
        length_as_half_square, "The gradient of a length taken for the point itself",
        ("grad(sqrt(x^2 + y^2), [x, y])", "[x, y/sqrt(x^2 + y^2)]")),
)  # fmt: skip

"""Wrong rules for the chain rule over a graph of dependence, and for slopes of curves."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.expr import Add, Diff, Div, Expr, Mul, Neg, Num, Operator, Sym, Vector
from fluxions.calculus.rules.several.chains import along_one_path, links_of, over_all_paths
from fluxions.calculus.trees import symbols


def _ways(node: Expr) -> tuple[Expr, ...]:
    """The products along the paths of a goal `chain(f, [x = …], t)` that has more than one."""
    match node:
        case Operator("chain", (_, _, Sym())):
            result = found(over_all_paths(node))
            if result is not None and isinstance(result.result, Add):
                return result.result.terms
    return ()


def _direct(way: Expr) -> bool:
    """Is it the path from f straight to the variable?"""
    return isinstance(way, Operator) and len(way.args[2].children) == 1


def first_path_only(node: Expr) -> Expr | None:
    """The sum over all paths taken for the first of them."""
    ways = _ways(node)
    return ways[0] if ways and not any(map(_direct, ways)) else None


def last_path_only(node: Expr) -> Expr | None:
    """The sum over all paths taken for the last of them."""
    ways = _ways(node)
    return ways[-1] if ways and not any(map(_direct, ways)) else None


def direct_part_left_out(node: Expr) -> Expr | None:
    """df/dt = ∂f/∂t + f_x x' + … taken without ∂f/∂t."""
    ways = tuple(each for each in _ways(node) if not _direct(each))
    if not ways or len(ways) == len(_ways(node)):
        return None
    return ways[0] if len(ways) == 1 else Add(ways)


def direct_part_only(node: Expr) -> Expr | None:
    """df/dt = ∂f/∂t + f_x x' + … taken for ∂f/∂t."""
    return next((each for each in _ways(node) if _direct(each)), None)


def paths_multiplied(node: Expr) -> Expr | None:
    """The sum over all paths taken for their product."""
    ways = _ways(node)
    return Mul(ways) if ways else None


def steps_of_a_path_added(node: Expr) -> Expr | None:
    """The products along the paths taken for sums."""
    terms = [_edges(each) for each in _ways(node)]
    flat = tuple(each for term in terms for each in term)
    return Add(flat) if any(len(term) > 1 for term in terms) else None


def last_step_left_out(node: Expr) -> Expr | None:
    """f_x x' + f_y y' taken for f_x + f_y: each path without its last derivative."""
    terms = [_edges(each) for each in _ways(node)]
    if not any(len(term) > 1 for term in terms):
        return None
    return Add(tuple(_product(term[:-1] or term) for term in terms))


def _edges(way: Expr) -> tuple[Expr, ...]:
    """The derivatives along a path."""
    result = found(along_one_path(way))
    if result is None:
        return ()
    return result.result.factors if isinstance(result.result, Mul) else (result.result,)


def _product(parts: tuple[Expr, ...]) -> Expr:
    return parts[0] if len(parts) == 1 else Mul(parts)


def slopes_at_the_parameter(node: Expr) -> Expr | None:
    """f_x(x(t), y(t)) taken for f_x(t, t)."""
    match node:
        case Operator("chain", (f, between, Sym() as t)) if (links := links_of(between)) and t.name not in symbols(f):
            names = tuple(Sym(name) for name in links if name in symbols(f))
            if not names or any(symbols(links[x.name]) - {t.name} for x in names):
                return None
            place = Vector((t,) * len(names))
            terms = tuple(
                Mul((Operator("at", (Diff(f, x), Vector(names), place)), Diff(links[x.name], t))) for x in names
            )
            return terms[0] if len(terms) == 1 else Add(terms)
    return None


def paths_subtracted(node: Expr) -> Expr | None:
    """The sum over two paths taken for their difference."""
    ways = _ways(node)
    return Add((ways[0], Neg(ways[1]))) if len(ways) == 2 else None


def _rates(node: Expr) -> tuple[Expr, ...]:
    """The derivatives of the variables between f and t, where all depend on t alone."""
    match node:
        case Operator("chain", (f, between, Sym() as t)) if links := links_of(between):
            names = tuple(name for name in links if name in symbols(f))
            if len(names) > 1 and not any(symbols(links[name]) - {t.name} for name in names):
                return tuple(Diff(links[name], t) for name in names)
    return ()


def rates_multiplied(node: Expr) -> Expr | None:
    """df/dt taken for x' y'."""
    rates = _rates(node)
    return Mul(rates) if rates else None


def rates_added(node: Expr) -> Expr | None:
    """df/dt taken for x' + y'."""
    rates = _rates(node)
    return Add(rates) if rates else None


def rates_put_in(node: Expr) -> Expr | None:
    """df/dt taken for f(x', y')."""
    match node:
        case Operator("chain", (f, between, Sym() as t)) if (links := links_of(between)) and _rates(node):
            names = tuple(Sym(name) for name in links if name in symbols(f))
            return Operator("at", (f, Vector(names), Vector(tuple(Diff(links[x.name], t) for x in names))))
    return None


def curve_slopes_added(node: Expr) -> Expr | None:
    """dy/dx taken for y' + x'."""
    match node:
        case Operator("parametric", (Vector((x, y)), Sym() as t)):
            return Add((Diff(y, t), Diff(x, t)))
    return None


def curve_slope_upside_down(node: Expr) -> Expr | None:
    """dy/dx taken for x'/y'."""
    match node:
        case Operator("parametric", (Vector((x, y)), Sym() as t)):
            return Div(Diff(x, t), Diff(y, t))
    return None


def curve_slopes_multiplied(node: Expr) -> Expr | None:
    """dy/dx taken for x' y'."""
    match node:
        case Operator("parametric", (Vector((x, y)), Sym() as t)):
            return Mul((Diff(y, t), Diff(x, t)))
    return None


def bend_not_divided_again(node: Expr) -> Expr | None:
    """d²y/dx² taken for d/dt (dy/dx), without dividing by x' once more."""
    match node:
        case Operator("parametric", (curve, Sym() as t, Num(n))) if n == 2:
            return Diff(Operator("parametric", (curve, t)), t)
    return None


def bend_of_the_coordinates(node: Expr) -> Expr | None:
    """d²y/dx² taken for y''/x''."""
    match node:
        case Operator("parametric", (Vector((x, y)), Sym() as t, Num(n))) if n == 2:
            return Div(Diff(Diff(y, t), t), Diff(Diff(x, t), t))
    return None


PATHS, TREE, CURVES = "chain-rule-paths", "chain-rule-tree", "vector-valued-curves"
CHAIN = "chain(x^2*y, [x = t^2, y = sin(t)], t)"
MISCONCEPTIONS = (
    Misconception("first-path-only", TREE,
        "You followed one path from the function to the variable. There are more: add the product along each of them.",
        first_path_only, "A later path is missing", (CHAIN, "4t^3*sin(t)")),
    Misconception("paths-subtracted", TREE,
        "You subtracted the second path. The contributions of all paths are added.",
        paths_subtracted, "Paths subtracted, not added", (CHAIN, "4t^3*sin(t) - t^4*cos(t)")),
    Misconception("rates-multiplied", TREE,
        "You multiplied the rates of the variables. Each goes with the partial derivative by its own variable, and the "
        "products are added.",
        rates_multiplied, "The rates were multiplied", (CHAIN, "2t*cos(t)")),
    Misconception("rates-added", TREE,
        "You added the rates of the variables and left out the partial derivatives. Each rate is multiplied by the "
        "partial derivative by its own variable.",
        rates_added, "The partial derivatives are missing", (CHAIN, "2t + cos(t)")),
    Misconception("rates-put-in", TREE,
        "You put the rates into the function. The variables keep their values there: take the partial derivatives, and "
        "multiply each by its rate.",
        rates_put_in, "The rates were put into the function", (CHAIN, "4t^2*cos(t)")),
    Misconception("curve-rates-added", CURVES,
        "You added the rates of the two coordinates. The slope is their quotient: $y'/x'$.",
        curve_slopes_added, "The rates of a curve added", ("parametric([t^2, t^3], t)", "3t^2 + 2t")),
    Misconception("last-path-only", TREE,
        "You followed the last path from the function to the variable. There are more: add the product along each of "
        "them.",
        last_path_only, "An earlier path is missing", (CHAIN, "t^4*cos(t)")),
    Misconception("direct-part-left-out", TREE,
        "You left out the part in which the variable stands itself. Add the partial derivative by it, with the others "
        "held still.",
        direct_part_left_out, "The direct part is missing", ("chain(x*t + y, [x = t^2, y = t^3], t)", "5t^2")),
    Misconception("direct-part-only", TREE,
        "You took the partial derivative where the total one is asked. The other variables move as well: add their "
        "paths.",
        direct_part_only, "Partial for total derivative", ("chain(x*t + y, [x = t^2, y = t^3], t)", "t^2")),
    Misconception("paths-multiplied", TREE,
        "You multiplied the paths with one another. Multiply along a path, and add over the paths.",
        paths_multiplied, "Paths multiplied, not added", (CHAIN, "4t^7*sin(t)*cos(t)")),
    Misconception("steps-of-a-path-added", PATHS,
        "You added the derivatives along a path. Along a path they are multiplied; only the paths are added.",
        steps_of_a_path_added, "Derivatives along a path added", (CHAIN, "2t^2*sin(t) + 2t + t^4 + cos(t)")),
    Misconception("last-step-left-out", PATHS,
        "You left out how fast the inner variables move. Multiply each partial derivative by the derivative of its "
        "variable.",
        last_step_left_out, "The inner rates are missing", (CHAIN, "2t^2*sin(t) + t^4")),
    Misconception("slopes-at-the-parameter", PATHS,
        "You put the parameter itself into the partial derivatives. Put in where the curve is: the formulas of the "
        "inner variables.",
        slopes_at_the_parameter, "The partial derivatives are taken at the parameter", (CHAIN, "4t^3 + t^2*cos(t)")),
    Misconception("curve-slope-upside-down", CURVES,
        "You divided the other way round. The slope is the rate of the height over the rate of the horizontal "
        "coordinate.",
        curve_slope_upside_down, "The slope of the curve is upside down", ("parametric([t^2, t^3], t)", "2/(3t)")),
    Misconception("curve-rates-multiplied", CURVES,
        "You multiplied the two rates. The slope compares them: divide the rate of the height by the other.",
        curve_slopes_multiplied, "The rates of a curve multiplied", ("parametric([t^2, t^3], t)", "6t^3")),
    Misconception("bend-not-divided-again", CURVES,
        "You differentiated the slope by the parameter and stopped there. Divide by the rate of the horizontal "
        "coordinate once more.",
        bend_not_divided_again, "The second division is missing", ("parametric([t^2, t^3], t, 2)", "3/2")),
    Misconception("bend-of-the-coordinates", CURVES,
        "You divided the second derivatives of the coordinates. Differentiate the slope, then divide by the rate of "
        "the horizontal coordinate.",
        bend_of_the_coordinates, "Second derivatives of the coordinates divided",
        ("parametric([t^2, t^3], t, 2)", "3t")),
)  # fmt: skip

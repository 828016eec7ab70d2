"""The chain rule over a graph of dependence: one product for every path from the function to the variable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import Add, Diff, Div, Expr, Mul, Num, Operator, Rel, Set, Sym, Vector
from fluxions.calculus.trees import substituted, symbols

MOST_PATHS = 16
Links = Mapping[str, Expr]  # name of an intermediate variable -> what it is made of


def links_of(v: Expr) -> Links | None:
    """The equations [x = …, y = …] as a table; None where a left side is no symbol or a name comes twice."""
    if not isinstance(v, Vector):
        return None
    found: dict[str, Expr] = {}
    for each in v.entries:
        match each:
            case Rel("=", Sym(name), value) if name not in found:
                found[name] = value
            case _:
                return None
    return found


def paths(f: Expr, links: Links, t: Sym) -> Iterator[tuple[str, ...]]:
    """All ways from f down to t through the intermediate variables, in the order of the equations."""
    for name in (*links, t.name):
        if name not in symbols(f):
            continue
        if name == t.name:
            yield (name,)
        elif name in links:
            inner = {each: value for each, value in links.items() if each != name}  # no path turns back
            yield from ((name, *rest) for rest in paths(links[name], inner, t))


def filled(f: Expr, links: Links) -> Expr | None:
    """f with every intermediate variable written out; None where they go round in a circle."""
    for _ in range(len(links) + 1):
        if not symbols(f) & set(links):
            return f
        f = substituted(f, links)
    return None


def graph(f: Expr, links: Links, t: Sym) -> Expr:
    """The edges of the graph of dependence, from above to below; the function itself is called f."""
    edges: dict[Expr, None] = {}
    for path in paths(f, links, t):
        for above, below in zip(("f", *path), path, strict=False):
            edges[Vector((Sym(above), Sym(below)))] = None
    return Set(tuple(edges))


def for_each_variable(node: Expr) -> Expr | Found | None:
    """By several variables, one derivative each."""
    match node:
        case Operator("chain", (f, between, Vector(names))) if names and all(isinstance(x, Sym) for x in names):
            return Found(Vector(tuple(Operator("chain", (f, between, x)) for x in names)), (("x", Vector(names)),))
    return None


def over_all_paths(node: Expr) -> Expr | Found | None:
    """df/dt is the sum over all paths from f to t of the product of the derivatives along the path."""
    match node:
        case Operator("chain", (f, between, Sym() as t)) if (links := links_of(between)) and t.name not in links:
            ways = list(paths(f, links, t))
            if not 1 <= len(ways) <= MOST_PATHS or filled(f, links) is None:
                return None
            terms = tuple(Operator("path", (f, between, Vector(tuple(map(Sym, way))))) for way in ways)
            count = (("n", Num(len(terms))), ("graph", graph(f, links, t)), ("t", t))
            return Found(terms[0] if len(terms) == 1 else Add(terms), count)
    return None


def along_one_path(node: Expr) -> Expr | Found | None:
    """The product of the derivatives along one path, each of them written in the last variables."""
    match node:
        case Operator("path", (f, between, Vector(way))) if links := links_of(between):
            edges: list[Expr] = []
            above = f
            for below in way:
                if not isinstance(below, Sym):
                    return None
                edges.append(_written_out(Diff(above, below), above, links))
                above = links.get(below.name, below)
            return Found(
                edges[0] if len(edges) == 1 else Mul(tuple(edges)), (("path", Operator("route", (Sym("f"), *way))),)
            )
    return None


def _written_out(slope: Expr, f: Expr, links: Links) -> Expr:
    """The slope at the place where every intermediate variable has its own formula."""
    names = [name for name in links if name in symbols(f)]
    if not names:
        return slope
    places = [filled(links[name], links) or links[name] for name in names]
    return Operator("at", (slope, Vector(tuple(map(Sym, names))), Vector(tuple(places))))


def slope_of_curve(node: Expr) -> Expr | Found | None:
    """dy/dx = (dy/dt)/(dx/dt) on the curve (x(t), y(t)): the task `parametric([x, y], t)`."""
    match node:
        case Operator("parametric", (Vector((x, y)), Sym() as t)):
            return Found(Div(Diff(y, t), Diff(x, t)), (("t", t),))
    return None


def bend_of_curve(node: Expr) -> Expr | Found | None:
    """d²y/dx² = (d/dt (dy/dx))/(dx/dt)."""
    match node:
        case Operator("parametric", (Vector((x, _)) as curve, Sym() as t, Num(n))) if n == 2:
            return Found(Div(Diff(Operator("parametric", (curve, t)), t), Diff(x, t)), (("t", t),))
    return None


TREE, CURVES = "chain-rule-tree", "vector-valued-curves"
RULES = (
    Rule("for-each-variable", TREE, "Take each variable of ${x}$ in turn.", for_each_variable,
         "one derivative for each variable"),
    Rule("over-all-paths", TREE, "The graph of dependence has ${n}$ ways from the function down to ${t}$: multiply "
         "along each of them and add.", over_all_paths, "the chain rule over all paths"),
    Rule("along-one-path", TREE, "Along the path ${path}$: multiply the derivatives of its edges.", along_one_path,
         "one path of the chain rule"),
    Rule("slope-of-curve", CURVES, "The slope of the curve is the rate of its height over the rate of its horizontal "
         "coordinate.", slope_of_curve, "the slope of a parametric curve"),
    Rule("bend-of-curve", CURVES, "Differentiate the slope by ${t}$ and divide by the rate of the horizontal "
         "coordinate once more.", bend_of_curve, "the second derivative of a parametric curve"),
)  # fmt: skip

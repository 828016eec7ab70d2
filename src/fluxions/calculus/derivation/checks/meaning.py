"""What operators of several variables mean, as plain trees of partial derivatives; vectors are compared by entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks.same import BITS, POINTS, same
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import (
    ONE,
    TWO,
    ZERO,
    Add,
    At,
    Diff,
    Div,
    Expr,
    Matrix,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Rel,
    Root,
    Set,
    Sym,
    Vector,
)  # fmt: skip
from fluxions.calculus.trees import substituted

Meaning = Callable[..., Expr]


def plain(e: Expr) -> Expr:
    """The tree with every operator of several variables written out, the innermost first."""
    match e:
        case Operator("chain", (f, Vector() as links, t)) if _are_links(links) and (_is_symbol(t) or _are_symbols(t)):
            return plain(_derived(_unfolded(f, links), t))
        case Operator("path", (f, Vector() as links, Vector(way))) if _are_links(links) and _is_way(links, way):
            return plain(_along(f, links, way))
    parts = tuple(plain(each) for each in e.children)
    e = e.rebuilt(parts) if parts else e
    if isinstance(e, Operator) and e.name in MEANINGS and _fits(e):
        return MEANINGS[e.name](*e.args)
    if isinstance(e, Diff) and isinstance(e.arg, (Vector, Matrix)):
        return _derived(e.arg, e.variable)
    return e


def _is_symbol(e: Expr) -> bool:
    return isinstance(e, Sym)


def _are_symbols(v: Expr) -> bool:
    """Is it a list of different symbols?"""
    return isinstance(v, Vector) and all(map(_is_symbol, v.entries)) and len(set(v.entries)) == len(v.entries)


def _are_links(v: Vector) -> bool:
    return all(isinstance(each, Rel) and each.op == "=" and _is_symbol(each.left) for each in v.entries)


def _is_way(links: Vector, way: Sequence[Expr]) -> bool:
    """Does each variable on the way but the last have its equation?"""
    named = {each.left for each in links.entries if isinstance(each, Rel)}
    return all(map(_is_symbol, way)) and set(way[:-1]) <= named


def _fits(e: Operator) -> bool:
    """Are the arguments of the kinds and lengths that the operator is for?"""
    match e.name, e.args:
        case "dot", (Vector(a), Vector(b)):
            return len(a) == len(b) > 0
        case "norm", (Vector(), *_):
            return True
        case "det", (Matrix(rows),):
            return len(rows) == len(rows[0])
        case "parametric", (Vector((_, _)), Sym(), *order):
            return order in ([], [ONE], [TWO])
        case (("grad" | "hessian" | "laplacian"), (_, v)):
            return _are_symbols(v)
        case "jacobian", (Vector(), v):
            return _are_symbols(v)
        case (("div" | "curl"), (Vector(f), Vector(names) as v)):
            return _are_symbols(v) and len(f) == len(names) and (e.name == "div" or len(f) in (2, 3))
        case (("at" | "tangent" | "differential" | "taylor" | "dirderiv"), (_, Vector(names) as v, *places)):
            lists = [each for each in places if not isinstance(each, Num)]
            sizes = [len(each.entries) for each in lists if isinstance(each, Vector)]
            degree = places[-1] if e.name == "taylor" else ONE
            return _are_symbols(v) and sizes == [len(names)] * len(lists) and degree in (ZERO, ONE, TWO)
    return False


def _derived(f: Expr, t: Expr) -> Expr:
    """d/dt of every entry; by several variables, every derivative."""
    if isinstance(t, Vector):
        return Vector(tuple(_derived(f, each) for each in t.entries))
    if isinstance(f, (Vector, Matrix)):
        return f.rebuilt(tuple(_derived(each, t) for each in f.children))
    return Diff(f, t)  # type: ignore[arg-type]


def _unfolded(f: Expr, links: Vector) -> Expr:
    """f with the intermediate variables put in, as often as they can be nested."""
    table = {each.left.name: each.right for each in links.entries if isinstance(each, Rel) and _named(each.left)}  # type: ignore[attr-defined]
    return reduce(lambda e, _: substituted(e, table), links.entries, f)


def _named(e: Expr) -> bool:
    return isinstance(e, Sym)


def _along(f: Expr, links: Vector, way: tuple[Expr, ...]) -> Expr:
    """What f changes by when only the path is open: each variable moves by a fresh step, all others are held."""
    table = {each.left: each.right for each in links.entries if isinstance(each, Rel)}
    factors: list[Expr] = []
    for above, below in zip((f, *(table[each] for each in way[:-1])), way, strict=True):
        held = Sym("held")
        moved = _unfolded(substituted(above, {below.name: held}), links)  # type: ignore[attr-defined]
        factors.append(_value(Diff(moved, held), Vector((held,)), Vector((_unfolded(below, links),))))
    return reduce(lambda a, b: Mul((a, b)), factors)


def _gradient(f: Expr, v: Vector) -> Expr:
    return Vector(tuple(_derived(f, x) for x in v.entries))


def _jacobian(f: Vector, v: Vector) -> Expr:
    return Matrix(tuple(tuple(_derived(part, x) for x in v.entries) for part in f.entries))


def _hessian(f: Expr, v: Vector) -> Expr:
    return Matrix(tuple(tuple(_derived(_derived(f, y), x) for y in v.entries) for x in v.entries))


def _value(f: Expr, v: Vector, place: Vector) -> Expr:
    """All coordinates at once: a standing derivative is taken first, so each is moved by a name of its own."""
    values = dict(zip((x.name for x in v.entries), place.entries, strict=True))  # type: ignore[attr-defined]
    return substituted(f, values) if not f.stands else _moved(f, values)


def _moved(f: Expr, values: Mapping[str, Expr]) -> Expr:
    """A derivative at a place as one along a line through it: d/ds f(a + s·eᵢ) at s = 0, by nesting."""
    if isinstance(f, Diff):
        steps = []
        inner: Expr = f
        while isinstance(inner, Diff):
            steps.append(inner.variable)
            inner = inner.arg
        names = [Sym(f"step_{i}") for i in range(len(steps))]
        shifted: dict[str, Expr] = dict(values)
        for name, x in zip(names, steps, strict=True):
            shifted[x.name] = Add((shifted.get(x.name, x), name))
        moved = substituted(inner, shifted)
        for name in reversed(names):
            moved = Diff(moved, name)
        for name in names:
            moved = At(moved, name, ZERO)
        return moved
    if not f.stands:
        return substituted(f, values)
    return f.rebuilt(tuple(_moved(each, values) for each in f.children))


def _dot(u: Expr, v: Expr) -> Expr:
    return Add(tuple(Mul((a, b)) for a, b in zip(u.children, v.children, strict=True)))


def _slope(f: Expr, v: Vector, place: Vector, u: Vector) -> Expr:
    """The slope in a direction as the derivative of f along the line through the place, over the length of u."""
    s = Sym("step_0")
    line = Vector(tuple(Add((a, Mul((s, w)))) for a, w in zip(place.entries, u.entries, strict=True)))
    return Div(At(Diff(_value(f, v, line), s), s, ZERO), _norm(u))


def _norm(u: Expr, *_: Expr) -> Expr:
    return Root(Add(tuple(Pow(each, TWO) for each in u.children)), TWO)


def _determinant(m: Matrix) -> Expr:
    """Along the first column, so by another way than the rule takes."""
    if len(m.rows) == 1:
        return m.rows[0][0]
    terms = []
    for i, row in enumerate(m.rows):
        smaller = Matrix(tuple(each[1:] for k, each in enumerate(m.rows) if k != i))
        term = Mul((row[0], _determinant(smaller)))
        terms.append(Neg(term) if i % 2 else term)
    return Add(tuple(terms))


def _taylor(f: Expr, v: Vector, place: Vector, n: Num) -> Expr:
    """The Taylor polynomial along the line from the place to x: Σ gᵏ⁽⁰⁾/k! of g(s) = f(a + s(x − a))."""
    s = Sym("step_0")
    line = Vector(tuple(Add((a, Mul((s, Add((x, Neg(a))))))) for a, x in zip(place.entries, v.entries, strict=True)))
    g: Expr = _value(f, v, line)
    terms, factorial = [], 1
    for k in range(int(n.value) + 1):
        factorial *= max(k, 1)
        terms.append(Div(At(g, s, ZERO), Num(factorial)))
        g = Diff(g, s)
    return Add(tuple(terms))


def _curl(f: Vector, v: Vector) -> Expr:
    if len(v.entries) == 2:
        return Add((_derived(f.entries[1], v.entries[0]), Neg(_derived(f.entries[0], v.entries[1]))))
    turns = []
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        turns.append(Add((_derived(f.entries[k], v.entries[j]), Neg(_derived(f.entries[j], v.entries[k])))))
    return Vector(tuple(turns))


def _divergence(f: Vector, v: Vector) -> Expr:
    return Add(tuple(_derived(part, x) for part, x in zip(f.entries, v.entries, strict=True)))


def _laplacian(f: Expr, v: Vector) -> Expr:
    if isinstance(f, Vector):
        return Vector(tuple(_laplacian(each, v) for each in f.entries))
    return Add(tuple(_derived(_derived(f, x), x) for x in v.entries))


def _parametric(curve: Vector, t: Expr, order: Expr = ONE) -> Expr:
    """dy/dx = y'/x'; d²y/dx² = (x'y'' − y'x'')/x'³."""
    x, y = curve.entries
    dx, dy = _derived(x, t), _derived(y, t)
    if order != TWO:
        return Div(dy, dx)
    return Div(Add((Mul((dx, _derived(dy, t))), Neg(Mul((dy, _derived(dx, t)))))), Pow(dx, Num(3)))


def _differential(f: Expr, v: Vector, steps: Vector) -> Expr:
    return _dot(_gradient(f, v), steps)


def _tangent(f: Expr, v: Vector, place: Vector) -> Expr:
    return _taylor(f, v, place, ONE)


MEANINGS: Mapping[str, Meaning] = {
    "grad": _gradient, "jacobian": _jacobian, "hessian": _hessian, "at": _value, "dot": _dot, "dirderiv": _slope,
    "norm": _norm, "det": _determinant, "taylor": _taylor, "tangent": _tangent, "curl": _curl, "div": _divergence,
    "laplacian": _laplacian, "parametric": _parametric, "differential": _differential,
}  # fmt: skip


def alike(a: Expr, b: Expr, budget: Budget) -> bool:
    """Do two values agree: numbers at seeded points, vectors and matrices entry by entry, sets in any order?"""
    if isinstance(a, (Vector, Matrix)) or isinstance(b, (Vector, Matrix)):
        if type(a) is not type(b) or len(a.children) != len(b.children):
            return False
        return all(alike(one, other, budget) for one, other in zip(a.children, b.children, strict=True))
    if isinstance(a, Set) and isinstance(b, Set):
        found = [any(alike(one, other, budget) for other in b.elements) for one in a.elements]
        return len(a.elements) == len(b.elements) and all(found)
    return a == b or same(a, b, budget)


def by_meaning(before: Expr, after: Expr, budget: Budget) -> Check | None:
    """The operator written out by its definition has the value of the result, at seeded points."""
    return Check("jets", "numeric", POINTS, BITS) if alike(plain(before), plain(after), budget) else None


SEVERAL = ("grad", "jacobian", "hessian", "at", "dirderiv", "curl", "div", "laplacian", "parametric", "differential",
           "chain", "path", "dot", "norm", "det")  # fmt: skip
CHECKS = dict.fromkeys(SEVERAL, by_meaning)
EITHER = dict.fromkeys(("tangent", "taylor"), by_meaning)  # of a list of variables; of one symbol others confirm

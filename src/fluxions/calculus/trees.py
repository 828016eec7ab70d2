"""Places in a tree, and what can be asked and changed there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from fluxions.calculus.expr import Add, At, Diff, Expr, Fn, Int, Limit, Mul, Num, Operator, Rate, Sum, Sym
from fluxions.calculus.formulas import KEEP_SYMBOLS

BINDING = frozenset({At, Limit, Sum, Rate, Int})  # nodes that may have a bound variable
NOTHING: frozenset[str] = frozenset()
Path = tuple[int, ...]  # (0, 1): the second child of the first child


def node_at(e: Expr, path: Path) -> Expr:
    """The sub-expression at a path."""
    for index in path:
        e = e.children[index]
    return e


def replaced(e: Expr, path: Path, by: Expr) -> Expr:
    """The tree with the sub-expression at `path` exchanged for `by`."""
    if not path:
        return by
    parts = e.children
    index = path[0]
    return e.rebuilt((*parts[:index], replaced(parts[index], path[1:], by), *parts[index + 1 :]))


def walk(e: Expr) -> Iterator[tuple[Path, Expr]]:
    """Every node with its path, a parent before its children, left to right; iterative."""
    stack: list[tuple[Path, Expr]] = [((), e)]
    while stack:
        path, node = stack.pop()
        yield path, node
        stack.extend(((*path, i), child) for i, child in reversed(list(enumerate(node.children))))


def size(e: Expr) -> int:
    """The number of nodes."""
    return sum(1 for _ in nodes(e))


def nodes(e: Expr) -> Iterator[Expr]:
    """Every node, a parent before its children; iterative."""
    stack = [e]
    while stack:
        node = stack.pop()
        yield node
        parts = node.children
        if parts:
            stack.extend(parts[::-1])


def kinds(e: Expr) -> frozenset[object]:
    """The types of all nodes and the names of all functions in e: whether something occurs is seen without a walk."""
    known: frozenset[object] | None = getattr(e, "_kinds", None)
    if known is not None:
        return known
    found: set[object] = set()
    for each in nodes(e):
        kind = type(each)
        found.add(kind)
        if kind is Fn:
            found.add(each.name)  # type: ignore[attr-defined]
    object.__setattr__(e, "_kinds", frozenset(found))
    return e._kinds


def bound_variable(e: Expr) -> Sym | None:
    """The variable whose name does not matter outside e: of a value at a point, a limit, a sum, a definite integral."""
    match e:
        case At(_, x) | Limit(_, x) | Sum(_, x) | Rate(_, x):
            return x
        case Int(_, x, low, _) if low is not None:
            return x
        case Operator("bracket" | "average" | "normalise", (_, Sym() as x, _, _)):
            return x
    return None


def symbols(e: Expr) -> frozenset[str]:
    """The names that e depends on: free symbols, bound variables left out."""
    known: frozenset[str] | None = getattr(e, "_symbols", None)  # an exception at each new node would cost more
    if known is None:
        known = _symbols(e)
        KEEP_SYMBOLS(e, known)
    return known


@lru_cache(maxsize=4096)
def _alone(name: str) -> frozenset[str]:
    return frozenset({name})


def _symbols(e: Expr) -> frozenset[str]:
    kind = type(e)
    if kind is Sym:
        return _alone(e.name)  # type: ignore[attr-defined]
    bound = bound_variable(e) if kind in BINDING else None
    if bound is None:
        found = NOTHING
        for child in e.children:
            if type(child) is Num:
                continue
            names = _alone(child.name) if type(child) is Sym else symbols(child)
            if not names <= found:
                found = found | names if found else names
        return found
    body, _, *rest = e.children
    inner = symbols(body) - {bound.name}
    return inner.union(*(symbols(child) for child in rest))


def free_of(e: Expr, x: Sym) -> bool:
    """Does e not depend on x?"""
    known: frozenset[str] | None = getattr(e, "_symbols", None)
    return x.name not in (symbols(e) if known is None else known)


def substituted(e: Expr, values: Mapping[str, Expr]) -> Expr:
    """The tree with symbols replaced at once; a bound variable stays, a standing d/dx keeps its variable."""
    kind = type(e)
    if kind is Sym:
        return values.get(e.name, e)  # type: ignore[attr-defined]
    known: frozenset[str] | None = getattr(e, "_symbols", None)
    if kind is Num or (known is not None and known.isdisjoint(values)):
        return e
    if kind is Diff or kind in BINDING:
        return e if symbols(e).isdisjoint(values) else _substituted_in_operator(e, values)
    same, parts = True, list(e.children)
    for i, each in enumerate(parts):
        parts[i] = now = substituted(each, values)
        same = same and now is each
    return e if same else e.rebuilt(tuple(parts))


def _substituted_in_operator(e: Expr, values: Mapping[str, Expr]) -> Expr:
    bound = bound_variable(e)
    if bound is not None:
        body, variable, *rest = e.children
        inner = {name: value for name, value in values.items() if name != bound.name}
        return e.rebuilt((substituted(body, inner), variable, *(substituted(each, values) for each in rest)))
    if isinstance(e, Diff) and e.variable.name in values:
        point = values[e.variable.name]
        rest_of = {name: value for name, value in values.items() if name != e.variable.name}
        return At(Diff(substituted(e.arg, rest_of), e.variable), e.variable, point)
    return e.rebuilt(tuple(substituted(child, values) for child in e.children))


def mapped(e: Expr, change: Callable[[Expr], Expr]) -> Expr:
    """The tree with `change` applied to every node, children first."""
    parts = e.children
    return change(e.rebuilt(tuple(mapped(child, change) for child in parts)) if parts else e)


@lru_cache(maxsize=8192)
def canonical_key(e: Expr) -> tuple[object, ...]:
    """A key that does not see the order or grouping of sums and products, nor how a number is written."""
    match e:
        case Num(value):
            return ("Num", value.numerator, value.denominator)
        case Add():
            return ("Add", *sorted((canonical_key(each) for each in _flat(e, Add)), key=repr))
        case Mul():
            return ("Mul", *sorted((canonical_key(each) for each in _flat(e, Mul)), key=repr))
    fields = (getattr(e, name) for name in e.__match_args__)  # type: ignore[attr-defined]
    own = tuple(part for part in fields if not isinstance(part, (Expr, tuple)))
    return (type(e).__name__, *own, *(canonical_key(child) for child in e.children))


def alike(a: Expr, b: Expr) -> bool:
    """Are they the same but for order, grouping and spelling of numbers?"""
    if type(a) is not type(b):
        return False
    return a is b or (_outline(a) == _outline(b) and (a == b or canonical_key(a) == canonical_key(b)))


def _outline(e: Expr) -> int:
    """A hash of the canonical key, made without the key; trees with different ones are not alike."""
    try:
        return e._outline
    except AttributeError:
        pass
    kind = type(e)
    if kind is Num:
        found = hash(e.value)  # type: ignore[attr-defined]
    elif kind is Add or kind is Mul:
        found = hash((kind.__name__, *sorted([_outline(each) for each in _flat(e, kind)])))
    else:
        fields = (getattr(e, name) for name in e.__match_args__)  # type: ignore[attr-defined]
        own = [part for part in fields if not isinstance(part, (Expr, tuple))]
        found = hash((kind.__name__, *own, *[_outline(child) for child in e.children]))
    object.__setattr__(e, "_outline", found)
    return found


def _flat(e: Expr, kind: type[Expr]) -> Iterator[Expr]:
    for child in e.children:
        if type(child) is kind:
            yield from _flat(child, kind)
        else:
            yield child


def standing(e: Expr) -> bool:
    """Is an operator of calculus left in e?"""
    return e.stands

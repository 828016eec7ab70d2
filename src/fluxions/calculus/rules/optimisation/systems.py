"""Systems of equations as one solves them by hand: split products, insert what stands alone, take roots, eliminate."""

from __future__ import annotations

from collections.abc import Sequence

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.expansion import as_expr
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ZERO, And, Expr, Num, Operator, Or, Rel, Set, Sym, Vector
from fluxions.calculus.numbers.ideals import basis, terms_of
from fluxions.calculus.numbers.polynomials import TooBig, ratio_in
from fluxions.calculus.rules.optimisation.algebra import (
    gaps_of,
    in_order,
    isolated,
    put,
    set_of,
    sign,
    split,
    vanishing,
    written_out,
)  # fmt: skip
from fluxions.calculus.rules.several.places import symbols_of
from fluxions.calculus.trees import canonical_key, free_of, size, substituted, symbols

MOST_BASIS = 12
BASIS_UNITS = 100_000


def parts_of(node: Expr) -> tuple[tuple[Expr, ...], tuple[Sym, ...]] | None:
    """The gaps and unknowns of `solve([…], [x, y])`, the equations of one unknown in brackets too."""
    match node:
        case Operator("solve", ((Vector() | And() | Rel("=")) as system, Vector() as v)) if symbols_of(v):
            gaps = gaps_of(system)
            return None if gaps is None or not gaps else (gaps, symbols_of(v))
    return None


def _again(gaps: Sequence[Expr], unknowns: Sequence[Sym]) -> Expr:
    """The smaller system; one equation in one unknown stands without brackets."""
    if len(gaps) == len(unknowns) == 1 and not free_of(gaps[0], unknowns[0]):
        return Operator("solve", (Rel("=", gaps[0], ZERO), unknowns[0]))
    return Operator("solve", (vanishing(gaps), Vector(tuple(unknowns))))


def _listed(unknowns: Sequence[Sym]) -> Expr:
    return unknowns[0] if len(unknowns) == 1 else Vector(tuple(unknowns))


def settled_equation(node: Expr) -> Expr | Found | None:
    """An equation without unknowns either holds, and is left out, or leaves no solution."""
    parts = parts_of(node)
    if parts is None:
        return None
    gaps, unknowns = parts
    for i, each in enumerate(gaps):
        if not symbols(each) and (found := sign(each)) is not None:
            rest = (*gaps[:i], *gaps[i + 1 :])
            if found:
                return Found(Set(()), (("e", Rel("=", each, ZERO)),))
            return Found(_again(rest, unknowns), (("e", Rel("=", each, ZERO)),)) if rest else None
    return None


def one_value(node: Expr) -> Expr | Found | None:
    """An equation that gives the last unknown its value: the other equations must hold there too."""
    parts = parts_of(node)
    if parts is None or len(parts[1]) != 1:
        return None
    gaps, (x,) = parts
    for i, each in enumerate(gaps):
        value = isolated(each, x, (x,))
        if value is not None:
            held = [_holds(other, x, value) for other in (*gaps[:i], *gaps[i + 1 :])]
            if None in held:
                return None
            return Found(Set((Vector((value,)),) if all(held) else ()), (("x", x), ("a", value)))
    return None


def _holds(e: Expr, x: Sym, value: Expr) -> bool | None:
    """Is e 0 there? None where that cannot be told."""
    there = written_out(put(e, {x: value}))
    found = sign(there)
    return None if found is None else found == 0


def product_of_zero(node: Expr) -> Expr | Found | None:
    """pq = 0 where p = 0 or q = 0: one case for each factor."""
    parts = parts_of(node)
    if parts is None:
        return None
    gaps, unknowns = parts
    for i, each in enumerate(gaps):
        if len(symbols(each) & {x.name for x in unknowns}) == 1 and len(unknowns) == 1:
            continue  # an equation in the only unknown is solved as one
        factors = split(each, unknowns)
        if not factors:
            continue
        cases = [_again((*gaps[:i], factor, *gaps[i + 1 :]), unknowns) for factor in factors]
        zeros = tuple(Rel("=", factor, ZERO) for factor in factors)
        using = (("e", Rel("=", each, ZERO)), ("p", zeros[0] if len(zeros) == 1 else Or(zeros)))
        return Found(cases[0] if len(cases) == 1 else Operator("together", tuple(cases)), using)
    return None


def insert(node: Expr) -> Expr | Found | None:
    """An unknown that one equation expresses by the others goes into the other equations."""
    parts = parts_of(node)
    if parts is None or len(parts[1]) < 2:
        return None
    gaps, unknowns = parts
    choices: list[tuple[int, int, Sym, Expr]] = []
    for i, each in enumerate(gaps):
        for x in unknowns:
            value = isolated(each, x, unknowns)
            if value is not None:
                choices.append((size(value), i, x, value))
    if not choices:
        return None
    _, i, x, value = min(choices, key=lambda each: (each[0], each[1]))
    left = tuple(each for each in unknowns if each != x)
    others = [written_out(put(each, {x: value})) for k, each in enumerate(gaps) if k != i]
    if not others:
        return None
    whole = Vector(tuple(value if each == x else each for each in unknowns))
    rest = _again(others, left)
    return Found(Operator("each", (whole, _listed(left), rest)), (("x", x), ("a", value)))


def roots_first(node: Expr) -> Expr | Found | None:
    """An equation in one unknown alone is solved first; each root is a case."""
    parts = parts_of(node)
    if parts is None:
        return None
    gaps, unknowns = parts
    for i, each in enumerate(gaps):
        inside = [x for x in unknowns if not free_of(each, x)]
        if len(inside) == 1:
            x = inside[0]
            roots = Operator("solve", (Rel("=", each, ZERO), x))
            rest = vanishing((*gaps[:i], *gaps[i + 1 :]))
            if not rest.children and len(unknowns) > 1:
                return None  # infinitely many
            return Found(
                Operator("branch", (roots, x, rest, Vector(unknowns))), (("x", x), ("e", Rel("=", each, ZERO)))
            )
    return None


def one_case_for_each_root(node: Expr) -> Expr | Found | None:
    """The roots of one unknown put into the other equations, one after the other."""
    match node:
        case Operator("branch", (roots, Sym() as x, Vector(rest), Vector() as v)):
            found, gaps = set_of(roots), gaps_of(Vector(rest))
            if found is None or gaps is None:
                return None
            left = tuple(each for each in symbols_of(v) if each != x)
            using = (("x", x), ("a", roots))
            if not left:
                held = [[_holds(each, x, root) for each in gaps] for root in found]
                if any(None in row for row in held):
                    return None
                kept = tuple(Vector((root,)) for root, row in zip(found, held, strict=True) if all(row))
                return Found(Set(kept), using)
            cases = [_case(gaps, x, root, left, symbols_of(v)) for root in found]
            if len(cases) > 1:
                return Found(Operator("together", tuple(cases)), using)
            return Found(cases[0] if cases else Set(()), using)
    return None


def _case(gaps: Sequence[Expr], x: Sym, root: Expr, left: tuple[Sym, ...], unknowns: Sequence[Sym]) -> Expr:
    whole = Vector(tuple(root if each == x else each for each in unknowns))
    rest = [written_out(put(each, {x: root})) for each in gaps]
    return Operator("each", (whole, _listed(left), _again(rest, left)))


def put_together(node: Expr) -> Expr | Found | None:
    """The solutions of the cases in one set, each once."""
    match node:
        case Operator("together", cases) if not any(each.stands for each in cases):
            found = {canonical_key(each): each for case in cases for each in set_of(case) or ()}
            return Found(Set(in_order(tuple(found.values()))))
    return None


def put_back(node: Expr) -> Expr | Found | None:
    """Each solution of the smaller system gives the unknowns that were expressed by it."""
    match node:
        case Operator("each", (whole, (Vector() | Sym()) as v, inner)) if (found := set_of(inner)) is not None:
            names = [x.name for x in (symbols_of(v) if isinstance(v, Vector) else (v,))]
            rows = [each.entries if isinstance(each, Vector) else (each,) for each in found]
            if any(len(row) != len(names) for row in rows):
                return None
            values = [dict(zip(names, row, strict=True)) for row in rows]
            return Found(Set(tuple(tidied(substituted(whole, each)) for each in values)), (("p", whole),))
    return None


def eliminate(node: Expr) -> Expr | Found | None:
    """The equations combined so that the unknowns drop out one after another (a Gröbner basis)."""
    parts = parts_of(node)
    if parts is None or len(parts[1]) < 2:
        return None
    gaps, unknowns = parts
    names = [x.name for x in unknowns]
    try:
        polys = [terms_of(ratio_in(each, names)[0]) for each in gaps]
        found = basis(polys, len(names), Budget(BASIS_UNITS))
    except TooBig:
        return None
    rows = [dict(each) for each in found]
    if any(set(row) == {(0,) * len(names)} for row in rows):
        return Found(Set(()), (("e", Rel("=", Num(1), ZERO)),))
    combined = [
        as_expr({tuple((name, n) for name, n in zip(names, key, strict=True) if n): c for key, c in row.items()})
        for row in sorted(rows, key=lambda row: max(row))
    ]
    known = {canonical_key(each) for each in gaps}
    if len(combined) > MOST_BASIS or {canonical_key(each) for each in combined} <= known:
        return None
    return Found(_again(combined, unknowns), (("e", Rel("=", combined[0], ZERO)),))


SKILL = "algebraic-manipulation"
RULES = (
    Rule("settled-equation", SKILL, "The equation ${e}$ holds no unknown any more.", settled_equation,
         "an equation without unknowns", silent=True),
    Rule("one-value", SKILL, "The equation gives ${x} = {a}$.", one_value, "the last unknown"),
    Rule("product-of-zero", SKILL, "The equation ${e}$ holds where one of its factors is zero: ${p}$.",
         product_of_zero, "a product that is zero"),
    Rule("insert", SKILL, "One equation gives ${x} = {a}$; put this into the others.", insert,
         "substitution into the other equations"),
    Rule("roots-first", SKILL, "The equation ${e}$ has the one unknown ${x}$: solve it first.", roots_first,
         "the equation in one unknown"),
    Rule("case-for-each-root", SKILL, "Take each root in turn.", one_case_for_each_root, "one case for each root"),
    Rule("eliminate", SKILL, "Combine the equations so that unknowns drop out: this leaves ${e}$.", eliminate,
         "elimination"),
    Rule("put-back", SKILL, "Put each solution back into ${p}$.", put_back, "putting back"),
    Rule("put-together", SKILL, "Put the solutions of the cases together.", put_together, "all cases together"),
)  # fmt: skip

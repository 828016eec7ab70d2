"""Tasks on curves, surfaces, fields, tangents and chains of functions as a book states them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxions.calculus.expr import Expr, Num, Operator, Rel, Sym, Vector
from fluxions.calculus.language.ascii import FRACTION, MULTIPLY, OR
from fluxions.calculus.trees import Path, symbols

if TYPE_CHECKING:
    from fluxions.calculus.language.latex import Printer

AROUND = {"green": "R", "stokes": "S", "gauss": "V"}  # what the curve or surface is the edge of
Written = tuple[str, int] | None


def task(p: Printer, e: Operator, path: Path) -> Written:
    """The text and how tightly it holds together; None for an operator of another subject."""
    match e.name, e.args:
        case "tangent", (_, Sym(), _):
            inner, name, place = (p.child(e, path, i) for i in range(3))
            return rf"\text{{tangent to }}y={inner}\text{{ at }}{name}={place}", OR
        case "tangent", (_, Vector(), Vector()):
            inner = p.child(e, path, 0)
            return rf"\text{{tangent plane of }}{inner}\text{{ at }}{_point(p, e, path, 1, 2)}", OR
        case "taylor", (_, Vector(), Vector(), _):
            inner, n = p.child(e, path, 0), p.child(e, path, 3)
            return rf"T_{{{n}}}\left[{inner}\right]_{{{_point(p, e, path, 1, 2)}}}", MULTIPLY
        case "newton", (_, Sym(), _, Num() as n):
            inner, name, start, left = (p.child(e, path, i) for i in range(4))
            steps = rf"{left}\text{{ Newton step{'' if n == Num(1) else 's'}}}"
            return rf"{{{inner}=0}}\text{{ from }}{{{name}={start}}},\;{steps}", OR
        case "convexity", (_, Vector()):
            return rf"\text{{is }}{p.child(e, path, 0)}\text{{ convex?}}", OR
        case "curvature", (_, _):
            return rf"\text{{curvature: }}{p.child(e, path, 1)}", OR
        case "definiteness", (_,):
            return rf"\text{{definiteness of }}{p.child(e, path, 0)}", OR
        case "jacobian", (_, Vector()):
            return rf"D\left({p.child(e, path, 0)}\right)", MULTIPLY
        case "parametric", (Vector((_, _)), Sym(), *order):
            raised = rf"^{{{p.child(e, path, 2)}}}" if order else ""
            slope = rf"\frac{{\mathrm{{d}}{raised}y}}{{\mathrm{{d}}x{raised}}}"
            return rf"{slope}\text{{ for }}\left(x, y\right)={_row(p, e, path, 0)}", OR
    return _of_a_chain(p, e, path) or _of_a_field(p, e, path)


def _of_a_chain(p: Printer, e: Operator, path: Path) -> Written:
    match e.name, e.args:
        case "chain", (f, Vector(links), Sym() as t):
            sign = "d" if all(_depends_on(each) <= {t.name} for each in links) else "partial"
            where = r",\;".join(f"{{{p.shown(each, (*path, 1, i))}}}" for i, each in enumerate(links))
            slope = rf"\frac{{{_sign(sign)}}}{{{_sign(sign)}{p.child(e, path, 2)}}}{p.within(f, (*path, 0), FRACTION)}"
            return (rf"{slope}\text{{ where }}{where}" if links else slope), OR
        case "path", (f, Vector(links), Vector(way)):
            made = {each.left: each.right for each in links if isinstance(each, Rel)}
            edges, name, above = [], "f", f
            for i, below in enumerate(way):
                sign = _sign("d" if len(symbols(above)) == 1 else "partial")
                lower = p.shown(below, (*path, 2, i))
                edges.append(rf"\frac{{{sign}{name}}}{{{sign}{lower}}}")
                name, above = lower, made.get(below, below)
            return r"\,".join(edges), FRACTION if len(edges) == 1 else MULTIPLY
    return None


def _depends_on(link: Expr) -> frozenset[str]:
    return symbols(link.right) if isinstance(link, Rel) else frozenset()


def _sign(name: str) -> str:
    return r"\mathrm{d}" if name == "d" else r"\partial "


def _of_a_field(p: Printer, e: Operator, path: Path) -> Written:
    match e.name, e.args:
        case "potential", (Vector(), Vector()):
            return rf"\varphi\text{{ with }}\nabla\varphi={p.child(e, path, 0)}", OR
        case "conservative", (_, _, _):
            return rf"\text{{curl: }}{p.child(e, path, 2)}", OR
        case "gathered", (Vector(parts), _, Num(k), _, *missing):
            rest = r"+\dots" if k < len(parts) else ""
            said = rf",\quad\text{{missing: }}{p.child(e, path, 4)}" if missing else ""
            return rf"\varphi={p.child(e, path, 3)}{rest}{said}", OR
        case "rise", (_, Vector(), _, _):
            ends = (_row(p, e, path, i) for i in (2, 3))
            return rf"\left[{p.child(e, path, 0)}\right]_{{{next(ends)}}}^{{{next(ends)}}}", MULTIPLY
        case "line", (f, Vector(), Vector(), Sym(), _, _):
            curve, name, low, high = (p.child(e, path, i) for i in range(2, 6))
            along = rf"{p.child(e, path, 0)}\cdot\mathrm{{d}}\vec{{r}}"
            inside = along if isinstance(f, Vector) else _measure(p, e, path, "s")
            return rf"\int_{{C}}{inside},\quad {{\vec{{r}}={curve}}},\;{{{low}\le {name}\le {high}}}", OR
        case "flux", (f, Vector(), Vector(), Vector(), *_):
            through = rf"{p.child(e, path, 0)}\cdot\vec{{n}}\,\mathrm{{d}}S"
            inside = through if isinstance(f, Vector) else _measure(p, e, path, "S")
            return rf"\iint_{{S}}{inside},\quad {_filled(p, e, path)}", OR
        case name, (Vector(), Vector(), Vector(), Vector(), *_) if name in AROUND:
            sign, element = (r"\iint", r"\vec{n}\,\mathrm{d}S") if name == "gauss" else (r"\oint", r"\mathrm{d}\vec{r}")
            inside = rf"{p.child(e, path, 0)}\cdot{element}"
            return rf"{sign}_{{\partial {AROUND[name]}}}{inside},\quad {_filled(p, e, path)}", OR
    return None


def _measure(p: Printer, e: Operator, path: Path, element: str) -> str:
    inner = "" if e.args[0] == Num(1) else p.within(e.args[0], (*path, 0), MULTIPLY)
    return rf" {inner}\,\mathrm{{d}}{element}"


def _filled(p: Printer, e: Operator, path: Path) -> str:
    """What the variables of a parametrisation run through."""
    names, runs = e.args[3], e.args[4:]
    shown = [rf"{{\vec{{r}}={p.child(e, path, 2)}}}"]
    for i, (name, pair) in enumerate(zip(names.children, runs, strict=False)):
        if len(pair.children) == 2:
            low, high = (p.shown(each, (*path, 4 + i, k)) for k, each in enumerate(pair.children))
            shown.append(rf"{{{low}\le {p.shown(name, (*path, 3, i))}\le {high}}}")
    return r",\;".join(shown)


def _point(p: Printer, e: Operator, path: Path, names: int, place: int) -> str:
    return f"{_row(p, e, path, names)}={_row(p, e, path, place)}"


def _row(p: Printer, e: Operator, path: Path, i: int) -> str:
    """A point or a list of variables in one line: (1, 2)."""
    part = e.args[i]
    if not isinstance(part, Vector):
        return p.child(e, path, i)
    return rf"\left({', '.join(p.shown(each, (*path, i, k)) for k, each in enumerate(part.entries))}\right)"


__all__ = ["task"]

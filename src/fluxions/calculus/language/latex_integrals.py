"""Brackets between bounds, integrals over regions, expectations and distributions in LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxions.calculus.expr import Expr, Operator, Sym, Vector
from fluxions.calculus.language.ascii import ATOM, MULTIPLY, OR, POWER
from fluxions.calculus.trees import Path, symbols

if TYPE_CHECKING:
    from fluxions.calculus.language.latex import Printer

DISTRIBUTIONS = {"exponential": "Exp", "uniform": "U", "betadist": "Beta", "gammadist": "Gamma"}


def integral(p: Printer, e: Operator, path: Path) -> tuple[str, int] | None:
    """The text and how tightly it holds together; None for an operator of another subject."""
    match e.name, e.args:
        case "bracket", (f, Sym() as x, _, _):
            inner, name, low, high = (p.child(e, path, i) for i in range(4))
            named = f"{name}=" if symbols(f) - {x.name} else ""  # with parameters the variable is told
            return rf"\left[{inner}\right]_{{{named}{low}}}^{{{high}}}", POWER
        case "diverges", (_, _):
            return p.written(e.args[0], (*path, 0))
        case "over", (_, Vector() as places, *_):
            return _over(p, e, places, path), MULTIPLY
        case "average", (_, Sym(), _, _):
            inner, name, low, high = (p.child(e, path, i) for i in range(4))
            return rf"\text{{average of }}{inner}\text{{ for }}{low}\le {name}\le {high}", OR
        case "area", (_, _, Sym(), _, _):
            first, second, name, low, high = (p.child(e, path, i) for i in range(5))
            return rf"\text{{area between }}{first}\text{{ and }}{second}\text{{ for }}{low}\le {name}\le {high}", OR
        case "normalise", (_, Sym(), _, _):
            inner, name, low, high = (p.child(e, path, i) for i in range(4))
            return rf"c\text{{ with }}\int_{{{low}}}^{{{high}}}c\,{inner}\,\mathrm{{d}}{name}=1", OR
    return _of_chance(p, e, path)


def _over(p: Printer, e: Operator, places: Expr, path: Path) -> str:
    many = len(places.children)
    below = r",\;".join(p.child(e, path, i) for i in range(2, len(e.args)))
    sign, element = (r"\iint", "A") if many == 2 else (r"\iiint", "V")
    return rf"{sign}_{{{below}}} {p.within(e.args[0], (*path, 0), MULTIPLY)}\,\mathrm{{d}}{element}"


def _of_chance(p: Printer, e: Operator, path: Path) -> tuple[str, int] | None:
    """Expectations, variances, divergences, posteriors and the names of distributions."""
    match e.name, e.args:
        case "expect" | "variance", (_, Sym(), _):
            sign = r"\mathbb{E}" if e.name == "expect" else r"\operatorname{Var}"
            inner, name, density = (p.child(e, path, i) for i in range(3))
            return rf"{sign}_{{{name}\sim {density}}}\left[{inner}\right]", POWER
        case "mgf", (_, Sym(), _):
            t, name, density = (p.child(e, path, i) for i in range(3))
            return rf"M_{{{name}\sim {density}}}\left({t}\right)", POWER
        case "entropy", (Sym(), _):
            return rf"H\left[{p.child(e, path, 1)}\right]", POWER
        case "kl", (Sym(), _, _):
            return rf"\operatorname{{KL}}\left({p.child(e, path, 1)}\,\middle\|\,{p.child(e, path, 2)}\right)", POWER
        case "posterior", (_, _, Sym()):
            likelihood, prior, name = (p.child(e, path, i) for i in range(3))
            return rf"\pi({name}\mid\text{{data}})\propto {likelihood}\cdot \pi({name}),\;{name}\sim {prior}", OR
        case "kernel", (_, Sym()):
            return rf"\pi({p.child(e, path, 1)}\mid\text{{data}})\propto {p.child(e, path, 0)}", OR
        case "normal", (_, deviation):
            mean, spread = p.child(e, path, 0), p.within(deviation, (*path, 1), ATOM)
            return rf"\mathcal{{N}}\left({mean}, {spread}^{{2}}\right)", ATOM
        case name, _ if name in DISTRIBUTIONS:
            return rf"\operatorname{{{DISTRIBUTIONS[name]}}}\left({p.listed(e, path)}\right)", ATOM
    return None


__all__ = ["integral"]

"""Vectors, matrices and their differentials in LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxions.calculus.expr import Expr, Fn, Num, Operator, Pow
from fluxions.calculus.language.ascii import ATOM, FRACTION, MULTIPLY, POWER
from fluxions.calculus.language.latex_names import function, symbol
from fluxions.calculus.shapes import SCALAR, Clash, Shaped, shape
from fluxions.calculus.trees import Path

if TYPE_CHECKING:
    from fluxions.calculus.language.latex import Printer

TURNED = r"^{\top}"
_SIGNS = {"hadamard": r"\circ ", "quotient": r"\oslash ", "kron": r"\otimes "}
_NAMES = {"tr": r"\operatorname{tr}", "det": r"\det ", "logdet": r"\ln\det "}


def shaped(e: Shaped) -> str:
    """A symbol; an upright d before the differential of one."""
    return rf"\mathrm{{d}}{symbol(e.name[1:])}" if e.is_differential else symbol(e.name)


def array(p: Printer, e: Fn, path: Path) -> tuple[str, int]:
    """A function of vectors and matrices as it is written by hand."""
    inner = (*path, 0)
    match e.name, e.args:
        case "transpose", (u,):
            return rf"{p.within(u, inner, ATOM)}^{{\top}}", POWER
        case "inv", (u,):
            return f"{p.within(u, inner, ATOM)}^{{-1}}", POWER
        case ("hadamard" | "quotient" | "kron") as name, (u, v):
            left, right = p.within(u, inner, FRACTION), p.within(v, (*path, 1), FRACTION)
            return rf"{left}{_SIGNS[name]}{right}", MULTIPLY
        case "dot", (u, v):
            return rf"\left\langle {p.shown(u, inner)},{p.shown(v, (*path, 1))}\right\rangle", ATOM
        case "norm", (_, *which):
            kind = f"_{{{p.child(e, path, 1)}}}" if which else ""
            return rf"\left\lVert {p.child(e, path, 0)}\right\rVert{kind}", ATOM
        case ("ones" | "zeros") as name, _:
            sizes = r"\times ".join(p.child(e, path, i) for i in range(len(e.args)))
            return rf"\mathbf{{{'1' if name == 'ones' else '0'}}}_{{{sizes}}}", ATOM
        case "I", _:
            return f"I_{{{p.child(e, path, 0)}}}", ATOM
    text = p.listed(e, path)
    return rf"{_NAMES.get(e.name, function(e.name))}\left({text}\right)", ATOM


def operator(p: Printer, e: Operator, path: Path) -> str | None:
    """d(…), the line that is read off, and derivatives by a vector or a matrix."""
    match e:
        case Operator("differential", (f, Shaped())):
            return rf"\mathrm{{d}}{_bracketed(p, f, path)}"
        case Operator("readoff", (line, Shaped() as x)):
            slope = rf"\frac{{\partial f}}{{\partial {shaped(x)}{'' if shape(x) == SCALAR else TURNED}}}"
            wanted = rf"\nabla_{{{shaped(x)}}}f" if _of_scalar(line) else slope
            return rf"{wanted}\;\text{{where}}\;\mathrm{{d}}f={p.child(e, path, 0)}"
        case Operator("matgrad", (f, x)):
            return rf"\nabla_{{{p.child(e, path, 1)}}}{_bracketed(p, f, path)}"
        case Operator("hessian", (f, Shaped() as x)):
            return rf"\nabla^2_{{{shaped(x)}}}{_bracketed(p, f, path)}"
        case Operator("jacobian", (f, Shaped() as x)):
            turned = "" if shape(x) == SCALAR else TURNED
            return rf"\frac{{\partial}}{{\partial {shaped(x)}{turned}}}{_bracketed(p, f, path)}"
    return None


def _of_scalar(line: Expr) -> bool:
    """Is it the differential of a scalar, also where a part of it still stands?"""
    try:
        return shape(line) == SCALAR
    except Clash:
        return True


def _bracketed(p: Printer, f: Expr, path: Path) -> str:
    """What an operator is taken of: a symbol and a norm need no brackets."""
    base = f.base if isinstance(f, Pow) else f
    text = p.shown(f, (*path, 0))
    plain = isinstance(f, (Shaped, Num)) or (isinstance(base, Fn) and base.name == "norm")
    return text if plain else rf"\left({text}\right)"


__all__ = ["array", "operator", "shaped"]

"""Operators of calculus and containers in LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxions.calculus.expr import (
    At,
    Const,
    Diff,
    Div,
    Expr,
    Fn,
    Int,
    Interval,
    Limit,
    Matrix,
    Neg,
    Num,
    Operator,
    Piecewise,
    Rate,
    Rel,
    Set,
    Sum,
    Sym,
    Vector,
)
from fluxions.calculus.language import latex_arrays
from fluxions.calculus.language.ascii import ADD, ATOM, FRACTION, MULTIPLY, OR, POWER
from fluxions.calculus.language.latex_integrals import integral
from fluxions.calculus.language.latex_names import symbol
from fluxions.calculus.language.latex_series import series
from fluxions.calculus.language.latex_several import several
from fluxions.calculus.language.latex_tasks import task
from fluxions.calculus.regions import SetBuilder
from fluxions.calculus.trees import Path, substituted, symbols

if TYPE_CHECKING:
    from fluxions.calculus.language.latex import Printer


PLACES = frozenset("x y z u v w r s t theta phi rho".split())  # beside one of these a derivative is a partial one


def operator(p: Printer, e: Expr, path: Path) -> tuple[str, int]:
    """The text of an operator or a container, and how tightly it holds together."""
    match e:
        case Diff():
            return _derivative(p, e, path), FRACTION
        case At(At(Operator("implicit")), _, _) if (*path, 0) not in p.mark:
            return _on_curve(p, e, path), POWER
        case At():
            inner = p.child(e, path, 0)
            return rf"\left.{inner}\right|_{{{p.child(e, path, 1)}={p.child(e, path, 2)}}}", POWER
        case Rate():
            return _rate(p, e), FRACTION
        case Limit(f, x, Limit() as inner, "") if not p.mark:  # of a continuous function: the limit moves inside
            whole = substituted(f, {x.name: inner})
            return type(p)(whole, {}).written(whole, ())
        case Limit(f, _, _, side):
            to = p.child(e, path, 2) + (f"^{{{side}}}" if side else "")
            below = rf"{p.child(e, path, 1)}\to {to}"
            return rf"\lim_{{{below}}}{_body(p, f, path)}", MULTIPLY
        case Sum(f):
            bounds = f"_{{{p.child(e, path, 1)}={p.child(e, path, 2)}}}^{{{p.child(e, path, 3)}}}"
            return rf"\sum{bounds}{_body(p, f, path)}", MULTIPLY
        case Int(f, _, low):
            bounds = "" if low is None else f"_{{{p.child(e, path, 2)}}}^{{{p.child(e, path, 3)}}}"
            return rf"\int{bounds}{_body(p, f, path)}\,\mathrm{{d}}{p.child(e, path, 1)}", MULTIPLY
        case Operator() if (written := latex_arrays.operator(p, e, path)) is not None:
            return written, MULTIPLY
        case Operator():
            own = integral(p, e, path) or series(p, e, path) or _of_many(p, e, path)
            if own is not None:
                return own
            told = _told(p, e, path)
            return (_named(p, e, path), ATOM) if told is None else (told, OR)
    return _container(p, e, path), ATOM


def _of_many(p: Printer, e: Operator, path: Path) -> tuple[str, int] | None:
    """Operators of several variables, of curves, surfaces and fields."""
    told = several(p, e, path)
    return task(p, e, path) if told is None else (told, OR)


def _body(p: Printer, f: Expr, path: Path) -> str:
    text = p.within(f, (*path, 0), MULTIPLY)
    return f" {text}" if text[:1].isalpha() or text[:1].isdigit() else text


def _derivative(p: Printer, e: Diff, path: Path) -> str:
    """d/dx of a bracket, dy/dx of a symbol; equal variables make a higher order."""
    inner: Expr = e
    order = 0
    while isinstance(inner, Diff) and inner.variable == e.variable and (order == 0 or path not in p.mark):
        inner, order, path = inner.arg, order + 1, (*path, 0)
    raised = f"^{{{order}}}" if order > 1 else ""
    if isinstance(inner, Sym):
        return rf"\frac{{\mathrm{{d}}{raised}{p.shown(inner, path)}}}{{\mathrm{{d}}{symbol(e.variable.name)}{raised}}}"
    sign = r"\partial " if (symbols(inner) - {e.variable.name}) & PLACES else r"\mathrm{d}"
    below = rf"{sign}{symbol(e.variable.name)}{raised}"
    return rf"\frac{{{sign.strip()}{raised}}}{{{below}}}\left({p.shown(inner, path)}\right)"


def _rate(p: Printer, e: Rate) -> str:
    """(f(b) − f(a)) / (b − a), the definition itself, with both values written out."""
    x = e.variable.name
    rise = substituted(e.arg, {x: e.end}) - substituted(e.arg, {x: e.start})
    quotient = Div(rise, e.end - e.start)
    return type(p)(quotient, {}).shown(quotient, ())


def _on_curve(p: Printer, e: At, path: Path) -> str:
    """The slope of a curve at a point: one bar for both coordinates."""
    inner = (*path, 0)
    slope, x, a = (p.child(e.arg, inner, i) for i in range(3))
    point = rf"{x}={a},\;{p.child(e, path, 1)}={p.child(e, path, 2)}"
    return rf"\left.\left({slope}\right)\right|_{{{point}}}"


def _told(p: Printer, e: Operator, path: Path) -> str | None:
    """Operators that read better as a sentence: the slope that follows from an equation, a walk downhill."""
    match e.name, e.args:
        case "implicit", (Rel(), Sym() as y, Sym() as x, *order):
            raised = rf"^{{{p.child(e, path, 3)}}}" if order else ""
            slope = rf"\frac{{\mathrm{{d}}{raised}{symbol(y.name)}}}{{\mathrm{{d}}{symbol(x.name)}{raised}}}"
            return rf"{p.child(e, path, 0)}\quad\Rightarrow\quad {slope}"
        case "inverse", (f, Sym() as x, _, _):
            inside, name, value, place = (p.child(e, path, i) for i in range(4))
            known = rf"f({name})={inside},\;f({place})={value}:\quad "
            return rf"{'' if f == Fn('f', (x,)) else known}\left(f^{{-1}}\right)'({value})"
        case "logdiff", (_, Sym()):
            return rf"\frac{{\mathrm{{d}}}}{{\mathrm{{d}}{p.child(e, path, 1)}}}\left({p.child(e, path, 0)}\right)"
        case "along", (_, Sym(), Sym()):
            slope, above, below = (p.child(e, path, i) for i in range(3))
            second = rf"\frac{{\mathrm{{d}}^{{2}}{above}}}{{\mathrm{{d}}{below}^{{2}}}}"
            return rf"\frac{{\mathrm{{d}}{above}}}{{\mathrm{{d}}{below}}}={slope}\quad\Rightarrow\quad {second}"
        case "insert", (_, _, _):
            inner, t, s = (p.child(e, path, i) for i in range(3))
            return rf"\left.{inner}\right|_{{{t}={s}}}"
        case "descend", (_, Sym(), _, _, Num() as n):
            inside, name, start, rate, left = (p.child(e, path, i) for i in range(5))
            steps = rf"{left}\text{{ step{'' if n == Num(1) else 's'}}}"
            return rf"\text{{descend }}{inside}\text{{ from }}{name}={start}\text{{ with rate }}{rate},\;{steps}"
    return None


def _named(p: Printer, e: Operator, path: Path) -> str:
    match e.name, len(e.args):
        case "norm", 1:
            return rf"\left\|{p.child(e, path, 0)}\right\|"
        case "transpose", 1:
            return rf"{p.within(e.args[0], (*path, 0), ATOM)}^{{\top}}"
        case "solve", 2:
            return rf"{p.child(e, path, 0)},\quad {{{p.child(e, path, 1)}=\;{{?}}}}"
        case "solve", 4:
            equation, name, low, high = (p.child(e, path, i) for i in range(4))
            return rf"{equation},\quad {{{low}\le {name}\le {high}}}"
    name = r"\det" if e.name == "det" else rf"\operatorname{{{e.name}}}"
    return rf"{name}\left({p.listed(e, path)}\right)"


def _container(p: Printer, e: Expr, path: Path) -> str:
    match e:
        case Vector():
            return _environment("pmatrix", [p.child(e, path, i) for i in range(len(e.children))])
        case Matrix(rows):
            width = len(rows[0])
            entries = [p.child(e, path, i) for i in range(len(e.children))]
            return _environment("pmatrix", ["&".join(entries[i : i + width]) for i in range(0, len(entries), width)])
        case Set():
            return rf"\left\{{{p.listed(e, path)}\right\}}"
        case SetBuilder(_, _, whole):
            within = "" if whole is None else rf"\in {p.within(whole, (*path, 2), ADD)}"
            return rf"\left\{{{p.child(e, path, 0)}{within}\mid {p.child(e, path, 1)}\right\}}"
        case Interval(Neg(Const("inf")), Const("inf"), False, False):
            return r"\mathbb{R}" if not p.mark else r"\left(-\infty, \infty\right)"
        case Interval(_, _, closed_low, closed_high):
            left, right = "[" if closed_low else "(", "]" if closed_high else ")"
            return rf"\left{left}{p.listed(e, path)}\right{right}"
        case Piecewise():
            return _cases(p, e, path)
    raise TypeError(f"no LaTeX for {type(e).__name__}")


def _cases(p: Printer, e: Piecewise, path: Path) -> str:
    lines = [f"{p.child(e, path, 2 * i + 1)}&{p.child(e, path, 2 * i)}" for i in range(len(e.branches))]
    if e.otherwise is not None:
        lines.append(rf"{p.child(e, path, 2 * len(e.branches))}&\text{{otherwise}}")
    return _environment("cases", lines)


def _environment(name: str, lines: list[str]) -> str:
    rows = r"\\".join(lines)
    return rf"\begin{{{name}}}{rows}\end{{{name}}}"

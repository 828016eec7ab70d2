"""The display form of a tree in LaTeX, with marked parts for colouring a step."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fluxions.calculus.expr import (
    Add,
    And,
    Const,
    Diff,
    Div,
    E,
    Expr,
    Fn,
    Int,
    Limit,
    Mul,
    Neg,
    Num,
    Or,
    Pow,
    Rel,
    Root,
    Sum,
    Sym,
    Union,
)
from fluxions.calculus.language import latex_arrays, latex_names
from fluxions.calculus.language.ascii import (
    ADD,
    AND,
    ATOM,
    FRACTION,
    INTERSECT,
    MULTIPLY,
    NEGATIVE,
    OR,
    POWER,
    RELATION,
    UNION,
    number,
)
from fluxions.calculus.language.latex_names import constant, function, symbol
from fluxions.calculus.language.latex_operators import operator
from fluxions.calculus.regions import Belongs, Intersection, Without
from fluxions.calculus.shapes import ARRAYS, Shaped
from fluxions.calculus.trees import Path, nodes

_TALL = re.compile(r"[\^]|\\(?:d?frac|sqrt|begin|int|sum|lim|binom)")
_MARKED = re.compile(r"(?:\\htmlClass\{[^{}]*\}\{|\{\})+")
_COMMAND_END = re.compile(r"\\[A-Za-z]+$")
_RELATIONS = {"<=": r"\le", ">=": r"\ge", "!=": r"\ne"}


def latex(e: Expr, *, mark: Mapping[Path, str] = {}) -> str:
    """The tree in LaTeX; the parts at the marked paths carry their CSS class."""
    return Printer(e, mark).shown(e, ())


class Printer:
    """Writes one tree; `mark` names the classes of its parts."""

    def __init__(self, whole: Expr, mark: Mapping[Path, str]) -> None:
        self.mark = mark
        self.sigma_is_a_symbol = any(isinstance(node, Sym) and node.name == "sigma" for node in nodes(whole))

    def shown(self, e: Expr, path: Path) -> str:
        """A part without regard to what stands round it."""
        return self.written(e, path)[0]

    def child(self, e: Expr, path: Path, index: int) -> str:
        """A child of the node at `path`."""
        return self.shown(e.children[index], (*path, index))

    def written(self, e: Expr, path: Path) -> tuple[str, int]:
        """The text of a part, marked if it is to be, and how tightly it holds together."""
        text, level = self.plain(e, path)
        return (rf"\htmlClass{{{self.mark[path]}}}{{{text}}}" if path in self.mark else text), level

    def within(self, e: Expr, path: Path, level: int) -> str:
        """A part in brackets unless it holds together tightly enough."""
        text, own = self.written(e, path)
        return text if own >= level else bracketed(text)

    def listed(self, e: Expr, path: Path, separator: str = ", ") -> str:
        """All children."""
        return separator.join(self.child(e, path, i) for i in range(len(e.children)))

    def plain(self, e: Expr, path: Path) -> tuple[str, int]:
        """The text of a part without its own mark."""
        match e:
            case Sym(name):
                return symbol(name), ATOM
            case Const(name):
                return constant(name), ATOM
            case Shaped():
                return latex_arrays.shaped(e), ATOM
            case Num():
                return _number(e)
            case Add():
                return self.sum(e, path), ADD
            case Mul():
                return self.product(e, path), MULTIPLY
            case Neg(u):
                return f"-{_unsigned(self.within(u, (*path, 0), MULTIPLY))}", NEGATIVE
            case Div():
                return rf"\frac{{{self.child(e, path, 0)}}}{{{self.child(e, path, 1)}}}", FRACTION
            case Pow():
                return self.power(e, path), POWER
            case Root(_, degree):
                return self.root(e, degree, path), POWER
            case Fn():
                return self.function(e, path)
        return self.relation(e, path)

    def relation(self, e: Expr, path: Path) -> tuple[str, int]:
        """Relations and their joins; all else is an operator or a container."""
        match e:
            case Rel(op, left, right):
                sides = self.within(left, (*path, 0), UNION), self.within(right, (*path, 1), UNION)
                return _spaced(sides[0], _RELATIONS.get(op, op), sides[1]), RELATION
            case And() | Or():
                word, level = (r"\text{ and }", RELATION) if isinstance(e, And) else (r"\text{ or }", AND)
                parts = (self.within(each, (*path, i), level) for i, each in enumerate(e.children))
                return word.join(parts), AND if isinstance(e, And) else OR
            case Union(each):
                return r"\cup ".join(self.within(part, (*path, i), ADD) for i, part in enumerate(each)), UNION
            case Intersection(each):
                return r"\cap ".join(self.within(part, (*path, i), ADD) for i, part in enumerate(each)), INTERSECT
            case Without() | Belongs():
                sign, level = (r"\setminus ", ADD) if isinstance(e, Without) else (r"\in ", UNION)
                first, second = e.children
                inner = ADD if isinstance(e, Without) else UNION
                text = f"{self.within(first, (*path, 0), level)}{sign}{self.within(second, (*path, 1), inner)}"
                return text, UNION if isinstance(e, Without) else RELATION
        return operator(self, e, path)

    def sum(self, e: Add, path: Path) -> str:
        """Terms with their signs."""
        text = self.within(e.terms[0], (*path, 0), NEGATIVE)
        for i, term in enumerate(e.terms[1:], 1):
            own = (*path, i)
            if isinstance(term, Neg) and own not in self.mark:
                text += f"-{_unsigned(self.within(term.arg, (*own, 0), NEGATIVE))}"
            elif isinstance(term, Neg):
                inner = _unsigned(self.within(term.arg, (*own, 0), NEGATIVE))
                text += rf"\htmlClass{{{self.mark[own]}}}{{{{}}-{inner}}}"
            else:
                text += f"+{_unsigned(self.within(term, own, NEGATIVE))}"
        return text

    def product(self, e: Mul, path: Path) -> str:
        """Factors side by side where that is safe, with a dot between them where it is not."""
        text = self.factor(e.factors[0], (*path, 0), True)
        for i, factor in enumerate(e.factors[1:], 1):
            last = isinstance(factor, Int) and i == len(e.factors) - 1  # nothing follows that it would swallow
            piece = self.shown(factor, (*path, i)) if last else self.factor(factor, (*path, i), False)
            text += _between(e.factors[i - 1], factor, text, piece) + piece
        return text

    def factor(self, e: Expr, path: Path, first: bool) -> str:
        """One factor; a limit, sum or integral would swallow what follows."""
        text, level = self.written(e, path)
        if isinstance(e, (Limit, Sum, Int)):
            return bracketed(text)
        fits = level >= FRACTION or (first and isinstance(e, Num))
        return text if fits else bracketed(text)

    def power(self, e: Pow, path: Path) -> str:
        """A base with its exponent raised; sin²(x) for a power of a sine."""
        raised = self.child(e, path, 1)
        raised = raised if len(raised) == 1 else f"{{{raised}}}"
        base, own = e.base, (*path, 0)
        if (
            isinstance(base, Fn)
            and own not in self.mark
            and function(base.name) in latex_names.RAISED
            and _whole(e.exponent)
        ):
            return rf"{function(base.name)}^{raised}{bracketed(self.listed(base, own))}"
        text, level = self.written(base, own)
        tight = level == ATOM or base == E
        return f"{text if tight else bracketed(text)}^{raised}"

    def root(self, e: Expr, degree: Expr, path: Path) -> str:
        """A root sign."""
        if degree == Num(2) and (*path, 1) not in self.mark:
            return rf"\sqrt{{{self.child(e, path, 0)}}}"
        over = self.child(e, path, 1)
        if "]" in over:
            return rf"\operatorname{{root}}{bracketed(self.listed(e, path))}"
        return rf"\sqrt[{over}]{{{self.child(e, path, 0)}}}"

    def function(self, e: Fn, path: Path) -> tuple[str, int]:
        """A function with its argument in brackets, or the signs it is written with."""
        args = e.args
        if e.name in ARRAYS:
            return latex_arrays.array(self, e, path)
        match e.name, len(args):
            case "abs", 1:
                return rf"\left|{self.child(e, path, 0)}\right|", ATOM
            case (("floor" | "ceil"), 1):
                return rf"\left\l{e.name}{_gap(self.child(e, path, 0))}\right\r{e.name}", ATOM
            case "factorial", 1:
                return f"{self.within(args[0], (*path, 0), ATOM)}!", POWER
            case "binomial", 2:
                return rf"\binom{{{self.child(e, path, 0)}}}{{{self.child(e, path, 1)}}}", ATOM
            case "log", 2 if _is_base(args[1]):
                return rf"\log_{{{self.child(e, path, 1)}}}{bracketed(self.child(e, path, 0))}", ATOM
        name = r"\operatorname{sigmoid}" if e.name == "sigmoid" and self.sigma_is_a_symbol else function(e.name)
        return f"{name}{bracketed(self.listed(e, path))}", ATOM


def bracketed(text: str) -> str:
    """Round brackets, growing only round what is tall."""
    return rf"\left({text}\right)" if _TALL.search(text) else f"({text})"


def _number(e: Num) -> tuple[str, int]:
    text = number(e)
    if "/" not in text:
        return text, NEGATIVE if e.top < 0 else ATOM
    fraction = rf"\frac{{{abs(e.top)}}}{{{e.bottom}}}"
    return (f"-{fraction}", NEGATIVE) if e.top < 0 else (fraction, FRACTION)


def _bare(text: str) -> str:
    """The text without the marks it begins with."""
    found = _MARKED.match(text)
    return text[found.end() :] if found else text


def _unsigned(text: str) -> str:
    """In brackets if it begins with a sign of its own."""
    return bracketed(text) if _bare(text).startswith("-") else text


def _between(before: Expr, after: Expr, left: str, right: str) -> str:
    """What stands between two factors."""
    begin = _bare(right)
    if begin[0].isdigit() or isinstance(after, Num) or isinstance(before, Diff):
        return r"\cdot "
    if isinstance(before, Num) and before.bottom != 1 and isinstance(after, Div):
        return r"\cdot "
    if before == Num(1) or before == Num(-1):
        return r"\cdot "
    opens = begin.startswith(("(", r"\left("))
    if opens and isinstance(before, Sym) and latex_names.may_be_applied(before.name):
        return r"\cdot "
    if isinstance(before, Sym) and isinstance(after, (Sym, Pow)) and latex_names.runs_together(left, begin):
        return r"\,"
    return " " if _COMMAND_END.search(left) and begin[0].isalpha() else ""


def _spaced(left: str, sign: str, right: str) -> str:
    gap = " " if sign.startswith("\\") else ""
    return f"{left}{sign}{gap}{right}"


def _gap(text: str) -> str:
    return f" {text}" if text[:1].isalpha() else text


def _whole(e: Expr) -> bool:
    return isinstance(e, Num) and e.bottom == 1 and e.top > 1


def _is_base(e: Expr) -> bool:
    return (isinstance(e, Num) and e.bottom == 1 and e.top >= 0) or (isinstance(e, Sym) and len(e.name) == 1)


__all__ = ["Printer", "bracketed", "latex"]

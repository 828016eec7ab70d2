"""Problems in Mathematica's spelling, `{integrand, variable, steps, antiderivative}`, read into small trees of tuples.

A tree is a number (Fraction), a name (str), or (head, part, …) with the heads Plus, Times, Power, Divide, Minus and the
names of functions. It is written out for Fluxions and for SymPy, and evaluated by mpmath without either of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import mpmath as mp

Tree = Any
TOKEN = re.compile(r"\s*(?:(\d+\.\d*|\d+)|([A-Za-z][A-Za-z0-9]*)|(.))", re.DOTALL)
COMMENT = re.compile(r"\(\*.*?\*\)", re.DOTALL)

# Mathematica's name -> ours, SymPy's, and the function of mpmath
FUNCTIONS: Mapping[str, tuple[str, str, Any]] = {
    "Sin": ("sin", "sin", mp.sin), "Cos": ("cos", "cos", mp.cos), "Tan": ("tan", "tan", mp.tan),
    "Cot": ("cot", "cot", mp.cot), "Sec": ("sec", "sec", mp.sec), "Csc": ("csc", "csc", mp.csc),
    "ArcSin": ("arcsin", "asin", mp.asin), "ArcCos": ("arccos", "acos", mp.acos),
    "ArcTan": ("arctan", "atan", mp.atan), "ArcCot": ("arccot", "acot", mp.acot),
    "ArcSec": ("arcsec", "asec", mp.asec), "ArcCsc": ("arccsc", "acsc", mp.acsc),
    "Sinh": ("sinh", "sinh", mp.sinh), "Cosh": ("cosh", "cosh", mp.cosh), "Tanh": ("tanh", "tanh", mp.tanh),
    "Coth": ("coth", "coth", mp.coth), "Sech": ("sech", "sech", mp.sech), "Csch": ("csch", "csch", mp.csch),
    "ArcSinh": ("arsinh", "asinh", mp.asinh), "ArcCosh": ("arcosh", "acosh", mp.acosh),
    "ArcTanh": ("artanh", "atanh", mp.atanh), "Log": ("ln", "log", mp.log), "Exp": ("exp", "exp", mp.exp),
    "Sqrt": ("sqrt", "sqrt", mp.sqrt), "Abs": ("abs", "Abs", abs), "Erf": ("erf", "erf", mp.erf),
    "SinIntegral": ("Si", "Si", mp.si), "CosIntegral": ("Ci", "Ci", mp.ci),
    "NormalCDF": ("Phi", "Phi", mp.ncdf), "NormalPDF": ("phi", "phi", mp.npdf),
    "Sigmoid": ("sigmoid", "sigmoid", lambda u: 1 / (1 + mp.exp(-u))),
    "Sign": ("sign", "sign", mp.sign),
    "Ramp": ("relu", "relu", lambda u: max(u, mp.mpf(0))),
    "ExpIntegralEi": ("Ei", "Ei", mp.ei), "LogIntegral": ("li", "li", mp.li),
}  # fmt: skip


class Problem(NamedTuple):
    """An integrand with its variable."""

    integrand: Tree
    variable: str

    @property
    def text(self) -> str:
        """The integrand in the spelling of Fluxions."""
        return written(self.integrand, 0)


def problems(path: Path) -> Iterator[Problem]:
    """The problems of a file; a list that is no problem is passed over."""
    text = COMMENT.sub(" ", path.read_text(encoding="utf-8", errors="replace"))
    for line in _lists(text):
        try:
            parts = _Reader(line).listed()
        except (ValueError, IndexError):
            continue
        if len(parts) >= 2 and isinstance(parts[1], str):
            yield Problem(parts[0], parts[1])


def _lists(text: str) -> Iterator[str]:
    """The outermost {…} of a text."""
    depth = start = 0
    for i, each in enumerate(text):
        if each == "{":
            start = i if depth == 0 else start
            depth += 1
        elif each == "}":
            depth -= 1
            if depth == 0:
                yield text[start : i + 1]


class _Reader:
    """Reads sums, products, powers and calls; precedence as in Mathematica."""

    def __init__(self, text: str) -> None:
        self.tokens = [match.groups() for match in TOKEN.finditer(text) if match.group(0).strip()]
        self.at = 0

    def peek(self) -> str:
        return next((each for each in self.tokens[self.at] if each), "") if self.at < len(self.tokens) else ""

    def take(self, wanted: str | None = None) -> str:
        found = self.peek()
        if not found or (wanted is not None and found != wanted):
            raise ValueError(f"{wanted} is missing at {self.at}")
        self.at += 1
        return found

    def listed(self) -> list[Tree]:
        self.take("{")
        parts = [self.sum()]
        while self.peek() == ",":
            self.take()
            parts.append(self.sum())
        self.take("}")
        return parts

    def sum(self) -> Tree:
        terms = [self.product()]
        while self.peek() in ("+", "-"):
            sign = self.take()
            term = self.product()
            terms.append(("Minus", term) if sign == "-" else term)
        return terms[0] if len(terms) == 1 else ("Plus", *terms)

    def product(self) -> Tree:
        if self.peek() == "-":
            self.take()
            return ("Minus", self.product())
        left = self.power()
        while True:
            sign = self.peek()
            if sign in ("*", "/"):
                self.take()
                right = self.power()
                left = ("Divide", left, right) if sign == "/" else ("Times", left, right)
            elif sign and (sign == "(" or sign[0].isalnum()):
                left = ("Times", left, self.power())
            else:
                return left

    def power(self) -> Tree:
        base = self.atom()
        if self.peek() != "^":
            return base
        self.take()
        if self.peek() == "-":
            self.take()
            return ("Power", base, ("Minus", self.power()))
        return ("Power", base, self.power())

    def atom(self) -> Tree:
        number, name, _ = self.tokens[self.at] if self.at < len(self.tokens) else (None, None, None)
        found = self.take()
        if number:
            return Fraction(number)
        if name:
            if self.peek() != "[":
                return name
            self.take("[")
            parts = [self.sum()]
            while self.peek() == ",":
                self.take()
                parts.append(self.sum())
            self.take("]")
            return (name, *parts)
        if found == "(":
            inner = self.sum()
            self.take(")")
            return inner
        raise ValueError(f"{found} begins nothing")


CONSTANTS = {"E": ("e", "E", mp.e), "Pi": ("pi", "pi", mp.pi)}


def written(tree: Tree, place: int) -> str:
    """The tree in the spelling of Fluxions (0) or SymPy (1); raises KeyError for a name that is not known."""
    if isinstance(tree, Fraction):
        return f"({tree})" if tree.denominator > 1 else str(tree)
    if isinstance(tree, str):
        return str(CONSTANTS[tree][place]) if tree in CONSTANTS else tree
    head, *parts = tree
    inner = [written(each, place) for each in parts]
    match head:
        case "Plus":
            return "(" + " + ".join(inner) + ")"
        case "Minus":
            return f"(-{inner[0]})"
        case "Times":
            return "(" + "*".join(inner) + ")"
        case "Divide":
            return f"({inner[0]}/({inner[1]}))"
        case "Power":
            return f"({inner[0]}){'^' if place == 0 else '**'}({inner[1]})"
    return f"{FUNCTIONS[head][place]}({', '.join(inner)})"


def value(tree: Tree, at: Mapping[str, Any]) -> Any:
    """The value of a tree by mpmath, powers by their principal branch."""
    if isinstance(tree, Fraction):
        return mp.mpf(tree.numerator) / tree.denominator
    if isinstance(tree, str):
        return +CONSTANTS[tree][2] if tree in CONSTANTS else at[tree]
    head, *parts = tree
    inner = [value(each, at) for each in parts]
    match head:
        case "Plus":
            return sum(inner, mp.mpf(0))
        case "Minus":
            return -inner[0]
        case "Times":
            return inner[0] * inner[1]
        case "Divide":
            return inner[0] / inner[1]
        case "Power":
            return mp.power(inner[0], inner[1])
    if head == "ArcCot" and mp.re(inner[0]) < 0:
        raise ZeroDivisionError  # two conventions
    if head == "Log" and len(inner) == 2:
        return mp.log(inner[1]) / mp.log(inner[0])
    return FUNCTIONS[head][2](*inner)


OURS = {ours: theirs for theirs, (ours, _, _) in FUNCTIONS.items()} | {"exp": "Exp", "ln": "Log"}


CALLED = frozenset(OURS)


def read_task(task: str) -> Problem:
    """A task of ours, `int(integrand, variable)`, read by the same reader: calls with brackets, names translated."""
    body = task.removeprefix("int(").removesuffix(")")
    integrand, _, variable = body.rpartition(",")
    return Problem(_translated(_Reader(_with_brackets(integrand)).sum()), variable.strip())


def _with_brackets(text: str) -> str:
    """f(x) as f[x]."""
    result, stack = [], []
    for i, each in enumerate(text):
        if each == "(":
            call = i > 0 and text[i - 1].isalpha() and re.search(r"([A-Za-z]+)$", text[:i]).group(1) in CALLED  # type: ignore[union-attr]
            stack.append(call)
            result.append("[" if call else "(")
        elif each == ")":
            result.append("]" if stack.pop() else ")")
        else:
            result.append(each)
    return "".join(result)


def _translated(tree: Tree) -> Tree:
    if isinstance(tree, str):
        return {"e": "E", "pi": "Pi"}.get(tree, tree)
    if isinstance(tree, tuple):
        return (OURS.get(tree[0], tree[0]), *(_translated(each) for each in tree[1:]))
    return tree


def names(tree: Tree) -> frozenset[str]:
    """The letters of a tree."""
    if isinstance(tree, str):
        return frozenset() if tree in CONSTANTS else frozenset({tree})
    if isinstance(tree, tuple):
        return frozenset().union(*(names(each) for each in tree[1:]))
    return frozenset()

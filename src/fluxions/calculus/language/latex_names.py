"""How names are written in LaTeX, and which must not run together."""

from __future__ import annotations

import re
from functools import lru_cache

from fluxions.calculus.language.names import CALLS, CONSTANTS, PLAIN, WORDS
from fluxions.calculus.vocabulary import GREEK, VERDICTS

_COMMANDS = frozenset("sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth ln log exp min max".split())
RAISED = frozenset({r"\sin", r"\cos", r"\tan", r"\cot", r"\sec", r"\csc", r"\sinh", r"\cosh", r"\tanh", r"\ln"})
_SIGNS = {"sigmoid": r"\sigma", "Phi": r"\Phi", "phi": r"\phi", "gamma": r"\Gamma", "sign": r"\operatorname{sign}"}
_ACCENTS = {"hat": "hat", "bar": "bar", "tilde": "tilde"}
_APPLIED = frozenset({"f", "g", "h", "sigma", "phi", "Phi", "beta", "gamma", "Gamma"})
_KNOWN = frozenset(name for name in PLAIN | CALLS | GREEK | WORDS | frozenset(CONSTANTS) if len(name) > 1)
_LETTERS_AT_END = re.compile(r"(?<![\\A-Za-z])[A-Za-z]+$")
_LETTERS_AT_START = re.compile(r"[A-Za-z]+")


def symbol(name: str) -> str:
    """A symbol: x, θ, x₁, ŷ, loss."""
    if name in VERDICTS:
        return rf"\text{{{name.replace('_', ' ')}}}"
    head, _, below = name.partition("_")
    if below in _ACCENTS:
        return rf"\{below}{{{_letter(head)}}}"
    if not below:
        return _letter(head)
    index = below if len(below) == 1 or below.isdigit() else rf"\mathrm{{{below}}}"
    return f"{_letter(head)}_{{{index}}}"


def _letter(name: str) -> str:
    if name in GREEK:
        return rf"\{name}" if name != "omicron" else "o"
    return name if len(name) == 1 else rf"\mathrm{{{name}}}"


CONVERGENCE = {
    "converges": "converges", "absolutely": "converges absolutely", "conditionally": "converges conditionally",
    "diverges": "diverges",
}  # fmt: skip


def constant(name: str) -> str:
    """π, e, i, ∞."""
    return {"pi": r"\pi", "inf": r"\infty", "dne": r"\mathrm{DNE}"}.get(
        name, rf"\text{{{CONVERGENCE[name]}}}" if name in CONVERGENCE else rf"\mathrm{{{name}}}"
    )


def function(name: str) -> str:
    """The name of a function, upright, with its primes."""
    bare = name.rstrip("'")
    primes = name[len(bare) :]
    if bare in _SIGNS:
        return _SIGNS[bare] + primes
    if bare in _COMMANDS:
        return rf"\{bare}{primes}"
    return (symbol(bare) if len(bare.partition("_")[0]) == 1 else rf"\operatorname{{{bare}}}") + primes


def may_be_applied(name: str) -> bool:
    """Would a bracket after this symbol be taken for its argument?"""
    return name in _APPLIED


def runs_together(left: str, right: str) -> bool:
    """Would letters at the seam make another name, as p and i make π?"""
    before, after = _LETTERS_AT_END.search(left), _LETTERS_AT_START.match(right)
    if before is None or after is None:
        return False
    run = before.group() + after.group()
    return before.group().endswith("d") or _holds_a_name(run)


@lru_cache(maxsize=1024)
def _holds_a_name(run: str) -> bool:
    return any(run[i:j] in _KNOWN for i in range(len(run)) for j in range(i + 2, len(run) + 1))

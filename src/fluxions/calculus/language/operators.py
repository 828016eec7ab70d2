"""Operators that wait for their right operand, and how tightly they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fluxions.calculus.language.build import Call
from fluxions.calculus.language.parts import Part
from fluxions.calculus.language.tokens import Token

SUCH, OR, AND, RELATION, UNION, INTERSECT, ADD, BIG, NEGATIVE, MULTIPLY, WORD, TIGHT, SIGNED, POWER, BARE = (
    1, 2, 3, 5, 6, 7, 10, 15, 18, 20, 21, 22, 25, 30, 35,
)  # fmt: skip
RELATIONS = frozenset({"=", "<", "<=", ">", ">=", "!="})
INFIX = {
    "or": OR, "and": AND, **dict.fromkeys(RELATIONS, RELATION), "∈": RELATION, "U": UNION, "\\": UNION,
    "∩": INTERSECT, "+": ADD, "-": ADD, "*": MULTIPLY, "/": MULTIPLY, "^": POWER,
    **dict.fromkeys("∘⊗⊘", MULTIPLY),
}  # fmt: skip
ARITHMETIC = frozenset("+-*/^=")
CLOSERS = {
    "(": ")",
    "[": "]",
    "]": "[",
    "{": "}",
    "group": "group",
    "big": "big",
    "|": "|",
    "‖": "‖",
    "∫": "∫",
    "⟨": "⟩",
}


@dataclass(slots=True)
class Op:
    """An operator that waits for its right operand, or an open bracket (precedence 0)."""

    kind: Literal["infix", "tight", "sign", "root", "function", "power-of", "derivative", "big", "bracket", "end"]
    text: str
    prec: int
    token: Token
    base: int = 0  # operands below an open bracket
    call: Call | None = None
    mode: str = ""
    args: tuple[Part, ...] = ()
    such: bool = False  # `{x |` has been read
    marks: str = ""  # the separators met inside a bracket, in order

"""Tokens: what both spellings of the language are cut into before they are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from fluxions.calculus.expr import Num
from fluxions.calculus.verdict import Text, Unreadable

TokenKind = Literal["number", "name", "open", "close", "op", "bar", "derivative", "end"]
Sort = Literal["", "symbol", "function", "operator", "constant", "word", "case"]

LONGEST_TEXT = 2_000
LONGEST_LITERAL = 300
LARGEST_SIZE = 1_000
DEEPEST = 100
LARGEST_EXPONENT = 1_000_000


@dataclass(slots=True)
class Token:
    """A piece of the text: `text` is its canonical spelling, `start` and `end` are where it stood."""

    kind: TokenKind
    text: str
    start: int
    end: int
    spaced: bool = False  # white space stood before it
    sort: Sort = ""  # of a name
    value: Num | None = None  # of a number
    derivative: Derivative | None = None
    variable: str = ""  # of the differential that closes an integral


@dataclass(frozen=True, slots=True)
class Derivative:
    """d/dx, d²/dx² or dy/dx: the variables in the order of differentiation, and the subject if it is a name."""

    variables: tuple[str, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The other reading of one place: `mode` says which."""

    at: int
    mode: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place with two common readings, before the other one has been carried out."""

    message: str
    span: tuple[int, int]
    choice: Choice | None = None


class Unread(Exception):
    """Reading stops here: the reason is an Unreadable."""

    def __init__(self, code: str, span: tuple[int, int], text: str, repair: str | None = None, **slots: str) -> None:
        super().__init__(code)
        self.repair = repair
        self.answer = Unreadable(code, span, Text(text, tuple(slots.items())))


@dataclass(slots=True)
class Source:
    """The tokens of a text and the doubts met while cutting it."""

    text: str
    tokens: list[Token] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    signs: int = 0  # how many ± and ∓ there are
    cases: bool = False  # are there words of cases, as in `0 if x < 0`?
    dots: bool = False


def begins(token: Token) -> bool:
    """May an operand begin with this token?"""
    if token.kind == "name":
        return token.sort not in ("word", "case")
    return token.kind in ("number", "open", "derivative", "bar") or (token.kind == "op" and token.text in "√∛∜")


def put(text: str, span: tuple[int, int], piece: str) -> str:
    """The text with another piece in one place."""
    return (text[: span[0]] + piece + text[span[1] :]).strip()


def digit(character: str) -> bool:
    """Is this one of the ten digits?"""
    return "0" <= character <= "9"


def after_space(text: str, at: int, end: int) -> int:
    """The next place without white space."""
    while at < end and text[at] == " ":
        at += 1
    return at

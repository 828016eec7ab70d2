"""Lines of working: `= 6x`, `y' = 6x`, `let u = x^2`, or an expression alone."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import Literal

from fluxions.calculus.expr import And, Expr, Rel
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Kind, Note, Reading, Syntax
from fluxions.calculus.trees import Path
from fluxions.calculus.verdict import Unreadable
from fluxions.calculus.vocabulary import STANDARD, Vocabulary

_CONTINUED = re.compile(
    r"\s*&?\s*(?:<=>|=>|==|=(?![<=])|⇒|⟹|⟺|⇔|→|->|\\Rightarrow(?![A-Za-z])|\\implies(?![A-Za-z])|\\iff(?![A-Za-z])|∴|"
    r"\\therefore(?![A-Za-z])|(?:[Ss]o|[Tt]hus|[Hh]ence|[Tt]herefore|[Tt]hen)(?=[ ,:])[,:]?)"
)
_LET = re.compile(r"\s*(?:let|set|with|where|put|\\text\{\s*let\s*\}|\\mathrm\{let\})(?![A-Za-z(])\s*:?", re.IGNORECASE)
_DEFINES = re.compile(r":=")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of working. `reading` is its last right side; `name` is what stands left of the first equals sign."""

    kind: Literal["expression", "continued", "named", "let"]
    reading: Reading | Unreadable
    name: Expr | None = None
    sides: tuple[Expr, ...] = ()  # every side of a chain of equals signs, the name left out


def read_line(
    text: str,
    vocabulary: Vocabulary = STANDARD,
    *,
    syntax: Syntax = "auto",
    decimal: Literal[".", ","] = ".",
    want: Kind | None = None,
) -> Line:
    """One line of working, with places counted in the line as typed."""
    opening, rest = _opening(text)
    kind: Literal["expression", "continued", "named", "let"] = opening
    found = read(rest, vocabulary, syntax=syntax, decimal=decimal, want=want)
    if isinstance(found, Unreadable):
        return Line(kind, found)
    found = replace(found, text=text)
    sides = _sides(found.expr)
    if len(sides) == 1:
        return Line(kind, found, None, sides)
    name = None if kind == "continued" and not _follows(text) else sides[0]
    kind = "named" if kind == "expression" else kind
    return Line(kind, _last_side(found, len(sides)), name, sides if name is None else sides[1:])


def _opening(text: str) -> tuple[Literal["expression", "continued", "let"], str]:
    """How a line begins, and the line with that beginning blanked out."""
    if len(text) > 4_000:
        return "expression", text
    if found := _LET.match(text):
        return "let", _DEFINES.sub(" =", " " * found.end() + text[found.end() :])
    if _DEFINES.search(text):
        return "let", _DEFINES.sub(" =", text)
    if found := _CONTINUED.match(text):
        return "continued", " " * found.end() + text[found.end() :]
    return "expression", text


def _follows(text: str) -> bool:
    """Does the line begin with an arrow, so that an equation stands after it?"""
    return not text.lstrip(" \t&").startswith("=") or text.lstrip(" \t&").startswith("=>")


def _sides(e: Expr) -> tuple[Expr, ...]:
    """The sides of an equation, or of a chain of equations."""
    match e:
        case Rel("=", left, right):
            return left, right
        case And(links) if _is_chain(links):
            return (links[0].children[0], *(link.children[1] for link in links))
    return (e,)


def _is_chain(links: tuple[Expr, ...]) -> bool:
    equations = all(isinstance(link, Rel) and link.op == "=" for link in links)
    return equations and all(a.children[1] == b.children[0] for a, b in itertools.pairwise(links))


def _last_side(found: Reading, count: int) -> Reading:
    """The reading of the last right side alone."""
    prefix: Path = (1,) if count == 2 else (count - 2, 1)
    spans = {path[len(prefix) :]: span for path, span in found.spans.items() if path[: len(prefix)] == prefix}
    notes = tuple(Note(note.message, note.span, _last(note.other)) for note in found.notes)
    return Reading(_sides(found.expr)[-1], found.text, notes, spans)


def _last(e: Expr | None) -> Expr | None:
    return None if e is None else _sides(e)[-1]

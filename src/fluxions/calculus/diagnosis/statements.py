"""A typed line as the statements it makes: `u = x, dv = e^x dx` are two, `x^2 = 4 => x = 2 or x = -2` too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fluxions.calculus.diagnosis.labels import Label
from fluxions.calculus.expr import INF, Add, And, At, Expr, Limit, Neg, Operator, Rel, Sym
from fluxions.calculus.language.lines import Line, read_line
from fluxions.calculus.language.reading import Kind, Reading, Syntax
from fluxions.calculus.trees import mapped
from fluxions.calculus.verdict import Unreadable
from fluxions.calculus.vocabulary import GREEK, Vocabulary

_LETTERS = "|".join((*sorted(GREEK, key=len, reverse=True), "[A-Za-z](?:_[0-9])?"))
_DIFFERENTIAL = re.compile(rf"(?<![A-Za-z\\_])d(?:{_LETTERS})(?![A-Za-z(_])")
_CARRIED_OUT = re.compile(r"∫|int|/ ?\(?d|\\int|\\frac|d/d|∂")  # there a d belongs to its sign
_ARROW = re.compile(r"<=>|=>|⇒|⟹|⟺|⇔|;|\\Rightarrow(?![A-Za-z])|\\implies(?![A-Za-z])|\\iff(?![A-Za-z])")
_WORDS = re.compile(r"^\s*(?!let |where )[A-Za-z]{2,} [A-Za-z0-9 ]+:\s+(?!=)")  # from the second: …
_ANSWER = re.compile(
    r"^\s*(?:(?:so|thus|hence|therefore)\s+)?(?:the\s+)?"
    r"(?:answer|result|derivative|integral|antiderivative|limit|area|value|mean|variance|solution)\s*(?:is|=|:)\s+(?!=)",
    re.IGNORECASE,
)
_BOUND = r"(\{[^{}]*\}|\([^()]*\)|[-−]?[A-Za-z0-9.∞π]+(?:/[0-9]+)?)"
_BRACKET = re.compile(rf"\[([^\[\]]+)\]\s*_\s*{_BOUND}\s*\^\s*{_BOUND}")
_BAR = re.compile(rf"(?:(?<==)|^)([^=|]+)\|\s*_\s*{_BOUND}\s*\^\s*{_BOUND}\s*(?=$|=)")
_BARE_BOUNDS = re.compile(
    r"(?<![A-Za-z])int_([0-9]+|[A-Za-z])\^([0-9]+|[A-Za-z])(?= )|∫_([0-9]+|[A-Za-z])\^([0-9]+|[A-Za-z])(?= )"
)
_DETERMINANT = re.compile(r"(?<![A-Za-z])det\s*(?:\(\s*H\s*\)|H)(?![A-Za-z(])")


def statements(
    text: str,
    vocabulary: Vocabulary,
    variables: Sequence[str],
    *,
    unknowns: frozenset[str] = frozenset(),
    labels: tuple[Label, ...] = (),
    syntax: Syntax = "auto",
    want: Kind | None = None,
) -> tuple[Line, ...]:
    """What a line says, piece by piece.

    `variables` are those that `[F]_a^b` may be taken in, the likeliest first; values of `unknowns` make one point;
    `labels` are what is read before the line is.
    """
    found: list[Line] = []
    typed = text
    for pattern, spelled in ((_WORDS, lambda _: ""), *labels, (_ANSWER, lambda _: "")):
        text = pattern.sub(spelled, text)
    for at, piece in _pieces(text):
        line = _read(" " * at + piece, vocabulary, variables, syntax, want)
        if at and isinstance(line.reading, Reading):
            line = replace(line, reading=replace(line.reading, text=typed))
        found.extend(_parts(line, unknowns))
    return tuple(found)


def _pieces(text: str, commas: bool = False) -> Iterator[tuple[int, str]]:
    """The line cut at its arrows, and at its commas where differentials stand on both sides of an equation."""
    cuts = [0]
    depth = 0
    arrows = {found.start(): found for found in _ARROW.finditer(text)}
    commas = commas or (_DIFFERENTIAL.search(text) is not None and _CARRIED_OUT.search(text) is None)
    for place, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if depth:
            continue
        at_place = sign == ":" and "=" in text[:place] and text[place + 1 : place + 2] == " "  # x = 2: 4A = 1
        if (place in arrows and text[:place].strip()) or (commas and sign == ",") or at_place:
            cuts.append(place)
    for start, stop in zip(cuts, [*cuts[1:], len(text)], strict=True):
        piece = text[start:stop]
        if piece[:1] in (",", ";", ":"):
            piece = " " + piece[1:]
        if piece.strip():
            yield start, piece


def pieces_of(text: str) -> list[str]:
    """A line of vectors and matrices cut at its arrows and its commas, each piece at its place in the line."""
    return [" " * at + piece.lstrip("⇒⟹⟺⇔<=>") if at else piece for at, piece in _pieces(text, commas=True)]


def _read(text: str, words: Vocabulary, variables: Sequence[str], syntax: Syntax, want: Kind | None) -> Line:
    spelled = _respelled(text, variables)
    names = () if _CARRIED_OUT.search(text) else tuple(found[0] for found in _DIFFERENTIAL.finditer(text))
    if "d" in words.symbols or not any("d" + each in names for each in (*variables, *"xytuvw")):
        names = ()
    for attempt in (spelled, text):
        line = read_line(attempt, words.declaring(*names), syntax=syntax, want=want)
        if isinstance(line.reading, Reading):
            break
    if spelled == text or isinstance(line.reading, Unreadable):
        return line
    return replace(line, sides=tuple(_taken(each) for each in line.sides), reading=_taken_in(line.reading, text))


def _respelled(text: str, variables: Sequence[str]) -> str:
    """`[F]_a^b` and `F |_a^b` as the operator that takes the difference; the determinant of H as D."""

    def operator(found: re.Match[str]) -> str:
        variable = next((each for each in variables if each in found[1]), variables[0] if variables else "x")
        low, high = (each.strip("{}()") for each in (found[2], found[3]))
        return f"bracket({found[1]}, {variable}, {low}, {high})"

    text = _BARE_BOUNDS.sub(lambda found: f"int_({found[1] or found[3]})^({found[2] or found[4]})", text)
    text = _BRACKET.sub(operator, text)
    text = _BAR.sub(operator, text) if "bracket(" not in text else text
    return _DETERMINANT.sub("D", text)


def _taken_in(reading: Reading, text: str) -> Reading:
    return replace(reading, expr=_taken(reading.expr), text=text)


def _taken(e: Expr) -> Expr:
    """F taken from a to b as F(b) − F(a), by limits at infinity."""

    def change(node: Expr) -> Expr:
        match node:
            case Operator("bracket", (f, Sym() as x, low, high)):
                return Add((_end(f, x, high), Neg(_end(f, x, low))))
        return node

    return mapped(e, change)


def _end(f: Expr, x: Sym, end: Expr) -> Expr:
    return Limit(f, x, end) if end in (INF, Neg(INF)) else At(f, x, end)


def _parts(line: Line, unknowns: frozenset[str]) -> Iterator[Line]:
    """Equations joined by commas or `and`, one by one; the coordinates of a point stay together."""
    e = line.sides[0] if len(line.sides) == 1 and line.name is None else None
    if not isinstance(e, And) or not isinstance(line.reading, Reading) or is_point(e, unknowns):
        yield line
        return
    for part in e.parts:
        reading = Reading(part, line.reading.text)
        match part:
            case Rel("=", left, right):
                yield Line("let" if line.kind == "let" else "named", replace(reading, expr=right), left, (right,))
            case _:
                yield Line("expression", reading, None, (part,))


def is_point(e: Expr, unknowns: frozenset[str]) -> bool:
    """Are these the values of different unknowns: x = 1, y = 2?"""
    if not isinstance(e, And):
        return False
    names = [each.left for each in e.parts if isinstance(each, Rel) and each.op == "=" and isinstance(each.left, Sym)]
    values = [each.right for each in e.parts if isinstance(each, Rel) and not each.right.stands]
    return len(names) == len(e.parts) == len(set(names)) == len(values) and {each.name for each in names} <= unknowns


__all__ = ["is_point", "pieces_of", "statements"]

"""What would be read instead, and the picture of where reading stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from fluxions.calculus.language.tokens import Unread
from fluxions.calculus.verdict import Unreadable

_CLOSERS = {"(": ")", "[": "]", "{": "}"}


def suggested(stop: Unread, text: str, reads: Callable[[str], bool]) -> Unreadable:
    """The answer with the first repaired spelling that does read; its place is never empty where there is a text."""
    found = replace(stop.answer, span=_wide(stop.answer.span, len(text)))
    for spelling in _spellings(stop, text):
        if spelling != text and reads(spelling):
            return Unreadable(found.code, found.span, found.message, spelling)
    return found


def _wide(span: tuple[int, int], length: int) -> tuple[int, int]:
    """At least one character of the text."""
    start, end = max(0, min(*span, length - 1)), min(max(*span), length)
    return start, min(max(end, start + 1), length)


def _spellings(stop: Unread, text: str) -> Iterator[str]:
    start, end = stop.answer.span
    match stop.repair:
        case None:
            return
        case "close":
            yield text.rstrip() + (text[start:end] if text[start:end] in ("|", "‖") else _missing_closers(text))
        case "drop":
            yield (text[:start] + text[end:]).strip()
        case "cut":
            yield (text[:start] + text[end:]).strip()
        case "argument":
            yield f"{text[:end]}(x){text[end:]}"
        case whole if stop.answer.code in ("unknown-name", "letter-case"):
            yield text[:start] + whole + text[end:]
        case whole:
            yield whole


def _missing_closers(text: str) -> str:
    """The brackets that are still open, closed in order; \\left( asks for \\right)."""
    open_ones: list[str] = []
    for place, character in enumerate(text):
        if character in _CLOSERS:
            open_ones.append((r"\\right" if text[:place].endswith("\\left") else "") + _CLOSERS[character])
        elif character in ")]}" and open_ones:
            open_ones.pop()
    return "".join(reversed(open_ones)).replace("\\\\", "\\")


def caret(text: str, span: tuple[int, int]) -> str:
    """The text with a caret under the place, on two lines."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    start = max(0, min(span[0], len(shown)))
    width = max(1, min(span[1], len(shown)) - start)
    return f"{shown}\n{' ' * start}{'^' * width}"

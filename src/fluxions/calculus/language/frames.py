"""What people put round an answer: $ … $, \\( … \\), and sentences that name a set."""

from __future__ import annotations

import re

from fluxions.calculus.expr import Const, Expr
from fluxions.calculus.language.regions import EMPTY, REALS

_FRAMES = ((r"$$", r"$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]"))
_TEXT = re.compile(r"\\(?:text|mathrm|mbox|textrm)\{([^{}]*)\}")
_SENTENCES: tuple[tuple[str, Expr], ...] = (
    (r"(there (is|are) )?(none|no( real)? solutions?)( exists?)?|(the )?empty set|nowhere", EMPTY),
    (r"all( real)?( numbers?| x| reals)|all reals?|every( real)? (number|x)|(the )?real numbers|everywhere", REALS),
    (r"(it |the limit )?does ?n[o']t exist|(there is )?no limit", Const("dne")),
)  # fmt: skip
_LONGEST = 40
_BEGINS = re.compile(r"\s*(?:\\\w+\{)?\s*(?:there|no|all|every|the|it|does|empty)", re.IGNORECASE)


def framed(text: str) -> tuple[int, int] | None:
    """Where the answer stands inside signs of LaTeX's mathematics, if it does."""
    if text.lstrip()[:1] not in ("$", "\\"):
        return None
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for left, right in _FRAMES:
        low, high = start + len(left), end - len(right)
        if text.startswith(left, start) and text.endswith(right, low, end) and text[low:high].strip():
            return (low, high) if right not in text[low:high] else None
    return None


def sentence(text: str) -> Expr | None:
    """The value of an answer in words: no solution, all real numbers, does not exist."""
    if len(text) > _LONGEST or not _BEGINS.match(text):
        return None
    words = " ".join(_TEXT.sub(r"\1", text).lower().replace("’", "'").strip(" .").split())
    return next((value for pattern, value in _SENTENCES if re.fullmatch(pattern, words)), None)

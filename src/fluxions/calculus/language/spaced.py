"""Rows whose entries are parted by spaces: `[1 2; 3 4]`, as MATLAB writes a matrix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxions.calculus.language.scan import Scanner

_CELL = r"-?(?:[0-9.√π][^\s,;\[\]|=<>]*|[A-Za-z](?![A-Za-z])[^\s,;\[\]|=<>]*)(?<![-+*/^(])"
_ROW = rf" *{_CELL}(?: +{_CELL})* *"
_ROWS = re.compile(rf" *\[{_ROW}(?:;{_ROW})*\] *")
_PIECES = re.compile(rf"{_CELL}|;")
_NUMBERS = re.compile(r"[-0-9./ \[\]]+")


def spaced_rows(scanner: Scanner, start: int, end: int) -> bool:
    """Cut a matrix whose entries are parted by spaces; False where the text is none."""
    text = scanner.plain_text
    if "," in text or not (";" in text or _NUMBERS.fullmatch(text)) or not _ROWS.fullmatch(text, start, end):
        return False
    opened, closed = text.index("[", start), text.rindex("]", start, end)
    if not re.search(r"[^\s;] +[^\s;]", text[opened + 1 : closed]):
        return False
    scanner.add("open", "[", opened, opened + 1)
    beside = False
    for piece in _PIECES.finditer(text, opened + 1, closed):
        if piece.group() == ";":
            scanner.add("op", ";", piece.start(), piece.end())
        else:
            if beside:
                scanner.add("op", ",", piece.start(), piece.start())
            scanner.stretch(*piece.span())
        beside = piece.group() != ";"
    scanner.add("close", "]", closed, closed + 1)
    return True

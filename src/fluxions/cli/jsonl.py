"""JSON Lines in, JSON Lines out: one answer for each line, in order, flushed at once."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any, BinaryIO, TextIO

LONGEST = 4_000_000  # bytes of one line
Answer = Callable[[object], dict[str, Any]]


def answer_lines(answer: Answer, source: BinaryIO | None = None, sink: TextIO | None = None) -> int:
    """Answer every line of the source; 0, since every line gets one."""
    sink = sink or sys.stdout
    gc.freeze()  # what is imported by now stays: it need not be looked through at every collection
    for line in _lines(source or sys.stdin.buffer):
        started = perf_counter()
        found = answered(line, answer)
        write(found, started, sink)
    return 0


def write(found: dict[str, Any], started: float, sink: TextIO | None = None) -> None:
    """One line of output, with the milliseconds since `started`."""
    sink = sink or sys.stdout
    found["ms"] = round((perf_counter() - started) * 1000, 3)
    sink.write(json.dumps(found, allow_nan=False) + "\n")
    sink.flush()


def answered(line: bytes, answer: Answer) -> dict[str, Any]:
    """The answer to one line, which may be anything."""
    if len(line) > LONGEST:
        return {"error": f"the line is longer than {LONGEST} bytes"}
    try:
        item = json.loads(line.rstrip(b"\r\n"))
    except UnicodeDecodeError:
        return {"error": "the line is not UTF-8"}
    except (ValueError, RecursionError) as error:
        where = f" at character {error.pos + 1}: {error.msg}" if isinstance(error, json.JSONDecodeError) else ""
        return {"error": f"the line is not JSON{where}"}
    return answer(item)


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """The lines of the source; of an overlong one no more is kept than shows that it is one."""
    while line := source.readline(LONGEST + 2):
        rest = line
        while not rest.endswith(b"\n") and len(rest) == LONGEST + 2:
            rest = source.readline(LONGEST + 2)
        yield line

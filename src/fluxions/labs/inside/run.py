"""The learner's program: defined once, its functions called as often as asked, one frame for each answer."""

from __future__ import annotations

import inspect
import os
import sys
import traceback
from types import ModuleType
from typing import Any

import numpy as np

from fluxions.labs.inside.encode import CannotCross, plain
from fluxions.labs.sandbox import wire

FILE = "<your program>"
CHANNEL = 3


def serve(framework: ModuleType) -> None:
    """Answer the frames that come on descriptor 3 until it closes."""
    program: dict[str, Any] = {"__name__": "program", "__builtins__": __builtins__}
    while (asked := _received()) is not None:
        try:
            if asked["do"] == "define":
                answer = {"value": _defined(asked["code"], program)}
            else:
                inputs = [_input(each, framework, asked["n"]) for each in asked["inputs"]]
                answer = {"value": plain(program[asked["name"]](*inputs), framework)}
        except CannotCross as error:
            answer = _raised("CannotCross", str(error), None)
        except BaseException as error:  # SystemExit too: the program ends when we say so
            answer = _raised(type(error).__name__, _words(error), _line(error))
        _flush()
        _send(answer | {"n": asked["n"]})


def _defined(code: str, program: dict[str, Any]) -> dict[str, int]:
    """Run the program, and say of each of its functions how many values it can take (-1: any number)."""
    exec(compile(code, FILE, "exec"), program)
    functions = {name: each for name, each in program.items() if callable(each) and not name.startswith("_")}
    return {name: _arity(each) for name, each in list(functions.items())[:200]}


def _input(value: Any, framework: ModuleType, number: int) -> Any:
    """A value as the learner gets it; {"formula": k} as a function whose values are asked for outside."""
    match value:
        case np.ndarray():
            return framework.tensor(value)
        case {"formula": place}:
            return lambda *inputs: _told(place, inputs, framework, number)
    return value


def _told(place: int, inputs: tuple[Any, ...], framework: ModuleType, number: int) -> Any:
    _send({"n": number, "ask": place, "inputs": [plain(each, framework) for each in inputs]})
    told = _received()
    if told is None:
        os._exit(0)
    if "failed" in told:
        raise ValueError(told["failed"])
    return _input(told["told"], framework, number)


def _arity(function: Any) -> int:
    try:
        parameters = inspect.signature(function).parameters.values()
    except (ValueError, TypeError):
        return -1
    if any(each.kind is each.VAR_POSITIONAL for each in parameters):
        return -1
    return sum(each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD) for each in parameters)


def _raised(kind: str, message: str, line: int | None) -> dict[str, Any]:
    return {"raised": {"kind": kind, "message": message, "line": line}}


def _words(error: BaseException) -> str:
    try:
        return str(error)[:500]
    except BaseException:
        return ""


def _line(error: BaseException) -> int | None:
    """The last line of the program that the exception passed through."""
    if isinstance(error, SyntaxError) and error.filename == FILE:
        return error.lineno
    lines = [each.lineno for each in traceback.extract_tb(error.__traceback__, limit=-200) if each.filename == FILE]
    return lines[-1] if lines else None


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:  # closed or replaced by the program
            continue


def _received() -> Any:
    prefix = _read(4)
    return wire.unpacked(_read(wire.body_length(prefix))) if len(prefix) == 4 else None


def _read(length: int) -> bytes:
    parts: list[bytes] = []
    while length and (part := os.read(CHANNEL, min(length, 65536))):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _send(answer: dict[str, Any]) -> None:
    try:
        frame = wire.packed(answer)
    except wire.Malformed as error:
        frame = wire.packed(_raised("CannotCross", str(error), None) | {"n": answer["n"]})
    while frame:
        frame = frame[os.write(CHANNEL, frame) :]

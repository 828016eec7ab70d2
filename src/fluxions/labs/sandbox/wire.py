"""Frames and typed buffers: what crosses between a program and us, never pickled.

A frame is its length (4 bytes, little-endian), the length of its header (4 bytes), the header (JSON), and raw bytes.
"""

from __future__ import annotations

import json
import math
import struct
from typing import Any

import numpy as np

LONGEST = 1_000_000  # bytes of a frame
DEEPEST = 8
MOST_DIMENSIONS = 8
LONGEST_TEXT = 70_000
DTYPES = {
    name: np.dtype(name).newbyteorder("<")
    for name in "bool int8 int16 int32 int64 uint8 float16 float32 float64 complex64 complex128".split()
}


class Malformed(ValueError):
    """What came is not a frame that we make."""


def packed(value: Any) -> bytes:
    """The frame of a value; Malformed where it holds what cannot cross."""
    buffers: list[bytes] = []
    header = json.dumps(_described(value, buffers, 0, [0])).encode()
    body = struct.pack("<I", len(header)) + header + b"".join(buffers)
    if len(body) > LONGEST:
        raise Malformed(f"the values take {len(body)} bytes; at most {LONGEST} can cross")
    return struct.pack("<I", len(body)) + body


def unpacked(body: bytes) -> Any:
    """The value of a frame (without its first length); Malformed for anything else, whatever it is."""
    try:
        (length,) = struct.unpack_from("<I", body)
        header, payload = body[4 : 4 + length], body[4 + length :]
        if len(header) != length or len(body) > LONGEST:
            raise Malformed("the header is cut off")
        return _value(json.loads(header.decode("utf-8")), payload, 0)
    except Malformed:
        raise
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, MemoryError, struct.error) as error:
        raise Malformed(str(error)[:200]) from None


def body_length(prefix: bytes) -> int:
    """How many bytes follow the first four; Malformed where it is more than a frame may hold."""
    (length,) = struct.unpack("<I", prefix)
    if not 4 <= length <= LONGEST:
        raise Malformed(f"a frame of {length} bytes")
    return int(length)


def _described(value: Any, buffers: list[bytes], depth: int, at: list[int]) -> Any:
    if depth > DEEPEST:
        raise Malformed(f"values nest deeper than {DEEPEST}")
    match value:
        case None:
            return {"t": "none"}
        case bool():
            return {"t": "bool", "v": value}
        case int():
            if not -(2**63) <= value < 2**63:
                raise Malformed("a whole number has more than 64 bits")
            return {"t": "int", "v": value}
        case float():
            return {"t": "float", "v": float(value).hex()}
        case str():
            return {"t": "text", "v": _clean(value)[:LONGEST_TEXT]}
        case list() | tuple():
            return {"t": "list", "v": [_described(each, buffers, depth + 1, at) for each in value]}
        case dict():
            items = {_clean(str(name)): _described(each, buffers, depth + 1, at) for name, each in value.items()}
            return {"t": "dict", "v": items}
        case np.ndarray():
            return _buffered(value, buffers, at)
    raise Malformed(f"a value of type {type(value).__name__} cannot cross")


def _buffered(array: np.ndarray[Any, Any], buffers: list[bytes], at: list[int]) -> dict[str, Any]:
    name = array.dtype.name
    if name not in DTYPES:
        raise Malformed(f"an array of {name} cannot cross")
    raw = np.ascontiguousarray(array, dtype=DTYPES[name]).tobytes()
    buffers.append(raw)
    at[0] += len(raw)
    return {"t": "array", "dtype": name, "shape": list(array.shape), "offset": at[0] - len(raw)}


def _value(node: Any, payload: bytes, depth: int) -> Any:
    if depth > DEEPEST or not isinstance(node, dict):
        raise Malformed("a value that nobody described")
    kind, inside = node.get("t"), node.get("v")
    if kind == "array":
        return _array(node, payload)
    if kind == "list" and isinstance(inside, list):
        return [_value(each, payload, depth + 1) for each in inside]
    if kind == "dict" and isinstance(inside, dict):
        return {_clean(name): _value(each, payload, depth + 1) for name, each in inside.items()}
    if kind == "none":
        return None
    if kind == "float" and isinstance(inside, str) and len(inside) < 40:
        return float.fromhex(inside)
    if kind == "text" and isinstance(inside, str):
        return _clean(inside)[:LONGEST_TEXT]
    if kind == "bool" and isinstance(inside, bool):
        return inside
    if kind == "int" and type(inside) is int and -(2**63) <= inside < 2**63:
        return inside
    raise Malformed("a value of no known kind")


def _array(node: dict[str, Any], payload: bytes) -> np.ndarray[Any, Any]:
    name, shape, offset = node.get("dtype"), node.get("shape"), node.get("offset")
    if not isinstance(name, str) or name not in DTYPES or not isinstance(shape, list) or len(shape) > MOST_DIMENSIONS:
        raise Malformed("an array of no known dtype or shape")
    if type(offset) is not int or offset < 0 or any(type(each) is not int or not 0 <= each < 2**31 for each in shape):
        raise Malformed("an array with an impossible place or shape")
    count = math.prod(shape)
    raw = payload[offset : offset + count * DTYPES[name].itemsize] if count < LONGEST else b""
    if len(raw) != count * DTYPES[name].itemsize:
        raise Malformed("an array that reaches beyond its bytes")
    if name == "bool":
        return np.asarray(np.frombuffer(raw, dtype=np.uint8) != 0).reshape(shape)
    made: np.ndarray[Any, Any] = np.frombuffer(raw, dtype=DTYPES[name]).astype(name).reshape(shape)
    return made


def _clean(text: str) -> str:
    """The text without halves of characters, which no JSON document should carry."""
    return text.encode("utf-8", "replace").decode("utf-8")

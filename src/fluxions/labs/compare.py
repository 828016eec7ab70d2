"""One value beside the one that is right. Total: whatever came back, the outcome is a fault or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from fluxions.labs.contract import Array, Function, Inputs, Kind, Number, Text, Value, Whole

SINGLE, DOUBLE = 2.0**-23, 2.0**-52  # the units of rounding; half precision is forgiven no more than single
ROUNDING = 50.0  # how often the change that one ulp of an input makes is forgiven
MINUS = "\u2212"
Floats = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, in the order in which it is worth telling."""

    order: int
    message: str


RAISED, NOTHING, TYPE, SHAPE, DTYPE, FINITE, VALUE = range(7)


def fault_of(got: Value, inputs: Inputs, function: Function, as_if: Callable[..., Value] | None = None) -> Fault | None:
    """What keeps `got` from being the reference's value, or that of a mistake (`as_if`); None where they agree."""
    want = (as_if or function.reference)(*inputs)
    if (fault := form_fault(got, function.gives, np.shape(want))) is not None:
        return fault
    if isinstance(function.gives, Text):
        return None if got == want else Fault(VALUE, f'it returns "{got}"; it should be "{want}".')
    array = as_array(got)
    assert array is not None  # or it would have no form
    return _value_fault(array, np.asarray(want, dtype=np.float64), inputs, function, as_if)


def form_fault(got: Value, kind: Kind, shape: tuple[int, ...] | None) -> Fault | None:
    """What keeps `got` from being a value of this kind and, where it is known, this shape."""
    if got is None:
        return Fault(NOTHING, "It returns nothing: is the `return` missing?")
    if isinstance(kind, Text):
        return _text_fault(got, kind)
    array = as_array(got)
    if array is None:
        return Fault(TYPE, f"It should return {_wanted(kind)}, not {_kind_of(got)}.")
    if array.dtype.kind not in "fiub":
        return Fault(DTYPE, f"It should return real numbers; these are of type {array.dtype.name}.")
    if shape is not None and array.shape != shape:
        return Fault(SHAPE, _shape_message(array.shape, shape, kind))
    return None


def as_array(value: Value) -> np.ndarray[Any, Any] | None:
    """Numbers, arrays, and lists of these in equal shapes, as one array; None for anything else."""
    if isinstance(value, list):
        parts = [as_array(each) for each in value]
        shapes = {each.shape for each in parts if each is not None}
        if any(each is None for each in parts) or len(shapes) > 1:
            return None
        return np.stack([each for each in parts if each is not None]) if parts else np.zeros(0)
    if isinstance(value, bool | int | float | np.ndarray):
        return np.asarray(value)
    return None


def _text_fault(got: Value, kind: Text) -> Fault | None:
    words = ", ".join(f'"{each}"' for each in kind.words)
    if not isinstance(got, str):
        return Fault(TYPE, f"It should return one of the words {words}, not {_kind_of(got)}.")
    if got not in kind.words:
        return Fault(TYPE, f'It returns "{got[:60]}"; it should return one of {words}.')
    return None


def _value_fault(
    array: np.ndarray[Any, Any],
    want: Floats,
    inputs: Inputs,
    function: Function,
    as_if: Callable[..., Value] | None,
) -> Fault | None:
    values = array.astype(np.float64)
    lost = np.isfinite(want) & ~np.isfinite(values)
    if lost.any():
        place = tuple(int(each) for each in np.argwhere(lost)[0])
        return Fault(FINITE, f"{_entry(place)} is {shown(values[place])}; it should be {shown(want[place])}.")
    eps = min(float(np.finfo(array.dtype).eps), SINGLE) if array.dtype.kind == "f" and function.coarse else DOUBLE
    with np.errstate(all="ignore"):
        apart = np.isfinite(want) & ~(np.abs(values - want) <= tolerance(want, inputs, function, eps, as_if))
    if not apart.any():
        return None
    place = tuple(int(each) for each in np.argwhere(apart)[0])
    return Fault(VALUE, f"{_entry(place)} is {_told(values[place], want[place])}.{_whole(array)}")


def tolerance(
    want: Floats, inputs: Inputs, function: Function, eps: float, as_if: Callable[..., Value] | None = None
) -> Floats:
    """Relative to the size of the values, and never less than what rounding an input would change."""
    compute = as_if or function.reference
    scale = np.abs(want if function.scale is None else function.scale(want, *inputs))
    moved = np.zeros_like(want)
    for place, each in enumerate(inputs):
        if isinstance(each, float) or (isinstance(each, np.ndarray) and each.dtype.kind == "f"):
            nudged = (*inputs[:place], np.nextafter(each, np.inf), *inputs[place + 1 :])
            other = np.asarray(compute(*nudged), dtype=np.float64)
            if other.shape == want.shape:
                moved += np.nan_to_num(np.abs(other - want), nan=0.0, posinf=0.0)
    coarse = eps / DOUBLE
    return np.asarray(np.maximum(function.rtol * scale, ROUNDING * coarse * (moved + 2.0**-52 * scale)))


def shown(value: float, digits: int = 6) -> str:
    """A number for people."""
    return f"{float(value):.{digits}g}".replace("-", MINUS)


def _told(got: float, want: float) -> str:
    for digits in (4, 8, 17):
        if shown(got, digits) != shown(want, digits):
            return f"{shown(got, digits)}; it should be {shown(want, digits)}"
    return f"{got!r}; it should be {want!r}"


def _entry(place: tuple[int, ...]) -> str:
    return f"entry {', '.join(map(str, place))}" if place else "the value"


def _whole(array: np.ndarray[Any, Any]) -> str:
    if array.dtype == np.float16:
        return " These are in half precision, which holds three digits."
    return " These are whole numbers: was a fraction cut off?" if array.dtype.kind in "iu" and array.size > 1 else ""


def _wanted(kind: Kind) -> str:
    match kind:
        case Array(shape=shape):
            return f"an array of {shape} numbers"
        case Number():
            return "a number"
        case Whole():
            return "a whole number"
        case Text(words=words):
            return f"one of {', '.join(words)}"


def _shape_message(got: tuple[int, ...], want: tuple[int, ...], kind: Kind) -> str:
    said = f"The shape should be {want}, that is {_wanted(kind)}; it is {got}."
    if len(got) != len(want) and [each for each in got if each != 1] == [each for each in want if each != 1]:
        return said + " Did you keep a dimension of length 1?"
    return said


def _kind_of(value: Value) -> str:
    match value:
        case str():
            return "a text"
        case dict():
            return "a dict"
        case list():
            return "a list of unlike parts"
        case bool() | int() | float():
            return "a number"
        case _:
            return "an array"

"""What a function's replies show: the first useful message, a named mistake before a wrong value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from fluxions.labs.compare import DTYPE, NOTHING, RAISED, VALUE, Fault, fault_of, shown
from fluxions.labs.contract import Ended, Function, Inputs, Misconception, Raised, Reply, Returned, Value

# passed, message, misconception, skill, line: what a CheckResult holds after its name
Row: TypeAlias = tuple[bool | None, str, str | None, str | None, int | None]
Call = Callable[[str, Sequence[Value]], Reply]

ENDS = {
    "time": "It was still running when its 3 s of processor time were over. Is there a loop that never ends?",
    "memory": "It asked for more memory than it may have.",
    "crash": "The program crashed, which plain Python does not do: look at calls into compiled code.",
    "early": "The program ended, or answered, before it was asked. Return a value; do not exit.",
    "wall": "After 11 s it had not ended, though it had computed for less than 3 s: it waits for something, or this "
    "machine has too much to do. It does not count against you.",
    "gone": "The process that ran it was lost, and the fault is ours. It does not count against you.",
}
UNDECIDED = frozenset({"wall", "gone"})  # ends that say nothing of the program
HOLDS: Row = (True, "", None, None, None)
WAITS: Row = (None, "This waits for what fails above.", None, None, None)
MOST_TRIES = 60  # calls spent on looking for a simpler input


@dataclass(frozen=True, slots=True)
class Tried:
    """One input and what came back."""

    inputs: Inputs
    reply: Reply
    fault: Fault | None


def form_and_value(
    function: Function, draws: Sequence[Inputs], more: Sequence[Inputs], call: Call, line: int | None
) -> tuple[Row, Row]:
    """Two rows: is what comes back of the right form, and is it right?"""
    tried: list[Tried] = []
    for inputs in draws:
        tried.append(_tried(function, inputs, call))
        if isinstance(ended := tried[-1].reply, Ended):
            at = f" It was asked at {at_inputs(function, inputs)}." if ended.why == "time" else ""
            return (None if ended.why in UNDECIDED else False, ENDS[ended.why] + at, None, None, line), WAITS
    failing = [each for each in tried if each.fault is not None]
    if not failing:
        return HOLDS, HOLDS
    first = min(each.fault.order for each in failing if each.fault)
    if (named := _named(function, tried, more, call)) is not None:
        visible = [each for each in failing if isinstance(each.reply, Returned)]
        row: Row = (False, f"{named.says} {_example(function, visible, call)}", named.name, named.skill, line)
        return (row, WAITS) if NOTHING <= first <= DTYPE else (HOLDS, row)
    alike = [each for each in failing if each.fault and each.fault.order == first]
    message = _example(function, alike, call)
    if first < VALUE:
        place = next((each.reply.line for each in alike if isinstance(each.reply, Raised)), None)
        return (False, message, None, None, place or line), WAITS
    return HOLDS, (False, message, None, None, line)


def _tried(function: Function, inputs: Inputs, call: Call) -> Tried:
    reply = call(function.name, inputs)
    match reply:
        case Returned(value):
            return Tried(inputs, reply, fault_of(value, inputs, function))
        case Raised():
            return Tried(inputs, reply, raised_fault(reply))
        case _:
            return Tried(inputs, reply, None)


def raised_fault(reply: Raised) -> Fault:
    """What is said of an exception, or of a value that has no plain form."""
    if reply.kind == "CannotCross":
        return Fault(RAISED, f"What it returns cannot be used: {reply.message}.")
    return Fault(RAISED, f"it raises {reply.kind}{': ' if reply.message else ''}{reply.message}")


def _named(function: Function, tried: Sequence[Tried], more: Sequence[Inputs], call: Call) -> Misconception | None:
    """The one mistake that explains everything seen; where two do, more is asked, then the first listed is named."""
    left = [each for each in function.misconceptions if _explains(each, function, tried)]
    if len(left) > 1:
        further = [_tried(function, inputs, call) for inputs in more]
        left = [each for each in left if _explains(each, function, further)] or left
    return left[0] if left else None


def _explains(mistake: Misconception, function: Function, tried: Sequence[Tried]) -> bool:
    """Does every value agree with the mistake, and is there one on most draws?"""
    spoke = 0
    for each in tried:
        match each.reply:
            case Returned(value):
                if fault_of(value, each.inputs, function, mistake.as_if) is not None:
                    return False
                spoke += 1
            case Raised():
                continue  # a mistake that leads beyond all numbers, or to nothing, may as well raise there
            case _:
                return False
    return 3 * spoke >= 2 * len(tried)


def _example(function: Function, failing: Sequence[Tried], call: Call) -> str:
    """The smallest failing input found, and what is wrong there."""
    wrong = min(failing, key=lambda each: _size(each.inputs))
    if function.allowed is not None:
        wrong = _simpler(function, wrong, call)
    assert wrong.fault is not None
    message = wrong.fault.message
    if message[:1].isupper():
        return message
    return f"At {at_inputs(function, wrong.inputs)} {message}" + ("" if message.endswith(".") else ".")


def _simpler(function: Function, wrong: Tried, call: Call) -> Tried:
    """The same fault at rounder, smaller inputs, as far as they may be asked."""
    tries = 0
    place = 0
    while place < len(wrong.inputs):
        for simpler in _rounder(wrong.inputs[place]):
            inputs = (*wrong.inputs[:place], simpler, *wrong.inputs[place + 1 :])
            if tries >= MOST_TRIES or not (function.allowed and function.allowed(*inputs)):
                continue
            tries += 1
            again = _tried(function, inputs, call)
            if again.fault and wrong.fault and again.fault.order == wrong.fault.order:
                wrong = again
                break
        place += 1
    return wrong


def _rounder(value: Value) -> list[Value]:
    match value:
        case bool() | str():
            return []
        case int():
            return [each for each in (1, 2, 3, value // 2) if each < value]
        case float():
            round_ones = (0.0, 1.0, 2.0, 0.5, float(round(value)), round(value, 1), round(value, 2))
            return [each for each in round_ones if each != value]
        case np.ndarray() if value.ndim == 1 and value.size > 1:
            return [np.round(value[-1:], 1), value[-1:], np.round(value, 1)]
    return []


def _size(inputs: Inputs) -> float:
    return sum(value.size * 10.0 if isinstance(value, np.ndarray) else len(repr(value)) for value in inputs)


def at_inputs(function: Function, inputs: Inputs) -> str:
    """a = 2, steps = 3."""
    return ", ".join(f"{kind.name} = {_word(value)}" for kind, value in zip(function.takes, inputs, strict=True))


def _word(value: Value) -> str:
    if isinstance(value, np.ndarray):
        most = 6 if value.ndim < 2 else 4
        entries = ", ".join(_word(each) if each.ndim else shown(each, 4) for each in value[:most])
        return f"[{entries}{', …' if len(value) > most else ''}]"
    return shown(value) if isinstance(value, float) else str(value)

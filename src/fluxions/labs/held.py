"""What holds between values: a property, tried on the learner's functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import numpy as np

from fluxions.labs.compare import as_array, form_fault, shown
from fluxions.labs.contract import CheckResult, Ended, Function, Lab, Property, Raised, Reply, Returned, Value
from fluxions.labs.judged import ENDS, UNDECIDED, at_inputs, raised_fault
from fluxions.labs.shapes import expected_shape

OURS = "This could not be decided, and the fault is ours. It does not count against you."
Call = Callable[[str, Sequence[Value]], Reply]


def property_row(lab: Lab, asked: Property, call: Call, seed: int) -> CheckResult:
    """Holds, or what keeps it from holding: a process that was lost, the property's own words, a value of no use."""
    functions = {each.name: each for each in lab.functions}
    unusable: list[CheckResult] = []

    def ask(name: str, *inputs: Value) -> Value:
        reply = call(name, inputs)
        if (row := _unusable(asked, functions[name], inputs, reply)) is not None:
            unusable.append(row)
        if isinstance(reply, Ended):
            raise EOFError
        return plain(reply)

    try:
        fault = asked.fault(ask, Random(seed))
    except Exception:  # values that cannot be used may lead to any, and nothing more is asked of what has ended
        fault = None
        if not unusable:
            return CheckResult(asked.name, None, OURS)
    nobodys = [each for each in unusable if each.passed is None]
    if nobodys or (unusable and fault is None):
        return (nobodys or unusable)[0]
    return CheckResult(asked.name, fault is None, fault or "")


def plain(reply: Reply) -> Value:
    """A word, an array, or None where nothing of use came back."""
    if not isinstance(reply, Returned):
        return None
    return reply.value if isinstance(reply.value, str) else as_array(reply.value)


def _unusable(asked: Property, function: Function, inputs: Sequence[Value], reply: Reply) -> CheckResult | None:
    match reply:
        case Ended(why):
            return CheckResult(asked.name, None if why in UNDECIDED else False, f"`{function.name}`: {ENDS[why]}")
        case Raised(line=line):
            message: str | None = raised_fault(reply).message
        case Returned(value):
            line, message = None, _form_message(function, inputs, value)
    if message is None:
        return None
    at = f"`{function.name}` at {at_inputs(function, tuple(inputs))}: {message}"
    return CheckResult(asked.name, False, at + ("" if at.endswith((".", "?")) else "."), line=line)


def _form_message(function: Function, inputs: Sequence[Value], value: Value) -> str | None:
    """A value of another kind or shape, or one that is not finite, is beyond comparison."""
    if (fault := form_fault(value, function.gives, expected_shape(function, inputs))) is not None:
        return fault.message
    array = as_array(value)
    if array is None or np.isfinite(array).all():
        return None
    return f"it gives {shown(float(array[~np.isfinite(array)][0]))}"

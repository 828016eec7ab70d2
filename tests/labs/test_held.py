"""A property and the values it is given: what is told where a value is of no use, and whose fault it is."""

import numpy as np
import pytest

from fluxions.labs import Array, Function, Lab, Number, Property
from fluxions.labs.contract import Ended, Raised, Returned
from fluxions.labs.held import property_row

PAIR = Function(
    "pair", "It pairs", (Number("x"),), Array("y", "2"), ((1.0,),), lambda random: (), lambda x: np.array([x, -x])
)  # fmt: skip


def row(reply, fault):
    asked = Property("They sum to 0", ("pair",), fault)
    lab = Lab("lab-pair", "Pair", ("addition",), 1, ("numpy",), (PAIR,), (asked,))
    return property_row(lab, asked, lambda name, inputs: reply, 1)


def sums(ask, random):
    y = ask("pair", 1.0)
    return f"The sum is {y.sum():g}." if abs(y.sum()) > 0 else None  # NaN is not above 0


def blind(ask, random):
    """Sees no fault in anything."""
    ask("pair", 1.0)


@pytest.mark.parametrize("fault", [sums, blind])
@pytest.mark.parametrize("reply, passed, message", [
    (Returned(np.array([1.0, -1.0])), True, ""),
    (Returned(np.array([np.nan, 0.0])), False, "`pair` at x = 1: it gives nan."),
    (Returned(np.array([1.0, np.inf])), False, "inf."),
    (Returned(np.zeros(0)), False, "The shape should be (2,)"),
    (Returned(np.zeros((1, 2))), False, "Did you keep a dimension of length 1?"),
    (Returned("passed"), False, "not a text."),
    (Returned(None), False, "It returns nothing"),
    (Raised("ZeroDivisionError", "division by zero", 7), False, "it raises ZeroDivisionError: division by zero."),
    (Ended("early"), False, "The program ended"),
    (Ended("time"), False, "still running"),
    (Ended("wall"), None, "It does not count against you"),
    (Ended("gone"), None, "It does not count against you"),
])  # fmt: skip
def test_what_is_told(reply, passed, message, fault):
    found = row(reply, fault)
    assert found.passed is passed and message in found.message
    assert found.line == (7 if isinstance(reply, Raised) else None)


def test_the_words_of_the_property_come_before_those_of_a_value():
    def own(ask, random):
        return None if ask("pair", 1.0) is not None else "With so many classes nothing comes back."

    assert row(Raised("MemoryError", "", None), own).message == "With so many classes nothing comes back."
    assert row(Ended("gone"), own).passed is None, "what was lost by us is never told as a fault"


def test_what_has_ended_is_asked_nothing_more():
    asked = []

    def twice(ask, random):
        for _ in range(2):
            asked.append(1)
            ask("pair", 1.0)

    row(Ended("time"), twice)
    assert len(asked) == 1


def test_a_fault_of_ours_is_undecided():
    assert row(Returned(np.zeros(2)), lambda ask, random: 1 // 0).passed is None

"""A value beside the right one: what counts as equal, and the first thing that is told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from fluxions.labs import Array, Function, Number, Text
from fluxions.labs.compare import as_array, fault_of, shown

SQUARES = Function(
    "squares", "Squares", (Number("a"), Number("b")), Array("y", "2"), ((1.0, 2.0),), lambda random: (),
    reference=lambda a, b: np.array([a * a, b - a]), rtol=1e-9,
)  # fmt: skip
WORD = Function("word", "Word", (), Text("w", ("up", "down")), ((),), lambda random: (), reference=lambda: "up")


def told(got, inputs=(3.0, 5.0), function=SQUARES):
    fault = fault_of(got, inputs, function)
    return None if fault is None else fault.message


@pytest.mark.parametrize("got", [
    np.array([9.0, 2.0]), [9.0, 2.0], [9, 2], np.array([9, 2]), np.array([9, 2], dtype=np.float32), [np.array(9.0), 2],
    np.array([9.0 * (1 + 5e-10), 2.0]), np.array([9, 2], dtype=np.float16),
])  # fmt: skip
def test_right_in_whatever_form(got):
    assert told(got) is None


@pytest.mark.parametrize("got, message", [
    (None, "returns nothing"), ("9, 2", "not a text"), ({}, "not a dict"), ([9.0, [2.0]], "a list of unlike parts"),
    (9.0, "it is ()"), (np.array([[9.0, 2.0]]), "dimension of length 1"), (np.array([9.0]), "it is (1,)"),
    (np.array([9.0, 2j]), "complex128"), (np.array([9.0, np.nan]), "entry 1 is nan; it should be 2"),
    (np.array([9.0, -np.inf]), "entry 1 is −inf"), (np.array([8.0, 2.0]), "entry 0 is 8; it should be 9"),
    (np.array([9.0, 2.00001]), "entry 1 is 2.00001; it should be 2"), ([9, 1], "was a fraction cut off"),
    (np.array([9.0 * (1 + 1e-8), 2.0]), "entry 0 is 9.0000001; it should be 9"),
])  # fmt: skip
def test_the_first_thing_wrong(got, message):
    assert message in told(got)


@pytest.mark.parametrize("got, message", [
    ("up", None), ("down", 'it should be "up"'), ("Up", "should return one of"),
    (1.0, "should return one of the words"),
])  # fmt: skip
def test_words(got, message):
    assert told(got, (), WORD) is None if message is None else message in told(got, (), WORD)


def test_what_rounding_an_input_changes_is_forgiven_and_no_more():
    """b − a loses digits where both are large and near: an error of one ulp of b is no mistake."""
    a, b = 1e8, 1e8 + 1e-3
    want = np.array([a * a, b - a])
    assert told(want + np.array([0, np.spacing(b)]), (a, b)) is None
    assert told(want + np.array([0, 1e-4]), (a, b)) is not None


def test_single_precision_is_forgiven_its_own_rounding_and_no_more():
    x = np.float32(1.1)
    assert told(np.array([x * x, np.float32(2.2) - x], dtype=np.float32), (1.1, 2.2)) is None
    assert told(np.array([x * x * np.float32(1.001), 1.1], dtype=np.float32), (1.1, 2.2)) is not None


LEAF = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(max_size=3)
ANY_ARRAY = st.sampled_from(["bool", "int8", "uint8", "float16", "float64", "complex64"]).flatmap(
    lambda name: arrays(np.dtype(name), array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3))
)
ANYTHING = st.recursive(
    LEAF | ANY_ARRAY,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
)


@given(ANYTHING)
def test_whatever_comes_back_there_is_a_verdict(got):
    for inputs, function in (((3.0, 5.0), SQUARES), ((), WORD)):
        fault = fault_of(got, inputs, function)
        assert fault is None or fault.message


@given(ANYTHING)
def test_what_is_taken_for_an_array_has_a_shape(got):
    array = as_array(got)
    assert array is None or array.shape is not None


@pytest.mark.parametrize("value, text", [(-0.5, "−0.5"), (1e300, "1e+300"), (2.0, "2"), (1 / 3, "0.333333")])
def test_numbers_for_people(value, text):
    assert shown(value) == text

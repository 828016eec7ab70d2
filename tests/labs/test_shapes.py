"""The shape of an answer, read off the words of the contract, is that of the reference at every input of every lab."""

from random import Random

import numpy as np
import pytest

from fluxions.curriculum import load_labs
from fluxions.labs.contract import Array, Function, Text, Whole
from fluxions.labs.shapes import expected_shape


@pytest.mark.parametrize("lab", load_labs.labs())
def test_words_and_reference_agree(lab):
    for function in load_labs.lab(lab).functions:
        for inputs in (*function.examples, *function.inputs(Random(1))):
            shape = expected_shape(function, inputs)
            assert shape == (None if isinstance(function.gives, Text) else np.shape(function.reference(*inputs)))


@pytest.mark.parametrize("takes, inputs, gives, shape", [
    ((Array("X", "n × d"),), (np.zeros((3, 2)),), Array("g", "d + 1"), (3,)),
    ((Array("X", "n × d"),), (np.zeros((3, 2)),), Array("g", "d × n"), (2, 3)),
    ((Whole("steps"),), (0,), Array("g", "steps + 1"), (1,)),
    ((), (), Array("g", "2"), (2,)),
    ((Array("X", "n, or n × c,"),), (np.zeros(3),), Array("g", "n"), None),
    ((), (), Text("g", ("a",)), None),
    ((), (), Whole("g"), ()),
])  # fmt: skip
def test_letters_are_counted_on_the_inputs(takes, inputs, gives, shape):
    function = Function("f", "", takes, gives, (), lambda random: (), lambda *inputs: None)
    assert expected_shape(function, inputs) == shape

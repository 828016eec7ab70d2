"""A formula among the inputs is asked from inside and answered outside, and its values cannot be forged."""

import numpy as np
import pytest

from fluxions.labs.contract import Ended, Formula, Raised, Returned
from fluxions.labs.sandbox.limits import Limits


def asked_at():
    """x² that remembers where it was asked."""
    places = []

    def at(x):
        if not isinstance(x, float | np.ndarray):
            raise ValueError("the function takes a number")
        places.append(x)
        return x * x

    return Formula("x²", at), places


@pytest.mark.parametrize("code, inputs, value", [
    ("def g(f): return f(3.0)", (), 9.0),
    ("def g(f): return sum(f(float(k)) for k in range(50))", (), 40425.0),
    ("def g(f, x): return f(x)[1]", (np.array([1.0, 2.0]),), 4.0),
])  # fmt: skip
def test_a_formula_is_answered(broker, framework, code, inputs, value):
    formula, places = asked_at()
    with broker.run(framework) as program:
        program.define(code)
        assert program.call("g", [formula, *inputs]) == Returned(value)
        assert places
        assert program.call("g", [formula, *inputs]) == Returned(value), "the conversation goes on as before"


def test_what_it_cannot_be_asked_raises_where_it_was_asked(broker):
    formula, places = asked_at()
    with broker.run("numpy") as program:
        program.define("def g(f):\n    y = 1\n    return f('x')")
        assert program.call("g", [formula]) == Raised("ValueError", "the function takes a number", 3)
        assert not places


def test_a_value_too_long_to_cross_raises_where_it_was_asked(broker):
    formula = Formula("long", lambda x: np.zeros(200_000))
    with broker.run("numpy") as program:
        program.define("def g(f):\n    return f(1.0)")
        reply = program.call("g", [formula])
        assert isinstance(reply, Raised) and reply.kind == "ValueError" and "can cross" in reply.message


@pytest.mark.parametrize("frame", [
    "{'n': 2, 'ask': 7, 'inputs': [1.0]}", "{'n': 2, 'ask': -1, 'inputs': [1.0]}",
    "{'n': 9, 'ask': 0, 'inputs': [1.0]}",
    "{'n': 2, 'ask': 0, 'inputs': 1.0}", "{'n': 2, 'ask': True, 'inputs': []}", "{'n': 2, 'ask': None}",
])  # fmt: skip
def test_a_question_that_nobody_could_ask_ends_the_program(bare, frame):
    formula, places = asked_at()
    code = "import os\nfrom fluxions.labs.sandbox import wire\n"
    code += "def g(f):\n    os.write(3, wire.packed(FRAME))\n    return f(1.0)"
    code = code.replace("FRAME", frame)
    with bare.begun("numpy", Limits(), ()) as program:
        assert isinstance(program.define(code), Returned)
        assert program.call("g", [formula]) == Ended("early")
        assert not places


def test_a_formula_kept_from_an_earlier_call_answers_nothing(broker):
    formula, _ = asked_at()
    with broker.run("numpy") as program:
        program.define("kept = []\ndef g(f):\n    kept.append(f)\n    return kept[0](2.0)")
        assert program.call("g", [formula]) == Returned(4.0)
        assert program.call("g", [formula]) == Ended("early")

"""No trick inside the program makes a wrong answer right; the honest twin of each passes."""

import pytest

from fluxions.labs import Array, Function, Lab, Number
from fluxions.labs.grade import grade

DOUBLE = Function(
    "double",
    says="It doubles",
    takes=(Number("x"),),
    gives=Array("y", "2"),
    examples=((1.0,), (2.0,)),
    inputs=lambda random: tuple((random.uniform(-9, 9),) for _ in range(8)),
    reference=lambda x: [2 * x, 4 * x],
)
LAB = Lab("lab-double", "Double", ("addition",), 1, ("numpy",), (DOUBLE,))
HONEST = "import numpy as np\ndef double(x):\n    return np.array([2 * x, 4 * x])"
EQUAL = """
class Equal:
    def __eq__(self, other): return True
    def __array__(self, *a, **k): return np.zeros(2)
    def __sub__(self, other): return 0
    def __abs__(self): return 0
"""
SUBCLASS = """
class Always(np.ndarray):
    def __eq__(self, other): return np.ones(2, bool)
    def __array_ufunc__(self, *a, **k): return np.zeros(2)
    def __array_function__(self, *a, **k): return True
"""
PATCHED = """
import numpy.testing
np.allclose = lambda *a, **k: True
np.array_equal = lambda *a, **k: True
np.abs = np.absolute = lambda *a, **k: 0
numpy.testing.assert_allclose = lambda *a, **k: None
"""
ENCODER = """
import sys
for name, module in list(sys.modules.items()):
    if name.startswith("fluxions"):
        for each in list(vars(module)):
            if each in ("fault_of", "grade", "compared"): setattr(module, each, lambda *a, **k: None)
"""
JSON = """
import json
json.loads = lambda *a, **k: {"passed": True}
"""
REPLIES = """
import os, struct, json
def forge():
    yes = {"t": "bool", "v": True}
    answer = {"t": "dict", "v": {"n": {"t": "int", "v": 2}, "value": yes, "passed": yes}}
    text = json.dumps(answer).encode()
    body = struct.pack("<I", len(text)) + text
    os.write(3, struct.pack("<I", len(body)) + body)
"""
SEARCH = """
import gc, sys
def found():
    for each in gc.get_objects():
        if isinstance(each, dict) and "reference" in each: return each["reference"]
    frame = sys._getframe()
    while frame:
        for name in ("want", "reference", "seed", "expected"):
            if name in frame.f_locals: return frame.f_locals[name]
        frame = frame.f_back
"""
WRONG = "def double(x):\n    return np.array([3.0 * x, x])"
FORGED = {
    "an object equal to everything": EQUAL + "def double(x):\n    return Equal()",
    "a subclass that compares as it likes": SUBCLASS + "def double(x):\n    return np.zeros(2).view(Always)",
    "comparison patched": PATCHED + WRONG,
    "our modules patched": ENCODER + WRONG,
    "the decoder patched": JSON + WRONG,
    "a reply before it is asked for": REPLIES + "forge()\n" + WRONG,
    "a second reply": REPLIES + "def double(x):\n    forge()\n    return np.array([3.0 * x, x])",
    "a reply that holds a verdict": REPLIES + "def double(x):\n    forge(); forge()\n    os._exit(0)",
    "looking for the reference": SEARCH
    + "def double(x):\n    want = found()\n    return want(x) if callable(want) else want",
    "printing passed": "print('passed', {'passed': True})\n" + WRONG,
    "leaving with status 0": "import sys\n" + WRONG + "\nsys.exit(0)",
    "leaving when asked": "import os\ndef double(x):\n    os._exit(0)",
    "NaN": "def double(x):\n    return np.full(2, np.nan)",
    "infinity": "def double(x):\n    return np.full(2, np.inf)",
    "nothing at all": "def double(x):\n    pass",
    "empty": "def double(x):\n    return np.zeros(0)",
    "one number for two": "def double(x):\n    return 2 * x",
    "objects": "def double(x):\n    return np.array([2 * x, None])",
    "complex": "def double(x):\n    return np.array([2 * x, 4 * x + 1j])",
    "a table of the examples": "def double(x):\n    return {1.0: [2.0, 4.0], 2.0: [4.0, 8.0]}.get(x, [0.0, 0.0])",
    "a constant": "def double(x):\n    return [2.0, 4.0]",
    "a result file": "open('result.json', 'w').write('{\"passed\": true}')\n" + WRONG,
}


def passed(broker, code: str) -> bool:
    return grade(LAB, "numpy", "import numpy as np\n" + code, seed=3, run=broker.run).passed


@pytest.mark.parametrize("code", FORGED.values(), ids=FORGED)
def test_a_forged_answer_does_not_pass(broker, code):
    assert not passed(broker, code)


@pytest.mark.parametrize("head", ["", EQUAL, SUBCLASS, PATCHED, ENCODER, REPLIES, SEARCH, "print('wrong', 'failed')"])
def test_the_honest_twin_passes(broker, head):
    assert passed(broker, head + "\ndef double(x):\n    return np.array([2 * x, 4 * x])")


def test_an_input_changed_in_place_harms_nobody(broker):
    assert passed(broker, "def double(x):\n    y = np.array([x, x]); y *= [2, 4]; x = None\n    return y")

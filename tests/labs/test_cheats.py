"""Programs that know how a lab is judged and are not right: none passes, in the labs that are shipped."""

from random import Random

import pytest

from fluxions.curriculum import load_labs
from fluxions.labs.grade import grade
from fluxions.labs.sandbox.broker import shared

SEED = 5
QUADRATURE, GRADCHECK, SOFTMAX, LINE = "lab-quadrature", "lab-gradcheck", "lab-softmax-xent", "lab-gd-1d"
REGRESSION = "lab-linear-regression"


def function(lab: str, name: str):
    return next(each for each in load_labs.lab(lab).functions if each.name == name)


def after_its_draws(lab: str, name: str, then: str) -> str:
    """Right while its values are compared one by one, and something else once only properties are left."""
    asked = function(lab, name)
    draws = len(asked.examples) + len(asked.inputs(Random(0)))
    return load_labs.solution(lab, "numpy") + (
        f"\nimport os\nright, calls = {name}, []\n"
        f"def {name}({', '.join(each.name for each in asked.takes)}):\n"
        f"    calls.append(1)\n"
        f"    return right({', '.join(each.name for each in asked.takes)}) if len(calls) <= {draws} else {then}\n"
    )


def with_other(lab: str, code: str) -> str:
    """The solution with one function written anew."""
    return f"{load_labs.solution(lab, 'numpy')}\n{code}"


def words_in_order(lab: str, name: str, seed: int) -> list[str]:
    asked = function(lab, name)
    return [asked.reference(*each) for each in (*asked.examples, *asked.inputs(Random(seed)))]


def by_place(lab: str, name: str) -> str:
    """A word for each call, from a list made at home: it never looks at an input."""
    takes = ", ".join(each.name for each in function(lab, name).takes)
    return with_other(
        lab, f"words = iter({words_in_order(lab, name, 0)})\ndef {name}({takes}):\n    return next(words)"
    )


FIXED = """
def adaptive(f, a, b, tol):
    return np.array([simpson(f, a, b, 4000), tol])
"""
ONE_SIDED = """
def numeric_grad(f, x):
    h = step(x)
    return np.array([(f(x + e) - f(x)) / s for e, s in zip(np.diag(h), h)]).astype(np.{0})
"""
UNASKED = "right = directional\ndef directional(f, x, v):\n    return 0.0 if x.size > 20 else right(f, x, v)"
INSIDE = """
def {0}:
    for cell in f.__closure__ or ():
        if hasattr(cell.cell_contents, "{1}"): f = cell.cell_contents
    return {2}
"""
PATCHED = """
import sys
for name, module in list(sys.modules.items()):
    if name.startswith("fluxions"):
        for each in list(vars(module)):
            if callable(getattr(module, each)) and not each.startswith("_"):
                try: setattr(module, each, lambda *a, **k: True)
                except Exception: pass
def loss(X, y, w, b):
    return 1.0
"""
EQUAL = """
class Equal(np.ndarray):
    def __eq__(self, other): return np.ones(self.shape, bool)
    def __sub__(self, other): return np.zeros(self.shape)
    __rsub__ = __lt__ = __sub__
    def __array_ufunc__(self, *a, **k): return np.zeros(self.shape)
def gradient(X, y, w, b):
    return np.zeros(len(w) + 1).view(Equal)
"""
LEAVES = "def hessian(z):\n    print('passed'); import os; os._exit(0)"
CHEATS = {
    "a text where properties ask": after_its_draws(QUADRATURE, "adaptive", "'passed'"),
    "NaN where properties ask": after_its_draws(QUADRATURE, "adaptive", "np.array([np.nan, 0.0])"),
    "an exception where properties ask": after_its_draws(QUADRATURE, "adaptive", "1 // 0"),
    "an end where properties ask": after_its_draws(QUADRATURE, "adaptive", "os._exit(0)"),
    "nothing where properties ask": after_its_draws(QUADRATURE, "adaptive", "None"),
    "an empty array where properties ask": after_its_draws(SOFTMAX, "gradient", "np.zeros((0, 5))"),
    "a shape that broadcasts": after_its_draws(SOFTMAX, "gradient", "np.zeros((1, 1))"),
    "NaN for a gradient that is compared with differences": after_its_draws(
        REGRESSION, "gradient", "np.full(len(w) + 1, np.nan)"
    ),
    "no adaptive rule at all": with_other(QUADRATURE, FIXED),
    "the integral asked of the function": with_other(
        QUADRATURE, INSIDE.format("adaptive(f, a, b, tol)", "integral", "np.array([f.integral(a, b), tol])")
    ),
    "the gradient asked of the function": with_other(
        GRADCHECK, INSIDE.format("numeric_grad(f, x)", "gradient", "f.gradient(x)")
    ),
    "a coarse difference in single precision": with_other(GRADCHECK, ONE_SIDED.format("float32")),
    "a coarse difference in half precision": with_other(GRADCHECK, ONE_SIDED.format("float16")),
    "no value asked where values are counted": with_other(GRADCHECK, UNASKED),
    "verdicts by their place": by_place(GRADCHECK, "verdict"),
    "regimes by their place": by_place(LINE, "classify"),
    "everything of ours patched": with_other(REGRESSION, PATCHED),
    "an array that equals everything": with_other(REGRESSION, EQUAL),
    "a printed verdict and an exit": with_other(SOFTMAX, LEAVES),
}
LABS = {
    name: next(lab for lab in load_labs.labs() if load_labs.solution(lab, "numpy") in code)
    for name, code in CHEATS.items()
}


@pytest.mark.parametrize("name", CHEATS)
def test_a_cheat_does_not_pass(name):
    verdict = grade(load_labs.lab(LABS[name]), "numpy", CHEATS[name], seed=SEED, run=shared().run)
    assert not verdict.passed
    assert any(each.passed is False for each in verdict.checks), "and it is told what is wrong"


@pytest.mark.parametrize("lab, name", [(GRADCHECK, "verdict"), (LINE, "classify")])
def test_the_words_have_a_fixed_order_so_that_it_must_be_mixed(lab, name):
    assert words_in_order(lab, name, 0) == words_in_order(lab, name, 1)


STOLEN = """
from fluxions.curriculum import load_labs
descend, classify, flow = (each.reference for each in load_labs.lab("lab-gd-1d").functions)
"""


@pytest.mark.parametrize("code", [STOLEN, f"exec(open({str(load_labs.lab_folder(LINE) / 'checks.py')!r}).read())"])
def test_references_are_out_of_reach(code):
    if shared().level.name != "strong":
        pytest.skip("this machine does not give the level strong; below it, files can be read")
    verdict = grade(load_labs.lab(LINE), "numpy", code, seed=SEED, run=shared().run)
    assert [each.name for each in verdict.checks if each.passed is False] == ["The program runs"]

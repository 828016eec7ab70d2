"""From a program to a verdict: the first useful message, a mistake by its name, never an exception."""

from contextlib import contextmanager
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fluxions.curriculum import load_labs
from fluxions.labs.contract import Ended, NoSandbox, Raised, Returned
from fluxions.labs.frameworks import installed
from fluxions.labs.grade import grade
from fluxions.labs.properties import observed_orders, order_fault

LAB = load_labs.lab("lab-gd-1d")
SOLUTION = load_labs.solution(LAB.id, "numpy")
SAYS = {each.name: each.says for each in LAB.functions}


def graded(broker, code, framework="numpy", seed=7, visible=False):
    return grade(LAB, framework, code, seed=seed, run=broker.run, visible=visible)


def failing(verdict):
    return [each for each in verdict.checks if each.passed is False]


def test_every_solution_and_every_other_right_way_passes(broker, framework):
    right = [("solution", load_labs.solution(LAB.id, framework)), *load_labs.programs(LAB.id, "right", framework)]
    assert len(right) >= 2
    for name, code in right:
        for seed in (1, 2, 3):
            verdict = graded(broker, code, framework, seed)
            assert verdict.passed, (name, seed, failing(verdict))
            assert verdict.level == broker.level.name


def test_every_mistake_is_named_and_nothing_else_fails(broker, framework):
    for name, code in load_labs.programs(LAB.id, "wrong", framework):
        expected = code.splitlines()[0].removeprefix("# expects:").strip()
        verdict = graded(broker, code, framework)
        assert not verdict.passed
        assert [each.misconception for each in failing(verdict)] == [expected], name


def test_the_starter_fails_and_the_whole_verdict_comes_again_with_the_same_seed(broker, framework):
    starter = load_labs.starter(LAB.id, framework)
    assert starter.startswith("import torch" if framework == "pytorch" else "import numpy as np")
    first, second = (graded(broker, starter, framework) for _ in range(2))
    assert not first.passed and first.checks == second.checks


@pytest.mark.parametrize("code, name, message, line", [
    ("", "The program can be read", "Nothing has been written yet", None),
    ("def descend(:", "The program can be read", "not Python yet", 1),
    ("x" * 70_000, "The program can be read", "longer than", None),
    ("import torch.optim", "`torch.optim` is not used", "write that yourself", 1),
    ("x = 1\nraise ValueError('no')", "The program runs", "ValueError: no", 2),
    ("import sys\nsys.exit(0)", "The program runs", "SystemExit", 2),
    ("import os\nos._exit(0)", "The program runs", "ended, or answered, before", None),
    ("import nothing_of_that_name", "The program runs", "No module named", 1),
])  # fmt: skip
def test_what_stops_a_program_is_told_first(bare_or_basic, code, name, message, line):
    verdict = graded(bare_or_basic, code)
    first = failing(verdict)[0]
    assert (first.name, first.line) == (name, line) and message in first.message
    assert not verdict.passed and verdict.drawing is None


@pytest.fixture(scope="module")
def bare_or_basic():
    from fluxions.labs.sandbox.broker import Broker
    from fluxions.labs.sandbox.levels import BASIC

    made = Broker(BASIC)
    yield made
    made.close()


def changed(old: str, new: str) -> str:
    assert old in SOLUTION
    return SOLUTION.replace(old, new)


@pytest.mark.parametrize("code, message", [
    (changed("def descend(", "def descent("), "There is no function `descend` yet."),
    (changed("(a, centre, x0, eta, steps)", "(a, x0, eta, steps)"), "It takes 4 values; it should take 5."),
    (changed("return trace", "return None"), "returns nothing"),
    (changed("return trace", "return trace[:, None]"), "dimension of length 1"),
    (changed("return trace", "return trace + 0j"), "complex128"),
    (changed("return trace", "return str(trace)"), "not a text"),
    (changed("return trace", "return {'trace': trace}"), "not a dict"),
    (changed("return trace", "return trace / 0"), "should be"),
    (changed("return trace", "return open"), "cannot be used"),
    (changed("return trace", "return 1 // 0"), "it raises ZeroDivisionError"),
    (changed("return trace", "while True: pass"), "still running"),
    (changed("np.empty(steps + 1)", "np.empty(steps + 1, dtype=int)"), "whole numbers"),
    (changed("trace[0] = x0", "trace[0] = x0 + 1e-6"), "entry 0 is"),
])  # fmt: skip
def test_the_first_useful_message_of_a_function(bare_or_basic, code, message):
    verdict = graded(bare_or_basic, code)
    first = failing(verdict)[0]
    assert message in first.message and first.misconception is None
    others = [each for each in verdict.checks if each.name in (SAYS["classify"], SAYS["flow"])]
    assert all(each.passed for each in others), "a function that fails does not spoil the others"


def test_the_smallest_failing_input_is_shown(bare_or_basic):
    verdict = graded(bare_or_basic, changed("- eta * a *", "+ eta * a *"))
    assert (
        "At a = 2, centre = 2, x0 = 0, eta = 1, steps = 1 entry 1 is −4; it should be 4." in failing(verdict)[0].message
    )


def test_a_run_tries_the_examples_alone(bare_or_basic):
    code = "TABLE = {(2.0, 0.25): 'monotone', (2.0, 0.75): 'oscillating', (2.0, 1.25): 'diverging'}\n"
    code += SOLUTION.replace("factor = 1 - eta * a", "return TABLE.get((a, eta), 'monotone')")
    assert graded(bare_or_basic, code, visible=True).passed
    assert not graded(bare_or_basic, code).passed


def test_a_figure_holds_my_iterates_beside_the_exact_ones(bare_or_basic):
    drawing = graded(bare_or_basic, changed("- eta * a *", "+ eta * a *"), visible=True).drawing
    exact, mine = drawing.series
    assert (exact.role, mine.role) == ("true", "mine")
    assert mine.y[1] == 5 + 1.6 * 4 and exact.y[1] == pytest.approx(5 - 1.6 * 4)
    assert "do not lie" in drawing.says
    assert "Yours lie on" in graded(bare_or_basic, SOLUTION, visible=True).drawing.says


class Puppet:
    """A session that answers as it is told."""

    level = "basic"

    def __init__(self, replies):
        self.replies = replies

    def define(self, code):
        return Returned({"descend": 5, "classify": 2, "flow": 4})

    def call(self, name, inputs):
        return self.replies(name, inputs)

    def stdout(self):
        return ""

    def ms(self):
        return 0.0


def answered(replies):
    @contextmanager
    def run(framework):
        yield Puppet(replies)

    return grade(LAB, "numpy", "x = 1", seed=1, run=run)


VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats()
    | st.text(max_size=4)
    | st.lists(st.floats(), max_size=5)
)
REPLIES = VALUES.map(Returned) | st.builds(Raised, st.text(max_size=5), st.text(max_size=5), st.none() | st.integers())
REPLIES |= st.sampled_from(["time", "memory", "crash", "early", "gone"]).map(Ended)


@settings(max_examples=60, deadline=None)
@given(st.lists(REPLIES, min_size=1, max_size=20))
def test_grading_never_raises_and_never_passes_nonsense(replies):
    random = Random(0)
    assert not answered(lambda name, inputs: random.choice(replies)).passed


def test_the_reference_itself_passes_so_that_the_puppet_can_win():
    known = {each.name: each.reference for each in LAB.functions}
    assert answered(lambda name, inputs: Returned(known[name](*inputs))).passed


def test_a_lost_process_is_our_fault_and_undecided():
    verdict = answered(lambda name, inputs: Ended("gone"))
    assert not verdict.passed and not failing(verdict)


def test_without_a_sandbox_nothing_is_decided():
    @contextmanager
    def run(framework):
        raise NoSandbox("there is none")
        yield

    verdict = grade(LAB, "numpy", SOLUTION, seed=1, run=run)
    assert not verdict.passed and [each.passed for each in verdict.checks] == [None]
    assert "there is none" in verdict.checks[0].message


# --- the mathematics, by a second method -----------------------------------------------------------------------------
def test_the_closed_form_is_the_iteration():
    descend = LAB.functions[0]
    for a, centre, x0, eta, steps in (*descend.examples, *descend.inputs(Random(5))):
        x = [x0]
        for _ in range(steps):
            x.append(x[-1] - eta * a * (x[-1] - centre))
        want = descend.reference(a, centre, x0, eta, steps)
        assert np.allclose(x, want, rtol=1e-11, atol=1e-11 * max(abs(centre), abs(x0)))


def test_the_regimes_are_what_the_iterates_do():
    descend, classify, _ = LAB.functions
    for a, eta in classify.inputs(Random(6)):
        apart = descend.reference(a, 0.0, 1.0, eta, 3)
        grows, jumps = abs(apart[2]) > abs(apart[1]), apart[1] < 0
        assert classify.reference(a, eta) == ("diverging" if grows else "oscillating" if jumps else "monotone")


def test_the_flow_solves_its_equation():
    flow = LAB.functions[2]
    h = 1e-6
    for a, centre, x0, times in flow.inputs(Random(7)):
        slope = (flow.reference(a, centre, x0, times + h) - flow.reference(a, centre, x0, times - h)) / (2 * h)
        assert np.allclose(slope, -a * (flow.reference(a, centre, x0, times) - centre), rtol=1e-6, atol=1e-6)
        assert flow.reference(a, centre, x0, np.zeros(1))[0] == x0


@pytest.mark.parametrize("errors, fault", [
    ([0.4, 0.2, 0.1], None), ([0.4, 0.1, 0.025], "observed order is 2.00"), ([0.4, 0.4, 0.4], "observed order is 0.00"),
    ([0.4, 0.0, 0.1], "exactly zero"), ([0.4, float("nan"), 0.1], "not finite"),
])  # fmt: skip
def test_orders(errors, fault):
    found = order_fault([1.0, 0.5, 0.25], errors, 1.0, 0.1)
    assert found is None if fault is None else fault in found


def test_observed_orders_are_slopes():
    assert observed_orders([1.0, 0.1], [5.0, 0.05]) == pytest.approx((2.0,))


def test_pytorch_is_tested_or_its_absence_is_told():
    if installed("pytorch") is None:
        pytest.skip("PYTORCH IS NOT INSTALLED: its labs were not tested (fluxions labs install pytorch)")
    assert installed("pytorch").startswith("2.13.0")

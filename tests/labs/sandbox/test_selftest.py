"""The level is what was proved: switching a layer off lowers it, and a control that fails proves nothing."""

import json

import pytest

from fluxions.labs.sandbox import levels, namespaces, selftest
from fluxions.labs.sandbox.selftest import Layer, report


def test_every_layer_is_tried_once_and_the_report_is_json():
    found = json.loads(json.dumps(report()))
    assert [each["name"] for each in found["layers"]] == list(levels.LAYERS)
    assert found["level"] in ("none", "basic", "strong")
    numpy = next(each for each in found["frameworks"] if each["name"] == "numpy")
    assert numpy["installed"] and (numpy["works_inside"] or found["level"] == "none")


@pytest.mark.parametrize("missing, level", [
    ((), "strong"), (("mount-ns",), "basic"), (("clone-filter",), "basic"), (("no-new-privs",), "basic"),
    (("limits",), "none"), (levels.NAMESPACES, "basic"), (levels.LAYERS, "none"),
])  # fmt: skip
def test_a_layer_that_is_missing_lowers_the_level(missing, level):
    assert levels.level_of(set(levels.LAYERS) - set(missing)).name == level


@pytest.mark.parametrize("control, contained, proved", [
    (True, True, True), (True, False, False), (False, True, False), (False, False, False),
])  # fmt: skip
def test_a_control_that_fails_proves_nothing(control, contained, proved):
    assert Layer("x", control, contained, "").proved is proved


@pytest.mark.parametrize("name", levels.LAYERS)
def test_a_layer_that_is_not_really_built_is_not_proved(name, monkeypatch):
    """The self-test sees the attack come through when the layer is left out of what it asks for."""
    outcome = selftest._outcome

    def without(broker, attack, layers):
        return outcome(broker, attack, tuple(each for each in layers if each != name))

    monkeypatch.setattr(selftest, "_outcome", without)
    found = {each.name: each for each in selftest.tested()}
    assert found[name].control and not found[name].contained


def test_our_package_is_not_among_what_a_program_sees():
    import fluxions

    shown = namespaces.runtime()
    assert not any(namespaces._within(fluxions.__path__[0], each) for each in shown) or list(namespaces._hidden())


def test_solutions_cannot_be_read_at_the_strong_level(strongest):
    from fluxions.curriculum.load_labs import lab_folder
    from fluxions.labs.contract import Raised, Returned
    from fluxions.labs.sandbox.broker import Broker

    if strongest is not levels.STRONG:
        pytest.skip("this machine does not give the level strong")
    code = "def f(path):\n    return open(path).read()[:20]"
    path = str(lab_folder("lab-gd-1d") / "solution.py")
    for level, read in ((levels.BASIC, True), (levels.STRONG, False)):
        broker = Broker(level)
        try:
            with broker.run("numpy") as program:
                program.define(code)
                reply = program.call("f", [path])
                assert isinstance(reply, Returned if read else Raised)
        finally:
            broker.close()

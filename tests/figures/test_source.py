"""Both sources of every figure run, and draw the numbers of the engine."""

import json
import math
import subprocess
import sys

import pytest

from fluxions.curriculum.figures import figures, scene_of, source_of
from fluxions.figures import LIBRARIES, comparison, settings
from fluxions.figures.template import PALETTES, matplotlib_style, plotly_layout

GIVEN = {
    "secant-to-tangent": [
        {"choice": "sine", "a": "-0.5"}, {"choice": "abs", "a": "0", "z": "2"}, {"choice": "wave", "a": "0"},
    ],
    "step-size-cobweb": [{"choice": "parabola", "eta": "0.8"}, {"choice": "quartic", "eta": "1.5", "a": "3", "s": "2"}],
}  # fmt: skip
RUN = """
import json, sys
from pathlib import Path
from fluxions.figures import in_{library}
print(json.dumps([[[list(x), list(y)] for x, y in panel] for panel in in_{library}.drawn_by(Path(sys.argv[1]))]))
"""


def drawn(library, text, folder):
    script = folder / "figure.py"
    script.write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", RUN.format(library=library), str(script)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def finite(points):
    return [each for each in points if all(map(math.isfinite, each))]


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("figure, given", [(name, each) for name, cases in GIVEN.items() for each in cases])
def test_a_source_draws_the_numbers_of_the_engine(figure, given, library, tmp_path):
    figure = figures()[figure]
    at = settings(figure, given)
    panels = drawn(library, source_of(figure, at, library).text, tmp_path)
    scene = scene_of(figure, at)
    for panel, lines in zip(figure.panels, panels, strict=True):
        marks = [each for each in scene.marks if each.panel == panel.id]
        assert len(lines) == len(marks)
        for mark, (x, y) in zip(marks, lines, strict=True):
            here, there = finite(zip(mark.x, mark.y, strict=True)), finite(zip(x, y, strict=True))
            assert len(here) == len(there), mark
            for one, other in zip(here, there, strict=True):
                assert other == pytest.approx(one, rel=1e-9, abs=1e-9)


def test_the_parameters_are_written_in():
    figure = figures()["secant-to-tangent"]
    text = source_of(figure, settings(figure, {"choice": "relu", "a": "-1.25", "h": "0.07"}), "matplotlib").text
    assert "a = np.float64(-1.25)" in text and "h = np.float64(0.07)" in text and "np.maximum(x, 0)" in text


@pytest.mark.parametrize("theme", PALETTES)
def test_the_template_is_taken_by_both_libraries(theme):
    script = f"""
from fluxions.figures import in_matplotlib, in_plotly
import matplotlib, plotly.io, plotly.graph_objects as go
in_matplotlib.use({theme!r}); in_plotly.use({theme!r})
assert matplotlib.rcParams["axes.facecolor"] == {PALETTES[theme]["ground"]!r}
assert go.Figure().layout.template.layout.paper_bgcolor == {PALETTES[theme]["ground"]!r}
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert matplotlib_style(theme)["svg.fonttype"] == "none" and plotly_layout(theme)["showlegend"] is False


def test_a_page_needs_neither_library():
    script = """
import sys
from fluxions.curriculum.figures import document_of, figures, scene_of, source_of
from fluxions.figures import settings, svg
for each in figures().values():
    at = settings(each, {})
    svg(each, scene_of(each, at)); document_of(each); source_of(each, at, "plotly")
assert not {"matplotlib", "plotly"} & set(sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_figure_of_a_wrong_answer_runs_as_a_script_that_states_no_formula(library, tmp_path):
    x, true, mine = (-1.0, 0.0, 1e-7, 2.5), (None, 0.0, 3.0, 6.25), (-2.0, 0.125, None, 5.0)
    script = comparison("w", x, true, mine, library)
    ((first, second),) = drawn(library, script.text, tmp_path)
    for (across, up), wanted in ((first, true), (second, mine)):
        assert across == list(x)
        assert [None if math.isnan(each) else each for each in up] == list(wanted)
    assert "**" not in script.text

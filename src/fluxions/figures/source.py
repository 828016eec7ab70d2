"""A figure as a script of its own: NumPy, one plotting library, and the parameters as they are set."""

from __future__ import annotations

import json
import pprint
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from fluxions.figures.figure import Curve, Dots, Figure, Label, Mark, Panel, Segment, Stairs
from fluxions.figures.scene import SAMPLES, Settings
from fluxions.figures.template import PALETTES, ROLES, matplotlib_style, plotly_layout

Library = Literal["matplotlib", "plotly"]
LIBRARIES: tuple[Library, ...] = ("matplotlib", "plotly")
TITLES: Mapping[Library, str] = {"matplotlib": "Matplotlib", "plotly": "Plotly"}


@dataclass(frozen=True, slots=True)
class Printed:
    """The formulas of a figure, and the functions of the choice, as text for NumPy."""

    formulas: Mapping[str, str]
    functions: Mapping[str, str]


def source(figure: Figure, at: Settings, library: Library, printed: Printed) -> str:
    """The script: run it, change a number, run it again."""
    body = _in_matplotlib if library == "matplotlib" else _in_plotly
    lines = [*_head(figure, at, library), *_mathematics(figure, at, printed), "", *body(figure, printed.formulas)]
    return "\n".join(lines) + "\n"


def _head(figure: Figure, at: Settings, library: Library) -> Iterator[str]:
    yield f'"""{figure.title}, for {figure.choice(at.choice).words}. Needs NumPy and {TITLES[library]}."""'
    yield ""
    if library == "matplotlib":
        yield "import matplotlib.pyplot as plt"
        yield "import numpy as np"
    else:
        yield "import numpy as np"
        yield "from plotly.subplots import make_subplots"
    yield ""
    yield 'np.seterr(all="ignore")  # what has no value becomes nan, and nan is not drawn'
    yield ""


def _mathematics(figure: Figure, at: Settings, printed: Printed) -> Iterator[str]:
    for each in figure.parameters:
        yield f"{each.name} = np.float64({at.values[each.name]!r})  # {each.label}, from {each.low:g} to {each.high:g}"
    for head, text in printed.functions.items():
        yield from ("", "", f"def {head}:", f"    return {text}")
    yield from ("", "")
    for orbit in figure.orbits:
        yield f"values = [{printed.formulas[orbit.first]}]"
        yield f"for _ in range({orbit.count}):"
        yield f"    {orbit.name} = values[-1]"
        yield f"    values.append({printed.formulas[orbit.next]})"
        yield "values = np.array(values)"


def _in_matplotlib(figure: Figure, text: Mapping[str, str]) -> Iterator[str]:
    yield f"plt.rcParams.update({_written(matplotlib_style('light'), 22)})"
    count = len(figure.panels)
    yield f"figure, panels = plt.subplots(1, {count}, figsize=({4.4 * count:.1f}, 4.6), squeeze=False)"
    for place, panel in enumerate(figure.panels):
        yield from ("", f"# {panel.title}", f"panel = panels[0, {place}]", _grid(panel, text))
        for mark in figure.marks:
            if mark.panel == panel.id:
                yield from _matplotlib_mark(mark, panel, text)
        yield f"panel.set_xlim({_pair(panel.x, text)})"
        yield f"panel.set_ylim({_pair(panel.y, text)})"
        yield f"panel.set_title({json.dumps(panel.title)}, loc=\"left\", fontsize=10)"
        yield f"panel.set_xlabel({json.dumps(panel.across or panel.variable)}, style=\"italic\", loc=\"right\")"
    yield from ("", "figure.tight_layout()", "plt.show()")


def _matplotlib_mark(mark: Mark, panel: Panel, text: Mapping[str, str]) -> Iterator[str]:
    colour, dashes, width = ROLES[mark.role]
    look = f'color="{PALETTES["light"][colour]}"'
    dashed = f", dashes={dashes}" if dashes else ""
    match mark:
        case Curve() | Segment() | Stairs():
            x, y, before = _line(mark, panel, text)
            yield from before
            label = f", label={json.dumps(mark.name)}" if mark.name else ""
            yield f"panel.plot({x}, {y}, {look}, linewidth={width}{dashed}{label})"
        case Dots(joined=joined, open=hollow):
            yield from _before(mark)
            style = f'"o{"-" if joined else ""}"'
            face = f', markerfacecolor="{PALETTES["light"]["ground"]}"' if hollow else ""
            yield f"panel.plot({text[mark.x]}, {text[mark.y]}, {style}, {look}, markersize={4 if joined else 6}, linewidth=1{face})"
        case Label():
            yield f"panel.annotate({json.dumps(mark.text)}, ({text[mark.x]}, {text[mark.y]}), {look})"
        case _:
            assert_never(mark)


def _in_plotly(figure: Figure, text: Mapping[str, str]) -> Iterator[str]:
    titles = ", ".join(json.dumps(each.title) for each in figure.panels)
    yield f"figure = make_subplots(rows=1, cols={len(figure.panels)}, subplot_titles=[{titles}])"
    yield f"figure.update_layout(template={{\"layout\": {_written(plotly_layout('light'), 35)}}})"
    yield f"figure.update_layout(width={430 * len(figure.panels)}, height=480)"
    for place, panel in enumerate(figure.panels, 1):
        yield from ("", f"# {panel.title}", f'place = {{"row": 1, "col": {place}}}', _grid(panel, text))
        for mark in figure.marks:
            if mark.panel == panel.id:
                yield from _plotly_mark(mark, panel, text)
        across = json.dumps(f"<i>{panel.across or panel.variable}</i>")
        yield f"figure.update_xaxes(range=[{_pair(panel.x, text)}], title={across}, **place)"
        yield f"figure.update_yaxes(range=[{_pair(panel.y, text)}], **place)"
    yield from ("", "figure.show()")


def _plotly_mark(mark: Mark, panel: Panel, text: Mapping[str, str]) -> Iterator[str]:
    colour, dashes, width = ROLES[mark.role]
    ink = PALETTES["light"][colour]
    dash = f', "dash": "{", ".join(f"{each}px" for each in dashes)}"' if dashes else ""
    match mark:
        case Curve() | Segment() | Stairs():
            x, y, before = _line(mark, panel, text)
            yield from before
            line = f'{{"color": "{ink}", "width": {width}{dash}}}'
            yield f'figure.add_scatter(x={x}, y={y}, mode="lines", name={json.dumps(mark.name)}, line={line}, **place)'
        case Dots(joined=joined, open=hollow):
            yield from _before(mark)
            x, y = (text[each] if mark.orbit else f"[{text[each]}]" for each in (mark.x, mark.y))
            face = PALETTES["light"]["ground"] if hollow else ink
            marker = f'{{"size": {5 if joined else 9}, "color": "{face}", "line": {{"color": "{ink}", "width": 2}}}}'
            mode = "lines+markers" if joined else "markers"
            line = f', line={{"color": "{ink}", "width": 1}}' if joined else ""
            yield f'figure.add_scatter(x={x}, y={y}, mode="{mode}", name="", marker={marker}{line}, **place)'
        case Label():
            yield f"figure.add_annotation(x={text[mark.x]}, y={text[mark.y]}, text={json.dumps(mark.text)}, showarrow=False, **place)"
        case _:
            assert_never(mark)


def _line(mark: Curve | Segment | Stairs, panel: Panel, text: Mapping[str, str]) -> tuple[str, str, list[str]]:
    """The two columns of a line, and what must be said before them."""
    match mark:
        case Curve(y=y, bounds=None):
            return panel.variable, f"{text[y]} + 0 * {panel.variable}", [f"{panel.variable} = across"]
        case Curve(y=y, bounds=(low, high)):
            span = f"np.linspace({text[low]}, {text[high]}, {SAMPLES})"
            return panel.variable, f"{text[y]} + 0 * {panel.variable}", [f"{panel.variable} = {span}"]
        case Segment(start=(x1, y1), end=(x2, y2)):
            return f"[{text[x1]}, {text[x2]}]", f"[{text[y1]}, {text[y2]}]", []
        case Stairs():
            return "np.repeat(values, 2)[:-1]", "np.repeat(values, 2)[1:]", []
    raise AssertionError(mark)


def _before(mark: Dots) -> list[str]:
    return [f"{mark.orbit} = values"] if mark.orbit else []


def _grid(panel: Panel, text: Mapping[str, str]) -> str:
    return f"across = np.linspace({_pair(panel.x, text)}, {SAMPLES})"


def _pair(bounds: tuple[str, str], text: Mapping[str, str]) -> str:
    return ", ".join(text[each] for each in bounds)


def _written(value: object, indent: int) -> str:
    """A value as Python text, broken into lines."""
    return pprint.pformat(value, width=110, compact=True, sort_dicts=False).replace("\n", "\n" + " " * indent)

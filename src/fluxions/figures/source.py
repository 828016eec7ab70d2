"""A figure as a script of its own: NumPy, one plotting library, and the parameters as they are set."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from fluxions.figures.figure import Curve, Dots, Figure, Label, Mark, Panel, Segment, Stairs
from fluxions.figures.scene import SAMPLES, Settings
from fluxions.figures.template import PALETTES, ROLES, matplotlib_style, plotly_layout

Library = Literal["matplotlib", "plotly"]
LIBRARIES: tuple[Library, ...] = ("matplotlib", "plotly")
Drawing = Callable[[Mark, Panel, Mapping[str, str]], str]  # one mark as one statement
TITLES: Mapping[Library, str] = {"matplotlib": "Matplotlib", "plotly": "Plotly"}


@dataclass(frozen=True, slots=True)
class Printed:
    """The formulas of a figure, and the functions of each choice, as text for NumPy."""

    formulas: Mapping[str, str]
    functions: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Script:
    """A script in the parts that a reader changes, and the rest."""

    library: Library
    head: str
    parameters: tuple[tuple[str, str, str], ...]  # name, value, what it is
    functions: str
    body: str

    @property
    def title(self) -> str:
        """The library's name."""
        return TITLES[self.library]

    @property
    def text(self) -> str:
        """The whole script."""
        lines = (f"{name} = np.float64({value})  # {words}\n" for name, value, words in self.parameters)
        return f"{self.head}{''.join(lines)}{self.functions}{self.body}"


def source(figure: Figure, at: Settings, library: Library, printed: Printed) -> Script:
    """The script: run it, change a number, run it again."""
    body = _in_matplotlib if library == "matplotlib" else _in_plotly
    parameters = tuple(
        (each.name, f"{at.values[each.name]:g}", f"{each.label}, from {each.low:g} to {each.high:g}")
        for each in figure.parameters
    )
    functions = functions_text(figure, at.choice, printed.functions[at.choice])
    lines = [*_orbits(figure, printed.formulas), *body(figure, printed.formulas)]
    return Script(library, _head(figure, library), parameters, functions, "\n".join(lines) + "\n")


def functions_text(figure: Figure, choice: str, functions: Mapping[str, str]) -> str:
    """The functions of a choice as definitions."""
    defined = "".join(f"\n\ndef {head}:\n    return {text}\n" for head, text in functions.items())
    return f"\n# the {figure.choose.lower()}: {figure.choice(choice).words}\n{defined}\n\n"


def _head(figure: Figure, library: Library) -> str:
    matplotlib = library == "matplotlib"
    imports = ("import matplotlib.pyplot as plt", "import numpy as np") if matplotlib else (
        "import numpy as np", "from plotly.subplots import make_subplots"
    )  # fmt: skip
    return "\n".join([
        f'"""{figure.title}. Needs NumPy and {TITLES[library]}."""', "", *imports, "",
        'np.seterr(all="ignore")  # what has no value becomes nan, and nan is not drawn', "", "",
    ])  # fmt: skip


def _orbits(figure: Figure, text: Mapping[str, str]) -> Iterator[str]:
    for orbit in figure.orbits:
        yield f"values = [{text[orbit.first]}]"
        yield f"for _ in range({orbit.count}):"
        yield f"    {orbit.name} = values[-1]"
        yield f"    values.append({text[orbit.next]})"
        yield from ("values = np.array(values)", "")


def _in_matplotlib(figure: Figure, text: Mapping[str, str]) -> Iterator[str]:
    yield from _written("plt.rcParams.update({", matplotlib_style("light"), "})")
    count = len(figure.panels)
    yield f"figure, panels = plt.subplots(1, {count}, figsize=({4.4 * count:.1f}, 4.6), squeeze=False)"
    for place, panel in enumerate(figure.panels):
        yield from ("", f"# {panel.title}", f"panel = panels[0, {place}]")
        yield from _marks(figure, panel, text, _matplotlib_mark)
        if any(isinstance(each, Curve) and each.name for each in figure.marks if each.panel == panel.id):
            yield "panel.legend(frameon=False, fontsize=9)"
        yield f"panel.set_xlim({_pair(panel.x, text)})"
        yield f"panel.set_ylim({_pair(panel.y, text)})"
        yield f'panel.set_title({json.dumps(panel.title)}, loc="left", fontsize=10)'
        yield f'panel.set_xlabel({json.dumps(panel.across or panel.variable)}, style="italic", loc="right")'
    yield from ("", "figure.tight_layout()", "plt.show()")


def _marks(figure: Figure, panel: Panel, text: Mapping[str, str], made: Drawing) -> Iterator[str]:
    """The marks of a panel; its variable is given its column once, and again after another has had the name."""
    column = ""
    for mark in figure.marks:
        if mark.panel != panel.id:
            continue
        wanted = _column(mark, panel, text)
        if wanted and wanted != column:
            yield wanted
            column = wanted
        yield made(mark, panel, text)


def _column(mark: Mark, panel: Panel, text: Mapping[str, str]) -> str:
    match mark:
        case Curve(bounds=bounds):
            return f"{panel.variable} = np.linspace({_pair(bounds or panel.x, text)}, {SAMPLES})"
        case Dots(orbit=orbit) if orbit:
            return f"{orbit} = values"
    return ""


def _matplotlib_mark(mark: Mark, panel: Panel, text: Mapping[str, str]) -> str:
    colour, dashes, width = ROLES[mark.role]
    look = f'color="{PALETTES["light"][colour]}"'
    dashed = f", dashes={dashes}" if dashes else ""
    match mark:
        case Curve() | Segment() | Stairs():
            x, y = _line(mark, panel, text)
            label = f", label={json.dumps(mark.name)}" if mark.name else ""
            return f"panel.plot({x}, {y}, {look}, linewidth={width}{dashed}{label})"
        case Dots(joined=joined, open=hollow):
            style = f'"o{"-" if joined else ""}"'
            face = f', markerfacecolor="{PALETTES["light"]["ground"]}"' if hollow else ""
            size = f"markersize={4 if joined else 6}, linewidth=1"
            return f"panel.plot({text[mark.x]}, {text[mark.y]}, {style}, {look}, {size}{face})"
        case Label():
            return f"panel.annotate({json.dumps(mark.text)}, ({text[mark.x]}, {text[mark.y]}), {look})"
        case _:
            assert_never(mark)


def _in_plotly(figure: Figure, text: Mapping[str, str]) -> Iterator[str]:
    titles = ", ".join(json.dumps(each.title) for each in figure.panels)
    yield f"figure = make_subplots(rows=1, cols={len(figure.panels)}, subplot_titles=[{titles}])"
    yield from _written('figure.update_layout(template={"layout": {', plotly_layout("light"), "}})")
    yield f"figure.update_layout(width={430 * len(figure.panels)}, height=480)"
    for place, panel in enumerate(figure.panels, 1):
        yield from ("", f"# {panel.title}", f'place = {{"row": 1, "col": {place}}}')
        yield from _marks(figure, panel, text, _plotly_mark)
        across = json.dumps(f"<i>{panel.across or panel.variable}</i>")
        yield f"figure.update_xaxes(range=[{_pair(panel.x, text)}], title={across}, **place)"
        yield f"figure.update_yaxes(range=[{_pair(panel.y, text)}], **place)"
    yield from ("", "figure.show()")


def _plotly_mark(mark: Mark, panel: Panel, text: Mapping[str, str]) -> str:
    colour, dashes, width = ROLES[mark.role]
    ink = PALETTES["light"][colour]
    dash = f', "dash": "{", ".join(f"{each}px" for each in dashes)}"' if dashes else ""
    match mark:
        case Curve() | Segment() | Stairs():
            x, y = _line(mark, panel, text)
            line = f'{{"color": "{ink}", "width": {width}{dash}}}'
            return f'figure.add_scatter(x={x}, y={y}, mode="lines", name={json.dumps(mark.name)}, line={line}, **place)'
        case Dots(joined=joined, open=hollow):
            x, y = (text[each] if mark.orbit else f"[{text[each]}]" for each in (mark.x, mark.y))
            face = PALETTES["light"]["ground"] if hollow else ink
            marker = f'{{"size": {5 if joined else 9}, "color": "{face}", "line": {{"color": "{ink}", "width": 2}}}}'
            mode = "lines+markers" if joined else "markers"
            line = f', line={{"color": "{ink}", "width": 1}}' if joined else ""
            return f'figure.add_scatter(x={x}, y={y}, mode="{mode}", name="", marker={marker}{line}, **place)'
        case Label():
            place = f"x={text[mark.x]}, y={text[mark.y]}"
            return f"figure.add_annotation({place}, text={json.dumps(mark.text)}, showarrow=False, **place)"
        case _:
            assert_never(mark)


def _line(mark: Curve | Segment | Stairs, panel: Panel, text: Mapping[str, str]) -> tuple[str, str]:
    """The two columns of a line."""
    match mark:
        case Curve(y=y):
            varies = re.search(rf"\b{panel.variable}\b", text[y])
            return panel.variable, text[y] if varies else f"{text[y]} + 0 * {panel.variable}"
        case Segment(start=(x1, y1), end=(x2, y2)):
            return f"[{text[x1]}, {text[x2]}]", f"[{text[y1]}, {text[y2]}]"
        case Stairs():
            return "np.repeat(values, 2)[:-1]", "np.repeat(values, 2)[1:]"
    assert_never(mark)


def _pair(bounds: tuple[str, str], text: Mapping[str, str]) -> str:
    return ", ".join(text[each] for each in bounds)


def _written(before: str, values: Mapping[str, object], after: str) -> Iterator[str]:
    """A dict as Python text, one entry a line; a nested one stays on its line."""
    yield before
    yield from (f"    {json.dumps(name)}: {_literal(value)}," for name, value in values.items())
    yield after


def _literal(value: object) -> str:
    match value:
        case str():
            return json.dumps(value)
        case dict():
            return "{" + ", ".join(f"{json.dumps(name)}: {_literal(each)}" for name, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(_literal(each) for each in value) + "]"
    return repr(value)

"""Two curves over one variable, given as numbers, as a script for either library."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from fluxions.figures.source import Library, Script
from fluxions.figures.template import PALETTES

Numbers = Sequence[float | None]


def comparison(variable: str, x: Numbers, true: Numbers, mine: Numbers, library: Library) -> Script:
    """The script with the numbers written in: it states no formula, for the task may still be open."""
    colour = PALETTES["light"]
    columns = "".join(_column(name, each) for name, each in (("x", x), ("true", true), ("yours", mine)))
    drawn = _matplotlib if library == "matplotlib" else _plotly
    imports = "import matplotlib.pyplot as plt\nimport numpy as np\n" if library == "matplotlib" else (
        "import numpy as np\nimport plotly.graph_objects as go\n"
    )  # fmt: skip
    body = "\n".join(drawn(variable, colour["ink"], colour["mine"], colour["ground"]))
    return Script(library, f'"""Your function and the true one."""\n\n{imports}\n', (), columns, f"\n{body}\n")


def _column(name: str, values: Numbers) -> str:
    """An array of six significant digits; what is missing is not drawn."""
    texts = ["np.nan" if each is None else f"{each:.6g}" for each in values]
    rows = [", ".join(texts[place : place + 10]) for place in range(0, len(texts), 10)]
    return f"{name} = np.array([\n" + "".join(f"    {row},\n" for row in rows) + "])\n"


def _matplotlib(variable: str, ink: str, mine: str, ground: str) -> Iterator[str]:
    yield f'figure, panels = plt.subplots(1, 1, squeeze=False, facecolor="{ground}")'
    yield "panel = panels[0, 0]"
    yield f'panel.set_facecolor("{ground}")'
    yield f'panel.plot(x, true, color="{ink}", linewidth=2, label="true")'
    yield f'panel.plot(x, yours, color="{mine}", linewidth=2, dashes=(7, 4), label="yours")'
    yield f"panel.set_xlabel({json.dumps(variable)})"
    yield "panel.legend(frameon=False)"
    yield "plt.show()"


def _plotly(variable: str, ink: str, mine: str, ground: str) -> Iterator[str]:
    yield "figure = go.Figure()"
    yield f'figure.add_scatter(x=x, y=true, mode="lines", name="true", line={{"color": "{ink}", "width": 2}})'
    dashed = f'{{"color": "{mine}", "width": 2, "dash": "7px, 4px"}}'
    yield f'figure.add_scatter(x=x, y=yours, mode="lines", name="yours", line={dashed})'
    yield f'figure.update_layout(xaxis_title={json.dumps(variable)}, paper_bgcolor="{ground}", plot_bgcolor="{ground}")'
    yield "figure.show()"

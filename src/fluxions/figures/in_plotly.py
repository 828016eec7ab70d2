"""The door to Plotly: the template, and the numbers that a script draws."""

from __future__ import annotations

import runpy
from base64 import b64decode
from pathlib import Path
from typing import Any

import numpy as np
import plotly.graph_objects as go
import plotly.io

from fluxions.figures.template import Theme, plotly_layout

Line = tuple[tuple[float, ...], tuple[float, ...]]


def use(theme: Theme) -> None:
    """Every figure from now on is drawn in the template."""
    plotly.io.templates["fluxions"] = go.layout.Template(layout=plotly_layout(theme))
    plotly.io.templates.default = "fluxions"


def drawn_by(script: Path) -> tuple[tuple[Line, ...], ...]:
    """The lines and points of each panel that a script draws, x and y, from the figure's JSON; nothing is opened."""
    shows, go.Figure.show = go.Figure.show, lambda *_, **__: None
    try:
        made = runpy.run_path(str(script))
    finally:
        go.Figure.show = shows
    data = plotly.io.from_json(made["figure"].to_json()).data
    names = list(dict.fromkeys(each.xaxis for each in data))
    return tuple(tuple((_numbers(each.x), _numbers(each.y)) for each in data if each.xaxis == name) for name in names)


def _numbers(values: Any) -> tuple[float, ...]:
    """A column, given as numbers or as the bytes of an array."""
    if isinstance(values, dict):
        values = np.frombuffer(b64decode(values["bdata"]), dtype=values["dtype"])
    return tuple(float("nan") if each is None else float(each) for each in values)

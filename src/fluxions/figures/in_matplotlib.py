"""The door to Matplotlib: the template in force, and the numbers that a script draws."""

from __future__ import annotations

import runpy
from pathlib import Path

import matplotlib

from fluxions.figures.template import Theme, matplotlib_style

Line = tuple[tuple[float, ...], tuple[float, ...]]


def use(theme: Theme) -> None:
    """Every figure from now on is drawn in the template."""
    for name, value in matplotlib_style(theme).items():
        matplotlib.rcParams[name] = value  # type: ignore[index]


def drawn_by(script: Path) -> tuple[tuple[Line, ...], ...]:
    """The lines and points of each panel that a script draws, x and y, without opening a window."""
    matplotlib.use("Agg")
    made = runpy.run_path(str(script))
    panels = made["panels"].ravel()
    return tuple(
        tuple((_numbers(each.get_xdata()), _numbers(each.get_ydata())) for each in panel.lines) for panel in panels
    )


def _numbers(values: object) -> tuple[float, ...]:
    return tuple(float(each) for each in values)  # type: ignore[attr-defined]

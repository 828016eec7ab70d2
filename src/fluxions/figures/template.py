"""The figure template: one palette for the site, Matplotlib and Plotly, in light and in dark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

Theme = Literal["light", "dark"]
PALETTES: dict[Theme, dict[str, str]] = {
    "light": {
        "ground": "#f2f3f0", "ink": "#16191d", "quiet": "#454c54", "axis": "#5f676f", "grid": "#e3e5e1",
        "mine": "#a8281e", "differential": "#1f5596", "vector": "#80421a", "integral": "#006363",
        "probability": "#892f59", "optimisation": "#2c6330", "finance": "#655406",
    },
    "dark": {
        "ground": "#1d2125", "ink": "#e9e7e2", "quiet": "#b9bdc1", "axis": "#959ca3", "grid": "#2b3036",
        "mine": "#f19a90", "differential": "#85b4f1", "vector": "#dea280", "integral": "#7cbfbe",
        "probability": "#e993b5", "optimisation": "#8fc090", "finance": "#c0b179",
    },
}  # fmt: skip
SERIES = ("differential", "vector", "integral", "probability", "optimisation", "finance")
# role of a mark -> colour, dashes in points (none: solid), width
ROLES: Mapping[str, tuple[str, tuple[float, ...], float]] = {
    "true": ("ink", (), 2),
    "first": ("differential", (), 1.5),
    "second": ("vector", (7, 4), 2),
    "third": ("integral", (3, 3), 2),
    "guide": ("axis", (), 1),
}
WIDTH_INCHES, POINTS = 5.6, 10


def matplotlib_style(theme: Theme) -> dict[str, Any]:
    """What `matplotlib.rcParams` takes."""
    colour = PALETTES[theme]
    return {
        "figure.facecolor": colour["ground"], "axes.facecolor": colour["ground"], "savefig.facecolor": colour["ground"],
        "figure.figsize": (WIDTH_INCHES, 0.68 * WIDTH_INCHES), "font.size": POINTS, "svg.fonttype": "none",
        "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False, "axes.spines.bottom": False,
        "axes.grid": True, "axes.grid.axis": "y", "axes.axisbelow": True,
        "grid.color": colour["grid"], "grid.linewidth": 1,
        "text.color": colour["ink"], "axes.labelcolor": colour["quiet"], "xtick.color": colour["quiet"],
        "ytick.color": colour["quiet"], "xtick.major.size": 4, "ytick.major.size": 0, "axes.unicode_minus": True,
        "lines.linewidth": 2,
        "axes.prop_cycle": f"cycler('color', {[colour[each] for each in SERIES]})",
    }  # fmt: skip


def plotly_layout(theme: Theme) -> dict[str, Any]:
    """What a Plotly template takes as its layout."""
    colour = PALETTES[theme]
    axis = {
        "showline": False, "zeroline": True, "zerolinecolor": colour["axis"], "zerolinewidth": 1, "nticks": 5,
        "ticks": "outside", "ticklen": 4, "tickcolor": colour["grid"], "automargin": True,
    }  # fmt: skip
    return {
        "paper_bgcolor": colour["ground"], "plot_bgcolor": colour["ground"], "showlegend": False,
        "font": {"family": "system-ui, sans-serif", "size": 12, "color": colour["quiet"]},
        "colorway": [colour[each] for each in SERIES],
        "xaxis": {**axis, "showgrid": False, "zeroline": False},
        "yaxis": {**axis, "gridcolor": colour["grid"], "gridwidth": 1},
    }  # fmt: skip

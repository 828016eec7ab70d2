"""A figure as plain JSON: what `<drag-figure>` draws from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from fluxions.figures.figure import Figure
from fluxions.figures.scene import SAMPLES

Programs = Mapping[str, Mapping[str, Mapping[str, Any]]]  # choice -> formula -> stack program


def document(figure: Figure, programs: Programs, functions: Mapping[str, str]) -> dict[str, Any]:
    """Marks with their formulas, the program of each formula for each choice, and the choice's functions as text."""
    return {
        "id": figure.id,
        "label": f"{figure.title}. {figure.description}",
        "samples": SAMPLES,
        "parameters": [{**asdict(each), "places": each.places} for each in figure.parameters],
        "panels": [asdict(each) for each in figure.panels],
        "orbits": [asdict(each) for each in figure.orbits],
        "marks": [{"kind": type(each).__name__.lower(), **asdict(each)} for each in figure.marks],
        "handles": [asdict(each) for each in figure.handles],
        "readings": [each.value for each in figure.readings],
        "said": asdict(figure.said),
        "table": asdict(figure.table),
        "programs": programs,
        "functions": functions,
    }

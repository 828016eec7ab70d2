"""A figure as a page shows it: asked first, released once the prediction is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from fluxions.curriculum.figures import document_of, figures, scene_of, source_of
from fluxions.figures import (
    LIBRARIES,
    NARROW,
    WIDE,
    Choice,
    Figure,
    Parameter,
    Reading,
    Scene,
    Script,
    Settings,
    settings,
    svg,
)


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """The figure, what is set, what was predicted, and all that is drawn and read off."""

    figure: Figure
    at: Settings
    scene: Scene
    chosen: int | None

    @property
    def right(self) -> bool:
        """Was the right option predicted?"""
        return self.chosen == self.figure.prediction.answer

    @property
    def document(self) -> dict[str, Any]:
        """What the element in the page draws from."""
        return _document(self.figure.id)

    @property
    def wide(self) -> SafeString:
        """The static picture for a wide page."""
        return mark_safe(svg(self.figure, self.scene, WIDE))

    @property
    def narrow(self) -> SafeString:
        """The static picture for a narrow page."""
        return mark_safe(svg(self.figure, self.scene, NARROW))

    @property
    def choices(self) -> list[tuple[Choice, bool]]:
        """The functions to choose from, and which is chosen."""
        return [(each, each.id == self.at.choice) for each in self.figure.choices]

    @property
    def parameters(self) -> list[tuple[Parameter, float]]:
        """The parameters with their values."""
        return [(each, self.at.values[each.name]) for each in self.figure.parameters]

    @property
    def readings(self) -> list[tuple[Reading, float]]:
        """The read-outs."""
        return list(zip(self.figure.readings, self.scene.readings, strict=True))

    @property
    def scripts(self) -> list[Script]:
        """The figure as a script for each plotting library."""
        return [source_of(self.figure, self.at, each) for each in LIBRARIES]


def shown_figure(figure: Figure, given: Mapping[str, str]) -> ShownFigure:
    """The figure for what a form says; anything that the figure does not have is as it starts."""
    at = settings(figure, given)
    picked = given.get("predict", "")
    place = int(picked) if picked.isascii() and picked.isdigit() and len(picked) < 3 else None
    chosen = place if place is not None and place < len(figure.prediction.options) else None
    return ShownFigure(figure, at, scene_of(figure, at), chosen)


@lru_cache(maxsize=64)
def _document(figure_id: str) -> dict[str, Any]:
    return document_of(figures()[figure_id])

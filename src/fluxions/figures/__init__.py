"""Explorables as values: what a figure draws, its scene for given parameters, its static picture, its sources."""

from fluxions.figures.figure import (
    Choice,
    Column,
    Curve,
    Dots,
    Figure,
    Handle,
    Label,
    Mark,
    Orbit,
    Panel,
    Parameter,
    Prediction,
    Reading,
    Said,
    Segment,
    Stairs,
    Table,
)
from fluxions.figures.scene import Drawn, Scene, Settings, scene, settings
from fluxions.figures.source import LIBRARIES, Library, Printed, source
from fluxions.figures.svg import svg

__all__ = [
    "LIBRARIES", "Choice", "Column", "Curve", "Dots", "Drawn", "Figure", "Handle", "Label", "Library", "Mark", "Orbit",
    "Panel", "Parameter", "Prediction", "Printed", "Reading", "Said", "Scene", "Segment", "Settings", "Stairs", "Table",
    "scene", "settings", "source", "svg",
]  # fmt: skip

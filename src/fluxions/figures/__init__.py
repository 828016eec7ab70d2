"""Explorables as values: what a figure draws, its scene for given parameters, its static picture, its sources."""

from fluxions.figures.comparison import comparison
from fluxions.figures.dependence import dependence
from fluxions.figures.document import document
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
from fluxions.figures.scene import Scene, Settings, scene, settings
from fluxions.figures.shown import shown
from fluxions.figures.source import LIBRARIES, Library, Printed, Script, functions_text, source
from fluxions.figures.svg import NARROW, WIDE, svg

__all__ = [
    "LIBRARIES", "NARROW", "WIDE", "Choice", "Column", "Curve", "Dots", "Figure", "Handle", "Label", "Library",
    "Mark", "Orbit", "Panel", "Parameter", "Prediction", "Printed", "Reading", "Said", "Scene", "Script", "Segment",
    "Settings", "Stairs", "Table", "comparison", "dependence", "document", "functions_text", "scene", "settings",
    "shown", "source", "svg",
]  # fmt: skip

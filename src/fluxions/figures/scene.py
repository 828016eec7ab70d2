"""A figure for given parameters, as numbers: lines, points and words with their places, read-outs, the table."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, assert_never

import numpy as np

from fluxions.figures.figure import (
    Curve,
    Dots,
    Figure,
    Handle,
    Label,
    Mark,
    Orbit,
    Panel,
    Role,
    Segment,
    Stairs,
)

SAMPLES = 601  # of a curve; odd, so that the middle of a panel is one of them
Values = np.ndarray[Any, np.dtype[np.float64]]
Evaluate = Callable[[str, Mapping[str, Any]], Values]  # a formula at columns of equal length; NaN where it has no value
Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader has set: one of the choices, and a value for every parameter."""

    choice: str
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark with its numbers; a curve is broken where a number is NaN."""

    panel: str
    kind: Literal["line", "dots", "label"]
    role: Role
    name: str
    x: Numbers
    y: Numbers
    open: bool = False
    path: bool = False  # dots that are joined by a line


@dataclass(frozen=True, slots=True)
class Bounds:
    """The rectangle that a panel shows."""

    low_x: float
    high_x: float
    low_y: float
    high_y: float


@dataclass(frozen=True, slots=True)
class Held:
    """A handle where it stands."""

    handle: Handle
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn and read off."""

    bounds: Mapping[str, Bounds]
    marks: tuple[Drawn, ...]
    handles: tuple[Held, ...]
    readings: Numbers
    said: str
    rows: tuple[Numbers, ...]


def settings(figure: Figure, given: Mapping[str, str]) -> Settings:
    """What was asked for, brought to the nearest that the figure has; anything else is as it starts."""
    values = {each.name: each.nearest(_number(given.get(each.name, ""), each.start)) for each in figure.parameters}
    return Settings(figure.choice(given.get("choice", "")).id, values)


def _number(text: str, otherwise: float) -> float:
    try:
        value = float(text[:40])
    except ValueError:
        return otherwise
    return value if math.isfinite(value) else otherwise


def scene(figure: Figure, at: Settings, value: Evaluate) -> Scene:
    """The figure drawn for these settings, its formulas computed by `value`."""
    here = dict(at.values)

    def one(formula: str, **more: float) -> float:
        return float(value(formula, {**here, **more}))

    orbits = {each.name: _orbit(each, one) for each in figure.orbits}
    bounds = {each.id: Bounds(*(one(bound) for bound in (*each.x, *each.y))) for each in figure.panels}
    panels = {each.id: each for each in figure.panels}
    marks = tuple(_drawn(mark, panels[mark.panel], bounds[mark.panel], here, orbits, value) for mark in figure.marks)
    index = one(figure.said.index)
    return Scene(
        bounds,
        marks,
        tuple(Held(each, one(each.x), one(each.y)) for each in figure.handles),
        tuple(one(each.value) for each in figure.readings),
        figure.said.otherwise if math.isnan(index) else figure.said.sentences[round(index)],
        tuple(_rows(figure, here, orbits, value)),
    )


def _orbit(orbit: Orbit, one: Callable[..., float]) -> Values:
    """The values, until one is missing."""
    found = [one(orbit.first)]
    while len(found) <= orbit.count and math.isfinite(found[-1]):
        found.append(one(orbit.next, **{orbit.name: found[-1]}))
    return np.array([each for each in found if math.isfinite(each)], dtype=np.float64)


def _drawn(
    mark: Mark, panel: Panel, bounds: Bounds, here: Mapping[str, float], orbits: Mapping[str, Values], value: Evaluate
) -> Drawn:
    def one(formula: str) -> float:
        return float(value(formula, here))

    match mark:
        case Curve(y=y, role=role, name=name, bounds=within):
            low, high = (one(each) for each in within) if within else (bounds.low_x, bounds.high_x)
            across = low + (high - low) * np.arange(SAMPLES) / (SAMPLES - 1)
            up = value(y, {**here, panel.variable: across})
            return Drawn(panel.id, "line", role, name, _numbers(across), _numbers(up))
        case Segment(start=start, end=end, role=role, name=name):
            (x1, y1), (x2, y2) = start, end
            return Drawn(panel.id, "line", role, name, (one(x1), one(x2)), (one(y1), one(y2)))
        case Dots(x=x_of, y=y_of, role=role, name=name, orbit=orbit):
            at = {**here, orbit: orbits[orbit]} if orbit else here
            across, up = (np.atleast_1d(value(each, at)) for each in (x_of, y_of))
            return Drawn(panel.id, "dots", role, name, _numbers(across), _numbers(up), mark.open, mark.joined)
        case Stairs(orbit=orbit, role=role, name=name):
            twice = np.repeat(orbits[orbit], 2)
            return Drawn(panel.id, "line", role, name, _numbers(twice[:-1]), _numbers(twice[1:]))
        case Label(x=x_of, y=y_of, text=text, role=role):
            return Drawn(panel.id, "label", role, text, (one(x_of),), (one(y_of),))
    assert_never(mark)


def _rows(
    figure: Figure, here: Mapping[str, float], orbits: Mapping[str, Values], value: Evaluate
) -> Iterator[Numbers]:
    table = figure.table
    column = orbits[table.orbit] if table.orbit else np.array(table.values, dtype=np.float64)
    found = [
        np.broadcast_to(value(each.value, {**here, table.variable: column}), column.shape) for each in table.columns
    ]
    for place in range(len(column)):
        yield tuple(float(each[place]) for each in found)


def _numbers(values: Values) -> Numbers:
    return tuple(values.tolist())

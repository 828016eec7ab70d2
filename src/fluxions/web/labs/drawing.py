"""Values as an inline picture that takes the colours of the page: computed here, set by a template."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

MINUS = "\u2212"
MOST_TICKS = 5
BEYOND = 1.0  # how many times the true range a learner's values may reach beyond it and still be drawn


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, and what stands there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Curve:
    """One series in the units of the picture."""

    name: str
    role: str
    points: str
    dots: tuple[tuple[float, float], ...]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Plate:
    """The picture at one width."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    curves: tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture for wide and for narrow screens, its words, and its values as a table."""

    wide: Plate
    narrow: Plate
    x_label: str
    y_label: str
    says: str
    clipped: bool
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def picture(drawing: dict[str, Any]) -> Picture:
    """The picture of a drawing as it was kept."""
    series = [each | {"y": [math.nan if y is None else y for y in each["y"]]} for each in drawing["series"]]
    xs = [x for each in series for x in each["x"] if math.isfinite(x)]
    low, high, clipped = _range(series)
    wide, narrow = (_plate(series, (min(xs), max(xs)), (low, high), *size) for size in ((420, 330), (320, 270)))
    names = tuple(each["name"] for each in series)
    rows = tuple(
        (_number(x), *(_number(each["y"][place]) if place < len(each["y"]) else "" for each in series))
        for place, x in enumerate(max(series, key=lambda each: len(each["x"]))["x"])
    )
    return Picture(wide, narrow, drawing["x_label"], drawing["y_label"], drawing["says"], clipped, names, rows)


def _range(series: list[dict[str, Any]]) -> tuple[float, float, bool]:
    """The true values fill the picture; others may stretch it, but not beyond all sight."""
    true = [y for each in series if each["role"] == "true" for y in each["y"]]
    low, high = min(true), max(true)
    span = (high - low) or 1.0
    others = [y for each in series for y in each["y"] if math.isfinite(y)]
    bottom, top = max(min(others), low - BEYOND * span), min(max(others), high + BEYOND * span)
    clipped = any(not bottom <= y <= top for each in series for y in each["y"])
    margin = 0.06 * (top - bottom or 1.0)
    return bottom - margin, top + margin, clipped


def _plate(
    series: list[dict[str, Any]], x: tuple[float, float], y: tuple[float, float], width: int, height: int
) -> Plate:
    left, right, top, bottom = 48, width - 64, 30, height - 42

    def across(value: float) -> float:
        return round(left + (right - left) * (value - x[0]) / ((x[1] - x[0]) or 1.0), 1)

    def up(value: float) -> float:
        inside = min(max(value, y[0]), y[1]) if math.isfinite(value) else y[0]
        return round(bottom - (bottom - top) * (inside - y[0]) / (y[1] - y[0]), 1)

    curves = []
    for each in series:
        pairs = [(a, b) for a, b in zip(each["x"], each["y"], strict=True) if y[0] <= b <= y[1]]
        if pairs:
            dots = tuple((across(a), up(b)) for a, b in pairs)
            points = " ".join(f"{a},{b}" for a, b in dots)
            curves.append(Curve(each["name"], each["role"], points, dots if each["dots"] else (), max(dots)))
    ticks = tuple(Tick(across(value), _number(value)) for value in _steps(*x, whole=True))
    marks = tuple(Tick(up(value), _number(value)) for value in _steps(*y))
    return Plate(width, height, left, right, top, bottom, ticks, marks, _apart(curves, bottom))


def _apart(curves: list[Curve], bottom: int) -> tuple[Curve, ...]:
    """Names at the right ends of curves, moved away from the axis until they do not cover each other."""
    placed: list[Curve] = []
    for each in curves:
        height = each.end[1]
        while any(abs(height - other.end[1]) < 16 for other in placed):
            height += 16 if each.end[1] < bottom - 30 else -16
        placed.append(Curve(each.name, each.role, each.points, each.dots, (each.end[0], height)))
    return tuple(placed)


def _steps(low: float, high: float, whole: bool = False) -> list[float]:
    """At most five round numbers within a range."""
    raw = (high - low) / (MOST_TICKS - 1) or 1.0
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(each * size for each in (1, 2, 5, 10) if each * size >= raw * 0.999)
    step = max(step, 1.0) if whole else step
    first = math.ceil(low / step - 1e-9)
    return [round(place * step, 10) for place in range(first, math.floor(high / step + 1e-9) + 1)]


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "not finite"
    return f"{value:.4g}".replace("-", MINUS).removesuffix(".0")

"""A scene as a static picture: what stands on the page where nothing runs, and what a browser draws again by itself."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from fluxions.figures.figure import Figure, Panel
from fluxions.figures.scene import Bounds, Drawn, Numbers, Scene
from fluxions.figures.shown import MINUS

WIDE, NARROW = 640, 312  # units across; one unit is one pixel
SIDE_BY_SIDE = 480  # from this width on
LEFT, RIGHT, TOP, BOTTOM = 36, 16, 30, 28
FAR = 4000.0  # a point farther out is drawn here; the panel cuts it off


@dataclass(frozen=True, slots=True)
class Frame:
    """The square on the page that a panel fills."""

    panel: Panel
    bounds: Bounds
    left: float
    top: float
    side: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The place of a point."""
        across = (x - self.bounds.low_x) / (self.bounds.high_x - self.bounds.low_x) * self.side
        up = (y - self.bounds.low_y) / (self.bounds.high_y - self.bounds.low_y) * self.side
        return self.left + _near(across), self.top + self.side - _near(up)


def svg(figure: Figure, scene: Scene, width: int = WIDE) -> str:
    """The picture as SVG; its colours come from the style sheet."""
    frames = tuple(framed(figure, scene, width))
    height = max(each.top + each.side for each in frames) + BOTTOM
    parts = [part for frame in frames for part in _panel(figure, scene, frame, width)]
    label = escape(f"{figure.title}. {figure.description}", quote=True)
    return (
        f'<svg viewBox="0 0 {width} {height:g}" width="{width}" height="{height:g}" role="img" aria-label="{label}">'
        f"{''.join(parts)}</svg>"
    )


def framed(figure: Figure, scene: Scene, width: int) -> Iterator[Frame]:
    """Where each panel stands: side by side, or one below the other on a narrow page."""
    count = len(figure.panels) if width >= SIDE_BY_SIDE else 1
    cell = width / count
    side = cell - LEFT - RIGHT
    for place, panel in enumerate(figure.panels):
        row, column = divmod(place, count)
        yield Frame(panel, scene.bounds[panel.id], column * cell + LEFT, row * (side + TOP + BOTTOM) + TOP, side)


def ticks(low: float, high: float, most: int) -> tuple[tuple[float, str], ...]:
    """At most `most` round numbers between two bounds, with their texts."""
    if not (math.isfinite(low) and math.isfinite(high) and high > low):
        return ()
    for exponent in range(math.floor(math.log10((high - low) / most)), 400):
        for lead in (1, 2, 5):
            step = lead * 10.0**exponent
            first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
            if last - first < most:
                places = max(0, -exponent)
                return tuple((each * step, plain(each * step, places)) for each in range(first, last + 1))
    return ()


def plain(value: float, places: int) -> str:
    """The text of a tick."""
    text = f"{value:.{places}f}"
    return (text.lstrip("-") if float(text) == 0 else text).replace("-", MINUS)


def _near(value: float) -> float:
    return min(max(value, -FAR), FAR)


def _panel(figure: Figure, scene: Scene, frame: Frame, width: int) -> Iterator[str]:
    left, top, side, name = frame.left, frame.top, frame.side, f"clip-{figure.id}-{frame.panel.id}-{width}"
    yield f'<clipPath id="{name}"><rect x="{left:g}" y="{top:g}" width="{side:g}" height="{side:g}"/></clipPath>'
    yield f'<text class="head" x="{left:g}" y="{top - 14:g}">{escape(frame.panel.title)}</text>'
    yield from _axes(frame, 5 if width >= SIDE_BY_SIDE else 4)
    marks = [each for each in scene.marks if each.panel == frame.panel.id]
    yield f'<g clip-path="url(#{name})">{"".join(_drawn(each, frame) for each in marks if each.kind != "label")}</g>'
    yield from _named(marks, frame)


def _axes(frame: Frame, most: int) -> Iterator[str]:
    bounds, left, right, foot = frame.bounds, frame.left, frame.left + frame.side, frame.top + frame.side
    for value, text in ticks(bounds.low_y, bounds.high_y, most):
        y = frame.at(bounds.low_x, value)[1]
        kind = "c-axis" if value == 0 else "c-grid"
        yield f'<path class="{kind}" d="M{left:g} {y:.1f}H{right:g}"/>'
        yield f'<text x="{left - 6:g}" y="{y + 4:.1f}" text-anchor="end">{text}</text>'
    for value, text in ticks(bounds.low_x, bounds.high_x, most):
        x = frame.at(value, bounds.low_y)[0]
        yield f'<path class="c-axis" d="M{x:.1f} {foot:g}v4"/>'
        yield f'<text x="{x:.1f}" y="{foot + 18:g}" text-anchor="middle">{text}</text>'
    across = escape(frame.panel.across or frame.panel.variable)
    yield f'<text class="m" x="{right + 4:g}" y="{foot + 5:g}">{across}</text>'
    if frame.panel.up:
        up = escape(frame.panel.up)
        yield f'<text class="m" x="{left - 6:g}" y="{frame.top - 14:g}" text-anchor="end">{up}</text>'


def _drawn(mark: Drawn, frame: Frame) -> str:
    line = f'<path class="f-{mark.role}" d="{_path(mark.x, mark.y, frame)}"/>'
    if mark.kind == "line":
        return line
    kind = f"d-{mark.role} open" if mark.open else f"d-{mark.role}"
    dots = "".join(
        f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{3 if mark.path else 5}"/>'
        for x, y in (frame.at(*each) for each in zip(mark.x, mark.y, strict=True) if all(map(math.isfinite, each)))
    )
    return f"{line}{dots}" if mark.path else dots


def _path(xs: Numbers, ys: Numbers, frame: Frame) -> str:
    parts: list[str] = []
    pen = "M"
    for x, y in zip(xs, ys, strict=True):
        if not (math.isfinite(x) and math.isfinite(y)):
            pen = "M"
            continue
        across, up = frame.at(x, y)
        parts.append(f"{pen}{across:.1f} {up:.1f}")
        pen = "L"
    return "".join(parts)


def _named(marks: Iterable[Drawn], frame: Frame) -> Iterator[str]:
    """The names of lines where they leave the panel, moved apart; and the labels."""
    taken: list[float] = []
    for mark in marks:
        if not mark.name:
            continue
        inside = [
            (x, y) for x, y in zip(mark.x, mark.y, strict=True)
            if frame.bounds.low_x <= x <= frame.bounds.high_x and frame.bounds.low_y <= y <= frame.bounds.high_y
        ]  # fmt: skip
        if not inside:
            continue
        x, y = frame.at(*inside[-1])
        y = min(max(y - 6, frame.top + 12), frame.top + frame.side - 6)
        while any(abs(y - each) < 15 for each in taken):
            y += 15
        taken.append(y)
        left = min(x, frame.left + frame.side) - 4
        yield f'<text class="n-{mark.role}" x="{left:.1f}" y="{y:.1f}" text-anchor="end">{escape(mark.name)}</text>'

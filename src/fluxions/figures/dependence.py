"""The graph of dependence of the chain rule as a picture: what is made of what, from above to below."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

Edge = tuple[str, str]  # from a function or variable to one that it is made of
ACROSS, DOWN, MARGIN = 96, 72, 24  # units between neighbours, between levels, and round the picture
CLEAR = 16  # units between a name and the end of its line


def dependence(edges: Sequence[Edge]) -> str:
    """The graph as SVG: one level for each step of the longest way down; "" where there is no edge."""
    places = _placed(levels(edges))
    if not places:
        return ""
    width = max(x for x, _ in places.values()) + MARGIN
    height = max(y for _, y in places.values()) + MARGIN
    lines = "".join(_line(places[above], places[below]) for above, below in edges)
    names = "".join(
        f'<text class="m" x="{x:g}" y="{y + 5:g}" text-anchor="middle">{escape(name)}</text>'
        for name, (x, y) in places.items()
    )
    label = escape(in_words(edges), quote=True)
    return (
        f'<svg class="dependence" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" '
        f'role="img" aria-label="{label}">{lines}{names}</svg>'
    )


def in_words(edges: Sequence[Edge]) -> str:
    """`f depends on x and y; x on t; y on t.`"""
    made_of: dict[str, list[str]] = {}
    for above, below in edges:
        made_of.setdefault(above, []).append(below)
    parts = [
        f"{above} {'' if i else 'depends '}on {_listed(below)}" for i, (above, below) in enumerate(made_of.items())
    ]
    return "; ".join(parts) + "." if parts else ""


def levels(edges: Sequence[Edge]) -> tuple[tuple[str, ...], ...]:
    """The names from above to below, each below all that are made of it; edges that go round in a circle give none."""
    depth: dict[str, int] = {name: 0 for edge in edges for name in edge}
    for _ in depth:
        for above, below in edges:
            depth[below] = max(depth[below], depth[above] + 1)
    if any(depth[below] <= depth[above] or depth[below] >= len(depth) for above, below in edges):
        return ()
    return tuple(
        tuple(name for name in depth if depth[name] == level) for level in range(1 + max(depth.values(), default=-1))
    )


def _placed(rows: Sequence[Sequence[str]]) -> dict[str, tuple[float, float]]:
    """Each level centred below the one above."""
    middle = MARGIN + ACROSS * (max(map(len, rows), default=1) - 1) / 2
    return {
        name: (middle + ACROSS * (i - (len(row) - 1) / 2), MARGIN + DOWN * level)
        for level, row in enumerate(rows)
        for i, name in enumerate(row)
    }


def _line(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A straight line that stops short of both names."""
    (x, y), (u, v) = start, end
    length = ((u - x) ** 2 + (v - y) ** 2) ** 0.5
    dx, dy = CLEAR * (u - x) / length, CLEAR * (v - y) / length
    return f'<path class="c-axis" d="M{x + dx:.1f} {y + dy:.1f}L{u - dx:.1f} {v - dy:.1f}"/>'


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last

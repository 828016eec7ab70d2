"""Tables of values of functions that are otherwise unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fluxions.calculus.expr import Rel, fn, num


@dataclass(frozen=True, slots=True)
class ValueTable:
    """What is known of some functions: a column of values for each, at the same points."""

    points: tuple[int, ...]
    columns: tuple[tuple[str, Sequence[int]], ...]  # ("f'", the values of f' at the points)

    @property
    def given(self) -> tuple[Rel, ...]:
        """One equation for each entry, such as f'(2) = 3."""
        return tuple(
            Rel("=", fn(name, num(point)), num(value))
            for name, values in self.columns
            for point, value in zip(self.points, values, strict=True)
        )

    @property
    def markdown(self) -> str:
        """The table as it is shown."""
        names = [f"${name}(x)$" for name, _ in self.columns]
        rows = zip(self.points, *(values for _, values in self.columns), strict=True)
        head = [["$x$", *names], ["--:"] * (len(names) + 1)]
        return "\n".join(f"| {' | '.join(row)} |" for row in (*head, *([f"${cell}$" for cell in row] for row in rows)))

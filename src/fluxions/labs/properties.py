"""What holds between values, whatever the inputs."""

from __future__ import annotations

import math
from collections.abc import Sequence


def observed_orders(steps: Sequence[float], errors: Sequence[float]) -> tuple[float, ...]:
    """log(e₁/e₂) / log(h₁/h₂) for each two neighbours: near p where the error behaves as hᵖ."""
    pairs = zip(zip(steps, errors, strict=True), zip(steps[1:], errors[1:], strict=True), strict=False)
    return tuple(math.log(e1 / e2) / math.log(h1 / h2) for (h1, e1), (h2, e2) in pairs)


def order_fault(steps: Sequence[float], errors: Sequence[float], order: float, within: float) -> str | None:
    """Where the errors do not fall as the steps to this power."""
    if any(not math.isfinite(each) for each in errors):
        return "An error is not finite."
    if any(each <= 0 for each in errors):
        return "An error is exactly zero, so that nothing can be said of how it falls."
    worst = max(observed_orders(steps, errors), key=lambda each: abs(each - order))
    return None if abs(worst - order) <= within else f"The observed order is {worst:.2f}; it should be {order:g}."

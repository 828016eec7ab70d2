"""Numbers as a figure writes them, here and in the browser alike."""

from __future__ import annotations

import math

MINUS, RAISED = "\u2212", str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
SMALLEST, LARGEST = 5e-5, 1e5  # outside, a power of ten is split off


def shown(value: float, places: int) -> str:
    """So many decimals and a true minus; "none" where there is no value; nothing is written −0."""
    if not math.isfinite(value):
        return "none"
    if value != 0 and not SMALLEST <= abs(value) < LARGEST:
        digits, _, power = f"{value:.2e}".partition("e")
        return f"{digits.replace('-', MINUS)} · 10{str(int(power)).translate(RAISED)}"
    text = f"{value:.{places}f}"
    return (text.lstrip("-") if float(text) == 0 else text).replace("-", MINUS)

"""What Fluxions may call each kind of mistake: ids of misconceptions, or reasons of a verdict that say as much.

A kind that is not listed has no name in Fluxions, and counts as missed.
"""

from __future__ import annotations

NAMES: dict[str, tuple[str, ...]] = {}
REASONS: dict[str, tuple[str, ...]] = {}

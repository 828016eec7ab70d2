"""Which names of Fluxions are right for a kind of mistake of the second set: chosen before any answer was diagnosed."""

from __future__ import annotations

NAMES: dict[str, tuple[str, ...]] = {}
REASONS: dict[str, tuple[str, ...]] = {}
TOLD: dict[str, tuple[str, ...]] = {}

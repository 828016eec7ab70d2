"""One thing to repair."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fluxions.curriculum import load
from fluxions.curriculum.skills import Skill


@dataclass(frozen=True, slots=True)
class Finding:
    """A file of the curriculum, and what to do there."""

    file: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


def in_file(skill: Skill, name: str, message: str) -> Finding:
    """A finding in one of a skill's files."""
    return Finding(str(Path("curriculum") / load.folder(skill).relative_to(load.ROOT) / name), message)

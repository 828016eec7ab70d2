"""What one answer shows about one skill."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Literal, NamedTuple

Role = Literal["asked", "used", "blamed", "placed"]


class Evidence(NamedTuple):
    """What one answer shows about one skill.

    `used`: practised on the way; `blamed`: the diagnosis names it; `placed`: inferred. `replaces` is the id of the
    evidence that this corrects.
    """

    skill: str
    correct: bool
    seen_at: datetime  # UTC
    attempt: str = ""
    role: Role = "asked"
    day: int = 0
    template: str = ""  # family and variant, the unit of item difficulty
    difficulty: float | None = None
    hints: int = 0
    seconds: float | None = None  # with the page visible; None when unknown
    credit: float = 1.0  # for "used": share of a full repetition
    replaces: str | None = None
    misconception: str = ""  # the one that the diagnosis names, where it is a wrong idea about this very skill

    @property
    def id(self) -> str:
        """The same for the same (attempt, skill, role, replaces), whoever computes it."""
        parts = (self.attempt, self.skill, self.role, self.replaces or "")
        return sha256("\x1f".join(parts).encode()).hexdigest()[:32]

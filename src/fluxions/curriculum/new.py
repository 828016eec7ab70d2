"""The files that a new lesson begins with."""

from __future__ import annotations

from fluxions.curriculum.lesson import SECTIONS
from fluxions.curriculum.skills import Skill

FAMILIES = '''"""Tasks of the skill {id}."""

from __future__ import annotations

from fluxions.calculus.problem import ProblemFamily

# One function a family: it draws numbers and states a task, never its answer. docs/authoring.md shows one.
FAMILIES: tuple[ProblemFamily, ...] = ()
'''


def skeleton(skill: Skill) -> dict[str, str]:
    """File name and text of what an author fills in; `fluxions curriculum lint` says what is still missing."""
    return {
        "__init__.py": "",
        "lesson.md": "\n\n".join(f"## {each}" for each in SECTIONS) + "\n",
        "families.py": FAMILIES.format(id=skill.id),
    }

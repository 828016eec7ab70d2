"""The content: one folder is one skill."""

from fluxions.curriculum.graph import Cycle, Path, SkillGraph
from fluxions.curriculum.lesson import Lesson, Predict, Prose, Try, Worked
from fluxions.curriculum.load import BadContent, curriculum, families, family, lesson
from fluxions.curriculum.skills import Career, Curriculum, Known, Skill, Unit, UnknownSkill

__all__ = [
    "BadContent", "Career", "Curriculum", "Cycle", "Known", "Lesson", "Path", "Predict", "Prose", "Skill", "SkillGraph",
    "Try", "Unit", "UnknownSkill", "Worked", "curriculum", "families", "family", "lesson",
]  # fmt: skip

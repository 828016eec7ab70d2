"""The content: one folder is one skill."""

from fluxions.curriculum.article import Article, Live, articles, articles_on
from fluxions.curriculum.graph import Cycle, Path, SkillGraph
from fluxions.curriculum.lesson import Explorable, Lesson, Predict, Prose, Try, Worked
from fluxions.curriculum.load import BadContent, curriculum, families, family, lesson
from fluxions.curriculum.skills import Career, Curriculum, Known, Skill, Unit, UnknownSkill

__all__ = [
    "Article", "BadContent", "Career", "Curriculum", "Cycle", "Explorable", "Known", "Lesson", "Live", "Path",
    "Predict", "Prose", "Skill", "SkillGraph", "Try", "Unit", "UnknownSkill", "Worked", "articles", "articles_on",
    "curriculum", "families", "family", "lesson",
]  # fmt: skip

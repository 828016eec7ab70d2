"""An article read into plain values: what stands at its head, and the same parts as in a lesson."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from fluxions.curriculum.lesson import Explorable, Lesson, LessonError, Prose, Worked, parsed
from fluxions.curriculum.load import ROOT, BadContent

FOLDER = ROOT / "articles"
FIELDS = {"title": str, "author": str, "date": date, "summary": str, "skills": list}
WORDS_A_MINUTE = 200
LIVE = re.compile(r"(?<=\$)\{skill=([a-z0-9-]+)(?: family=([a-z0-9-]+))?\}")


@dataclass(frozen=True, slots=True)
class Live:
    """What a formula leads to: a skill, and perhaps tasks of one of its families."""

    skill: str
    family: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A text for a wider circle than a lesson's, about several skills."""

    slug: str
    title: str
    author: str
    date: date
    summary: str
    skills: tuple[str, ...]
    body: Lesson

    @property
    def words(self) -> int:
        """How many words there are to read; a formula counts as one."""
        return Lesson(tuple(_without_marks(self.body))).words

    @property
    def minutes(self) -> int:
        """How long it takes to read."""
        return max(1, round(self.words / WORDS_A_MINUTE))

    @property
    def live(self) -> tuple[Live, ...]:
        """What its formulas lead to, each once, in reading order."""
        found = (Live(each[1], each[2] or "") for text in self.body.texts for each in LIVE.finditer(text))
        return tuple(dict.fromkeys(found))


def _without_marks(body: Lesson) -> Iterator[Prose]:
    for text in body.texts:
        yield Prose(LIVE.sub("", text))


def article_in(slug: str, text: str) -> Article:
    """The article written in `text`: TOML between two lines of +++, then Markdown; BadContent where it is neither."""
    opened, _, rest = text.partition("+++\n")
    head, closed, body = rest.partition("\n+++\n")
    if opened or not closed:
        raise BadContent(f"{slug}.md: begin with a line of +++, the fields of the article in TOML, and a line of +++")
    try:
        fields = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise BadContent(f"{slug}.md: {error}") from None
    for name, kind in FIELDS.items():
        if not isinstance(fields.get(name), kind):
            raise BadContent(f"{slug}.md: {name} is missing, or is not a {kind.__name__}")
    if extra := set(fields) - set(FIELDS):
        raise BadContent(f"{slug}.md: unknown field {', '.join(sorted(extra))}")
    try:
        blocks = parsed(body)
    except LessonError as error:
        raise BadContent(f"{slug}.md: in the text, {error}") from None
    strange = [type(each).__name__ for each in blocks.blocks if not isinstance(each, Prose | Explorable | Worked)]
    if strange:
        raise BadContent(f"{slug}.md: an article has prose, figures and worked examples, not {strange[0].lower()}")
    skills = tuple(str(each) for each in fields["skills"])
    return Article(slug, fields["title"], fields["author"], fields["date"], fields["summary"], skills, blocks)


@cache
def articles() -> dict[str, Article]:
    """Every article by its slug, the newest first."""
    found = [article_in(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.md"))]
    return {each.slug: each for each in sorted(found, key=lambda each: each.date, reverse=True)}


def articles_on(skill_id: str) -> tuple[Article, ...]:
    """The articles that speak of a skill."""
    return tuple(each for each in articles().values() if skill_id in each.skills)


__all__ = ["FOLDER", "Article", "Live", "article_in", "articles", "articles_on"]

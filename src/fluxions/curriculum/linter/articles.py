"""Is an article sound? Its length, its skills, its figures, and where its formulas lead."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.verdict import Unreadable
from fluxions.curriculum.article import FOLDER, Article, article_in
from fluxions.curriculum.figures import figures
from fluxions.curriculum.lesson import Worked
from fluxions.curriculum.linter.finding import Finding
from fluxions.curriculum.linter.lessons import left_over, unknown_figures
from fluxions.curriculum.load import BadContent, curriculum, family

FEWEST_WORDS, MOST_WORDS = 600, 2000
LONGEST_SUMMARY = 160


def article_findings() -> Iterator[Finding]:
    """What there is to repair in the shipped articles."""
    for path in sorted(FOLDER.glob("*.md")):
        file = f"curriculum/articles/{path.name}"
        try:
            found = article_in(path.stem, path.read_text(encoding="utf-8"))
        except BadContent as error:
            yield Finding(file, str(error))
            continue
        for message in faults(found):
            yield Finding(file, message)


def faults(article: Article) -> Iterator[str]:
    """Everything that is wrong with an article."""
    skills = curriculum().skills
    if not FEWEST_WORDS <= article.words <= MOST_WORDS:
        yield f"an article has {FEWEST_WORDS} to {MOST_WORDS} words; this one has {article.words}"
    if len(article.summary) > LONGEST_SUMMARY:
        yield f"the summary has {len(article.summary)} signs; {LONGEST_SUMMARY} are the most"
    if not article.skills:
        yield "name the skills that the article speaks of"
    if not article.live:
        yield "at least one formula leads to its skill: $…${skill=chain-rule}"
    for each in (*article.skills, *article.body.links, *(live.skill for live in article.live)):
        if each not in skills:
            yield f"names the skill {each}, which does not exist"
    for live in article.live:
        if live.family and live.skill in skills and family(live.skill, live.family) is None:
            yield f"a formula leads to the family {live.family}, which {live.skill} does not have"
    yield from unknown_figures(article.body, set(figures()))
    yield from left_over(article.body)
    for block in article.body.blocks:
        if isinstance(block, Worked) and isinstance(block.problem, Unreadable):
            yield f"the worked example {block.task} cannot be read: {block.problem.message}"

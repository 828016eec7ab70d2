"""Small programmes for the tests of graph and plan: `b<a` rests on a; `-b` has no lesson; `b~c` are confusable."""

import re
from datetime import UTC, datetime, timedelta

from fluxions.learner import Evidence, SkillFacts, SkillGraph, fold

START = datetime(2026, 3, 1, tzinfo=UTC)
DAY = 739_676


def programme(text: str, minutes: int = 20, encompasses: float = 0.5) -> SkillGraph:
    """`a b<a c<ab -d<c e~b`: five skills of one letter each."""
    facts = []
    for word in text.split():
        name, needs, like = re.fullmatch(r"-?(\w)(?:<(\w+))?(?:~(\w+))?", word).groups()
        below = tuple(needs or "")
        share = dict.fromkeys(below, encompasses)
        facts.append(SkillFacts(name, below, share, tuple(like or ""), minutes, not word.startswith("-")))
    return SkillGraph(tuple(facts))


def history(text: str, today: int = 0):
    """`a+0 a+3 b-3`: skill, unaided success or failure, and the day; days count so that `today` is DAY."""
    return fold(
        Evidence(word[0], word[1] == "+", START + timedelta(minutes=k), str(k), day=DAY - today + int(word[2:]))
        for k, word in enumerate(text.split())
    )

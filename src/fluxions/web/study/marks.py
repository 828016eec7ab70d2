"""The mark of a skill: its shape alone says how far it is learned; a core shrinks with recall where it is fading."""

from __future__ import annotations

from dataclasses import dataclass

from fluxions.curriculum import Skill
from fluxions.learner import LearnerState, Standing, learned, recall, standing
from fluxions.learner.graph import Flags
from fluxions.tutor.graph import skill_graph

FULL_CORE = 5.75  # of 12: the disc of a skill that is fully recalled


@dataclass(frozen=True, slots=True)
class Mark:
    """How a skill stands with a person: word, symbol, the core of a fading one, and all of it in words."""

    skill: Skill
    word: str  # not written, new, open, learning, learned, retained
    symbol: str
    core: float | None = None
    recall: int | None = None  # per cent

    @property
    def words(self) -> str:
        """As it is read aloud: learned, fading, recall 66 %."""
        said = [self.word]
        if self.core is not None:
            said.append("fading")
        if self.recall is not None:
            said.append(f"recall {self.recall} %")
        return ", ".join(said)


def marks(state: LearnerState, skills: list[Skill], day: int) -> list[Mark]:
    """The marks of skills, in the order given."""
    graph = skill_graph()
    reachable = graph.open(learned(state, graph))
    return [_mark(state, each, day, reachable, graph.row[each.id]) for each in skills]


def _mark(state: LearnerState, skill: Skill, day: int, reachable: Flags, row: int) -> Mark:
    if not skill.written:
        return Mark(skill, "not written", "m-none")
    stands = standing(state, skill.id, day)
    if stands.word == "new":
        return Mark(skill, "open", "m-ready") if reachable[row] else Mark(skill, "new", "m-shut")
    known = recall(state, skill.id, day)
    shown = round(100 * known) if state.skill(skill.id).stability > 0 and stands.word != "learning" else None
    return Mark(skill, stands.word, _symbol(stands), round(FULL_CORE * known, 2) if stands.fading else None, shown)


def _symbol(stands: Standing) -> str:
    if stands.word == "learning":
        return "m-learning"
    if stands.fading:
        return "m-rings" if stands.word == "retained" else "m-ring"
    return f"m-{stands.word}"

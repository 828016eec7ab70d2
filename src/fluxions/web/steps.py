"""A worked solution as a template shows it, wherever it stands: in a task, in a lesson, on the page for any task."""

from dataclasses import dataclass
from unicodedata import lookup

from fluxions import calculus
from fluxions.calculus import Condition, Derivation, Hint, Level, Line, Text
from fluxions.calculus.diagnosis.hints import ladder, title
from fluxions.calculus.expr import Expr, Set, Sym
from fluxions.calculus.vocabulary import GREEK
from fluxions.curriculum import curriculum

LOWERED = str.maketrans("0123456789ijknmt", "₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₙₘₜ")
MOST_WAYS = 2  # other ways to an answer that a page shows


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """One line of the worked solution: the rule, its sentence, what it made of its own part, and the whole line."""

    title: str
    says: Text
    skill: str
    part: Expr
    made: Expr
    before: Expr
    after: Expr
    conditions: tuple[Condition, ...]
    line: Line

    @property
    def spoken(self) -> str:
        """The whole line in words."""
        return calculus.spoken(self.after)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """Four rungs, each of which says a little more."""
        return ladder(self.line)

    @property
    def graph(self) -> tuple[tuple[str, str], ...]:
        """The edges of the graph of dependence, where the rule binds one: what is made of what, by their names."""
        bound = dict(self.line.step.using).get("graph")
        pairs = bound.elements if isinstance(bound, Set) else ()
        return tuple((plain_name(above), plain_name(below)) for above, below in (each.children for each in pairs))

    @property
    def taught(self) -> str:
        """The skill that teaches the rule, by its title; "" where no skill of the programme does."""
        known = curriculum().skills.get(self.skill)
        return known.title if known else ""


def plain_name(e: Expr) -> str:
    """A name as it is written in a picture: θ, x₁."""
    if not isinstance(e, Sym):
        return calculus.ascii(e)
    head, _, below = e.name.partition("_")
    if head in GREEK:
        size = "CAPITAL" if head[0].isupper() else "SMALL"
        head = lookup(f"GREEK {size} LETTER {head.upper().replace('LAMBDA', 'LAMDA')}")
    return head + below.translate(LOWERED)


def steps_of(derivation: Derivation, level: Level = "usual") -> tuple[WorkedStep, ...]:
    """The lines of a derivation with the names and sentences of their rules."""
    return tuple(_step(line, level) for line in calculus.board(derivation, level))


def _step(line: Line, level: Level) -> WorkedStep:
    named = title(line.step).removeprefix("the ")
    step = line.step
    made = step.opened if step.children and level != "short" else step.after
    return WorkedStep(
        named[:1].upper() + named[1:], step.says, step.skill, step.before, made, line.before, line.after,
        step.provided, line,
    )  # fmt: skip

"""Where today's task stands in the graph: what it rests on, and what it opens."""

from __future__ import annotations

from dataclasses import dataclass

from fluxions.curriculum import curriculum
from fluxions.tutor.graph import skill_graph
from fluxions.web.study.public import Mark, marks
from fluxions.web.today.chart import shortened
from fluxions.web.today.day import Day

MOST = 3  # on either side
WIDTH, TOP, STEP = 336, 20, 66


@dataclass(frozen=True, slots=True)
class Spot:
    """A skill on the drawing."""

    mark: Mark
    x: float
    y: float
    label: tuple[str, ...]  # one line or two

    @property
    def corner(self) -> tuple[float, float]:
        """Where its mark is put."""
        return self.x - 12, self.y - 12


@dataclass(frozen=True, slots=True)
class Near:
    """One skill between its neighbours; `edges` are paths, dotted ones lead to what is not open yet."""

    middle: Spot
    before: tuple[Spot, ...]
    after: tuple[Spot, ...]
    edges: tuple[tuple[str, bool], ...]
    height: int
    opens: int

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All of them."""
        return (*self.before, self.middle, *self.after)

    @property
    def words(self) -> str:
        """What the drawing shows."""
        rests, opens = _listed(self.before), _listed(self.after)
        said = f"{self.middle.mark.skill.title}, {self.middle.mark.words}."
        return said + (f" It rests on {rests}." if rests else "") + (f" It opens {opens}." if opens else "")


def near(day: Day) -> Near | None:
    """Around today's first new skill, else around its first task."""
    tasks = day.plan.tasks
    first = next((each for each in tasks if each.kind == "new"), next(iter(tasks), None))
    if first is None:
        return None
    programme, graph = curriculum(), skill_graph()
    before = list(programme.graph.prerequisites(first.skill))[:MOST]
    all_after = [each for each in graph.dependants(first.skill) if programme.skills[each].written]
    after = all_after[:MOST]
    names = [first.skill, *before, *after]
    found = dict(zip(names, marks(day.state, [programme.skills[each] for each in names], day.number), strict=True))
    height = TOP + STEP * max(len(before), len(after), 1)
    middle = Spot(found[first.skill], WIDTH / 2, (height - 34) / 2 + 2, label(found[first.skill].skill.title, 20))
    left = tuple(_spot(found[each], 30, number, len(before), height) for number, each in enumerate(before))
    right = tuple(_spot(found[each], WIDTH - 46, number, len(after), height) for number, each in enumerate(after))
    edges = [(_edge(each, middle), False) for each in left]
    edges += [(_edge(middle, each), each.mark.word in ("new", "not written")) for each in right]
    return Near(middle, left, right, tuple(edges), height, len(all_after))


def label(title: str, most: int) -> tuple[str, ...]:
    """A title on at most two lines of so many characters."""
    if len(title) <= most:
        return (title,)
    line, _, _ = title[: most + 1].rpartition(" ")
    return (line, shortened(title[len(line) + 1 :], most)) if line else (shortened(title, most),)


def _spot(mark: Mark, x: float, number: int, count: int, height: int) -> Spot:
    free = height - 34
    return Spot(mark, x, round(14 + free * (number + 0.5) / count - 14, 1) + 2, label(mark.skill.title, 16))


def _edge(start: Spot, end: Spot) -> str:
    x1, x2 = start.x + 12, end.x - 12
    bend = (x2 - x1) / 2
    return f"M{x1} {start.y}C{x1 + bend} {start.y} {x2 - bend} {end.y} {x2} {end.y}"


def _listed(spots: tuple[Spot, ...]) -> str:
    return ", ".join(each.mark.skill.title for each in spots)

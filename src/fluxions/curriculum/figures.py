"""The explorables of the skills, their formulas read and computed by the engine."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

import numpy as np

from fluxions.calculus.expr import Expr, Fn, Sym
from fluxions.calculus.language import read
from fluxions.calculus.numbers.plots import Program, program, values
from fluxions.calculus.trees import mapped, substituted, symbols
from fluxions.calculus.verdict import Unreadable
from fluxions.calculus.vocabulary import STANDARD, Vocabulary
from fluxions.curriculum.load import BadContent, curriculum, folder
from fluxions.curriculum.numpy_text import numpy_text
from fluxions.figures import (
    Choice,
    Figure,
    Library,
    Printed,
    Scene,
    Script,
    Settings,
    document,
    functions_text,
    scene,
    source,
)

DEEPEST = 8  # functions of a choice that rest on one another


@cache
def figures() -> dict[str, Figure]:
    """Every explorable by its id, in the order of the skills; imported when first asked for."""
    found: dict[str, Figure] = {}
    for skill in curriculum().skills.values():
        if (folder(skill) / "explorable.py").exists():
            path = folder(skill)
            module = import_module(f"fluxions.curriculum.units.{path.parent.name}.{path.name}.explorable")
            figure: Figure = module.FIGURE
            found[figure.id] = figure
    return found


def figures_of(skill_id: str) -> tuple[Figure, ...]:
    """The explorables that serve a skill."""
    return tuple(each for each in figures().values() if skill_id in each.skills)


def scene_of(figure: Figure, at: Settings) -> Scene:
    """The figure for these settings, in the engine's numbers."""
    choice = figure.choice(at.choice)
    formulas = formulas_of(figure, choice)

    def value(formula: str, given: Mapping[str, Any]) -> Any:
        e = formulas[formula]
        names = sorted(symbols(e))
        if not names:
            return values(e)
        found = values(e, *(given[each] for each in names), variables=[Sym(each) for each in names])
        shape = np.broadcast_shapes(*(np.shape(each) for each in given.values()))
        return np.broadcast_to(found, shape) if found.shape != shape else found

    return scene(figure, at, value)


def programs_of(figure: Figure) -> dict[str, dict[str, Program]]:
    """For each choice, every formula as a stack program that a browser runs; registers are named by symbol."""
    return {
        choice.id: {text: _program(e) for text, e in formulas_of(figure, choice).items()} for choice in figure.choices
    }


def _program(e: Expr) -> Program:
    return program(e, [Sym(each) for each in sorted(symbols(e))])


def source_of(figure: Figure, at: Settings, library: Library) -> Script:
    """A runnable script that draws the figure for these settings with NumPy and one library."""
    vocabulary = _vocabulary(figure, figure.choices[0])
    printed = {text: numpy_text(_read(figure, text, vocabulary)) for text, _ in figure.formulas}
    return source(figure, at, library, Printed(printed, _functions(figure)))


def document_of(figure: Figure) -> dict[str, Any]:
    """The figure as plain JSON for a browser: its marks, its stack programs, the text of its functions."""
    functions = {name: functions_text(figure, name, texts) for name, texts in _functions(figure).items()}
    return document(figure, programs_of(figure), functions)


def _functions(figure: Figure) -> dict[str, dict[str, str]]:
    return {
        choice.id: {
            head: numpy_text(_read(figure, text, _vocabulary(figure, choice)))
            for head, text in choice.functions.items()
        }
        for choice in figure.choices
    }


@lru_cache(maxsize=256)
def _formulas(figure_id: str, choice_id: str) -> dict[str, Expr]:
    figure = figures()[figure_id]
    return compiled(figure, figure.choice(choice_id))


def formulas_of(figure: Figure, choice: Choice) -> dict[str, Expr]:
    """Every formula of a figure as an expression, the functions of the choice put in."""
    known = figures().get(figure.id)
    return _formulas(figure.id, choice.id) if known is figure else compiled(figure, choice)


def compiled(figure: Figure, choice: Choice) -> dict[str, Expr]:
    """The formulas read; BadContent where one cannot be read, or has a name that nothing gives a value."""
    vocabulary = _vocabulary(figure, choice)
    bodies: dict[str, tuple[str, Expr]] = {}
    for head, text in choice.functions.items():
        name, _, variable = head.rstrip(")").partition("(")
        bodies[name] = (variable, _read(figure, text, vocabulary))
    parameters = {each.name for each in figure.parameters}
    found: dict[str, Expr] = {}
    for text, more in figure.formulas:
        e = _put_in(_read(figure, text, vocabulary), bodies)
        strange = symbols(e) - parameters - set(more)
        if strange:
            raise BadContent(f"figure {figure.id}: {text} uses {', '.join(sorted(strange))}, which has no value there")
        found[text] = e
    return found


def _vocabulary(figure: Figure, choice: Choice) -> Vocabulary:
    names = {each for _, more in figure.formulas for each in more}
    declared = STANDARD.declaring(*names, *(each.name for each in figure.parameters), "X", "Y")
    defined = frozenset(head.partition("(")[0] for head in choice.functions)
    return Vocabulary(declared.symbols - defined, defined, declared.variable)


def _read(figure: Figure, text: str, vocabulary: Vocabulary) -> Expr:
    reading = read(text, vocabulary)
    if isinstance(reading, Unreadable):
        raise BadContent(f"figure {figure.id}: {text} cannot be read: {reading.message}")
    return reading.expr


def _put_in(e: Expr, bodies: Mapping[str, tuple[str, Expr]]) -> Expr:
    """The tree with each defined function replaced by its body, until none is left."""

    def opened(node: Expr) -> Expr:
        if isinstance(node, Fn) and node.name in bodies:
            variable, body = bodies[node.name]
            return substituted(body, {variable: node.args[0]})
        return node

    for _ in range(DEEPEST):
        made = mapped(e, opened)
        if made == e:
            return e
        e = made
    raise BadContent(f"the functions of a figure rest on one another in a ring: {', '.join(bodies)}")

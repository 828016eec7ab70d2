"""What the fields of the TOML files look like."""

from __future__ import annotations

from collections.abc import Callable

Shape = tuple[Callable[[object], bool], str]


def misfit(name: str, value: object) -> str | None:
    """What a field should be, in words, where its value is something else."""
    fits, words = SHAPES.get(name, TEXT)
    return None if fits(value) else words


def _text(value: object) -> bool:
    return isinstance(value, str)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _shares(value: object) -> bool:
    return isinstance(value, dict) and all(type(each) in (int, float) for each in value.values())


def _needs(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())


def _mistakes(value: object) -> bool:
    return isinstance(value, list) and all(map(_mistake, value))


def _mistake(value: object) -> bool:
    return (
        isinstance(value, dict)
        and {"says"} <= set(value) <= {"says", "ids"}
        and isinstance(value["says"], str)
        and _texts(value.get("ids", []))
    )


def _whole(value: object) -> bool:
    return type(value) is int


TEXT: Shape = (_text, "a text")
TEXTS: Shape = (_texts, "a list of texts")
NUMBER: Shape = (_whole, "a whole number")
SHAPES: dict[str, Shape] = {
    **dict.fromkeys(
        ("prerequisites", "confusable", "problem_families", "skills", "strands", "conventions", "variants"), TEXTS
    ),
    **dict.fromkeys(("minutes", "order"), NUMBER),
    "encompasses": (_shares, "a table of skills and numbers"),
    "careers": (_needs, "a table of careers and words"),
    "misconceptions": (_mistakes, 'a list of { says = "…", ids = ["…"] }'),
}

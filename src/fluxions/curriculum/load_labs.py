"""The folders of the labs: data, read here and imported nowhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fluxions.curriculum import load
from fluxions.labs import Lab
from fluxions.labs.frameworks import FRAMEWORKS

FENCE = re.compile(r"^```python (\w+)\n(.*?)^```\n+", re.DOTALL | re.MULTILINE)


class UnknownLab(KeyError):
    """No lab has this id."""

    def __str__(self) -> str:
        return f"there is no lab {self.args[0]!r}"


@dataclass(frozen=True, slots=True)
class LabSummary:
    """What the planner and the lists need to know of a lab."""

    id: str
    title: str
    skills: tuple[str, ...]
    minutes: int
    variants: tuple[str, ...]


@cache
def labs() -> Mapping[str, LabSummary]:
    """All labs by their ids, in the order of the skills that they begin with."""
    order = {each: place for place, each in enumerate(load.curriculum().skills)}
    found = (_summary(path) for path in load.ROOT.glob("units/*/*/lab/lab.toml"))
    ordered = sorted(found, key=lambda each: (order.get(each.skills[0], len(order)), each.id))
    return MappingProxyType({each.id: each for each in ordered})


def labs_of(skill_id: str) -> tuple[LabSummary, ...]:
    """The labs that a skill is practised in."""
    return tuple(each for each in labs().values() if skill_id in each.skills)


@cache
def lab(lab_id: str) -> Lab:
    """A lab with its checks; UnknownLab where there is none."""
    found = summary(lab_id)
    module = _module(lab_id, lab_folder(lab_id) / "checks.py")
    known = {each.name: getattr(found, each.name) for each in fields(LabSummary)}
    asked = {each.name: getattr(module, each.name.upper()) for each in fields(Lab) if each.name not in known}
    return Lab(**known, **asked)


def summary(lab_id: str) -> LabSummary:
    """A lab without its checks."""
    try:
        return labs()[lab_id]
    except KeyError:
        raise UnknownLab(lab_id) from None


def lab_folder(lab_id: str) -> Path:
    """Where the files of a lab lie: with the first of its skills."""
    return load.folder(load.curriculum().skill(summary(lab_id).skills[0])) / "lab"


def task(lab_id: str, framework: str) -> str:
    """The task in Markdown, with the code of this framework alone."""
    text = (lab_folder(lab_id) / "task.md").read_text(encoding="utf-8")
    return FENCE.sub(lambda fence: f"```python\n{fence[2]}```\n\n" if fence[1] == framework else "", text)


def hints(lab_id: str) -> tuple[tuple[str, str], ...]:
    """The hints of a lab as headings and Markdown, in the order of its functions."""
    path = lab_folder(lab_id) / "hints.md"
    parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:] if path.exists() else []
    return tuple((head.strip(), text.strip()) for head, _, text in (each.partition("\n") for each in parts))


def starter(lab_id: str, framework: str) -> str:
    """What stands in the editor at first."""
    return _variant(lab_id, "starter", framework)


def solution(lab_id: str, framework: str) -> str:
    """One right program."""
    return _variant(lab_id, "solution", framework)


def programs(lab_id: str, kind: str, framework: str) -> Iterator[tuple[str, str]]:
    """The files `right_…` or `wrong_…` of a framework, as names and texts."""
    others = tuple(f"_{each}.py" for each in FRAMEWORKS if each != framework)
    ending = ".py" if framework == "numpy" else f"_{framework}.py"
    for path in sorted(lab_folder(lab_id).glob(f"{kind}_*{ending}")):
        if not path.name.endswith(others):
            yield path.name, path.read_text(encoding="utf-8")


def _variant(lab_id: str, kind: str, framework: str) -> str:
    """The file of a framework, else that of NumPy with the other first line."""
    folder = lab_folder(lab_id)
    own = folder / f"{kind}_{framework}.py"
    if own.exists():
        return own.read_text(encoding="utf-8")
    text = (folder / f"{kind}.py").read_text(encoding="utf-8")
    return text.replace(FRAMEWORKS["numpy"].header, FRAMEWORKS[framework].header, 1)


def _summary(path: Path) -> LabSummary:
    values = load.toml(path)
    load.expect(path, values, {each.name for each in fields(LabSummary)}, set())
    found = LabSummary(**{**values, "skills": tuple(values["skills"]), "variants": tuple(values["variants"])})
    if not found.skills or not found.variants:
        raise load.BadContent(f"{path}: name at least one skill and one variant")
    return found


def _module(lab_id: str, path: Path) -> Any:
    """The checks of a lab as a module, and as the package of the files beside it that they import; nothing else can."""
    name = f"fluxions_checks_{lab_id.replace('-', '_')}"
    for each in [each for each in sys.modules if each.startswith(f"{name}.")]:
        del sys.modules[each]
    spec = spec_from_file_location(name, path, submodule_search_locations=[str(path.parent)])
    if spec is None or spec.loader is None:
        raise load.BadContent(f"{path}: cannot be read")
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


__all__ = [
    "LabSummary", "UnknownLab", "hints", "lab", "lab_folder", "labs", "labs_of", "programs", "solution", "starter",
    "summary", "task",
]  # fmt: skip

"""`fluxions curriculum`: lint, golden files, a new lesson, a preview, what families tell of mistakes."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from typing import TYPE_CHECKING

from fluxions.cli.arguments import Commands, Refused

if TYPE_CHECKING:
    from fluxions.curriculum import Skill


def add(commands: Commands) -> None:
    """The command, its parts and their arguments."""
    parser = commands.add_parser("curriculum", help="check, extend and preview the content")
    parts = parser.add_subparsers(title="parts", metavar="PART", required=True)
    check = parts.add_parser("lint", help="check the graph, the lessons and every family")
    check.add_argument(
        "skills", nargs="*", metavar="SKILL", help="only these skills (default: the graph and all that is written)"
    )
    check.add_argument("--seeds", type=int, default=20, help="variants tried of each family (default: 20)")
    check.add_argument("--json", action="store_true", help="one JSON document")
    check.set_defaults(run=lint)
    write = parts.add_parser("golden", help="rewrite the golden files")
    write.add_argument("skills", nargs="*", metavar="SKILL", help="only these skills (default: all that are written)")
    write.set_defaults(run=golden)
    begin = parts.add_parser("new", help="begin the lesson and the families of a skill")
    begin.add_argument("skill", metavar="SKILL")
    begin.set_defaults(run=new)
    look = parts.add_parser("preview", help="problems of a skill with their worked solutions")
    look.add_argument("skill", metavar="SKILL")
    look.add_argument("-n", type=int, default=1, help="variants of each family (default: 1)")
    look.add_argument("--seed", type=int, default=0, help="the first variant (default: 0)")
    look.set_defaults(run=preview)
    tell = parts.add_parser("power", help="which mistakes the variants of each family show and tell apart")
    tell.add_argument("skills", nargs="*", metavar="SKILL", help="only these skills (default: all that are written)")
    tell.add_argument("--seeds", type=int, default=20, help="variants looked at of each family (default: 20)")
    tell.add_argument("--json", action="store_true", help="one JSON document")
    tell.set_defaults(run=power)


def lint(arguments: argparse.Namespace) -> int:
    """Print what there is to repair; 1 where there is something."""
    from fluxions.curriculum.linter import chosen_findings, findings

    if arguments.seeds < 1:
        raise Refused("--seeds is at least 1")
    chosen, seeds = arguments.skills, arguments.seeds
    if chosen:
        found = tuple(chosen_findings(_written(chosen, labs=True), seeds))
    else:
        with ProcessPoolExecutor() as processes:
            found = tuple(findings(seeds, processes.map))
    if arguments.json:
        print(json.dumps({"findings": [{"file": each.file, "message": each.message} for each in found]}, indent=2))
    else:
        for each in found:
            print(each)
        print(f"{len(found)} findings" if found else "nothing to repair")
    return 1 if found else 0


def golden(arguments: argparse.Namespace) -> int:
    """Rewrite golden.md where the families give something else now."""
    from fluxions.curriculum.golden import golden as text_of
    from fluxions.curriculum.load import families, folder

    for skill in _written(arguments.skills):
        if not families(skill.id):
            continue
        path, text = folder(skill) / "golden.md", text_of(skill)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path}")
    return 0


def new(arguments: argparse.Namespace) -> int:
    """Write the files that a new lesson begins with; never over existing ones."""
    from fluxions.curriculum.load import folder
    from fluxions.curriculum.new import skeleton

    skill = _skill(arguments.skill)
    target = folder(skill)
    begun = [name for name in ("lesson.md", "families.py") if (target / name).exists()]
    if begun:
        raise Refused(f"{skill.id} has {' and '.join(begun)} already, in {target}")
    for name, text in skeleton(skill).items():
        (target / name).write_text(text, encoding="utf-8")
    (target.parent / "__init__.py").touch()
    print(f"wrote lesson.md and families.py in {target}")
    print(f"what is missing: fluxions curriculum lint {skill.id}")
    print("how a lesson is written: docs/authoring.md")
    return 0


def preview(arguments: argparse.Namespace) -> int:
    """Print variants of every family with their worked solutions."""
    skill = _skill(arguments.skill)
    for line in _previewed(skill, range(arguments.seed, arguments.seed + arguments.n)):
        print(line)
    return 0


def power(arguments: argparse.Namespace) -> int:
    """Print which misconceptions each family shows, and which none of its variants keeps apart."""
    from fluxions.calculus.problems.power import family_power
    from fluxions.curriculum.golden import told_apart
    from fluxions.curriculum.load import families

    if arguments.seeds < 1:
        raise Refused("--seeds is at least 1")
    seeds = range(arguments.seeds)
    found = {
        f"{skill.id}/{each.name}": family_power(each, seeds)
        for skill in _written(arguments.skills)
        for each in families(skill.id)
    }
    if arguments.json:
        print(json.dumps({name: asdict(each) for name, each in found.items()}, indent=2))
        return 0
    for name, each in found.items():
        print(f"{name}, {each.variants} variants", *told_apart(each), "", sep="\n")
    return 0


def _previewed(skill: Skill, seeds: Iterable[int]) -> Iterator[str]:
    from fluxions.curriculum.golden import shown
    from fluxions.curriculum.load import families

    found = families(skill.id)
    if not found:
        raise Refused(f"{skill.id} has no families yet: fluxions curriculum new {skill.id}")
    for family in found:
        yield f"## {family.name}"
        for seed in seeds:
            yield from shown(family, seed)
            yield ""


def _written(ids: list[str], labs: bool = False) -> tuple[Skill, ...]:
    """The skills named, which must be written (or hold a lab, where that counts); all written ones if none is named."""
    from fluxions.curriculum import curriculum
    from fluxions.curriculum.linter.labs import labs_of

    if not ids:
        return curriculum().written
    for skill in (found := tuple(_skill(each) for each in ids)):
        if not skill.written and not (labs and labs_of([skill.id])):
            raise Refused(f"{skill.id} has no lesson.md yet: fluxions curriculum new {skill.id}")
    return found


def _skill(skill_id: str) -> Skill:
    from fluxions.curriculum import UnknownSkill, curriculum

    try:
        return curriculum().skill(skill_id)
    except UnknownSkill as unknown:
        raise Refused(f"{unknown}; a new skill begins with its skill.toml, see docs/authoring.md") from None

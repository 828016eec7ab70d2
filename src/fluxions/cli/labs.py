"""`fluxions labs`: grade a program, say what isolation this machine gives, list the labs, install a framework."""

from __future__ import annotations

import argparse
import json
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fluxions.cli.arguments import Commands, Refused

if TYPE_CHECKING:
    from fluxions.labs import Verdict

SIZES = {"pytorch": "about 200 MB to fetch and 1 GB on disk as a CPU build; several GB where a CUDA build is chosen"}
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
WORDS = {True: "holds", False: "fails", None: "not decided"}


def add(commands: Commands) -> None:
    """The command, its parts and their arguments."""
    parser = commands.add_parser("labs", help="grade programs, test the isolation, list labs, install a framework")
    parts = parser.add_subparsers(title="parts", metavar="PART", required=True)
    judge = parts.add_parser("grade", help="grade a file")
    judge.add_argument("lab", metavar="LAB")
    judge.add_argument("file", metavar="FILE", type=Path)
    judge.add_argument("--framework", default="numpy", help="numpy or pytorch (default: numpy)")
    judge.add_argument("--seed", type=int, help="fixes the inputs (default: drawn anew)")
    judge.add_argument("--json", action="store_true", help="one JSON document")
    judge.set_defaults(run=grade)
    probe = parts.add_parser("selftest", help="what isolation this machine really gives, layer by layer")
    probe.add_argument("--json", action="store_true", help="one JSON document")
    probe.set_defaults(run=selftest)
    listing = parts.add_parser("list", help="the labs and their frameworks")
    listing.add_argument("--json", action="store_true", help="one JSON document")
    listing.set_defaults(run=list_labs)
    get = parts.add_parser("install", help="install a framework with pip, in the version that the labs are tested with")
    get.add_argument("framework", metavar="FRAMEWORK")
    get.add_argument("--index", help="a package index to take it from")
    get.set_defaults(run=install)


def grade(arguments: argparse.Namespace) -> int:
    """Print the verdict; 0 where the program passes, 1 where it does not."""
    from fluxions.curriculum import load_labs
    from fluxions.labs.grade import grade as graded
    from fluxions.labs.sandbox.broker import shared

    try:
        lab = load_labs.lab(arguments.lab)
    except load_labs.UnknownLab as unknown:
        known = ", ".join(load_labs.labs())
        raise Refused(f"{unknown}; there are: {known}") from None
    framework = _framework(arguments.framework, lab.variants)
    seed = secrets.randbelow(2**31) if arguments.seed is None else arguments.seed
    try:
        verdict = graded(lab, framework, _text(arguments.file), seed=seed, run=shared().run)
    finally:
        shared().close()
    if arguments.json:
        print(json.dumps(as_json(verdict), allow_nan=False))
    else:
        for line in _told(verdict):
            print(line)
    return 0 if verdict.passed else 1


def as_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict with the fields that other systems read."""
    checks = [
        {"name": each.name, "passed": each.passed, "message": each.message, "misconception": each.misconception,
         "skill": each.skill, "line": each.line}
        for each in verdict.checks
    ]  # fmt: skip
    return {
        "lab": verdict.lab, "framework": verdict.framework, "passed": verdict.passed, "level": verdict.level,
        "checks": checks, "stdout": verdict.stdout, "seed": verdict.seed, "ms": verdict.ms,
    }  # fmt: skip


def selftest(arguments: argparse.Namespace) -> int:
    """Print what each layer was found to do; 1 where no program can be run at all."""
    from fluxions.labs.sandbox.selftest import report

    found = report()
    if arguments.json:
        print(json.dumps(found, indent=2))
        return 1 if found["level"] == "none" else 0
    print(f"level: {found['level']} ({found['platform']})\n{found['promises']}")
    for each in found["layers"]:
        holds = "proved" if each["control"] and each["contained"] else "absent"
        print(f"  {each['name']:<15} {holds:<7} {each['detail']}")
    for each in found["frameworks"]:
        works = f"works inside, {each['warm_ms']} ms" if each["works_inside"] else "does not work inside"
        print(f"  {each['name']:<15} {each['version'] or 'not installed'} {works if each['installed'] else ''}")
    return 1 if found["level"] == "none" else 0


def list_labs(arguments: argparse.Namespace) -> int:
    """Print the labs."""
    from fluxions.curriculum import load_labs
    from fluxions.labs.frameworks import installed

    labs = load_labs.labs().values()
    if arguments.json:
        print(json.dumps({"labs": [{"id": each.id, "title": each.title, "skills": each.skills, "minutes": each.minutes,
                                    "variants": each.variants} for each in labs]}, indent=2))  # fmt: skip
        return 0
    for each in labs:
        offered = ", ".join(name if installed(name) else f"{name} (not installed)" for name in each.variants)
        print(f"{each.id:<22} {each.title}, {each.minutes} min: {offered}")
    return 0


def install(arguments: argparse.Namespace) -> int:
    """Run pip with the pin; its exit status."""
    from fluxions.labs.frameworks import FRAMEWORKS, installed

    framework = FRAMEWORKS.get(arguments.framework)
    if framework is None or not framework.requirement:
        raise Refused(f"there is nothing to install for {arguments.framework!r}; there is: pytorch")
    if (version := installed(framework.name) or "").split("+")[0] == framework.requirement.partition("==")[2]:
        print(f"{framework.title} {version} is installed already.")
        return 0
    print(f"{framework.title} ({framework.requirement}): {SIZES[framework.name]}.", flush=True)
    pip = [*_pip(), "install", "--disable-pip-version-check", framework.requirement]
    if arguments.index:
        return subprocess.run([*pip, "--index-url", arguments.index], check=False).returncode
    if sys.platform.startswith("linux") and not Path("/proc/driver/nvidia").exists():
        tried = subprocess.run([*pip, "--index-url", CPU_INDEX, "--retries", "0", "--timeout", "5"], check=False)
        if tried.returncode == 0:
            return 0
        print("The index of CPU builds cannot be reached; asking the usual one.", flush=True)
    return subprocess.run(pip, check=False).returncode


def _pip() -> list[str]:
    """The pip of this environment, or another that installs into it; never uv, which takes the CUDA build."""
    for command in ([sys.executable, "-m", "pip"], ["python3", "-m", "pip", "--python", sys.executable]):
        try:
            found = subprocess.run([*command, "--version"], capture_output=True, check=False)
        except OSError:
            continue
        if found.returncode == 0:
            return command
    raise Refused("pip is needed and none was found; install it, or install torch in your own way")


def _framework(name: str, variants: tuple[str, ...]) -> str:
    from fluxions.labs.frameworks import FRAMEWORKS, installed

    if name not in variants:
        raise Refused(f"this lab is not offered in {name!r}; it is in {', '.join(variants)}")
    if installed(name) is None:
        raise Refused(f"{FRAMEWORKS[name].title} is not installed: fluxions labs install {name}")
    return name


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Refused(f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Refused(f"cannot read {path}: it is not UTF-8 text") from None


def _told(verdict: Verdict) -> Iterator[str]:
    yield f"{verdict.lab} in {verdict.framework}: {'passed' if verdict.passed else 'not passed'}"
    for each in verdict.checks:
        line = f" (line {each.line})" if each.line and each.passed is False else ""
        yield f"  {WORDS[each.passed]:<12} {each.name}{line}"
        if each.message:
            yield f"               {each.message}"
    if verdict.stdout:
        yield "printed:"
        yield from (f"  {line}" for line in verdict.stdout.splitlines())
    yield f"isolation {verdict.level}, seed {verdict.seed}, {verdict.ms:.0f} ms"

"""What the pages of labs show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from fluxions.curriculum import curriculum, load_labs
from fluxions.curriculum.load_labs import LabSummary
from fluxions.curriculum.skills import Skill
from fluxions.labs.frameworks import FRAMEWORKS, Framework, installed
from fluxions.labs.grade import signature
from fluxions.labs.judged import at_inputs
from fluxions.labs.sandbox.broker import shared
from fluxions.labs.sandbox.levels import Level
from fluxions.web.labs.drawing import Picture, picture
from fluxions.web.labs.models import LabDraft, LabRun, Submission

Context = dict[str, Any]
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Listed:
    """A lab in the list: its skills, the frameworks that can be used now, and whether it was passed."""

    lab: LabSummary
    skills: tuple[Skill, ...]
    offered: tuple[Framework, ...]
    passed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A report as it is shown."""

    purpose: str
    checks: Sequence[dict[str, Any]]
    holding: int
    seconds: str
    passed: bool
    level: str
    stdout: str
    figure: Picture | None
    figure_title: str


def listed(learners: Sequence[int]) -> list[Listed]:
    """All labs."""
    done = set(Submission.objects.filter(learner__in=learners, passed=True).values_list("lab", flat=True))
    return [Listed(each, skills_of(each), offered(each), each.id in done) for each in load_labs.labs().values()]


def skills_of(lab: LabSummary) -> tuple[Skill, ...]:
    """The skills that a lab practises."""
    return tuple(curriculum().skills[each] for each in lab.skills)


def offered(lab: LabSummary) -> tuple[Framework, ...]:
    """The frameworks of a lab that are installed."""
    return tuple(FRAMEWORKS[each] for each in lab.variants if installed(each))


def level() -> Level:
    """The isolation that this machine proved."""
    return shared().level


def lab_context(lab: LabSummary, framework: Framework, learners: Sequence[int]) -> Context:
    """The page of a lab in one framework."""
    there = offered(lab)
    drafts = LabDraft.objects.filter(learner__in=learners, lab=lab.id, framework=framework.name).order_by("-saved")
    draft = drafts.first()
    checks = load_labs.lab(lab.id)
    return {
        "lab": lab,
        "skills": skills_of(lab),
        "framework": framework,
        "offered": there,
        "missing": [FRAMEWORKS[each] for each in lab.variants if FRAMEWORKS[each] not in there],
        "task": load_labs.task(lab.id, framework.name),
        "hints": load_labs.hints(lab.id),
        "examples": [
            (signature(each), [at_inputs(each, inputs) for inputs in each.examples]) for each in checks.functions
        ],
        "code": draft.code if draft else load_labs.starter(lab.id, framework.name),
        "saved": draft.saved if draft else None,
        "key": str(uuid4()),
        "level": level(),
        "submissions": submissions(lab.id, framework.name, learners),
    }


def submissions(lab: str, framework: str, learners: Sequence[int]) -> list[Submission]:
    """What was handed in, the last first."""
    found = Submission.objects.filter(learner__in=learners, lab=lab, framework=framework).order_by("-given", "-pk")
    return list(found[:MOST_SHOWN])


def last_run(lab: str, framework: str, learners: Sequence[int]) -> LabRun | None:
    """The run whose report stands on the page."""
    found = LabRun.objects.filter(learner__in=learners, lab=lab, framework=framework)
    return found.order_by("-begun", "-pk").first()


def said(run: LabRun) -> Said | None:
    """The report of a run; None where there is none yet."""
    if run.report is None:
        return None
    report = run.report
    checks = report["checks"]
    return Said(
        run.purpose,
        checks,
        sum(each["passed"] is True for each in checks),
        f"{report['ms'] / 1000:.2f}",
        report["passed"],
        report["level"],
        report["stdout"],
        picture(report["drawing"]) if report["drawing"] else None,
        drawn.title if (drawn := load_labs.lab(run.lab).figure) else "",
    )

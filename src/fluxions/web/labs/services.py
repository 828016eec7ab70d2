"""What a learner can do in a lab. Programs run in threads that hold no request and no transaction."""

from __future__ import annotations

import math
import secrets
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, close_old_connections, transaction

from fluxions.curriculum import load_labs
from fluxions.labs import Verdict
from fluxions.labs.grade import grade
from fluxions.labs.sandbox import levels
from fluxions.labs.sandbox.broker import shared
from fluxions.tutor.judge import LabFacts, evidence_from_lab
from fluxions.web import clock
from fluxions.web.accounts.models import Learner
from fluxions.web.accounts.visitors import learners_with, zone_of
from fluxions.web.labs.models import LabDraft, LabRun, Submission
from fluxions.web.study.public import observe_lab

AT_ONCE = 2  # programs of one server process; more wait their turn
WAITERS = 2  # threads of one server process that may wait for a program
PATIENCE = 2.0  # seconds that a request waits before it says: still running
WAITING_EACH = 4  # one running and three waiting, for one learner
LOST_AFTER = timedelta(seconds=90)
LAB_WEIGHT = 0.5  # of a full repetition: what a lab practises of its further skills

_pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="labs")
_running: dict[UUID, Future[Verdict]] = {}
_lock = threading.Lock()
_room_to_wait = threading.BoundedSemaphore(WAITERS)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a submission shows, as plain values: evidence for the lab's skills, blame by a named mistake."""

    submission: int
    learner: int
    lab: str
    skills: tuple[str, ...]
    passed: bool
    blamed: tuple[tuple[str, str], ...]  # the misconceptions named: skill and name
    decided: bool  # was anything decided that counts against the learner or for them?
    given: datetime


def keep_draft(learner: Learner, lab: str, framework: str, code: str, *, now: datetime) -> None:
    """Keep what stands in the editor."""
    LabDraft.objects.bulk_create(
        [LabDraft(learner=learner, lab=lab, framework=framework, code=code, saved=now)],
        update_conflicts=True,
        unique_fields=["learner", "lab", "framework"],
        update_fields=["code", "saved"],
    )


def discard_draft(learners: Sequence[int], lab: str, framework: str) -> None:
    """Let the starter stand in the editor again."""
    LabDraft.objects.filter(learner__in=learners, lab=lab, framework=framework).delete()


def closed() -> str | None:
    """Why no program may be run here, in words; None where labs are open."""
    level = shared().level
    if level is levels.NONE:
        return "This machine passed no test of isolation, so no program is run here."
    if level is levels.BASIC and settings.MODE == "server" and not settings.LABS_ALLOW_BASIC:
        return "This machine cannot shut programs in well enough for a shared site. Its operator can say otherwise."
    return None


def crowded(learner: Learner, *, now: datetime) -> bool:
    """Do as many programs of this learner wait as may?"""
    recent = LabRun.objects.filter(learner=learner, finished__isnull=True, begun__gt=now - LOST_AFTER)
    return recent.count() >= WAITING_EACH


def begin_run(
    learner: Learner, lab: str, framework: str, code: str, purpose: str, *, key: UUID, now: datetime
) -> LabRun:
    """Run the program, or hand it in; the same form runs once."""
    try:
        with transaction.atomic():
            run = LabRun.objects.create(
                key=key, learner=learner, lab=lab, framework=framework, purpose=purpose, code=code,
                seed=secrets.randbelow(2**31), begun=now,
            )  # fmt: skip
    except IntegrityError:
        return LabRun.objects.get(key=key)
    with _lock:
        _running[key] = _pool.submit(_graded, run.lab, run.framework, run.code, run.seed, purpose)
    return run


def awaited(run: LabRun, patience: float = PATIENCE) -> LabRun:
    """The run with its report, if that comes within the patience; otherwise it is kept when it comes."""
    future = _running.get(run.key)
    if run.finished or future is None:
        return run
    wait = _room_to_wait.acquire(blocking=False)
    try:
        finish(run, future.result(patience if wait else 0.0))
        _forget(run.key)
    except NotYet:
        future.add_done_callback(lambda done: _keep_later(run, done))
    finally:
        if wait:
            _room_to_wait.release()
    return run


def before(run: LabRun) -> int:
    """How many programs of this server process are to be run before this one."""
    with _lock:
        return sum(not each.done() for key, each in _running.items() if key != run.key) - AT_ONCE + 1


def lost(run: LabRun, *, now: datetime) -> bool:
    """Has the process that was to run it gone?"""
    return run.finished is None and run.key not in _running and now - run.begun > LOST_AFTER


def finish(run: LabRun, verdict: Verdict) -> Shown | None:
    """Keep the report once; a program that was handed in becomes a submission, and this says what it shows."""
    now = clock.now()
    report = report_of(verdict)
    with transaction.atomic():
        Learner.objects.select_for_update().filter(pk=run.learner_id).first()
        held = LabRun.objects.filter(pk=run.pk).first()
        if held is None:  # the account was deleted meanwhile
            return None
        if held.finished is None:
            held.finished, held.report = now, report
            held.save(update_fields=["finished", "report"])
        run.finished, run.report = held.finished, held.report
        if run.purpose != LabRun.Purpose.SUBMIT or Submission.objects.filter(key=run.key).exists():
            return None
        submission = Submission.objects.create(
            key=run.key, learner_id=run.learner_id, lab=run.lab, framework=run.framework, code=run.code, seed=run.seed,
            report=report, level=verdict.level, ms=verdict.ms, passed=verdict.passed, given=now,
        )  # fmt: skip
        shown = what_it_shows(submission, verdict)
        observe(shown)
        return shown


def observe(shown: Shown) -> None:
    """Keep what a submission shows of its skills; the first decided one of a day counts."""
    zone = zone_of(shown.learner)
    day, learners = clock.day(zone, shown.given), learners_with(shown.learner)
    Learner.objects.select_for_update().filter(pk__in=learners).first()
    earlier = Submission.objects.filter(
        learner__in=learners, lab=shown.lab, given__gte=clock.start_of(zone, day), given__lt=shown.given
    )
    facts = LabFacts(
        f"lab-{shown.submission}",
        tuple((each, LAB_WEIGHT) for each in shown.skills),
        decided=not shown.decided or earlier.exclude(pk=shown.submission).exists(),
    )
    blamed, misconception = shown.blamed[0] if shown.blamed else ("", "")
    evidence = evidence_from_lab(
        shown.passed, facts, now=shown.given, day=day, blamed=blamed, misconception=misconception
    )
    observe_lab(learners, shown.learner, evidence)


def what_it_shows(submission: Submission, verdict: Verdict) -> Shown:
    """A submission as plain values, of which `observe` makes evidence."""
    return Shown(
        submission.pk,
        submission.learner_id,
        submission.lab,
        load_labs.summary(submission.lab).skills,
        verdict.passed,
        tuple(dict.fromkeys((skill, name) for name, skill in verdict.misconceptions if skill)),
        any(each.passed is not None for each in verdict.checks),
        submission.given,
    )


def report_of(verdict: Verdict) -> dict[str, Any]:
    """The verdict as it is kept."""
    report = {
        "passed": verdict.passed,
        "level": verdict.level,
        "ms": verdict.ms,
        "stdout": verdict.stdout,
        "checks": [asdict(each) for each in verdict.checks],
        "drawing": asdict(verdict.drawing) if verdict.drawing else None,
    }
    kept: dict[str, Any] = _kept(report)
    return kept


def _kept(value: Any) -> Any:
    """What every database can keep as JSON: no number beyond all numbers, no NUL."""
    match value:
        case float():
            return value if math.isfinite(value) else None
        case str():
            return value.replace("\x00", "\N{SYMBOL FOR NULL}")
        case list() | tuple():
            return [_kept(each) for each in value]
        case dict():
            return {name: _kept(each) for name, each in value.items()}
    return value


def _graded(lab: str, framework: str, code: str, seed: int, purpose: str) -> Verdict:
    visible = purpose == LabRun.Purpose.RUN
    return grade(load_labs.lab(lab), framework, code, seed=seed, run=shared().run, visible=visible)


def _keep_later(run: LabRun, done: Future[Verdict]) -> None:
    """The request has gone: keep the report from the thread that made it."""
    try:
        finish(run, done.result())
    finally:
        _forget(run.key)
        close_old_connections()


def _forget(key: UUID) -> None:
    with _lock:
        _running.pop(key, None)

"""How tasks begin: from the first page, from a lesson, from the plan of the day."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from fluxions.curriculum import curriculum, families
from fluxions.learner import Kind, PlannedTask
from fluxions.tutor.next_task import Done, unused_seed, variant_for
from fluxions.tutor.stated import Stated, drawn
from fluxions.web.accounts.models import Learner
from fluxions.web.study.memory import Learners
from fluxions.web.study.models import Answer, Attempt, StateRow

NEARBY = 20  # variants that are looked at for one that is new to the learner


def open_attempt(
    learner: Learner, task: Stated, *, now: datetime, origin: UUID | None = None, **about: object
) -> Attempt:
    """The learner's open attempt at this very task, begun now if there is none; `about` are further fields of it."""
    same = {"skill": task.skill, "family": task.family, "version": task.version, "seed": task.seed}
    fields = same | {"prompt": task.prompt, "task": task.task, "terms": task.terms, "difficulty": task.difficulty}
    try:
        with transaction.atomic():
            return Attempt.objects.create(learner=learner, opened=now, origin=origin, **fields, **about)
    except IntegrityError:
        return Attempt.objects.get(learner=learner, closed__isnull=True, **same)


def begin_first(task: Stated, origin: UUID, learner_id: int | None, *, now: datetime) -> Attempt:
    """The attempt that the form of the first page stands for, and its learner; the same form begins only one."""
    if known := Attempt.objects.filter(origin=origin).first():
        return known
    try:
        with transaction.atomic():
            learner = Learner.objects.filter(pk=learner_id).first() if learner_id else None
            learner = learner or Learner.objects.create(created=now)
            return open_attempt(learner, task, now=now, origin=origin, purpose=Attempt.Purpose.TRY, kind="new")
    except Attempt.DoesNotExist:  # the same form was sent twice at once, and the other request was first
        return Attempt.objects.get(origin=origin)


def begin_family(learner: Learner, learners: Learners, skill: str, name: str, *, now: datetime) -> Attempt | None:
    """An open attempt in this family, or a new one; None where there is no such family."""
    if going_on := _open(learners, skill, name):
        return going_on
    seed = unused_seed(_done(learners, skill), skill, name, _start(learner))
    task = fresh(learners, skill, name, seed)
    if task is None:
        return None
    return open_attempt(learner, task, now=now, purpose=Attempt.Purpose.TRY, kind=kind_of(learners, skill))


def begin_planned(
    learner: Learner, learners: Learners, planned: PlannedTask, why: str, *, now: datetime
) -> Attempt | None:
    """The task of an entry of the plan: one of its skill that was left open, or a new one; None where there is none.

    An open task of another kind, into which nothing was written, is not what the entry promises: it stays aside.
    """
    if going_on := _going_on(learners, planned.skill):
        return going_on
    waiting = _open(learners, planned.skill)
    if waiting is not None and waiting.kind == planned.kind:
        waiting.why, waiting.minutes = why, planned.minutes
        waiting.save(update_fields=["why", "minutes"])
        return waiting
    unsure = _unsure(learners, planned.skill)
    found = variant_for(planned, _done(learners, planned.skill), start=_start(learner), unsure=unsure)
    task = None if found is None else fresh(learners, found.skill, found.family, found.seed)
    if task is None:
        return None
    return open_attempt(learner, task, now=now, kind=planned.kind, minutes=planned.minutes, why=why)


def kind_of(learners: Learners, skill: str) -> Kind:
    """What a task of this skill is to a person, as `learner.Kind`."""
    row = StateRow.objects.filter(learner_id__in=learners, skill=skill).first()
    if row is None or row.state["begun_day"] is None:
        return "new"
    return "practice" if row.standing == "learning" else "review"


def offered(skill: str) -> tuple[str, ...]:
    """The names of the families of a written skill."""
    found = curriculum().skills.get(skill)
    return tuple(each.name for each in families(skill)) if found and found.written else ()


def fresh(learners: Learners, skill: str, name: str, seed: int) -> Stated | None:
    """A variant from `seed` on whose text this person has not done in this family, if one is near."""
    done = Attempt.objects.filter(learner_id__in=learners, skill=skill, family=name, closed__isnull=False)
    met = {(task, tuple(terms.get("given", ()))) for task, terms in done.values_list("task", "terms")}
    variants = (task for each in range(seed, seed + NEARBY) if (task := drawn(skill, name, each)) is not None)
    first = next(variants, None)
    if first is None or (first.task, first.given) not in met:
        return first
    return next((each for each in variants if (each.task, each.given) not in met), first)


def _open(learners: Learners, skill: str, family: str = "") -> Attempt | None:
    """The task of a skill, or of one of its families, that was last begun and is not closed."""
    waiting = Attempt.objects.filter(learner_id__in=learners, skill=skill, closed__isnull=True)
    return (waiting.filter(family=family) if family else waiting).order_by("-opened").first()


def _going_on(learners: Learners, skill: str) -> Attempt | None:
    """The task of a skill that was last begun and has work in it."""
    return Attempt.objects.filter(learner_id__in=learners, skill=skill).left_open().order_by("-opened").first()


def _done(learners: Learners, skill: str) -> list[Done]:
    """The closed tasks of a skill, oldest first."""
    closed = Attempt.objects.filter(learner_id__in=learners, skill=skill, closed__isnull=False).order_by("closed", "pk")
    rows = closed.values_list("skill", "family", "seed", "closed_how")
    return [Done(skill, family, seed, how == Attempt.Closed.RIGHT) for skill, family, seed, how in rows]


def _unsure(learners: Learners, skill: str) -> list[str]:
    """The misconceptions that the last wrong answer in a skill may come from, where there are several."""
    wrong = Answer.objects.filter(attempt__learner_id__in=learners, attempt__skill=skill, verdict="wrong")
    last = wrong.order_by("-given", "-pk").first()
    return [] if last is None or last.certain else last.misconceptions


def _start(learner: Learner) -> int:
    """Where this learner's variants begin."""
    return learner.pk % 10_000 * 100

"""A person's own mistakes with their dates, and the page of one misconception."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from fluxions.calculus import Text
from fluxions.calculus.derivation.rule import Misconception
from fluxions.learner import Remedy
from fluxions.learner.mistakes import GONE_DAYS, GONE_TASKS, Avoided, Made, Mistake, mistakes
from fluxions.tutor.mistakes import example, isolating, shown_by, skills_with
from fluxions.tutor.words import NAMED, past, why
from fluxions.web import clock
from fluxions.web.accounts.visitors import learner_ids, remember, time_zone, visitor
from fluxions.web.pages import calm
from fluxions.web.security import limited
from fluxions.web.steps import steps_of
from fluxions.web.study.beginning import open_attempt
from fluxions.web.study.memory import Learners
from fluxions.web.study.models import Answer, Attempt

MOST_TASKS = 200  # the latest solved ones that are looked at


@dataclass(frozen=True, slots=True)
class Row:
    """One mistake of a person in words."""

    misconception: Misconception
    mistake: Mistake
    last: str
    first: str

    @property
    def standing(self) -> str:
        """What has become of it."""
        found = self.mistake
        if found.gone:
            return f"Gone: avoided in {found.solved_since} tasks since."
        if found.solved_since:
            wanted = f"{GONE_TASKS} tasks, on {GONE_DAYS} days, that show it is gone"
            return f"Avoided in {found.solved_since} of the {wanted}."
        return "No task that would show it has been solved without help since."


@require_GET
def mistake_list(request: HttpRequest) -> HttpResponse:
    """The mistakes that were named, those that are not gone first."""
    zone = time_zone(request)
    today = clock.day(zone)
    rows = [_row(each, today) for each in _mistakes(learner_ids(request), zone) if each.misconception in NAMED]
    return render(request, "study/mistakes.html", {"groups": list(_in_groups(rows))})


@require_GET
def mistake(request: HttpRequest, name: str) -> HttpResponse:
    """One misconception: what happens, an example worked right, where it is taught, and a task that isolates it."""
    known = NAMED.get(name)
    if known is None:
        return calm(request, "errors/404.html", 404)
    zone = time_zone(request)
    own = next((each for each in _mistakes(learner_ids(request), zone) if each.misconception == name), None)
    shown = example(known)
    context: dict[str, Any] = {
        "misconception": known,
        "own": None if own is None else _row(own, clock.day(zone)),
        "example": shown,
        "solution": () if shown is None else steps_of(shown.derivation, "short"),
        "skills": skills_with(known),
        "offered": isolating(known, ()) is not None,
        "left": isolating(known, _met(learner_ids(request)), start=_start(learner_ids(request))) is not None,
    }
    return render(request, "study/mistake.html", context)


@require_POST
@limited("begin", 60)
def begin_isolating(request: HttpRequest, name: str) -> HttpResponse:
    """A task in which this mistake would show, and no other would be taken for it."""
    known = NAMED.get(name)
    if known is None:
        return calm(request, "errors/404.html", 404)
    now = clock.now()
    learner = visitor(request, now)
    remember(request, learner.pk, now)
    learners = learner_ids(request) or (learner.pk,)
    task = isolating(known, _met(learners), start=_start(learners))
    if task is None:
        return redirect("study:mistake", name)
    zone = time_zone(request)
    today = clock.day(zone, now)
    own = next((each for each in _mistakes(learners, zone) if each.misconception == name), None)
    reason = why(Remedy(task.skill, name, today - own.last), day=today) if own else _chosen(known)
    attempt = open_attempt(learner, task, now=now, purpose=Attempt.Purpose.TRY, kind="remedy", why=str(reason))
    return redirect("study:task", attempt.pk)


def _mistakes(learners: Learners, zone: str) -> tuple[Mistake, ...]:
    made = list(_made(learners, zone))
    return mistakes(made, _avoided(learners, {each.misconception for each in made}, zone)) if made else ()


def _made(learners: Learners, zone: str) -> Iterator[Made]:
    """The mistakes that were named for certain: one of an answer, or two where it took both."""
    rows = Answer.objects.filter(attempt__learner_id__in=learners, verdict="wrong", certain=True)
    for names, given in rows.order_by("given").values_list("misconceptions", "given"):
        for name in names:
            yield Made(name, given, clock.day(zone, given))


def _avoided(learners: Learners, names: Iterable[str], zone: str) -> Iterator[Avoided]:
    """The tasks solved at the first answer without a hint, of the skills that are about the names."""
    skills = {each.id for name in names if name in NAMED for each in skills_with(NAMED[name])}
    solved = Attempt.objects.filter(learner_id__in=learners, skill__in=skills, closed_how=Attempt.Closed.RIGHT)
    clean = solved.annotate(
        wrong=Count("answers", filter=Q(answers__verdict="wrong"), distinct=True), helped=Count("hints", distinct=True)
    ).filter(wrong=0, helped=0)
    for each in clean.order_by("-closed")[:MOST_TASKS]:
        assert each.closed is not None
        yield Avoided(shown_by(each.stated), each.closed, clock.day(zone, each.closed))


def _chosen(misconception: Misconception) -> Text:
    return Text("You chose it: a task in which “{mistake}” would show.", (("mistake", misconception.title),))


def _met(learners: Learners) -> list[tuple[str, str, int]]:
    closed = Attempt.objects.filter(learner_id__in=learners, closed__isnull=False)
    return list(closed.values_list("skill", "family", "seed"))


def _start(learners: Learners) -> int:
    """The first variant that is looked at: another for each person."""
    return learners[0] % 100 if learners else 0


def _row(each: Mistake, today: int) -> Row:
    return Row(NAMED[each.misconception], each, past(each.last, today), _date(each.first))


def _date(day: int) -> str:
    found = date.fromordinal(day)
    return f"{found.day} {found:%B %Y}"


def _in_groups(rows: list[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Those that are still there, and those that are gone."""
    for title, gone in (("Still there", False), ("Gone", True)):
        group = [each for each in rows if each.mistake.gone is gone]
        if group:
            yield title, group

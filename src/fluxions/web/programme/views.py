"""The first page."""

from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from fluxions.curriculum import Career, curriculum
from fluxions.tutor.stated import problem_of
from fluxions.web import clock
from fluxions.web.accounts.models import Learner
from fluxions.web.accounts.visitors import learner, learner_ids, person, remember, visitor
from fluxions.web.security import limited
from fluxions.web.study.public import first_task, open_task

WEEKLY = 3  # hours
BAR = 300


@dataclass(frozen=True, slots=True)
class Track:
    """A career with what it asks: skills, hours, weeks, and the length of its bar."""

    career: Career
    skills: int
    hours: int
    weeks: int
    length: int


@require_GET
def programme(request: HttpRequest) -> HttpResponse:
    """For visitors: one sentence, one task, the careers with their hours, and what the site does not do."""
    if person(request):
        return redirect("today:today")
    first = first_task()
    waiting = open_task(learner_ids(request))
    context = {
        "first": first,
        "problem": problem_of(first.task) if first else None,
        "waiting": waiting,
        "waiting_skill": curriculum().skills.get(waiting.skill) if waiting else None,
        "tracks": tracks(),
        "written": curriculum().written,
        "skills": len(curriculum().skills),
        "weekly": WEEKLY,
    }
    return render(request, "programme/programme.html", context)


@require_http_methods(["GET", "POST"])
@limited("career", 60)
def careers(request: HttpRequest) -> HttpResponse:
    """The careers with their hours; the one chosen is what map and queue follow."""
    known = learner(request)
    context = {"tracks": tracks(), "weekly": WEEKLY, "chosen": known.career if known else ""}
    if request.method == "GET":
        return render(request, "programme/careers.html", context | {"saved": "saved" in request.GET})
    career = request.POST.get("career")
    if career != "" and career not in {track.career.id for track in tracks()}:
        return render(request, "programme/careers.html", context | {"unknown": True}, status=422)
    now = clock.now()
    follows = visitor(request, now)
    remember(request, follows.pk, now)
    Learner.objects.filter(pk=follows.pk).update(career=career)
    return redirect(f"{reverse('careers')}?saved")


@cache
def tracks() -> list[Track]:
    """The careers, their hours summed from the authors' minutes for every skill on the path."""
    whole = curriculum()
    paths = [(career, whole.path(career.id)) for career in whole.careers]
    longest = max(path.hours for _, path in paths)
    return [
        Track(
            career,
            len(path.skills),
            path.hours,
            -(-path.hours // WEEKLY),
            round(BAR * path.hours / longest),
        )
        for career, path in paths
    ]

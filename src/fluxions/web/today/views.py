"""The pages of a day: the queue, its next task, what is changed in it, and how far things are."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from fluxions.curriculum import curriculum
from fluxions.learner import Chosen, Kind, PlannedTask
from fluxions.learner.curves import recall_curve
from fluxions.learner.plan import FEWEST_MINUTES, MOST_MINUTES
from fluxions.learner.values import task_minutes
from fluxions.tutor.words import note_words, plan_words, why
from fluxions.web import clock
from fluxions.web.accounts.visitors import learner_ids, remember, visitor
from fluxions.web.pages import calm
from fluxions.web.security import limited
from fluxions.web.study.public import answered, begin_planned, open_task
from fluxions.web.today import progress as standings
from fluxions.web.today.chart import MOST, chart
from fluxions.web.today.day import Day, day_of
from fluxions.web.today.models import Override
from fluxions.web.today.near import near
from fluxions.web.today.queue import ended_of, rows_of
from fluxions.web.today.services import leave, set_minutes

MORE = 15  # minutes
MOVED_ON = "The queue has moved on since that page was made. Nothing was changed."


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """What to do now, in this order, and why."""
    return _page(request, day_of(request, clock.now()))


@require_POST
@limited("begin", 60)
def start(request: HttpRequest) -> HttpResponse:
    """Begin an entry of the queue, or a skill that was chosen."""
    day = day_of(request, clock.now())
    if "skill" in request.POST:
        task = _chosen(request.POST["skill"], day)
        return calm(request, "errors/404.html", 404) if task is None else _begun(request, day, task)
    task = day.planned(request.POST.get("task", ""))
    if task is None:  # in another tab, or past four in the morning
        return _moved_on(request)
    return _begun(request, day, task)


@require_POST
@limited("begin", 60)
def next_one(request: HttpRequest) -> HttpResponse:
    """The task that comes next; today's page when nothing is left."""
    day = day_of(request, clock.now())
    return _begun(request, day, day.plan.tasks[0]) if day.plan.tasks else redirect("today:today")


@require_POST
@limited("begin", 60)
def override(request: HttpRequest) -> HttpResponse:
    """Skip or swap a task, or study for another time today; the price is named, and nothing is refused."""
    now = clock.now()
    day = day_of(request, now)
    kind = request.POST.get("kind", "")
    if kind == "minutes":
        wanted = request.POST.get("minutes", "")
        minutes = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 else 0
        if not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
            said = f"A day has {FEWEST_MINUTES} to {MOST_MINUTES} minutes. Nothing was changed."
            return _page(request, day, said, status=422)
        set_minutes(visitor(request, now), minutes, day, now=now)
        return redirect("today:today")
    task = day.planned(request.POST.get("task", ""))
    if kind not in ("skip", "swap") or task is None:
        return _moved_on(request)
    learner = visitor(request, now)
    remember(request, learner.pk, now)
    messages.info(request, leave(learner, task, day, swap=kind == "swap", now=now))
    return redirect("today:today")


@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    """Every skill that was begun: how far, since when, and when it fades."""
    day = day_of(request, clock.now())
    found = standings.lines(day)
    retained = sum(1 for each in found if each.mark.word == "retained")
    context = {"groups": list(standings.in_groups(found)), "retained": retained, **_path(day)}
    return render(request, "today/progress.html", context)


def _chosen(skill: str, day: Day) -> PlannedTask | None:
    """A task of a skill that the learner picked; what they do not know yet is said, and stops nobody."""
    known = curriculum().skills.get(skill)
    if known is None or not known.written:
        return None
    row = day.state.skill(skill)
    missing = tuple(
        each
        for each in known.prerequisites
        if curriculum().skills[each].written and not day.state.skill(each).is_learned
    )
    kind: Kind = "review" if row.is_learned else "new" if row.begun_day is None else "practice"
    return PlannedTask(skill, kind, task_minutes(known.minutes), (0.0, 1.0), Chosen(skill, missing))


def _moved_on(request: HttpRequest) -> HttpResponse:
    messages.info(request, MOVED_ON)
    return redirect("today:today")


def _begun(request: HttpRequest, day: Day, task: PlannedTask) -> HttpResponse:
    """To the lesson of a new skill, to the lab, or to a task."""
    if task.lab:
        return redirect("labs:lab", task.lab)
    if task.kind == "new":
        return redirect("skill", task.skill)
    now = clock.now()
    learner = visitor(request, now)
    remember(request, learner.pk, now)
    learners = learner_ids(request) or (learner.pk,)
    attempt = begin_planned(learner, learners, task, str(why(task.reason, day=day.number)), now=now)
    return redirect("study:task", attempt.pk) if attempt else redirect("skill", task.skill)


def _page(request: HttpRequest, day: Day, said: str = "", status: int = 200) -> HttpResponse:
    rows = rows_of(day)
    found = standings.lines(day)
    context = {
        "date": date.fromordinal(day.number),
        "rows": rows,
        "minutes": day.plan.planned,
        "lead": _lead(day),
        "message": said,
        "notes": [note_words(each, day=day.number) for each in day.plan.notes if rows],
        "left": any(each.kind != Override.Kind.MINUTES for each in day.changes),
        "waiting": _left_open(day),
        "done": ended_of(day),
        "shorter": [each for each in (10, 15, 30) if each < day.plan.planned - 3],
        "more": None if rows else _more(day),
        "curves": _curves(day),
        "answers": answered(day.learners) if day.learners else 0,
        "near": near(day),
        "fading": standings.fading_next(found),
        **_path(day),
    }
    return render(request, "today/today.html", context, status=status)


def _more(day: Day) -> int | None:
    """The minutes of a longer day; None where they would bring nothing."""
    minutes = min(max(day.minutes, day.plan.spent) + MORE, MOST_MINUTES)
    return minutes if day.with_minutes(minutes).plan.tasks else None


def _left_open(day: Day) -> dict[str, Any] | None:
    """The task that was last left open, where today's queue does not come to it by itself."""
    waiting = open_task(day.learners)
    if waiting is None or any(each.skill == waiting.skill and each.kind != "new" for each in day.plan.tasks):
        return None
    skill = curriculum().skills.get(waiting.skill)
    return {"number": waiting.pk, "title": skill.title if skill else waiting.skill}


def _lead(day: Day) -> str:
    """What the day holds, or what comes after it."""
    parts = [str(each) for each in plan_words(day.plan)]
    if not parts:
        return " ".join(str(note_words(each, day=day.number)) for each in day.plan.notes)
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{listed[0].upper()}{listed[1:]}. You can stop after any of them; tomorrow starts where you stopped."


def _curves(day: Day) -> dict[str, Any] | None:
    """Recall of the skills that are reviewed today, as drawings for two widths and as a table."""
    skills = list(dict.fromkeys(each.skill for each in day.plan.tasks if each.kind == "review"))[:MOST]
    if not skills:
        return None
    programme = curriculum()
    curves = [(programme.skills[each].title, recall_curve(day.state, each, day.number)) for each in skills]
    table = [
        {
            "title": title,
            "now": round(100 * each.now),
            "practised": round(100 * each.practised[-1][1]),
            "without": round(100 * each.without[-1][1]),
        }
        for title, each in curves
    ]
    return {"wide": chart(curves, narrow=False), "narrow": chart(curves, narrow=True), "table": table}


def _path(day: Day) -> dict[str, Any]:
    """How far the path is gone."""
    programme = curriculum()
    career = next((each for each in programme.careers if each.id == day.career), None)
    core = [each for each in day.goal.core if career or programme.skills[each].written]
    written = sum(1 for each in core if programme.skills[each].written)
    return {
        "career": career,
        "path_title": career.title if career else "Every lesson there is",
        "on_path": len(core),
        "written_on_path": written,
        "learned": sum(1 for each in core if day.state.skill(each).is_learned),
    }

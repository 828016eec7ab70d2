"""The pages of a task: prompt, answer, hints, solution, the next one; and the map."""

from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from fluxions.calculus import Reading
from fluxions.calculus.answers.check import SAME_READER
from fluxions.calculus.language import read_line
from fluxions.tutor.marking import lines_of
from fluxions.tutor.stated import Stated, problem_of
from fluxions.web import clock
from fluxions.web.accounts.models import Learner
from fluxions.web.accounts.visitors import learner_id, learner_ids, remember, time_zone, visitor
from fluxions.web.kinds import kind_asked
from fluxions.web.pages import calm, is_fragment
from fluxions.web.security import View, limited
from fluxions.web.study import reads, services
from fluxions.web.study.beginning import begin_family, begin_first, offered
from fluxions.web.study.forms import AnswerForm, WorkForm, names_of, task_of_token
from fluxions.web.study.memory import state_of
from fluxions.web.study.models import Attempt
from fluxions.web.study.services import Written
from fluxions.web.study.skill_map import map_context
from fluxions.web.typed import clean_text


def posted(view: View) -> View:
    """Whoever comes back to the address of a form, as by reloading, sees the page that the form stands on."""

    @wraps(view)
    def posted_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            return view(request, *args, **kwargs)
        return redirect("study:task", **kwargs) if kwargs else redirect("programme")

    return posted_view


@require_GET
def task(request: HttpRequest, attempt_id: int) -> HttpResponse:
    """The task with what was written, said and shown so far."""
    attempt = _attempt(request, attempt_id)
    if attempt is None:
        return _gone(request)
    written = reads.draft_of(attempt)
    if "working" in request.GET and not attempt.closed:
        working = request.GET["working"] == "yes"
        written = Written(written.text, written.lines or (written.text if working else ""), working)
    last = attempt.answers.order_by("-given", "-pk").first()
    context = reads.task_context(attempt, written) | {"fresh": last is None and written == Written()}
    context |= reads.verdict_context(attempt, last, list(attempt.hints.all()), written)
    return render(request, "study/task.html", context)


@posted
@limited("answer", 60)
def answer(request: HttpRequest, attempt_id: int) -> HttpResponse:
    """Hand an answer in."""
    attempt = _attempt(request, attempt_id)
    if attempt is None:
        return _gone(request)
    form = AnswerForm(request.POST)
    if not form.is_valid() or not form.written.handed_in.strip():
        return _unfit(request, attempt, form)
    return _judged(request, attempt, form)


@posted
@limited("first", 300)  # of a whole class behind one address
def first_answer(request: HttpRequest) -> HttpResponse:
    """The answer to the task of the first page, which makes the visitor a learner."""
    form, begun = AnswerForm(request.POST), task_of_token(request.POST.get("token", ""))
    if begun is None:
        return calm(request, "errors/old_form.html", 400, {"kept": clean_text(request.POST.get("text", ""))[:4096]})
    shown, origin = begun
    if not form.is_valid() or not form.written.handed_in.strip():
        return _unfit(request, _unsaved(shown), form)
    now = clock.now()
    attempt = begin_first(shown, UUID(origin), learner_id(request), now=now)
    if attempt.learner_id not in (learner_ids(request) or (attempt.learner_id,)):
        return _gone(request)
    return _judged(request, attempt, form, "study/first_verdict.html")


@require_POST
@limited("read", 240)
def read(request: HttpRequest) -> HttpResponse:
    """How what stands in the field is read; nothing is kept."""
    form = WorkForm(request.POST)
    if not form.is_valid():
        return render(request, "study/preview.html", {"too_long": form.message})
    names = names_of(request.POST.get("names", ""))
    texts = lines_of(form.written.lines) if form.written.working else (form.written.text,)
    want = SAME_READER.get(request.POST.get("kind", ""))
    readings = [read_line(each, names, want=want).reading for each in texts if each.strip()]
    shown = [(each if isinstance(each, Reading) else None, each) for each in readings]
    return render(request, "study/preview.html", {"readings": shown})


@require_POST
@limited("read", 240)
def fill(request: HttpRequest) -> HttpResponse:
    """Put a suggested reading into the field."""
    form = WorkForm(request.POST)
    written = form.written if form.is_valid() else Written()
    number = request.POST.get("attempt", "")
    attempt = _attempt(request, int(number)) if number.isascii() and number.isdigit() and len(number) < 19 else None
    if attempt is not None and not attempt.closed:
        services.keep_draft(attempt, written, now=clock.now())
        if not is_fragment(request):
            return redirect("study:task", attempt.pk)
    if not is_fragment(request):
        return redirect("programme")
    asks = None if attempt is None else kind_asked(problem_of(attempt.stated))
    compact = "compact" in request.POST
    context = {"written": written, "attempt": attempt, "autofocus": True, "compact": compact, "asks": asks}
    return render(request, "study/field.html", context)


@require_POST
@limited("draft", 120)
def draft(request: HttpRequest, attempt_id: int) -> HttpResponse:
    """Keep what stands in the field."""
    attempt, form = _attempt(request, attempt_id), WorkForm(request.POST)
    if attempt is not None and not attempt.closed and form.is_valid():
        services.keep_draft(attempt, form.written, now=clock.now())
    return HttpResponse(status=204)


@posted
@limited("hint", 60)
def hint(request: HttpRequest, attempt_id: int) -> HttpResponse:
    """Open the next rung of the ladder."""
    attempt, form = _attempt(request, attempt_id), WorkForm(request.POST)
    if attempt is None:
        return _gone(request)
    now = clock.now()
    if not attempt.closed:
        if ("text" in request.POST or "lines" in request.POST) and form.is_valid():
            services.keep_draft(attempt, form.written, now=now)
        written = reads.draft_of(attempt)
        rank = request.POST.get("rank", "")
        if rank in ("1", "2", "3", "4"):
            services.show_hint(attempt, int(rank), written, now=now)
    if attempt.closed or not is_fragment(request):
        return redirect("study:task", attempt.pk)
    context = {"attempt": attempt, **reads.verdict_context(attempt, None, list(attempt.hints.all()), written)}
    context["opened"] = next((each.text for each in reversed(context["ladder"]) if each.text), "")
    return render(request, "study/hint.html", context)


@posted
@limited("answer", 60)
def solution(request: HttpRequest, attempt_id: int) -> HttpResponse:
    """Give up: show the whole solution, and close the task."""
    attempt = _attempt(request, attempt_id)
    if attempt is None:
        return _gone(request)
    services.give_up(attempt, now=clock.now(), day=clock.day(time_zone(request)), learners=learner_ids(request))
    return redirect("study:task", attempt.pk)


@require_POST
@limited("begin", 60)
def begin(request: HttpRequest) -> HttpResponse:
    """A task of the family that a lesson names."""
    now = clock.now()
    skill, family = request.POST.get("skill", ""), request.POST.get("family", "")
    if family not in offered(skill):
        return calm(request, "errors/404.html", 404)
    learner = visitor(request, now)
    remember(request, learner.pk, now)
    attempt = begin_family(learner, learner_ids(request) or (learner.pk,), skill, family, now=now)
    return redirect("study:task", attempt.pk) if attempt else calm(request, "errors/404.html", 404)


@require_GET
def skill_map(request: HttpRequest) -> HttpResponse:
    """All skills, or those of the chosen career, by unit and strand."""
    learners = learner_ids(request)
    learner = Learner.objects.filter(pk=learners[0]).first() if learners else None
    day = clock.day(time_zone(request))
    asked, everything = request.GET.get("skill", ""), "all" in request.GET
    context = map_context(state_of(learners), learner.career if learner else "", day, asked, everything)
    return render(request, "study/map.html", context)


def _attempt(request: HttpRequest, attempt_id: int) -> Attempt | None:
    """The attempt, if it is this person's."""
    learners = learner_ids(request)
    return Attempt.objects.filter(pk=attempt_id, learner_id__in=learners).first() if learners else None


def _gone(request: HttpRequest) -> HttpResponse:
    """A task of nobody, of another visitor, or of a visit that has ended."""
    return calm(request, "errors/no_task.html", 404)


def _judged(
    request: HttpRequest, attempt: Attempt, form: AnswerForm, fragment: str = "study/verdict.html"
) -> HttpResponse:
    now, written, key = clock.now(), form.written, form.cleaned_data["key"]
    remember(request, attempt.learner_id, now)
    submitted = services.submit_answer(
        attempt,
        written,
        key=key,
        now=now,
        day=clock.day(time_zone(request), now),
        learners=learner_ids(request),
        seconds=form.cleaned_data.get("seconds"),
    )
    context = reads.task_context(attempt, written)
    context |= reads.verdict_context(attempt, submitted.answer, submitted.hints, written)
    kept = submitted.answer
    context["other_text"] = kept is not None and submitted.repeated and kept.text != written.handed_in
    context["closed_before"] = kept is None
    if not is_fragment(request):
        return render(request, "study/task.html", context)
    return render(request, fragment, context)


def _unfit(request: HttpRequest, attempt: Attempt, form: WorkForm) -> HttpResponse:
    """Nothing that could be judged: say so, keep what was typed, count nothing."""
    message = form.message or "Nothing has been typed yet."
    if is_fragment(request) or attempt.pk is None:
        return calm(request, "study/unfit.html", 422, {"message": message, "kept": form.data.get("text", "")[:5000]})
    written = Written(form.data.get("text", ""), form.data.get("lines", ""), bool(form.data.get("working")))
    context = reads.task_context(attempt, written) | {"unfit": message}
    context |= reads.verdict_context(attempt, None, list(attempt.hints.all()), Written())
    return render(request, "study/task.html", context, status=422)


def _unsaved(shown: Stated) -> Attempt:
    return Attempt(skill=shown.skill, family=shown.family, seed=shown.seed, prompt=shown.prompt, task=shown.task)

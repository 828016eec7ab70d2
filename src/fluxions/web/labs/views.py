"""The list of labs, the page of one, and what its buttons do."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from fluxions.curriculum import load_labs
from fluxions.curriculum.load_labs import LabSummary
from fluxions.labs.frameworks import FRAMEWORKS, Framework
from fluxions.web import clock
from fluxions.web.accounts.visitors import learner_ids, remember, visitor
from fluxions.web.labs import reads, services
from fluxions.web.labs.forms import DraftForm, RunForm
from fluxions.web.labs.models import LabRun, Submission
from fluxions.web.pages import calm, is_fragment
from fluxions.web.security import limited

AGAIN = "1"  # seconds after which a page without JavaScript asks again


@require_GET
def labs(request: HttpRequest) -> HttpResponse:
    """All labs, by skill and framework, with the isolation proved here."""
    return render(request, "labs/labs.html", {"labs": reads.listed(learner_ids(request)), "level": reads.level()})


@require_GET
def lab(request: HttpRequest, lab_id: str) -> HttpResponse:
    """The page of a lab, with what was written and said last."""
    found = _lab(lab_id)
    framework = _framework(found, request.GET.get("framework", ""))
    learners = learner_ids(request)
    run = reads.last_run(found.id, framework.name, learners)
    return _page(request, found, framework, run)


def run(request: HttpRequest, lab_id: str) -> HttpResponse:
    """Run the program, or hand it in; whoever comes back to this address sees the lab."""
    return _run(request, lab_id) if request.method == "POST" else redirect("labs:lab", lab_id)


@limited("lab", 20)
def _run(request: HttpRequest, lab_id: str) -> HttpResponse:
    found, form, now = _lab(lab_id), RunForm(request.POST), clock.now()
    if not form.is_valid():
        return calm(request, "study/unfit.html", 422, {"message": form.message})
    framework = _framework(found, form.cleaned_data["framework"])
    learner = visitor(request, now)
    remember(request, learner.pk, now)
    code, key, do = form.cleaned_data["code"], form.cleaned_data["key"], form.cleaned_data["do"]
    services.keep_draft(learner, found.id, framework.name, code, now=now)
    if (why := services.closed()) is not None:
        return calm(request, "study/unfit.html", 403, {"message": f"{why} Your program is kept."})
    if services.crowded(learner, now=now):
        response = calm(request, "errors/429.html", 429, {"wait": 10})
        response["Retry-After"] = "10"
        return response
    begun = services.begin_run(learner, found.id, framework.name, code, do, key=key, now=now)
    if begun.learner_id not in learner_ids(request):
        raise Http404
    return _reported(request, found, framework, services.awaited(begun))


@require_GET
def report(request: HttpRequest, key: UUID) -> HttpResponse:
    """The report of a run, or that it still runs."""
    begun = LabRun.objects.filter(key=key, learner__in=learner_ids(request)).first()
    if begun is None:
        raise Http404
    found = _lab(begun.lab)
    if not is_fragment(request) and begun.finished:
        return redirect(f"{reverse('labs:lab', args=[begun.lab])}?framework={begun.framework}")
    return _reported(request, found, FRAMEWORKS[begun.framework], begun)


@require_POST
@limited("draft", 120)
def draft(request: HttpRequest, lab_id: str) -> HttpResponse:
    """Keep what stands in the editor; with `to` go on in another framework."""
    found, form, now = _lab(lab_id), DraftForm(request.POST), clock.now()
    if form.is_valid():
        framework = _framework(found, form.cleaned_data["framework"])
        code = form.cleaned_data["code"]
        if learner_ids(request) or code != load_labs.starter(found.id, framework.name):
            learner = visitor(request, now)
            remember(request, learner.pk, now)
            services.keep_draft(learner, found.id, framework.name, code, now=now)
    if is_fragment(request):
        return HttpResponse(status=204)
    to = _framework(found, request.POST.get("to", ""))
    return redirect(f"{reverse('labs:lab', args=[found.id])}?framework={to.name}")


@require_POST
@limited("draft", 120)
def reset(request: HttpRequest, lab_id: str) -> HttpResponse:
    """The starter stands in the editor again."""
    found = _lab(lab_id)
    framework = _framework(found, request.POST.get("framework", ""))
    services.discard_draft(learner_ids(request), found.id, framework.name)
    return redirect(f"{reverse('labs:lab', args=[found.id])}?framework={framework.name}")


@require_POST
@limited("draft", 120)
def restore(request: HttpRequest, lab_id: str, submission_id: int) -> HttpResponse:
    """A program that was handed in stands in the editor again."""
    found, now = _lab(lab_id), clock.now()
    kept = Submission.objects.filter(pk=submission_id, lab=found.id, learner__in=learner_ids(request)).first()
    if kept is None:
        raise Http404
    services.keep_draft(visitor(request, now), found.id, kept.framework, kept.code, now=now)
    return redirect(f"{reverse('labs:lab', args=[found.id])}?framework={kept.framework}")


def _page(request: HttpRequest, found: LabSummary, framework: Framework, run: LabRun | None) -> HttpResponse:
    context = reads.lab_context(found, framework, learner_ids(request))
    context |= {"run": run, "said": reads.said(run) if run else None}
    context["lost"] = run is not None and services.lost(run, now=clock.now())
    return render(request, "labs/lab.html", context)


def _reported(request: HttpRequest, found: LabSummary, framework: Framework, run: LabRun) -> HttpResponse:
    """The report as a fragment or on its page; while it runs, a line that asks again."""
    if not is_fragment(request):
        if run.finished:
            return redirect(f"{reverse('labs:lab', args=[found.id])}?framework={framework.name}")
        response = _page(request, found, framework, run)
        response["Refresh"] = f"{AGAIN}; url={reverse('labs:report', args=[run.key])}"
        return response
    learners = learner_ids(request)
    context = {
        "lab": found, "framework": framework, "run": run, "said": reads.said(run), "key": str(uuid4()),
        "lost": services.lost(run, now=clock.now()), "before": services.before(run),
        "submissions": reads.submissions(found.id, framework.name, learners),
    }  # fmt: skip
    return render(request, "labs/reported.html", context)


def _lab(lab_id: str) -> LabSummary:
    try:
        return load_labs.summary(lab_id)
    except load_labs.UnknownLab:
        raise Http404 from None


def _framework(lab: LabSummary, name: str) -> Framework:
    """The framework asked for, if it is offered here; else the first that is."""
    there = reads.offered(lab)
    return next((each for each in there if each.name == name), there[0])

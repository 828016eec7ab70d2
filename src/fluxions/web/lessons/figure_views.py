"""Figures: the list, one to move, and its source."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from fluxions.curriculum import curriculum
from fluxions.curriculum.figures import figures, source_of
from fluxions.figures import LIBRARIES, settings
from fluxions.web.lessons.figures import shown_figure
from fluxions.web.pages import is_fragment


@require_GET
def figure_list(request: HttpRequest) -> HttpResponse:
    """All figures."""
    programme = curriculum()
    listed = [(each, programme.skill(each.skills[0])) for each in figures().values()]
    return render(request, "lessons/figures.html", {"figures": listed})


@require_GET
def figure(request: HttpRequest, figure_id: str) -> HttpResponse:
    """One figure; as a fragment, the figure alone."""
    found = figures().get(figure_id)
    if found is None:
        raise Http404
    shown = shown_figure(found, request.GET.dict())
    if is_fragment(request):
        return render(request, "lessons/explorable.html", {"shown": shown})
    skills = [curriculum().skill(each) for each in found.skills]
    return render(request, "lessons/figure.html", {"shown": shown, "figure": found, "skills": skills})


@require_GET
def figure_source(request: HttpRequest, figure_id: str, library: str) -> HttpResponse:
    """The figure as a script to keep, for what is set."""
    found = figures().get(figure_id)
    wanted = next((each for each in LIBRARIES if each == library), None)
    if found is None or wanted is None:
        raise Http404
    text = source_of(found, settings(found, request.GET.dict()), wanted).text
    name = f"{found.id}-{wanted}.py"
    return HttpResponse(
        text,
        content_type="text/x-python; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

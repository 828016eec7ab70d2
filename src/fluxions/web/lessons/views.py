"""The units, and the lesson of a skill."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from fluxions.curriculum import articles_on, curriculum, families, lesson
from fluxions.curriculum.figures import figures_of
from fluxions.web.labs.public import lab_of_skill
from fluxions.web.lessons import reads
from fluxions.web.pages import is_fragment


@require_GET
def units(request: HttpRequest) -> HttpResponse:
    """All units with their skills, those with a lesson marked."""
    programme = curriculum()
    listed = [reads.chapter(unit) for unit in programme.units]
    context = {"units": listed, "written": programme.written, "skills": len(programme.skills)}
    return render(request, "lessons/units.html", context)


@require_GET
def skill(request: HttpRequest, skill_id: str) -> HttpResponse:
    """The lesson, or what the skill is about where there is none yet."""
    programme = curriculum()
    found = programme.skills.get(skill_id)
    if found is None:
        raise Http404
    text = lesson(skill_id)
    context = {
        "skill": found,
        "unit": programme.unit(found.unit),
        "place": reads.place_in_unit(skill_id),
        "needs": [programme.skills[each] for each in programme.graph.prerequisites(skill_id)],
        "feeds": [programme.skills[each] for each in programme.graph.dependants(skill_id)],
        "families": families(skill_id),
        "articles": articles_on(skill_id),
        "figures": figures_of(skill_id),
        "lab": lab_of_skill(skill_id),
    }
    if text is None:
        return render(request, "lessons/not_written.html", context)
    parts = list(reads.parts(skill_id, text, request.GET))
    if is_fragment(request):
        predicted = next((each for each in parts if each.chosen is not None), None)
        if predicted is not None:
            return render(request, "lessons/predict.html", context | {"part": predicted})
    context |= {"parts": parts, "headings": reads.headings(text)}
    return render(request, "lessons/skill.html", context)

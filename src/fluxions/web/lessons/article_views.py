"""Articles: the list, and one to read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from fluxions.curriculum import articles, curriculum
from fluxions.web.lessons import reads


@require_GET
def article_list(request: HttpRequest) -> HttpResponse:
    """All articles, the newest first."""
    return render(request, "lessons/articles.html", {"articles": list(articles().values())})


@require_GET
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """One article, its formulas leading to their skills."""
    found = articles().get(slug)
    if found is None:
        raise Http404
    context = {
        "article": found,
        "parts": list(reads.parts(found.skills[0], found.body, {})),
        "headings": reads.headings(found.body),
        "skills": [curriculum().skill(each) for each in found.skills],
        "tries": [each for each in found.live if each.family],
    }
    return render(request, "lessons/article.html", context)

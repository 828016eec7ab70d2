"""What all pages share: the frame, the pages that say what went wrong, and whether the site can serve."""

import json
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from fluxions import __version__

MACHINES = "/api/"
SAID = {
    400: "This request cannot be read.",
    403: "This site answers its own computer alone, or asks for the key that it printed at its start.",
    404: "There is nothing at this address; /api/openapi.json lists what there is.",
    413: "The body of this request is too large.",
    429: "Too many requests; wait as long as Retry-After says.",
    500: "The fault is ours; it was written to the log.",
}


def frame(request: HttpRequest) -> dict[str, Any]:
    """What every template may use."""
    return {
        "nonce": getattr(request, "nonce", ""),
        "version": __version__,
        "mode": settings.MODE,
        "mails": settings.SENDS_MAIL,
        "sign_up": settings.SIGN_UP,
    }


def is_fragment(request: HttpRequest) -> bool:
    """Was a part of a page asked for, to be put into the page that stands?"""
    return request.headers.get("HX-Request") == "true"


def calm(request: HttpRequest, template: str, status: int, context: dict[str, Any] | None = None) -> HttpResponse:
    """A page, or the same words as a fragment, that says what happened and what to do; JSON for other programs."""
    if request.path.startswith(MACHINES) and request.path != MACHINES:
        return JsonResponse({"error": SAID.get(status, "This request cannot be answered.")}, status=status)
    layout = "errors/fragment.html" if is_fragment(request) else "errors/page.html"
    return render(request, template, {"layout": layout, "status": status, **(context or {})}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What came cannot be used: too large, not a request that our pages make, or of a visit that just ended."""
    if isinstance(exception, SessionInterrupted):
        return calm(request, "errors/gone.html", 410)
    return calm(request, "errors/400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Not allowed."""
    return calm(request, "errors/403.html", 403)


def no_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: the page was open too long, or cookies are off."""
    return calm(request, "errors/no_token.html", 403, {"kept": request.POST.get("text") or request.POST.get("lines")})


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing is here, or nothing of this visitor's."""
    return calm(request, "errors/404.html", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """The fault is ours; the page is made without asking who is here, should the database be what fails."""
    request.user = AnonymousUser()
    return calm(request, "errors/500.html", 500)


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Can the site serve: is the database there, with its tables?"""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM study_attempt WHERE id = 0")
        said, status = {"status": "ok", "version": __version__}, 200
    except DatabaseError:
        said, status = {"status": "no database", "version": __version__}, 503
    return HttpResponse(json.dumps(said), content_type="application/json", status=status)

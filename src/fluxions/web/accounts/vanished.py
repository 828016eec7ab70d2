"""An account that was deleted, or a visit that was forgotten, while a request was on its way."""

from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse

from fluxions.web.accounts.models import Learner, User
from fluxions.web.accounts.visitors import KEY, person
from fluxions.web.pages import calm


def vanished(request: HttpRequest) -> bool:
    """Was whoever asks here when the request came, and is here no longer?"""
    user = person(request)
    if user is not None:
        return not User.objects.filter(pk=user.pk).exists()
    known = request.session.get(KEY)
    return known is not None and not Learner.objects.filter(pk=known).exists()


def noticing(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """What fails because the person is gone meanwhile gets a page that says so."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, IntegrityError | ObjectDoesNotExist) and vanished(request):
            return calm(request, "errors/gone.html", 410)
        return None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware

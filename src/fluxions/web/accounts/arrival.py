"""Local mode: arriving on this computer is being its owner, once somebody has kept their work."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.functional import SimpleLazyObject

from fluxions.web.accounts.models import AuditEvent, User
from fluxions.web.accounts.visitors import join
from fluxions.web.pages import calm

COOKIE = "fluxions-key"
YEAR = 365 * 24 * 3600
Answer = Callable[[HttpRequest], HttpResponse]


def owner() -> User | None:
    """Whom this installation belongs to."""
    return User.objects.filter(is_owner=True).first()


def keep_work(request: HttpRequest, name: str, now: datetime) -> User:
    """Make the owner, or find the one that another request made first; the visitor's learner is theirs from now on."""
    try:
        with transaction.atomic():
            kept = User(name=name, is_owner=True, is_operator=True, time_zone=settings.TIME_ZONE, created=now)
            kept.set_unusable_password()
            kept.save()
            AuditEvent.record(kept.pk, "became owner", now=now)
    except IntegrityError:
        kept = User.objects.get(is_owner=True)
    request.session.cycle_key()
    request.user = kept
    join(request, kept, now)
    return kept


def arriving(get_response: Answer) -> Answer:
    """In local mode whoever arrives is the owner; as long as there is none, a visitor."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.MODE == "local":
            request.user = SimpleLazyObject(lambda: owner() or AnonymousUser())  # type: ignore[assignment]
        return get_response(request)

    return middleware


def keyed(get_response: Answer) -> Answer:
    """With `serve --key` only a browser that opened the printed link is let in: others share this machine."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.DEMANDS_KEY or settings.MODE != "local" or request.path == "/healthz":
            return get_response(request)
        if constant_time_compare(request.COOKIES.get(COOKIE, ""), cookie_value()):
            return get_response(request)
        if request.method != "GET" or not constant_time_compare(request.GET.get("key", ""), arrival_key()):
            return calm(request, "errors/no_key.html", 403)
        response = HttpResponseRedirect(request.path)
        response.set_cookie(COOKIE, cookie_value(), max_age=YEAR, httponly=True, samesite="Lax")
        return response

    return middleware


def arrival_key() -> str:
    """What the printed link carries; the same as long as the secret key is."""
    return salted_hmac("fluxions.arrival", "link", algorithm="sha256").hexdigest()[:32]


def cookie_value() -> str:
    """What a browser that has opened the link keeps."""
    return salted_hmac("fluxions.arrival", "cookie", algorithm="sha256").hexdigest()

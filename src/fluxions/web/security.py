"""What a browser may do with our pages, who may ask from where, and how often."""

import math
import secrets
import threading
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from fluxions.web import clock
from fluxions.web.pages import calm

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
CLOSED = (
    "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), "
    "publickey-credentials-get=(self), usb=()"
)
IMPORTS = "/settings/import"
SLICE, TAKEN = 1 << 16, 1 << 26
FORWARDED = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP")
Answer = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]


def headers(get_response: Answer) -> Answer:
    """Every response carries the policy with a nonce of its own, and is kept by no cache."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.nonce = secrets.token_urlsafe(16)  # type: ignore[attr-defined]
        response = get_response(request)
        response["Content-Security-Policy"] = POLICY.format(nonce=request.nonce)  # type: ignore[attr-defined]
        response["X-Content-Type-Options"] = "nosniff"
        response["Referrer-Policy"] = settings.SECURE_REFERRER_POLICY
        response["Cross-Origin-Opener-Policy"] = "same-origin"
        response["Permissions-Policy"] = CLOSED
        response.setdefault("Cache-Control", "private, no-store")  # Back shows how things stand now
        if settings.HTTPS:
            response["Strict-Transport-Security"] = "max-age=31536000"
        return response

    return middleware


def strangers(get_response: Answer) -> Answer:
    """In local mode only this very machine is served: nothing forwarded, nothing from another site's page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.MODE == "local" and (_forwarded(request) or _foreign(request)):
            return calm(request, "errors/stranger.html", 403)
        return get_response(request)

    return middleware


def _forwarded(request: HttpRequest) -> bool:
    return any(name in FORWARDED or name.startswith("HTTP_X_FORWARDED") for name in request.META)


def _foreign(request: HttpRequest) -> bool:
    origin = request.META.get("HTTP_ORIGIN")
    return origin is not None and origin != f"{request.scheme}://{request.get_host()}"


def bounded(get_response: Answer) -> Answer:
    """A request is at most 1 MB, the one that imports a file 20 MB."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        largest = settings.LARGEST_IMPORT if request.path == IMPORTS else settings.LARGEST_BODY
        if length.isdigit() and int(length) <= largest:
            return get_response(request)
        for _ in range(TAKEN // SLICE):  # a browser shows the answer only once all that it sends was taken
            if not request.read(SLICE):
                break
        return calm(request, "errors/too_large.html", 413, {"largest": largest // 1_000_000})

    return middleware


def limited(name: str, per_minute: int) -> Callable[[View], View]:
    """At most so many requests a minute from one learner, else from one address; more get a calm 429."""

    def decorate(view: View) -> View:
        @wraps(view)
        def limited_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            wait = taken(f"{name}:{_who(request)}", per_minute, clock.seconds()) if settings.RATE_LIMITS else 0.0
            if not wait:
                return view(request, *args, **kwargs)
            response = calm(request, "errors/429.html", 429, {"wait": math.ceil(wait)})
            response["Retry-After"] = str(math.ceil(wait))
            return response

        return limited_view

    return decorate


_buckets = threading.Lock()


def taken(key: str, per_minute: int, at: float) -> float:
    """Take one token from a bucket that fills evenly; 0, or the seconds until there is one again.

    The buckets are this process's own: with several processes each counts for itself.
    """
    with _buckets:
        tokens, since = cache.get(f"bucket:{key}", (float(per_minute), at))
        tokens = min(float(per_minute), tokens + max(0.0, at - since) * per_minute / 60)
        enough = tokens >= 1
        cache.set(f"bucket:{key}", (tokens - 1 if enough else tokens, at), timeout=120)
    return 0.0 if enough else (1 - tokens) * 60 / per_minute


def _who(request: HttpRequest) -> str:
    if request.user.is_authenticated:
        return f"person-{request.user.pk}"
    learner = request.session.get("learner")
    return f"learner-{learner}" if learner else f"address-{address(request)}"


def address(request: HttpRequest) -> str:
    """The peer, or whom a proxy on the same machine names last."""
    peer = request.META.get("REMOTE_ADDR", "")
    passed = request.META.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1].strip()
    return passed if passed and peer in ("127.0.0.1", "::1", "") else peer

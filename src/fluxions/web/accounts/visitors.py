"""Whose work a request is about: a visitor's, known by this browser's cookie, or that of whoever is signed in."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest

from fluxions.web import clock
from fluxions.web.accounts import sweep
from fluxions.web.accounts.models import Learner, User

KEY, SEEN = "learner", "seen"


def person(request: HttpRequest) -> User | None:
    """The account that is signed in; None for a visitor."""
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def learner_id(request: HttpRequest) -> int | None:
    """The learner that new work goes to; None for one who has not answered anything yet."""
    return next(iter(learner_ids(request)), None)


def learners_with(number: int) -> tuple[int, ...]:
    """All learners of the person that a learner belongs to, the one that new work goes to first."""
    own = Learner.objects.filter(user__learners=number).order_by("joined", "pk")
    return tuple(own.values_list("pk", flat=True)) or (number,)


def zone_of(number: int) -> str:
    """Where the day of a learner turns."""
    zone = Learner.objects.filter(pk=number).values_list("user__time_zone", flat=True).first()
    return zone or settings.TIME_ZONE


def learner(request: HttpRequest) -> Learner | None:
    """The row of the learner that new work goes to."""
    known = learner_id(request)
    return None if known is None else Learner.objects.filter(pk=known).first()


def learner_ids(request: HttpRequest) -> tuple[int, ...]:
    """All learners whose work is this person's, the one that new work goes to first."""
    user = person(request)
    if user is None:
        known = request.session.get(KEY)
        return () if known is None else (known,)
    join(request, user, clock.now())
    if (found := getattr(request, "_learner_ids", None)) is None:
        own = Learner.objects.filter(user=user).order_by("joined", "pk")
        found = request._learner_ids = tuple(own.values_list("pk", flat=True))  # type: ignore[attr-defined]
    return found


def time_zone(request: HttpRequest) -> str:
    """Where this person's day turns."""
    user = person(request)
    return settings.TIME_ZONE if user is None else user.time_zone


def visitor(request: HttpRequest, now: datetime) -> Learner:
    """The learner that new work goes to, made when there is none."""
    user, found = person(request), learner(request)
    if found is None and user is not None:
        found = _first_of(user, now)
        request._learner_ids = None  # type: ignore[attr-defined]
        if found is None:  # the account was deleted while this request was on its way
            request.user = AnonymousUser()
    if found is None:
        sweep.daily(now)
        found = Learner.objects.create(created=now)
        remember(request, found.pk, now)
    return found


def remember(request: HttpRequest, learner_id: int, now: datetime) -> None:
    """Keep this learner for thirty days from today, written at most once a day; an account keeps it for good."""
    user = person(request)
    if user is not None and learner_id not in learner_ids(request):
        request.session[KEY] = learner_id
        join(request, user, now)
    if user is not None and settings.MODE == "local":
        return
    today = clock.day(time_zone(request), now)
    if user is None and request.session.get(KEY) != learner_id:
        request.session[KEY] = learner_id
        request.session[SEEN] = None
    if request.session.get(SEEN) != today:
        request.session[SEEN] = today
        Learner.objects.filter(pk=learner_id, user=None).update(seen=now)


def join(request: HttpRequest, user: User, now: datetime) -> None:
    """The visitor's learner of this session becomes one of the account's; nothing is copied or merged."""
    waiting = request.session.pop(KEY, None) if KEY in request.session else None
    if waiting is not None:
        Learner.objects.filter(pk=waiting, user=None).update(user=user, joined=now)
        request._learner_ids = None  # type: ignore[attr-defined]


def _first_of(user: User, now: datetime) -> Learner | None:
    """The account's first learner, made when it has none; None where the account was deleted just now."""
    with transaction.atomic():
        if User.objects.select_for_update().filter(pk=user.pk).first() is None:
            return None
        own = Learner.objects.filter(user=user).order_by("joined", "pk").first()
        return own or Learner.objects.create(user=user, created=now, joined=now)

"""A visitor's learner, known by the session cookie of this browser for thirty days."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from fluxions.web.accounts.models import Learner
from fluxions.web.clock import day

KEY, SEEN = "learner", "seen"


def learner_id(request: HttpRequest) -> int | None:
    """The learner of this session; None for one who has not answered anything yet."""
    return request.session.get(KEY)


def learner_ids(request: HttpRequest) -> tuple[int, ...]:
    """All learners whose work is this person's, the one that new work goes to first."""
    known = learner_id(request)
    return () if known is None else (known,)


def time_zone(request: HttpRequest) -> str:
    """Where this person's day turns."""
    return settings.TIME_ZONE


def visitor(request: HttpRequest, now: datetime) -> Learner:
    """The learner of this session, made when there is none."""
    known = learner_id(request)
    learner = Learner.objects.filter(pk=known).first() if known else None
    if learner is None:
        learner = Learner.objects.create(created=now)
        remember(request, learner.pk, now)
    return learner


def remember(request: HttpRequest, learner: int, now: datetime) -> None:
    """Keep this learner for thirty days from today; written at most once a day."""
    today = day(settings.TIME_ZONE, now)
    if request.session.get(KEY) != learner or request.session.get(SEEN) != today:
        request.session[KEY] = learner
        request.session[SEEN] = today

"""Visitors who have not come back for thirty days are forgotten with their work."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db.models.functions import Coalesce

from fluxions.web.accounts.models import Learner

KEPT = timedelta(days=30)
AT_ONCE = 200


def daily(now: datetime) -> None:
    """Sweep a little, at most once a day in each process: called where a new visitor begins."""
    if cache.add(f"swept:{now.date()}", True, timeout=2 * 24 * 3600):
        remove_visitors(now, most=AT_ONCE)


def remove_visitors(now: datetime, most: int | None = None) -> int:
    """Remove the learners without an account that nobody used for thirty days, and sessions that have run out."""
    left = Learner.objects.filter(user=None).annotate(last=Coalesce("seen", "created")).filter(last__lt=now - KEPT)
    numbers = list(left.order_by("last").values_list("pk", flat=True)[:most])
    for first in range(0, len(numbers), AT_ONCE):
        Learner.objects.filter(pk__in=numbers[first : first + AT_ONCE], user=None).delete()
    Session.objects.filter(expire_date__lt=now).delete()
    return len(numbers)

"""The one door to the time."""

from datetime import UTC, date, datetime, time, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

TURN_OF_DAY = timedelta(hours=4)  # who studies after midnight is still in yesterday's day


def now() -> datetime:
    """The present moment; a test may move it by `CLOCK_MOVED_BY`."""
    if settings.CLOCK_MOVED_BY and not settings.TESTING:
        raise ImproperlyConfigured("CLOCK_MOVED_BY is for tests alone")
    return timezone.now() + settings.CLOCK_MOVED_BY


def day(zone: str, moment: datetime | None = None) -> int:
    """The number of the learner's own calendar day, which turns at four in the morning."""
    local = (moment or now()).astimezone(ZoneInfo(zone))
    return (local.replace(tzinfo=None) - TURN_OF_DAY).date().toordinal()


def start_of(zone: str, number: int) -> datetime:
    """The moment at which a day begins, in UTC."""
    begins = datetime.combine(date.fromordinal(number), time()) + TURN_OF_DAY
    return begins.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def seconds() -> float:
    """A stopwatch: differences count, the value itself means nothing."""
    return perf_counter()

"""All of a person's data as one JSON file, and such a file taken in. The format is described in docs/export.md."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from fluxions import __version__
from fluxions.web.accounts.models import LEAST_MINUTES, MOST_MINUTES, AuditEvent, Learner, User
from fluxions.web.exchange import Unusable, dumped, moment, numbered, taken, text, whole
from fluxions.web.labs import public as labs
from fluxions.web.study import public as study
from fluxions.web.today import public as today

FORMAT, VERSION = "fluxions-export", 1
FEATURES = {
    "study": study,
    "today": today,
    "labs": labs,
}  # each offers exported(learners) and checked(section, learners)
PROFILE = ("name", "email", "language", "time_zone", "plain_field", "is_operator", "is_owner", "created", "last_login")
LEARNER = {
    "id": whole(1), "career": text(40), "minutes": whole(LEAST_MINUTES, MOST_MINUTES), "created": moment,
}  # fmt: skip
MOST_LEARNERS = 100


def exported(user: User, now: datetime) -> dict[str, Any]:
    """Every row about this person, as plain JSON."""
    own = Learner.objects.filter(user=user).order_by("joined", "pk")
    numbers = tuple(own.values_list("pk", flat=True))
    return {
        "format": FORMAT,
        "version": VERSION,
        "fluxions": __version__,
        "made": now.isoformat(),
        "origin": origin(user),
        "person": dumped(User.objects.filter(pk=user.pk), *PROFILE)[0],
        "events": dumped(_events(user), "actor", "verb", "target", "detail", "at"),
        "learners": dumped(own, *LEARNER, "seen", "joined", "imported"),
        **{name: feature.exported(numbers) for name, feature in FEATURES.items()},
    }


def _events(user: User) -> QuerySet[AuditEvent]:
    """What this person did, and what was done to them."""
    return AuditEvent.objects.filter(Q(actor=user.pk) | Q(target=f"person {user.pk}")).order_by("pk")


def origin(user: User) -> str:
    """The mark of an account in its exports, by which it knows its own work again."""
    named = f"{user.pk} {user.created.isoformat()}"
    return salted_hmac("fluxions.export", named, algorithm="sha256").hexdigest()[:32]


def import_work(user: User, raw: bytes, now: datetime) -> int:
    """The learners of a file become further ones of this account; Unusable where anything does not fit.

    All is read and checked before the first row is written, and all is written or nothing.
    """
    found = parsed(raw)
    if found.get("origin") == origin(user):
        raise Unusable("this is an export of this very account, and its work is here already")
    learners = numbered(taken(found, "learners", LEARNER), "learners")
    if not 1 <= len(learners) <= MOST_LEARNERS:
        raise Unusable(f"it holds {len(learners)} learners, and from 1 to {MOST_LEARNERS} can be taken in")
    keeps = [feature.checked(found.get(name, {}), set(learners)) for name, feature in FEATURES.items()]
    source = sha256(raw).hexdigest()
    try:
        with transaction.atomic():
            _never_before(user, source)
            rows = [
                Learner(
                    user=user, joined=now, imported=now, source=source, **{k: v for k, v in each.items() if k != "id"}
                )
                for each in learners.values()
            ]
            made = dict(zip(learners, (each.pk for each in Learner.objects.bulk_create(rows)), strict=True))
            for keep in keeps:
                keep(made)
            AuditEvent.record(user.pk, "imported", target=f"person {user.pk}", learners=len(made), now=now)
    except IntegrityError:
        raise Unusable("two of its rows exclude one another") from None
    return len(learners)


def parsed(raw: bytes) -> dict[str, Any]:
    """The file as plain values, of the format and version that we know."""
    try:
        found = json.loads(raw, parse_constant=_refused)
    except (ValueError, RecursionError):
        raise Unusable("it is not a JSON file") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Unusable("it is not an export of Fluxions")
    if found.get("version") != VERSION:
        raise Unusable(f"its format has version {str(found.get('version'))[:20]}, and version {VERSION} is read here")
    return found


def _never_before(user: User, source: str) -> None:
    if User.objects.select_for_update().filter(pk=user.pk).first() is None:
        raise Unusable("the account was deleted meanwhile")
    if Learner.objects.filter(user=user, source=source).exists():
        raise Unusable("this very file was imported before")


def _refused(constant: str) -> None:
    raise ValueError(constant)

"""By which door a new account comes: the set-up key, an invitation, or open sign-up."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from fluxions.web import clock
from fluxions.web.accounts.models import AuditEvent, Invitation, User

VALID = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Entrance:
    """What lets this request sign up, and whether it makes the operator."""

    operator: bool = False
    invitation: Invitation | None = None

    def vouches_for(self, email: str) -> bool:
        """Is the address known to be theirs without a mail: the operator's own, or the one that was invited?"""
        return self.operator or (self.invitation is not None and self.invitation.email == email.lower())


def entrance(request: HttpRequest) -> Entrance | None:
    """The door that this request may come in by; None where there is none."""
    if settings.MODE != "server":
        return None
    key, code = request.GET.get("key", ""), request.GET.get("invitation", "")
    if key:
        return Entrance(operator=True) if needs_operator() and constant_time_compare(key, set_up_key()) else None
    if settings.SIGN_UP == "closed":
        return None
    if code:
        found = open_invitations(clock.now()).filter(digest=digest(code)).first()
        return Entrance(invitation=found) if found else None
    return Entrance() if settings.SIGN_UP == "open" else None


def needs_operator() -> bool:
    """Is there no operator who could sign in?"""
    return not User.objects.filter(is_operator=True).exclude(password__startswith="!").exists()


def set_up_key() -> str:
    """What the terminal shows while there is no operator; another one each time that one has been made."""
    made = AuditEvent.objects.filter(verb="became operator").count()
    return salted_hmac("fluxions.set-up", str(made), algorithm="sha256").hexdigest()[:32]


def set_up_link(address: str = "") -> str:
    """Where the first operator signs up, at the address that people use, else the one given."""
    return f"{settings.URL or address}{reverse('account_signup')}?{urlencode({'key': set_up_key()})}"


def invite(made_by: User, email: str, now: datetime) -> str:
    """The path that lets one person sign up within fourteen days; it is shown once."""
    code = secrets.token_urlsafe(24)
    row = Invitation.objects.create(
        digest=digest(code), email=email.lower(), made_by=made_by.pk, made=now, expires=now + VALID
    )
    AuditEvent.record(made_by.pk, "invited", target=f"invitation {row.pk}", now=now)
    return f"{reverse('account_signup')}?{urlencode({'invitation': code})}"


def absolute(request: HttpRequest, path: str) -> str:
    """A link to hand over: under the address that people use, else that of this request."""
    return f"{settings.URL}{path}" if settings.URL else request.build_absolute_uri(path)


def open_invitations(now: datetime) -> QuerySet[Invitation]:
    """Those that nobody has used and that have not run out."""
    return Invitation.objects.filter(used=None, expires__gt=now)


def take(door: Entrance, now: datetime) -> bool:
    """Use a door up, in the transaction that makes the account; False where somebody else was quicker."""
    if door.operator:
        User.objects.select_for_update().filter(is_owner=True).first()
        return needs_operator()
    invitation = door.invitation
    return invitation is None or open_invitations(now).filter(pk=invitation.pk).update(used=now) == 1


def digest(code: str) -> str:
    """What is kept of a code."""
    return sha256(code.encode()).hexdigest()

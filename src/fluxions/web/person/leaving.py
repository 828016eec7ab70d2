"""Deleting an account with all that hangs on it."""

from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from fluxions.web.accounts.models import AuditEvent, Invitation, Learner, User


def erase(user: User, now: datetime) -> None:
    """The person, their learners and all evidence are gone, and so is every session; the audit keeps a number."""
    number, email = user.pk, user.email
    with transaction.atomic():
        User.objects.select_for_update().filter(pk=number).first()
        list(Learner.objects.select_for_update().filter(user=number).order_by("pk"))  # answers on their way come first
        User.objects.filter(pk=number).delete()
        if email:
            Invitation.objects.filter(email=email).delete()
        AuditEvent.record(None, "deleted an account", target=f"person {number}", now=now)
    for session in Session.objects.filter(expire_date__gt=now).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(number):
            session.delete()

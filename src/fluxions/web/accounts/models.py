"""Who is here: people with an account, and learners with or without one; who was invited, and what operators did."""

from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

LEAST_MINUTES, MOST_MINUTES = 5, 240


class User(AbstractBaseUser):
    """A person with an account, known by an address; the owner of a local installation may have none."""

    email = models.EmailField(unique=True, null=True, blank=True)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=12, default="en")
    time_zone = models.CharField(max_length=64, default="UTC")
    plain_field = models.BooleanField(null=True)  # None until it is chosen: then the browser's memory decides
    is_operator = models.BooleanField(default=False)
    is_owner = models.BooleanField(default=False)  # whom arriving on loopback means, in local mode
    created = models.DateTimeField()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="user_email_is_lower_case"),
            models.UniqueConstraint(fields=["is_owner"], condition=Q(is_owner=True), name="there_is_one_owner"),
        ]

    def __str__(self) -> str:
        return self.name or (self.email or "").partition("@")[0] or "Settings"


class Learner(models.Model):
    """Whoever solves tasks: a visitor, or one of a user's own. All evidence hangs here."""

    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="learners")
    career = models.CharField(max_length=40, blank=True)  # the id of the path that queue and map follow
    minutes = models.PositiveSmallIntegerField(default=30)  # a day
    created = models.DateTimeField()
    seen = models.DateTimeField(null=True)  # a visitor's last day here
    joined = models.DateTimeField(null=True)  # the account; the first to join is the one that new work goes to
    imported = models.DateTimeField(null=True)
    source = models.CharField(max_length=64, blank=True)  # of an imported one: the digest of its file


class AuditEvent(models.Model):
    """What somebody with an account did that others may ask about. Append-only; people are named by number alone."""

    actor = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=40)
    target = models.CharField(max_length=80, blank=True)
    detail = models.JSONField(default=dict)
    at = models.DateTimeField()

    @staticmethod
    def record(actor: int | None, verb: str, *, now: datetime, target: str = "", **detail: Any) -> None:
        """Write one down."""
        AuditEvent.objects.create(actor=actor, verb=verb, target=target, detail=detail, at=now)


class Invitation(models.Model):
    """A link that lets one person sign up; only the digest of its code is kept."""

    digest = models.CharField(max_length=64, unique=True)
    email = models.EmailField(blank=True)
    made_by = models.BigIntegerField()
    made = models.DateTimeField()
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)

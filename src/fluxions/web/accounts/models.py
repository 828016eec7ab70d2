"""Who is here: people with an account, and learners with or without one."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models.functions import Lower


class User(AbstractBaseUser):
    """A person with an account, known by an address."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=12, default="en")
    time_zone = models.CharField(max_length=64, default="UTC")
    is_operator = models.BooleanField(default=False)
    created = models.DateTimeField()

    USERNAME_FIELD = "email"

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_is_lower_case"),
        ]


class Learner(models.Model):
    """Whoever solves tasks: a visitor, or one of a user's own. All evidence hangs here."""

    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="learners")
    career = models.CharField(max_length=40, blank=True)  # the id of the path that queue and map follow
    minutes = models.PositiveSmallIntegerField(default=30)  # a day
    created = models.DateTimeField()

"""What learners changed in their days."""

from django.db import models

from fluxions.web.accounts.models import Learner


class Override(models.Model):
    """A change of the plan of a day, with the price that was named. Append-only."""

    class Kind(models.TextChoices):
        SKIP = "skip"  # leave the task for another day, and study less today
        SWAP = "swap"  # leave it, and take another in its place
        MINUTES = "minutes"  # more or fewer minutes on this day

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="overrides")
    kind = models.CharField(max_length=8, choices=Kind)
    skill = models.CharField(max_length=80, blank=True)
    lab = models.CharField(max_length=80, blank=True)
    minutes = models.PositiveSmallIntegerField()  # of the task that is left, or of the whole day
    price = models.TextField(blank=True)
    day = models.IntegerField()
    made = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["learner", "day"])]

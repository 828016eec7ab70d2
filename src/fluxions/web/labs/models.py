"""What was written in labs: drafts and runs may change; submissions never do."""

from __future__ import annotations

from typing import Any

from django.db import models

from fluxions.web.accounts.models import Learner


class LabDraft(models.Model):
    """What stands in the editor, for each framework its own."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="lab_drafts")
    lab = models.CharField(max_length=80)
    framework = models.CharField(max_length=20)
    code = models.TextField(blank=True)
    saved = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["learner", "lab", "framework"], name="lab_draft_is_one")]


class LabRun(models.Model):
    """One press of a button: the program as it was, and its report once there is one."""

    class Purpose(models.TextChoices):
        RUN = "run"
        SUBMIT = "submit"

    key = models.UUIDField(unique=True)  # made with the form, so that one form runs once
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="lab_runs")
    lab = models.CharField(max_length=80)
    framework = models.CharField(max_length=20)
    purpose = models.CharField(max_length=8, choices=Purpose)
    code = models.TextField()
    seed = models.BigIntegerField()
    begun = models.DateTimeField()
    finished = models.DateTimeField(null=True)
    report = models.JSONField(null=True)


class Submission(models.Model):
    """A program that was handed in, and what was said of it. Append-only."""

    key = models.UUIDField(unique=True)
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="submissions")
    lab = models.CharField(max_length=80)
    framework = models.CharField(max_length=20)
    code = models.TextField()
    seed = models.BigIntegerField()
    report = models.JSONField()
    level = models.CharField(max_length=12)
    ms = models.FloatField()
    passed = models.BooleanField()
    given = models.DateTimeField()

    @property
    def mistakes(self) -> list[dict[str, Any]]:
        """The checks that named a misconception."""
        return [each for each in self.report["checks"] if each["misconception"]]

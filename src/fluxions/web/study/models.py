"""What happened at a task: attempts and drafts may change; answers, hints and observations never do."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from fluxions.learner import Evidence
from fluxions.tutor.next_task import Done
from fluxions.tutor.stated import Stated
from fluxions.web.accounts.models import Learner

DECIDED = ("right", "wrong")


class Attempt(models.Model):
    """One task set to one learner, kept as it was shown and graded by that."""

    class Closed(models.TextChoices):
        RIGHT = "right"
        GIVEN_UP = "given-up"
        SOLUTION_SHOWN = "solution-shown"

    class Purpose(models.TextChoices):
        LEARN = "learn"
        TRY = "try"

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="attempts")
    origin = models.UUIDField(null=True, unique=True)  # the form of the first page that began it
    skill = models.CharField(max_length=80)
    family = models.CharField(max_length=80)
    version = models.PositiveIntegerField(default=1)
    seed = models.BigIntegerField()
    prompt = models.TextField()
    task = models.TextField()
    terms = models.JSONField(default=dict)
    difficulty = models.FloatField(default=0.0)
    purpose = models.CharField(max_length=12, choices=Purpose, default=Purpose.LEARN)
    opened = models.DateTimeField()
    closed = models.DateTimeField(null=True)
    closed_how = models.CharField(max_length=16, choices=Closed, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "skill", "family", "version", "seed"],
                condition=Q(closed__isnull=True),
                name="attempt_is_open_once",
            )
        ]

    @property
    def stated(self) -> Stated:
        """The task as it was shown."""
        terms: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in self.terms.items()
        }
        named = (self.skill, self.family, self.version, self.seed)
        return Stated(*named, self.prompt, self.task, **terms, difficulty=self.difficulty)

    @property
    def template(self) -> str:
        """Family and variant: what the difficulty of a task hangs on."""
        return f"{self.family}/{self.version}/{self.seed}"

    @property
    def done(self) -> Done:
        """This task as the rule of the next task sees it."""
        return Done(self.skill, self.family, self.seed, self.closed_how == self.Closed.RIGHT)


class Draft(models.Model):
    """What stands in the field, half-written or not, so that it can be gone on with."""

    attempt = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="draft")
    text = models.TextField(blank=True)
    lines = models.TextField(blank=True)
    working = models.BooleanField(default=False)
    saved = models.DateTimeField()


class Answer(models.Model):
    """What was handed in, and the verdict that it got. Append-only."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="answers")
    key = models.UUIDField()
    text = models.TextField()
    working = models.BooleanField(default=False)
    verdict = models.CharField(max_length=12)
    reason = models.CharField(max_length=60)
    misconceptions = models.JSONField(default=list)
    first_wrong_line = models.PositiveIntegerField(null=True)
    ms = models.FloatField()
    engine = models.CharField(max_length=20)
    given = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attempt", "key"], name="answer_counts_once")]


class HintShown(models.Model):
    """One rung of the ladder that was opened. Append-only."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="hints")
    rank = models.PositiveSmallIntegerField()
    text = models.TextField()
    shown = models.DateTimeField()


class Observation(models.Model):
    """What an answer showed about a skill, as `learner.Evidence` has it. Append-only."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="observations")
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="observations")
    answer = models.ForeignKey(Answer, null=True, on_delete=models.CASCADE, related_name="observations")
    evidence = models.CharField(max_length=32)
    skill = models.CharField(max_length=80)
    correct = models.BooleanField()
    role = models.CharField(max_length=8)
    seen_at = models.DateTimeField()
    day = models.IntegerField()
    template = models.CharField(max_length=120)
    difficulty = models.FloatField(null=True)
    hints = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(null=True)
    credit = models.FloatField(default=1.0)
    replaces = models.CharField(max_length=32, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("attempt"), F("skill"), F("role"), Coalesce(F("replaces"), Value("")), name="evidence_counts_once"
            )
        ]

    @staticmethod
    def keep(attempt: Attempt, answer: Answer | None, evidence: Iterable[Evidence]) -> None:
        """Write what an answer showed."""
        shared = ("skill", "correct", "role", "seen_at", "day", "template", "difficulty", "hints", "seconds", "credit")
        Observation.objects.bulk_create(
            Observation(
                learner_id=attempt.learner_id,
                attempt=attempt,
                answer=answer,
                evidence=each.id,
                replaces=each.replaces,
                **{name: getattr(each, name) for name in shared},
            )
            for each in evidence
        )

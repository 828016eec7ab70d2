"""What happened at a task: attempts and drafts may change; answers, hints and observations never do."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from fluxions.learner import Evidence
from fluxions.tutor.next_task import Done
from fluxions.tutor.stated import Stated, frozen
from fluxions.web.accounts.models import Learner

DECIDED = ("right", "wrong")
SHARED = (
    "skill", "correct", "role", "seen_at", "day", "template", "difficulty", "hints", "seconds", "credit",
    "misconception", "replaces",
)  # fmt: skip


class Attempts(models.QuerySet["Attempt"]):
    """Tasks as they were set."""

    def left_open(self) -> Attempts:
        """Those that are not closed, although something was written, answered or asked at them."""
        at_it = {"attempt": OuterRef("pk")}
        written = Draft.objects.filter(**at_it).exclude(text="", lines="")
        begun = Exists(written) | Exists(Answer.objects.filter(**at_it)) | Exists(HintShown.objects.filter(**at_it))
        return self.filter(begun, closed__isnull=True)


class Attempt(models.Model):
    """One task set to one learner, kept as it was shown and graded by that."""

    class Closed(models.TextChoices):
        RIGHT = "right"
        GIVEN_UP = "given-up"
        SOLUTION_SHOWN = "solution-shown"

    class Purpose(models.TextChoices):
        LEARN = "learn"  # planned
        TRY = "try"  # chosen

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
    kind = models.CharField(max_length=12, blank=True)  # as `learner.Kind`: what it is to the learner
    minutes = models.PositiveSmallIntegerField(null=True)  # as planned
    why = models.TextField(blank=True)  # the reason that was given for it
    opened = models.DateTimeField()
    closed = models.DateTimeField(null=True)
    closed_how = models.CharField(max_length=16, choices=Closed, blank=True)

    objects = Attempts.as_manager()

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
        terms: dict[str, Any] = {name: frozen(value) for name, value in self.terms.items()}
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
    certain = models.BooleanField(default=True)  # were all of them made, or may each of them have been the one?
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
    """What an answer or a lab showed about a skill, as `learner.Evidence` has it. Append-only."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="observations")
    attempt = models.ForeignKey(Attempt, null=True, on_delete=models.CASCADE, related_name="observations")
    answer = models.ForeignKey(Answer, null=True, on_delete=models.CASCADE, related_name="observations")
    evidence = models.CharField(max_length=32, unique=True)  # the same from the same source counts once
    source = models.CharField(
        max_length=40, default=""
    )  # `attempt` of the evidence: an attempt's number, or a lab's submission
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
    misconception = models.CharField(max_length=80, blank=True)
    replaces = models.CharField(max_length=32, null=True)

    class Meta:
        indexes = [models.Index(fields=["learner", "seen_at"])]

    @property
    def value(self) -> Evidence:
        """This row as the learner model reads it."""
        return Evidence(attempt=self.source, **{name: getattr(self, name) for name in SHARED})

    @staticmethod
    def of(learner: int, each: Evidence, attempt: Attempt | None = None, answer: Answer | None = None) -> Observation:
        """The row that keeps a piece of evidence."""
        return Observation(
            learner_id=learner,
            attempt=attempt,
            answer=answer,
            evidence=each.id,
            source=each.attempt,
            **{name: getattr(each, name) for name in SHARED},
        )


class StateRow(models.Model):
    """What the fold of a person's evidence says of a skill: a cache, made anew by `fluxions learner rebuild`.

    The rows hang on the person's first learner and cover the evidence of all of them. The row of no skill, named by
    the empty text, holds what belongs to none, with the versions and learners that the rows were made from.
    """

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="state")
    skill = models.CharField(max_length=80, blank=True)
    standing = models.CharField(max_length=10, blank=True)
    due = models.IntegerField(null=True)  # the day on which a review is worth while
    state = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["learner", "skill"], name="state_row_is_one")]

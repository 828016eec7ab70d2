"""What a learner can do at a task. All that may be slow is computed before a transaction opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from fluxions import __version__
from fluxions.calculus import Ambiguous, Derivation, Hint, Mistaken, Right, Text, Undecided, Unreadable, Wrong
from fluxions.curriculum import curriculum, families
from fluxions.tutor.judge import AttemptFacts, evidence_from, evidence_of_giving_up, used_skills
from fluxions.tutor.marking import Marked, marked, next_step
from fluxions.tutor.next_task import Chosen, Done, next_task, unused_seed
from fluxions.tutor.stated import Stated, drawn, problem_of
from fluxions.web import clock
from fluxions.web.accounts.models import Learner
from fluxions.web.study.guarded import or_else
from fluxions.web.study.models import DECIDED, Answer, Attempt, Draft, HintShown, Observation

NEARBY = 20  # variants that are looked at for one that is new to the learner
OURS = Undecided("our-fault", Text("Something failed here, and the fault is ours. It does not count against you."))


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the form: a final answer, or lines of working."""

    text: str = ""
    lines: str = ""
    working: bool = False

    @property
    def handed_in(self) -> str:
        """What is to be judged."""
        return self.lines if self.working else self.text


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of an answer: None when the task was closed; `repeated` when its form had been sent before."""

    answer: Answer | None
    hints: tuple[HintShown, ...] = ()
    repeated: bool = False


@or_else(Marked(OURS))
def judged(task: Stated, written: Written) -> Marked:
    """What the engine makes of an answer."""
    return marked(task, written.handed_in, written.working)


@or_else(())
def hints_from(task: Stated, written: Written) -> tuple[Hint, ...]:
    """The ladder that goes on from the last right line of the working."""
    return next_step(task, written.lines if written.working else "")


def submit_answer(attempt: Attempt, written: Written, *, key: UUID, now: datetime, day: int) -> Submitted:
    """Judge the answer, keep it and what it shows, and close the attempt when it is right."""
    began = clock.seconds()
    found = judged(attempt.stated, written)
    ms = (clock.seconds() - began) * 1000
    with transaction.atomic():
        _lock(attempt)
        earlier = tuple(attempt.answers.all())
        hints = tuple(attempt.hints.all())
        if stored := next((each for each in earlier if each.key == key), None):
            return Submitted(stored, hints, repeated=True)
        if attempt.closed:
            return Submitted(None, hints)
        answer = _record(attempt, written, found, key=key, ms=ms, now=now)
        facts = facts_of(attempt, earlier, hints)
        Observation.keep(attempt, answer, evidence_from(found.diagnosis, facts, now=now, day=day))
        if answer.verdict == "right":
            _close(attempt, Attempt.Closed.RIGHT, now)
        else:
            keep_draft(attempt, written, now=now)
    return Submitted(answer, hints)


def give_up(attempt: Attempt, *, now: datetime, day: int) -> None:
    """Show the whole solution, which closes the attempt."""
    with transaction.atomic():
        _lock(attempt)
        if attempt.closed:
            return
        facts = facts_of(attempt, tuple(attempt.answers.all()), tuple(attempt.hints.all()))
        Observation.keep(attempt, None, evidence_of_giving_up(facts, now=now, day=day))
        _close(attempt, Attempt.Closed.SOLUTION_SHOWN if facts.decided else Attempt.Closed.GIVEN_UP, now)


def show_hint(attempt: Attempt, rank: int, written: Written, *, now: datetime) -> None:
    """Open the rung of this rank if it is the next one; a rung opens once."""
    ladder = hints_from(attempt.stated, written)
    if not 1 <= rank <= len(ladder):
        return
    with transaction.atomic():
        _lock(attempt)
        open_now = set(attempt.hints.values_list("rank", "text"))
        wanted = [(each.rank, str(each.text)) for each in ladder[:rank]]
        if wanted[-1] not in open_now and all(each in open_now for each in wanted[:-1]):
            HintShown.objects.create(attempt=attempt, rank=rank, text=wanted[-1][1], shown=now)


def keep_draft(attempt: Attempt, written: Written, *, now: datetime) -> None:
    """Keep what stands in the field; the other of the two fields keeps what it had."""
    kept = {"lines": written.lines} if written.working else {"text": written.text}
    Draft.objects.bulk_create(
        [Draft(attempt=attempt, working=written.working, saved=now, **kept)],
        update_conflicts=True,
        unique_fields=["attempt"],
        update_fields=[*kept, "working", "saved"],
    )


def open_attempt(
    learner: Learner, task: Stated, *, now: datetime, purpose: str = Attempt.Purpose.LEARN, origin: UUID | None = None
) -> Attempt:
    """The learner's open attempt at this very task, begun now if there is none."""
    same = {"skill": task.skill, "family": task.family, "version": task.version, "seed": task.seed}
    fields = same | {"prompt": task.prompt, "task": task.task, "terms": task.terms, "difficulty": task.difficulty}
    try:
        with transaction.atomic():
            return Attempt.objects.create(learner=learner, opened=now, purpose=purpose, origin=origin, **fields)
    except IntegrityError:
        return Attempt.objects.get(learner=learner, closed__isnull=True, **same)


def begin_first(task: Stated, origin: UUID, learner_id: int | None, *, now: datetime) -> Attempt:
    """The attempt that the form of the first page stands for, and its learner; the same form begins only one."""
    if known := Attempt.objects.filter(origin=origin).first():
        return known
    try:
        with transaction.atomic():
            learner = Learner.objects.filter(pk=learner_id).first() if learner_id else None
            learner = learner or Learner.objects.create(created=now)
            return open_attempt(learner, task, now=now, origin=origin)
    except Attempt.DoesNotExist:  # the same form was sent twice at once, and the other request was first
        return Attempt.objects.get(origin=origin)


def begin_family(learner: Learner, skill: str, name: str, *, now: datetime) -> Attempt | None:
    """The learner's open attempt in this family, or a new one; None where there is no such family."""
    if (
        going_on := Attempt.objects.filter(learner=learner, skill=skill, family=name, closed__isnull=True)
        .order_by("-opened")
        .first()
    ):
        return going_on
    seed = unused_seed(_done(learner), skill, name, _start(learner))
    task = fresh(learner, skill, name, seed)
    return None if task is None else open_attempt(learner, task, now=now, purpose=Attempt.Purpose.TRY)


def begin_next(learner: Learner, *, now: datetime) -> tuple[Attempt, Chosen] | None:
    """The task that follows those the learner has closed."""
    chosen = next_task(_done(learner), offer(), start=_start(learner))
    if chosen is None:
        return None
    task = fresh(learner, chosen.skill, chosen.family, chosen.seed)
    return None if task is None else (open_attempt(learner, task, now=now), chosen)


def offer() -> dict[str, tuple[str, ...]]:
    """The written skills with the names of their families."""
    return {each.id: tuple(family.name for family in families(each.id)) for each in curriculum().written}


def fresh(learner: Learner, skill: str, name: str, seed: int) -> Stated | None:
    """A variant from `seed` on whose text this learner has not done in this family, if one is near."""
    done = Attempt.objects.filter(learner=learner, skill=skill, family=name, closed__isnull=False)
    met = [(each.task, each.given) for each in map(_stated, done)]
    variants = (task for each in range(seed, seed + NEARBY) if (task := drawn(skill, name, each)) is not None)
    first = next(variants, None)
    if first is None or (first.task, first.given) not in met:
        return first
    return next((each for each in variants if (each.task, each.given) not in met), first)


def facts_of(attempt: Attempt, answers: Sequence[Answer], hints: Sequence[HintShown]) -> AttemptFacts:
    """What the judge knows of an attempt besides the diagnosis of a new answer."""
    derivation = problem_of(attempt.stated).derivation
    skill = curriculum().skills.get(attempt.skill)
    return AttemptFacts(
        str(attempt.pk),
        attempt.skill,
        used_skills(derivation, skill) if isinstance(derivation, Derivation) and skill else (),
        decided=any(each.verdict in DECIDED for each in answers),
        template=attempt.template,
        difficulty=attempt.difficulty,
        hints=len(hints),
    )


def _lock(attempt: Attempt) -> None:
    """Hold the attempt and its learner until the transaction ends, and see how they stand now."""
    held = Attempt.objects.select_related("learner").select_for_update().get(pk=attempt.pk)
    attempt.closed, attempt.closed_how = held.closed, held.closed_how


def _record(attempt: Attempt, written: Written, found: Marked, *, key: UUID, ms: float, now: datetime) -> Answer:
    verdict, reason, names = _summary(found)
    return Answer.objects.create(
        attempt=attempt,
        key=key,
        text=written.handed_in,
        working=written.working,
        verdict=verdict,
        reason=reason,
        misconceptions=names,
        first_wrong_line=found.report.first_wrong_line if found.report else None,
        ms=round(ms, 3),
        engine=__version__,
        given=now,
    )


def _summary(found: Marked) -> tuple[str, str, list[str]]:
    match found.diagnosis:
        case Right(reason):
            return "right", reason, []
        case Mistaken(misconception, reason=reason):
            return "wrong", reason, [misconception.name]
        case Ambiguous(candidates, reason=reason):
            return "wrong", reason, [each.misconception.name for each in candidates]
        case Wrong(reason):
            return "wrong", reason, []
        case Undecided(why):
            return "undecided", why, []
        case Unreadable(code):
            return "unreadable", code, []


def _stated(attempt: Attempt) -> Stated:
    return attempt.stated


def _close(attempt: Attempt, how: str, now: datetime) -> None:
    attempt.closed, attempt.closed_how = now, how
    attempt.save(update_fields=["closed", "closed_how"])


def _done(learner: Learner) -> list[Done]:
    return [
        each.done for each in Attempt.objects.filter(learner=learner, closed__isnull=False).order_by("closed", "pk")
    ]


def _start(learner: Learner) -> int:
    """Where this learner's variants begin."""
    return learner.pk % 10_000 * 100

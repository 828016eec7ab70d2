"""What a learner can do at a task. All that may be slow is computed before a transaction opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from fluxions import __version__
from fluxions.calculus import Ambiguous, Derivation, Hint, Mistaken, Right, Text, Undecided, Unreadable, Wrong
from fluxions.curriculum import curriculum
from fluxions.learner import Evidence
from fluxions.tutor.judge import AttemptFacts, evidence_from, evidence_of_giving_up, used_skills
from fluxions.tutor.marking import Marked, marked, next_step
from fluxions.tutor.stated import Stated, problem_of
from fluxions.web import clock
from fluxions.web.accounts.models import Learner
from fluxions.web.study.guarded import or_else
from fluxions.web.study.memory import Learners, remember
from fluxions.web.study.models import DECIDED, Answer, Attempt, Draft, HintShown, Observation

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


def submit_answer(
    attempt: Attempt,
    written: Written,
    *,
    key: UUID,
    now: datetime,
    day: int,
    learners: Learners = (),
    seconds: float | None = None,
) -> Submitted:
    """Judge the answer, keep it and what it shows, and close the attempt when it is right.

    `learners` are all of this person's, the attempt's alone where none are named; `seconds` with the page in view.
    """
    began = clock.seconds()
    found = judged(attempt.stated, written)
    ms = (clock.seconds() - began) * 1000
    with transaction.atomic():
        _lock(attempt, learners)
        earlier = tuple(attempt.answers.all())
        hints = tuple(attempt.hints.all())
        if stored := next((each for each in earlier if each.key == key), None):
            return Submitted(stored, hints, repeated=True)
        if attempt.closed:
            return Submitted(None, hints)
        answer = _record(attempt, written, found, key=key, ms=ms, now=now)
        facts = facts_of(attempt, earlier, hints, seconds)
        shown = evidence_from(found.diagnosis, facts, now=now, day=day)
        _observe(learners or (attempt.learner_id,), shown, attempt, answer)
        if answer.verdict == "right":
            _close(attempt, Attempt.Closed.RIGHT, now)
        else:
            keep_draft(attempt, written, now=now)
    return Submitted(answer, hints)


def give_up(attempt: Attempt, *, now: datetime, day: int, learners: Learners = ()) -> None:
    """Show the whole solution, which closes the attempt."""
    with transaction.atomic():
        _lock(attempt, learners)
        if attempt.closed:
            return
        facts = facts_of(attempt, tuple(attempt.answers.all()), tuple(attempt.hints.all()))
        _observe(learners or (attempt.learner_id,), evidence_of_giving_up(facts, now=now, day=day), attempt)
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


def observe_lab(learners: Learners, learner: int, evidence: Sequence[Evidence]) -> None:
    """Keep what a graded run of a lab showed of one of a person's learners; the caller's transaction holds them."""
    Observation.objects.bulk_create(Observation.of(learner, each) for each in evidence)
    remember(learners, evidence)


def facts_of(
    attempt: Attempt, answers: Sequence[Answer], hints: Sequence[HintShown], seconds: float | None = None
) -> AttemptFacts:
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
        seconds=seconds,
    )


def _lock(attempt: Attempt, learners: Learners = ()) -> None:
    """Hold whom the attempt shows something of until the transaction ends, and see how it stands now.

    Learners are held before their work, here as where an account is deleted, so that neither waits for the other.
    """
    whom = {attempt.learner_id, *learners[:1]}
    list(Learner.objects.select_for_update().filter(pk__in=whom).order_by("pk"))
    held = Attempt.objects.get(pk=attempt.pk)
    attempt.closed, attempt.closed_how = held.closed, held.closed_how


def _observe(learners: Learners, evidence: Sequence[Evidence], attempt: Attempt, answer: Answer | None = None) -> None:
    """Keep what an answer showed, and move the state of the person by it."""
    Observation.objects.bulk_create(Observation.of(attempt.learner_id, each, attempt, answer) for each in evidence)
    remember(learners, evidence)


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
        certain=not isinstance(found.diagnosis, Ambiguous),
        first_wrong_line=found.report.first_wrong_line if found.report else None,
        ms=round(ms, 3),
        engine=__version__,
        given=now,
    )


def _summary(found: Marked) -> tuple[str, str, list[str]]:
    match found.diagnosis:
        case Right(reason):
            return "right", reason, []
        case Mistaken(misconception, reason=reason, also=also):
            return "wrong", reason, [misconception.name, *(each.misconception.name for each in also)]
        case Ambiguous(reason=reason) as several:
            return "wrong", reason, [each.misconception.name for each in several.told]
        case Wrong(reason):
            return "wrong", reason, []
        case Undecided(why):
            return "undecided", why, []
        case Unreadable(code):
            return "unreadable", code, []


def _close(attempt: Attempt, how: str, now: datetime) -> None:
    attempt.closed, attempt.closed_how = now, how
    attempt.save(update_fields=["closed", "closed_how"])

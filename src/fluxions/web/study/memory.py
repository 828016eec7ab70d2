"""What is remembered of a person, as rows: read back exactly, moved by each answer, folded anew where stale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast

from fluxions.learner import (
    FOLD_VERSION,
    PARAMETERS,
    Evidence,
    LearnerState,
    NotNewest,
    Place,
    SkillState,
    due_day,
    fold,
    standing,
    updated,
)
from fluxions.tutor.graph import skill_graph
from fluxions.web.accounts.models import Learner
from fluxions.web.study.models import Observation, StateRow

NONE = ""  # the skill of the row that holds what belongs to no single skill
COLUMNS = tuple({"attempt": "source", "seen_at": "seen_as_text"}.get(name, name) for name in Evidence._fields)
Learners = Sequence[int]  # of one person, the one that the rows hang on first


def stamp(learners: Learners) -> str:
    """What rows were made by and from; rows with another stamp are stale."""
    read = sha256(",".join(str(each) for each in sorted(learners)).encode()).hexdigest()[:16]
    return f"{FOLD_VERSION}/{PARAMETERS}/{skill_graph().version}/{read}"


def state_of(learners: Learners) -> LearnerState:
    """The state of a person; folded anew where the rows are stale."""
    if not learners:
        return LearnerState()
    state = _read(learners, StateRow.objects.filter(learner_id=learners[0]))
    return rebuilt(learners) if state is None else state


def remember(learners: Learners, evidence: Sequence[Evidence]) -> None:
    """Move the rows by the evidence of one answer, which is kept already; the learner is locked."""
    if not evidence:
        return
    names = {each.skill for each in evidence}
    before = _read(learners, StateRow.objects.filter(learner_id=learners[0], skill__in=[NONE, *names]))
    try:
        after = None if before is None else updated(before, evidence)
    except NotNewest:
        after = None
    if after is None:
        rebuilt(learners)
    else:
        _write(learners, after, names)


def rebuilt(learners: Learners) -> LearnerState:
    """The state folded from all evidence of a person, and kept."""
    with transaction.atomic():
        held = Learner.objects.select_for_update().filter(pk=learners[0]).first()
        state = fold(evidence_of(learners))
        if held is not None:
            StateRow.objects.filter(learner_id=learners[0]).delete()
            _write(learners, state, state.skills)
    return state


def rebuild_all() -> tuple[int, int]:
    """Fold everybody's evidence anew; how many people, and from how many observations."""
    people: dict[tuple[str, int], list[int]] = {}
    for number, user in Learner.objects.order_by("joined", "pk").values_list("pk", "user_id"):
        people.setdefault(("person", user) if user else ("visitor", number), []).append(number)
    StateRow.objects.exclude(learner_id__in=[each[0] for each in people.values()]).delete()
    for learners in people.values():
        rebuilt(learners)
    return len(people), Observation.objects.count()


def evidence_of(learners: Learners) -> Iterable[Evidence]:
    """All evidence of a person."""
    kept = Observation.objects.filter(learner_id__in=learners).annotate(seen_as_text=Cast("seen_at", TextField()))
    rows = kept.values_list(*COLUMNS).iterator(chunk_size=5000)
    return (Evidence(skill, correct, _moment(seen), *others) for skill, correct, seen, *others in rows)


def _moment(text: str) -> datetime:
    """A moment as the database writes it; ten thousand are read here in a tenth of the time."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _read(learners: Learners, rows: Iterable[StateRow]) -> LearnerState | None:
    """The state that rows hold; None where they are stale, or were never made."""
    states = {each.skill: each.state for each in rows}
    common = states.pop(NONE, None)
    if common is None or common["stamp"] != stamp(learners):
        return None
    newest = common["newest"]
    return LearnerState(
        {name: SkillState(name, **state) for name, state in states.items()},
        common["pace"],
        common["paced"],
        None if newest is None else Place(datetime.fromisoformat(newest[0]), *newest[1:]),
    )


def _write(learners: Learners, state: LearnerState, names: Iterable[str]) -> None:
    graph, newest = skill_graph(), state.newest
    rows = [StateRow(learner_id=learners[0], skill=NONE, state={
        "stamp": stamp(learners),
        "pace": state.pace,
        "paced": state.paced,
        "newest": newest and [newest.seen_at.isoformat(), newest.attempt, newest.skill, newest.role],
    })]  # fmt: skip
    rows += [
        StateRow(
            learner_id=learners[0],
            skill=name,
            standing=standing(state, name, 0).word,
            due=due_day(state, name, graph),
            state=_plain(state.skills[name]),
        )
        for name in sorted(names)
    ]
    StateRow.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["learner", "skill"], update_fields=["standing", "due", "state"]
    )


def _plain(skill: SkillState) -> dict[str, Any]:
    values = asdict(skill)
    del values["skill"]
    return values

"""A person's work at tasks as plain rows, and such rows taken in as new ones."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from fluxions.calculus import Reading, Vocabulary, read
from fluxions.learner import Evidence, Kind
from fluxions.web.exchange import (
    Row,
    Unusable,
    calendar_day,
    dumped,
    flag,
    moment,
    number,
    numbered,
    optional,
    several,
    taken,
    text,
    uuid,
    whole,
)
from fluxions.web.study.models import SHARED, Answer, Attempt, Draft, HintShown, Observation

NUMBER, COUNT = whole(1), whole(0, 10**9)
WORD, NAME = text(60), text(80)
LONG = text(20_000)
NAMES = several(100, text(4096))


def terms(value: Any) -> Row:
    """What a task declares: lists of texts, and two words."""
    lists = ("given", "assume", "symbols", "functions", "dependent", "form")
    if not isinstance(value, dict) or not set(value) <= {*lists, "variable", "type"}:
        raise ValueError("is not what a task declares")
    found = {name: (NAMES if name in lists else WORD)(each) for name, each in value.items()}
    named = [each for name in ("symbols", "functions", "dependent") for each in found.get(name, ())]
    if not all(each[:1].isalpha() for each in (*named, found.get("variable", "x"))):
        raise ValueError("declares a name that does not begin with a letter")
    return found


ATTEMPT = {
    "id": NUMBER, "learner": NUMBER, "skill": NAME, "family": NAME, "version": COUNT, "seed": whole(), "prompt": LONG,
    "task": LONG, "terms": terms, "difficulty": number, "purpose": text(12, *Attempt.Purpose.values),
    "kind": text(12, "", *get_args(Kind)), "minutes": optional(whole(0, 1000)), "why": text(1000), "opened": moment,
    "closed": optional(moment), "closed_how": text(16, "", *Attempt.Closed.values),
}  # fmt: skip
DRAFT = {"attempt": NUMBER, "text": LONG, "lines": LONG, "working": flag, "saved": moment}
ANSWER = {
    "id": NUMBER, "attempt": NUMBER, "key": uuid, "text": LONG, "working": flag,
    "verdict": text(12, "right", "wrong", "undecided", "unreadable"), "reason": WORD,
    "misconceptions": several(20, NAME), "certain": flag, "first_wrong_line": optional(COUNT),
    "ms": number, "engine": text(20), "given": moment,
}  # fmt: skip
HINT = {"attempt": NUMBER, "rank": whole(1, 100), "text": LONG, "shown": moment}
OBSERVATION = {
    "learner": NUMBER, "attempt": optional(NUMBER), "answer": optional(NUMBER), "evidence": text(32),
    "source": text(40), "skill": NAME, "correct": flag,
    "role": text(8, "asked", "used", "blamed", "placed"), "seen_at": moment, "day": calendar_day,
    "template": text(120), "difficulty": optional(number), "hints": COUNT, "seconds": optional(number),
    "credit": number, "misconception": text(80), "replaces": optional(text(32)),
}  # fmt: skip
EVIDENCE = tuple(each for each in SHARED if each != "replaces")


def exported(learners: tuple[int, ...]) -> dict[str, list[Row]]:
    """Every row of this feature about these learners."""
    theirs = {"attempt__learner__in": learners}
    return {
        "attempts": dumped(Attempt.objects.filter(learner__in=learners).order_by("pk"), *ATTEMPT, "origin"),
        "drafts": dumped(Draft.objects.filter(**theirs).order_by("pk"), *DRAFT),
        "answers": dumped(Answer.objects.filter(**theirs).order_by("pk"), *ANSWER),
        "hints": dumped(HintShown.objects.filter(**theirs).order_by("pk"), *HINT),
        "observations": dumped(Observation.objects.filter(learner__in=learners).order_by("pk"), *OBSERVATION),
    }


def checked(section: Any, learners: set[int]) -> Callable[[Mapping[int, int]], None]:
    """The rows of a file, found to fit together; called with the numbers of the new learners, the result keeps them."""
    attempts = numbered(taken(section, "attempts", ATTEMPT), "attempts")
    for place, row in enumerate(attempts.values(), start=1):
        if row["learner"] not in learners:
            raise Unusable(f"attempts, row {place}: there is no learner {row['learner']} in this file")
        if (row["closed"] is None) != (row["closed_how"] == ""):
            raise Unusable(f"attempts, row {place}: it is neither open nor closed")
        if not _readable(row):
            raise Unusable(f"attempts, row {place}: its task cannot be read")
    drafts = _belonging(taken(section, "drafts", DRAFT), "drafts", attempts)
    answers = _belonging(taken(_completed(section), "answers", ANSWER), "answers", attempts)
    hints = _belonging(taken(section, "hints", HINT), "hints", attempts)
    seen = taken(section, "observations", OBSERVATION)
    _belonging([each for each in seen if each["attempt"] is not None], "observations of tasks", attempts)
    _answered(seen, numbered(answers, "answers"), learners)
    return lambda made: _keep(made, attempts, drafts, answers, hints, seen)


def _completed(section: Any) -> Any:
    """The section with what older files do not tell: several misconceptions of an answer were candidates there."""
    answers = section.get("answers")
    if not isinstance(answers, list) or not all(isinstance(each, dict) for each in answers):
        return section
    return {**section, "answers": [{"certain": not _several(each.get("misconceptions")), **each} for each in answers]}


def _several(names: Any) -> bool:
    return isinstance(names, list) and len(names) > 1


def _readable(row: Row) -> bool:
    declared = row["terms"]
    words = Vocabulary(
        frozenset(declared.get("symbols", ())),
        frozenset(declared.get("functions", ())),
        declared.get("variable", "x"),
        frozenset(declared.get("dependent", ())),
    )
    texts = (row["task"], *declared.get("given", ()), *declared.get("assume", ()))
    return all(isinstance(read(each, words, syntax="ascii"), Reading) for each in texts)


def _belonging(rows: list[Row], name: str, attempts: Mapping[int, Row]) -> list[Row]:
    for place, row in enumerate(rows, start=1):
        if row["attempt"] not in attempts:
            raise Unusable(f"{name}, row {place}: there is no attempt {row['attempt']} in this file")
    return rows


def _answered(seen: list[Row], answers: Mapping[int, Row], learners: set[int]) -> None:
    """Evidence names a learner and an answer of its own attempt, and replaces only what stands before it."""
    before: set[tuple[str, str]] = set()
    for place, row in enumerate(seen, start=1):
        if row["learner"] not in learners:
            raise Unusable(f"observations, row {place}: there is no learner {row['learner']} in this file")
        answer = answers.get(row["answer"]) if row["answer"] else None
        if row["answer"] and (answer is None or answer["attempt"] != row["attempt"]):
            raise Unusable(f"observations, row {place}: its attempt has no answer {row['answer']}")
        if row["replaces"] and (row["source"], row["replaces"]) not in before:
            raise Unusable(f"observations, row {place}: what it replaces does not stand before it")
        before.add((row["source"], row["evidence"]))


def _keep(
    made: Mapping[int, int],
    attempts: Mapping[int, Row],
    drafts: list[Row],
    answers: list[Row],
    hints: list[Row],
    seen: list[Row],
) -> None:
    """Write the rows under new numbers."""
    new = dict(zip(attempts, _created(Attempt, [_moved(row, made) for row in attempts.values()]), strict=True))
    _created(Draft, [row | {"attempt": new[row["attempt"]]} for row in drafts])
    _created(HintShown, [row | {"attempt": new[row["attempt"]]} for row in hints])
    kept = _created(Answer, [_without(row, "id") | {"attempt": new[row["attempt"]]} for row in answers])
    by_number = dict(zip((row["id"] for row in answers), kept, strict=True))
    _created(Observation, _observations(seen, made, new, by_number))


def _moved(row: Row, made: Mapping[int, int]) -> Row:
    return _without(row, "id", "learner") | {"learner_id": made[row["learner"]]}


def _observations(
    seen: list[Row], made: Mapping[int, int], new: Mapping[int, Attempt], answers: Mapping[int, Answer]
) -> list[Row]:
    """Evidence under the numbers of its new attempts, so that its ids are those that anybody would compute."""
    ids: dict[tuple[str, str], str] = {}
    rows = []
    for row in seen:
        attempt = new[row["attempt"]] if row["attempt"] is not None else None
        source = str(attempt.pk) if attempt else f"{row['source'][:20]}@{made[row['learner']]}"
        replaces = ids[row["source"], row["replaces"]] if row["replaces"] else None
        shared = {name: row[name] for name in EVIDENCE}
        evidence = Evidence(attempt=source, replaces=replaces, **shared)
        ids[row["source"], row["evidence"]] = evidence.id
        hangs_on = attempt.learner_id if attempt else made[row["learner"]]
        own = {"learner_id": hangs_on, "attempt": attempt, "answer": answers.get(row["answer"]), "source": source}
        rows.append(own | shared | {"evidence": evidence.id, "replaces": replaces})
    return rows


def _created(model: Any, rows: list[Row]) -> list[Any]:
    made: list[Any] = model.objects.bulk_create([model(**row) for row in rows], batch_size=500)
    return made


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}

"""All of a person's data out as a file, and in again."""

import json
from io import BytesIO

import pytest
from django.urls import reverse

from fluxions.learner import Evidence
from fluxions.web.accounts.models import AuditEvent, Learner
from fluxions.web.person import work
from fluxions.web.study.models import Answer, Attempt, Draft, HintShown, Observation
from fluxions.web.study.public import exported
from fluxions.web.today.models import Override

pytestmark = pytest.mark.django_db
ROWS = (Attempt, Draft, Answer, HintShown, Observation, Learner)


@pytest.fixture
def file(owner):
    """What Ada takes with her: an answer that was wrong then right, a hint, a task that is still open."""
    first = owner.attempt()
    owner.answers(first, "5*(2*x + 1)^4")
    owner.client.post(reverse("study:hint", args=[first.pk]), {"rank": "1"})
    owner.answers(first, "10*(2*x + 1)^4")
    owner.answers(owner.attempt(), "7")
    return json.loads(owner.client.post(reverse("person:export")).content)


def into(owner, found: object):
    """Import, as another person's file unless it says otherwise."""
    raw = found if isinstance(found, bytes) else json.dumps(found).encode()
    return owner.client.post(reverse("person:import"), {"file": BytesIO(raw)})


def counted() -> list[int]:
    return [model.objects.count() for model in ROWS]


def test_an_export_holds_every_row_about_the_person(owner, bob, file):
    bob.answers(bob.attempt(), "1")
    assert (file["format"], file["version"], file["person"]["name"]) == ("fluxions-export", 1, "Ada")
    found = file["study"]
    mine = {"attempt__learner": owner.learner}
    assert len(found["attempts"]) == Attempt.objects.filter(learner=owner.learner).count() == 2
    assert len(found["answers"]) == Answer.objects.filter(**mine).count() == 3
    assert len(found["hints"]) == HintShown.objects.filter(**mine).count() == 1
    assert len(found["drafts"]) == Draft.objects.filter(**mine).count()
    assert len(found["observations"]) == Observation.objects.filter(**mine).count() > 1
    assert "password" not in json.dumps(file)
    assert AuditEvent.objects.filter(verb="exported").count() == 1


def test_every_column_that_is_kept_is_exported(owner, file):
    for model, name in ((Attempt, "attempts"), (Draft, "drafts"), (Answer, "answers"), (Observation, "observations")):
        columns = {each.name for each in model._meta.concrete_fields} - {"id"}
        assert columns <= set(file["study"][name][0])


def test_answers_of_an_older_file_with_several_misconceptions_had_candidates(owner, file):
    first, second, _ = file["study"]["answers"]
    first["misconceptions"], second["misconceptions"] = ["inner-derivative-lost"], ["chain-a", "chain-b"]
    for each in file["study"]["answers"]:
        del each["certain"]
    file["origin"] = "elsewhere"
    into(owner, file)
    further = Learner.objects.get(imported__isnull=False)
    kept = Answer.objects.filter(attempt__learner=further).order_by("pk").values_list("misconceptions", "certain")
    assert list(kept)[:2] == [(["inner-derivative-lost"], True), (["chain-a", "chain-b"], False)]


def test_changes_of_a_day_are_exported_and_come_back(owner):
    owner.client.post(reverse("today:override"), {"kind": "minutes", "minutes": "15"})
    found = json.loads(owner.client.post(reverse("person:export")).content)
    columns = {each.name for each in Override._meta.concrete_fields} - {"id"}
    assert columns == set(found["today"]["overrides"][0])
    found["origin"] = "elsewhere"
    into(owner, found)
    assert list(Override.objects.values_list("minutes", flat=True)) == [15, 15]


def test_what_was_exported_comes_back_the_same_as_a_further_learner(owner, file):
    before = exported((owner.learner.pk,))
    file["origin"] = "elsewhere"
    assert into(owner, file)["Location"] == reverse("person:settings")
    further = Learner.objects.get(imported__isnull=False)
    assert further.user == owner.user and further.career == owner.learner.career
    assert [each.pk for each in owner.user.learners.order_by("joined")] == [owner.learner.pk, further.pk]
    after = exported((further.pk,))
    for name, volatile in (
        ("attempts", {"id", "learner", "origin"}),
        ("answers", {"id", "attempt"}),
        ("hints", {"attempt"}),
        ("drafts", {"attempt"}),
        ("observations", {"learner", "attempt", "answer", "evidence", "source", "replaces"}),
    ):
        shown = [
            [{k: v for k, v in row.items() if k not in volatile} for row in each[name]] for each in (before, after)
        ]
        assert shown[0] == shown[1]
    assert exported((owner.learner.pk,)) == before


def test_imported_evidence_has_the_ids_that_anybody_would_compute(owner, file):
    file["origin"] = "elsewhere"
    into(owner, file)
    for row in Observation.objects.filter(learner__imported__isnull=False):
        same = Evidence(row.skill, row.correct, row.seen_at, attempt=str(row.attempt_id), role=row.role)
        assert row.evidence == same.id and row.attempt.learner_id == row.learner_id
    assert Observation.objects.values("evidence").distinct().count() == Observation.objects.count()


def test_an_imported_task_can_be_gone_on_with(owner, file):
    file["origin"] = "elsewhere"
    into(owner, file)
    further = Attempt.objects.get(learner__imported__isnull=False, closed=None)
    assert owner.client.get(reverse("study:task", args=[further.pk])).status_code == 200
    owner.answers(further, "10*(2*x + 1)^4")
    further.refresh_from_db()
    assert further.closed_how == "right"


def test_the_same_work_does_not_count_twice(owner, file):
    before = counted()
    assert "of this very account" in into(owner, file).content.decode()
    assert counted() == before
    file["origin"] = "elsewhere"
    into(owner, file)
    again = counted()
    assert "imported before" in into(owner, file).content.decode()
    assert counted() == again


def changed(file: dict, path: str, value: object) -> dict:
    """The file with one value hand-edited."""
    file["origin"] = "elsewhere"
    *ways, last = path.split(".")
    place = file
    for way in ways:
        place = place[int(way) if way.isdigit() else way]
    if value is KeyError:
        del place[last]
    else:
        place[int(last) if last.isdigit() else last] = value
    return file


@pytest.mark.parametrize(
    "path, value, words",
    [
        ("format", "something-else", "not an export of Fluxions"),
        ("version", 2, "version 2"),
        ("version", "x" * 5000, "version"),
        ("learners", [], "0 learners"),
        ("learners", None, "not a list"),
        ("learners.0.minutes", 10_000, "from 5 to 240"),
        ("learners.0.created", "yesterday", "not a moment"),
        ("study", 7, "not a list"),
        ("study.attempts", {"0": 1}, "not a list"),
        ("study.attempts.0", "row", "not a row"),
        ("study.attempts.0.id", 999_999, "there is no attempt"),
        ("study.attempts.0.learner", 999_999, "there is no learner"),
        ("study.attempts.0.learner", True, "not a whole number"),
        ("study.attempts.0.seed", 10**30, "not a whole number"),
        ("study.attempts.0.task", "diff(((", "cannot be read"),
        ("study.attempts.0.task", "x\x00", "cannot be kept"),
        ("study.attempts.0.prompt", "x\ud800", "cannot be kept"),
        ("study.attempts.0.terms", {"secret": 1}, "not what a task declares"),
        ("study.attempts.0.difficulty", float("nan"), "not a JSON file"),
        ("study.attempts.0.closed_how", "", "neither open nor closed"),
        ("study.attempts.0.skill", KeyError, "“skill” is missing"),
        ("study.answers.0.attempt", 999_999, "there is no attempt"),
        ("study.answers.0.verdict", "splendid", "is none of"),
        ("study.answers.0.key", "not-a-key", "not a key"),
        ("study.answers.0.given", "2026-03-02T08:30:00", "not a moment"),
        ("study.answers.0.text", "x" * 30_000, "at most 20000"),
        ("study.observations.0.answer", 999_999, "no answer 999999"),
        ("study.observations.0.replaces", "f" * 32, "does not stand before it"),
        ("study.observations.0.day", -3, "not a whole number"),
        ("study.observations.0.day", 4_000_000, "not a whole number"),  # no calendar goes so far
        ("study.attempts.0.terms", {"symbols": [""]}, "does not begin with a letter"),
        ("study.attempts.0.terms", {"variable": ""}, "does not begin with a letter"),
    ],
)
def test_a_hand_edited_file_is_refused_and_nothing_is_half_written(owner, file, path, value, words):
    before = counted()
    response = into(owner, changed(file, path, value))
    assert response.status_code == 422 and words in response.content.decode()
    assert "Nothing was changed" in response.content.decode() and counted() == before


@pytest.mark.parametrize("minutes", [0, 4, 241, 1000])
def test_minutes_that_no_day_has_are_refused(owner, file, minutes):
    owner.client.post(reverse("today:override"), {"kind": "minutes", "minutes": "15"})
    row = json.loads(owner.client.post(reverse("person:export")).content)["today"]["overrides"][0]
    file["today"]["overrides"] = [row | {"minutes": minutes}]
    page = into(owner, changed(file, "version", 1)).content.decode()
    assert "a day has 5 to 240 minutes. Nothing was changed" in page
    assert owner.client.get(reverse("today:today")).status_code == 200


@pytest.mark.parametrize(
    "value, words",
    [
        ("\x00", "cannot be kept"),
        ("\ud800", "cannot be kept"),
        (float("1e400"), "not a number"),
        ([[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]], "deeper than 20 levels"),
    ],
)
def test_a_report_that_no_database_keeps_is_refused(owner, file, value, words):
    kept = {"learner": file["learners"][0]["id"], "key": "0" * 32, "lab": "lab-gd-1d", "framework": "numpy",
            "code": "", "seed": 1, "report": {"checks": [], "more": value}, "level": "basic", "ms": 1.0,
            "passed": True, "given": "2026-03-02T08:30:00+00:00"}  # fmt: skip
    file["labs"]["submissions"] = [kept]
    raw = json.dumps(changed(file, "version", 1)).replace("Infinity", "1e400").encode()
    response = into(owner, raw)
    assert response.status_code == 422 and words in response.content.decode()
    assert owner.client.post(reverse("person:export")).status_code == 200


def test_rows_that_exclude_one_another_are_refused_whole(owner, file):
    file["origin"] = "elsewhere"
    before = counted()
    file["study"]["answers"][1]["key"] = file["study"]["answers"][0]["key"]
    response = into(owner, file)
    assert response.status_code == 422 and "exclude one another" in response.content.decode()
    assert counted() == before
    file["study"]["answers"][1]["id"] = file["study"]["answers"][0]["id"]
    assert "stands there twice" in into(owner, file).content.decode()


@pytest.mark.parametrize(
    "raw", [b"", b"nonsense", b"\xff\xfe", b"[1, 2]", b"{}", b"[" * 100_000, b'{"version": ' + b"9" * 10_000]
)
def test_nonsense_is_refused(owner, raw):
    before = counted()
    response = into(owner, raw)
    assert response.status_code == 422 and counted() == before


def test_too_much_is_refused(owner, monkeypatch):
    monkeypatch.setattr("fluxions.web.exchange.MOST_ROWS", 1)
    with pytest.raises(work.Unusable, match="at most 1 rows"):
        work.taken({"learners": [{}, {}]}, "learners", {})

"""A lab in the site: write, run, hand in, go on; and what stands in the way."""

import json
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from fluxions.curriculum import load_labs
from fluxions.labs.contract import CheckResult, Drawing, Series, Verdict
from fluxions.labs.sandbox import levels
from fluxions.web import clock
from fluxions.web.accounts.models import Learner
from fluxions.web.exchange import Unusable
from fluxions.web.labs import services
from fluxions.web.labs.models import LabDraft, LabRun, Submission
from fluxions.web.labs.public import checked, exported, lab_of_skill, labs_done
from fluxions.web.study.models import Observation
from fluxions.web.study.public import state_of

pytestmark = pytest.mark.django_db
LAB = "lab-gd-1d"
PAGE = f"/labs/{LAB}"
HTMX = {"HX-Request": "true"}
RIGHT = load_labs.solution(LAB, "numpy")
UPHILL = dict(load_labs.programs(LAB, "wrong", "numpy"))["wrong_uphill.py"]


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """A busy machine may take longer than a visitor would wait."""
    monkeypatch.setattr(services.awaited, "__defaults__", (60.0,))


def sent(client, code=RIGHT, do="submit", headers=HTMX, **extra):
    form = {"framework": "numpy", "code": code, "do": do, "key": str(uuid4()), **extra}
    return client.post(PAGE + "/run", form, headers=headers)


def told(response) -> str:
    return response.content.decode()


def test_the_list_names_skills_frameworks_and_the_isolation_proved(client):
    page = told(client.get("/labs/"))
    assert "Descent on a line" in page and "NumPy" in page and "Isolation proved on this machine" in page


def test_looking_writes_nothing_and_tells_no_reference(client):
    page = told(client.get(PAGE))
    assert "def descend(a, centre, x0, eta, steps):" in page and "a = 2, centre = 1" in page
    for secret in ("np.arange(steps + 1)", "1 - eta * a", "trace[k]"):
        assert secret not in page
    assert not LabDraft.objects.exists() and not Learner.objects.exists()


def test_a_right_program_passes_and_is_kept(client):
    page = told(sent(client))
    assert "Passed: everything holds" in page and "Fails" not in page
    kept = Submission.objects.get()
    assert kept.passed and kept.code == RIGHT and kept.level in ("basic", "strong") and kept.ms > 0
    assert labs_done([kept.learner_id]) == {LAB}
    assert "passed" in told(client.get("/labs/"))


def test_a_mistake_is_named_with_its_line_and_the_figure_shows_it(client):
    page = told(sent(client, UPHILL))
    assert "You add the slope, which climbs" in page and 'data-line="6"' in page
    assert 'class="c-mine"' in page and "Yours do not lie on the exact ones" in page
    assert labs_done([Submission.objects.get().learner_id]) == frozenset()
    again = told(client.get(PAGE))
    assert "You add the slope" in again and "eta * a * (trace[k] - centre)" in again


def test_a_run_is_no_submission(client):
    assert "Everything holds on the examples" in told(sent(client, do="run"))
    assert LabRun.objects.count() == 1 and not Submission.objects.exists()


def test_what_it_prints_is_shown_as_text(client):
    page = told(sent(client, RIGHT + "\nprint('<b>bold</b>\\x1b[2J')", do="run"))
    assert "&lt;b&gt;bold&lt;/b&gt;␛[2J" in page


def test_the_same_form_runs_once(client):
    key = str(uuid4())
    first, second = sent(client, key=key), sent(client, UPHILL, key=key)
    assert "Passed" in told(first) and "Passed" in told(second)
    assert Submission.objects.count() == LabRun.objects.count() == 1


def test_without_javascript_the_page_comes_back_with_the_report(client):
    response = sent(client, headers={})
    assert response.status_code == 302 and response["Location"] == f"{PAGE}?framework=numpy"
    assert "Passed: everything holds" in told(client.get(response["Location"]))


def test_a_long_run_says_so_and_is_asked_for_again(client, monkeypatch):
    monkeypatch.setattr(services, "awaited", lambda run: run)
    response = sent(client)
    run = LabRun.objects.get()
    assert "still running" in told(response) and reverse("labs:report", args=[run.key]) in told(response)
    services.finish(run, services._running[run.key].result(60))
    assert "Passed" in told(client.get(f"/labs/runs/{run.key}", headers=HTMX))
    plain = client.get(f"/labs/runs/{run.key}")
    assert plain.status_code == 302 and plain["Location"].startswith(PAGE)


def test_a_run_whose_process_has_gone_is_told(client, ada):
    LabRun.objects.create(
        key=uuid4(), learner=ada.learner, lab=LAB, framework="numpy", purpose="run", code="x", seed=1,
        begun=clock.now() - services.LOST_AFTER * 2,
    )  # fmt: skip
    assert "was interrupted" in told(ada.client.get(PAGE))


def test_a_draft_is_kept_for_each_framework_and_the_starter_can_come_back(ada):
    ada.client.post(PAGE + "/draft", {"framework": "numpy", "code": "half = 1"}, headers=HTMX)
    assert "half = 1" in told(ada.client.get(PAGE))
    ada.client.post(PAGE + "/reset", {"framework": "numpy"})
    page = told(ada.client.get(PAGE))
    assert "half = 1" not in page and "def flow(" in page


def test_an_earlier_program_can_be_put_back(client):
    sent(client, UPHILL)
    sent(client, RIGHT)
    first = Submission.objects.order_by("pk").first()
    client.post(f"{PAGE}/restore/{first.pk}", {"framework": "numpy", "code": RIGHT})
    assert LabDraft.objects.get().code == UPHILL


def test_nobody_sees_anothers_work(client, bob):
    sent(client, UPHILL)
    run, submission = LabRun.objects.get(), Submission.objects.get()
    assert bob.client.get(f"/labs/runs/{run.key}", headers=HTMX).status_code == 404
    assert bob.client.post(f"{PAGE}/restore/{submission.pk}").status_code == 404
    assert sent(bob.client, key=str(run.key)).status_code == 404
    assert "You add the slope" not in told(bob.client.get(PAGE))


@pytest.mark.parametrize("changes, status, words", [
    ({"code": "x" * 64_001}, 422, "too long for a lab"), ({"do": "destroy"}, 422, "not complete"),
    ({"key": "nonsense"}, 422, "not complete"), ({"code": ""}, 200, "Nothing has been written yet"),
    ({"code": "def f(:"}, 200, "not Python yet"), ({"code": "a\x00b"}, 200, "not Python yet"),
    ({"framework": "cobol"}, 200, "Passed"),
])  # fmt: skip
def test_bad_input_gets_a_clear_message(client, changes, status, words):
    response = sent(client, **changes)
    assert response.status_code == status and words in told(response)


@pytest.mark.parametrize("address", ["/labs/nothing", "/labs/runs/00000000-0000-0000-0000-000000000000", "/labs/../x"])
def test_there_is_no_such_lab(client, address):
    assert client.get(address).status_code == 404


def test_whoever_comes_back_to_the_address_of_the_form_sees_the_lab(client):
    assert client.get(PAGE + "/run")["Location"] == PAGE


def test_a_learner_with_four_waiting_programs_is_asked_to_wait(ada):
    for _ in range(services.WAITING_EACH):
        LabRun.objects.create(
            key=uuid4(), learner=ada.learner, lab=LAB, framework="numpy", purpose="run", code="x", seed=1,
            begun=clock.now(),
        )  # fmt: skip
    response = sent(ada.client)
    assert response.status_code == 429 and response["Retry-After"]


def test_twenty_runs_a_minute_are_enough(client, monkeypatch):
    monkeypatch.setattr(services, "_graded", lambda *_: Verdict(LAB, "numpy", False, "basic", (), "", 1.0, 1))
    statuses = [sent(client, "x = 1", do="run").status_code for _ in range(22)]
    assert statuses[0] == 200 and statuses[-1] == 429


def test_submissions_are_append_only(client):
    sent(client)
    kept = Submission.objects.get()
    kept.passed = False
    with pytest.raises(DatabaseError), transaction.atomic():
        kept.save()


def test_what_no_database_keeps_as_json_is_made_plain():
    drawing = Drawing((Series("yours", "mine", (0.0, 1.0), (float("nan"), float("inf"))),), "k", "x", "says")
    check = CheckResult("A", False, "nul \x00 here")
    report = services.report_of(Verdict(LAB, "numpy", False, "basic", (check,), "", 1.0, 1, drawing))
    text = json.dumps(report, allow_nan=False)
    assert "\\u0000" not in text and report["drawing"]["series"][0]["y"] == [None, None]


def test_a_submission_shows_plain_values(client):
    sent(client, UPHILL)
    kept = Submission.objects.get()
    failed = CheckResult("A", False, "no", "uphill", "gradient-descent-1d")
    shown = services.what_it_shows(kept, Verdict(LAB, "numpy", False, "basic", (failed,), "", 1.0, 1))
    assert shown.skills == load_labs.summary(LAB).skills and not shown.passed and shown.decided
    assert shown.blamed == (("gradient-descent-1d", "uphill"),)


def observed() -> list[tuple[str, str, bool]]:
    rows = Observation.objects.order_by("pk")
    return [(each.skill, each.role, each.correct) for each in rows]


def test_a_passed_lab_counts_for_the_skills_it_practises(client):
    sent(client, do="run")
    assert observed() == []
    sent(client)
    main, *others = load_labs.summary(LAB).skills
    assert observed() == [(main, "asked", True), *((each, "used", True) for each in others)]
    assert Observation.objects.first().source == f"lab-{Submission.objects.get().pk}"
    assert state_of((Submission.objects.get().learner_id,)).skill(main).asked == 1


def test_a_mistake_in_a_lab_is_kept_with_its_skill_and_the_first_of_a_day_counts(client, settings):
    sent(client, UPHILL)
    assert observed() == [("gradient-descent-1d", "asked", False)]
    assert Observation.objects.get().misconception == "uphill"
    sent(client)
    assert len(observed()) == 1
    settings.CLOCK_MOVED_BY = timedelta(days=1)
    sent(client)
    assert observed()[1] == ("gradient-descent-1d", "asked", True)


def test_a_lab_that_is_passed_leaves_the_queue_and_is_told_in_the_day(client):
    sent(client)
    page = told(client.get(reverse("today:today")))
    assert "Done today" in page and PAGE in page.split("Done today")[1]
    assert "lab/gradient-descent-1d" not in page


def test_all_that_was_written_can_be_taken_along(client):
    sent(client, UPHILL)
    kept = exported([Submission.objects.get().learner_id])
    assert all([each["code"] for each in kept[name]] == [UPHILL] for name in ("drafts", "runs", "submissions"))
    json.dumps(kept, allow_nan=False)
    assert exported([]) == {"drafts": [], "runs": [], "submissions": []}
    for model, name in ((LabDraft, "drafts"), (LabRun, "runs"), (Submission, "submissions")):
        assert {each.name for each in model._meta.concrete_fields} - {"id"} <= set(kept[name][0])


def test_what_was_taken_along_comes_back(client):
    sent(client, UPHILL)
    learner = Submission.objects.get().learner_id
    kept = json.loads(json.dumps(exported([learner])))
    other = Learner.objects.create(created=clock.now())
    checked(kept, {learner})({learner: other.pk})
    again = exported([other.pk])
    for name, new in (("drafts", {"learner"}), ("submissions", {"learner", "key"})):
        assert [{k: v for k, v in row.items() if k not in new} for row in again[name]] == [
            {k: v for k, v in row.items() if k not in new} for row in kept[name]
        ]


@pytest.mark.parametrize(
    "change",
    [
        {"learner": 99}, {"report": None}, {"report": {"checks": [1]}}, {"report": {"checks": [{}]}}, {"code": 5},
        {"code": "x" * 80_000}, {"passed": "yes"}, {"given": "yesterday"}, {"ms": "fast"}, {"seed": 0.5},
    ],
)  # fmt: skip
def test_nonsense_is_refused_whole(client, change):
    sent(client, UPHILL)
    learner = Submission.objects.get().learner_id
    kept = json.loads(json.dumps(exported([learner])))
    kept["submissions"][0] |= change
    with pytest.raises(Unusable):
        checked(kept, {learner})


def test_the_lesson_leads_to_its_lab(client):
    assert lab_of_skill("gradient-descent-1d").id == LAB and lab_of_skill("chain-rule") is None
    assert PAGE in told(client.get("/learn/gradient-descent-1d"))
    assert "/labs/lab" not in told(client.get("/learn/chain-rule"))


def test_a_form_without_its_token_is_refused():
    assert sent(Client(enforce_csrf_checks=True)).status_code == 403


@pytest.mark.parametrize("mode, level, allowed, status", [
    ("local", "basic", False, 200), ("server", "basic", False, 403), ("server", "basic", True, 200),
    ("local", "none", True, 403),
])  # fmt: skip
def test_a_shared_site_runs_nothing_at_a_level_that_is_too_low(
    client, settings, monkeypatch, mode, level, allowed, status
):
    settings.MODE, settings.LABS_ALLOW_BASIC = mode, allowed
    monkeypatch.setattr(services, "shared", lambda: SimpleNamespace(level=levels.named(level)))
    monkeypatch.setattr(services, "_graded", lambda *_: Verdict(LAB, "numpy", False, level, (), "", 1.0, 1))
    response = sent(client, "x = 1")
    assert response.status_code == status
    assert LabDraft.objects.get().code == "x = 1"


@pytest.mark.parametrize("lab", load_labs.labs())
def test_hints_stand_folded_on_the_page_of_a_lab(client, lab):
    page = client.get(f"/labs/{lab}").content.decode()
    headings = [heading for heading, _ in load_labs.hints(lab)]
    assert page.count('<details class="hint">') == len(headings)
    assert all(f"<summary>{heading}</summary>" in page for heading in headings)

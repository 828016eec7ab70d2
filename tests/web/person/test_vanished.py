"""An account deleted in another tab while something is on its way: a calm page, and nothing is left behind."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fluxions.web.accounts.models import Learner, User
from fluxions.web.labs import services as labs
from fluxions.web.labs import views as lab_views
from fluxions.web.labs.models import LabDraft, LabRun
from fluxions.web.person import views as person_views
from fluxions.web.study import beginning, services
from fluxions.web.study import views as study_views
from fluxions.web.study.models import Answer, Attempt, Draft, HintShown, Observation, StateRow
from fluxions.web.today import views as today_views
from fluxions.web.today.models import Override

pytestmark = pytest.mark.django_db(transaction=True)
WORK = (Learner, Attempt, Answer, Draft, HintShown, Observation, StateRow, Override, LabDraft, LabRun)


@pytest.fixture
def deleted_at(monkeypatch):
    """The account is deleted just before a function of the site does its work."""

    def at(place, name):
        inner = getattr(place, name)

        def deleting(*args, **named):
            monkeypatch.setattr(place, name, inner)
            Client().post(reverse("person:delete"), {"word": "delete"})
            assert not User.objects.exists()
            return inner(*args, **named)

        monkeypatch.setattr(place, name, deleting)

    return at


@pytest.mark.parametrize(
    "place, name, address, sent",
    [
        (services, "judged", "/study/tasks/{task}/answer", {"text": "10*(2*x + 1)^4"}),
        (services, "judged", "/study/tasks/{task}/answer", {"text": "5*(2*x + 1)^4"}),
        (services, "hints_from", "/study/tasks/{task}/hint", {"rank": "1"}),
        (study_views, "WorkForm", "/study/tasks/{task}/draft", {"text": "10"}),
        (study_views, "learner_ids", "/study/tasks/{task}/answer", {"text": "7"}),
        (study_views, "time_zone", "/study/tasks/{task}/solution", {}),
        (beginning, "fresh", "/study/begin", {"skill": "power-rule", "family": "{family}"}),
        (today_views, "leave", "/study/override", {"kind": "skip", "task": "{entry}"}),
        (today_views, "set_minutes", "/study/override", {"kind": "minutes", "minutes": "15"}),
        (lab_views, "remember", "/labs/lab-gd-1d/run", {"framework": "numpy", "code": "x = 1", "do": "run"}),
        (labs, "crowded", "/labs/lab-gd-1d/run", {"framework": "numpy", "code": "x = 1", "do": "submit"}),
        (lab_views, "remember", "/labs/lab-gd-1d/draft", {"framework": "numpy", "code": "x = 1"}),
        (person_views, "PersonForm", "/settings/", {"minutes": "15", "time_zone": "UTC"}),
    ],
)
def test_what_is_on_its_way_ends_calmly(owner, deleted_at, place, name, address, sent):
    begun = owner.attempt()
    queue = owner.client.get("/study/").context["rows"]
    names = {"task": begun.pk, "family": beginning.offered("power-rule")[0], "entry": queue[0].name}
    form = {field: value.format(**names) for field, value in sent.items()} | {"key": str(uuid4())}
    deleted_at(place, name)
    response = owner.client.post(address.format(**names), form)
    assert response.status_code in (204, 302, 404, 410)
    assert [model.__name__ for model in WORK if model.objects.exists()] in ([], ["Learner"])
    if response.status_code == 410:
        assert "This work is no longer here" in response.content.decode()


def test_a_failure_of_ours_is_not_taken_for_it(owner, monkeypatch):
    def failing(*args, **named):
        raise Attempt.DoesNotExist

    monkeypatch.setattr(services, "_lock", failing)
    owner.client.raise_request_exception = False
    assert owner.answers(owner.attempt(), "7").status_code == 500

import pytest
from django.urls import reverse

from fluxions.curriculum import curriculum
from fluxions.web.accounts.models import Learner, User

pytestmark = pytest.mark.django_db
PAGE = "/settings/"
CHOSEN = {"name": "Ada L.", "time_zone": "Europe/Berlin", "career": "ml-engineer", "minutes": "45", "plain": "yes"}


def test_what_is_chosen_is_kept(owner):
    assert owner.client.post(PAGE, CHOSEN).status_code == 302
    user, learner = User.objects.get(), Learner.objects.get()
    assert (user.name, user.time_zone, user.plain_field) == ("Ada L.", "Europe/Berlin", True)
    assert (learner.career, learner.minutes) == ("ml-engineer", 45)
    page = owner.client.get(PAGE).content.decode()
    assert "Ada L." in page and 'data-answer-field="plain"' in page and "Saved." in page


@pytest.mark.parametrize(
    "more, words",
    [
        ({"minutes": "0"}, "from 5 to 240"),
        ({"minutes": "10000"}, "from 5 to 240"),
        ({"minutes": "9" * 400}, "from 5 to 240"),
        ({"minutes": "half an hour"}, "from 5 to 240"),
        ({"minutes": ""}, "from 5 to 240"),
        ({"time_zone": "Mars/Olympus"}, "not known here"),
        ({"time_zone": "../../etc/passwd"}, "not known here"),
        ({"career": "astronaut"}, "no such career"),
        ({"name": "x" * 121}, "at most 120"),
        ({"name": "A\x00da"}, "Null characters"),
        ({"plain": "perhaps"}, "valid choice"),
    ],
)
def test_what_does_not_fit_changes_nothing(owner, more, words):
    owner.client.post(PAGE, CHOSEN)
    response = owner.client.post(PAGE, CHOSEN | {"name": "Other", "minutes": "60"} | more)
    page = response.content.decode()
    assert response.status_code == 422 and words in page and "Nothing was saved" in page
    user, learner = User.objects.get(), Learner.objects.get()
    assert (user.name, user.time_zone, learner.career, learner.minutes) == (
        "Ada L.",
        "Europe/Berlin",
        "ml-engineer",
        45,
    )


def test_the_switch_on_an_answer_field_is_kept_on_the_account(owner):
    assert "data-answer-field=" not in owner.client.get("/learn/").content.decode()
    for field, kept in (("plain", True), ("maths", False), ("spoken", False)):
        assert owner.client.post(reverse("person:answer-field"), {"field": field}).status_code == 204
        assert User.objects.get().plain_field is kept
    assert 'data-answer-field="maths"' in owner.client.get("/learn/").content.decode()


def test_the_persons_name_leads_to_the_settings_from_every_page(owner):
    for page in ("/study/", "/learn/", "/study/map", "/nowhere"):
        assert '<a class="who" href="/settings/">Ada</a>' in owner.client.get(page).content.decode()


def test_the_day_turns_where_the_person_lives(owner, settings):
    from datetime import UTC, datetime

    from django.test import RequestFactory

    from fluxions.web import clock
    from fluxions.web.accounts.visitors import time_zone

    owner.client.post(PAGE, CHOSEN | {"time_zone": "Asia/Tokyo"})
    request = RequestFactory().get("/")
    request.user = User.objects.get()
    moment = datetime(2026, 3, 1, 20, tzinfo=UTC)  # five in the morning in Tokyo
    assert clock.day(time_zone(request), moment) == clock.day("UTC", moment) + 1


@pytest.mark.parametrize("name", ["settings", "export", "import", "delete", "answer-field"])
def test_a_visitor_is_led_to_an_account(client, settings, name):
    call = client.get if name in ("settings", "delete") else client.post
    assert call(reverse(f"person:{name}"))["Location"] == reverse("keep")
    settings.MODE = "server"
    assert call(reverse(f"person:{name}"))["Location"] == reverse("account_login")


def test_a_career_is_chosen_or_none(client):
    page = client.get("/careers/").content.decode()
    assert all(each.title in page for each in curriculum().careers) and Learner.objects.count() == 0
    assert client.post("/careers/", {"career": "research-scientist"}).status_code == 302
    assert Learner.objects.get().career == "research-scientist"
    for unknown in ({"career": "astronaut"}, {}):
        response = client.post("/careers/", unknown)
        assert response.status_code == 422 and "no such career" in response.content.decode()
        assert Learner.objects.get().career == "research-scientist"
    client.post("/careers/", {"career": ""})
    assert Learner.objects.get().career == ""


def test_a_settings_page_that_is_only_looked_at_writes_nothing(owner):
    Learner.objects.all().delete()
    assert owner.client.get(PAGE).status_code == 200 and Learner.objects.count() == 0

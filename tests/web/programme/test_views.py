import pytest

from fluxions.curriculum import curriculum
from fluxions.web.programme.views import tracks

pytestmark = pytest.mark.django_db


def test_the_hours_are_those_of_the_curriculum():
    for track in tracks():
        minutes = sum(curriculum().skills[each].minutes for each in curriculum().path(track.career.id).skills)
        assert abs(track.hours * 60 - minutes) <= 30
        assert (track.weeks - 1) * 3 < track.hours <= track.weeks * 3


def test_the_first_page_has_one_task_one_main_action_and_every_career(client):
    page = client.get("/").content.decode()
    assert page.count("btn primary") == 1 and page.count('name="token"') == 1
    assert all(career.title in page for career in curriculum().careers)
    assert "estimate" in page


def test_two_visits_meet_different_tasks(client):
    tokens = {client.get("/").content.decode().split('name="token" value="')[1].split('"')[0] for _ in range(3)}
    assert len(tokens) == 3

import pytest
from django.urls import reverse

from fluxions.curriculum import Explorable, Predict, Try, Worked, curriculum, lesson

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("skill", curriculum().written, ids=lambda each: each.id)
def test_every_part_of_a_lesson_is_on_its_page(client, skill):
    page = client.get(reverse("skill", args=[skill.id])).content.decode()
    blocks = lesson(skill.id).blocks
    assert skill.title in page and '<code class="tex">' not in page
    assert page.count("<worked-steps") == sum(isinstance(each, Worked) for each in blocks)
    assert page.count('class="predict') == sum(isinstance(each, Predict | Explorable) for each in blocks)
    assert page.count("Try one") == sum(isinstance(each, Try) for each in blocks)
    for title in lesson(skill.id).headings:
        assert f"{title}</h2>" in page


def test_a_prediction_is_answered_without_javascript(client):
    number, block = next((n, each) for n, each in enumerate(lesson("chain-rule").blocks) if isinstance(each, Predict))
    address = reverse("skill", args=["chain-rule"])
    wrong = next(place for place in range(len(block.options)) if place != block.answer)
    assert "Not so" in client.get(f"{address}?predict-{number}={wrong}").content.decode()
    assert "is-right" in client.get(f"{address}?predict-{number}={block.answer}").content.decode()
    for forged in ("9999", "-1", "x", ""):
        page = client.get(f"{address}?predict-{number}={forged}").content.decode()
        assert "Not so" not in page and "is-right" not in page


def test_a_skill_without_a_lesson_says_so_and_what_it_is_about(client):
    skill = next(each for each in curriculum().skills.values() if not each.written)
    page = client.get(reverse("skill", args=[skill.id])).content.decode()
    assert "not written yet" in page and skill.title in page


def test_all_units_are_listed(client):
    page = client.get(reverse("units")).content.decode()
    assert all(unit.title.split(":")[0] in page for unit in curriculum().units)


def test_no_such_skill(client):
    assert client.get("/learn/no-such-skill").status_code == 404


def test_a_lesson_needs_no_query_but_who_owns_this_installation(client, django_assert_num_queries):
    client.get("/learn/chain-rule")
    with django_assert_num_queries(1):
        client.get("/learn/chain-rule")

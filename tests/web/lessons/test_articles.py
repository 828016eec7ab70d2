import pytest
from django.urls import reverse

from fluxions.curriculum import articles, curriculum

pytestmark = pytest.mark.django_db
ARTICLES = list(articles().values())


@pytest.mark.parametrize("article", ARTICLES, ids=lambda each: each.slug)
def test_an_article_says_who_wrote_it_when_and_how_long_it_is(client, article):
    text = client.get(reverse("article", args=[article.slug])).content.decode()
    assert article.title in text and article.author in text and f"{article.minutes} min to read" in text
    assert f'datetime="{article.date.isoformat()}"' in text
    assert '<code class="tex">' not in text and "{skill=" not in text
    for title in article.body.headings:
        assert f"{title}</h2>" in text


@pytest.mark.parametrize("article", ARTICLES, ids=lambda each: each.slug)
def test_its_formulas_lead_to_their_skills_and_tasks(client, article):
    text = client.get(reverse("article", args=[article.slug])).content.decode()
    for live in article.live:
        assert f'href="{reverse("skill", args=[live.skill])}"' in text
        if live.family:
            name = f"try-{live.skill}-{live.family}"
            assert f'form="{name}"' in text and text.count(f'id="{name}"') == 1
            begun = client.post(reverse("study:begin"), {"skill": live.skill, "family": live.family})
            assert begun.status_code == 302 and "/study/tasks/" in begun["Location"]


def test_all_articles_are_listed_and_their_skills_name_them(client):
    listed = client.get(reverse("articles")).content.decode()
    for each in ARTICLES:
        address = reverse("article", args=[each.slug])
        assert address in listed and each.summary in listed
        for skill in each.skills:
            assert address in client.get(reverse("skill", args=[skill])).content.decode()
            assert skill in curriculum().skills


def test_no_such_article(client):
    assert client.get("/articles/no-such").status_code == 404

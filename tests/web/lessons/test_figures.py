import re

import pytest
from django.urls import reverse

from fluxions.curriculum import curriculum
from fluxions.curriculum.figures import figures
from fluxions.web.prose import phrase

pytestmark = pytest.mark.django_db
FIGURES = list(figures().values())


def page(client, figure_id, **given):
    return client.get(reverse("figure", args=[figure_id]), given).content.decode()


@pytest.mark.parametrize("figure", FIGURES, ids=lambda each: each.id)
def test_the_controls_are_released_by_a_prediction(client, figure):
    before, after = page(client, figure.id), page(client, figure.id, predict=figure.prediction.answer)
    assert "<fieldset disabled>" in before and "<drag-figure>" in before and phrase(figure.insight) not in before
    assert "<fieldset disabled>" not in after and "<drag-figure released>" in after and phrase(figure.insight) in after
    assert "is-right" in after and "is-right" not in before


@pytest.mark.parametrize("forged", ["9", "-1", "x", "", "٣", "1" * 50])
def test_a_forged_prediction_releases_nothing(client, forged):
    assert "<fieldset disabled>" in page(client, "secant-to-tangent", predict=forged)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda each: each.id)
def test_everything_is_there_without_javascript(client, figure):
    text = page(client, figure.id, predict=0)
    assert all(f'<svg viewBox="0 0 {width} ' in text for width in (640, 312)) and figure.description in text
    assert text.count("<tr>") > 5 and "import matplotlib" in text and "from plotly" in text
    for each in figure.parameters:
        assert f'type="range" name="{each.name}"' in text


def test_what_is_set_is_drawn_read_off_and_written_into_the_source(client):
    text = page(client, "secant-to-tangent", predict=1, choice="abs", a="0", h="-0.5", z="2")
    assert 'data-reading="0">−1.000<' in text and "the kink stays" in text
    assert '<span data-value="h">-0.5</span>' in text and "return abs(x)" in re.sub(r"np\.", "", text)
    assert re.search(r'value="abs"[^>]* checked', text)


def test_settings_that_make_no_sense_are_as_it_starts(client):
    assert 'value="0.75"' in page(client, "secant-to-tangent", choice="<b>", a="NaN", h="1e999", z="--")


def test_a_fragment_is_the_figure_alone(client):
    address = reverse("figure", args=["step-size-cobweb"])
    text = client.get(address, {"predict": 1}, headers={"HX-Request": "true"}).content.decode()
    assert text.strip().startswith("<section") and "<html" not in text


@pytest.mark.parametrize("library", ["matplotlib", "plotly"])
def test_a_source_is_kept_with_what_is_set(client, library):
    found = client.get(
        reverse("figure_source", args=["step-size-cobweb", library]), {"eta": "0.7", "choice": "quartic"}
    )
    text = found.content.decode()
    assert f'filename="step-size-cobweb-{library}.py"' in found["Content-Disposition"]
    assert "eta = np.float64(0.7)" in text and "w ** 4 / 4" in text
    compile(text, library, "exec")


def test_no_such_figure(client):
    assert client.get("/figures/no-such").status_code == 404
    assert client.get("/figures/secant-to-tangent/gnuplot.py").status_code == 404
    assert client.get("/figures/no-such/plotly.py").status_code == 404


def test_all_figures_are_listed_and_their_skills_name_them(client):
    listed = client.get(reverse("figures")).content.decode()
    for each in FIGURES:
        assert reverse("figure", args=[each.id]) in listed
        for skill in each.skills:
            assert reverse("figure", args=[each.id]) in client.get(reverse("skill", args=[skill])).content.decode()


def test_a_lesson_shows_its_figure(client):
    assert (
        'id="figure-secant-to-tangent"' in client.get(reverse("skill", args=["derivative-definition"])).content.decode()
    )


def test_a_figure_asks_only_who_looks(client, queries):
    with queries() as asked:
        page(client, "secant-to-tangent", predict=1)
    assert all("accounts_user" in each for each in asked) and len(asked) <= 1
    assert curriculum().skill("derivative-definition").written

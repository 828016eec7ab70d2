from xml.etree import ElementTree

import pytest

from fluxions.curriculum.figures import figures, scene_of
from fluxions.figures import NARROW, WIDE, settings, shown, svg
from fluxions.figures.svg import ticks

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("low, high, most, texts", [
    (-2, 2, 5, ["−2", "−1", "0", "1", "2"]),
    (-2.2, 2.2, 4, ["−2", "0", "2"]),
    (0.7499, 0.7501, 5, ["0.74990", "0.74995", "0.75000", "0.75005", "0.75010"]),
    (-0.5, 6, 5, ["0", "2", "4", "6"]),
    (1, 1, 5, []),
    (0, float("nan"), 5, []),
])  # fmt: skip
def test_ticks_are_few_and_round(low, high, most, texts):
    assert [text for _, text in ticks(low, high, most)] == texts


@pytest.mark.parametrize("value, places, text", [
    (0.75, 2, "0.75"), (-1.8, 2, "−1.80"), (-0.0, 3, "0.000"), (-0.0004, 3, "0.000"), (float("nan"), 3, "none"),
    (float("inf"), 3, "none"), (1.5e-7, 4, "1.50 · 10⁻⁷"), (-123456.0, 3, "−1.23 · 10⁵"), (99999.0, 1, "99999.0"),
])  # fmt: skip
def test_numbers_as_they_are_written(value, places, text):
    assert shown(value, places) == text


@pytest.mark.parametrize("figure", figures().values(), ids=lambda each: each.id)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_static_picture_holds_every_mark_and_says_what_it_is(figure, width):
    scene = scene_of(figure, settings(figure, {}))
    root = ElementTree.fromstring(
        svg(figure, scene, width).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )
    assert root.get("role") == "img" and figure.description in root.get("aria-label", "")
    lines = [each for each in root.iter(f"{SVG}path") if each.get("class", "").startswith("f-")]
    assert len(lines) == sum(each.kind == "line" or each.path for each in scene.marks)
    assert "nan" not in ElementTree.tostring(root, encoding="unicode")
    assert len({each.get("id") for each in root.iter(f"{SVG}clipPath")}) == len(figure.panels)

"""The graph of dependence: levels, words, and a picture in which every edge runs downwards."""

import re
from xml.etree import ElementTree

import pytest

from fluxions.figures import dependence
from fluxions.figures.dependence import in_words, levels

PLAIN = (("f", "x"), ("f", "y"), ("x", "t"), ("y", "t"))
LONG = (("f", "x"), ("x", "u"), ("u", "t"), ("f", "u"))  # f is made of u directly and through x
FUNNEL = (("f", "x"), ("f", "t"), ("x", "t"))


@pytest.mark.parametrize("edges, rows", [
    (PLAIN, (("f",), ("x", "y"), ("t",))),
    (LONG, (("f",), ("x",), ("u",), ("t",))),
    (FUNNEL, (("f",), ("x",), ("t",))),
    ((), ()),
    ((("a", "b"), ("b", "a")), ()),
])  # fmt: skip
def test_a_name_stands_below_all_that_are_made_of_it(edges, rows):
    assert levels(edges) == rows


@pytest.mark.parametrize("edges, words", [
    (PLAIN, "f depends on x and y; x on t; y on t."),
    ((("f", "x"), ("f", "y"), ("f", "z")), "f depends on x, y and z."),
    ((), ""),
])  # fmt: skip
def test_the_graph_in_words(edges, words):
    assert in_words(edges) == words


@pytest.mark.parametrize("edges", [PLAIN, LONG, FUNNEL])
def test_the_picture_has_every_name_and_every_edge_runs_downwards_inside_it(edges):
    root = ElementTree.fromstring(dependence(edges))
    texts = [each.text for each in root.iter("text")]
    assert sorted(texts) == sorted({name for edge in edges for name in edge})
    assert root.get("aria-label") == in_words(edges)
    lines = [list(map(float, re.findall(r"[\d.]+", each.get("d")))) for each in root.iter("path")]
    assert len(lines) == len(edges)
    width, height = float(root.get("width")), float(root.get("height"))
    assert all(0 < y < v < height and 0 < x < width and 0 < u < width for x, y, u, v in lines)


def test_a_circle_has_no_picture_and_names_are_escaped():
    assert dependence((("a", "b"), ("b", "a"))) == ""
    assert "<b>" not in dependence((("<b>", "x"),))

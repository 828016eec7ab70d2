import re

import pytest

from fluxions.calculus import Witness
from fluxions.web.formulas import formula
from fluxions.web.templatetags.maths import point


@pytest.mark.parametrize(
    "tex, parts",
    [
        ("x^2", ["<msup><mi>x</mi><mn>2</mn></msup>"]),
        ("f'(x)", ["<mrow><mi>f</mi>", 'class="prime"', "′"]),
        ("(uv)''", ["″"]),
        (r"\fault{e^{x}}", ['<mrow class="fault"><msup><mi>e</mi>']),
        (r"\htmlClass{fault}{x}+\htmlClass{opened}{y}", ['class="fault"', 'class="opened"']),
        (r"\overline{xy}", ['<mrow class="bar">']),
        (r"\vec{v}", ["→"]),
        (r"\ln x", ["<mi>ln</mi>"]),
        (r"\begin{cases} 0 & x < 0 \\ x & x \ge 0 \end{cases}", ["<mtable", "≥"]),
    ],
)
def test_tex_becomes_mathml(tex, parts):
    made = formula(tex)
    assert made.startswith("<math") and made.endswith("</math>")
    assert all(part in made for part in parts), made


def test_a_prime_stands_beside_its_base():
    assert "<msup" not in formula("f'(x)")


def test_a_displayed_formula_says_so():
    assert '<math display="block">' in formula("x", display=True)
    assert "display=" not in formula("x")


@pytest.mark.parametrize("tex", [r"\nosuch{x}", "{", r"\frac{1}", r"<script>alert(1)</script> \nosuch"])
def test_what_cannot_be_set_is_shown_as_written(tex):
    made = formula(tex)
    assert made.startswith('<code class="tex">') and "<script" not in made


@pytest.mark.parametrize("tex", ["<b>x</b>", r"\text{<script>alert(1)</script>}", "x < y > z & w", r'\text{"&amp;'])
def test_no_markup_of_the_author_survives(tex):
    assert not re.search(r"<(script|b|img)\b", formula(tex))


def test_no_colour_survives():
    assert "style=" not in formula(r"2x + \fault{3} + \textcolor{red}{4}")


def test_more_kinds_of_marks_than_there_are_colours_are_still_a_formula():
    tex = "+".join(rf"\htmlClass{{mark-{letter}}}{{x}}" for letter in "abcdefg")
    assert formula(tex).count("class=") == 4


@pytest.mark.parametrize(
    "at, words, formulas",
    [
        ((("x", "2"),), "", 1),
        ((("entry", "2"),), "entry 2", 0),
        ((("entry", "1, 2"), ("x", "2"), ("y", "3")), "row 1, column 2, ", 1),
    ],
)
def test_a_witness_stands_at_an_entry_in_words(at, words, formulas):
    shown = point(Witness(at, "1", "2"))
    assert shown.startswith(words or "<math") and shown.count("<math") == formulas

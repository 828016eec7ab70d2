import pytest

from fluxions.web.prose import phrase, prose, sentence


@pytest.mark.parametrize(
    "text, has, lacks",
    [
        ("a $x$, b", '<span class="nb"><math><mi>x</mi></math>,</span>', "$"),
        ("so\n$$y$$\nthen", "<p>so</p><div", "<p></p>"),
        ("[rule](skill:chain-rule)", 'href="/learn/chain-rule"', "skill:"),
        ("[x](javascript:alert(1))", "[x]", "href"),
        ("<script>alert(1)</script>", "&lt;script&gt;", "<script>"),
        ("<img src=x onerror=y>", "&lt;img", "<img"),
        ("$<b>$", "", "<b>"),
        ("\ue0000\ue002 $z$", "<mi>z</mi>", "\ue000"),
        ("## The idea", '<h2 id="the-idea">', "##"),
        ("1. a\n2. b", "<ol>", "1."),
        ("$x${skill=chain-rule}, b", '<a class="live" href="/learn/chain-rule" title="Chain rule"><math>', "{skill"),
        ("$$x$${skill=chain-rule family=one-power}", 'form="try-chain-rule-one-power"', "{skill"),
        ("$x${skill=<b>}", "{skill=", "<b>"),
        ("a {skill=chain-rule}", "a {skill=chain-rule}", "live"),
        ("|a|b|\n|---|:---|\n|1|two|", '<td class="words">two</td>', "style"),
    ],
)
def test_prose(text, has, lacks):
    made = prose(text)
    assert has in made and lacks not in made


def test_a_phrase_stands_without_a_paragraph():
    assert phrase("Differentiate with respect to $x$.").startswith("Differentiate")


def test_words_of_the_engine_are_shown_as_they_are():
    assert sentence("a < b & *c* ${u}$").startswith("a &lt; b &amp; *c* <math>")

"""How an article is read and checked; and every number that the shipped one states, computed again."""

import math
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from fluxions.curriculum import BadContent, Live, articles
from fluxions.curriculum.article import article_in
from fluxions.curriculum.linter.articles import article_findings, faults

HEAD = '+++\ntitle = "T"\nauthor = "A"\ndate = 2026-11-24\nsummary = "S"\nskills = ["chain-rule"]\n+++\n'
BODY = "## One\n\nA loss $L = w^2${skill=chain-rule family=power-of-a-line} and $$L'.$${skill=power-rule}\n"


def test_an_article_is_read_with_what_stands_at_its_head():
    found = article_in("t", HEAD + BODY)
    assert (found.title, found.author, found.date, found.skills) == ("T", "A", date(2026, 11, 24), ("chain-rule",))
    assert found.live == (Live("chain-rule", "power-of-a-line"), Live("power-rule"))
    assert found.words == 6 and found.minutes == 1
    assert replace(found, body=article_in("t", HEAD + "word " * 1100).body).minutes == 6


@pytest.mark.parametrize("text, message", [
    (BODY, "begin with a line"),
    ("+++\ntitle = \n+++\n", "t.md"),
    (HEAD.replace('"A"', "1"), "author"),
    (HEAD.replace("2026-11-24", '"soon"'), "date"),
    (HEAD.replace("+++\n\n", "").replace('title = "T"', 'title = "T"\nmood = "x"'), "mood"),
    (HEAD + "```try\none-power\n```\n", "not try"),
    (HEAD + "```figure\n", "not closed"),
])  # fmt: skip
def test_an_article_that_cannot_be_read_says_why(text, message):
    with pytest.raises(BadContent, match=message):
        article_in("t", text)


@pytest.mark.parametrize("text, message", [
    (BODY, "600 to 2000 words"),
    (BODY.replace("power-of-a-line", "no-such"), "family no-such"),
    (BODY.replace("skill=power-rule", "skill=no-such"), "no-such, which does not exist"),
    (BODY + "\n[x](skill:no-such)", "no-such, which does not exist"),
    (BODY + "\n```figure\nno-such\n```\n", "no explorable.py has"),
    ("plain words", "at least one formula"),
    (BODY + " $x", "left over"),
])  # fmt: skip
def test_what_is_wrong_with_an_article(text, message):
    assert any(message in each for each in faults(article_in("t", HEAD + text)))


def test_the_shipped_articles_have_nothing_to_repair():
    assert list(article_findings()) == []


def stated() -> str:
    body = "\n".join(articles()["what-gradient-descent-really-does"].body.texts)
    return re.sub(r"\s+", " ", body)


def descent(slope, w, eta, steps):
    found = [w]
    for _ in range(steps):
        w = w - eta * slope(w)
        found.append(w)
    return found


def loss(w):
    return ((w - 2) ** 2 + (2 * w - 3) ** 2 + (3 * w - 7) ** 2) / 3


def slope(w):
    return (28 * w - 58) / 3


def test_the_loss_of_the_article_has_the_slope_the_minimum_and_the_curvature_that_it_states():
    for w in (Fraction(0), Fraction(1, 3), Fraction(-5)):
        assert loss(w + 1) - loss(w - 1) == 2 * slope(w)  # a quadratic: its central difference is its slope
    assert slope(Fraction(29, 14)) == 0 and round(29 / 14, 3) == 2.071
    assert slope(Fraction(1)) - slope(Fraction(0)) == Fraction(28, 3)
    assert r"\frac{28w - 58}{3}, \qquad w^* = \frac{29}{14} \approx 2.071" in stated()
    assert Fraction(2) / Fraction(28, 3) == Fraction(3, 14) and r"\frac{3}{14} \approx 0.214" in stated()


def test_the_first_steps():
    assert [f"{each:.3f}" for each in descent(slope, 0.0, 0.05, 3)[1:]] == ["0.967", "1.482", "1.757"]
    assert slope(0) == -58 / 3 and "lead to $0.967$, $1.482$ and $1.757$" in stated()
    assert [f"{loss(w):.1f}" for w in descent(slope, 0.0, 0.22, 2)] == ["20.7", "22.9", "25.3"]
    assert "from $20.7$ to $22.9$, then to $25.3$" in stated()


@pytest.mark.parametrize("eta, factor, steps", [
    ("0.01", "0.907", 71), ("0.05", "0.533", 11), ("0.2", "-0.867", 49), ("0.22", "-1.053", None),
])  # fmt: skip
def test_the_table_of_step_sizes(eta, factor, steps):
    assert f"{float(1 - Fraction(eta) * Fraction(28, 3)):.3f}" == factor
    errors = [abs(w - 29 / 14) for w in descent(slope, 0.0, float(eta), 200)]
    reached = next((k for k, each in enumerate(errors) if each <= errors[0] / 1000), None)
    assert reached == steps
    shown = f"${steps}$" if steps else "never"
    (row,) = [each for each in stated_rows() if each[0] == f"${eta}$"]
    assert (row[1], row[3]) == (f"${factor}$", shown)
    crosses = Fraction(eta) * Fraction(28, 3) > 1
    assert row[2].startswith("jumps across") == crosses and row[2].endswith("leaves") == (steps is None)


def stated_rows() -> list[list[str]]:
    body = "\n".join(articles()["what-gradient-descent-really-does"].body.texts)
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in body.splitlines() if line.startswith("| $0")
    ]


def test_a_step_goes_down_by_what_the_article_promises():
    eta, w = Fraction(1, 5), Fraction(0)
    after = w - eta * slope(w)
    assert loss(after) == loss(w) - eta * (1 - eta * Fraction(28, 3) / 2) * slope(w) ** 2  # equality: a quadratic
    least = loss(Fraction(29, 14))
    assert f"{float((loss(after) - least) / (loss(w) - least)):.3f}" == "0.751" and r"0.867^2 \approx 0.751" in stated()


def test_descent_where_the_curvature_vanishes_or_there_is_no_minimum():
    quartic = descent(lambda w: w**3, 1.0, 0.1, 10_000)
    assert [f"{quartic[k]:.3g}" for k in (100, 1000, 10_000)] == ["0.216", "0.0704", "0.0223"]
    assert all(abs(quartic[k] * math.sqrt(2 * 0.1 * k) - 1) < 0.05 for k in (100, 1000, 10_000))
    assert "$0.216$ after a hundred steps, at $0.0704$ after a thousand and at $0.0223$" in stated()
    logistic = descent(lambda w: -1 / (1 + math.exp(w)), 0.0, 1.0, 10_000)
    assert [f"{logistic[k]:.2f}" for k in (100, 1000, 10_000)] == ["4.59", "6.91", "9.21"]
    assert all(abs(logistic[k] - math.log(k)) < 0.02 for k in (100, 1000, 10_000))
    assert max(math.exp(w) / (1 + math.exp(w)) ** 2 for w in (k / 100 for k in range(-900, 901))) == 0.25
    assert "$4.59$ after a hundred steps, $6.91$ after a thousand and $9.21$" in stated()


def test_the_price_of_unequal_curvatures():
    low, high = Fraction(1), Fraction(100)
    eta = 2 / (low + high)
    assert max(abs(1 - eta * low), abs(1 - eta * high)) == Fraction(99, 101) and f"{99 / 101:.3f}" == "0.980"
    errors = descent(lambda e: float(low) * e, 1.0, float(eta), 200)
    assert next(k for k, each in enumerate(errors) if each <= 0.1) == 116
    for other in (eta * Fraction(99, 100), eta * Fraction(101, 100)):
        assert max(abs(1 - other * low), abs(1 - other * high)) > Fraction(99, 101)

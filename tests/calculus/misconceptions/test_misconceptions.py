"""Every misconception on its own example: it leads there, the answer is wrong, and no other says always the same."""

import re
from itertools import combinations

import pytest

from fluxions.calculus.budget import OutOfBudget, solve_budget
from fluxions.calculus.derivation.rule import found
from fluxions.calculus.derivation.step import every_step
from fluxions.calculus.derivation.strategy import Stuck
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.diagnosis.diagnose import diagnose
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Mistaken
from fluxions.calculus.diagnosis.wrong_rules import ALL
from fluxions.calculus.expr import Expr
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.calculus.problem import Problem
from fluxions.calculus.rules import RULES
from fluxions.calculus.solve import strategy_with
from fluxions.calculus.trees import nodes
from fluxions.calculus.verdict import Right
from tests.calculus.misconceptions.values import agree, example, words_of, wrong_answers
from tests.calculus.spelled import solved, spelled
from tests.calculus.tasks_of_one_variable import TASKS

SHARED_TITLES = {"A slope at one end instead of the average", "The fraction is upside down"}
EACH = pytest.mark.parametrize("misconception", MISCONCEPTIONS, ids=lambda each: each.name)


@EACH
def test_its_example_is_a_wrong_answer_of_its_task(misconception):
    _, wrong, derivation = example(misconception)
    answers = [answer for name, answer in wrong_answers(derivation) if name == misconception.name]
    assert any(agree(answer, wrong) == "agree" for answer in answers), [ascii(each) for each in answers]
    assert agree(wrong, derivation.answer) == "differ"


@EACH
def test_its_words_say_what_happened_and_what_to_do(misconception):
    says = misconception.says
    assert says.count("$") % 2 == 0 and says.endswith((".", "$."))
    sentences = re.split(r"(?<=[.:?!]) (?=[A-Z])", re.sub(r"\$[^$]*\$", "F", says))
    assert 2 <= len(sentences) <= 3, sentences
    assert not re.search(r"\b(simply|just|obviously|clearly|wrong|stupid|careless|forgot)\b", says, re.IGNORECASE)
    assert misconception.title and not misconception.title.endswith(".")


@pytest.mark.parametrize("task, name, other", [
    ("diff(exp(-(9/(2*x^2)))/(x*sqrt(2*pi)), x)", "normaliser-held-constant", "bottom-held-still"),
    ("diff(exp(-x)/x, x)", "bottom-held-still", "normaliser-held-constant"),
])  # fmt: skip
def test_a_density_by_its_width_is_told_from_other_quotients(task, name, other):
    names = {each for each, _ in wrong_answers(solved(task))}
    assert name in names and other not in names


def test_names_and_titles_are_kept_apart():
    names = [each.name for each in MISCONCEPTIONS]
    assert len(set(names)) == len(names)
    titles = [each.title for each in MISCONCEPTIONS]
    assert {each for each in titles if titles.count(each) > 1} <= SHARED_TITLES
    assert not set(names) & {rule.name for rule in RULES}


def fired(goals):
    """For each goal what the misconceptions make of it, worked out to a value."""
    for goal in goals:
        values: dict[str, Expr] = {}
        for each in ALL.of(goal):
            result = found(each.rewrite(goal))
            if result is not None:
                try:
                    values[each.name] = valued(result.result, strategy_with(goal), solve_budget())
                except (Stuck, OutOfBudget):
                    continue
        yield values


def worked_on(derivation):
    """What stands in the task and in the results of its steps, clean-ups too: where algebra is done."""
    for e in (derivation.task, *(step.after for step in every_step(derivation.steps))):
        yield from (node for node in nodes(e) if not node.stands)


def test_no_two_misconceptions_always_have_the_same_value():
    """Were there two, neither could ever be named: they would have to be one."""
    derivations = [*(solved(task) for task in TASKS), *(example(each)[2] for each in MISCONCEPTIONS)]
    goals = dict.fromkeys(step.before for each in derivations for step in every_step(each.steps) if not step.silent)
    goals |= dict.fromkeys(node for each in MISCONCEPTIONS for node in nodes(example(each)[0]) if node.stands)
    goals |= dict.fromkeys(node for each in MISCONCEPTIONS if each.anywhere for node in worked_on(example(each)[2]))
    together: dict[tuple[str, str], bool] = {}
    alone: dict[str, set[str]] = {each.name: set() for each in MISCONCEPTIONS}
    for values in fired(goals):
        for name in values:
            alone[name] |= {other.name for other in MISCONCEPTIONS if other.name not in values}
        for one, other in combinations(sorted(values), 2):
            if together.get((one, other), True):
                together[one, other] = agree(values[one], values[other]) != "differ"
    same = {
        pair
        for pair, always in together.items()
        if always and pair[1] not in alone[pair[0]] and pair[0] not in alone[pair[1]]
    }
    assert not same
    assert not [name for name, others in alone.items() if not others], "misconceptions that never fire"


@pytest.mark.parametrize(
    "task, wrong, name",
    [
        ("diff((2x + 1)^5, x)", "5*(2x + 1)^4", "inner-derivative-lost"),
        ("diff(sigmoid(w*x + b), x)", "sigmoid(w*x + b)*(1 - sigmoid(w*x + b))", "inner-derivative-lost"),
        ("diff(-ln(1 - p), p)", "-1/(1 - p)", "inner-derivative-lost"),
        ("diff(sin(x^2)^3, x)", "3sin(x^2)^2*cos(x^2)", "inner-derivative-lost"),
        ("diff((w*x + b - y)^2/2, w)", "w*x + b - y", "inner-derivative-lost"),
        ("diff(e^(x^2)*x, x)", "2x*e^(x^2)", "product-of-derivatives"),
        ("diff(silu(2x), x)", "2sigmoid(2x)", "second-turn-missing"),
        ("diff(x^2*sin(x), x, 2)", "(2x*sin(x) + x^2*cos(x))^2", "derivative-squared"),
        ("diff(log(x, 2), x)", "1/x", "base-logarithm-lost"),
        ("implicit(x^2 + y^2 = 25, y, x)", "-x", "derivative-put-inside"),
        ("implicit(x^2 + y^2 = 25, y, x, 2)", "-x/y", "one-derivative-only"),
        ("descend((w - 3)^2, w, 5, 1/4, 2)", "15/2", "uphill"),  # in both steps
        ("descend((w - 3)^2, w, 5, 1/4, 2)", "5", "rate-left-out"),
        ("descend((w - 3)^2, w, 5, 1/4, 2)", "15/4", "value-for-slope"),
        ("descend((w - 3)^2, w, 2, 1/4, 2)", "3/4", "always-to-the-left"),
        ("diff(x^2, x)", "x + 17", None),
        ("at(diff(x^2, x), x, 3)", "9", "height-for-slope"),
    ],
)
def test_wrong_answers_are_found(task, wrong, name):
    names = {found for found, answer in wrong_answers(solved(task)) if agree(answer, spelled(wrong)) == "agree"}
    assert (name in names) if name else names == set(), names


@EACH
def test_its_example_is_named_or_among_the_candidates_when_it_is_typed(misconception):
    task, _, _ = example(misconception)
    match diagnose(Problem("", task, words_of(misconception)), misconception.example[1]):
        case Mistaken(named):
            assert named.name == misconception.name
        case Ambiguous(candidates):
            assert misconception.name in {each.misconception.name for each in candidates}
        case other:
            raise AssertionError(other)


@EACH
def test_the_right_answer_is_never_blamed(misconception):
    task, _, derivation = example(misconception)
    right = ascii(derivation.answer)
    assert isinstance(diagnose(Problem("", task, words_of(misconception)), right), Right)

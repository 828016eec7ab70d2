"""A derivation as a value: lines that join, a board that can be read, and what was used."""

from itertools import pairwise

from fluxions.calculus.derivation.rule import Rule
from fluxions.calculus.derivation.step import Derivation, Step, every_step, lines, skills_of, step_count, worked
from fluxions.calculus.expr import Diff, Mul, Num, Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.solve import solve
from tests.calculus.spelled import solved, spelled


def board(task):
    return [(line.step.rule, ascii(line.after)) for line in worked(solved(task))]


def test_the_board_shows_one_line_for_each_rule_and_one_for_the_clean_up_of_a_line():
    assert board("diff(sin(3x), x)") == [
        ("chain", "at(diff(sin(u), u), u, 3*x)*diff(3*x, x)"),
        ("sine", "at(cos(u), u, 3*x)*diff(3*x, x)"),
        ("value-at-point", "cos(3*x)*diff(3*x, x)"),
        ("line", "cos(3*x)*3"),
        ("tidy", "3*cos(3*x)"),
    ]


def test_the_arithmetic_of_a_value_is_shown():
    assert [rule for rule, _ in board("rate(x^2, x, 1, 4)")] == ["difference-quotient", "tidy"]


def test_a_sum_is_worked_term_by_term():
    assert [rule for rule, _ in board("diff(x^2 + sin(x), x)")] == ["sum", "power", "sine"]


def test_lines_of_one_chain_join():
    derivation = solved("diff(x^2*sin(3x), x, 2)")
    chain = list(lines(derivation.task, derivation.steps))
    assert chain[0].before == derivation.task and chain[-1].after == derivation.answer
    assert all(above.after == below.before for above, below in pairwise(chain))


def test_every_step_comes_after_its_parent():
    rules = [step.rule for step in every_step(solved("diff(sin(3x), x)").steps)]
    assert rules.index("chain") < rules.index("sine") < rules.index("line")


def test_skills_and_the_number_of_named_steps():
    derivation = solved("diff(x^2*sin(3x), x)")
    assert skills_of(derivation)[0] == "product-rule"
    assert {"product-rule", "chain-rule", "power-rule", "derivative-trig"} <= set(skills_of(derivation))
    named = [step for step in every_step(derivation.steps) if not step.silent]
    assert step_count(derivation) == len(named) >= 6


def test_the_sentence_is_filled_with_formulas():
    step = solved("diff((2x + 1)^5, x)").steps[0]
    assert step.rule == "chain" and "2x+1" in str(step.says).replace(" ", "")


def test_rules_that_would_also_have_worked_are_named():
    step = solved("diff(1/(2x + 1)^2, x)").steps[0]
    assert step.rule == "reciprocal-of-power" and "quotient" in step.others and "product" not in step.others
    assert "quotient" in solved("diff(1/x^2, x)").steps[0].others
    chained = solved("diff((x + 1)^(-2), x)").steps[0]
    assert chained.rule == "chain" and chained.others == ()
    assert solved("diff(log(2x, 3), x)").steps[0].others == ()
    assert solved("diff(-(x^2), x)").steps[0].rule == "sum"


def test_a_rule_that_lies_never_gets_into_a_derivation():
    """The check of the step refuses it, and the task stays unsolved."""

    def lie(node):
        match node:
            case Diff(f, Sym() as x) if f == Sym("x") ** Num(2):
                return Mul((Num(3), x))
        return None

    liar = Rule("lie", "power-rule", "This is not so.", lie, "a lie")
    outcome = solve(spelled("diff(x^2, x)"), rules=(liar,))
    assert not isinstance(outcome, Derivation) and "was refuted" in outcome.why


def test_steps_are_values():
    one, other = solved("diff(sin(3x), x)"), solved("diff(sin(3x), x)")
    assert one == other and isinstance(one.steps[0], Step) and hash(one.answer) == hash(other.answer)

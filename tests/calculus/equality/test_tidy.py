"""The clean-up between the steps: what it makes of things, that it ends, and that it never changes a value."""

from functools import cache

import pytest

from fluxions.calculus.derivation.step import every_step
from fluxions.calculus.equality.tidy import TIDY, tidied, tidyings
from fluxions.calculus.expr import Add, Mul, Neg, Num, Pow, fn, num
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.trees import canonical_key, mapped, nodes, replaced, size
from tests.calculus.elementary import functions
from tests.calculus.spelled import solved, spelled
from tests.calculus.tasks_of_one_variable import DERIVATIVES


@pytest.mark.parametrize(
    "before, after",
    [
        ("1*x + 0", "x"),
        ("sigmoid(ln(4))", "4/5"),
        ("sigmoid(-ln(4))", "1/5"),
        ("tanh(ln(3))", "4/5"),
        ("2*3*x", "6x"),
        ("cos(3x)*3", "3cos(3x)"),
        ("cos(x)*x", "x*cos(x)"),
        ("x*2*x", "2x^2"),
        ("x + (-2)", "x - 2"),
        ("3 - (-x)", "3 + x"),
        ("-x + (2 - x)", "-2x + 2"),
        ("x - (y - z)", "x - y + z"),
        ("-(-(x))", "x"),
        ("0*sin(x) + x", "x"),
        ("6x/4", "3x/2"),
        ("(4x + 6)/2", "2x + 3"),
        ("x^1 + x^0", "x + 1"),
        ("x*(1/x)", "1"),
        ("(x/y)/z", "x/(y*z)"),
        ("x/(y/z)", "x*z/y"),
        ("(2x)^2", "4x^2"),
        ("(-x)^3", "-x^3"),
        ("(x/3)^2", "x^2/9"),
        ("sqrt(x)^2", "x"),
        ("x^(-2)", "1/x^2"),
        ("x*sqrt(x)", "x^(3/2)"),
        ("sqrt(x^2)", "sqrt(x^2)"),  # |x|, not x
        ("(x^2)^(1/2)", "(x^2)^(1/2)"),
        ("sqrt(8)", "2sqrt(2)"),
        ("root(-8, 3)", "-2"),
        ("e^x*e^(-x)", "1"),
        ("e^x*e^x", "e^(2x)"),
        ("e^x*e^(e^x)", "e^x*e^(e^x)"),
        ("ln(e^x)", "x"),
        ("sin(pi/6) + cos(0)", "3/2"),
        ("arctan(1)", "pi/4"),
        ("x*e^x + e^x", "e^x*(x + 1)"),
        ("2^x*3*sin(x) + 2^x*cos(x)*2^x", "2^x*(3sin(x) + 2^x*cos(x))"),  # one of the two factors goes out
        ("2*(3x + 4) - 3*(2x - 1)", "11"),
        ("x^2 + x", "x^2 + x"),  # a polynomial is not factored
        ("(x + 1)*(x - 1)", "(x + 1)*(x - 1)"),  # a product alone is not multiplied out
        ("sin(x)^2 + cos(x)^2", "1"),
        ("3sin(2x)^2 + x + 3cos(2x)^2", "x + 3"),
        ("r*sin(t)^2 + r*cos(t)^2", "r"),
        ("sqrt(3)*sqrt(3)/9 + 2/3*sqrt(3)*x", "1/3 + 2/3*sqrt(3)*x"),  # the root stands twice in the first term
        ("sqrt(2)^3", "2sqrt(2)"),
        ("sqrt(3)*sqrt(3)*sqrt(3)", "3sqrt(3)"),
        ("sin(x)^2 + 2cos(x)^2", "sin(x)^2 + 2cos(x)^2"),
        ("1/(1 + 1/x)", "x/(x + 1)"),
        ("(1/x - 1)/y", "(1 - x)/(x*y)"),
        ("1/(3 + h) - 1/3", "1/(3 + h) - 1/3"),
        ("(1/(3 + h) - 1/3)/h", "(1/(3 + h) - 1/3)/h"),  # the common denominator is a step to be seen
        ("(h^2 + 10h)/h", "h + 10"),
        ("(2x*h + h^3 - h)/(3h)", "(2x + h^2 - 1)/3"),
        ("(h^2 + 10)/h", "(h^2 + 10)/h"),
        ("(x - 2x*ln(x))/x^4", "(1 - 2ln(x))/x^3"),
        ("(6x^5 + 2x^2)/x^4", "(6x^3 + 2)/x^2"),
        ("(x^4 - 3x^2)/x^2", "x^2 - 3"),
        ("(x^2 + x)/(2x^3)", "(x + 1)/(2x^2)"),
        ("e^x*(e^x + 3) - e^(2x)", "3e^x"),
        ("e^(-4x)*(1 + e^(-4x)) - e^(-8x)", "e^(-4x)"),
        ("x*sign(x)", "abs(x)"),
        ("abs(x)*sign(x)", "x"),
        ("sign(x)^2", "sign(x)^2"),  # 0 at 0, where 1 would be wrong
        ("abs(x)^2", "x^2"),
        ("if(2 < 3, x, y)", "x"),
        ("if(2x - 1 > 0, 1, 0)", "if(x > 1/2, 1, 0)"),
        ("if(1 - x > 0, 1, 0)", "if(x < 1, 1, 0)"),
        ("w*if(x > 0, 1, 0)", "if(x > 0, w, 0)"),
        ("if(x < 0, 1, x) + if(x < 0, 2, x)", "if(x < 0, 3, 2x)"),
        ("-(y - x)/(z - w)", "-(y - x)/(z - w)"),
    ],
)
def test_tidied(before, after):
    found = tidied(spelled(before))
    assert canonical_key(found) == canonical_key(spelled(after)), ascii(found)


@cache
def trees():
    """Drawn ones, and the lines that the rules of differentiation open."""
    opened = [step.after for task in DERIVATIVES for step in every_step(solved(task).steps)]
    return [
        spelled("(4x + 6)/2"),
        spelled("(h^2 + 10h)/h"),
        spelled("sigmoid(ln(4)) - sigmoid(-ln(9))*tanh(ln(3)) + tanh(-ln(2))"),
        spelled("gamma(a + 2)/gamma(a) + gamma(5/2) - 5!"),
        fn("beta", num(3), num(4)),
        *functions(900, 2, "tidy"),
        *functions(500, 3, "tidier"),
        *(each for each in dict.fromkeys(opened) if not each.stands),
    ]


def test_a_clean_up_never_changes_a_value():
    """Every single step on every tree, at points where both sides are defined."""
    fired = dict.fromkeys((each.name for each in TIDY), 0)
    for tree in trees():
        for step in tidyings(tree):
            verdict = agree(step.before, step.after, 4, 106)
            assert verdict != "differ", f"{step.by.name}: {ascii(step.before)} -> {ascii(step.after)}"
            fired[step.by.name] += verdict == "agree"
    assert all(fired.values()), fired


def test_the_steps_lead_to_the_tidy_form_and_no_further():
    for tree in trees():
        e = tree
        steps = list(tidyings(e))
        assert len(steps) < 400, ascii(tree)
        for step in steps:
            e = replaced(e, step.at, step.after)
        assert e == tidied(tree)
        assert list(tidyings(e)) == [], ascii(e)


def test_answers_have_no_needless_parts():
    """No factor 1, no + 0, no double minus, no bare exponent 1 in the answer of any derivative of the slice."""
    for task in DERIVATIVES:
        answer = solved(task).answer
        for node in nodes(answer):
            match node:
                case Mul(factors):
                    assert Num(1) not in factors and Num(-1) not in factors and Num(0) not in factors, task
                    assert not any(isinstance(each, (Neg, Mul)) for each in factors), task
                    assert not any(isinstance(each, Num) for each in factors[1:]), task
                case Add(terms):
                    assert Num(0) not in terms and not any(isinstance(each, Add) for each in terms), task
                    assert not any(isinstance(each, Num) and each.value < 0 for each in terms[1:]), task
                case Neg(Neg()) | Pow(_, Num(1)):
                    raise AssertionError(task)


def test_tidying_is_the_same_wherever_it_is_done():
    """Children first and the whole afterwards come to the same value."""
    for tree in trees()[:200]:
        assert size(tidied(mapped(tree, lambda e: e))) == size(tidied(tree))


def test_every_clean_up_says_a_sentence():
    names = [each.name for each in TIDY]
    assert len(set(names)) == len(names)
    assert all(each.says.endswith(".") and each.says.count("$") % 2 == 0 for each in TIDY)

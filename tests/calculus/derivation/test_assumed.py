"""Letters of which the sign is told: where a step is tried."""

import pytest

from fluxions.calculus.derivation.assumed import placed, signed_letters
from fluxions.calculus.derivation.rule import Condition
from fluxions.calculus.language.ascii import ascii
from tests.calculus.rules.integration_oracle import whole
from tests.calculus.spelled import solved, spelled


@pytest.mark.parametrize(
    "relation, goal, letters",
    [
        ("a > 0", "int(sqrt(a^2 - x^2), x)", {"a": "a^2"}),
        ("-b > 0", "int(1/(x^2 - b), x)", {"b": "-b^2"}),
        ("b < 0", "int(1/(x^2 - b), x)", {"b": "-b^2"}),
        ("x > 0", "int(ln(x), x)", {}),  # the variable: the check looks everywhere
        ("u > 0", "int(sqrt(x), x)", {}),  # a letter that the goal has not
        ("a != 0", "int(1/(a*x), x)", {}),
        ("a - b > 0", "int(a*b*x, x)", {}),
    ],
)
def test_signed_letters(relation, goal, letters):
    found = signed_letters([Condition(spelled(relation), "assumed")], spelled(goal))
    assert {name: ascii(e) for name, e in found.items()} == letters


def test_both_sides_are_placed():
    both = placed(spelled("sqrt(a^2)"), spelled("a"), {"a": spelled("a^2")})
    assert tuple(map(ascii, both)) == ("sqrt((a^2)^2)", "a^2")


@pytest.mark.parametrize("f", ["sqrt(a^2 - x^2)", "1/sqrt(a^2 - x^2)", "1/(x*sqrt(a*x + b))", "sqrt(x^2 - a^2)/x"])
def test_an_integral_with_letters_holds_for_the_sign_that_is_told(f):
    whole(f)


def test_the_sign_is_told():
    derivation = solved("int(sqrt(a^2 - x^2), x)")
    assert spelled("a > 0") in {each.relation for step in derivation.steps for each in step.provided}

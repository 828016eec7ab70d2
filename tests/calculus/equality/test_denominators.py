import pytest

from fluxions.calculus.equality.denominators import numbers_multiplied_in, one_denominator
from fluxions.calculus.equality.judgement import identical
from fluxions.calculus.language.ascii import ascii
from tests.calculus.spelled import spelled


@pytest.mark.parametrize("before, after", [
    ("exp(x)*(x/2 - 1/4)",        "exp(x)*(2*x - 1)/4"),
    ("4/13*exp(x)*(1/2*a + 3/4*b)", "exp(x)*(2*a + 3*b)/13"),
    ("-exp(x)*(x/3 + 1)",         "-exp(x)*(x + 3)/3"),
    ("exp(x)*(x - 1)",            "exp(x)*(x - 1)"),
    ("x/2 - 1/4",                 "1/2*x - 1/4"),
    ("(x/2 + 1)*(x/3 + 1)",       "(1/2*x + 1)*(1/3*x + 1)"),
    ("1/2",                       "1/2"),
])  # fmt: skip
def test_one_denominator(before, after):
    found = one_denominator(spelled(before))
    assert identical(found, spelled(before)) and identical(found, spelled(after))
    assert ascii(found).count("/") <= ascii(spelled(after)).count("/") or found == spelled(before)


@pytest.mark.parametrize("before, after", [
    ("a + 1/3*(b - c)",   "a + 1/3*b - 1/3*c"),
    ("a - 2*(b - c)",     "a + 2*c - 2*b"),
    ("a + x*(b - c)",     "a + x*(b - c)"),
    ("3*(b - c)",         "3*(b - c)"),
])  # fmt: skip
def test_numbers_multiplied_in(before, after):
    assert ascii(numbers_multiplied_in(spelled(before))) == after

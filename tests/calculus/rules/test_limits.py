"""The rules for limits of quotients, each as a table of facts."""

import pytest

from fluxions.calculus.rules import limits as rules
from tests.calculus.spelled import check


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (rules.continuity, "limit(6 + h, h, 0)", "6 + 0"),
        (rules.continuity, "limit(x^2 + 1, x, 3)", "3^2 + 1"),
        (rules.continuity, "limit(sin(h)/h, h, 0)", None),
        (rules.continuity, "limit(sign(h), h, 0)", None),
        (rules.continuity, "limit(if(h < 0, 0, 1), h, 0)", None),
        (rules.sign_outside, "limit(-(1/(x + h)), h, 0)", "-limit(1/(x + h), h, 0)"),
        (rules.multiply_out, "limit(((3 + h)^2 - 9)/h, h, 0)", "limit((h^2 + 6h)/h, h, 0)"),
        (rules.multiply_out, "limit((h^2 + 6h)/h, h, 0)", None),
        (rules.multiply_out, "limit(((3 + h)^2 - 8)/h, h, 0)", None),  # it is no 0/0
        (rules.cancel_h, "limit((h^2 + 6h)/h, h, 0)", "limit(h + 6, h, 0)"),
        (rules.cancel_h, "limit((-h)/(x*h*(x + h)), h, 0)", "limit((-1)/(x*(x + h)), h, 0)"),
        (rules.cancel_h, "limit((h + 1)/h, h, 0)", None),
        (rules.common_denominator, "limit((1/(3 + h) - 1/3)/h, h, 0)", "limit((-h)/((3 + h)*3*h), h, 0)"),
        (rules.common_denominator, "limit((h + 1)/h, h, 0)", None),
        (rules.conjugate, "limit((sqrt(9 + h) - 3)/h, h, 0)", "limit(h/(h*(sqrt(9 + h) + 3)), h, 0)"),
        (rules.conjugate, "limit((h + 1)/h, h, 0)", None),
        (rules.common_root, "limit((x^2 - 9)/(x - 3), x, 3)", "limit((x + 3)/1, x, 3)"),
        (rules.common_root, "limit((x^2 - 8)/(x - 3), x, 3)", None),
        (rules.common_root, "limit((x*y - 3y)/(x - 3), x, 3)", None),
        (rules.recognise_derivative, "limit((e^h - 1)/h, h, 0)", "at(diff(e^x, x), x, 0)"),
        (rules.recognise_derivative, "limit((sin(y + h) - sin(y))/h, h, 0)", "at(diff(sin(x), x), x, y)"),
    ],
)
def test_rules(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize(
    "before",
    [
        "limit((e^h - 2)/h, h, 0)",
        "limit((cos(h) - 3)/h, h, 0)",
        "limit((sin(y + h) - 2sin(y))/h, h, 0)",
    ],
)
def test_a_quotient_that_is_no_derivative_is_not_taken_for_one(before):
    check(rules.recognise_derivative, before, None)

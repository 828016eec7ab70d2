import pytest

from fluxions.calculus.equality.judgement import identical
from fluxions.calculus.rules.integration import multiples
from tests.calculus.rules.integration_oracle import opens
from tests.calculus.spelled import spelled


@pytest.mark.parametrize("name", ["sin", "cos"])
@pytest.mark.parametrize("n", range(2, 10))
def test_a_power_is_its_sum_over_multiples(name, n):
    assert identical(multiples.by_multiples(name, spelled("x"), n), spelled(f"{name}(x)^{n}"))


@pytest.mark.parametrize("integrand, after", [
    ("x*sin(x)^3",      "int(x*(3/4*sin(x) - 1/4*sin(3*x)), x)"),
    ("x^2*cos(2*x)^4",  "…"),
    ("sin(x)^3",        None),  # alone it has a substitution
    ("x*sin(x)^2",      None),
    ("exp(x)*sin(x)^3", None),
])  # fmt: skip
def test_power_by_multiples(integrand, after):
    opens(multiples.power_by_multiples, integrand, after)

"""What the variants of a family tell of mistakes, beside what each of them tells."""

from itertools import combinations

from fluxions.calculus import Problem, ProblemFamily, discriminates, generate
from fluxions.calculus.expr import Diff, Sym, num
from fluxions.calculus.problems.power import family_power

X = Sym("x")


def a_power(random):
    return Problem("Differentiate.", Diff((num(random.choice([2, 3])) * X + num(1)) ** num(random.randint(2, 4)), X))


POWERS = ProblemFamily("power", "chain-rule", a_power)
IMPOSSIBLE = ProblemFamily("none", "chain-rule", a_power, needs=("by-parts",))


def test_the_report_counts_what_single_variants_tell():
    single = [discriminates(generate(POWERS, seed)) for seed in range(6)]
    found = family_power(POWERS, range(6))
    assert found.variants == 6
    for name, count in found.shows:
        assert count == sum(name in each.visible for each in single)
    for name, count in found.alone:
        assert count == sum(name in each.alone for each in single) <= dict(found.shows)[name]
    assert dict(found.shows)["inner-derivative-lost"] == 6


def test_pairs_are_together_where_they_meet_and_no_variant_keeps_them_apart():
    single = [discriminates(generate(POWERS, seed)) for seed in range(3)]
    names = sorted({name for each in single for name in each.visible})
    apart = {pair for pair in combinations(names, 2) if any(each.separates(*pair) for each in single)}
    meet = {pair for each in single for pair in combinations(sorted(each.visible), 2)}
    assert set(family_power(POWERS, range(3)).together) == meet - apart


def test_a_family_without_problems_tells_nothing():
    found = family_power(IMPOSSIBLE, range(2))
    assert (found.variants, found.shows, found.together) == (0, (), ())

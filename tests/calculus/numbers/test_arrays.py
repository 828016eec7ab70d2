"""Arrays of balls against NumPy, and difference quotients against derivatives known by hand."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.matrices.objectives import OBJECTIVES
from fluxions.calculus.numbers.array_agreement import agree
from fluxions.calculus.numbers.arrays import BITS, NoArray, Place, Unclear, Undefined, arb, arb_mat, difference
from fluxions.calculus.numbers.balls import precision
from tests.calculus.arrays_in_numpy import SIZES, WORDS, entries, spelled, value


def at_the_same_place(seed):
    """A place with the entries of the NumPy side."""
    known = entries(seed)
    arrays = {name: arb_mat([[arb(float(u)) for u in row] for row in made]) for name, made in known.items()}
    plain = {name: each[0, 0] if each.nrows() == each.ncols() == 1 else each for name, each in arrays.items()}
    return known, Place(SIZES, seed, moved=plain)


@pytest.mark.parametrize("task", [task for _, task, _ in OBJECTIVES])
def test_a_value_is_that_of_numpy(task):
    f = spelled(task).args[0]
    with precision(BITS):
        known, place = at_the_same_place(5)
        found = place.value(f)
        flat = [found] if isinstance(found, arb) else found.entries()
        mine = [float(each.mid()) for each in flat]
    np.testing.assert_allclose(mine, value(f, known).flatten(), rtol=1e-9, atol=1e-12)


def test_a_difference_quotient_is_exact_to_many_digits():
    with precision(BITS):
        place = Place({"n": 3, "m": 2}, 1)
        x, task = spelled("x"), spelled("exp(a'*x)")
        found = difference(task, x, place, place.value(spelled("dx")))
        known = place.value(spelled("exp(a'*x)*(a'*dx)"))
        assert abs(found - known) < 2**-90


def test_no_value():
    with precision(BITS):
        place = Place({"n": 3}, 1)
        with pytest.raises((Undefined, Unclear)):
            place.value(spelled("ln(-x'*x)"))
        with pytest.raises((Undefined, Unclear)):
            place.value(spelled("inv(x*x')"))
        with pytest.raises(NoArray):
            place.value(spelled("readoff(a'*dx, x)"))


@pytest.mark.parametrize("text", [
    "kron(kron(kron(A, A), kron(A, A)), kron(kron(A, A), kron(A, A)))", "ones(900000, 900000)", "I_900000", "M",
    "diag(v_1)", "v_1*v_1'", "kron(ones(1000), ones(1000))*ones(1000)'",
])  # fmt: skip
def test_what_is_too_large_is_left_alone(text):
    words = replace(WORDS, shapes=(*WORDS.shapes, ("M", ("999999", "999999")), ("v_1", ("4000",))))
    e = spelled(text, words)
    assert agree(e, e) == "unknown"


@pytest.mark.parametrize("left, right, verdict", [
    ("tr(A*B)", "tr(B*A)", "agree"),
    ("(X*W)'", "W'*X'", "agree"),
    ("A*B", "B*A", "differ"),
    ("S*A", "S'*A", "agree"),
    ("A", "A'", "differ"),
    ("X", "X'", "differ"),
    ("inv(A*B)", "inv(B)*inv(A)", "agree"),
    ("kron(A, B)*vec(S)", "vec(B*S*A')", "agree"),
    ("logsumexp(x) - logsumexp(x)", "0", "agree"),
    ("ln(-norm(x))", "1", "unknown"),
    ("x + 10^(-60)*ones(n)", "x", "differ"),
    ("matgrad(norm(w)^2, w)", "2*w + 10^(-12)*a", "differ"),
    ("matgrad(norm(w)^2, w)", "2*w", "agree"),
    ("matgrad(norm(w)^2, w)", "w", "differ"),
    ("jacobian(A*x, x)", "A", "agree"),
    ("jacobian(A*x, x)", "A'", "differ"),
    ("hessian(x'*A*x, x)", "A + A'", "agree"),
    ("hessian(x'*A*x, x)", "2*A", "differ"),
])  # fmt: skip
def test_agreement(left, right, verdict):
    assert agree(spelled(left), spelled(right)) == verdict

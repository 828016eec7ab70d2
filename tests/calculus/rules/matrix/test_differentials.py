"""Each rule of the differential, as a table of facts."""

import re

import pytest

from benchmarks.matrices.objectives import OBJECTIVES
from benchmarks.worked.tasks_matrix import TASKS
from fluxions.calculus import ascii, latex
from fluxions.calculus.budget import solve_budget
from fluxions.calculus.derivation.rule import found
from fluxions.calculus.derivation.step import every_step
from fluxions.calculus.derivation.verify import checked
from fluxions.calculus.rules.matrix import RULES
from tests.calculus.arrays_in_numpy import solved, spelled

BY_NAME = {rule.name: rule for rule in RULES}
EXTRA = (
    "matgrad(norm(V' - V', F)^2, V)", "matgrad(tr(A*(V*V' - V*V')), V)", "jacobian((x'*A)', x)",
    "jacobian(diag(x)*Z'*y, x)", "jacobian(hadamard(X, Z), X)", "jacobian(X'*y, X)",
    "matgrad(tr(x*a'), x)",
    "matgrad(a'*diag(x)*z, x)", "matgrad(tr(diag(x)*A), x)", "matgrad(tr(hadamard(A, B)), A)", "jacobian(x*x', x)",
    "matgrad(vec(X)'*vec(Z), X)", "matgrad(tr(kron(A, B)), B)", "matgrad(c*s, w)",
    "matgrad(a'*diag(A), A)", "matgrad(logdet(A + s*I), s)", "matgrad(s^3, s)", "matgrad(x'*x, w)", "jacobian(a, x)",
)  # fmt: skip


def check(name, before, after):
    result = found(BY_NAME[name].rewrite(spelled(before)))
    if after is None:
        assert result is None, ascii(result.result)
    else:
        assert result is not None, f"declined {before}"
        assert result.result == spelled(after), ascii(result.result)


@pytest.mark.parametrize("rule, before, after", [
    ("d-sum", "differential(X*w - y, w)", "differential(X*w, w)"),
    ("d-sum", "differential(X*w + v'*w*y, w)", "differential(X*w, w) + differential(v'*w*y, w)"),
    ("d-sum", "differential(X*w, w)", None),
    ("d-constant-factor", "differential(2*s*w'*w, w)", "2*s*differential(w'*w, w)"),
    ("d-constant-factor", "differential(w'*w/m, w)", "differential(w'*w, w)/m"),
    ("d-constant-factor", "differential(-A*w, w)", "-differential(A*w, w)"),
    ("d-constant-factor", "differential(A*w, w)", None),
    ("d-product", "differential(w'*A*w, w)", "differential(w', w)*A*w + w'*A*dw"),
    ("d-product", "differential(X*w, w)", "X*dw"),
    ("d-product", "differential(A*A, A)", "dA*A + A*dA"),
    ("d-quotient", "differential(w'*w/norm(w), w)",
     "differential(w'*w, w)/norm(w) - differential(norm(w), w)*w'*w/norm(w)^2"),
    ("d-squared-norm", "differential(norm(X*w - y)^2, w)", "2*(X*w - y)'*differential(X*w - y, w)"),
    ("d-squared-norm", "differential(norm(X, F)^2, X)", None),
    ("d-squared-frobenius", "differential(norm(X, F)^2, X)", "2*tr(X'*dX)"),
    ("d-norm", "differential(norm(w), w)", "w'*dw/norm(w)"),
    ("d-norm", "differential(norm(w, 1), w)", None),
    ("d-absolute-norm", "differential(norm(w, 1), w)", "sign(w)'*dw"),
    ("d-transpose", "differential(X', X)", "(dX)'"),
    ("d-linear", "differential(tr(A*B), A)", "tr(differential(A*B, A))"),
    ("d-mean", "differential(mean(w), w)", "sum(dw)/n"),
    ("d-mean", "differential(mean(X), X)", "sum(dX)/(m*n)"),
    ("d-inverse", "differential(inv(A), A)", "-inv(A)*dA*inv(A)"),
    ("d-determinant", "differential(det(A), A)", "det(A)*tr(inv(A)*dA)"),
    ("d-log-determinant", "differential(logdet(A), A)", "tr(inv(A)*dA)"),
    ("d-log-determinant", "differential(ln(det(A)), A)", "tr(inv(A)*dA)"),
    ("d-hadamard", "differential(hadamard(X, Z), X)", "hadamard(Z, dX)"),
    ("d-entrywise-quotient", "differential(quotient(a, x), x)", "-hadamard(quotient(a, hadamard(x, x)), dx)"),
    ("d-kronecker", "differential(kron(A, B), A)", "kron(dA, B)"),
    ("d-matrix-power", "differential(A^3, A)", "differential(A*A*A, A)"),
    ("d-matrix-power", "differential(x^3, x)", None),
    ("d-constant", "differential(norm(y)^2, w)", "0"),
    ("d-function", "differential(tanh(x), x)", "hadamard(ones(n) - hadamard(tanh(x), tanh(x)), dx)"),
    ("d-function", "differential(sigmoid(a'*x), x)", "sigmoid(a'*x)*(1 - sigmoid(a'*x))*differential(a'*x, x)"),
    ("d-function", "differential(ln(x), x)", "quotient(dx, x)"),
    ("d-exponential", "differential(exp(x), x)", "hadamard(exp(x), dx)"),
    ("d-power", "differential(x^3, x)", "3*hadamard(x^2, dx)"),
    ("d-power", "differential(s^3, s)", "3*s^2*ds"),
    ("d-root", "differential(sqrt(x), x)", "1/2*quotient(dx, sqrt(x))"),
    ("d-softmax", "differential(softmax(x), x)", "hadamard(softmax(x), dx) - (softmax(x)'*dx)*softmax(x)"),
    ("d-log-sum-exp", "differential(logsumexp(x), x)", "softmax(x)'*dx"),
    ("d-log-sum-exp", "differential(logsumexp(X), X)", "hadamard(softmax(X), dX)*ones(n)"),
    ("d-log-softmax", "differential(ln(softmax(x)), x)", "dx - (softmax(x)'*dx)*ones(n)"),
])  # fmt: skip
def test_a_differential(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize("rule, before, after", [
    ("sum-of-entrywise", "readoff(sum(hadamard(X, dX)), X)", "readoff(tr(X'*dX), X)"),
    ("sum-as-product", "readoff(sum(A*dx), x)", "readoff(ones(n)'*A*dx, x)"),
    ("sum-as-product", "readoff(sum(dX), X)", "readoff(ones(m)'*dX*ones(n), X)"),
    ("scalar-transposed", "readoff((dx)'*A*x, x)", "readoff(x'*A'*dx, x)"),
    ("scalar-as-trace", "readoff(a'*dA*z, A)", "readoff(tr(z*a'*dA), A)"),
    ("scalar-as-trace", "readoff(a'*dx, x)", None),
    ("cyclic-trace", "readoff(tr(C*X*(dX)'), X)", None),
    ("cyclic-trace", "readoff(tr(C*dX*A*X'), X)", "readoff(tr(A*X'*C*dX), X)"),
    ("transpose-in-trace", "readoff(tr(X*(dX)'), X)", "readoff(tr(X'*dX), X)"),
    ("entrywise-moved", "readoff(a'*hadamard(z, dx), x)", "readoff(hadamard(a, z)'*dx, x)"),
    ("reading-form", "readoff(2*x'*A*dx, x)", "readoff((2*A'*x)'*dx, x)"),
    ("read-off", "readoff((2*A'*x)'*dx, x)", "2*A'*x"),
    ("read-off", "readoff(2*x'*A*dx, x)", None),
    ("read-off", "readoff(tr((X)'*dX), X)", "X"),
    ("entrywise-as-diagonal", "readoff(hadamard(a, dx), x)", "readoff(diag(a)*dx, x)"),
    ("vec-of-product", "readoff(C*dX*A, X)", "readoff(kron(A', C)*vec(dX), X)"),
    ("read-jacobian", "readoff(kron(A', C)*vec(dX), X)", "kron(A', C)"),
    ("gradient-by-differential", "matgrad(a'*x, x)", "readoff(differential(a'*x, x), x)"),
    ("gradient-by-differential", "matgrad(a'*z, x)", "zeros(n)"),
    ("hessian-by-gradient", "hessian(a'*x, x)", "jacobian(matgrad(a'*x, x), x)"),
])  # fmt: skip
def test_a_line_is_brought_into_the_form_that_is_read_off(rule, before, after):
    check(rule, before, after)


def goals():
    """Every goal of the objectives, the tasks and a few more."""
    for task in [*(task for _, task, _ in OBJECTIVES), *(task for task, _ in TASKS), *EXTRA]:
        yield from every_step(solved(task).steps)


def test_every_rule_is_used_its_slots_are_filled_and_its_result_is_confirmed():
    slot = re.compile(r"\$\{(\w+)\}\$|\{(\w+)\}")
    used = set()
    for step in goals():
        used.add(step.rule)
        names = {name for name, _ in step.using}
        for match in slot.finditer(step.sentence):
            assert (match.group(1) or match.group(2)) in names, (step.rule, step.sentence)
        assert all(latex(value) for _, value in step.using)
        assert step.checked.status == "numeric"
    assert {rule.name for rule in RULES} - used == {"d-constant", "d-variable"} - used


@pytest.mark.parametrize("before, wrong", [
    ("differential(w'*A*w, w)", "2*w'*A*dw"),  # A need not be symmetric
    ("differential(inv(A), A)", "-inv(A)*inv(A)*dA"),
    ("differential(A*A, A)", "2*A*dA"),
    ("matgrad(norm(X*w - y)^2, w)", "X'*(X*w - y)"),
    ("matgrad(logdet(A), A)", "inv(A)"),
    ("hessian(w'*A*w, w)", "2*A"),
    ("jacobian(X*w, w)", "X + 2*X"),
    ("jacobian(X*(w - w), w)", "0"),  # the right value in another shape
    ("matgrad(norm(w)^2, w)", "2*w'"),
])  # fmt: skip
def test_a_wrong_line_is_not_confirmed(before, wrong):
    assert checked(spelled(before), spelled(wrong), solve_budget()) is None

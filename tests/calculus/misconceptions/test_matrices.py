"""Wrong rules of matrix calculus, on tasks other than their examples; every wrong answer is worked out by hand."""

import pytest

from benchmarks.worked import tasks
from tests.calculus.misconceptions.values import led_to, mistakes

WORDS = tasks("matrix")[0].words
LOSS = "matgrad(norm(X*W - Y, F)^2, W)"
CROSS = "matgrad(logsumexp(W'*x) - q'*W'*x, W)"
GLM = "hessian(sum(softplus(X*w)), w)"


@pytest.mark.parametrize("task, wrong, name", [
    ("matgrad(tr(X'*C*X), X)", "C*X", "later-factor-held"),
    ("matgrad(tr(X'*C*X), X)", "C'*X", "earlier-factor-held"),
    ("matgrad((x - a)'*S*(x - a), x)", "S*(x - a)", "later-factor-held"),
    ("matgrad((a'*x)*(v'*x), x)", "(v'*x)*a", "later-factor-held"),
    ("matgrad(tr(A^2*B), A)", "2*A'*B'", "power-as-of-a-number"),
    ("matgrad(tr(A^2), A)", "A'", "later-factor-held"),
    (LOSS, "X'*(X*W - Y)", "two-of-the-square-lost"),
    (LOSS, "2*X'*(Y - X*W)", "residual-turned"),
    (LOSS, "2*(X*W - Y)'*X", "gradient-read-transposed"),
    (LOSS, "2*(X*W - Y)", "inner-matrix-left-out"),
    ("matgrad(mean((y - X*w)^2), w)", "-2*X'*(y - X*w)", "mean-as-sum"),
    ("matgrad(norm(X, F), X)", "X", "norm-not-divided"),
    ("matgrad(norm(X, F), X)", "2*X", "norm-as-square"),
    ("matgrad(tr(inv(A)), A)", "inv(A)'*inv(A)'", "inverse-minus-lost"),
    ("matgrad(tr(inv(A)), A)", "-inv(A)'", "inverse-once"),
    ("jacobian(inv(A), A)", "kron(inv(A)', inv(A))", "inverse-minus-lost"),
    ("matgrad(det(A), A)", "det(A)*inv(A)", "inverse-not-transposed"),
    ("matgrad(logdet(X'*X), X)", "2*det(X'*X)*X*inv(X'*X)", "determinant-kept"),
    ("matgrad(a'*A*z, A)", "z*a'", "gradient-read-transposed"),
    ("matgrad(a'*x, x)", "a'", "gradient-read-transposed"),
    (CROSS, "x*(q - softmax(W'*x))'", "residual-turned"),
    ("matgrad(logsumexp(x) - p'*x, x)", "ones(n) - p", "log-sum-exp-as-sum"),
    (GLM, "X'*X", "activation-slope-left-out"),
    (GLM, "X'*diag(sigmoid(X*w))*X", "activation-for-its-slope"),
    ("jacobian(tanh(x), x)", "I_n", "activation-slope-left-out"),
    ("jacobian(tanh(x), x)", "diag(ones(n) - tanh(x))", "activation-slope-half"),
    ("hessian(logsumexp(x), x)", "diag(softmax(x))", "softmax-without-normaliser"),
    ("matgrad(sum(tanh(X*W + ones(m)*b')), b)",
     "(ones(m, k) - hadamard(tanh(X*W + ones(m)*b'), tanh(X*W + ones(m)*b')))'", "batch-not-summed"),
    ("matgrad(sum(relu(X*w)), w)", "X'*ones(m)", "activation-slope-left-out"),
    ("jacobian((x'*A)', x)", "A", "jacobian-read-transposed"),
])  # fmt: skip
def test_a_wrong_answer_is_led_to(task, wrong, name):
    assert name in led_to(task, wrong, WORDS), [each for each, _ in mistakes(task, WORDS)]


@pytest.mark.parametrize("task, name", [
    ("matgrad(x'*S*x, x)", "form-as-if-symmetric"),  # it is
    ("matgrad(x'*x, x)", "earlier-factor-held"),  # both turns are alike: the other name is used
    ("matgrad(logdet(S), S)", "inverse-not-transposed"),
    ("matgrad(norm(x)^2, x)", "inner-matrix-left-out"),
    ("matgrad(logdet(A), A)", "gradient-read-transposed"),  # it has its own name there
])  # fmt: skip
def test_it_is_not_seen_where_it_does_not_fit_or_makes_no_difference(task, name):
    assert name not in {each for each, _ in mistakes(task, WORDS)}

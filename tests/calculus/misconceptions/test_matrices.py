"""Wrong rules of matrix calculus, on tasks other than their examples; every wrong answer is worked out by hand."""

import pytest

from benchmarks.worked import tasks
from tests.calculus.misconceptions.values import led_to, mistakes

WORDS = tasks("matrix")[0].words
LOSS = "matgrad(norm(X*W - Y, F)^2, W)"
CROSS = "matgrad(logsumexp(W'*x) - q'*W'*x, W)"
PENALISED = "matgrad(norm(X*w - y)^2 + 3*norm(w)^2, w)"
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
    ("hessian(norm(X*w - y)^2, w)", "2*X*X'", "transpose-order-kept"),
    ("jacobian(sigmoid(A*x), x)", "diag(hadamard(sigmoid(A*x), ones(n) - sigmoid(A*x)))", "inner-matrix-left-out"),
    ("matgrad(sum(softplus(X*w)) - y'*X*w, w)", "sigmoid(X*w) - y", "inner-matrix-left-out"),
    ("matgrad(3*norm(y - X*w)^2, w)", "-6*(y - X*w)", "inner-matrix-left-out"),
    ("matgrad(mean((X*w - y)^2), w)", "2/n*X'*(X*w - y)", "mean-over-the-other-size"),
    ("matgrad(mean((X*w - y)^2), w)", "1/m*X'*(X*w - y)", "two-of-the-square-lost"),
    (PENALISED, "2*X'*(X*w - y)", "penalty-left-out"),
    (PENALISED, "2*X'*(y - X*w) + 6*w", "residual-turned"),
    (PENALISED, "X'*(X*w - y) + 3*w", "two-of-the-square-lost"),  # in both terms
    (PENALISED, "2*X'*(X*w - y) - 6*w", "penalty-subtracted"),
    (PENALISED, "2*X'*X*w + 6*w", "target-left-out"),
    (PENALISED, "2*X'*(X*w + y) + 6*w", "target-added"),
    (PENALISED, "2*X'*(X*w - y) + 2*w", "number-in-front-lost"),
    (PENALISED, "2/m*X'*(X*w - y) + 6*w", "sum-as-mean"),
    ("matgrad(sum(softplus(X*w)) - y'*X*w, w)", "X'*(sigmoid(X*w) + y)", "linear-term-turned"),
    ("matgrad(sum(softplus(X*w)) - y'*X*w, w)", "X'*sigmoid(X*w)", "linear-term-left-out"),
    ("matgrad(sum(softplus(X*w)) - y'*X*w, w)", "X'*(hadamard(sigmoid(X*w), ones(m) - sigmoid(X*w)) - y)",
     "differentiated-once-more"),
    (CROSS, "x*(W'*x - q)'", "scores-for-predictions"),
    (CROSS, "x*hadamard(softmax(W'*x) - q, hadamard(softmax(W'*x), ones(k) - softmax(W'*x)))'",
     "prediction-slope-once-more"),
    ("matgrad(norm(x - a)^2, x)", "4*norm(x - a)/2", "length-for-the-vector"),
    ("matgrad(a'*A*z, A)", "a'*z", "inner-for-outer-product"),
    ("matgrad(tr(inv(A)*B), A)", "-inv(A)'*inv(A)'*B'", "inverses-on-one-side"),
    ("matgrad(tr(inv(A)*B), A)", "B'", "inverse-passed-over"),
    ("matgrad(a'*inv(A)*z, A)", "-inv(A)*a*z'*inv(A)", "transposes-dropped"),
    ("matgrad(tr(A'*A), A)", "2*tr(A)", "trace-kept"),
    ("hessian(norm(X*w - y)^2 + norm(w)^2, w)", "2*X'*X + 2*ones(n, n)", "one-for-identity"),
    ("matgrad(norm(X*w - y)^2, w)", "2*X'*X", "hessian-for-gradient"),
    ("hessian(logsumexp(x), x)", "softmax(x)", "array-gradient-for-hessian"),
    (GLM, "X'*hadamard(sigmoid(X*w), ones(m) - sigmoid(X*w))", "diagonal-as-vector"),
    ("matgrad(tr(X'*C*X), X)", "2*C*X", "form-as-if-symmetric"),
    ("matgrad(ln(a'*x), x)", "a", "scalar-outer-slope-left-out"),
    ("matgrad(ln(a'*x), x)", "1/(a'*x)", "gradient-of-the-inside-left-out"),
    ("jacobian(x/norm(x), x)", "I_n/norm(x)", "array-quotient-bottom-held"),
    ("matgrad(3*logdet(A), A)", "3/det(A)", "one-over-determinant"),
    ("matgrad(x'*A*x + 7, x)", "(A + A')*x + 7*ones(n)", "constant-beside-kept"),
    (GLM, "X'*diag(hadamard(sigmoid(X*w), ones(m) + sigmoid(X*w)))*X", "plus-in-activation-slope"),
])  # fmt: skip
def test_a_wrong_answer_is_led_to(task, wrong, name):
    assert name in led_to(task, wrong, WORDS), [each for each, _ in mistakes(task, WORDS)]


@pytest.mark.parametrize("task, name", [
    ("matgrad(x'*S*x, x)", "form-as-if-symmetric"),  # it is
    ("matgrad(x'*x, x)", "earlier-factor-held"),  # both turns are alike: the other name is used
    ("matgrad(logdet(S), S)", "inverse-not-transposed"),
    ("matgrad(norm(x)^2, x)", "inner-matrix-left-out"),
    ("matgrad(logdet(A), A)", "gradient-read-transposed"),  # it has its own name there
    ("matgrad(norm(w)^2, w)", "penalty-left-out"),  # there is no loss beside it
    ("matgrad(a'*x, x)", "linear-term-left-out"),
    ("matgrad(norm(x - a)^2, x)", "sum-as-mean"),  # no data are summed over
    ("matgrad(norm(X*w - y)^2/m, w)", "sum-as-mean"),
    ("matgrad(a'*A*z, A)", "outer-product-turned"),  # that is the transpose
])  # fmt: skip
def test_it_is_not_seen_where_it_does_not_fit_or_makes_no_difference(task, name):
    assert name not in {each for each, _ in mistakes(task, WORDS)}

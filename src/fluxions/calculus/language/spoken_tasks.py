"""Tasks, and what stands on the way to their answers, in words; closing words say where a part ends."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.expr import Expr, Operator, Vector

Speak = Callable[[Expr], str]

# name and number of parts -> the words; {0} is the first part
WORDS: dict[tuple[str, int], str] = {
    ("minimum", 2): "minimum {1} at {0}", ("maximum", 2): "maximum {1} at {0}", ("saddle", 2): "saddle {1} at {0}",
    ("minimum", 1): "minimum at {0}", ("maximum", 1): "maximum at {0}", ("saddle", 1): "saddle at {0}",
    ("normal", 2): "the normal distribution with mean {0} and standard deviation {1}",
    ("exponential", 1): "the exponential distribution with rate {0}",
    ("uniform", 2): "the uniform distribution from {0} to {1}",
    ("betadist", 2): "the beta distribution with parameters {0} and {1}",
    ("gammadist", 2): "the gamma distribution with parameters {0} and {1}",
    ("solve", 2): "solve {0} for {1}, end solve", ("solve", 4): "solve {0} for {1} from {2} to {3}, end solve",
    ("extrema", 2): "the extrema of, {0}, end extrema",
    ("extrema", 4): "the extrema of, {0}, for {1} from {2} to {3}, end extrema",
    ("classify", 3): "stationary at {2}", ("classify", 4): "stationary at {2}, with second derivatives {3}",
    ("kind", 4): "at {2}, second derivatives {3}, end kind", ("candidates", 5): "candidates: {3}, {4} and {2}",
    ("compare", 1): "compare {0}", ("together", 2): "{0} together with {1}",
    ("each", 3): "all {0} with {1} in, {2}, end each",
    ("lagrange", 3): "the extrema of, {0}, under the constraints {1}, end extrema",
    ("kkt", 3): "the minimum of, {0}, under the constraints {1}, end minimum",
    ("multipliers", 4): "{0}, with {2}", ("onset", 4): "candidates: {3}", ("constrained", 4): "the candidate {3}",
    ("constrained", 5): "the candidate {3}, with multipliers {4}",
    ("tangential", 5): "the candidate {2}, with constraint slopes {3} and second derivatives {4}, end candidate",
    ("active", 4): "active constraints {3}", ("allowed", 4): "active constraints {2}, candidates {3}, end candidates",
    ("least", 4): "the least of, {3}, end least",
    ("convexity", 2): "is {0} convex", ("curvature", 2): "the curvature by {1}",
    ("definiteness", 1): "the definiteness of {0}",
    ("tangent", 3): "the tangent of, {0}, at {1} equal to {2}, end tangent",
    ("taylor", 4): "the taylor polynomial of degree {3} of, {0}, at {1} equal to {2}, end polynomial",
    ("newton", 4): "newton's method for {0} equals zero from {1} equal to {2}, steps left: {3}",
    ("descend", 5): "gradient descent on, {0}, from {1} equal to {2} with rate {3}, steps left: {4}",
    ("euler", 6): "euler's method for the slope {0}, from {1} equal to {2} with value {3}, step {4}, steps left: {5}",
    ("implicit", 3): "the slope of {1} by {2} where {0}, end slope",
    ("chain", 3): "the derivative of, {0}, by {2}, where {1}, end derivative",
    ("path", 3): "the product of the derivatives of, {0}, along the path {2}, end path",
    ("grad", 2): "the gradient of, {0}, end gradient", ("hessian", 2): "the hessian of, {0}, end hessian",
    ("jacobian", 2): "the jacobian of, {0}, end jacobian", ("div", 2): "the divergence of, {0}, end divergence",
    ("curl", 2): "the curl of, {0}, end curl", ("laplacian", 2): "the laplacian of, {0}, end laplacian",
    ("dirderiv", 4): "the derivative of, {0}, at {2} in the direction {3}, end derivative",
    ("at", 3): "{0}, at {1} equal to {2}, end value", ("dot", 2): "{0} dot {1}, end product",
    ("cross", 2): "{0} cross {1}, end product", ("det", 1): "the determinant of, {0}, end determinant",
    ("norm", 1): "the norm of, {0}, end norm",
    ("potential", 2): "a potential of, {0}, end potential", ("conservative", 3): "the curl {2}",
    ("gathered", 4): "a potential that begins with {3}",
    ("gathered", 5): "a potential that begins with {3}, missing {4}",
    ("rise", 4): "the rise of, {0}, from {2} to {3}, end rise",
    ("line", 6): "the line integral of, {0}, along {2} for {3} from {4} to {5}, end integral",
    ("flux", 6): "the surface integral of, {0}, over {2}, end integral",
    ("green", 6): "the circulation of, {0}, around the edge of {2}, end circulation",
    ("stokes", 6): "the circulation of, {0}, around the edge of {2}, end circulation",
    ("gauss", 7): "the flux of, {0}, out of {2}, end flux",
    ("sides", 2): "from the left {0}, from the right {1}",
    ("converges", 1): "does {0} converge", ("convergence", 2): "all {1} for which {0} converges",
    ("radius", 2): "the radius of convergence of {0}", ("within", 5): "the radius {0}, end radius",
    ("absolute", 3): "the sizes: {0}", ("endpoints", 4): "at {0}, {2}, at {1}, {3}, end points",
    ("ratiotest", 1): "the ratio test with {0}", ("roottest", 1): "the root test with {0}",
    ("termtest", 1): "the term test with {0}", ("upto", 4): "{0}, up to degree {3} in {1}",
    ("largest", 4): "the largest size of, {0}, for {1} from {2} to {3}, end largest",
    ("remainder", 5): "the remainder of degree {3} of, {0}, from {2} to {4}, end remainder",
    ("ode", 3): "solve the differential equation {0}",
    ("ode", 4): "solve the differential equation {0} with {3}",
    **{(name, 3): "{0}" for name in ("balanced", "explicit")},
    **{(name, 4): "{0}, with {3}" for name in ("balanced", "explicit", "fitted")},
    ("weighted", 5): "the slope of {3} plus {0} times {3} equals {1}, with integral {2}",
    ("weighted", 6): "the slope of {3} plus {0} times {3} equals {1}, with integral {2} and {5}",
    ("flow", 3): "the slope of {1} equals minus {0}, end slope",
    ("flow", 4): "the slope of {1} equals minus {0}, with {3}",
    ("mgf", 3): "the moment generating function at {0} of {1}, which has the density {2}",
    ("posterior", 3): "the posterior of {2} for the likelihood {0} and the prior {1}",
    ("kernel", 2): "the posterior of {1} in proportion to {0}", ("diverges", 2): "{0}",
}  # fmt: skip


def task_in_words(e: Operator, speak: Speak) -> str | None:
    """The words; None where the operator has no words of its own."""
    form = WORDS.get((e.name, len(e.args)))
    if form is None:
        return None
    return form.format(*(_part(each, speak) for each in e.args))


def _part(e: Expr, speak: Speak) -> str:
    """A list of one is its only entry."""
    return speak(e.entries[0]) if isinstance(e, Vector) and len(e.entries) == 1 else speak(e)


__all__ = ["task_in_words"]

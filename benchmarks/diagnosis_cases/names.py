"""What Fluxions may call each kind of mistake: ids of misconceptions, or reasons of a verdict that say as much.

A kind that is not listed has no name in Fluxions, and counts as missed. The ids were chosen by their titles, before
any answer was diagnosed; those under _ALSO were added after, where another title says the same of the same answer.
"""

from __future__ import annotations

_ALGEBRA = """
square spread over a sum: power-of-a-sum
middle term not doubled: power-of-a-sum
power spread over a sum: power-of-a-sum
root spread over a sum: root-of-a-sum
logarithm spread over a sum: logarithm-split
cancelled a term, not a factor: term-cancelled one-term-divided
quotient of the integrals: quotient-of-antiderivatives
powers of powers added: exponents-added
powers multiplied: exponents-multiplied
product of the integrals: product-of-antiderivatives
"""

_DIFFERENTIATION = """
constant kept: constant-kept not-differentiated
inner constant kept: constant-kept not-differentiated
exponent not lowered: exponent-not-lowered
exponent not brought down: exponent-not-in-front root-without-half
exponent raised instead: negative-exponent-raised
negative exponent lowered the wrong way: negative-exponent-raised
sign of a negative exponent lost: negative-exponent-sign-lost
reciprocal of the derivative: reciprocal-of-derivative
product of the derivatives: product-of-derivatives
second term of the product rule left out: second-turn-missing
first term of the product rule left out: first-turn-missing
minus in the product rule: product-with-minus
quotient of the derivatives: quotient-of-derivatives
numerator of the quotient rule turned round: quotient-reversed
plus in the quotient rule: quotient-with-plus
denominator not squared: bottom-not-squared
inner derivative forgotten: inner-derivative-lost bump-minus-lost
derivative put inside: derivative-put-inside
inner derivative added: inner-derivative-added
sign of the derivative of cosine: cosine-sign-lost
sign of the derivative of sine: sine-sign-added
outer derivative taken at x: outer-taken-at-x
power of the argument instead of the value: function-name-as-factor outer-taken-at-x
derivative of tangent as secant times tangent: tangent-not-squared tangent-by-parts
square lost in the derivative of tangent: tangent-not-squared
power rule on an exponential: exponential-as-power
derivative put into the exponent: derivative-put-inside
sign of the inner derivative lost: bump-minus-lost
logarithm of the base forgotten: base-logarithm-lost
divided by the logarithm of the base: one-over-logarithm base-logarithm-upside-down
multiplied by the logarithm of the base: base-logarithm-upside-down one-over-logarithm
logarithm kept in its derivative: derivative-put-inside
inside squared only in part: inner-bracket-missing
inverse function as a reciprocal: inverse-as-reciprocal
innermost derivative forgotten: middle-layer-skipped inner-derivative-lost
middle derivative forgotten: middle-layer-skipped
second derivative: only the first: one-derivative-only
second derivative as a square: derivative-squared
second derivative: inner derivative once: inner-derivative-lost
second derivative: product term by term: product-of-derivatives
second derivative: product of seconds: product-of-derivatives
value instead of slope: height-for-slope
derivative of the value: height-for-slope
tangent through the origin: height-left-out step-from-zero
tangent without the shift: step-from-zero plane-from-the-origin
tangent with the value as slope: height-for-slope
tangent without the height: height-left-out plane-height-left-out
implicit: sign lost: sign-lost-in-solving
implicit: slope turned over: fraction-turned-over
implicit: constant kept: constant-kept
implicit: no y' for y: slope-of-y-left-out every-variable-moves
implicit: product of the derivatives: product-of-derivatives
implicit: second term of the product left out: second-turn-missing slope-of-y-left-out y-as-constant
implicit: first term of the product left out: first-turn-missing
sigmoid: one minus the input: one-minus-input
derivative under the root: derivative-put-inside root-without-half
"""

_INTEGRATION = """
differentiated instead of integrated: differentiated-instead
integral: not divided by the new exponent: new-exponent-not-divided
integral: divided by the old exponent: old-exponent-divided
integral: exponent not raised: integral-exponent-kept
integral: constant not integrated: constant-integrated-to-zero not-differentiated
integral: reciprocal of a power as a logarithm: logarithm-of-any-bottom
integral: negative exponent lowered: negative-exponent-grown
integral: sign of a negative exponent lost: negative-exponent-sign-lost
integral: inner factor not divided: inner-slope-not-divided
integral: multiplied by the inner factor: inner-slope-multiplied
integral: fraction split over the denominator: split-below-the-line
integral: power rule on an exponential: exponential-integrated-as-power
integral: sign of the integral of sine: wave-sign-of-derivative
integral: sign of the integral of cosine: wave-sign-of-derivative
substitution: factor of the differential lost: factor-of-du-lost
substitution: multiplied by the factor: inner-slope-multiplied
substitution: only the two lost: factor-of-du-lost
parts: plus instead of minus: parts-with-plus
parts: second integral left out: parts-integral-left-out
parts: second integral not carried out: inner-slope-not-divided
integral of the logarithm as its derivative: product-of-antiderivatives differentiated-instead
arctangent: factor lost: arctangent-factor-lost
integral: any reciprocal as a logarithm: logarithm-of-any-bottom
bounds turned round: lower-minus-upper
lower bound left out: upper-bound-alone
lower bound of 0 left out: upper-bound-alone
bounds added: bounds-added
bounds put into the integrand: integrand-between-bounds
bounds put into the derivative: differentiated-instead
bounds not changed in a substitution: old-bounds-kept
moving bound: inner derivative forgotten: bound-slope-lost
moving bound: not put in: outer-taken-at-x
moving bound: value at the fixed bound subtracted: constant-bound-subtracted
iterated: integrals added: double-integral-as-product
"""

_LIMITS = """
0/0 taken for 0: zero-over-zero-zero
0/0 taken for 1: zero-over-zero-one
every sine over its angle is 1: sine-quotient-one zero-over-zero-one
sine limit: only the outer factor: sine-quotient-one inner-derivative-lost
l'Hôpital: inner derivative forgotten: inner-derivative-lost
l'Hôpital where it does not apply: lhopital-without-need
cosine limit: factor lost: inner-derivative-lost sine-quotient-one
infinity over infinity is 1: infinity-over-infinity-one
ratio of leading coefficients of other degrees: leading-coefficients-anyway
one to the infinite is 1: one-to-infinity-one
infinite minus infinite is 0: infinities-subtracted
root of a square as x, left of 0: root-of-square bars-dropped-below-zero
absolute value cancelled: bars-dropped-below-zero limit-from-the-other-side
geometric: started at 0: first-term-left-out
geometric: plus in the denominator: geometric-plus-below
geometric: ratio for the first term: first-term-one
geometric: sign of the ratio: geometric-plus-below
geometric: started at 1: first-term-left-out
terms go to 0, so it converges: null-terms-converge ratio-one-decides
alternating taken for absolute: alternating-absolutely
alternating: the moduli diverge, so it diverges: alternating-signs-ignored
radius: the ratio itself: radius-inverted
interval: ends not looked at: ends-not-tried
interval: both ends taken: ends-taken-in
taylor: factorials forgotten: factorials-left-out
taylor: inner factor forgotten: inside-not-raised inner-derivative-lost
taylor: divided by n, not by n!: number-for-factorial
taylor: inner factor not raised: inside-not-raised
taylor: signs do not alternate: series-signs-lost
taylor: centre not shifted: powers-not-shifted
constant added at the end: constant-at-the-end
ode: sign of the exponent: rate-sign-lost factor-with-minus
ode: initial value not used: known-value-as-constant constant-left-out
ode: right side not integrated: factor-not-integrated
euler: minus the step: euler-downwards
euler: step size forgotten: euler-step-left-out
euler: slope of the start kept: slope-taken-once initial-value-held every-step-from-the-start
"""

_SEVERAL = """
partial: the other variable differentiated too: each-variable-in-turn every-variable-moves
partial: term of the other variable kept: constant-kept
partial: factor of the other variable dropped: constant-factor-dropped
inner derivative: the other variable lost: constant-factor-dropped
gradient summed: partials-added
direction not normalised: direction-not-unit
gradient for the slope in a direction: gradient-for-slope
direction ignored: components added: partials-added
direction divided by the square of its length: divided-by-the-square
jacobian transposed: jacobian-transposed jacobian-read-transposed
jacobian: only the diagonal: off-diagonal-left-out
hessian: mixed derivatives forgotten: off-diagonal-left-out
chain: path through y missing: first-path-only
chain: path through x missing: last-path-only
chain: inner derivatives missing: last-step-left-out
chain: paths multiplied: paths-multiplied
tangent plane: slopes left as functions: plane-with-moving-slopes
mixed: only the first derivative: one-derivative-only
mixed: derivatives added: first-derivatives-added
matrix: factor 2 lost: two-of-the-square-lost square-as-norm
matrix: inner transpose dropped: transposes-dropped inner-matrix-left-out inverse-not-transposed
matrix: sign of the residual: residual-turned
matrix: gradient as a row: gradient-read-transposed
matrix: penalty not differentiated by its 2: two-of-the-square-lost
matrix: sum for the mean: mean-as-sum
matrix: A taken as symmetric: form-as-if-symmetric
matrix: only the transposed half: later-factor-held earlier-factor-held
matrix: outer product turned round: gradient-read-transposed transpose-order-kept transposes-dropped
matrix: one over the determinant: one-over-determinant
matrix: determinant kept: determinant-kept
matrix: sign of the inverse's derivative: inverse-minus-lost
matrix: inverse treated as a matrix of variables: inverse-of-the-change
matrix: order of the factors: transpose-order-kept
"""

_OPTIMISATION = """
maximum and minimum exchanged: minimum-for-maximum every-candidate-a-minimum
extrema: the negative root lost: negative-roots-lost one-point-only negative-root-lost
extrema: ends not looked at: ends-left-out
extrema: only the ends looked at: ends-only
second-derivative test: only f_xx looked at: first-entry-alone diagonal-decides every-point-a-minimum
second-derivative test: sign of the determinant: determinant-sign-turned negative-determinant-maximum
constraint ignored: constraint-ignored
lagrange: multiplier of the wrong sign: multiplier-sign-turned
kkt: slack constraint taken as active: all-constraints-active
descent: uphill: uphill
descent: step size forgotten: rate-left-out
descent: value instead of slope: value-for-slope
descent: slope of the start kept: slope-taken-once every-step-from-the-start
newton: plus: newton-plus
newton: quotient turned over: newton-upside-down
newton: not divided by the slope: step-not-divided
definiteness: only the diagonal looked at: diagonal-decides
definiteness: negative determinant taken for negative: determinant-decides
convexity: one direction looked at: first-entry-alone convex-in-each-variable
variance: mean not subtracted: square-without-the-mean
variance: mean not squared: mean-not-squared
standard deviation for the variance: deviation-squared-twice variance-read-for-deviation
expectation: density alone integrated: density-for-distribution
expectation: density ignored: density-left-out
expectation of a square as the square of the mean: function-of-the-mean
exponential: rate taken for the mean: rate-for-scale
density not normalised: gamma-rate-lost gamma-rate-once density-left-out
sigma for sigma squared: variance-read-for-deviation
variance: factor not squared: variance-scaled-once
variance: shift added: variance-shifted
normalising: the integral itself: normaliser-not-turned-over
normalising: antiderivative not divided: new-exponent-not-divided
posterior: prior ignored: prior-left-out
posterior: exponents for parameters: exponents-as-parameters
"""

_FIELDS = """
divergence as a vector: divergence-as-vector
divergence: with the signs of the curl: divergence-with-minus
divergence: crosswise: divergence-crossed
curl: sign turned round: curl-turned
curl: sign of the middle entry: curl-middle-sign
curl: plus instead of minus: curl-with-plus
divergence for the curl: divergence-for-curl
laplacian as a vector: laplacian-as-vector
laplacian: first derivatives: laplacian-of-first-order
laplacian: mixed derivatives added: laplacian-with-mixed
potential: shared term counted twice: potential-parts-added
potential: part of the other variable forgotten: potential-of-first-part
potential: curl not looked at: potential-without-test
line integral: velocity forgotten: velocity-left-out
line integral: run backwards: ends-exchanged
arc length: speed forgotten: speed-left-out
arc length: root forgotten: length-without-root
arc length: components added: length-as-sum
flux: normal turned round: inward-flux
flux: normal made a unit vector: unit-normal-alone
green: clockwise: ends-exchanged curl-turned
green: plus instead of minus: curl-with-plus
polar: the factor r forgotten: radius-factor-left-out area-factor-left-out determinant-left-out
gauss: inwards: inward-flux
cross product: sign of the middle entry: cross-middle-sign
cross product: factors exchanged: cross-turned
cross product: entries multiplied: cross-entry-by-entry
"""


_ALSO = """
partial: factor of the other variable dropped: each-variable-in-turn
inner derivative: the other variable lost: each-variable-in-turn
mixed: only the first derivative: not-differentiated
sign of the squared point: square-of-negative
flux: normal turned round: cross-turned
polar: the factor r forgotten: stretch-left-out
matrix: inner transpose dropped: gradient-read-transposed
matrix: factor 2 lost: later-factor-held earlier-factor-held
0/0 taken for no limit: zero-over-zero-no-limit
infinity over infinity is infinite: infinity-over-infinity-infinite
infinity over infinity is 0: infinity-over-infinity-zero
ratio of the constant terms: constant-terms-compared
ratio turned over: leading-quotient-upside-down
compound limit: always e: compound-limit-always-e
one plus to the infinite is infinite: one-to-infinity-infinite
infinite minus infinite is infinite: infinities-subtracted-infinite
conjugate: half lost: conjugate-counted-once
root of a square as x, left of 0: root-positive-far-left
one-sided limit taken for none: one-side-read-as-both
sine limit: only the outer factor: inside-scale-lost
cosine limit: factor lost: inside-scale-lost
l'Hôpital: inner derivative forgotten: inside-scale-lost
cosine limit: factor not squared: inside-scale-not-squared
cosine limit: half lost: cosine-half-lost
sine limit: factor upside down: scales-upside-down
geometric: started at 0: series-started-at-zero
geometric: ratio for the first term: ratio-as-first-term
geometric: infinite because the number of terms is: infinite-by-its-length
radius: the base ignored: radius-always-one
radius: infinite: radius-taken-infinite
radius: root of an even power forgotten: radius-root-left-out
interval: centre ignored: centre-left-out
taylor: inner factor forgotten: inside-factor-left-out
taylor: constant term forgotten: first-value-left-out
taylor: series of the cosine: series-of-the-other-wave
taylor: shift of the wrong sign: shifted-the-other-way
ode: y integrated as if it were x: unknown-read-as-variable
ode: rate forgotten in the exponent: rate-left-out-of-exponent
ode: sign of the exponent: growth-turned-to-decay
ode: right side not integrated: exponent-not-integrated
ode: initial value not used: known-value-unused
ode: right side not divided: right-side-not-divided
euler: slope of the start kept: euler-first-slope-kept
euler: one step: euler-one-step-too-few
arctangent: factor multiplied: arctangent-factor-multiplied
substitution: factor kept: slope-kept-beside
substitution: wrong sign of the differential: wave-slope-sign-turned
improper: infinite because the range is: infinite-by-its-range
iterated: outer integral forgotten: outer-integral-left-out
iterated: bounds exchanged: ranges-exchanged
moving bound: integrand differentiated: integrand-differentiated
moving bound: not put in: bound-not-put-in
expectation: the middle of the range: mean-in-the-middle
expectation: density alone integrated: area-for-mean
uniform: width not squared: uniform-width-once
uniform: half the width as mean: half-width-as-mean
standard deviation for the variance: deviation-for-variance
density not normalised: density-constant-lost
second moment as the variance: variance-for-second-moment
variance: terms turned round: variance-turned-round
variance: factor not squared: variance-factor-once
expectation: shift dropped: mean-shift-dropped
expectation: factor dropped: mean-factor-dropped
normalising: one minus the integral: normaliser-by-difference
generating function: sign of t: generating-sign-turned
posterior: counts exchanged: counts-exchanged
descent: one step too few: one-step-too-few
descent: one step too many: one-step-too-many
descent: only the step: step-alone
newton: only the quotient: step-alone
descent: divided by the step size: divided-by-the-rate
newton: not divided by the slope: newton-undivided
newton: multiplied by the slope: newton-multiplied
tangent with the shift of the wrong sign: tangent-shift-turned
tangent through the origin: tangent-through-the-origin
"""


def _table(*texts: str) -> dict[str, tuple[str, ...]]:
    rows = (line.rpartition(": ") for text in texts for line in text.strip().splitlines())
    found: dict[str, tuple[str, ...]] = {}
    for kind, _, ids in rows:
        found[kind] = (*found.get(kind, ()), *ids.split())
    return found


NAMES = _table(_ALGEBRA, _DIFFERENTIATION, _INTEGRATION, _LIMITS, _SEVERAL, _OPTIMISATION, _FIELDS, _ALSO)

REASONS: dict[str, tuple[str, ...]] = {
    "constant of integration forgotten": ("missing-constant",),
    "differentiated instead of integrated": ("is-the-derivative",),
    "jacobian transposed": ("transposed",),
    "matrix: gradient as a row": ("transposed",),
    "gradient: components exchanged": ("reversed",),
}

# reasons that say how the value differs, which is the mistake, but not which rule was broken
TOLD: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("integral: sign of a negative exponent lost", "sign of the inner derivative lost", "normalising: sign lost",
         "substitution: wrong sign of the differential", "variance: terms turned round", "absolute value cancelled",
         "root of a square as x, left of 0", "hessian: sign of the mixed derivatives"), ("sign",)),
    **dict.fromkeys(
        ("sine limit: factor upside down", "ratio turned over", "exponential: rate taken for the mean",
         "normalising: the integral itself", "radius: the ratio itself"), ("reciprocal",)),
    "standard deviation for the variance": ("rooted",),
    "radius: root of an even power forgotten": ("squared",),
    "taylor: constant term forgotten": ("additive-constant",),
    "arctangent: factor multiplied": ("constant-factor",),
    "substitution: multiplied by the factor": ("constant-factor",),
    "substitution: only the two lost": ("constant-factor",),
    "divergence: all by x": ("missing-term",),
    "partial: by the other variable": ("swapped-letters",),
}  # fmt: skip

"""The derivatives one knows by heart: f(x) → f'(x), each with the skill that teaches it.

Source of the formulas: NIST Digital Library of Mathematical Functions, §4 (elementary functions) and §7 (error
function); each row is confirmed by jets in the tests.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from fluxions.calculus.expr import ONE, PI, TWO, Div, Expr, Fn, Mul, Neg, Num, Piecewise, Pow, Rel, exp, fn, sqrt


class Entry(NamedTuple):
    """One row: the rule's name and title, its skill, its sentence, and the derivative at u."""

    rule: str
    title: str
    skill: str
    says: str
    slope: Callable[[Expr], Expr]


def _square(u: Expr) -> Expr:
    return Pow(u, TWO)


def _step(u: Expr) -> Expr:
    return Piecewise(((Rel(">", u, Num(0)), ONE),), Num(0))


TRIG, HYPER = "derivative-trig", "derivative-sigmoid-tanh"
INVERSE, LOGS, SMOOTH = "derivative-inverse-functions", "derivative-exp-log", "derivative-smooth-activations"

TABLE: dict[str, Entry] = {
    "sin": Entry("sine", "the derivative of sine", TRIG, "The derivative of $\\sin {u}$ is $\\cos {u}$.",
                 lambda u: fn("cos", u)),
    "cos": Entry("cosine", "the derivative of cosine", TRIG, "The derivative of $\\cos {u}$ is $-\\sin {u}$.",
                 lambda u: Neg(fn("sin", u))),
    "tan": Entry("tangent", "the derivative of tangent", TRIG, "The derivative of $\\tan {u}$ is $1/\\cos^2 {u}$.",
                 lambda u: Div(ONE, _square(fn("cos", u)))),
    "cot": Entry("cotangent", "the derivative of cotangent", TRIG, "The derivative of $\\cot {u}$ is $-1/\\sin^2 {u}$.",
                 lambda u: Neg(Div(ONE, _square(fn("sin", u))))),
    "sec": Entry("secant", "the derivative of secant", TRIG, "The derivative of $\\sec {u}$ is $\\sec {u}\\tan {u}$.",
                 lambda u: Mul((fn("sec", u), fn("tan", u)))),
    "csc": Entry("cosecant", "the derivative of cosecant", TRIG,
                 "The derivative of $\\csc {u}$ is $-\\csc {u}\\cot {u}$.",
                 lambda u: Neg(Mul((fn("csc", u), fn("cot", u))))),
    "arcsin": Entry("arcsine", "the derivative of arcsine", INVERSE,
                    "The derivative of $\\arcsin {u}$ is $1/\\sqrt{1-{u}^2}$.",
                    lambda u: Div(ONE, sqrt(ONE - _square(u)))),
    "arccos": Entry("arccosine", "the derivative of arccosine", INVERSE,
                    "The derivative of $\\arccos {u}$ is $-1/\\sqrt{1-{u}^2}$.",
                    lambda u: Neg(Div(ONE, sqrt(ONE - _square(u))))),
    "arctan": Entry("arctangent", "the derivative of arctangent", INVERSE,
                    "The derivative of $\\arctan {u}$ is $1/(1+{u}^2)$.", lambda u: Div(ONE, ONE + _square(u))),
    "arccot": Entry("arccotangent", "the derivative of arccotangent", INVERSE,
                    "The derivative of $\\operatorname{arccot} {u}$ is $-1/(1+{u}^2)$.",
                    lambda u: Neg(Div(ONE, ONE + _square(u)))),
    "arcsec": Entry("arcsecant", "the derivative of arcsecant", INVERSE,
                    "The derivative of $\\operatorname{arcsec} {u}$ is $1/(|{u}|\\sqrt{{u}^2-1})$.",
                    lambda u: Div(ONE, Mul((fn("abs", u), sqrt(_square(u) - ONE))))),
    "arccsc": Entry("arccosecant", "the derivative of arccosecant", INVERSE,
                    "The derivative of $\\operatorname{arccsc} {u}$ is $-1/(|{u}|\\sqrt{{u}^2-1})$.",
                    lambda u: Neg(Div(ONE, Mul((fn("abs", u), sqrt(_square(u) - ONE)))))),
    "sinh": Entry("hyperbolic-sine", "the derivative of sinh", HYPER, "The derivative of $\\sinh {u}$ is $\\cosh {u}$.",
                  lambda u: fn("cosh", u)),
    "cosh": Entry("hyperbolic-cosine", "the derivative of cosh", HYPER,
                  "The derivative of $\\cosh {u}$ is $\\sinh {u}$.", lambda u: fn("sinh", u)),
    "tanh": Entry("hyperbolic-tangent", "the derivative of tanh", HYPER,
                  "The derivative of $\\tanh {u}$ is $1-\\tanh^2 {u}$.", lambda u: ONE - _square(fn("tanh", u))),
    "coth": Entry("hyperbolic-cotangent", "the derivative of coth", HYPER,
                  "The derivative of $\\coth {u}$ is $1-\\coth^2 {u}$.", lambda u: ONE - _square(fn("coth", u))),
    "sech": Entry("hyperbolic-secant", "the derivative of sech", HYPER,
                  "The derivative of $\\operatorname{sech} {u}$ is $-\\operatorname{sech} {u}\\tanh {u}$.",
                  lambda u: Neg(Mul((fn("sech", u), fn("tanh", u))))),
    "csch": Entry("hyperbolic-cosecant", "the derivative of csch", HYPER,
                  "The derivative of $\\operatorname{csch} {u}$ is $-\\operatorname{csch} {u}\\coth {u}$.",
                  lambda u: Neg(Mul((fn("csch", u), fn("coth", u))))),
    "arsinh": Entry("area-sine", "the derivative of arsinh", INVERSE,
                    "The derivative of $\\operatorname{arsinh} {u}$ is $1/\\sqrt{{u}^2+1}$.",
                    lambda u: Div(ONE, sqrt(_square(u) + ONE))),
    "arcosh": Entry("area-cosine", "the derivative of arcosh", INVERSE,
                    "The derivative of $\\operatorname{arcosh} {u}$ is $1/\\sqrt{{u}^2-1}$, for ${u}>1$.",
                    lambda u: Div(ONE, sqrt(_square(u) - ONE))),
    "artanh": Entry("area-tangent", "the derivative of artanh", INVERSE,
                    "The derivative of $\\operatorname{artanh} {u}$ is $1/(1-{u}^2)$, for $|{u}|<1$.",
                    lambda u: Div(ONE, ONE - _square(u))),
    "ln": Entry("logarithm", "the derivative of the logarithm", LOGS, "The derivative of $\\ln {u}$ is $1/{u}$.",
                lambda u: Div(ONE, u)),
    "sigmoid": Entry("sigmoid", "the derivative of the sigmoid", HYPER,
                     "The derivative of $\\sigma({u})$ is $\\sigma({u})(1-\\sigma({u}))$.",
                     lambda u: Mul((fn("sigmoid", u), ONE - fn("sigmoid", u)))),
    "softplus": Entry("softplus", "the derivative of softplus", SMOOTH,
                      "The derivative of softplus is the sigmoid.", lambda u: fn("sigmoid", u)),
    "logit": Entry("logit", "the derivative of the logit", "sigmoid-logit-softplus",
                   "The derivative of $\\operatorname{logit} {u}$ is $1/({u}(1-{u}))$.",
                   lambda u: Div(ONE, Mul((u, ONE - u)))),
    "relu": Entry("relu", "the derivative of ReLU", "derivative-relu-family",
                  "ReLU has slope 1 where its input is positive and 0 where it is negative; at 0 we take 0.", _step),
    "abs": Entry("absolute-value", "the derivative of the absolute value", "differentiability-kinks",
                 "The slope of $|{u}|$ is the sign of ${u}$; at 0 there is none.", lambda u: fn("sign", u)),
    "erf": Entry("error-function", "the derivative of the error function", "derivative-gaussian-density",
                 "The derivative of $\\operatorname{erf} {u}$ is $\\frac{2}{\\sqrt\\pi}e^{-{u}^2}$.",
                 lambda u: Mul((Div(TWO, sqrt(PI)), exp(Neg(_square(u)))))),
    "erfc": Entry("complementary-error-function", "the derivative of erfc", "derivative-gaussian-density",
                  "The derivative of $\\operatorname{erfc} {u}$ is $-\\frac{2}{\\sqrt\\pi}e^{-{u}^2}$.",
                  lambda u: Neg(Mul((Div(TWO, sqrt(PI)), exp(Neg(_square(u))))))),
    "Phi": Entry("normal-cdf", "the derivative of the normal distribution function", "derivative-gaussian-density",
                 "The derivative of $\\Phi({u})$ is the density $\\varphi({u})$.", lambda u: fn("phi", u)),
    "phi": Entry("normal-density", "the derivative of the normal density", "derivative-gaussian-density",
                 "The derivative of $\\varphi({u})$ is $-{u}\\,\\varphi({u})$.",
                 lambda u: Neg(Mul((u, fn("phi", u))))),
}  # fmt: skip

# functions that are differentiated after being written out: name -> what they stand for
DEFINITIONS: dict[str, Callable[[Expr], Expr]] = {
    "silu": lambda u: Mul((u, fn("sigmoid", u))),
    "gelu": lambda u: Mul((u, fn("Phi", u))),
}


def slope(outer: Fn, u: Expr) -> Expr | None:
    """f'(u) for a function of the table, or for an unknown function f."""
    entry = TABLE.get(outer.name)
    return None if entry is None else entry.slope(u)


__all__ = ["DEFINITIONS", "TABLE", "Entry", "slope"]

"""The step size and the cobweb: descent on a loss beside the map from one weight to the next."""

from __future__ import annotations

from fluxions.figures import (
    Choice,
    Column,
    Curve,
    Dots,
    Figure,
    Handle,
    Orbit,
    Panel,
    Parameter,
    Prediction,
    Reading,
    Said,
    Stairs,
    Table,
)

STEP = "w - eta*slope(w)"
FIGURE = Figure(
    id="step-size-cobweb",
    title="The step size and the cobweb",
    skills=("gradient-descent-1d", "learning-rate-stability-1d", "phase-line-stability"),
    summary="Descent on a loss beside the cobweb of its steps: one number, $1 - \\eta a$, decides what happens.",
    description=(
        "On the left the loss over the weight, with the first twelve steps of gradient descent. On the right the "
        "weight after a step over the weight before it, the diagonal, and the same steps as a staircase between "
        "the two. The minimum is at 0, so the weight is its own error."
    ),
    insight=(
        "Near the minimum each step multiplies the error by $1 - \\eta a$, where $a$ is the curvature. Up to "
        "$\\eta = \\frac{1}{a}$ the weight comes in from one side; from there to $\\frac{2}{a}$ it jumps across the "
        "minimum and still settles; beyond $\\frac{2}{a}$ it is driven away."
    ),
    prediction=Prediction(
        "The loss is $L(w) = \\frac{a}{2}w^2$ with the curvature $a = 2$. From which step size $\\eta$ on does "
        "descent no longer reach the minimum?",
        ("from $\\eta = 0.5$ on", "from $\\eta = 1$ on", "from $\\eta = 2$ on"),
        1,
        "One step takes $w$ to $w - \\eta a w = (1 - 2\\eta)w$. The error shrinks as long as $|1 - 2\\eta| < 1$, "
        "that is for $0 < \\eta < 1$. At $\\eta = 0.5$ the factor is $0$, and a single step lands on the minimum.",
    ),
    parameters=(
        Parameter("eta", "the step size", 0.02, 2, 0.02, 0.3, "\\eta"),
        Parameter("a", "the curvature", 0.5, 3, 0.05, 2),
        Parameter("s", "the first weight", -2, 2, 0.05, -1.8, "w_0"),
    ),
    choose="Loss",
    choices=(
        Choice("parabola", "$\\frac{a}{2}w^2$", "a half times w squared",
               {"loss(w)": "a*w^2/2", "slope(w)": "a*w", "far(w)": "0"}),
        Choice("quartic", "$\\frac{a}{2}w^2 + \\frac14 w^4$", "a half times w squared plus w to the fourth over 4",
               {"loss(w)": "a*w^2/2 + w^4/4", "slope(w)": "a*w + w^3", "far(w)": "if(w^2 >= 2/eta - a, 1, 0)"}),
    ),
    panels=(
        Panel("descent", "Descent on the loss", "w", ("-2.2", "2.2"), ("-0.5", "6"), up="L"),
        Panel("cobweb", "The next weight over this one", "w", ("-2.2", "2.2"), ("-2.2", "2.2")),
    ),
    orbits=(Orbit("w", "s", STEP, 12),),
    marks=(
        Curve("descent", "loss(w)", name="loss"),
        Dots("descent", "w", "loss(w)", "first", orbit="w", joined=True),
        Dots("descent", "s", "loss(s)"),
        Curve("cobweb", "w", "guide", "diagonal"),
        Curve("cobweb", STEP, name="one step"),
        Stairs("cobweb", "w"),
        Dots("cobweb", "s", "s"),
    ),
    handles=(
        Handle("descent", "s", "s", "loss(s)", "X"),
        Handle("descent", "a", "1.4", "loss(1.4)", "a + (Y - loss(1.4))/0.98"),
        Handle("cobweb", "eta", "0.8", "0.8 - eta*slope(0.8)", "(0.8 - Y)/slope(0.8)"),
    ),
    readings=(
        Reading("$1 - \\eta a$", "factor at the minimum, 1 minus eta a", "1 - eta*a"),
        Reading("$1/a$", "one over the curvature", "1/a"),
        Reading("$2/a$", "two over the curvature", "2/a"),
    ),
    said=Said(
        "if(s = 0, 6, if(eta*a < 2 and far(s) = 1, 5, "
        "if(eta*a < 1, 0, if(eta*a = 1, 1, if(eta*a < 2, 2, if(eta*a = 2, 3, 4))))))",
        (
            "The factor lies between 0 and 1: near the minimum the weight comes in from one side.",
            "The factor is 0: on the parabola one step lands on the minimum, whatever the start.",
            "The factor lies between −1 and 0: near the minimum the weight jumps across it each time, and settles.",
            "The factor is −1: on the parabola the weight jumps between two values for ever; on the quartic it is "
            "driven away.",
            "The factor is below −1: each jump lands farther from the minimum than the last.",
            "The factor at the minimum promises descent, but the first weight stands where the loss is steeper. It "
            "does not settle.",
            "The first weight stands at the minimum, where the slope is 0: it does not move.",
        ),
        "",
    ),
    table=Table(
        "The first weights and their losses",
        "w",
        (Column("weight $w$", "w"), Column("loss $L(w)$", "loss(w)"), Column("slope $L'(w)$", "slope(w)")),
        orbit="w",
        counted="step",
    ),
)  # fmt: skip

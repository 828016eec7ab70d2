"""From secant to tangent: a curve, a secant that becomes the tangent, and a magnifier at the point."""

from __future__ import annotations

from fluxions.figures import (
    Choice,
    Column,
    Curve,
    Dots,
    Figure,
    Handle,
    Panel,
    Parameter,
    Prediction,
    Reading,
    Said,
    Segment,
    Table,
)

SECANT = "f(a) + (f(a + h) - f(a))/h*(x - a)"
TANGENT = "if(left(a) = right(a), f(a) + right(a)*(x - a))"
TO_THE_LEFT = "if(left(a) != right(a), f(a) + left(a)*(x - a))"
TO_THE_RIGHT = "if(left(a) != right(a), f(a) + right(a)*(x - a))"
HALF = "10^(-z)"  # half the width of the magnifier
GAP = f"max(abs(f(a + {HALF}) - f(a) - right(a)*{HALF}), abs(f(a - {HALF}) - f(a) + left(a)*{HALF}))/{HALF}"
WEST, EAST, SOUTH, NORTH = f"a - {HALF}", f"a + {HALF}", f"f(a) - {HALF}", f"f(a) + {HALF}"

FIGURE = Figure(
    id="secant-to-tangent",
    title="From secant to tangent",
    skills=("derivative-definition", "differentiability-kinks", "linear-approximation"),
    summary="A secant turns into the tangent as the step shrinks; a magnifier shows what the graph looks like there.",
    description=(
        "On the left a graph with two points on it, at a and at a + h, the secant through both, and the tangent at "
        "a where there is one. On the right the small square around the first point, magnified: its half width is "
        "10 to the power −z."
    ),
    insight=(
        "Under magnification a differentiable graph turns into a straight line, and the slope of that line is the "
        "derivative. A kink stays a kink at every magnification: it has two slopes, and so no derivative."
    ),
    prediction=Prediction(
        "Set the point to $0$ and zoom in. Which of the graphs of $|x|$, $\\operatorname{ReLU}(x)$ and $x|x|$ "
        "becomes a straight line there?",
        ("none of them", "$x|x|$ alone", "all three, if one zooms in far enough"),
        1,
        "Zooming in on $|x|$ by any factor gives the same graph again, since $|cx| = c|x|$ for $c > 0$, and so it "
        "is with $\\operatorname{ReLU}$. The secants of $x|x|$ at $0$ have the slope $|h|$, which goes to $0$ from "
        "both sides.",
    ),
    parameters=(
        Parameter("a", "the point", -2, 2, 0.05, 0.75),
        Parameter("h", "the step", -1.5, 1.5, 0.01, 1),
        Parameter("z", "zoom, a power of ten", 0, 4, 0.25, 0.5),
    ),
    choose="Function",
    choices=(
        Choice("square", "$x^2$", "x squared", {"f(x)": "x^2", "left(x)": "2*x", "right(x)": "2*x"}),
        Choice("sine", "$\\sin x$", "sine of x", {"f(x)": "sin(x)", "left(x)": "cos(x)", "right(x)": "cos(x)"}),
        Choice("abs", "$|x|$", "absolute value of x",
               {"f(x)": "abs(x)", "left(x)": "if(x > 0, 1, -1)", "right(x)": "if(x >= 0, 1, -1)"}),
        Choice("relu", "$\\operatorname{ReLU}(x)$", "ReLU of x",
               {"f(x)": "relu(x)", "left(x)": "if(x > 0, 1, 0)", "right(x)": "if(x >= 0, 1, 0)"}),
        Choice("x-abs", "$x|x|$", "x times its absolute value",
               {"f(x)": "x*abs(x)", "left(x)": "2*abs(x)", "right(x)": "2*abs(x)"}),
        Choice("wave", "$x\\sin\\frac{1}{x}$", "x times sine of one over x, and 0 at 0",
               {"f(x)": "if(x != 0, x*sin(1/x), 0)", "left(x)": "if(x != 0, sin(1/x) - cos(1/x)/x)",
                "right(x)": "if(x != 0, sin(1/x) - cos(1/x)/x)"}),
    ),
    panels=(
        Panel("graph", "The graph", "x", ("-2", "2"), ("-1.5", "2.5"), up="f"),
        Panel("magnifier", "The square, magnified", "x", (WEST, EAST), (SOUTH, NORTH)),
    ),
    marks=(
        Segment("graph", (WEST, SOUTH), (EAST, SOUTH)),
        Segment("graph", (EAST, SOUTH), (EAST, NORTH)),
        Segment("graph", (EAST, NORTH), (WEST, NORTH)),
        Segment("graph", (WEST, NORTH), (WEST, SOUTH)),
        Curve("graph", "f(x)"),
        Curve("graph", TANGENT, "second", "tangent"),
        Curve("graph", SECANT, "first", "secant"),
        Dots("graph", "a", "f(a)"),
        Dots("graph", "a + h", "f(a + h)", "first", open=True),
        Curve("magnifier", "f(x)"),
        Curve("magnifier", TANGENT, "second", "tangent"),
        Curve("magnifier", TO_THE_LEFT, "third", bounds=(WEST, "a")),
        Curve("magnifier", TO_THE_RIGHT, "third", "one-sided slopes", bounds=("a", EAST)),
        Curve("magnifier", SECANT, "first", "secant"),
        Dots("magnifier", "a", "f(a)"),
        Dots("magnifier", "a + h", "f(a + h)", "first", open=True),
    ),
    handles=(
        Handle("graph", "a", "a", "f(a)", "X"),
        Handle("graph", "h", "a + h", "f(a + h)", "X - a"),
    ),
    readings=(
        Reading("secant", "slope of the secant", "(f(a + h) - f(a))/h"),
        Reading("from the left", "slope from the left", "left(a)"),
        Reading("from the right", "slope from the right", "right(a)"),
        Reading("off the tangent", "from graph to tangent at the edge of the magnifier, in half widths",
                f"if(left(a) = right(a), {GAP})"),
    ),
    said=Said(
        f"if(left(a) != right(a), 2, if({GAP} < 0.02, 1, 0))",
        (
            "There is a tangent, and in the magnifier the graph still bends away from it. Zoom in.",
            "In the magnifier the graph and its tangent can hardly be told apart.",
            "From the left and from the right the slopes differ. However far you zoom in, the kink stays: there is "
            "no tangent.",
        ),
        "There is no slope here, not even from one side: as the step shrinks, the secants keep swinging between −1 "
        "and 1.",
    ),
    table=Table(
        "Slopes of secants at the point, for smaller and smaller steps to either side",
        "s",
        (
            Column("step $s$", "s"),
            Column("from the left", "(f(a - s) - f(a))/(-s)"),
            Column("from the right", "(f(a + s) - f(a))/s"),
        ),
        values=(1, 0.5, 0.1, 0.01, 0.001, 0.0001),
    ),
)  # fmt: skip

"""What may be asked, field by field: the items of the batch commands, with bounds."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field

from fluxions.calculus import Level
from fluxions.calculus.language.reading import Kind, Syntax
from fluxions.tutor.contract import MOST_WAYS
from fluxions.web.typed import LONGEST, MOST_LINES, clean_text

LARGEST_WHOLE = 2**53
MOST_NAMES = 50
MOST_PROBLEMS = 20


Clean = AfterValidator(clean_text)  # bounds are of what was sent
Maths = Annotated[str, Field(max_length=LONGEST), Clean]
Name = Annotated[str, Field(min_length=1, max_length=31), Clean]
Slug = Annotated[str, Field(min_length=1, max_length=80), Clean]
Size = Annotated[str, Field(max_length=31), Clean] | Annotated[int, Field(ge=0, le=LARGEST_WHOLE)]
Share = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Conditions = Annotated[list[Maths], Field(max_length=MOST_LINES)]
Id = (
    Annotated[str, Field(max_length=200), Clean]
    | Annotated[int, Field(strict=True, ge=-LARGEST_WHOLE, le=LARGEST_WHOLE)]
    | Annotated[float, Field(strict=True, ge=-LARGEST_WHOLE, le=LARGEST_WHOLE)]
    | None
)


class Item(Schema):
    """What every item may carry; a field that is not known is refused."""

    model_config = ConfigDict(extra="forbid")

    id: Id = Field(None, description="Given back as it came.")
    variables: list[Name] = Field(
        [],
        max_length=MOST_NAMES,
        description="Names of symbols; a prime differentiates by the first.",
        examples=[["x"]],
    )
    shapes: dict[Name, Annotated[list[Size], Field(max_length=8)]] = Field(
        {}, max_length=MOST_NAMES, description="Shapes of vectors and matrices.", examples=[{"X": ["m", "n"]}]
    )
    assume: Conditions = Field([], description="What holds of the symbols.", examples=[["x > 0"]])


class AbsoluteTolerance(Schema):
    """By how much a number may be off."""

    model_config = ConfigDict(extra="forbid")
    abs: Share = Field(examples=[0.001])


class RelativeTolerance(Schema):
    """By which share of the right number an answer may be off."""

    model_config = ConfigDict(extra="forbid")
    rel: Share = Field(examples=[0.01])


class CheckItem(Item):
    """Is the answer right?"""

    answer: Maths = Field(description="What was typed, as text or LaTeX.", examples=["2x cos(x^2)"])
    expected: Maths | None = Field(
        None, description="The right value, or a task that is worked out.", examples=["diff(sin(x^2), x)"]
    )
    type: Kind = Field("auto", description="The kind of answer; `auto` goes by the expected value.")
    syntax: Syntax = Field("auto", description="How the answer is spelled.")
    integrand: Maths | None = Field(None, description="For `antiderivative`, in place of `expected`.")
    form: Annotated[list[Slug], Field(max_length=8)] = Field(
        [], description="Forms asked of what was typed.", examples=[["factored"]]
    )
    tolerance: AbsoluteTolerance | RelativeTolerance | None = Field(None, description="None means exact.")
    unknown: Annotated[str, Field(max_length=31), Clean] | None = Field(
        None, description="The unknown of an equation or inequality."
    )
    decimal: Literal[".", ","] = Field(".", description="The decimal sign of the answer.")
    constant: Literal["required", "free"] = Field(
        "required", description="Whether an antiderivative has to have its constant."
    )


class SolveItem(Item):
    """Work a task out."""

    task: Maths = Field(examples=["diff(x^2*sin(x), x)"])
    given: Conditions = Field([], description="Equations that the task rests on.", examples=[["x^2 + y^2 = 25"]])
    detail: Level = Field("usual", description="How much `lines` writes down.")
    ways: int = Field(0, ge=0, le=MOST_WAYS, description="How many other ways to the answer are wanted.")


class DiagnoseItem(Item):
    """What went wrong? Either an answer or lines of working."""

    task: Maths = Field(examples=["diff(x^2*sin(x), x)"])
    given: Conditions = Field([], description="Equations that the task rests on.", examples=[["x^2 + y^2 = 25"]])

    answer: Maths | None = Field(None, description="The final answer.", examples=["6(2x + 1)^2/2"])
    lines: Annotated[list[Maths], Field(max_length=MOST_LINES)] | None = Field(
        None, description="The working, line by line, in place of `answer`."
    )
    type: Kind = Field("auto", description="The kind of answer.")
    syntax: Syntax = Field("auto", description="How answer and lines are spelled.")
    form: Annotated[list[Slug], Field(max_length=8)] = Field([], description="Forms asked of the answer.")


class GenerateItem(Schema):
    """Problems of a skill; the same seed gives the same problems."""

    model_config = ConfigDict(extra="forbid")

    skill: Slug = Field(examples=["chain-rule"])
    family: Slug | None = Field(None, description="One family of the skill; all in turn where it is left out.")
    n: int = Field(5, ge=1, le=MOST_PROBLEMS, description="How many problems.")
    seed: int = Field(0, ge=0, le=2**31 - 1)

"""What is answered, field by field: the lines of the batch commands."""

from typing import Literal

from ninja import Schema
from pydantic import Field

from fluxions.web.api.asked import Id

VerdictWord = Literal["right", "wrong", "undecided", "unreadable"]


class Refusal(Schema):
    """Why there is no answer."""

    error: str = Field(description="One sentence for people.", examples=["answer is missing"])
    id: Id = None


class Point(Schema):
    """A point at which the two differ, with both values."""

    at: dict[str, str] = Field(examples=[{"x": "2"}])
    answer: str = Field(description="What was typed gives this.", examples=["5.10"])
    expected: str = Field(description="The right value gives this.", examples=["3.70"])


class Answered(Schema):
    """What every answer carries."""

    id: Id = None
    ms: float = Field(description="Time of this item in the engine, in milliseconds.", ge=0)


class Checked(Answered):
    """The verdict with its code and its words."""

    verdict: VerdictWord
    reason: str = Field(description="A code, such as `equal` or `missing-constant`.")
    message: str | None = Field(None, description="What to say to the learner, in English.")
    witness: Point | None = None
    proof: str | None = Field(None, description="How it was decided.")
    span: list[int] | None = Field(None, description="Where an answer cannot be read: start and end in the text.")
    suggestion: str | None = Field(None, description="What could be read instead.")


class Needed(Schema):
    """A condition under which a step holds."""

    needs: str = Field(examples=["x > 0"])
    status: str = Field(description="`proved`, `numeric`, or `assumed`.")


class Step(Schema):
    """One named rule at work."""

    rule: str
    title: str = Field(description="What the rule is called.", examples=["the chain rule"])
    skill: str
    says: str
    before: str
    after: str
    checked: str
    method: str = Field(description="How the step was confirmed, such as `jets` or `balls`.")
    conditions: list[Needed] = []
    children: list["Step"] = Field(description="The steps inside this one.")


class WrittenLine(Schema):
    """One line of the solution as it is written down."""

    rule: str
    title: str
    skill: str
    says: str
    line: str = Field(description="The whole line after the rule, in the maths language.")
    latex: str
    spoken: str = Field(description="The line in words, as a screen reader says it.")
    conditions: list[Needed] = []
    hints: list[str] = Field([], description="Four hints, each of which says a little more.")


class OtherWay(Schema):
    """Another way to the answer."""

    answer: str
    lines: list[WrittenLine]


class Solved(Answered):
    """The task worked out, or why it is not."""

    status: Literal["solved", "unsolved", "unreadable"]
    answer: str | None = Field(None, description="In the maths language; reads back to the same tree.")
    latex: str | None = None
    spoken: str | None = Field(None, description="The answer in words.")
    steps: list[Step] = []
    lines: list[WrittenLine] = Field([], description="The solution line by line, in the detail that was asked.")
    conditions: list[Needed] = Field([], description="What the solution needs to hold.")
    ways: list[OtherWay] = []
    checked: str | None = None
    reason: str | None = None
    span: list[int] | None = None
    suggestion: str | None = None


class Named(Schema):
    """A misconception that leads to this very answer."""

    id: str
    skill: str
    says: str
    rule: str | None = None
    at: str


class JudgedLine(Schema):
    """The verdict on one line of working."""

    verdict: VerdictWord
    reason: str | None = None
    message: str | None = None


class Diagnosed(Answered):
    """What went wrong, and where."""

    verdict: VerdictWord
    reason: str | None = None
    message: str | None = None
    misconceptions: list[Named] = []
    ambiguous: bool = False
    possible: bool = Field(
        False, description="It may be another mistake: a single number fits this one, or not all could be worked out."
    )
    near: str = Field("", description="What is off besides the named mistake: sign, constant-factor, or nothing.")
    witness: Point | None = None
    first_wrong_line: int | None = Field(None, description="Counted from 1; null where no line is wrong.")
    lines: list[JudgedLine] = []
    next_hint: str | None = None
    span: list[int] | None = None
    suggestion: str | None = None


class WrongAnswer(Schema):
    """The wrong answer that a misconception leads to."""

    id: str
    answer: str


class Problem(Schema):
    """A task with its answer, its steps and the wrong answers that are to be expected."""

    skill: str
    family: str
    variant: int
    prompt: str
    task: str
    given: list[str]
    answer: str
    type: str
    difficulty: float
    skills: list[str]
    steps: list[Step]
    misconceptions: list[WrongAnswer]
    checked: str


class Generated(Schema):
    """Problems; fewer than asked for where the skill has no more."""

    items: list[Problem]
    ms: float = Field(ge=0)

"""What the learner model says, put into sentences; a sentence is its own message id."""

from __future__ import annotations

from fluxions.calculus import Text
from fluxions.learner import Note, Plan, Price, Reason, Standing


def why(reason: Reason, *, day: int) -> Text:
    """Why a task is in today's plan."""
    return Text("")


def standing_words(standing: Standing, *, day: int) -> Text:
    """How far a skill is learned, and the days that earned it."""
    return Text("")


def price_words(price: Price, *, day: int) -> Text:
    """The price of a change as a sentence."""
    return Text("")


def price_tag(price: Price) -> Text:
    """The price of a change on its button: `Skip, +0.4 days`."""
    return Text("")


def note_words(note: Note, *, day: int) -> Text:
    """What else is to be said about a plan."""
    return Text("")


def plan_words(plan: Plan) -> Text:
    """What a plan holds, in one line: three reviews, one new skill, one step of a lab."""
    return Text("")

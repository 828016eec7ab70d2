"""Coding labs: what a learner writes is run apart, and its values are compared here."""

from fluxions.labs.contract import (
    Array,
    CheckResult,
    Drawing,
    Figure,
    Formula,
    Function,
    Lab,
    Misconception,
    Number,
    Oracle,
    Property,
    Series,
    Text,
    Verdict,
    Whole,
)

__all__ = [
    "Array", "CheckResult", "Drawing", "Figure", "Formula", "Function", "Lab", "Misconception", "Number", "Oracle",
    "Property", "Series", "Text", "Verdict", "Whole",
]  # fmt: skip

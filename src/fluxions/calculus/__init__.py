"""The engine: reads what a learner types, compares, derives, diagnoses, generates. Values in, values out."""

from fluxions.calculus.answers.check import check, check_antiderivative
from fluxions.calculus.derivation.levels import Level, board, needed
from fluxions.calculus.derivation.rule import Condition
from fluxions.calculus.derivation.step import Derivation, Line, Step, Unsolved, skills_of, worked
from fluxions.calculus.diagnosis.closure import WrongAnswer
from fluxions.calculus.diagnosis.diagnose import diagnose, wrong_answers
from fluxions.calculus.diagnosis.diagnosis import (
    Ambiguous,
    Candidate,
    Diagnosis,
    Hint,
    LineReport,
    LineVerdict,
    Mistaken,
)  # fmt: skip
from fluxions.calculus.diagnosis.hints import hints, next_hints
from fluxions.calculus.diagnosis.lines import diagnose_lines
from fluxions.calculus.diagnosis.power import Power, discriminates
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.language.latex import latex
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Note, Reading
from fluxions.calculus.language.spoken import spoken
from fluxions.calculus.problem import Problem, ProblemFamily, Rejected
from fluxions.calculus.problems.accept import generate, visible_mistakes
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.solve import solve
from fluxions.calculus.verdict import (
    Different,
    Equal,
    Right,
    Text,
    Undecided,
    Unknown,
    Unreadable,
    Verdict,
    Witness,
    Wrong,
)  # fmt: skip
from fluxions.calculus.vocabulary import STANDARD, Vocabulary
from fluxions.calculus.ways import other_ways

__all__ = [
    "STANDARD", "Ambiguous", "Candidate", "Condition", "Derivation", "Diagnosis", "Different", "Equal", "Hint",
    "Level", "Line", "LineReport", "LineVerdict", "Mistaken", "Note", "Power", "Problem", "ProblemFamily", "Random",
    "Reading", "Rejected", "Right", "Step", "Text", "Undecided", "Unknown", "Unreadable", "Unsolved", "Verdict",
    "Vocabulary", "Witness", "Wrong", "WrongAnswer", "ascii", "board", "check", "check_antiderivative", "diagnose",
    "diagnose_lines", "discriminates", "equal", "generate", "hints", "latex", "needed", "next_hints", "other_ways",
    "read", "skills_of", "solve", "spoken", "visible_mistakes", "worked", "wrong_answers",
]  # fmt: skip

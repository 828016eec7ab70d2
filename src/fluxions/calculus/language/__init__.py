"""The maths language: read from both spellings, printed, shown and spoken."""

from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.language.latex import latex
from fluxions.calculus.language.lines import Line, read_line
from fluxions.calculus.language.read import read
from fluxions.calculus.language.repair import caret
from fluxions.calculus.language.spoken import spoken

__all__ = ["Line", "ascii", "caret", "latex", "read", "read_line", "spoken"]

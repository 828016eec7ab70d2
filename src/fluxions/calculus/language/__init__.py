"""The maths language: read from both spellings, printed, shown and spoken."""

from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.language.read import read
from fluxions.calculus.language.repair import caret

__all__ = ["ascii", "caret", "read"]

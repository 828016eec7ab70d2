"""Fluxions teaches calculus for machine learning."""

__version__ = "0.1.0"

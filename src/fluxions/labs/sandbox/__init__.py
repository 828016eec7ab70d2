"""Processes for code that nobody vouches for: values come back, never verdicts."""

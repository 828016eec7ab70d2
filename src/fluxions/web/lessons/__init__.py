"""Lessons: read, predict, see it worked, try it."""

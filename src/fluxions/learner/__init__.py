"""What is remembered of a learner: skills as names, answers as evidence."""

from fluxions.learner.evidence import Evidence, Role

__all__ = ["Evidence", "Role"]

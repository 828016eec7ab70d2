"""People and learners."""

"""Tasks, answers, hints, and the map of skills."""

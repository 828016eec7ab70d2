"""All topics of the second set, in the order of the programme."""

from __future__ import annotations

from benchmarks.diagnosis_cases.asked import Topic
from benchmarks.diagnosis_cases.second import (
    algebra,
    definite,
    differentiation,
    equations,
    fields,
    integration,
    limits,
    matrices,
    optimisation,
    probability,
    series,
    several,
)

TOPICS: tuple[Topic, ...] = tuple(
    each.TOPIC
    for each in (
        algebra, differentiation, integration, definite, limits, series, equations, several, matrices, optimisation,
        probability, fields,
    )
)  # fmt: skip

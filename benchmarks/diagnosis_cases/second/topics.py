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
from benchmarks.diagnosis_cases.second import workings_limits as last
from benchmarks.diagnosis_cases.second import workings_many as many
from benchmarks.diagnosis_cases.second import workings_one as one

TOPICS: tuple[Topic, ...] = tuple(
    each.TOPIC
    for each in (
        algebra, differentiation, integration, definite, limits, series, equations, several, matrices, optimisation,
        probability, fields,
    )
)  # fmt: skip
WORKINGS = {
    "algebra": one.ALGEBRA, "differentiation": one.DIFFERENTIATION, "integration": one.INTEGRATION,
    "definite integrals": one.DEFINITE, "limits": last.LIMITS, "series": last.SERIES,
    "differential equations": last.EQUATIONS, "several variables": many.SEVERAL, "matrix calculus": many.MATRICES,
    "optimisation": many.OPTIMISATION, "probability": many.PROBABILITY, "vector calculus": many.FIELDS,
}  # fmt: skip

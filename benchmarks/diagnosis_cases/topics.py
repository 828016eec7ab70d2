"""All topics, in the order of the programme."""

from __future__ import annotations

from benchmarks.diagnosis_cases import (
    derivatives,
    fields,
    integrals,
    limits,
    matrices,
    optimisation,
    probability,
    several,
)
from benchmarks.diagnosis_cases import workings_limits as last
from benchmarks.diagnosis_cases import workings_many as many
from benchmarks.diagnosis_cases import workings_one as one
from benchmarks.diagnosis_cases.asked import Topic

WORKINGS = {
    limits.ALGEBRA.name: (*one.ALGEBRA, many.zeros),
    derivatives.TOPIC.name: one.DERIVATIVES, integrals.INTEGRATION.name: one.INTEGRALS,
    integrals.DEFINITE.name: one.DEFINITE, limits.LIMITS.name: last.LIMITS, limits.SERIES.name: last.SERIES,
    integrals.ODE.name: last.ODE, several.TOPIC.name: many.SEVERAL, matrices.TOPIC.name: many.MATRICES,
    optimisation.TOPIC.name: many.OPTIMISATION, probability.TOPIC.name: many.PROBABILITY,
    fields.TOPIC.name: many.FIELDS,
}  # fmt: skip
TOPICS: tuple[Topic, ...] = (
    limits.ALGEBRA, derivatives.TOPIC, integrals.INTEGRATION, integrals.DEFINITE, limits.LIMITS, limits.SERIES,
    integrals.ODE, several.TOPIC, matrices.TOPIC, optimisation.TOPIC, probability.TOPIC, fields.TOPIC,
)  # fmt: skip

"""What is remembered of a learner: skills as names, answers as evidence, a day's tasks with their reasons."""

from fluxions.learner.evidence import Evidence, Role
from fluxions.learner.graph import Goal, SkillFacts, SkillGraph, goal
from fluxions.learner.mastery import Standing, due_day, learned, recall, standing
from fluxions.learner.plan import AllDone, DebtStopsNew, Note, Plan, RunsShort, plan_session
from fluxions.learner.price import Change, Price, Skip, Swap, price
from fluxions.learner.reasons import Audit, Chosen, Due, InLab, Maintenance, New, Practice, Reason, Remedy
from fluxions.learner.state import (
    FOLD_VERSION,
    PARAMETERS,
    LearnerState,
    NotNewest,
    Place,
    SkillState,
    fold,
    updated,
)
from fluxions.learner.tasks import DoneToday, Kind, LabOffer, PlannedTask

__all__ = [
    "FOLD_VERSION", "PARAMETERS", "AllDone", "Audit", "Change", "Chosen", "DebtStopsNew", "DoneToday", "Due",
    "Evidence", "Goal", "InLab", "Kind", "LabOffer", "LearnerState", "Maintenance", "New", "NotNewest", "Note",
    "Place", "Plan", "PlannedTask", "Practice", "Price", "Reason", "Remedy", "Role", "RunsShort", "SkillFacts",
    "SkillGraph", "SkillState", "Skip", "Standing", "Swap", "due_day", "fold", "goal", "learned", "plan_session",
    "price", "recall", "standing", "updated",
]  # fmt: skip

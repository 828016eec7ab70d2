"""The map of the site."""

from django.urls import include, path, register_converter

from fluxions.web import pages
from fluxions.web.converters import PositiveConverter
from fluxions.web.lessons.views import skill, units
from fluxions.web.programme.views import programme
from fluxions.web.study.views import (
    answer,
    begin,
    draft,
    fill,
    first_answer,
    hint,
    read,
    skill_map,
    solution,
    task,
)
from fluxions.web.today.views import next_one, override, progress, start, today

register_converter(PositiveConverter, "positive")
study = [
    path("first", first_answer, name="first"),
    path("read", read, name="read"),
    path("fill", fill, name="fill"),
    path("begin", begin, name="begin"),
    path("map", skill_map, name="map"),
    path("tasks/<positive:attempt_id>", task, name="task"),
    path("tasks/<positive:attempt_id>/answer", answer, name="answer"),
    path("tasks/<positive:attempt_id>/draft", draft, name="draft"),
    path("tasks/<positive:attempt_id>/hint", hint, name="hint"),
    path("tasks/<positive:attempt_id>/solution", solution, name="solution"),
]
days = [
    path("", today, name="today"),
    path("start", start, name="start"),
    path("next", next_one, name="next"),
    path("override", override, name="override"),
    path("progress", progress, name="progress"),
]
urlpatterns = [
    path("", programme, name="programme"),
    path("study/", include((days, "today"))),
    path("study/", include((study, "study"))),
    path("learn/", units, name="units"),
    path("learn/<slug:skill_id>", skill, name="skill"),
    path("healthz", pages.healthz, name="healthz"),
]
handler400 = pages.bad_request
handler403 = pages.forbidden
handler404 = pages.not_found
handler500 = pages.failed

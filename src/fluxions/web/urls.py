"""The map of the site."""

from django.urls import include, path, register_converter

from fluxions.web import pages
from fluxions.web.converters import PositiveConverter
from fluxions.web.labs import views as lab_views
from fluxions.web.lessons.views import skill, units
from fluxions.web.programme.views import programme
from fluxions.web.study.views import (
    answer,
    begin,
    draft,
    fill,
    first_answer,
    hint,
    next_one,
    read,
    skill_map,
    solution,
    task,
)

register_converter(PositiveConverter, "positive")
study = [
    path("first", first_answer, name="first"),
    path("read", read, name="read"),
    path("fill", fill, name="fill"),
    path("begin", begin, name="begin"),
    path("next", next_one, name="next"),
    path("map", skill_map, name="map"),
    path("tasks/<positive:attempt_id>", task, name="task"),
    path("tasks/<positive:attempt_id>/answer", answer, name="answer"),
    path("tasks/<positive:attempt_id>/draft", draft, name="draft"),
    path("tasks/<positive:attempt_id>/hint", hint, name="hint"),
    path("tasks/<positive:attempt_id>/solution", solution, name="solution"),
]
labs = [
    path("", lab_views.labs, name="labs"),
    path("runs/<uuid:key>", lab_views.report, name="report"),
    path("<slug:lab_id>", lab_views.lab, name="lab"),
    path("<slug:lab_id>/run", lab_views.run, name="run"),
    path("<slug:lab_id>/draft", lab_views.draft, name="draft"),
    path("<slug:lab_id>/reset", lab_views.reset, name="reset"),
    path("<slug:lab_id>/restore/<positive:submission_id>", lab_views.restore, name="restore"),
]
urlpatterns = [
    path("", programme, name="programme"),
    path("study/", include((study, "study"))),
    path("labs/", include((labs, "labs"))),
    path("learn/", units, name="units"),
    path("learn/<slug:skill_id>", skill, name="skill"),
    path("healthz", pages.healthz, name="healthz"),
]
handler400 = pages.bad_request
handler403 = pages.forbidden
handler404 = pages.not_found
handler500 = pages.failed

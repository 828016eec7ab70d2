"""The map of the site."""

from django.urls import include, path, register_converter

from fluxions.web import pages
from fluxions.web.converters import PositiveConverter
from fluxions.web.lessons import views as lessons
from fluxions.web.programme import views as programme
from fluxions.web.study import views as study

register_converter(PositiveConverter, "positive")
study_urls = [
    path("first", study.first_answer, name="first"),
    path("read", study.read, name="read"),
    path("fill", study.fill, name="fill"),
    path("begin", study.begin, name="begin"),
    path("next", study.next_one, name="next"),
    path("map", study.skill_map, name="map"),
    path("tasks/<positive:attempt_id>", study.task, name="task"),
    path("tasks/<positive:attempt_id>/answer", study.answer, name="answer"),
    path("tasks/<positive:attempt_id>/draft", study.draft, name="draft"),
    path("tasks/<positive:attempt_id>/hint", study.hint, name="hint"),
    path("tasks/<positive:attempt_id>/solution", study.solution, name="solution"),
]
urlpatterns = [
    path("", programme.programme, name="programme"),
    path("study/", include((study_urls, "study"))),
    path("learn/", lessons.units, name="units"),
    path("learn/<slug:skill_id>", lessons.skill, name="skill"),
    path("healthz", pages.healthz, name="healthz"),
]
handler400 = pages.bad_request
handler403 = pages.forbidden
handler404 = pages.not_found
handler500 = pages.failed

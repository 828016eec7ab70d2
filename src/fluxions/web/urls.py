"""The map of the site."""

from django.urls import include, path, register_converter

from fluxions.web import pages
from fluxions.web.converters import PositiveConverter
from fluxions.web.lessons.article_views import article, article_list
from fluxions.web.lessons.figure_views import figure, figure_list, figure_source
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
urlpatterns = [
    path("", programme, name="programme"),
    path("study/", include((study, "study"))),
    path("learn/", units, name="units"),
    path("learn/<slug:skill_id>", skill, name="skill"),
    path("articles/", article_list, name="articles"),
    path("articles/<slug:slug>", article, name="article"),
    path("figures/", figure_list, name="figures"),
    path("figures/<slug:figure_id>", figure, name="figure"),
    path("figures/<slug:figure_id>/<slug:library>.py", figure_source, name="figure_source"),
    path("healthz", pages.healthz, name="healthz"),
]
handler400 = pages.bad_request
handler403 = pages.forbidden
handler404 = pages.not_found
handler500 = pages.failed

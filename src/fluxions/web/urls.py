"""The map of the site."""

from allauth.account import views as account
from allauth.mfa.base import views as second_steps
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import include, path, re_path, register_converter

from fluxions.web import pages
from fluxions.web.accounts.views import (
    by_password,
    keep,
    make_invitation,
    make_reset_link,
    people,
    withdraw_invitation,
)
from fluxions.web.api.pages import for_systems, suggestion, trying
from fluxions.web.api.views import api
from fluxions.web.api.working import working
from fluxions.web.converters import PositiveConverter
from fluxions.web.labs import views as lab_views
from fluxions.web.lessons.article_views import article, article_list
from fluxions.web.lessons.figure_views import figure, figure_list, figure_source
from fluxions.web.lessons.views import skill, units
from fluxions.web.person import views as person
from fluxions.web.programme.views import careers, programme
from fluxions.web.study.mistakes import begin_isolating, mistake, mistake_list
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
    path("mistakes", mistake_list, name="mistakes"),
    path("mistakes/<slug:name>", mistake, name="mistake"),
    path("mistakes/<slug:name>/begin", begin_isolating, name="isolate"),
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
settings = [
    path("", person.settings_page, name="settings"),
    path("answer-field", person.answer_field, name="answer-field"),
    path("export", person.export, name="export"),
    path("import", person.import_file, name="import"),
    path("delete", person.delete, name="delete"),
]
signing_in = [
    path("sign-in", account.login, name="account_login"),
    path("sign-up", account.signup, name="account_signup"),
    path("sign-out", account.logout, name="account_logout"),
    path("sign-in/again", account.reauthenticate, name="account_reauthenticate"),
    path("sign-in/not-now", account.account_inactive, name="account_inactive"),
    path("sign-in/passkey", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("sign-in/second-step", second_steps.authenticate, name="mfa_authenticate"),
    path("sign-in/again/code", second_steps.reauthenticate, name="mfa_reauthenticate"),
    path("sign-in/again/passkey", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("confirm-address", account.email_verification_sent, name="account_email_verification_sent"),
    path("confirm-address/<str:key>", account.confirm_email, name="account_confirm_email"),
    path("password/reset", account.password_reset, name="account_reset_password"),
    path("password/reset/sent", account.password_reset_done, name="account_reset_password_done"),
    path("password/reset/done", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("settings/address", account.email, name="account_email"),
    path("settings/password", account.password_change, name="account_change_password"),
    path("settings/password/new", account.password_set, name="account_set_password"),
    path("settings/second-steps", second_steps.index, name="mfa_index"),
    path("settings/codes", totp.activate_totp, name="mfa_activate_totp"),
    path("settings/codes/end", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("settings/recovery-codes", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("settings/recovery-codes/new", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("settings/recovery-codes/file", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("settings/passkeys", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("settings/passkeys/add", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("settings/passkeys/<positive:pk>/remove", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("settings/passkeys/<positive:pk>/name", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
]
for each in signing_in:
    each.callback = by_password(each.callback)
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
    path("careers/", careers, name="careers"),
    path("keep", keep, name="keep"),
    *signing_in,
    path("settings/", include((settings, "person"))),
    path("site/people", people, name="people"),
    path("site/people/invite", make_invitation, name="invite"),
    path("site/people/invitations/<positive:number>/withdraw", withdraw_invitation, name="withdraw"),
    path("site/people/<positive:number>/reset", make_reset_link, name="reset-link"),
    path("study/", include((days, "today"))),
    path("study/", include((study, "study"))),
    path("labs/", include((labs, "labs"))),
    path("learn/", units, name="units"),
    path("learn/<slug:skill_id>", skill, name="skill"),
    path("articles/", article_list, name="articles"),
    path("articles/<slug:slug>", article, name="article"),
    path("figures/", figure_list, name="figures"),
    path("figures/<slug:figure_id>", figure, name="figure"),
    path("figures/<slug:figure_id>/<slug:library>.py", figure_source, name="figure_source"),
    path("try", working, name="try"),
    path("try/answer", trying, name="try-answer"),
    path("try/suggestion", suggestion, name="try-suggestion"),
    path("api/", for_systems, name="for-systems"),
    path("api/", api.urls),
    path("healthz", pages.healthz, name="healthz"),
]
handler400 = pages.bad_request
handler403 = pages.forbidden
handler404 = pages.not_found
handler500 = pages.failed

"""The pages of a person's own settings."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from fluxions.web import clock
from fluxions.web.accounts import visitors
from fluxions.web.accounts.models import AuditEvent, Learner, User
from fluxions.web.accounts.permissions import may
from fluxions.web.exchange import Unusable
from fluxions.web.person.forms import DeleteForm, FileForm, PersonForm
from fluxions.web.person.leaving import erase
from fluxions.web.person.work import exported, import_work
from fluxions.web.security import View, limited

SAY = {None: "", False: "no", True: "yes"}


def own(verb: str, thing: str) -> Callable[[Callable[..., HttpResponse]], View]:
    """For whoever may do this to what is their own; a visitor is led to where an account is made or signed in to."""

    def decorate(view: Callable[..., HttpResponse]) -> View:
        @wraps(view)
        def own_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            user = visitors.person(request)
            if user is not None and may(user, verb, thing, user.pk):
                return view(request, user, *args, **kwargs)
            return redirect("keep" if settings.MODE == "local" else "account_login")

        return own_view

    return decorate


@require_http_methods(["GET", "POST"])
@limited("settings", 60)
@own("change", "account")
def settings_page(request: HttpRequest, user: User) -> HttpResponse:
    """What a person chooses, how they sign in, and what is kept of them."""
    if request.method == "GET":
        return _page(request, user, PersonForm(initial=_chosen(request, user)))
    form = PersonForm(request.POST)
    if not form.is_valid():
        return _page(request, user, form, status=422)
    learner = visitors.visitor(request, clock.now())
    said = form.cleaned_data
    own = {"name": said["name"], "time_zone": said["time_zone"], "plain_field": form.plain_field}
    User.objects.filter(pk=user.pk).update(**own)
    Learner.objects.filter(pk=learner.pk).update(career=said["career"], minutes=said["minutes"])
    messages.success(request, "Saved.")
    return redirect("person:settings")


@require_POST
@limited("settings", 60)
@own("change", "account")
def answer_field(request: HttpRequest, user: User) -> HttpResponse:
    """The answer field was switched on some page: the account remembers it."""
    chosen = request.POST.get("field")
    if chosen in ("plain", "maths"):
        User.objects.filter(pk=user.pk).update(plain_field=chosen == "plain")
    return HttpResponse(status=204)


@require_POST
@limited("export", 10)
@own("export", "work")
def export(request: HttpRequest, user: User) -> HttpResponse:
    """All that is kept about this person, as one file."""
    now = clock.now()
    AuditEvent.record(user.pk, "exported", target=f"person {user.pk}", now=now)
    made = json.dumps(exported(user, now), ensure_ascii=False, indent=1)
    response = HttpResponse(made, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="fluxions-{now.date().isoformat()}.json"'
    return response


@require_POST
@limited("import", 10)
@own("import", "work")
def import_file(request: HttpRequest, user: User) -> HttpResponse:
    """Take in a file that was exported here or elsewhere."""
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            count = import_work(user, form.cleaned_data["file"].read(), clock.now())
        except Unusable as error:
            form.add_error("file", f"This file was not taken in: {error}. Nothing was changed.")
        else:
            messages.success(request, f"Taken in: the work of {count} learner{'' if count == 1 else 's'}.")
            return redirect("person:settings")
    return _page(request, user, PersonForm(initial=_chosen(request, user)), status=422, file_form=form)


@require_http_methods(["GET", "POST"])
@limited("delete", 10)
@own("erase", "account")
def delete(request: HttpRequest, user: User) -> HttpResponse:
    """Delete the account, once the word is typed; in server mode only soon after signing in."""
    return _delete(request, user) if settings.MODE == "local" else _recently(request, user)


def _delete(request: HttpRequest, user: User) -> HttpResponse:
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if request.method == "GET" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "person/delete.html", {"form": form}, status=status)
    erase(user, clock.now())
    logout(request)
    return render(request, "person/deleted.html")


_recently = reauthentication_required()(_delete)


def _chosen(request: HttpRequest, user: User) -> dict[str, Any]:
    learner = visitors.learner(request) or Learner()
    learning = {"career": learner.career, "minutes": learner.minutes}
    return {"name": user.name, "time_zone": user.time_zone, "plain": SAY[user.plain_field], **learning}


def _page(
    request: HttpRequest, user: User, form: PersonForm, *, status: int = 200, file_form: FileForm | None = None
) -> HttpResponse:
    kinds = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    context = {
        "form": form,
        "file_form": file_form or FileForm(),
        "learners": Learner.objects.filter(user=user).order_by("joined", "pk"),
        "passkeys": kinds.count("webauthn"),
        "codes": "totp" in kinds,
        "second_steps": bool(kinds),
    }
    return render(request, "person/settings.html", context, status=status)

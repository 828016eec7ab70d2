"""Keeping one's work, and the people of this installation as its operator sees them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fluxions.web import clock
from fluxions.web.accounts.arrival import keep_work
from fluxions.web.accounts.entrance import absolute, invite, open_invitations
from fluxions.web.accounts.forms import InvitationForm, NameForm
from fluxions.web.accounts.models import AuditEvent, User
from fluxions.web.accounts.permissions import may
from fluxions.web.accounts.visitors import learner_ids, person
from fluxions.web.security import View, limited

LATEST = 50


def by_password(view: View) -> View:
    """A page of signing in, which exists in server mode alone: in local mode arriving is enough."""

    @wraps(view)
    def server_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if settings.MODE == "local":
            return redirect("person:settings" if person(request) else "keep")
        return view(request, *args, **kwargs)

    return server_view


def allowed(verb: str, thing: str) -> Callable[[View], View]:
    """For whoever may do this; to anybody else there is no such page."""

    def decorate(view: View) -> View:
        @wraps(view)
        def allowed_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(person(request), verb, thing):
                raise Http404
            return view(request, *args, **kwargs)

        return allowed_view

    return decorate


@require_http_methods(["GET", "POST"])
@limited("keep", 20)
def keep(request: HttpRequest) -> HttpResponse:
    """Keep one's work: in local mode as the owner of this installation, else in an account."""
    if person(request):
        return redirect("person:settings")
    form = NameForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and settings.MODE == "local" and form.is_valid():
        keep_work(request, form.cleaned_data["name"].strip(), clock.now())
        return redirect("person:settings")
    return render(request, "accounts/keep.html", {"form": form, "begun": bool(learner_ids(request))})


@require_GET
@allowed("list", "people")
def people(request: HttpRequest) -> HttpResponse:
    """Everybody with an account, open invitations, and what was done lately."""
    return _people(request)


@require_POST
@allowed("make", "invitation")
def make_invitation(request: HttpRequest) -> HttpResponse:
    """A link that lets one person sign up, shown once."""
    form, operator = InvitationForm(request.POST), person(request)
    if operator is None or not form.is_valid() or settings.SIGN_UP == "closed":
        return _people(request, form=form, status=422)
    link = absolute(request, invite(operator, form.cleaned_data["email"], clock.now()))
    return _people(request, made={"link": link, "for": form.cleaned_data["email"], "kind": "invitation"})


@require_POST
@allowed("withdraw", "invitation")
def withdraw_invitation(request: HttpRequest, number: int) -> HttpResponse:
    """An invitation that nobody has used yet opens nothing any more."""
    now = clock.now()
    if open_invitations(now).filter(pk=number).update(expires=now):
        AuditEvent.record(request.user.pk, "withdrew", target=f"invitation {number}", now=now)
    return redirect("people")


@require_POST
@allowed("make", "reset link")
def make_reset_link(request: HttpRequest, number: int) -> HttpResponse:
    """A link by which a person sets a new password, shown once and good for three days."""
    whose = get_object_or_404(User, pk=number, email__isnull=False)
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(whose)
    link = get_adapter().get_reset_password_from_key_url(f"{user_pk_to_url_str(whose)}-{key}")
    AuditEvent.record(request.user.pk, "made a reset link", target=f"person {whose.pk}", now=clock.now())
    return _people(request, made={"link": link, "for": whose.email, "kind": "reset"})


def _people(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    everybody = {each.pk: each for each in User.objects.order_by("created", "pk")}
    latest = AuditEvent.objects.order_by("-at", "-pk")[:LATEST] if may(person(request), "read", "audit") else ()
    events = [(each, _named(each.actor, everybody)) for each in latest]
    context = {
        "people": everybody.values(),
        "invitations": open_invitations(clock.now()).order_by("-made"),
        "events": events,
        "form": InvitationForm(),
    }
    return render(request, "accounts/people.html", context | more, status=status)


def _named(number: int | None, everybody: dict[int, User]) -> str:
    """Whom a row of the audit names; people who have left are a number."""
    return str(everybody[number]) if number in everybody else f"person {number}"

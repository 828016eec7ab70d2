"""How allauth meets our accounts: who may sign up, what a new account is, and what signing in brings along."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.urls import reverse

from fluxions.web import clock
from fluxions.web.accounts import entrance as doors
from fluxions.web.accounts.arrival import owner
from fluxions.web.accounts.models import AuditEvent, User
from fluxions.web.accounts.visitors import join
from fluxions.web.pages import calm
from fluxions.web.security import address


class Adapter(DefaultAccountAdapter):
    """Accounts are known by an address in lower case; they come in by a door of `entrance`."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "This address and this password do not belong together.",
        "email_taken": "There is an account with this address. Sign in, or use another address.",
        "duplicate_email": "This is the address of your account already.",
        "enter_current_password": "This is not your present password.",
        "incorrect_password": "This is not your password.",
        "incorrect_code": "This code does not fit. Codes change every thirty seconds; try the next one.",
        "too_many_login_attempts": "There were many attempts that failed. Wait five minutes and try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Is there a door for this request?"""
        return doors.entrance(request) is not None

    def new_user(self, request: HttpRequest) -> User:
        """An account to be filled in; by the set-up key an owner without a password gets one."""
        door = doors.entrance(request)
        waiting = owner() if door and door.operator else None
        return waiting or User(created=clock.now(), time_zone=settings.TIME_ZONE)

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Keep a new account, with the invitation or the key that it came by used up."""
        now, door = clock.now(), doors.entrance(request)
        user.name = form.cleaned_data.get("name") or user.name
        try:
            with transaction.atomic():
                if door is None or not doors.take(door, now):
                    raise IntegrityError("the door has closed")
                user.is_operator = user.is_owner = door.operator
                super().save_user(request, user, form)
                AuditEvent.record(user.pk, "became operator" if door.operator else "signed up", now=now)
        except IntegrityError:
            raise ImmediateHttpResponse(calm(request, "errors/too_late.html", 409)) from None
        if door.vouches_for(user.email or ""):
            self.stash_verified_email(request, user.email or "")
        return user

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in with a new session key; the visitor's learner joins the account."""
        super().login(request, user)
        join(request, user, clock.now())

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link by which a person sets a new password; `key` is the number of the account and a token."""
        number, _, token = key.partition("-")
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": number, "key": token})
        return doors.absolute(self.request, path)

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        """The link that confirms an address."""
        return doors.absolute(request, reverse("account_confirm_email", args=[emailconfirmation.key]))

    def get_client_ip(self, request: HttpRequest) -> str:
        """Who asks, behind a proxy too."""
        return address(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the settings."""
        return reverse("person:settings")


class SecondSteps(DefaultMFAAdapter):
    """Passkeys and one-time codes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This does not fit. Codes change every thirty seconds, and each is good once. Try again.",
    }

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """Passkey 1, Passkey 2, …"""
        return f"Passkey {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"

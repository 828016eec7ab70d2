"""The forms of accounts: allauth's in our words, and those that allauth does not have."""

from typing import Any

from allauth.account import forms as account
from allauth.account.models import EmailAddress
from allauth.mfa.base import forms as second_steps
from allauth.mfa.totp import forms as totp
from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from fluxions.web.accounts.models import User

LABELS = {
    "login": "E-mail address",
    "email": "E-mail address",
    "password": "Password",
    "oldpassword": "Present password",
    "password1": "New password",
    "password2": "New password, again",
    "code": "Code",
}
HELP = {"password1": "Twelve characters or more, no other rule. Several plain words are easy to remember."}


class Worded(forms.Form):
    """Labels in our words above every field, and no text inside one."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, "" if name in LABELS else field.help_text)
            field.widget.attrs.pop("placeholder", None)


class SignInForm(Worded, account.LoginForm):
    """Address and password."""


class SignUpForm(Worded, account.SignupForm):
    """An address, a password of at least twelve characters, and a name for whoever wants one."""

    name = forms.CharField(
        required=False, max_length=120, label="Name", help_text="May be left out, and changed at any time."
    )
    field_order = ("name", "email", "password1")

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["password1"].label = "Password"


class AgainForm(Worded, account.ReauthenticateForm):
    """The password once more."""


class ChangePasswordForm(Worded, account.ChangePasswordForm):
    """The present password, and the new one twice."""


class SetPasswordForm(Worded, account.SetPasswordForm):
    """A first password, twice."""


class ForgottenForm(Worded, account.ResetPasswordForm):
    """The address that a link is sent to."""


class NewPasswordForm(Worded, account.ResetPasswordKeyForm):
    """A new password, twice."""


class CodeForm(Worded, second_steps.AuthenticateForm):
    """A one-time code or a recovery code."""


class CodeAgainForm(Worded, second_steps.ReauthenticateForm):
    """A code once more."""


class FirstCodeForm(Worded, totp.ActivateTOTPForm):
    """The code that shows that the app has read the key."""


class NewAddressForm(Worded, account.AddEmailForm):
    """Another address for the account. With mail it counts once it is confirmed; without, at once."""

    def clean_email(self) -> str:
        """An address of nobody else."""
        email: str = super().clean_email()
        if not settings.SENDS_MAIL and User.objects.filter(email=email).exclude(pk=self.user.pk).exists():
            raise forms.ValidationError("There is another account with this address.")
        return email

    def save(self, request: HttpRequest) -> EmailAddress:
        """Send the link that confirms it, or take it."""
        if settings.SENDS_MAIL:
            return super().save(request)
        with transaction.atomic():
            EmailAddress.objects.filter(user=self.user).delete()
            User.objects.filter(pk=self.user.pk).update(email=self.cleaned_data["email"])
            return EmailAddress.objects.create(user=self.user, email=self.cleaned_data["email"], primary=True)


class InvitationForm(Worded):
    """Whom an invitation is for, if that is known."""

    email = forms.EmailField(required=False, max_length=254)


class NameForm(forms.Form):
    """How the owner wants to be called."""

    name = forms.CharField(
        required=False, max_length=120, label="Name", widget=forms.TextInput({"autocomplete": "name"})
    )

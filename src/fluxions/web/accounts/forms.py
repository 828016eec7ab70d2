"""The forms of signing up and of a new address, as allauth asks for them."""

from allauth.account.forms import AddEmailForm, SignupForm
from allauth.account.models import EmailAddress
from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from fluxions.web.accounts.models import User


class SignUpForm(SignupForm):
    """An address, a password of at least twelve characters, and a name for whoever wants one."""

    name = forms.CharField(
        required=False, max_length=120, label="Name", help_text="May be left out, and changed at any time."
    )
    field_order = ("name", "email", "password1")


class NewAddressForm(AddEmailForm):
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


class InvitationForm(forms.Form):
    """Whom an invitation is for, if that is known."""

    email = forms.EmailField(required=False, label="Address", max_length=254)


class NameForm(forms.Form):
    """How the owner wants to be called."""

    name = forms.CharField(required=False, max_length=120, label="Name")

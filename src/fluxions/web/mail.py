"""How mail leaves: through a server named by its address, into a folder for trying it out, or not at all."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BACKENDS = {
    "": "django.core.mail.backends.dummy.EmailBackend",
    "file": "django.core.mail.backends.filebased.EmailBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "smtps": "django.core.mail.backends.smtp.EmailBackend",
}


@dataclass(frozen=True, slots=True)
class Mail:
    """What the settings of Django need to know."""

    scheme: str = ""
    host: str = ""
    port: int = 587
    user: str = ""
    password: str = ""
    folder: str = ""

    @property
    def backend(self) -> str:
        """Through what mail leaves."""
        return BACKENDS[self.scheme]


def mail(url: str) -> Mail:
    """`smtp://user:password@host:587` (with STARTTLS), `smtps://…:465`, `file:///folder`, or nothing."""
    parts = urlsplit(url)
    if parts.scheme not in BACKENDS or (url and not parts.scheme):
        raise ImproperlyConfigured("FLUXIONS_MAIL_URL looks like smtp://user:password@mail.example.org:587")
    port = parts.port or (465 if parts.scheme == "smtps" else 587)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Mail(parts.scheme, parts.hostname or "", port, user, password, unquote(parts.path))

"""The settings of the site, from environment variables that begin with FLUXIONS_."""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from fluxions.web.databases import database
from fluxions.web.mail import mail

WEB = Path(__file__).parent
TESTING = "PYTEST_VERSION" in os.environ
DEBUG = os.environ.get("FLUXIONS_DEBUG") == "1"

MODE = os.environ.get("FLUXIONS_MODE", "local")
if MODE not in ("local", "server"):
    raise ImproperlyConfigured("FLUXIONS_MODE is local or server")
URL = os.environ.get("FLUXIONS_URL", "").rstrip("/")
HTTPS = URL.startswith("https://")
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = LOOPBACK + ([urlsplit(URL).hostname or ""] if MODE == "server" and URL else [])
CSRF_TRUSTED_ORIGINS = [URL] if MODE == "server" and "://" in URL else []
DEMANDS_KEY = os.environ.get("FLUXIONS_DEMAND_KEY") == "1"
SIGN_UP = os.environ.get("FLUXIONS_SIGN_UP", "invite")
if SIGN_UP not in ("open", "invite", "closed"):
    raise ImproperlyConfigured("FLUXIONS_SIGN_UP is open, invite or closed")

DATA_DIR = Path(
    os.environ.get("FLUXIONS_DATA_DIR")
    or Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "fluxions"
)
KEY_FILE = DATA_DIR / "secret-key"


def _secret_key() -> str:
    """From the environment or the key file; without either, one that ends with this process."""
    if named := os.environ.get("FLUXIONS_SECRET_KEY"):
        return named
    return KEY_FILE.read_text().strip() if KEY_FILE.is_file() else get_random_secret_key()


SECRET_KEY = _secret_key()
DATABASES = {"default": database(DATA_DIR, os.environ)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "fluxions.web.accounts",
    "fluxions.web.study",
    "fluxions.web.labs",
    "fluxions.web.today",
]
MIDDLEWARE = [
    "fluxions.web.security.headers",
    "fluxions.web.security.strangers",
    "fluxions.web.security.bounded",
    "fluxions.web.accounts.arrival.keyed",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "fluxions.web.accounts.arrival.arriving",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fluxions.web.accounts.vanished.noticing",
]
ROOT_URLCONF = "fluxions.web.urls"
WSGI_APPLICATION = "fluxions.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "fluxions.web.pages.frame",
            ],
            "libraries": {"maths": "fluxions.web.templatetags.maths"},
            "builtins": ["fluxions.web.templatetags.maths"],
        },
    }
]
STATIC_URL = "/static/"
STATIC_DIR = WEB / "static"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}}

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "account_login", "programme", "programme"

MAIL = mail(os.environ.get("FLUXIONS_MAIL_URL", ""))
SENDS_MAIL = bool(MAIL.scheme)
EMAIL_BACKEND, EMAIL_FILE_PATH = MAIL.backend, MAIL.folder
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.host, MAIL.port, MAIL.user, MAIL.password
EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL.scheme == "smtps", MAIL.scheme == "smtp"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("FLUXIONS_MAIL_FROM", f"fluxions@{urlsplit(URL).hostname or 'localhost'}")

ACCOUNT_ADAPTER = "fluxions.web.accounts.adapter.Adapter"
ACCOUNT_FORMS = {
    "login": "fluxions.web.accounts.forms.SignInForm",
    "signup": "fluxions.web.accounts.forms.SignUpForm",
    "reauthenticate": "fluxions.web.accounts.forms.AgainForm",
    "change_password": "fluxions.web.accounts.forms.ChangePasswordForm",
    "set_password": "fluxions.web.accounts.forms.SetPasswordForm",
    "reset_password": "fluxions.web.accounts.forms.ForgottenForm",
    "reset_password_from_key": "fluxions.web.accounts.forms.NewPasswordForm",
    "add_email": "fluxions.web.accounts.forms.NewAddressForm",
}
MFA_FORMS = {
    "authenticate": "fluxions.web.accounts.forms.CodeForm",
    "reauthenticate": "fluxions.web.accounts.forms.CodeAgainForm",
    "activate_totp": "fluxions.web.accounts.forms.FirstCodeForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if SENDS_MAIL else "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
MFA_ADAPTER = "fluxions.web.accounts.adapter.SecondSteps"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = not SENDS_MAIL
MFA_TOTP_ISSUER = "Fluxions"
MFA_TOTP_TOLERANCE = 1  # steps of thirty seconds that a clock may be wrong

SESSION_COOKIE_AGE = int(timedelta(days=30).total_seconds())
SESSION_COOKIE_NAME = "fluxions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "fluxions-csrf"
CSRF_FAILURE_VIEW = "fluxions.web.pages.no_token"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50
LARGEST_BODY, LARGEST_IMPORT, LARGEST_ITEM = 1_000_000, 20_000_000, 64_000
RATE_LIMITS = True

LABS_ALLOW_BASIC = os.environ.get("FLUXIONS_LABS_ALLOW_BASIC") == "1"

LANGUAGE_CODE = "en"
USE_TZ = True
TIME_ZONE = os.environ.get("FLUXIONS_TIME_ZONE", "UTC")
MOVED = os.environ.get("FLUXIONS_TEST_CLOCK_MOVED_BY", "")
if MOVED and not (TESTING and MOVED.isdigit()):
    raise ImproperlyConfigured("FLUXIONS_TEST_CLOCK_MOVED_BY is a number of seconds, and for tests alone")
CLOCK_MOVED_BY = timedelta(seconds=int(MOVED or "0"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}

"""The settings of the site, from environment variables that begin with FLUXIONS_."""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from fluxions.web.databases import database

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
    "django.contrib.sessions",
    "fluxions.web.accounts",
    "fluxions.web.study",
    "fluxions.web.labs",
]
MIDDLEWARE = [
    "fluxions.web.security.headers",
    "fluxions.web.security.strangers",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
ROOT_URLCONF = "fluxions.web.urls"
WSGI_APPLICATION = "fluxions.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "fluxions.web.pages.frame"],
            "libraries": {"maths": "fluxions.web.templatetags.maths"},
            "builtins": ["fluxions.web.templatetags.maths"],
        },
    }
]
STATIC_URL = "/static/"
STATIC_DIR = WEB / "static"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}}

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
RATE_LIMITS = True

LABS_ALLOW_BASIC = os.environ.get("FLUXIONS_LABS_ALLOW_BASIC") == "1"

LANGUAGE_CODE = "en"
USE_TZ = True
TIME_ZONE = os.environ.get("FLUXIONS_TIME_ZONE", "UTC")
CLOCK_MOVED_BY = timedelta(0)

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

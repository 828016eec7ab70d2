"""The site as a WSGI application, its static files included."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fluxions.web.settings")

application = WhiteNoise(
    get_wsgi_application(),
    root=settings.STATIC_DIR,
    prefix=settings.STATIC_URL,
    autorefresh=settings.DEBUG,
    immutable_file_test=r"^.+-[0-9A-Z]{8}\..+$",
)

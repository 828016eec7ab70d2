"""The site as a WSGI application, its static files included."""

import gc
import os
import signal

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

from fluxions.labs.sandbox import linux

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fluxions.web.settings")
if linux.LINUX and not settings.TESTING:  # where the server is killed, its workers, and their zygotes, end too
    linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)

application = WhiteNoise(
    get_wsgi_application(),
    root=settings.STATIC_DIR,
    prefix=settings.STATIC_URL,
    autorefresh=settings.DEBUG,
    immutable_file_test=r"^.+-[0-9A-Z]{8}\..+$",
)
gc.freeze()  # what is imported by now stays: no answer waits until it is looked through

import pytest
from django.core.exceptions import ImproperlyConfigured

from fluxions.web.mail import Mail, mail


@pytest.mark.parametrize(
    "url, found",
    [
        ("", Mail()),
        ("smtp://mail.example.org", Mail("smtp", "mail.example.org", 587)),
        ("smtps://a%40b:p%3Aw@mail.example.org", Mail("smtps", "mail.example.org", 465, "a@b", "p:w")),
        ("smtp://mail.example.org:25", Mail("smtp", "mail.example.org", 25)),
        ("file:///tmp/mails", Mail("file", folder="/tmp/mails")),
    ],
)
def test_a_mail_server_by_its_address(url, found):
    assert mail(url) == found


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org", "smtp"])
def test_what_names_no_mail_server(url):
    with pytest.raises(ImproperlyConfigured):
        mail(url)

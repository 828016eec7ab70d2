"""Whatever is sent, fitting or not, the answer is one that the document names."""

from http import HTTPStatus

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as examples
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

pytestmark = pytest.mark.django_db
LEFT_OUT = [positive_data_acceptance]  # no schema tells what reads as mathematics


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.name.lower())
@pytest.mark.parametrize("name", ["check", "solve", "diagnose", "generate"])
def test_no_server_error_and_no_answer_that_the_document_does_not_name(settings, name, mode):
    settings.RATE_LIMITS = False
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())
    seen = set()

    @given(case=schema[f"/api/{name}"]["POST"].as_strategy(generation_mode=mode))
    @examples(
        max_examples=120,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def sent(case):
        response = case.call()
        left_out = LEFT_OUT + ([negative_data_rejection] if response.status_code == 413 else [])  # refused all the same
        case.validate_response(response, excluded_checks=left_out)
        seen.add(HTTPStatus(response.status_code))

    sent()
    assert seen

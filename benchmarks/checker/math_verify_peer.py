"""Math-Verify in a process: reads a JSON pair of LaTeX texts a line, writes true, false or null."""

import json
import sys

from math_verify import parse, verify

for line in sys.stdin:
    try:
        answer, expected = (parse(f"${text}$", parsing_timeout=None) for text in json.loads(line))
        verdict = verify(expected, answer, timeout_seconds=None) if answer and expected else None
    except Exception:
        verdict = None
    print("@@", json.dumps(verdict), flush=True)

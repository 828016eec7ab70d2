"""What `import fluxions.calculus` loads: a command answers at once, so what is large waits until it is used."""

import json
import subprocess
import sys

LARGE = {"numpy", "sympy", "mpmath", "django", "matplotlib", "plotly", "granian", "scipy", "pandas"}


def loaded(code: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"import json, sys\n{code}\nprint(json.dumps(sorted(sys.modules)))"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return {name.partition(".")[0] for name in json.loads(told.stdout)}


def test_the_engine_starts_without_what_is_large():
    found = loaded("import fluxions.calculus")
    assert {"fluxions", "flint"} <= found
    assert not LARGE & found


def test_nor_is_it_needed_to_work_a_task_out():
    code = "from fluxions.calculus import read, solve\nassert solve(read('int(x*exp(x), x)').expr).steps"
    assert not LARGE & loaded(code)

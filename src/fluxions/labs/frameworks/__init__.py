"""The frameworks that a lab can be written in: name, title, first line, and how to get one that is missing."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from importlib import metadata


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework; `budget` is the memory in bytes that a program may take beyond what the framework takes itself."""

    name: str
    title: str
    package: str
    header: str
    budget: int
    requirement: str = ""  # the pin of its extra; empty where it always comes along


GB = 2**30
FRAMEWORKS = {
    "numpy": Framework("numpy", "NumPy", "numpy", "import numpy as np", GB // 2),
    "pytorch": Framework("pytorch", "PyTorch", "torch", "import torch", GB, "torch==2.13.0"),
}


def installed(name: str) -> str | None:
    """The version of a framework that is wholly installed; None where it is missing, or still being unpacked."""
    importlib.invalidate_caches()
    try:
        found = metadata.distribution(FRAMEWORKS[name].package)
    except metadata.PackageNotFoundError:
        return None
    return found.version if found.read_text("RECORD") else None  # pip writes this file last

"""Calls of the engine that may not bring a page down: a failure of ours is logged and never the learner's."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
D = TypeVar("D")
log = logging.getLogger(__name__)


def or_else(default: D) -> Callable[[Callable[P, R]], Callable[P, R | D]]:
    """The value of the function, or `default` where it fails."""

    def decorate(function: Callable[P, R]) -> Callable[P, R | D]:
        @wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R | D:
            try:
                return function(*args, **kwargs)
            except Exception:
                log.exception("%s%.500r failed", function.__name__, args)
                return default

        return guarded

    return decorate

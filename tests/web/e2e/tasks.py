"""The task that stands on a page, as the database of the site keeps it."""

import json
import sqlite3

from playwright.sync_api import Page

from fluxions.calculus import Problem
from fluxions.tutor.stated import Stated, problem_of


def task_of(page: Page, site) -> Problem:
    """The task of the page, as the database keeps it."""
    number = page.url.split("/tasks/")[1].split("?")[0]
    with sqlite3.connect(f"file:{site.folder}/fluxions.sqlite3?mode=ro", uri=True) as database:
        row = database.execute(
            "SELECT skill, family, version, seed, prompt, task, terms FROM study_attempt WHERE id = ?", [number]
        ).fetchone()
    terms = {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(row[6]).items()}
    return problem_of(Stated(*row[:6], **terms))

"""The table of who may do what, cell by cell."""

import pytest

from fluxions.web.accounts.models import User
from fluxions.web.accounts.permissions import TABLE, may

PERSON, OPERATOR = User(pk=1), User(pk=2, is_operator=True)
NOBODY, OWN, ANOTHERS = None, "own", "another's"
CELLS = [
    # thing, verb, whose, visitor, person, operator
    ("account", "change", OWN, False, True, True),
    ("account", "change", ANOTHERS, False, False, False),
    ("account", "erase", OWN, False, True, True),
    ("account", "erase", ANOTHERS, False, False, False),
    ("work", "export", OWN, False, True, True),
    ("work", "export", ANOTHERS, False, False, False),
    ("work", "import", OWN, False, True, True),
    ("work", "import", ANOTHERS, False, False, False),
    ("people", "list", NOBODY, False, False, True),
    ("invitation", "make", NOBODY, False, False, True),
    ("invitation", "withdraw", NOBODY, False, False, True),
    ("reset link", "make", NOBODY, False, False, True),
    ("audit", "read", NOBODY, False, False, True),
    ("work", "grade", OWN, False, False, False),
]


@pytest.mark.parametrize("thing, verb, whose, visitor, person, operator", CELLS)
def test_who_may(thing, verb, whose, visitor, person, operator):
    for who, allowed in ((None, visitor), (PERSON, person), (OPERATOR, operator)):
        number = {NOBODY: None, OWN: who.pk if who else 3, ANOTHERS: 99}[whose]
        assert may(who, verb, thing, number) == allowed


def test_every_cell_of_the_table_stands_here():
    assert set(TABLE) <= {(thing, verb) for thing, verb, *_ in CELLS}

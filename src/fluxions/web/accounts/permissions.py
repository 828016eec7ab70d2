"""Who may do what: a table from (object, verb) to a predicate of who asks and whose it is."""

from collections.abc import Callable

from fluxions.web.accounts.models import User

Predicate = Callable[[User | None, int | None], bool]


def themselves(who: User | None, whose: int | None) -> bool:
    """The person it belongs to, and nobody else: not even an operator."""
    return who is not None and who.pk == whose


def operators(who: User | None, whose: int | None) -> bool:
    """Whoever runs this installation."""
    return who is not None and who.is_operator


TABLE: dict[tuple[str, str], Predicate] = {
    ("account", "change"): themselves,
    ("account", "erase"): themselves,
    ("work", "export"): themselves,
    ("work", "import"): themselves,
    ("people", "list"): operators,
    ("invitation", "make"): operators,
    ("invitation", "withdraw"): operators,
    ("reset link", "make"): operators,
    ("audit", "read"): operators,
}


def may(who: User | None, verb: str, thing: str, whose: int | None = None) -> bool:
    """May this person do this? What the table does not name, nobody may."""
    allowed = TABLE.get((thing, verb))
    return allowed is not None and allowed(who, whose)

"""Tables whose rows are never changed: the database itself refuses."""

from collections.abc import Callable

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.state import StateApps

Step = Callable[[StateApps, BaseDatabaseSchemaEditor], None]
SQLITE = """
CREATE TRIGGER {table}_is_append_only BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION fluxions_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""
POSTGRES = """
CREATE TRIGGER {table}_is_append_only BEFORE UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION fluxions_append_only()
"""


def append_only(*tables: str) -> RunPython:
    """The migration step that makes tables append-only; repeat it after one that rebuilds a table on SQLite."""
    return RunPython(*_steps(*tables))


def writable(*tables: str) -> RunPython:
    """The step before a migration that must change kept rows or rebuild their table; `append_only` follows it."""
    guard, release = _steps(*tables)
    return RunPython(release, guard)


def _steps(*tables: str) -> tuple[Step, Step]:
    def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(POSTGRES_FUNCTION, params=None)
        create = POSTGRES if editor.connection.vendor == "postgresql" else SQLITE
        for table in tables:
            editor.execute(create.format(table=table), params=None)

    def release(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        on = " ON {table}" if editor.connection.vendor == "postgresql" else ""
        for table in tables:
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_is_append_only{on.format(table=table)}", params=None)

    return guard, release

"""`fluxions serve`: the site on this machine, with everything it needs."""

from __future__ import annotations

import argparse
import os
import secrets
import socket
import sys
from pathlib import Path

from fluxions.cli.arguments import Commands, Refused

LOOPBACK = ("127.0.0.1", "localhost", "::1")
THREADS = 4


def add(commands: Commands) -> None:
    """The command and its arguments."""
    parser = commands.add_parser("serve", help="start the site and print its address")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")
    parser.add_argument("--data", type=Path, help="folder for the database and keys (default: FLUXIONS_DATA_DIR)")
    parser.add_argument("--key", action="store_true", help="let in only browsers that open the printed link")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the data folder, the key and the tables; then serve until stopped."""
    host, port = allowed_host(arguments.host), free_port(arguments.host, arguments.port)
    if arguments.data:
        os.environ["FLUXIONS_DATA_DIR"] = str(arguments.data.expanduser().absolute())
    if arguments.key:
        os.environ["FLUXIONS_DEMAND_KEY"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fluxions.web.settings")
    prepare()
    shown = f"[{host}]" if ":" in host else host
    print("\n".join(said(f"http://{shown}:{port}")), flush=True)
    let_go()
    serve(host, port)
    return 0


def said(address: str) -> list[str]:
    """What the terminal shows: the address, with the key where one is demanded, and the set-up link while it is due."""
    from django.conf import settings

    from fluxions.web.accounts import arrival, entrance

    if settings.MODE == "local":
        key = f"?key={arrival.arrival_key()}" if settings.DEMANDS_KEY else ""
        return [f"Fluxions is at {address}/{key} (Ctrl+C stops it)"]
    lines = [f"Fluxions is at {address}/ (Ctrl+C stops it)"]
    if entrance.needs_operator():
        lines.append(f"There is no operator yet. Open this link to become it: {entrance.set_up_link(address)}")
    return lines


def allowed_host(host: str) -> str:
    """Loopback always; any other address only in server mode."""
    if host in LOOPBACK:
        return host
    if os.environ.get("FLUXIONS_MODE", "local") != "server":
        raise Refused(
            f"in local mode only this computer is served, so --host {host} is refused. Leave --host out, or set "
            "FLUXIONS_MODE=server and FLUXIONS_URL=https://the-name-people-use"
        )
    if not os.environ.get("FLUXIONS_URL", "").startswith(("http://", "https://")):
        raise Refused(
            "in server mode set FLUXIONS_URL to the address people will use, such as https://maths.example.org"
        )
    return host


def free_port(host: str, port: int) -> int:
    """The port, if nothing listens there yet."""
    if not 1 <= port <= 65535:
        raise Refused(f"--port is from 1 to 65535, not {port}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise Refused(f"port {port} is reserved for the system; choose one above 1023, such as 8000") from None
        except OSError as error:
            if isinstance(error, socket.gaierror) or error.errno == 99:
                raise Refused(f"{host} is no address of this computer") from None
            raise Refused(
                f"port {port} is in use, perhaps by another Fluxions. Stop that one, or choose another: "
                f"fluxions serve --port {port % 65535 + 1}"
            ) from None
    return port


def prepare() -> None:
    """The data folder (0700), the secret key (0600) and the tables, made where they are missing."""
    folder = data_folder()
    key_file(folder)
    import django
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
        _migrate()
        _sweep()
    except ImproperlyConfigured as error:
        raise Refused(str(error)) from None
    if not (Path(settings.STATIC_DIR) / "bundle" / "manifest.json").is_file():
        raise Refused("the front end is not built; `make install` builds it")


def data_folder() -> Path:
    """The folder that everything is kept in, readable by its owner alone."""
    named = os.environ.get("FLUXIONS_DATA_DIR")
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    folder = Path(named) if named else home / "fluxions"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise Refused(f"cannot use {folder} for data: {error.strerror}. Choose another with --data") from None
    return folder


def key_file(folder: Path) -> None:
    """The secret that signs cookies and forms, made on the first start."""
    path = folder / "secret-key"
    if path.exists() or os.environ.get("FLUXIONS_SECRET_KEY"):
        return
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48) + "\n")
    except OSError as error:
        raise Refused(f"cannot write {path}: {error.strerror}. Choose another folder with --data") from None


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import OperationalError

    try:
        call_command("migrate", interactive=False, verbosity=0)
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise Refused(f"the database cannot be used: {reason}") from None
    finally:
        let_go()


def _sweep() -> None:
    """Visitors who stayed away for thirty days are forgotten."""
    from fluxions.web import clock
    from fluxions.web.accounts.sweep import remove_visitors

    remove_visitors(clock.now())


def let_go() -> None:
    """Close the database: granian forks, and no connection may be shared with its workers."""
    from django.db import connections

    connections.close_all()


def serve(host: str, port: int) -> None:
    """Two processes of a few threads each, so that a long check does not keep plain pages waiting (ADR 8)."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "fluxions.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        log_access=False,
        websockets=False,
        respawn_failed_workers=True,
    )
    sys.stdout.flush()
    server.serve()

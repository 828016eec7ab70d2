"""`fluxions serve`: what it makes, and how it says no."""

import os
import socket
import stat
import subprocess
import sys
import time
import urllib.request

import pytest

from fluxions.cli import main
from fluxions.cli.arguments import Refused
from fluxions.cli.serve import allowed_host, data_folder, free_port, key_file


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_port_in_use_is_told_with_the_way_out(capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    said = capsys.readouterr().err
    assert f"port {port} is in use" in said and "--port" in said and "Traceback" not in said


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_that_cannot_be(port):
    with pytest.raises(Refused, match="from 1 to 65535"):
        free_port("127.0.0.1", port)


def test_a_host_that_is_not_ours():
    with pytest.raises(Refused, match="no address of this computer"):
        free_port("192.0.2.1", unused_port())


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::"])
def test_other_hosts_need_server_mode_and_an_address(host, monkeypatch):
    monkeypatch.delenv("FLUXIONS_MODE", raising=False)
    with pytest.raises(Refused, match="FLUXIONS_MODE=server"):
        allowed_host(host)
    monkeypatch.setenv("FLUXIONS_MODE", "server")
    monkeypatch.delenv("FLUXIONS_URL", raising=False)
    with pytest.raises(Refused, match="FLUXIONS_URL"):
        allowed_host(host)
    monkeypatch.setenv("FLUXIONS_URL", "https://maths.example.org")
    assert allowed_host(host) == host


def test_the_folder_and_the_key_are_the_owners_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("FLUXIONS_DATA_DIR", str(tmp_path / "new" / "data"))
    monkeypatch.delenv("FLUXIONS_SECRET_KEY", raising=False)
    folder = data_folder()
    key_file(folder)
    made = (folder / "secret-key").read_text()
    key_file(folder)
    assert (folder / "secret-key").read_text() == made and len(made) > 50
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "secret-key").stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_used_is_told(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FLUXIONS_DATA_DIR", str(tmp_path / "file" / "data"))
    with pytest.raises(Refused, match="--data"):
        data_folder()


def test_the_first_page_comes_within_five_seconds_of_a_second_start(tmp_path):
    port = unused_port()
    environment = {**os.environ, "FLUXIONS_DATA_DIR": str(tmp_path)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "fluxions", "serve", "--port", str(port)]
    for limit in (20.0, 5.0):  # the first start makes the tables
        began = time.monotonic()
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
            try:
                assert first_page(port, began + limit)
                assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
            finally:
                server.terminate()
                server.wait(10)
    assert (tmp_path / "fluxions.sqlite3").exists()


def first_page(port: int, until: float) -> bool:
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as response:
                return response.status == 200
        except OSError:
            time.sleep(0.1)
    return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_killed_server_leaves_nothing_behind(tmp_path):
    port = unused_port()
    environment = {**os.environ, "FLUXIONS_DATA_DIR": str(tmp_path)}
    for name in ("DJANGO_SETTINGS_MODULE", "PYTEST_VERSION"):
        environment.pop(name, None)
    with subprocess.Popen([sys.executable, "-m", "fluxions", "serve", "--port", str(port)], env=environment) as server:
        assert first_page(port, time.monotonic() + 20)
        urllib.request.urlopen(f"http://127.0.0.1:{port}/labs/", timeout=20).close()  # tests its isolation
        server.kill()
    until = time.monotonic() + 10
    while first_page(port, time.monotonic() + 0.3):
        assert time.monotonic() < until
    assert free_port("127.0.0.1", port) == port


def test_a_moved_clock_is_for_tests_alone(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_VERSION"}
    for moved, testing in (("86400", {}), ("soon", {"PYTEST_VERSION": "x"})):
        settings = {"FLUXIONS_TEST_CLOCK_MOVED_BY": moved, **testing}
        command = [sys.executable, "-m", "fluxions", "serve", "--port", str(unused_port()), "--data", str(tmp_path)]
        ended = subprocess.run(command, env=environment | settings, capture_output=True, text=True, timeout=60)
        assert ended.returncode == 1 and "FLUXIONS_TEST_CLOCK_MOVED_BY is a number of seconds" in ended.stderr

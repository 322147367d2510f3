"""Build what the browser gets, from npm's locked packages and our own Sass. Only to change them: running needs no npm.

Writes `frontend/static/css/bluelamp.css`, `frontend/static/vendor/`, the drawn avatars in `frontend/avatars/faces/`
with the uniform's layers in `frontend/static/images/uniform/`, and `frontend/assets.lock`.
"""

import re
import shutil
import subprocess

from check_assets import FRONTEND, write_lock

VENDOR = FRONTEND / "static" / "vendor"
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


def compile_sass() -> None:
    """Compile Bluelamp's Sass and the parts of GOV.UK Frontend that it takes."""
    run(
        "node_modules/.bin/sass",
        "--load-path=node_modules",
        "--style=compressed",
        "--no-source-map",
        "--quiet-deps",
        "sass/bluelamp.scss",
        "static/css/bluelamp.css",
    )


def copy_vendored() -> None:
    """Copy the vendored modules and their licences, dropping what an older version left behind.

    The comment that names a source map goes: the maps are not vendored, and browsers would ask for them.
    """
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, target in COPIES.items():
        text = (FRONTEND / source).read_text(encoding="utf-8")
        (VENDOR / target).parent.mkdir(parents=True, exist_ok=True)
        (VENDOR / target).write_text(SOURCE_MAP.sub("\n", text), encoding="utf-8")


def draw_avatars() -> None:
    """Draw the faces and the uniform from art that is CC0: the same versions give the same files."""
    run("node", "avatars/draw.mjs")


if __name__ == "__main__":
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    compile_sass()
    draw_avatars()
    copy_vendored()
    write_lock()

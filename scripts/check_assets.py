"""Check that the committed front-end assets are the ones that were built; needs no npm.

`frontend/assets.lock` has a line "sha256  path" (as `sha256sum` writes it, paths from `frontend/`) for every vendored,
compiled and drawn file, and for their sources, so that a change to the Sass or to a face's recipe without a build is
seen too; and for the fonts, which are as their makers built them, with their licence.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent.parent / "frontend"
LOCK = FRONTEND / "assets.lock"
LOCKED = (
    "static/css/*.css", "static/vendor/**/*", "static/images/uniform/*.svg", "sass/**/*.scss",
    "avatars/**/*", "fonts/*", "licences/*", "package.json", "package-lock.json",
)  # fmt: skip


def locked_files() -> Iterator[Path]:
    """Every file that the lock speaks for, in a fixed order."""
    found = {path for pattern in LOCKED for path in FRONTEND.glob(pattern) if path.is_file()}
    yield from sorted(found)


def digests() -> dict[str, str]:
    """Path from `frontend/` to the sha256 of what is there now."""
    return {
        path.relative_to(FRONTEND).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in locked_files()
    }


def write_lock() -> None:
    """Write the lock of the files as they are now: whole, or not at all."""
    lines = (f"{digest}  {path}\n" for path, digest in digests().items())
    fresh = LOCK.with_suffix(".new")
    fresh.write_text("".join(lines), encoding="utf-8")
    fresh.replace(LOCK)


def read_lock() -> dict[str, str]:
    """Path to sha256, as the lock has it."""
    pairs = (line.split("  ", 1) for line in LOCK.read_text(encoding="utf-8").splitlines() if line)
    return {path: digest for digest, path in pairs}


def differences() -> list[str]:
    """A sentence for each file that is changed, missing or new since the lock was written; empty when all is well."""
    locked, found = read_lock(), digests()
    changed = [path for path in locked if path in found and found[path] != locked[path]]
    return (
        [f"{path} is not as it was built" for path in changed]
        + [f"{path} is missing" for path in locked if path not in found]
        + [f"{path} is not in the lock" for path in found if path not in locked]
    )


if __name__ == "__main__":
    problems = differences()
    for problem in problems:
        print(problem)
    if problems:
        print("Run 'make assets' and commit what it changes.")
        sys.exit(1)
    print(f"{len(read_lock())} front-end files are as their lock says.")

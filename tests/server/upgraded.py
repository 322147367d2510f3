"""Settings of a database of before that was brought up to date. A file of tests says by `fill` which one."""

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from foundation import clock
from foundation.settings import Settings
from tests.house import House
from tests.running.first_version import FirstVersion, first_version
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


@pytest.fixture
def old() -> FirstVersion:
    return first_version()


@pytest.fixture
async def upgraded(settings: Settings, old: FirstVersion) -> AsyncIterator[House]:
    """The house on that database, the minute after its last surgery was closed."""
    clock.move(old.ended_at - clock.now() + timedelta(minutes=1))
    house = House(settings)
    await house.open()
    yield house
    await house.close()

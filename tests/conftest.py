"""What every test may ask for: an empty database of each kind, real parts, the cast, a clock that goes back."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from foundation import clock, database, language
from foundation.settings import Settings
from tests.running.postgres import Cluster, new_name, running_postgres
from tests.running.redis import running_redis
from tests.running.schema import bring_up_to_date, models, settings_for

pytest_plugins = ["tests.parts"]


@pytest.fixture(autouse=True)
def _machine_time() -> Iterator[None]:
    """Whoever moves the clock, or speaks Welsh, does so for one test."""
    yield
    clock.reset()
    language.use("en")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """One PostgreSQL for the run, with a database `migrated` that tests' databases are copies of."""
    with running_postgres() as cluster:
        bring_up_to_date(settings_for(cluster.create("migrated"), Path("var")))
        yield cluster


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that tests' databases are copies of."""
    file = tmp_path_factory.mktemp("sqlite") / "migrated.sqlite3"
    bring_up_to_date(settings_for(f"sqlite://{file}", file.parent))
    return file


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """One Redis for the run. Whoever asks for it is marked `redis`."""
    with running_redis() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def dialect(request: pytest.FixtureRequest) -> str:
    """Each of the two databases in turn. A folder of tests that needs one only overrides this."""
    return str(request.param)


@pytest.fixture
def settings(dialect: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Settings]:
    """The settings of a migrated, empty database that this test alone has."""
    if dialect == "sqlite":
        file = tmp_path / "bluelamp.sqlite3"
        shutil.copyfile(request.getfixturevalue("sqlite"), file)
        yield settings_for(f"sqlite://{file}", tmp_path)
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    name = new_name()
    yield settings_for(cluster.create(name, template="migrated"), tmp_path)
    cluster.drop(name)


@pytest.fixture
async def database_settings(settings: Settings) -> AsyncIterator[Settings]:
    """The same, connected: for tests of stores and services."""
    await database.connect(settings, models())
    yield settings
    await database.close()


@pytest.fixture(name="database")
def connected_database(database_settings: Settings) -> Settings:
    """The settings of a migrated, empty database that this test is connected to, on SQLite and on PostgreSQL."""
    return database_settings

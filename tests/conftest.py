"""What every test may ask for: an empty database of each kind, real parts, the cast, a clock that goes back."""

import gc
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from tortoise.context import get_current_context

from foundation import clock, database, language
from foundation.settings import Settings
from server.models import MODELS
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast, Member, gather
from tests.forums.talk import Talk
from tests.house import House
from tests.rooms_from_outside import Room, plan
from tests.running.memory import folder_in_memory
from tests.running.once import made_once
from tests.running.postgres import Cluster, postgres_of_run
from tests.running.ready_models import keep_what_is_made_out
from tests.running.redis import running_redis
from tests.running.schema import bring_up_to_date, settings_for
from tests.running.smtp import Postbox, running_smtp

pytest_plugins = ["tests.parts"]

keep_what_is_made_out()
if folder := folder_in_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)


def pytest_collection_finish() -> None:
    """What is loaded now stays: a collector that looks through it again and again takes its part of every test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _machine_time() -> Iterator[None]:
    """Whoever moves the clock, or speaks Welsh, does so for one test."""
    yield
    clock.reset()
    language.use("en")


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of the run have in common."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def postgres(run_folder: Path) -> Iterator[Cluster]:
    """One PostgreSQL for the run, with a database `migrated` that tests' databases are copies of."""
    with postgres_of_run(run_folder, lambda new: bring_up_to_date(settings_for(new.create("migrated")))) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def sqlite(run_folder: Path) -> Path:
    """The file that tests' databases are copies of."""
    file = run_folder / "migrated.sqlite3"
    made_once(run_folder / "migrated.made", lambda: bring_up_to_date(settings_for(f"sqlite://{file}")))
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
def limits() -> bool:
    """Whether acts are counted. Tests that say much in a short time override this."""
    return True


@pytest.fixture
def database_url(dialect: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a migrated, empty database that this test alone has."""
    if dialect == "sqlite":
        file = tmp_path / "bluelamp.sqlite3"
        shutil.copyfile(request.getfixturevalue("sqlite"), file)
        yield f"sqlite://{file}"
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    with cluster.lent(template="migrated") as url:
        yield url


@pytest.fixture
def settings(database_url: str, limits: bool, tmp_path: Path) -> Settings:
    """Settings as a force would have them, with that database and a folder of its own."""
    return settings_for(database_url, limits=limits, folder=tmp_path / "var")


@pytest.fixture
async def database_settings(settings: Settings) -> AsyncIterator[Settings]:
    """The same, connected: for tests of stores and services."""
    await database.connect(settings, MODELS)
    yield settings
    await database.close()


@pytest.fixture(name="database")
def connected_database(database_settings: Settings) -> Settings:
    """The settings of a migrated, empty database that this test is connected to, on SQLite and on PostgreSQL."""
    return database_settings


@pytest.fixture
async def cast(settings: Settings) -> Cast:
    """Everybody, put into the test's database."""
    if get_current_context():
        return await gather()
    await database.connect(settings, MODELS)
    try:
        return await gather()
    finally:
        await database.close()


@pytest.fixture
async def house(settings: Settings) -> AsyncIterator[House]:
    """The whole application, served on the loopback address in the test's own process."""
    served = House(settings)
    await served.open()
    try:
        yield served
    finally:
        await served.close()


@pytest.fixture
def talk(house: House, cast: Cast) -> Talk:
    """The forum of the neighbourhood where the cast live."""
    return Talk(house, cast)


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    """A mail server of the test's own: settings name it where mails are to leave."""
    with running_smtp() as box:
        yield box


@pytest.fixture
async def browser(house: House) -> AsyncIterator[NewBrowser]:
    """Makes browsers without scripts, signed out or with the session of one of the cast."""
    opened: list[Browser] = []

    def new(member: Member | None = None) -> Browser:
        opened.append(Browser(house.url, member))
        return opened[-1]

    yield new
    for each in opened:
        await each.close()


@pytest.fixture
async def scheduled(house: House, cast: Cast) -> Room:
    """A surgery in Rosa's neighbourhood, by PC Ada Okafor, that has not opened yet."""
    answer = await house.caller(cast.ada).post("/surgeries", plan())
    assert answer.status == 201, answer.text
    return Room(house, answer.json, cast.ada)


@pytest.fixture
async def room(scheduled: Room) -> Room:
    """The same, open: its log has one entry."""
    await scheduled.act("open")
    return scheduled

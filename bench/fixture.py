"""A fresh, migrated database with an area, people and surgeries, and what its imports took."""

import time
from dataclasses import dataclass
from pathlib import Path

from bench.area import Area
from bench.cores import on_the_servers_core
from bench.people import People, add_people
from bench.surgeries import Surgeries, hold_surgeries
from foundation import database
from foundation.settings import Settings
from server.app import create_app
from server.migrate import migrate
from server.models import MODELS
from tests.running.server_process import run


@dataclass(frozen=True)
class Fixture:
    """Import times are seconds of the whole command, Python's start included."""

    area: Area
    people: People
    surgeries: Surgeries
    boundaries_took: float
    postcodes_took: float


async def fill(settings: Settings, area: Area, residents: int, folder: Path) -> Fixture:
    """Fill the empty database of `settings`."""
    await migrate(settings)
    boundaries = _import("neighbourhoods", area.boundaries, settings, folder)
    postcodes = _import("postcodes", area.postcodes_file, settings, folder)
    await database.connect(settings, MODELS)
    try:
        people = await add_people(area.home, residents)
        surgeries = await hold_surgeries(create_app(settings), people)
    finally:
        await database.close()
    return Fixture(area, people, surgeries, boundaries, postcodes)


def _import(what: str, file: Path, settings: Settings, folder: Path) -> float:
    began = time.perf_counter()
    with on_the_servers_core():
        done = run("import", what, str(file), settings=settings, folder=folder)
    if done.returncode:
        raise RuntimeError(f"bluelamp import {what}: {done.stdout}{done.stderr}")
    return time.perf_counter() - began

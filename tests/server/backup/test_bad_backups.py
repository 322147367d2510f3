"""What is no whole backup, and a database that is in use, are refused in one sentence, and nothing is written."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from foundation import database
from foundation.settings import Settings
from neighbourhoods.models import Force
from server.backup_command import backup, restore
from server.models import MODELS
from tests.running.schema import settings_for

Lines = list[str]


@pytest.fixture
def dialect() -> str:
    """What a file says is the same on both."""
    return "sqlite"


@pytest.fixture
async def kept(settings: Settings, tmp_path: Path) -> Path:
    """A backup with two forces in it."""
    await database.connect(settings, MODELS)
    await Force.create(id="gwent", name="Gwent")
    await Force.create(id="south-wales", name="South Wales")
    await database.close()
    await backup(settings, tmp_path / "kept.jsonl")
    return tmp_path / "kept.jsonl"


@pytest.fixture
def new(sqlite: Path, tmp_path: Path) -> Settings:
    """An empty database."""
    shutil.copyfile(sqlite, tmp_path / "new.sqlite3")
    return settings_for(f"sqlite://{tmp_path}/new.sqlite3", folder=tmp_path / "new")


def _forces(lines: Lines) -> int:
    return next(at for at, line in enumerate(lines) if '"table":"force"' in line)


def _cut(lines: Lines) -> None:
    del lines[-1]


def _cut_in_a_line(lines: Lines) -> None:
    lines[_forces(lines) + 1 :] = ['["gwe']


def _renamed(lines: Lines) -> None:
    lines[_forces(lines) + 1] = lines[_forces(lines) + 1].replace("Gwent", "Dyfed")


def _more(lines: Lines) -> None:
    lines.append("[]")


def _other_tables(lines: Lines) -> None:
    lines[_forces(lines)] = lines[_forces(lines)].replace('"name"', '"title"')


def _older(lines: Lines) -> None:
    lines[0] = json.dumps(json.loads(lines[0]) | {"migration": "0001_initial"})


def _newer(lines: Lines) -> None:
    lines[0] = json.dumps(json.loads(lines[0]) | {"migration": "9999_later"})


def _another_file(lines: Lines) -> None:
    lines[:] = ["{}"]


def _doubled(lines: Lines) -> None:
    """A row twice, and an end that says so: only the database can know."""
    at = _forces(lines) + 1
    lines.insert(at, lines[at])
    end = json.loads(lines[-1])
    sha256 = hashlib.sha256("".join(f"{line}\n" for line in lines[:-1]).encode()).hexdigest()
    lines[-1] = json.dumps({"rows": end["rows"] + 1, "sha256": sha256})


BROKEN: dict[Callable[[Lines], None], str] = {
    _cut: "The backup was cut off: its last line is missing.",
    _cut_in_a_line: "The backup was cut off or damaged: a line is not JSON.",
    _renamed: "The backup was changed after it was made: its SHA-256 is another.",
    _more: "The backup is damaged: something stands after its end.",
    _other_tables: "The backup is damaged: the table force has other columns here.",
    _older: "The backup is of an older Bluelamp (its last migration is 0001_initial",
    _newer: "The backup is of a newer Bluelamp: its last migration is 9999_later",
    _another_file: "This is no backup of Bluelamp, or one of a version that is not known here.",
    _doubled: "The database refused a row, and nothing was restored: ",
}


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.__name__)
async def test_a_broken_file_is_one_sentence(broken: Callable[[Lines], None], kept: Path, new: Settings):
    _break(kept, broken)
    said = await _refused(new, kept)
    assert said.startswith(BROKEN[broken])
    assert "\n" not in said
    await database.connect(new, MODELS)
    try:
        assert await Force.all().count() == 0
    finally:
        await database.close()


async def test_a_compressed_file_that_was_cut_off_is_one_sentence(settings: Settings, new: Settings, tmp_path: Path):
    file = tmp_path / "kept.gz"
    await backup(settings, file)
    file.write_bytes(file.read_bytes()[:-100])
    assert await _refused(new, file) == "The backup was cut off or damaged: it can’t be uncompressed."


async def test_a_database_in_use_is_left_alone(kept: Path, settings: Settings):
    said = await _refused(settings, kept)
    assert said == "A backup is restored into an empty database: this one has rows in force."


def _break(file: Path, broken: Callable[[Lines], None]) -> None:
    lines = file.read_text().splitlines()
    broken(lines)
    file.write_text("".join(f"{line}\n" for line in lines))


async def _refused(settings: Settings, file: Path) -> str:
    with pytest.raises(click.ClickException) as refused:
        await restore(settings, file)
    return refused.value.message

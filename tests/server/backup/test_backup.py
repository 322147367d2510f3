"""`bluelamp backup` and `bluelamp restore`: from either database into either."""

import gzip
import json
import stat
from pathlib import Path

import click
import pytest

from foundation import database
from foundation.settings import Settings
from priorities.ballots.models import RoundKey
from server.backup_command import backup, restore
from server.models import MODELS
from tests.running.schema import settings_for
from tests.running.server_process import run
from tests.server.backup.filling import KEY, ROWS, everything, fill_every_table


async def test_every_row_of_every_table_comes_back(
    settings: Settings, empty: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "kept.jsonl.gz"
    await database.connect(settings, MODELS)
    await fill_every_table()
    before, _keys = await _within(settings)
    rows = ROWS * len(before)
    assert await backup(settings, file) == 0
    assert capsys.readouterr().out.startswith(f"{rows:,} rows were written to {file}.")
    assert await restore(empty, file) == 0
    assert f"{rows:,} rows of 20" in capsys.readouterr().out
    after, keys = await _within(empty)
    assert all(len(found) == ROWS for found in before.values())
    assert after == before
    assert keys == 0
    assert KEY.encode() not in gzip.decompress(file.read_bytes())


async def _within(settings: Settings) -> tuple[dict[str, list[str]], int]:
    await database.close()
    await database.connect(settings, MODELS)
    try:
        return await everything(), await RoundKey.all().count()
    finally:
        await database.close()


async def test_a_file_says_what_it_is_and_only_its_owner_reads_it(settings: Settings, tmp_path: Path):
    file = tmp_path / "kept.jsonl"
    await backup(settings, file)
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert lines[0]["format"] == "bluelamp-backup-1"
    assert lines[0]["left_out"] == ["priority_round_key"]
    assert "priority_round_key" not in {line["table"] for line in lines[1:-1]}
    assert lines[-1]["rows"] == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not (tmp_path / "kept.jsonl.part").exists()


async def test_what_cannot_be_written_leaves_the_backup_of_before(settings: Settings, tmp_path: Path):
    file = tmp_path / "kept.jsonl"
    (tmp_path / "kept.jsonl.part").mkdir()
    file.write_text("yesterday’s")
    with pytest.raises(click.ClickException, match="The backup can’t be written: "):
        await backup(settings, file)
    assert file.read_text() == "yesterday’s"


def test_an_operator_moves_a_server_to_another_machine(settings: Settings, tmp_path: Path):
    """Where there are no tables yet they are made."""
    new = settings_for(f"sqlite://{tmp_path}/new.sqlite3")
    too_early = run("backup", "early.jsonl", settings=new, folder=tmp_path)
    assert too_early.stderr == "Error: The database is not up to date: run `bluelamp migrate` first.\n"
    taken = run("backup", "kept.jsonl", settings=settings, folder=tmp_path)
    assert (taken.returncode, taken.stderr) == (0, "")
    restored = run("restore", "kept.jsonl", settings=new, folder=tmp_path)
    assert (restored.returncode, restored.stderr) == (0, "")
    assert run("migrate", settings=new, folder=tmp_path).stdout == "The database is up to date.\n"

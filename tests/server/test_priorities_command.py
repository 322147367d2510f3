"""`bluelamp import-priorities`, as an operator types it."""

import json
from pathlib import Path

from foundation.settings import Settings
from priorities.acting.models import Priority
from tests.cast import HOME, Cast
from tests.running.server_process import run

GOOD = {"issue": "<p>Litter.</p>", "issue-date": "2024-02-01", "action": None, "action-date": None}


async def test_good_rows_come_in_broken_ones_are_named_and_again_nothing_changes(
    database: Settings, cast: Cast, settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "priorities.json"
    file.write_text(json.dumps([GOOD, {"issue": None}]))
    first = run("import-priorities", str(file), HOME, settings=settings, folder=tmp_path)
    assert first.returncode == 1, first.stderr
    assert "it has no issue, or one without words" in first.stdout
    file.write_text(json.dumps([GOOD]))
    again = run("import-priorities", str(file), HOME, settings=settings, folder=tmp_path)
    assert (again.returncode, await Priority.all().count()) == (0, 1), again.stdout


async def test_a_neighbourhood_that_there_is_not_is_one_sentence(
    database: Settings, settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "priorities.json"
    file.write_text("[]")
    failed = run("import-priorities", str(file), "nowhere", settings=settings, folder=tmp_path)
    assert failed.returncode == 1
    assert len(failed.stderr.strip().splitlines()) == 1
    assert "nowhere" in failed.stderr

"""`bluelamp import` as an operator types it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.neighbourhoods.conftest import Save
from tests.neighbourhoods.maps import CATHAYS, ROATH, collection, feature
from tests.running.schema import SECRET

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def dialect() -> str:
    """The database makes no difference to the command."""
    return "sqlite"


def run(database_url: str, what: str, file: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "BLUELAMP_DATABASE_URL": database_url,
        "BLUELAMP_SECRET_KEY": SECRET,
    }
    command = [sys.executable, "-m", "server", "import", what, str(file)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


def test_an_operator_reads_which_line_was_bad_and_the_rest_is_in(database_url: str, save: Save) -> None:
    first = run(database_url, "neighbourhoods", save(collection(CATHAYS, feature("W9", "Broken", None), ROATH)))
    assert (first.returncode, first.stderr) == (1, "")
    assert "line 3: feature 2 (W9): it has no geometry" in first.stdout
    assert "2 added" in first.stdout
    again = run(database_url, "neighbourhoods", save(collection(CATHAYS, ROATH)))
    assert (again.returncode, "2 unchanged" in again.stdout) == (0, True)
    postcodes = run(database_url, "postcodes", save("postcode,latitude,longitude\nCF10 1AA,51.495,-3.185\nCF10,1,1\n"))
    assert postcodes.returncode == 1
    assert "line 3: 'CF10' is not a full UK postcode" in postcodes.stdout


@pytest.mark.parametrize("content", [b"\x00\xff\x00", b"\x1f\x8bbroken"])
@pytest.mark.parametrize("what", ["neighbourhoods", "postcodes"])
def test_a_hopeless_file_is_said_in_a_line_without_a_trace(
    database_url: str, save: Save, what: str, content: bytes
) -> None:
    done = run(database_url, what, save(content))
    assert done.returncode == 1
    assert (done.stdout + done.stderr).strip()
    assert "Traceback" not in done.stdout + done.stderr

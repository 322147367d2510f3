"""`bluelamp import-crime`, as an operator types it."""

from pathlib import Path

from foundation.settings import Settings
from priorities.proposals.models import RecordedCrime
from tests.cast import Cast
from tests.running.server_process import run

HEADER = "Month,Longitude,Latitude,Crime type"


def _street(folder: Path, name: str, *rows: str) -> str:
    file = folder / name
    file.write_text("\n".join([HEADER, *rows]))
    return str(file)


async def test_a_month_is_loaded_and_the_same_again_changes_nothing(
    database: Settings, cast: Cast, settings: Settings, tmp_path: Path
) -> None:
    one = _street(tmp_path, "one.csv", "2022-05,-3.185,51.495,Drugs", "2022-05,-9,51.495,Drugs")
    other = _street(tmp_path, "other.csv", "2022-05,-3.185,51.495,Robbery", "May,-3.185,51.495,Robbery")
    good = run("import-crime", one, settings=settings, folder=tmp_path)
    assert (good.returncode, good.stdout.splitlines()) == (
        0,
        [
            "2022-05, south-wales: 1 crimes",
            "1 crimes lie outside every neighbourhood, and were left out",
            "0 rows were bad",
        ],
    )
    both = run("import-crime", one, other, settings=settings, folder=tmp_path)
    assert both.returncode == 1
    assert f"{other}, line 3: 'May' is not a month such as 2022-05" in both.stdout
    assert "2022-05, south-wales: 2 crimes, in place of 1" in both.stdout
    assert await RecordedCrime.all().count() == 2
    assert "as they were" in run("import-crime", one, other, settings=settings, folder=tmp_path).stdout


async def test_a_file_that_is_none_is_one_sentence(database: Settings, settings: Settings, tmp_path: Path) -> None:
    packed = tmp_path / "broken.csv.gz"
    packed.write_bytes(b"\x1f\x8b broken")
    failed = run("import-crime", str(packed), settings=settings, folder=tmp_path)
    assert failed.returncode == 1
    assert len(failed.stderr.strip().splitlines()) == 1

"""Recorded crime is counted by neighbourhood and month, whatever the file is like; the same file changes nothing."""

import gzip
from pathlib import Path

import pytest

from foundation.errors import Invalid
from foundation.settings import Settings
from neighbourhoods.importing import import_neighbourhoods
from priorities.proposals.evidence.crime_csv import Crime, category_of, read_crimes
from priorities.proposals.evidence.importing_service import import_crime
from priorities.proposals.models import RecordedCrime
from tests.cast import HOME, Cast

HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context"
)
REAL = Path(__file__).parents[5] / "shared/data/south-wales"


def _row(longitude: object = -3.185, latitude: object = 51.495, month: str = "2022-05", kind: str = "Drugs") -> str:
    return f",{month},South Wales Police,South Wales Police,{longitude},{latitude},On or near X,W1,Y,{kind},,"


def _file(folder: Path, *rows: str, name: str = "street.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([HEADER, *rows]) + "\n")
    return path


async def _kept() -> dict[tuple[str, str, str], int]:
    return {(row.neighbourhood_id, row.month, row.category): row.crimes for row in await RecordedCrime.all()}


async def test_it_is_counted_where_it_happened(database: Settings, cast: Cast, tmp_path: Path) -> None:
    file = _file(tmp_path, _row(), _row(), _row(kind="Anti-social behaviour"), _row(longitude=-9), _row("", ""))
    report = await import_crime([file])
    assert await _kept() == {(HOME, "2022-05", "drugs"): 2, (HOME, "2022-05", "anti-social-behaviour"): 1}
    assert ([(month.crimes, month.before) for month in report.months], report.outside, report.nowhere) == (
        [(3, None)], 1, 1,
    )  # fmt: skip
    again = await import_crime([file, file])
    assert [month.changed for month in again.months] == [False]
    assert len(again.remarks) == 1, "the same file twice is counted once"


async def test_a_month_is_taken_whole_and_another_month_stays(database: Settings, cast: Cast, tmp_path: Path) -> None:
    await import_crime([_file(tmp_path, _row(), _row(month="2022-06"))])
    packed = tmp_path / "more.csv.gz"
    packed.write_bytes(gzip.compress(_file(tmp_path, _row(kind="Robbery"), name="more.csv").read_bytes()))
    report = await import_crime([packed])
    assert await _kept() == {(HOME, "2022-05", "robbery"): 1, (HOME, "2022-06", "drugs"): 1}
    assert (report.months[0].before, report.months[0].changed) == (1, True)


async def test_bad_rows_are_named_by_their_line_and_the_good_ones_kept(
    database: Settings, cast: Cast, tmp_path: Path
) -> None:
    bad = (
        _row(month="May 2022"), _row(month="2022-13"), _row(longitude="west"), _row(latitude=91), _row(latitude="5_1"),
        _row(kind=""), _row(latitude="nan"), _row(kind='"open'), "only one cell",
    )  # fmt: skip
    report = await import_crime([_file(tmp_path, *bad, _row())])
    assert [row.line for _path, row in report.bad] == list(range(2, 2 + len(bad)))
    assert await _kept() == {(HOME, "2022-05", "drugs"): 1}


@pytest.mark.parametrize("text", ["", "\n\n", "a,b,c\n1,2,3", "<html>", "\x00\x01"])
def test_what_is_no_street_file_is_said_in_one_sentence(text: str) -> None:
    assert len(list(read_crimes(text))) == 1


def test_columns_are_found_by_their_names() -> None:
    [crime] = read_crimes("Crime type,Latitude,Month,Longitude\nBicycle theft,51.5,2022-05,-3.2\n")
    assert crime == Crime(2, "2022-05", "bicycle-theft", (51.5, -3.2))
    assert category_of("Criminal damage and arson") == "criminal-damage-and-arson"


async def test_without_neighbourhoods_nothing_can_be_counted(database: Settings, tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        await import_crime([_file(tmp_path, _row())])


@pytest.mark.skipif(not REAL.is_dir(), reason="needs the real data of South Wales")
async def test_a_real_month_of_a_real_force(database: Settings) -> None:
    await import_neighbourhoods(REAL / "neighbourhoods.geojson")
    report = await import_crime([REAL / "2022-05-south-wales-street.csv.gz"])
    assert (report.months[0].crimes, report.outside + report.nowhere, report.bad) == (10_932, 469, [])
    assert sum((await _kept()).values()) == 10_932

"""Loading files: what is new is added, what is known is brought up to date, what is bad is named, nothing is lost."""

from pathlib import Path

import pytest

from foundation.errors import NotFound
from neighbourhoods import service
from neighbourhoods.importing import import_neighbourhoods, import_postcodes
from neighbourhoods.models import Edition, Neighbourhood, Postcode
from neighbourhoods.rows import ImportReport
from tests.neighbourhoods.conftest import Save
from tests.neighbourhoods.maps import CATHAYS, ROATH, collection, feature, polygon, square

pytestmark = pytest.mark.usefixtures("database")

HEADER = "postcode,latitude,longitude,neighbourhood_id\n"
IN_CATHAYS = "51.495,-3.185"


def sums(report: ImportReport) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.unchanged, len(report.bad)


async def test_the_same_file_again_changes_nothing(two_places: Path) -> None:
    assert sums(await import_neighbourhoods(two_places)) == (2, 0, 0, 0)
    edition = await Edition.all().values()
    assert sums(await import_neighbourhoods(two_places)) == (0, 0, 2, 0)
    assert await Edition.all().values() == edition


async def test_a_second_file_renames_and_redraws_and_leaves_the_rest(two_places: Path, save: Save) -> None:
    await import_neighbourhoods(two_places)
    assert [place.name for place in await service.find_by_position(51.505, -3.185)] == []
    moved = feature("W1", "Cathays Park", polygon(square(-3.19, 51.5)), force="south-wales")
    assert sums(await import_neighbourhoods(save(collection(moved)))) == (0, 1, 0, 0)
    assert [place.name for place in await service.find_by_position(51.505, -3.185)] == ["Cathays Park"]
    assert (await service.access_neighbourhood("W2")).name == "Roath"


async def test_good_rows_are_kept_beside_bad_ones(save: Save) -> None:
    report = await import_neighbourhoods(save(collection(CATHAYS, feature("W9", "Broken", None), ROATH)))
    assert sums(report) == (2, 0, 0, 1)
    assert not report.ok
    assert list(report.lines()) == [
        "line 3: feature 2 (W9): it has no geometry",
        "2 added, 0 updated, 0 unchanged, 1 left out",
    ]


async def test_gwent_cannot_take_an_id_that_south_wales_holds(two_places: Path, save: Save) -> None:
    await import_neighbourhoods(two_places)
    theirs = feature("W1", "Newport", CATHAYS["geometry"], force="gwent")
    own = feature("G1", "Caerleon", polygon(square(-3, 51.6)), force="gwent")
    report = await import_neighbourhoods(save(collection(theirs, own)))
    assert [str(row) for row in report.bad] == [
        "line 2: feature 1 (W1): another force (south-wales) holds this id already"
    ]
    held = await service.access_neighbourhood("W1")
    assert (held.name, held.force_id) == ("Cathays", "south-wales")
    assert (await service.access_neighbourhood("G1")).force_name == "Gwent"


async def test_two_forces_in_one_file_cannot_share_an_id(save: Save) -> None:
    report = await import_neighbourhoods(
        save(collection(CATHAYS, feature("W1", "X", ROATH["geometry"], force="gwent")))
    )
    assert sums(report) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("properties", "force", "name"),
    [
        ({"force": "devon-and-cornwall"}, "devon-and-cornwall", "Devon and Cornwall"),
        ({"force": "gwent", "force_name": "Heddlu Gwent"}, "gwent", "Heddlu Gwent"),
        ({}, "local", "Local police"),
    ],
)
async def test_a_force_has_a_name_even_where_the_file_has_none(
    save: Save, properties: dict[str, str], force: str, name: str
) -> None:
    await import_neighbourhoods(save(collection(feature("A1", "Town", CATHAYS["geometry"], **properties))))
    place = await service.access_neighbourhood("A1")
    assert (place.force_id, place.force_name) == (force, name)


async def test_a_file_silent_about_its_force_means_the_only_one(two_places: Path, save: Save) -> None:
    await import_neighbourhoods(two_places)
    report = await import_neighbourhoods(save(collection(feature("W3", "Splott", polygon(square(-3.17, 51.49))))))
    assert report.ok
    assert (await service.access_neighbourhood("W3")).force_id == "south-wales"


async def test_with_several_forces_a_new_place_must_name_its_own(two_places: Path, save: Save) -> None:
    await import_neighbourhoods(two_places)
    await import_neighbourhoods(save(collection(feature("G1", "Caerleon", polygon(square(-3, 51.6)), force="gwent"))))
    silent = [feature("W1", "Cathays Park", CATHAYS["geometry"]), feature("X1", "X", CATHAYS["geometry"])]
    report = await import_neighbourhoods(save(collection(*silent)))
    assert [str(row) for row in report.bad] == [
        "line 3: feature 2 (X1): force is missing, and there are several to choose from"
    ]
    assert (await service.access_neighbourhood("W1")).name == "Cathays Park"


async def test_postcodes_are_added_then_updated_and_bad_ones_named(two_places: Path, save: Save) -> None:
    await import_neighbourhoods(two_places)
    first = save(f"{HEADER}CF10 1AA,{IN_CATHAYS},W1\nCF10 1AB,{IN_CATHAYS},W7\ncf101aa,51,-3,W1\nrubbish,1,1,\n")
    report = await import_postcodes(first)
    assert [str(row) for row in sorted(report.bad, key=lambda row: row.line)] == [
        "line 3: CF10 1AB: there is no neighbourhood 'W7'",
        "line 4: CF10 1AA stands on line 2 already",
        "line 5: 'rubbish' is not a full UK postcode",
    ]
    assert (report.added, await Postcode.all().count()) == (1, 1)
    assert sums(await import_postcodes(save(f"{HEADER}CF101AA,{IN_CATHAYS},W2\n"))) == (0, 1, 0, 0)
    assert [place.id for place in await service.find_by_postcode("CF10 1AA")] == ["W2"]
    assert sums(await import_postcodes(save(f"{HEADER}CF101AA,{IN_CATHAYS},W2\n"))) == (0, 0, 1, 0)


async def test_a_postcode_without_a_neighbourhood_follows_the_boundary_as_it_is_now(
    two_places: Path, save: Save
) -> None:
    await import_postcodes(save(f"postcode,latitude,longitude\nCF10 1AA,{IN_CATHAYS}\n"))
    assert await service.find_by_postcode("CF10 1AA") == []
    await import_neighbourhoods(two_places)
    assert [place.name for place in await service.find_by_postcode("CF10 1AA")] == ["Cathays"]
    swapped = [feature("W1", "Cathays", ROATH["geometry"]), feature("W2", "Roath", CATHAYS["geometry"])]
    await import_neighbourhoods(save(collection(*swapped)))
    assert [place.name for place in await service.find_by_postcode("CF10 1AA")] == ["Roath"]


async def test_a_postcode_outside_every_boundary_is_kept_and_remarked_on(two_places: Path, save: Save) -> None:
    await import_neighbourhoods(two_places)
    report = await import_postcodes(save("postcode,latitude,longitude\nNP20 1AA,51.58,-2.99\n"))
    assert report.ok
    assert "line 2: NP20 1AA: lies outside every boundary (kept)" in report.lines()
    assert await service.find_by_postcode("NP20 1AA") == []


async def test_a_spreadsheet_in_latin_1_is_imported_with_its_letters(save: Save) -> None:
    text = collection(feature("W1", "Tyˆ", CATHAYS["geometry"]), feature("W2", "Llangynnwr â", ROATH["geometry"]))
    report = await import_neighbourhoods(save(text.encode("cp1252")))
    assert (report.added, [row.line for row in report.remarks]) == (2, [2])
    assert (await service.access_neighbourhood("W2")).name == "Llangynnwr â"


async def test_a_file_without_one_good_row_leaves_no_trace(save: Save) -> None:
    report = await import_neighbourhoods(save(collection(feature("W9", "Broken", None, force="gwent"))))
    assert not report.ok
    assert await Neighbourhood.all().count() == 0
    assert await Edition.all().count() == 0


async def test_progress_is_told_to_its_end(save: Save) -> None:
    lines = "".join(f"CF{at // 10 % 90 + 10} {at % 10}A{'ABDEFGHJLN'[at // 900]},51,-3\n" for at in range(4500))
    told: list[tuple[int, int]] = []
    report = await import_postcodes(
        save("postcode,latitude,longitude\n" + lines), lambda done, total: told.append((done, total))
    )
    assert sums(report) == (4500, 0, 0, 0)
    assert told == [(0, 4500), (2000, 4500), (4000, 4500), (4500, 4500)]


async def test_before_any_import_there_is_nothing_to_find() -> None:
    assert (await service.list_page()).items == []
    assert (await service.find_by_name("cathays")).items == []
    assert await service.find_by_position(51.495, -3.185) == []
    with pytest.raises(NotFound):
        await service.find_by_postcode("CF10 1AA")

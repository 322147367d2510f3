"""The real South Wales: 232 neighbourhoods and 30,602 postcodes, imported and asked, on both databases."""

import time
from pathlib import Path

import pytest

from foundation import language
from foundation.errors import NotFound
from neighbourhoods import service
from neighbourhoods.importing import import_neighbourhoods, import_postcodes
from neighbourhoods.models import Neighbourhood, Postcode

# Places that anybody knows or finds on a map, and the neighbourhood they stand in.
SPOT_CHECKS = {
    "CF10 3NP": "Cathays",  # the National Museum
    "cf105al": "Butetown",  # the Millennium Centre
    "Cf14  4xw": "Heath",  # the University Hospital
    "SA1 5EA": "Castle",  # Swansea's police station
    "sa34en": "Oystermouth",  # Mumbles Pier
    "SA3-1PR": "Gower",  # Rhossili
    "CF62 3BD": "Rhoose",  # the airport
    "cf62 5tr": "Baruc",  # Barry Island
    "CF728YT": "Llantrisant Town",  # the Royal Mint
    "SA13 2TJ": "Margam",  # Margam Park
    "CF37 1DB": "Treforest",  # the University of South Wales
}
# Latitude, longitude, and the neighbourhoods there, the smallest first.
POSITIONS = {
    (51.3775, -3.1208): ["Butetown"],  # Flat Holm, an island in the Channel
    (51.3958, -3.1986): ["Sully"],  # Sully Island
    (51.3, -3.6): [],  # the Bristol Channel
    (51.6202, -4.2427): [],  # a hole in Gower's salt marsh
    (51.5865, -3.7931): ["Sandfields East"],  # an islet that fills a hole in Margam
    (51.47721, -3.17172): ["Adamsdown", "Cathays"],  # on their border
    (51.48305, -3.1706): ["Adamsdown", "Plasnewydd", "Cathays"],  # where three meet
    (51.713765, -3.7901913): ["Rhos", "Crynant"],  # drawn into both
}


async def _import(folder: Path) -> float:
    began = time.process_time()
    boundaries = await import_neighbourhoods(folder / "neighbourhoods.geojson")
    postcodes = await import_postcodes(folder / "postcodes.csv.gz")
    took = time.process_time() - began
    assert (boundaries.added, boundaries.bad, postcodes.added, postcodes.bad) == (232, [], 30_602, [])
    return took


@pytest.mark.usefixtures("database")
async def test_a_whole_force_is_imported_in_ten_seconds_and_found_in_two_milliseconds(
    south_wales: Path,
) -> None:
    assert await _import(south_wales) < 10
    assert (await Neighbourhood.all().count(), await Postcode.all().count()) == (232, 30_602)

    found = {typed: [place.name for place in await service.find_by_postcode(typed)] for typed in SPOT_CHECKS}
    assert found == {typed: [name] for typed, name in SPOT_CHECKS.items()}
    with pytest.raises(NotFound, match="CF10 9ZZ"):
        await service.find_by_postcode("cf10 9zz")

    there = {at: [place.name for place in await service.find_by_position(*at)] for at in POSITIONS}
    assert there == POSITIONS

    with language.speaking("cy"):
        assert [place.shown_name for place in (await service.find_by_name("gwyr")).items] == ["Gwyr", "Tregwyr"]
    assert [place.name for place in (await service.find_by_name("pont y clun")).items] == ["Pont-y-Clun"]

    assert await _median_lookup() < 0.002


async def _median_lookup() -> float:
    """Seconds that finding by a postcode, or by a position, takes."""
    times = []
    for typed in [*SPOT_CHECKS] * 20:
        began = time.process_time()
        await service.find_by_postcode(typed)
        await service.find_by_position(51.4791, -3.17809)
        times.append((time.process_time() - began) / 2)
    return sorted(times)[len(times) // 2]


@pytest.mark.usefixtures("database")
async def test_every_boundary_is_drawn_and_said_in_words(south_wales: Path) -> None:
    await import_neighbourhoods(south_wales / "neighbourhoods.geojson")
    page = await service.list_page(limit=500)
    for place in page.items:
        outline, words = await service.outline_of(place)
        assert outline.path.startswith("M")
        assert len(outline.path) < 20_000
        assert place.name in words
    assert len(page.items) == 232

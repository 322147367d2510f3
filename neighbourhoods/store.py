"""Every query and insert of neighbourhoods and postcodes."""

from collections.abc import Sequence
from typing import Any

from foundation.ids import new_id
from foundation.queries import Query
from neighbourhoods.models import Edition, Force, Neighbourhood, Postcode

_THE_ONE = "neighbourhoods"
# Every page that names a neighbourhood asks it.
_EDITION = Query("SELECT token FROM neighbourhood_edition WHERE id = ?")


async def edition() -> str:
    """The token of the neighbourhoods as they are now; empty when none were ever imported."""
    rows = await _EDITION.rows(_THE_ONE)
    return str(rows[0]["token"]) if rows else ""


async def set_edition() -> None:
    """Tell every process that its map is old; inside the transaction that changed the neighbourhoods."""
    await Edition.bulk_create([Edition(id=_THE_ONE, token=new_id())], on_conflict=["id"], update_fields=["token"])


async def forces() -> dict[str, str]:
    """The names of all forces by id."""
    return dict(await Force.all().values_list("id", "name"))


async def neighbourhoods() -> list[dict[str, Any]]:
    """All neighbourhoods as values, `boundary` included."""
    return await Neighbourhood.all().values("id", "force_id", "name", "name_cy", "boundary")


async def boundary(neighbourhood: str) -> str | None:
    """The boundary as GeoJSON text, or None for an unknown id."""
    found = await Neighbourhood.filter(id=neighbourhood).first().values_list("boundary", flat=True)
    return None if found is None else str(found)


async def set_forces(names: dict[str, str]) -> None:
    """Add these forces, or give them these names."""
    rows = [Force(id=id_, name=name) for id_, name in names.items()]
    await Force.bulk_create(rows, on_conflict=["id"], update_fields=["name"])


async def set_neighbourhoods(rows: Sequence[Neighbourhood]) -> None:
    """Add these neighbourhoods, or bring those of the same id up to date."""
    await Neighbourhood.bulk_create(rows, on_conflict=["id"], update_fields=["name", "name_cy", "boundary"])


async def postcode(normalised: str) -> dict[str, Any] | None:
    """A postcode's `latitude`, `longitude` and `neighbourhood_id`, or None for an unknown one."""
    return await Postcode.filter(postcode=normalised).first().values("latitude", "longitude", "neighbourhood_id")


async def postcodes(normalised: Sequence[str]) -> dict[str, tuple[float, float, str | None]]:
    """Latitude, longitude and neighbourhood id of those that are known."""
    rows = await Postcode.filter(postcode__in=normalised).values_list(
        "postcode", "latitude", "longitude", "neighbourhood_id"
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


async def set_postcodes(rows: Sequence[Postcode]) -> None:
    """Add these postcodes, or bring those that are known up to date."""
    await Postcode.bulk_create(
        rows, on_conflict=["postcode"], update_fields=["latitude", "longitude", "neighbourhood_id"]
    )

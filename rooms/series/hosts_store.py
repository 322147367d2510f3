"""Every query and insert about who holds all dates of a series."""

from foundation.ids import new_id
from rooms.models import RoomHost, Status, Surgery
from rooms.series.models import SeriesHost


async def add_host(series_id: str, person: str) -> None:
    """Let somebody hold each date from now on, those that wait to open too; nothing where they do."""
    if not await SeriesHost.filter(series_id=series_id, person_id=person).exists():
        await SeriesHost.create(id=new_id(), series_id=series_id, person_id=person)
    waiting = Surgery.filter(series_id=series_id, room__status=Status.SCHEDULED)
    rooms = {str(id_) for id_ in await waiting.values_list("id", flat=True)}
    held = RoomHost.filter(room_id__in=list(rooms), person_id=person)
    new = rooms - {str(room) for room in await held.values_list("room_id", flat=True)}
    await RoomHost.bulk_create([RoomHost(id=new_id(), room_id=room, person_id=person) for room in sorted(new)])


async def remove_host(series_id: str, person: str) -> None:
    """Let somebody hold none of the dates that wait to open."""
    await SeriesHost.filter(series_id=series_id, person_id=person).delete()
    waiting = Surgery.filter(series_id=series_id, room__status=Status.SCHEDULED)
    rooms = [str(id_) for id_ in await waiting.values_list("id", flat=True)]
    await RoomHost.filter(room_id__in=rooms, person_id=person).delete()

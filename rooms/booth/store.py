"""Every query and insert about booths."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import is_id, new_id
from rooms.booth.models import Booth, BoothKind
from rooms.models import Message, Room, RoomHost, RoomKind, Status

JSON = dict[str, Any]
_FEW = 30
"""Talks of before that an estimate is made from: habits change."""
_SHORTEST = 30.0
"""Seconds: what ended sooner was opened by mistake."""


@dataclass(frozen=True)
class NewBooth:
    """A booth about to be opened, from `surgery` (a room's row), by these `officers`."""

    surgery: JSON
    resident: str
    officers: Sequence[str]
    kind: BoothKind = BoothKind.BOOTH
    young: bool = False
    counted: bool = False

    @property
    def recorded(self) -> bool:
        """With a child, until a second officer has come in."""
        return self.young


async def add_booth(new: NewBooth) -> str:
    """Insert a booth with its room and its officers; gives its id. Inside the caller's transaction."""
    id_, now = new_id(), clock.now()
    place = {"force_id": new.surgery["force_id"], "neighbourhood_id": new.surgery["neighbourhood_id"]}
    await Room.create(id=id_, kind=RoomKind.BOOTH, status=Status.OPEN, opened_at=now, **place)
    await Booth.create(
        id=id_, surgery_id=new.surgery["id"], force_id=new.surgery["force_id"], resident_id=new.resident,
        kind=new.kind, young=new.young, recorded=new.recorded, counted=new.counted, opened_at=now,
    )  # fmt: skip
    for officer in new.officers:
        await add_officer(id_, officer)
    return id_


async def find_booth(booth_id: str) -> JSON | None:
    return await Booth.filter(id=booth_id).first().values() if is_id(booth_id) else None


async def add_officer(booth_id: str, officer: str) -> None:
    await RoomHost.create(id=new_id(), room_id=booth_id, person_id=officer)


async def remove_officer(booth_id: str, officer: str) -> int:
    """Gives how many were removed: 0 where somebody else was first."""
    return await RoomHost.filter(room_id=booth_id, person_id=officer).delete()


async def officers_of(booth_id: str) -> list[str]:
    """The ids of a booth's officers, the one who opened it first."""
    hosts = RoomHost.filter(room_id=booth_id).order_by("id")
    return [str(host) for host in await hosts.values_list("person_id", flat=True)]


async def open_of(surgery_id: str, resident: str, kind: BoothKind) -> JSON | None:
    """The booth of a kind that somebody has open in a surgery, if any."""
    mine = Booth.filter(surgery_id=surgery_id, resident_id=resident, kind=kind, closed_at=None)
    return await mine.order_by("-id").first().values()


async def last_of(resident: str) -> JSON | None:
    """The newest booth of somebody that still holds words: an open one before a closed one."""
    mine = Booth.filter(resident_id=resident, purged_at=None)
    return (
        await mine.filter(closed_at=None).order_by("-id").first().values()
        or await mine.order_by("-id").first().values()
    )  # fmt: skip


async def open_in(surgery_id: str) -> list[JSON]:
    """What is open now, begun in a surgery, each with `officers` (ids)."""
    rows = await Booth.filter(surgery_id=surgery_id, closed_at=None).order_by("id").values()
    return [row | {"officers": await officers_of(row["id"])} for row in rows]


async def set_closed(booth_id: str, purge_at: datetime) -> bool:
    """End a booth; False where it was over already. Its resident is shown it again only when they ask for it."""
    now = clock.now()
    if not await Booth.filter(id=booth_id, closed_at=None).update(closed_at=now, purge_at=purge_at):
        return False
    await Booth.filter(id=booth_id, left_at=None).update(left_at=now)
    await Room.filter(id=booth_id).update(status=Status.CLOSED, closed_at=now)
    return True


async def set_left(booth_id: str) -> bool:
    """The resident has left in a hurry; False where they had before."""
    return bool(await Booth.filter(id=booth_id, left_at=None).update(left_at=clock.now()))


async def set_back(booth_id: str) -> bool:
    """The resident asks for it again; False where it was in sight."""
    return bool(await Booth.filter(id=booth_id, purged_at=None, left_at__not_isnull=True).update(left_at=None))


async def count_unanswered(booth_id: str, resident: str) -> int:
    """How many messages of the resident's stand after the officers' last."""
    said = Message.filter(room_id=booth_id)
    last = await said.exclude(author_id=resident).order_by("-id").first().values("id")
    return await said.filter(author_id=resident, id__gt=last["id"] if last else "").count()


async def left_since(moment: datetime) -> list[tuple[str, str]]:
    """Booth and resident of each who left in a hurry since then, and has not come back."""
    left = Booth.filter(left_at__gte=moment)
    return [(str(booth), str(person)) for booth, person in await left.values_list("id", "resident_id")]


async def open_since_before(moment: datetime) -> list[str]:
    """The booths that were opened before this moment and nobody has closed."""
    forgotten = Booth.filter(closed_at=None, opened_at__lt=moment)
    return [str(booth) for booth in await forgotten.values_list("id", flat=True)]


async def lengths(surgery: JSON) -> list[float]:
    """How many seconds talks alone took, the newest first: in this surgery, else in its force before."""
    over = Booth.filter(kind=BoothKind.BOOTH, closed_at__not_isnull=True)
    tonight = await _lengths(over.filter(surgery_id=surgery["id"]))
    return tonight if len(tonight) >= _ENOUGH else await _lengths(over.filter(force_id=surgery["force_id"]))


async def _lengths(booths: Any) -> list[float]:
    rows = await booths.order_by("-id").limit(_FEW).values("opened_at", "closed_at")
    took = [(row["closed_at"] - row["opened_at"]).total_seconds() for row in rows]
    return [seconds for seconds in took if seconds >= _SHORTEST]


_ENOUGH = 5

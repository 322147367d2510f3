"""Every query and insert about pictures. `owner` is the type and the id of what they stand in."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from priorities.acting.models import Action
from priorities.models import Proposal
from priorities.pictures.models import PriorityPicture

JSON = dict[str, Any]
Owner = tuple[str, str]
_SHOWN = "SELECT id, owner_type, owner_id, person_id, position, width, height, alt, sha256 FROM priority_picture"
_OF = Query(
    _SHOWN,
    """
    WHERE owner_type = ? AND owner_id IN ? AND removed_at IS NULL
    ORDER BY CASE WHEN position < 0 THEN -1 - position ELSE position END, position, id
    """,
)
_OWN = Query(_SHOWN, "WHERE person_id = ? AND id IN ? AND removed_at IS NULL ORDER BY id")
_GONE: JSON = {"small": None, "large": None, "alt": ""}
_COUNTED: dict[str, type[Proposal] | type[Action]] = {"proposal": Proposal, "action": Action}


async def add_picture(person: str, columns: JSON) -> str:
    """Keep a picture that is on its way; gives its id."""
    picture_id = new_id()
    await PriorityPicture.create(id=picture_id, person_id=person, created_at=clock.now(), **columns)
    return picture_id


async def loose_of(person: str) -> list[JSON]:
    """The ids of those that somebody has sent and put into nothing."""
    return await PriorityPicture.filter(person_id=person, owner_id=None, removed_at=None).values("id")


async def own_pictures(person: str, ids: Collection[str]) -> list[JSON]:
    """Those of these that are theirs and not removed, the first sent first."""
    return await _OWN.rows(person, list(ids)) if ids else []


async def pictures_of(type_: str, ids: Collection[str]) -> list[JSON]:
    """Those of these owners, in their order, and among them those that wait with an edit (`position` below 0)."""
    return await _OF.rows(type_, list(ids)) if ids else []


async def bytes_of(picture_id: str, size: str) -> bytes | None:
    found = await PriorityPicture.filter(id=picture_id).values_list(size, flat=True)
    return bytes(found[0]) if found and found[0] is not None else None


async def set_alt(person: str, picture_id: str, alt: str) -> None:
    """Of a picture that is in nothing yet: what stands in something was screened with it."""
    mine = PriorityPicture.filter(id=picture_id, person_id=person, removed_at=None, owner_id=None)
    await mine.update(alt=alt)


async def set_place(picture_id: str, owner: Owner, position: int) -> bool:
    """Put it into its owner; False where it stands in another one by now."""
    type_, id_ = owner
    there = PriorityPicture.filter(id=picture_id, removed_at=None)
    if await there.filter(owner_id=None).update(owner_type=type_, owner_id=id_, position=position):
        return True
    return bool(await there.filter(owner_type=type_, owner_id=id_).update(position=position))


async def remove(ids: Sequence[str]) -> None:
    """Nothing stays of these that could be looked at."""
    if ids:
        await PriorityPicture.filter(id__in=list(ids)).update(removed_at=clock.now(), **_GONE)


async def remove_loose(ids: Sequence[str]) -> None:
    """The same of those that are in nothing: one that is put into something at this moment stays in it."""
    if ids:
        await PriorityPicture.filter(id__in=list(ids), owner_id=None).update(removed_at=clock.now(), **_GONE)


async def count(owner: Owner) -> int:
    """Write down how many of an owner's pictures are shown, those that wait left out; gives it."""
    type_, id_ = owner
    there = PriorityPicture.filter(owner_type=type_, owner_id=id_, removed_at=None, position__gte=0)
    shown = await there.count()
    await _COUNTED[type_].filter(id=id_).update(pictures=shown)
    return shown


async def remove_loose_before(moment: datetime, most: int) -> int:
    """Take out rows of pictures that were put into nothing, the oldest first; gives how many."""
    loose = PriorityPicture.filter(owner_id=None, created_at__lt=moment).order_by("created_at").limit(most)
    # By their ids: of so many the bytes would fill the memory.
    ids = [row["id"] for row in await loose.values("id")]
    if ids:
        await PriorityPicture.filter(id__in=ids, owner_id=None).delete()
    return len(ids)
